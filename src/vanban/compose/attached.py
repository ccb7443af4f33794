"""What ties one paper to another: "(Kèm theo …)", and the short name of a plan in a subject.

Source: Phụ lục I, Phần I, Mục III.1.c; Phụ lục III, Mẫu 1.3, 2.1.
"""

from datetime import date

from vanban.model.document import fill
from vanban.model.plan import PlanPaper
from vanban.viet.dates import official_date
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first

_SHORT = 90
"""A subject longer than this many letters does not go into the subject of a letter about it."""


def attached_to(
    kind: str,
    *,
    symbol: str,
    agency: str,
    number: int | None = None,
    day: date | None = None,
    year: int | None,
) -> str:
    """The line under the title of what comes with a paper; number and day stay open while they are None."""
    printed = padded(number) if number else "…"
    when = official_date(day) if day else f"ngày … tháng … năm {year or '…'}"
    return f"(Kèm theo {kind} số {printed}/{symbol} {when} của {agency})"


def plan_name(paper: PlanPaper) -> str:
    """A plan in few words, for a subject: by its number where it has one, else by its own subject."""
    if paper.so:
        return f"Kế hoạch số {padded(paper.so)}/{paper.ky_hieu}"
    if paper.trich_yeu and len(paper.trich_yeu) <= _SHORT:
        return f"Kế hoạch {lower_first(paper.trich_yeu)}"
    return f"Kế hoạch số {fill('số')}/{paper.ky_hieu or fill('ký hiệu')}"
