"""Phrases: set ones that lack a mark, long sentences, foreign words, one in large and in small letters."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.check.plan.places import capital, short
from vanban.check.plan.reading import Passage, Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.viet.syllables import is_syllable

JOINED = Rule(
    ma="ke-hoach.cum-thieu-dau",
    muc=Severity.GOI_Y,
    ten="Cụm quen thiếu dấu phẩy hoặc chữ “và”",
    vi_sao="Hai khái niệm viết liền nhau không có dấu phẩy hay chữ “và” thì đọc thành một.",
    can_cu=CUSTOM,
    sai="bảo đảm an toàn an ninh mạng; phát triển khoa học công nghệ; các sở ngành",
    dung="bảo đảm an toàn, an ninh mạng; phát triển khoa học và công nghệ; các sở, ngành",
)
LONG = Rule(
    ma="ke-hoach.cau-dai",
    muc=Severity.GOI_Y,
    ten="Câu dài hơn 80 chữ",
    vi_sao="Câu quá dài khó đọc, khó giao việc: nên tách thành các ý đánh dấu “+”.",
    can_cu=CUSTOM,
    sai="(một câu nội dung hơn 80 chữ)",
    dung="(ba ý, mỗi ý một dòng)",
)
FOREIGN = Rule(
    ma="ke-hoach.chu-nuoc-ngoai",
    muc=Severity.GOI_Y,
    ten="Chữ nước ngoài trong câu",
    vi_sao="Chữ nước ngoài có từ tiếng Việt tương đương thì nên viết tiếng Việt.",
    can_cu=CUSTOM,
    sai="tập huấn bằng case-study",
    dung="tập huấn bằng tình huống thực tế",
)
BOTH_CASES = Rule(
    ma="ke-hoach.cum-hoa-thuong",
    muc=Severity.GOI_Y,
    ten="Một cụm từ lúc hoa lúc thường",
    vi_sao="Cùng một cụm từ nên viết hoa theo một kiểu trong cả kế hoạch.",
    can_cu=CUSTOM,
    sai="khu Công nghệ thông tin tập trung; khu công nghệ thông tin tập trung",
    dung="khu công nghệ thông tin tập trung",
)
NAMED_SMALL = Rule(
    ma="ke-hoach.ten-van-ban-hoa-thuong",
    muc=Severity.GOI_Y,
    ten="Tên loại trước tên riêng của văn bản viết thường",
    vi_sao="Tên loại của một văn bản cụ thể viết hoa chữ đầu.",
    can_cu="Phụ lục II, Mục V.6",
    sai="triển khai kế hoạch “Bình dân học vụ số”",
    dung="triển khai Kế hoạch “Bình dân học vụ số”",
)
ZEROES = Rule(
    ma="ke-hoach.so-0-khong-deu",
    muc=Severity.GOI_Y,
    ten="Số nhỏ hơn 10 lúc có số 0 lúc không",
    vi_sao="Số lượng nhỏ hơn 10 nên viết một kiểu: “05 lớp” hoặc “5 lớp” ở mọi chỗ.",
    can_cu=CUSTOM,
    sai="01 trung tâm; 5 chính sách",
    dung="01 trung tâm; 05 chính sách",
)
RULES = (JOINED, LONG, FOREIGN, BOTH_CASES, NAMED_SMALL, ZEROES)

MOST_WORDS = 80
"""Words of a sentence beyond which it is called long."""
GRAM = 5
"""Words of a phrase that is compared letter by letter."""
_JOINED = {
    "an toàn an ninh": "an toàn, an ninh",
    "khoa học công nghệ": "khoa học và công nghệ",
    "sở ngành": "sở, ngành",
    "ban ngành": "ban, ngành",
    "sở ban": "sở, ban",
    "phường xã": "phường, xã",
    "xã phường": "xã, phường",
}
_JOINED_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(_JOINED)})(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_SPOKEN = ("noi_dung", "mo_dau", "muc_dich", "yeu_cau", "muc_tieu", "to_chuc_thuc_hien", "kinh_phi")
_LATIN = re.compile(r"(?<![\w./@&-])[a-z]{2,}(?:-[a-z]{2,})*(?![\w./@&-])")
_USUAL = frozenset(
    (
        *("internet", "website", "web", "email", "online", "video", "camera", "wifi", "fax", "logo", "app"),
        *("km", "ha", "kg", "kv", "mw"),
    )
)
_NAMED = re.compile(r"(?<!\w)(?:kế hoạch|đề án|nghị quyết|quyết định|chỉ thị)(?= “)")
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = frozenset(
    (
        *("của", "và", "các", "những", "tại", "về", "cho", "với", "trong", "là", "do", "từ", "đến", "được"),
        *("theo", "giao", "trên", "dưới", "bởi", "như", "để", "mà", "hoặc", "hay", "bằng"),
    )
)
"""Words after which a name may begin: they are no part of the phrase."""
_PLACES = frozenset(("thành", "phố", "tỉnh", "xã", "phường", "nhà", "nước", "trung", "ương", "sở", "ngành"))
"""Words of phrases that other rules on capitals speak of."""
_SMALL_NUMBER = re.compile(
    r"(?<![\w/.,-])(?<!ngày )(?<!tháng )(?<!năm )(?<!quý )(?<!số )(?<!khoản )(?<!Điều )(?<!mục )(?<!độ )"
    r"(?<!cấp )(?<!thứ )(?<!lục )(?<!loại )(?<!nhóm )(?<!- )(?<!, )(0?[1-9])\s+"
    r"(?!năm|tháng|ngày|quý|tuần|giờ|cấp|kỳ|bên|chiều|trong)[^\W\d_]{2,}"
)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on phrases."""
    for row in reading.own:
        if row.key not in ("can_cu", "chu_tri", "phoi_hop"):
            yield from _joined(row)
        if row.key in _SPOKEN:
            yield from _long(row)
        yield from _named_small(row)
    yield from _foreign(reading)
    yield from _both_cases(reading)
    yield from _zeroes(reading)


def _joined(row: Passage) -> Iterator[Finding]:
    seen: set[str] = set()
    for match in _JOINED_WORDS.finditer(row.text):
        words = match.group()
        if words.casefold() in seen or (words[0].isupper() and match.start() > 0 and words[:2] != "Sở"):
            continue
        seen.add(words.casefold())
        yield JOINED.finding(
            row.place,
            f"{capital(row.who())}: “{words}” thiếu dấu phẩy hoặc chữ “và”.",
            trich=words,
            cach_sua=f"Viết “{_JOINED[words.casefold()]}”.",
        )


def _long(row: Passage) -> Iterator[Finding]:
    if row.text.count(" ") < MOST_WORDS:
        return
    for sentence in _SENTENCE_END.split(row.text):
        length = len(sentence.split())
        if length > MOST_WORDS:
            yield LONG.finding(
                row.place,
                f"{capital(row.who())}: câu “{short(sentence, 60)}” dài {length} chữ.",
                trich=short(sentence, 60),
                cach_sua="Tách thành nhiều câu hoặc nhiều mục con.",
            )


def _named_small(row: Passage) -> Iterator[Finding]:
    for match in _NAMED.finditer(row.text):
        yield NAMED_SMALL.finding(
            row.place,
            f"{capital(row.who())}: “{match.group()}” đứng trước tên riêng của văn bản mà viết thường.",
            trich=row.text[match.start() : match.end() + 12],
            cach_sua=f"Viết “{capital(match.group())}”.",
        )


def _foreign(reading: Reading) -> Iterator[Finding]:
    seen: dict[str, Passage] = {}
    for row in reading.own:
        for match in _LATIN.finditer(row.text):
            word = match.group()
            if word not in seen and word not in _USUAL and not any(is_syllable(p) for p in word.split("-")):
                seen[word] = row
    if seen:
        first, row = next(iter(seen.items()))
        yield FOREIGN.finding(
            row.place,
            f"{len(seen)} chữ nước ngoài viết thường trong câu: "
            + "; ".join(f"“{word}” ({place.who()})" for word, place in seen.items())
            + ".",
            trich=first,
            cach_sua="Dùng từ tiếng Việt, hoặc giải thích ở lần đầu nếu là thuật ngữ.",
        )


def _both_cases(reading: Reading) -> Iterator[Finding]:
    large: dict[str, tuple[str, Passage]] = {}
    small: dict[str, Passage] = {}
    rows = [(row, _WORD.findall(row.text)) for row in reading.own]
    for row, words in rows:
        for at, word in enumerate(words[1:], start=1):
            before = words[at - 1]
            if word[0].isupper() and word[1:].islower() and before.islower() and before not in _FUNCTION:
                gram = words[at - 1 : at - 1 + GRAM]
                if len(gram) == GRAM and not _PLACES & {one.casefold() for one in gram}:
                    large.setdefault(" ".join(gram).casefold(), (" ".join(gram), row))
    starts: dict[str, set[str]] = defaultdict(set)
    for key in large:
        starts[key.split(" ", 1)[0]].add(key)
    for row, words in rows if large else ():
        for at, word in enumerate(words):
            if word in starts and (key := " ".join(words[at : at + GRAM])) in starts[word]:
                small.setdefault(key, row)
    told: set[int] = set()
    for key, row in small.items():
        form, place = large[key]
        if id(place) not in told:
            told.add(id(place))
            yield BOTH_CASES.finding(
                place.place,
                f"{capital(place.who())} viết “{form}”, {row.who()} viết “{key}”.",
                trich=form,
                cach_sua="Chọn một kiểu viết hoa cho cả kế hoạch.",
            )


def _zeroes(reading: Reading) -> Iterator[Finding]:
    padded: list[tuple[str, Passage]] = []
    bare: list[tuple[str, Passage]] = []
    for row in reading.own:
        if row.key not in ("can_cu", "thoi_han", "trich_yeu", "nhom"):
            for match in _SMALL_NUMBER.finditer(row.text):
                (padded if match[1][0] == "0" else bare).append((match.group(), row))
    if padded and bare:
        said = [f"“{words}” ({row.who()})" for words, row in (padded[0], bare[0])]
        fewer = padded if len(padded) < len(bare) else bare
        yield ZEROES.finding(
            Place(phan="số lượng"),
            f"Số nhỏ hơn 10 viết có số 0 ở {len(padded)} chỗ, không có ở {len(bare)} chỗ: {'; '.join(said)}.",
            trich=fewer[0][0],
            cach_sua="Chọn một kiểu cho cả kế hoạch.",
        )
