"""Who and by when as the title and the content of a task tell it, where no labelled field does."""

from collections.abc import Set as AbstractSet

from vanban.model.plan import Task
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.due import (
    read_due,
    read_opening_due,
    read_standing,
    read_unclear_due,
    without_due,
)
from vanban.read.words.inline import read_sharing
from vanban.read.words.tail import Clause, read_clause, read_tail
from vanban.read.words.wording import trim_end
from vanban.viet.text import upper_first

_WHO = frozenset(("chu_tri", "phoi_hop", "chu_tri_phoi_hop", "tham_quyen", "phu_trach"))


def tell_missing(task: Task, fields: AbstractSet[str], finder: AgencyFinder, year: int | None) -> None:
    """Fill in who and when, where the task has no field of that kind; `fields` are the keys of its fields.

    A title loses the clause that is read from it: `ten_nguyen_van` keeps it.
    """
    who, when = not _WHO & fields, "thoi_han" not in fields
    if not (who or when):
        return
    if task.ten and when and (opened := read_opening_due(task.ten, year)):
        task.thoi_han, task.ten, when = opened[0], opened[1], False
    if task.ten and (tail := read_tail(task.ten, finder, year)) and _is_wanted(tail[1], who=who, when=when):
        task.ten = trim_end(tail[0]) or task.ten
        who, when = _take(task, tail[1], who=who, when=when)
    if task.ten and when:
        when = not _tell_when(task, task.ten, year)
    if task.ten and who:
        _tell_who(task, task.ten, finder)
    if fields <= {"noi_dung"}:
        _tell_by_content(task, finder, year, when=when)


def _is_wanted(clause: Clause, *, who: bool, when: bool) -> bool:
    """Whether all that a clause says is still missing."""
    return (who or not (clause.leads or clause.partners)) and (when or clause.due is None)


def _take(task: Task, clause: Clause, *, who: bool, when: bool) -> tuple[bool, bool]:
    """Put a clause into a task; what is missing then."""
    if clause.leads or clause.partners:
        task.chu_tri, task.phoi_hop, who = clause.leads, clause.partners, False
    if clause.due is not None:
        task.thoi_han, when = clause.due, False
    return who, when


def _tell_when(task: Task, title: str, year: int | None) -> bool:
    """Read the deadline that a title gives; whether it gives any."""
    if due := read_due(title, year):
        task.thoi_han, task.ten = due[0], trim_end(without_due(title, due[1])) or title
    elif unclear := read_unclear_due(title):
        task.thoi_han, task.ten = unclear
    return bool(task.thoi_han.nguyen_van)


def _tell_who(task: Task, title: str, finder: AgencyFinder) -> None:
    if sharing := read_sharing(title, finder):
        task.chu_tri, task.phoi_hop = sharing.leads, sharing.partners
        task.ten = upper_first(trim_end(sharing.work)) or task.ten


def _clause_of(text: str, finder: AgencyFinder, year: int | None) -> tuple[str, Clause | None]:
    """The words of a paragraph, and the clause of who and when that ends it or is all of it."""
    if clause := read_clause(text, finder, year):
        return "", clause
    return read_tail(text, finder, year) or (text, None)


def _tell_by_content(task: Task, finder: AgencyFinder, year: int | None, *, when: bool) -> None:
    """What the content says of who and when; where it names several deadlines, none is that of the task.

    Words that say nothing else are no content: the raw field keeps them.
    """
    for i, text in enumerate(list(task.noi_dung)):
        words, clause = _clause_of(text, finder, year) if not task.chu_tri else (text, None)
        if clause is not None and clause.leads and clause.says_doing:
            _, when = _take(task, clause, who=True, when=when)
            task.noi_dung[i] = words
        elif not task.chu_tri and (sharing := read_sharing(text, finder)):
            task.chu_tri, task.phoi_hop = sharing.leads, sharing.partners
    task.noi_dung = [text for text in task.noi_dung if text]
    dues = [found[0] for text in task.noi_dung if (found := read_due(text, year))]
    if when and len(dues) == 1:
        task.thoi_han = dues[0]
    elif when and not dues and task.ten and (standing := read_standing(task.ten)):
        task.thoi_han = standing
