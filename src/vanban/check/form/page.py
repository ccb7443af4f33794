"""Paper, margins, font and colour (Phụ lục I, Phần I, Mục I.1 to I.4)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.mends import extent, look_mends
from vanban.check.form.paper import Paper
from vanban.check.form.row_rules import row_id, span
from vanban.check.form.words import figure, lettered_spans, visible_spans
from vanban.check.rule import Rule
from vanban.law.decree import Decree, Range
from vanban.model.finding import Finding, Severity
from vanban.model.mend import Mend, PageMend
from vanban.model.sheet import Paragraph, SectionFacts, Span

PAPER_TOLERANCE_MM: Final = 1.0
MARGIN_TOLERANCE_MM: Final = 0.3
_SAME_COLORS: Final = {"auto": "000000"}
_NEARLY_BLACK: Final = 0x14
_SIGNED: Final = re.compile(
    r"\s*(?:(?:Được )?Ký (?:số )?bởi|Người ký|Thời gian ký|Ngày ký|Signed by|Digitally signed by)\s*(?::|$)"
    r"|\s*(?-i:(?:CÔNG VĂN )?ĐẾN)\s*(?:$|Số|Ngày)",
    re.IGNORECASE,
)
_STAMPED: Final = re.compile(
    r"\s*(?:(?:Cơ quan|Email|Tổ chức|Ký ngày|Date|Ngày|Số|Giờ|Chuyển|Lưu hồ sơ số)\s*:|Signature Valid)",
    re.IGNORECASE,
)
_MARK: Final = re.compile(
    r"(?:HỎA TỐC|HOẢ TỐC)(?: HẸN GIỜ)?|(?:THƯỢNG )?KHẨN|(?:TUYỆT |TỐI )?MẬT|\(?DỰ THẢO\b.{0,30}",
    re.IGNORECASE,
)
"""Stamps of urgency and secrecy, wherever they are put, and the mark of a draft, which will not stay."""
_STAMP_LINES: Final = 3
_RED_STAMPS: Final = frozenset({"muc_do_khan"})
"""The stamp of urgency is printed in bright red (Mục III.2.b)."""

_MEASURES: Final = {
    "rong_mm": "chiều rộng khổ giấy",
    "cao_mm": "chiều cao khổ giấy",
    "le_tren_mm": "lề trên",
    "le_duoi_mm": "lề dưới",
    "le_trai_mm": "lề trái",
    "le_phai_mm": "lề phải",
}


def page_rules(decree: Decree) -> dict[str, Rule]:
    """The rules for the page, by the field of the law (`decree.Page`)."""
    page = decree.page
    rules = {}
    for name, title in _MEASURES.items():
        law: Range = getattr(page, name)
        wrong = f"{title} {figure(law.max + 10)} mm"
        rules[name] = _rule(name.removesuffix("_mm"), title, law.cite or "", f"{span(law)} mm", wrong)
    rules["phong"] = _rule("phong", "phông chữ", page.phong_cite, page.phong, "một phông chữ khác")
    rules["mau"] = _rule("mau", "màu chữ", page.mau_cite, "màu đen", "chữ xanh, chữ đỏ")
    return rules


def _rule(name: str, title: str, cite: str, right: str, wrong: str) -> Rule:
    return Rule(
        ma=row_id("trang", name.replace("_", "-")),
        muc=Severity.LOI,
        ten=f"Trang giấy: {title}",
        vi_sao="Khổ giấy, lề, phông và màu chữ chung cho mọi văn bản, để in và lưu được như nhau.",
        can_cu=cite,
        sai=wrong,
        dung=right,
        sua_duoc=name not in ("rong", "cao"),
    )


def check_page(paper: Paper) -> Iterator[Finding]:
    """Findings on every section, and on the font and colour of every paragraph."""
    rules = page_rules(paper.decree)
    for index, section in enumerate(paper.sheet.sections):
        yield from _section(paper, rules, index, section)
    stamped = _stamped(paper) if paper.foreign else frozenset()
    for paragraph in paper.sheet.paragraphs:
        if paragraph.number not in stamped:
            yield from _font_and_color(paper, rules, paragraph)


def _stamped(paper: Paper) -> frozenset[int]:
    """The lines of stamps, of digital signatures and of papers received: no clerk types them."""
    found: set[int] = set()
    for paragraph in paper.sheet.paragraphs:
        if paragraph.spans and _SIGNED.match(paragraph.text):
            found.add(paragraph.number)
    around = {number + step for number in found for step in range(-_STAMP_LINES, _STAMP_LINES + 1)}
    more = (p for p in paper.sheet.paragraphs if p.number in around - found)
    return frozenset(found | {p.number for p in more if _STAMPED.match(p.text)})


def _section(paper: Paper, rules: dict[str, Rule], index: int, section: SectionFacts) -> Iterator[Finding]:
    """Size of the paper, and the margins of an upright page: the decree measures no others."""
    page = paper.decree.page
    width, height = section.width_mm, section.height_mm
    if section.landscape or width > height:
        width, height = height, width
    measured = {"rong_mm": (width, PAPER_TOLERANCE_MM), "cao_mm": (height, PAPER_TOLERANCE_MM)}
    if not (section.landscape or section.width_mm > section.height_mm):
        measured |= {
            "le_tren_mm": (section.top_mm, MARGIN_TOLERANCE_MM),
            "le_duoi_mm": (section.bottom_mm, MARGIN_TOLERANCE_MM),
            "le_trai_mm": (section.left_mm, MARGIN_TOLERANCE_MM),
            "le_phai_mm": (section.right_mm, MARGIN_TOLERANCE_MM),
        }
    for name, (found, tolerance) in measured.items():
        law: Range = getattr(page, name)
        if not law.min - tolerance <= found <= law.max + tolerance:
            must = "là " if law.min == law.max else ""
            yield paper.finding(
                rules[name],
                f"{_MEASURES[name]} {figure(found)} mm, phải {must}{span(law)} mm",
                part=_section_name(paper, index),
                fix=f"đặt {_MEASURES[name]} {figure(_nearest(law, found))} mm",
                severity=Severity.CANH_BAO if paper.foreign and index else None,
                mends=[PageMend(phan_trang=index, **{name: _nearest(law, found)})] if "le_" in name else [],
            )


def _nearest(law: Range, found: float) -> float:
    """The lawful value nearest to what stands there: the least change to the pages."""
    return law.max if found > law.max else law.min


def _section_name(paper: Paper, index: int) -> str | None:
    return f"phần trang {index + 1}" if len(paper.sheet.sections) > 1 else None


def _font_and_color(paper: Paper, rules: dict[str, Rule], paragraph: Paragraph) -> Iterator[Finding]:
    page = paper.decree.page
    spans = visible_spans(paragraph)
    other = [s for s in lettered_spans(paragraph) if not _is_font(s.font, page.phong)]
    if other:
        fonts = ", ".join(sorted({s.font for s in other}))
        yield paper.finding(
            rules["phong"],
            f"phông chữ {fonts}, phải là {page.phong}",
            at=paragraph,
            quote="".join(s.text for s in other),
            fix=f"đặt phông {page.phong}",
            chars=extent(paragraph, other),
            mends=[] if any(is_legacy(s.font) for s in other) else _font_mends(paper, paragraph, other),
        )
    colored = [s for s in spans if _color(s.color) != _color(page.mau)]
    stamp = colored and (
        paper.codes.get(paragraph.number) in _RED_STAMPS or _MARK.fullmatch(paragraph.text.strip())
    )
    if colored and not stamp:
        colors = ", ".join(sorted({s.color for s in colored}))
        yield paper.finding(
            rules["mau"],
            f"chữ có màu {colors}, phải là màu đen",
            at=paragraph,
            quote="".join(s.text for s in colored),
            fix="đặt màu chữ tự động hoặc đen",
            severity=Severity.CANH_BAO if all(_is_nearly_black(s.color) for s in colored) else None,
            chars=extent(paragraph, colored),
            mends=look_mends(paper, paragraph, colored, mau_den=True),
        )


def _is_font(found: str, asked: str) -> bool:
    """Whether it is the font, or a face of it named as a font of its own ("Times New Roman Bold")."""
    return found.casefold().startswith(asked.casefold())


def is_legacy(font: str) -> bool:
    """Whether the letters are coded otherwise (TCVN3, VNI): with another font they would be unreadable."""
    return font.startswith((".Vn", "VNI", "VnTime", ".VN"))


def _font_mends(paper: Paper, paragraph: Paragraph, spans: list[Span]) -> list[Mend]:
    return look_mends(paper, paragraph, spans, phong=paper.decree.page.phong)


def _is_nearly_black(name: str) -> bool:
    """Whether no eye tells it from black."""
    code = _color(name)
    if len(code) != 6 or any(char not in "0123456789ABCDEF" for char in code):
        return False
    return max(int(code[i : i + 2], 16) for i in (0, 2, 4)) <= _NEARLY_BLACK


def _color(name: str) -> str:
    return _SAME_COLORS.get(name.lower(), name).upper()
