"""A section that holds work → groups of tasks: from its lines, and from the tables that stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.model.plan import Group, NotUnderstood, PlanAppendix, Section
from vanban.read.lines.columns import find_header
from vanban.read.lines.label_lines import split_fields
from vanban.read.lines.labels import TELLING, find_label
from vanban.read.lines.markers import marker_of
from vanban.read.lines.paragraphs import passages
from vanban.read.lines.source import SourceLine, SourceTable
from vanban.read.outline.duties import by_agency, duty_groups
from vanban.read.outline.groups import read_groups
from vanban.read.outline.raw import RawGroup, RawGroups, RawTask
from vanban.read.outline.shape import task_level
from vanban.read.outline.task_table import read_task_table
from vanban.read.outline.tasks import TaskReader
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.inline import assigns
from vanban.read.words.wording import trim_end

_LONGEST_TITLE = 200


@dataclass
class Work:
    """What a section with work says."""

    groups: list[Group] = field(default_factory=list)
    headings: list[Section] = field(default_factory=list)
    lost: list[NotUnderstood] = field(default_factory=list)
    before: list[SourceLine] = field(default_factory=list)
    """Lines that stand before the work and in no group."""
    tables: list[PlanAppendix] = field(default_factory=list)
    """Tables that hold no tasks."""


def has_work(lines: Sequence[SourceLine]) -> bool:
    """Whether lines say of any task who does it, by when, or what comes of it."""
    for line in lines:
        if line.table is not None:
            if find_header(line.table.rows):
                return True
            continue
        label = find_label(line)
        if (label and label.sure and label.key in TELLING) or assigns(marker_of(line).rest):
            return True
    return False


def read_work(
    lines: Sequence[SourceLine], section: Section, finder: AgencyFinder, year: int | None, first_group: int
) -> Work:
    """The groups of a section; `first_group` is the position of its first one in the plan."""
    reader = _Reader(section, finder, year, first_group)
    waiting: list[SourceLine] = []
    with_tables = any(line.table is not None and find_header(line.table.rows) for line in lines)
    for line in lines:
        if line.table is None:
            waiting.append(line)
        else:
            reader.take_table(line.table, reader.take_lines(waiting, before_table=True))
            waiting = []
    closing = reader.take_lines(waiting, before_table=with_tables)
    if closing is not None:  # no table comes after it
        reader.work.before.append(closing)
    return reader.work


class _Reader:
    """Collects the groups in their order."""

    def __init__(self, section: Section, finder: AgencyFinder, year: int | None, first: int) -> None:
        self._section = section
        self._finder = finder
        self._year = year
        self._first = first
        self.work = Work()

    def take_lines(self, lines: list[SourceLine], *, before_table: bool) -> SourceLine | None:
        """Read lines between tables; gives back the line that names the table after them, if any does.

        Lines beside a table of tasks that say nothing of who and when only introduce it.
        """
        filled = [line for line in lines if not line.is_blank]
        if not filled:
            return None
        if before_table and not has_work(filled):
            title = filled[-1] if len(filled[-1].raw) <= _LONGEST_TITLE else None
            self.work.before += filled[:-1] if title else filled
            return title
        if self._take_duties(filled):
            return None
        pieces = split_fields(lines)
        level = task_level(pieces, assigns)
        self._add(read_groups(pieces, level, self._section.ten, self._section.so_in))
        return None

    def _take_duties(self, lines: list[SourceLine]) -> bool:
        """Read "1. Sở A" over what Sở A is to do, where the section is made of such; else leave it."""
        if any((label := find_label(line)) and label.sure for line in lines):
            return False
        found, lost = passages(lines)
        if not by_agency(found):
            return False
        groups, left = duty_groups(found, self._finder, self._year, self._position())
        self.work.groups += groups
        self.work.before += [passage.line for passage in left]
        self.work.lost += lost
        return bool(groups)

    def take_table(self, table: SourceTable, title: SourceLine | None) -> None:
        """Read one table: its tasks, or as it stands where it holds none."""
        name = trim_end(marker_of(title).rest) if title else ""
        found = read_task_table(
            table.rows,
            self._finder,
            self._year,
            numbers=table.numbers,
            first_group=self._position(),
            title=name or self._section.ten,
        )
        if found is None or not any(group.nhiem_vu for group in found.groups):
            rows = [list(row) for row in table.rows]
            self.work.tables.append(
                PlanAppendix(ten=name or self._section.ten, bang=[rows], dong=table.numbers[0])
            )
        else:
            if title is not None:
                self.work.headings.append(
                    Section(khoa="nhom", so_in=marker_of(title).number, ten=name, dong=title.number)
                )
            self.work.groups += found.groups
            self.work.lost += found.lost
            self.work.before += found.above
            title = None
        if title is not None and not self.work.tables:
            self.work.before.append(title)

    def _position(self) -> int:
        return self._first + len(self.work.groups)

    def _add(self, raw: RawGroups) -> None:
        reader = TaskReader(self._finder, self._year)
        groups = raw.groups
        if not groups and raw.before:
            groups = [_single(raw, self._section)]
            raw.before = []
        self.work.groups += [reader.group(g, i) for i, g in enumerate(groups, start=self._position())]
        self.work.headings += raw.headings
        self.work.before += raw.before
        self.work.lost += raw.lost + reader.lost


def _single(raw: RawGroups, section: Section) -> RawGroup:
    """A section without any mark of a task: each of its paragraphs is one."""
    tasks = [RawTask(line.number, None, [line.raw], [line]) for line in raw.before]
    return RawGroup(None, section.so_in or None, [section.ten], tasks=tasks)
