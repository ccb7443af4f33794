"""A table of tasks (in Word, Excel or text) → groups of tasks.

The table comes as plain rows of cells. Whoever makes the rows writes a cell that is merged down into each
of its rows, and a cell that is merged across once, in its first column; lines within a cell are apart by
"\\n". Rows above the header are given back as lines.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from vanban.model.plan import Group, NotUnderstood, RawField
from vanban.read.lines.columns import Header, find_header
from vanban.read.lines.source import SourceLine
from vanban.read.outline.raw import RawGroup, RawTask
from vanban.read.outline.table_entry import (
    BULLET,
    NUMBER_IN_TITLE,
    Entry,
    bare_number,
    entry_of,
    is_group,
    kind_of,
    printed,
)
from vanban.read.outline.tasks import TaskReader
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.names import begins_name
from vanban.viet.text import squeeze, tone_key

STRAY_ROW = "hàng của bảng không thuộc nhiệm vụ nào"
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
    entries = [entry_of(rows[i], places[i], header) for i in range(header.end, len(rows))]
    entries = [entry for entry in entries if any(cell.strip() for cell in entry.cells)]
    for i, entry in enumerate(entries):
        reader.take(entry, entries[i + 1] if i + 1 < len(entries) else None)
    tasks = TaskReader(finder, year)
    groups = [tasks.group(raw, at) for at, raw in enumerate(reader.groups, start=first_group)]
    above = [line for i in range(header.first) if (line := _words(rows[i], places[i]))]
    return TableTasks(groups, reader.lost + tasks.lost, header, above)


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
        self._above: Entry | None = None
        self._group = ""
        self.groups: list[RawGroup] = []
        self.lost: list[NotUnderstood] = []

    def take(self, entry: Entry, following: Entry | None) -> None:
        """Put one row where it belongs; `following` is the next row."""
        if entry.group and entry.group != self._group:
            self._open_named(entry)
        if tone_key(squeeze(entry.title)).startswith(_TOTAL) and not entry.number:
            self._lose(entry)
        elif self._goes_on(entry):
            self._continue(entry)
        elif is_group(entry, following):
            self._open_group(entry)
        elif entry.title.strip():
            self._open_task(entry)
        else:
            self._lose(entry)
        self._above = entry

    def _goes_on(self, entry: Entry) -> bool:
        """Whether a row only adds to the task of the row above: its number and title are the same or none."""
        if self._task is None or self._above is None or entry.spans:
            return False
        if not entry.number and not entry.title.strip():
            return True
        same = entry.number == self._above.number and entry.title == self._above.title
        return same and not (self._above.bare and entry.bare)

    def _open_group(self, entry: Entry) -> None:
        lines = [SourceLine(entry.place, part) for part in printed(entry).split("\n")]
        self.groups.append(RawGroup(entry.place, bare_number(entry.number), [entry.title], lines))
        self._task = None

    def _open_named(self, entry: Entry) -> None:
        """Begin the group that the column of groups names."""
        found = NUMBER_IN_TITLE.match(entry.group)
        number, name = (found.group(1), entry.group[found.end() :]) if found else ("", entry.group)
        line = SourceLine(entry.place, entry.group)
        self.groups.append(RawGroup(entry.place, bare_number(number), [name], [line]))
        self._task, self._above, self._group = None, None, entry.group

    def _open_task(self, entry: Entry) -> None:
        if not self.groups:
            self.groups.append(RawGroup(None, None, [self._title] if self._title else []))
        elif self._is_beside_the_group(entry):
            self.groups.append(RawGroup(None, None, [entry.title.split("\n")[0]]))
        first, *more = [part for part in entry.title.split("\n") if part.strip()]
        title = f"{entry.number} {first}".strip()
        task = RawTask(
            entry.place,
            bare_number(entry.number),
            [BULLET.sub("", first)],
            [SourceLine(entry.place, title)],
        )
        if more:
            task.fields.append(RawField(khoa="noi_dung", nhan="", gia_tri=more, dong=entry.place))
        for key, heading, value in self._fields(entry):
            task.fields.append(RawField(khoa=key, nhan=heading, gia_tri=value, dong=entry.place))
        self._task = task
        self.groups[-1].tasks.append(task)

    def _is_beside_the_group(self, entry: Entry) -> bool:
        """Whether a task has a number of the level of the open group ("2" after group 1 with 1.1, 1.2)."""
        group, tasks = self.groups[-1].number or "", self.groups[-1].tasks
        return (
            kind_of(group) == kind_of(entry.number) == "whole"
            and bool(tasks)
            and kind_of(tasks[0].number or "") not in ("whole", "")
        )

    def _continue(self, entry: Entry) -> None:
        """Further words of the open task; what a merged cell repeats is left out."""
        assert self._task is not None
        assert self._above is not None
        above = {heading: value for _, heading, value in self._fields(self._above)}
        for key, heading, value in self._fields(entry):
            if above.get(heading) == value:
                continue
            self._task.fields.append(RawField(khoa=key, nhan=heading, gia_tri=value, dong=entry.place))

    def _fields(self, entry: Entry) -> list[tuple[str, str, list[str]]]:
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

    def _marked(self, entry: Entry) -> str:
        """The months or quarters whose columns have a mark in this row, as a deadline says them."""
        columns = zip(self._columns, entry.cells, strict=False)
        moments = [c.moment for c, cell in columns if c.key == "moc" and cell.strip()]
        return " và ".join(filter(None, (", ".join(moments[:-1]), moments[-1]))) if moments else ""

    def _lose(self, entry: Entry) -> None:
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
