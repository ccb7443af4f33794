"""Citing documents: parts at the first mention, statutes by name, one number told in two ways."""

import re
from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule
from vanban.check.wording.mentions import Mention
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.dates import short_date

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
RULES = (FIRST, PARTIAL, LATER, STATUTE, TWO_WAYS, YEAR)

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
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_FULL = {
    "ubnd": "ủy ban nhân dân", "uỷ ban nhân dân": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân",
    "tp.": "thành phố ", "uỷ": "ủy",
}  # fmt: skip


def check(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Findings on citations."""
    first: dict[str, Mention] = {}
    told: set[tuple[str, str]] = set()
    partial: list[tuple[Mention, list[str]]] = []
    inside = 0
    for one in mentions:
        if one.own:
            continue
        yield from _year(reading, one)
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
            nested = one.start < inside or reading.quoted(one.start, one.number.end)
            yield from _again(reading, earlier, one, told, nested)
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


def _again(
    reading: Reading, earlier: Mention, one: Mention, told: set[tuple[str, str]], nested: bool
) -> Iterator[Finding]:
    clash = _clash(earlier, one)
    if clash and (one.symbol, clash) not in told:
        told.add((one.symbol, clash))
        yield reading.finding(
            TWO_WAYS,
            one.start,
            one.end,
            f"“{one.symbol}” ở đây {_facts(one, clash)}, còn ở {reading.where(earlier.start)} {_facts(earlier, clash)}.",
            advice="Tra văn bản rồi sửa chỗ sai.",
        )
    long = one.day and one.agency and one.subject and earlier.day and earlier.agency and earlier.subject
    if long and not clash and not nested and (one.symbol, "") not in told:
        told.add((one.symbol, ""))
        yield reading.finding(
            LATER,
            one.start,
            one.end,
            f"“{one.symbol}” đã viện dẫn đủ ở {reading.where(earlier.start)}; từ lần thứ hai chỉ cần tên loại và "
            "số, ký hiệu.",
            advice=f"Rút gọn còn “{reading.text[one.start : one.number.end]}”.",
        )


def _clash(earlier: Mention, one: Mention) -> str:
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
