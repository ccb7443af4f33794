"""Periods of the calendar as deadline phrases name them: months, quarters, halves, years, parts.

House convention, since no clause says it: the beginning, middle and end of a month ("đầu", "giữa",
"cuối") are its days 1–10, 11–20 and 21–last, the halves ("nửa đầu", "nửa cuối") 1–15 and 16–last, its
weeks ("tuần đầu", "tuần thứ hai", "tuần cuối") seven days each, the last one its last seven; of a quarter the
parts are its first, second and third month; of a year the months 1, 6 and 12.
"""

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    """Days from `tu` to `den`, both included."""

    tu: date
    den: date


def months(year: int, first: int, last: int) -> Period | None:
    """Whole months of one year; None where there are no such months."""
    if not 1 <= first <= last <= 12:
        return None
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def month(year: int, number: int, part: str = "") -> Period | None:
    """A month or a part of it."""
    whole = months(year, number, number)
    if whole is None:
        return None
    last = whole.den.day
    first_day, last_day = {
        "đầu": (1, 10),
        "giữa": (11, 20),
        "cuối": (21, last),
        "nửa đầu": (1, 15),
        "nửa cuối": (16, last),
        "tuần đầu": (1, 7),
        "tuần cuối": (last - 6, last),
        "tuần thứ hai": (8, 14),
        "tuần thứ ba": (15, 21),
    }.get(part, (1, last))
    return Period(date(year, number, first_day), date(year, number, last_day))


def quarter(year: int, number: int, part: str = "") -> Period | None:
    """A quarter (1 to 4) or a month of it."""
    if not 1 <= number <= 4:
        return None
    first = 3 * number - 2
    offset = {"đầu": 0, "giữa": 1, "cuối": 2}.get(part)
    return months(year, first, first + 2) if offset is None else month(year, first + offset)


def year(number: int, part: str = "") -> Period:
    """A year or a part of it."""
    first, last = {
        "đầu": (1, 1),
        "giữa": (6, 6),
        "cuối": (12, 12),
        "nửa đầu": (1, 6),
        "nửa cuối": (7, 12),
    }.get(part, (1, 12))
    return Period(date(number, first, 1), date(number, last, monthrange(number, last)[1]))


def first_or_last_months(year: int, count: int, part: str) -> Period | None:
    """The first ("đầu") or last ("cuối") so many months of a year."""
    return months(year, 1, count) if part == "đầu" else months(year, 13 - count, 12)


def part_of_month(period: Period) -> str | None:
    """ "đầu", "giữa", "cuối" or a week, where the period is just that part of a month; else None."""
    for part in ("đầu", "giữa", "cuối", "tuần đầu", "tuần thứ hai", "tuần thứ ba", "tuần cuối"):
        if month(period.tu.year, period.tu.month, part) == period:
            return part
    return None


def is_whole_months(period: Period) -> bool:
    """Whether the period begins with a month and ends with one."""
    return period.tu.day == 1 and period.den.day == monthrange(period.den.year, period.den.month)[1]
