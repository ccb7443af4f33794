"""A workbook (.xlsx, .xlsm, .xls) → the typed plan: the plan's own form, or any table of tasks."""

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import Plan
from vanban.office.xlsx_reading import read_workbook
from vanban.read.plan_workbook import is_plan_workbook, read_plan_workbook


def read_xlsx_plan(data: bytes, book: AgencyBook, *, where: str) -> Plan:
    """The plan in a workbook; `where` names the file in messages.

    Raises SourceError where the workbook cannot be read or holds no tasks, and with every fault at once
    where it is in the plan's own form.
    """
    sheets = read_workbook(data, where)
    if is_plan_workbook(sheets):
        return read_plan_workbook(sheets, book, where=where)
    raise SourceError("không tìm thấy bảng nhiệm vụ nào trong tệp", where=where, next_step="kiểm tra tệp")
