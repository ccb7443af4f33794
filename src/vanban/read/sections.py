"""A plan's lines → head, sections by their headings, and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.model.plan import Section
from vanban.read.labels import find_label
from vanban.read.lines import SourceLine
from vanban.read.tail import begins_tail
from vanban.read.wording import trim_end
from vanban.viet.text import tone_key

UNKNOWN = "chua_hieu"
"""Key of a section whose heading tells of no part of a plan."""

_KEYS = {
    "can_cu": ("căn cứ", "cơ sở pháp lý"),
    "muc_tieu": ("mục tiêu", "mục đích", "yêu cầu", "quan điểm"),
    "nhom": ("nội dung", "nhiệm vụ", "giải pháp"),
    "to_chuc_thuc_hien": ("tổ chức thực hiện", "tổ chức triển khai", "trách nhiệm", "phân công"),
}
_WORDS = {
    key: re.compile("|".join(rf"(?<!\w){tone_key(name)}(?!\w)" for name in names))
    for key, names in _KEYS.items()
}
_MAX_HEADING = 160


@dataclass
class Part:
    """A section with its lines (the heading not among them)."""

    section: Section
    lines: list[SourceLine] = field(default_factory=list)


@dataclass
class Layout:
    """The three stretches of a plan."""

    head: list[SourceLine] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    tail: list[SourceLine] = field(default_factory=list)


def lay_out(lines: Sequence[SourceLine]) -> Layout:
    """Which lines are head, which belong to which section, which are the end.

    In a plan without section headings the work begins at the first group, task or field.
    """
    layout = Layout()
    end = _tail_start(lines)
    for line in lines[:end]:
        section = _heading(line, body_begun=bool(layout.parts))
        if section:
            layout.parts.append(Part(section))
        elif layout.parts:
            layout.parts[-1].lines.append(line)
        else:
            layout.head.append(line)
    layout.tail = list(lines[end:])
    if not layout.parts:
        return _without_headings(layout)
    _find_work(layout.parts)
    return layout


def _tail_start(lines: Sequence[SourceLine]) -> int:
    """Index of the first line of the end: no heading, task or field comes after it."""
    body = (
        i
        for i in range(len(lines) - 1, -1, -1)
        if _heading(lines[i], body_begun=True) or lines[i].task_number or find_label(lines[i])
    )
    last = next(body, -1)
    return next((i for i in range(last + 1, len(lines)) if begins_tail(lines[i])), len(lines))


def _heading(line: SourceLine, *, body_begun: bool) -> Section | None:
    """The section that a line begins; a heading without a number counts once one with a number came."""
    number, title = line.section_number or ("", line.raw)
    name = trim_end(title)
    key = key_of(name)
    if number:
        is_heading = name.isupper() or (key != UNKNOWN and len(name) <= _MAX_HEADING)
    else:
        is_heading = (
            body_begun and name.isupper() and key != UNKNOWN and not line.is_dash and not line.is_plus
        )
    if not is_heading or (not number and (line.group_number or line.task_number)):
        return None
    return Section(khoa=key, so_in=number, ten=name, dong=line.number)


def key_of(title: str) -> str:
    """The key of the part of a plan that a heading announces: its first telling word decides."""
    text = tone_key(title)
    spots = {key: match.start() for key, pattern in _WORDS.items() if (match := pattern.search(text))}
    return min(spots, key=lambda key: spots[key]) if spots else UNKNOWN


def _find_work(parts: list[Part]) -> None:
    """A section of unknown name that holds tasks is work; where none is, the first tasks begin it."""
    for part in parts:
        if part.section.khoa == UNKNOWN and _first_work(part.lines) is not None:
            part.section.khoa = "nhom"
    if any(part.section.khoa == "nhom" for part in parts):
        return
    for i, part in enumerate(parts):
        at = _first_work(part.lines)
        if at is not None:
            section = Section(khoa="nhom", so_in="", ten="", dong=part.lines[at].number)
            parts.insert(i + 1, Part(section, part.lines[at:]))
            part.lines = part.lines[:at]
            return


def _first_work(lines: Sequence[SourceLine]) -> int | None:
    """Index of the first task or field, or of the group heading just before it."""
    found = next((i for i, line in enumerate(lines) if line.task_number or _is_field(line)), None)
    while found and (lines[found - 1].group_number or lines[found - 1].is_blank):
        found -= 1
    return found


def _is_field(line: SourceLine) -> bool:
    label = find_label(line)
    return bool(label and label.sure)


def _without_headings(layout: Layout) -> Layout:
    at = _first_work(layout.head)
    if at is None:
        return layout
    section = Section(khoa="nhom", so_in="", ten="", dong=layout.head[at].number)
    return Layout(layout.head[:at], [Part(section, layout.head[at:])], layout.tail)
