"""A plan as plain text (.txt taken from Word) → the typed plan.

Every word of the text ends in a field of the plan or, with the reason, in `Plan.chua_hieu`; no word is
added.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import PurePath

from vanban.model.agency import AgencyBook
from vanban.model.citation import Citation
from vanban.model.deadline import Deadline
from vanban.model.errors import SourceError
from vanban.model.plan import NotUnderstood, Plan, Source
from vanban.read.agency_finder import AgencyFinder, names_of
from vanban.read.footnotes import take_notes
from vanban.read.groups import read_groups
from vanban.read.head import read_head
from vanban.read.lines import SourceLine, numbered_lines
from vanban.read.sections import Layout, Part, lay_out
from vanban.read.tail import read_tail
from vanban.read.tasks import TaskReader
from vanban.read.wording import starts_lower, strip_bullet, trim_end
from vanban.viet.citations import parse_citation
from vanban.viet.deadlines import parse_deadline
from vanban.viet.text import clean, squeeze

UNKNOWN_SECTION = "mục này chưa có trong mẫu kế hoạch"
NOTE_OUTSIDE_TASK = "chú thích ở ngoài nhiệm vụ chưa có trường trong mẫu kế hoạch"

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
_FINAL = re.compile(r"\s*\./\.\s*$")


def read_text_plan(text: str, book: AgencyBook, *, where: str) -> Plan:
    """The plan in `text`; `where` names the file in messages; its last part goes to `Plan.nguon`.

    Raises SourceError if the text is empty or holds no plan.
    """
    cleaned = clean(text)
    if not cleaned.strip():
        raise SourceError("tệp không có chữ nào", where=where, next_step="chọn tệp có nội dung của kế hoạch")
    lines = numbered_lines(cleaned)
    finder = AgencyFinder(book)
    plan = _read(lay_out(lines), finder, book)
    if not any(group.nhiem_vu for group in plan.nhom):
        raise SourceError(
            "không tìm thấy nhiệm vụ nào, nên không đọc được thành kế hoạch",
            where=where,
            next_step="kiểm tra tệp: mỗi nhiệm vụ cần một dòng số (“1.1. …”) hoặc dòng “- Nội dung: …”",
        )
    plan.nguon = Source(
        tep=PurePath(where).name,
        so_dong=len(lines),
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
    )
    return plan


def _read(layout: Layout, finder: AgencyFinder, book: AgencyBook) -> Plan:
    head = read_head(layout.head, finder)
    plan = Plan(van_ban=head.paper, chua_hieu=head.lost)
    plan.can_cu += [_citation(line.raw, book) for line in head.grounds]
    year = plan.van_ban.nam or (plan.van_ban.ngay.year if plan.van_ban.ngay else None)
    for part in layout.parts:
        if part.section.ten:
            plan.muc.append(part.section)
        _read_part(part, plan, TaskReader(finder, year), book)
    plan.chua_hieu += read_tail(layout.tail, plan.van_ban)
    plan.dau_moi = _coordinator(plan.to_chuc_thuc_hien, finder)
    plan.so_ket = _review(plan.to_chuc_thuc_hien, year)
    plan.chua_hieu.sort(key=lambda lost: lost.dong)
    return plan


def _read_part(part: Part, plan: Plan, reader: TaskReader, book: AgencyBook) -> None:
    if part.section.khoa == "nhom":
        groups, lost = read_groups(part.lines)
        first = len(plan.nhom) + 1
        plan.nhom += [reader.group(raw, i) for i, raw in enumerate(groups, start=first)]
        plan.chua_hieu += lost + reader.lost
        return
    for number, text in _items(part.lines):
        words, notes = take_notes(text)
        for note in notes:
            lost_words = f"[footnoteRef:{note.number}] [{note.number}: {note.text or ''}]"
            plan.chua_hieu.append(NotUnderstood(dong=number, chu=lost_words, ly_do=NOTE_OUTSIDE_TASK))
        if part.section.khoa == "can_cu":
            plan.can_cu.append(_citation(words, book))
        elif part.section.khoa == "muc_tieu":
            plan.muc_tieu.append(squeeze(_FINAL.sub(".", strip_bullet(words))))
        elif part.section.khoa == "to_chuc_thuc_hien":
            plan.to_chuc_thuc_hien.append(trim_end(strip_bullet(words)))
        else:
            plan.chua_hieu.append(NotUnderstood(dong=number, chu=squeeze(words), ly_do=UNKNOWN_SECTION))


def _items(lines: Sequence[SourceLine]) -> list[tuple[int, str]]:
    """The paragraphs of a section with the number of their first line; a line may run on."""
    found: list[tuple[int, str]] = []
    for line in lines:
        if line.is_blank:
            continue
        plain = not (line.is_dash or line.is_plus or line.group_number)
        open_end = bool(found) and not found[-1][1].rstrip().endswith((".", ";", ":"))
        if found and plain and (line.wrapped or (open_end and starts_lower(line.raw))):
            number, text = found[-1]
            found[-1] = number, f"{text} {line.raw}"
        else:
            found.append((line.number, line.raw))
    return found


def _citation(raw: str, book: AgencyBook) -> Citation:
    known = [name for agency in book.co_quan for name in names_of(agency)]
    return parse_citation(trim_end(strip_bullet(raw)), known)


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
