"""A small Tờ trình as a sheet, made by hand, for tests that change one thing in it.

A line is (code of a component or name of a style, text, changes of the paragraph). Looks come from the
law, so that only what a test says is wrong.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from vanban.check.form.checks import check_sheet
from vanban.check.form.parts import CUSTOM, LAW_OF
from vanban.law.decree import load_decree, load_kinds
from vanban.model.finding import Finding
from vanban.model.sheet import Cell, Paragraph, RuleLine, SectionFacts, Sheet, Span
from vanban.word.metrics import text_width_mm

LAW = load_decree()
UPRIGHT = SectionFacts(
    width_mm=210,
    height_mm=297,
    landscape=False,
    top_mm=20,
    bottom_mm=20,
    left_mm=30,
    right_mm=15,
    title_page=True,
    page_start=None,
)


@dataclass(frozen=True)
class Line:
    """One paragraph to be."""

    code: str
    text: str
    changes: dict[str, Any] = field(default_factory=dict)


def line(code: str, text: str, **changes: Any) -> Line:
    return Line(code, text, changes)


def submission() -> list[Line]:
    """A lawful Tờ trình."""
    return [
        line("co_quan_chu_quan", "UBND TỈNH MẪU"),
        line("co_quan_ban_hanh", "SỞ NỘI VỤ"),
        line("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        line("tieu_ngu", "Độc lập - Tự do - Hạnh phúc"),
        line("so_ky_hieu", "Số: 15/TTr-SNV"),
        line("dia_danh_thoi_gian", "Mẫu Sơn, ngày 05 tháng 01 năm 2025"),
        line("ten_loai", "TỜ TRÌNH"),
        line("trich_yeu", "Về việc ban hành Quy định quản lý tài liệu"),
        line("kinh_gui", "Kính gửi: Ủy ban nhân dân tỉnh Mẫu"),
        line("can_cu", "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"),
        line("can_cu", "Theo đề nghị của Chánh Văn phòng Sở."),
        line("noi_dung", "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./.", keep_next=True),
        line("noi_nhan", "Nơi nhận:"),
        line("noi_nhan_danh_sach", "- Như trên;"),
        line("noi_nhan_danh_sach", "- Sở Tài chính;"),
        line("noi_nhan_danh_sach", "- Lưu: VT, VP."),
        line("quyen_han", "KT. GIÁM ĐỐC"),
        line("quyen_han", "PHÓ GIÁM ĐỐC"),
        line("ho_ten", "Nguyễn Văn Mẫu"),
    ]


def letter() -> list[Line]:
    """A lawful Công văn."""
    lines = [entry for entry in submission() if entry.code not in ("ten_loai", "trich_yeu")]
    lines[4] = line("so_ky_hieu", "Số: 05/SNV-VP")
    return [*lines[:5], line("trich_yeu_cong_van", "V/v nâng bậc lương năm 2025"), *lines[5:]]


def appendix(heading: str = "Phụ lục", **changes: Any) -> list[Line]:
    """A lawful appendix; give `section` to put it into one of its own."""
    return [
        line("phu_luc", heading, **changes),
        line("ten_phu_luc", "DANH MỤC TÀI LIỆU", **changes),
        line("kem_theo", "(Kèm theo Tờ trình số 15/TTr-SNV ngày 05/01/2025 của Sở Nội vụ)", **changes),
    ]


def changed(lines: list[Line], code: str, *texts: str, **changes: Any) -> list[Line]:
    """The lines with those of one component replaced by these texts, in the place of the first."""
    at = next(index for index, entry in enumerate(lines) if entry.code == code)
    rest = [entry for entry in lines if entry.code != code]
    return [*rest[:at], *(line(code, text, **changes) for text in texts), *rest[at:]]


def sheet(lines: list[Line], sections: tuple[SectionFacts, ...] = (UPRIGHT,)) -> Sheet:
    """The sheet of these lines, with a page number in the header and lawful rule lines."""
    paragraphs = [paragraph(number, entry) for number, entry in enumerate(lines, start=1)]
    number = paragraph(len(lines) + 1, line("so_trang", "2", zone="dau_trang", fields=("PAGE",)))
    numbered = tuple(replace(s, default_header=(*s.default_header, number.number)) for s in sections)
    return Sheet(
        paragraphs=(*paragraphs, number),
        rule_lines=tuple(_rule_lines(paragraphs)),
        sections=numbered,
    )


def paragraph(number: int, entry: Line) -> Paragraph:
    """A paragraph that looks as the law asks; `changes` may also hold the fields of its one span."""
    code = CUSTOM.get(entry.code, entry.code)
    known = code in LAW_OF or any(row.ma == code for row in LAW.components)
    row = LAW.component(LAW_OF.get(code, code) if known else "noi_dung")
    body = row.la_noi_dung
    look: dict[str, Any] = {
        "font": "Times New Roman",
        "size_pt": row.co_chu_pt.use,
        "bold": bool(row.dam),
        "italic": bool(row.nghieng),
        "caps": False,
        "underline": False,
        "color": "auto",
        "highlight": False,
    }
    facts: dict[str, Any] = {
        "zone": "than",
        "style": entry.code if entry.code.startswith("VB ") or not known else row.style,
        "label": "",
        "align": row.canh or ("both" if body else "left"),
        "left_mm": 0.0,
        "right_mm": 0.0,
        "first_line_mm": 10.0 if body else 0.0,
        "before_pt": 6.0 if body or code == "trich_yeu_cong_van" else 0.0,
        "after_pt": 0.0,
        "line_rule": "auto",
        "line": 1.0,
        "keep_next": False,
        "outline_level": None,
        "border_top": False,
        "border_bottom": False,
        "section": 0,
    }
    changes = dict(entry.changes)
    spans = changes.pop("spans", None)
    look |= {key: changes.pop(key) for key in list(changes) if key in look}
    if spans is None:
        spans = (Span(text=entry.text, **look),) if entry.text else ()
    return Paragraph(number=number, spans=spans, **(facts | changes))


def with_blank(before: str, blank: str, after: str = "", **look: Any) -> tuple[Span, ...]:
    """Spans of a text with a marked blank in it."""
    base = paragraph(1, line("noi_dung", "x", **look)).spans[0]
    texts = ((before, False), (blank, True), (after, False))
    return tuple(replace(base, text=text, highlight=marked) for text, marked in texts if text)


def cell(table: int = 0, row: int = 0, column: int = 0) -> Cell:
    return Cell(table, row, column, width_mm=80.0, margin_left_mm=0.0, margin_right_mm=0.0)


def _rule_lines(paragraphs: list[Paragraph]) -> list[RuleLine]:
    drawn = []
    for law in LAW.lines:
        row = LAW.component(law.duoi)
        above = [p for p in paragraphs if p.style == row.style and p.spans]
        if above:
            look = above[-1].spans[0]
            width = text_width_mm(above[-1].text, look.size_pt, bold=look.bold)
            drawn.append(RuleLine(above[-1].number, width * law.ty_le.use))
    return drawn


def found(lines: list[Line], sections: tuple[SectionFacts, ...] = (UPRIGHT,)) -> list[Finding]:
    """What the check says of these lines."""
    return seen(sheet(lines, sections))


def seen(of: Sheet) -> list[Finding]:
    return check_sheet(of, LAW, load_kinds(), where="to-trinh.docx")


def ids(findings: list[Finding]) -> list[str]:
    """The ids of the findings, without their common beginning."""
    return [finding.ma.removeprefix("the-thuc.") for finding in findings]
