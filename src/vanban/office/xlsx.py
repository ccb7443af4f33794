"""A workbook → the bytes of an .xlsx, for people: headings in sight, long words wrapped, choices in lists.

The same workbook gives the same bytes. Words stay words: nothing is taken for a formula, a number or a
date that was not given as one, whatever a cell begins with. What a cell of Excel cannot hold (control
characters) is left out.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from vanban.model.workbook import Cell, Column, Look, NewSheet, shown

CHOICES_SHEET: Final = "_lua_chon"
"""Name of the hidden sheet with the words that lists offer."""

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, in no zone: never the real time
_ZIP_TIME: Final = (2000, 1, 1, 0, 0, 0)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "'")
_SPARE_ROWS: Final = 200
"""Rows below the table for which lists are offered too: people add rows."""
_FORMATS: Final = {Look.TEXT: "General", Look.CODE: "@", Look.DATE: "dd/mm/yyyy", Look.NUMBER: "General"}
_FONT: Final = "Times New Roman"


def write_workbook(sheets: Sequence[NewSheet], *, title: str = "") -> bytes:
    """The .xlsx with these sheets, the first one open. Names of sheets must differ and be ≤ 31 characters."""
    book = Workbook()
    book.remove(book.active)
    for style in _styles():
        book.add_named_style(style)
    choices = _Choices()
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet, choices)
    choices.write(book)
    book.properties.title = title or None
    book.properties.creator = "vanban"
    book.properties.created = book.properties.modified = _MADE
    buffer = io.BytesIO()
    book.save(buffer)
    return _without_time(buffer.getvalue())


class _Choices:
    """The words of all lists, a column each of one hidden sheet: a list inside a rule may not be long."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], str] = {}

    def place(self, words: tuple[str, ...]) -> str:
        """The range that holds these words, as a formula names it."""
        letter = self._columns.setdefault(words, get_column_letter(len(self._columns) + 1))
        return f"{quote_sheetname(CHOICES_SHEET)}!${letter}$1:${letter}${len(words)}"

    def write(self, book: Workbook) -> None:
        """Add the hidden sheet, if any list was placed."""
        if not self._columns:
            return
        sheet = book.create_sheet(CHOICES_SHEET)
        sheet.sheet_state = "hidden"
        for number, words in enumerate(self._columns, start=1):
            for row, word in enumerate(words, start=1):
                _put(sheet, row, number, word, "vanban TEXT")


def _write_sheet(target: Worksheet, sheet: NewSheet, choices: _Choices) -> None:
    for row, line in enumerate(sheet.above, start=1):
        _put(target, row, 1, line, "vanban đầu đề")
    head = len(sheet.above) + 1
    for number, column in enumerate(sheet.columns, start=1):
        _put(target, head, number, column.heading, "vanban tên cột")
        letter = get_column_letter(number)
        target.column_dimensions[letter].width = column.width
        target.column_dimensions[letter].hidden = column.hidden
        if column.choices:
            last = head + len(sheet.rows) + _SPARE_ROWS
            _offer(target, f"{letter}{head + 1}:{letter}{last}", column, choices)
    looks = [f"vanban {column.look.name}" for column in sheet.columns]
    for i, cells in enumerate(sheet.rows):
        strong = i in sheet.strong_rows
        for number, value in enumerate(cells, start=1):
            _put(target, head + 1 + i, number, value, "vanban nhóm" if strong else looks[number - 1])
    target.freeze_panes = target.cell(head + 1, sheet.frozen_columns + 1)
    _set_up_page(target, sheet, head)


def _set_up_page(target: Worksheet, sheet: NewSheet, head: int) -> None:
    """On paper: A4 lying, as wide as the page, headings on each page."""
    target.sheet_state = "hidden" if sheet.hidden else "visible"
    if sheet.rows and not sheet.hidden and not sheet.strong_rows:  # sorting would tear groups apart
        last = get_column_letter(len(sheet.columns))
        target.auto_filter.ref = f"A{head}:{last}{head + len(sheet.rows)}"
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = target.PAPERSIZE_A4
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_title_rows = f"{head}:{head}"


def _offer(target: Worksheet, where: str, column: Column, choices: _Choices) -> None:
    rule = DataValidation(type="list", formula1=choices.place(column.choices), allow_blank=True)
    rule.showErrorMessage = column.only_choices
    rule.errorTitle = "Không có trong danh sách"
    rule.error = f"Cột “{column.heading}”: chọn một mục trong danh sách, hoặc để trống."
    rule.add(where)
    target.add_data_validation(rule)


def _put(target: Worksheet, row: int, number: int, value: Cell, style: str) -> None:
    if value is None or value == "":
        if style != "vanban TEXT":
            target.cell(row, number).style = style
        return
    cell = target.cell(row, number)
    cell.style = "vanban DATE" if isinstance(value, date) and style == "vanban TEXT" else style
    if not isinstance(value, str):
        cell.value = value
        return
    words = shown(value)
    cell._value = _ESCAPED.sub("_x005F_", words)  # not `value`: it would cut, and look for formulas
    cell.data_type = "s"
    if words.startswith(_LIKE_A_FORMULA):
        cell.quotePrefix = True


def _styles() -> list[NamedStyle]:
    thin = Side(style="thin", color="FFA6A6A6")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)
    top = Alignment(vertical="top", wrap_text=True)

    def style(name: str, *, bold: bool = False, **rest: Any) -> NamedStyle:
        return NamedStyle(name=f"vanban {name}", font=Font(name=_FONT, size=12, bold=bold), **rest)

    looks = [
        style(look.name, alignment=top, border=frame, number_format=code) for look, code in _FORMATS.items()
    ]
    fill = PatternFill("solid", fgColor="FFD9E2F3")
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return [
        *looks,
        style("tên cột", bold=True, alignment=middle, border=frame, fill=fill),
        style("nhóm", bold=True, alignment=top, border=frame, fill=PatternFill("solid", fgColor="FFF2F2F2")),
        style("đầu đề", bold=True, alignment=Alignment(vertical="top")),
    ]


def _without_time(data: bytes) -> bytes:
    """The package with a fixed time in it and on each entry."""
    buffer = io.BytesIO()
    made = _MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            content = _MODIFIED.sub(rb"\g<1>" + made + rb"\g<2>", old.read(entry))
            info = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return buffer.getvalue()
