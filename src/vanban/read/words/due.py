"""By when, as sentences say it: "… hoàn thành trước ngày 30/6/2026", "trong tháng 5 và tháng 9/2026".

Used where a task has no labelled deadline.
"""

import re

from vanban.model.deadline import Deadline, DeadlineKind
from vanban.viet.deadlines import find_deadlines, parse_deadline

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
    r"(?:\s*(?:,\s*và|,|và)\s*(?:trước\s+)?(?:(?:tháng|quý|ngày)\s+)?(?:\d{1,2}|[IV]{1,3})"
    r"(?:\s*/\s*\d{1,2}|\s+tháng\s+\d{1,2})?"
    r"(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?(?!\w))+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]+)\)")
_LONGEST_OPENING = 60
_UNCLEAR_CLAUSE = re.compile(
    r"[,;]\s+(?P<due>(?:phải\s+)?(?:hoàn thành|hoàn tất|xong)\s+"
    r"(?:trước|trong|sau|vào|ngay|chậm nhất)\s[^,;.]+)[\s.;]*$"
)
_HORIZON = re.compile(r"(?:cho )?(?:đến|tới)\s+năm\s+\d{4}", re.IGNORECASE)
"""In "Chiến lược phát triển … đến năm 2030" it belongs to the name."""


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


def bracketed_due(text: str, year: int | None) -> Deadline | None:
    """The deadline that a heading gives to all below it: in brackets, or as the whole heading."""
    pieces = [*_BRACKETS.findall(text), text]
    for piece in pieces:
        due = parse_deadline(piece.strip(" .:;"), year)
        if due.is_clear and not due.du and not due.ghi_chu:
            return due
    return None


def read_standing(text: str) -> Deadline | None:
    """ "Thường xuyên" where it tells how the work of a sentence is done; not "chi thường xuyên"."""
    for found in _STANDING.finditer(text):
        opens = not text[: found.start()].strip(" ,")
        ends = text[found.end() :].strip()[:1] in ("", ".", ";", ",")
        if (opens or ends) and not _STANDING_NOUN.search(text[: found.start()]):
            return parse_deadline(found.group())
    return None


def read_opening_due(text: str, year: int | None) -> tuple[Deadline, str] | None:
    """The deadline that opens a line of a schedule, and the words after it: "Ngày 25/7/2026: Họp …"."""
    words, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(words) > _LONGEST_OPENING:
        return None
    due = parse_deadline(words.strip(), year)
    return (due, rest.strip()) if due.is_clear and not due.du else None


def read_unclear_due(text: str) -> tuple[Deadline, str] | None:
    """A clause "…, hoàn thành trước Tết Nguyên đán" that ends a sentence, and the words before it.

    Its words are kept as a deadline that a person must make clear.
    """
    found = _UNCLEAR_CLAUSE.search(text)
    if found is None:
        return None
    words = found["due"].strip(" .;")
    return Deadline(nguyen_van=words, du=words), text[: found.start()].strip()


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


def _is_own_cycle(before: str, deadline: Deadline) -> bool:
    """Whether a cycle is that of the work: it has a day, or begins a clause; "ngân sách hằng năm" is not."""
    opens = not before.strip() or before.rstrip()[-1] in ",;:.("
    return bool(deadline.moc or opens or _PERIODIC.search(before + deadline.nguyen_van))
