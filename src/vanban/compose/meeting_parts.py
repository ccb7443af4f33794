"""What the papers of a meeting about a plan share: its name, who is concerned, time and place in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vanban.compose.assignments import Bearer, bearers
from vanban.compose.attached import plan_name
from vanban.compose.figures import Figures
from vanban.compose.heads import coordinator
from vanban.compose.plan_frame import PlanPapers
from vanban.compose.standing import DONE, Standing
from vanban.compose.tally import Case
from vanban.model.agency import Agency
from vanban.model.document import fill
from vanban.model.meeting import Meeting, PaperNumber
from vanban.viet.dates import official_date
from vanban.viet.text import lower_first


@dataclass(frozen=True, slots=True)
class Concerned:
    """An agency with tasks that are not finished, and how these stand."""

    bearer: Bearer
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class MeetingPapers:
    """A meeting, the plan that it is about, and the figures of the day."""

    papers: PlanPapers
    meeting: Meeting
    found: Figures

    @property
    def host(self) -> Agency:
        """Who invites: as the file says, else who follows the plan up."""
        return self._agency(self.meeting.co_quan) or coordinator(self.papers.plan, self.papers.book)

    def issuer(self, number: PaperNumber) -> Agency:
        """Who issues one of the papers."""
        return self._agency(number.co_quan) or self.host

    def _agency(self, name: str | None) -> Agency | None:
        return self.papers.book.find(name) if name else None

    @property
    def name(self) -> str:
        """ "họp sơ kết thực hiện Kế hoạch …"; as the file calls it where it does."""
        return self.meeting.ten or f"họp sơ kết thực hiện {plan_name(self.papers.plan.van_ban)}"

    @property
    def occasion(self) -> str:
        """The meeting within a sentence: "cuộc họp sơ kết …", "Hội nghị sơ kết …"."""
        return f"cuộc {lower_first(self.name)}" if self.name.casefold().startswith("họp") else self.name

    @property
    def day(self) -> str:
        """The day in words, or a blank."""
        return (
            official_date(self.meeting.ngay) if self.meeting.ngay else f"ngày {fill('ngày, tháng, năm họp')}"
        )

    @property
    def time(self) -> str:
        """Hour and day in words; a blank for what is not known."""
        return f"{self.meeting.gio or fill('giờ họp')}, {self.day}"

    def concerned(self) -> list[Concerned]:
        """Agencies that lead or help with a task that is not finished, those with tasks to lead first."""
        opened = {case.so: case for case in self.found.cases if case.tinh_trang not in (*DONE, Standing.HUY)}
        rows = [
            Concerned(one, tuple(opened[s.item.so] for s in one.shares if s.item.so in opened))
            for one in bearers(self.papers.plan, self.papers.book)
        ]
        return [row for row in rows if row.cases and (row.bearer.agency is None or row.bearer.is_body)]

    def left_out(self) -> list[str]:
        """General groups with such tasks: nobody can be invited under their name."""
        named = {row.bearer.key for row in self.concerned()}
        opened = {c.so for c in self.found.cases if c.tinh_trang not in (*DONE, Standing.HUY)}
        return [
            one.name
            for one in bearers(self.papers.plan, self.papers.book)
            if one.key not in named and any(s.item.so in opened for s in one.shares)
        ]


def front(number: PaperNumber) -> dict[str, Any]:
    """Number and day of a paper as a short file has them; a paper that has both is no draft."""
    issued = number.so is not None and number.ngay is not None
    return {"so": number.so, "ngay": number.ngay, "du_thao": not issued}


def listed(names: Sequence[str]) -> str:
    """ "A, B và C"."""
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
