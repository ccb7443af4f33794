"""Deadlines in the one form that papers print.

A period is said in the largest words that fit it: years, half a year, quarters, months, parts of a
month (`periods` has the convention), else its first and last day. Numbers of days and months take their
zeros as in `dates`.
"""

import re
from datetime import date, timedelta

from vanban.model.deadline import Deadline, DeadlineKind
from vanban.viet import periods
from vanban.viet.dates import month_text, short_date
from vanban.viet.numbering import roman
from vanban.viet.periods import Period
from vanban.viet.text import clean, squeeze, upper_first

_CYCLES = {
    "ngay": "Hằng ngày",
    "tuan": "Hằng tuần",
    "thang": "Hằng tháng",
    "quy": "Hằng quý",
    "nua_nam": "6 tháng một lần",
    "nam": "Hằng năm",
}
_ONLY_A_CYCLE = re.compile(
    r"(?:thường xuyên\s*(?:,|và)?\s*)?(?:định kỳ\s+)?(?:hằng|hàng|mỗi|từng)\s+\w+", re.IGNORECASE
)


def _words(d: Deadline) -> str:
    """The words of the source, without remark and final mark."""
    text = clean(d.nguyen_van)
    while text != (shorter := re.sub(r"\([^()]*\)", " ", text)):
        text = shorter
    return squeeze(text).strip(" .,;")


def _years(period: Period) -> str:
    first, last = period.tu.year, period.den.year
    return f"Năm {first}" if first == last else f"Từ năm {first} đến năm {last}"


def _quarters(period: Period) -> str:
    first, last = (period.tu.month + 2) // 3, period.den.month // 3
    if period.tu.year != period.den.year:
        return f"Từ quý {roman(first)}/{period.tu.year} đến quý {roman(last)}/{period.den.year}"
    named = ", ".join(f"Quý {roman(number)}" for number in range(first, last + 1))
    return f"{named}/{period.den.year}"


def _months(period: Period) -> str:
    tu, den = period
    last = f"tháng {month_text(den.month)}/{den.year}"
    if (tu.year, tu.month) == (den.year, den.month):
        return upper_first(last)
    first = f"tháng {month_text(tu.month)}" + ("" if tu.year == den.year else f"/{tu.year}")
    return f"Từ {first} đến {last}"


def _whole(period: Period, says_quarter: bool) -> str:
    tu, den = period
    if (tu.month, den.month) == (1, 12):
        return _years(period)
    if tu.year == den.year and not says_quarter:
        if (tu.month, den.month) == (1, 6):
            return f"6 tháng đầu năm {tu.year}"
        if (tu.month, den.month) == (7, 12):
            return f"6 tháng cuối năm {tu.year}"
    if tu.month % 3 == 1 and den.month % 3 == 0:
        return _quarters(period)
    return _months(period)


def _end_and_beginning(period: Period) -> str | None:
    """ "Cuối tháng 6, đầu tháng 7/2025", where the period is that."""
    tu, den = period
    following = date(tu.year + tu.month // 12, tu.month % 12 + 1, 1)
    if tu.day != 21 or den != following.replace(day=10):
        return None
    first_year = "" if tu.year == den.year else f"/{tu.year}"
    return f"Cuối tháng {month_text(tu.month)}{first_year}, đầu tháng {month_text(den.month)}/{den.year}"


def _period(period: Period, says_quarter: bool) -> str:
    if periods.is_whole_months(period):
        return _whole(period, says_quarter)
    if part := periods.part_of_month(period):
        return f"{upper_first(part)} tháng {month_text(period.tu.month)}/{period.tu.year}"
    days = f"Từ ngày {short_date(period.tu)} đến ngày {short_date(period.den)}"
    return _end_and_beginning(period) or days


def _recurring(d: Deadline) -> str:
    """The cycle; a day within it ("trước ngày 25 hằng tháng") stands only in the words of the source."""
    words = _words(d)
    if d.du:
        words = words.removeprefix(d.du).removesuffix(d.du).strip(" .,;:")
    if d.chu_ky in _CYCLES and (not words or _ONLY_A_CYCLE.fullmatch(words)):
        return _CYCLES[d.chu_ky]
    return upper_first(words) or "Định kỳ"


def _dated(d: Deadline) -> str | None:
    if d.kieu is DeadlineKind.TRUOC and d.den and d.den < date.max:
        return f"Trước ngày {short_date(d.den + timedelta(days=1))}"
    if d.kieu is DeadlineKind.NGAY and (day := d.den or d.tu):
        return f"Ngày {short_date(day)}"
    if d.kieu is DeadlineKind.KHOANG and d.tu and d.den:
        return _period(Period(d.tu, d.den), "quý" in clean(d.nguyen_van).casefold())
    if d.kieu in (DeadlineKind.DEN, DeadlineKind.KHOANG) and d.den:
        return f"Đến ngày {short_date(d.den)}"
    return None


def format_deadline(d: Deadline) -> str:
    """The deadline in the one form of papers, with a capital and without a final mark or remark.

    Rounds of work, and standing work within a period, keep the words of the source. Where that speaks of
    quarters, half a year stays "Quý I, Quý II/2026". A deadline that is
    contradictory, unclear, or without the dates that its kind needs is given in its own words.
    """
    if d.kieu is not DeadlineKind.MAU_THUAN and d.ung_vien and (words := _words(d)):
        return upper_first(words)
    if d.kieu is DeadlineKind.THUONG_XUYEN:
        return upper_first(_words(d)) if d.tu and _words(d) else "Thường xuyên"
    if d.kieu is DeadlineKind.DINH_KY:
        return _recurring(d)
    return _dated(d) or squeeze(d.nguyen_van)
