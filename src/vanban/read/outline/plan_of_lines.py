"""The lines of a plan, whatever file they came from → the typed plan.

Every word of the lines ends in a field of the plan or, with the reason, in `Plan.chua_hieu`; no word is
added.
"""

import re
from collections.abc import Sequence
from pathlib import PurePath

from vanban.model.agency import AgencyBook
from vanban.model.assignment import Assignment
from vanban.model.citation import Citation
from vanban.model.deadline import Deadline
from vanban.model.errors import SourceError
from vanban.model.plan import OtherSection, Plan, PlanAppendix, PlanPaper, Source
from vanban.read.lines.label_lines import raised
from vanban.read.lines.labels import find_label
from vanban.read.lines.paragraphs import Passage, passages
from vanban.read.lines.source import SourceLine
from vanban.read.outline.aims import KEYS as AIMS
from vanban.read.outline.aims import read_aims
from vanban.read.outline.appendices import Appendices, read_appendices
from vanban.read.outline.duties import duties_with_passages, duty_groups
from vanban.read.outline.head import read_head
from vanban.read.outline.reports import read_reports
from vanban.read.outline.restated import REFERENCE, says_nothing_new
from vanban.read.outline.sections import Layout, Part, lay_out
from vanban.read.outline.tail import read_tail
from vanban.read.outline.where_work import without_work
from vanban.read.outline.work import has_work, read_work
from vanban.read.words.agency_finder import AgencyFinder, names_of
from vanban.read.words.blanks import without_blanks
from vanban.read.words.elsewhere import away_from
from vanban.read.words.wording import split_outside, strip_bullet, trim_end
from vanban.viet.citations import parse_citation
from vanban.viet.deadlines import parse_deadline
from vanban.viet.doc_numbers import KINDS
from vanban.viet.text import squeeze

_COORDINATOR = re.compile(r"(?:làm|là)\s+(?:cơ quan\s+|đơn vị\s+)?đầu mối", re.IGNORECASE)
_REVIEW = re.compile(r"sơ kết", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+")
_WHEN = re.compile(
    r"(?:(?:trước|đến|hết|trong|đầu|giữa|cuối)\s+)*(?:ngày\s+\d{1,2}\s+)?"
    r"(?:(?:ngày\s+)?\d{1,2}/\d{1,2}/\d{4}"
    r"|tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?"
    r"|quý\s+(?:[IV]+|\d)(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?"
    r"|năm\s+\d{4})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:trên đây là\s|nhận được (?:kế hoạch|văn bản|công văn) này"
    r"|(?:trong )?quá trình (?:(?:tổ chức|triển khai)\s+)?(?:triển khai|thực hiện)[^.;]{0,30}"
    r"(?:nếu|có|gặp)[^.;]{0,400}\./\.\s*$"
    r"|(?:yêu cầu|đề nghị) (?:các|thủ trưởng|toàn thể)[^.;\d]{0,300}"
    r"(?:thực hiện|triển khai)[^.;\d]{0,300}\./\.\s*$)",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\s*\./\.\s*$")
_NEXT_GROUND = re.compile(rf"(?:căn cứ\s+)?(?:{'|'.join(KINDS)})(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?![\d/])")


def plan_of_lines(lines: Sequence[SourceLine], book: AgencyBook, *, where: str, digest: str) -> Plan:
    """The plan in `lines`; `where` names the file in messages; its last part goes to `Plan.nguon`.

    `digest` is the SHA-256 of the source. Raises SourceError if the lines hold no plan.
    """
    plan = _PlanReader(book).read(lay_out(raised(lines)))
    if not any(group.nhiem_vu for group in plan.nhom):
        raise SourceError(
            "không tìm thấy nhiệm vụ nào, nên không đọc được thành kế hoạch",
            where=where,
            next_step="kiểm tra tệp: mỗi nhiệm vụ cần một dòng số (“1.1. …”), một dòng “- Nội dung: …” "
            "hoặc một hàng của bảng có cột Nhiệm vụ, Chủ trì, Thời gian",
        )
    count = max((line.table.numbers[-1] if line.table else line.number for line in lines), default=0)
    plan.nguon = Source(tep=PurePath(where).name, so_dong=count, sha256=digest)
    return plan


class _PlanReader:
    """Puts each stretch of a layout into its fields."""

    def __init__(self, book: AgencyBook) -> None:
        self._book = book
        self._finder = AgencyFinder(book)
        self._known = [name for agency in book.co_quan for name in names_of(agency)]
        self._plan = Plan()
        self._year: int | None = None
        self._reporting: list[Passage] = []
        self._owners: dict[int, list[Assignment]] = {}

    def read(self, layout: Layout) -> Plan:
        """The whole plan."""
        head = read_head(layout.head, self._finder)
        self._leave_book(head.paper, layout)
        plan = self._plan = Plan(van_ban=head.paper, mo_dau=head.opening, chua_hieu=head.lost)
        for line in head.grounds:
            plan.can_cu += self._citations(line.raw)
        self._year = plan.van_ban.nam or (plan.van_ban.ngay.year if plan.van_ban.ngay else None)
        self._year = self._year or _year_of(plan.van_ban.trich_yeu)
        behind = read_appendices(layout.appendices, self._finder, self._year)
        for part in layout.parts:
            if behind.restated:
                part.lines = [line for line in part.lines if not REFERENCE.fullmatch(line.raw)]
            self._take_closing(part)
        elsewhere = without_work(layout.parts, self._finder, self._year)
        for part in layout.parts:
            if part.section.ten:
                plan.muc.append(part.section)
            self._part(part, tasks_elsewhere=bool(behind.groups) or part.section.dong in elsewhere)
        self._add_appendices(behind)
        plan.chua_hieu += read_tail(layout.tail, plan.van_ban)
        if not any(group.nhiem_vu for group in plan.nhom):
            self._tasks_from_duties(layout.parts)
        plan.bao_cao = read_reports(self._reporting, self._finder, self._year, self._owners)
        said = [*plan.to_chuc_thuc_hien, *plan.che_do_bao_cao]
        plan.dau_moi = _coordinator(said, self._finder)
        plan.so_ket = _review(said, self._year)
        plan.chua_hieu.sort(key=lambda lost: lost.dong)
        return plan

    def _leave_book(self, paper: PlanPaper, layout: Layout) -> None:
        """In a plan of another place short names of the book's bodies mean bodies of that place."""
        lines = [*layout.head, *(line for part in layout.parts for line in part.lines), *layout.tail]
        away = away_from(self._book, paper, (line.raw for line in [*lines, *layout.appendices]))
        if away is not None:
            self._finder = AgencyFinder(away)
            self._known = [name for agency in away.co_quan for name in names_of(agency)]

    def _part(self, part: Part, *, tasks_elsewhere: bool) -> None:
        key = part.section.khoa
        if key == "nhom" and not (tasks_elsewhere and not has_work(part.lines)):
            self._work(part)
            return
        if key == "nhom":
            part.section.khoa = key = "muc_khac"
        found, lost = passages(part.lines)
        self._plan.chua_hieu += lost
        self._tables(part)
        texts = [trim_end(strip_bullet(passage.raw)) for passage in found]
        if key == "can_cu":
            for passage in found:
                self._plan.can_cu += self._citations(passage.raw)
        elif key in AIMS:
            read_aims(found, part.section, self._plan)
        elif key == "kinh_phi":
            self._plan.kinh_phi += texts
        elif key == "to_chuc_thuc_hien":
            self._plan.to_chuc_thuc_hien += texts
            for duties, sources in duties_with_passages(found, self._finder, self._year):
                self._plan.phan_cong.append(duties)
                self._owners |= {passage.number: duties.co_quan for passage in sources}
            self._reporting += found
        elif key == "che_do_bao_cao":
            self._plan.che_do_bao_cao += texts
            self._reporting += found
        else:
            self._other(part, [squeeze(_FINAL.sub(".", passage.raw)) for passage in found])

    def _other(self, part: Part, texts: list[str]) -> None:
        section = part.section
        self._plan.muc_khac.append(
            OtherSection(so_in=section.so_in, ten=section.ten, doan=texts, dong=section.dong)
        )

    def _work(self, part: Part) -> None:
        plan = self._plan
        work = read_work(part.lines, part.section, self._finder, self._year, len(plan.nhom) + 1)
        if work.groups:
            work.groups[0].noi_dung = [squeeze(line.raw) for line in work.before] + work.groups[0].noi_dung
        elif work.before:
            part.section.khoa = "muc_khac"
            self._other(part, [squeeze(line.raw) for line in work.before])
        plan.nhom += work.groups
        plan.muc += work.headings
        plan.chua_hieu += work.lost
        plan.phu_luc += work.tables

    def _tables(self, part: Part) -> None:
        """Tables in a section of words stand beside the appendices."""
        for line in part.lines:
            if line.table is not None:
                rows = [list(row) for row in line.table.rows]
                self._plan.phu_luc.append(PlanAppendix(ten=part.section.ten, bang=[rows], dong=line.number))

    def _take_closing(self, part: Part) -> None:
        """Take the closing words ("Trên đây là …") and what follows them out of a section."""
        at = next((i for i, line in enumerate(part.lines) if _CLOSING.match(line.raw)), None)
        if at is None or part.section.khoa == "can_cu":
            return
        if any(line.table or find_label(line) or line.task_number for line in part.lines[at:]):
            return
        found, lost = passages(part.lines[at:])
        self._plan.loi_ket += [trim_end(strip_bullet(passage.raw)) for passage in found]
        self._plan.chua_hieu += lost
        part.lines = part.lines[:at]

    def _add_appendices(self, found: Appendices) -> None:
        for position, group in enumerate(found.groups, start=len(self._plan.nhom) + 1):
            for i, task in enumerate(group.nhiem_vu, start=1):
                task.id = f"t{position}-{i}"
        self._plan.nhom += found.groups
        self._plan.muc += found.sections
        self._plan.phu_luc += found.others
        self._plan.phu_luc += [
            table for table in found.restated if not says_nothing_new(table.bang[0], self._plan)
        ]
        self._plan.chua_hieu += found.lost

    def _tasks_from_duties(self, parts: Sequence[Part]) -> None:
        """In a plan that gives its work only to agencies, one by one, those duties are its tasks."""
        for part in parts:
            if part.section.khoa != "to_chuc_thuc_hien":
                continue
            found, _ = passages(part.lines)
            groups, left = duty_groups(found, self._finder, self._year, len(self._plan.nhom) + 1)
            if groups:
                self._plan.nhom += groups
                self._plan.to_chuc_thuc_hien = [trim_end(strip_bullet(passage.raw)) for passage in left]
                self._plan.phan_cong = []

    def _citations(self, raw: str) -> list[Citation]:
        """The documents that a line of grounds cites: several, where each piece begins like a document."""
        text = trim_end(without_blanks(strip_bullet(raw)))
        pieces = split_outside(text, r";\s")
        if len(pieces) < 2 or not all(_NEXT_GROUND.match(piece) for piece in pieces[1:]):
            pieces = [text]
        return [parse_citation(trim_end(piece), self._known) for piece in pieces]


def _year_of(subject: str) -> int | None:
    """The only year that the subject of a plan names."""
    years = {int(found) for found in _YEAR.findall(subject)}
    return years.pop() if len(years) == 1 else None


def _coordinator(items: Sequence[str], finder: AgencyFinder) -> str | None:
    """The id of the agency that the last section makes the coordinator ("Giao … làm đầu mối")."""
    for item in items:
        for sentence in _SENTENCE_END.split(item):
            if found := _COORDINATOR.search(sentence):
                named = finder.find_all(sentence[: found.start()])
                if named:
                    return named[-1].agency_id
    return None


def _review(items: Sequence[str], year: int | None) -> Deadline | None:
    """When the interim review is due, by the sentence that speaks of "sơ kết"."""
    for item in items:
        for sentence in _SENTENCE_END.split(item):
            if spoken := _REVIEW.search(sentence):
                when = _WHEN.search(sentence, spoken.end()) or _WHEN.search(sentence)
                if when:
                    return parse_deadline(squeeze(when.group()), year)
    return None
