"""A table of tasks (in Word, Excel or text) → groups of tasks.

The table comes as plain rows of cells. Whoever makes the rows writes a cell that is merged down into each
of its rows, and a cell that is merged across once, in its first column; lines within a cell are apart by
"\\n". Rows above the header are given back as lines.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from vanban.model.plan import Group, NotUnderstood, RawField
from vanban.read.lines.columns import Header, find_header
from vanban.read.lines.source import SourceLine
from vanban.read.outline.raw import RawGroup, RawTask
from vanban.read.outline.tasks import TaskReader
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.names import begins_name
from vanban.viet.numbering import roman_value
from vanban.viet.text import squeeze, tone_key

STRAY_ROW = "hàng của bảng không thuộc nhiệm vụ nào"
_ROMAN = re.compile(r"([IVXLC]{1,7})[.)]?")
_CAPITAL = re.compile(r"([A-ZĐ])[.)]?")
_WHOLE = re.compile(r"(\d{1,3})[.)]?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+[.)]?")
_BULLET = re.compile(r"\s*[-–—+•*]\s*")
_NUMBER_IN_TITLE = re.compile(
    r"\s*((?:PHẦN\s+)?[IVXLC]{1,7}[.)/:]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)"
)
_NUMBER_ABOVE = re.compile(r"\s*([IVXLC]{1,7}|[A-ZĐ]|\d{1,2})\s*\n(?=\s*\S)")
_OPEN_END = re.compile(r"(?<!\w)(?:và|của|về|với|cho|các)$")
_TOTAL = tuple(map(tone_key, ("tổng cộng", "cộng", "tổng số")))


@dataclass
class TableTasks:
    """What a table of tasks says: its groups, words of no known part, and where its header stands."""

    groups: list[Group] = field(default_factory=list)
    lost: list[NotUnderstood] = field(default_factory=list)
    header: Header | None = None
    above: list[SourceLine] = field(default_factory=list)
    """Rows with words above the header."""


def read_task_table(
    rows: Sequence[Sequence[str]],
    finder: AgencyFinder,
    year: int | None,
    *,
    numbers: Sequence[int] | None = None,
    first_group: int = 1,
    title: str = "",
) -> TableTasks | None:
    """The tasks in `rows`; None if they have no header of a table of tasks (see `columns.find_header`).

    `year` serves deadlines that name none. `numbers` gives the place of each row in the source (default:
    1, 2, …), `first_group` the position of the first group, from which ids are made ("t3-1"); `title` names
    the tasks that stand under no group row.
    """
    header = find_header(rows)
    if header is None:
        return None
    places = list(numbers) if numbers is not None else list(range(1, len(rows) + 1))
    reader = _Rows(header, title)
    entries = [_entry(rows[i], places[i], header) for i in range(header.end, len(rows))]
    entries = [entry for entry in entries if any(cell.strip() for cell in entry.cells)]
    for i, entry in enumerate(entries):
        reader.take(entry, entries[i + 1] if i + 1 < len(entries) else None)
    tasks = TaskReader(finder, year)
    groups = [tasks.group(raw, at) for at, raw in enumerate(reader.groups, start=first_group)]
    above = [line for i in range(header.first) if (line := _words(rows[i], places[i]))]
    return TableTasks(groups, reader.lost + tasks.lost, header, above)


@dataclass(frozen=True, slots=True)
class _Entry:
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


def _entry(row: Sequence[str], place: int, header: Header) -> _Entry:
    cells = tuple(row) + ("",) * (len(header.columns) - len(row))
    by_key = {column.key: cells[i] for i, column in enumerate(header.columns) if column.key}
    number, title = squeeze(by_key.get("so", "")), by_key.get("ten", "")
    filled = [i for i, cell in enumerate(cells) if cell.strip()]
    spans = len(filled) == 1 and header.columns[filled[0]].key != "ten"
    if len(filled) == 1:
        whole = cells[filled[0]]
        found = _NUMBER_IN_TITLE.match(whole) or _NUMBER_ABOVE.match(whole)
        number, title = (found.group(1), whole[found.end() :]) if found else ("", whole)
        spans = spans and filled[0] == 0
    elif not header.has("so") and (found := _NUMBER_IN_TITLE.match(title)):
        number, title = found.group(1), title[found.end() :]
    known = {i for i, column in enumerate(header.columns) if column.key in ("so", "ten", "nhom")}
    bare = all(i in known for i in filled) or spans
    return _Entry(place, cells, number, title, bare, spans, "" if spans else _group_name(by_key, header))


def _group_name(by_key: Mapping[str, str], header: Header) -> str:
    """The group that a row names in a column of its own; of a mere number with the heading ("Tháng 9")."""
    name = squeeze(by_key.get("nhom", ""))
    heading = next((column.heading for column in header.columns if column.key == "nhom"), "")
    return f"{heading} {name}" if name.isdecimal() else name


def _words(row: Sequence[str], place: int) -> SourceLine | None:
    """A row that is no part of the table proper, as a line."""
    text = " ".join(squeeze(cell) for cell in row if cell.strip())
    return SourceLine(place, text) if text else None


class _Rows:
    """Where the reading stands: the open group and task."""

    def __init__(self, header: Header, title: str) -> None:
        self._columns = header.columns
        self._title = title
        self._task: RawTask | None = None
        self._above: _Entry | None = None
        self._group = ""
        self.groups: list[RawGroup] = []
        self.lost: list[NotUnderstood] = []

    def take(self, entry: _Entry, following: _Entry | None) -> None:
        """Put one row where it belongs; `following` is the next row."""
        if entry.group and entry.group != self._group:
            self._open_named(entry)
        if tone_key(squeeze(entry.title)).startswith(_TOTAL) and not entry.number:
            self._lose(entry)
        elif self._goes_on(entry):
            self._continue(entry)
        elif _is_group(entry, following):
            self._open_group(entry)
        elif entry.title.strip():
            self._open_task(entry)
        else:
            self._lose(entry)
        self._above = entry

    def _goes_on(self, entry: _Entry) -> bool:
        """Whether a row only adds to the task of the row above: its number and title are the same or none."""
        if self._task is None or self._above is None or entry.spans:
            return False
        if not entry.number and not entry.title.strip():
            return True
        same = entry.number == self._above.number and entry.title == self._above.title
        return same and not (self._above.bare and entry.bare)

    def _open_group(self, entry: _Entry) -> None:
        lines = [SourceLine(entry.place, part) for part in _printed(entry).split("\n")]
        self.groups.append(RawGroup(entry.place, _bare(entry.number), [entry.title], lines))
        self._task = None

    def _open_named(self, entry: _Entry) -> None:
        """Begin the group that the column of groups names."""
        found = _NUMBER_IN_TITLE.match(entry.group)
        number, name = (found.group(1), entry.group[found.end() :]) if found else ("", entry.group)
        line = SourceLine(entry.place, entry.group)
        self.groups.append(RawGroup(entry.place, _bare(number), [name], [line]))
        self._task, self._above, self._group = None, None, entry.group

    def _open_task(self, entry: _Entry) -> None:
        if not self.groups:
            self.groups.append(RawGroup(None, None, [self._title] if self._title else []))
        elif self._is_beside_the_group(entry):
            self.groups.append(RawGroup(None, None, [entry.title.split("\n")[0]]))
        first, *more = [part for part in entry.title.split("\n") if part.strip()]
        printed = f"{entry.number} {first}".strip()
        task = RawTask(
            entry.place, _bare(entry.number), [_BULLET.sub("", first)], [SourceLine(entry.place, printed)]
        )
        if more:
            task.fields.append(RawField(khoa="noi_dung", nhan="", gia_tri=more, dong=entry.place))
        for key, heading, value in self._fields(entry):
            task.fields.append(RawField(khoa=key, nhan=heading, gia_tri=value, dong=entry.place))
        self._task = task
        self.groups[-1].tasks.append(task)

    def _is_beside_the_group(self, entry: _Entry) -> bool:
        """Whether a task has a number of the level of the open group ("2" after group 1 with 1.1, 1.2)."""
        group, tasks = self.groups[-1].number or "", self.groups[-1].tasks
        return (
            _kind(group) == _kind(entry.number) == "whole"
            and bool(tasks)
            and _kind(tasks[0].number or "") not in ("whole", "")
        )

    def _continue(self, entry: _Entry) -> None:
        """Further words of the open task; what a merged cell repeats is left out."""
        assert self._task is not None
        assert self._above is not None
        above = {heading: value for _, heading, value in self._fields(self._above)}
        for key, heading, value in self._fields(entry):
            if above.get(heading) == value:
                continue
            self._task.fields.append(RawField(khoa=key, nhan=heading, gia_tri=value, dong=entry.place))

    def _fields(self, entry: _Entry) -> list[tuple[str, str, list[str]]]:
        """The filled cells of a row as (key, heading, lines); a beginning and an end are one deadline."""
        found: list[tuple[str, str, list[str]]] = []
        for column, cell in zip(self._columns, entry.cells, strict=False):
            lines = _lines(cell, column.key)
            if not lines or column.key in ("so", "ten", "nhom", "moc"):
                continue
            if column.key == "thoi_han_den" and found and found[-1][0] == "thoi_han_tu":
                start = found.pop()
                found.append(("thoi_han", f"{start[1]} - {column.heading}", [f"{start[2][0]} - {lines[0]}"]))
            else:
                found.append((column.key or "truong_khac", column.heading, lines))
        if marked := self._marked(entry):
            found.append(("thoi_han", "Thời gian", [marked]))
        return [("thoi_han" if k.startswith("thoi_han") else k, h, v) for k, h, v in found]

    def _marked(self, entry: _Entry) -> str:
        """The months or quarters whose columns have a mark in this row, as a deadline says them."""
        columns = zip(self._columns, entry.cells, strict=False)
        moments = [c.moment for c, cell in columns if c.key == "moc" and cell.strip()]
        return " và ".join(filter(None, (", ".join(moments[:-1]), moments[-1]))) if moments else ""

    def _lose(self, entry: _Entry) -> None:
        words = " | ".join(squeeze(cell) for cell in entry.cells if cell.strip())
        self.lost.append(NotUnderstood(dong=entry.place, chu=words, ly_do=STRAY_ROW))


def _lines(cell: str, key: str) -> list[str]:
    """The lines of a cell; where each line is a name or a product of its own, a mark ends it."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    own = _OWN_LINES.get(key)
    if own is None:
        return lines
    for i, following in enumerate(lines[1:]):
        if own(following) and lines[i][-1] not in ";,.:" and not _OPEN_END.search(lines[i]):
            lines[i] += ";"
    return lines


def _begins_product(line: str) -> bool:
    return line[0].isupper()


_OWN_LINES: dict[str, Callable[[str], bool]] = {
    "chu_tri": begins_name,
    "phoi_hop": begins_name,
    "san_pham": _begins_product,
}
"""Whether a line of a cell begins a name or a product of its own, by what the column holds."""


def _is_group(entry: _Entry, following: _Entry | None) -> bool:
    """Whether a row is the heading of those below it.

    It says nothing but a number and a title. A Roman number or a capital letter, and a cell over the whole
    width, are headings; after an Arabic number the next row tells: it goes on a level deeper, or the
    numbers begin again.
    """
    if not entry.bare or not entry.title.strip():
        return False
    if entry.spans or _kind(entry.number) in ("roman", "capital"):
        return True
    if following is None:
        return False
    here, there = _kind(entry.number), _kind(following.number)
    if here == "whole":
        begins = there == "whole" and squeeze(following.number).rstrip(".)") in ("1", "01")
        deeper = there in ("dotted", "bullet", "letter") or bool(_BULLET.match(following.title))
        return bool(
            (begins or deeper) and not (begins and _bare(entry.number) in ("1", "01") and following.bare)
        )
    if here == "dotted":
        return following.number.startswith(entry.number.rstrip(".)") + ".")
    if here == "" and not following.bare:
        return not _BULLET.match(entry.title)
    return False


def _kind(number: str) -> str:
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
    return "bullet" if _BULLET.fullmatch(text) else "letter" if text else ""


def _bare(number: str) -> str | None:
    return squeeze(number).rstrip(".)/:") or None


def _printed(entry: _Entry) -> str:
    return f"{entry.number} {entry.title}".strip()
