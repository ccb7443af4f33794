"""What stands behind the end of a paper: tables of tasks, and appendices that hold none."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.model.plan import Group, NotUnderstood, PlanAppendix, Section
from vanban.read.lines.source import SourceLine
from vanban.read.outline.restated import gives_again
from vanban.read.outline.sections import is_appendix_title
from vanban.read.outline.task_table import read_task_table
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.wording import trim_end
from vanban.viet.text import squeeze

_MAX_TITLE_LINES = 4


@dataclass
class Appendices:
    """What the appendices say."""

    groups: list[Group] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    """Titles of appendices whose tasks went to the groups."""
    others: list[PlanAppendix] = field(default_factory=list)
    restated: list[PlanAppendix] = field(default_factory=list)
    """Tables that give the tasks of the plan again, by agency (`restated`)."""
    lost: list[NotUnderstood] = field(default_factory=list)


def read_appendices(lines: Sequence[SourceLine], finder: AgencyFinder, year: int | None) -> Appendices:
    """The appendices in `lines`; ids of tasks count groups from 1."""
    found = Appendices()
    for piece in _split(lines):
        _read(piece, finder, year, found)
    return found


def _split(lines: Sequence[SourceLine]) -> list[list[SourceLine]]:
    """The lines of each appendix: a title, or a new page, begins one."""
    pieces: list[list[SourceLine]] = []
    fresh = True
    for line in lines:
        fresh = fresh or line.new_page
        if line.is_blank:
            continue
        if not pieces or is_appendix_title(line) or fresh:
            pieces.append([])
        pieces[-1].append(line)
        fresh = False
    return pieces


def _read(lines: list[SourceLine], finder: AgencyFinder, year: int | None, found: Appendices) -> None:
    title, body = _title(lines)
    name = " ".join(squeeze(line.raw) for line in title)
    bare = [squeeze(line.raw) for line in title if not is_appendix_title(line) or ":" in line.raw]
    appendix = PlanAppendix(ten=name, dong=lines[0].number)
    has_tasks = given_again = False
    for line in body:
        if line.table is None:
            appendix.doan.append(squeeze(line.raw))
            continue
        if gives_again(line.table.rows):
            rows = [list(row) for row in line.table.rows]
            found.restated.append(PlanAppendix(ten=name, bang=[rows], dong=lines[0].number))
            given_again = True
            continue
        table = read_task_table(
            line.table.rows,
            finder,
            year,
            numbers=line.table.numbers,
            first_group=1 + len(found.groups),
            title=trim_end(" ".join(bare)) or name,
        )
        if table is not None and any(group.nhiem_vu for group in table.groups):
            has_tasks = True
            found.groups += table.groups
            found.lost += table.lost
            appendix.doan += [line.raw for line in table.above]
        else:
            appendix.bang.append([list(row) for row in line.table.rows])
    if given_again and not appendix.bang and not has_tasks and all(map(_tells_what_with, appendix.doan)):
        return
    if has_tasks and not appendix.bang:
        found.sections.append(Section(khoa="nhom", so_in="", ten=name, dong=lines[0].number))
        if not appendix.doan:
            return
    found.others.append(appendix)


def _title(lines: list[SourceLine]) -> tuple[list[SourceLine], list[SourceLine]]:
    """The lines of the title (the mark, the name, "(Kèm theo …)" not among them), and the rest."""
    count = 1 if lines[0].table is None else 0
    if count and is_appendix_title(lines[0]) and ":" not in squeeze(lines[0].raw).rstrip(":"):
        for line in lines[1:_MAX_TITLE_LINES]:
            if line.table is not None or line.raw.lstrip().startswith("(") or _begins_text(line):
                break
            count += 1
    return lines[:count], lines[count:]


def _tells_what_with(words: str) -> bool:
    return words.startswith(("(Kèm theo", "(Ban hành kèm theo"))


def _begins_text(line: SourceLine) -> bool:
    return bool(line.group_number or line.task_number or line.section_number or line.is_dash)
