"""Lines of the pages of a PDF → what a person reads: no page numbers, no running heads, columns in order.

The letterhead and the end of a paper stand in two columns without a frame; they are read column by column.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from vanban.office.pdf_text import PdfPage, PdfWord
from vanban.read.pdf.lines import PdfLine, is_raised, lines_from, with_notes
from vanban.viet.text import tone_key

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)
_MARGIN = 0.11
"""Share of the page at its top and bottom where page numbers and running heads stand."""
_OFTEN = 3
_NATION = tone_key("cộng hòa xã hội chủ nghĩa")
"""Its last words may stand on a line of their own."""
_PARTY = tone_key("đảng cộng sản việt nam")
_RECEIVERS = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_NARROWEST = 8.0
_HEAD_LINES = 8
_DIGITS = re.compile(r"\d+")


@dataclass
class Notes:
    """The notes at the foot of a page: their words by their numbers."""

    texts: dict[str, str] = field(default_factory=dict)


def drop_running(pages: Sequence[PdfPage], lines: Sequence[list[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of each page without its number and without what stands at the same place on most pages."""
    numbers = [_page_number(page, found) for page, found in zip(pages, lines, strict=True)]
    offsets = Counter(n - i for i, (n, _) in enumerate(numbers) if n is not None)
    often = Counter(key for page, found in zip(pages, lines, strict=True) for key in _edge_keys(page, found))
    kept = []
    for i, (page, found) in enumerate(zip(pages, lines, strict=True)):
        number, line = numbers[i]
        is_number = number is not None and (offsets[number - i] > 1 or number - i in (0, 1))
        running = {
            id(edge) for edge in _edges(page, found) if often[_key(edge)] >= max(_OFTEN, len(pages) * 0.4)
        }
        kept.append([f for f in found if id(f) not in running and not (is_number and f is line)])
    return kept


def _page_number(page: PdfPage, lines: Sequence[PdfLine]) -> tuple[int | None, PdfLine | None]:
    for line in _edges(page, lines):
        if found := _PAGE_NUMBER.fullmatch(line.text):
            return int(found[1]), line
    return None, None


def _edges(page: PdfPage, lines: Sequence[PdfLine]) -> list[PdfLine]:
    edge = _MARGIN * page.height
    return [line for line in lines if line.bottom < edge or line.top > page.height - edge]


def _edge_keys(page: PdfPage, lines: Sequence[PdfLine]) -> set[tuple[int, str]]:
    return {_key(line) for line in _edges(page, lines)}


def _key(line: PdfLine) -> tuple[int, str]:
    return round(line.top / 4), _DIGITS.sub("#", line.text)


def take_notes_off(lines: list[PdfLine], height: float) -> tuple[list[PdfLine], Notes]:
    """The lines above the notes at the foot of a page, and the notes; `height` is that of lines of text."""
    start = next(
        (i for i, line in enumerate(lines) if i and _begins_note(line) and line.height < height - 1), None
    )
    if start is None or any(line.height >= height for line in lines[start:]):
        return lines, Notes()
    notes = Notes()
    number = ""
    for line in lines[start:]:
        words = line.words
        if _begins_note(line):
            number, words = words[0].text.strip("()[]"), words[1:]
        said = " ".join(word.text for word in words)
        notes.texts[number] = f"{notes.texts.get(number, '')} {said}".strip()
    return lines[:start], notes


def _begins_note(line: PdfLine) -> bool:
    first = line.words[0]
    return len(line.words) > 1 and first.text.strip("()[]").isdecimal() and is_raised(first, line.height)


@dataclass
class Stretch:
    """Lines that follow each other in one column; `columned` tells that the page has another beside it."""

    lines: list[PdfLine]
    columned: bool = False


def stretches(lines: list[PdfLine], width: float, *, first_page: bool) -> list[Stretch]:
    """The lines of a page in the order of reading: letterhead, text, end of the paper."""
    found: list[Stretch] = []
    rest = lines
    if first_page:
        head, end = _head(lines, width)
        found, rest = head or [], lines[end:]
    at = next((i for i, line in enumerate(rest) if _RECEIVERS.match(line.text)), None)
    if at is None:
        return [*found, Stretch(rest)]
    while at and _is_power(rest[at - 1], width):
        at -= 1
    columns, end = _columns(rest[at:], width)
    if columns is None:
        return [*found, Stretch(rest)]
    return [*found, Stretch(rest[:at]), *columns, Stretch(rest[at + end :])]


def _head(lines: Sequence[PdfLine], width: float) -> tuple[list[Stretch] | None, int]:
    at = next((i for i, line in enumerate(lines[:_HEAD_LINES]) if _is_national(line)), None)
    if at is None:
        return None, 0
    end = next((i for i in range(at + 1, len(lines)) if _is_title(lines[i], width)), len(lines))
    return _columns(lines[:end], width)


def _is_national(line: PdfLine) -> bool:
    key = tone_key(line.text)
    return _NATION in key or _PARTY in key


def _is_title(line: PdfLine, width: float) -> bool:
    """Whether a line in capitals stands in the middle of the page."""
    middle = (line.left + line.right) / 2
    if any(b.left - a.right > _NARROWEST * 2 for a, b in pairwise(line.words)):
        return False  # words of two columns
    return line.text.isupper() and abs(middle - width / 2) < width * 0.05


def _is_power(line: PdfLine, width: float) -> bool:
    return line.left > width * 0.4 and line.text.isupper()


def _columns(lines: Sequence[PdfLine], width: float) -> tuple[list[Stretch] | None, int]:
    """The two columns of the first lines, and how many lines they take: as far as a way leads down."""
    free: list[tuple[float, float]] = [(width * 0.2, width * 0.8)]
    end = 0
    for line in lines:
        narrowed = free
        for word in line.words:
            narrowed = _without(narrowed, word)
        if not narrowed:
            break
        free, end = narrowed, end + 1
    words = [word for line in lines[:end] for word in line.words]
    left, right = _sides(words, free)
    if not left or not right:
        return None, 0
    return [_column(left, lines[0]), _column(right, lines[0])], end


def _column(words: Sequence[PdfWord], pattern: PdfLine) -> Stretch:
    """The lines of one column; beside the other one, two of them may have looked like one."""
    return Stretch(with_notes(lines_from(words, pattern.page), pattern.notes), True)


def _without(free: Sequence[tuple[float, float]], word: PdfWord) -> list[tuple[float, float]]:
    cut: list[tuple[float, float]] = []
    for start, end in free:
        cut += [(start, min(end, word.left)), (max(start, word.right), end)]
    return [(start, end) for start, end in cut if end - start >= _NARROWEST]


def _sides(
    words: Sequence[PdfWord], free: Sequence[tuple[float, float]]
) -> tuple[list[PdfWord], list[PdfWord]]:
    start, end = max(free, key=lambda way: way[1] - way[0])
    middle = (start + end) / 2
    return [w for w in words if w.left < middle], [w for w in words if w.left >= middle]
