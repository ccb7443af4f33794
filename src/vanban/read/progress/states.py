"""A row of the sheet of tasks → the state of the task; what does not go together is told at its cell."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from vanban.model.plan import Numbered
from vanban.model.progress import AdjustedDeadline, TaskProgress, TaskState
from vanban.model.progress_form import STATES, TASK_COLUMNS, SentTask, state_cells
from vanban.model.progress_report import Statement
from vanban.office.xlsx_formats import Place
from vanban.office.xlsx_oddities import Oddity
from vanban.read.progress.cells import Cells, Wrong
from vanban.read.workbook.rows import Row

_FILLED: Final = [column for column in TASK_COLUMNS if column.filled]


class StateRow:
    """Reads one row; `faults` holds what is wrong with it."""

    def __init__(
        self, row: Row, sent: SentTask, item: Numbered, cells: Cells, odd: Mapping[Place, Oddity]
    ) -> None:
        self._row, self._sent, self._item, self._cells, self._odd = row, sent, item, cells, odd
        self.faults: list[str] = []

    def statement(self, lists: Mapping[str, list[Any]], places: Mapping[str, str]) -> Statement:
        """What the row and the rows of the other sheets (`lists`) say of the task."""
        values = self._values()
        where = {
            **{column.key: self._row.place(column.key) for column in _FILLED},
            "han_dieu_chinh": self._row.place("han_moi"),
            **places,
        }
        state = None
        if values["trang_thai"] is None:
            self._require_nothing(values, lists)
        elif self._goes_together(values) and not self.faults:
            state = self._state(values, lists)
        return Statement(self._item.so, state, self._sent.tien_do, places=where)

    def _values(self) -> dict[str, Any]:
        base = self._sent.tien_do
        later = base.han_dieu_chinh if base else None
        old: dict[str, Any] = {
            "trang_thai": base.trang_thai if base else None,
            "phan_tram": base.phan_tram if base else None,
            "ngay_hoan_thanh": base.ngay_hoan_thanh if base else None,
            "ket_qua": base.ket_qua if base else None,
            "han_moi": later.ngay if later else None,
            "van_ban_han_moi": later.van_ban if later else None,
        }
        sent = state_cells(base)
        values: dict[str, Any] = {}
        for column in _FILLED:
            cell = self._row.cells.get(column.key)
            odd = self._odd.get((self._row.number, self._row.columns.get(column.key, -1)))
            try:
                values[column.key] = self._cells.value(
                    column, cell, old[column.key], sent.get(column.key), odd
                )
            except Wrong as wrong:
                values[column.key] = old[column.key]
                self._fault(column.key, str(wrong))
        return values

    def _fault(self, key: str, words: str) -> None:
        self.faults.append(f"{self._row.place(key)}: {words}")

    def _require_nothing(self, values: Mapping[str, Any], lists: Mapping[str, list[Any]]) -> None:
        """A row without a state may not say anything else."""
        if self._at_fault("trang_thai"):
            return
        if self._sent.tien_do is not None:
            self._fault("trang_thai", "trạng thái đã ghi lần trước bị xóa; chọn lại trạng thái")
        elif any(value is not None for value in values.values()) or any(lists.values()):
            self._fault("trang_thai", f"nhiệm vụ {self._item.so} có nội dung mà chưa chọn trạng thái")

    def _goes_together(self, values: Mapping[str, Any]) -> bool:
        """Whether state, percentage and days fit; what does not is a fault."""
        before = len(self.faults)
        state: TaskState = values["trang_thai"]
        percent: int | None = values["phan_tram"]
        label, done = STATES[state], state is TaskState.HOAN_THANH
        day: date | None = values["ngay_hoan_thanh"]
        if done and day is None and not self._at_fault("ngay_hoan_thanh"):
            self._fault("ngay_hoan_thanh", f"{label} thì phải ghi ngày hoàn thành")
        if not done and day is not None:
            self._fault("ngay_hoan_thanh", f"{label} mà đã ghi ngày hoàn thành")
        if done and percent not in (100, None):
            self._fault("phan_tram", f"{label} thì phải là 100, đang ghi {percent}")
        if not done and percent == 100:
            self._fault("phan_tram", f"đã 100 mà trạng thái là {label}")
        if state is TaskState.CHUA_THUC_HIEN and percent not in (0, 100, None):
            self._fault("phan_tram", f"{label} thì phải là 0, đang ghi {percent}")
        if state is TaskState.DANG_THUC_HIEN and percent is None and not self._at_fault("phan_tram"):
            self._fault("phan_tram", f"{label} thì phải ghi phần trăm đã làm")
        self._check_deadline(values)
        return len(self.faults) == before

    def _check_deadline(self, values: Mapping[str, Any]) -> None:
        day, paper = values["han_moi"], values["van_ban_han_moi"]
        if day and not paper:
            self._fault("van_ban_han_moi", "có hạn điều chỉnh thì phải ghi văn bản cho phép")
        if paper and not day and not self._at_fault("han_moi"):
            self._fault("han_moi", "có văn bản cho phép thì phải ghi hạn điều chỉnh")
        if said := self._cells.due(day, self._item.nhiem_vu.thoi_han.last_day):
            self._fault("han_moi", said)

    def _at_fault(self, key: str) -> bool:
        return any(fault.startswith(f"{self._row.place(key)}:") for fault in self.faults)

    def _state(self, values: Mapping[str, Any], lists: Mapping[str, list[Any]]) -> TaskProgress:
        day, paper = values["han_moi"], values["van_ban_han_moi"]
        done = values["trang_thai"] is TaskState.HOAN_THANH
        percent = values["phan_tram"] if values["phan_tram"] is not None else 100 if done else 0
        return TaskProgress(
            nhiem_vu=self._sent.id,
            trang_thai=values["trang_thai"],
            phan_tram=percent,
            ngay_hoan_thanh=values["ngay_hoan_thanh"],
            ket_qua=values["ket_qua"],
            han_dieu_chinh=AdjustedDeadline(ngay=day, van_ban=paper) if day and paper else None,
            **lists,
        )
