"""What a section gives to each agency: "1. Sở Nội vụ" over bullets, "Phòng A: …", "Giao Sở B làm …"."""

import re
from collections.abc import Sequence

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline
from vanban.model.duties import AgencyDuties, Duty
from vanban.model.plan import Group, Task
from vanban.read.lines.markers import HEADINGS, PLAIN, Marker, marker_of
from vanban.read.lines.paragraphs import Passage
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.due import read_due, read_standing, read_unclear_due, without_due_words
from vanban.read.words.inline import joins, naming_span
from vanban.read.words.wording import trim_end
from vanban.viet.text import UPPER, squeeze, upper_first

_LEADS = re.compile(
    r"(?:(?:là đầu mối,?|khẩn trương|tiếp tục|chủ động|tích cực|kịp thời)\s+)*chủ trì(?!\w)", re.IGNORECASE
)
_OVER_DUTIES = ("so", "so2", *HEADINGS)
_LEAST = 2
_MOST = 0.6
_SENTENCES = re.compile(rf"(?<=[.;])\s+(?=[{UPPER}])")


class _Reader:
    """Where the reading stands: the agency whose bullets come, and the level of its mark."""

    def __init__(self, finder: AgencyFinder, year: int | None) -> None:
        self._finder = finder
        self._year = year
        self._open: AgencyDuties | None = None
        self._level = PLAIN
        self._listed = False
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
            self._listed = True
        elif span:
            self._begin(passage, mark, text, span)
            if not text.endswith(":"):
                self._open = None
        elif self._open is not None and mark.level == PLAIN and self._level != PLAIN and not self._listed:
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
        self._open, self._level, self._listed = duties, mark.level, False
        rest = text[span[1] :].lstrip(" :,;.")
        pieces = _SENTENCES.split(rest) if text[span[1] :].lstrip().startswith(":") else [rest]
        duties.viec += [self._duty(piece) for piece in pieces if trim_end(piece)]

    def _add(self, passage: Passage, text: str) -> None:
        assert self._open is not None
        if trim_end(text):
            self._open.viec.append(self._duty(text))
        self.passages[-1].append(passage)

    def _duty(self, text: str) -> Duty:
        due = read_due(text, self._year) or read_unclear_due(text)
        return Duty(noi_dung=trim_end(squeeze(text)), thoi_han=due[0] if due else read_standing(text))


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


def by_agency(passages: Sequence[Passage]) -> bool:
    """Whether headings name nothing but agencies, so that what stands under each is its work.

    Headings are the numbered lines; where none is numbered, the lines without a bullet.
    """
    numbered = [mark for passage in passages if (mark := marker_of(passage.line)).level in _OVER_DUTIES]
    if not numbered:
        numbered = [mark for passage in passages if (mark := marker_of(passage.line)).level == PLAIN]
        if len(numbered) < _LEAST or len(numbered) == len(passages):
            return False
    named = [mark for mark in numbered if (span := naming_span(mark.rest)) and _is_heading(mark.rest, span)]
    return bool(numbered) and len(named) >= _MOST * len(numbered)


def duty_groups(
    passages: Sequence[Passage], finder: AgencyFinder, year: int | None, first_group: int
) -> tuple[list[Group], list[Passage]]:
    """A group for each agency, its duties as tasks; and the paragraphs that give nobody any work."""
    groups: list[Group] = []
    taken: set[int] = set()
    for duties, sources in duties_with_passages(passages, finder, year):
        if not duties.viec:
            continue
        position, line = first_group + len(groups), sources[0].number
        group = Group(ten=duties.nguyen_van, so_in=duties.so_in, dong=line)
        group.ten_nguyen_van = "\n".join(passage.raw for passage in sources)
        for i, duty in enumerate(duties.viec, start=1):
            group.nhiem_vu.append(task_of_duty(duty, duties.co_quan, finder, f"t{position}-{i}"))
            group.nhiem_vu[-1].dong = line
        groups.append(group)
        taken |= {passage.number for passage in sources}
    return groups, [passage for passage in passages if passage.number not in taken]


def task_of_duty(duty: Duty, leads: Sequence[Assignment], finder: AgencyFinder, task_id: str) -> Task:
    """A duty as a task that these agencies lead ("Chủ trì, phối hợp với Sở A xây dựng …")."""
    text, deadline = duty.noi_dung, duty.thoi_han or Deadline()
    led = _LEADS.match(text)
    at = led.end() if led else 0
    partners: list[Assignment] = []
    joined = joins(text, at)
    if joined is not None:
        partners, at = read_assignments(text[joined[0] : joined[1]], finder), joined[1]
    unclear = read_unclear_due(text[at:])
    work = unclear[1] if unclear and not deadline.is_clear else text[at:]
    work = without_due_words(work, deadline.nguyen_van) if deadline.is_clear else work
    title = upper_first(trim_end(work.lstrip(" ,;:"))) or text
    task = Task(id=task_id, ten=title, ten_nguyen_van=duty.noi_dung, thoi_han=deadline)
    task.chu_tri, task.phoi_hop = list(leads), partners
    return task
