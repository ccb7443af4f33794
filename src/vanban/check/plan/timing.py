"""Deadlines against other dates: the paper's own, the first review, the number of days it promises."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from vanban.check.plan.places import at_head, at_part, at_task, capital, due_words, task_list, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered, Plan
from vanban.viet.dates import short_date

AFTER_REVIEW = Rule(
    ma="ke-hoach.han-sau-so-ket",
    muc=Severity.CANH_BAO,
    ten="Thời hạn sau ngày sơ kết",
    vi_sao="Đến lúc sơ kết nhiệm vụ chưa đến hạn, nên không đánh giá được.",
    can_cu=CUSTOM,
    sai="thời hạn Quý IV/2025; sơ kết đầu tháng 12 năm 2025",
    dung="thời hạn tháng 11/2025; sơ kết đầu tháng 12 năm 2025",
)
BEFORE_PAPER = Rule(
    ma="ke-hoach.han-truoc-van-ban",
    muc=Severity.CANH_BAO,
    ten="Thời hạn trước ngày ban hành",
    vi_sao="Thời gian thực hiện đã qua (hoặc qua phần lớn) khi kế hoạch được ban hành.",
    can_cu=CUSTOM,
    sai="thời hạn tháng 6/2025 trong kế hoạch căn cứ văn bản ngày 19 tháng 6 năm 2025",
    dung="thời hạn tháng 7/2025 trong kế hoạch căn cứ văn bản ngày 19 tháng 6 năm 2025",
)
OUT_OF_SPAN = Rule(
    ma="ke-hoach.han-ngoai-so-ngay",
    muc=Severity.CANH_BAO,
    ten="Thời hạn ngoài số ngày của kế hoạch",
    vi_sao="Kế hoạch nói “100 ngày” nhưng có thời hạn không thể nằm trong cùng 100 ngày.",
    can_cu=CUSTOM,
    sai="Kế hoạch 100 ngày; thời hạn từ tháng 6/2025 đến tháng 12/2025",
    dung="Kế hoạch 100 ngày; thời hạn từ tháng 7/2025 đến tháng 9/2025",
)
NO_START = Rule(
    ma="ke-hoach.so-ngay-thieu-moc",
    muc=Severity.CANH_BAO,
    ten="Số ngày không có mốc đầu, mốc cuối",
    vi_sao="“100 ngày” không có ngày bắt đầu thì không biết hết ngày nào.",
    can_cu=CUSTOM,
    sai="trong 100 ngày",
    dung="trong 100 ngày, kể từ ngày 01 tháng 7 năm 2025",
)
RULES = (AFTER_REVIEW, BEFORE_PAPER, OUT_OF_SPAN, NO_START)

LEAST_DAYS = 30
"""A number of days smaller than this is a term within the plan, not its length."""
_DAYS = re.compile(r"\b((\d{2,3})\s+ngày)\b", re.IGNORECASE)
_WITHIN_DAYS = re.compile(r"\btrong(?: vòng)?\s+((\d{2,3})\s+ngày)\b", re.IGNORECASE)
_START = re.compile(
    r"(?:kể từ|tính từ|bắt đầu từ|bắt đầu|từ)\s+ngày\s+(?:\d|ban hành|ký|kế hoạch)"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?\s*(?:đến|-|–)\s*(?:ngày\s+)?\d{1,2}/\d{1,2}",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d\s*[-–]\s*\d|\bđến\b.*\btháng\b|\btừ\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on clear deadlines only; unclear ones are another family's."""
    plan = reading.plan
    tasks = [task for task in reading.tasks if task.nhiem_vu.thoi_han.is_clear]
    yield from _after_review(plan, tasks)
    yield from _before_paper(plan, tasks)
    yield from _days(plan, tasks)


def _after_review(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    if plan.so_ket is None or plan.so_ket.den is None:
        return
    for task in tasks:
        due = task.nhiem_vu.thoi_han
        if due.den and due.den > plan.so_ket.den:
            yield AFTER_REVIEW.finding(
                at_task(plan, task, "thoi_han", due.nguyen_van),
                f"{capital(task_name(task))}: thời hạn “{due_words(due)}” (hết {short_date(due.den)}) sau "
                f"thời điểm sơ kết “{plan.so_ket.nguyen_van}” ở phần tổ chức thực hiện.",
                trich=due_words(due),
                cach_sua="Đưa thời hạn về trước sơ kết, lùi sơ kết, hoặc ghi mốc giữa kỳ để đánh giá.",
            )


def _before_paper(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    issued = plan.van_ban.ngay
    cited = max((one.ngay for one in plan.can_cu if one.ngay), default=None)
    floor = issued or cited
    if floor is None:
        return
    what = "ngày ban hành" if issued else "ngày của căn cứ mới nhất (dự thảo chưa có ngày)"
    for task in tasks:
        due = task.nhiem_vu.thoi_han
        how = _passed(due, floor)
        begun = "" if how else _begun(due, floor)
        if how or begun:
            yield BEFORE_PAPER.finding(
                at_task(plan, task, "thoi_han", due.nguyen_van),
                f"{capital(task_name(task))}: thời hạn “{due_words(due)}” "
                f"{how or begun} {short_date(floor)}, {what}.",
                trich=due_words(due),
                cach_sua="Nêu mốc bắt đầu sau ngày ban hành."
                if begun
                else "Lùi thời hạn, hoặc bỏ nhiệm vụ nếu đã hoàn thành.",
                muc=_gravity(due, issued, begun),
            )


def _gravity(due: Deadline, issued: date | None, begun: str) -> Severity | None:
    """A term that only begins too early is a hint; one that ended before a paper with a day is an error."""
    if begun:
        return Severity.GOI_Y
    return Severity.LOI if issued and due.den and due.den < issued else None


def _passed(due: Deadline, floor: date) -> str:
    """How far the term is over at `floor`, where all or most of it is; else ""."""
    if due.den and due.den < floor:
        return "đã hết trước"
    if not (due.tu and due.den and due.tu < floor):
        return ""
    half = due.tu + (due.den - due.tu) / 2
    return "đã qua hơn một nửa vào" if floor > half and due.kieu is DeadlineKind.KHOANG else ""


def _begun(due: Deadline, floor: date) -> str:
    """Said of a term of several months that begins before `floor` and has most of its time after it."""
    if due.tu and due.den and due.tu < floor and _RANGE.search(due.nguyen_van):
        return f"bắt đầu ({short_date(due.tu)}) trước"
    return ""


def _days(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    said = _promise(plan)
    if said is None:
        return
    count, words, place = said
    outside = _outside(tasks, count)
    if outside:
        first = min(task.nhiem_vu.thoi_han.den or date.max for task in tasks)
        last = max(task.nhiem_vu.thoi_han.den or date.min for task in tasks)
        yield OUT_OF_SPAN.finding(
            place,
            f"Kế hoạch nói “{words}” nhưng thời hạn trải từ {short_date(first)} đến {short_date(last)}, "
            f"cách nhau {(last - first).days} ngày: dù tính {words} từ ngày nào cũng có ít nhất "
            f"{len(outside)} "
            f"nhiệm vụ nằm ngoài, ví dụ {task_list(outside)}.",
            trich=words,
            cach_sua="Rút các thời hạn về trong số ngày ấy, hoặc ghi rõ nhiệm vụ nào hoàn thành sau.",
        )
    texts = [plan.van_ban.trich_yeu, *plan.muc_tieu, *plan.to_chuc_thuc_hien]
    if not any(_START.search(text) for text in texts):
        yield NO_START.finding(
            place,
            f"Kế hoạch nói “{words}” nhưng không nêu ngày bắt đầu, ngày kết thúc.",
            trich=words,
            cach_sua=f"Ghi rõ, ví dụ “{words}, kể từ ngày … tháng … năm …”.",
        )


def _promise(plan: Plan) -> tuple[int, str, Place] | None:
    head = plan.van_ban.trich_yeu
    if (match := _DAYS.search(head)) and int(match[2]) >= LEAST_DAYS:
        return int(match[2]), match[1], at_head(plan, match[1], "trích yếu")
    for index, text in enumerate(plan.muc_tieu):
        match = _WITHIN_DAYS.search(text)
        if match and int(match[2]) >= LEAST_DAYS:
            return int(match[2]), match[1], at_part(plan, "muc_tieu", index)
    return None


def _outside(tasks: list[Numbered], count: int) -> list[Numbered]:
    """The fewest tasks whose last day falls outside any one run of `count` days."""
    dues = sorted(task.nhiem_vu.thoi_han.den for task in tasks if task.nhiem_vu.thoi_han.den)
    if not dues:
        return []
    span = timedelta(days=count)
    held = [(bisect_right(dues, start + span) - index, start) for index, start in enumerate(dues)]
    start = max(held, key=lambda one: one[0])[1]
    last_days = ((task, task.nhiem_vu.thoi_han.den) for task in tasks)
    return [task for task, due in last_days if due and not start <= due <= start + span]
