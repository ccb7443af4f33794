"""Plan + Progress → the workbook in which a lead agency reports on its tasks (`model/progress_form.py`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vanban.compose.figures import agency_key
from vanban.compose.phrases import agency_name
from vanban.compose.progress_help import HELP_LINES
from vanban.compose.progress_looks import choices_of, hint_of, limits_of, tones
from vanban.compose.standing import last_day
from vanban.model.agency import AgencyBook
from vanban.model.assignment import Assignment
from vanban.model.hidden_data import pieces_of, seal_of
from vanban.model.plan import Numbered, Plan, ProductKind, numbered
from vanban.model.plan_form import KEY
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.model.progress_form import (
    DETAILS,
    HELP,
    HIDDEN,
    MARK,
    TASK_COLUMNS,
    TASKS,
    DetailSheet,
    Manifest,
    ReportColumn,
    SentTask,
    detail_cells,
    plain,
    state_cells,
)
from vanban.model.workbook import Cell, Column, Formula, Look, NewCell, NewSheet, cell_name

SPARE_ROWS = 60
"""Empty rows for more papers, difficulties and so on."""
_AT = {column.key: number for number, column in enumerate(TASK_COLUMNS)}
CLOSING = "$D$3"
"""Where the closing day stands above the table of tasks."""


@dataclass(frozen=True, slots=True)
class Share:
    """A lead agency and its tasks: the key of the agency, its name, what it leads."""

    key: str
    name: str
    tasks: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What one workbook is made of; `lead` is None where all tasks are in it."""

    plan: Plan
    book: AgencyBook
    progress: Progress | None
    lead: Share | None
    ky: str | None
    as_of: date

    @property
    def tasks(self) -> Sequence[Numbered]:
        """The tasks in the workbook, in the order of the plan."""
        return self.lead.tasks if self.lead else numbered(self.plan)

    def state(self, item: Numbered) -> TaskProgress | None:
        """The last known state of a task."""
        return self.progress.of(item.nhiem_vu.id) if self.progress else None

    def named(self, agency_id: str) -> str:
        """The name of an agency by its id; what is no id stays as it is."""
        agency = self.book.find(agency_id)
        return agency.ten if agency else agency_id


def shares(plan: Plan, book: AgencyBook) -> list[Share]:
    """The lead agencies in the order in which the plan names them, each with its tasks."""
    found: dict[str, tuple[Assignment, list[Numbered]]] = {}
    for item in numbered(plan):
        for key, lead in {agency_key(lead): lead for lead in item.nhiem_vu.chu_tri}.items():
            found.setdefault(key, (lead, []))[1].append(item)
    return [Share(key, agency_name(lead, book), tuple(tasks)) for key, (lead, tasks) in found.items()]


def compose_progress_workbook(form: Form) -> list[NewSheet]:
    """The sheets of one workbook: tasks, what there is to tell of each, the guide, and what was sent."""
    above = _above(form)
    first = len(above) + 1
    rows = [_task_row(form, i, item, first + i) for i, item in enumerate(form.tasks)]
    details = [_detail(form, sheet, first) for sheet in DETAILS]
    tasks = NewSheet(
        TASKS,
        tuple(_column(column, form) for column in TASK_COLUMNS),
        [tuple(row[column.key] for column in TASK_COLUMNS) for row in rows],
        above,
        frozen_columns=_AT["chu_tri"],
        protected=True,
        tones=tones(first + 1, CLOSING),
    )
    manifest = _manifest(form, rows, [tasks, *details])
    return [tasks, *details, _help(form), _hidden(manifest)]


def _above(form: Form) -> tuple[str | tuple[NewCell, ...], ...]:
    who = form.lead.name if form.lead else "tất cả cơ quan chủ trì"
    period = f" – Kỳ báo cáo: {form.ky}" if form.ky else ""
    return (
        f"BIỂU BÁO CÁO TIẾN ĐỘ KẾ HOẠCH {form.plan.van_ban.trich_yeu}".strip(),
        f"Cơ quan: {who}{period}",
        ("Ngày chốt số liệu:", None, None, form.as_of),
        "Chỉ điền các ô nền trắng; ô nền xám đã khóa. Cách điền: xem trang “Hướng dẫn”.",
    )


def _task_row(form: Form, i: int, item: Numbered, row: int) -> dict[str, NewCell]:
    """The cells of a task; `row` is its row in the sheet, from 0."""
    task, state = item.nhiem_vu, form.state(item)
    told: dict[str, NewCell] = {
        "stt": i + 1,
        "nhom": str(item.nhom),
        "so": item.so,
        "ten": task.display_name,
        "chu_tri": "; ".join(agency_name(one, form.book) for one in task.chu_tri),
        "phoi_hop": "; ".join(agency_name(one, form.book) for one in task.phoi_hop),
        "han": last_day(task.thoi_han),
        "han_nguyen_van": task.thoi_han.nguyen_van or None,
        "san_pham": "\n".join(product.ten for product in task.san_pham) or None,
        "con_qua": Formula(days_left(row)),
        "luc": state.cap_nhat.luc.replace(tzinfo=None, microsecond=0) if state and state.cap_nhat else None,
        "nguoi": state.cap_nhat.nguoi if state and state.cap_nhat else None,
        KEY: task.id,
        **state_cells(state),
    }
    for sheet in DETAILS:
        if sheet.key in _AT:
            told[sheet.key] = Formula(_count(form, sheet, row))
    return {column.key: told.get(column.key) for column in TASK_COLUMNS}


def days_left(row: int) -> str:
    """Days until the deadline of the row (from 0), below 0 when over; of a finished task only days late."""
    state, due, done = (cell_name(row, _AT[key]) for key in ("trang_thai", "han", "ngay_hoan_thanh"))
    late = f'IF(OR({due}="",{done}="",{done}<={due}),"",{due}-{done})'
    return f'IF({state}="Hoàn thành",{late},IF(OR({state}="Hủy",{due}=""),"",{due}-{CLOSING}))'


def _count(form: Form, sheet: DetailSheet, row: int) -> str:
    """How many rows of a detail sheet tell of the task; not COUNTIF, which takes "2.10" for 2.1."""
    told = next(i for i, column in enumerate(sheet.columns) if column.required and column.key != "so")
    last = 1 + len(_detail_rows(form, sheet)) + SPARE_ROWS
    numbers, words = (
        f"'{sheet.name}'!${letter}$2:${letter}${last}" for letter in ("A", cell_name(0, told)[:-1])
    )
    return f'SUMPRODUCT(({numbers}={cell_name(row, _AT["so"])})*({words}<>""))'


def _detail(form: Form, sheet: DetailSheet, first: int) -> NewSheet:
    rows = _detail_rows(form, sheet)
    numbers, names = (
        f"'{TASKS}'!${letter}${first + 1}:${letter}${first + len(form.tasks)}" for letter in ("C", "D")
    )
    cells: list[tuple[NewCell, ...]] = []
    for i in range(len(rows) + SPARE_ROWS):
        look_up = f'IF(A{i + 2}="","",IFERROR(INDEX({names},MATCH(A{i + 2},{numbers},0)),"?"))'
        values = rows[i] if i < len(rows) else {}
        told = {**values, "ten_nhiem_vu": Formula(look_up)}
        cells.append(tuple(told.get(column.key) for column in sheet.columns))
    columns = tuple(_column(column, form, sheet) for column in sheet.columns)
    return NewSheet(sheet.name, columns, cells, frozen_columns=2, protected=True)


def _detail_rows(form: Form, sheet: DetailSheet) -> list[dict[str, Cell]]:
    """What is known, then for papers a row to fill for each paper that the plan still waits for."""
    rows: list[dict[str, Cell]] = []
    for item in form.tasks:
        state = form.state(item)
        records: list[Any] = getattr(state, sheet.key) if state else []
        rows += [{"so": item.so, **detail_cells(sheet, record, form.named)} for record in records]
        waits = state is None or state.trang_thai not in (TaskState.HOAN_THANH, TaskState.HUY)
        if sheet.key == "san_pham_dat" and waits:
            there = {record.san_pham for record in records}
            rows += [{"so": item.so, "san_pham": name} for name in _papers(item) if name not in there]
    return rows


def _papers(item: Numbered) -> list[str]:
    return [one.ten for one in item.nhiem_vu.san_pham if one.loai is not ProductKind.KET_QUA]


def _column(column: ReportColumn, form: Form, sheet: DetailSheet | None = None) -> Column:
    choices, only = choices_of(column, sheet, [item.so for item in form.tasks], form.book)
    if column.key == "san_pham" and sheet is not None:
        choices = tuple(dict.fromkeys(name for item in form.tasks for name in _papers(item)))
    return Column(
        column.heading,
        column.width,
        column.look,
        choices,
        only,
        hidden=column.hidden,
        locked=not column.filled,
        limits=limits_of(column, f"'{TASKS}'!{CLOSING}" if sheet else CLOSING),
        hint=hint_of(column),
    )


def _help(form: Form) -> NewSheet:
    lines: list[tuple[NewCell, ...]] = [(line,) for line in HELP_LINES]
    return NewSheet(HELP, (Column("Hướng dẫn điền biểu tiến độ", 110, locked=True),), lines, protected=True)


def _manifest(form: Form, rows: list[dict[str, NewCell]], sheets: list[NewSheet]) -> Manifest:
    locked = [c.key for c in TASK_COLUMNS if not c.filled and not c.computed]
    return Manifest(
        ke_hoach=form.plan.van_ban.trich_yeu,
        co_quan=form.lead.key if form.lead else None,
        ky=form.ky,
        ngay_chot=form.as_of,
        dau={sheet.name: [" ".join(map(plain, _line(line))) for line in sheet.above] for sheet in sheets},
        nhiem_vu=[
            SentTask(
                id=item.nhiem_vu.id,
                so=item.so,
                khoa={key: plain(row[key]) for key in locked if plain(row[key])},
                san_pham=_papers(item),
                tien_do=form.state(item),
            )
            for item, row in zip(form.tasks, rows, strict=True)
        ],
    )


def _line(line: str | tuple[NewCell, ...]) -> list[NewCell]:
    return [cell for cell in ((line,) if isinstance(line, str) else line) if cell is not None]


def _hidden(manifest: Manifest) -> NewSheet:
    pieces = pieces_of(manifest.model_dump(mode="json", exclude_defaults=True))
    rows: list[tuple[NewCell, ...]] = [(seal_of(pieces),), *((piece,) for piece in pieces)]
    return NewSheet(HIDDEN, (Column(MARK, 100, Look.CODE, locked=True),), rows, hidden=True, protected=True)
