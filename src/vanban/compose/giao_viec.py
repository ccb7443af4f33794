"""Plan → công văn giao việc: to one agency, all tasks that the plan gives it."""

from datetime import date

from vanban.compose.assignments import Bearer, assignments_of
from vanban.compose.attached import plan_name
from vanban.compose.heads import known_book
from vanban.compose.letters import Correspondence, by_day, correspondence
from vanban.compose.phrases import closed
from vanban.compose.standing import is_known
from vanban.compose.tidy import tidied
from vanban.model.agency import AgencyBook
from vanban.model.attached import AssignmentAppendix
from vanban.model.document import fill
from vanban.model.follow_up import AssigningLetter
from vanban.model.plan import Plan
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first, upper_first

KIND = "giao_viec"


def compose_assigning(
    plan: Plan, bearer: Bearer, book: AgencyBook, *, day: date, before: date | None = None
) -> AssigningLetter:
    """The letter to one body; `before` is the day by which it names who is in charge."""
    plan, book = tidied(plan), known_book(plan, tidied(book))
    assert bearer.agency is not None, "a letter goes to a known body"
    letter = correspondence(plan, book, bearer.agency, day)
    return AssigningLetter(
        **letter.frame(KIND, f"triển khai nhiệm vụ giao tại {plan_name(plan.van_ban)}"),
        mo_dau=_opening(letter, bearer),
        yeu_cau=_demands(letter, bearer, before),
        loi_ket=f"{upper_first(letter.asks)} {letter.to.ten} quan tâm, tổ chức thực hiện./.",
        phu_luc=AssignmentAppendix(
            ten=f"Nhiệm vụ giao {letter.to.ten}".upper(),
            kem_theo=letter.attached,
            phan_cong=[assignments_of(bearer, book)],
        ),
    )


def _opening(letter: Correspondence, bearer: Bearer) -> str:
    led, every = len(bearer.led), len(bearer.shares)
    roles = [(led, "chủ trì"), (every - led, "phối hợp")]
    said = ", ".join(f"{words} {padded(n)} nhiệm vụ" for n, words in roles if n)
    role = "" if letter.sender.id == letter.issuer.id else f"với vai trò đầu mối, {letter.sender.ten} "
    who = role or f"{letter.sender.ten} "
    return (
        f"Thực hiện {letter.plan_in_full}, {who}{letter.asks} {letter.to.ten} triển khai các nhiệm vụ được "
        f"giao ({said}; chi tiết tại Phụ lục kèm theo) và thực hiện các nội dung sau:"
    )


def _demands(letter: Correspondence, bearer: Bearer, before: date | None) -> list[str]:
    unclear = [s.item.so for s in bearer.shares if not is_known(s.item.nhiem_vu.thoi_han)]
    demands = [
        "Phân công lãnh đạo phụ trách, đơn vị đầu mối của từng nhiệm vụ và gửi danh sách về "
        f"{letter.sender.ten} {by_day(before)}."
    ]
    if bearer.led:
        demands.append(
            "Xây dựng kế hoạch chi tiết cho các nhiệm vụ chủ trì; bảo đảm nội dung, sản phẩm và thời hạn "
            "nêu tại Phụ lục; chủ động làm việc với các cơ quan phối hợp."
        )
    if len(bearer.led) < len(bearer.shares):
        demands.append("Phối hợp chặt chẽ với cơ quan chủ trì trong các nhiệm vụ được giao phối hợp.")
    if unclear:
        demands.append(
            f"Đề xuất thời hạn cụ thể cho nhiệm vụ {', '.join(unclear)}, do Kế hoạch chưa ghi rõ thời hạn."
        )
    return [*demands, _reporting(letter)]


def _reporting(letter: Correspondence) -> str:
    """When to report: as the plan itself says, else a blank."""
    duties = [r.nguyen_van for r in letter.plan.bao_cao if r.ky is not None and r.nguyen_van]
    when = (
        f"theo chế độ báo cáo của Kế hoạch ({lower_first(closed(duties[0], ''))})"
        if duties
        else (f"theo kỳ {fill('kỳ báo cáo: hằng tháng, hằng quý')}")
    )
    return (
        f"Báo cáo tiến độ về {letter.sender.ten} {when}; khó khăn, vướng mắc vượt thẩm quyền thì báo cáo kịp "
        f"thời {letter.reports_to}."
    )
