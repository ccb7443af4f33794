"""Plan → the tasks of each agency: which it leads, which it helps with, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanban.compose.figures import agency_key
from vanban.compose.phrases import agencies, agency_name, authority, deadline
from vanban.compose.standing import last_day
from vanban.model.agency import Agency, AgencyBook
from vanban.model.attached import AgencyAssignments, AssignmentAppendix, AssignmentRow
from vanban.model.plan import Assignment, Numbered, Plan, Task, numbered
from vanban.viet.text import lower_first, upper_first

NOTHING = "–"
"""In a cell where there is nothing to say."""
ASSIGNMENTS = "PHÂN CÔNG NHIỆM VỤ THEO CƠ QUAN"
LEADS, HELPS = "Chủ trì", "Phối hợp"


@dataclass(frozen=True, slots=True)
class Share:
    """One task of an agency, and the words of the plan that give it."""

    item: Numbered
    assignment: Assignment
    leads: bool


@dataclass(frozen=True, slots=True)
class Bearer:
    """An agency (or a general group, or a body that the book lacks) and its tasks.

    `agency` is None where the book does not know it.
    """

    key: str
    name: str
    agency: Agency | None
    shares: tuple[Share, ...]

    @property
    def is_body(self) -> bool:
        """Whether it is one known body, to which a letter can go."""
        return self.agency is not None and self.agency.loai == "co_quan"

    @property
    def led(self) -> list[Share]:
        """What it leads."""
        return [share for share in self.shares if share.leads]


def bearers(plan: Plan, book: AgencyBook) -> list[Bearer]:
    """Everyone with a task: lead agencies first, as the plan names them; general groups last."""
    named: dict[str, list[Share]] = {}
    for leads in (True, False):
        for item in numbered(plan):
            for one in item.nhiem_vu.chu_tri if leads else item.nhiem_vu.phoi_hop:
                found = named.setdefault(agency_key(one), [])
                if all(share.item.so != item.so for share in found):
                    found.append(Share(item, one, leads))
    every = [_bearer(key, shares, book) for key, shares in named.items()]
    return sorted(every, key=lambda one: one.agency is not None and one.agency.loai == "nhom")


def _bearer(key: str, shares: Sequence[Share], book: AgencyBook) -> Bearer:
    ordered = sorted(shares, key=lambda s: (not s.leads, _due(s.item), s.item.nhom, s.item.thu_tu))
    return Bearer(
        key=key,
        name=upper_first(agency_name(shares[0].assignment, book)),
        agency=book.find(key),
        shares=tuple(ordered),
    )


def _due(item: Numbered) -> date:
    return last_day(item.nhiem_vu.thoi_han) or date.max


def assignments_of(bearer: Bearer, book: AgencyBook) -> AgencyAssignments:
    """The rows of one agency, ready to print."""
    rows = [_row(i, share, book) for i, share in enumerate(bearer.shares, start=1)]
    return AgencyAssignments(co_quan=bearer.name, nhiem_vu=rows)


def assignment_appendix(plan: Plan, book: AgencyBook, *, number: str, attached: str) -> AssignmentAppendix:
    """The tasks of all agencies, with the title of an appendix; `attached` says what it comes with."""
    rows = [assignments_of(bearer, book) for bearer in bearers(plan, book)]
    return AssignmentAppendix(so=number, ten=ASSIGNMENTS, kem_theo=attached, phan_cong=rows)


def _row(place: int, share: Share, book: AgencyBook) -> AssignmentRow:
    task = share.item.nhiem_vu
    scope = share.assignment.pham_vi
    return AssignmentRow(
        stt=str(place),
        so=share.item.so,
        ten=task.display_name.rstrip(" .;:,"),
        vai=(LEADS if share.leads else HELPS) + (f": {scope}" if scope else ""),
        phoi_hop=_others(share, book),
        san_pham=_products(task),
        thoi_han=deadline(task.thoi_han.model_copy(update={"ghi_chu": None})),
        tham_quyen=upper_first(authority(task, book)) if task.tham_quyen else NOTHING,
    )


def _others(share: Share, book: AgencyBook) -> str:
    """With whom: who leads, where the agency helps; else who leads too and who helps."""
    task = share.item.nhiem_vu
    leads = [a for a in task.chu_tri if agency_key(a) != agency_key(share.assignment)]
    parts = []
    if leads:
        parts.append(f"{'cùng chủ trì' if share.leads else 'chủ trì'}: {agencies(leads, book, missing='')}")
    helpers = [a for a in task.phoi_hop if agency_key(a) != agency_key(share.assignment)]
    if share.leads and helpers:
        said = agencies(helpers, book, missing="")
        parts.append(f"phối hợp: {said}" if leads else said)
    return upper_first("; ".join(parts)) or NOTHING


def _products(task: Task) -> str:
    names = [product.ten.strip(" .;:,") for product in task.san_pham]
    return "; ".join([upper_first(names[0]), *map(lower_first, names[1:])]) if names else NOTHING
