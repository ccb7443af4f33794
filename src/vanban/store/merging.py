"""Reports of agencies + the record of progress → what may be added to the record, or every reason why not.

A file says only what was changed in it since it was sent. Two files may not say different things of one
task, and none may undo what was recorded since it was sent, or for a later day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from vanban.model.ledger import Ledger, ProgressImport, SourceFile
from vanban.model.progress import TaskProgress, Update
from vanban.model.progress_form import STATES
from vanban.model.progress_report import Report, Statement, bare, differing
from vanban.model.record import Record
from vanban.viet.dates import short_date

_NAMES: Final = {
    "trang_thai": "trạng thái",
    "phan_tram": "% hoàn thành",
    "ngay_hoan_thanh": "ngày hoàn thành",
    "ket_qua": "kết quả",
    "han_dieu_chinh": "hạn điều chỉnh",
    "san_pham_dat": "văn bản",
    "chi_tieu_dat": "chỉ tiêu",
    "kho_khan": "khó khăn",
    "kien_nghi": "kiến nghị",
}
_MAX_SHOWN: Final = 90
"""Characters of rows that a message shows."""
_LISTS: Final = ("san_pham_dat", "chi_tieu_dat", "kho_khan", "kien_nghi")


@dataclass(frozen=True)
class Period:
    """What an import is for: the name of the period, its closing day, when and by whom it is imported."""

    ky: str
    ngay_chot: date
    luc: datetime
    nguoi: str | None = None


@dataclass(frozen=True)
class Merged:
    """`entry` is the import to add, None where there is nothing new; `known` are files imported before."""

    entry: ProgressImport | None = None
    known: list[Report] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def merge(ledger: Ledger, reports: Sequence[Report], period: Period) -> Merged:
    """What the reports add to the record; with conflicts nothing is added, and all of them are told."""
    told = [one for one in ledger.lan_nhap if one.ky == period.ky]
    shas = {file.sha256 for one in told for file in one.tep}
    known = [report for report in reports if report.sha256 in shas]
    fresh = list({report.sha256: report for report in reports if report.sha256 not in shas}.values())
    said: dict[str, list[tuple[Report, Statement]]] = {}
    for report in fresh:
        for statement in report.statements:
            if statement.says_something and statement.state:
                said.setdefault(statement.state.nhiem_vu, []).append((report, statement))
    now = ledger.now()
    new: list[TaskProgress] = []
    conflicts: list[str] = []
    for task, all_said in said.items():
        current = now.of(task) if now else None
        news = [one for one in all_said if bare(one[1].state) != bare(current)]
        found = _among(news) or [fault for one in news for fault in _against(ledger, one, current, period)]
        conflicts += found
        if news and not found:
            new.append(_stamped(news[0], period))
    files = [SourceFile(ten=r.name, sha256=r.sha256, co_quan=r.co_quan) for r in fresh]
    unheard = {file.co_quan for file in files if file.co_quan} - ledger.reported(period.ky)
    if conflicts or not (new or unheard):
        return Merged(known=known, conflicts=conflicts)
    entry = ProgressImport(
        so=len(ledger.lan_nhap) + 1,
        ky=period.ky,
        ngay_chot=period.ngay_chot,
        luc=period.luc,
        nguoi=period.nguoi,
        tep=files,
        tien_do=new,
    )
    return Merged(entry, known)


def _among(said: Sequence[tuple[Report, Statement]]) -> list[str]:
    """What several files say differently of one task, cell beside cell."""
    found: list[str] = []
    if not said:
        return found
    (first, one), *others = said
    for report, other in others:
        found += [
            f"nhiệm vụ {one.so}, {_NAMES[key]}: {_place(first, one, key)} ghi {_value(one.state, key)}; "
            f"{_place(report, other, key)} ghi {_value(other.state, key)}"
            for key in differing(one.state, other.state)
        ]
    return found


def _against(
    ledger: Ledger, said: tuple[Report, Statement], current: TaskProgress | None, period: Period
) -> list[str]:
    """What a file says against a record that is newer than the file."""
    report, statement = said
    history = ledger.history(statement.state.nhiem_vu) if statement.state else []
    last = max(history, key=lambda one: (one[0].ngay_chot, one[0].so))[0] if history else None
    if last is None or current is None:
        return []
    recorded = f"sổ đã ghi (lần nhập {last.so}, kỳ {last.ky}, số liệu đến {short_date(last.ngay_chot)})"
    later = last.ngay_chot > period.ngay_chot
    if not later and (statement.blind or bare(statement.base) == bare(current)):
        return []
    why = "số liệu cũ hơn sổ" if later else "tệp được xuất trước khi sổ ghi điều mới hơn"
    return [
        f"nhiệm vụ {statement.so}, {_NAMES[key]}: {_place(report, statement, key)} ghi "
        f"{_value(statement.state, key)}, nhưng {recorded} {_value(current, key)}; {why}"
        for key in differing(statement.state, current)
    ]


def _stamped(said: tuple[Report, Statement], period: Period) -> TaskProgress:
    report, statement = said
    stamp = Update(luc=period.luc, nguoi=period.nguoi, co_quan=report.co_quan, ky_bao_cao=period.ky)
    assert statement.state is not None  # only statements that say something come here
    return statement.state.model_copy(update={"cap_nhat": stamp})


def _place(report: Report, statement: Statement, key: str) -> str:
    where: Mapping[str, str] = statement.places
    return f"{report.name}, {where[key]}" if key in where else report.name


def _value(state: TaskProgress | None, key: str) -> str:
    value = getattr(state, key, None)
    if key in _LISTS:
        return _rows(value or [])
    if value is None:
        return "(trống)"
    if key == "trang_thai":
        return STATES[value]
    if key == "han_dieu_chinh":
        return f"{short_date(value.ngay)} ({value.van_ban})"
    if isinstance(value, date):
        return short_date(value)
    return f"{value}" if isinstance(value, int) else f"“{value}”"


def _rows(records: Sequence[Record]) -> str:
    """What the rows of a list say, each by its words; long ones cut."""
    said = [
        " ".join(str(v) for v in one.model_dump(mode="json", exclude_none=True).values()) for one in records
    ]
    words = "; ".join(said)
    cut = words if len(words) <= _MAX_SHOWN else f"{words[:_MAX_SHOWN]}…"
    return f"{len(records)} dòng “{cut}”" if records else "không có dòng nào"
