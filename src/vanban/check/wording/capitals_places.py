"""Capitals of names of places: the two special names, units with a number, common nouns (Mục III)."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.text import UPPER

SPECIAL = Rule(
    ma="cau-chu.dia-danh-dac-biet",
    muc=Severity.LOI,
    ten="Viết hoa Thủ đô Hà Nội, Thành phố Hồ Chí Minh",
    vi_sao="“Thủ đô Hà Nội” và “Thành phố Hồ Chí Minh” là trường hợp viết hoa đặc biệt: viết hoa cả danh "
    "từ chung đứng trước.",
    can_cu="Phụ lục II, Mục III.1.c",
    sai="trên địa bàn thành phố Hồ Chí Minh",
    dung="trên địa bàn Thành phố Hồ Chí Minh",
    sua_duoc=True,
)
NUMBERED = Rule(
    ma="cau-chu.don-vi-hanh-chinh-so",
    muc=Severity.LOI,
    ten="Đơn vị hành chính mang chữ số",
    vi_sao="Danh từ chung chỉ đơn vị hành chính đi với chữ số thì viết hoa.",
    can_cu="Phụ lục II, Mục III.1.b",
    sai="họp tại quận 1, Thành phố Hồ Chí Minh",
    dung="họp tại Quận 1, Thành phố Hồ Chí Minh",
    sua_duoc=True,
)
COMMON = Rule(
    ma="cau-chu.danh-tu-chung-dia-danh",
    muc=Severity.CANH_BAO,
    ten="Danh từ chung trước tên đơn vị hành chính",
    vi_sao="Chỉ viết hoa tên riêng của tỉnh; chữ “tỉnh” trước tên riêng viết thường, trừ ở đầu câu.",
    can_cu="Phụ lục II, Mục III.1.a",
    sai="trên địa bàn Tỉnh Lào Cai",
    dung="trên địa bàn tỉnh Lào Cai",
    sua_duoc=True,
)
COUNTED = Rule(
    ma="cau-chu.thanh-pho-sau-con-so",
    muc=Severity.CANH_BAO,
    ten="Viết hoa danh từ chung sau con số",
    vi_sao="“Thành phố” sau một con số là danh từ chung, không phải tên riêng.",
    can_cu=CUSTOM,
    sai="top 100 Thành phố có hệ sinh thái năng động",
    dung="top 100 thành phố có hệ sinh thái năng động",
)
RULES = (SPECIAL, NUMBERED, COMMON, COUNTED)

_SPECIAL = {
    "thành phố Hồ Chí Minh": "Thành phố Hồ Chí Minh",
    "Thành Phố Hồ Chí Minh": "Thành phố Hồ Chí Minh",
    "thủ đô Hà Nội": "Thủ đô Hà Nội",
    "Thủ Đô Hà Nội": "Thủ đô Hà Nội",
}
_MANY = re.compile(r"(?:các|những|nhiều|hai|ba|bốn|năm|sáu|\d+)\s+\Z", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?P<kind>quận|phường) (?=\d{1,2}(?=[,;)]|\.[ \0\n]|, | thuộc | (?:Thành phố|TP)|\0))"
)
_PROVINCE = re.compile(rf"Tỉnh (?=[{UPPER}])")
_COUNTED = re.compile(r"Thành phố (?=[^\W\d_])")
_DIGITS = re.compile(r"(?<![\w./-])(\d+) \Z")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on names of places."""
    for wrong, right in _SPECIAL.items():
        for at in reading.places_of(wrong):
            if not _MANY.search(reading.text, max(0, at - 8), at):
                yield reading.finding(
                    SPECIAL,
                    at,
                    at + len(wrong),
                    f"“{wrong}” viết hoa chưa đúng: đây là trường hợp viết hoa đặc biệt.",
                    advice=f"Viết “{right}”.",
                    mends=[
                        (at + i, at + i + 1, b)
                        for i, (a, b) in enumerate(zip(wrong, right, strict=True))
                        if a != b
                    ],
                )
    if {"quận", "phường"} & reading.words:
        yield from _numbered(reading)
    if "Tỉnh" in reading.words:
        yield from _province(reading)
    if "Thành" in reading.words:
        yield from _counted(reading)


def _numbered(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for found in _NUMBERED.finditer(text):
        start = found.start()
        if not reading.whole(start, found.end() - 1) or _MANY.search(text, max(0, start - 8), start):
            continue
        end = found.end() + (2 if text[found.end() + 1].isdigit() else 1)
        words = text[start:end]
        right = words.capitalize()
        yield reading.finding(
            NUMBERED,
            start,
            end,
            f"“{words}”: tên đơn vị hành chính có chữ số thì viết hoa cả danh từ chung.",
            advice=f"Viết “{right}”.",
            mends=[(start, start + 1, right[0])],
        )


def _province(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for found in _PROVINCE.finditer(text):
        start, at = found.span()
        name = _province_at(reading, at)
        if not name or reading.begins(start) or not reading.whole(start, at - 1):
            continue
        yield reading.finding(
            COMMON,
            start,
            at + len(name),
            f"“Tỉnh {name}” ở giữa câu: chữ “tỉnh” viết thường, chỉ viết hoa tên riêng.",
            advice=f"Viết “tỉnh {name}”.",
            mends=[(start, start + 1, "t")],
        )


def _province_at(reading: Reading, at: int) -> str:
    """The province that is named at `at`, "" if none."""
    pieces = reading.text[at : at + 30].split(" ", 5)
    for count in (2, 3, 5):
        name = " ".join(pieces[:count]).rstrip(",.;:)\0\n")
        if name in reading.lexicon.provinces and reading.whole(at, at + len(name)):
            return name
    return ""


def _counted(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for found in _COUNTED.finditer(text):
        number = _DIGITS.search(text, max(0, found.start() - 8), found.start())
        if number is None or text[found.end()].isupper():
            continue
        start, end = number.start(1), found.end() - 1
        words = text[start:end]
        yield reading.finding(
            COUNTED,
            start,
            end,
            f"“{words}” viết hoa danh từ chung.",
            advice=f"Viết “{words.replace('Thành', 'thành')}”.",
        )
