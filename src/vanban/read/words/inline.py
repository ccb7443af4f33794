"""Who, with whom and by when, as sentences say it: "Giao Sở A chủ trì, phối hợp với Sở B …, xong trước …".

Used where a task has no labelled fields.
"""

import re
from dataclasses import dataclass, field

from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.plan import Assignment
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.names import begins_name, find_names, names_end
from vanban.read.words.wording import strip_bullet
from vanban.viet.deadlines import find_deadlines, parse_deadline
from vanban.viet.text import LOWER, squeeze

_GIVES = re.compile(
    r"\s*(?:(?:Trách nhiệm của|Nhiệm vụ của|Đối với)\s+"
    r"|(?:Kính )?(?:[Gg]iao(?:\s+cho)?|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu|[Ủủ]y quyền(?:\s+cho)?|[Mm]ời)\s+)"
)
_GIVEN = re.compile(r"(?<!\w)(?:do|giao(?:\s+cho)?)\s+")
_DUTY = r"(?:\s*,)?(?:\s+(?:có trách nhiệm|chịu trách nhiệm|được giao|là (?:cơ quan|đơn vị)|là|làm))*"
_LEADS = re.compile(rf"{_DUTY}\s+(?:đầu mối\s*,?\s*)?chủ trì(?!\w)")
_DOES = re.compile(r"\s+(?:thực hiện|triển khai|chịu trách nhiệm|đảm nhiệm|phụ trách)(?!\w)")
_WITH = re.compile(r"[\s,;]*(?:và\s+)?[Pp]hối hợp(?:\s+(?:chặt chẽ|cùng|với|chặt chẽ với|cùng với))*\s+")
_ANY_WITH = re.compile(
    r"(?<!\w)phối hợp(?:\s+chặt chẽ)?(?:\s+(?:cùng|với))+\s+|(?<!\w)cùng với\s+", re.IGNORECASE
)
_VERB_NEXT = re.compile(rf"(?:\s*[,:])?\s+[{LOWER}]")
_CLAUSE_OF_GIVEN = re.compile(r"[\s,;(]+(?:do|giao(?:\s+cho)?)\s+$")
_DOES_IT = re.compile(r"^[\s,]*(?:(?:tổ chức|để)\s+)?(?:thực hiện|triển khai|đảm nhiệm)(?!\w)[\s,]*")
_ANY_YEAR = 2000
"""Serves to find words of time; their meaning is read elsewhere."""
_CLAUSE = re.compile(r"[\s,;:]+$")
_DUE = re.compile(
    r"(?:[,;:(]|(?<!\w)(?:và))?\s*(?:(?:thời (?:gian|hạn)(?:\s+(?:thực hiện|hoàn thành))?\s*:?|phải"
    r"|(?:và\s+)?hoàn thành|hoàn tất|xong)\s+)*(?:trong|vào|kể)?\s*$"
)
_BOUND = re.compile(
    r"(?:hoàn thành|hoàn tất|xong|thời gian|thời hạn|trong|vào|từ|chậm nhất|gửi|nộp|tổ chức)[\s:,]*$"
)
_DONE = re.compile(r"(?:hoàn thành|hoàn tất|xong|thời hạn|chậm nhất|muộn nhất)", re.IGNORECASE)
_STANDING = re.compile(r"(?<!\w)thường xuyên(?:\s*,?\s*liên tục)?(?!\w)", re.IGNORECASE)
_STANDING_NOUN = re.compile(
    r"(?:chi|kinh phí|nhiệm vụ|hoạt động|ngân sách|công tác|nguồn|dự toán|việc|cơ quan|đơn vị|bộ phận"
    r"|không|chưa|sở hữu|giao ban|chế độ|báo cáo)\s*$",
    re.IGNORECASE,
)
"""In "chi thường xuyên" it tells a kind, not a time."""
_NAMED_PERIOD = re.compile(
    r"(?:giai đoạn|kế hoạch|nhiệm kỳ|chương trình|đề án|dự toán|năm học|tầm nhìn"
    r"|mục tiêu|so với|cùng kỳ)\s*$",
    re.IGNORECASE,
)
_PERIODIC = re.compile(
    r"(?:định kỳ|thời gian|thời hạn|báo cáo)\s*:?\s*(?:hằng|hàng|mỗi|từng|trước|0?6)", re.IGNORECASE
)
_MORE = re.compile(
    r"(?:\s*(?:,\s*và|,|và)\s*(?:(?:tháng|quý|ngày)\s+)?(?:\d{1,2}|[IV]{1,3})(?:\s*/\s*\d{1,2})?"
    r"(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?(?!\w))+",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s+")
_BRACKETS = re.compile(r"\(([^()]+)\)")
_HORIZON = re.compile(r"(?:cho )?(?:đến|tới)\s+năm\s+\d{4}", re.IGNORECASE)
"""In "Chiến lược phát triển … đến năm 2030" it belongs to the name."""


@dataclass
class Sharing:
    """Who leads and who co-operates by a sentence, and what is left of it: the work itself."""

    leads: list[Assignment] = field(default_factory=list)
    partners: list[Assignment] = field(default_factory=list)
    work: str = ""


def assigns(text: str) -> bool:
    """Whether a sentence gives work to somebody by name."""
    return _lead_span(strip_bullet(text)) is not None


def read_sharing(text: str, finder: AgencyFinder) -> Sharing | None:
    """The shares in a sentence; None if it gives work to nobody."""
    body = strip_bullet(text)
    lead = _lead_span(body)
    if lead is None:
        return None
    start, end, after, opens = lead
    leads = read_assignments(body[start:end], finder)
    partners: list[Assignment] = []
    joined = _WITH.match(body, after) or _ANY_WITH.search(body, after)
    partner_end = names_end(body, joined.end(), awaited=True) if joined else None
    work = body[after:] if opens else body
    rest = body[after:]
    if joined and partner_end is not None:
        partners = read_assignments(body[joined.end() : partner_end], finder)
        rest = body[partner_end:]
        if opens and joined.start() <= after + 2:
            work = rest
    if not opens and (clause := _CLAUSE_OF_GIVEN.search(body[:start])) and _says_no_more(rest):
        work = body[: clause.start()]
    return Sharing(leads, partners, squeeze(work.lstrip(" ,;:")))


def _says_no_more(rest: str) -> bool:
    """Whether behind the names of a clause ("…, do Công an phường thực hiện") only a deadline follows."""
    words = _DOES_IT.sub("", rest)
    dues = find_deadlines(words, _ANY_YEAR)
    if len(dues) == 1:
        words = without_due(words, dues[0][:2])
    return not words.strip(" ,.;)")


def read_tail(text: str, finder: AgencyFinder, year: int | None) -> tuple[str, Sharing, Deadline] | None:
    """The words of a task, and what a colon adds behind them: "…: Phòng A phối hợp Phòng B, tháng 5/2026".

    None unless all that stands behind the colon is names and a deadline.
    """
    for colon in reversed(list(_COLON.finditer(text))):
        tail = text[colon.end() :].strip(" .;")
        end = names_end(tail)
        if end is None:
            continue
        sharing, rest = Sharing(read_assignments(tail[:end], finder)), tail[end:]
        if (joined := _WITH.match(rest)) and (
            partners := names_end(rest, joined.end(), awaited=True)
        ) is not None:
            sharing.partners = read_assignments(rest[joined.end() : partners], finder)
            rest = rest[partners:]
        words = rest.strip(" ,;.")
        due = parse_deadline(words, year) if words else Deadline()
        if words and (not due.is_clear or due.du or due.ghi_chu):
            continue
        return text[: colon.start()].strip(), sharing, due
    return None


def bracketed_due(text: str, year: int | None) -> Deadline | None:
    """The deadline that a heading gives to all below it: in brackets, or as the whole heading."""
    pieces = [*_BRACKETS.findall(text), text]
    for piece in pieces:
        due = parse_deadline(piece.strip(" .:;"), year)
        if due.is_clear and not due.du and not due.ghi_chu:
            return due
    return None


def read_due(text: str, year: int | None) -> tuple[Deadline, tuple[int, int]] | None:
    """The deadline that a sentence binds its work to, and where it stands; None if there is none.

    Names of periods ("Kế hoạch năm 2026", "giai đoạn 2026 - 2030") are no deadlines. Of several the one
    for completion counts; where that is not one, the words stay unclear.
    """
    found = [
        _with_rounds(text, start, end, deadline, year)
        for start, end, deadline in find_deadlines(text, year)
        if _binds(text, start, deadline)
    ]
    found = [item for i, item in enumerate(found) if not any(item[0] < end for _, end, _ in found[:i])]
    if not found:
        return None
    meanings = {(d.kieu, d.tu, d.den, d.chu_ky) for _, _, d in found}
    if len(meanings) > 1:
        done = [item for item in found if _DONE.search(text[max(0, item[0] - 25) : item[1]])]
        if len(done) != 1:
            words = "; ".join(text[start:end] for start, end, _ in found)
            return Deadline(nguyen_van=words, du=words), (found[0][0], found[0][0])
        found = done
    start, end, deadline = found[-1]
    return deadline, (start, end)


def _with_rounds(
    text: str, start: int, end: int, deadline: Deadline, year: int | None
) -> tuple[int, int, Deadline]:
    """A deadline with the rounds that go on behind it ("trong tháng 5 và tháng 9/2026")."""
    more = _MORE.match(text, end)
    if more is None:
        return start, end, deadline
    all_of_it = parse_deadline(text[start : more.end()], year)
    return (
        (start, more.end(), all_of_it)
        if all_of_it.is_clear and all_of_it.ung_vien
        else (start, end, deadline)
    )


def without_due(text: str, span: tuple[int, int]) -> str:
    """The text without a deadline clause that ends it; unchanged where the clause stands inside."""
    start, end = span
    if text[end:].strip(" .;,)"):
        return text
    opened = _DUE.search(text[:start])
    return _CLAUSE.sub("", text[: opened.start()] if opened else text[:start])


def without_due_words(text: str, words: str) -> str:
    """The text without a clause that ends it with these words of a deadline."""
    at = text.rfind(words)
    return without_due(text, (at, at + len(words))) if at >= 0 else text


def joins(text: str, at: int) -> tuple[int, int] | None:
    """Where the names stand that "phối hợp với …" at `at` brings; None if it does not stand there."""
    joined = _WITH.match(text, at)
    end = names_end(text, joined.end(), awaited=True) if joined else None
    return (joined.end(), end) if joined and end is not None else None


def read_standing(text: str) -> Deadline | None:
    """ "Thường xuyên" where it tells how the work of a sentence is done; not "chi thường xuyên"."""
    for found in _STANDING.finditer(text):
        opens = not text[: found.start()].strip(" ,")
        ends = not text[found.end() :].strip(" .;,")
        if (opens or ends) and not _STANDING_NOUN.search(text[: found.start()]):
            return parse_deadline(found.group())
    return None


def _binds(text: str, start: int, deadline: Deadline) -> bool:
    before = text[max(0, start - 40) : start]
    if deadline.kieu is DeadlineKind.TRUOC:
        return True
    if _NAMED_PERIOD.search(before):
        return False
    if deadline.kieu is DeadlineKind.DEN:
        return not _HORIZON.fullmatch(deadline.nguyen_van) or bool(_DONE.search(before))
    if deadline.kieu is DeadlineKind.DINH_KY:
        return deadline.chu_ky is not None and _is_own_cycle(before, deadline)
    if deadline.kieu is DeadlineKind.THUONG_XUYEN:
        return bool(re.search(r"(?:thời gian|thời hạn)[^,;.]*$", before))
    return bool(
        deadline.ghi_chu
        or _BOUND.search(before)
        or re.match(r"(?:trong|vào|từ|chậm nhất)\s", deadline.nguyen_van, re.IGNORECASE)
    )


def naming_span(text: str) -> tuple[int, int] | None:
    """Where a sentence or heading names those that it is about, at its start; None if it does not."""
    given = _GIVES.match(text)
    at = given.end() if given else 0
    end = names_end(text, at)
    if end is None:
        return None
    goes_on = given or not text[end:].strip(" .;,:") or text[end:].lstrip().startswith(":")
    return (at, end) if goes_on or _VERB_NEXT.match(text, end) else None


def _is_own_cycle(before: str, deadline: Deadline) -> bool:
    """Whether a cycle is that of the work: it has a day, or begins a clause; "ngân sách hằng năm" is not."""
    opens = not before.strip() or before.rstrip()[-1] in ",;:.("
    return bool(deadline.moc or opens or _PERIODIC.search(before + deadline.nguyen_van))


def _lead_span(body: str) -> tuple[int, int, int, bool] | None:
    """(start, end, where the rest begins, whether the names open the sentence) of those who lead."""
    given = _GIVES.match(body)
    at = given.end() if given else 0
    if (given or begins_name(body)) and (end := names_end(body, at)) is not None:
        if led := _LEADS.match(body, end):
            return at, end, led.end(), True
        if given or _VERB_NEXT.match(body, end):
            return at, end, end, True
    for opened in _GIVEN.finditer(body):
        end = names_end(body, opened.end())
        if end is not None and (led := _LEADS.match(body, end) or _DOES.match(body, end)):
            return opened.end(), end, led.end(), False
    at = 0
    while span := find_names(body, at):
        if led := _LEADS.match(body, span[1]):
            return span[0], span[1], led.end(), False
        at = max(span[1], span[0] + 1)
    return None
