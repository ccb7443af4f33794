"""Cut paragraphs that hold several lines of a paper: by line breaks, or side by side by tabs and spaces.

A letterhead made with tabs prints "SỞ NỘI VỤ" and "CỘNG HÒA …" in one paragraph. Each piece becomes a
paragraph of its own here; side by side pieces stand in the cells of a table that is only thought
(its number is below 0).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from vanban.check.form.foreign.lines import bare
from vanban.model.sheet import Cell, Paragraph, RuleLine, Sheet, Span
from vanban.word.metrics import text_width_mm

Origin = tuple[int, int]
"""Number of the paragraph that a piece was cut from, and the index of its first character there."""

THOUGHT_TABLE: Final = -1
_LONGEST_LINE: Final = 110
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{4,})(?=\S)")
_DAY = re.compile(r"ngày\b.*\btháng\b.*\bnăm\b|,?\s+ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*$", re.IGNORECASE)
_TYPED = re.compile(r"\s*[_─—-]{3,}\s*")
_FAR_RIGHT = re.compile(r"\t|[ \u00a0]{10,}")
_MOTTO: Final = "doc lap"
_NATION: Final = "cong hoa xa hoi chu ngh"
_END: Final = re.compile(r"nơi nhận\s*:", re.IGNORECASE)
_ITEM = re.compile(r"\s*[-–]\s")


@dataclass(frozen=True)
class Cut:
    """A sheet whose paragraphs are single lines where that matters, and where each came from."""

    sheet: Sheet
    origins: dict[int, Origin]
    """Only the pieces and what was counted anew; a number that is missing stands for itself."""


def cut(sheet: Sheet) -> Cut:
    """The sheet with such paragraphs cut; the same sheet where there are none."""
    pieces: list[tuple[Paragraph, Origin]] = []
    changed = in_tail = False
    for paragraph in sheet.paragraphs:
        parts = [paragraph]
        if paragraph.zone == "than" and len(paragraph.spans) and paragraph.cell is None:
            text = paragraph.text
            in_tail = in_tail or bool(_END.match(text.lstrip()))
            parts = list(_pieces(paragraph, text, in_tail))
        elif paragraph.zone == "than" and paragraph.cell is not None and "\n" in paragraph.text:
            parts = list(_lines(paragraph, paragraph.text))
        changed = changed or len(parts) > 1 or parts[0] is not paragraph
        start = 0
        for part in parts:
            if len(parts) > 1:
                start = paragraph.text.index(part.text, start)
            pieces.append((part, (paragraph.number, start)))
            start += len(part.text) if len(parts) > 1 else 0
    return _renumbered(sheet, pieces) if changed else Cut(sheet, {})


def _pieces(paragraph: Paragraph, text: str, in_tail: bool) -> Iterator[Paragraph]:
    if "\n" in text:
        for line in _lines(paragraph, text):
            yield from _columns(line, line.text, in_tail)
    elif "\t" in text or "    " in text:
        yield from _columns(paragraph, text, in_tail)
    else:
        yield paragraph


def _lines(paragraph: Paragraph, text: str) -> Iterator[Paragraph]:
    """The printed lines, if all are short enough to be lines of a head, a title or a list."""
    rows = text.split("\n")
    if len(rows) < 2 or len(rows) > 40 or any(len(row) > _LONGEST_LINE for row in rows):
        yield paragraph
        return
    start = 0
    for index, row in enumerate(rows):
        if row.strip():
            piece = _part(paragraph, start, start + len(row))
            yield piece if index == 0 else replace(piece, label="", before_pt=0.0, first_line_mm=0.0)
        start += len(row) + 1


def _columns(paragraph: Paragraph, text: str, in_tail: bool) -> Iterator[Paragraph]:
    """The two columns of a line of the head or of the end; the paragraph itself for other lines."""
    gap = _head_gap(text) or (_tail_gap(text) if in_tail else None)
    if gap is None or paragraph.cell is not None:
        yield _moved_right(paragraph) if in_tail and _FAR_RIGHT.match(text) else paragraph
        return
    for column, (start, end) in enumerate(((0, gap[0]), (gap[1], len(text)))):
        cell = Cell(
            THOUGHT_TABLE, paragraph.number, column, width_mm=None, margin_left_mm=0.0, margin_right_mm=0.0
        )
        if text[start:end].strip():
            yield replace(_part(paragraph, start, end), cell=cell)


def _moved_right(paragraph: Paragraph) -> Paragraph:
    """A line that a tab or spaces move to the right: it stands in the right column."""
    cell = Cell(THOUGHT_TABLE, paragraph.number, 1, width_mm=None, margin_left_mm=0.0, margin_right_mm=0.0)
    return replace(paragraph, cell=cell)


def _head_gap(text: str) -> tuple[int, int] | None:
    if "___" in text or "───" in text:
        lines = (m for m in _GAP.finditer(text) if _has_typed_side(text, m.start(), m.end()))
        return next((m.span() for m in lines), None)
    folded = bare(text)
    if _NATION in folded or _MOTTO in folded:
        found = list(_GAP.finditer(text))
        return found[-1].span() if found else None
    day = _DAY.search(text) if folded.startswith("so") else None
    gaps = [m for m in _GAP.finditer(text) if day and any(map(str.isalpha, text[m.end() : day.start()]))]
    return gaps[-1].span() if gaps else None


def _has_typed_side(text: str, start: int, end: int) -> bool:
    """Whether a typed line stands on one side of the gap, by itself."""
    return _TYPED.fullmatch(text[:start]) is not None or _TYPED.fullmatch(text[end:]) is not None


def _tail_gap(text: str) -> tuple[int, int] | None:
    found = list(_GAP.finditer(text))
    if not found or len(text) > 160:
        return None
    rest = text[found[-1].end() :].strip()
    return found[-1].span() if rest and not _ITEM.match(rest) else None


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The paragraph with only the characters from `start` to `end`."""
    spans: list[Span] = []
    at = 0
    for span in paragraph.spans:
        low, high = max(start - at, 0), min(end - at, len(span.text))
        if low < high:
            spans.append(replace(span, text=span.text[low:high]))
        at += len(span.text)
    return replace(paragraph, spans=tuple(spans))


def _typed(paragraph: Paragraph) -> RuleLine:
    """The line that a piece of underscores draws."""
    size = max(span.size_pt for span in paragraph.spans)
    return RuleLine(paragraph.number, text_width_mm(paragraph.text.strip(), size), how="go")


def _renumbered(sheet: Sheet, pieces: list[tuple[Paragraph, Origin]]) -> Cut:
    paragraphs, origins = [], {}
    now: dict[int, int] = {}
    for number, (paragraph, origin) in enumerate(pieces, start=1):
        paragraphs.append(replace(paragraph, number=number))
        origins[number] = origin
        now.setdefault(origin[0], number)
    lines = (
        *(replace(line, paragraph=now[line.paragraph]) for line in sheet.rule_lines),
        *(_typed(p) for p in paragraphs if p.cell and p.cell.table < 0 and _TYPED.fullmatch(p.text)),
    )
    sections = tuple(
        replace(
            section,
            default_header=tuple(now[n] for n in section.default_header),
            first_header=tuple(now[n] for n in section.first_header),
        )
        for section in sheet.sections
    )
    moved = replace(sheet, paragraphs=tuple(paragraphs), rule_lines=lines, sections=sections)
    return Cut(moved, origins)
