"""Tags of a template, each with its place: part, paragraph, characters, page.

A tag is read from the words of its paragraph as a reader sees them, so what Word or LibreOffice did to
its runs (formatting, spelling marks, bookmarks) does not matter here: `runs` only counts the pieces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from vanban.model.finding import Place
from vanban.model.sheet import Paragraph, Zone
from vanban.word.locate import Bit, Home, Letter, Located, locate
from vanban.word.observe_properties import Element
from vanban.word.ooxml import w
from vanban.word.package import Package

TagKind = Literal["value", "statement", "comment", "stray"]
Scope = Literal["", "p", "tr", "tc", "r"]
"""What vanishes with the tag when a paper is made: nothing, its paragraph, row, cell, or run."""

_CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_KINDS: Final[dict[str, TagKind]] = {"{{": "value", "{%": "statement", "{#": "comment"}
_MARK: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_SCOPE: Final = re.compile(r"(tr|tc|p|r)(\s)")
_SHOWN_OF_OPEN: Final = 40
_WORDS_OF_STATEMENT: Final = re.compile(
    r"\{?%?\s*(?:p|tr|tc)?\s*\b(?:for|if|elif|else|endfor|endif|set)\b[^{}%]*\Z"
)
_WORDS_OF_VALUE: Final = re.compile(r"\{\s*[\w.]+[^{}%]*\Z")


@dataclass(frozen=True, slots=True)
class TagPlace:
    """Where a tag stands. `start` and `end` count characters of `text`, the words of the paragraph."""

    part: str
    zone: Zone
    paragraph: int
    start: int
    end: int
    text: str
    page: int | None

    def place(self, file: str | None = None) -> Place:
        """The same as the place of a finding."""
        return Place(tep=file, doan=self.paragraph, trang=self.page, phan=_ZONES.get(self.zone))

    def __str__(self) -> str:
        return f"{self.place()}: “{shortened(self.text, self.start)}”"


_ZONES: Final = {"dau_trang": "đầu trang", "chan_trang": "chân trang", "chu_thich": "chú thích"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as typed (`source`), and what it says (`body`), without marks, scope and signs of white space.

    `closed` is False for a tag whose end is missing, `opened` for one whose beginning is ("{p endif %}"); a
    "stray" is an end where nothing before it looks like a tag. `element` is the `w:t` in which it begins.
    """

    kind: TagKind
    scope: Scope
    body: str
    source: str
    place: TagPlace
    opened: bool
    closed: bool
    runs: int
    looks: int
    """How many looks the pieces have: more than one is what a person did, not a program."""
    element: Element

    @property
    def word(self) -> str:
        """The first word of a statement: "for", "endif"."""
        found = re.match(r"\w+", self.body) if self.kind == "statement" else None
        return found[0] if found else ""

    @property
    def paragraph(self) -> Element:
        """The `w:p` that the tag begins in."""
        return next(self.element.iterancestors(w("p")))


def find_tags(package: Package, where: str = "") -> list[Tag]:
    """All tags of a template, part by part, in the order in which they stand in the XML of each part.

    Body, headers, footers, notes and text boxes. Raises SourceError where the file cannot be read.
    """
    return tags_of(locate(package, where))


def tags_of(located: Located) -> list[Tag]:
    """The same for a template whose paragraphs are located already."""
    found: list[Tag] = []
    for paragraph, home in zip(located.sheet.paragraphs, located.homes, strict=True):
        if any(mark in paragraph.text for mark in ("{{", "{%", "{#", "}}", "%}", "#}")):
            found += _tags_in(paragraph, home)
    parts = list(dict.fromkeys(home.part for home in located.homes))
    order = {e: at for part in parts for at, e in enumerate(located.roots[part].iter(w("t")))}
    return sorted(
        found, key=lambda tag: (parts.index(tag.place.part), order.get(tag.element, -1), tag.place.start)
    )


def shortened(text: str, near: int = 0, length: int = 80) -> str:
    """The words around a place of a text, on one line."""
    start = max(0, min(near - length // 3, len(text) - length))
    piece = " ".join(text[start : start + length].split())
    return ("… " if start > 0 else "") + piece + (" …" if start + length < len(text) else "")


def _tags_in(paragraph: Paragraph, home: Home) -> Iterator[Tag]:
    text, bits = paragraph.text, _bits(home.letters())
    for start, end, opener, opened in stretches(text):
        if not bits:
            return
        inside = bits[start:end]
        runs = {next(bit.piece.element.iterancestors(w("r")), None) for bit in inside}
        place = TagPlace(home.part, paragraph.zone, paragraph.number, start, end, text, paragraph.page)
        source = text[start:end]
        closer = _CLOSERS.get(opener, "")
        closed = bool(opener) and source.endswith(closer) and len(source) >= 4
        kind: TagKind = _KINDS.get(opener, "stray")
        inner = source[2 : -2 if closed else None] if opened else source[:-2].lstrip("{% ")
        body, scope = _said(inner) if opener else (source, "")
        looks = len({bit.piece.look for bit in inside})
        yield Tag(kind, scope, body, source, place, opened, closed, len(runs), looks, inside[0].piece.element)


def _bits(letters: list[Letter]) -> list[Bit]:
    """The first bit behind each character."""
    return [letter.bits[0] for letter in letters for _ in letter.text]


def _said(inner: str) -> tuple[str, Scope]:
    """The words of a tag and its scope, which stands right behind the opening mark."""
    found = _SCOPE.match(inner)
    scope: Scope = ""
    if found:
        scope = found[1]  # type: ignore[assignment]
        inner = inner[found.end() :]
    return inner.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+").strip(), scope


def stretches(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Beginning, end and opening mark of each tag, and whether that mark is there.

    The mark is "" for an end before which nothing looks like a tag. A tag that is not closed ends before the
    next one.
    """
    start, opener, done = 0, "", 0
    for found in _MARK.finditer(text):
        mark = found[0]
        if mark in _CLOSERS:
            if opener == "{#":
                continue
            if opener:
                yield start, _open_end(text, start, found.start()), opener, True
            start, opener = found.start(), mark
        elif opener and mark == _CLOSERS[opener]:
            yield start, found.end(), opener, True
            opener = ""
        elif not opener:
            yield _without_opening(text, done, found.start(), mark)
        done = found.end()
    if opener:
        yield start, _open_end(text, start, len(text)), opener, True


def _without_opening(text: str, start: int, stop: int, mark: str) -> tuple[int, int, str, bool]:
    """What an end without a beginning belongs to."""
    words = {"%}": _WORDS_OF_STATEMENT, "}}": _WORDS_OF_VALUE}.get(mark)
    found = words.search(text, start, stop) if words else None
    opener = {"%}": "{%", "}}": "{{"}.get(mark, "")
    return (found.start(), stop + 2, opener, False) if found else (stop, stop + 2, "", False)


def _open_end(text: str, start: int, stop: int) -> int:
    """The end of a tag that is not closed: its single closing brace if it has one, else a few words."""
    brace = text.find("}", start, stop)
    if brace >= 0:
        end = brace + 1
        while end < stop and text[end] in "%}":
            end += 1
        return end
    words = text[start:stop].rstrip()
    return start + len(words if len(words) <= _SHOWN_OF_OPEN else words[:_SHOWN_OF_OPEN])
