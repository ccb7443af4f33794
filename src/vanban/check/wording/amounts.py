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

_DOTTED = re.compile(r"\d(?<![\w.,/-]\d)\d{0,3}(?:\.\d{1,6}){2,}(?![\w/-]|[.,]\d)")
_COMMAED = re.compile(r"\d(?<![\w.,/-]\d)\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?(?![\w/-]|[.,]\d)")
_UNIT = re.compile(r" ?(?:đồng|đ|VNĐ|VND|USD|triệu|tỷ|nghìn|tấn|m2|m3|ha|kg|người|hộ)(?!\w)")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on numbers in groups."""
    if "." in reading.words:
        yield from _dotted(reading)
    if "," in reading.words:
        yield from _commaed(reading)


def _dotted(reading: Reading) -> Iterator[Finding]:
    for found in _DOTTED.finditer(reading.text):
        first, *groups = found.group().split(".")
        wrong = [group for group in groups if len(group) != 3]
        if not wrong or first == "0" or (first.startswith("0") and len(first) > 1):
            continue
        counted = bool(_UNIT.match(reading.text, found.end()))
        right = len(groups) - len(wrong)
        sure = right >= 2 and len(wrong) == 1 and len(groups[-1]) == 3 and len(wrong[0]) in (2, 4)
        if sure or (counted and right >= 1 and len(groups[-1]) == 3):
            words = found.group()
            yield reading.finding(
                GROUPS,
                *found.span(),
                f"“{words}” có nhóm “{wrong[0]}” không phải ba chữ số.",
                advice="Tra lại con số rồi tách mỗi nhóm ba chữ số.",
            )


def _commaed(reading: Reading) -> Iterator[Finding]:
    for found in _COMMAED.finditer(reading.text):
        if _UNIT.match(reading.text, found.end()):
            words = found.group()
            whole, _, part = words.partition(".")
            right = whole.replace(",", ".") + (f",{part}" if part else "")
            yield reading.finding(
                COMMAS,
                *found.span(),
                f"“{words}” tách hàng nghìn bằng dấu phẩy.",
                advice=f"Viết “{right}”.",
            )
