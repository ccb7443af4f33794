"""A workbook that anyone may have sent → its sheets, safely.

calamine is fast but trusts the file: one cell at the far corner of a sheet makes it ask for more memory than
there is, which ends the whole process. So the package is looked at before it is opened. What cannot be
read is a `SourceError` that says what the file seems to be and what to do.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final, NoReturn

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from vanban.model.errors import SourceError
from vanban.model.workbook import Cell, MergedCells, ReadSheet, cell_name
from vanban.office.xlsx_formats import Place, as_shown, shown_dates

MAX_TOTAL_BYTES: Final = 150 * 1024 * 1024
MAX_ENTRIES: Final = 5_000
MAX_RATIO: Final = 300
RATIO_MATTERS_ABOVE: Final = 10 * 1024 * 1024
MAX_CELLS: Final = 2_000_000
"""Cells from A1 to the last one with words: 1,000 tasks take 20,000."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

_TAG: Final = re.compile(
    rb"""<(?:\w+:)?(c|row)(?=[\s>/])((?:[^<>"'/]++|"[^"<]*+"|'[^'<]*+'|/(?!>))*+)(/?)>"""
)
"""A cell or a row with its attributes; the last group tells that it holds nothing."""
_NAME: Final = re.compile(rb"""(?<![\w:])r\s*=\s*["']\s*([A-Za-z]*)(\d*)""")
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ASK_AGAIN: Final = "xin lại tệp từ người gửi, hoặc mở bằng Excel và lưu lại dạng .xlsx"
_SAVE_AS: Final = "mở bằng Excel, chọn Lưu thành… kiểu Excel Workbook (.xlsx) rồi chạy lại"
_UNLOCK: Final = "mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại"


def read_workbook(data: bytes, where: str) -> list[ReadSheet]:
    """The sheets of an .xlsx, .xlsm or .xls; `where` names the file in messages.

    Raises SourceError for what is no workbook, is broken, has a password, or would take far more room
    than tables of a plan do.
    """
    if not data:
        _refuse("tệp rỗng (0 byte)", where, "kiểm tra lại tệp, có thể tải xuống chưa xong")
    if data.startswith(_OLE):
        _check_old(data, where)
    elif data.startswith(b"PK"):
        _check_package(data, where)
    else:
        _refuse(_guess(data), where, "chọn đúng tệp Excel (.xlsx)")
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return list(_sheets(book, shown_dates(data)))
    except PasswordError as error:
        _refuse("tệp Excel có mật khẩu", where, _UNLOCK, error)
    except CalamineError as error:
        _refuse(f"không đọc được tệp Excel: {error}", where, _ASK_AGAIN, error)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # no subclass of Exception
            raise
        _refuse("tệp Excel bị hỏng", where, _ASK_AGAIN, error)


def _sheets(book: CalamineWorkbook, forms: dict[str, dict[Place, str]]) -> Iterable[ReadSheet]:
    for about in book.sheets_metadata:
        if "WorkSheet" not in str(about.typ):
            continue
        sheet = book.get_sheet_by_name(about.name)
        rows = _rows(sheet, forms.get(about.name, {}))
        yield ReadSheet(about.name, rows, _merged(sheet), about.visible != SheetVisibleEnum.Visible)


def _rows(sheet: CalamineSheet, forms: dict[Place, str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), form in forms.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = as_shown(rows[row][column], form)
    return rows


def _merged(sheet: CalamineSheet) -> tuple[MergedCells, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple(MergedCells(*first, *last) for first, last in ranges)


def _check_old(data: bytes, where: str) -> None:
    """An OLE file: a workbook of before 2007, or a newer one under a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        _refuse("tệp Excel có mật khẩu", where, _UNLOCK)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        _refuse("tệp không phải bảng tính Excel", where, "chọn đúng tệp Excel (.xlsx)")


def _check_package(data: bytes, where: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename]
            _check_limits(entries, where)
            names = {entry.filename.replace("\\", "/").lower() for entry in entries}
            if "xl/workbook.xml" not in names and not any(name.endswith("workbook.xml") for name in names):
                _refuse(_other_package(names), where, _SAVE_AS)
            for entry in entries:
                _check_part(archive.read(entry), where)
    except _BROKEN as error:
        _refuse("tệp .xlsx bị cắt cụt hoặc hỏng", where, _ASK_AGAIN, error)


def _check_limits(entries: list[zipfile.ZipInfo], where: str) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        _refuse("tệp .xlsx có phần bị mã hóa", where, _UNLOCK)
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL_BYTES:
        size = f"{len(entries)} phần, bung ra {total // 2**20} MB"
        _refuse(f"tệp quá lớn ({size})", where, "chỉ giữ lại các trang tính của kế hoạch rồi lưu lại")
    for entry in entries:
        if entry.file_size > RATIO_MATTERS_ABOVE and entry.file_size > MAX_RATIO * max(
            entry.compress_size, 1
        ):
            _refuse(
                f"phần {entry.filename} nén quá {MAX_RATIO} lần, giống tệp phá hoại (zip bomb)",
                where,
                "không mở tệp này; hỏi lại người gửi",
            )


def _check_part(part: bytes, where: str) -> None:
    """Refuse a sheet whose cells lie so far apart that the space between them would fill the memory."""
    if b"sheetData" not in part:
        return
    height, width = _extent(part)
    if height > _LAST_ROW or width > _LAST_COLUMN:
        _refuse("tệp có ô nằm ngoài trang tính", where, _ASK_AGAIN)
    if height * width > MAX_CELLS:
        _refuse(
            f"trang tính quá lớn: có ô ở tận {cell_name(height - 1, width - 1)}",
            where,
            "xóa các ô ở xa bảng (Ctrl+End để tới ô cuối), lưu lại rồi chạy lại",
        )


def _extent(part: bytes) -> tuple[int, int]:
    """Rows and columns from A1 to the last cell with words; a cell without a name stands next to the last."""
    height = width = row = column = 0
    for kind, attributes, empty in _TAG.findall(part):
        named = _NAME.search(attributes)
        if kind == b"row":
            row, column = int(named[2] or 0) if named else row + 1, 0
            continue
        column = _number(named[1]) if named else column + 1
        if not empty:
            height, width = max(height, int(named[2] or 0) if named else 0, row), max(width, column)
    return height, width


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _guess(data: bytes) -> str:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return "tệp là PDF, không phải bảng tính Excel"
    if head.startswith((b"<html", b"<!doctype html", b"<table")):
        return "tệp là trang web (HTML) mang đuôi Excel"
    return "tệp không phải bảng tính Excel"


def _other_package(names: Iterable[str]) -> str:
    listed = set(names)
    if any(name.endswith("workbook.bin") for name in listed):
        return "tệp là Excel nhị phân (.xlsb), chưa đọc được"
    if any(name.startswith("word/") for name in listed):
        return "tệp là văn bản Word (.docx), không phải bảng tính Excel"
    if "content.xml" in listed:
        return "tệp là OpenDocument (.ods), chưa đọc được"
    return "gói zip không có trang tính nào"


def _refuse(what: str, where: str, next_step: str, cause: BaseException | None = None) -> NoReturn:
    raise SourceError(what, where=where, next_step=next_step) from cause
