"""Deadlines against what the plan says of its own length, and against days named in the content."""

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.plan.places import at_task, capital, due_words, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Numbered
from vanban.viet.dates import short_date
from vanban.viet.deadlines import find_deadlines

AFTER_PLAN = Rule(
    ma="ke-hoach.han-sau-ke-hoach",
    muc=Severity.CANH_BAO,
    ten="Thời hạn sau khi kế hoạch kết thúc",
    vi_sao="Kế hoạch của một năm mà có thời hạn sang năm sau thì nhiệm vụ không được tổng kết cùng kế hoạch.",
    can_cu=CUSTOM,
    sai="Kế hoạch cải cách hành chính năm 2025; thời hạn tháng 3/2026",
    dung="Kế hoạch cải cách hành chính năm 2025; thời hạn tháng 12/2025",
)
CONTENT_LATER = Rule(
    ma="ke-hoach.noi-dung-sau-han",
    muc=Severity.CANH_BAO,
    ten="Ngày trong nội dung sau thời hạn",
    vi_sao="Nội dung đòi xong vào một ngày muộn hơn thời hạn: một trong hai ngày sai.",
    can_cu=CUSTOM,
    sai="Nội dung: … hoàn thành trước ngày 30/9/2025. Thời gian: tháng 7/2025",
    dung="Nội dung: … hoàn thành trước ngày 30/9/2025. Thời gian: tháng 9/2025",
)
RULES = (AFTER_PLAN, CONTENT_LATER)

_YEAR = re.compile(r"(?<!tháng \d )(?<!tháng \d\d )(?:năm|đến năm|đến hết năm)\s+(20\d\d)\s*$")
_YEARS = re.compile(
    r"giai đoạn\s+(?:từ\s+)?(?:năm\s+)?20\d\d\s*(?:-|–|đến)\s*(?:năm\s+)?(20\d\d)", re.IGNORECASE
)
_DONE_BY = re.compile(r"(?:hoàn thành|xong|chậm nhất)(?:[^.;,\d]{0,60})$", re.IGNORECASE)
_EXACT = re.compile(r"ngày|tháng|quý", re.IGNORECASE)
"""A bare year is mostly part of a name ("Chiến lược đến năm 2030")."""
_SAYS_DONE = re.compile(r"hoàn thành|xong|chậm nhất", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on deadlines that outlive the plan or are outlived by the content."""
    end = _end_of_plan(reading.plan.van_ban.trich_yeu)
    for task in reading.tasks:
        due = task.nhiem_vu.thoi_han
        if not due.den:
            continue
        if end and due.den > end[0]:
            yield AFTER_PLAN.finding(
                at_task(reading.plan, task, "thoi_han", due.nguyen_van),
                f"{capital(task_name(task))}: thời hạn “{due_words(due)}” (hết {short_date(due.den)}) sau "
                f"khi kế hoạch kết thúc (trích yếu nói “{end[1]}”).",
                trich=due_words(due),
                cach_sua="Đưa thời hạn về trong kế hoạch, hoặc ghi phần việc phải xong trong kỳ kế hoạch.",
            )
        yield from _later(reading, task, due.den)


def _end_of_plan(subject: str) -> tuple[date, str] | None:
    """The last day that the subject gives the plan, and its words; None where it gives none for sure."""
    match = _YEARS.search(subject) or _YEAR.search(subject)
    return (date(int(match[1]), 12, 31), match.group().strip()) if match else None


def _later(reading: Reading, task: Numbered, due: date) -> Iterator[Finding]:
    for text in task.nhiem_vu.noi_dung:
        if not _SAYS_DONE.search(text):
            continue
        for start, end, found in find_deadlines(text):
            exact = _EXACT.search(text[start:end])
            if exact and found.den and found.den > due and _DONE_BY.search(text[:start]):
                yield CONTENT_LATER.finding(
                    at_task(reading.plan, task, "noi_dung", text),
                    f"{capital(task_name(task))}: nội dung đòi xong “{text[start:end]}”, sau thời hạn "
                    f"“{due_words(task.nhiem_vu.thoi_han)}” (hết {short_date(due)}).",
                    trich=text[start:end],
                    cach_sua="Sửa thời hạn cho khớp nội dung, hoặc sửa ngày trong nội dung.",
                )
