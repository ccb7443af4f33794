"""The end of a paper that others made: Nơi nhận on the left, authority, office and name on the right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vanban.check.form.foreign.head import Found
from vanban.check.form.foreign.lines import Line
from vanban.check.form.words import BLANK
from vanban.viet.text import UPPER

_AUTHORITY = re.compile(r"(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)[./ ]+\s*\w")
_OFFICE = re.compile(
    r"(?:q\.? ?)?(?:pho |thu )?(?:chu tich|giam doc|tong giam doc|bo truong|thu truong|thu tuong|chanh\b"
    r"|truong\b|cuc truong|vu truong|vien truong|hieu truong|chi cuc truong|tong cuc truong|bi thu|thu ky"
    r"|chu toa|chu tri|nguoi\b|dai dien|pho\b|thong doc|tu lenh|doi truong|ke toan|to truong|ben [ab]\b)"
)
_NAME = re.compile(rf"[{UPPER}][^\d:;/]{{2,60}}")
_TEXT_END = re.compile(r"\./\.\W*$")
_LONGEST: Final = 100
_LABEL: Final = "noi nhan"
_FIRST_LETTERS: Final = ("N", "n")
_MOST_LINES: Final = 45


@dataclass
class Tail:
    """The components of the end, from the line `start` to before `end`; `sure` if it was found at all."""

    start: int
    end: int
    found: Found = field(default_factory=dict)
    sure: bool = False


def read_tail(lines: list[Line], start: int, end: int) -> Tail:
    """Look for the end of the paper among the lines from `start` to before `end`."""
    label = next((line for line in lines[start:end] if _is_label(line)), None)
    if label is None:
        return _without_receivers(lines, start, end)
    tail = Tail(label.index, end, sure=True)
    tail.found["noi_nhan"] = [label]
    block = _block(lines, label, start, end)
    _receivers(tail, lines, label, block)
    signed = [line for line in block if _may_sign(line, label)]
    if not any(_is_office(line) for line in signed):
        signed = _above(lines, label, start) or signed
    _signature(tail, signed)
    tail.start = min([tail.start, *(line.index for found in tail.found.values() for line in found)])
    tail.end = block[-1].index + 1 if block else label.index + 1
    return tail


def _is_label(line: Line) -> bool:
    return (
        line.text[:1] in _FIRST_LETTERS
        and line.key.startswith(_LABEL)
        and (len(line.key) < 40 or line.text[8:].lstrip().startswith(":"))
    )


def _block(lines: list[Line], label: Line, start: int, end: int) -> list[Line]:
    """The lines of the same table; without one those that follow closely."""
    if label.table is not None and label.table >= 0:
        above = max(label.index - _MOST_LINES, start)
        return [line for line in lines[above:end] if line.table == label.table]
    block: list[Line] = []
    for line in lines[_row_start(lines, label) : end]:
        if len(block) > _MOST_LINES or (line.has_words and len(line.text) > 2 * _LONGEST):
            break
        if line.key.startswith("phu luc") or (line.table is not None and line.table >= 0):
            break
        block.append(line)
    return block


def _row_start(lines: list[Line], label: Line) -> int:
    first = label.index
    while first > 0 and lines[first - 1].table == label.table is not None and label.index - first < 3:
        first -= 1
    return first


def _may_sign(line: Line, label: Line) -> bool:
    """In columns the right one signs; without columns what is no item of the list."""
    if not line.has_words:
        return False
    if label.table is not None and (label.table >= 0 or line.table == label.table):
        return line.column > label.column
    return line is not label and not line.text.startswith(("-", "–"))


def _receivers(tail: Tail, lines: list[Line], label: Line, block: Sequence[Line]) -> None:
    listed = [
        line
        for line in block
        if line.index > label.index
        and line.has_words
        and any(map(str.isalnum, line.text))
        and line.column <= label.column
        and not _is_signature_line(line, label)
    ]
    if label.table is None or label.table < 0:
        listed = _close_items(listed)
    if listed:
        tail.found["noi_nhan_danh_sach"] = listed


def _is_signature_line(line: Line, label: Line) -> bool:
    return line.upper and line.bold and (label.table is None or line.table is None)


def _close_items(listed: list[Line]) -> list[Line]:
    """Without a table: the run of items; a bold line among them (a name) ends it."""
    kept: list[Line] = []
    for line in listed:
        if line.bold and not line.text.startswith(("-", "–")):
            break
        kept.append(line)
    return kept


def _above(lines: list[Line], label: Line, start: int) -> list[Line]:
    """A signature that stands above "Nơi nhận", as in records of meetings."""
    found: list[Line] = []
    for line in reversed(lines[max(start, label.index - 25) : label.index]):
        if line.has_words and (len(line.text) > _LONGEST or _TEXT_END.search(line.text)):
            break
        if line.has_words:
            found.insert(0, line)
    return found if any(_is_office(line) for line in found) else []


def _is_office(line: Line) -> bool:
    key = line.key
    return line.upper and (_AUTHORITY.match(key) is not None or _OFFICE.match(key) is not None)


def _signature(tail: Tail, signed: Sequence[Line]) -> None:
    """Column by column: capitals are authority and office, the last line of words is the name."""
    for column in sorted({(line.table or 0, line.column) for line in signed}):
        mine = [line for line in signed if ((line.table or 0), line.column) == column]
        mine = [line for line in mine if not line.text.startswith("(")]
        offices = [line for line in mine if line.upper and len(line.text) < _LONGEST]
        rest = [line for line in mine if not line.upper]
        if not offices:
            continue
        names = [line for line in reversed(rest) if _is_name(line)]
        name = next((line for line in names if line.bold), next(iter(names), None))
        if name is None and len(offices) > 1 and not _is_office(offices[-1]) and _is_capital_name(offices):
            name = offices.pop()
        if name is not None and name.index > offices[0].index:
            tail.found.setdefault("ho_ten", []).append(name)
        tail.found.setdefault("quyen_han", []).extend(offices)


def _is_name(line: Line) -> bool:
    if line.text == BLANK:
        return True  # dots wait for the name
    return 2 <= len(line.text.split()) <= 7 and _NAME.fullmatch(line.text) is not None


def _is_capital_name(offices: Sequence[Line]) -> bool:
    """Whether the last line of capitals, after a gap, may be a name typed in capitals."""
    last, before = offices[-1], offices[-2]
    return last.index - before.index > 2 and 2 <= len(last.text.split()) <= 5


def _without_receivers(lines: list[Line], start: int, end: int) -> Tail:
    """The end of a paper without "Nơi nhận": known by "./." or by an office in capitals near the end."""
    closing = [line for line in lines[start:end] if line.has_words and _TEXT_END.search(line.text)]
    at = closing[0].index + 1 if closing else start
    tail = Tail(end, end)
    block: list[Line] = []
    for line in lines[at:end]:
        if line.key.startswith("phu luc") or len(block) > _MOST_LINES:
            break
        block.append(line)
    offices = [line for line in block if _is_office(line) and line.bold]
    if not offices and closing:
        offices = [line for line in block[:12] if line.has_words and line.upper and line.bold]
    if not offices:
        return tail
    first = offices[0]
    mine = [line for line in block if line.index >= first.index and line.has_words]
    if first.table is not None:
        mine = [line for line in mine if line.table == first.table]
    _signature(tail, [line for line in mine[:12] if len(line.text) < _LONGEST])
    tail.start, tail.end, tail.sure = first.index, mine[-1].index + 1, bool(tail.found)
    return tail
