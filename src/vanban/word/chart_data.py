"""The workbook inside a chart: what Word opens under "Edit Data". The same chart gives the same bytes.

Rows of the chart are rows of its one sheet, series its columns; the first column holds the names of the
rows, the first line those of the series.
"""

import io
import re
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from vanban.model.report import Chart
from vanban.word.archive import pack, unpack
from vanban.word.ooxml import printable

SHEET = "Dữ liệu"
_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_MADE = datetime(2020, 3, 5)  # noqa: DTZ001
"""No moment of a run: two equal papers would differ."""


def chart_workbook(chart: Chart, font: str) -> bytes:
    """The .xlsx with the figures of the chart."""
    book = Workbook()
    book.properties.creator = "vanban"
    book.properties.title = printable(chart.ten)
    sheet = book.active
    sheet.title = SHEET
    heads = ["", *(series.ten for series in chart.chuoi)]
    for column, words in enumerate(heads, start=1):
        _write(sheet, 1, column, words)
    for row, name in enumerate(chart.hang, start=2):
        _write(sheet, row, 1, name)
        for column, series in enumerate(chart.chuoi, start=2):
            sheet.cell(row, column).value = series.gia_tri[row - 2].gia_tri
    for cell in (cell for line in sheet.iter_rows() for cell in line):
        cell.font = Font(name=font, size=12, bold=cell.row == 1)
    for column in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 40 if column == 1 else 18
    buffer = io.BytesIO()
    book.save(buffer)
    parts = unpack(buffer.getvalue())
    day = _MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    parts[_CORE] = _STAMP.sub(rb"\g<1>" + day, parts[_CORE])
    return pack(parts)


def series_name(column: int) -> str:
    """Where the name of a series stands; the first series has `column` 0."""
    return f"'{SHEET}'!${_letter(column)}$1"


def series_values(column: int, rows: int) -> str:
    """Where the values of a series stand."""
    return f"'{SHEET}'!${_letter(column)}$2:${_letter(column)}${rows + 1}"


def row_names(rows: int) -> str:
    """Where the names of the rows stand."""
    return f"'{SHEET}'!$A$2:$A${rows + 1}"


def _letter(column: int) -> str:
    return str(get_column_letter(column + 2))


def _write(sheet: "Workbook", row: int, column: int, words: str) -> None:
    """Words, never a formula, whatever they begin with."""
    cell = sheet.cell(row, column)
    cell.value = printable(words)
    cell.data_type = "s"
