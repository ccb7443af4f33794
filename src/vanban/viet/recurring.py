"""Recurring times: "hằng tháng", "trước ngày 25 hằng tháng", "ngày 15 của tháng cuối quý", "6 tháng một lần".

The cycle is always named; the day within it may stand before or after it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.model.deadline import DayOfCycle

_FLAGS = re.IGNORECASE
_CODES = {
    "ngày": "ngay",
    "tuần": "tuan",
    "tháng": "thang",
    "quý": "quy",
    "quí": "quy",
    "năm": "nam",
}
_EACH = r"(?:hằng|hàng|mỗi|từng)\s+"
_HALF = (
    r"(?:(?:hằng|hàng|mỗi)\s+)?(?:0?6|sáu)\s+tháng(?:\s*(?:/|một|1|01)\s*(?:0?1\s+)?lần)?(?!\s+(?:đầu|cuối))"
)
_CYCLE = rf"(?:{_EACH}(?P<unit>ngày|tuần|tháng|quý|quí|năm))(?!\w)"
_HOUR = r"(?:(?P<hour>\d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?)\s+)?"
_BIND = r"(?:(?P<before>trước)|chậm nhất(?:\s+(?:là|vào))?|muộn nhất(?:\s+(?:là|vào))?|đến|vào|xong)\s+"
_DAY = rf"{_HOUR}(?:(?:hết\s+)?ngày\s+)?(?P<day>\d{{1,2}})(?!\s*(?:giờ|h|g)(?!\w))"
_MONTH = (
    r"(?:\s?/\s?(?P<month>\d{1,2})(?!\d|\s?/)"
    r"|\s+(?:của\s+)?tháng\s+(?:thứ\s+)?(?P<month2>\d{1,2}|đầu|giữa|cuối|hai|ba))"
)
_WEEKDAY = (
    r"(?:(?:(?P<hour2>chiều|sáng|cuối ngày|\d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?)|ngày)\s+)?"
    r"(?:thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))"
)
_LAST = r"(?P<last>ngày\s+(?:làm việc\s+)?cuối(?:\s+cùng)?)"
_WHEN = rf"(?:{_BIND})?(?:{_DAY}(?:{_MONTH})?|{_WEEKDAY}|{_LAST})"
_ALWAYS = r"(?:thường xuyên\s*(?:,|và)?\s*)?(?:định kỳ\s+)?"
_FORMS = tuple(
    re.compile(rf"(?<!\w){form}", _FLAGS)
    for form in (
        rf"{_ALWAYS}{_WHEN}\s+(?:của\s+)?{_CYCLE}",
        rf"{_ALWAYS}(?:{_BIND})?{_DAY}\s+(?:của\s+)?tháng\s+(?P<month2>đầu|giữa|cuối)\s+(?:của\s+)?"
        rf"(?:{_EACH})?(?P<unit>quý|quí)(?!\w|\s+(?:[IVX]+(?!\w)|\d))",
        rf"{_ALWAYS}(?:{_BIND})?tháng\s+(?P<only>\d{{1,2}})\s+{_EACH}(?P<unit>năm)(?!\w)",
        rf"{_ALWAYS}{_CYCLE}\s*(?:,|;|là|vào)?\s*(?:{_BIND}){_DAY}(?:{_MONTH})?(?!\s?/\s?\d|\w|\s+tháng)"
        r"(?:\s+(?:của\s+)?(?:tháng|quý|năm)(?!\s+\w*\d|\s+[IVX]+\b))?",
        rf"{_ALWAYS}(?:(?:trước|chậm nhất|muộn nhất|đến|vào)\s+(?:là\s+)?)?"
        rf"(?:(?:tuần cuối|tuần đầu|cuối|đầu|giữa)\s+(?:của\s+)?)?{_CYCLE}",
        rf"(?:định kỳ\s+){_HALF}(?!\w)",
        r"(?:hằng|hàng|mỗi)\s+(?:0?6|sáu)\s+tháng(?!\w)",
        r"(?:0?6|sáu)\s+tháng\s*(?:/|một|1|01)\s*(?:0?1\s+)?lần(?!\w)",
    )
)
_TELLING = re.compile(r"hằng|hàng|mỗi|từng|định kỳ|lần|tháng\s+(?:đầu|giữa|cuối)", _FLAGS)
_OPENING = re.compile(
    r"(?:thường|định|hằng|hàng|mỗi|từng|trước|chậm|muộn|đến|vào|xong|hết|ngày|\d|chiều|sáng|cuối|thứ|chủ|tuần"
    r"|đầu|giữa|sáu|tháng)",
    _FLAGS,
)
_WEEKDAYS = {"hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7}
_MONTHS_OF_QUARTER = {"đầu": 1, "giữa": 2, "cuối": 3, "hai": 2, "ba": 3}


@dataclass(frozen=True, slots=True)
class Recurring:
    """A recurring time: where it ends, the code of its cycle, the day within it."""

    end: int
    cycle: str
    day: DayOfCycle | None


@lru_cache(maxsize=64)
def _may_recur(text: str) -> bool:
    """Whether a text has any of the words that every recurring time has."""
    return bool(_TELLING.search(text))


def recurring_at(text: str, at: int) -> Recurring | None:
    """The recurring time that begins at `at`, the longest one; or None."""
    if not _OPENING.match(text, at) or not _may_recur(text):
        return None
    best: Recurring | None = None
    for form in _FORMS:
        found = form.match(text, at)
        if found and (best is None or found.end() > best.end):
            said = {name: value.lower() for name, value in found.groupdict().items() if value}
            best = Recurring(found.end(), _CODES.get(said.get("unit", ""), "nua_nam"), _day(said))
    return best


def _day(said: dict[str, str]) -> DayOfCycle | None:
    before = "before" in said and not {"hour", "hour2"} & said.keys()  # before an hour of that day
    if (only := int(said.get("only", "0"))) and only <= 12:
        return DayOfCycle(ngay=31, thang=only, truoc=before)
    if "last" in said:
        return DayOfCycle(ngay=31, truoc=before)
    if "sunday" in said:
        return DayOfCycle(ngay=8, truoc=before)
    if weekday := said.get("weekday"):
        return DayOfCycle(ngay=_WEEKDAYS.get(weekday) or int(weekday), truoc=before)
    day = int(said.get("day", "0"))
    if not 1 <= day <= 31:
        return None
    words = said.get("month") or said.get("month2")
    month = None if words is None else int(words) if words.isdecimal() else _MONTHS_OF_QUARTER[words]
    if month is not None and not 1 <= month <= 12:
        return None
    return DayOfCycle(ngay=day, thang=month, truoc=before)
