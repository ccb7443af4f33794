"""Workbooks out to the agencies, filled, and back into the record of progress."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from progress_desk import AT, COLUMN, DAY, KY, bring, filled, new_desk, report, row_of, sent, tree

from vanban.model.errors import OutputError, SourceError, UsageError
from vanban.model.progress import TaskState
from vanban.progress_exchange import board, export_progress
from vanban.progress_keeping import close_period, progress_folder, progress_on


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return new_desk(tmp_path)


def test_each_lead_agency_gets_its_tasks_only_and_numbers_stay_words(source: Path) -> None:
    out = sent(source)
    numbers = {}
    for path in out.iterdir():
        sheet = openpyxl.load_workbook(path)["Tiến độ"]
        numbers[path.stem] = [sheet[f"C{row}"].value for row in range(6, sheet.max_row + 1)]
    assert numbers["tien-do-bql"] == ["2.3", "3.2", "6.2"]
    assert numbers["tien-do-stc"] == ["6.1"]
    assert "2.10" in numbers["tien-do-skhcn"]
    assert sum(map(len, numbers.values())) == 28


def test_the_form_guides_the_hand(source: Path) -> None:
    """Locked and open cells, lists, limits, real days."""
    sheet = openpyxl.load_workbook(sent(source) / "tien-do-bql.xlsx")["Tiến độ"]
    row = row_of(sheet, "2.3")
    assert sheet.protection.sheet
    locked = {key: sheet[f"{letter}{row}"].protection.locked for key, letter in COLUMN.items()}
    assert {key for key, shut in locked.items() if not shut} == {
        *("trang_thai", "phan_tram", "ngay", "ket_qua", "han_moi", "van_ban"),
    }
    assert sheet[f"G{row}"].is_date
    assert sheet[f"C{row}"].number_format == "@"
    rules = {rule.type for rule in sheet.data_validations.dataValidation}
    assert rules == {"list", "whole", "date"}
    assert sheet.column_dimensions["V"].hidden
    spare = openpyxl.load_workbook(sent(source, "lai") / "tien-do-bql.xlsx")["Khó khăn"]
    assert [spare[f"{letter}40"].protection.locked for letter in "ABCD"] == [False, True, False, False]


def test_what_was_filled_is_recorded_with_who_and_when(source: Path) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        report("3.2", "Đang thực hiện", 55, ket_qua="Đã trình  dự thảo")(book)
        report("6.2", "Hoàn thành", None, date(2025, 11, 10))(book)
        book["Văn bản"].append([])
        for name, values in {
            "Văn bản": ["6.2", None, None, "Quyết định", "2689/QĐ-UBND", date(2025, 11, 10), "Ủy ban"],
            "Khó khăn": ["3.2", None, "Kinh phí", "=không phải công thức"],
            "Kiến nghị": ["3.2", None, "Bố trí vốn", "Sở Tài chính"],
            "Chỉ tiêu": ["3.2", None, "Lớp", 50, 37.5, "lớp"],
        }.items():
            for column, value in enumerate(values, start=1):
                if value is not None:
                    cell = book[name].cell(2 if name != "Văn bản" else 5, column)
                    cell.value = value
                    cell.data_type = "s" if isinstance(value, str) else cell.data_type

    path = filled(sent(source) / "tien-do-bql.xlsx", fill)
    done = bring(source, path)
    assert [number for number, _, _ in done.changes] == ["3.2", "6.2"]
    known = progress_on(source, DAY)
    state, finished = known.of("t3-2"), known.of("t6-2")
    assert state is not None
    assert finished is not None
    assert (state.phan_tram, state.ket_qua) == (55, "Đã trình dự thảo")
    assert [(one.nhan, one.mo_ta) for one in state.kho_khan] == [("kinh phí", "=không phải công thức")]
    assert state.kien_nghi[0].co_quan_giai_quyet == "stc"
    assert (state.chi_tieu_dat[0].ke_hoach, state.chi_tieu_dat[0].dat) == (50, 37.5)
    assert (finished.trang_thai, finished.phan_tram) == (TaskState.HOAN_THANH, 100)
    assert finished.san_pham_dat[0].ngay == date(2025, 11, 10)
    stamp = state.cap_nhat
    assert stamp is not None
    assert (stamp.luc, stamp.nguoi, stamp.co_quan, stamp.ky_bao_cao) == (AT, "Trần Văn Mẫu", "bql", KY)
    assert "Sở Tài chính" in done.silent
    assert not any("Khu Công nghệ cao" in name for name in done.silent)


def test_the_same_files_twice_change_nothing(source: Path) -> None:
    out = sent(source)
    path = filled(out / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50))
    bring(source, path, out / "tien-do-vp.xlsx")
    before = tree(source.parent / "tien-do")
    again = bring(source, path, out / "tien-do-vp.xlsx")
    assert (again.entry, again.known) == (None, ["tien-do-stc.xlsx", "tien-do-vp.xlsx"])
    saved_anew = filled(path, lambda _: None, path.with_name("luu-lai.xlsx"))
    assert bring(source, saved_anew).entry is None
    assert tree(source.parent / "tien-do") == before


def test_an_agency_without_news_is_heard(source: Path) -> None:
    done = bring(source, sent(source) / "tien-do-vp.xlsx")
    assert done.entry is not None
    assert done.entry.tien_do == []
    assert progress_folder(source).ledger().reported(KY) == {"vp"}


def test_rows_are_known_by_their_task_and_not_by_their_place(source: Path) -> None:
    def shuffle(book: openpyxl.Workbook) -> None:
        sheet = book["Tiến độ"]
        rows = [[cell.value for cell in row] for row in sheet["A6:V8"]]
        for at, values in enumerate(reversed(rows), start=6):
            for column, value in enumerate(values, start=1):
                sheet.cell(at, column).value = value
        report("6.2", "Đang thực hiện", 30)(book)

    bring(source, filled(sent(source) / "tien-do-bql.xlsx", shuffle))
    known = progress_on(source, DAY)
    assert [(state.nhiem_vu, state.phan_tram) for state in known.tien_do] == [("t6-2", 30)]


def test_the_next_form_shows_the_last_state(source: Path) -> None:
    bring(source, filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50)))
    nxt = sent(source, "thang-12", ky="Tháng 12/2025", day=date(2025, 12, 31))
    sheet = openpyxl.load_workbook(nxt / "tien-do-stc.xlsx")["Tiến độ"]
    assert (sheet["J6"].value, sheet["K6"].value, sheet["U6"].value) == ("Đang thực hiện", 50, "Trần Văn Mẫu")
    assert bring(source, nxt / "tien-do-stc.xlsx").changes == []


def refused(source: Path, *files: Path, **rest: object) -> str:
    """The message of an import that is refused; the record is as it was before."""
    before = tree(source.parent)
    with pytest.raises((SourceError, UsageError)) as told:
        bring(source, *files, **rest)  # type: ignore[arg-type]
    assert tree(source.parent) == before
    return str(told.value)


def test_two_leads_who_say_different_things_are_told_cell_beside_cell(source: Path) -> None:
    out = sent(source)
    one = filled(out / "tien-do-bql.xlsx", report("2.3", "Đang thực hiện", 60))
    other = filled(out / "tien-do-qtsc.xlsx", report("2.3", "Đang thực hiện", 70))
    said = refused(source, one, other)
    assert "nhiệm vụ 2.3, % hoàn thành" in said
    assert "tien-do-bql.xlsx, trang “Tiến độ”, ô K6 ghi 60" in said
    assert "tien-do-qtsc.xlsx, trang “Tiến độ”, ô K6 ghi 70" in said
    assert bring(source, one).changes
    later = refused(source, other)
    assert "ô K6 ghi 70, nhưng sổ đã ghi (lần nhập 1, kỳ Tháng 11/2025, số liệu đến 30/11/2025) 60" in later


def test_two_leads_who_agree_or_of_whom_one_is_silent_are_no_conflict(source: Path) -> None:
    out = sent(source)
    same = [
        filled(out / f"tien-do-{who}.xlsx", report("2.3", "Đang thực hiện", 60)) for who in ("bql", "qtsc")
    ]
    assert len(bring(source, *same, out / "tien-do-skhcn.xlsx").changes) == 1


def test_what_is_older_than_the_record_is_refused(source: Path) -> None:
    out = sent(source)
    old = filled(out / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 40), out / "cu.xlsx")
    bring(source, filled(out / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50)))
    assert "số liệu cũ hơn sổ" in refused(source, old, day=date(2025, 11, 15), ky=KY)
    assert "tệp được xuất trước" in refused(source, old)


@pytest.mark.parametrize(
    ("ky", "day", "says"),
    [
        ("Tháng 12/2025", None, "biểu của kỳ “Tháng 11/2025”"),
        (KY, date(2025, 11, 9), "sau ngày chốt số liệu"),
    ],
)
def test_a_form_of_another_period_or_day_is_told(source: Path, ky: str, day: date | None, says: str) -> None:
    path = filled(sent(source) / "tien-do-bql.xlsx", report("6.2", "Hoàn thành", 100, date(2025, 11, 10)))
    assert says in refused(source, path, ky=ky, day=day)


def test_nothing_goes_into_a_closed_period(source: Path) -> None:
    path = filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50))
    bring(source, path)
    close_period(source, KY, DAY, at=AT)
    again = filled(path, report("6.1", "Đang thực hiện", 60))
    assert "đã chốt số liệu đến 30/11/2025" in refused(source, again)


def test_a_form_that_may_be_filled_in_is_never_written_over(source: Path) -> None:
    path = filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50))
    kept = path.read_bytes()
    with pytest.raises(OutputError, match=r"tien-do-stc\.xlsx"):
        sent(source)
    assert path.read_bytes() == kept


def test_one_form_with_all_tasks_and_a_plain_progress_file_are_taken_too(source: Path) -> None:
    made = export_progress(source, source.parent / "ca", as_of=DAY, ky=KY)
    assert [(one.path.name, one.tasks) for one in made] == [("tien-do.xlsx", 25)]
    bring(source, filled(made[0].path, report("2.10", "Đang thực hiện", 65)))
    plain = source.parent / "tien-do.yaml"
    plain.write_text(
        "ngay_chot: 2025-11-30\ntien_do:\n  - {nhiem_vu: t2-9, trang_thai: dang_thuc_hien, phan_tram: 75}\n",
        encoding="utf-8",
    )
    bring(source, plain, ky=KY)
    assert {s.nhiem_vu: s.phan_tram for s in progress_on(source, DAY).tien_do} == {"t2-10": 65, "t2-9": 75}


def test_a_deadline_that_was_adjusted_keeps_the_one_of_the_plan(source: Path) -> None:
    later = report(
        "6.1",
        "Đang thực hiện",
        50,
        han_moi=date(2025, 12, 31),
        van_ban="Công văn số 9/UBND-KT ngày 05/11/2025",
    )
    bring(source, filled(sent(source) / "tien-do-stc.xlsx", later))
    state = progress_on(source, DAY).of("t6-1")
    assert state is not None
    assert state.han_dieu_chinh is not None
    assert state.han_dieu_chinh.ngay == date(2025, 12, 31)
    case = next(c for c in board(source, as_of=date(2025, 12, 1))[0].cases if c.so == "6.1")
    assert (case.den, case.qua) == (date(2025, 9, 30), 62)
