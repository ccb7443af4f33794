"""Walk a story (body, header, footnote …) in reading order: its paragraphs, and where each stands.

Tables are entered in place, row by row; content controls are transparent; rows and paragraph marks
that tracked changes delete are gone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.model.sheet import Cell, Zone
from vanban.word.observe_drawings import ALTERNATES, chosen
from vanban.word.observe_properties import Element, attr, child, children, mm, whole
from vanban.word.observe_styles import Styles
from vanban.word.ooxml import w

DEFAULT_CELL_MARGIN_MM = 108 / 1440 * 25.4
_TRANSPARENT = frozenset(w(n) for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where paragraphs stand: zone, section, innermost cell, width for text, style of the table."""

    zone: Zone
    section: int
    width_mm: float | None
    cell: Cell | None = None
    table_style: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as seen: one `w:p`, or several whose marks between them were deleted."""

    elements: tuple[Element, ...]
    frame: Frame

    @property
    def properties(self) -> Element | None:
        """The `w:pPr` that holds: that of the last mark."""
        return child(self.elements[-1], "pPr")


class Walker:
    """Walks stories; counts the tables of the whole file."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._tables = 0

    def blocks(self, container: Element, frame: Frame) -> Iterator[Block]:
        """The paragraphs in `container`, also those in its tables."""
        waiting: list[Element] = []
        for element in _content(container):
            if element.tag == w("p"):
                waiting.append(element)
                if not _mark_is_gone(element):
                    yield Block(tuple(waiting), frame)
                    waiting.clear()
            elif element.tag == w("tbl"):
                if _has_text(waiting):
                    yield Block(tuple(waiting), frame)
                waiting.clear()
                yield from self._table(element, frame)
        if _has_text(waiting):
            yield Block(tuple(waiting), frame)

    def _table(self, table: Element, frame: Frame) -> Iterator[Block]:
        number = self._tables
        self._tables += 1
        properties = child(table, "tblPr")
        style = attr(child(properties, "tblStyle"), "val")
        chain = self._styles.table_chain(style)
        margins = [child(part, "tblPr", "tblCellMar") for part in chain] + [child(properties, "tblCellMar")]
        grid = [mm(attr(column, "w")) for column in children(child(table, "tblGrid"), "gridCol")]
        inner = replace(frame, table_style=attr(chain[-1], "styleId") or "" if chain else "")
        rows = (row for row in _content(table) if row.tag == w("tr"))
        for index, row in enumerate(row for row in rows if child(row, "trPr", "del") is None):
            row_margins = [*margins, child(row, "tblPrEx", "tblCellMar")]
            column = whole(attr(child(row, "trPr", "gridBefore"), "val")) or 0
            for cell in (c for c in _content(row) if c.tag == w("tc")):
                own = child(cell, "tcPr")
                span = max(whole(attr(child(own, "gridSpan"), "val")) or 1, 1)
                sides = [*row_margins, child(own, "tcMar")]
                left, right = _margin(sides, "left", "start"), _margin(sides, "right", "end")
                width = _width(own, grid[column : column + span])
                place = Cell(number, index, column, width, left, right)
                room = None if width is None else max(width - left - right, 0.0)
                yield from self.blocks(cell, replace(inner, cell=place, width_mm=room))
                column += span


def _content(container: Element) -> Iterator[Element]:
    """The children of a container, with the content of transparent wrappers in their place."""
    for element in container:
        if element.tag in _TRANSPARENT:
            yield from _content(element)
        elif element.tag == ALTERNATES:
            yield from chosen(element)
        else:
            yield element


def _mark_is_gone(paragraph: Element) -> bool:
    """Whether a tracked change deletes the end of the paragraph, so that the next one joins it."""
    mark = child(paragraph, "pPr", "rPr")
    return mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)


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
