"""Puts a laid-out paper into a .docx by python-docx, and checks it."""

import io
from functools import lru_cache
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from foreign_heads import head, title
from foreign_layouts import Builder, Layout
from foreign_marks import (
    NS,
    PAGE_FIELD,
    in_content_control,
    paragraph,
    paragraph_properties,
    run_properties,
    twips,
)
from foreign_words import Paper

from vanban import workflow
from vanban.model.finding import Finding


def build(paper: Paper, layout: Layout) -> bytes:
    """The .docx of a paper in a layout."""
    document = Document(io.BytesIO(_blank()))
    builder = Builder(paper, layout)
    parts = [head(builder), title(builder), *builder.body(), *builder.end()]
    header = _header(document, builder) if layout.page_number != "khong" else ""
    anew = landscape = False
    for appendix in paper.appendices:
        if layout.own_appendix_pages:
            ended = _section(layout, header, anew=anew, landscape=landscape)
            parts.append(paragraph("", builder.look("trong"), section=ended))
            header, anew, landscape = "", True, appendix.landscape
        parts += builder.appendix(appendix)
    last = _section(layout, header, anew=anew, landscape=landscape)
    body = document.element.body
    body.clear()
    body.extend(parse_xml(f"<w:body {NS}>{''.join(parts)}{last}</w:body>"))
    _settle(document, builder)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def findings(paper: Paper, layout: Layout) -> list[Finding]:
    """What the checker says of a paper in a layout."""
    return workflow.check_docx(build(paper, layout), where=f"{paper.kind}-{layout.name}.docx")


@lru_cache
def _blank() -> bytes:
    """The blank document of python-docx without the parts and table styles that only cost time."""
    document = Document()
    for part, unneeded in ((document.part, "stylesWithEffects"), (document.part.package, "thumbnail")):
        for key in [key for key, rel in part.rels.items() if rel.reltype.endswith(unneeded)]:
            del part.rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) is None:
            styles.remove(style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _section(layout: Layout, header: str, *, anew: bool, landscape: bool) -> str:
    top, bottom, left, right = map(twips, layout.margins_mm)
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    start = '<w:pgNumType w:start="1"/>' if anew else ""
    return (
        f'<w:sectPr>{header}<w:pgSz {size}/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="567" w:footer="567" w:gutter="0"/>{start}'
        "<w:titlePg/></w:sectPr>"
    )


def _header(document: Any, builder: Builder) -> str:
    """Fills the header of ordinary pages with the number; the reference that a section makes to it."""
    look = builder.look("so_trang")
    header = document.sections[0].header
    header.is_linked_to_previous = False
    side = "right" if builder.layout.page_number == "phai" else look.align
    plain = PAGE_FIELD.format(run_properties(look, builder.layout.hand))
    shown = f"<w:p><w:pPr>{paragraph_properties(look)}</w:pPr>{plain}</w:p>"
    shown = shown.replace('<w:jc w:val="center"/>', f'<w:jc w:val="{side}"/>')
    if builder.layout.page_number == "giua_sdt":
        shown = in_content_control(shown)
    element = header._element
    for child in list(element):
        element.remove(child)
    element.extend(parse_xml(f"<w:hdr {NS}>{shown}<w:p/></w:hdr>"))
    reference = document.element.body.find(qn("w:sectPr")).find(qn("w:headerReference"))
    return f'<w:headerReference w:type="default" r:id="{reference.get(qn("r:id"))}"/>'


def _settle(document: Any, builder: Builder) -> None:
    """Numbering, own styles, and the defaults of the document."""
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for shape in parse_xml(f"<w:numbering {NS}>{builder.lists.shapes()}</w:numbering>"):
        first.addprevious(shape)
    numbering.extend(parse_xml(f"<w:numbering {NS}>{builder.lists.numbers()}</w:numbering>"))
    styles = document.styles.element
    for name, look in builder.styles.items():
        properties = run_properties(look, builder.layout.hand)
        styles.append(
            parse_xml(
                f'<w:style {NS} w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name '
                f'w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{paragraph_properties(look)}</w:pPr>'
                f"{properties}</w:style>"
            )
        )
    if builder.layout.hand.looks_in == "defaults":
        defaults = styles.find(qn("w:docDefaults"))
        styles.replace(
            defaults,
            parse_xml(
                f'<w:docDefaults {NS}><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
                'w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/>'
                "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
            ),
        )
