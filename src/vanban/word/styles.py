"""The law as Word styles: one component of the decree = one named paragraph style.

All formatting of a paper sits in these styles; a run carries none. Styles of custom (table text, the
line of a draft, bullets) stand beside those of the law (`custom_looks`).
"""

from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import quoteattr

from vanban.law.decree import Component, Decree, Range
from vanban.law.decree import Line as RuleLaw
from vanban.viet.text import strip_marks
from vanban.word.metrics import text_width_mm
from vanban.word.ooxml import TWIPS_PER_PT, half_points, twips

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
FITTED_TABLE_STYLE = "VB Bảng vừa chữ"
"""Of tables whose columns get their widths from their words (`word.column_widths`)."""
FILL_STYLE = "VB Chờ điền"
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
        Look(name="VB Cách", size_pt=2.0, exact_pt=12.0),
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


def style_id(name: str) -> str:
    """The id of a style: its name without marks and spaces, as Word itself derives ids."""
    return "".join(word[:1].upper() + word[1:] for word in strip_marks(name).split())


def styles_xml(decree: Decree) -> str:
    """The part styles.xml for papers under `decree`."""
    font = quoteattr(decree.page.phong)
    looks = [law_look(c, decree) for c in decree.components] + custom_looks(decree)
    body = "".join(_paragraph_style(look) for look in looks)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
        f'<w:color w:val="{decree.page.mau}"/>'
        f'<w:sz w:val="{half_points(decree.component("noi_dung").co_chu_pt.use)}"/>'
        f'<w:szCs w:val="{half_points(decree.component("noi_dung").co_chu_pt.use)}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(FITTED_TABLE_STYLE)}">'
        f'<w:name w:val="{FITTED_TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/></w:style>'
        f"{body}"
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(FILL_STYLE)}">'
        f'<w:name w:val="{FILL_STYLE}"/><w:qFormat/></w:style>'
        f'<w:style w:type="character" w:styleId="{style_id(NOTE_MARK_STYLE)}">'
        f'<w:name w:val="{NOTE_MARK_STYLE}"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        "</w:styles>"
    )


def _paragraph_style(look: Look) -> str:
    return (
        f'<w:style w:type="paragraph"{_custom(look.name)} w:styleId="{style_id(look.name)}">'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>"
        + ("<w:b/><w:bCs/>" if look.bold else "")
        + ("<w:i/><w:iCs/>" if look.italic else "")
        + f'<w:sz w:val="{half_points(look.size_pt)}"/><w:szCs w:val="{half_points(look.size_pt)}"/>'
        "</w:rPr></w:style>"
    )


def _custom(name: str) -> str:
    """Only names that Word does not know itself are custom."""
    return ' w:customStyle="1"' if name.startswith("VB ") else ""


def _first_line(mm: float) -> str:
    return f'w:firstLine="{twips(mm)}"' if mm >= 0 else f'w:hanging="{twips(-mm)}"'


def _paragraph_properties(look: Look) -> str:
    line = (
        f'w:line="{round(look.exact_pt * TWIPS_PER_PT)}" w:lineRule="exact"'
        if look.exact_pt is not None
        else f'w:line="{round(look.line * 240)}" w:lineRule="auto"'
    )
    numbering = (
        f'<w:numPr><w:ilvl w:val="{look.numbering[1]}"/><w:numId w:val="{look.numbering[0]}"/></w:numPr>'
        if look.numbering
        else ""
    )
    return "".join(
        [
            "<w:keepNext/>" if look.keep_next else "",
            numbering,
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
            if look.border_top
            else "",
            f'<w:spacing w:before="{round(look.before_pt * TWIPS_PER_PT)}" '
            f'w:after="{round(look.after_pt * TWIPS_PER_PT)}" {line}/>',
            f'<w:ind w:left="{twips(look.left_mm)}" w:right="0" {_first_line(look.first_line_mm)}/>',
            f'<w:jc w:val="{look.align}"/>' if look.align else "",
            f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else "",
        ]
    )
