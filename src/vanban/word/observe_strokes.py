"""Shapes of DrawingML that are straight, level lines: their length, place, colour and kind of stroke.

A line may be drawn as a line, a connector, a level freeform, or a rectangle, picture or text box no higher
than a thick line. Slanting and upright ones, and those without ink or in white, are none.
"""

from typing import Final, NamedTuple

from vanban.word.observe_properties import Element
from vanban.word.ooxml import W

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPG: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"

_EMU_PER_MM: Final = 36000.0
_THICKEST_MM: Final = 1.0
"""A rectangle up to this height is a line."""
_SLOPE: Final = 0.05
_QUARTER: Final = 5_400_000
"""A quarter turn in the units of `a:xfrm`."""
_STRAIGHT: Final = frozenset({"line", "straightConnector1"})
THEMED: Final = "theme:"
"""Stands before the name of a colour of the theme."""


class Place(NamedTuple):
    """Where a shape stands: the size of its frame, its distance from the text column and from the top of
    its paragraph, and in a group the mm per unit and the point that units count from; None: not known."""

    width_mm: float | None = None
    height_mm: float | None = None
    left_mm: float | None = None
    top_mm: float | None = None
    scale: tuple[float, float] | None = None
    origin: tuple[float, float] = (0.0, 0.0)


class Stroke(NamedTuple):
    """A line; `length_mm` None is as long as there is room. Places as in `Place`."""

    length_mm: float | None
    left_mm: float | None
    top_mm: float | None
    color: str
    """Six hex digits, "auto", or a name of the theme after `THEMED`."""
    dashed: bool
    double: bool


PLAIN: Final = Place()


def emu(element: Element | None, name: str) -> float | None:
    """A length in EMU as mm: the attribute `name` of an element, or `name` itself without one."""
    text = name if element is None else element.get(name)
    if not text or len(text) > 12 or not text.lstrip("-").isdecimal():
        return None
    return int(text.replace("-", "")) * (-1 if text[0] == "-" else 1) / _EMU_PER_MM


def in_drawn_group(group: Element, place: Place) -> Place:
    """The place inside a group of DrawingML, whose shapes are measured in units of its own."""
    frame = group.find(f"{_WPG}grpSpPr/{A}xfrm")
    size, inner = _pair(frame, "ext", "c"), _pair(frame, "chExt", "c")
    if size is None or inner is None or not (inner[0] and inner[1]):
        return place._replace(scale=place.scale or (1.0, 1.0))
    outer = place.scale or (1.0, 1.0)
    scale = (outer[0] * size[0] / inner[0], outer[1] * size[1] / inner[1])
    if place.scale is not None:
        place = _moved(place, _pair(frame, "off", ""))
    return place._replace(scale=scale, origin=_pair(frame, "chOff", "") or (0.0, 0.0))


def drawn_stroke(properties: Element, place: Place) -> Stroke | None:
    """The line that a shape with these properties (`wps:spPr`, `pic:spPr`) is, or None."""
    if properties.tag.startswith(f"{{{W}}}"):
        return None
    frame = properties.find(f"{A}xfrm")
    width, height = place.width_mm, place.height_mm
    if place.scale is not None or width is None:
        size = _pair(frame, "ext", "c")
        scale = place.scale or (1.0, 1.0)
        width, height = (size[0] * scale[0], size[1] * scale[1]) if size else (None, None)
        place = _moved(place, _pair(frame, "off", "")) if place.scale else place
    turned = 0 if frame is None else _turn(frame.get("rot"))
    if turned is None:
        return None
    if turned:
        width, height = height, width
    shape = properties.find(f"{A}prstGeom")
    straight = shape is not None and shape.get("prst") in _STRAIGHT
    if width is None or not is_level(width, height, straight=straight):
        return None
    ink = _ink(properties, straight=straight)
    line = properties.find(f"{A}ln")
    dash = None if line is None else line.find(f"{A}prstDash")
    dashed = dash is not None and dash.get("val") != "solid"
    double = line is not None and line.get("cmpd", "sng") != "sng"
    return None if ink is None else Stroke(width, place.left_mm, place.top_mm, ink, dashed, double)


def _ink(properties: Element, *, straight: bool) -> str | None:
    """The colour that a shape is seen in, or None for no ink at all and for white."""
    line = properties.find(f"{A}ln")
    fills = [properties] if not straight else []
    fills += [] if line is None else [line]
    for fill in fills:
        if fill.find(f"{A}solidFill") is not None:
            return seen(_color(fill.find(f"{A}solidFill")))
    if line is not None and line.find(f"{A}noFill") is not None and straight:
        return None
    parent = properties.getparent()
    reference = None
    for child in () if parent is None else parent:
        if str(child.tag).endswith("}style"):
            reference = child.find(f"{A}lnRef" if straight else f"{A}fillRef")
    if reference is not None and reference.get("idx") != "0":
        return seen(_color(reference))
    if not straight and properties.find(f"{A}noFill") is not None and properties.find(f"{A}ln") is None:
        return None
    return "auto"


def seen(color: str) -> str | None:
    """A colour, or None for one that white paper hides."""
    return None if color in ("FFFFFF", f"{THEMED}bg1", f"{THEMED}lt1") else color


def _color(holder: Element | None) -> str:
    for value in () if holder is None else holder:
        tag = str(value.tag)
        if tag == f"{A}srgbClr":
            return hex_color(str(value.get("val", "")))
        if tag == f"{A}schemeClr":
            return THEMED + str(value.get("val", ""))
    return "auto"


def hex_color(code: str) -> str:
    """Three or six hex digits as six; "auto" for black and for what is no colour."""
    code = code.strip().upper()
    if len(code) == 3:
        code = "".join(digit * 2 for digit in code)
    sound = len(code) == 6 and all(digit in "0123456789ABCDEF" for digit in code)
    return "auto" if not sound or code == "000000" else code


def is_level(width: float, height: float | None, *, straight: bool) -> bool:
    """Whether something of this size is a level line; what is no line by itself must be as thin as one."""
    if straight:
        return abs(height or 0.0) <= max(_THICKEST_MM, _SLOPE * abs(width))
    return height is not None and abs(height) <= _THICKEST_MM and width > 0


def _turn(text: str | None) -> bool | None:
    """Whether a shape is turned to stand upright; None for a slant."""
    angle = emu(None, text or "0")
    quarters = 0.0 if angle is None else angle * _EMU_PER_MM / _QUARTER
    return None if abs(quarters - round(quarters)) > 0.02 else round(quarters) % 2 == 1


def _moved(place: Place, offset: tuple[float, float] | None) -> Place:
    """The place of a shape that stands at `offset`, in the units of the group that `place` is inside of."""
    x, y = offset or place.origin
    scale = place.scale or (1.0, 1.0)
    return place._replace(
        left_mm=added(place.left_mm, (x - place.origin[0]) * scale[0]),
        top_mm=added(place.top_mm, (y - place.origin[1]) * scale[1]),
    )


def added(base: float | None, more: float | None) -> float | None:
    """The sum of two lengths, or None where one is not known."""
    return None if base is None or more is None else base + more


def _pair(frame: Element | None, name: str, prefix: str) -> tuple[float, float] | None:
    """Two lengths of an `a:xfrm`: `x` and `y`, or `cx` and `cy`."""
    element = None if frame is None else frame.find(f"{A}{name}")
    if element is None:
        return None
    x, y = emu(element, f"{prefix}x"), emu(element, f"{prefix}y")
    return None if x is None or y is None else (x, y)
