"""A .docx as lines, in the order in which a person reads them.

Numbers and bullets of Word's lists stand before the text as if they were typed; a table that only lays out
a letterhead or the end of a paper becomes its lines, column by column; any other table stays a table.
Notes are written behind their paragraph, as `footnotes` reads them. Page headers and footers are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vanban.read.lines.columns import find_header
from vanban.read.lines.markers import marker_of
from vanban.read.lines.source import SourceLine, SourceTable, table_line
from vanban.read.outline.headings import OTHER, key_of
from vanban.read.outline.tail import begins_tail
from vanban.read.words.blanks import without_blanks
from vanban.viet.legacy import Legacy, converted, encoding_of_font, recognised
from vanban.viet.text import clean, squeeze, tone_key
from vanban.word.reading import NoteMark, WordParagraph, WordText

_NATION = tone_key("cộng hòa xã hội chủ nghĩa việt nam")
_IN_HEAD = re.compile(r"Số\s*:?\s*[\d.…_]*\s*[-/–]\s*[A-ZĐ]{2}")
"""The number of a paper: letterheads of other bodies have no name of the nation."""
_HEAD_ENDS = 12
"""Paragraphs in which a letterhead begins; further down a number is one of documents in a list."""
_LAYOUT_COLUMNS = 3
_BREAK = re.compile(r"\s*\n\s*")
_SUB_BULLETS = frozenset("+o○▪◦")


def old_encoding(word: WordText) -> Legacy | None:
    """The encoding from before Unicode that words of the file are in; None in most files.

    A font of such an encoding is not enough: files keep it for text that was typed anew in Unicode.
    """
    text = " ".join(piece for p in word.paragraphs for piece, font in p.old if encoding_of_font(font))
    return recognised(text) if text.strip() else None


def docx_lines(word: WordText, encoding: Legacy | None = None) -> list[SourceLine]:
    """The lines of a file with the numbers of their paragraphs; `encoding` is that of `old_encoding`."""
    if encoding is not None:
        word = _unicode(word, encoding)
    found: list[SourceLine] = []
    first = _first_level(word.paragraphs)
    section, breaks = 0, False
    for table, group in groupby(word.paragraphs, key=lambda p: p.cell.table if p.cell else None):
        members = list(group)
        new_page = bool(found) and (members[0].section != section or members[0].new_page)
        section = members[-1].section
        if table is None:
            found += _plain(members, word, first, new_page=new_page)
            continue
        if _is_layout(members):
            found += _columns(members, word)
        else:
            found.append(table_line(_table(members, word), new_page=new_page or breaks))
    return found


def _unicode(word: WordText, encoding: Legacy) -> WordText:
    """The file with the words of old fonts in Unicode. Marks of notes stay where they were counted."""
    paragraphs = [
        replace(p, text="".join(converted(piece, font) for piece, font in p.old))
        if any(encoding_of_font(font) is encoding for _, font in p.old)
        else p
        for p in word.paragraphs
    ]
    return replace(word, paragraphs=paragraphs)


def _first_level(paragraphs: Sequence[WordParagraph]) -> int | None:
    """The level of style at which the headings of sections stand; None where styles tell of none."""
    named = Counter(
        p.outline for p in paragraphs if p.outline is not None and p.text.strip() and _is_named(p)
    )
    return min((level for level, count in named.items() if level is not None and count > 1), default=None)


def _is_named(paragraph: WordParagraph) -> bool:
    """Whether a heading names a usual part of a plan."""
    return key_of(marker_of(SourceLine(0, squeeze(paragraph.text))).rest) != OTHER


def _plain(
    paragraphs: Sequence[WordParagraph], word: WordText, first: int | None, *, new_page: bool
) -> Iterator[SourceLine]:
    section = paragraphs[0].section
    for i, paragraph in enumerate(paragraphs):
        starts = new_page if not i else paragraph.new_page or paragraph.section != section
        section, level = paragraph.section, paragraph.outline
        yield SourceLine(
            paragraph.number,
            _raw(paragraph, word),
            new_page=starts,
            centered=paragraph.centered,
            heading=0 if first is None or level is None else max(level - first + 1, 0),
        )


def _raw(paragraph: WordParagraph, word: WordText) -> str:
    """The words of a paragraph behind its label, with its notes."""
    text = _with_notes(paragraph, word)
    text = clean(_BREAK.sub(" ", text)).strip()
    label = clean(paragraph.label).strip()
    if not label or not text:
        return text
    if not any(c.isalnum() for c in label) or label == "o":
        label = "+" if label in _SUB_BULLETS else "-"
    return f"{label} {text}"


def _with_notes(paragraph: WordParagraph, word: WordText) -> str:
    marks = paragraph.marks
    if not marks:
        return paragraph.text
    return _marked(paragraph.text, marks) + "".join(
        f" [{mark.note}: {_bare(word.notes.get(mark.note, ''))}]" for mark in marks
    )


def _marked(text: str, marks: Sequence[NoteMark]) -> str:
    for mark in sorted(marks, key=lambda m: -m.offset):
        text = f"{text[: mark.offset]}[footnoteRef:{mark.note}]{text[mark.offset :]}"
    return text


def _bare(note: str) -> str:
    """The words of a note without marks that would end it."""
    return squeeze(without_blanks(clean(note))).replace("[", "(").replace("]", ")")


def _is_layout(members: Sequence[WordParagraph]) -> bool:
    """Whether a table only puts words side by side: a letterhead, the end of a paper."""
    columns = {p.cell.column for p in members if p.cell}
    if len(columns) > _LAYOUT_COLUMNS:
        return False
    texts = [squeeze(p.text) for p in members if p.text.strip()]
    if not texts:
        return True
    at_head = members[0].number <= _HEAD_ENDS
    if any(tone_key(text).startswith(_NATION) or (at_head and _IN_HEAD.match(text)) for text in texts):
        return True
    return any(begins_tail(SourceLine(0, text)) for text in texts) and find_header([texts]) is None


def _columns(members: Sequence[WordParagraph], word: WordText) -> Iterator[SourceLine]:
    """The lines of a table that is layout, column by column."""
    ordered = sorted(members, key=lambda p: (p.cell.column if p.cell else 0, p.number))
    for paragraph in ordered:
        for piece in paragraph.text.split("\n") or [""]:
            yield SourceLine(paragraph.number, squeeze(clean(piece)))


def _table(members: Sequence[WordParagraph], word: WordText) -> SourceTable:
    """The rows of a table; merged cells as `SourceTable` has them."""
    cells: dict[tuple[int, int], list[str]] = {}
    numbers: dict[int, int] = {}
    number = members[0].cell.table if members[0].cell else 0
    for paragraph in members:
        if paragraph.cell is None:
            continue
        row, column = paragraph.cell.row, paragraph.cell.column
        numbers.setdefault(row, paragraph.number)
        text = _raw(paragraph, word)
        cells.setdefault((row, column), []).extend([text] if text else [])
    width = max(column for _, column in cells) + 1
    rows: dict[int, list[str]] = {row: [""] * width for row in numbers}
    for (row, column), lines in sorted(cells.items()):
        merged = (number, row, column) in word.merged_down and row - 1 in rows
        rows[row][column] = rows[row - 1][column] if merged else "\n".join(lines)
    order = sorted(rows)
    return SourceTable(tuple(tuple(rows[r]) for r in order), tuple(numbers[r] for r in order))
