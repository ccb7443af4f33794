"""Builds small plans as Word files, as offices type them."""

import io
from collections.abc import Callable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table, _Cell

Rows = Sequence[Sequence[str]]


def word(build: Callable[[WordDocument], None]) -> bytes:
    """The bytes of a file that `build` fills."""
    document = Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def letterhead(document: WordDocument, left: Sequence[str], right: Sequence[str]) -> None:
    """Two columns, each cell with its lines."""
    table = document.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        fill(cell, lines)
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def fill(cell: _Cell, lines: Sequence[str]) -> None:
    """Write lines into a cell, one paragraph each."""
    cell.paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line)


def centred(document: WordDocument, *lines: str) -> None:
    """Bold lines in the middle, then an empty one."""
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    document.add_paragraph("")


def lines(document: WordDocument, text: str, style: str | None = None) -> None:
    """A paragraph for each line of a text."""
    for line in text.strip().split("\n"):
        document.add_paragraph(line.strip(), style=style)


def table(document: WordDocument, rows: Rows) -> Table:
    """A ruled table; lines within a cell are apart by "\\n"."""
    made = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            fill(cell, text.split("\n"))
    return made


def landscape(document: WordDocument) -> None:
    """Begin a section on its side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def ending(document: WordDocument, receivers: Sequence[str], signer: Sequence[str]) -> None:
    """Who receives it on the left, who signs on the right."""
    made = document.add_table(rows=1, cols=2)
    fill(made.rows[0].cells[0], ["Nơi nhận:", *receivers])
    fill(made.rows[0].cells[1], signer)
