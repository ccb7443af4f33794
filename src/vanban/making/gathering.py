"""What the papers of one call are made from: files, the record of progress, or a closed period.

files named by a person      plan (with its decisions), progress, progress of the period before
the record beside the plan   progress on the day, the last closed period before it
a closed period              plan, book and progress as they were when it was closed
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from vanban.beside import read_book, stands
from vanban.making.kinds import ALL, Maker, maker_of
from vanban.model.agency import AgencyBook
from vanban.model.errors import UsageError
from vanban.model.meeting import Meeting
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.progress_keeping import (
    previous_period,
    progress_folder,
    progress_of_period,
    progress_on,
    snapshot_of_period,
)
from vanban.read.decisions import Decided, decided
from vanban.read.files import read_plan, read_text
from vanban.read.meeting_file import parse_meeting
from vanban.read.progress_file import parse_progress


@dataclass(frozen=True)
class Sources:
    """What a person named: `previous` is a progress file or a period, `period` a closed one, as it was."""

    plan: Path
    book: Path | None = None
    progress: Path | None = None
    previous: str | None = None
    period: str | None = None
    meeting: Path | None = None


class Facts(TypedDict):
    """The fields of the desk that come from files."""

    plan: Plan
    book: AgencyBook
    progress: Progress | None
    previous: Progress | None
    as_of: date | None
    meeting: Meeting | None


@dataclass(frozen=True)
class Gathered:
    """What there is; `previous` is what a report compares with, `lost` are decisions without effect."""

    settled: Decided
    progress: Progress | None = None
    previous: Progress | None = None
    as_of: date | None = None
    meeting: Meeting | None = None

    @property
    def facts(self) -> "Facts":
        """What the desk takes over."""
        return Facts(
            plan=self.plan,
            book=self.book,
            progress=self.progress,
            previous=self.previous,
            as_of=self.as_of,
            meeting=self.meeting,
        )

    @property
    def plan(self) -> Plan:
        """The plan, with the decisions that persons took."""
        return self.settled.plan

    @property
    def book(self) -> AgencyBook:
        """The book, with the names that persons confirmed."""
        return self.settled.book


def gather(kind: str, sources: Sources, *, as_of: date | None, today: date) -> Gathered:
    """All that papers of this kind need; with `ALL`, what any kind needs, and progress may be missing.

    A report is compared with what `sources.previous` names, else with the last closed period before it.
    Raises UsageError for a kind that there is not, and for a period with one that counts no states;
    SourceError for a file or period that cannot be read.
    """
    if kind == ALL:
        progress = _progress(sources, as_of or today)
        previous = _previous(sources, as_of or today) if progress else None
        settled = _settled(sources)
        return Gathered(settled, progress, previous, as_of, _meeting(sources, settled))
    maker = maker_of(kind)
    _require_sense(maker, sources)
    if not maker.needs_progress:
        return Gathered(_settled(sources), as_of=as_of)
    if sources.period is not None:
        return _as_closed(sources, sources.period)
    progress = _progress(sources, as_of or today)
    day = as_of or (progress.ngay_chot if progress else today)
    previous = _previous(sources, day) if "previous" in maker.uses else None
    settled = _settled(sources)
    return Gathered(settled, progress, previous, as_of, _meeting(sources, settled))


def _require_sense(maker: Maker, sources: Sources) -> None:
    for option, given, able in (
        ("--before", sources.previous, "previous" in maker.uses),
        ("--ky", sources.period, maker.needs_progress),
    ):
        if given is not None and not able:
            raise UsageError(f"{option} không dùng với {maker.ma}", next_step=f"bỏ {option}")


def _settled(sources: Sources) -> Decided:
    book = read_book(sources.book, sources.plan)
    return decided(read_plan(sources.plan, book), book)


def _meeting(sources: Sources, settled: Decided) -> Meeting | None:
    if sources.meeting is None:
        return None
    return parse_meeting(read_text(sources.meeting), str(sources.meeting), settled.plan, settled.book)


def _as_closed(sources: Sources, period: str) -> Gathered:
    kept = snapshot_of_period(sources.plan, period)
    day = kept.progress.ngay_chot
    return Gathered(decided(kept.plan, kept.book), kept.progress, _previous(sources, day), day)


def _progress(sources: Sources, day: date) -> Progress | None:
    """The file that was named, else what the record beside the plan knows; None where there is neither."""
    if sources.progress is not None:
        return parse_progress(read_text(sources.progress), str(sources.progress))
    if not progress_folder(sources.plan).ledger().lan_nhap:
        return None
    return progress_on(sources.plan, day)


def _previous(sources: Sources, day: date) -> Progress | None:
    named = sources.previous
    if named is None:
        return previous_period(sources.plan, day)
    path = Path(named)
    if stands(path.is_file) or path.suffix.lower() in (".yaml", ".yml"):
        return parse_progress(read_text(path), str(path))
    return progress_of_period(sources.plan, named)
