"""The coordinator's tracker: what its formulas count is what the reports count."""

import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_excel import Excel
from worked_example import AS_OF, BOOK, plan, progress, two_things, until

from vanban.compose.count_columns import COLUMNS, total
from vanban.compose.figures import Figures, figures
from vanban.compose.progress_tracker import AGENCIES, GROUPS, SUMMARY, TASKS, compose_tracker
from vanban.compose.standing import OVERDUE, Standing
from vanban.compose.tracker_formulas import label_of
from vanban.model.agency import AgencyBook
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.plan import Assignment, Group, Plan, Task
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.office.soffice import find_soffice
from vanban.office.xlsx import write_workbook
from vanban.office.xlsx_reading import read_workbook


def tracker(found: Figures, book: AgencyBook = BOOK) -> bytes:
    return write_workbook(compose_tracker(found, book))


def counts(sheet: list[list], first: int) -> list[tuple]:
    """The rows of a table of counts as whole numbers, without their code and name."""
    return [tuple(int(cell or 0) for cell in row[2:]) for row in sheet[first:]]


def agree(rows: dict[str, list[list]], found: Figures) -> None:
    """Every number that the sheets show against `compose/figures.py`."""
    stands = {row[2]: row[15] for row in rows[TASKS][3:]}
    assert stands == {case.so: label_of(case.tinh_trang) for case in found.cases}
    left = {row[2]: int(row[14]) for row in rows[TASKS][3:] if row[14] not in (None, "")}
    late = {case.so: -(case.qua or case.tre) for case in found.cases if case.qua or case.tre}
    assert {so: days for so, days in left.items() if days < 0} == late
    summary = {row[0]: int(row[1]) for row in rows[SUMMARY][1:]}
    assert summary["Tổng số nhiệm vụ"] == found.tong.gia_tri
    assert (summary["Hoàn thành"], summary["Đang thực hiện"], summary["Chưa thực hiện"]) == (
        found.hoan_thanh.gia_tri,
        found.dang.gia_tri,
        found.chua.gia_tri,
    )
    assert summary["Đến hạn (hạn trước ngày chốt)"] == found.den_han.gia_tri
    assert summary["– đến hạn, đã hoàn thành"] == found.den_han_xong.gia_tri
    assert summary["– quá hạn"] == found.qua_han.gia_tri
    for standing in Standing:
        name = label_of(standing) if label_of(standing) in summary else f"– {standing.label}"
        assert summary[name] == found.count(standing).gia_tri

    def row(tallies: list) -> tuple:
        over = total([one.count(*OVERDUE) for one in tallies])
        whole = total([one.tong for one in tallies])
        return tuple(f.gia_tri for f in (whole, *(column.of(tallies) for column in COLUMNS), over))

    groups = [*(row([group]) for group in found.by_group), row(list(found.by_group))]
    assert counts(rows[GROUPS], 1) == groups
    agencies = [(*row([one]), one.phoi_hop.gia_tri) for one in found.by_agency]
    helps = sum(one.phoi_hop.gia_tri for one in found.by_agency)
    assert counts(rows[AGENCIES], 2) == [*agencies, (*row(list(found.by_agency)), helps)]


def worked_out(data: bytes) -> dict[str, list[list]]:
    excel = Excel(data)
    return {name: excel.rows(name) for name in (TASKS, SUMMARY, GROUPS, AGENCIES)}


def test_the_worked_example_to_the_digit() -> None:
    found = figures(plan(), progress(), AS_OF)
    rows = worked_out(tracker(found))
    agree(rows, found)
    summary = {row[0]: (row[1], row[2] if row[2] == "" else round(row[2], 3)) for row in rows[SUMMARY][1:]}
    assert summary["Hoàn thành"] == (12, 0.48)
    assert summary["– hoàn thành đúng hạn"] == (7, 0.583)
    assert summary["– đến hạn, đã hoàn thành"] == (12, 0.667)
    assert rows[AGENCIES][-1][1:4] == ["Cộng lượt", 28, 7]
    assert "28 lượt cho 25 nhiệm vụ" in rows[AGENCIES][0][0]


ENDLESS = Deadline(nguyen_van="thường xuyên", kieu=DeadlineKind.THUONG_XUYEN)
days = st.integers(-40, 40).map(lambda n: AS_OF + timedelta(days=n))
deadlines = st.one_of(days.map(until), st.sampled_from([ENDLESS, Deadline(), two_things()]))


def state(kind: TaskState, day: date) -> TaskProgress:
    done = kind is TaskState.HOAN_THANH
    return TaskProgress(
        nhiem_vu="x", trang_thai=kind, phan_tram=100 if done else 0, ngay_hoan_thanh=day if done else None
    )


reports = st.none() | st.builds(state, st.sampled_from(TaskState), days)
rows_of_tasks = st.tuples(
    deadlines, reports, st.lists(st.sampled_from("abc"), max_size=3), st.sampled_from("ab")
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(rows_of_tasks, max_size=12), min_size=1, max_size=3))
def test_formulas_count_as_the_reports_do_whatever_the_states(groups: list[list[tuple]]) -> None:
    made, states = Plan(), []
    for g, tasks in enumerate(groups):
        made.nhom.append(Group(ten=f"Nhóm {g}"))
        for t, (deadline, told, leads, helper) in enumerate(tasks):
            key = f"{g}/{t}"
            who = [Assignment(nguyen_van=n, co_quan=n) for n in leads]
            helps = [Assignment(nguyen_van=helper, co_quan=helper)]
            made.nhom[g].nhiem_vu.append(Task(id=key, thoi_han=deadline, chu_tri=who, phoi_hop=helps))
            if told:
                states.append(told.model_copy(update={"nhiem_vu": key}))
    known = Progress(ngay_chot=AS_OF + timedelta(days=40), tien_do=states)
    found = figures(made, known, AS_OF)
    if found.cases:
        agree(worked_out(tracker(found, AgencyBook())), found)


@pytest.mark.office
def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    """Where LibreOffice can open workbooks: it works the formulas out anew."""
    found = figures(plan(), progress(), AS_OF)
    (tmp_path / "theo-doi.xlsx").write_bytes(tracker(found))
    office = find_soffice()
    assert office
    out = tmp_path / "lai"
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, str(tmp_path / "theo-doi.xlsx")], check=False, capture_output=True, timeout=120)
    if not (out / "theo-doi.xlsx").exists():
        pytest.skip("this LibreOffice has no Calc")
    sheets = read_workbook((out / "theo-doi.xlsx").read_bytes(), "theo-doi.xlsx")
    agree({sheet.name: sheet.rows for sheet in sheets}, found)
    shutil.rmtree(out)
