"""Papers of a meeting about a plan: giấy mời, biên bản, thông báo kết luận."""

from collections.abc import Callable
from datetime import date

from vanban.compose.conclusions import compose_conclusions, compose_minutes
from vanban.compose.figures import figures
from vanban.compose.invitation import compose_invitation
from vanban.compose.meeting_parts import MeetingPapers
from vanban.compose.plan_frame import PlanPapers
from vanban.compose.tidy import tidied
from vanban.making.desk import Desk
from vanban.making.paper import Batch, write_paper
from vanban.model.meeting import Meeting
from vanban.model.plain import PlainDocument


def make_invitation(desk: Desk) -> Batch:
    """The giấy mời; general groups are named as left out."""
    batch, papers = _made(desk, "giay-moi", compose_invitation)
    if groups := papers.left_out():
        batch.remarks.append(f"Chưa mời {'; '.join(groups)}: là nhóm chung, cần thì ghi tên từng cơ quan")
    return batch


def make_minutes(desk: Desk) -> Batch:
    """The biên bản."""
    return _made(desk, "bien-ban", compose_minutes)[0]


def make_conclusions(desk: Desk) -> Batch:
    """The thông báo kết luận."""
    batch, papers = _made(desk, "thong-bao-ket-luan", compose_conclusions)
    if any(one.nhiem_vu and one.han for one in papers.meeting.ket_luan):
        batch.remarks.append(
            "Kết luận có thời hạn mới: sau khi ban hành, ghi vào dữ liệu bằng vanban progress conclude"
        )
    return batch


def _made(desk: Desk, name: str, compose: Callable[..., PlainDocument]) -> tuple[Batch, MeetingPapers]:
    day: date = desk.figures_day
    papers = MeetingPapers(
        PlanPapers(desk.plan, desk.book),
        tidied(desk.meeting or Meeting()),
        figures(tidied(desk.plan), tidied(desk.states), day),
    )
    paper = write_paper(compose(papers, day=day), name, desk.out, desk.templates)
    return Batch([paper]), papers
