"""What a section gives to each agency: "1. Sở Nội vụ" over bullets, "Phòng A: …", "Giao Sở B làm …"."""

import re
from collections.abc import Sequence

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline
from vanban.model.duties import AgencyDuties, Duty
from vanban.model.plan import Task
from vanban.read.agencies_in_text import read_assignments
from vanban.read.agency_finder import AgencyFinder
from vanban.read.inline import joins, naming_span, read_due, without_due_words
from vanban.read.markers import PLAIN, Marker, marker_of
from vanban.read.paragraphs import Passage
from vanban.read.wording import trim_end
from vanban.viet.text import squeeze, upper_first

_LEADS = re.compile(r"(?:là đầu mối,?\s+)?chủ trì(?!\w)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")


class _Reader:
    """Where the reading stands: the agency whose bullets come, and the level of its mark."""

    def __init__(self, finder: AgencyFinder, year: int | None) -> None:
        self._finder = finder
        self._year = year
        self._open: AgencyDuties | None = None
        self._level = PLAIN
        self.found: list[AgencyDuties] = []
        self.passages: list[list[Passage]] = []

    def take(self, passage: Passage) -> None:
        """Put one paragraph where it belongs."""
        mark = marker_of(passage.line)
        text = mark.rest.strip()
        deeper = self._open is not None and mark.level != PLAIN and mark.level != self._level
        span = naming_span(text)
        if span and _is_heading(text, span):
            self._begin(passage, mark, text, span)
        elif deeper and not (span and text[: span[0]].strip()):
            self._add(passage, text)
        elif span:
            self._begin(passage, mark, text, span)
            if not text.endswith(":"):
                self._open = None
        elif self._open is not None and mark.level == PLAIN and self._level != PLAIN:
            self._add(passage, text)
        else:
            self._open = None

    def _begin(self, passage: Passage, mark: Marker, text: str, span: tuple[int, int]) -> None:
        duties = AgencyDuties(
            co_quan=read_assignments(text[span[0] : span[1]], self._finder),
            so_in=mark.number or None,
            nguyen_van=trim_end(text[: span[1]]),
        )
        self.found.append(duties)
        self.passages.append([passage])
        self._open, self._level = duties, mark.level
        rest = text[span[1] :].lstrip(" :,;.")
        pieces = _SENTENCES.split(rest) if text[span[1] :].lstrip().startswith(":") else [rest]
        duties.viec += [self._duty(piece) for piece in pieces if trim_end(piece)]

    def _add(self, passage: Passage, text: str) -> None:
        assert self._open is not None
        if trim_end(text):
            self._open.viec.append(self._duty(text))
        self.passages[-1].append(passage)

    def _duty(self, text: str) -> Duty:
        due = read_due(text, self._year)
        return Duty(noi_dung=trim_end(squeeze(text)), thoi_han=due[0] if due else None)


def duties_with_passages(
    passages: Sequence[Passage], finder: AgencyFinder, year: int | None
) -> list[tuple[AgencyDuties, list[Passage]]]:
    """The duties of each agency, with the paragraphs that they were read from."""
    reader = _Reader(finder, year)
    for passage in passages:
        reader.take(passage)
    return list(zip(reader.found, reader.passages, strict=True))


def _is_heading(text: str, span: tuple[int, int]) -> bool:
    """Whether a line says only whose duties follow, or ends the names with a colon."""
    rest = text[span[1] :].lstrip()
    return not trim_end(rest) or rest.startswith(":")


def task_of_duty(duty: Duty, leads: Sequence[Assignment], finder: AgencyFinder, task_id: str) -> Task:
    """A duty as a task that these agencies lead ("Chủ trì, phối hợp với Sở A xây dựng …")."""
    text, deadline = duty.noi_dung, duty.thoi_han or Deadline()
    led = _LEADS.match(text)
    at = led.end() if led else 0
    partners: list[Assignment] = []
    joined = joins(text, at)
    if joined is not None:
        partners, at = read_assignments(text[joined[0] : joined[1]], finder), joined[1]
    work = without_due_words(text[at:], deadline.nguyen_van) if deadline.is_clear else text[at:]
    title = upper_first(trim_end(work.lstrip(" ,;:"))) or text
    task = Task(id=task_id, ten=title, ten_nguyen_van=duty.noi_dung, thoi_han=deadline)
    task.chu_tri, task.phoi_hop = list(leads), partners
    return task
