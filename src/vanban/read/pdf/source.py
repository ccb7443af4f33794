"""A PDF with a text layer → the lines and tables that a plan is read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.office.pdf_rules import Rule, ruled_lines
from vanban.office.pdf_text import PdfPage, pdf_pages
from vanban.read.lines.columns import find_header
from vanban.read.lines.source import SourceLine, SourceTable, table_line
from vanban.read.pdf.layout import Notes, Stretch, drop_running, stretches, take_notes_off
from vanban.read.pdf.lines import PdfLine, lines_from, usual_height, with_notes
from vanban.read.pdf.paragraphs import Margins, margins_of, paragraphs_of, text_of
from vanban.read.pdf.tables import PdfTable, append, continues, tables_of
from vanban.read.words.blanks import without_blanks

_STAMP = re.compile(
    r"(?:người ký|(?:được )?ký (?:số )?bởi|ngày ký|thời gian ký|cơ quan|email|digitally signed by|date)\s*:",
    re.IGNORECASE,
)
_SMALL = 0.8


@dataclass(frozen=True, slots=True)
class PdfSource:
    """What a PDF says: its lines, a paragraph each; and what is no part of the paper.

    `pictures` are the numbers (from 1) of pages without a text layer, `stamps` the small lines that a digital
    signature shows.
    """

    lines: list[SourceLine]
    pictures: list[int]
    stamps: list[str]


def pdf_lines(data: bytes, where: str) -> PdfSource:
    """The lines of a PDF, numbered as they come. SourceError where it cannot be read or is a scan."""
    pages = pdf_pages(data, where)
    rules = ruled_lines(data)
    if len(rules) != len(pages):
        rules = [[] for _ in pages]
    reader = _Reader(pages, rules)
    pictures = [i for i, page in enumerate(pages, start=1) if not page.words]
    return PdfSource(reader.lines(), pictures, reader.stamps)


class _Reader:
    """Goes through the pages; a paragraph or a table may run over their ends."""

    def __init__(self, pages: Sequence[PdfPage], rules: Sequence[list[Rule]]) -> None:
        self._pages = pages
        self._tables = [
            tables_of(drawn, page.words, i) for i, (page, drawn) in enumerate(zip(pages, rules, strict=True))
        ]
        texts = [self._outside(page, i) for i, page in enumerate(pages)]
        self._texts = drop_running(pages, texts)
        height = usual_height([line for text in self._texts for line in text])
        self.stamps: list[str] = []
        self._texts = [self._without_stamps(text, height) for text in self._texts]
        taken = [take_notes_off(text, height) for text in self._texts]
        self._notes = [notes for _, notes in taken]
        self._texts = [with_notes(text, notes.texts) for text, notes in taken]
        self._margins = self._all_margins()
        self._items: list[PdfTable | tuple[list[PdfLine], bool]] = []

    def _outside(self, page: PdfPage, number: int) -> list[PdfLine]:
        words = [w for w in page.words if not any(table.holds(w) for table in self._tables[number])]
        return lines_from(words, number)

    def _without_stamps(self, lines: list[PdfLine], height: float) -> list[PdfLine]:
        stamped = [line for line in lines if line.height < _SMALL * height and _STAMP.match(line.text)]
        self.stamps += [line.text for line in stamped]
        return [line for line in lines if line not in stamped]

    def _all_margins(self) -> list[Margins]:
        """One set of margins for all pages of one width."""
        widths = [round(page.width) for page in self._pages]
        found = {
            width: margins_of(
                [line for w, text in zip(widths, self._texts, strict=True) if w == width for line in text],
                width,
            )
            for width in set(widths)
        }
        return [found[width] for width in widths]

    def lines(self) -> list[SourceLine]:
        """All lines, numbered."""
        for i, page in enumerate(self._pages):
            self._page(i, page)
        found: list[SourceLine] = []
        seen_page = 0
        for item in self._items:
            first = item.page if isinstance(item, PdfTable) else item[0][0].page
            new_page, seen_page = first > seen_page, max(first, seen_page)
            number = len(found) + 1
            if isinstance(item, PdfTable):
                rows = tuple(map(tuple, item.rows))
                found.append(table_line(SourceTable(rows, (number,) * len(rows)), new_page=new_page))
            else:
                found.append(SourceLine(number, self._with_notes(item[0]), new_page=new_page))
        return found

    def _page(self, number: int, page: PdfPage) -> None:
        rest = self._texts[number]
        for table in self._tables[number]:
            above = [line for line in rest if line.top < table.top]
            rest = [line for line in rest if line.top >= table.top]
            self._put_lines(above, page, number)
            self._put_table(table)
        self._put_lines(rest, page, number)

    def _put_table(self, table: PdfTable) -> None:
        last = self._items[-1] if self._items else None
        if isinstance(last, PdfTable) and continues(last, table):
            header = find_header(last.rows)
            append(last, table, header.end if header else 1)
        else:
            self._items.append(table)

    def _put_lines(self, lines: list[PdfLine], page: PdfPage, number: int) -> None:
        for stretch in stretches(lines, page.width, first_page=not number):
            self._put_stretch(stretch, self._margins[number])

    def _put_stretch(self, stretch: Stretch, margins: Margins) -> None:
        lines = stretch.lines
        last = self._items[-1] if self._items else None
        if (
            lines
            and not stretch.columned
            and isinstance(last, tuple)
            and not last[1]
            and last[0][-1].page < lines[0].page
        ):
            self._items.pop()
            lines = [*last[0], *lines]
        paragraphs = paragraphs_of(lines, margins, columned=stretch.columned)
        self._items += [(paragraph, stretch.columned) for paragraph in paragraphs]

    def _with_notes(self, paragraph: Sequence[PdfLine]) -> str:
        text = text_of(paragraph)
        for page in sorted({line.page for line in paragraph}):
            notes: Notes = self._notes[page]
            for mark, words in list(notes.texts.items()):
                if f"[footnoteRef:{mark}]" in text:
                    said = without_blanks(words).replace("[", "(").replace("]", ")")
                    text += f" [{mark}: {said}]"
                    del notes.texts[mark]
        return text
