"""The law as Word styles: one component of the decree = one named paragraph style.

All formatting of a paper sits in these styles; a run carries none. How each looks says `word.looks`.
"""

from functools import lru_cache
from xml.sax.saxutils import quoteattr

from vanban.law.decree import Decree
from vanban.viet.text import strip_marks
from vanban.word.looks import ADDRESSEES_LEFT_MM as ADDRESSEES_LEFT_MM
from vanban.word.looks import CUSTOM_RULES as CUSTOM_RULES
from vanban.word.looks import NOTE_MARK_STYLE as NOTE_MARK_STYLE
from vanban.word.looks import NOTE_STYLE as NOTE_STYLE
from vanban.word.looks import RULE_STYLES as RULE_STYLES
from vanban.word.looks import Look, custom_looks, law_look
from vanban.word.ooxml import TWIPS_PER_PT, half_points, twips

FITTED_TABLE_STYLE = "VB Bảng vừa chữ"
"""Of tables whose columns get their widths from their words (`word.column_widths`)."""
FILL_STYLE = "VB Chờ điền"


@lru_cache(maxsize=512)
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
