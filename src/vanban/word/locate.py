"""Find the XML behind what a sheet says: paragraphs, their characters, sections.

`observe_located` reads a file as `observe` does and remembers the elements, so that a finding can be
shown, or mended, at the very words.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vanban.model.sheet import Sheet
from vanban.word.observe import Trace, observe_package
from vanban.word.observe_properties import Element, child
from vanban.word.observe_sections import section_elements
from vanban.word.observe_styles import Look
from vanban.word.package import Package, open_package
from vanban.word.rewrite import Rewriter


class Piece(NamedTuple):
    """A stretch of text as shown, its look, and the `w:t` or the sign (`w:tab`, `w:br` …) behind it."""

    shown: str
    look: Look
    element: Element


class Bit(NamedTuple):
    """Characters of a piece: from `start` to `end` in its shown text."""

    piece: Piece
    start: int
    end: int

    @property
    def raw(self) -> tuple[int, int]:
        """The same characters in the raw text of a `w:t`, which may begin with spaces that are not shown."""
        hidden = hidden_lead(self.piece.element, self.piece.shown)
        return self.start + hidden, self.end + hidden


class Letter(NamedTuple):
    """Characters of `Paragraph.text` that cannot be told apart in the file, nearly always one.

    A letter that is composed of a base and loose marks has several bits, if need be in several runs.
    """

    text: str
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """Where a paragraph stands: the name of the part, its `w:p`s (one, or several joined), its pieces."""

    part: str
    elements: tuple[Element, ...]
    pieces: tuple[Piece, ...]
    text: str

    def letters(self) -> list[Letter]:
        """The letters of the paragraph; their texts together are `Paragraph.text`.

        None at all for a made-up text, of loose marks by the thousand, that observing composes otherwise.
        """
        letters = letters_of(self.pieces)
        return letters if "".join(letter.text for letter in letters) == self.text else []


@dataclass(frozen=True, slots=True)
class Located:
    """A sheet and the XML behind it, with what it takes to write the parts back."""

    package: Package
    sheet: Sheet
    roots: dict[str, Element]
    homes: tuple[Home, ...]
    """The home of each paragraph, in the order of their numbers."""
    _rewriters: dict[str, Rewriter] = field(default_factory=dict)

    def home(self, number: int) -> Home | None:
        """The home of the paragraph of this number, or None where there is no such paragraph."""
        return self.homes[number - 1] if 1 <= number <= len(self.homes) else None

    @property
    def body(self) -> Element:
        """The `w:body`."""
        body = child(self.roots[self.package.main], "body")
        assert body is not None  # observing refuses a file without it
        return body

    def sections(self) -> list[Element]:
        """The `w:sectPr` of each section; none where the file declares no section at all."""
        return section_elements(self.body)

    def announce(self, part: str, element: Element) -> None:
        """Say that this element, or what is in it, is going to change; to be called before it does."""
        if part not in self._rewriters:
            data, root = self.package.part(part), self.roots.get(part)
            if root is None:
                root = self.roots[part] = element.getroottree().getroot()
            self._rewriters[part] = Rewriter(data or b"", root)
        self._rewriters[part].announce(element)

    def changed_parts(self) -> dict[str, bytes]:
        """The parts in which a change was announced, as they are now."""
        return {part: rewriter.written() for part, rewriter in self._rewriters.items()}


def observe_located(data: bytes, where: str = "") -> Located:
    """As `observe`, with the XML behind each paragraph. Raises SourceError as `observe` does."""
    return locate(open_package(data, where), where)


def locate(package: Package, where: str = "") -> Located:
    """The same for an opened package."""
    trace = Trace()
    sheet = observe_package(package, where, trace)
    names = {root: name for name, root in trace.roots.items()}
    homes: list[Home] = []
    for paragraph, (block, inline) in zip(sheet.paragraphs, trace.sources, strict=True):
        root = block.elements[0].getroottree().getroot()
        pieces = tuple(Piece(*piece) for piece in inline.pieces)
        homes.append(Home(names[root], block.elements, pieces, paragraph.text))
    return Located(package, sheet, trace.roots, tuple(homes))


def letters_of(pieces: tuple[Piece, ...]) -> list[Letter]:
    """The letters that these pieces show."""
    letters: list[Letter] = []
    for stretch in _stretches(pieces):
        text = "".join(piece.shown for piece in stretch)
        bits = [Bit(piece, i, i + 1) for piece in stretch for i in range(len(piece.shown))]
        if unicodedata.is_normalized("NFC", text):
            letters.extend(Letter(char, (bit,)) for char, bit in zip(text, bits, strict=True))
        else:
            letters.extend(_composed(text, bits))
    return letters


def _stretches(pieces: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """The pieces grouped as `Inline.spans` does it: neighbours of one look, the empty left out."""
    stretch: list[Piece] = []
    for piece in pieces:
        if not piece.shown:
            continue
        if stretch and stretch[-1].look != piece.look:
            yield stretch
            stretch = []
        stretch.append(piece)
    if stretch:
        yield stretch


def _composed(text: str, bits: list[Bit]) -> Iterator[Letter]:
    """Letters of a text that holds loose marks: each cluster that composing changes is one letter."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.combining(text[end]) or _joins(text[start:end], text[end])):
            continue
        cluster = text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed == cluster:
            yield from (Letter(text[i], (bits[i],)) for i in range(start, end))
        else:
            yield Letter(composed, tuple(bits[start:end]))
        start = end


def _joins(cluster: str, char: str) -> bool:
    """Whether a character that is no loose mark still composes with what is before it (Korean syllables)."""
    if char.isascii():
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", cluster + char) != apart


def hidden_lead(element: Element, shown: str) -> int:
    """How many spaces at the head of a `w:t` are not shown."""
    raw = element.text or ""
    return len(raw) - len(raw.lstrip(" \t\r\n")) if len(raw) > len(shown) else 0
