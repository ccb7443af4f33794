"""One figure, one value: what a report prints in sentences, tables and charts, read back from its .docx."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from read_back import COLUMNS, ROWS, Printed, check_sources, expected, read_back, states
from worked_example import AS_OF, BOOK, plan, progress

from vanban.compose.bao_cao import compose_report
from vanban.making.paper import build_docx
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.model.report import ReportDocument

SERIES = (
    "Hoàn thành đúng hạn",
    "Hoàn thành trễ hạn",
    "Đang thực hiện, trong hạn",
    "Đang thực hiện, quá hạn",
    "Chưa thực hiện",
    "Chưa xác định thời hạn",
    "Khác",
)


def counts_of(numbers: list[str], columns: dict[str, str]) -> list[int]:
    return [sum(columns[number] == name for number in numbers) for name in COLUMNS]


def check_tables(found: Printed, columns: dict[str, str]) -> None:
    """Tables 2 and 3: every cell, and that rows and columns sum up."""
    groups = {f"Nhóm {i}": [row.so for row in ROWS if row.so.startswith(f"{i}.")] for i in range(1, 8)}
    shown = {row[0]: [int(cell) for cell in row[1:]] for row in found.tables["Nhóm"]}
    for name, numbers in {**groups, "Cộng": [row.so for row in ROWS]}.items():
        assert shown[name] == [len(numbers), *counts_of(numbers, columns)]
        assert shown[name][0] == sum(shown[name][1:])
    agencies = {row[0]: row[1:] for row in found.tables["Cơ quan"]}
    turns = agencies.pop("Cộng lượt")
    names = {agency.id: agency.ten for agency in BOOK.co_quan}
    for code in {code for row in ROWS for code in row.chu_tri}:
        numbers = [row.so for row in ROWS if code in row.chu_tri]
        assert [int(c) for c in agencies[names[code]][:-1]] == [len(numbers), *counts_of(numbers, columns)]
    assert [int(cell) for cell in turns[:-1]] == [sum(int(r[i]) for r in agencies.values()) for i in range(8)]
    assert int(turns[0]) == sum(len(row.chu_tri) for row in ROWS)


def check_charts(found: Printed, columns: dict[str, str], states: Progress, day: date) -> None:
    """Charts 2 and 3 show tables 2 and 3; chart 1 shows each deadline and each completion once."""
    *over_time, groups, agencies = found.charts
    months = over_time[0] if over_time else {}
    names = dict(zip(SERIES, range(2, 9), strict=True))
    for chart, table in ((groups, found.tables["Nhóm"]), (agencies, found.tables["Cơ quan"])):
        rows = [row for row in table if not row[0].startswith("Cộng")]
        for name, index in names.items():
            drawn = list(chart.get(name, dict.fromkeys(range(len(rows)), 0)).values())
            assert drawn == [int(row[index]) for row in rows]
    cancelled = {r.nhiem_vu for r in states.tien_do if r.trang_thai is TaskState.HUY}
    due = [r for r in ROWS if r.han and "t" + r.so.replace(".", "-") not in cancelled]
    assert sum(months.get("Có hạn trong kỳ", {}).values()) == len(due)
    for month, value in months.get("Có hạn trong kỳ", {}).items():
        assert value == sum(f"{r.han:%-m/%Y}" == month for r in due if r.han)
    done = [r.ngay_hoan_thanh for r in states.tien_do if r.ngay_hoan_thanh and r.ngay_hoan_thanh <= day]
    assert sum(months.get("Hoàn thành trong kỳ", {}).values()) == len(done)


def check_summary(document: ReportDocument, columns: dict[str, str], states: Progress, day: date) -> None:
    """The shares that leaders read first: of all tasks, and of those that are due."""
    cancelled = [r.nhiem_vu for r in states.tien_do if r.trang_thai is TaskState.HUY]
    dates = {r.nhiem_vu: r.ngay_hoan_thanh for r in states.tien_do}
    ids = {row.so: "t" + row.so.replace(".", "-") for row in ROWS}
    due = [r for r in ROWS if r.han and r.han < day and ids[r.so] not in cancelled]
    done = [r for r in due if (end := dates.get(ids[r.so])) and end <= day]
    if due:
        assert f"Trong {len(due):02d} nhiệm vụ đến hạn, tỷ lệ hoàn thành là " in document.tong_hop
        said = re.search(r"là (\d+),(\d)%", document.tong_hop)
        assert said
        assert abs(float(f"{said[1]}.{said[2]}") - 100 * len(done) / len(due)) <= 0.05 + 1e-9
    finished = [n for n, end in dates.items() if end and end <= day]
    still_open = re.findall(
        r"(\d+) nhiệm vụ (?:đang thực hiện|chưa thực hiện|tạm dừng|đã hủy)", document.tong_hop
    )
    assert len(finished) + sum(map(int, still_open)) == len(ROWS)
    tops = ("Hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Tạm dừng", "Đã hủy")
    assert sum(int(row.so) for row in document.bang_tong_hop if row.chi_tieu in tops) == len(ROWS)
    if finished:
        assert f"có {len(finished):02d}/25 nhiệm vụ hoàn thành" in document.tong_hop
    else:
        assert "chưa có nhiệm vụ nào hoàn thành" in document.tong_hop


def check_all(states: Progress, day: date) -> None:
    document = compose_report(plan(), states, BOOK, as_of=day)
    found, columns = read_back(build_docx(document)), expected(states, day)
    check_tables(found, columns)
    check_charts(found, columns, states, day)
    check_sources(document, found)
    check_summary(document, columns, states, day)


def test_the_worked_example_says_one_thing_everywhere() -> None:
    check_all(progress(), AS_OF)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a whole paper takes too long
)
@given(found=states(), days=st.integers(-140, 40))
def test_any_states_say_one_thing_everywhere(found: Progress, days: int) -> None:
    check_all(found, AS_OF + timedelta(days=days))


@pytest.mark.parametrize("kind", [TaskState.TAM_DUNG, TaskState.HUY, TaskState.CHUA_THUC_HIEN])
def test_all_alike_still_sums_up(kind: TaskState) -> None:
    ids = ["t" + row.so.replace(".", "-") for row in ROWS]
    records = [TaskProgress(nhiem_vu=i, trang_thai=kind) for i in ids]
    check_all(Progress(ngay_chot=AS_OF, tien_do=records), AS_OF)
