"""Numbers in groups of three: sums of money with a group too long, commas in the place of dots."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity

GROUPS = Rule(
    ma="cau-chu.so-tien-sai-nhom",
    muc=Severity.CANH_BAO,
    ten="Số tách nhóm sai",
    vi_sao="Mỗi nhóm sau dấu chấm có ba chữ số; nhóm có bốn chữ số làm số tiền sai đi hàng nghìn lần.",
    can_cu=CUSTOM,
    sai="thu 5.378.7000.000 đồng",
    dung="thu 5.378.700.000 đồng",
)
COMMAS = Rule(
    ma="cau-chu.so-tien-dau-phay",
    muc=Severity.CANH_BAO,
    ten="Dấu phẩy tách nhóm số",
    vi_sao="Tiếng Việt tách hàng nghìn bằng dấu chấm, dấu phẩy chỉ phần thập phân.",
    can_cu=CUSTOM,
    sai="hỗ trợ 1,234,567 đồng",
    dung="hỗ trợ 1.234.567 đồng",
)
RULES = (GROUPS, COMMAS)

_DOTTED = re.compile(r"\.\d{1,6}(?:\.\d{1,6})+(?![\w/-]|[.,]\d)")
_COMMAED = re.compile(r",\d{3}(?:,\d{3})+(?:\.\d+)?(?![\w/-]|[.,]\d)")
_LEAD = re.compile(r"(?<![\w.,/-])\d{1,4}\Z")
_UNIT = re.compile(r" ?(?:đồng|đ|VNĐ|VND|USD|triệu|tỷ|nghìn|tấn|m2|m3|ha|kg|người|hộ)(?!\w)")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on numbers in groups."""
    yield from _dotted(reading)
    yield from _commaed(reading)


def _numbers(text: str, groups: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the numbers with such groups stand; the groups are found first, for digits are many."""
    for found in groups.finditer(text):
        if lead := _LEAD.search(text, max(0, found.start() - 5), found.start()):
            yield lead.start(), found.end()


def _dotted(reading: Reading) -> Iterator[Finding]:
    for start, end in _numbers(reading.text, _DOTTED):
        words = reading.text[start:end]
        first, *groups = words.split(".")
        wrong = [group for group in groups if len(group) != 3]
        if not wrong or first == "0" or (first.startswith("0") and len(first) > 1):
            continue
        counted = bool(_UNIT.match(reading.text, end))
        right = len(groups) - len(wrong)
        sure = right >= 2 and len(wrong) == 1 and len(groups[-1]) == 3 and len(wrong[0]) in (2, 4)
        if sure or (counted and right >= 1 and len(groups[-1]) == 3):
            yield reading.finding(
                GROUPS,
                start,
                end,
                f"“{words}” có nhóm “{wrong[0]}” không phải ba chữ số.",
                advice="Tra lại con số rồi tách mỗi nhóm ba chữ số.",
            )


def _commaed(reading: Reading) -> Iterator[Finding]:
    for start, end in _numbers(reading.text, _COMMAED):
        if _UNIT.match(reading.text, end):
            words = reading.text[start:end]
            whole, _, part = words.partition(".")
            right = whole.replace(",", ".") + (f",{part}" if part else "")
            yield reading.finding(
                COMMAS,
                start,
                end,
                f"“{words}” tách hàng nghìn bằng dấu phẩy.",
                advice=f"Viết “{right}”.",
            )
