"""The corridor from a meeting to the data: each conclusion with a task and a day → what is kept of it.

A deadline that was not clear is chosen by a decision in the plan; a clear one stays that of the plan, and
the record of progress gets an adjusted one, with the notice that allows it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vanban.compose.conclusions import task_named
from vanban.compose.heads import coordinator
from vanban.compose.letterhead import symbol_of
from vanban.compose.standing import is_known, last_day
from vanban.deciding import add_decisions
from vanban.model.agency import AgencyBook
from vanban.model.decision import Decision, DecisionKind
from vanban.model.errors import SourceError, UsageError
from vanban.model.ledger import Ledger, ProgressImport, SourceFile
from vanban.model.meeting import Conclusion, Meeting
from vanban.model.plan import Numbered, Plan
from vanban.model.progress import AdjustedDeadline, TaskProgress, TaskState, Update
from vanban.plan_checking import PLAN_FILES
from vanban.progress_exchange import require_open, settled
from vanban.progress_keeping import progress_folder
from vanban.read.files import read_bytes, read_text
from vanban.read.meeting_file import parse_meeting
from vanban.store.merging import Period
from vanban.viet.dates import official_date, short_date
from vanban.viet.numbers import padded

NOTICE = "TB"
"""The abbreviation of thông báo (Phụ lục III, Mục I)."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """What one conclusion comes to: `words` for people, and what is written, if anything."""

    words: str
    decision: Decision | None = None
    state: TaskProgress | None = None


def conclude(
    source: Path,
    meeting_file: Path,
    *,
    ky: str,
    at: datetime,
    who: str | None = None,
    book: Path | None = None,
    write: bool = True,
) -> list[Concluded]:
    """What the conclusions of a meeting change; written into plan and record unless `write` is false.

    Raises UsageError for a plan that is no plan file or a period that is closed, SourceError for faults of
    the meeting file and for a notice without number or day. The same file twice changes nothing.
    """
    _require_plan_file(source)
    plan, agencies = settled(source, book)
    meeting = parse_meeting(read_text(meeting_file), str(meeting_file), plan, agencies)
    day, notice = _notice(meeting, plan, agencies, meeting_file)
    folder = progress_folder(source)
    ledger = folder.ledger()
    period = Period(ky, day, at, who)
    found = [
        _concluded(one, plan, ledger, notice, period)
        for one in meeting.ket_luan
        if one.nhiem_vu is not None and one.han is not None
    ]
    states = [one.state for one in found if one.state is not None]
    if states:
        require_open(folder, period)
    if write:
        if decisions := [one.decision for one in found if one.decision is not None]:
            add_decisions(source, decisions, book=book)
        if states:
            folder.append(ledger, _entry(ledger, period, meeting_file, states))
    return found


def _require_plan_file(source: Path) -> None:
    if source.suffix.lower() not in PLAN_FILES:
        raise UsageError(
            "kết luận được ghi cạnh tệp kế hoạch .yaml",
            where=str(source),
            next_step=f"đọc kế hoạch thành dữ liệu trước: vanban read {source.name} -o ke-hoach.yaml",
        )


def _notice(meeting: Meeting, plan: Plan, book: AgencyBook, where: Path) -> tuple[date, str]:
    """The day of the notice, and the notice as others cite it."""
    number = meeting.thong_bao
    if number.so is None or number.ngay is None:
        raise SourceError(
            "thông báo kết luận chưa có số, ngày nên chưa đổi được thời hạn nào",
            where=str(where),
            next_step="khi đã ban hành thì ghi: thong_bao: {so: …, ngay: năm-tháng-ngày}",
        )
    known = [book.find(name) for name in (number.co_quan, meeting.co_quan) if name]
    agency = next((one for one in known if one is not None), None) or coordinator(plan, book)
    symbol = symbol_of(NOTICE, agency)
    words = f"Thông báo số {padded(number.so)}/{symbol} {official_date(number.ngay)} của {agency.ten}"
    return number.ngay, words


def _concluded(one: Conclusion, plan: Plan, ledger: Ledger, notice: str, period: Period) -> Concluded:
    item = task_named(plan, one.nhiem_vu)
    assert item is not None, "the reader knows every task"
    assert one.han is not None
    due = item.nhiem_vu.thoi_han
    new = short_date(one.han)
    if not is_known(due):
        decision = Decision(
            loai=DecisionKind.HAN,
            nhiem_vu=item.nhiem_vu.id,
            gia_tri=f"Đến ngày {new}",
            ly_do=notice,
            nguoi=period.nguoi or "",
            ngay=period.ngay_chot,
        )
        return Concluded(f"{item.so}: thời hạn chưa rõ, nay là {new}; ghi vào kế hoạch", decision)
    if last_day(due) == one.han:
        return Concluded(f"{item.so}: thời hạn đã là {new}, không đổi")
    return _adjusted(item, one.han, ledger, notice, period)


def _adjusted(item: Numbered, new: date, ledger: Ledger, notice: str, period: Period) -> Concluded:
    now = ledger.now()
    state = now.of(item.nhiem_vu.id) if now else None
    state = state or TaskProgress(nhiem_vu=item.nhiem_vu.id, trang_thai=TaskState.CHUA_THUC_HIEN)
    if state.trang_thai in (TaskState.HOAN_THANH, TaskState.HUY):
        return Concluded(f"{item.so}: nhiệm vụ đã hoàn thành hoặc đã hủy, không đổi thời hạn")
    adjusted = AdjustedDeadline(ngay=new, van_ban=notice)
    if state.han_dieu_chinh == adjusted:
        return Concluded(f"{item.so}: hạn điều chỉnh {short_date(new)} đã ghi trước đây")
    stamp = Update(luc=period.luc, nguoi=period.nguoi, ky_bao_cao=period.ky)
    before = f"thời hạn của kế hoạch (“{item.nhiem_vu.thoi_han.nguyen_van.strip(' .;')}”)"
    return Concluded(
        f"{item.so}: hạn điều chỉnh {short_date(new)}; {before} giữ nguyên để tính trễ",
        state=state.model_copy(update={"han_dieu_chinh": adjusted, "cap_nhat": stamp}),
    )


def _entry(ledger: Ledger, period: Period, source: Path, states: Sequence[TaskProgress]) -> ProgressImport:
    digest = hashlib.sha256(read_bytes(source)).hexdigest()
    return ProgressImport(
        so=len(ledger.lan_nhap) + 1,
        ky=period.ky,
        ngay_chot=period.ngay_chot,
        luc=period.luc,
        nguoi=period.nguoi,
        tep=[SourceFile(ten=source.name, sha256=digest)],
        tien_do=list(states),
    )
