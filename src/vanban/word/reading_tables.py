"""The paragraphs in tables for those who read words: row, column, merged cells; no widths and no borders."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vanban.model.sheet import Cell
from vanban.word.observe_blocks import Block, Frame, Walker, content
from vanban.word.observe_properties import ALL, VAL, Element, attr, child, whole
from vanban.word.observe_tables import Conditions
from vanban.word.ooxml import w

Place = tuple[int, int, int]
"""A cell: table, row, column (of the grid), counted from 0 as in `model.sheet.Cell`."""

_TR: Final = w("tr")
_TRPR: Final = w("trPr")
_TC: Final = w("tc")
_TCPR: Final = w("tcPr")
_SPAN: Final = w("gridSpan")
_MERGE: Final = w("vMerge")


@dataclass(slots=True)
class TableWalker(Walker):
    """Walks stories as `Walker` does, and notes which cells go on from the one above."""

    merged_down: set[Place] = field(default_factory=set)

    def _table(self, table: Element, frame: Frame) -> Iterator[Block]:
        number = self.tables
        self.tables += 1
        properties = child(table, "tblPr")
        chain = self.styles.table_chain(attr(child(properties, "tblStyle"), "val"))
        rows = [row for row in content(table) if row.tag == _TR]
        rows = [row for row in rows if child(row, "trPr", "del") is None]
        conditions = Conditions(properties, chain, len(rows))
        for index, row in enumerate(rows):
            column = whole(attr(child(row, "trPr", "gridBefore"), "val")) or 0
            cells = [c for c in content(row) if c.tag == _TC]
            for position, cell in enumerate(cells):
                span, goes_on = _shape(cell)
                if goes_on:
                    self.merged_down.add((number, index, column))
                look = conditions.look(index, first=position == 0, last=position == len(cells) - 1)
                place = Cell(number, index, column, None, 0.0, 0.0)
                yield from self.blocks(cell, Frame(frame.zone, frame.section, None, place, look))
                column += span


def _shape(cell: Element) -> tuple[int, bool]:
    """How many columns a cell takes, and whether it goes on from the one above (`w:vMerge`)."""
    span, goes_on = 1, False
    properties = cell[0] if len(cell) else None
    if properties is not None and properties.tag == _TCPR:
        for part in properties[ALL]:
            if part.tag == _SPAN:
                span = max(whole(part.get(VAL)) or 1, 1)
            elif part.tag == _MERGE:
                goes_on = part.get(VAL) != "restart"
    return span, goes_on
