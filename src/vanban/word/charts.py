"""The marks of charts in a text become charts of Word, with their figures in a workbook of their own.

A chart stands in the line of text like a letter, so that an editor moves it with its paragraph; Word
edits it as one of its own ("Edit Data").
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from vanban.model.report import CHART_CLOSE, CHART_OPEN, Chart, ChartKind
from vanban.word.archive import CONTENT_TYPES
from vanban.word.ooxml import RELATIONSHIPS, XML_SPACE, R, printable, w

_MARK = re.compile(f"{CHART_OPEN}([^{CHART_CLOSE}]*){CHART_CLOSE}")
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATIONS = "word/_rels/document.xml.rels"
_EMU_PER_MM = 36000
_BAR_MM, _LEGEND_MM, _COLUMNS_MM, _HIGHEST_MM = 7.5, 26.0, 70.0, 190.0
"""Height of one bar; of legend and scale; of a chart of columns; of the highest chart on a page."""


def place_charts(
    body: etree._Element,
    parts: dict[str, bytes],
    charts: Mapping[str, Chart],
    *,
    font: str,
    language: str,
    room_mm: Callable[[etree._Element], float],
) -> None:
    """Replaces each mark under `body` by its chart and adds the parts that it needs.

    `room_mm` gives the width that a paragraph has. A mark of a chart that is not there leaves nothing.
    """
    for run in [run for run in body.iter(w("r")) if _marked(run)]:
        paragraph = run.getparent()
        assert paragraph is not None
        for piece in _split(run):
            code = "".join(text.text or "" for text in piece.findall(w("t")))
            found = _MARK.fullmatch(code)
            if found is None:
                continue
            for text in piece.findall(w("t")):
                piece.remove(text)
            if found[1] in charts:
                chart = charts[found[1]]
                relation = _add_parts(parts, chart, font, language)
                piece.append(_drawing(chart, relation, _next_id(body), room_mm(paragraph)))


def _marked(run: etree._Element) -> bool:
    return any(_MARK.search(text.text or "") for text in run.findall(w("t")))


def _split(run: etree._Element) -> list[etree._Element]:
    """The run cut so that each mark has one of its own; what lies between keeps its look."""
    look = run.find(w("rPr"))
    pieces: list[etree._Element] = []
    for child in [child for child in run if child is not look]:
        words = child.text or "" if child.tag == w("t") else ""
        cut = re.split(f"({_MARK.pattern.replace('(', '(?:')})", words) if _MARK.search(words) else [None]
        for words_of_piece in (part for part in cut if part != ""):
            piece = etree.Element(w("r"))
            if look is not None:
                piece.append(deepcopy(look))
            if words_of_piece is None:
                piece.append(deepcopy(child))
            else:
                text = etree.SubElement(piece, w("t"))
                text.set(XML_SPACE, "preserve")
                text.text = words_of_piece
            run.addprevious(piece)
            pieces.append(piece)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
    return pieces


def _add_parts(parts: dict[str, bytes], chart: Chart, font: str, language: str) -> str:
    """Adds the chart and its workbook to the package; the id by which the document points to it."""
    from vanban.word.chart_data import chart_workbook  # openpyxl takes long to load, and few papers need it
    from vanban.word.chart_xml import chart_xml

    number = 1
    while f"word/charts/chart{number}.xml" in parts:
        number += 1
    name, book = f"word/charts/chart{number}.xml", f"word/embeddings/bieu-do-{number}.xlsx"
    parts[book] = chart_workbook(chart, font)
    parts[name] = chart_xml(chart, font, language, "rId1")
    relations = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
    _relate(relations, "rId1", f"{_OFFICE}/package", posixpath.relpath(book, "word/charts"))
    parts[f"word/charts/_rels/chart{number}.xml.rels"] = _serialised(relations)
    types = etree.fromstring(parts[CONTENT_TYPES])
    _declare(types, "Default", "Extension", "xlsx", _BOOK_TYPE)
    _declare(types, "Override", "PartName", f"/{name}", _CHART_TYPE)
    parts[CONTENT_TYPES] = _serialised(types)
    arrows = etree.fromstring(parts[_RELATIONS])
    taken = {arrow.get("Id") for arrow in arrows}
    identity = next(i for i in (f"rIdChart{n}" for n in range(1, len(taken) + 2)) if i not in taken)
    _relate(arrows, identity, f"{_OFFICE}/chart", posixpath.relpath(name, "word"))
    parts[_RELATIONS] = _serialised(arrows)
    return identity


def _relate(arrows: etree._Element, identity: str, kind: str, target: str) -> None:
    arrow = etree.SubElement(arrows, f"{{{RELATIONSHIPS}}}Relationship")
    for key, value in (("Id", identity), ("Type", kind), ("Target", target)):
        arrow.set(key, value)


def _declare(types: etree._Element, kind: str, key: str, value: str, content: str) -> None:
    """Names the content type of a part, or of an extension that is not named yet."""
    if any(row.get(key) == value for row in types.findall(f"{{{_TYPES}}}{kind}")):
        return
    row = etree.Element(f"{{{_TYPES}}}{kind}")
    row.set(key, value)
    row.set("ContentType", content)
    if kind == "Default":
        types.insert(0, row)
    else:
        types.append(row)


def _next_id(body: etree._Element) -> int:
    """An id that no other drawing has."""
    taken = [shape.get("id", "") for shape in body.iter(f"{{{_WP}}}docPr")]
    return max((int(i) for i in taken if i.isdigit()), default=0) + 1


def _height_mm(chart: Chart) -> float:
    if chart.kieu is ChartKind.COT:
        return _COLUMNS_MM
    return min(_HIGHEST_MM, _LEGEND_MM + _BAR_MM * max(len(chart.hang), 4))


def _drawing(chart: Chart, relation: str, number: int, room_mm: float) -> etree._Element:
    """The frame in the line of text: its size, its words for who cannot see it, the way to the chart."""
    drawing = etree.Element(w("drawing"))
    inline = etree.SubElement(drawing, f"{{{_WP}}}inline", nsmap={"wp": _WP, "a": _A, "c": _C, "r": R})
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    extent = etree.SubElement(inline, f"{{{_WP}}}extent")
    extent.set("cx", str(round(room_mm * _EMU_PER_MM)))
    extent.set("cy", str(round(_height_mm(chart) * _EMU_PER_MM)))
    shape = etree.SubElement(inline, f"{{{_WP}}}docPr")
    for key, value in (("id", str(number)), ("name", f"Biểu đồ {number}"), ("descr", printable(chart.mo_ta))):
        shape.set(key, value)
    etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    data = etree.SubElement(etree.SubElement(inline, f"{{{_A}}}graphic"), f"{{{_A}}}graphicData")
    data.set("uri", _C)
    etree.SubElement(data, f"{{{_C}}}chart").set(f"{{{R}}}id", relation)
    return drawing


def _serialised(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
