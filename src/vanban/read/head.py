"""The head of a plan as text: two columns of a Word table, stacked line by line.

Form: Phụ lục I, Phần I, Mục IV. A line that is no part of a head (a sentence of introduction) is kept
with the reason. Every line with words also stays, as printed, in `PlanPaper.nguyen_van`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.law.decree import load_kinds
from vanban.model.plan import Line, NotUnderstood, PlanPaper
from vanban.read.agency_finder import AgencyFinder
from vanban.read.lines import SourceLine
from vanban.read.wording import strip_bullet, trim_end
from vanban.viet.dates import DateLine, make_date, match_date_line
from vanban.viet.text import squeeze, tone_key

_COLUMNS = re.compile(r"\t+|(?<![:.…_\s])\s{4,}(?![/.…_\s])")
_NUMBER = re.compile(r"^Số\s*:\s*(?P<so>\d+)?[\s.…_]*/\s*(?P<ky_hieu>\S.*)$", re.IGNORECASE)
_NATION = tuple(map(tone_key, ("cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc")))
_DRAFT = re.compile(r"^dự thảo\b.{0,20}$", re.IGNORECASE)
_GROUND = re.compile(r"^(?:căn cứ|theo đề nghị)\b", re.IGNORECASE)
_RULE = re.compile(r"^[\s_\-–—=*]+$")

INTRODUCTION = "lời dẫn ở đầu văn bản chưa có trường trong mẫu kế hoạch"
NO_SUCH_DAY = "ngày ban hành không có trong lịch"
UNKNOWN_ISSUER = "cơ quan ban hành không có trong sổ cơ quan"


@dataclass
class Head:
    """What a head says: the paper, lines of grounds that stand in it, and lines of no known part."""

    paper: PlanPaper = field(default_factory=PlanPaper)
    grounds: list[SourceLine] = field(default_factory=list)
    lost: list[NotUnderstood] = field(default_factory=list)


def read_head(lines: Sequence[SourceLine], finder: AgencyFinder) -> Head:
    """The head in `lines`, all lines before the first heading of the plan."""
    reader = _Reader(finder)
    for line in lines:
        reader.take(line)
    return reader.finish()


class _Reader:
    """Collects the parts of a head in the order in which they come."""

    def __init__(self, finder: AgencyFinder) -> None:
        self._finder = finder
        self._head = Head()
        self._issuer: list[str] = []
        self._issuer_line: SourceLine | None = None
        self._subject: list[str] = []
        self._kind_seen = False
        self._subject_open = False
        self._draft = False

    def take(self, line: SourceLine) -> None:
        """Read one line; a line may hold both columns, apart by a tab or a wide gap."""
        if line.is_blank:
            self._subject_open = self._subject_open and not self._subject
            return
        self._head.paper.nguyen_van.append(Line(dong=line.number, chu=line.raw))
        for cell in filter(None, map(str.strip, _COLUMNS.split(line.raw))):
            self._cell(cell, line)

    def _cell(self, cell: str, line: SourceLine) -> None:
        paper = self._head.paper
        text = squeeze(cell)
        if tone_key(text) in _NATION or _RULE.match(text):
            return
        if number := _NUMBER.match(text):
            paper.so = int(number["so"]) if number["so"] else None
            paper.ky_hieu = re.sub(r"\s*-\s*", "-", number["ky_hieu"])
        elif dated := match_date_line(text):
            self._date(dated, line)
        elif _DRAFT.match(text):
            self._draft = True
        elif not self._kind_seen and (kind := _kind(text)):
            paper.ten_loai, self._kind_seen, self._subject_open = kind, True, True
        else:
            self._words(text, line)

    def _words(self, text: str, line: SourceLine) -> None:
        if not self._kind_seen and text.isupper():
            self._issuer.append(text)
            self._issuer_line = self._issuer_line or line
        elif self._kind_seen and _GROUND.match(strip_bullet(text)):
            self._head.grounds.append(line)
            self._subject_open = False
        elif self._subject_open:
            self._subject.append(text)
        else:
            self._lose(line, INTRODUCTION)

    def _date(self, dated: DateLine, line: SourceLine) -> None:
        paper = self._head.paper
        paper.dia_danh, paper.nam = dated.place, dated.year
        if dated.day and dated.month and dated.year:
            paper.ngay = make_date(dated.day, dated.month, dated.year)
            if paper.ngay is None:
                self._lose(line, NO_SUCH_DAY)

    def finish(self) -> Head:
        """Close the head: the issuer by its id, and whether the paper is still a draft."""
        paper = self._head.paper
        paper.trich_yeu = trim_end(" ".join(self._subject))
        issuer = " ".join(self._issuer)
        found = self._finder.find_all(issuer)
        if found:
            paper.co_quan_ban_hanh = found[-1].agency_id
            paper.co_quan_chu_quan = found[0].agency_id if len(found) > 1 else None
        elif self._issuer_line:
            self._lose(self._issuer_line, UNKNOWN_ISSUER, issuer)
        paper.du_thao = self._draft or (paper.so is None and paper.ngay is None)
        return self._head

    def _lose(self, line: SourceLine, reason: str, words: str | None = None) -> None:
        self._head.lost.append(NotUnderstood(dong=line.number, chu=words or line.raw.strip(), ly_do=reason))


def _kind(text: str) -> str | None:
    """The abbreviation of the kind that a line in capitals names, or None."""
    if not text.isupper():
        return None
    name = tone_key(text)
    return next((k.viet_tat for k in load_kinds().kinds if tone_key(k.ten) == name), None)
