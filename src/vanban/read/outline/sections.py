"""A plan's lines → head, sections by their headings, end, and appendices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.model.plan import Section
from vanban.read.lines.columns import find_header
from vanban.read.lines.labels import TELLING, find_label
from vanban.read.lines.markers import marker_of
from vanban.read.lines.source import SourceLine
from vanban.read.outline.headings import OTHER, Headings
from vanban.read.outline.tail import begins_tail
from vanban.read.words.due import read_opening_due
from vanban.viet.text import squeeze

_APPENDIX = re.compile(
    r"(?:phụ lục|phụ biểu|biểu(?: mẫu)?|mẫu|danh mục)(?:\s+(?:số\s*)?(?:\d{1,2}|[IVX]{1,4}|[A-Z]))?(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:phụ lục|phụ biểu)(?!\w)|(?:biểu|mẫu)(?: mẫu)?(?: số)? *\d", re.IGNORECASE)
_MAY_NAME = re.compile(r"\s*(?:phụ|biểu|mẫu)", re.IGNORECASE)
_PART = re.compile(r"\s*PHẦN\s+(?:THỨ\s+\w+|[IVX]{1,4})\s*[.:]?\s*")
_LONGEST_TITLE = 120
_ANY_YEAR = 2000
"""Serves to see whether words are a day; its meaning is read later."""
_MAY_HOLD_TABLES = (OTHER, "to_chuc_thuc_hien")
"""Sections whose table of tasks is the work of a plan that has no section for it ("Phân công nhiệm vụ")."""


@dataclass
class Part:
    """A section with its lines (the heading not among them)."""

    section: Section
    lines: list[SourceLine] = field(default_factory=list)


@dataclass
class Layout:
    """The stretches of a plan."""

    head: list[SourceLine] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    tail: list[SourceLine] = field(default_factory=list)
    appendices: list[SourceLine] = field(default_factory=list)


def lay_out(lines: Sequence[SourceLine]) -> Layout:
    """Which lines are head, which belong to which section, which are the end, which come after it.

    In a plan without section headings the work begins at the first group, task, field or table of tasks.
    """
    lines = _with_titles(lines)
    after = _appendix_start(lines)
    layout = Layout(appendices=list(lines[after:]))
    main = lines[:after]
    headings = Headings(main)
    found: list[Section | None] = []
    begun = False
    for line in main:
        found.append(headings.take(line, begun=begun))
        begun = begun or found[-1] is not None
    end = _tail_start(main, found)
    for line, section in zip(main[:end], found, strict=False):
        if section:
            layout.parts.append(Part(section))
        elif layout.parts:
            layout.parts[-1].lines.append(line)
        else:
            layout.head.append(line)
    layout.tail = list(main[end:])
    if not layout.parts:
        return _without_headings(layout)
    _find_work(layout.parts)
    return layout


def _with_titles(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, "PHẦN I" put together with its title on the next line."""
    if not any("PHẦN" in line.raw and _PART.fullmatch(line.raw) for line in lines):
        return list(lines)
    found: list[SourceLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and _PART.fullmatch(last.raw) and text_is_capital(line) and not line.table:
            found[-1] = last._replace(raw=f"{last.raw.strip(' .:')}. {line.raw.strip()}")
        elif not (line.is_blank and last is not None and _PART.fullmatch(last.raw)):
            found.append(line)
    return found


def is_appendix_title(line: SourceLine) -> bool:
    """Whether a line begins an appendix: "PHỤ LỤC I", "Biểu số 02: …"."""
    if line.table is not None or not _MAY_NAME.match(line.raw):
        return False
    text = squeeze(line.raw)
    return len(text) <= _LONGEST_TITLE and bool(_NAMED.match(text))


def _appendix_start(lines: Sequence[SourceLine]) -> int:
    """Index of the first line of the appendices: a title, or a new page, behind the end of the paper."""
    signed = False
    for i, line in enumerate(lines):
        if signed and not line.is_blank:
            text = squeeze(line.raw)
            if is_appendix_title(line) or (line.new_page and (line.table or _APPENDIX.match(text))):
                return i
            if line.new_page and i > 0 and not begins_tail(line):
                return i
            if line.table is not None and find_header(line.table.rows):
                return _title_above(lines, i)
        elif not signed and i and is_appendix_title(line) and text_is_capital(line) and line.new_page:
            return i
        signed = signed or begins_tail(line)
    return len(lines)


def text_is_capital(line: SourceLine) -> bool:
    """Whether a line is in capitals."""
    return squeeze(line.raw).isupper()


def _title_above(lines: Sequence[SourceLine], at: int) -> int:
    """Index of the first of the lines in capitals or brackets just above a table."""
    found = at
    while found and (lines[found - 1].is_blank or text_is_capital(lines[found - 1])):
        if begins_tail(lines[found - 1]):
            break
        found -= 1
    return found


def _tail_start(lines: Sequence[SourceLine], headings: Sequence[Section | None]) -> int:
    """Index of the first line of the end: no heading, task or field comes after it."""
    last = len(lines) - 1
    while last >= 0:
        line = lines[last]
        if headings[last] or line.task_number or line.table or find_label(line):
            break
        last -= 1
    return next((i for i in range(last + 1, len(lines)) if begins_tail(lines[i])), len(lines))


def _find_work(parts: list[Part]) -> None:
    """A section of unknown name that holds fields, or a schedule, is work; where none is, the first tasks
    begin it.
    """
    for part in parts:
        if part.section.khoa == OTHER and (
            any(_is_sure_work(line) for line in part.lines) or _is_schedule(part.lines)
        ):
            part.section.khoa = "nhom"
    if any(part.section.khoa == "nhom" for part in parts):
        return
    for part in parts:
        if part.section.khoa in _MAY_HOLD_TABLES and any(map(_is_task_table, part.lines)):
            part.section.khoa = "nhom"
            return
    for i, part in enumerate(parts):
        at = _first_work(part.lines)
        if at is None:
            continue
        if part.section.khoa == OTHER:
            part.section.khoa = "nhom"
            return
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


def _is_task_table(line: SourceLine) -> bool:
    return line.table is not None and find_header(line.table.rows) is not None


def _is_field(line: SourceLine) -> bool:
    if line.table is not None:
        return _is_task_table(line)
    label = find_label(line)
    return bool(label and label.sure and label.key in TELLING)


def _is_schedule(lines: Sequence[SourceLine]) -> bool:
    """Whether several lines begin with their day: "- Ngày 25/7/2026: Họp Ban Tổ chức"."""
    dated = [line for line in lines if read_opening_due(marker_of(line).rest, _ANY_YEAR)]
    return len(dated) > 1


def _is_sure_work(line: SourceLine) -> bool:
    """Whether a line says more of a task than when: a section may name the time of an event."""
    label = find_label(line)
    return _is_field(line) and not (label and label.key == "thoi_han")


def _without_headings(layout: Layout) -> Layout:
    at = _first_work(layout.head)
    if at is None:
        return layout
    section = Section(khoa="nhom", so_in="", ten="", dong=layout.head[at].number)
    return Layout(layout.head[:at], [Part(section, layout.head[at:])], layout.tail, layout.appendices)
