"""The plan's own workbook (`model/plan_form.py`), perhaps edited by hand → the plan.

The plan stands whole in a hidden sheet; the other sheets are held against it. A cell that still shows what
the plan says changes nothing, so that nothing gets lost which the cells do not show. All faults are told at
once, each with sheet and cell.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from vanban.model.agency import AgencyBook, Signer
from vanban.model.errors import SourceError
from vanban.model.plan import Plan
from vanban.model.plan_form import (
    DATA_MARK,
    DATA_SHEET,
    KEY,
    PAPER_ROWS,
    PAPER_SHEET,
    RECORD_SHEETS,
    TASK_COLUMNS,
    TASK_SHEET,
    TEXT_SHEETS,
    FormColumn,
    RecordSheet,
    TextSheet,
)
from vanban.model.record import Record
from vanban.model.workbook import ReadSheet, shown
from vanban.read.faults import faulty
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.workbook.cells import CellFault, CellReader
from vanban.read.workbook.rows import Row, find_rows, is_empty, text_of
from vanban.read.workbook.task_rows import TaskRows
from vanban.viet.text import squeeze, tone_key

_TEXT_COLUMNS = (FormColumn("phan", "Phần"), FormColumn("chu", "Nội dung"))
_PAPER_COLUMNS = (
    FormColumn("muc", "Mục"),
    FormColumn("gia_tri", "Giá trị"),
    FormColumn(KEY, "Khóa", hidden=True),
)
_RECORDS: dict[str, type[Record]] = {
    sheet.key: Plan.model_fields[sheet.key].annotation.__args__[0]  # type: ignore[union-attr]
    for sheet in RECORD_SHEETS
}


def is_plan_workbook(sheets: Sequence[ReadSheet]) -> bool:
    """Whether sheets are in the plan's own form: the hidden plan is there, or the sheet of tasks with ids."""
    return any(sheet.name == DATA_SHEET for sheet in sheets) or any(
        sheet.name == TASK_SHEET and {"Loại", "Mã", "Tên nhiệm vụ"} <= set(map(text_of, cells))
        for sheet in sheets
        for cells in sheet.rows[:1]
    )


def read_plan_workbook(sheets: Sequence[ReadSheet], book: AgencyBook, *, where: str) -> Plan:
    """The plan in a workbook of its own form.

    Raises SourceError with every fault at once: impossible days, unknown columns, doubled ids.
    """
    return _Reader(sheets, book, where).plan()


class _Reader:
    """Holds the sheets against the plan that stands whole in the hidden one."""

    def __init__(self, sheets: Sequence[ReadSheet], book: AgencyBook, where: str) -> None:
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self._where = where
        self._base = _whole_plan(self._sheets.get(DATA_SHEET), where)
        paper = self._base.van_ban
        self._cells = CellReader(AgencyFinder(book), paper.nam or (paper.ngay.year if paper.ngay else None))
        self._faults: list[str] = []

    def plan(self) -> Plan:
        """The plan; SourceError with all faults."""
        plan = self._base.model_copy(update={"van_ban": self._base.van_ban.model_copy(deep=True)})
        rows = self._rows(TASK_SHEET, TASK_COLUMNS)
        if rows is not None:
            tasks = TaskRows(self._base, self._cells)
            plan.nhom = tasks.groups(rows)
            self._faults += tasks.faults
        self._paper(plan)
        for texts in TEXT_SHEETS:
            self._texts(plan, texts)
        for records in RECORD_SHEETS:
            self._records(plan, records)
        if self._faults:
            raise faulty(self._faults, self._where)
        return plan

    def _rows(self, name: str, columns: Sequence[FormColumn]) -> list[Row] | None:
        sheet = self._sheets.get(name)
        return find_rows(sheet, columns, self._faults) if sheet else None

    def _paper(self, plan: Plan) -> None:
        by_key = {row.key: row for row in PAPER_ROWS}
        by_name = {tone_key(row.heading): row for row in PAPER_ROWS}
        for row in self._rows(PAPER_SHEET, _PAPER_COLUMNS) or ():
            name = squeeze(text_of(row.cells.get("muc")))
            column = by_name.get(tone_key(name)) or by_key.get(text_of(row.cells.get(KEY)))
            if column is None:
                self._faults.append(f"{row.place('muc')}: không có mục “{name}” trong mẫu")
            elif self._cells.has_changed(plan, column, row.cells.get("gia_tri")):
                self._set(plan, column, row, "gia_tri")

    def _texts(self, plan: Plan, sheet: TextSheet) -> None:
        rows = self._rows(sheet.name, _TEXT_COLUMNS)
        if rows is None:
            return
        keys = {tone_key(name): key for key, name in sheet.lists}
        found: dict[str, list[str]] = {key: [] for key, _ in sheet.lists}
        for row in rows:
            key = keys.get(tone_key(squeeze(text_of(row.cells.get("phan")))))
            if key is None:
                names = ", ".join(name for _, name in sheet.lists)
                self._faults.append(f"{row.place('phan')}: ghi tên phần, một trong: {names}")
            else:
                found[key].append(text_of(row.cells.get("chu")))
        for key, texts in found.items():
            old: list[str] = getattr(plan, key)
            if texts != [text_of(text) for text in old]:
                whole = {shown(text): text for text in old}
                setattr(plan, key, [whole.get(text) or squeeze(text) for text in texts if text.strip()])

    def _records(self, plan: Plan, sheet: RecordSheet) -> None:
        rows = self._rows(sheet.name, sheet.columns)
        if rows is None:
            return
        old = {f"{sheet.key}/{i}": record for i, record in enumerate(getattr(self._base, sheet.key))}
        records = [self._record(row, sheet, old.get(text_of(row.cells.get(KEY)))) for row in rows]
        setattr(plan, sheet.key, [record for record in records if record is not None])

    def _record(self, row: Row, sheet: RecordSheet, old: Record | None) -> Record | None:
        columns = [c for c in sheet.columns if c.key != KEY and c.key in row.cells]
        changed = [c for c in columns if old is None or self._cells.has_changed(old, c, row.cells[c.key])]
        if old is not None and not changed:
            return old
        if is_empty(row.cells[c.key] for c in columns):
            return None  # a person cleared what is seen of the row
        values = dict(old) if old is not None else {}
        for column in changed:
            value = self._value(column, row, column.key, values.pop(column.key, None))
            if value is not None:
                values[column.key] = value
        try:
            return _RECORDS[sheet.key](**values)
        except ValidationError as error:
            self._faults += [self._fault(fault, row, columns) for fault in error.errors()]
            return None

    @staticmethod
    def _fault(fault: ErrorDetails, row: Row, columns: Sequence[FormColumn]) -> str:
        """What is missing in a row, or does not go together."""
        if fault["loc"]:
            return f"{row.place(str(fault['loc'][0]))}: ô này không được để trống"
        said = str(fault.get("ctx", {}).get("error", "các ô không hợp nhau"))
        for column in columns:
            said = re.sub(rf"(?<!\w){column.key}(?!\w)", f"“{column.heading}”", said)
        return f"{row.place(columns[0].key)}: {said}"

    def _set(self, record: Any, column: FormColumn, row: Row, cell_key: str) -> None:
        """Put the value of a changed cell where the column's key leads."""
        *way, last = column.key.split(".")
        for step in way:
            if getattr(record, step) is None:
                setattr(record, step, Signer())
            record = getattr(record, step)
        value = self._value(column, row, cell_key, getattr(record, last))
        if value is None:
            value = type(record).model_fields[last].get_default(call_default_factory=True)
        try:
            setattr(record, last, value)
        except ValidationError:
            self._faults.append(f"{row.place(cell_key)}: ô này không được để trống")

    def _value(self, column: FormColumn, row: Row, cell_key: str, old: Any) -> Any:
        try:
            return self._cells.value(column, row.cells.get(cell_key), old)
        except CellFault as fault:
            self._faults.append(f"{row.place(cell_key)}: {fault}")
            return old


def _whole_plan(sheet: ReadSheet | None, where: str) -> Plan:
    """The plan in the hidden sheet; an empty one where there is no such sheet."""
    if sheet is None:
        return Plan()
    pieces = [text_of(cells[0]) for cells in sheet.rows if cells]
    try:
        if pieces[:1] != [DATA_MARK]:
            raise ValueError(DATA_MARK)
        return Plan.model_validate(json.loads("".join(pieces[1:])))
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"trang tính ẩn “{DATA_SHEET}” bị hỏng",
            where=where,
            next_step="lấy lại bản trước khi trang ấy bị sửa, hoặc xóa trang ấy để chỉ đọc các trang khác",
        ) from error
