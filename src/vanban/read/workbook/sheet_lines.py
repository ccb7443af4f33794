"""Sheets of any workbook → the lines and tables that a plan is read from.

A sheet may have a letterhead above its table and signatures below it, each in two columns of cells; merged
cells; a header in any of its first rows. Hidden sheets are left out.
"""

from collections.abc import Iterator, Sequence

from vanban.model.workbook import Cell, MergedCells, ReadSheet
from vanban.read.lines.columns import Header, find_header
from vanban.read.lines.source import SourceLine, SourceTable, table_line
from vanban.read.outline.tail import begins_tail
from vanban.read.workbook.rows import text_of
from vanban.viet.text import clean, squeeze, tone_key

_NATION = tone_key("cộng hòa xã hội chủ nghĩa việt nam")


def sheet_lines(sheets: Sequence[ReadSheet]) -> list[SourceLine]:
    """The lines of all sheets that people see; a line has the number of its row in its sheet."""
    return [line for sheet in sheets if not sheet.hidden for line in _lines(sheet)]


def _lines(sheet: ReadSheet) -> Iterator[SourceLine]:
    rows = [[clean(text_of(cell)) for cell in row] for row in sheet.rows]
    _repeat_merged(rows, sheet.merged)
    header = find_header(rows)
    if header is None:
        yield from _without_header(rows)
        return
    _name_numbers(rows, sheet.rows, header)
    end = next((i for i in range(header.end, len(rows)) if any(map(_ends, rows[i]))), len(rows))
    yield from _block(rows, 0, header.first)
    table = [i for i in range(header.first, end) if any(cell.strip() for cell in rows[i])]
    wide = [c for c in range(max(map(len, rows))) if any(c < len(rows[i]) and rows[i][c] for i in table)]
    yield table_line(
        SourceTable(
            tuple(tuple(rows[i][c] if c < len(rows[i]) else "" for c in wide) for i in table),
            tuple(i + 1 for i in table),
        ),
        new_page=True,
    )
    yield from _block(rows, end, len(rows))


def _ends(cell: str) -> bool:
    return bool(cell.strip()) and begins_tail(SourceLine(0, squeeze(cell)))


def _without_header(rows: Sequence[Sequence[str]]) -> Iterator[SourceLine]:
    """A sheet of words is lines; one of several columns stays a table."""
    full = [i for i, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if sum(sum(bool(cell.strip()) for cell in rows[i]) > 1 for i in full) * 2 > len(full):
        yield table_line(
            SourceTable(tuple(tuple(rows[i]) for i in full), tuple(i + 1 for i in full)), new_page=True
        )
        return
    yield from _block(rows, 0, len(rows))


def _block(rows: Sequence[Sequence[str]], start: int, end: int) -> Iterator[SourceLine]:
    """Cells as lines: of a letterhead or an end column by column, else row by row."""
    found = [(i, c) for i in range(start, end) for c, cell in enumerate(rows[i]) if cell.strip()]
    split = next((c for i, c in found if _is_right(rows[i][c], c)), None)
    if split:
        two_columns = [i for i in range(start, end) if any(c >= split for r, c in found if r == i)]
        last = max(two_columns, default=start)
        left = [(i, c) for i, c in found if c < split and i <= last]
        right = [(i, c) for i, c in found if c >= split and i <= last]
        found = [*left, *right, *[(i, c) for i, c in found if i > last]]
    for i, c in found:
        for piece in rows[i][c].split("\n"):
            if piece.strip():
                yield SourceLine(i + 1, piece.strip())


def _is_right(cell: str, column: int) -> bool:
    """Whether a cell opens the right column of a letterhead or of an end."""
    return column > 0 and (tone_key(squeeze(cell)).startswith(_NATION) or _ends(cell))


def _repeat_merged(rows: list[list[str]], merged: Sequence[MergedCells]) -> None:
    """A cell that is merged down stands in each of its rows."""
    for area in merged:
        last = min(area.last_row, len(rows) - 1)
        if area.first_row >= last or area.first_column >= len(rows[area.first_row]):
            continue
        for row in range(area.first_row + 1, last + 1):
            rows[row][area.first_column] = rows[area.first_row][area.first_column]


def _name_numbers(rows: list[list[str]], cells: Sequence[Sequence[Cell]], header: Header) -> None:
    """A task number that Excel took for a number lost its last zero: after 2.9 comes 2.10, not 2.1."""
    at = next((i for i, column in enumerate(header.columns) if column.key == "so"), None)
    if at is None:
        return
    before = ""
    for i in range(header.end, len(rows)):
        if at >= len(rows[i]):
            continue
        if isinstance(cells[i][at], float) and rows[i][at].count(".") == 1:
            whole, part = rows[i][at].split(".")
            before_whole, _, before_part = before.partition(".")
            if before_whole == whole and before_part.endswith("9") and int(before_part) + 1 == int(part) * 10:
                rows[i][at] += "0"
        before = rows[i][at] or before
