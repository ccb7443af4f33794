"""How a task stands on a day: finished or not, in time or not. Rules, no counting.

The last day of a deadline is still in time; a deadline that says two things, or nothing, makes a task
neither in time nor overdue; a duty without a last day is never overdue.
"""

from datetime import date
from enum import StrEnum

from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.progress import TaskProgress, TaskState


class Standing(StrEnum):
    """Every task stands in exactly one of these ways."""

    HOAN_THANH_DUNG_HAN = "hoan_thanh_dung_han"
    HOAN_THANH_TRE_HAN = "hoan_thanh_tre_han"
    HOAN_THANH_CHUA_RO_HAN = "hoan_thanh_chua_ro_han"
    """Finished, but nobody can say whether in time."""
    DANG_TRONG_HAN = "dang_trong_han"
    DANG_QUA_HAN = "dang_qua_han"
    DANG_CHUA_XAC_DINH_HAN = "dang_chua_xac_dinh_han"
    CHUA_TRONG_HAN = "chua_trong_han"
    CHUA_QUA_HAN = "chua_qua_han"
    CHUA_CHUA_XAC_DINH_HAN = "chua_chua_xac_dinh_han"
    TAM_DUNG = "tam_dung"
    """Paused, and not past a last day."""
    TAM_DUNG_QUA_HAN = "tam_dung_qua_han"
    """Paused past its last day: pausing does not take a task off the list of overdue ones."""
    HUY = "huy"

    @property
    def label(self) -> str:
        """The standing in words, beginning with a small letter."""
        return _LABELS[self]


_LABELS = {
    Standing.HOAN_THANH_DUNG_HAN: "hoàn thành đúng hạn",
    Standing.HOAN_THANH_TRE_HAN: "hoàn thành trễ hạn",
    Standing.HOAN_THANH_CHUA_RO_HAN: "hoàn thành, chưa xác định được thời hạn",
    Standing.DANG_TRONG_HAN: "đang thực hiện, trong hạn",
    Standing.DANG_QUA_HAN: "đang thực hiện, quá hạn",
    Standing.DANG_CHUA_XAC_DINH_HAN: "đang thực hiện, chưa xác định thời hạn",
    Standing.CHUA_TRONG_HAN: "chưa thực hiện, trong hạn",
    Standing.CHUA_QUA_HAN: "chưa thực hiện, quá hạn",
    Standing.CHUA_CHUA_XAC_DINH_HAN: "chưa thực hiện, chưa xác định thời hạn",
    Standing.TAM_DUNG: "tạm dừng",
    Standing.TAM_DUNG_QUA_HAN: "tạm dừng, quá hạn",
    Standing.HUY: "đã hủy",
}

DONE = (
    Standing.HOAN_THANH_DUNG_HAN,
    Standing.HOAN_THANH_TRE_HAN,
    Standing.HOAN_THANH_CHUA_RO_HAN,
)
UNDER_WAY = (
    Standing.DANG_TRONG_HAN,
    Standing.DANG_QUA_HAN,
    Standing.DANG_CHUA_XAC_DINH_HAN,
)
NOT_STARTED = (
    Standing.CHUA_TRONG_HAN,
    Standing.CHUA_QUA_HAN,
    Standing.CHUA_CHUA_XAC_DINH_HAN,
)
PAUSED = (Standing.TAM_DUNG, Standing.TAM_DUNG_QUA_HAN)
OVERDUE = (Standing.DANG_QUA_HAN, Standing.CHUA_QUA_HAN, Standing.TAM_DUNG_QUA_HAN)
UNCLEAR = (Standing.DANG_CHUA_XAC_DINH_HAN, Standing.CHUA_CHUA_XAC_DINH_HAN)
"""Open, and nobody can say whether in time."""
OTHER = (Standing.HOAN_THANH_CHUA_RO_HAN, *PAUSED, Standing.HUY)
"""What the tables of counts gather in their column "Khác"."""

_ENDLESS = (DeadlineKind.THUONG_XUYEN, DeadlineKind.DINH_KY)


def last_day(deadline: Deadline) -> date | None:
    """The last day in time; None for a duty without one and for an unclear deadline."""
    return deadline.last_day


def is_known(deadline: Deadline) -> bool:
    """Whether it can be said if work is in time: there is a last day, or there is none by intent."""
    return deadline.kieu in _ENDLESS or last_day(deadline) is not None


def state_on(record: TaskProgress | None, as_of: date) -> TaskState:
    """The state at the end of `as_of`: no report means not started; what ends later is under way."""
    if record is None:
        return TaskState.CHUA_THUC_HIEN
    if record.ngay_hoan_thanh and record.ngay_hoan_thanh > as_of:
        return TaskState.DANG_THUC_HIEN
    return record.trang_thai


def classify(deadline: Deadline, record: TaskProgress | None, as_of: date) -> Standing:
    """How a task with this deadline and this report stands on `as_of`."""
    state = state_on(record, as_of)
    if state is TaskState.HUY:
        return Standing.HUY
    if state is TaskState.HOAN_THANH:
        return _finished(deadline, record.ngay_hoan_thanh if record else None)
    in_time, overdue, unclear = {
        TaskState.CHUA_THUC_HIEN: NOT_STARTED,
        TaskState.DANG_THUC_HIEN: UNDER_WAY,
        TaskState.TAM_DUNG: (*PAUSED, Standing.TAM_DUNG),
    }[state]
    if not is_known(deadline):
        return unclear
    return overdue if overdue_days(deadline, as_of) else in_time


def _finished(deadline: Deadline, day: date | None) -> Standing:
    if not is_known(deadline) or day is None:
        return Standing.HOAN_THANH_CHUA_RO_HAN
    late = late_days(deadline, day)
    return Standing.HOAN_THANH_TRE_HAN if late else Standing.HOAN_THANH_DUNG_HAN


def overdue_days(deadline: Deadline, as_of: date) -> int:
    """Whole days from the last day in time to `as_of`; 0 where it has not passed or there is none."""
    last = last_day(deadline)
    return max(0, (as_of - last).days) if last else 0


def late_days(deadline: Deadline, finished: date) -> int:
    """Whole days from the last day in time to the day of completion; 0 where in time."""
    return overdue_days(deadline, finished)
