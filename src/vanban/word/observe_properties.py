"""Read the properties of paragraphs and runs: one element, one reader, one place.

Each reader turns one child of `w:pPr` or `w:rPr` into entries of a flat dictionary, so that levels
(defaults, styles, direct) merge by `dict.update`. A property that nobody reads yet gets one more reader
and one more line in a table here.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple, cast

from lxml import etree

from vanban.word.ooxml import TWIPS_PER_MM, TWIPS_PER_PT, W, w

Element = etree._Element
Props = dict[str, Any]
Fonts = Callable[[str], str]
"""Turns the name of a theme font ("minorHAnsi") into a font."""

VAL: Final = w("val")
ALL: Final = cast(int, slice(None))  # gives all children at once, at a fourth of what an iterator costs
TOGGLES: Final = ("bold", "italic", "caps", "hidden")
"""Properties that paragraph, character and table styles switch against each other (ECMA-376-1, 17.7.3)."""

_UNITS_PER_TWIP: Final = {
    "pt": 20.0,
    "in": 1440.0,
    "mm": 1440 / 25.4,
    "cm": 14400 / 25.4,
    "pc": 240.0,
    "pi": 240.0,
}
_MEASURE: Final = re.compile(r"^\s*([-+]?[0-9]*\.?[0-9]+)\s*(pt|in|mm|cm|pc|pi)?\s*$")
_LINE_PT: Final = 12.0
"""The line that spacing in lines is counted in (ECMA-376-1, 17.3.1.33)."""
_TOO_LARGE: Final = 2.0**31
"""Word keeps numbers in 32 bits."""
_DOUBLE: Final = frozenset({"double", "triple"})
_OFF: Final = frozenset({"0", "false", "off"})
_ALIGN: Final = {"start": "left", "left": "left", "center": "center", "end": "right", "right": "right"}
_LONGEST_MEASURE: Final = 40


class Edge(NamedTuple):
    """A border that is seen."""

    color: str
    """Six hex digits, or "auto"."""
    dashed: bool
    double: bool


class Tab(NamedTuple):
    """A tab stop of a paragraph."""

    mm: float
    align: str
    leader: str


def attr(element: Element | None, name: str) -> str | None:
    """An attribute of the main namespace, or None."""
    return None if element is None else element.get(f"{{{W}}}{name}")


def is_on(element: Element | None) -> bool:
    """Whether an on/off element stands there and is not switched off."""
    return element is not None and str(element.get(VAL, "1")).lower() not in _OFF


def measure(value: str | None) -> float | None:
    """Twips, from a plain number (twips) or one with a unit; None where it is no number that Word takes."""
    return None if value is None or len(value) > _LONGEST_MEASURE else _twips(value)


@lru_cache(maxsize=2048)
def _twips(value: str) -> float | None:
    found = _MEASURE.match(value)
    twips = float(found[1]) * _UNITS_PER_TWIP.get(found[2] or "", 1.0) if found else None
    return twips if twips is not None and abs(twips) < _TOO_LARGE else None


def whole(value: str | None) -> int | None:
    """A whole number, or None; a stray fraction is cut off as Word does."""
    number = measure(value)
    return None if number is None else int(number)


def mm(value: str | None) -> float | None:
    """A measure in millimetres, or None."""
    twips = None if value is None or len(value) > _LONGEST_MEASURE else _twips(value)
    return None if twips is None else twips / TWIPS_PER_MM


def read_indents(element: Element) -> Props:
    """`w:ind`; each side is inherited by itself, `hanging` beats `firstLine`."""
    props: Props = {}
    for side, names in (("left_mm", ("left", "start")), ("right_mm", ("right", "end"))):
        for name in names:
            value = mm(attr(element, name))
            if value is not None:
                props[side] = value
                break
    first, hanging = mm(attr(element, "firstLine")), mm(attr(element, "hanging"))
    if hanging is not None:
        props["first_line_mm"] = -hanging
    elif first is not None:
        props["first_line_mm"] = first
    return props


def _toggle(name: str) -> Callable[[Element, Fonts], Props]:
    return lambda element, _fonts: {name: is_on(element)}


def _read_fonts(element: Element, fonts: Fonts) -> Props:
    props: Props = {}
    for slot, key in (("ascii", "font"), ("hAnsi", "font_beyond_ascii")):
        theme, plain = attr(element, f"{slot}Theme"), attr(element, slot)
        name = (fonts(theme) if theme else "") or plain
        if name:
            props[key] = name
    return props


def _read_size(element: Element, _fonts: Fonts) -> Props:
    text = str(element.get(VAL, ""))
    number = measure(text)
    if number is None:
        return {}
    has_unit = text.strip()[-1].isalpha()
    return {"size_pt": number / TWIPS_PER_PT if has_unit else number / 2}


def _read_color(element: Element, _fonts: Fonts) -> Props:
    value = str(element.get(VAL, "auto"))
    return {"color": "auto" if value.lower() == "auto" else value.lstrip("#").upper()}


def _read_highlight(element: Element, _fonts: Fonts) -> Props:
    return {"highlight": str(element.get(VAL, "none")).lower() != "none"}


def _read_underline(element: Element, _fonts: Fonts) -> Props:
    return {"underline": str(element.get(VAL, "none")).lower() != "none"}


def _read_align(element: Element) -> Props:
    return {"align": _ALIGN.get(str(element.get(VAL, "left")), "both")}


def _read_spacing(element: Element) -> Props:
    props: Props = {}
    for name in ("before", "after"):
        value, lines = measure(attr(element, name)), measure(attr(element, f"{name}Lines"))
        if lines:
            props[f"{name}_pt"] = lines / 100 * _LINE_PT
        elif value is not None:
            props[f"{name}_pt"] = value / TWIPS_PER_PT
        auto = attr(element, f"{name}Autospacing")
        if auto is not None:
            props[f"{name}_auto"] = auto.lower() not in _OFF
    line = measure(attr(element, "line"))
    if line is not None:
        rule = attr(element, "lineRule")
        props["line_rule"] = rule if rule in ("exact", "atLeast") else "auto"
        props["line"] = line / TWIPS_PER_PT if rule in ("exact", "atLeast") else line / 240
    return props


def _read_outline(element: Element) -> Props:
    level = whole(attr(element, "val"))
    return {"outline_level": level if level is not None and 0 <= level <= 8 else None}


def _read_borders(element: Element) -> Props:
    return {f"border_{str(side.tag).rpartition('}')[2]}": edge(side) for side in element}


def edge(border: Element | None) -> Edge | None:
    """A border if it is seen; a white one on white paper is not."""
    kind = attr(border, "val")
    color = (attr(border, "color") or "auto").upper()
    if kind in (None, "nil", "none") or color == "FFFFFF":
        return None
    dashed = str(kind).startswith(("dot", "dash"))
    return Edge("auto" if color in ("AUTO", "000000") else color, dashed, kind in _DOUBLE)


def _read_tabs(element: Element) -> Props:
    stops = []
    for stop in element:
        place = mm(attr(stop, "pos"))
        if place is not None and attr(stop, "val") != "clear":
            stops.append(Tab(place, attr(stop, "val") or "left", attr(stop, "leader") or "none"))
    return {"tabs": tuple(sorted(stops))}


def _read_frame(element: Element) -> Props:
    """A frame as wide as its text stands where it is put, whatever the alignment inside it."""
    place = None if attr(element, "w") else attr(element, "xAlign")
    return {"frame_align": place if place in ("left", "center", "right") else None}


def _read_raised(element: Element, _fonts: Fonts) -> Props:
    value = str(element.get(VAL, ""))
    return {"raised": value if value in ("superscript", "subscript") else ""}


def _flag(name: str) -> Callable[[Element], Props]:
    return lambda element: {name: is_on(element)}


RUN_READERS: Final[dict[str, Callable[[Element, Fonts], Props]]] = {
    w("rFonts"): _read_fonts,
    w("sz"): _read_size,
    w("b"): _toggle("bold"),
    w("i"): _toggle("italic"),
    w("caps"): _toggle("caps"),
    w("vanish"): _toggle("hidden"),
    w("u"): _read_underline,
    w("color"): _read_color,
    w("highlight"): _read_highlight,
    w("vertAlign"): _read_raised,
}
PARAGRAPH_READERS: Final[dict[str, Callable[[Element], Props]]] = {
    w("jc"): _read_align,
    w("ind"): read_indents,
    w("spacing"): _read_spacing,
    w("keepNext"): _flag("keep_next"),
    w("contextualSpacing"): _flag("contextual"),
    w("outlineLvl"): _read_outline,
    w("pBdr"): _read_borders,
    w("tabs"): _read_tabs,
    w("framePr"): _read_frame,
    w("pageBreakBefore"): _flag("page_break_before"),
}


def child(element: Element | None, *path: str) -> Element | None:
    """The first child by a path of names of the main namespace, or None."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{{W}}}{name}"), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """All direct children of a name of the main namespace."""
    return iter(()) if element is None else element.iterchildren(f"{{{W}}}{name}")
