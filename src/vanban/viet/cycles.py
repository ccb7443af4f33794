"""The days on which recurring work falls due: "trước ngày 25 hằng tháng" → the next such day.

Only what the words name is counted; a cycle without a day has none.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from vanban.model.deadline import DayOfCycle, Deadline

_MONTHS: Final = {"thang": 1, "quy": 3, "nam": 12}
"""How many months each cycle has."""
_MONDAY: Final = 2
"""As Vietnamese counts the days of the week; 8 is Chủ nhật."""


def next_due(deadline: Deadline, after: date) -> date | None:
    """The first last day in time that is not before `after`; None where the words name no day."""
    day = deadline.moc
    if day is None:
        return None
    early = timedelta(days=1 if day.truoc else 0)
    if deadline.chu_ky == "tuan":
        named = after + early + timedelta(days=(day.ngay - _MONDAY - (after + early).weekday()) % 7)
        return named - early
    length = _MONTHS.get(deadline.chu_ky or "")
    if length is None or (length > 1 and day.thang is None):
        return None
    return next(one - early for one in _days(day, length, after) if one - early >= after)


def _days(day: DayOfCycle, length: int, around: date) -> Iterator[date]:
    """The days named in the periods of `length` months, from the period before `around` on."""
    first = (around.month - 1) // length * length - length
    for start in range(first, first + 4 * length, length):
        years, month = divmod(start + (day.thang or 1) - 1, 12)
        last = monthrange(around.year + years, month + 1)[1]
        yield date(around.year + years, month + 1, min(day.ngay, last))
