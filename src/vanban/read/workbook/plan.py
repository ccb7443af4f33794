"""A workbook (.xlsx, .xlsm, .xls) → the typed plan: the plan's own form, or any table of tasks."""

import hashlib

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import NotUnderstood, Plan
from vanban.model.workbook import Cell, ReadSheet
from vanban.office.xlsx_reading import read_workbook
from vanban.read.outline.plan_of_lines import plan_of_lines
from vanban.read.workbook.own_form import is_plan_workbook, read_plan_workbook
from vanban.read.workbook.sheet_lines import sheet_lines
from vanban.viet.legacy import Legacy, decoded, recognised, remark_on


def read_xlsx_plan(data: bytes, book: AgencyBook, *, where: str) -> Plan:
    """The plan in a workbook; `where` names the file in messages. Lines are the rows of its sheets.

    Raises SourceError where the workbook cannot be read or holds no tasks, and with every fault at once
    where it is in the plan's own form.
    """
    sheets = read_workbook(data, where)
    if is_plan_workbook(sheets):
        return read_plan_workbook(sheets, book, where=where)
    encoding = recognised("\n".join(_words(sheets)))
    if encoding:
        sheets = [_unicode(sheet, encoding) for sheet in sheets]
    lines = sheet_lines(sheets)
    if not lines:
        raise SourceError("tệp không có chữ nào", where=where, next_step="chọn tệp có nội dung của kế hoạch")
    plan = plan_of_lines(lines, book, where=where, digest=hashlib.sha256(data).hexdigest())
    if encoding:
        plan.chua_hieu.insert(0, NotUnderstood(dong=0, chu="(cả tệp)", ly_do=remark_on(encoding)))
    return plan


def _words(sheets: list[ReadSheet]) -> list[str]:
    return [cell for sheet in sheets for row in sheet.rows for cell in row if isinstance(cell, str)]


def _unicode(sheet: ReadSheet, encoding: Legacy) -> ReadSheet:
    rows: list[list[Cell]] = [
        [decoded(cell, encoding) if isinstance(cell, str) else cell for cell in row] for row in sheet.rows
    ]
    return ReadSheet(sheet.name, rows, sheet.merged, sheet.hidden)
