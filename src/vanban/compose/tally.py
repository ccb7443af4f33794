"""Cases and their counts: one task as it stands on a day, and how many stand in which way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from vanban.compose.standing import (
    DONE,
    NOT_STARTED,
    OVERDUE,
    PAUSED,
    UNCLEAR,
    UNDER_WAY,
    Standing,
    is_known,
    last_day,
    late_days,
    overdue_days,
)
from vanban.model.plan import Task
from vanban.model.progress import AdjustedDeadline, TaskProgress
from vanban.model.report import Figure


@dataclass(frozen=True, slots=True)
class Case:
    """One task, what was reported of it, and how it stands on the day of the figures."""

    so: str
    nhom: int
    thu_tu: int
    nhiem_vu: Task
    ban_ghi: TaskProgress | None
    as_of: date
    tinh_trang: Standing

    @property
    def den(self) -> date | None:
        """The last day in time, where there is one."""
        return last_day(self.nhiem_vu.thoi_han)

    @property
    def den_han(self) -> bool:
        """Whether its last day has passed, finished or not; never for a cancelled task."""
        return self.tinh_trang is not Standing.HUY and self.den is not None and self.den < self.as_of

    @property
    def qua(self) -> int:
        """Days overdue; 0 for a task that is not."""
        return overdue_days(self.nhiem_vu.thoi_han, self.as_of) if self.tinh_trang in OVERDUE else 0

    @property
    def tre(self) -> int:
        """Days late on completion; 0 for a task that was not."""
        day = self.ngay_hoan_thanh
        return late_days(self.nhiem_vu.thoi_han, day) if day else 0

    @property
    def dieu_chinh(self) -> AdjustedDeadline | None:
        """The later deadline that was allowed; lateness is still counted from that of the plan."""
        return self.ban_ghi.han_dieu_chinh if self.ban_ghi else None

    @property
    def hieu_luc(self) -> date | None:
        """The last day that holds from now on: the adjusted one, else that of the plan."""
        return self.dieu_chinh.ngay if self.dieu_chinh else self.den

    @property
    def ngay_hoan_thanh(self) -> date | None:
        """The day of completion, if it had come by the day of the figures."""
        return self.ban_ghi.ngay_hoan_thanh if self.ban_ghi and self.tinh_trang in DONE else None

    @property
    def phan_tram(self) -> int | None:
        """The percentage reported; None without a report, or where the report speaks of a later day."""
        if self.ban_ghi is None or (self.ban_ghi.phan_tram == 100 and self.tinh_trang not in DONE):
            return None
        return self.ban_ghi.phan_tram


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some tasks. Each task stands in one way, so the parts sum up to the whole."""

    cases: tuple[Case, ...]

    def count(self, *standings: Standing) -> Figure:
        """The tasks that stand in one of these ways."""
        return self._where(lambda case: case.tinh_trang in standings)

    def _where(self, wanted: Callable[[Case], bool]) -> Figure:
        numbers = [case.so for case in self.cases if wanted(case)]
        return Figure(gia_tri=len(numbers), nhiem_vu=numbers)

    @property
    def tong(self) -> Figure:
        """All tasks, cancelled ones too."""
        return self._where(lambda _: True)

    @property
    def hoan_thanh(self) -> Figure:
        """Finished by the day, in time or not."""
        return self.count(*DONE)

    @property
    def dung_han(self) -> Figure:
        """Finished in time."""
        return self.count(Standing.HOAN_THANH_DUNG_HAN)

    @property
    def tre_han(self) -> Figure:
        """Finished late."""
        return self.count(Standing.HOAN_THANH_TRE_HAN)

    @property
    def dang(self) -> Figure:
        """Under way."""
        return self.count(*UNDER_WAY)

    @property
    def chua(self) -> Figure:
        """Not started, those without a report included."""
        return self.count(*NOT_STARTED)

    @property
    def chua_xac_dinh(self) -> Figure:
        """Open, under a deadline that is not clear: neither in time nor overdue."""
        return self.count(*UNCLEAR)

    @property
    def tam_dung(self) -> Figure:
        """Paused."""
        return self.count(*PAUSED)

    @property
    def huy(self) -> Figure:
        """Cancelled: in the total, never due."""
        return self.count(Standing.HUY)

    @property
    def qua_han(self) -> Figure:
        """Open past the last day."""
        return self.count(*OVERDUE)

    @property
    def qua_han_da_dieu_chinh(self) -> Figure:
        """Of those past the last day of the plan, the ones that still have time by an adjusted deadline."""
        return self._where(
            lambda case: (
                case.tinh_trang in OVERDUE
                and case.dieu_chinh is not None
                and case.dieu_chinh.ngay >= case.as_of
            )
        )

    @property
    def trong_han(self) -> Figure:
        """Open, with time left: under way or not started."""
        return self.count(Standing.DANG_TRONG_HAN, Standing.CHUA_TRONG_HAN)

    @property
    def den_han(self) -> Figure:
        """Those whose last day has passed: finished, or overdue."""
        return self._where(lambda case: case.den_han)

    @property
    def den_han_xong(self) -> Figure:
        """Of those, the finished ones."""
        return self._where(lambda case: case.den_han and case.tinh_trang in DONE)

    @property
    def chua_den_han(self) -> Figure:
        """Those with time left by a clear deadline, finished early or open; never a cancelled one."""
        return self._where(
            lambda case: (
                not case.den_han and case.tinh_trang is not Standing.HUY and is_known(case.nhiem_vu.thoi_han)
            )
        )

    @property
    def chua_ro_han(self) -> Figure:
        """Those of which nobody can say when they are due, finished or open; never a cancelled one."""
        return self._where(
            lambda case: case.tinh_trang is not Standing.HUY and not is_known(case.nhiem_vu.thoi_han)
        )

    @property
    def chua_bao_cao(self) -> Figure:
        """Those that nobody reported on (counted as not started)."""
        return self._where(lambda case: case.ban_ghi is None)
