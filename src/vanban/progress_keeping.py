"""The corridor for the record of progress beside a plan: what is known on a day, of a period, before it.

PLAN.yaml ─┬─ tien-do/PLAN/ ──ledger──▶ Progress on a day, or of a period
           └─ closed period ──────────▶ Snapshot: plan, book and progress as they were then
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vanban.beside import read_book
from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError, UsageError
from vanban.model.ledger import ClosedPeriod
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.read.agency_book import parse_agency_book
from vanban.read.files import read_plan, read_text
from vanban.read.progress_file import parse_progress
from vanban.read.yaml_plan import dump_plan, dump_record, parse_plan
from vanban.store.progress_folder import ProgressFolder

FOLDER = "tien-do"
_PLAN, _BOOK, _PROGRESS = "ke-hoach.yaml", "co-quan.yaml", "tien-do.yaml"


@dataclass(frozen=True)
class Snapshot:
    """What the report of a closed period is made from, as it was on the day of closing."""

    plan: Plan
    book: AgencyBook
    progress: Progress


def progress_folder(source: Path) -> ProgressFolder:
    """The record of progress of the plan in `source`: `tien-do/<name of the plan file>/` beside it."""
    return ProgressFolder(source.parent / FOLDER / source.stem)


def progress_on(source: Path, day: date) -> Progress:
    """What was known of a plan's progress at the end of `day`; SourceError where nothing was imported."""
    ledger = progress_folder(source).ledger()
    if not ledger.lan_nhap:
        raise SourceError(
            "kế hoạch chưa có sổ tiến độ",
            where=str(progress_folder(source).folder),
            next_step=f"nhập trước: vanban progress import {source.name} TỆP... --ky KỲ --as-of NGÀY",
        )
    return _of_plan(source, ledger.as_of(day))


def progress_of_period(source: Path, ky: str) -> Progress:
    """The progress of a period: as it was closed, or as imported so far; SourceError for an unknown one."""
    folder = progress_folder(source)
    if folder.period(ky) is not None:
        return snapshot_of_period(source, ky).progress
    ledger = folder.ledger()
    found = ledger.of_period(ky)
    if found is None:
        known = ", ".join(dict.fromkeys([*(one.ky for one in folder.closed()), *ledger.periods]))
        raise SourceError(
            f"sổ tiến độ không có kỳ “{ky}”",
            where=str(folder.folder),
            next_step=f"các kỳ đã có: {known}" if known else "nhập tiến độ của kỳ ấy trước",
        )
    return _of_plan(source, found)


def _of_plan(source: Path, progress: Progress) -> Progress:
    """The progress without tasks that were taken out of the plan since: their states stay in the record."""
    ids = {task.id for group in read_plan(source, read_book(None, source)).nhom for task in group.nhiem_vu}
    kept = [state for state in progress.tien_do if state.nhiem_vu in ids]
    return progress.model_copy(update={"tien_do": kept})


def previous_period(source: Path, before: date) -> Progress | None:
    """The progress of the last period closed for a day before `before`; None where there is none."""
    earlier = [one for one in progress_folder(source).closed() if one.ngay_chot < before]
    return snapshot_of_period(source, earlier[-1].ky).progress if earlier else None


def snapshot_of_period(source: Path, ky: str) -> Snapshot:
    """Plan, book and progress of a closed period as they were; SourceError if it is not closed."""
    folder = progress_folder(source)
    period = folder.period(ky)
    if period is None:
        raise SourceError(
            f"kỳ “{ky}” chưa chốt",
            where=str(folder.folder),
            next_step=f"chốt trước: vanban progress close {source.name} --ky “{ky}” --as-of NGÀY",
        )
    plan, book, progress = (folder.kept(period, name) for name in (_PLAN, _BOOK, _PROGRESS))
    return Snapshot(
        parse_plan(read_text(plan), str(plan)),
        parse_agency_book(read_text(book), str(book)),
        parse_progress(read_text(progress), str(progress)),
    )


def close_period(
    source: Path, ky: str, day: date, *, at: datetime, who: str | None = None, book: Path | None = None
) -> ClosedPeriod:
    """Keeps plan, book and progress of `day` for the period `ky`, so that its report can be made again.

    Raises UsageError if the period is closed, or a later one is; SourceError if nothing was imported.
    """
    folder = progress_folder(source)
    later = [one for one in folder.closed() if one.ngay_chot >= day]
    if later and folder.period(ky) is None:
        raise UsageError(
            f"đã chốt kỳ “{later[-1].ky}” đến ngày {later[-1].ngay_chot:%d/%m/%Y}",
            next_step="chốt kỳ sau cho một ngày sau đó",
        )
    progress = progress_on(source, day).model_copy(update={"ky": ky, "ngay_chot": day})
    agencies = read_book(book, source)
    files = {
        _PLAN: dump_plan(read_plan(source, agencies)),
        _BOOK: dump_record(agencies),
        _PROGRESS: dump_record(progress),
    }
    period = ClosedPeriod(ky=ky, ngay_chot=day, luc=at, nguoi=who, so_lan_nhap=len(folder.ledger().lan_nhap))
    return folder.close(period, {name: text.encode() for name, text in files.items()})
