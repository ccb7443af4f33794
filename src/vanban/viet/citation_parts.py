"""The parts of a citation that follow its number: day, agency, subject.

"… ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển …". Agency names may contain
"về" ("Ban Chỉ đạo Trung ương về phát triển …"), and a subject may hold further citations.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanban.viet.dates import parse_date
from vanban.viet.doc_numbers import KINDS
from vanban.viet.text import tone_key

OPENERS = (
    "về", "v/v", "quy định", "ban hành", "sửa đổi", "bổ sung", "phê duyệt", "hướng dẫn", "triển khai",
    "thực hiện", "công bố", "bãi bỏ", "thành lập", "kiện toàn", "đẩy mạnh", "tăng cường", "thông qua",
    "đề nghị", "báo cáo", "giao", "cho phép", "điều chỉnh", "thay thế", "phối hợp", "góp ý",
    "đăng ký", "xin", "trình", "giải thích", "đính chính", "ủy quyền", "phân công", "phân cấp", "chấp thuận",
    "công nhận", "phát động", "tổng kết", "sơ kết", "áp dụng", "đôn đốc", "trả lời",
)  # fmt: skip
"""Words that open a subject; always small letters, so that names of agencies do not end at them."""

DAY = r"ngày\s+(?:\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})(?!\d)"
_OPENER = re.compile(rf"(?<![\w/])(?:{'|'.join(OPENERS)})(?!\w)")
_DAY = re.compile(rf"(?:\s*,)?\s*(?:ban hành\s+)?({DAY})", re.IGNORECASE)
_OF = re.compile(r"(?:\s*,)?\s+(?:do|của)\s+(?=\w)")
_NAMED_BY_SUBJECT = re.compile(
    r"(?:tiểu\s+)?(?:ban chỉ đạo|tổ công tác|tổ giúp việc|ban công tác)\b", re.IGNORECASE
)
_CITING = re.compile(rf"(?<!\w)(?:{'|'.join(KINDS)})(?!\w)|(?<!\w)(?:số|ngày)\s+\d")
_NOT_IN_A_NAME = re.compile(
    r",|\s(?:là|được|đã|đang|sẽ|để|nhằm|theo|trong|tại|trên|chủ trì|yêu cầu|có|cho|từ|đến|năm|thì|nêu)(?!\w)"
)
_ABOUT = re.compile(r"(?<!\w)về(?!\w)")
_GAP = re.compile(r"[\s,]*")
_RUNNING_GAP = re.compile(r"\s*")
_CLAUSE_END = re.compile(r"[;()\n\[\]“”]|\.(?=\s|$)|\s[–-]\s")
_NEXT_SUBJECT = re.compile(r",\s+(?=(?:Sở|Bộ|Ủy ban|UBND|Ban|Chính phủ|Hội đồng|HĐND|Văn phòng|Thành ủy)\s)")
_AND_NEXT = re.compile(rf"(?:,|\s+và|,\s+và)\s+(?=(?:{'|'.join(KINDS)})\s+(?:số\s+)?\d)")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number, and where it ends."""

    ngay: date | None
    co_quan: str | None
    trich_yeu: str | None
    end: int


def clause_end(text: str, at: int) -> int:
    """Where the clause that holds index `at` ends: at a mark, or where another citation is joined on."""
    mark = _CLAUSE_END.search(text, at)
    end = mark.start() if mark else len(text)
    for pattern in (_AND_NEXT, _NEXT_SUBJECT):
        joined = pattern.search(text, at, end)
        end = joined.start() if joined else end
    return end


def _named(text: str, at: int, stop: int, agencies: Sequence[str]) -> int | None:
    """End of the longest known name that stands at `at` and is followed by a subject or nothing."""
    for name in sorted(agencies, key=len, reverse=True):
        end = at + len(name)
        if not name or end > stop or tone_key(text[at:end]) != tone_key(name):
            continue
        rest = text[end:stop].lstrip(" ,")
        if not rest or _OPENER.match(rest) or _DAY.match(rest):
            return end
    return None


def _own_subject_end(text: str, at: int, first: int, stop: int) -> int:
    """For bodies named by their task: the second "về" opens the subject, unless the first does.

    The first one does where a citation begins before the second: names hold no citations.
    """
    if not _NAMED_BY_SUBJECT.match(text, at):
        return first
    second = _ABOUT.search(text, first + 1, stop)
    if text[first : first + 2] != "về" or second is None or _CITING.search(text, first, second.start()):
        return first
    return second.start()


def _agency_end(text: str, at: int, stop: int, agencies: Sequence[str]) -> int:
    known = _named(text, at, stop, agencies)
    if known is not None:
        return known
    opener = _OPENER.search(text, at, stop)
    end = _own_subject_end(text, at, opener.start(), stop) if opener else stop
    if day := _DAY.search(text, at, end):
        end = day.start()
    return end


def _running_end(text: str, begin: int, end: int) -> int:
    """Where the name of an agency ends in running text: at a word that no name has, or at a comma."""
    own_subject = _ABOUT.search(text, begin, end)
    stop = _NOT_IN_A_NAME.search(text, begin, own_subject.start() if own_subject else end)
    return stop.start() if stop else end


def _subject_end(text: str, begin: int, stop: int, bare: bool) -> int:
    """End of the subject that opens at `begin`; `begin` itself where none does.

    After a bare number in running text only "về" opens one: other verbs belong to the sentence.
    """
    opener = _OPENER.match(text, begin, stop)
    if opener is None or (bare and opener.group() not in ("về", "v/v")):
        return begin
    return begin + len(text[begin:stop].rstrip(" ,.;"))


def read_tail(text: str, at: int, stop: int, agencies: Sequence[str] = (), *, running: bool = False) -> Tail:
    """Day, agency and subject that stand from `at` on, up to `stop`.

    With `running` the citation stands inside a sentence: the parts are taken only as far as they
    surely belong to it.
    """
    day: date | None = None
    agency: str | None = None
    end = at
    for _ in range(2):
        if day is None and (found := _DAY.match(text, end, stop)):
            day = parse_date(found[1])
            end = found.end()
        elif agency is None and (found := _OF.match(text, end, stop)):
            begin = found.end()
            end = _agency_end(text, begin, stop, agencies)
            end = _running_end(text, begin, end) if running else end
            agency = text[begin:end].rstrip(" ,") or None
            end = begin + len(agency or "")
    gap = _RUNNING_GAP.match(text, end) if running else _GAP.match(text, end)
    begin = gap.end() if gap else end
    subject_end = _subject_end(text, begin, stop, bare=running and day is None and agency is None)
    subject = text[begin:subject_end] or None
    return Tail(day, agency, subject, subject_end if subject else end)
