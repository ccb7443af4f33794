"""Walk a story (body, header, footnote …) in reading order: its paragraphs, and where each stands.

Tables are entered in place, row by row; content controls are transparent; rows and paragraph marks
that tracked changes delete are gone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from vanban.model.sheet import Cell, Zone
from vanban.word.observe_drawings import ALTERNATES, chosen
from vanban.word.observe_properties import Element, attr, child, children, mm, whole
from vanban.word.observe_styles import Styles, TableLook
from vanban.word.observe_tables import CellEdge, Conditions, TableEdges
from vanban.word.ooxml import w

DEFAULT_CELL_MARGIN_MM = 108 / 1440 * 25.4
_TRANSPARENT = frozenset(
    w(n) for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "dir", "bdo")
)
_P: Final = w("p")
_PPR: Final = w("pPr")
_RPR: Final = w("rPr")
_TBL: Final = w("tbl")
_UNREAD: Final = {w("altChunk"): "nội dung chèn từ tệp khác (altChunk)", w("subDoc"): "văn bản con (subDoc)"}


@dataclass(frozen=True, slots=True)
class Frame:
    """Where paragraphs stand: zone, section, innermost cell, width for text, look of the table."""

    zone: Zone
    section: int
    width_mm: float | None
    cell: Cell | None = None
    table: TableLook = ()


@dataclass(slots=True)
class Block:
    """A paragraph as seen: one `w:p`, or several whose marks between them were deleted."""

    elements: tuple[Element, ...]
    frame: Frame
    properties: Element | None
    """The `w:pPr` that holds: that of the last mark."""


@dataclass(slots=True)
class Walker:
    """Walks stories; counts the tables of the whole file, and notes what it passes by."""

    styles: Styles
    tables: int = 0
    edges: list[CellEdge] = field(default_factory=list)
    """Borders of single cells that may stand for a rule line."""
    unread: list[str] = field(default_factory=list)

    def blocks(self, container: Element, frame: Frame) -> Iterator[Block]:
        """The paragraphs in `container`, also those in its tables."""
        waiting: list[Element] = []
        properties: Element | None = None
        for element in _content(container):
            tag = element.tag
            if tag == _P:
                properties = next(element.iterchildren(_PPR), None)
                if properties is not None and _mark_is_gone(properties):
                    waiting.append(element)
                elif waiting:
                    yield Block((*waiting, element), frame, properties)
                    waiting.clear()
                else:
                    yield Block((element,), frame, properties)
            elif tag == _TBL:
                if waiting and _has_text(waiting):
                    yield Block(tuple(waiting), frame, properties)
                waiting.clear()
                yield from self._table(element, frame)
            elif tag in _UNREAD:
                self.unread.append(_UNREAD[str(tag)])
        if waiting and _has_text(waiting):
            yield Block(tuple(waiting), frame, properties)

    def _table(self, table: Element, frame: Frame) -> Iterator[Block]:
        number = self.tables
        self.tables += 1
        properties = child(table, "tblPr")
        chain = self.styles.table_chain(attr(child(properties, "tblStyle"), "val"))
        margins = [child(part, "tblPr", "tblCellMar") for part in chain] + [child(properties, "tblCellMar")]
        grid = [mm(attr(column, "w")) for column in children(child(table, "tblGrid"), "gridCol")]
        found = [row for row in _content(table) if row.tag == w("tr")]
        rows = [row for row in found if child(row, "trPr", "del") is None]
        conditions = Conditions(properties, chain, len(rows))
        edges = TableEdges(properties, chain, len(rows))
        for index, row in enumerate(rows):
            row_margins = [*margins, child(row, "tblPrEx", "tblCellMar")]
            column = whole(attr(child(row, "trPr", "gridBefore"), "val")) or 0
            cells = [c for c in _content(row) if c.tag == w("tc")]
            for position, cell in enumerate(cells):
                own = child(cell, "tcPr")
                span = max(whole(attr(child(own, "gridSpan"), "val")) or 1, 1)
                sides = [*row_margins, child(own, "tcMar")]
                left, right = _margin(sides, "left", "start"), _margin(sides, "right", "end")
                width = _width(own, grid[column : column + span])
                place = Cell(number, index, column, width, left, right)
                edges.note(place, own)
                room = None if width is None else max(width - left - right, 0.0)
                look = conditions.look(index, first=position == 0, last=position == len(cells) - 1)
                yield from self.blocks(cell, Frame(frame.zone, frame.section, room, place, look))
                column += span
        self.edges += edges.lines()


def _content(container: Element) -> Iterator[Element]:
    """The children of a container, with the content of transparent wrappers in their place."""
    for element in container:
        tag = element.tag
        if tag in _TRANSPARENT:
            yield from _content(element)
        elif tag == ALTERNATES:
            yield from chosen(element)
        else:
            yield element


def _mark_is_gone(properties: Element) -> bool:
    """Whether a tracked change deletes the end of the paragraph, so that the next one joins it."""
    mark = next(properties.iterchildren(_RPR), None)
    return mark is not None and next(mark.iterchildren(w("del"), w("moveFrom")), None) is not None


def _has_text(paragraphs: Sequence[Element]) -> bool:
    """Whether tracked changes leave any text in these paragraphs."""
    gone = (w("del"), w("moveFrom"))
    return any(
        not any(up.tag in gone for up in text.iterancestors())
        for paragraph in paragraphs
        for text in paragraph.iter(w("t"))
    )


def _margin(levels: list[Element | None], *names: str) -> float:
    """The margin of a cell at one side; later levels win."""
    for level in reversed(levels):
        if level is None:
            continue
        for name in names:
            side = child(level, name)
            if side is not None and attr(side, "type") != "nil":
                value = mm(attr(side, "w"))
                if value is not None:
                    return value
    return DEFAULT_CELL_MARGIN_MM


def _width(properties: Element | None, columns: list[float | None]) -> float | None:
    """The width of a cell: its own in twips, else that of its columns."""
    own = child(properties, "tcW")
    if attr(own, "type") in (None, "dxa"):
        width = mm(attr(own, "w"))
        if width:
            return width
    known = [column for column in columns if column is not None]
    return sum(known) if known and len(known) == len(columns) else None
