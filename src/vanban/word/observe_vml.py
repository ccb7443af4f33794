"""Shapes of VML, the drawings of older Word files, that are straight, level lines."""

import re
from typing import Final

from vanban.word.observe_properties import Element
from vanban.word.observe_strokes import Place, Stroke, added, hex_color, is_level, seen

V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_TOO_FAR_MM: Final = 10_000.0
_STRAIGHT: Final = frozenset({"#_x0000_t20", "#_x0000_t32"})
_SHAPES: Final = frozenset({f"{V}shape", f"{V}rect", f"{V}roundrect"})
_NO: Final = frozenset({"f", "false", "0"})
_PX_MM: Final = 25.4 / 96
_MM: Final = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": _PX_MM, "pc": 25.4 / 6}
_LENGTH: Final = re.compile(r"^\s*(-?[0-9]{0,9}\.?[0-9]{1,20})\s*(pt|in|mm|cm|px|pc|)\s*$")
_NAMES: Final = {
    "black": "auto",
    "windowtext": "auto",
    "white": "FFFFFF",
    "window": "FFFFFF",
    "red": "FF0000",
    "blue": "0000FF",
    "green": "008000",
    "navy": "000080",
    "gray": "808080",
    "silver": "C0C0C0",
    "maroon": "800000",
    "purple": "800080",
    "teal": "008080",
    "olive": "808000",
    "yellow": "FFFF00",
    "lime": "00FF00",
    "aqua": "00FFFF",
    "fuchsia": "FF00FF",
}


def vml_place(element: Element, place: Place) -> Place:
    """The place inside a shape of VML."""
    style = _style(element, place)
    return Place(
        style.get("width", place.width_mm),
        style.get("height", place.height_mm),
        added(place.left_mm if place.scale else 0.0, style.get("margin-left", style.get("left"))),
        added(place.top_mm if place.scale else 0.0, style.get("margin-top", style.get("top"))),
    )


def in_vml_group(group: Element, place: Place) -> Place:
    """The place inside a `v:group`, whose shapes are measured in units of its own."""
    here = vml_place(group, place)
    units, start = _numbers(group.get("coordsize")), _numbers(group.get("coordorigin"))
    if units is None or not (units[0] and units[1]) or here.width_mm is None or here.height_mm is None:
        return here
    scale = (here.width_mm / units[0], here.height_mm / units[1])
    return here._replace(scale=scale, origin=start or (0.0, 0.0))


def vml_stroke(element: Element, place: Place) -> Stroke | None:
    """The line that a shape of VML is, or None."""
    tag = element.tag
    if tag == f"{V}line":
        return _vml_line(element, place)
    if tag not in _SHAPES or "visibility:hidden" in str(element.get("style", "")):
        return None
    here = vml_place(element, place)
    if element.get(f"{_O}hr") in ("t", "true"):
        percent = _numbers(f"{element.get(f'{_O}hrpct', '0')},0")
        width = here.width_mm if not percent or not percent[0] else None
        return _inked(element, width or None, here, filled=True)
    straight = element.get("type") in _STRAIGHT
    if here.width_mm is None or not is_level(here.width_mm, here.height_mm, straight=straight):
        return None
    return _inked(element, here.width_mm, here, filled=not straight)


def _vml_line(element: Element, place: Place) -> Stroke | None:
    start, end = _point(element.get("from"), place), _point(element.get("to"), place)
    if "visibility:hidden" in str(element.get("style", "")):
        return None
    if start is None or end is None:
        here = vml_place(element, place)
        return None if here.width_mm is None else _inked(element, here.width_mm, here, filled=False)
    length, rise = abs(end[0] - start[0]), abs(end[1] - start[1])
    if not is_level(length, rise, straight=True):
        return None
    here = Place(left_mm=min(start[0], end[0]), top_mm=start[1])
    return _inked(element, length, here, filled=False)


def _inked(element: Element, length: float | None, place: Place, *, filled: bool) -> Stroke | None:
    solid = filled and element.get("filled") not in _NO
    if not solid and element.get("stroked") in _NO:
        return None
    named = element.get("fillcolor") if solid and element.get("fillcolor") else element.get("strokecolor")
    color = _vml_color(str(named or "black"))
    stroke = element.find(f"{V}stroke")
    dash = "solid" if stroke is None else stroke.get("dashstyle", "solid")
    double = stroke is not None and stroke.get("linestyle", "single") != "single"
    if seen(color) is None:
        return None
    return Stroke(length, place.left_mm, place.top_mm, color, dash != "solid", double)


def _vml_color(text: str) -> str:
    name = text.partition("[")[0].strip().lower()
    return hex_color(name[1:]) if name.startswith("#") else _NAMES.get(name, "auto")


def _numbers(text: str | None) -> tuple[float, float] | None:
    """Two plain numbers ("21600,21600")."""
    first, _, second = str(text or "").partition(",")
    found = [_LENGTH.match(part or "0") for part in (first, second)]
    return (float(found[0][1]), float(found[1][1])) if found[0] and found[1] else None


def _point(pair: str | None, place: Place) -> tuple[float, float] | None:
    """A point of VML ("28.25pt,2.2pt") as its distance from column and paragraph, in mm."""
    first, _, second = str(pair or "").partition(",")
    if not first and not second:
        return None
    x, y = _mm(first or "0", place, 0), _mm(second or "0", place, 1)
    return None if x is None or y is None else (x, y)


def _style(element: Element, place: Place) -> dict[str, float]:
    """The lengths in a VML style, in mm."""
    lengths: dict[str, float] = {}
    for entry in str(element.get("style", "")).split(";"):
        name, _, value = entry.partition(":")
        name = name.strip().lower()
        axis = 1 if name in ("height", "top", "margin-top") else 0
        length = _mm(value, place, axis, size=name in ("width", "height"))
        if length is not None and abs(length) < _TOO_FAR_MM:
            lengths[name] = length
    return lengths


def _mm(text: str, place: Place, axis: int, *, size: bool = False) -> float | None:
    """A length of VML; without a unit it counts in those of the group, outside of one in pixels."""
    found = _LENGTH.match(text)
    if not found:
        return None
    if found[2]:
        return float(found[1]) * _MM[found[2]]
    if place.scale is None:
        return float(found[1]) * _PX_MM
    return (float(found[1]) - (0.0 if size else place.origin[axis])) * place.scale[axis]
