"""Number and symbol: "Số: 05/TTr-SKHCN", in a công văn "Số: 05/BNV-VP" (Mục II.3).

A draft may leave the number blank; what is blank is never judged.
"""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.mends import find_mend, text_mend
from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import BLANK, words
from vanban.model.finding import Finding, Severity
from vanban.model.mend import Mend
from vanban.model.sheet import Paragraph

_CITE: Final = "Phụ lục I, Phần I, Mục II.3.c"
_WHY: Final = "Số, ký hiệu là tên riêng của văn bản: viết khác đi thì tra cứu và viện dẫn không ra."
_FORM = re.compile(r"Số:(?P<number>[^/]*)/(?P<symbol>.*)", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"\s*\d{4}\s*/")
_GAPS = re.compile(r"[ \u00a0]+[/-][ \u00a0]*|[/-][ \u00a0]+")
_SPACED = re.compile(r"\s*-\s+|\s+-\s*|^\s")

FORM: Final = breach(
    "so-ky-hieu.dang",
    "Số, ký hiệu: đúng dạng",
    _CITE,
    sai="Số: 15-QĐ/BNV",
    dung="Số: 15/QĐ-BNV",
    vi_sao=_WHY,
)
ZERO: Final = breach(
    "so-ky-hieu.so-khong",
    "Số, ký hiệu: số nhỏ hơn 10 có số 0 phía trước",
    _CITE,
    sai="Số: 5/TTr-UBND",
    dung="Số: 05/TTr-UBND",
    vi_sao=_WHY,
    mendable=True,
)
SPACED: Final = breach(
    "so-ky-hieu.cach-chu",
    "Số, ký hiệu: không cách chữ",
    _CITE,
    sai="Số: 15 / TTr - SCT",
    dung="Số: 15/TTr-SCT",
    vi_sao=_WHY,
    mendable=True,
)
CAPITALS: Final = breach(
    "so-ky-hieu.chu-hoa",
    "Số, ký hiệu: ký hiệu in hoa",
    _CITE,
    sai="Số: 15/TTr-skhcn",
    dung="Số: 15/TTr-SKHCN",
    vi_sao=_WHY,
)
KIND: Final = breach(
    "so-ky-hieu.loai",
    "Số, ký hiệu: chữ viết tắt đúng tên loại",
    "Phụ lục I, Phần I, Mục II.3.b; Phụ lục III, Mục I",
    sai="TỜ TRÌNH có số 15/BC-SCT",
    dung="TỜ TRÌNH có số 15/TTr-SCT",
    vi_sao=_WHY,
)
RULES: Final = (FORM, ZERO, SPACED, CAPITALS, KIND)


def check_symbol(paper: Paper) -> Iterator[Finding]:
    """Findings on the number and symbol of the paper."""
    for paragraph in paper.of("so_ky_hieu"):
        text = words(paragraph)
        if not text.casefold().startswith("số:") or text.partition(":")[2].strip() == BLANK:
            continue  # a wrong beginning is a finding of its row
        form = _FORM.fullmatch(text)
        if form is None:
            yield paper.finding(FORM, "thiếu dấu gạch chéo (/) giữa số và ký hiệu", at=paragraph)
            continue
        symbol = form["symbol"]
        if year := _YEAR.match(symbol):  # "15/2025/QĐ-UBND"
            symbol = symbol[year.end() :]
        yield from _number(paper, paragraph, form["number"])
        yield from _spaces(paper, paragraph, form["number"], form["symbol"])
        yield from _symbol(paper, paragraph, [group.strip() for group in symbol.split("-")])


def _number(paper: Paper, paragraph: Paragraph, text: str) -> Iterator[Finding]:
    number = text.strip()
    if not number or BLANK in number:
        return
    if not (number.isascii() and number.isdigit()):
        yield paper.finding(FORM, f"số của văn bản là “{number}”, phải ghi bằng chữ số Ả Rập", at=paragraph)
    elif len(number) == 1:
        yield paper.finding(
            ZERO,
            f"số {number} nhỏ hơn 10, phải ghi 0{number}",
            at=paragraph,
            fix=f"ghi 0{number}",
            mends=find_mend(paper, paragraph, number, f"0{number}"),
        )


def _spaces(paper: Paper, paragraph: Paragraph, number: str, symbol: str) -> Iterator[Finding]:
    filled = bool(number.strip()) and BLANK not in number
    if (filled and number != number.rstrip()) or _SPACED.search(symbol.rstrip()):
        # Registers that fill the number in leave blanks before the slash: told, but not as an error.
        filled_in = paper.foreign and not _SPACED.search(symbol.rstrip())
        yield paper.finding(
            SPACED,
            "có cách chữ quanh dấu gạch chéo hoặc gạch nối",
            at=paragraph,
            severity=Severity.CANH_BAO if filled_in else None,
            fix="bỏ các khoảng trắng trong số, ký hiệu",
            mends=_space_mends(paper, paragraph, filled=filled),
        )


def _space_mends(paper: Paper, paragraph: Paragraph, *, filled: bool) -> list[Mend]:
    """Take out the blanks around the marks; the blank that waits for the number stays."""
    text = paragraph.text
    slash = text.find("/")
    return [
        text_mend(paper, paragraph, gap.start(), gap.end(), gap.group().strip())
        for gap in _GAPS.finditer(text)
        if slash >= 0 and (gap.start() >= slash or (filled and gap.end() > slash))
    ]


def _symbol(paper: Paper, paragraph: Paragraph, groups: list[str]) -> Iterator[Finding]:
    if any(group.islower() for group in groups[1:]):
        yield paper.finding(CAPITALS, "ký hiệu viết thường, phải in hoa", at=paragraph)
    if paper.kind is None or any(BLANK in group and len(group) > 1 for group in groups[:1]):
        return
    first, asked = groups[0], paper.kind.viet_tat
    if paper.kind.ma == "cong_van":
        if first.upper() == "CV":
            yield paper.finding(KIND, "công văn không có chữ viết tắt tên loại “CV”", at=paragraph)
        elif len(groups) < 2 and BLANK not in first:
            yield paper.finding(
                FORM, "thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực sau dấu gạch nối", at=paragraph
            )
    elif asked is not None and first not in (asked, BLANK):
        joint = first.endswith(("LT", "PH")) or "LIÊN TỊCH" in paper.title_extra.upper()
        yield paper.finding(
            KIND,
            f"ký hiệu bắt đầu bằng “{first}”, {paper.kind.ten} phải là “{asked}”",
            at=paragraph,
            severity=Severity.CANH_BAO if joint else None,  # the decree is silent on joint papers
            fix=f"ghi “{asked}” sau dấu gạch chéo",
        )
    elif asked is not None and len(groups) < 2:
        yield paper.finding(FORM, "thiếu chữ viết tắt cơ quan ban hành sau dấu gạch nối", at=paragraph)
