"""The letterhead of a paper that others made: which line is Quốc hiệu, agency, number, place and date.

A letterhead is known by its Quốc hiệu. In a table the column of Quốc hiệu is the right one and all
before it the left; without a table, words alone tell.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from vanban.check.form.foreign.agency import split_agencies
from vanban.check.form.foreign.lines import Line, bare
from vanban.check.form.words import BLANK
from vanban.law.decree import Kinds

Found = dict[str, list[Line]]
"""Lines by the code of their component."""

_NATION = re.compile(r"conghoaxahoichunghi?i?avietnam")
_NUMBER = re.compile(r"số\s*[:.;]?\s*(?:$|[\d□.…\s]*/|[\d□]+|[A-ZĐ]|[-–])", re.IGNORECASE)
_URGENT: Final = frozenset({"khan", "thuongkhan", "hoatoc", "hoatochengio"})
_SECRET: Final = frozenset({"mat", "toimat", "tuyetmat"})
_SUBJECT = re.compile(r"(?:v/v|v\.v|vv/)(?!\w)|về việc\b|v/v:", re.IGNORECASE)
_SHORT_DATE = re.compile(r"[^\W\d][^\d,;:]{1,40},? ngay \d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}\.?")
_DATE_TO_FILL: Final = re.compile(rf"[^\W\d][^\d,;:]{{1,40}}, ?{BLANK}")
"""A place, and a field for the date that a register fills in: "Mẫu Sơn, [ngày ban hành]"."""
_PARTY: Final = "dangcongsanvietnam"
_AFTER_TABLE: Final = 8
_TABLE_REACH: Final = 60
"""No table of a letterhead holds more lines than this above or below its Quốc hiệu."""
_ABOVE: Final = 6
_TALLEST: Final = 14
_AHEAD: Final = 5
_LONGEST_AGENCY: Final = 90
_LONGEST_CELL: Final = 200
_BELOW_HEAD: Final = ("kinh gui", "noi nhan", "can cu ")


@dataclass
class Head:
    """A letterhead: its components, the lines from `start` to before `end`, and its two columns."""

    start: int
    end: int
    found: Found = field(default_factory=dict)
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)

    def first(self, code: str) -> Line | None:
        """The first line of a component."""
        return next(iter(self.found.get(code, [])), None)


def is_nation(line: Line) -> bool:
    """Whether the line is a Quốc hiệu, also one with a slip of the pen."""
    letters = line.letters
    return 20 <= len(letters) <= 34 and (
        _NATION.fullmatch(letters) is not None
        or (letters.startswith("conghoaxahoi") and letters.endswith("vietnam"))
    )


def is_party(line: Line) -> bool:
    """Whether the line is the heading of the papers of the Party, which have rules of their own."""
    return line.letters == _PARTY and line.upper


def read_head(lines: list[Line], nation: Line, kinds: Kinds, floor: int) -> Head:
    """The letterhead around a Quốc hiệu; it begins at `floor` or later."""
    start, end = _reach(lines, nation, floor)
    titles = frozenset(bare(kind.ten).replace(" ", "") for kind in kinds.kinds)
    end = next((i for i in range(nation.index + 1, end) if _is_below(lines[i], nation, titles)), end)
    head = Head(start, end)
    _sort(head, lines[start:end], nation)
    _look_below(head, lines, titles)
    _name_agencies(head)
    return head


def _reach(lines: list[Line], nation: Line, floor: int) -> tuple[int, int]:
    """The lines of the table of the letterhead; without a table those close to the Quốc hiệu."""
    if nation.table is not None and nation.table >= 0:
        near = range(max(floor, nation.index - _TABLE_REACH), min(len(lines), nation.index + _TABLE_REACH))
        mine = [index for index in near if lines[index].table == nation.table]
        start, end = mine[0], mine[-1] + 1  # a text box or a nested table may stand between
        alone = all(lines[index].column >= nation.column for index in mine)
        while alone and start > floor and lines[start - 1].table is not None:
            start -= 1  # the columns may be tables of their own inside one table
        return start, end
    start, end = nation.index, nation.index + 1
    while start > floor and nation.index - start < _ABOVE and _may_be_head(lines[start - 1]):
        start -= 1
    while end < len(lines) and end - nation.index < _TALLEST:
        if _continues(lines[end]):
            end += 1
        elif any(_is_thought(line) for line in lines[end + 1 : end + _AHEAD]):
            end += 1  # an agency with more lines than there are on the right
        else:
            break
    return start, end


def _is_below(line: Line, nation: Line, titles: frozenset[str]) -> bool:
    """Whether a line in the table of the letterhead is below it: the table may hold the whole paper."""
    if nation.table is None or line.table != nation.table or line.row <= nation.row:
        return False
    if line.upper:
        return line.letters in titles
    return len(line.text) > _LONGEST_CELL or line.key.startswith(_BELOW_HEAD)


def _is_thought(line: Line) -> bool:
    """Whether it is a piece of a line set in columns by tabs or spaces."""
    return line.table is not None and line.table < 0


def _may_be_head(line: Line) -> bool:
    if not line.says:
        return True
    return (line.upper and len(line.text) < _LONGEST_AGENCY) or _NUMBER.match(line.text) is not None


def _continues(line: Line) -> bool:
    return (
        not line.says
        or _is_thought(line)
        or is_motto(line)
        or is_date(line)
        or _NUMBER.match(line.text) is not None
        or _SUBJECT.match(line.text) is not None
    )


def is_motto(line: Line) -> bool:
    """Whether the line is a Tiêu ngữ, however its dashes are typed."""
    letters = line.letters
    return letters.startswith("doclap") and letters.endswith("hanhphuc") and len(letters) < 26


def is_date(line: Line) -> bool:
    """Whether the line is a place and a date of issue."""
    key = line.key
    day = key.find("ngay")
    if day < 0 or len(line.text) >= 90:
        return False
    return 0 <= key.find("thang", day) < key.find("nam", day) or _SHORT_DATE.fullmatch(key) is not None


def is_number(line: Line) -> bool:
    """Whether the line is a number and symbol."""
    return _NUMBER.match(line.text) is not None and len(line.text) < 60


def _sort(head: Head, lines: list[Line], nation: Line) -> None:
    """Lines to codes; what is none of the known ones waits in `left` to be an agency."""
    tabled = nation.table is not None
    subject_open = False
    for line in lines:
        is_left = _is_left(line, nation) if tabled else line is not nation
        (head.left if is_left else head.right).append(line)
        if not line.has_words:
            subject_open = subject_open and not is_left
            continue
        code = _code(line, nation, is_left=is_left)
        if code is None and is_left and subject_open:
            code = "trich_yeu_cong_van"
        if code is not None:
            head.found.setdefault(code, []).append(line)
        if is_left:
            subject_open = code == "trich_yeu_cong_van"


def _is_left(line: Line, nation: Line) -> bool:
    """In the same table the columns tell; a box or another table belongs to the side that it comes before."""
    if line.table == nation.table or _is_thought(nation):
        return line.column < nation.column
    return line.index < nation.index


def _code(line: Line, nation: Line, *, is_left: bool) -> str | None:
    if line is nation:
        return "quoc_hieu"
    if is_motto(line):
        return "tieu_ngu"
    if line.letters in _URGENT:
        return "muc_do_khan"
    if is_left and _SUBJECT.match(line.text):
        return "trich_yeu_cong_van"
    if is_number(line):
        return "so_ky_hieu"
    waits = not is_left and _DATE_TO_FILL.fullmatch(line.text) is not None
    return "dia_danh_thoi_gian" if is_date(line) or waits else None


def _look_below(head: Head, lines: list[Line], titles: frozenset[str]) -> None:
    """Number, date and "V/v" that stand below the table of the letterhead."""
    at = head.end
    for line in lines[head.end : head.end + _AFTER_TABLE]:
        at += 1
        if not line.has_words:
            continue
        letters = line.letters
        if line.upper and letters not in _URGENT and (letters in titles or len(letters) > 3):
            break
        code = _below(line)
        if code is None or code in head.found:
            break
        head.found[code] = [line]
        head.end = at


def _below(line: Line) -> str | None:
    if line.letters in _URGENT:
        return "muc_do_khan"
    if is_motto(line):
        return "tieu_ngu"
    if is_number(line):
        return "so_ky_hieu"
    if is_date(line) and (line.italic or "," in line.text[:60]) and len(line.text) < 70:
        return "dia_danh_thoi_gian"
    return "trich_yeu_cong_van" if _SUBJECT.match(line.text) and len(line.text) < 250 else None


def _name_agencies(head: Head) -> None:
    """The lines of agencies: in the left column above the number, or in capitals without a table."""
    taken = {id(line) for found in head.found.values() for line in found}
    number = head.first("so_ky_hieu")
    waiting = [
        line
        for line in head.left
        if line.has_words
        and id(line) not in taken
        and line.letters not in _SECRET
        and not line.letters.startswith("duthao")
        and len(line.text) < _LONGEST_AGENCY
        and ":" not in line.text
        and any(map(str.isalpha, line.text))
        and (number is None or number not in head.left or line.index < number.index)
    ]
    above, own = split_agencies(waiting)
    if above:
        head.found["co_quan_chu_quan"] = above
    if own:
        head.found["co_quan_ban_hanh"] = own
