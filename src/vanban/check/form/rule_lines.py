"""Rule lines: under Tiêu ngữ, the name of the agency and the subject there is one, as long as asked.

The decree measures a line against "the line of text" in the singular. Where the text has several
lines, only a length that is wrong against both the longest and the last of them is a fault.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.row_rules import line_rule, share
from vanban.check.form.words import BLANK, figure, has_words, visible_spans, words
from vanban.law.decree import Line
from vanban.model.finding import Finding, Severity
from vanban.model.sheet import Paragraph, RuleLine, SectionFacts
from vanban.word.metrics import text_width_mm, wrap

TOLERANCE: Final = 0.05
"""Share of the length that measuring and drawing may lose."""

_CLEARLY: Final = 0.1
"""A foreign line that misses by less than this share is a slip that no reader sees: only a warning."""
_OVERFLOW: Final = 1.15
_REGIONS: Final = {"tieu_ngu": "phai", "co_quan": "trai", "trich_yeu": "ten"}
_STRAY_REACH: Final = 6
"""A line anchored this few paragraphs below the title may belong to it."""

_SAMPLES_WITHOUT: Final = {("bien_ban", "trich_yeu")}
"""Kinds whose sample in Phụ lục III (mẫu 1.9) shows no such line."""


def check_rule_lines(paper: Paper) -> Iterator[Finding]:
    """Findings on each rule line that the law asks for under a component that is there."""
    for law in paper.decree.lines:
        above = _text_above(paper, law)
        if not above:
            continue
        drawn = _drawn_in(paper, law, above) if paper.foreign else _drawn_under(paper, above)
        if drawn is None:
            if _is_missing(paper, law):
                yield paper.finding(
                    line_rule(law, paper.decree, "thieu"),
                    f"thiếu đường kẻ ngang, nét liền ở dưới, dài {share(law.ty_le)} dòng chữ",
                    at=above[-1],
                )
        elif not paper.template and not any(BLANK in words(paragraph) for paragraph in above):
            yield from _length(paper, law, above, drawn)


def _is_missing(paper: Paper, law: Line) -> bool:
    """Whether a line that was not seen is surely not there; a foreign one may be anchored elsewhere."""
    if (paper.kind.ma if paper.kind else "", law.ma) in _SAMPLES_WITHOUT:
        return False
    if not paper.foreign:
        return True
    if law.ma == "trich_yeu" and (paper.kind is None or paper.kind.mau is None):
        return False  # no sample form shows such a paper
    where = paper.regions.get(_REGIONS[law.ma])
    if not where:
        return False
    placed = frozenset().union(*paper.regions.values())
    strays = [line for line in paper.sheet.rule_lines if line.paragraph not in placed]
    return not any(line.paragraph <= max(placed) + _STRAY_REACH for line in strays)


def _drawn_in(paper: Paper, law: Line, above: list[Paragraph]) -> RuleLine | None:
    """Of the lines in its region the one that fits, else the longest: where each is anchored says little."""
    where = paper.regions.get(_REGIONS[law.ma], frozenset())
    every = [line for line in paper.sheet.rule_lines if _is_placed(paper, line)]
    lines = [line for line in every if line.paragraph in where]
    widths = [width for paragraph in above for width in line_widths_mm(paragraph, paper) if width > 0]
    fitting = [line for line in lines or every if any(_fits(line.length_mm, width, law) for width in widths)]
    return next(iter(fitting), None) or max(lines, key=lambda line: line.length_mm, default=None)


def _is_placed(paper: Paper, line: RuleLine) -> bool:
    return any(line.paragraph in numbers for numbers in paper.regions.values())


def _text_above(paper: Paper, law: Line) -> list[Paragraph]:
    """The first unbroken run of the component that the line stands under."""
    found = paper.of(law.duoi)
    if not found:
        return []
    if paper.foreign:
        return found
    numbers = range(found[0].number, found[0].number + len(found))
    return [p for p, _ in takewhile(lambda pair: pair[0].number == pair[1], zip(found, numbers, strict=True))]


def _drawn_under(paper: Paper, above: list[Paragraph]) -> RuleLine | None:
    """The line drawn by a paragraph of the text itself, or by an empty one right under it.

    Between a subject and its line "(Kèm theo …)" may stand (Mẫu 1.3).
    """
    last = above[-1]
    owners = {paragraph.number for paragraph in above}
    for paragraph in paper.sheet.paragraphs:
        if paragraph.number <= last.number or paragraph.zone != last.zone:
            continue
        tied = paper.codes.get(paragraph.number) == "kem_theo"
        if (has_words(paragraph) and not tied) or _where(paragraph) != _where(last):
            break
        owners.add(paragraph.number)
    return next((line for line in paper.sheet.rule_lines if line.paragraph in owners), None)


def _where(paragraph: Paragraph) -> tuple[int, int, int] | None:
    cell = paragraph.cell
    return (cell.table, cell.row, cell.column) if cell else None


def _length(paper: Paper, law: Line, above: list[Paragraph], drawn: RuleLine) -> Iterator[Finding]:
    widths = [width for paragraph in above for width in line_widths_mm(paragraph, paper) if width > 0]
    if not widths:
        return
    against = {*widths, *_unbroken(above, paper)} if paper.foreign else {max(widths), widths[-1]}
    if any(_fits(drawn.length_mm, width, law) for width in against):
        return
    longest = max(widths)
    clearly = not any(_fits(drawn.length_mm, width, law, _CLEARLY) for width in against)
    yield paper.finding(
        line_rule(law, paper.decree, "do-dai"),
        f"đường kẻ dài {figure(drawn.length_mm)} mm, dòng chữ dài {figure(longest)} mm "
        f"({drawn.length_mm / longest:.0%}); phải {share(law.ty_le)} dòng chữ".replace("%", " %").replace(
            "  ", " "
        ),
        at=above[-1],
        severity=Severity.CANH_BAO if paper.foreign and (not clearly or drawn.how == "go") else None,
        fix=f"kẻ lại dài {figure(round(longest * law.ty_le.use, 1))} mm",
    )


def _unbroken(above: list[Paragraph], paper: Paper) -> Iterator[float]:
    """Widths of names that hardly overflow their cell: letters set closer may keep them on one line."""
    for paragraph in above:
        look = max(visible_spans(paragraph), key=lambda span: len(span.text))
        width = text_width_mm(words(paragraph), look.size_pt, bold=look.bold, italic=look.italic)
        if paragraph.cell and width < _OVERFLOW * room_mm(paragraph, paper.sheet.sections[paragraph.section]):
            yield width


def _fits(length_mm: float, width_mm: float, law: Line, tolerance: float = TOLERANCE) -> bool:
    low, high = law.ty_le.min * (1 - tolerance), law.ty_le.max * (1 + tolerance)
    return width_mm * low <= length_mm <= width_mm * high


def line_widths_mm(paragraph: Paragraph, paper: Paper) -> list[float]:
    """Widths of the printed lines of a paragraph, broken as Word breaks them in the room there is."""
    look = max(visible_spans(paragraph), key=lambda span: len(span.text))
    bold, italic = look.bold, look.italic
    room = room_mm(paragraph, paper.sheet.sections[paragraph.section])
    lines = wrap(words(paragraph), room, look.size_pt, bold=bold, italic=italic)
    return [text_width_mm(line, look.size_pt, bold=bold, italic=italic) for line in lines if line.strip()]


def room_mm(paragraph: Paragraph, section: SectionFacts) -> float:
    """The width that the lines of a paragraph have, without its indents."""
    cell = paragraph.cell
    if cell is not None and cell.width_mm is not None:
        room = cell.width_mm - cell.margin_left_mm - cell.margin_right_mm
    else:
        room = section.width_mm - section.left_mm - section.right_mm
    return max(room - paragraph.left_mm - paragraph.right_mm, 1.0)
