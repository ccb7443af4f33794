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
from vanban.read.words.inline import read_bracket, read_sharing, read_tail
from vanban.read.words.wording import trim_end
from vanban.viet.text import upper_first

_WHO = frozenset(("chu_tri", "phoi_hop", "chu_tri_phoi_hop", "tham_quyen", "phu_trach"))


def tell_missing(task: Task, fields: AbstractSet[str], finder: AgencyFinder, year: int | None) -> None:
    """Fill in who and when, where the task has no field of that kind; `fields` are the keys of its fields.

    A title loses the clause that is read from it: `ten_nguyen_van` keeps it.
    """
    if task.ten and not _WHO & fields and (tail := read_tail(task.ten, finder, year)):
        words, said, due = tail
        if "thoi_han" not in fields or not due.nguyen_van:
            task.ten, task.chu_tri, task.phoi_hop = words or None, said.leads, said.partners
            task.thoi_han = due if due.nguyen_van else task.thoi_han
            return
    due_at_all = False
    if task.ten and "thoi_han" not in fields:
        due_at_all = _tell_when(task, task.ten, finder, year)
    if task.ten and not _WHO & fields:
        _tell_who(task, task.ten, finder)
    if fields <= {"noi_dung"}:
        _tell_by_content(task, finder, year, due_told=due_at_all)


def _tell_when(task: Task, title: str, finder: AgencyFinder, year: int | None) -> bool:
    """Read the deadline that a title gives; whether it gives any."""
    if opened := read_opening_due(title, year):
        task.thoi_han, task.ten = opened
    elif (tail := read_tail(title, finder, year)) and not tail[1].leads:
        task.ten, _, task.thoi_han = tail
    elif due := read_due(title, year):
        task.thoi_han, task.ten = due[0], trim_end(without_due(title, due[1])) or title
    elif unclear := read_unclear_due(title):
        task.thoi_han, task.ten = unclear
    return bool(task.thoi_han.nguyen_van)


def _tell_who(task: Task, title: str, finder: AgencyFinder) -> None:
    if bracket := read_bracket(title, finder):
        task.ten, task.chu_tri = bracket
    elif sharing := read_sharing(title, finder):
        task.chu_tri, task.phoi_hop = sharing.leads, sharing.partners
        task.ten = upper_first(trim_end(sharing.work)) or task.ten


def _tell_by_content(task: Task, finder: AgencyFinder, year: int | None, *, due_told: bool) -> None:
    """What the content says of who and when; where it names several deadlines, none is that of the task."""
    for text in task.noi_dung:
        if not task.chu_tri and (sharing := read_sharing(text, finder)):
            task.chu_tri, task.phoi_hop = sharing.leads, sharing.partners
    dues = [found[0] for text in task.noi_dung if (found := read_due(text, year))]
    if not due_told and len(dues) == 1:
        task.thoi_han = dues[0]
    elif not due_told and not dues and task.ten and (standing := read_standing(task.ten)):
        task.thoi_han = standing
