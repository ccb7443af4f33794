"""Where the work of a plan stands: which of its sections that sound like work hold none.

"NHIỆM VỤ, GIẢI PHÁP" may only name directions, while each agency gets its work with days under TỔ CHỨC THỰC
HIỆN; "GIẢI PHÁP" or a paragraph about the content may stand beside a table of tasks.
"""

from collections.abc import Sequence

from vanban.read.lines.markers import PLAIN, marker_of
from vanban.read.lines.paragraphs import passages
from vanban.read.lines.source import SourceLine
from vanban.read.outline.duties import by_agency, duties_with_passages
from vanban.read.outline.sections import Part
from vanban.read.outline.work import has_work
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.due import read_due

_LEAST_DATED = 2


def without_work(parts: Sequence[Part], finder: AgencyFinder, year: int | None) -> set[int]:
    """The lines (`Section.dong`) of the sections of work whose tasks stand in other sections."""
    works = [part for part in parts if part.section.khoa == "nhom"]
    by_duties = any(_gives_duties(part) for part in parts)
    silent = not any(_says_who_or_when(part, year) for part in works)
    if by_duties and silent and _dated_duties(parts, finder, year) >= _LEAST_DATED:
        return {part.section.dong for part in works}
    told = any(has_work(part.lines) for part in works)
    return {
        part.section.dong
        for part in works
        if (told and _is_of_means(part)) or ((told or by_duties) and _is_prose(part.lines, year))
    }


def _dated_duties(parts: Sequence[Part], finder: AgencyFinder, year: int | None) -> int:
    """How many duties of single agencies have a day; reports are no work of that kind."""
    return sum(
        duty.thoi_han is not None and "báo cáo" not in duty.noi_dung.casefold()
        for part in parts
        if part.section.khoa == "to_chuc_thuc_hien"
        for duties, _ in duties_with_passages(passages(part.lines)[0], finder, year)
        for duty in duties.viec
    )


def _is_of_means(part: Part) -> bool:
    """Whether a section speaks of means ("GIẢI PHÁP"), not of tasks."""
    title = part.section.ten.casefold()
    return "pháp" in title and not any(word in title for word in ("nhiệm vụ", "nội dung", "công việc"))


def _says_who_or_when(part: Part, year: int | None) -> bool:
    """Whether a section of work says of any task who does it or by when."""
    return has_work(part.lines) or any(read_due(line.raw, year) is not None for line in part.lines)


def _gives_duties(part: Part) -> bool:
    """Whether a section gives each agency its work under a heading of its own."""
    return part.section.khoa == "to_chuc_thuc_hien" and by_agency(passages(part.lines)[0])


def _is_prose(lines: Sequence[SourceLine], year: int | None) -> bool:
    """Whether lines are paragraphs without marks, of which one at most names days: words about the work."""
    filled = [line for line in lines if not line.is_blank]
    if any(line.table is not None or marker_of(line).level != PLAIN for line in filled):
        return False
    return sum(read_due(line.raw, year) is not None for line in filled) <= 1
