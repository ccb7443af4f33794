"""What every rendering of a part has in common, told from its source before anything is rendered.

If each branch and each turn of a loop leaves the XML as open as it found it, every rendering is well formed:
values are escaped. If the rows of a table fill its grid whatever the fields say, no column must be added or
taken away. Only where this cannot be told must a rendering be parsed and looked at.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from vanban.word.template_source import Source

_XML_TAG: Final = re.compile(r"<(/?)([^\s/>]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_WORD: Final = re.compile(r"\{[{%#][-+\s]*(\w*)")
_SPAN: Final = re.compile(r'w:val="(\d+)"')
_PLAIN: Final = frozenset(("for", "if", "elif", "else", "endfor", "endif"))
_OTHER: Final = frozenset(("set", "do"))
_OPEN_QUOTE: Final = re.compile(r"(\"[^\"]*\"|'[^']*')|(\"[^\"]*|'[^']*)$")


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of all renderings of a part."""

    is_whole: bool
    """Well formed, whatever the fields are."""
    fits_grids: bool
    """No table can have more or fewer columns than its grid."""
    doubt: int = 0
    """Line of the tag at which the XML was left open; 0 where there is none."""


@dataclass
class _Row:
    depth: int
    cells: int = 0
    columns: int = 0


@dataclass
class _Table:
    depth: int
    columns: int = 0
    fits: bool = True
    is_filled: bool = False
    """Whether a row that always comes fills all columns."""
    rows: list[_Row] = field(default_factory=list)


class _Walk:
    """The state at one place of the source: open elements, an unfinished tag, open tables."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.unfinished = ""
        self.broken = False
        self.fits_grids = True
        self.depth = 0
        self._tables: list[_Table] = []

    def state(self) -> tuple[tuple[str, ...], str]:
        """What a branch must leave as it found it."""
        return tuple(self.open), _OPEN_QUOTE.sub(lambda m: m[1] or m[2][:1], self.unfinished)

    def take(self, xml: str) -> None:
        """A stretch of XML between two tags of the template."""
        text, at = self.unfinished + xml, 0
        self.unfinished = ""
        while (start := text.find("<", at)) >= 0:
            found = _XML_TAG.match(text, start)
            if found is None:
                self.unfinished = text[start:]
                return
            self._element(found)
            at = found.end()

    def value(self) -> None:
        """A printed value: it may stand in words, or between the quotes of an attribute."""
        if self.unfinished:
            if not re.search(r"[\"']$", self.state()[1]):
                self.broken = True
            self.unfinished += "\N{REPLACEMENT CHARACTER}"

    def _element(self, found: re.Match[str]) -> None:
        closing, name, attributes, empty = found.groups()
        if name.startswith(("!", "?")):
            return
        if closing:
            if not self.open or self.open.pop() != name:
                self.broken = True
            self._closed(name)
        else:
            self._opened(name, attributes)
            if empty:
                self._closed(name)
            else:
                self.open.append(name)

    def _opened(self, name: str, attributes: str) -> None:
        table = self._tables[-1] if self._tables else None
        if name == "w:tbl":
            self._tables.append(_Table(self.depth))
        elif table is None:
            return
        elif name == "w:gridCol":
            table.columns += 1
            table.fits &= self.depth == table.depth
        elif name == "w:tr":
            table.rows.append(_Row(self.depth))
        elif table.rows and name == "w:tc":
            row = table.rows[-1]
            row.cells += 1
            row.columns += 1
            table.fits &= self.depth == row.depth
        elif table.rows and name == "w:gridSpan":
            span = _SPAN.search(attributes)
            table.rows[-1].columns += int(span[1]) - 1 if span else 0
            table.fits &= span is not None

    def _closed(self, name: str) -> None:
        if name == "w:tr" and self._tables and self._tables[-1].rows:
            table = self._tables[-1]
            row = table.rows.pop()
            table.fits &= self.depth == row.depth
            table.is_filled |= row.depth == table.depth and row.columns == table.columns
            for outer in self._tables:
                outer.fits &= max(row.cells, row.columns) <= outer.columns
        elif name == "w:tbl" and self._tables:
            table = self._tables.pop()
            self.fits_grids &= table.fits and table.is_filled


def shape_of(source: Source) -> Shape:
    """The shape of a part, by one walk over its source."""
    walk = _Walk()
    branches: list[tuple[tuple[str, ...], str]] = []
    doubt = at = 0
    for line, start, end in source.tags:
        walk.take(source.text[at:start])
        at = end
        text = source.text[start:end]
        found = _WORD.match(text)
        word = found[1] if found else ""
        if text.startswith("{{"):
            walk.value()
        elif text.startswith("{%") and word not in _PLAIN:
            walk.broken |= word not in _OTHER or "=" not in text
        elif text.startswith("{%"):
            if word in ("for", "if"):
                branches.append(walk.state())
                walk.depth += 1
            elif not branches or walk.state() != branches[-1]:
                walk.broken, doubt = True, doubt or line
            if word in ("endfor", "endif"):
                walk.depth -= 1
                branches = branches[:-1]
    walk.take(source.text[at:])
    is_whole = not (walk.broken or walk.open or walk.unfinished or branches)
    return Shape(is_whole, walk.fits_grids, doubt)
