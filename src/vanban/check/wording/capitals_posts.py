"""Capitals of posts, honours, days and feasts (Phụ lục II, Mục V.2, V.3, V.5, V.8, V.9)."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import Finding, Severity

POST = Rule(
    ma="cau-chu.viet-hoa-chuc-vu",
    muc=Severity.LOI,
    ten="Viết hoa giữa tên chức vụ",
    vi_sao="Tên chức vụ chỉ viết hoa chữ cái đầu: “Thủ tướng”, “Chủ tịch”, “Phó Giám đốc”.",
    can_cu="Phụ lục II, Mục V.3",
    sai="ý kiến của Thủ Tướng Chính phủ",
    dung="ý kiến của Thủ tướng Chính phủ",
    sua_duoc=True,
)
HONOUR = Rule(
    ma="cau-chu.viet-hoa-danh-hieu",
    muc=Severity.LOI,
    ten="Viết hoa huân chương, danh hiệu",
    vi_sao="Tên huân chương, danh hiệu viết hoa chữ cái đầu của các thành phần tạo thành tên riêng và từ chỉ "
    "thứ, hạng.",
    can_cu="Phụ lục II, Mục V.2",
    sai="tặng Huân chương lao động hạng nhì",
    dung="tặng Huân chương Lao động hạng Nhì",
    sua_duoc=True,
)
DAY = Rule(
    ma="cau-chu.viet-hoa-ngay-le-tet",
    muc=Severity.LOI,
    ten="Viết hoa ngày lễ, ngày tết, thứ",
    vi_sao="Viết hoa chữ cái đầu của tên ngày lễ, của âm tiết thứ nhất trong tên ngày tết, của chữ chỉ thứ "
    "và tháng khi không dùng chữ số.",
    can_cu="Phụ lục II, Mục V.5, V.8, V.9",
    sai="nghỉ tết Nguyên Đán; họp sáng thứ hai",
    dung="nghỉ tết Nguyên đán; họp sáng thứ Hai",
    sua_duoc=True,
)
RULES = (POST, HONOUR, DAY)

_POSTS = {
    "Bí Thư": "Bí thư",
    "Bộ Trưởng": "Bộ trưởng",
    "Chánh Thanh Tra": "Chánh Thanh tra",
    "Chánh Văn Phòng": "Chánh Văn phòng",
    "Chủ Nhiệm": "Chủ nhiệm",
    "Chủ Tịch": "Chủ tịch",
    "Cục Trưởng": "Cục trưởng",
    "Giám Đốc": "Giám đốc",
    "Hiệu Trưởng": "Hiệu trưởng",
    "Thủ Trưởng": "Thủ trưởng",
    "Thủ Tướng": "Thủ tướng",
    "Thứ Trưởng": "Thứ trưởng",
    "Viện Trưởng": "Viện trưởng",
    "Vụ Trưởng": "Vụ trưởng",
}
_HONOURS = {
    "huân chương lao động": "Huân chương Lao động",
    "huân chương độc lập": "Huân chương Độc lập",
    "huân chương sao vàng": "Huân chương Sao vàng",
    "huân chương quân công": "Huân chương Quân công",
    "huân chương chiến công": "Huân chương Chiến công",
    "nghệ sĩ nhân dân": "Nghệ sĩ Nhân dân",
    "nghệ sĩ ưu tú": "Nghệ sĩ Ưu tú",
    "nhà giáo nhân dân": "Nhà giáo Nhân dân",
    "nhà giáo ưu tú": "Nhà giáo Ưu tú",
    "thầy thuốc nhân dân": "Thầy thuốc Nhân dân",
    "thầy thuốc ưu tú": "Thầy thuốc Ưu tú",
    "anh hùng lao động": "Anh hùng Lao động",
}
_GRADE = re.compile(r"hạng (?:nhất|nhì|ba)(?!\w)")
_MEDAL = re.compile(r"Hu(?:ân|y) chương [^.;\0]{2,40}\Z")
_FEASTS = {
    "nguyên đán": "Nguyên đán",
    "tết trung thu": "Trung thu",
    "tết đoan ngọ": "Đoan ngọ",
    "tết hàn thực": "Hàn thực",
    "cách mạng tháng tám": "Cách mạng tháng Tám",
    "ngày quốc khánh": "Quốc khánh",
}
_WEEKDAY = re.compile(r"thứ (hai|ba|tư|năm|sáu|bảy)(?!\w)")
_DAY_BEFORE = re.compile(r"(?<!\w)(?:sáng|chiều|tối|trưa|đêm) \Z")
_FROM_MONDAY = re.compile(r"(?<!\w)từ thứ [Hh]ai đến(?: hết)? \Z")
_WEEKLY_AFTER = re.compile(r" (?:hằng|hàng) tuần(?!\w)")
_FROM_BEFORE = re.compile(r"(?<!\w)từ \Z")
_TO_AFTER = re.compile(r" đến (?:hết )?thứ (?:[Ss]áu|[Bb]ảy)(?!\w)")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on posts, honours, days."""
    yield from _posts(reading)
    for small, right in _HONOURS.items():
        for at in reading.small_places_of(small):
            written = reading.text[at : at + len(small)]
            if written != right and written[0].isupper() and not written.isupper():
                yield _whole(reading, HONOUR, at, written, right)
    if "hạng" in reading.words and {"Huân", "Huy"} & reading.words:
        yield from _grades(reading)
    for small, right in _FEASTS.items():
        for at in reading.small_places_of(small):
            begin = at + len(small) - len(right)
            written = reading.text[begin : begin + len(right)]
            if written != right and not written.isupper() and _wrong_feast(written, right):
                yield _whole(reading, DAY, begin, written, right)
    if "thứ" in reading.words:
        yield from _weekdays(reading)


def _wrong_feast(written: str, right: str) -> bool:
    """Cách mạng Tháng Tám is usual too: there only the small "tám" is a fault."""
    return not written.endswith("Tháng Tám") or not right.endswith("tháng Tám")


def _whole(reading: Reading, rule: Rule, at: int, written: str, right: str) -> Finding:
    return reading.finding(
        rule,
        at,
        at + len(written),
        f"“{written}” viết hoa chưa đúng.",
        advice=f"Viết “{right}”.",
        mends=[
            (at + i, at + i + 1, b) for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b
        ],
    )


def _posts(reading: Reading) -> Iterator[Finding]:
    for wrong, right in _POSTS.items():
        if wrong.rsplit(" ", 1)[1] in reading.words:
            for at in reading.places_of(wrong):
                if reading.in_name(at):
                    continue
                yield _whole(reading, POST, at, wrong, right)


def _grades(reading: Reading) -> Iterator[Finding]:
    for found in _GRADE.finditer(reading.text):
        if _MEDAL.search(reading.text, max(0, found.start() - 60), found.start()):
            written = found.group()
            yield _whole(reading, HONOUR, found.start(), written, f"hạng {written[5:].capitalize()}")


def _weekdays(reading: Reading) -> Iterator[Finding]:
    """Days of the week, where the words around them tell that they are no places in a row."""
    text = reading.text
    for found in _WEEKDAY.finditer(text):
        at, end = found.span()
        begin = max(0, at - 24)
        weekly = _WEEKLY_AFTER.match(text, end) and not text.endswith("lần ", begin, at)
        span = _FROM_BEFORE.search(text, begin, at) and _TO_AFTER.match(text, end)
        if found[1] in ("sáu", "bảy"):
            span = span or _FROM_MONDAY.search(text, begin, at)
        if not text[at - 1].isalnum() and (weekly or span or _DAY_BEFORE.search(text, begin, at)):
            name = found[1]
            yield _whole(reading, DAY, at, f"thứ {name}", f"thứ {name.capitalize()}")
