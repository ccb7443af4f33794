"""Names of agencies that no longer exist, in papers of after the rearrangement of 2025."""

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.law.lexicon import OldAgency
from vanban.model.finding import CUSTOM, Finding, Severity

OLD = Rule(
    ma="cau-chu.co-quan-ten-cu",
    muc=Severity.CANH_BAO,
    ten="Tên cơ quan không còn dùng",
    vi_sao="Từ năm 2025 nhiều bộ, sở đã hợp nhất và không còn cấp huyện; giao việc cho cơ quan không còn "
    "tên thì không ai nhận.",
    can_cu=CUSTOM,
    sai="giao Sở Tài nguyên và Môi trường chủ trì",
    dung="giao Sở Nông nghiệp và Môi trường chủ trì",
)
RULES = (OLD,)

_FIRST_DAY = date(2025, 3, 1)
_ABOUT_PAST_AFTER = re.compile(
    r"[^.;\0\n]{0,90}?(?:trước đây|không còn|\((?:cũ|trước)|trước (?:khi )?(?:hợp nhất|sáp nhập|sắp xếp)"
    r"|\bnay là\b|nay thuộc)"
    r"| (?:cũ|trước đây)\b"
)
_ABOUT_PAST_BEFORE = re.compile(
    r"(?:nguyên|trước đây|tiền thân|thời kỳ|hợp nhất|sáp nhập|giải thể|kết thúc hoạt động|trước khi"
    r"|tiếp nhận)"
    r"[^.;\0\n]{0,80}\Z",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d|202[0-5])(?!\d)")
_PRESENT = re.compile(r"(?<![\d.])20(?:2[5-9]|[3-9]\d)(?!\d)")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on old names, one for each name; none in papers of before the change."""
    day = reading.day
    if day is not None and day < _FIRST_DAY:
        return
    if day is None and not _PRESENT.search(reading.text):
        return
    for one in reading.lexicon.old_agencies:
        if day is None or day >= one.tu:
            yield from _name(reading, one)


def _name(reading: Reading, one: OldAgency) -> Iterator[Finding]:
    small = one.ten.lower()
    places = [at for at in reading.small_places_of(small) if reading.text[at].isupper()]
    places = [at for at in places if not _speaks_of_past(reading, at, at + len(small))]
    if not places:
        return
    at, count = places[0], len(places)
    more = f" ({count} chỗ)" if count > 1 else ""
    yield reading.finding(
        OLD,
        at,
        at + len(small),
        f"“{one.ten}”{more} là tên không còn dùng từ ngày {one.tu.day:02d}/{one.tu.month}/{one.tu.year}.",
        advice=f"Nếu nói việc hiện nay thì viết “{one.nay}”."
        if one.nay
        else "Hỏi lại tên cơ quan hiện nay giữ nhiệm vụ này.",
    )


def _speaks_of_past(reading: Reading, at: int, end: int) -> bool:
    """Whether the paragraph tells of the time when the agency had this name, or quotes its paper."""
    text = reading.text
    begin, stop = reading.bounds(at)
    if _ABOUT_PAST_AFTER.match(text, end, stop) or _ABOUT_PAST_BEFORE.search(text, max(begin, at - 100), at):
        return True
    return bool(_PAST_YEAR.search(text, begin, stop)) or reading.quoted(at, end)
