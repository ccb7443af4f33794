"""WordprocessingML in strings: runs, paragraphs, drawn lines, tables, as foreign writers make them."""

import unicodedata
from dataclasses import dataclass
from xml.sax.saxutils import escape

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


@dataclass(frozen=True)
class Look:
    """How a paragraph and its words look; lengths in mm, distances and sizes in pt."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    line: tuple[str, float] = ("auto", 1.0)
    font: str = "Times New Roman"
    color: str = ""


@dataclass(frozen=True)
class Hand:
    """The habits of a writer's Word: split runs, decomposed letters, where the looks are kept."""

    split: bool = False
    nfd: bool = False
    looks_in: str = "direct"
    """"direct", "style" or "defaults" (the defaults of the document are Times New Roman 14)."""


def twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def run_properties(look: Look, hand: Hand) -> str:
    plain = hand.looks_in == "defaults"
    parts = []
    if not plain or look.font != "Times New Roman":
        scripts = " ".join(f'w:{script}="{look.font}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
        parts.append(f"<w:rFonts {scripts}/>")
    if look.bold:
        parts.append("<w:b/>")
    elif not plain:
        parts.append('<w:b w:val="0"/>')
    if look.italic:
        parts.append("<w:i/>")
    if look.color:
        parts.append(f'<w:color w:val="{look.color}"/>')
    if not plain or look.size != 14:
        parts.append(f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def run(text: str, look: Look, hand: Hand, *, styled: bool = False) -> str:
    """One run, or one for each word where the hand splits; "\\t" and "\\n" become tab and line break."""
    look_xml = "" if styled else run_properties(look, hand)
    words = text.split(" ") if hand.split else [text]
    pieces = [word + " " for word in words[:-1]] + words[-1:]
    noise = ' w:rsidR="00AB12CD" w:rsidRPr="00F3{:04X}"' if hand.split else ""
    return "".join(
        f"<w:r{noise.format(number)}>{look_xml}{_text(piece, hand)}</w:r>"
        for number, piece in enumerate(pieces)
        if piece
    )


def _text(text: str, hand: Hand) -> str:
    text = unicodedata.normalize("NFD" if hand.nfd else "NFC", text)
    out = []
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            out.append("<w:br/>")
        for tab_number, piece in enumerate(line.split("\t")):
            if tab_number:
                out.append("<w:tab/>")
            if piece:
                out.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(out)


def paragraph_properties(look: Look, *, tabs: tuple[float, ...] = (), rule: bool = False) -> str:
    """The properties that say where the paragraph stands, in the order of the schema."""
    kind, line = look.line
    height = round(line * 240) if kind == "auto" else round(line * 20)
    stops = "".join(f'<w:tab w:val="center" w:pos="{twips(at)}"/>' for at in tabs)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>' if rule else ""
    return (
        border
        + (f"<w:tabs>{stops}</w:tabs>" if stops else "")
        + f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}" '
        + f'w:line="{height}" w:lineRule="{kind}"/>'
        + f'<w:ind w:left="{twips(look.left)}" w:right="{twips(look.right)}" '
        + (
            f'w:firstLine="{twips(look.first)}"/>'
            if look.first >= 0
            else f'w:hanging="{twips(-look.first)}"/>'
        )
        + f'<w:jc w:val="{look.align}"/>'
    )


def paragraph(
    inner: str,
    look: Look,
    *,
    style: str = "",
    styled: bool = False,
    number: int = 0,
    keep: bool = False,
    tabs: tuple[float, ...] = (),
    rule: bool = False,
    section: str = "",
    mark: str = "",
) -> str:
    """A paragraph around runs; `number` is the id of Word's list, `section` closes a section.

    `mark` is the look of the paragraph mark, which Word's number takes.
    """
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    kept = "<w:keepNext/>" if keep else ""
    own = "" if styled else paragraph_properties(look, tabs=tabs, rule=rule)
    if styled and number:  # the list's own indents would win over those of the style
        own = f'<w:ind w:left="{twips(look.left)}" w:firstLine="{twips(look.first)}"/>'
    return f"<w:p><w:pPr>{name}{kept}{listed}{own}{mark}{section}</w:pPr>{inner}</w:p>"


def drawn_line(length_mm: float, *, vml: bool = False, down_pt: float = 2) -> str:
    """A run with a straight line `down_pt` under the top of its paragraph, as new or old Words draw it."""
    points = length_mm * 72 / 25.4
    old = (
        '<w:pict><v:line style="position:absolute;z-index:251659264" '
        f'from="28.25pt,{down_pt}pt" to="{28.25 + points:.2f}pt,{down_pt}pt" strokeweight=".75pt"/></w:pict>'
    )
    if vml:
        return f"<w:r>{old}</w:r>"
    emu = round(length_mm * 36000)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
        'distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>'
        f"{round(down_pt * 12700)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{emu}" cy="0"/><wp:wrapNone/><wp:docPr id="2" name="Straight Connector 2"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr '
        'val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(rows: list[list[str]], widths_mm: tuple[float, ...], *, framed: bool = False) -> str:
    """A table, without borders unless `framed`; each cell is the XML of its paragraphs."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if framed else ""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths_mm, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_mm))}" w:type="dxa"/>'
        f'{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        f'<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}'
        "</w:tbl>"
    )


PAGE_FIELD = (
    '<w:r>{0}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{0}<w:instrText xml:space="preserve"> PAGE   '
    r"\* MERGEFORMAT </w:instrText></w:r><w:r>{0}"
    '<w:fldChar w:fldCharType="separate"/></w:r><w:r>{0}<w:t>2</w:t></w:r>'
    '<w:r>{0}<w:fldChar w:fldCharType="end"/></w:r>'
)


def in_content_control(paragraph_xml: str) -> str:
    """What "Insert page number" of Word wraps around the number."""
    return (
        '<w:sdt><w:sdtPr><w:id w:val="-1355112"/><w:docPartObj><w:docPartGallery '
        'w:val="Page Numbers (Top of Page)"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph_xml}</w:sdtContent></w:sdt>"
    )
