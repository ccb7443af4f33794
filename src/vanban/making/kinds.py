"""How each kind of paper is made from a plan: one registry, in the order in which a plan needs them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vanban.compose.due import Due
from vanban.compose.figures import Figures
from vanban.making import due
from vanban.making.decisions import make_decisions, make_plan_decision, make_plan_submission
from vanban.making.desk import Desk
from vanban.making.follow_up import make_assigning, make_reminders
from vanban.making.meetings import make_conclusions, make_invitation, make_minutes
from vanban.making.paper import Batch
from vanban.making.plan_papers import make_plan, make_submission, make_submissions
from vanban.making.reports import period_report_of, report_of
from vanban.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Maker:
    """One kind: the word that people type, how it is made, and which options have a meaning for it.

    `due` tells whether it is to be made on the day of the desk, given the figures of that day (None where
    there is no progress). `uses` holds names of options ("task", "agency"); `needs_progress` tells that it
    counts states.
    """

    ma: str
    make: Callable[[Desk], Batch]
    due: Callable[[Desk, Figures | None], Due]
    uses: frozenset[str] = frozenset()
    needs_progress: bool = False


def _plan(desk: Desk) -> Batch:
    paper = make_plan(
        desk.plan, desk.book, desk.out, day=desk.day, templates=desk.templates, shares=desk.shares
    )
    return Batch([paper])


def _submissions(desk: Desk) -> Batch:
    item = desk.one_task
    if item is None:
        wait = due.submission_waits(desk) if desk.due_only else None
        return make_submissions(
            desk.plan, desk.book, desk.out, day=desk.day, templates=desk.templates, wait=wait
        )
    paper = make_submission(desk.plan, item, desk.book, desk.out, day=desk.day, templates=desk.templates)
    return Batch([paper])


def _decisions(desk: Desk) -> Batch:
    return make_decisions(desk, wait=due.decision_waits(desk) if desk.due_only else None)


TASK: Final = frozenset({"task"})
REPORTS: Final = frozenset({"previous", "recipient"})
MEETING: Final = frozenset({"meeting"})
LETTERS: Final = frozenset({"agency", "before"})
MAKERS: Final = (
    Maker("to-trinh-ke-hoach", make_plan_submission, due.until_issued),
    Maker("ke-hoach", _plan, due.until_issued),
    Maker("quyet-dinh-ke-hoach", make_plan_decision, due.plan_decision),
    Maker("to-trinh", _submissions, due.submissions, TASK),
    Maker("quyet-dinh", _decisions, due.decisions, TASK),
    Maker("giao-viec", make_assigning, due.after_issue, LETTERS),
    Maker("don-doc", make_reminders, due.reminders, LETTERS, needs_progress=True),
    Maker("bao-cao-tien-do", period_report_of, due.period_report, REPORTS, needs_progress=True),
    Maker("bao-cao", report_of, due.summary_report, REPORTS, needs_progress=True),
    Maker("giay-moi", make_invitation, due.invitation, MEETING, needs_progress=True),
    Maker("bien-ban", make_minutes, due.minutes, MEETING, needs_progress=True),
    Maker("thong-bao-ket-luan", make_conclusions, due.conclusions, MEETING, needs_progress=True),
)
KINDS: Final = tuple(maker.ma for maker in MAKERS)
_OPTIONS: Final = {
    "task": "--task",
    "agency": "--don-vi",
    "before": "--han-bao-cao",
    "recipient": "--kinh-gui",
    "meeting": "--cuoc-hop",
}
ALL: Final = "all"
"""The word for all papers that are due."""


def make_papers(kind: str, desk: Desk) -> Batch:
    """Makes the papers of one kind.

    Raises UsageError for a kind that there is not, an option that has no meaning for it, or missing
    progress.
    """
    maker = maker_of(kind)
    for name, option in _OPTIONS.items():
        if getattr(desk, name) is not None and name not in maker.uses:
            able = ", ".join(one.ma for one in MAKERS if name in one.uses)
            raise UsageError(f"{option} không dùng với {kind}, chỉ dùng với {able}", next_step=f"bỏ {option}")
    if maker.needs_progress and desk.progress is None:
        raise UsageError(
            f"{kind} cần tệp tiến độ", next_step="thêm --progress TỆP.yaml, hoặc nhập vào sổ tiến độ trước"
        )
    return maker.make(desk)


def maker_of(kind: str) -> Maker:
    """The maker of a kind; UsageError names those there are."""
    maker = next((one for one in MAKERS if one.ma == kind), None)
    if maker is None:
        known = (
            f"{', '.join(KINDS)}; {ALL}: mọi văn bản đến lúc phải có; "
            "hoặc van-ban với một tệp ngắn .md cho loại bất kỳ"
        )
        raise UsageError(f"không có loại văn bản “{kind}”", next_step=f"chọn một trong: {known}")
    return maker
