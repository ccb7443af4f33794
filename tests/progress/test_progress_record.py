"""The record of progress: only added to, known as of any day, and a closed period stays as it was."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from worked_example import BOOK, plan

from vanban.model.errors import SourceError, UsageError, VanbanError
from vanban.model.ledger import Ledger, ProgressImport
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.progress_keeping import (
    close_period,
    previous_period,
    progress_folder,
    progress_of_period,
    progress_on,
    snapshot_of_period,
)
from vanban.read.progress_file import parse_progress
from vanban.read.yaml_plan import dump_plan, dump_record, parse_plan

AT = datetime(2025, 12, 2, 1, 30, tzinfo=UTC)


def under_way(task: str, percent: int) -> TaskProgress:
    return TaskProgress(nhiem_vu=task, trang_thai=TaskState.DANG_THUC_HIEN, phan_tram=percent)


def entry(ky: str, day: date, *states: TaskProgress) -> ProgressImport:
    return ProgressImport(so=1, ky=ky, ngay_chot=day, luc=AT, tien_do=list(states))


OCTOBER, NOVEMBER = date(2025, 10, 31), date(2025, 11, 30)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A plan with two imports: October, then November in which only one task moved."""
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(dump_plan(plan()), encoding="utf-8")
    (tmp_path / "co-quan.yaml").write_text(dump_record(BOOK), encoding="utf-8")
    store = progress_folder(path)
    for one in (
        entry("Tháng 10/2025", OCTOBER, under_way("t2-3", 40), under_way("t2-4", 50)),
        entry("Tháng 11/2025", NOVEMBER, under_way("t2-3", 60)),
    ):
        store.append(store.ledger(), one)
    return path


def percents(progress: Progress) -> dict[str, int]:
    return {state.nhiem_vu: state.phan_tram for state in progress.tien_do}


def test_what_was_known_on_a_day_follows_from_the_imports_up_to_it(source: Path) -> None:
    assert percents(progress_on(source, date(2025, 10, 30))) == {}
    assert percents(progress_on(source, date(2025, 11, 29))) == {"t2-3": 40, "t2-4": 50}
    last = progress_on(source, date(2025, 12, 31))
    assert (last.ky, last.ngay_chot, percents(last)) == (
        "Tháng 11/2025",
        NOVEMBER,
        {"t2-3": 60, "t2-4": 50},
    )


def test_a_period_that_is_not_closed_is_known_by_its_imports(source: Path) -> None:
    october = progress_of_period(source, "Tháng 10/2025")
    assert (october.ngay_chot, percents(october)) == (OCTOBER, {"t2-3": 40, "t2-4": 50})
    with pytest.raises(SourceError, match=r"Tháng 10/2025, Tháng 11/2025"):
        progress_of_period(source, "Tháng 9/2025")


def test_a_closed_period_stays_as_it_was_though_plan_and_record_go_on(source: Path) -> None:
    close_period(source, "Tháng 10/2025", OCTOBER, at=AT)
    before = snapshot_of_period(source, "tháng 10/2025")
    changed = parse_plan(source.read_text(encoding="utf-8"), "")
    changed.nhom[0].ten = "Tên khác"
    source.write_text(dump_plan(changed), encoding="utf-8")
    store = progress_folder(source)
    store.append(store.ledger(), entry("Bổ sung", OCTOBER, under_way("t2-4", 99)))
    after = snapshot_of_period(source, "Tháng 10/2025")
    assert after == before
    assert after.plan == plan()
    assert after.book == BOOK
    assert percents(after.progress) == {"t2-3": 40, "t2-4": 50}


def test_the_period_before_is_the_last_one_closed_for_an_earlier_day(source: Path) -> None:
    assert previous_period(source, NOVEMBER) is None
    close_period(source, "Tháng 10/2025", OCTOBER, at=AT)
    close_period(source, "Tháng 11/2025", NOVEMBER, at=AT)
    found = [previous_period(source, day) for day in (OCTOBER, NOVEMBER, date(2025, 12, 31))]
    assert [one.ky if one else None for one in found] == [None, "Tháng 10/2025", "Tháng 11/2025"]


@pytest.mark.parametrize(
    ("ky", "day"),
    [("THÁNG 10/2025", NOVEMBER), ("Tháng 9/2025", date(2025, 9, 30)), ("?!", NOVEMBER)],
    ids=["closed already", "a later one is closed", "no name"],
)
def test_a_period_is_closed_once_and_in_order(source: Path, ky: str, day: date) -> None:
    close_period(source, "Tháng 10/2025", OCTOBER, at=AT)
    with pytest.raises(UsageError):
        close_period(source, ky, day, at=AT)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_second_writer_of_the_same_number_is_refused_and_nothing_is_left_behind(source: Path) -> None:
    store = progress_folder(source)
    old = store.ledger()
    store.append(old, entry("Tháng 12/2025", date(2025, 12, 31)))
    before = tree(store.folder)
    with pytest.raises(VanbanError, match="0003"):
        store.append(old, entry("Tháng 12/2025", date(2025, 12, 31)))
    assert tree(store.folder) == before


@pytest.mark.parametrize("harm", ["changed", "gone", "broken"])
def test_a_past_that_was_changed_is_told(source: Path, harm: str) -> None:
    first = progress_folder(source).folder / "0001.json"
    if harm == "gone":
        first.unlink()
    else:
        text = first.read_text(encoding="utf-8")
        first.write_text(text.replace("50", "51") if harm == "changed" else text[:-9], encoding="utf-8")
    with pytest.raises(SourceError, match=r"tiến độ|lần nhập"):
        progress_on(source, NOVEMBER)


def test_a_file_of_a_closed_period_that_was_changed_is_told(source: Path) -> None:
    close_period(source, "Tháng 10/2025", OCTOBER, at=AT)
    kept = progress_folder(source).files_of("Tháng 10/2025") / "tien-do.yaml"
    kept.write_text(kept.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(SourceError, match="bị mất hoặc bị sửa"):
        snapshot_of_period(source, "Tháng 10/2025")


def test_a_plan_without_a_record_says_what_to_do(source: Path) -> None:
    shutil.rmtree(progress_folder(source).folder)
    with pytest.raises(SourceError, match="vanban progress import"):
        progress_on(source, NOVEMBER)


def test_a_progress_file_with_every_field_reads_back_the_same() -> None:
    text = """
ky: Tháng 11/2025
ngay_chot: 2025-11-30
tien_do:
  - nhiem_vu: t1-3
    trang_thai: dang_thuc_hien
    phan_tram: 80
    chi_tieu_dat:
      - {ten: Lớp tập huấn, ke_hoach: 50, dat: 37.5, don_vi: lớp}
    han_dieu_chinh: {ngay: 2025-12-31, van_ban: Công văn số 9/UBND-KT ngày 05/11/2025 của Ủy ban}
    cap_nhat: {luc: "2025-12-02T08:30:00+07:00", nguoi: An, co_quan: skhcn, ky_bao_cao: Tháng 11/2025}
"""
    read = parse_progress(text, "tien-do.yaml")
    assert read.tien_do[0].chi_tieu_dat[0].dat == 37.5
    assert parse_progress(dump_record(read), "tien-do.yaml") == read


def test_a_day_of_completion_after_the_closing_day_cannot_be_recorded() -> None:
    done = TaskProgress(
        nhiem_vu="t1-1", trang_thai=TaskState.HOAN_THANH, phan_tram=100, ngay_hoan_thanh=date(2025, 12, 1)
    )
    with pytest.raises(ValueError, match="sau ngày chốt"):
        entry("Tháng 11/2025", NOVEMBER, done)


def test_the_history_of_a_task_names_each_import(source: Path) -> None:
    ledger: Ledger = progress_folder(source).ledger()
    assert [(one.ky, state.phan_tram) for one, state in ledger.history("t2-3")] == [
        ("Tháng 10/2025", 40),
        ("Tháng 11/2025", 60),
    ]
