"""The desk: what the papers of one call share, and what a person said about them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vanban.making.plan_papers import find_task
from vanban.model.agency import Agency, AgencyBook
from vanban.model.errors import UsageError
from vanban.model.meeting import Meeting
from vanban.model.plan import Numbered, Plan
from vanban.model.progress import Progress


@dataclass(frozen=True)
class Desk:
    """What every paper of one call is made from.

    `today` dates the files; `as_of` is the day of the figures where the person gave one; `before` is the
    day by which others answer. `task` and `agency` are the words by which the person narrowed the call.
    `previous` is the progress of the period before, `recipient` who gets a report in the place of the issuer.
    `meeting` is what is known of a meeting.
    `due_only` leaves out what is not due on the day; `shares` adds the tasks by agency to the plan.
    """

    plan: Plan
    book: AgencyBook
    out: Path
    today: date
    as_of: date | None = None
    templates: Path | None = None
    progress: Progress | None = None
    before: date | None = None
    task: str | None = None
    agency: str | None = None
    previous: Progress | None = None
    recipient: str | None = None
    meeting: Meeting | None = None
    due_only: bool = False
    shares: bool = True

    @property
    def day(self) -> date:
        """The day that dates a file: that of the figures, else today."""
        return self.as_of or self.today

    @property
    def states(self) -> Progress:
        """The progress; UsageError where the person gave none."""
        if self.progress is None:
            raise UsageError("văn bản này cần tệp tiến độ", next_step="thêm --progress TỆP.yaml")
        return self.progress

    @property
    def figures_day(self) -> date:
        """The day of the figures: the one asked for, else the last one that the progress speaks of."""
        return self.as_of or self.states.ngay_chot

    @property
    def one_task(self) -> Numbered | None:
        """The task that the person named, or None."""
        return find_task(self.plan, self.task) if self.task is not None else None

    @property
    def one_agency(self) -> Agency | None:
        """The agency that the person named by id or name, or None; UsageError names those there are."""
        if self.agency is None:
            return None
        found = self._named(self.agency)
        if found is not None:
            return found
        known = ", ".join(one.id for one in self.book.co_quan if one.loai == "co_quan")
        raise UsageError(f"sổ cơ quan không có “{self.agency}”", next_step=f"dùng một trong các mã: {known}")

    @property
    def addressee(self) -> Agency | None:
        """Who gets a report in the place of the issuer: from the book, else by the words of the person."""
        if self.recipient is None:
            return None
        return self._named(self.recipient) or Agency(id=self.recipient, ten=self.recipient)

    def _named(self, words: str) -> Agency | None:
        wanted = words.casefold()
        for one in self.book.co_quan:
            if wanted in {name.casefold() for name in (one.id, one.ten, one.viet_tat or "", *one.bi_danh)}:
                return one
        return None
