"""What a table adds to its cells: the conditional parts of its style, and borders that are rule lines."""

from typing import Final, NamedTuple

from vanban.model.sheet import Cell
from vanban.word.observe_properties import Edge, Element, attr, child, edge
from vanban.word.observe_styles import TableLook, is_on_attribute
from vanban.word.ooxml import w

_MOST_LINES: Final = 4
"""A table with more single borders than this is ruled, and none of them stands for a line."""
_SIDES: Final = {w(side): side for side in ("top", "left", "bottom", "right", "insideH", "insideV")} | {
    w("start"): "left",
    w("end"): "right",
}
_BITS: Final = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_PARTS: Final = {"firstColumn": "firstCol", "lastColumn": "lastCol"}


class CellEdge(NamedTuple):
    """A border above or below a single cell."""

    cell: Cell
    below: bool
    edge: Edge


class Conditions:
    """Which conditional parts of its style a table switches on (`w:tblLook`), cell by cell."""

    def __init__(self, properties: Element | None, chain: list[Element], rows: int) -> None:
        self._rows = rows
        self._style = (attr(chain[-1], "styleId") or "",) if chain else ()
        look = child(properties, "tblLook")
        has_parts = look is not None and any(child(style, "tblStylePr") is not None for style in chain)
        self._on = {name for name in _BITS if has_parts and _is_on(look, name)}

    def look(self, row: int, *, first: bool, last: bool) -> TableLook:
        """The look of a cell: columns first, as those of rows are stronger."""
        if not self._on:
            return self._style
        holds = {
            "firstColumn": first,
            "lastColumn": last,
            "firstRow": row == 0,
            "lastRow": row == self._rows - 1,
        }
        return (*self._style, *(_PARTS.get(n, n) for n, here in holds.items() if here and n in self._on))


class TableEdges:
    """The borders of single cells of a table that has no upright ones.

    People draw the line under Tiêu ngữ or the agency as the border of a narrow cell. A table with upright
    borders is a grid, and one with many level ones is ruled: their borders are no such lines.
    """

    def __init__(self, properties: Element | None, chain: list[Element], rows: int) -> None:
        self._last_row = rows - 1
        self._table: dict[str, Edge | None] = {}
        for level in [child(style, "tblPr", "tblBorders") for style in chain]:
            self._table.update(_edges(level))
        self._table.update(_edges(child(properties, "tblBorders")))
        upright = (self._table.get(side) for side in ("left", "right", "insideV"))
        self._is_grid = any(found is not None for found in upright)
        self._found: dict[tuple[int, int], CellEdge] = {}

    def note(self, cell: Cell, borders: Element | None) -> None:
        """Look at the borders of a cell (`w:tcBorders`)."""
        if self._is_grid:
            return
        own = _edges(borders)
        if not own and not self._table:
            return
        if own.get("left") or own.get("right"):
            self._is_grid = True
            return
        inside = self._table.get("insideH")
        above = own.get("top", self._table.get("top") if cell.row == 0 else inside)
        under = own.get("bottom", self._table.get("bottom") if cell.row == self._last_row else inside)
        for found, below in ((above, False), (under, True)):
            place = (cell.row + below, cell.column)
            if found is not None:  # the border between two cells is one line, whoever of them names it
                self._found.setdefault(place, CellEdge(cell, below, found))
        self._is_grid = len(self._found) > _MOST_LINES

    def lines(self) -> list[CellEdge]:
        """The borders found; none in a grid and in a ruled table."""
        return [] if self._is_grid else list(self._found.values())


def _edges(borders: Element | None) -> dict[str, Edge | None]:
    found = () if borders is None else borders
    return {_SIDES[str(side.tag)]: edge(side) for side in found if side.tag in _SIDES}


def _is_on(look: Element | None, name: str) -> bool:
    own = attr(look, name)
    if own is not None:
        return is_on_attribute(own)
    bits = attr(look, "val") or "0"
    return all(c in "0123456789abcdefABCDEF" for c in bits[:8]) and bool(int(bits[:8], 16) & _BITS[name])
