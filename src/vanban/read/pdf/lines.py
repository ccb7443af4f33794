"""Words on a page of a PDF → lines of text, with the words mended that the extraction broke.

A line keeps its words with their boxes; its text marks a raised number as a note where there is such a note.
"""

import itertools
import re
import statistics
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from vanban.office.pdf_text import PdfPage, PdfWord
from vanban.viet.syllables import is_syllable

_SAME_LINE = 0.5
_NARROW = 0.6
"""A gap below this share of the line's usual one may be inside a word, a tiny one surely is."""
_TINY = 0.35
_SMALL = 0.75
_NOTE_MARK = re.compile(r"[(\[]?(\d{1,2})[)\]]?")
_ONSET = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])", re.IGNORECASE)
_COUNTED_BY = re.compile(
    r"\d+(?:[.,]\d+)*|điểm|khoản|mục|phần|nhóm|loại|lớp|khối|hạng|cấp|câu", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line: the index of its page, and its words from left to right."""

    page: int
    words: tuple[PdfWord, ...]
    notes: frozenset[str] = field(default=frozenset())
    """Numbers of notes on this page: a raised number that is one of them is a mark."""

    @property
    def left(self) -> float:
        """Left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Right edge."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """Top edge of the tallest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Bottom edge of the lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Height of the tallest word."""
        return max(word.bottom - word.top for word in self.words)

    @property
    def text(self) -> str:
        """The words with single spaces; "[footnoteRef:1]" behind a word that a note hangs on."""
        found = ""
        for word in self.words:
            mark = self._mark(word)
            if mark and found:
                found += f"[footnoteRef:{mark}]"
            else:
                found += f" {word.text}" if found else word.text
        return found

    def _mark(self, word: PdfWord) -> str | None:
        number = _NOTE_MARK.fullmatch(word.text)
        return number[1] if number and number[1] in self.notes and is_raised(word, self.height) else None


def is_raised(word: PdfWord, height: float) -> bool:
    """Whether a word is small beside a line of this height, as the mark of a note is."""
    return word.bottom - word.top < _SMALL * height


def lines_of(page: PdfPage, number: int) -> list[PdfLine]:
    """The lines of a page from top to bottom, each over the whole width."""
    return lines_from(page.words, number)


def lines_from(words: Iterable[PdfWord], number: int) -> list[PdfLine]:
    """The lines that words make: what stands at one height is one line."""
    groups: list[list[PdfWord]] = []
    for word in sorted(words, key=lambda w: (w.top + w.bottom, w.left)):
        home = next((group for group in reversed(groups[-3:]) if _beside(word, group)), None)
        if home is None:
            groups.append([word])
        else:
            home.append(word)
    found = [PdfLine(number, tuple(_mended(sorted(group, key=lambda w: w.left)))) for group in groups]
    return sorted(found, key=lambda line: (line.top + line.bottom, line.left))


def _beside(word: PdfWord, group: Sequence[PdfWord]) -> bool:
    tallest = max(group, key=lambda w: w.bottom - w.top)
    shared = min(word.bottom, tallest.bottom) - max(word.top, tallest.top)
    return shared > _SAME_LINE * min(word.bottom - word.top, tallest.bottom - tallest.top)


def _mended(words: Sequence[PdfWord]) -> list[PdfWord]:
    """The words with pieces of one syllable put together ("l ập")."""
    if len(words) < 2:
        return list(words)
    gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
    usual = statistics.median(gaps)
    found = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        before = found[-2].text if len(found) > 1 else ""
        if _is_one(found[-1], word, before, gap / max(usual, 1.0)):
            last = found.pop()
            found.append(
                PdfWord(
                    last.left,
                    min(last.top, word.top),
                    word.right,
                    max(last.bottom, word.bottom),
                    last.text + word.text,
                )
            )
        else:
            found.append(word)
    return found


def _is_one(first: PdfWord, second: PdfWord, before: str, gap: float) -> bool:
    """Whether two pieces are one syllable: apart they mean nothing, or hardly any space is between them.

    `before` is the word in front of them, `gap` the space between them as a share of the usual one.
    """
    if (
        abs(first.top - second.top) > 1
        or abs(first.bottom - second.bottom) > 1
        or second.left < first.right - 1
    ):
        return False
    end = second.text.rstrip('.,;:)”"')
    if not (first.text.isalpha() and end.isalpha()) or not (end.islower() or first.text.isupper()):
        return False
    if not is_syllable((first.text + end).lower()):
        return False
    if gap < _NARROW:
        return gap < _TINY or not (is_syllable(first.text.lower()) and is_syllable(end.lower()))
    alone = _ONSET.fullmatch(first.text) and not first.text.isupper() and not is_syllable(first.text.lower())
    return bool(alone) and not _COUNTED_BY.fullmatch(before)


def with_notes(lines: Iterable[PdfLine], notes: Collection[str]) -> list[PdfLine]:
    """The lines, knowing the numbers of the notes of their page."""
    numbers = frozenset(notes)
    return [PdfLine(line.page, line.words, numbers) for line in lines]


def usual_height(lines: Sequence[PdfLine]) -> float:
    """The height that most lines have."""
    return statistics.mode(round(line.height) for line in lines) if lines else 0.0
