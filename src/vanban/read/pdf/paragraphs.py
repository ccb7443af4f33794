"""Lines of a PDF → paragraphs: a line begins one by its indent, its mark, the room in the line before."""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.read.pdf.lines import PdfLine
from vanban.read.pdf.tables import joined
from vanban.read.words.wording import starts_lower

_INDENT = 6.0
_NEAR = 3.0
_ROOM = 2.0
_GAP = 1.7
"""A step down of so many usual steps is a gap between paragraphs."""
_MARK = re.compile(
    r"[-–—•+*▪○](?:\s|$)|\d{1,2}(?:\.\d{1,2}){0,2}[.)](?:\s|$)|\d{1,2}\.\d{1,2}\s|[a-zđ]\)\s|[IVX]{1,5}\.\s"
    r"|\(\d{1,2}\)\s|(?:Điều|Phụ lục|PHỤ LỤC|Biểu|Căn cứ|Nơi nhận)\b"
)
_ENDS = (".", ";", ":", "!", "?", "”", ")")
_INDENTED_SHARE = 0.12
_TITLE = 0.7
_FEW = 12


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a page begins and ends; `step` is the usual distance of two lines.

    `indents` tells that paragraphs begin with an indent.
    """

    left: float
    right: float
    step: float
    indents: bool


def margins_of(lines: Sequence[PdfLine], width: float) -> Margins:
    """The margins that lines of text keep; few lines tell little, then the page's `width` helps."""
    if not lines:
        return Margins(0, 0, 0, False)
    wide = [line for line in lines if len(line.words) > 3] or list(lines)
    lefts = Counter(round(line.left) for line in wide)
    most = max(lefts.values())
    left = float(min(at for at, count in lefts.items() if count >= most * 0.3))
    rights = sorted(line.right for line in wide)
    right = rights[min(len(rights) - 1, int(len(rights) * 0.95))]
    if len(wide) < _FEW:
        right = max(right, width - left - 2 * _INDENT)
    steps = [b.top - a.top for a, b in itertools.pairwise(lines) if a.page == b.page and b.top > a.top]
    indented = sum(line.left > left + _INDENT for line in wide)
    return Margins(
        left,
        right,
        statistics.median(steps) if steps else 0.0,
        len(wide) * _INDENTED_SHARE <= indented,
    )


def paragraphs_of(
    lines: Sequence[PdfLine], margins: Margins, *, columned: bool = False
) -> list[list[PdfLine]]:
    """The lines of each paragraph. In a column of a letterhead or of the end only items of a list run on."""
    found: list[list[PdfLine]] = []
    for line in lines:
        if found and (_runs_on(found[-1], line) if columned else not _begins(found[-1], line, margins)):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def text_of(paragraph: Sequence[PdfLine]) -> str:
    """The words of a paragraph on one line."""
    text = ""
    for line in paragraph:
        text = joined(text, line.text)
    return text


def _runs_on(paragraph: Sequence[PdfLine], line: PdfLine) -> bool:
    """Whether a line goes on with an item of a list of receivers."""
    first, last = paragraph[0].text, paragraph[-1].text
    return bool(_MARK.match(first)) and not last.endswith((";", ".", ":")) and not _MARK.match(line.text)


def _begins(paragraph: Sequence[PdfLine], line: PdfLine, margins: Margins) -> bool:
    last = paragraph[-1]
    if _is_gap(last, line, margins) or _is_title(last.text) > _is_title(line.text):
        return True
    needed = _space(last) + line.words[0].right - line.words[0].left + _ROOM
    if _is_centred(last, margins):
        return not _goes_on(paragraph, line, last.right - last.left + needed > margins.right - margins.left)
    room = last.right + needed < margins.right
    if line.left > margins.left + _INDENT:
        return room or not (_hangs(paragraph, line, margins) or _in_bracket(paragraph))
    if _MARK.match(line.text) and (not margins.indents or last.text.endswith(_ENDS)):
        return room or last.text.endswith(_ENDS)
    return room and (bool(_MARK.match(line.text)) or not starts_lower(line.text))


def _goes_on(paragraph: Sequence[PdfLine], line: PdfLine, full: bool) -> bool:
    """Whether a line goes on with centred words: they fill their line, end small or in an open bracket."""
    if line.text.startswith("(") or _MARK.match(line.text):
        return False
    return full or starts_lower(line.text) or _in_bracket(paragraph)


def _in_bracket(paragraph: Sequence[PdfLine]) -> bool:
    said = "".join(part.text for part in paragraph)
    return said.count("(") > said.count(")")


def _is_title(text: str) -> bool:
    """Whether a line is (nearly) in capitals, and long enough to tell."""
    letters = [char for char in text if char.isalpha()]
    return len(text.split()) > 2 and sum(map(str.isupper, letters)) > _TITLE * len(letters)


def _is_gap(last: PdfLine, line: PdfLine, margins: Margins) -> bool:
    return last.page == line.page and line.top - last.top > _GAP * max(margins.step, last.height * 0.8)


def _space(line: PdfLine) -> float:
    gaps = [b.left - a.right for a, b in itertools.pairwise(line.words)]
    return min(statistics.median(gaps), line.height / 3) if gaps else line.height / 4


def _hangs(paragraph: Sequence[PdfLine], line: PdfLine, margins: Margins) -> bool:
    """Whether a line stands under the words of a paragraph that is indented as a whole."""
    first, last = paragraph[0], paragraph[-1]
    if _MARK.match(line.text) and last.text.endswith(_ENDS):
        return False
    under_words = len(first.words) > 1 and abs(line.left - first.words[1].left) <= _NEAR
    if _MARK.match(first.text) and under_words:
        return True
    if len(paragraph) > 1 and abs(line.left - last.left) <= _NEAR and last.left > margins.left + _INDENT:
        return True
    return not margins.indents and abs(line.left - last.left) <= _NEAR


def _is_centred(line: PdfLine, margins: Margins) -> bool:
    before, after = line.left - margins.left, margins.right - line.right
    return before > 2 * _INDENT and after > 2 * _INDENT and abs(before - after) < 0.2 * (before + after)
