"""Decisions of people laid over a plan: deadlines that they chose, names that they confirmed.

The plan file keeps what the source says and the decision beside it; here both become one plan, and what no
longer matches anything is told. Waived findings are the business of the check.
"""

from dataclasses import dataclass, field

from vanban.model.agency import AgencyBook
from vanban.model.assignment import Assignment
from vanban.model.decision import Decision, DecisionKind
from vanban.model.plan import Group, Plan, Task, numbered
from vanban.read.words.agency_finder import name_key, names_of
from vanban.viet.deadlines import parse_deadline


@dataclass(frozen=True)
class Decided:
    """A plan and its book as people decided; `lost` are decisions that settle nothing, with the reason."""

    plan: Plan
    book: AgencyBook
    done: list[Decision] = field(default_factory=list)
    lost: list[tuple[Decision, str]] = field(default_factory=list)


def decided(plan: Plan, book: AgencyBook) -> Decided:
    """The plan with the deadlines that people chose, and its book with the names that they confirmed.

    Neither the plan nor the book given is changed. Waivers are left to the check.
    """
    aliases = [one for one in plan.quyet_dinh if one.loai is DecisionKind.BI_DANH]
    dues = [one for one in plan.quyet_dinh if one.loai is DecisionKind.HAN]
    if not aliases and not dues:
        return Decided(plan, book)
    result = Decided(plan.model_copy(deep=True), book.model_copy(deep=True))
    for one in aliases:
        _settle(result, one, _alias(result, one))
    for one in dues:
        _settle(result, one, _deadline(result.plan, one))
    return result


def task_of(plan: Plan, key: str | None) -> Task | None:
    """The task with this id, or else with this number as counted anew."""
    tasks = numbered(plan)
    by_id = next((task.nhiem_vu for task in tasks if task.nhiem_vu.id == key), None)
    return by_id or next((task.nhiem_vu for task in tasks if task.so == key), None)


def _settle(result: Decided, one: Decision, fault: str) -> None:
    if fault:
        result.lost.append((one, fault))
    else:
        result.done.append(one)


def _deadline(plan: Plan, one: Decision) -> str:
    """Sets the deadline chosen; the words tell why it cannot be set, "" where it was."""
    task = task_of(plan, one.nhiem_vu)
    if task is None:
        return f"không còn nhiệm vụ “{one.nhiem_vu}”"
    year = plan.van_ban.ngay.year if plan.van_ban.ngay else plan.van_ban.nam
    chosen = parse_deadline(one.gia_tri or "", year)
    if not chosen.is_clear:
        return f"“{one.gia_tri}” không phải một thời hạn rõ; ghi như “31/12/2025” hoặc “Quý IV/2025”"
    if task.thoi_han.is_clear:
        same = (task.thoi_han.tu, task.thoi_han.den) == (chosen.tu, chosen.den)
        return "" if same else f"thời hạn của nhiệm vụ nay đã rõ: “{task.thoi_han.nguyen_van}”"
    task.thoi_han = chosen
    return ""


def _alias(result: Decided, one: Decision) -> str:
    """Lets the name mean the agency, in the book and wherever the plan uses it."""
    agency = result.book.find(one.gia_tri or "")
    if agency is None:
        return f"sổ cơ quan không có mã “{one.gia_tri}”"
    key = name_key(one.chu or "")
    for other in result.book.co_quan:
        if other is not agency:
            other.bi_danh = [name for name in other.bi_danh if name_key(name) != key]
    if key not in {name_key(name) for name in names_of(agency)}:
        agency.bi_danh = [*agency.bi_danh, one.chu or ""]
    used = False
    for share in _shares(result.plan):
        bare = share.nguyen_van.removesuffix(f"({share.pham_vi})").strip()
        if name_key(bare) == key:
            share.co_quan, used = agency.id, True
    return "" if used or _is_said(result.plan, one.chu or "") else f"kế hoạch không còn chữ “{one.chu}”"


def _shares(plan: Plan) -> list[Assignment]:
    groups: list[Group] = plan.nhom
    tasks = [task for group in groups for task in group.nhiem_vu]
    found = [share for task in tasks for share in (*task.chu_tri, *task.phoi_hop)]
    found += [share for task in tasks for role in task.tham_quyen for share in role.co_quan]
    found += [share for duties in plan.phan_cong for share in duties.co_quan]
    return found + [share for report in plan.bao_cao for share in report.co_quan]


def _is_said(plan: Plan, words: str) -> bool:
    """Whether the words stand anywhere in the plan but in its decisions."""
    text = plan.model_dump_json(exclude={"quyet_dinh"})
    return words in text
