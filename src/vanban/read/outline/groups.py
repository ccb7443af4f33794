"""The part of a plan that holds its work: lines → groups → tasks → labelled fields, all still raw.

`shape.task_level` tells at which level of the outline tasks stand: numbers above it are groups, marks below
it are content. A line that fits nowhere is kept with the reason, never dropped.
"""

from collections.abc import Iterator, Sequence

from vanban.model.plan import NotUnderstood, RawField, Section
from vanban.read.lines.labels import Label, find_label, foreign_label, label_behind_number
from vanban.read.lines.markers import PLAIN, Marker, depth_of, marker_of
from vanban.read.lines.source import SourceLine
from vanban.read.outline.raw import RawGroup, RawGroups, RawTask, by_titles, make_task, name_only_task
from vanban.read.words.footnotes import has_residue
from vanban.read.words.wording import starts_lower, trim_end

STRAY_FIELD = "dòng không nối tiếp trường đứng trước nó"
_FEW_WORDS = 5
"""A plain line of fewer words behind a field (a page number, a stray word) is no content."""


def read_groups(lines: Sequence[SourceLine], level: str, title: str = "", number: str = "") -> RawGroups:
    """The groups in `lines`, whose tasks stand at `level` (see `markers.LEVELS`).

    `title` and `number` are those of the section: they name a group for tasks that stand under no heading.
    """
    labelled = any((label := find_label(line)) and label.sure for line in lines)
    reader = _Reader(level, title, number, labelled=labelled)
    for line, following in _with_next(lines):
        reader.take(line, following)
    return reader.finish()


def _with_next(lines: Sequence[SourceLine]) -> Iterator[tuple[SourceLine, SourceLine | None]]:
    """Each line with words, and the next one that does not merely run on from it."""
    following: SourceLine | None = None
    pairs: list[tuple[SourceLine, SourceLine | None]] = []
    for line in reversed([line for line in lines if not line.is_blank]):
        pairs.append((line, following))
        if not (line.wrapped or starts_lower(line.raw)) or not _is_plain(line):
            following = line
    yield from reversed(pairs)


def _is_plain(line: SourceLine) -> bool:
    """Whether a line has neither bullet nor number nor label."""
    marked = line.is_dash or line.is_plus or line.group_number or line.task_number
    return not marked and find_label(line) is None


class _Reader:
    """Where the reading stands: the open group, task and field."""

    def __init__(self, level: str, title: str, number: str, *, labelled: bool) -> None:
        self._depth = depth_of(level)
        self._titles_are_plain = labelled and self._depth == depth_of(PLAIN)
        self._title, self._number = title, number
        self._found = RawGroups()
        self._task: RawTask | None = None
        self._field: RawField | None = None
        self._last = ""

    def take(self, line: SourceLine, following: SourceLine | None) -> None:
        """Put one line where it belongs; `following` is the next line that begins something."""
        mark = marker_of(line)
        label = find_label(line) or label_behind_number(line, mark)
        if label and self._is_field(label, mark):
            self._begin_field(line, label)
        elif mark.level != PLAIN and mark.depth == self._depth and not self._is_list_item(mark, following):
            self._begin_task(line, mark.number or None, mark.rest)
        elif mark.is_heading and mark.depth < self._depth and not self._is_list_item(mark, following):
            self._begin_group(line, mark)
        elif line.is_plus or (mark.number and self._field):
            self._continue(line)
        elif mark.level != PLAIN:
            self._bullet(line)
        else:
            self._plain(line, following)
        self._last = line.raw

    def finish(self) -> RawGroups:
        """Close the part: headings over groups, groups that are a single task."""
        if self._titles_are_plain:
            self._found.groups = [new for group in self._found.groups for new in by_titles(group)]
        groups: list[RawGroup] = []
        waiting: list[SourceLine] = list(self._found.before)
        all_groups = self._found.groups
        for i, group in enumerate(all_groups):
            below = all_groups[i + 1] if i + 1 < len(all_groups) else None
            if not group.tasks and below is not None and below.depth > group.depth and group.line is not None:
                name = trim_end(" ".join(group.title))
                self._found.headings.append(
                    Section(khoa="nhom", so_in=group.printed_number, ten=name, dong=group.line)
                )
                waiting += group.content
                continue
            group.content, waiting = waiting + group.content, []
            if not group.tasks and group.content:
                make_task(group)
            else:
                name_only_task(group)
            groups.append(group)
        self._found.groups, self._found.before = groups, waiting
        return self._found

    def _is_field(self, label: Label, mark: Marker) -> bool:
        if self._task is None and not label.sure and mark.depth == self._depth:
            return False
        return label.sure or not (self._task and self._task.has(label.key))

    def _begin_group(self, line: SourceLine, mark: Marker) -> None:
        self._found.groups.append(RawGroup(line.number, mark.number, [mark.rest], [line], depth=mark.depth))
        self._task, self._field = None, None

    def _begin_task(self, line: SourceLine, number: str | None, title: str) -> None:
        self._open_task(RawTask(line.number, number, [title], [line]))

    def _open_task(self, task: RawTask) -> None:
        if not self._found.groups:
            named = [self._title] if self._title else []
            self._found.groups.append(RawGroup(None, self._number or None, named))
        self._found.groups[-1].tasks.append(task)
        self._task, self._field = task, None

    def _begin_field(self, line: SourceLine, label: Label) -> None:
        if self._task is None or self._starts_again(self._task, label):
            self._open_task(RawTask(line.number))
        assert self._task is not None
        value = [label.rest] if label.rest.strip() else []
        self._field = RawField(khoa=label.key, nhan=label.words, gia_tri=value, dong=line.number)
        self._task.fields.append(self._field)

    @staticmethod
    def _starts_again(task: RawTask, label: Label) -> bool:
        """A second "Nội dung" after other fields is a further task without a title."""
        return label.key == "noi_dung" and task.has("noi_dung") and task.fields[-1].khoa != "noi_dung"

    def _is_list_item(self, mark: Marker, following: SourceLine | None) -> bool:
        """Whether a line like "1. …" is an item of the open content rather than a group.

        It is, if the next field of the same task comes right after it.
        """
        if self._field is None or self._field.khoa != "noi_dung" or following is None:
            return False
        if mark.level != "so" or mark.depth == self._depth or not self._field.nhan:
            return False
        label = find_label(following)
        return bool(label and label.key != "noi_dung")

    def _bullet(self, line: SourceLine) -> None:
        opened = self._field
        in_content = opened is not None and opened.khoa == "noi_dung"
        listing = in_content and opened is not None and all(_is_bullet(v) for v in opened.gia_tri)
        foreign = foreign_label(line) if not listing and self._has_labels() else None
        if foreign:
            self._begin_field(line, foreign)
        elif opened is not None and (in_content or opened.khoa == "san_pham" or not opened.gia_tri):
            self._continue(line)
        else:
            self._content(line)

    def _has_labels(self) -> bool:
        """Whether the open task has a labelled field, so that another label is one too."""
        return self._task is not None and any(f.nhan for f in self._task.fields)

    def _plain(self, line: SourceLine, following: SourceLine | None) -> None:
        runs_on = line.wrapped or (starts_lower(line.raw) and self._last.rstrip()[-1:] not in (".", ""))
        next_label = find_label(following) if following else None
        before_content = next_label is not None and next_label.key == "noi_dung"
        if self._field and (runs_on or has_residue(line.raw)):
            self._continue(line)
        elif runs_on and self._title_is_open():
            self._continue_title(line)
        elif self._titles_are_plain and self._task is not None and line.raw.rstrip().endswith("."):
            self._content(line)
        elif self._depth == depth_of(PLAIN) or (
            before_content and (self._task is None or self._task.fields) and self._found.groups
        ):
            self._begin_task(line, None, line.raw)
        elif self._field and (self._field.khoa == "noi_dung" or not self._field.gia_tri):
            self._continue(line)
        elif self._field and len(line.raw.split()) < _FEW_WORDS:
            self._lose(line, STRAY_FIELD)
        else:
            self._content(line)

    def _content(self, line: SourceLine) -> None:
        """Words without a label: content of the open task, else of the group, else before all groups."""
        if self._task is not None:
            self._field = RawField(khoa="noi_dung", nhan="", gia_tri=[line.raw.lstrip()], dong=line.number)
            self._task.fields.append(self._field)
        elif self._found.groups:
            self._found.groups[-1].content.append(line)
        else:
            self._found.before.append(line)

    def _title_is_open(self) -> bool:
        holder = self._title_holder()
        return bool(holder and holder.title_lines and holder.title_lines[-1].raw == self._last)

    def _title_holder(self) -> RawTask | RawGroup | None:
        if self._task is not None:
            return None if self._task.fields else self._task
        return self._found.groups[-1] if self._found.groups else None

    def _continue_title(self, line: SourceLine) -> None:
        holder = self._title_holder()
        assert holder is not None
        holder.title.append(line.raw)
        holder.title_lines.append(line)

    def _continue(self, line: SourceLine) -> None:
        if self._field is None:
            self._content(line)
        else:
            self._field.gia_tri.append(line.raw.lstrip())

    def _lose(self, line: SourceLine, reason: str) -> None:
        self._found.lost.append(NotUnderstood(dong=line.number, chu=line.raw.strip(), ly_do=reason))


def _is_bullet(value: str) -> bool:
    return SourceLine(0, value).is_dash
