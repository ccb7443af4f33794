"""Drawings in a paragraph: straight lines, text boxes and what they are made of, in DrawingML and VML.

This file walks them; `observe_strokes` tells which shapes are lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from vanban.word.observe_properties import Element
from vanban.word.observe_strokes import PLAIN, A, Place, Stroke, drawn_stroke, emu, in_drawn_group
from vanban.word.observe_vml import V, in_vml_group, vml_place, vml_stroke
from vanban.word.ooxml import w

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATES: Final = f"{_MC}AlternateContent"

_BOX_INSET_MM: Final = 2.54
_SHORTEST_MM: Final = 3.0
"""A line shorter than this is a slip of the mouse."""
_FRAMES: Final = frozenset({f"{_WP}anchor", f"{_WP}inline"})
_OBJECT: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"
_PICTURES: Final = frozenset({f"{A}blip", f"{V}imagedata"})
_BESIDE_PARAGRAPH: Final = frozenset({"paragraph", "line"})
_IN_COLUMN: Final = frozenset({"column", "character"})
_KEPT_ELSEWHERE: Final = {"chart": "biểu đồ", "chartex": "biểu đồ", "diagram": "SmartArt"}
"""Graphics whose words stand in a part of their own, by the last word of their kind."""


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: the element that holds its paragraphs, and the width that they have."""

    content: Element
    width_mm: float | None


@dataclass(slots=True)
class Drawn:
    """What the drawings of one paragraph show."""

    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictures: int = 0
    unread: list[str] = field(default_factory=list)
    """What was seen but cannot be read, in Vietnamese."""


def chosen(alternates: Element) -> Iterator[Element]:
    """The content of `mc:AlternateContent`, read once: the first choice, else the fallback."""
    choice = alternates.find(f"{_MC}Choice")
    branch = alternates.find(f"{_MC}Fallback") if choice is None else choice
    return iter(()) if branch is None else iter(branch)


def read_drawing(element: Element, into: Drawn, place: Place = PLAIN) -> None:
    """Collect what `element` (`w:drawing`, `w:pict`, `w:object`, …) shows; `place` is where it stands."""
    tag = element.tag
    if tag == ALTERNATES:
        for branch in chosen(element):
            read_drawing(branch, into, place)
        return
    if tag == w("txbxContent"):
        width = place.width_mm
        into.boxes.append(Box(element, None if width is None else max(width - 2 * _BOX_INSET_MM, 0.0)))
        return
    if tag in _FRAMES:
        properties = element.find(f"{_WP}docPr")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            return
        place = _framed(element)
    elif tag in _PICTURES:
        into.pictures += 1
    elif tag == _OBJECT:
        into.unread.append("đối tượng nhúng (OLE)")
    elif tag == f"{A}graphicData":
        kind = _KEPT_ELSEWHERE.get(str(element.get("uri", "")).rpartition("/")[2])
        into.unread.extend([kind] if kind else [])
    else:
        place = _placed(element, str(tag), into, place)
    for child in element:
        read_drawing(child, into, place)


def _placed(element: Element, tag: str, into: Drawn, place: Place) -> Place:
    """Note the line that a shape may be; give the place of what is inside it."""
    stroke = None
    if tag.startswith(V):
        stroke = vml_stroke(element, place)
        place = in_vml_group(element, place) if tag == f"{V}group" else vml_place(element, place)
    elif tag.endswith("}spPr"):
        stroke = drawn_stroke(element, place)
    elif tag.endswith(("}wgp", "}grpSp")):
        place = in_drawn_group(element, place)
    if stroke is not None and (stroke.length_mm is None or stroke.length_mm >= _SHORTEST_MM):
        into.strokes.append(stroke)
    return place


def _framed(frame: Element) -> Place:
    """The place of a `wp:anchor` or `wp:inline`: its size, and how far from its paragraph it stands."""
    extent = frame.find(f"{_WP}extent")
    return Place(
        emu(extent, "cx"),
        emu(extent, "cy"),
        _distance(frame.find(f"{_WP}positionH"), _IN_COLUMN),
        _distance(frame.find(f"{_WP}positionV"), _BESIDE_PARAGRAPH),
    )


def _distance(position: Element | None, known: frozenset[str]) -> float | None:
    if position is None or position.get("relativeFrom") not in known:
        return None
    offset = position.find(f"{_WP}posOffset")
    text = "" if offset is None else (offset.text or "").strip()
    return emu(None, text) if text else None
