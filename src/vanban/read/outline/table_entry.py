"""A row of a table of tasks: its number, its title, and whether it is the heading of the rows below it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vanban.read.lines.columns import Header
from vanban.viet.numbering import roman_value
from vanban.viet.text import squeeze

_ROMAN = re.compile(r"([IVXLC]{1,7})[.)]?")
_CAPITAL = re.compile(r"([A-ZĐ])[.)]?")
_WHOLE = re.compile(r"(\d{1,3})[.)]?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+[.)]?")
_NUMBER_ABOVE = re.compile(r"\s*([IVXLC]{1,7}|[A-ZĐ]|\d{1,2})\s*\n(?=\s*\S)")
NUMBER_IN_TITLE = re.compile(
    r"\s*((?:PHẦN\s+)?[IVXLC]{1,7}[.)/:]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)"
)
BULLET = re.compile(r"\s*[-–—+•*]\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row below the header: its place, its cells, its number, its title, and whether it says no more."""

    place: int
    cells: tuple[str, ...]
    number: str
    title: str
    bare: bool
    spans: bool
    """Whether its only words stand in the first column: a cell over the whole width."""
    group: str = ""
    """What its column of groups says ("Tháng 9"); "" where there is no such column."""


def entry_of(row: Sequence[str], place: int, header: Header) -> Entry:
    """A row below the header; `place` is its number in the source."""
    cells = tuple(row) + ("",) * (len(header.columns) - len(row))
    by_key = {column.key: cells[i] for i, column in enumerate(header.columns) if column.key}
    number, title = squeeze(by_key.get("so", "")), by_key.get("ten", "")
    filled = [i for i, cell in enumerate(cells) if cell.strip()]
    spans = len(filled) == 1 and header.columns[filled[0]].key != "ten"
    if len(filled) == 1:
        whole = cells[filled[0]]
        found = NUMBER_IN_TITLE.match(whole) or _NUMBER_ABOVE.match(whole)
        number, title = (found.group(1), whole[found.end() :]) if found else ("", whole)
        spans = spans and filled[0] == 0
    elif not header.has("so") and (found := NUMBER_IN_TITLE.match(title)):
        number, title = found.group(1), title[found.end() :]
    known = {i for i, column in enumerate(header.columns) if column.key in ("so", "ten", "nhom")}
    bare = all(i in known for i in filled) or spans
    return Entry(place, cells, number, title, bare, spans, "" if spans else _group_name(by_key, header))


def _group_name(by_key: Mapping[str, str], header: Header) -> str:
    """The group that a row names in a column of its own; of a mere number with the heading ("Tháng 9")."""
    name = squeeze(by_key.get("nhom", ""))
    heading = next((column.heading for column in header.columns if column.key == "nhom"), "")
    return f"{heading} {name}" if name.isdecimal() else name


def is_group(entry: Entry, following: Entry | None) -> bool:
    """Whether a row is the heading of those below it.

    It says nothing but a number and a title. A Roman number or a capital letter, and a cell over the whole
    width, are headings; after an Arabic number the next row tells: it goes on a level deeper, or the
    numbers begin again.
    """
    if not entry.bare or not entry.title.strip():
        return False
    if entry.spans or kind_of(entry.number) in ("roman", "capital"):
        return True
    if following is None:
        return False
    here, there = kind_of(entry.number), kind_of(following.number)
    if here == "whole":
        begins = there == "whole" and squeeze(following.number).rstrip(".)") in ("1", "01")
        deeper = there in ("dotted", "bullet", "letter") or bool(BULLET.match(following.title))
        return bool(
            (begins or deeper)
            and not (begins and bare_number(entry.number) in ("1", "01") and following.bare)
        )
    if here == "dotted":
        return following.number.startswith(entry.number.rstrip(".)") + ".")
    if here == "" and not following.bare:
        return not BULLET.match(entry.title)
    return False


def kind_of(number: str) -> str:
    """What a number of a row is: roman, capital, whole, dotted, bullet, letter, or nothing."""
    text = squeeze(number)
    if (found := _ROMAN.fullmatch(text)) and roman_value(found.group(1)):
        return "roman"
    if _CAPITAL.fullmatch(text):
        return "capital"
    if _WHOLE.fullmatch(text):
        return "whole"
    if _DOTTED.fullmatch(text):
        return "dotted"
    return "bullet" if BULLET.fullmatch(text) else "letter" if text else ""


def bare_number(number: str) -> str | None:
    """A number without the mark that ends it; None for none."""
    return squeeze(number).rstrip(".)/:") or None


def printed(entry: Entry) -> str:
    """Number and title as the table prints them."""
    return f"{entry.number} {entry.title}".strip()
