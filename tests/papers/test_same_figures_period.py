"""The report of a period read back from its .docx: what changed is what lies between two sets of states."""

import re
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from read_back import ROWS, check_sources, read_back, states, task_id
from worked_example import AS_OF, BOOK, plan

from vanban.compose.tien_do import compose_period_report
from vanban.making.paper import build_docx
from vanban.model.progress import Progress, TaskState


def done(found: Progress, day: date) -> set[str]:
    """Numbers of the tasks finished by a day."""
    ended = {r.nhiem_vu: r.ngay_hoan_thanh for r in found.tien_do}
    return {row.so for row in ROWS if (end := ended.get(task_id(row.so))) and end <= day}


def cancelled(found: Progress) -> set[str]:
    ids = {r.nhiem_vu for r in found.tien_do if r.trang_thai is TaskState.HUY}
    return {row.so for row in ROWS if task_id(row.so) in ids}


def due(found: Progress, day: date) -> set[str]:
    return {row.so for row in ROWS if row.han and row.han < day} - cancelled(found)


def overdue(found: Progress, day: date) -> set[str]:
    return due(found, day) - done(found, day)


def named(pattern: str, text: str) -> set[str]:
    """The tasks in the brackets after a pattern; none where it does not stand there."""
    hit = re.search(pattern + r" \(nhiệm vụ ([^)]*)\)", text)
    return set(hit[1].split(", ")) if hit else set()


def check_period(before: Progress, first: date, now: Progress, last: date) -> None:
    old = before.model_copy(update={"ngay_chot": first})
    document = compose_period_report(plan(), now, BOOK, as_of=last, before=old)
    found = read_back(build_docx(document))
    rows = {row[0]: row[1:] for row in found.tables["Chỉ tiêu"]}
    for name, count in (("Hoàn thành", done), ("Đến hạn", due), ("Quá hạn", overdue)):
        was, now_is = len(count(old, first)), len(count(now, last))
        change = f"{now_is - was:+d}" if now_is != was else "0"
        assert rows[name] == [str(was), str(now_is), change]
    said = " ".join(found.paragraphs)
    assert named("có thêm \\d+ nhiệm vụ hoàn thành", said) == done(now, last) - done(old, first)
    newly = overdue(now, last) - overdue(old, first)
    assert named("\\d+ nhiệm vụ mới quá hạn", said) == newly
    assert ("Trong kỳ không có nhiệm vụ nào mới quá hạn." in found.paragraphs) == (not newly)
    check_sources(document, found)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(before=states(), now=states(), days=st.integers(-140, 30), apart=st.integers(1, 60))
def test_a_period_tells_what_lies_between_two_states(
    before: Progress, now: Progress, days: int, apart: int
) -> None:
    last = AS_OF + timedelta(days=days)
    check_period(before, last - timedelta(days=apart), now, last)
