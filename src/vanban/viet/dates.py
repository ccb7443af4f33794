"""Dates in the forms of the decree.

Days below 10 and the months 1 and 2 take a zero in front, the months 3 to 9 do not (Phụ lục I,
Phần I, Mục II.4.b); the locale patterns of libraries pad otherwise, so the forms are built here.
"""

import re
from dataclasses import dataclass
from datetime import date

from vanban.viet.text import clean, squeeze

BLANK = " " * 4
"""A place to write a number by hand. Ordinary spaces: LibreOffice sets no-break ones a third wider, and
the line would no longer fit beside the number of the paper."""

_FORMS = (
    re.compile(r"(?:ngày )?(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4})", re.IGNORECASE),
    re.compile(r"(?:ngày )?(\d{1,2}) ?- ?(\d{1,2}) ?- ?(\d{4})", re.IGNORECASE),
    re.compile(r"(?:ngày )?(\d{1,2})\.(\d{1,2})\.(\d{4})", re.IGNORECASE),
    re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})", re.IGNORECASE),
)
_GAP = r"[\s.…_]*"
_DATE_LINE = re.compile(
    rf"(?P<place>[^,]+?)\s*,\s*ngày\b(?P<day>{_GAP}|\s*\d{{1,2}}\s*)"
    rf"\btháng\b(?P<month>{_GAP}|\s*\d{{1,2}}\s*)\bnăm\b(?P<year>[\s\d.…_]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateLine:
    """The parts of "địa danh, ngày … tháng … năm …"; a number is None where a blank stands.

    The `_text` parts are the words as printed, so that a missing zero can be seen.
    """

    place: str
    day: int | None
    month: int | None
    year: int | None
    day_text: str
    month_text: str
    year_text: str


def day_text(day: int) -> str:
    """The day with the zero of the decree: 5 gives "05"."""
    return f"{day:02d}"


def month_text(month: int) -> str:
    """The month with the zero of the decree: 2 gives "02", 3 gives "3"."""
    return f"{month:02d}" if month < 3 else str(month)


def official_date(d: date) -> str:
    """The full form: "ngày 05 tháng 01 năm 2020" (Phụ lục I, Phần I, Mục II.4.b)."""
    return f"ngày {day_text(d.day)} tháng {month_text(d.month)} năm {d.year}"


def date_line(place: str, d: date | None, year: int | None) -> str:
    """Place and time of issue (cell 4): "Hà Nội, ngày 05 tháng 01 năm 2020".

    For a draft, `d` is None: the day and the month are blanks, and so is the year unless given.
    """
    if d is not None:
        return f"{place}, {official_date(d)}"
    year_or_blank = f" {year}" if year is not None else BLANK
    return f"{place}, ngày{BLANK}tháng{BLANK}năm{year_or_blank}"


def short_date(d: date) -> str:
    """The form within a text: "05/01/2020", "15/8/2025"; zeros as in the full form."""
    return f"{day_text(d.day)}/{month_text(d.month)}/{d.year}"


def make_date(day: int, month: int, year: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """The date that the whole text is; None for other words and for a day that does not exist.

    Forms: 15/8/2025, 15-8-2025, 15.8.2025, "22 tháng 12 năm 2024", each with or without "ngày".
    """
    wanted = squeeze(clean(text)).rstrip(" .,;")
    for form in _FORMS:
        if found := form.fullmatch(wanted):
            day, month, year = map(int, found.groups())
            return make_date(day, month, year)
    return None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def match_date_line(text: str) -> DateLine | None:
    """The parts of a line of place and time of issue, filled in or blank; None for other lines.

    Numbers are not judged: day 31 of month 2 is given as printed.
    """
    found = _DATE_LINE.fullmatch(clean(text).strip())
    if found is None:
        return None
    day, month, year = (found[name].strip() for name in ("day", "month", "year"))
    return DateLine(
        place=squeeze(found["place"]),
        day=_number(day),
        month=_number(month),
        year=_number(year),
        day_text=day,
        month_text=month,
        year_text=year,
    )
