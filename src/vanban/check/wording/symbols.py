"""Numbers and symbols of documents: blanks, missing hyphens, wrong dashes (Phụ lục I, Mục II.3.c, II.6.b)."""

import re
from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule
from vanban.check.wording.mentions import Mention
from vanban.check.wording.reading import Reading
from vanban.law.decree import load_kinds
from vanban.model.finding import Finding, Severity

CLAUSE = "Phụ lục I, Phần I, Mục II.3.c"

SPACES = Rule(
    ma="cau-chu.ky-hieu-co-khoang-trang",
    muc=Severity.LOI,
    ten="Khoảng trắng trong số, ký hiệu",
    vi_sao="Giữa số và ký hiệu, giữa các nhóm chữ viết tắt không cách chữ; có khoảng trắng thì "
    "tìm không ra văn bản.",
    can_cu=CLAUSE,
    sai="57- NQ/TW",
    dung="57-NQ/TW",
    sua_duoc=True,
)
FORM = Rule(
    ma="cau-chu.ky-hieu-sai-dang",
    muc=Severity.LOI,
    ten="Ký hiệu văn bản sai dạng",
    vi_sao="Giữa các nhóm chữ viết tắt có dấu gạch nối; viện dẫn phải ghi đúng ký hiệu của văn bản.",
    can_cu=f"{CLAUSE}, II.6.b",
    sai="Quyết định số 1626/QĐTTg; Nghị định số 30/2020/ND-CP",
    dung="Quyết định số 1626/QĐ-TTg; Nghị định số 30/2020/NĐ-CP",
    sua_duoc=True,
)
WRONG_KIND = Rule(
    ma="cau-chu.ky-hieu-khac-ten-loai",
    muc=Severity.CANH_BAO,
    ten="Ký hiệu không khớp tên loại",
    vi_sao="Ký hiệu của văn bản có tên loại phải bắt đầu bằng chữ viết tắt tên loại ấy: ghi sai "
    "tên loại hay sai ký hiệu.",
    can_cu="Phụ lục I, Phần I, Mục II.3.b",
    sai="Tờ trình số 2117/SKHCN-QLKH",
    dung="Công văn số 2117/SKHCN-QLKH",
)
RULES = (SPACES, FORM, WRONG_KIND)

_CAN_START = frozenset(
    ("Nghị quyết", "Quyết định", "Chỉ thị", "Thông báo", "Kế hoạch", "Báo cáo", "Tờ trình", "Công điện")
)
_OTHERS = {"Nghị định": "NĐ", "Thông tư": "TT"}
_GLUED = re.compile(
    r"/(?P<type>QĐ|CT|CĐ|NĐ|NQ|TTr|TT|TB|BC|KH|CTr|QD|ND)(?P<join>[-/–—−]?)"
    r"(?P<body>T[TtGg][Gg]|Tg|CP|UBND|HĐND|UBTVQH)(?![\w-])"
)
_DASHED = re.compile(r"/(?P<type>[A-ZĐ][A-Za-zĐđ]{1,4})(?P<join>[–—−])(?P<body>[A-ZĐ][\w&]+)")
_DOTTED_YEAR = re.compile(r"\.(?=20\d\d/N[QĐ]-CP(?!\w))")
_TYPES = {"QD": "QĐ", "ND": "NĐ"}
_BODIES = {"ttg": "TTg", "tg": "TTg"}


def check(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Findings on numbers and symbols."""
    yield from _forms(reading)
    yield from _dotted_years(reading)
    for one in mentions:
        written = reading.text[one.number.start : one.number.end]
        if written != one.symbol and not one.own:
            yield reading.finding(
                SPACES,
                one.number.start,
                one.number.end,
                f"Số, ký hiệu “{written}” có khoảng trắng.",
                advice=f"Viết liền: {one.symbol}.",
                mends=[(one.number.start, one.number.end, one.symbol)],
            )
        yield from _kind(reading, one)


def _forms(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for pattern in (_GLUED, _DASHED):
        for found in pattern.finditer(text):
            kind, body = found["type"], found["body"]
            right = f"{_TYPES.get(kind, kind)}-{_BODIES.get(body.lower(), body)}"
            start, end = found.start() + 1, found.end()
            written = text[start:end]
            if right == written or not text[start - 2].isdigit():
                continue
            if pattern is _DASHED and _GLUED.match(text, start - 1):
                continue
            only_case = right.lower() == written.lower()
            yield reading.finding(
                FORM,
                start,
                end,
                f"Ký hiệu “{written}” viết chưa đúng dạng.",
                advice=f"Viết “{right}”.",
                mends=[(start, end, right)] if kind not in _TYPES else [],
                level=Severity.CANH_BAO if only_case else None,
            )


def _dotted_years(reading: Reading) -> Iterator[Finding]:
    """A dot before the year ("66.4.2025/NQ-CP"): number and year are parted by a slash."""
    text = reading.text
    for found in _DOTTED_YEAR.finditer(text):
        start = max(text.rfind(" ", 0, found.start()), text.rfind("\0", 0, found.start())) + 1
        end = found.end() + 10
        if not text[found.start() - 1].isdigit():
            continue
        yield reading.finding(
            FORM,
            start,
            end,
            f"“{text[start:end]}”: giữa số và năm là dấu gạch chéo, không phải dấu chấm.",
            advice=f"Viết “{text[start : found.start()]}/{text[found.end() : end]}”.",
            level=Severity.CANH_BAO,
        )


def _kind(reading: Reading, one: Mention) -> Iterator[Finding]:
    expected = _OTHERS.get(one.kind) or (_abbreviation(one.kind) if one.kind in _CAN_START else "")
    letters = one.symbol.rpartition("/")[2]
    if not expected or one.party or "QH" in one.symbol or letters.upper().startswith(_bare(expected)):
        return
    if _bare(letters.upper()).startswith(_bare(expected)):
        return
    yield reading.finding(
        WRONG_KIND,
        one.start,
        one.number.end,
        f"“{reading.text[one.start : one.number.end]}”: ký hiệu không bắt đầu bằng {expected}; có thể đó là "
        "văn bản loại khác (như công văn).",
        advice="Tra văn bản rồi sửa tên loại hoặc ký hiệu.",
    )


def _bare(letters: str) -> str:
    """Without the bar of Đ, and large: a missing bar is another rule's matter."""
    return letters.upper().replace("Đ", "D")


def _abbreviation(kind: str) -> str:
    found = next((one for one in load_kinds().kinds if one.ten == kind), None)
    return (found.viet_tat or "") if found else ""
