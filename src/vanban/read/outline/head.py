"""The head of a plan as text: two columns of a Word table, stacked line by line.

Form: Phụ lục I, Phần I, Mục IV. Sentences between the head and the first section are grounds or opening
words. Every line with words also stays, as printed, in `PlanPaper.nguyen_van`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.law.decree import load_kinds
from vanban.model.plan import Line, NotUnderstood, PlanPaper
from vanban.read.lines.source import SourceLine
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.blanks import without_blanks
from vanban.read.words.wording import strip_bullet, trim_end
from vanban.viet.dates import DateLine, make_date, match_date_line
from vanban.viet.text import squeeze, tone_key

_COLUMNS = re.compile(r"\t+|(?<![:.…_\s])\s{4,}(?![/.…_\s])")
_NUMBER = re.compile(r"^Số\s*:\s*(?P<so>\d+)?[\s.…_]*/\s*(?P<ky_hieu>\S.*)$", re.IGNORECASE)
_NATION = tuple(
    map(
        tone_key,
        (
            "cộng hòa xã hội chủ nghĩa việt nam",
            "độc lập - tự do - hạnh phúc",
            "độc lập – tự do – hạnh phúc",
            "đảng cộng sản việt nam",
        ),
    )
)
_BODY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|SỞ|PHÒNG|BAN|TRƯỜNG|TRUNG TÂM|CHI CỤC|CỤC|TỔNG CỤC|HỘI|ĐOÀN|ĐẢNG|VĂN PHÒNG"
    r"|BỘ|CÔNG AN|CÔNG TY|BỆNH VIỆN|TRẠM|VIỆN|HĐND|MẶT TRẬN|LIÊN ĐOÀN|THANH TRA|CHI BỘ|TỔ|KHO BẠC"
    r"|BẢO HIỂM|BẢO TÀNG|THƯ VIỆN|TỔNG CÔNG TY|TẬP ĐOÀN|XÍ NGHIỆP|HỢP TÁC XÃ|CHI NHÁNH|QUỸ|ĐÀI|HỌC VIỆN"
    r"|ĐẠI HỌC|NHÀ|HẠT|ĐỘI|THUẾ|HẢI QUAN|VIỆN KIỂM SÁT|LIÊN MINH|NGÂN HÀNG|BƯU ĐIỆN|ĐIỆN LỰC|"
    r"TRẠI|CẢNG|ĐỒN|TÒA ÁN|TOÀ ÁN)(?!\w)"
)
_DRAFT = re.compile(r"^dự thảo\b.{0,20}$", re.IGNORECASE)
_GROUND = re.compile(r"^(?:căn cứ|theo đề nghị)\b", re.IGNORECASE)
_RULE = re.compile(r"^[\s_\-–—=*]+$")

NO_SUCH_DAY = "ngày ban hành không có trong lịch"
_INTRODUCES = re.compile(r"như sau|:\s*$|ban hành kế hoạch|xây dựng kế hoạch", re.IGNORECASE)
_USUAL = re.compile(r"(?P<who>\S.*?) ban hành Kế hoạch (?P<subject>.+?) như sau[\s:.]*", re.IGNORECASE)
_LONGEST_SUBJECT_LINE = 300


@dataclass
class Head:
    """What a head says: the paper, lines of grounds and opening sentences, and lines of no known part."""

    paper: PlanPaper = field(default_factory=PlanPaper)
    grounds: list[SourceLine] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    lost: list[NotUnderstood] = field(default_factory=list)


def read_head(lines: Sequence[SourceLine], finder: AgencyFinder) -> Head:
    """The head in `lines`, all lines before the first heading of the plan."""
    reader = _Reader(finder)
    for line in _rejoined(lines):
        reader.take(line)
    return reader.finish()


class _Reader:
    """Collects the parts of a head in the order in which they come."""

    def __init__(self, finder: AgencyFinder) -> None:
        self._finder = finder
        self._head = Head()
        self._issuer: list[str] = []
        self._opening: list[str] = []
        self._subject: list[str] = []
        self._centered: bool | None = None
        self._kind_seen = False
        self._subject_open = False
        self._draft = False

    def take(self, line: SourceLine) -> None:
        """Read one line; a line may hold both columns, apart by a tab or a wide gap."""
        if line.is_blank:
            self._subject_open = self._subject_open and not self._subject
            return
        self._head.paper.nguyen_van.append(Line(dong=line.number, chu=line.raw))
        for cell in _cells(line.raw):
            self._cell(cell, line)

    def _cell(self, cell: str, line: SourceLine) -> None:
        paper = self._head.paper
        text = squeeze(without_blanks(cell))
        if not text:
            return
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
        elif not self._kind_seen and (opened := _kind_and_subject(text)):
            paper.ten_loai, subject = opened
            self._subject.append(subject)
            self._kind_seen = self._subject_open = True
        else:
            self._words(text, line)

    def _words(self, text: str, line: SourceLine) -> None:
        introduces = bool(_INTRODUCES.search(text))
        if not self._kind_seen and text.isupper():
            self._issuer.append(text)
        elif _GROUND.match(strip_bullet(text)) and not introduces:
            self._head.grounds.append(line)
            self._subject_open = False
        elif self._subject_open and self._is_subject(text, line):
            self._subject.append(text)
            self._centered = line.centered
        else:
            self._subject_open = False
            self._opening.append(strip_bullet(text))

    def _is_subject(self, text: str, line: SourceLine) -> bool:
        """Whether a line goes on with the subject: in its place, short, and no sentence that leads on."""
        moved = bool(self._subject) and self._centered and line.centered is False
        leads_on = len(text) > _LONGEST_SUBJECT_LINE or (bool(self._subject) and text.endswith(":"))
        return not (moved or leads_on or text.startswith("("))

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
        if not self._kind_seen and not any(_BODY.match(name) for name in self._issuer):
            self._subject, self._issuer = [*self._issuer, *self._subject], []  # a title, and no body
        paper.trich_yeu = trim_end(" ".join(self._subject))
        self._issuers()
        self._head.opening = [text for text in self._opening if not self._is_usual(text)]
        paper.du_thao = self._draft or (paper.so is None and paper.ngay is None)
        return self._head

    def _issuers(self) -> None:
        """Who issues the paper and who stands over it: ids of the book, else the names as printed."""
        paper, names = self._head.paper, _names(self._issuer)
        found = self._finder.find_all(" ".join(self._issuer))
        strangers = [name for name in names if self._finder.identify(name) is None]
        if found and not strangers:
            paper.co_quan_ban_hanh = found[-1].agency_id
            paper.co_quan_chu_quan = found[0].agency_id if len(found) > 1 else None
        elif names:
            paper.co_quan_ban_hanh = names[-1]
            paper.co_quan_chu_quan = " ".join(names[:-1]) or None

    def _is_usual(self, text: str) -> bool:
        """Whether an opening says only who issues which plan, so that the head says it already."""
        said = _USUAL.fullmatch(text)
        if said is None or trim_end(said["subject"]) != self._head.paper.trich_yeu:
            return False
        issuer = self._head.paper.co_quan_ban_hanh
        return (self._finder.identify(said["who"]) or said["who"].upper()) == issuer

    def _lose(self, line: SourceLine, reason: str) -> None:
        self._head.lost.append(NotUnderstood(dong=line.number, chu=line.raw.strip(), ly_do=reason))


def _cells(raw: str) -> list[str]:
    """The words of a line column by column: tabs and wide gaps part them, but not the blanks of a date."""
    pieces = [piece.strip() for piece in _COLUMNS.split(raw) if piece.strip()]
    found: list[str] = []
    while pieces:
        size = next((n for n in range(2, 5) if _is_date(pieces[:n])), 1)
        found.append(" ".join(pieces[:size]))
        pieces = pieces[size:]
    return found


def _is_date(pieces: Sequence[str]) -> bool:
    text = squeeze(" ".join(pieces))
    return len(pieces) > 1 and not _NUMBER.match(text) and match_date_line(text) is not None


def _rejoined(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, those put together that a narrow column broke: the name of the nation, the date."""
    found: list[SourceLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and not last.is_blank and _is_broken(squeeze(last.raw), squeeze(line.raw)):
            found[-1] = last._replace(raw=f"{last.raw.rstrip()} {line.raw.lstrip()}")
        else:
            found.append(line)
    return found


def _is_broken(first: str, second: str) -> bool:
    """Whether two lines are one only together."""
    both = f"{first} {second}"
    if tone_key(both) in _NATION:
        return True
    return match_date_line(both) is not None and match_date_line(second) is None and ", ngày" in first


def _names(lines: Sequence[str]) -> list[str]:
    """The names of bodies that lines of a letterhead make: a head word begins one."""
    names: list[str] = []
    for line in lines:
        if not names or (_BODY.match(line) and " " in line):
            names.append(line)
        else:
            names[-1] += f" {line}"
    return names


def _kind(text: str) -> str | None:
    """The abbreviation of the kind that a line in capitals names, or None."""
    if not text.isupper():
        return None
    name = tone_key(text)
    return next((k.viet_tat for k in load_kinds().kinds if tone_key(k.ten) == name), None)


def _kind_and_subject(text: str) -> tuple[str, str] | None:
    """A title that stands on one line ("KẾ HOẠCH KIỂM TRA …"): the kind and the subject after it."""
    words = text.split()
    for count in (1, 2, 3):
        kind = _kind(" ".join(words[:count]))
        if kind and text.isupper() and len(words) > count:
            return kind, " ".join(words[count:])
    return None
