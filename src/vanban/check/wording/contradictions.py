"""One document told in two ways: two days, two agencies, a year unlike that of its symbol."""

import re
from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule
from vanban.check.wording.mentions import Mention
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.dates import short_date

TWO_WAYS = Rule(
    ma="cau-chu.vien-dan-mau-thuan",
    muc=Severity.CANH_BAO,
    ten="Cùng một số mà hai ngày, hai cơ quan",
    vi_sao="Một văn bản chỉ có một ngày ban hành và một cơ quan ban hành; ghi hai cách thì có một chỗ sai.",
    can_cu=CUSTOM,
    sai="Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 … Nghị định số 30/2020/NĐ-CP ngày 15/3/2020",
    dung="cả hai chỗ: Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
)
YEAR = Rule(
    ma="cau-chu.nam-khac-ky-hieu",
    muc=Severity.CANH_BAO,
    ten="Năm ban hành khác năm trong ký hiệu",
    vi_sao="Năm trong ký hiệu của văn bản quy phạm là năm ban hành; khác nhau thì một trong hai gõ nhầm.",
    can_cu=CUSTOM,
    sai="Nghị định số 21/2026/NĐ-CP ngày 16/01/2025",
    dung="Nghị định số 21/2026/NĐ-CP ngày 16/01/2026",
)
RULES = (TWO_WAYS, YEAR)

_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_FULL = {
    "ubnd": "ủy ban nhân dân", "uỷ ban nhân dân": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân",
    "tp.": "thành phố ", "uỷ": "ủy",
}  # fmt: skip


def check(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Findings on contradictions; each is told once of a document."""
    first: dict[str, Mention] = {}
    told: set[tuple[str, str]] = set()
    for one in mentions:
        if one.own or not (one.day or one.agency):
            continue
        yield from _year(reading, one)
        earlier = first.get(one.symbol)
        if earlier is None or not (earlier.day and earlier.agency):
            first[one.symbol] = one
        if earlier and (clash := clash_of(earlier, one)) and (one.symbol, clash) not in told:
            told.add((one.symbol, clash))
            there = reading.where(earlier.start)
            yield reading.finding(
                TWO_WAYS,
                one.start,
                one.end,
                f"“{one.symbol}” ở đây {_facts(one, clash)}, còn ở {there} {_facts(earlier, clash)}.",
                advice="Tra văn bản rồi sửa chỗ sai.",
            )


def clash_of(earlier: Mention, one: Mention) -> str:
    """What two mentions of one symbol tell otherwise: "ngày", "cơ quan" or ""."""
    if earlier.kind and one.kind and earlier.kind != one.kind:
        return ""
    same_agency = _same_agency(earlier.agency, one.agency)
    if earlier.day and one.day and earlier.day != one.day:
        # Numbers start anew each year, and each agency has its own: 12/KH-UBND is many documents.
        national = _YEAR.search(one.symbol) or one.symbol.endswith(("-TTg", "-CP", "/TW"))
        near = _YEAR.search(one.symbol) or earlier.day.year == one.day.year
        return "ngày" if near and (national or same_agency) else ""
    if earlier.day == one.day and earlier.day and earlier.agency and one.agency and not same_agency:
        return "cơ quan"
    return ""


def _same_agency(a: str, b: str) -> bool:
    """Whether two names may be one agency: nothing named, or one holds the words of the other."""
    one, other = _name(a), _name(b)
    return not one or not other or one <= other or other <= one


def _name(agency: str) -> frozenset[str]:
    small = agency.lower()
    for short, full in _FULL.items():
        small = small.replace(short, full)
    words = frozenset(small.replace(",", " ").replace("-", " ").split())
    # Abbreviations cannot be told from other names: such an agency fits all.
    unknown = any(
        word.isupper() and len(word) > 1 and word not in ("UBND", "HĐND") for word in agency.split()
    )
    return frozenset() if unknown else words


def _facts(one: Mention, clash: str) -> str:
    if clash == "ngày" and one.day:
        return f"ghi ngày {short_date(one.day)}"
    return f"ghi của {one.agency}"


def _year(reading: Reading, one: Mention) -> Iterator[Finding]:
    found = _YEAR.search(one.symbol)
    if found and one.day and one.day.year != int(found[1]):
        yield reading.finding(
            YEAR,
            one.start,
            one.end,
            f"“{one.symbol}” ghi ngày {short_date(one.day)}: năm ban hành khác năm trong ký hiệu.",
            advice="Tra văn bản rồi sửa ngày hoặc ký hiệu.",
        )
