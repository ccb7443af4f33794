"""Groups and tasks of a plan while they are still lines, and how a group is closed."""

from dataclasses import dataclass, field, replace

from vanban.model.plan import NotUnderstood, RawField, Section
from vanban.read.lines.source import SourceLine
from vanban.viet.text import squeeze


@dataclass
class RawTask:
    """A task as lines: the printed number, the title's words, whole title lines, and its fields."""

    line: int
    number: str | None = None
    title: list[str] = field(default_factory=list)
    title_lines: list[SourceLine] = field(default_factory=list)
    fields: list[RawField] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Whether a field with this key has begun."""
        return any(f.khoa == key for f in self.fields)


@dataclass
class RawGroup:
    """A group as lines; `number` is None for tasks that stand under no group heading."""

    line: int | None
    number: str | None = None
    title: list[str] = field(default_factory=list)
    title_lines: list[SourceLine] = field(default_factory=list)
    tasks: list[RawTask] = field(default_factory=list)
    content: list[SourceLine] = field(default_factory=list)
    """Lines under its heading, before its first task."""
    depth: int = 0

    @property
    def printed_number(self) -> str:
        """The number with the word before it ("Nhiệm vụ 1")."""
        if not self.title_lines:
            return self.number or ""
        raw = self.title_lines[0].raw
        return squeeze(raw[: len(raw) - len(self.title[0])]).rstrip(" .:/)–-")


@dataclass
class RawGroups:
    """What a part says: groups, headings over several of them, lines of no known part."""

    groups: list[RawGroup] = field(default_factory=list)
    headings: list[Section] = field(default_factory=list)
    lost: list[NotUnderstood] = field(default_factory=list)
    before: list[SourceLine] = field(default_factory=list)
    """Lines before the first group, where there is none that could hold them."""


def by_titles(group: RawGroup) -> list[RawGroup]:
    """The groups of tasks without numbers: a title with nothing under it stands over those that follow."""
    if all(task.fields for task in group.tasks):
        return [group]
    found = [replace(group, tasks=[])]
    for task, following in zip(group.tasks, [*group.tasks[1:], None], strict=True):
        if not task.fields and following is not None and following.fields and task.title_lines:
            found.append(RawGroup(task.line, None, task.title, task.title_lines))
        else:
            found[-1].tasks.append(task)
    return [one for one in found if one.tasks or one.content]


def name_only_task(group: RawGroup) -> None:
    """Fields that stand right under the heading of a group are those of one task, which it names."""
    if len(group.tasks) != 1:
        return
    task = group.tasks[0]
    if task.title_lines or task.has("noi_dung") or group.line is None:
        return
    task.title, task.title_lines, task.number = list(group.title), list(group.title_lines), group.number


def make_task(group: RawGroup) -> None:
    """A group whose heading has only words under it is one task without a title of its own."""
    first = group.content[0]
    content = RawField(
        khoa="noi_dung", nhan="", gia_tri=[line.raw.lstrip() for line in group.content], dong=first.number
    )
    group.tasks.append(RawTask(first.number, fields=[content]))
    group.content = []
