"""Plan + Progress → công văn đôn đốc: to one lead agency, what is overdue or soon due.

A task is urged when it is neither finished nor cancelled and its last day has passed or is at most ten
days away. A task whose deadline is not clear is neither. An adjusted deadline counts from then on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.compose.attached import plan_name
from vanban.compose.bao_cao_prose import name
from vanban.compose.figures import AgencyTally, Figures, agency_key
from vanban.compose.heads import known_book
from vanban.compose.letters import Correspondence, by_day, correspondence
from vanban.compose.phrases import agency_name
from vanban.compose.standing import DONE, Standing
from vanban.compose.tally import Case
from vanban.compose.tidy import tidied
from vanban.model.agency import AgencyBook
from vanban.model.follow_up import ReminderAppendix, ReminderLetter, ReminderRow
from vanban.model.plan import Plan
from vanban.viet.dates import official_date, short_date
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first, upper_first

KIND = "don_doc"
SOON_DAYS: Final = 10
"""How many days before its last day a task is urged."""
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Urged:
    """A task to urge, and the days to its last day: below 0 it is overdue."""

    case: Case
    due: date
    left: int


def urged(cases: Sequence[Case]) -> list[Urged]:
    """The tasks to urge, longest overdue first."""
    found = []
    for case in cases:
        due = case.hieu_luc
        if due is None or case.tinh_trang in (*DONE, Standing.HUY):
            continue
        left = (due - case.as_of).days
        if left <= SOON_DAYS:
            found.append(Urged(case, due, left))
    return sorted(found, key=lambda one: (one.left, one.case.nhom, one.case.thu_tu))


def compose_reminder(
    plan: Plan, row: AgencyTally, found: Figures, book: AgencyBook, *, before: date | None = None
) -> ReminderLetter:
    """The letter to the lead agency of `row`; `before` is the day by which it answers.

    The agency must be in the book, and have tasks to urge.
    """
    plan, book = tidied(plan), known_book(plan, tidied(book))
    to = book.find(row.co_quan.co_quan or "")
    tasks = urged(row.cases)
    assert to is not None, "a letter goes to a known body"
    assert tasks, "nothing to urge"
    letter = correspondence(plan, book, to, found.as_of)
    return ReminderLetter(
        **letter.frame(KIND, f"đôn đốc thực hiện nhiệm vụ tại {plan_name(plan.van_ban)}"),
        mo_dau=_opening(letter, row, tasks),
        yeu_cau=_demands(letter, tasks, before),
        loi_ket=f"{upper_first(letter.asks)} {to.ten} quan tâm, chỉ đạo thực hiện./.",
        phu_luc=ReminderAppendix(
            ten=f"Nhiệm vụ cần đôn đốc {to.ten} (đến {official_date(found.as_of)})".upper(),
            kem_theo=letter.attached,
            nhiem_vu=[_row(one) for one in tasks],
        ),
    )


def _opening(letter: Correspondence, row: AgencyTally, tasks: Sequence[Urged]) -> str:
    late = [one for one in tasks if one.left < 0]
    soon = len(tasks) - len(late)
    parts = []
    if late:
        parts.append(f"{padded(len(late))} nhiệm vụ quá hạn")
    if soon:
        parts.append(f"{padded(soon)} nhiệm vụ đến hạn trong {SOON_DAYS} ngày tới")
    return (
        f"Theo {letter.plan_in_full}, {letter.to.ten} chủ trì {padded(len(row.cases))} nhiệm vụ. "
        f"Qua theo dõi, đến {official_date(letter.day)}, {letter.to.ten} còn {' và '.join(parts)} "
        f"(chi tiết tại Phụ lục kèm theo). {letter.sender.ten} {letter.asks} {letter.to.ten}:"
    )


def _demands(letter: Correspondence, tasks: Sequence[Urged], before: date | None) -> list[str]:
    late = [one.case.so for one in tasks if one.left < 0]
    soon = [one.case.so for one in tasks if one.left >= 0]
    demands = []
    if late:
        demands.append(
            f"Tập trung hoàn thành nhiệm vụ {', '.join(late)} đã quá hạn; làm rõ nguyên nhân, trách nhiệm "
            "và thời gian hoàn thành cụ thể."
        )
    if soon:
        demands.append(f"Bảo đảm hoàn thành nhiệm vụ {', '.join(soon)} đúng thời hạn.")
    demands += _with_others(letter, [one.case for one in tasks])
    return [
        *demands,
        f"Báo cáo kết quả, khó khăn, vướng mắc và đề xuất về {letter.sender.ten} {by_day(before)} "
        f"{letter.reports_to}.",
    ]


def _with_others(letter: Correspondence, cases: Sequence[Case]) -> list[str]:
    """Tasks with several leads: all of them agree on the state that is reported."""
    joint = []
    for case in cases:
        others = [a for a in case.nhiem_vu.chu_tri if agency_key(a) != letter.to.id]
        if others:
            joint.append(f"nhiệm vụ {case.so} ({'; '.join(agency_name(a, letter.book) for a in others)})")
    if not joint:
        return []
    return [f"Thống nhất tiến độ, báo cáo chung với các cơ quan cùng chủ trì: {', '.join(joint)}."]


def _row(one: Urged) -> ReminderRow:
    case = one.case
    share = NOTHING if case.phan_tram is None else str(case.phan_tram)
    return ReminderRow(
        so=case.so,
        ten=name(case),
        han=_due_words(one),
        qua=str(-one.left) if one.left < 0 else f"còn {one.left}",
        phan_tram=share,
        vuong_mac=_difficulties(case),
    )


def _due_words(one: Urged) -> str:
    if one.case.den and one.case.den != one.due:
        return f"{short_date(one.due)} (điều chỉnh; Kế hoạch ghi {short_date(one.case.den)})"
    return short_date(one.due)


def _difficulties(case: Case) -> str:
    if case.ban_ghi is None:
        return "Chưa có báo cáo"
    said = [d.mo_ta.strip(" .;") for d in case.ban_ghi.kho_khan]
    return "; ".join([upper_first(said[0]), *map(lower_first, said[1:])]) if said else NOTHING
