"""Rows of the sheet of tasks, perhaps edited by hand → groups with their tasks.

The order of the rows is the order of the plan; a task is known by its id, wherever its row has moved.
"""

from collections.abc import Sequence
from typing import Any

from vanban.model.plan import Group, Plan, RawField, Task
from vanban.model.plan_form import GROUP, GROUP_KEY, KEY, ROW_KIND, TASK, TASK_COLUMNS, FormColumn, value_at
from vanban.model.workbook import cell_name
from vanban.read.workbook.cells import CellFault, CellReader
from vanban.read.workbook.rows import Row, is_empty, text_of
from vanban.viet.text import squeeze, tone_key

_GROUP_COLUMNS = ("so_in", "ten", "noi_dung")
_RAW = (
    "noi_dung",
    "thoi_han",
    "san_pham",
    "chu_tri",
    "phoi_hop",
    "tham_quyen",
    "phu_trach",
    "kinh_phi",
    "ghi_chu",
)
_SHARED = "chu_tri_phoi_hop"
_FIELDS = [column for column in TASK_COLUMNS if column.key not in (ROW_KIND, KEY, "id")]


class TaskRows:
    """Reads the rows against the plan that they were made from."""

    def __init__(self, base: Plan, cells: CellReader) -> None:
        self._cells = cells
        self._groups = {f"{GROUP_KEY}/{i}": group for i, group in enumerate(base.nhom)}
        self._tasks = {task.id: task for group in base.nhom for task in group.nhiem_vu}
        self._ids = set(self._tasks)
        self._rows_of: dict[str, Row] = {}
        self.faults: list[str] = []

    def groups(self, rows: Sequence[Row]) -> list[Group]:
        """The groups in the order of the rows. A task without an id gets one that was never used."""
        self._ids |= {_id(row) for row in rows}
        groups: list[Group] = []
        for row in rows:
            if self._is_group(row):
                groups.append(self._group(row))
                continue
            if not _id(row) and _says_nothing(row):
                continue  # a person cleared what is seen of the row
            if not groups:
                groups.append(Group(ten=""))
            task = self._task(row, len(groups))
            if task is not None:
                groups[-1].nhiem_vu.append(task)
        return groups

    def _is_group(self, row: Row) -> bool:
        said = tone_key(squeeze(text_of(row.cells.get(ROW_KIND))))
        if said and said not in (tone_key(GROUP), tone_key(TASK)):
            self.faults.append(f"{row.place(ROW_KIND)}: ghi “{GROUP}” hoặc “{TASK}”")
        if said:
            return said == tone_key(GROUP)
        return text_of(row.cells.get(KEY)) in self._groups and not _id(row)

    def _group(self, row: Row) -> Group:
        old = self._groups.get(text_of(row.cells.get(KEY)))
        group = old.model_copy(update={"nhiem_vu": []}) if old else Group(ten="")
        for column in _FIELDS:
            cell = row.cells.get(column.key)
            if column.key not in _GROUP_COLUMNS:
                if text_of(cell).strip():
                    self.faults.append(
                        f"{row.place(column.key)}: dòng của nhóm chỉ có số, tên và nội dung;"
                        " chuyển ô này xuống dòng của nhiệm vụ"
                    )
            elif column.key in row.cells and self._cells.has_changed(group, column, cell):
                value = self._value(column, row, getattr(group, column.key))
                setattr(group, column.key, "" if value is None and column.key == "ten" else value)
                if column.key == "ten":
                    group.ten_nguyen_van = group.ten or None
        return group

    def _task(self, row: Row, group: int) -> Task | None:
        task_id = _id(row)
        if task_id in self._rows_of:
            first = self._rows_of[task_id]
            self.faults.append(
                f"{row.place('id')}: mã nhiệm vụ “{task_id}” trùng với ô"
                f" {cell_name(first.number, first.columns.get('id', 0))}; nhiệm vụ mới thì để trống ô mã"
            )
            return None
        if task_id:
            self._rows_of[task_id] = row
        old = self._tasks.get(task_id)
        task = old or Task(id=task_id or self._new_id(group))
        changed = {
            column.key: self._value(column, row, value_at(task, column.key))
            for column in _FIELDS
            if column.key in row.cells and self._cells.has_changed(task, column, row.cells[column.key])
        }
        if changed and old:
            task = old.model_copy(deep=True)
            if _says_nothing(row):
                self.faults.append(
                    f"{row.place('id')}: nhiệm vụ “{task_id}” không còn chữ nào; muốn bỏ nó thì xóa cả dòng"
                )
        self._change(task, changed, row)
        return task

    def _change(self, task: Task, changed: dict[str, Any], row: Row) -> None:
        times = {key: value for key, value in changed.items() if key.startswith("thoi_han")}
        if times:
            try:
                task.thoi_han = self._cells.deadline(task.thoi_han, times)
            except CellFault as fault:
                self.faults.append(f"{row.place('thoi_han.den')}: {fault}")
        for key, value in changed.items():
            if key not in times:
                setattr(task, key, value)
        if "ten" in changed:
            task.ten_nguyen_van = task.ten
        if changed:
            _keep_words(task, changed, row)

    def _value(self, column: FormColumn, row: Row, old: Any) -> Any:
        try:
            return self._cells.value(column, row.cells.get(column.key), old)
        except CellFault as fault:
            self.faults.append(f"{row.place(column.key)}: {fault}")
            return old

    def _new_id(self, group: int) -> str:
        number = 1
        while (new := f"t{group}-{number}") in self._ids:
            number += 1
        self._ids.add(new)
        return new


def _keep_words(task: Task, changed: dict[str, Any], row: Row) -> None:
    """The words of a changed field are those of its cell now, no longer those of the old source."""
    keys = [key for key in _RAW if key in changed]
    if any(field.khoa == _SHARED for field in task.truong) and {"chu_tri", "phoi_hop"} & set(keys):
        keys = [key for key in _RAW if key in (*keys, "chu_tri", "phoi_hop")]
        task.truong = [field for field in task.truong if field.khoa != _SHARED]
    headings = {column.key: column.heading for column in TASK_COLUMNS}
    task.truong = [field for field in task.truong if field.khoa not in keys]
    for key in keys:
        lines = [line for line in text_of(row.cells.get(key)).split("\n") if line.strip()]
        if lines:
            task.truong.append(RawField(khoa=key, nhan=headings[key], gia_tri=lines, dong=row.number + 1))


def _says_nothing(row: Row) -> bool:
    return is_empty(row.cells.get(column.key) for column in _FIELDS)


def _id(row: Row) -> str:
    return squeeze(text_of(row.cells.get("id")))
