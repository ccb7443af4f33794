"""A list of addressees (.xlsx, .xls, .csv) → one record for each row.

The first table of the first sheet in sight counts: its headings become fields, "Tên xã" the field `ten_xa`.
"""

import csv
import io
import re

from vanban.model.errors import SourceError
from vanban.model.letters import Addressee, AddressList
from vanban.model.workbook import Cell, ReadSheet, cell_name
from vanban.office.xlsx_reading import read_workbook
from vanban.read.workbook.rows import HEADING_ROWS, text_of
from vanban.viet.text import squeeze, strip_marks

_ERROR = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE)
_NEARLY = 0.6
_DELIMITERS = ";,\t"
_CSV = "bảng"
"""What the only sheet of a .csv is called."""


def read_address_list(data: bytes, where: str) -> AddressList:
    """The addressees in a file; `where` names it in messages.

    Raises SourceError for what is no table, and, all at once with their cells, for headings that are missing
    or doubled and for cells that hold an error of a formula.
    """
    if where.lower().endswith(".csv"):
        sheets = [ReadSheet(_CSV, _csv_rows(data, where))]
    else:
        sheets = [sheet for sheet in read_workbook(data, where) if not sheet.hidden]
    sheet = next((s for s in sheets if any(text_of(cell).strip() for row in s.rows for cell in row)), None)
    if sheet is None:
        raise SourceError("danh sách không có ô nào có chữ", where=where, next_step="kiểm tra lại tệp")
    return _Table(sheet, where).read()


def field_of(heading: str) -> str:
    """The name by which a template asks for a column: "Tên xã (mới)" is `ten_xa_moi`."""
    return re.sub(r"[^0-9a-z]+", "_", strip_marks(heading).lower()).strip("_")


class _Table:
    """One sheet while it is read; gathers every fault."""

    def __init__(self, sheet: ReadSheet, where: str) -> None:
        self.sheet, self.where = sheet, where
        self.texts = [[squeeze(text_of(cell)) for cell in row] for row in sheet.rows]
        self.faults: list[str] = []

    def read(self) -> AddressList:
        top = self._heading_row()
        columns = self._columns(top)
        rows: list[Addressee] = []
        for number in range(top + 1, len(self.texts)):
            if any(self.texts[number]):
                rows.append(self._addressee(len(rows) + 1, number, columns))
        if not rows and not self.faults:
            self.faults.append("dưới dòng tiêu đề không có dòng nào")
        if self.faults:
            raise SourceError(
                "danh sách có lỗi:\n  " + "\n  ".join(self.faults),
                where=self.where,
                next_step="sửa trong Excel, lưu lại rồi chạy lại; chưa có văn bản nào được tạo",
            )
        headings = {key: self.texts[top][at] for at, key in columns.items()}
        return AddressList(self.where, headings, rows)

    def _heading_row(self) -> int:
        """The first row that is nearly as full as the fullest: titles above a table hold a cell or two."""
        filled = [sum(map(bool, row)) for row in self.texts[:HEADING_ROWS]]
        enough = max(filled) * _NEARLY
        return next(number for number, count in enumerate(filled) if count >= enough)

    def _columns(self, top: int) -> dict[int, str]:
        """The fields by the number of their column."""
        columns: dict[int, str] = {}
        for at, heading in enumerate(self.texts[top]):
            key = field_of(heading)
            below = [row[at] for row in self.texts[top + 1 :] if row[at]]
            if not key and below:
                self.faults.append(f"{self._place(top, at)}: cột có chữ mà không có tiêu đề")
            elif key in columns.values():
                self.faults.append(f"{self._place(top, at)}: tiêu đề “{heading}” trùng với một cột khác")
            elif key[:1].isdigit():
                self.faults.append(
                    f"{self._place(top, at)}: tiêu đề “{heading}” bắt đầu bằng chữ số, mẫu không gọi được"
                )
            elif key:
                columns[at] = key
        return columns

    def _addressee(self, number: int, row: int, columns: dict[int, str]) -> Addressee:
        values = {}
        for at, key in columns.items():
            words = self.texts[row][at]
            if _ERROR.fullmatch(words):
                self.faults.append(f"{self._place(row, at)}: công thức lỗi {words}")
            if words:
                values[key] = words
        return Addressee(number, f"trang “{self.sheet.name}”, dòng {row + 1}", values)

    def _place(self, row: int, column: int) -> str:
        return f"trang “{self.sheet.name}”, ô {cell_name(row, column)}"


def _csv_rows(data: bytes, where: str) -> list[list[Cell]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            "tệp .csv không ở bảng mã UTF-8", where=where, next_step="lưu lại dạng .xlsx, hoặc CSV UTF-8"
        ) from error
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise SourceError(
            f"tệp .csv hỏng ({error})", where=where, next_step="lưu lại bằng Excel dạng .xlsx"
        ) from error
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]
