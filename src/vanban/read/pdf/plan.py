"""A PDF with a text layer → the typed plan."""

import hashlib

from vanban.model.agency import AgencyBook
from vanban.model.plan import NotUnderstood, Plan
from vanban.read.lines.source import SourceLine, SourceTable, table_line
from vanban.read.outline.plan_of_lines import plan_of_lines
from vanban.read.pdf.source import pdf_lines
from vanban.viet.legacy import Legacy, decoded, recognised, remark_on
from vanban.viet.text import clean

NO_TEXT = "trang này là ảnh, không có lớp chữ nên không đọc được"
STAMP = "dòng của chữ ký số, không phải chữ của văn bản"


def read_pdf_plan(data: bytes, book: AgencyBook, *, where: str) -> Plan:
    """The plan in a PDF; `where` names the file in messages. Lines are its paragraphs, counted from 1.

    Raises SourceError where the PDF cannot be read, is a scan or holds no plan; ProgramError where
    pdftotext is missing.
    """
    source = pdf_lines(data, where)
    encoding = recognised("\n".join(line.raw for line in source.lines))
    plan = plan_of_lines(
        [_unicode(line, encoding) for line in source.lines],
        book,
        where=where,
        digest=hashlib.sha256(data).hexdigest(),
    )
    remarks = [NotUnderstood(dong=0, chu=f"(trang {page})", ly_do=NO_TEXT) for page in source.pictures]
    remarks += [NotUnderstood(dong=0, chu=clean(stamp), ly_do=STAMP) for stamp in source.stamps]
    if encoding:
        remarks.append(NotUnderstood(dong=0, chu="(cả tệp)", ly_do=remark_on(encoding)))
    plan.chua_hieu = remarks + plan.chua_hieu
    return plan


def _unicode(line: SourceLine, encoding: Legacy | None) -> SourceLine:
    if line.table is None:
        return SourceLine(line.number, _words(line.raw, encoding), new_page=line.new_page)
    rows = tuple(tuple(_words(cell, encoding) for cell in row) for row in line.table.rows)
    return table_line(SourceTable(rows, line.table.numbers), new_page=line.new_page)


def _words(text: str, encoding: Legacy | None) -> str:
    return clean(decoded(text, encoding) if encoding else text)
