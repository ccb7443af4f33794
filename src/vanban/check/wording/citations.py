"""Citing documents: all parts at the first mention, few at later ones, statutes by name."""

import re
from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule
from vanban.check.wording.contradictions import clash_of
from vanban.check.wording.mentions import Mention
from vanban.check.wording.reading import Reading
from vanban.model.finding import Finding, Severity

BASES = "Phụ lục I, Phần I, Mục II.6.a"
MENTIONS = "Phụ lục I, Phần I, Mục II.6.b"

FIRST = Rule(
    ma="cau-chu.vien-dan-lan-dau-thieu",
    muc=Severity.CANH_BAO,
    ten="Viện dẫn lần đầu chưa đủ",
    vi_sao="Viện dẫn lần đầu phải ghi đủ tên loại, số, ký hiệu, ngày, cơ quan, trích yếu; các "
    "lần sau mới ghi tắt.",
    can_cu=MENTIONS,
    sai="theo Quyết định số 525/QĐ-UBND, các ngành rà soát",
    dung="theo Quyết định số 525/QĐ-UBND ngày 25 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh về …",
)
PARTIAL = Rule(
    ma="cau-chu.vien-dan-lan-dau-rut-gon",
    muc=Severity.GOI_Y,
    ten="Viện dẫn lần đầu rút gọn",
    vi_sao="Viện dẫn lần đầu có ngày nhưng thiếu cơ quan ban hành hoặc trích yếu; nhiều nơi viết thế, nhưng "
    "Nghị định đòi đủ.",
    can_cu=MENTIONS,
    sai="tại Quyết định số 525/QĐ-UBND ngày 25/02/2026",
    dung="tại Quyết định số 525/QĐ-UBND ngày 25/02/2026 của Ủy ban nhân dân tỉnh về điều chỉnh …",
)
LATER = Rule(
    ma="cau-chu.vien-dan-lap-lai-du",
    muc=Severity.GOI_Y,
    ten="Viện dẫn lại quá dài",
    vi_sao="Từ lần thứ hai chỉ ghi tên loại và số, ký hiệu; chép lại ngày, cơ quan và trích yếu làm câu dài.",
    can_cu=MENTIONS,
    sai="… Quyết định số 525/QĐ-UBND ngày … của … về … (ghi đủ lần thứ hai)",
    dung="… Quyết định số 525/QĐ-UBND …",
)
STATUTE = Rule(
    ma="cau-chu.can-cu-luat-ghi-so",
    muc=Severity.CANH_BAO,
    ten="Căn cứ ghi số của luật, pháp lệnh",
    vi_sao="Căn cứ là luật, pháp lệnh thì không ghi số, ký hiệu và cơ quan ban hành.",
    can_cu=BASES,
    sai="Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
    dung="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
)
RULES = (FIRST, PARTIAL, LATER, STATUTE)

_CITED = frozenset(
    (
        "Nghị quyết",
        "Nghị định",
        "Quyết định",
        "Thông tư",
        "Chỉ thị",
        "Kế hoạch",
        "Báo cáo",
        "Tờ trình",
        "Thông báo",
        "Công văn",
        "Công điện",
        "Kết luận",
        "Chương trình",
        "Đề án",
        "Hướng dẫn",
    )
)
_OPEN_DAY = re.compile(r"[ ,]*ngày(?! +\d)")
_DAY_NEAR = re.compile(r"ngày +\d{1,2}(?:[/-]|\.\d| tháng)| của (?:[A-ZĐ]|[^\W\d_]+ [A-ZĐ])")
_ISSUER_BEFORE = re.compile(r"(?:ban hành|phê duyệt|có|trình|gửi|ký|tại|công bố)(?: \w+)? \Z")
_BASIS = re.compile(r"(?:[-–+•*] ?)?Căn cứ (?:vào )?(?:các )?(?:Bộ luật|Luật|Pháp lệnh)(?!\w)", re.IGNORECASE)
_STATUTE_NUMBER = re.compile(r"\d{1,3}/(?:19|20)\d\d/(?:QH|PL-UBTVQH|UBTVQH)\d{1,2}")
_OTHER_KIND = re.compile(r"Nghị quyết|Nghị định|Quyết định|Thông tư|Hiến pháp")


def check(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Findings on citations."""
    first: dict[str, Mention] = {}
    told: set[str] = set()
    partial: list[tuple[Mention, list[str]]] = []
    inside = 0
    for one in mentions:
        if one.own:
            continue
        earlier = first.get(one.symbol)
        if earlier is None:
            # A citation within the subject of another is part of a title, which is quoted as it is.
            missing = _missing(reading, one) if one.start >= inside else []
            if missing and not one.day and len(missing) > 1:
                yield _incomplete(reading, one, missing)
            elif missing:
                partial.append((one, missing))
            first[one.symbol] = one
        else:
            if one.start >= inside and not reading.quoted(one.start, one.number.end):
                yield from _again(reading, earlier, one, told)
            if not (earlier.day and earlier.agency):
                first[one.symbol] = one if one.day or one.agency else earlier
        inside = max(inside, one.end)
    yield from _partial(reading, partial)
    yield from _statutes(reading)


def _missing(reading: Reading, one: Mention) -> list[str]:
    """The parts that a first mention lacks; none where they surely stand elsewhere in the sentence."""
    passage = reading.passage_at(one.start)
    text = reading.text
    if one.kind not in _CITED or passage.genre not in ("loi_van", "can_cu", "chu_thich"):
        return []
    if _OPEN_DAY.match(text, one.number.end) or reading.quoted(one.start, one.end):
        return []
    before = text[max(0, one.start - 24) : one.start]
    issued = bool(_ISSUER_BEFORE.search(before)) or before.endswith(("(", "èm theo "))
    near = _DAY_NEAR.search(text, one.number.end, min(one.number.end + 160, reading.bounds(one.start)[1]))
    if not (one.day or one.agency) and (issued or near):
        return []
    held = {"ngày": one.day or near, "cơ quan ban hành": one.agency or issued, "trích yếu": one.subject}
    return [name for name, there in held.items() if not there]


def _incomplete(reading: Reading, one: Mention, missing: list[str]) -> Finding:
    words = reading.text[one.start : one.end]
    return reading.finding(
        FIRST,
        one.start,
        one.end,
        f"Viện dẫn lần đầu “{_short(words)}” thiếu {', '.join(missing)}.",
        advice="Ghi đủ ở lần đầu; các lần sau chỉ ghi tên loại và số, ký hiệu.",
    )


def _partial(reading: Reading, partial: list[tuple[Mention, list[str]]]) -> Iterator[Finding]:
    """One hint for all first mentions with a day but without agency or subject: short ones are usual."""
    if not partial:
        return
    one, missing = partial[0]
    others = f"; như vậy cả thảy {len(partial)} văn bản" if len(partial) > 1 else ""
    words = reading.text[one.start : one.end]
    yield reading.finding(
        PARTIAL,
        one.start,
        one.end,
        f"Viện dẫn lần đầu “{_short(words)}” thiếu {', '.join(missing)}{others}.",
        advice="Ghi đủ ở lần đầu; các lần sau chỉ ghi tên loại và số, ký hiệu.",
    )


def _short(words: str, limit: int = 90) -> str:
    """The first words, whole, with "…" where some are left out."""
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"


def _again(reading: Reading, earlier: Mention, one: Mention, told: set[str]) -> Iterator[Finding]:
    long = one.day and one.agency and one.subject and earlier.day and earlier.agency and earlier.subject
    if long and one.symbol not in told and not clash_of(earlier, one):
        told.add(one.symbol)
        there = reading.where(earlier.start)
        yield reading.finding(
            LATER,
            one.start,
            one.end,
            f"“{one.symbol}” đã viện dẫn đủ ở {there}; từ lần thứ hai chỉ cần tên loại và số, ký hiệu.",
            advice=f"Rút gọn còn “{reading.text[one.start : one.number.end]}”.",
        )


def _statutes(reading: Reading) -> Iterator[Finding]:
    if "QH" not in reading.text:
        return
    for index, passage in enumerate(reading.passages):
        if "QH" not in passage.text or not (lead := _BASIS.match(passage.text.lstrip())):
            continue
        start = reading.start_of(index) + len(passage.text) - len(passage.text.lstrip())
        end = reading.start_of(index) + len(passage.text)
        other = _OTHER_KIND.search(reading.text, start + lead.end(), end)
        number = _STATUTE_NUMBER.search(reading.text, start + lead.end(), other.start() if other else end)
        if number:
            yield reading.finding(
                STATUTE,
                number.start(),
                number.end(),
                f"Căn cứ là luật, pháp lệnh mà ghi số “{number.group()}”.",
                advice="Bỏ số, ký hiệu; giữ tên luật và ngày thông qua.",
            )
