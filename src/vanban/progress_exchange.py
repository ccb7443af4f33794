"""The corridor between agencies and the record of progress: workbooks out, filled workbooks in.

    Plan + Progress ──compose──▶ .xlsx for each lead agency ──(filled)──▶ statements ──merge──▶ Ledger
                  └──compose──▶ .xlsx for the coordinator (`write_tracker`)

An import is whole or nothing: every fault of every file is told at once, and then nothing is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from vanban.beside import read_book
from vanban.compose.figures import Figures, figures
from vanban.compose.progress_tracker import compose_tracker
from vanban.compose.progress_workbook import Form, Share, compose_progress_workbook, shares
from vanban.model.agency import AgencyBook
from vanban.model.errors import OutputError, UsageError
from vanban.model.ledger import Ledger, ProgressImport
from vanban.model.plan import Plan, numbered
from vanban.model.progress import Progress, TaskProgress
from vanban.office.disk import write_bytes
from vanban.progress_inbox import read_reports, refused, workbooks_in
from vanban.progress_keeping import progress_folder, progress_on
from vanban.read.decisions import decided
from vanban.read.files import read_bytes, read_plan
from vanban.store.merging import Period, merge
from vanban.store.progress_folder import ProgressFolder, slug
from vanban.viet.dates import short_date


@dataclass(frozen=True)
class Exported:
    """A workbook that was written: where, for whom (None: all), how many tasks."""

    path: Path
    name: str | None
    tasks: int


@dataclass(frozen=True)
class Imported:
    """What an import brought: the entry of the record (None where nothing was new), before and after.

    `known` are names of files that had been imported before; `silent` are lead agencies not heard of yet.
    """

    entry: ProgressImport | None
    changes: list[tuple[str, TaskProgress | None, TaskProgress]] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)


def settled(source: Path, book: Path | None = None) -> tuple[Plan, AgencyBook]:
    """The plan and its book as people decided."""
    agencies = read_book(book, source)
    both = decided(read_plan(source, agencies), agencies)
    return both.plan, both.book


def known_progress(source: Path, day: date) -> Progress | None:
    """What the record knows on a day; None where nothing was imported yet."""
    return progress_on(source, day) if progress_folder(source).ledger().lan_nhap else None


def export_progress(
    source: Path,
    out: Path,
    *,
    as_of: date,
    ky: str | None = None,
    per_agency: bool = False,
    book: Path | None = None,
) -> list[Exported]:
    """Writes a workbook for each lead agency, or one with all tasks, filled with the last known states.

    Raises OutputError for a file that is there already with other content: it may be filled in.
    """
    plan, agencies = settled(source, book)
    known = known_progress(source, as_of)
    leads: list[Share | None] = [*shares(plan, agencies)] if per_agency else [None]
    made: dict[Path, tuple[Exported, bytes]] = {}
    for lead in leads:
        form = Form(plan, agencies, known, lead, ky, as_of)
        path = _free(out / f"tien-do{'-' + slug(lead.key) if lead else ''}.xlsx", made)
        exported = Exported(path, lead.name if lead else None, len(form.tasks))
        made[path] = (exported, _written(form))
    taken = [str(path) for path, (_, data) in made.items() if path.exists() and read_bytes(path) != data]
    if taken:
        raise OutputError(
            f"đã có tệp khác cùng tên, có thể đã điền: {', '.join(taken)}",
            next_step="chọn thư mục khác bằng -o, hoặc chuyển các tệp ấy đi",
        )
    for path, (_, data) in made.items():
        write_bytes(path, data)
    return [exported for exported, _ in made.values()]


def _free(path: Path, made: dict[Path, tuple[Exported, bytes]]) -> Path:
    number = 2
    free = path
    while free in made:
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def _written(form: Form) -> bytes:
    from vanban.office.xlsx import write_workbook  # openpyxl takes long to load, and few calls need it

    title = f"Biểu báo cáo tiến độ {form.ky or ''}".strip()
    return write_workbook(compose_progress_workbook(form), title=title)


def write_tracker(source: Path, out: Path, *, as_of: date, book: Path | None = None) -> Figures:
    """Writes the coordinator's tracker, summaries as formulas; gives the same figures as computed here."""
    from vanban.office.xlsx import write_workbook  # openpyxl takes long to load, and few calls need it

    found, agencies = board(source, as_of=as_of, book=book)
    sheets = compose_tracker(found, agencies)
    write_bytes(out, write_workbook(sheets, title=f"Biểu theo dõi tiến độ đến {short_date(as_of)}"))
    return found


def board(source: Path, *, as_of: date, book: Path | None = None) -> tuple[Figures, AgencyBook]:
    """How every task stands on a day by the record of progress, and the book of agencies."""
    plan, agencies = settled(source, book)
    known = known_progress(source, as_of) or Progress(ngay_chot=as_of)
    return figures(plan, known, as_of), agencies


def import_progress(
    source: Path,
    files: Sequence[Path],
    *,
    at: datetime,
    ky: str | None = None,
    as_of: date | None = None,
    who: str | None = None,
    book: Path | None = None,
) -> Imported:
    """Adds what filled workbooks (or plain progress files, or all workbooks of a folder) say to the record.

    Period and closing day are those given, or those that all files agree on. Raises SourceError with every
    fault and every conflict at its cell, UsageError for a period that is closed; then nothing is written.
    """
    plan, agencies = settled(source, book)
    folder = progress_folder(source)
    ledger = folder.ledger()
    inbox = read_reports(workbooks_in(files), plan, agencies, closing=as_of)
    period = inbox.period(ky=ky, day=as_of, at=at, who=who)
    require_open(folder, period)
    merged = merge(ledger, inbox.reports, period)
    faults = [*inbox.faults, *inbox.other_periods(period), *merged.conflicts]
    if faults:
        raise refused(faults)
    entry = folder.append(ledger, merged.entry) if merged.entry else None
    after = Ledger(lan_nhap=[*ledger.lan_nhap, entry]) if entry else ledger
    return Imported(
        entry,
        _changes(plan, ledger, entry) if entry else [],
        [report.name for report in merged.known],
        [lead.name for lead in shares(plan, agencies) if lead.key not in after.reported(period.ky)],
    )


def require_open(folder: ProgressFolder, period: Period) -> None:
    """UsageError where the period is closed, or one that ends on the same day or later."""
    for one in folder.closed():
        if one.ngay_chot >= period.ngay_chot or slug(one.ky) == slug(period.ky):
            raise UsageError(
                f"kỳ “{one.ky}” đã chốt số liệu đến {short_date(one.ngay_chot)}",
                next_step="nhập vào kỳ sau, với ngày chốt sau ngày ấy",
            )


def _changes(
    plan: Plan, before: Ledger, entry: ProgressImport
) -> list[tuple[str, TaskProgress | None, TaskProgress]]:
    now = before.now()
    new = {state.nhiem_vu: state for state in entry.tien_do}
    return [
        (item.so, now.of(item.nhiem_vu.id) if now else None, new[item.nhiem_vu.id])
        for item in numbered(plan)
        if item.nhiem_vu.id in new
    ]
