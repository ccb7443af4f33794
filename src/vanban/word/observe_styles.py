"""Effective values: defaults of the file, chains of styles, the theme; each chain resolved once.

Order of levels (ECMA-376-1, 17.7.2): defaults, table style, paragraph style with its list, character
style, direct. Of a table style the part for the whole table is read, not its conditional parts.
"""

from typing import Any, Final, NamedTuple

from vanban.word.observe_numbering import Numbering
from vanban.word.observe_properties import (
    TOGGLES,
    Element,
    Fonts,
    Props,
    attr,
    child,
    children,
    read_paragraph,
    read_run,
    whole,
)
from vanban.word.ooxml import w

_LONGEST_CHAIN: Final = 100
"""Word itself bases no style on more than a handful; without a bound a made-up file takes minutes."""
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RUN_BASE: Final[Props] = {
    "font": "Times New Roman",
    "size_pt": 10.0,
    "underline": False,
    "color": "auto",
    "highlight": False,
}
"""What Word takes where the file says nothing at all."""
_PARAGRAPH_BASE: Final[Props] = {
    "align": "left",
    "left_mm": 0.0,
    "right_mm": 0.0,
    "first_line_mm": 0.0,
    "before_pt": 0.0,
    "after_pt": 0.0,
    "line_rule": "auto",
    "line": 1.0,
    "keep_next": False,
    "outline_level": None,
    "list": None,
}


class Look(NamedTuple):
    """The effective look of a run."""

    font: str
    font_beyond_ascii: str
    size_pt: float
    bold: bool
    italic: bool
    caps: bool
    hidden: bool
    underline: bool
    color: str
    highlight: bool


class _Style(NamedTuple):
    id: str
    name: str
    kind: str
    based_on: str | None
    element: Element


class Styles:
    """The styles of one file. `theme` and `settings` may be missing, as may `styles`."""

    def __init__(
        self, styles: Element | None, numbering: Numbering, theme: Element | None, settings: Element | None
    ) -> None:
        self.numbering = numbering
        self._fonts = theme_fonts(theme, attr(child(settings, "themeFontLang"), "val") or "")
        self._styles = {style.id: style for style in map(_style, children(styles, "style"))}
        self._default = {
            s.kind: s.id for s in self._styles.values() if is_on_attribute(s.element.get(w("default")))
        }
        defaults = child(styles, "docDefaults")
        run_defaults = child(defaults, "rPrDefault", "rPr")
        self.language = attr(child(run_defaults, "lang"), "val") or ""
        self._run_defaults = read_run(run_defaults, self._fonts)
        self._paragraph_defaults = read_paragraph(child(defaults, "pPrDefault", "pPr"))
        self._runs: dict[tuple[str, str], Props] = {}
        self._looks: dict[tuple[str, str, str], Props] = {}
        self._paragraphs: dict[tuple[str, str, bool], Props] = {}

    def paragraph_style(self, style_id: str | None) -> str:
        """The id of the paragraph style that an id stands for; an unknown one is the default style."""
        return style_id if style_id in self._styles and style_id else self._default.get("paragraph", "")

    def name(self, style_id: str) -> str:
        """The name that people see in Word, or "" for no style."""
        return self._styles[style_id].name if style_id in self._styles else ""

    def table_chain(self, style_id: str | None) -> list[Element]:
        """The elements of a table style and of what it is based on, the base first."""
        known = style_id if style_id in self._styles else self._default.get("table", "")
        return [style.element for style in self._chain(known or "")]

    def list_id(self, style_id: str) -> str | None:
        """The id of the list (`w:numId`) that a numbering style stands for."""
        found = [attr(child(s.element, "pPr", "numPr", "numId"), "val") for s in self._chain(style_id)]
        return next((value for value in reversed(found) if value), None)

    def paragraph(self, properties: Element | None, table_style: str) -> Props:
        """The effective values of a paragraph; "list" is (numId, level) or None."""
        style_id = self.paragraph_style(attr(child(properties, "pStyle"), "val"))
        direct_list = child(properties, "numPr")
        if direct_list is None:
            base = self._styled_paragraph(table_style, style_id, True)
            return {**base, **read_paragraph(properties)} if properties is not None else base
        inherited = self._styled_paragraph(table_style, style_id, True)["list"] or (None, 0)
        num_id = attr(child(direct_list, "numId"), "val") or inherited[0]
        level = whole(attr(child(direct_list, "ilvl"), "val"))
        item = self.numbering.item(num_id, inherited[1] if level is None else level)
        return {
            **self._styled_paragraph(table_style, style_id, False),
            **({} if item is None else self.numbering.indents(item)),
            "list": item,
            **read_paragraph(properties),
        }

    def run(self, properties: Element | None, table_style: str, paragraph_style: str) -> Look:
        """The effective look of a run in a paragraph of this style (id)."""
        character_style = attr(child(properties, "rStyle"), "val") or ""
        props = self._styled_run(table_style, paragraph_style, character_style)
        if properties is not None:
            props = {**props, **read_run(properties, self._fonts)}
        return Look(**{"font_beyond_ascii": props["font"], **props})

    def _styled_run(self, table_style: str, paragraph_style: str, character_style: str) -> Props:
        key = (table_style, paragraph_style, character_style)
        if key not in self._looks:
            levels = [self._run_level("table", table_style), self._run_level("paragraph", paragraph_style)]
            levels.append(self._run_level("character", character_style))
            props = {**_RUN_BASE, **self._run_defaults}
            for level in levels:
                props.update(level)
            for name in TOGGLES:
                switched = sum(bool(level.get(name)) for level in levels) % 2 == 1
                props[name] = bool(self._run_defaults.get(name)) or switched
            self._looks[key] = props
        return self._looks[key]

    def _run_level(self, kind: str, style_id: str) -> Props:
        """What a chain of styles says about runs, without the defaults."""
        if (kind, style_id) not in self._runs:
            props: Props = {}
            for style in self._chain(style_id):
                if style.kind == kind:
                    props.update(read_run(child(style.element, "rPr"), self._fonts))
            self._runs[kind, style_id] = props
        return self._runs[kind, style_id]

    def _styled_paragraph(self, table_style: str, style_id: str, with_list: bool) -> Props:
        key = (table_style, style_id, with_list)
        if key not in self._paragraphs:
            props = {**_PARAGRAPH_BASE, **self._paragraph_defaults}
            for style in self._chain(table_style):
                props.update(read_paragraph(child(style.element, "pPr")))
            for style in self._chain(style_id):
                own_list = child(style.element, "pPr", "numPr")
                if own_list is not None:
                    item = self._style_item(style.id, own_list, props["list"])
                    props["list"] = item
                    if with_list and item is not None:
                        props.update(self.numbering.indents(item))
                props.update(read_paragraph(child(style.element, "pPr")))
            self._paragraphs[key] = props
        return self._paragraphs[key]

    def _style_item(self, style_id: str, own_list: Element, inherited: Any) -> tuple[str, int] | None:
        num_id = attr(child(own_list, "numId"), "val") or (inherited[0] if inherited else None)
        bound = self.numbering.level_of_style(num_id, style_id)
        level = whole(attr(child(own_list, "ilvl"), "val")) if bound is None else bound
        return self.numbering.item(num_id, level or 0)

    def _chain(self, style_id: str) -> list[_Style]:
        """The style and all that it is based on, the base first; a circle or an endless chain is cut."""
        chain: list[_Style] = []
        seen: set[str] = set()
        current: str | None = style_id
        while current and current in self._styles and current not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(current)
            chain.append(self._styles[current])
            current = chain[-1].based_on
        return chain[::-1]


def is_on_attribute(value: str | None) -> bool:
    """Whether an on/off attribute is set."""
    return value is not None and str(value).lower() not in ("0", "false", "off")


def theme_fonts(theme: Element | None, language: str) -> Fonts:
    """The resolver of theme fonts. A Vietnamese file takes the theme's font for Vietnamese, if it has one."""
    scheme = None if theme is None else next(theme.iter(f"{_A}fontScheme"), None)
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        group = None if scheme is None else scheme.find(f"{_A}{size}Font")
        if group is None:
            continue
        latin = group.find(f"{_A}latin")
        name = "" if latin is None else str(latin.get("typeface", ""))
        if language.lower().startswith("vi"):
            own = (f.get("typeface") for f in group.iter(f"{_A}font") if f.get("script") == "Viet")
            name = str(next(own, None) or name)
        fonts[size] = name
    return lambda theme_name: fonts.get("major" if theme_name.startswith("major") else "minor", "")


def _style(element: Element) -> _Style:
    style_id = attr(element, "styleId") or ""
    return _Style(
        style_id,
        attr(child(element, "name"), "val") or style_id,
        attr(element, "type") or "paragraph",
        attr(child(element, "basedOn"), "val"),
        element,
    )
