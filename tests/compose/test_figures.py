"""The figures of a report: the rules of standing, the worked example to the digit, the sums."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worked_example import AS_OF, plan, progress, two_things, until

from vanban.compose.figures import Figures, figures
from vanban.compose.standing import Standing, classify, late_days, overdue_days
from vanban.compose.tally import Tally
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.errors import SourceError
from vanban.model.plan import Assignment, Group, Plan, Task
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.yaml_tree import read_tree

DAY = timedelta(days=1)
ENDLESS = Deadline(nguyen_van="thường xuyên", kieu=DeadlineKind.THUONG_XUYEN)
EACH_MONTH = Deadline(
    nguyen_van="hằng tháng", kieu=DeadlineKind.DINH_KY, chu_ky="thang", den=date(2025, 1, 31)
)
UNKNOWN = Deadline(nguyen_van="sớm")


def record(state: TaskState, day: date | None = None, percent: int = 0) -> TaskProgress:
    return TaskProgress(
        nhiem_vu="t1-1",
        trang_thai=state,
        ngay_hoan_thanh=day,
        phan_tram=100 if state is TaskState.HOAN_THANH else percent,
    )


def done(day: date) -> TaskProgress:
    return record(TaskState.HOAN_THANH, day)


UNDER_WAY = record(TaskState.DANG_THUC_HIEN, percent=50)
PAUSED = record(TaskState.TAM_DUNG)


@pytest.mark.parametrize(
    ("deadline", "report", "standing"),
    [
        (until(AS_OF - DAY), done(AS_OF - DAY), Standing.HOAN_THANH_DUNG_HAN),
        (until(AS_OF - DAY), done(AS_OF), Standing.HOAN_THANH_TRE_HAN),
        (until(AS_OF + DAY), done(AS_OF), Standing.HOAN_THANH_DUNG_HAN),
        (until(AS_OF + DAY), done(AS_OF + DAY), Standing.DANG_TRONG_HAN),
        (until(AS_OF - DAY), done(AS_OF + DAY), Standing.DANG_QUA_HAN),
        (two_things(), done(AS_OF), Standing.HOAN_THANH_CHUA_RO_HAN),
        (UNKNOWN, done(AS_OF), Standing.HOAN_THANH_CHUA_RO_HAN),
        (until(AS_OF), UNDER_WAY, Standing.DANG_TRONG_HAN),
        (until(AS_OF - DAY), UNDER_WAY, Standing.DANG_QUA_HAN),
        (two_things(), UNDER_WAY, Standing.DANG_CHUA_XAC_DINH_HAN),
        (UNKNOWN, None, Standing.CHUA_CHUA_XAC_DINH_HAN),
        (until(AS_OF), None, Standing.CHUA_TRONG_HAN),
        (until(AS_OF - DAY), None, Standing.CHUA_QUA_HAN),
        (until(AS_OF - DAY), record(TaskState.CHUA_THUC_HIEN), Standing.CHUA_QUA_HAN),
        (until(AS_OF), PAUSED, Standing.TAM_DUNG),
        (until(AS_OF - DAY), PAUSED, Standing.TAM_DUNG_QUA_HAN),
        (two_things(), PAUSED, Standing.TAM_DUNG),
        (until(AS_OF - DAY), record(TaskState.HUY), Standing.HUY),
        (ENDLESS, UNDER_WAY, Standing.DANG_TRONG_HAN),
        (ENDLESS, done(AS_OF), Standing.HOAN_THANH_DUNG_HAN),
        (EACH_MONTH, UNDER_WAY, Standing.DANG_TRONG_HAN),
        (EACH_MONTH, None, Standing.CHUA_TRONG_HAN),
    ],
)
def test_a_task_stands_by_its_deadline_its_state_and_the_day(
    deadline: Deadline, report: TaskProgress | None, standing: Standing
) -> None:
    assert classify(deadline, report, AS_OF) is standing


@pytest.mark.parametrize(
    ("last", "as_of", "days"),
    [
        (date(2025, 7, 31), AS_OF, 123),
        (date(2025, 8, 31), AS_OF, 92),
        (date(2025, 9, 30), AS_OF, 62),
        (date(2025, 9, 29), AS_OF, 63),
        (date(2025, 12, 1), AS_OF, 0),
        (date(2025, 12, 31), AS_OF, 0),
    ],
)
def test_days_overdue_are_counted_from_the_last_day_in_time(last: date, as_of: date, days: int) -> None:
    assert overdue_days(until(last), as_of) == days


def test_nothing_is_overdue_without_a_last_day() -> None:
    assert [overdue_days(d, AS_OF) for d in (ENDLESS, EACH_MONTH, UNKNOWN, two_things())] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("task", "days"), [("1.3", 15), ("2.1", 59), ("2.5", 41), ("3.4", 16), ("6.2", 41), ("1.1", 0)]
)
def test_days_late_of_the_worked_example(task: str, days: int) -> None:
    case = next(c for c in figures(plan(), progress(), AS_OF).cases if c.so == task)
    assert case.tre == days
    assert case.ngay_hoan_thanh is not None
    assert late_days(case.nhiem_vu.thoi_han, case.ngay_hoan_thanh) == days


STANDINGS = {
    Standing.HOAN_THANH_DUNG_HAN: "1.1 1.2 2.2 2.8 2.11 3.3 7.1",
    Standing.HOAN_THANH_TRE_HAN: "1.3 2.1 2.5 3.4 6.2",
    Standing.DANG_TRONG_HAN: "2.7 2.9 2.10 3.1 5.1",
    Standing.DANG_QUA_HAN: "2.3 2.4 3.2 4.1 6.1 6.3",
    Standing.CHUA_TRONG_HAN: "6.4",
    Standing.DANG_CHUA_XAC_DINH_HAN: "2.6",
}


def test_worked_example_by_standing() -> None:
    found = figures(plan(), progress(), AS_OF)
    assert {s: " ".join(found.count(s).nhiem_vu) for s in Standing if found.count(s).gia_tri} == STANDINGS


def test_worked_example_totals() -> None:
    found = figures(plan(), progress(), AS_OF)
    assert (found.tong.gia_tri, found.hoan_thanh.gia_tri, found.dang.gia_tri, found.chua.gia_tri) == (
        25,
        12,
        12,
        1,
    )
    assert (found.den_han.gia_tri, found.den_han_xong.gia_tri, found.qua_han.gia_tri) == (18, 12, 6)
    assert (found.chua_den_han.gia_tri, found.chua_ro_han.nhiem_vu) == (6, ["2.6"])


def test_worked_example_overdue_longest_first_then_by_number() -> None:
    found = figures(plan(), progress(), AS_OF)
    assert [(c.so, c.qua, c.phan_tram) for c in found.overdue] == [
        ("2.3", 123, 60),
        ("2.4", 123, 80),
        ("3.2", 92, 55),
        ("4.1", 92, 70),
        ("6.3", 92, 80),
        ("6.1", 62, 50),
    ]


def test_task_2_10_comes_after_2_9_among_the_overdue() -> None:
    tasks = [Task(id=f"t{i}", ten=str(i), thoi_han=until(AS_OF - DAY)) for i in range(1, 12)]
    found = figures(Plan(nhom=[Group(ten="A", nhiem_vu=tasks)]), Progress(ngay_chot=AS_OF), AS_OF)
    assert [c.so for c in found.overdue][-3:] == ["1.9", "1.10", "1.11"]


def test_worked_example_by_agency_counts_each_lead_in_full() -> None:
    found = figures(plan(), progress(), AS_OF)
    rows = {
        r.co_quan.co_quan: (r.tong.gia_tri, r.qua_han.gia_tri, r.phoi_hop.gia_tri) for r in found.by_agency
    }
    assert rows == {
        "skhcn": (20, 5, 3),
        "bql": (3, 2, 3),
        "qtsc": (1, 1, 1),
        "stc": (1, 1, 0),
        "vp": (1, 0, 0),
        "ttcds": (1, 0, 3),
        "sngv": (1, 0, 0),
    }
    assert found.luot.gia_tri == 28
    assert found.nhieu_chu_tri.nhiem_vu == ["2.3", "3.2"]


def test_reading_the_unclear_deadline_one_way_changes_the_main_figure() -> None:
    decided = plan()
    decided.nhom[1].nhiem_vu[5].thoi_han = until(date(2025, 9, 29))
    found = figures(decided, progress(), AS_OF)
    assert (found.den_han.gia_tri, found.qua_han.gia_tri) == (19, 7)


def test_a_task_without_a_report_is_not_started_and_named_as_silent() -> None:
    silent = progress()
    silent.tien_do = [r for r in silent.tien_do if r.nhiem_vu != "t2-7"]
    found = figures(plan(), silent, AS_OF)
    assert found.chua.nhiem_vu == ["2.7", "6.4"]
    assert found.chua_bao_cao.nhiem_vu == ["2.7"]


def test_a_lead_outside_the_book_is_counted_under_its_words_and_once() -> None:
    twice = [Assignment(nguyen_van="Trường X"), Assignment(nguyen_van="Trường X")]
    task = Task(id="t1-1", ten="A", chu_tri=twice)
    found = figures(Plan(nhom=[Group(ten="A", nhiem_vu=[task])]), Progress(ngay_chot=AS_OF), AS_OF)
    assert [(r.co_quan.nguyen_van, r.tong.gia_tri) for r in found.by_agency] == [("Trường X", 1)]


def test_progress_of_a_task_that_the_plan_does_not_have_is_refused_by_name() -> None:
    stray = Progress(
        ngay_chot=AS_OF, tien_do=[record(TaskState.TAM_DUNG).model_copy(update={"nhiem_vu": "t9-9"})]
    )
    with pytest.raises(SourceError, match="t9-9"):
        figures(plan(), stray, AS_OF)


days = st.integers(-40, 40).map(lambda n: AS_OF + n * DAY)
deadlines = st.one_of(days.map(until), st.sampled_from([ENDLESS, EACH_MONTH, UNKNOWN, two_things()]))
open_states = st.sampled_from([s for s in TaskState if s is not TaskState.HOAN_THANH]).map(record)
reports = st.one_of(st.none(), days.map(done), open_states)
leads = st.lists(st.sampled_from("abc"), max_size=3)
situations = st.lists(st.lists(st.tuples(deadlines, reports, leads), max_size=5), max_size=4)


def situation(groups: list[list[tuple[Deadline, TaskProgress | None, list[str]]]]) -> Figures:
    made = Plan()
    records = []
    for g, rows in enumerate(groups):
        tasks = []
        for t, (deadline, report, names) in enumerate(rows):
            who = [Assignment(nguyen_van=n, co_quan=n) for n in names]
            tasks.append(Task(id=f"{g}/{t}", thoi_han=deadline, chu_tri=who))
            if report:
                records.append(report.model_copy(update={"nhiem_vu": f"{g}/{t}"}))
        made.nhom.append(Group(ten=str(g), nhiem_vu=tasks))
    return figures(made, Progress(ngay_chot=AS_OF + 40 * DAY, tien_do=records), AS_OF)


def sums_up(tally: Tally) -> None:
    n = {
        name: getattr(tally, name).gia_tri
        for name in dir(Tally)
        if isinstance(getattr(Tally, name), property)
    }
    assert sum(tally.count(s).gia_tri for s in Standing) == n["tong"]
    assert n["hoan_thanh"] + n["dang"] + n["chua"] + n["tam_dung"] + n["huy"] == n["tong"]
    assert n["den_han_xong"] + n["qua_han"] == n["den_han"]
    assert n["den_han"] + n["chua_den_han"] + n["chua_ro_han"] + n["huy"] == n["tong"]
    assert n["tre_han"] <= n["den_han_xong"] <= n["hoan_thanh"]


@given(situations)
def test_every_sum_agrees_whatever_the_states(
    groups: list[list[tuple[Deadline, TaskProgress | None, list[str]]]],
) -> None:
    found = situation(groups)
    for tally in (found, *found.by_group, *found.by_agency):
        sums_up(tally)
    for standing in Standing:
        parts = [so for group in found.by_group for so in group.count(standing).nhiem_vu]
        assert parts == found.count(standing).nhiem_vu
    assert len(found.overdue) == found.qua_han.gia_tri
    assert all(case.qua > 0 for case in found.overdue)
    turns = sum(len({a.nguyen_van for a in case.nhiem_vu.chu_tri}) for case in found.cases)
    assert found.luot.gia_tri == turns
    assert found.khong_chu_tri.gia_tri == sum(not case.nhiem_vu.chu_tri for case in found.cases)


def test_the_sample_progress_file_gives_the_worked_example() -> None:
    text = (Path(__file__).parents[2] / "data" / "tien-do-mau.yaml").read_text(encoding="utf-8")
    sample = Progress.model_validate(read_tree(text, "tien-do-mau.yaml"))
    found = figures(plan(), sample, AS_OF)
    assert {s: " ".join(found.count(s).nhiem_vu) for s in Standing if found.count(s).gia_tri} == STANDINGS
    assert [(c.qua, c.phan_tram) for c in found.overdue] == [
        (c.qua, c.phan_tram) for c in figures(plan(), progress(), AS_OF).overdue
    ]
    assert [c.tre for c in found.cases if c.tre] == [15, 59, 41, 16, 41]
