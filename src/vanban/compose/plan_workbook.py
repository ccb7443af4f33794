"""Plan → the sheets of a workbook in which people edit it (`model/plan_form.py` has their form)."""

from collections.abc import Iterable
from typing import Any

from vanban.model.hidden_data import pieces_of
from vanban.model.plan import Plan
from vanban.model.plan_form import (
    DATA_MARK,
    DATA_SHEET,
    GROUP,
    GROUP_KEY,
    KEY,
    NO,
    PAPER_ROWS,
    PAPER_SHEET,
    RECORD_SHEETS,
    ROW_KIND,
    TASK,
    TASK_COLUMNS,
    TASK_SHEET,
    TEXT_SHEETS,
    YES,
    FormColumn,
    Kind,
    RecordSheet,
    TextSheet,
    cell_of,
)
from vanban.model.workbook import Cell, Column, Look, NewSheet

_FROZEN_TASK_COLUMNS = 4


def compose_workbook(plan: Plan) -> list[NewSheet]:
    """The sheets that show a plan; `read_xlsx_plan` makes the same plan of them."""
    return [
        _tasks(plan),
        _paper(plan),
        *(_texts(plan, sheet) for sheet in TEXT_SHEETS),
        *(_records(plan, sheet) for sheet in RECORD_SHEETS),
        NewSheet(DATA_SHEET, (Column(DATA_MARK, 100),), [(piece,) for piece in _pieces(plan)], hidden=True),
    ]


def _tasks(plan: Plan) -> NewSheet:
    """Each group is a row that heads the rows of its tasks."""
    rows: list[tuple[Cell, ...]] = []
    strong: set[int] = set()
    for i, group in enumerate(plan.nhom):
        strong.add(len(rows))
        rows.append(_row(group, TASK_COLUMNS, {ROW_KIND: GROUP, KEY: f"{GROUP_KEY}/{i}"}))
        rows += [_row(task, TASK_COLUMNS, {ROW_KIND: TASK, KEY: task.id}) for task in group.nhiem_vu]
    columns = tuple(_column(c) for c in TASK_COLUMNS)
    return NewSheet(
        TASK_SHEET, columns, rows, strong_rows=frozenset(strong), frozen_columns=_FROZEN_TASK_COLUMNS
    )


def _paper(plan: Plan) -> NewSheet:
    columns = (Column("Mục", 40), Column("Giá trị", 90), Column("Khóa", hidden=True))
    rows: list[tuple[Cell, ...]] = [(row.heading, cell_of(plan, row), row.key) for row in PAPER_ROWS]
    return NewSheet(PAPER_SHEET, columns, rows, frozen_columns=1)


def _texts(plan: Plan, sheet: TextSheet) -> NewSheet:
    names = tuple(name for _, name in sheet.lists)
    columns = (Column("Phần", 22, choices=names, only_choices=True), Column("Nội dung", 120))
    rows: list[tuple[Cell, ...]] = [(name, text) for key, name in sheet.lists for text in getattr(plan, key)]
    return NewSheet(sheet.name, columns, rows)


def _records(plan: Plan, sheet: RecordSheet) -> NewSheet:
    columns = tuple(_column(c) for c in sheet.columns)
    rows = [
        _row(record, sheet.columns, {KEY: f"{sheet.key}/{i}"})
        for i, record in enumerate(getattr(plan, sheet.key))
    ]
    return NewSheet(sheet.name, columns, rows)


def _row(record: Any, columns: Iterable[FormColumn], told: dict[str, Cell]) -> tuple[Cell, ...]:
    return tuple(told[c.key] if c.key in told else cell_of(record, c) for c in columns)


def _column(column: FormColumn) -> Column:
    look = Look.DATE if column.kind is Kind.DATE else Look.CODE if column.short else Look.TEXT
    choices = tuple(label for _, label in column.labels)
    if column.key == ROW_KIND:
        choices = (GROUP, TASK)
    elif column.kind is Kind.YES_NO:
        choices = (YES, NO)
    return Column(column.heading, column.width, look, choices, bool(choices), column.hidden)


def _pieces(plan: Plan) -> list[str]:
    """The whole plan for the hidden sheet."""
    return pieces_of(plan.model_dump(mode="json", exclude_defaults=True))
