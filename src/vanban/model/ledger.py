"""The record of progress: every import in its order. Entries are only ever added; a later one speaks anew.

`Progress` on a day, or of a reporting period, follows from it.
"""

from collections.abc import Iterable
from datetime import date, datetime

from pydantic import Field, model_validator

from vanban.model.progress import Progress, TaskProgress
from vanban.model.record import Record, Text


class SourceFile(Record):
    """A file that was imported: its name, its fingerprint, the lead agency (id) that it came from."""

    ten: Text
    sha256: Text
    co_quan: Text | None = None


class ProgressImport(Record):
    """What one import added: the new states of the tasks that changed, as of `ngay_chot`, for period `ky`.

    `so` counts imports from 1; `truoc` is the fingerprint of the import before, so that nobody changes
    the past unseen. A file without news adds no state and is still listed: its agency has reported.
    """

    so: int = Field(ge=1)
    truoc: Text | None = None
    ky: Text
    ngay_chot: date
    luc: datetime
    nguoi: Text | None = None
    tep: list[SourceFile] = Field(default_factory=list)
    tien_do: list[TaskProgress] = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_progress(self) -> "ProgressImport":
        Progress(ky=self.ky, ngay_chot=self.ngay_chot, tien_do=self.tien_do)
        return self


class ClosedPeriod(Record):
    """A reporting period that was closed on a day: what its report was made from is kept as it was.

    `so_lan_nhap` is the number of the last import before it; `tep` gives the fingerprint of each file kept.
    """

    ky: Text
    ngay_chot: date
    luc: datetime
    nguoi: Text | None = None
    so_lan_nhap: int = 0
    tep: dict[Text, Text] = Field(default_factory=dict)


class Ledger(Record):
    """All imports, the oldest first."""

    lan_nhap: list[ProgressImport] = Field(default_factory=list)

    @model_validator(mode="after")
    def _in_order(self) -> "Ledger":
        if [one.so for one in self.lan_nhap] != list(range(1, len(self.lan_nhap) + 1)):
            raise ValueError("các lần nhập không liền số từ 1")
        return self

    def as_of(self, day: date) -> Progress:
        """The states known at the end of `day`: for each task the last word about a day not after it.

        `ngay_chot` is the last day that these states speak of; `day` where nothing was reported yet.
        """
        known = [one for one in self.lan_nhap if one.ngay_chot <= day]
        last = max((one.ngay_chot for one in known), default=day)
        ky = next((one.ky for one in reversed(known) if one.ngay_chot == last), None)
        return Progress(ky=ky, ngay_chot=last, tien_do=list(_latest(known).values()))

    def of_period(self, ky: str) -> Progress | None:
        """The states by the last day of a period that was reported on; None where no import names it."""
        days = [one.ngay_chot for one in self.lan_nhap if one.ky == ky]
        return self.as_of(max(days)).model_copy(update={"ky": ky}) if days else None

    def now(self) -> Progress | None:
        """The last word about every task; None before the first import."""
        return self.as_of(max(one.ngay_chot for one in self.lan_nhap)) if self.lan_nhap else None

    def history(self, task_id: str) -> list[tuple[ProgressImport, TaskProgress]]:
        """Every word about a task, the oldest first, each with its import."""
        return [(one, state) for one in self.lan_nhap for state in one.tien_do if state.nhiem_vu == task_id]

    def reported(self, ky: str) -> set[str]:
        """Ids of the agencies of which a file was imported for a period."""
        return {file.co_quan for one in self.lan_nhap if one.ky == ky for file in one.tep if file.co_quan}

    @property
    def periods(self) -> list[str]:
        """The names of the periods that were reported on, in the order of their last days."""
        last: dict[str, date] = {}
        for one in self.lan_nhap:
            last[one.ky] = max(last.get(one.ky, one.ngay_chot), one.ngay_chot)
        return sorted(last, key=lambda ky: last[ky])


def _latest(known: Iterable[ProgressImport]) -> dict[str, TaskProgress]:
    """For each task the state about the latest day; of one day, the one that was recorded last."""
    ordered = sorted(known, key=lambda one: (one.ngay_chot, one.so))
    return {state.nhiem_vu: state for one in ordered for state in one.tien_do}
