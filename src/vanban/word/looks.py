"""How each paragraph style looks: those that the law asks for, and those of custom.

Styles of custom (table text, the line of a draft, bullets) stand beside those of the law (`custom_looks`).
"""

from dataclasses import dataclass, replace
from typing import Any

from vanban.law.decree import Component, Decree, Range
from vanban.law.decree import Line as RuleLaw
from vanban.word.metrics import text_width_mm

RULE_STYLES = {
    "co_quan": "VB Kẻ cơ quan",
    "tieu_ngu": "VB Kẻ tiêu ngữ",
    "trich_yeu": "VB Kẻ trích yếu",
    "phu_luc": "VB Kẻ phụ lục",
    "ten_loai": "VB Kẻ tên loại",
}
"""Style of the empty paragraph that draws each rule line (`Line.ma`)."""

CUSTOM_RULES = (
    RuleLaw(
        ma="phu_luc",
        duoi="kem_theo",
        ty_le=Range(min=0.25, max=0.5, use=0.33),
        cite="thông lệ theo Mẫu 2.1, Phụ lục III",
    ),
    RuleLaw(
        ma="ten_loai",
        duoi="ten_loai",
        ty_le=Range(min=0.33, max=0.5, use=0.4),
        cite="thông lệ theo Mẫu 1.8, 1.10, Phụ lục III",
    ),
)
"""Lines that the sample forms show and no clause measures."""
NOTE_STYLE, NOTE_MARK_STYLE = "footnote text", "footnote reference"
"""Word's own names, by which Word and LibreOffice know a footnote."""
ADDRESSEES_LEFT_MM = 25.0
"""Where "Kính gửi:" begins when several receive the paper."""
SIGNATURE_GAP_PT = 64.0
"""Room left for the signature above the name."""


@dataclass(frozen=True)
class Look:
    """How a paragraph style looks; lengths in the unit of the name."""

    name: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    align: str | None = None
    first_line_mm: float = 0.0
    left_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float = 1.0
    exact_pt: float | None = None
    keep_next: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    """(list, level) of `word.numbering`."""
    border_top: bool = False


_HEADINGS = {"muc_la_ma": (0, (1, 0)), "khoan_co_tieu_de": (1, (1, 1))}
_LISTED = {"dieu": (3, 0)}
_KEEP_NEXT = {
    "phan",
    "tieu_de_phan",
    "muc",
    "tieu_de_muc",
    "tieu_muc",
    "tieu_de_tieu_muc",
    "dieu",
    "noi_nhan",
    "phu_luc",
    "ten_phu_luc",
}
_INDENTED = {"noi_dung", "can_cu", "dieu", "khoan", "diem", "khoan_co_tieu_de", "muc_la_ma"}
_DEFAULT_ALIGN = {
    "quoc_hieu": "center",
    "tieu_ngu": "center",
    "co_quan_chu_quan": "center",
    "co_quan_ban_hanh": "center",
    "quyen_han": "center",
    "chuc_vu": "center",
    "muc_do_khan": "center",
    "chi_dan_luu_hanh": "center",
    "dia_chi": "center",
    "kinh_gui": "center",
    "so_trang": "center",
    "muc_la_ma": "both",
    "khoan_co_tieu_de": "both",
}


def law_look(component: Component, decree: Decree) -> Look:
    """The style that a component of the law asks for, with the values that new papers use."""
    code = component.ma
    look = Look(
        name=component.style,
        size_pt=component.co_chu_pt.use,
        bold=bool(component.dam),
        italic=bool(component.nghieng),
        align=component.canh or _DEFAULT_ALIGN.get(code),
        keep_next=code in _KEEP_NEXT or code in _HEADINGS,
    )
    if component.la_noi_dung or code in _INDENTED:
        look = replace(
            look,
            align=look.align or decree.body.canh,
            first_line_mm=decree.body.thut_dau_dong_mm.use,
            before_pt=decree.body.cach_doan_pt.use,
            line=decree.body.gian_dong.use,
        )
    if code in _HEADINGS:
        look = replace(look, outline=_HEADINGS[code][0], numbering=_HEADINGS[code][1])
    return replace(look, numbering=_LISTED.get(code, look.numbering), **_SPACING.get(code, {}))


_SPACING: dict[str, dict[str, Any]] = {
    "so_ky_hieu": {"before_pt": 6.0},
    "dia_danh_thoi_gian": {"before_pt": 6.0},
    "trich_yeu_cong_van": {"before_pt": 6.0},
    "ten_loai": {"before_pt": 18.0},
    "kinh_gui": {"before_pt": 12.0, "after_pt": 12.0},
    "ho_ten": {"before_pt": SIGNATURE_GAP_PT},
    "phan": {"before_pt": 12.0},
    "muc": {"before_pt": 6.0},
    "tieu_muc": {"before_pt": 6.0},
    "phu_luc": {"before_pt": 6.0},
}


_DECIDING = Look(name="", size_pt=14.0, bold=True, align="center", before_pt=12.0, after_pt=6.0)
"""The lines of a decision that say who decides, and that now comes what is decided (Mẫu 1.3)."""


def custom_looks(decree: Decree) -> list[Look]:
    """Styles of custom: the decree is silent on them, or speaks only of what they are based on."""
    body = law_look(decree.component("noi_dung"), decree)
    addressee = law_look(decree.component("kinh_gui"), decree)
    under_colon, dash = (text_width_mm(text, addressee.size_pt) for text in ("Kính gửi", "- "))
    rule = Look(name="", size_pt=2.0, exact_pt=4.0, before_pt=2.0, border_top=True)
    return [
        replace(body, name="VB Khoản con", bold=True, outline=2, numbering=(1, 2), keep_next=True),
        replace(body, name="VB Điều không tiêu đề", numbering=(3, 0)),
        *_middle_looks(),
        replace(body, name="VB Nhóm", bold=True, outline=2, keep_next=True),
        replace(body, name="VB Gạch đầu dòng", numbering=(2, 0)),
        replace(body, name="VB Dấu cộng", numbering=(2, 1)),
        replace(
            addressee,
            name="VB Kính gửi danh sách",
            align="left",
            left_mm=ADDRESSEES_LEFT_MM + under_colon + dash,
            first_line_mm=-dash,
            before_pt=0.0,
            after_pt=3.0,
        ),
        Look(name="VB Nơi nhận điện", size_pt=14.0, align="left", left_mm=55.0, before_pt=3.0),
        Look(name="VB Dự thảo", size_pt=13.0, bold=True, align="center", before_pt=6.0),
        *(replace(rule, name=name) for name in RULE_STYLES.values()),
        *_table_looks(),
        Look(name=NOTE_STYLE, size_pt=10.0, align="both"),
        Look(name="VB Ngắt", size_pt=2.0, exact_pt=2.0),
        Look(name="VB Trước bảng", size_pt=2.0, exact_pt=6.0, keep_next=True),
        Look(name="VB Cách", size_pt=2.0, exact_pt=12.0),
    ]


def _middle_looks() -> list[Look]:
    """Lines in the middle of the page: who decides, the order, "… điện:" (Mẫu 1.2, 1.6)."""
    return [
        Look(name="VB Thẩm quyền ban hành", size_pt=14.0, bold=True, align="center", before_pt=12.0),
        Look(
            name="VB Lệnh",
            size_pt=14.0,
            bold=True,
            align="center",
            before_pt=12.0,
            after_pt=6.0,
            keep_next=True,
        ),
        Look(name="VB Dòng giữa", size_pt=14.0, align="center", before_pt=6.0, after_pt=6.0, keep_next=True),
    ]


def _table_looks() -> list[Look]:
    """Text of tables, their headings, names and notes."""
    table = Look(name="VB Bảng", size_pt=12.0, before_pt=2.0, after_pt=2.0)
    return [
        replace(table, name="VB Bảng", align="left"),
        replace(table, name="VB Bảng đậm", align="left", bold=True),
        replace(table, name="VB Bảng số", align="center"),
        replace(table, name="VB Bảng phải", align="right"),
        replace(table, name="VB Bảng số đậm", align="center", bold=True),
        replace(table, name="VB Bảng đầu đề", align="center", bold=True, keep_next=True),
        Look(
            name="VB Tên bảng",
            size_pt=13.0,
            bold=True,
            align="center",
            before_pt=8.0,
            after_pt=4.0,
            keep_next=True,
        ),
        Look(name="VB Ghi chú bảng", size_pt=12.0, italic=True, align="both", before_pt=4.0, after_pt=4.0),
    ]
