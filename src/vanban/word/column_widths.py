"""Columns of tables that the data bring: as wide as their words ask for, the table as wide as the text."""

from collections.abc import Callable, Iterable

from lxml import etree

from vanban.word.metrics import text_width_mm
from vanban.word.ooxml import twips, w
from vanban.word.styles import FITTED_TABLE_STYLE, style_id

_SIZE_PT = 12.0
_MARGINS_MM = 3.4
"""What a cell keeps free at its sides, with a hair for programs that measure otherwise."""
_FEW_MM, _MANY_MM = 10.0, 70.0
"""A column is never narrower than the first; beyond the second, more words do not make it wider."""


def fit_columns(body: etree._Element, room_mm: Callable[[etree._Element], float]) -> None:
    """Sets the widths of every table in the style of fitted tables; `room_mm` gives the width it may take."""
    for table in body.iter(w("tbl")):
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        if style is not None and style.get(w("val")) == style_id(FITTED_TABLE_STYLE):
            _fit(table, room_mm(table))


def _fit(table: etree._Element, room: float) -> None:
    rows = [row.findall(w("tc")) for row in table.findall(w("tr"))]
    count = max((len(row) for row in rows), default=0)
    if not count:
        return
    width_mark = table.find(f"{w('tblPr')}/{w('tblW')}")
    if width_mark is not None:
        width_mark.set(w("w"), str(twips(room)))
        width_mark.set(w("type"), "dxa")
    widths = _shared([_wishes(row[i] for row in rows if i < len(row)) for i in range(count)], room)
    grid = table.find(w("tblGrid"))
    if grid is not None:
        for old in list(grid):
            grid.remove(old)
        for width in widths:
            etree.SubElement(grid, w("gridCol")).set(w("w"), str(twips(width)))
    for row in rows:
        for width, cell in zip(widths, row, strict=False):
            _set_width(cell, width)


def _wishes(cells: Iterable[etree._Element]) -> tuple[float, float]:
    """What a column needs for its longest word, and what it would like for its longest text."""
    least, wanted = _FEW_MM, _FEW_MM
    for cell in cells:
        text = "".join(t.text or "" for t in cell.iter(w("t")))
        for word in text.split():
            least = max(least, text_width_mm(word, _SIZE_PT, bold=True) + _MARGINS_MM)
        wanted = max(wanted, text_width_mm(text, _SIZE_PT, bold=True) + _MARGINS_MM)
    return min(least, _MANY_MM), max(min(wanted, _MANY_MM), min(least, _MANY_MM))


def _shared(wishes: list[tuple[float, float]], room: float) -> list[float]:
    """Widths that fill the room: the least of each, and of the rest a share by what each would like."""
    least, wanted = [a for a, _ in wishes], [b for _, b in wishes]
    if sum(least) >= room:
        return [room * one / sum(least) for one in least]
    spare, asked = room - sum(least), sum(wanted) - sum(least)
    if asked >= spare:
        return [a + spare * (b - a) / asked for a, b in wishes]
    return [b + (room - sum(wanted)) * b / sum(wanted) for b in wanted]


def _set_width(cell: etree._Element, width: float) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    mark = properties.find(w("tcW"))
    if mark is None:
        mark = etree.Element(w("tcW"))
        properties.insert(0, mark)
    mark.set(w("w"), str(twips(width)))
    mark.set(w("type"), "dxa")
