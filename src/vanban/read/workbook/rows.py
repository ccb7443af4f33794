"""Rows of a workbook: cells as text, as days, and a table found by its headings."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from vanban.model.plan_form import NO, YES, FormColumn
from vanban.model.workbook import Cell, ReadSheet, cell_name, shown
from vanban.viet.dates import parse_date, short_date
from vanban.viet.text import nfc, squeeze, tone_key

HEADING_ROWS = 30
"""How far down the headings of a table are sought."""
_SERIAL_DAYS = range(20_000, 80_000)
"""Days of Excel from 1954 to 2119: a day in a cell that lost its form."""
_SERIAL_START = date(1899, 12, 30)
_ENOUGH_HEADINGS = 2


@dataclass
class Row:
    """A row of a table: its number in the sheet (from 0) and its cells by the key of their column."""

    sheet: str
    number: int
    cells: dict[str, Cell] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)

    def place(self, key: str) -> str:
        """Where the cell of a column stands, in words."""
        return f"trang “{self.sheet}”, ô {cell_name(self.number, self.columns.get(key, 0))}"


def text_of(cell: Cell) -> str:
    """The words that a person sees in a cell: 5.0 is "5", a day "15/8/2025"."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return nfc(shown(cell))
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.12g}"
    if isinstance(cell, datetime):
        day = short_date(cell.date())
        return day if cell.time() == time() else f"{cell:%H:%M} {day}"
    if isinstance(cell, date):
        return short_date(cell)
    if isinstance(cell, (time, timedelta)):
        return str(cell)[:5] if isinstance(cell, time) else str(cell)
    return str(cell)


def day_of(cell: Cell) -> date | None:
    """The day in a cell: a date, words such as 15/8/2025, or the bare number of a day; else None."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _SERIAL_START + timedelta(days=int(cell)) if int(cell) in _SERIAL_DAYS else None
    text = squeeze(text_of(cell))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return parse_date(text)


def is_empty(cells: Iterable[Cell]) -> bool:
    """Whether no cell has words."""
    return not any(text_of(cell).strip() for cell in cells)


def heading_key(cell: Cell) -> str:
    """What two spellings of one heading have in common."""
    return tone_key(squeeze(text_of(cell)))


def find_rows(sheet: ReadSheet, columns: Sequence[FormColumn], faults: list[str]) -> list[Row] | None:
    """The rows of the table whose headings are those of `columns`; None where the sheet has no such table.

    Headings that are unknown or stand twice are added to `faults`.
    """
    known = {tone_key(column.heading): column.key for column in columns}
    best, found = 0, -1
    for i, cells in enumerate(sheet.rows[:HEADING_ROWS]):
        count = len({heading_key(cell) for cell in cells} & known.keys())
        if count > best:
            best, found = count, i
    if best < min(_ENOUGH_HEADINGS, len(columns)):
        return None
    places = _places(sheet, found, known, [c.heading for c in columns if not c.hidden], faults)
    rows = []
    for number, cells in enumerate(sheet.rows[found + 1 :], start=found + 1):
        if not is_empty(cells):
            values = {key: cells[at] if at < len(cells) else None for key, at in places.items()}
            rows.append(Row(sheet.name, number, values, places))
    return rows


def _places(
    sheet: ReadSheet, number: int, known: dict[str, str], headings: list[str], faults: list[str]
) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, cell in enumerate(sheet.rows[number]):
        name = squeeze(text_of(cell))
        where = f"trang “{sheet.name}”, ô {cell_name(number, at)}"
        key = known.get(heading_key(cell))
        if key is None:
            if name or not is_empty(row[at] for row in sheet.rows[number + 1 :] if at < len(row)):
                faults.append(f"{where}: {_unknown(name, headings)}")
        elif key in places:
            faults.append(f"{where}: cột “{name}” có hai lần")
        else:
            places[key] = at
    return places


def _unknown(name: str, headings: list[str]) -> str:
    if not name:
        return "cột này không có tên; xóa cột hoặc ghi tên cột"
    close = difflib.get_close_matches(name, headings, n=1, cutoff=0.6)
    hint = f"; có phải “{close[0]}”?" if close else f"; các cột được dùng: {', '.join(headings)}"
    return f"cột “{name}” không có trong mẫu{hint}"
