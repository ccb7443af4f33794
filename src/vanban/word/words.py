"""The words of one paragraph in its XML, to be cut into runs and replaced.

Places are counted in `Paragraph.text` as it was observed. Cuts come first, all at once; replacements
after them, from the end of the paragraph to its start, so that the places before stay true.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from copy import deepcopy
from itertools import accumulate
from typing import Final

from lxml import etree

from vanban.word.locate import Bit, Home, Letter, Piece, letters_of
from vanban.word.observe_properties import Element, child
from vanban.word.ooxml import XML_SPACE, W, printable, w

_SPACES: Final = " \t\r\n"
_SIGN: Final = re.compile("([\t\n])")
_SIGNS: Final = {"\t": w("tab"), "\n": w("br")}
_NOT_OF_A_RUN: Final = frozenset(
    w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "specVanish")
)
"""What the properties of a paragraph mark hold beyond the look of visible text."""


class Words:
    """The words of a paragraph. What it changes must be announced before (`Located.announce`)."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._pieces = list(home.pieces)
        self._count(home.letters())

    def _count(self, letters: list[Letter]) -> None:
        self._letters = letters
        self._starts = [0, *accumulate(len(letter.text) for letter in self._letters)]

    @property
    def length(self) -> int:
        """The number of characters."""
        return self._starts[-1]

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch, its borders moved out of letters that cannot be told apart."""
        first, last = self._between(start, end)
        return self._starts[first], self._starts[last]

    def can_be_cut(self, start: int, end: int) -> bool:
        """Whether these characters stand in runs of their own, not in a formula or a choice inside a run."""
        return all(_run_of(bit) is not None for letter in self._over(start, end) for bit in letter.bits)

    def in_formula(self, start: int, end: int) -> bool:
        """Whether any of these characters is part of a formula."""
        return any(_is_formula(bit) for letter in self._over(start, end) for bit in letter.bits)

    def cut(self, places: Iterable[int]) -> None:
        """Split runs so that none goes on over one of these places; one inside a letter goes to its start."""
        tails: dict[Element, list[Piece]] = {}
        heads: dict[Element, Piece] = {}
        for index in sorted({bisect_right(self._starts, place) - 1 for place in places}, reverse=True):
            left = self._letters[index - 1].bits[-1] if index > 0 else None
            right = self._letters[index].bits[0] if index < len(self._letters) else None
            if left is None or right is None or left.piece.element is not right.piece.element:
                _part_runs(left, right)
            elif _run_of(left) is not None:
                element = left.piece.element
                heads[element], tail = _split_text(heads.get(element, left.piece), right.start)
                tails.setdefault(element, []).insert(0, tail)
                _split_run(tail.element)
        pieces: list[Piece] = []
        for piece in self._pieces:
            pieces += [heads.get(piece.element, piece), *tails.get(piece.element, ())]
        self._pieces = pieces
        self._count(letters_of(tuple(pieces)))

    def runs(self, start: int, end: int) -> list[Element]:
        """The runs that hold these characters, each once, in order; after `cut` they hold no others."""
        found: dict[Element, None] = {}
        for letter in self._over(start, end):
            for bit in letter.bits:
                found[_outer(bit)] = None
        return list(found)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of these characters, in the look of the first of them.

        What is put in between two characters has the look of the one before; at the start, of the one
        after; in a paragraph without words, of its mark.
        """
        first, last = self._between(start, end)
        before = "".join(letter.text for letter in self._letters[first:last])
        at = self._starts[first]
        new = before[: start - at] + printable(new) + before[end - at :]
        if first < last:
            self._replace_letters(self._letters[first:last], new)
        elif first > 0:
            bit = self._letters[first - 1].bits[-1]
            _edit(bit.piece, bit.end, bit.end, new)
        elif self._letters:
            bit = self._letters[0].bits[0]
            _edit(bit.piece, bit.start, bit.start, new)
        else:
            self._begin(new)

    def _replace_letters(self, letters: list[Letter], new: str) -> None:
        bits = [bit for letter in letters for bit in letter.bits]
        places: dict[Element, Bit] = {}
        for bit in bits:
            before = places.get(bit.piece.element, bit)
            places[bit.piece.element] = bit._replace(start=before.start)
        for index, (piece, start, end) in enumerate(places.values()):
            _edit(piece, start, end, new if index == 0 else "")

    def _begin(self, new: str) -> None:
        paragraph = self._home.elements[-1]
        run = etree.SubElement(paragraph, w("r"))
        mark = child(paragraph, "pPr", "rPr")
        if mark is not None:
            look = deepcopy(mark)
            for inner in [inner for inner in look if inner.tag in _NOT_OF_A_RUN]:
                look.remove(inner)
            run.append(look)
        run.extend(_written(new))

    def _between(self, start: int, end: int) -> tuple[int, int]:
        """Indexes of the letters from the one that holds `start` to the one before `end`."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end)
        return first, max(first, last)

    def _over(self, start: int, end: int) -> list[Letter]:
        first, last = self._between(start, end)
        return self._letters[first:last]


def _run_of(bit: Bit) -> Element | None:
    """The run that a character stands in directly, where that is a plain one."""
    parent = bit.piece.element.getparent()
    return parent if parent is not None and parent.tag == w("r") else None


def _outer(bit: Bit) -> Element:
    """The run that a character stands in, whatever lies between; in a formula, the run of the formula."""
    element = bit.piece.element
    return next((up for up in element.iterancestors() if str(up.tag).endswith("}r")), element)


def _is_formula(bit: Bit) -> bool:
    return not str(bit.piece.element.tag).startswith(f"{{{W}}}")


def _part_runs(left: Bit | None, right: Bit | None) -> None:
    """Cut a run behind one character and before the next, which stand in different elements."""
    if right is not None and _run_of(right) is not None:
        before = right.piece.element.getprevious()
        if before is not None and before.tag != w("rPr"):
            _split_run(right.piece.element)
    if left is not None and _run_of(left) is not None:
        after = left.piece.element.getnext()
        if after is not None:
            _split_run(after)


def _split_run(first: Element) -> None:
    """Move this child of a run, and all behind it, into a new run of the same look."""
    run = _parent(first)
    moved = [first, *first.itersiblings()]
    new = _twin(run)
    look = run.find(w("rPr"))
    if look is not None:
        new.append(deepcopy(look))
    run.addnext(new)
    new.extend(moved)


def _split_text(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """Cut a `w:t` in two before the shown character `at`."""
    text = _raw(piece)
    tail = _twin(piece.element)
    piece.element.addnext(tail)
    _set_text(piece.element, text[:at])
    _set_text(tail, text[at:])
    return piece._replace(shown=piece.shown[:at]), Piece(piece.shown[at:], piece.look, tail)


def _edit(piece: Piece, start: int, end: int, new: str) -> None:
    """Replace characters of a piece; what stands before them keeps its element and its place."""
    element = piece.element
    if element.tag != w("t"):
        add = element.addnext if start else element.addprevious
        for fresh in reversed(_written(new)) if start else _written(new):
            add(fresh)
        if start < end:
            _parent(element).remove(element)
        return
    text = _raw(piece)
    first, *others = _SIGN.split(new)
    if not others:
        _set_text(element, text[:start] + new + text[end:])
        return
    last = others.pop() + text[end:]
    for fresh in reversed([*_written("".join(others)), *([_text(last)] if last else [])]):
        element.addnext(fresh)
    _set_text(element, text[:start] + first)


def _written(text: str) -> list[Element]:
    """What a run holds for a text: `w:t` for words, an element for each tab and each line break."""
    parts = filter(None, _SIGN.split(text))
    return [etree.Element(_SIGNS[part]) if part in _SIGNS else _text(part) for part in parts]


def _text(words: str) -> Element:
    element = etree.Element(w("t"))
    _set_text(element, words)
    return element


def _set_text(element: Element, text: str) -> None:
    element.text = text
    if text != text.strip(_SPACES):
        element.set(XML_SPACE, "preserve")


def _raw(piece: Piece) -> str:
    """The raw text of a `w:t` without the outer spaces that are not shown."""
    element = piece.element
    text = element.text or ""
    up = (e.get(XML_SPACE) for e in (element, *element.iterancestors()))
    kept = next((value for value in up if value is not None), "") == "preserve"
    return text if kept else text.strip(_SPACES)


def _twin(element: Element) -> Element:
    """An empty element of the same name and attributes."""
    return etree.Element(element.tag, {str(name): str(value) for name, value in element.items()})


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent
