"""Plan + Progress → figures: the only source of each number that a report prints.

Every figure is counted from the same list of cases, so that no two of them can disagree, and carries
the numbers of the tasks behind it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from vanban.compose.standing import OVERDUE, classify
from vanban.compose.tally import Case, Tally
from vanban.model.errors import SourceError
from vanban.model.plan import Assignment, Numbered, Plan, Task, numbered
from vanban.model.progress import Progress
from vanban.model.report import Figure


@dataclass(frozen=True, slots=True)
class GroupTally(Tally):
    """The counts of one group of the plan."""

    so: str
    ten: str


@dataclass(frozen=True, slots=True)
class AgencyTally(Tally):
    """The counts of the tasks that one agency leads (alone or with others), and of its co-operation.

    `co_quan` stands for the agency: its id, and its words in the plan where it has none.
    """

    co_quan: Assignment
    phoi_hop: Figure


@dataclass(frozen=True, slots=True)
class Figures(Tally):
    """All figures of a plan on one day (`as_of`)."""

    as_of: date
    by_group: tuple[GroupTally, ...]
    by_agency: tuple[AgencyTally, ...]
    """Most tasks first, then most overdue. A task with two leads is counted in full for both."""

    @property
    def overdue(self) -> tuple[Case, ...]:
        """The overdue tasks, longest overdue first, then by number."""
        late = [case for case in self.cases if case.tinh_trang in OVERDUE]
        return tuple(sorted(late, key=lambda case: (-case.qua, case.nhom, case.thu_tu)))

    @property
    def luot(self) -> Figure:
        """Turns of leading: more than tasks where some have several leads, which then stand there twice."""
        tasks = [number for row in self.by_agency for number in row.tong.nhiem_vu]
        return Figure(gia_tri=len(tasks), nhiem_vu=tasks)

    @property
    def so_nhom(self) -> Figure:
        """How many groups there are; behind them are all tasks."""
        return Figure(gia_tri=len(self.by_group), nhiem_vu=self.tong.nhiem_vu)

    @property
    def so_chu_tri(self) -> Figure:
        """How many agencies lead a task; behind them are the tasks that have a lead."""
        led = self._where(lambda case: bool(case.nhiem_vu.chu_tri))
        return Figure(gia_tri=len(self.by_agency), nhiem_vu=led.nhiem_vu)

    @property
    def khong_chu_tri(self) -> Figure:
        """Tasks without any lead, which the counts by agency cannot show."""
        return self._where(lambda case: not case.nhiem_vu.chu_tri)

    @property
    def nhieu_chu_tri(self) -> Figure:
        """Tasks with several leads."""
        return self._where(lambda case: len({agency_key(a) for a in case.nhiem_vu.chu_tri}) > 1)


def figures(plan: Plan, progress: Progress, as_of: date) -> Figures:
    """All figures of the plan at the end of `as_of`.

    Raises SourceError if the progress speaks of tasks that the plan does not have.
    """
    tasks = numbered(plan)
    unknown = sorted({r.nhiem_vu for r in progress.tien_do} - {item.nhiem_vu.id for item in tasks})
    if unknown:
        raise SourceError(
            f"tiến độ nói đến nhiệm vụ không có trong kế hoạch: {', '.join(unknown)}",
            where="tien_do",
            next_step="sửa mã nhiệm vụ (nhiem_vu) trong tệp tiến độ theo mã (id) trong kế hoạch",
        )
    cases = tuple(_case(item, progress, as_of) for item in tasks)
    return Figures(
        cases=cases,
        as_of=as_of,
        by_group=tuple(
            GroupTally(so=str(i), ten=group.ten, cases=tuple(c for c in cases if c.nhom == i))
            for i, group in enumerate(plan.nhom, start=1)
        ),
        by_agency=_by_agency(cases),
    )


def _case(item: Numbered, progress: Progress, as_of: date) -> Case:
    record = progress.of(item.nhiem_vu.id)
    return Case(
        so=item.so,
        nhom=item.nhom,
        thu_tu=item.thu_tu,
        nhiem_vu=item.nhiem_vu,
        ban_ghi=record,
        as_of=as_of,
        tinh_trang=classify(item.nhiem_vu.thoi_han, record, as_of),
    )


def agency_key(assignment: Assignment) -> str:
    """What makes two mentions the same agency: the id, or the words where there is no id."""
    return assignment.co_quan or assignment.nguyen_van


def _by_agency(cases: tuple[Case, ...]) -> tuple[AgencyTally, ...]:
    first: dict[str, Assignment] = {}
    for case in cases:
        for assignment in case.nhiem_vu.chu_tri:
            first.setdefault(agency_key(assignment), assignment)

    def of(key: str, named: Callable[[Task], Iterable[Assignment]]) -> tuple[Case, ...]:
        return tuple(c for c in cases if key in {agency_key(a) for a in named(c.nhiem_vu)})

    rows = [
        AgencyTally(
            cases=of(key, lambda task: task.chu_tri),
            co_quan=assignment,
            phoi_hop=Tally(of(key, lambda task: task.phoi_hop)).tong,
        )
        for key, assignment in first.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.tong.gia_tri, -row.qua_han.gia_tri)))
