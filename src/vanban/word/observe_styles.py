"""Effective values: defaults of the file, chains of styles, the theme; each chain resolved once.

Order of levels (ECMA-376-1, 17.7.2): defaults, table style, paragraph style with its list, character
style, direct. Of a table style the part for the whole table is read, and then those for its first and
last rows and columns; bands of rows and columns are not.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal, NamedTuple

from vanban.word.observe_numbering import Numbering
from vanban.word.observe_properties import (
    TOGGLES,
    Element,
    Props,
    attr,
    child,
    children,
    whole,
)
from vanban.word.observe_scope import EVERYTHING, Scope, paragraph_key, run_key
from vanban.word.observe_theme import Theme
from vanban.word.ooxml import w

_LONGEST_CHAIN: Final = 30
"""Word itself bases no style on more than a handful; without a bound a made-up file takes minutes."""
TableLook = tuple[str, ...]
"""The style of a table (id), then the conditional parts of it that hold for a cell, the strongest last."""
LookOf = Callable[[Element | None], "Look"]
"""From the properties of a run to its effective look."""

_STYLE_ID: Final = w("styleId")
_DEFAULT: Final = w("default")
_RUN_BASE: Final[Props] = {
    "font": "Times New Roman",
    "size_pt": 10.0,
    "underline": False,
    "color": "auto",
    "highlight": False,
    "raised": "",
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
    "page_break_before": False,
    "frame_align": None,
    "tabs": (),
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
    raised: Literal["", "superscript", "subscript"]


class _Style(NamedTuple):
    id: str
    name: str
    kind: str
    based_on: str | None
    element: Element
    list: Element | None


class Styles:
    """The styles of one file, resolved as far as `scope` goes. `styles` may be missing."""

    def __init__(
        self, styles: Element | None, numbering: Numbering, theme: Theme, scope: Scope = EVERYTHING
    ) -> None:
        self._scope = scope
        self.numbering = numbering
        self._fonts = theme.font
        self._elements = {element.get(_STYLE_ID) or "": element for element in children(styles, "style")}
        self._known: dict[str, _Style] = {}
        self._default = {
            attr(element, "type") or "paragraph": style_id
            for style_id, element in self._elements.items()
            if is_on_attribute(element.get(_DEFAULT))
        }
        defaults = child(styles, "docDefaults")
        run_defaults = child(defaults, "rPrDefault", "rPr")
        self.language = attr(child(run_defaults, "lang"), "val") or ""
        self._run_defaults = self._scope.read_run(run_defaults, self._fonts)
        self._paragraph_defaults = self._scope.read_paragraph(child(defaults, "pPrDefault", "pPr"))
        self._runs: dict[tuple[str, TableLook], Props] = {}
        self._looks: dict[tuple[TableLook, str, str], Props] = {}
        self._look_of: dict[tuple[TableLook, str], LookOf] = {}
        self._styled: dict[tuple[TableLook, str, bool], Props] = {}
        self._own_runs: dict[Element, Props] = {}
        self._own_paragraphs: dict[Element, Props] = {}
        self._paragraphs: dict[tuple[object, ...], Props] = {}

    def paragraph_style(self, style_id: str | None) -> str:
        """The id of the paragraph style that an id stands for; an unknown one is the default style."""
        return style_id if style_id and style_id in self._elements else self._default.get("paragraph", "")

    def name(self, style_id: str) -> str:
        """The name that people see in Word, or "" for no style."""
        style = self._style(style_id)
        return style.name if style else ""

    def table_chain(self, style_id: str | None) -> list[Element]:
        """The elements of a table style and of what it is based on, the base first."""
        known = style_id if style_id in self._elements else self._default.get("table", "")
        return [style.element for style in self._chain(known or "")]

    def paragraph(self, properties: Element | None, table: TableLook) -> Props:
        """The effective values of a paragraph; "list" is (numId, level) or None, "style" the name of its
        style that people see, "look_of" what gives the look of its runs.

        Paragraphs that are set alike share one dictionary: read it only.
        """
        key = (table, () if properties is None else paragraph_key(properties, self._scope))
        props = self._paragraphs.get(key)
        if props is None:
            style_id = self.paragraph_style(attr(child(properties, "pStyle"), "val"))
            props = self._paragraphs[key] = {
                **self._paragraph(properties, table, style_id),
                "style": self.name(style_id),
                "look_of": self.looks(table, style_id),
            }
        return props

    def looks(self, table: TableLook, paragraph_style: str) -> LookOf:
        """What gives the look of runs in paragraphs of this style (id), from their `w:rPr`."""
        key = (table, paragraph_style)
        if key not in self._look_of:
            known: dict[tuple[object, ...] | None, Look] = {}
            scope = self._scope

            def look_of(properties: Element | None) -> Look:
                run = None if properties is None else run_key(properties, scope)
                look = known.get(run)
                if look is None:
                    look = known[run] = self._look(properties, table, paragraph_style)
                return look

            self._look_of[key] = look_of
        return self._look_of[key]

    def _paragraph(self, properties: Element | None, table: TableLook, style_id: str) -> Props:
        direct_list = child(properties, "numPr")
        if direct_list is None:
            return {**self._styled_paragraph(table, style_id, True), **self._scope.read_paragraph(properties)}
        inherited = self._styled_paragraph(table, style_id, True)["list"] or (None, 0)
        num_id = attr(child(direct_list, "numId"), "val") or inherited[0]
        level = whole(attr(child(direct_list, "ilvl"), "val"))
        item = self.numbering.item(num_id, inherited[1] if level is None else level)
        return {
            **self._styled_paragraph(table, style_id, False),
            **({} if item is None else self.numbering.indents(item)),
            "list": item,
            **self._scope.read_paragraph(properties),
        }

    def _look(self, properties: Element | None, table: TableLook, paragraph_style: str) -> Look:
        character_style = attr(child(properties, "rStyle"), "val") or ""
        props = self._styled_run(table, paragraph_style, character_style)
        if properties is not None:
            props = {**props, **self._scope.read_run(properties, self._fonts)}
        return Look(**{"font_beyond_ascii": props["font"], **props})

    def _styled_run(self, table: TableLook, paragraph_style: str, character_style: str) -> Props:
        key = (table, paragraph_style, character_style)
        if key not in self._looks:
            levels = [self._run_level("table", table), self._run_level("paragraph", (paragraph_style,))]
            levels.append(self._run_level("character", (character_style,)))
            props = {**_RUN_BASE, **self._run_defaults}
            for level in levels:
                props.update(level)
            for name in TOGGLES:
                switched = sum(bool(level.get(name)) for level in levels) % 2 == 1
                props[name] = bool(self._run_defaults.get(name)) or switched
            self._looks[key] = props
        return self._looks[key]

    def _run_level(self, kind: str, look: TableLook) -> Props:
        """What a chain of styles says about runs, without the defaults."""
        if (kind, look) not in self._runs:
            props: Props = {}
            for part in self._parts(look, kind):
                props.update(self._own_run(part))
            self._runs[kind, look] = props
        return self._runs[kind, look]

    def _parts(self, look: TableLook, kind: str) -> Iterator[Element]:
        """The elements that hold for a style and its conditional parts, the weakest first."""
        chain = [style.element for style in self._chain(look[0]) if style.kind == kind] if look else []
        yield from chain
        for name in look[1:]:
            for element in chain:
                yield from (p for p in children(element, "tblStylePr") if attr(p, "type") == name)

    def _styled_paragraph(self, table: TableLook, style_id: str, with_list: bool) -> Props:
        key = (table, style_id, with_list)
        if key not in self._styled:
            props = {**_PARAGRAPH_BASE, **self._paragraph_defaults}
            for part in self._parts(table, "table"):
                props.update(self._own_paragraph(part))
            for style in self._chain(style_id):
                if style.list is not None:
                    item = self._style_item(style.id, style.list, props["list"])
                    props["list"] = item
                    if with_list and item is not None:
                        props.update(self.numbering.indents(item))
                props.update(self._own_paragraph(style.element))
            self._styled[key] = props
        return self._styled[key]

    def _own_run(self, part: Element) -> Props:
        """What a style, or a conditional part of one, says itself about runs."""
        if part not in self._own_runs:
            self._own_runs[part] = self._scope.read_run(child(part, "rPr"), self._fonts)
        return self._own_runs[part]

    def _own_paragraph(self, part: Element) -> Props:
        """What a style, or a conditional part of one, says itself about paragraphs."""
        if part not in self._own_paragraphs:
            self._own_paragraphs[part] = self._scope.read_paragraph(child(part, "pPr"))
        return self._own_paragraphs[part]

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
        while current and current not in seen and len(seen) < _LONGEST_CHAIN:
            style = self._style(current)
            if style is None:
                break
            seen.add(current)
            chain.append(style)
            current = style.based_on
        return chain[::-1]

    def _style(self, style_id: str) -> _Style | None:
        if style_id not in self._known and style_id in self._elements:
            self._known[style_id] = _style(self._elements[style_id])
        return self._known.get(style_id)


def is_on_attribute(value: str | None) -> bool:
    """Whether an on/off attribute is set."""
    return value is not None and str(value).lower() not in ("0", "false", "off")


def _style(element: Element) -> _Style:
    style_id = attr(element, "styleId") or ""
    paragraph = child(element, "pPr")
    return _Style(
        style_id,
        attr(child(element, "name"), "val") or style_id,
        attr(element, "type") or "paragraph",
        attr(child(element, "basedOn"), "val"),
        element,
        child(paragraph, "numPr"),
    )
