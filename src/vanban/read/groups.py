"""The part of a plan that holds its work: lines → groups → tasks → labelled fields, all still raw.

A line that fits nowhere is kept with the reason, never dropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vanban.model.plan import NotUnderstood, RawField
from vanban.read.footnotes import has_residue
from vanban.read.labels import Label, find_label, looks_like_label
from vanban.read.lines import SourceLine
from vanban.read.wording import starts_lower

STRAY_BEFORE = "dòng đứng trước nhóm nhiệm vụ đầu tiên"
STRAY_TITLE = "dòng đứng sau tiêu đề, không thuộc trường nào"
STRAY_FIELD = "dòng không nối tiếp trường đứng trước nó"
FOREIGN_LABEL = "nhãn này chưa có trong mẫu kế hoạch"


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


def read_groups(lines: Sequence[SourceLine]) -> tuple[list[RawGroup], list[NotUnderstood]]:
    """The groups in `lines`, and the lines that fit nowhere."""
    reader = _Reader()
    for line, following in _with_next(lines):
        reader.take(line, following)
    return reader.groups, reader.lost


def _with_next(lines: Sequence[SourceLine]) -> Iterator[tuple[SourceLine, SourceLine | None]]:
    """Each line with words, and the next one that does not merely run on from it."""
    following: SourceLine | None = None
    pairs: list[tuple[SourceLine, SourceLine | None]] = []
    for line in reversed([line for line in lines if not line.is_blank]):
        pairs.append((line, following))
        if not _is_plain(line) or not (line.wrapped or starts_lower(line.raw)):
            following = line
    yield from reversed(pairs)


def _is_plain(line: SourceLine) -> bool:
    """Whether a line has neither bullet nor number nor label."""
    marked = line.is_dash or line.is_plus or line.group_number or line.task_number
    return not marked and find_label(line) is None


class _Reader:
    """Where the reading stands: the open group, task and field."""

    def __init__(self) -> None:
        self.groups: list[RawGroup] = []
        self.lost: list[NotUnderstood] = []
        self._task: RawTask | None = None
        self._field: RawField | None = None
        self._foreign = False
        self._last = ""

    def take(self, line: SourceLine, following: SourceLine | None) -> None:
        """Put one line where it belongs; `following` is the next line that begins something."""
        label = find_label(line)
        if label and (label.sure or not (self._task and self._task.has(label.key))):
            self._begin_field(line, label)
        elif line.task_number:
            self._begin_task(line, *line.task_number)
        elif line.group_number and not self._is_list_item(following):
            self._begin_group(line, *line.group_number)
        elif line.is_plus or (line.group_number and self._field):
            self._continue(line, FOREIGN_LABEL if self._foreign else STRAY_FIELD)
        elif line.is_dash:
            self._bullet(line)
        else:
            self._plain(line, following)
        self._last = line.raw

    def _begin_group(self, line: SourceLine, number: str, title: str) -> None:
        self.groups.append(RawGroup(line.number, number, [title], [line]))
        self._task, self._field, self._foreign = None, None, False

    def _begin_task(self, line: SourceLine, number: str | None, title: str) -> None:
        self._open_task(RawTask(line.number, number, [title], [line]))

    def _open_task(self, task: RawTask) -> None:
        if not self.groups:
            self.groups.append(RawGroup(None))
        self.groups[-1].tasks.append(task)
        self._task, self._field, self._foreign = task, None, False

    def _begin_field(self, line: SourceLine, label: Label) -> None:
        if self._task is None or self._starts_again(self._task, label):
            self._open_task(RawTask(line.number))
        assert self._task is not None
        value = [label.rest] if label.rest.strip() else []
        self._field = RawField(khoa=label.key, nhan=label.words, gia_tri=value, dong=line.number)
        self._task.fields.append(self._field)
        self._foreign = False

    @staticmethod
    def _starts_again(task: RawTask, label: Label) -> bool:
        """A second "Nội dung" after other fields is a further task without a title."""
        return label.key == "noi_dung" and task.has("noi_dung") and task.fields[-1].khoa != "noi_dung"

    def _is_list_item(self, following: SourceLine | None) -> bool:
        """Whether a line like "1. …" is an item of the open content rather than a group.

        It is, if the next field of the same task comes right after it.
        """
        if self._field is None or self._field.khoa != "noi_dung" or following is None:
            return False
        label = find_label(following)
        return bool(label and label.key != "noi_dung")

    def _bullet(self, line: SourceLine) -> None:
        opened = self._field
        in_content = opened is not None and opened.khoa == "noi_dung"
        listing = in_content and opened is not None and all(_is_bullet(v) for v in opened.gia_tri)
        if not listing and looks_like_label(line):
            self._field, self._foreign = None, True
            self._lose(line, FOREIGN_LABEL)
        elif opened is not None and (in_content or opened.khoa == "san_pham" or not opened.gia_tri):
            self._continue(line, STRAY_FIELD)
        else:
            self._lose(line, FOREIGN_LABEL if self._foreign else STRAY_FIELD)

    def _plain(self, line: SourceLine, following: SourceLine | None) -> None:
        runs_on = line.wrapped or (starts_lower(line.raw) and self._last.rstrip()[-1:] not in (".", ""))
        next_label = find_label(following) if following else None
        before_content = next_label is not None and next_label.key == "noi_dung"
        if self._field and (runs_on or has_residue(line.raw)):
            self._continue(line, STRAY_FIELD)
        elif runs_on and self._title_is_open():
            self._continue_title(line)
        elif before_content and (self._task is None or self._task.fields) and self.groups:
            self._begin_task(line, None, line.raw)
        elif self._field and (self._field.khoa == "noi_dung" or not self._field.gia_tri):
            self._continue(line, STRAY_FIELD)
        elif not self.groups:
            self._lose(line, STRAY_BEFORE)
        else:
            self._lose(line, STRAY_FIELD if self._field else STRAY_TITLE)

    def _title_is_open(self) -> bool:
        holder = self._title_holder()
        return bool(holder and holder.title_lines and holder.title_lines[-1].raw == self._last)

    def _title_holder(self) -> RawTask | RawGroup | None:
        if self._task is not None:
            return None if self._task.fields else self._task
        return self.groups[-1] if self.groups else None

    def _continue_title(self, line: SourceLine) -> None:
        holder = self._title_holder()
        assert holder is not None
        holder.title.append(line.raw)
        holder.title_lines.append(line)

    def _continue(self, line: SourceLine, reason: str) -> None:
        if self._field is None:
            self._lose(line, reason)
        else:
            self._field.gia_tri.append(line.raw.lstrip())

    def _lose(self, line: SourceLine, reason: str) -> None:
        self.lost.append(NotUnderstood(dong=line.number, chu=line.raw.strip(), ly_do=reason))


def _is_bullet(value: str) -> bool:
    return SourceLine(0, value).is_dash
