"""Progress: what agencies report about the tasks of a plan.

"Overdue" is never stored: it follows from the deadline and the day of the report. A deadline that was
adjusted stands beside the one of the plan, which stays the one that lateness is counted from.
"""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Field, model_validator

from vanban.model.record import Record, Text


class TaskState(StrEnum):
    """The state that the lead agency reports."""

    CHUA_THUC_HIEN = "chua_thuc_hien"
    DANG_THUC_HIEN = "dang_thuc_hien"
    HOAN_THANH = "hoan_thanh"
    TAM_DUNG = "tam_dung"
    HUY = "huy"


class ProducedPaper(Record):
    """A paper that fulfils a product, with the parts that a report cites; `tep` is where its file is kept."""

    san_pham: Text | None = None
    loai: Text
    so_ky_hieu: Text | None = None
    ngay: date | None = None
    co_quan: Text | None = None
    trich_yeu: Text | None = None
    tep: Text | None = None


class TargetResult(Record):
    """A measured target: what the plan asks for (where it gives a number) and what was reached."""

    ten: Text
    ke_hoach: float | None = Field(default=None, allow_inf_nan=False)
    dat: float = Field(allow_inf_nan=False)
    don_vi: Text | None = None


class Difficulty(Record):
    """An obstacle, under a label (thể chế, kinh phí, nhân lực, phối hợp, kỹ thuật, khác)."""

    nhan: Text
    mo_ta: Text


class Proposal(Record):
    """A proposal and the agency (id) that is asked to decide."""

    noi_dung: Text
    co_quan_giai_quyet: Text


class AdjustedDeadline(Record):
    """A later last day that was allowed, and the paper that allows it, in the words that cite it."""

    ngay: date
    van_ban: Text


class Update(Record):
    """When a state was recorded, by whom, for which agency (id), in which reporting period."""

    luc: datetime
    nguoi: Text | None = None
    co_quan: Text | None = None
    ky_bao_cao: Text | None = None


class TaskProgress(Record):
    """The state of one task. `cap_nhat` is set by the record of progress, never by hand."""

    nhiem_vu: Text
    trang_thai: TaskState
    phan_tram: int = Field(default=0, ge=0, le=100)
    ngay_hoan_thanh: date | None = None
    san_pham_dat: list[ProducedPaper] = Field(default_factory=list)
    ket_qua: Text | None = None
    chi_tieu_dat: list[TargetResult] = Field(default_factory=list)
    kho_khan: list[Difficulty] = Field(default_factory=list)
    kien_nghi: list[Proposal] = Field(default_factory=list)
    han_dieu_chinh: AdjustedDeadline | None = None
    cap_nhat: Update | None = None

    @model_validator(mode="after")
    def _coherent(self) -> "TaskProgress":
        done = self.trang_thai is TaskState.HOAN_THANH
        if done and self.ngay_hoan_thanh is None:
            raise ValueError(f"nhiệm vụ {self.nhiem_vu} đã hoàn thành thì phải ghi ngày hoàn thành")
        if not done and self.ngay_hoan_thanh is not None:
            raise ValueError(f"nhiệm vụ {self.nhiem_vu} chưa hoàn thành mà đã ghi ngày hoàn thành")
        if done != (self.phan_tram == 100):
            raise ValueError(f"nhiệm vụ {self.nhiem_vu}: 100% khi và chỉ khi đã hoàn thành")
        if self.trang_thai is TaskState.CHUA_THUC_HIEN and self.phan_tram != 0:
            raise ValueError(f"nhiệm vụ {self.nhiem_vu} chưa thực hiện thì phần trăm phải là 0")
        return self


class Progress(Record):
    """The states of all tasks as gathered by `ngay_chot` (the last day that the file speaks of).

    `ky` names the reporting period ("Tháng 11/2025"), where there is one.
    """

    ky: Text | None = None
    ngay_chot: date
    tien_do: list[TaskProgress] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_record_a_task(self) -> "Progress":
        ids = [record.nhiem_vu for record in self.tien_do]
        doubled = sorted({i for i in ids if ids.count(i) > 1})
        if doubled:
            raise ValueError(f"nhiệm vụ có hai bản ghi tiến độ: {', '.join(doubled)}")
        late = [r.nhiem_vu for r in self.tien_do if r.ngay_hoan_thanh and r.ngay_hoan_thanh > self.ngay_chot]
        if late:
            raise ValueError(f"ngày hoàn thành sau ngày chốt số liệu: {', '.join(late)}")
        return self

    def of(self, task_id: str) -> TaskProgress | None:
        """The record of a task, or None where nothing was reported."""
        return next((record for record in self.tien_do if record.nhiem_vu == task_id), None)
