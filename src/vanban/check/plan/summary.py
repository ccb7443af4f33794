"""A plan at a glance: how many tasks, who leads them, what is due when, what cannot be followed up."""

from collections import defaultdict

from pydantic import Field

from vanban.check.plan.assignments import in_charge
from vanban.check.plan.products import empty_words
from vanban.model.agency import AgencyBook
from vanban.model.deadline import DeadlineKind
from vanban.model.plan import Assignment, Numbered, Plan, numbered
from vanban.model.record import Record, Text


class Tally(Record):
    """What belongs together under one name, as numbers of tasks counted anew."""

    ten: Text
    nhiem_vu: list[Text] = Field(default_factory=list)


class Summary(Record):
    """The plan in figures; each figure is the length of a list of tasks.

    `ten_nhiem_vu` gives each number its title, in the order of the plan;
    `han` are the months in which deadlines end, in their order; `khong_theo_doi_duoc` the reasons for which
    tasks cannot be followed up. A task may stand under several.
    """

    nhom: int
    nhiem_vu: int
    ten_nhiem_vu: dict[Text, Text] = Field(default_factory=dict)
    chu_tri: list[Tally] = Field(default_factory=list)
    han: list[Tally] = Field(default_factory=list)
    thuong_xuyen: list[Text] = Field(default_factory=list)
    khong_theo_doi_duoc: list[Tally] = Field(default_factory=list)


NO_LEAD = "không có cơ quan chủ trì"
NO_DEADLINE = "không có thời hạn"
UNCLEAR = "thời hạn không rõ hoặc nói hai điều"
NO_PRODUCT = "không có sản phẩm"
NOT_MEASURABLE = "sản phẩm không kiểm được"


def summarise(plan: Plan, book: AgencyBook) -> Summary:
    """The figures of a plan; agencies under their full names, the busiest first.

    Where no agency leads a task, the people in charge of it are counted.
    """
    leads: dict[str, list[str]] = defaultdict(list)
    months: dict[tuple[int, int], list[str]] = defaultdict(list)
    reasons: dict[str, list[str]] = {
        reason: [] for reason in (NO_LEAD, NO_DEADLINE, UNCLEAR, NO_PRODUCT, NOT_MEASURABLE)
    }
    always: list[str] = []
    tasks = numbered(plan)
    for task in tasks:
        bodies = [_name(one, book) for one in task.nhiem_vu.chu_tri] or in_charge(task.nhiem_vu)
        for name in dict.fromkeys(bodies):
            leads[name].append(task.so)
        due = task.nhiem_vu.thoi_han
        if due.kieu in (DeadlineKind.THUONG_XUYEN, DeadlineKind.DINH_KY):
            always.append(task.so)
        elif due.den:
            months[due.den.year, due.den.month].append(task.so)
        for reason in _reasons(task):
            reasons[reason].append(task.so)
    by_number = sorted(leads.items(), key=lambda one: -len(one[1]))
    return Summary(
        nhom=len(plan.nhom),
        nhiem_vu=len(tasks),
        ten_nhiem_vu={task.so: task.nhiem_vu.display_name for task in tasks},
        chu_tri=[Tally(ten=name, nhiem_vu=held) for name, held in by_number],
        han=[Tally(ten=f"{month}/{year}", nhiem_vu=held) for (year, month), held in sorted(months.items())],
        thuong_xuyen=always,
        khong_theo_doi_duoc=[Tally(ten=name, nhiem_vu=held) for name, held in reasons.items() if held],
    )


def _name(one: Assignment, book: AgencyBook) -> str:
    agency = book.find(one.co_quan) if one.co_quan else None
    return agency.ten if agency else one.nguyen_van


def _reasons(task: Numbered) -> list[str]:
    """Why nobody can follow this task up; none where all is there."""
    one, found = task.nhiem_vu, []
    if not in_charge(one):
        found.append(NO_LEAD)
    if not one.thoi_han.is_clear:
        found.append(UNCLEAR if one.thoi_han.nguyen_van.strip() else NO_DEADLINE)
    if not one.san_pham:
        found.append(NO_PRODUCT)
    elif all(empty_words(product.ten) for product in one.san_pham):
        found.append(NOT_MEASURABLE)
    return found
