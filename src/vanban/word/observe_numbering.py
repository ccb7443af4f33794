"""Labels of Word's lists, as they stand on the page: "I.", "1.2.", "-".

Lists of one definition (`w:abstractNum`) count on together, whichever `w:num` a paragraph names; a `num`
with a start of its own begins anew where it is first used.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final, NamedTuple

from vanban.word.observe_properties import Element, Props, attr, child, children, is_on, read_indents, whole
from vanban.word.ooxml import w

LEVELS: Final = 9
Item = tuple[str, int]
"""A place in a list: numId and level (from 0)."""

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SYMBOLS: Final = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf02d": "-",
    "\uf0be": "—",
    "\uf076": "❖",
    "\uf0e0": "→",
}
"""Characters of Symbol and Wingdings, by what they look like."""


class _Level(NamedTuple):
    start: int
    kind: str
    text: str
    restart: int | None
    legal: bool
    style: str | None
    indents: Props


class _List(NamedTuple):
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Levels that begin anew with this list."""


class Numbering:
    """The lists of one file; `load` gives the root of `numbering.xml`, or None, when a list is asked for."""

    def __init__(self, load: Callable[[], Element | None], styles: Element | None = None) -> None:
        self._load = load
        self._styles = styles
        self._lists: dict[str, _List | None] = {}
        self._levels: dict[str, dict[int, _Level]] = {}

    @cached_property
    def _root(self) -> Element | None:
        return self._load()

    @cached_property
    def _abstract(self) -> dict[str, Element]:
        return {attr(a, "abstractNumId") or "": a for a in children(self._root, "abstractNum")}

    @cached_property
    def _numbers(self) -> dict[str, Element]:
        return {attr(n, "numId") or "": n for n in children(self._root, "num")}

    @cached_property
    def _style_lists(self) -> dict[str, str]:
        return {
            attr(s, "styleId") or "": attr(child(s, "pPr", "numPr", "numId"), "val") or ""
            for s in children(self._styles, "style")
            if attr(s, "type") == "numbering"
        }

    def item(self, num_id: str | None, level: int) -> Item | None:
        """The place in the list, or None where there is no such list (numId 0 takes a list away)."""
        if num_id is None or self.list(num_id) is None:
            return None
        return num_id, min(max(level, 0), LEVELS - 1)

    def indents(self, item: Item) -> Props:
        """The indents that the list gives its paragraphs."""
        level = self.level(item)
        return {} if level is None else level.indents

    def level_of_style(self, num_id: str | None, style_id: str) -> int | None:
        """The level that the list binds to a paragraph style, or None."""
        found = self.list(num_id) if num_id else None
        return next(
            (i for i, level in (found.levels if found else {}).items() if level.style == style_id), None
        )

    def level(self, item: Item) -> _Level | None:
        """The definition of a level, or None."""
        found = self.list(item[0])
        return found.levels.get(item[1]) if found else None

    def list(self, num_id: str) -> _List | None:
        """The list with this id, or None."""
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id, hops=4)
        return self._lists[num_id]

    def _read(self, num_id: str, hops: int) -> _List | None:
        number = self._numbers.get(num_id)
        abstract_id = attr(child(number, "abstractNumId"), "val")
        abstract = self._abstract.get(abstract_id or "")
        if number is None or abstract is None or abstract_id is None:
            return None
        linked = attr(child(abstract, "numStyleLink"), "val")
        if linked and hops and self._style_lists.get(linked, num_id) != num_id:
            base = self._read(self._style_lists[linked], hops - 1)
            if base is None:
                return None
            abstract_id, levels = base.abstract, dict(base.levels)
        else:
            if abstract_id not in self._levels:
                self._levels[abstract_id] = {
                    index: _level(level)
                    for level in children(abstract, "lvl")
                    if (index := _index(level)) in range(LEVELS)
                }
            levels = dict(self._levels[abstract_id])
        starts: dict[int, int] = {}
        for override in children(number, "lvlOverride"):
            index, own = _index(override), child(override, "lvl")
            if index not in range(LEVELS):
                continue
            if own is not None:
                levels[index] = _level(own)
            start = whole(attr(child(override, "startOverride"), "val"))
            if start is not None:
                starts[index] = start
        return _List(abstract_id, levels, starts)


class Counter:
    """Counts the paragraphs of lists in reading order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._deeper: dict[tuple[str, int], tuple[int, ...]] = {}

    def label(self, item: Item | None) -> str:
        """The label of the next paragraph at this place of a list; "" for none."""
        found = self._numbering.list(item[0]) if item else None
        if item is None or found is None or item[1] not in found.levels:
            return ""
        num_id, index = item
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        self._begin(num_id, found, counts)
        now = counts[index]
        counts[index] = self._start(found, index) if now is None else now + 1
        for deeper in self._restarting(num_id, found, index):
            counts[deeper] = None
        return self._shown(found, index, counts)

    def _restarting(self, num_id: str, found: _List, index: int) -> tuple[int, ...]:
        """The levels that begin anew after a paragraph at this one."""
        known = self._deeper.get((num_id, index))
        if known is None:
            levels = [(deeper, found.levels.get(deeper)) for deeper in range(index + 1, LEVELS)]
            known = self._deeper[num_id, index] = tuple(
                deeper
                for deeper, level in levels
                if index < (deeper if level is None or level.restart is None else level.restart)
            )
        return known

    def _begin(self, num_id: str, found: _List, counts: list[int | None]) -> None:
        if num_id in self._begun:
            return
        self._begun.add(num_id)
        for index in found.starts:
            for deeper in range(index, LEVELS):
                counts[deeper] = None

    @staticmethod
    def _start(found: _List, index: int) -> int:
        level = found.levels.get(index)
        return found.starts.get(index, level.start if level else 1)

    def _shown(self, found: _List, index: int, counts: list[int | None]) -> str:
        own = found.levels[index]
        if own.kind == "bullet":
            return "".join(_SYMBOLS.get(c, "•" if "\uf000" <= c <= "\uf0ff" else c) for c in own.text)

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            level = found.levels.get(place)
            count = counts[place]
            value = self._start(found, place) if count is None else count
            return format_number(value, "decimal" if own.legal else level.kind if level else "decimal")

        return _PLACEHOLDER.sub(number, own.text)


def format_number(value: int, kind: str) -> str:
    """A number in a format of `w:numFmt`; formats that no Vietnamese paper uses come out decimal."""
    if kind in ("none", "bullet"):
        return ""
    if kind == "decimalZero":
        return f"{value:02d}"
    if kind in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        text = ""
        for size, digits in _ROMAN:
            text += digits * (value // size)
            value %= size
        return text.upper() if kind == "upperRoman" else text
    if kind in ("upperLetter", "lowerLetter") and 0 < value <= 26 * 30:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    return str(value)


def _index(element: Element) -> int:
    return whole(attr(element, "ilvl")) or 0


def _level(element: Element) -> _Level:
    start = whole(attr(child(element, "start"), "val"))
    kind = child(element, "numFmt")
    if kind is None:
        kind = next(element.iter(w("numFmt")), None)  # wrapped where Word offers a format of its own
    indents = child(element, "pPr", "ind")
    return _Level(
        start=0 if start is None else start,
        kind=attr(kind, "val") or "decimal",
        text=attr(child(element, "lvlText"), "val") or "",
        restart=whole(attr(child(element, "lvlRestart"), "val")),
        legal=is_on(child(element, "isLgl")),
        style=attr(child(element, "pStyle"), "val"),
        indents={} if indents is None else read_indents(indents),
    )
