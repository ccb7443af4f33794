"""Walk a story (body, header, footnote …) in reading order: its paragraphs, and where each stands.

Tables are entered in place, row by row; content controls are transparent; rows and paragraph marks
that tracked changes delete are gone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from vanban.model.sheet import Cell, Zone
from vanban.word.observe_drawings import ALTERNATES, chosen
from vanban.word.observe_properties import ALL, Element, attr, child, children, mm, whole
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
_TR: Final = w("tr")
_TRPR: Final = w("trPr")
_TBLPREX: Final = w("tblPrEx")
_TC: Final = w("tc")
_TCPR: Final = w("tcPr")
_TCW: Final = w("tcW")
_TCMAR: Final = w("tcMar")
_SPAN: Final = w("gridSpan")
_BORDERS: Final = w("tcBorders")
GONE: Final = (w("del"), w("moveFrom"))
_TYPE: Final = w("type")
_W: Final = w("w")
_NONE: Final = etree.Element("none")
_IS_LEFT: Final = {w("left"): True, w("start"): True, w("right"): False, w("end"): False}
_DEFAULT_MARGINS: Final = (DEFAULT_CELL_MARGIN_MM, DEFAULT_CELL_MARGIN_MM)
_UNREAD: Final = {w("altChunk"): "nội dung chèn từ tệp khác (altChunk)", w("subDoc"): "văn bản con (subDoc)"}


class Frame(NamedTuple):
    """Where paragraphs stand: zone, section, innermost cell, width for text, look of the table."""

    zone: Zone
    section: int
    width_mm: float | None
    cell: Cell | None = None
    table: TableLook = ()


class Block(NamedTuple):
    """A paragraph as seen: one `w:p`, or several whose marks between them were deleted."""

    elements: tuple[Element, ...]
    frame: Frame
    properties: Element | None
    """The `w:pPr` that holds: that of the last mark."""


@dataclass(slots=True)
class Walker:
    """Walks stories; counts the tables of the whole file, and notes what it passes by."""

    styles: Styles
    tracked: bool = True
    """Whether tracked changes may have deleted anything in the story."""
    tables: int = 0
    edges: list[CellEdge] = field(default_factory=list)
    """Borders of single cells that may stand for a rule line."""
    unread: list[str] = field(default_factory=list)

    def blocks(self, container: Element, frame: Frame) -> Iterator[Block]:
        """The paragraphs in `container`, also those in its tables."""
        waiting: list[Element] = []
        properties: Element | None = None
        for element in content(container):
            tag = element.tag
            if tag == _P:
                properties = element[0] if len(element) else None
                if properties is not None and properties.tag != _PPR:
                    properties = None
                if self.tracked and properties is not None and _mark_is_gone(properties):
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
        margins = _margins(_DEFAULT_MARGINS, [child(part, "tblPr", "tblCellMar") for part in chain])
        margins = _margins(margins, [child(properties, "tblCellMar")])
        grid = [mm(attr(column, "w")) for column in children(child(table, "tblGrid"), "gridCol")]
        found = [(row, _by_tag(row)) for row in content(table) if row.tag == _TR]
        rows = [(row, own) for row, own in found if child(own.get(_TRPR), "del") is None]
        conditions = Conditions(properties, chain, len(rows))
        edges = TableEdges(properties, chain, len(rows))
        for index, (row, of_row) in enumerate(rows):
            row_margins = _margins(margins, [child(of_row.get(_TBLPREX), "tblCellMar")])
            column = whole(attr(child(of_row.get(_TRPR), "gridBefore"), "val")) or 0
            cells = [c for c in content(row) if c.tag == _TC]
            for position, cell in enumerate(cells):
                settings = cell[0] if len(cell) else _NONE
                own = _by_tag(settings) if settings.tag == _TCPR else {}
                span = max(whole(attr(own[_SPAN], "val")) or 1, 1) if _SPAN in own else 1
                left, right = _margins(row_margins, [own[_TCMAR]]) if _TCMAR in own else row_margins
                width = _width(own.get(_TCW), grid[column : column + span])
                place = Cell(number, index, column, width, left, right)
                edges.note(place, own.get(_BORDERS))
                room = None if width is None else max(width - left - right, 0.0)
                look = conditions.look(index, first=position == 0, last=position == len(cells) - 1)
                yield from self.blocks(cell, Frame(frame.zone, frame.section, room, place, look))
                column += span
        self.edges += edges.lines()


def content(container: Element) -> Iterator[Element]:
    """The children of a container, with the content of transparent wrappers in their place."""
    for element in container[ALL]:
        tag = element.tag
        if tag in _TRANSPARENT:
            yield from content(element)
        elif tag == ALTERNATES:
            yield from chosen(element)
        else:
            yield element


def _by_tag(element: Element) -> dict[str, Element]:
    """The children of an element by name."""
    return {str(part.tag): part for part in element[ALL]}


def _mark_is_gone(properties: Element) -> bool:
    """Whether a tracked change deletes the end of the paragraph, so that the next one joins it."""
    mark = next(properties.iterchildren(_RPR), None)
    return mark is not None and next(mark.iterchildren(*GONE), None) is not None


def _has_text(paragraphs: Sequence[Element]) -> bool:
    """Whether tracked changes leave any text in these paragraphs."""
    return any(
        not any(up.tag in GONE for up in text.iterancestors())
        for paragraph in paragraphs
        for text in paragraph.iter(w("t"))
    )


def _margins(outer: tuple[float, float], levels: list[Element | None]) -> tuple[float, float]:
    """The margins of a cell left and right; later levels win."""
    left, right = outer
    for level in levels:
        for side in () if level is None else level[ALL]:
            is_left = _IS_LEFT.get(str(side.tag))
            if is_left is not None and side.get(_TYPE) != "nil":
                value = mm(side.get(_W))
                if value is not None:
                    left, right = (value, right) if is_left else (left, value)
    return left, right


def _width(own: Element | None, columns: list[float | None]) -> float | None:
    """The width of a cell: its own (`w:tcW`) in twips, else that of its columns."""
    if own is not None and own.get(_TYPE) in (None, "dxa"):
        width = mm(own.get(_W))
        if width:
            return width
    known = [column for column in columns if column is not None]
    return sum(known) if known and len(known) == len(columns) else None
