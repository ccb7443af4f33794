"""Deadlines over time: how many tasks fall due and how many are finished in each stretch of the calendar.

A stretch is a month; where the months are too many to be read side by side, a quarter, then a year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanban.compose.standing import Standing
from vanban.compose.tally import Case
from vanban.model.report import Figure

_MOST = 14
"""How many stretches are still read side by side."""
_UNITS = (1, 3, 12)
"""Months in a stretch, the shortest first."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch: the tasks whose last day lies in it, and those finished in it."""

    ten: str
    han: Figure
    xong: Figure


def timeline(cases: Sequence[Case]) -> list[Stretch]:
    """The stretches from the first to the last deadline or completion, empty ones between them too.

    Cancelled tasks, and deadlines without a last day or that are not clear, are in none.
    """
    due = [(case, case.den) for case in cases if case.den and case.tinh_trang is not Standing.HUY]
    done = [(case, case.ngay_hoan_thanh) for case in cases if case.ngay_hoan_thanh]
    months = [_month(day) for _, day in (*due, *done) if day]
    if not months:
        return []
    first, last = min(months), max(months)
    unit = next((u for u in _UNITS if last // u - first // u < _MOST), _UNITS[-1])

    def within(pairs: Sequence[tuple[Case, date | None]], stretch: int) -> Figure:
        numbers = [case.so for case, day in pairs if day and _month(day) // unit == stretch]
        return Figure(gia_tri=len(numbers), nhiem_vu=numbers)

    return [
        Stretch(ten=_name(stretch, unit), han=within(due, stretch), xong=within(done, stretch))
        for stretch in range(first // unit, last // unit + 1)
    ]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _name(stretch: int, unit: int) -> str:
    year, month = divmod(stretch * unit, 12)
    if unit == 1:
        return f"{month + 1}/{year}"
    return f"Quý {('I', 'II', 'III', 'IV')[month // 3]}/{year}" if unit == 3 else f"Năm {year}"
