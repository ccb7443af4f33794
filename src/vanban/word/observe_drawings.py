"""Drawings in a paragraph: straight lines and text boxes, in DrawingML and in the older VML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vanban.word.observe_properties import Element
from vanban.word.ooxml import W, w

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
ALTERNATES: Final = f"{_MC}AlternateContent"

_EMU_PER_MM: Final = 36000.0
_BOX_INSET_MM: Final = 2.54
_SHORTEST_MM: Final = 0.5
"""A line shorter than this is a slip of the mouse that nobody sees."""
_STRAIGHT: Final = frozenset({"line", "straightConnector1"})
_VML_STRAIGHT: Final = frozenset({"#_x0000_t20", "#_x0000_t32"})
_MM: Final = {
    "pt": 25.4 / 72,
    "in": 25.4,
    "mm": 1.0,
    "cm": 10.0,
    "px": 25.4 / 96,
    "pc": 25.4 / 6,
    "": 25.4 / 96,
}
_LENGTH: Final = re.compile(r"^\s*(-?[0-9]*\.?[0-9]+)\s*(pt|in|mm|cm|px|pc|)\s*$")


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: the element that holds its paragraphs, and the width that they have."""

    content: Element
    width_mm: float | None


@dataclass(slots=True)
class Drawn:
    """What the drawings of one paragraph show."""

    lines_mm: list[float] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


def chosen(alternates: Element) -> Iterator[Element]:
    """The content of `mc:AlternateContent`, read once: the first choice, else the fallback."""
    choice = alternates.find(f"{_MC}Choice")
    branch = alternates.find(f"{_MC}Fallback") if choice is None else choice
    return iter(()) if branch is None else iter(branch)


def read_drawing(element: Element, into: Drawn, width_mm: float | None = None) -> None:
    """Collect the lines and text boxes in `element` (`w:drawing`, `w:pict`, …); `width_mm` is the frame's."""
    tag = element.tag
    if tag == ALTERNATES:
        for branch in chosen(element):
            read_drawing(branch, into, width_mm)
        return
    if tag == w("txbxContent"):
        into.boxes.append(Box(element, None if width_mm is None else max(width_mm - 2 * _BOX_INSET_MM, 0.0)))
        return
    if tag in (f"{_WP}anchor", f"{_WP}inline"):
        properties = element.find(f"{_WP}docPr")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            return
        width_mm = _emu(element.find(f"{_WP}extent"), "cx")
    length = _line_length(element, width_mm)
    if length is not None and length >= _SHORTEST_MM:
        into.lines_mm.append(length)
    if str(tag).startswith(_V):
        width_mm = _style(element).get("width", width_mm)
    for child in element:
        read_drawing(child, into, width_mm)


def _line_length(element: Element, width_mm: float | None) -> float | None:
    """The length of the straight line that this element is, or None."""
    tag = str(element.tag)
    if tag.endswith("}spPr") and not tag.startswith(f"{{{W}}}"):
        geometry = element.find(f"{_A}prstGeom")
        if geometry is None or geometry.get("prst") not in _STRAIGHT:
            return None
        if element.find(f"{_A}ln/{_A}noFill") is not None:
            return None
        in_group = any(str(up.tag).endswith(("}wgp", "}grpSp")) for up in element.iterancestors())
        return _emu(element.find(f"{_A}xfrm/{_A}ext"), "cx") if in_group or width_mm is None else width_mm
    if tag == f"{_V}line" and element.get("stroked") not in ("f", "false"):
        start, end = _point(element.get("from")), _point(element.get("to"))
        return abs(end - start) if start is not None and end is not None else _style(element).get("width")
    if tag == f"{_V}shape" and element.get("type") in _VML_STRAIGHT:
        return _style(element).get("width")
    return None


def _emu(element: Element | None, name: str) -> float | None:
    text = None if element is None else element.get(name)
    return int(text) / _EMU_PER_MM if text and text.lstrip("-").isdigit() else None


def _point(pair: str | None) -> float | None:
    """The horizontal part of a VML point ("28.25pt,2.2pt"), in mm."""
    return _mm(str(pair or "").partition(",")[0])


def _style(element: Element) -> dict[str, float]:
    """The lengths in a VML style, in mm."""
    pairs = (entry.partition(":") for entry in str(element.get("style", "")).split(";"))
    lengths = ((name.strip().lower(), _mm(value)) for name, _, value in pairs)
    return {name: length for name, length in lengths if length is not None}


def _mm(text: str) -> float | None:
    found = _LENGTH.match(text)
    return float(found[1]) * _MM[found[2]] if found else None
