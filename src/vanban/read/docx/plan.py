"""A plan as a Word file → the typed plan."""

import hashlib

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import NotUnderstood, Plan
from vanban.read.docx.lines import docx_lines, old_encoding
from vanban.read.outline.plan_of_lines import plan_of_lines
from vanban.viet.legacy import remark_on
from vanban.word.reading import read_word


def read_docx_plan(data: bytes, book: AgencyBook, where: str) -> Plan:
    """The plan in a .docx given as bytes; `where` names the file in messages.

    Lines of the plan are numbered as the paragraphs of the file. Raises SourceError if the bytes are no
    readable .docx, hold no words, or hold no plan.
    """
    word = read_word(data, where)
    encoding = old_encoding(word)
    lines = docx_lines(word, encoding)
    if all(line.is_blank for line in lines):
        remark = next(iter(word.unread), "tệp không có chữ nào")
        raise SourceError(remark, where=where, next_step="chọn tệp có nội dung của kế hoạch")
    plan = plan_of_lines(lines, book, where=where, digest=hashlib.sha256(data).hexdigest())
    if encoding:
        plan.chua_hieu.insert(0, NotUnderstood(dong=0, chu="(cả tệp)", ly_do=remark_on(encoding)))
    return plan
