"""A plan as plain text (.txt taken from Word) → the typed plan."""

import hashlib

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import Plan
from vanban.read.lines.source import numbered_lines
from vanban.read.outline.plan_of_lines import plan_of_lines
from vanban.read.text.tables import gather_tables
from vanban.viet.text import clean


def read_text_plan(text: str, book: AgencyBook, *, where: str) -> Plan:
    """The plan in `text`; `where` names the file in messages; its last part goes to `Plan.nguon`.

    Raises SourceError if the text is empty or holds no plan.
    """
    cleaned = clean(text)
    if not cleaned.strip():
        raise SourceError("tệp không có chữ nào", where=where, next_step="chọn tệp có nội dung của kế hoạch")
    lines = numbered_lines(cleaned)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    plan = plan_of_lines(gather_tables(lines), book, where=where, digest=digest)
    assert plan.nguon is not None
    plan.nguon.so_dong = len(lines)
    return plan
