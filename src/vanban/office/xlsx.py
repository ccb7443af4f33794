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
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from vanban.model.workbook import Column, Formula, NewCell, NewSheet, shown
from vanban.office.xlsx_guards import guard, limit, offer
from vanban.office.xlsx_styles import (
    ABOVE,
    ABOVE_DATE,
    HEADING,
    STRONG,
    WORDS,
    add_styles,
    height_of,
    style_of,
)

CHOICES_SHEET: Final = "_lua_chon"
"""Name of the hidden sheet with the words that lists offer."""

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, in no zone: never the real time
_ZIP_TIME: Final = (2000, 1, 1, 0, 0, 0)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_OWN_HEIGHT: Final = re.compile(rb' customHeight="1"')
"""Without this a row grows again when a person types more into it."""
_WIDE: Final = 200
"""Characters beside each other that A4 cannot show."""
_LIKE_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "'")
_SPARE_ROWS: Final = 200
"""Rows below the table for which lists are offered too: people add rows."""


def write_workbook(sheets: Sequence[NewSheet], *, title: str = "") -> bytes:
    """The .xlsx with these sheets, the first one open. Names of sheets must differ and be ≤ 31 characters."""
    book = Workbook()
    book.remove(book.active)
    add_styles(book)
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
                _put(sheet, row, number, word, WORDS)


def _write_sheet(target: Worksheet, sheet: NewSheet, choices: _Choices) -> None:
    for row, line in enumerate(sheet.above, start=1):
        for number, value in enumerate((line,) if isinstance(line, str) else line, start=1):
            _put(target, row, number, value, ABOVE_DATE if isinstance(value, date) else ABOVE)
    head = len(sheet.above) + 1
    end = head + len(sheet.rows) + sheet.spare_rows
    below = (head + 1, end if sheet.spare_rows else end + _SPARE_ROWS)
    for number, column in enumerate(sheet.columns, start=1):
        _put(target, head, number, column.heading, HEADING)
        _set_up_column(target, number, column, choices, below)
    heads = [column.heading for column in sheet.columns]
    target.row_dimensions[head].height = height_of(heads, sheet.columns)
    looks = [style_of(column, sheet.protected) for column in sheet.columns]
    filled = sheet.protected or bool(sheet.tones)  # a cell without a style would be locked, and bare
    for i, cells in enumerate(sheet.rows):
        mark = STRONG if i in sheet.strong_rows else ""
        for number, value in enumerate(cells, start=1):
            _put(target, head + 1 + i, number, value, looks[number - 1] + mark, styled=filled)
        target.row_dimensions[head + 1 + i].height = height_of(cells, sheet.columns)
    for row in range(head + 1 + len(sheet.rows), end + 1):
        for number, look in enumerate(looks, start=1):
            target.cell(row, number).style = look
    target.freeze_panes = target.cell(head + 1, sheet.frozen_columns + 1)
    guard(target, sheet, head + 1, end)
    _set_up_page(target, sheet, head)


def _set_up_column(
    target: Worksheet, number: int, column: Column, choices: _Choices, rows: tuple[int, int]
) -> None:
    letter = get_column_letter(number)
    target.column_dimensions[letter].width = column.width
    target.column_dimensions[letter].hidden = column.hidden
    where = f"{letter}{rows[0]}:{letter}{rows[1]}"
    if column.choices:
        offer(target, where, column, choices.place(column.choices))
    elif column.limits:
        limit(target, where, column, column.limits)


def _set_up_page(target: Worksheet, sheet: NewSheet, head: int) -> None:
    """On paper: A4 lying (A3 where wide), as wide as the page, headings on each page."""
    target.sheet_state = "hidden" if sheet.hidden else "visible"
    if sheet.rows and not sheet.hidden and not sheet.strong_rows:  # sorting would tear groups apart
        last = get_column_letter(len(sheet.columns))
        target.auto_filter.ref = f"A{head}:{last}{head + len(sheet.rows)}"
    target.page_setup.orientation = "landscape"
    wide = sum(column.width for column in sheet.columns if not column.hidden) > _WIDE
    target.page_setup.paperSize = target.PAPERSIZE_A3 if wide else target.PAPERSIZE_A4
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_title_rows = f"{head}:{head}"


def _put(
    target: Worksheet, row: int, number: int, value: NewCell, style: str, *, styled: bool = False
) -> None:
    if value is None or value == "":
        if styled or style != WORDS:
            target.cell(row, number).style = style
        return
    cell = target.cell(row, number)
    cell.style = style_of(value) if isinstance(value, date) and style == WORDS else style
    if isinstance(value, Formula):
        cell.value = f"={value.words}"
        return
    if not isinstance(value, str):
        cell.value = value
        return
    words = shown(value)
    cell._value = _ESCAPED.sub("_x005F_", words)  # not `value`: it would cut, and look for formulas
    cell.data_type = "s"
    if words.startswith(_LIKE_A_FORMULA):
        cell.quotePrefix = True


def _without_time(data: bytes) -> bytes:
    """The package with a fixed time in it and on each entry."""
    buffer = io.BytesIO()
    made = _MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            content = _MODIFIED.sub(rb"\g<1>" + made + rb"\g<2>", old.read(entry))
            if entry.filename.startswith("xl/worksheets/"):
                content = _OWN_HEIGHT.sub(b"", content)
            info = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return buffer.getvalue()
