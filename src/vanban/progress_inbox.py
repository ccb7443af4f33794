"""The files of one import → what they say, and what is wrong with them, each fault with its file and cell."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError, UsageError
from vanban.model.plan import Plan, numbered
from vanban.model.progress import Progress
from vanban.model.progress_report import Report, Statement
from vanban.office.xlsx_oddities import odd_cells
from vanban.office.xlsx_reading import read_workbook
from vanban.read.files import read_bytes, read_text
from vanban.read.progress.workbook import read_progress_workbook
from vanban.read.progress_file import parse_progress
from vanban.store.merging import Period
from vanban.store.progress_folder import slug
from vanban.viet.dates import short_date

_YAML = (".yaml", ".yml")
_PACKAGE = b"PK"


@dataclass(frozen=True)
class Inbox:
    """What was read: reports that could be read, and every fault."""

    reports: list[Report] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def period(self, *, ky: str | None, day: date | None, at: datetime, who: str | None) -> Period:
        """The period and closing day given, or those that the files were made for.

        Raises UsageError where neither says it, SourceError where the files say different things.
        """
        names = list(dict.fromkeys(report.ky for report in self.reports if report.ky))
        days = list(dict.fromkeys(report.ngay_chot for report in self.reports if report.ngay_chot))
        if (ky is None and len(names) != 1) or (day is None and len(days) != 1):
            if self.faults:
                raise refused(self.faults)
            raise UsageError(
                "các tệp không cho biết kỳ báo cáo và ngày chốt, hoặc nói khác nhau",
                next_step="thêm --ky “Tháng 11/2025” --as-of 30/11/2025",
            )
        return Period(ky or names[0], day or days[0], at, who)

    def other_periods(self, period: Period) -> list[str]:
        """Files that were made for another period."""
        return [
            f"{report.name}: biểu của kỳ “{report.ky}”, không phải kỳ “{period.ky}”"
            for report in self.reports
            if report.ky and slug(report.ky) != slug(period.ky)
        ]


def refused(faults: Sequence[str]) -> SourceError:
    """One error for all faults of an import."""
    return SourceError(
        f"{len(faults)} chỗ phải sửa; chưa ghi gì vào sổ tiến độ:\n"
        + "\n".join(f"  - {fault}" for fault in faults),
        next_step="sửa các ô nêu trên rồi nhập lại; hai tệp nói khác nhau thì thống nhất rồi sửa cho khớp",
    )


def workbooks_in(paths: Sequence[Path]) -> list[Path]:
    """The files named, and of each folder its workbooks; UsageError for a folder without any."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = [one for one in sorted(path.glob("*.xlsx")) if not one.name.startswith(("~$", "."))]
        if not inside:
            raise UsageError("thư mục không có tệp .xlsx nào", where=str(path), next_step="chọn thư mục khác")
        found += inside
    return found


def read_reports(files: Sequence[Path], plan: Plan, book: AgencyBook, *, closing: date | None) -> Inbox:
    """What all files say; a file that cannot be read at all is a fault among others."""
    inbox = Inbox()
    for path in files:
        try:
            data = read_bytes(path)
            if path.suffix.lower() in _YAML:
                report, found = _of_progress(path, data, plan, closing)
            else:
                report, found = _of_workbook(path, data, plan, book, closing)
        except SourceError as error:
            advice = f" ({error.next_step})" if error.next_step else ""
            inbox.faults.append(f"{path.name}: {error.what}{advice}")
            continue
        inbox.reports.append(report)
        inbox.faults.extend(f"{path.name}, {fault}" for fault in found)
    return inbox


def _of_workbook(
    path: Path, data: bytes, plan: Plan, book: AgencyBook, closing: date | None
) -> tuple[Report, list[str]]:
    if data and not data.startswith(_PACKAGE):
        raise SourceError(
            "không phải tệp .xlsx",
            where=path.name,
            next_step="mở bằng Excel, lưu lại kiểu .xlsx, không mật khẩu",
        )
    sheets = read_workbook(data, path.name)
    manifest, statements, faults = read_progress_workbook(
        sheets, odd_cells(data), plan, book, closing=closing, where=path.name
    )
    sha = hashlib.sha256(data).hexdigest()
    return Report(path.name, sha, manifest.co_quan, manifest.ky, manifest.ngay_chot, statements), faults


def _of_progress(path: Path, data: bytes, plan: Plan, closing: date | None) -> tuple[Report, list[str]]:
    """A plain progress file speaks of every task in it."""
    progress: Progress = parse_progress(read_text(path), path.name)
    numbers = {item.nhiem_vu.id: item.so for item in numbered(plan)}
    faults = [
        f"nhiem_vu {state.nhiem_vu}: kế hoạch không có nhiệm vụ này"
        for state in progress.tien_do
        if state.nhiem_vu not in numbers
    ]
    if closing and progress.ngay_chot > closing:
        chot, nhap = short_date(progress.ngay_chot), short_date(closing)
        faults.append(f"ngay_chot: số liệu đến {chot}, sau ngày chốt {nhap} của lần nhập này")
    statements = [
        Statement(numbers[state.nhiem_vu], state, blind=True)
        for state in progress.tien_do
        if state.nhiem_vu in numbers
    ]
    sha = hashlib.sha256(data).hexdigest()
    return Report(path.name, sha, None, progress.ky, progress.ngay_chot, statements), faults
