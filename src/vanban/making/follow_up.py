"""Papers that follow a plan up, one for each agency: what it is to do, what it is urged to finish."""

from collections.abc import Sequence
from typing import Final

from vanban.compose.assignments import Bearer, bearers
from vanban.compose.don_doc import SOON_DAYS, compose_reminder, urged
from vanban.compose.figures import AgencyTally, figures
from vanban.compose.giao_viec import compose_assigning
from vanban.compose.heads import coordinator, known_book
from vanban.compose.phrases import agency_name
from vanban.compose.tally import Case
from vanban.compose.tidy import tidied
from vanban.making.desk import Desk
from vanban.making.paper import Batch, Skipped, file_name, write_paper

ASSIGNING, REMINDER = "công văn giao việc cho", "công văn đôn đốc gửi"
STRANGER: Final = "không có trong sổ cơ quan, chưa rõ gửi ai; thêm vào co-quan.yaml rồi tạo lại"
ITSELF: Final = "là cơ quan đầu mối, không gửi cho chính mình"
GROUP: Final = "là nhóm chung, không phải một cơ quan; cần thì ghi tên từng cơ quan trong kế hoạch"


def make_assigning(desk: Desk) -> Batch:
    """A công văn giao việc for each body with tasks, and why the others get none."""
    plan = tidied(desk.plan)
    book = known_book(plan, tidied(desk.book))
    own, only = coordinator(plan, book).id, desk.one_agency
    batch = Batch()
    for bearer in bearers(plan, book):
        if only is not None and bearer.key != only.id:
            continue
        reason = _no_letter(bearer, own)
        if reason or bearer.agency is None:
            batch.skipped.append(Skipped(ASSIGNING, bearer.name, reason))
            continue
        document = compose_assigning(plan, bearer, book, day=desk.day, before=desk.before)
        name = f"giao-viec-{file_name(bearer.agency.id)}"
        batch.papers.append(write_paper(document, name, desk.out, desk.templates))
    if only is not None and not (batch.papers or batch.skipped):
        batch.skipped.append(Skipped(ASSIGNING, only.ten, "kế hoạch không giao cơ quan này nhiệm vụ nào"))
    return batch


def _no_letter(bearer: Bearer, own: str) -> str:
    """Why a bearer of tasks gets no letter; "" where it gets one."""
    if bearer.agency is None:
        return STRANGER
    if not bearer.is_body:
        return GROUP
    if bearer.key == own:
        numbers = ", ".join(share.item.so for share in bearer.led)
        return f"{ITSELF}; giao nội bộ nhiệm vụ {numbers} bằng phiếu giao việc"
    return ""


def make_reminders(desk: Desk) -> Batch:
    """A công văn đôn đốc for each lead agency with tasks overdue or soon due, and why others get none."""
    plan = tidied(desk.plan)
    book = known_book(plan, tidied(desk.book))
    found = figures(plan, tidied(desk.states), desk.figures_day)
    own, only = coordinator(plan, book).id, desk.one_agency
    batch = Batch()
    for row in found.by_agency:
        if only is not None and row.co_quan.co_quan != only.id:
            continue
        tasks = urged(row.cases)
        name = agency_name(row.co_quan, book)
        reason = _no_reminder(
            row, [one.case for one in tasks], book.find(row.co_quan.co_quan or "") is None, own
        )
        if reason:
            batch.skipped.append(Skipped(REMINDER, name, reason))
            continue
        document = compose_reminder(plan, row, found, book, before=desk.before)
        paper = f"don-doc-{file_name(str(row.co_quan.co_quan))}"
        batch.papers.append(write_paper(document, paper, desk.out, desk.templates))
    if unclear := found.chua_xac_dinh.nhiem_vu:
        batch.remarks.append(
            f"Nhiệm vụ {', '.join(unclear)} chưa rõ thời hạn nên không đôn đốc; "
            "chọn thời hạn: vanban decide KẾ_HOẠCH han SỐ …"
        )
    if only is not None and not (batch.papers or batch.skipped):
        batch.skipped.append(Skipped(REMINDER, only.ten, "không chủ trì nhiệm vụ nào"))
    return batch


def _no_reminder(row: AgencyTally, cases: Sequence[Case], stranger: bool, own: str) -> str:
    if not cases:
        return f"không có nhiệm vụ nào quá hạn hoặc đến hạn trong {SOON_DAYS} ngày tới"
    numbers = ", ".join(case.so for case in cases)
    if row.co_quan.co_quan == own:
        return f"{ITSELF}; đôn đốc nội bộ nhiệm vụ {numbers} bằng phiếu chuyển phòng chuyên môn"
    return f"{STRANGER} (nhiệm vụ {numbers})" if stranger else ""
