"""Damaged and tampered workbooks: each is refused, every fault at its cell; the record stays as it was."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from progress_desk import AT, bring, changed, filled, new_desk, report, sent, tree

from vanban import progress_exchange
from vanban.model.errors import SourceError
from vanban.progress_exchange import import_progress

Book = openpyxl.Workbook
Harm = Callable[[Book], None]


def put(*cells: tuple[str, str, object]) -> Harm:
    """Writes values into cells: sheet, cell, value."""

    def harm(book: Book) -> None:
        for sheet, place, value in cells:
            book[sheet][place] = value

    return harm


T, V, K, N, C = "Tiến độ", "Văn bản", "Khó khăn", "Kiến nghị", "Chỉ tiêu"


def error_cell(book: Book) -> None:
    report("3.2", "Đang thực hiện", 50)(book)
    book[T]["K7"].value = "#REF!"
    book[T]["K7"].data_type = "e"


def copy_row(book: Book) -> None:
    report("2.3", "Đang thực hiện", 10)(book)
    for column in range(1, 23):
        book[T].cell(9, column).value = book[T].cell(6, column).value


def drop_row(book: Book) -> None:
    book[T].delete_rows(7)


def drop_column(book: Book) -> None:
    book[T].delete_cols(10)


def swap_ids(book: Book) -> None:
    sheet = book[T]
    sheet["V6"].value, sheet["V7"].value = sheet["V7"].value, sheet["V6"].value


def paper(row: int, *values: object) -> list[tuple[str, str, object]]:
    return [(V, f"{letter}{row}", value) for letter, value in zip("ACDEFGH", values, strict=False)]


def doubled_paper(book: Book) -> None:
    report("6.2", "Đang thực hiện", 50)(book)
    same = ("6.2", None, "Quyết định", "9/QĐ-UBND", date(2025, 11, 1), "Ủy ban", "ban hành Đề án")
    put(*paper(2, *same), *paper(3, *same))(book)


UNDER_WAY = report("3.2", "Đang thực hiện", 50)


def also(first: Harm, *then: Harm) -> Harm:
    def harm(book: Book) -> None:
        for one in (first, *then):
            one(book)

    return harm


CELLS: dict[str, tuple[Harm, list[str]]] = {
    "trạng thái lạ": (put((T, "J6", "Gần xong"), (T, "K6", 90)), ["ô J6: “Gần xong” không có trong danh"]),
    "quá hạn như trạng thái": (put((T, "J6", "Quá hạn"), (T, "K6", 9)), ["ô J6: “Quá hạn” không có trong"]),
    "phần trăm quá 100": (report("3.2", "Đang thực hiện", 150), ["ô K7: “150” không phải số nguyên từ 0"]),
    "phần trăm âm": (report("3.2", "Đang thực hiện", -5), ["ô K7: “-5” không phải số nguyên"]),
    "phần trăm lẻ": (report("3.2", "Đang thực hiện", 0.6), ["ô K7: “0.6” không phải số nguyên"]),
    "phần trăm là chữ": (report("3.2", "Đang thực hiện", "sáu mươi"), ["ô K7: “sáu mươi” không phải số"]),
    "đang mà không có phần trăm": (report("3.2", "Đang thực hiện"), ["ô K7: Đang thực hiện thì phải ghi"]),
    "đang mà 100": (report("3.2", "Đang thực hiện", 100), ["ô K7: đã 100 mà trạng thái là Đang"]),
    "chưa mà có phần trăm": (report("3.2", "Chưa thực hiện", 20), ["ô K7: Chưa thực hiện thì phải là 0"]),
    "xong mà chưa 100": (
        report("6.2", "Hoàn thành", 90, date(2025, 11, 1)),
        ["ô K8: Hoàn thành thì phải là 100, đang ghi 90"],
    ),
    "xong mà không có ngày": (report("6.2", "Hoàn thành", 100), ["ô L8: Hoàn thành thì phải ghi ngày"]),
    "chưa xong mà có ngày": (
        report("6.2", "Đang thực hiện", 50, date(2025, 11, 1)),
        ["ô L8: Đang thực hiện mà đã ghi ngày hoàn thành"],
    ),
    "ngày 30/02": (report("6.2", "Hoàn thành", 100, "30/02/2025"), ["ô L8: “30/02/2025” không phải ngày có"]),
    "ngày là chữ": (report("6.2", "Hoàn thành", 100, "15/8/2025"), ["ô L8: “15/8/2025” là chữ, không phải"]),
    "ngày là lời": (report("6.2", "Hoàn thành", 100, "giữa tháng 8"), ["ô L8: “giữa tháng 8” không phải"]),
    "ngày là số": (report("6.2", "Hoàn thành", 100, 7), ["ô L8: ngày 07/01/1900 quá xa trước kế hoạch"]),
    "ngày sau ngày chốt": (
        report("6.2", "Hoàn thành", 100, date(2025, 12, 15)),
        ["ô L8: ngày 15/12/2025 sau ngày chốt số liệu 30/11/2025"],
    ),
    "ngày từ thế kỷ trước": (
        report("6.2", "Hoàn thành", 100, datetime(1925, 8, 15)),  # noqa: DTZ001
        ["ô L8: ngày 15/8/1925 quá xa trước kế hoạch"],
    ),
    "công thức ở phần trăm": (report("3.2", "Đang thực hiện", "=10+40"), ["ô K7: ô chứa công thức"]),
    "công thức ở kết quả": (
        report("3.2", "Đang thực hiện", 50, ket_qua='=HYPERLINK("x")'),
        ["ô N7: ô chứa công thức"],
    ),
    "ô báo lỗi": (error_cell, ["ô K7: ô báo lỗi của Excel"]),
    "nội dung mà không có trạng thái": (put((T, "N7", "Đã họp")), ["ô J7: nhiệm vụ 3.2 có nội dung mà chưa"]),
    "hạn mới không văn bản": (
        report("3.2", "Đang thực hiện", 5, han_moi=date(2025, 12, 31)),
        ["ô P7: có hạn điều chỉnh thì phải ghi văn bản"],
    ),
    "văn bản không hạn mới": (
        report("3.2", "Đang thực hiện", 5, van_ban="Công văn số 9"),
        ["ô O7: có văn bản cho phép thì phải ghi hạn điều chỉnh"],
    ),
    "hạn mới trước hạn cũ": (
        report("3.2", "Đang thực hiện", 5, han_moi=date(2025, 8, 1), van_ban="Công văn số 9"),
        ["ô O7: hạn điều chỉnh 01/8/2025 không sau hạn của kế hoạch 31/8/2025"],
    ),
    "sửa hạn của kế hoạch": (
        also(UNDER_WAY, put((T, "G7", date(2026, 6, 30)))),
        ["ô G7: ô khóa (cột “Hạn”) bị sửa: lúc gửi “31/8/2025”, nay “30/6/2026”"],
    ),
    "sửa tên nhiệm vụ": (put((T, "D6", "Việc dễ hơn")), ["ô D6: ô khóa (cột “Nhiệm vụ”) bị sửa"]),
    "xóa cơ quan chủ trì": (put((T, "E6", None)), ["ô E6: ô khóa (cột “Chủ trì”) bị sửa"]),
    "số 2.3 thành số thực": (
        put((T, "C6", 2.31)),
        ["ô C6: ô khóa (cột “Số”) bị sửa: lúc gửi “2.3”, nay “2.31”"],
    ),
    "sửa ngày chốt": (put((T, "D3", date(2026, 1, 31))), ["ô A3: dòng đầu biểu bị sửa"]),
    "hai dòng một nhiệm vụ": (copy_row, ["ô C9: nhiệm vụ 2.3 có hai dòng (dòng kia: trang “Tiến độ”, ô C6"]),
    "xóa dòng": (drop_row, ["trang “Tiến độ”: thiếu dòng của nhiệm vụ 3.2"]),
    "xóa cột": (drop_column, ["trang “Tiến độ”: thiếu cột “Trạng thái”"]),
    "đổi tên cột": (
        put((T, "J5", "Tình hình")),
        ["ô J5: cột “Tình hình” không có trong mẫu", "“Trạng thái”"],
    ),
    "thêm cột": (put((T, "W5", "Ghi chú thêm")), ["ô W5: cột “Ghi chú thêm” không có trong mẫu"]),
    "đổi mã hai dòng": (
        swap_ids,
        ["ô V6: dòng của nhiệm vụ 2.3 mang mã của nhiệm vụ 3.2", "ô V7: dòng của nhiệm vụ 3.2"],
    ),
    "mã của cơ quan khác": (
        put((T, "V6", "t6-1")),
        ["ô V6: mã “t6-1” không có trong biểu đã gửi", "thiếu dòng của nhiệm vụ 2.3"],
    ),
    "thêm dòng không mã": (put((T, "D9", "Việc mới")), ["ô V9: dòng này không có mã"]),
    "văn bản thiếu loại": (
        also(UNDER_WAY, put(*paper(2, "3.2", None, None, "9/QĐ-UBND"))),
        ["trang “Văn bản”, ô D2: cột “Loại văn bản” không được để trống"],
    ),
    "văn bản ngày mai": (
        also(UNDER_WAY, put(*paper(2, "3.2", None, "Quyết định", "9/QĐ", date(2025, 12, 9)))),
        ["trang “Văn bản”, ô F2: ngày 09/12/2025 sau ngày chốt"],
    ),
    "văn bản của nhiệm vụ lạ": (
        put(*paper(2, "6.1", None, "Quyết định")),
        ["trang “Văn bản”, ô A2: “6.1” không phải nhiệm vụ của biểu này: 2.3, 3.2, 6.2"],
    ),
    "văn bản không số nhiệm vụ": (put(*paper(2, None, None, "Quyết định")), ["ô A2: chưa chọn số nhiệm vụ"]),
    "văn bản hai lần": (
        doubled_paper,
        ["trang “Văn bản”, ô A3: dòng này lặp lại dòng ở trang “Văn bản”, ô A2"],
    ),
    "văn bản mà chưa trạng thái": (
        put(*paper(2, "3.2", None, "Quyết định")),
        ["trang “Tiến độ”, ô J7: nhiệm vụ 3.2 có nội dung mà chưa chọn trạng thái"],
    ),
    "nhãn lạ": (
        also(UNDER_WAY, put((K, "A2", "3.2"), (K, "C2", "thời tiết"), (K, "D2", "Mưa"))),
        ["trang “Khó khăn”, ô C2: “thời tiết” không có trong danh sách: thể chế"],
    ),
    "khó khăn không mô tả": (
        also(UNDER_WAY, put((K, "A2", "3.2"), (K, "C2", "kinh phí"))),
        ["trang “Khó khăn”, ô D2: cột “Mô tả” không được để trống"],
    ),
    "cơ quan giải quyết lạ": (
        also(UNDER_WAY, put((N, "A2", "3.2"), (N, "C2", "Cấp vốn"), (N, "D2", "Bộ Không Có"))),
        ["trang “Kiến nghị”, ô D2: “Bộ Không Có” không có trong sổ cơ quan"],
    ),
    "chỉ tiêu là chữ": (
        also(UNDER_WAY, put((C, "A2", "3.2"), (C, "C2", "Lớp"), (C, "E2", "khoảng 40"))),
        ["trang “Chỉ tiêu”, ô E2: “khoảng 40” không phải số"],
    ),
    "thiếu trang": (lambda book: book.remove(book[K]), ["trang “Khó khăn”: thiếu trang"]),
    "đổi tên trang": (
        lambda book: setattr(book[T], "title", "Bảng 1"),
        ["trang “Tiến độ”: thiếu trang, hoặc mất dòng tên cột"],
    ),
    "nhiều lỗi một lúc": (
        also(report("2.3", "Xong rồi", 300, "31/02/2025"), put((T, "G7", None), (T, "V8", "t9-9"))),
        ["ô J6", "ô K6", "ô L6", "ô G7", "ô V8", "thiếu dòng của nhiệm vụ 6.2"],
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, bytes]]:
    """A plan with a record of one import, and the workbook that was sent to an agency since.

    The plan is read once: it stays the same.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress_exchange, "settled", cache(progress_exchange.settled))
        yield _desk(tmp_path_factory)


def _desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    source = new_desk(tmp_path_factory.mktemp("ban"))
    first = filled(sent(source, "dau") / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50))
    bring(source, first)
    return source, (sent(source) / "tien-do-bql.xlsx").read_bytes()


def said_of(source: Path, data: bytes) -> str:
    """What the import says of a file; the folder of the record is the same, byte for byte."""
    path = source.parent / "nhan" / "bieu.xlsx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    before = tree(source.parent / "tien-do")
    with pytest.raises(SourceError) as told:
        import_progress(source, [path], at=AT)
    assert tree(source.parent / "tien-do") == before
    return str(told.value)


@pytest.mark.parametrize("name", CELLS)
def test_every_fault_is_told_at_its_cell_and_nothing_is_recorded(desk: tuple[Path, bytes], name: str) -> None:
    source, form = desk
    harm, wanted = CELLS[name]
    said = said_of(source, changed(form, harm))
    assert said.startswith(f"{len(wanted)} chỗ phải sửa; chưa ghi gì vào sổ tiến độ"), said
    assert [words for words in wanted if words not in said] == [], said


def test_a_fault_in_one_file_keeps_all_others_out(desk: tuple[Path, bytes]) -> None:
    source, form = desk
    good = source.parent / "tot.xlsx"
    good.write_bytes(changed(form, UNDER_WAY))
    bad = source.parent / "hong.xlsx"
    bad.write_bytes(changed(form, report("6.2", "Xong", 1)))
    broken = source.parent / "vo.xlsx"
    broken.write_bytes(form[:500])
    before = tree(source.parent / "tien-do")
    with pytest.raises(SourceError) as told:
        import_progress(source, [good, bad, broken], at=AT)
    assert tree(source.parent / "tien-do") == before
    assert all(name in str(told.value) for name in ("hong.xlsx, trang “Tiến độ”, ô J8", "vo.xlsx: "))


def hidden(harm: Callable[[list[str]], list[str]]) -> Callable[[bytes], bytes]:
    """Changes the pieces of the hidden sheet."""

    def change(data: bytes) -> bytes:
        def fill(book: Book) -> None:
            sheet = book["_vanban"]
            pieces = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
            for row, piece in enumerate(harm(pieces), start=1):
                sheet.cell(row, 1).value = piece

        return changed(data, fill)

    return change


def repacked(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
    return buffer.getvalue()


FILES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "rỗng": (lambda _: b"", "tệp rỗng"),
    "cắt cụt": (lambda data: data[: len(data) // 2], "cắt cụt hoặc hỏng"),
    "không phải bảng tính": (lambda _: b"Kinh gui...", "không phải tệp .xlsx"),
    "PDF đổi đuôi": (lambda _: b"%PDF-1.7\n", "không phải tệp .xlsx"),
    "có mật khẩu": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "không phải tệp .xlsx"),
    "bảng tính khác": (lambda _: changed_blank(), "không phải biểu tiến độ do vanban xuất"),
    "mất trang ẩn": (lambda data: changed(data, lambda b: b.remove(b["_vanban"])), "thiếu trang ẩn"),
    "sửa trang ẩn": (hidden(lambda p: [*p[:2], p[2].replace("t6-2", "t6-3")]), "bị sửa hoặc hỏng"),
    "sửa dấu niêm": (hidden(lambda p: [p[0], "0" * 64, *p[2:]]), "bị sửa hoặc hỏng"),
    "XML hỏng": (
        lambda data: repacked(data, "xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2]),
        "",
    ),
}


def changed_blank() -> bytes:
    buffer = io.BytesIO()
    Book().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_recorded(
    desk: tuple[Path, bytes], name: str
) -> None:
    source, form = desk
    change, wanted = FILES[name]
    said = said_of(source, change(form))
    assert "bieu.xlsx" in said
    assert wanted in said


def test_the_form_of_another_plan_is_told(desk: tuple[Path, bytes], tmp_path: Path) -> None:
    source, _ = desk
    other = new_desk(tmp_path)
    other.write_text(other.read_text(encoding="utf-8").replace("Việc ", "Nội dung "), encoding="utf-8")
    said = said_of(source, (sent(other) / "tien-do-bql.xlsx").read_bytes())
    assert "xuất từ kế hoạch khác" in said


def test_a_state_once_recorded_may_not_be_wiped(desk: tuple[Path, bytes]) -> None:
    source, _ = desk
    form = (sent(source, "xoa") / "tien-do-stc.xlsx").read_bytes()
    wiped = changed(form, put((T, "J6", None), (T, "K6", None)))
    assert "ô J6: trạng thái đã ghi lần trước bị xóa" in said_of(source, wiped)


def test_more_than_thirty_harms_are_tried() -> None:
    assert len(CELLS) + len(FILES) > 55
