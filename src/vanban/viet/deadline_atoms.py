"""The smallest words of time in a deadline: a day, a month, a quarter, a half, a year.

An atom may lack its year ("tháng 6" in "tháng 6 - 8/2025"); `resolve` takes the year that its
neighbour gives. A calendar date that does not exist resolves to None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR

from vanban.viet import periods
from vanban.viet.dates import make_date
from vanban.viet.numbering import roman_value
from vanban.viet.periods import Period

YEAR = r"(?:19|20|21)\d\d(?!\d)"
_CLOSED = r"(?!\w|\s?/\s?\d|\.\d)"
_OF_YEAR = rf"(?:\s*[/.,-]\s*(?:năm\s+)?(?P<y>{YEAR})|\s+(?:của\s+)?năm\s+(?P<y2>{YEAR}))"
_PART = r"(?:(?P<part>nửa đầu|nửa cuối|đầu|giữa|cuối)\s+)?"
_WEEK = r"(?P<part>tuần (?:đầu(?: tiên)?|thứ (?:nhất|hai|ba)|cuối(?: cùng)?))\s+(?:của\s+)?"
_QUARTER = r"(?P<q>IV|I{1,3}|[1-4])"


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of time as read: numbers are not yet judged."""

    kind: str
    """ngay, thang, quy, nua, nam, or so_ngay (a day whose month the neighbour gives)."""
    start: int
    end: int
    day: int = 0
    number: int = 0
    """Month, quarter, count of months, or 0."""
    part: str = ""
    year: int | None = None


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _CLOSED, re.IGNORECASE)


_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "ngay",
        _form(rf"(?:ngày\s+)?(?P<d>\d{{1,2}})(?P<sep>\s?[/.-]\s?)(?P<m>\d{{1,2}})(?P=sep)(?P<y>{YEAR})"),
    ),
    ("ngay", _form(rf"(?:ngày\s+)?(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>\d{{1,2}})(?:{_OF_YEAR})?")),
    ("ngay", _form(r"ngày\s+(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})")),
    ("so_ngay", _form(r"ngày\s+(?P<d>\d{1,2})(?!\s*tháng)")),
    ("so_ngay", re.compile(rf"(?P<d>\d{{1,2}})(?=\s?[-–]\s?\d{{1,2}}\s?/\s?\d{{1,2}}\s?/\s?{YEAR})")),
    (
        "nua",
        _form(
            rf"(?P<c>\d{{1,2}}|ba|sáu|chín)\s+tháng\s+(?P<part>đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?P<y>{YEAR}))?"
        ),
    ),
    ("nua", _form(rf"nửa\s+(?P<part>đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?P<y>{YEAR}))?")),
    ("thang", _form(rf"{_PART}tháng\s+(?P<m>\d{{1,2}})(?:{_OF_YEAR})?")),
    ("thang", _form(rf"{_WEEK}tháng\s+(?P<m>\d{{1,2}})(?:{_OF_YEAR})?")),
    ("quy", _form(rf"{_PART}(?:quý|quí)\s+{_QUARTER}(?:{_OF_YEAR})?")),
    ("nam", _form(rf"{_PART}năm\s+(?P<y>{YEAR})")),
)
_LOOSE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ngay", _form(r"(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})")),
    ("thang", _form(rf"(?P<m>\d{{1,2}})\s?/\s?(?P<y>{YEAR})")),
    ("thang", _form(rf"T\.?\s?(?P<m>\d{{1,2}})(?:{_OF_YEAR})?")),
    ("quy", _form(rf"Q\.?\s?{_QUARTER}(?:{_OF_YEAR})?")),
)
_BARE = {
    "thang": _form(rf"(?P<m>\d{{1,2}})(?:{_OF_YEAR})?(?!\s+tháng)"),
    "quy": _form(rf"{_QUARTER}(?:{_OF_YEAR})?"),
    "nam": _form(rf"(?P<y>{YEAR})"),
}
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9}


def _atom(kind: str, found: re.Match[str]) -> Atom:
    said = {name: words for name, words in found.groupdict().items() if words}
    year = said.get("y") or said.get("y2")
    number = 0
    if "m" in said:
        number = int(said["m"])
    elif "q" in said:
        number = int(said["q"]) if said["q"].isdecimal() else roman_value(said["q"].upper()) or 0
    elif kind == "nua":
        count = said.get("c", "6")
        number = int(count) if count.isdecimal() else _COUNTS[count.lower()]
    return Atom(
        kind=kind,
        start=found.start(),
        end=found.end(),
        day=int(said.get("d", "0")),
        number=number,
        part=_part(said.get("part", "")),
        year=int(year) if year else None,
    )


def _part(words: str) -> str:
    """A part of a period by its usual name."""
    named = " ".join(words.lower().split()).removesuffix(" tiên").removesuffix(" cùng")
    return "tuần đầu" if named == "tuần thứ nhất" else named


def atom_at(text: str, at: int, loose: bool) -> Atom | None:
    """The word of time that begins at `at`; with `loose` also "15/8" and "6/2025" without a noun."""
    for kind, form in (*_FORMS, *(_LOOSE if loose else ())):
        if found := form.match(text, at):
            return _atom(kind, found)
    return None


def next_atom(text: str, at: int, before: Atom, loose: bool) -> Atom | None:
    """An atom that goes on a list or range: it may leave out its noun ("- 8/2025", ", II/2026")."""
    if found := atom_at(text, at, loose):
        return found
    bare = _BARE.get(before.kind)
    found_bare = bare.match(text, at) if bare else None
    return _atom(before.kind, found_bare) if found_bare else None


def bare_year(text: str, at: int) -> Atom | None:
    """A year without the word "năm"."""
    found = _BARE["nam"].match(text, at)
    return _atom("nam", found) if found else None


def _day(atom: Atom, year: int) -> Period | None:
    day = make_date(atom.day, atom.number, year)
    return Period(day, day) if day else None


_READERS: dict[str, Callable[[Atom, int], Period | None]] = {
    "ngay": _day,
    "so_ngay": _day,
    "thang": lambda atom, year: periods.month(year, atom.number, atom.part),
    "quy": lambda atom, year: periods.quarter(year, atom.number, atom.part),
    "nua": lambda atom, year: periods.first_or_last_months(year, atom.number, atom.part),
    "nam": lambda atom, year: periods.year(year, atom.part),
}


def resolve(atom: Atom, year: int | None) -> Period | None:
    """The days that the atom means; None where its year is not known or there are no such days."""
    known = atom.year or year
    return _READERS[atom.kind](atom, known) if known and MINYEAR <= known <= MAXYEAR else None
