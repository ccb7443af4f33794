"""Two ways of placing the tone mark in one document: "hoà" beside "hòa"."""

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity

MIXED = Rule(
    ma="cau-chu.dat-dau-thanh-hai-kieu",
    muc=Severity.GOI_Y,
    ten="Đặt dấu thanh hai kiểu",
    vi_sao="“hoà, uỷ” và “hòa, ủy” đều dùng được; lẫn hai kiểu trong một văn bản thì tìm chữ không ra.",
    can_cu=CUSTOM,
    sai="Uỷ ban nhân dân tỉnh … Ủy ban nhân dân xã",
    dung="Ủy ban nhân dân tỉnh … Ủy ban nhân dân xã",
)
RULES = (MIXED,)

_LATER = frozenset((
    "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ",
))  # fmt: skip
_EARLIER = frozenset((
    "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy",
))  # fmt: skip
_EITHER = frozenset(one for word in _LATER | _EARLIER for one in (word, word.capitalize()))


def check(reading: Reading) -> Iterator[Finding]:
    """One finding where both ways stand in the document."""
    # Words in capitals are mostly the letterhead, which comes with the template.
    marked = [word for word in reading.words if word[-2:] in _EITHER and not word.isupper()]
    later = {word for word in marked if word[-2:].lower() in _LATER and word[-3:-2].lower() != "q"}
    earlier = {word for word in marked if word[-2:].lower() in _EARLIER}
    if not later or not earlier:
        return
    counts = [sum(map(reading.text.count, held)) for held in (later, earlier)]
    rare, usual = (later, earlier) if counts[0] <= counts[1] else (earlier, later)
    at, word = min((next(reading.places_of(word), reading.text.find(word)), word) for word in rare)
    example = min(usual)
    yield reading.finding(
        MIXED,
        at,
        at + len(word),
        f"Dấu thanh đặt hai kiểu: {min(counts)} chỗ như “{word}”, {max(counts)} chỗ như “{example}”.",
        advice="Chọn một kiểu cho cả văn bản.",
    )
