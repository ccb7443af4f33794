"""Short ways to type a paper by hand: each paragraph in one call, with no plan of the whole.

Looks are given as words: "b" bold, "i" italic, "c" in the middle, "r" at the right, a figure for the size.
Text within "**" is bold. Lengths in mm.
"""

import io
import re

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Mm
from foreign_files import _blank
from foreign_marks import NS, PAGE_FIELD, Hand, Look, drawn_line, paragraph, run, run_properties, twips

from vanban import workflow
from vanban.model.finding import Severity
from vanban.word.metrics import text_width_mm

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DATE = "Mẫu Sơn, ngày 15 tháng 4 năm 2026"
_HAND = Hand()
_ALIGN = {"c": "center", "r": "right", "l": "left"}


def p(text: str = "", look: str = "", *, first: float = 0, before: float = 0, more: str = "") -> str:
    """A paragraph; `more` is XML behind its words."""
    given = look.split()
    size = next((float(word) for word in given if word[0].isdigit()), 14.0)
    font = next((word[5:] for word in given if word.startswith("font=")), "Times New Roman")
    align = next((_ALIGN[word] for word in given if word in _ALIGN), "both")
    color = next((word[6:] for word in given if word.startswith("color=")), "")
    stands = Look(size, align=align, before=before, first=first)
    inner = "".join(
        _raised(piece, size)
        if piece.startswith("^")
        else run(
            piece.strip("*"),
            Look(size, "b" in given or piece.startswith("**"), "i" in given, font=font, color=color),
            _HAND,
        )
        for piece in re.split(r"(\*\*.+?\*\*|\^\(?\d\)?)", text)
        if piece
    )
    return paragraph(inner + more, stands)


def _raised(mark: str, size: float) -> str:
    return run(mark[1:], Look(size), _HAND).replace("</w:rPr>", '<w:vertAlign w:val="superscript"/></w:rPr>')


def t(text: str, look: str = "") -> str:
    """A paragraph of the text."""
    return p(text, look, first=12.7, before=6)


def table(*rows: tuple[str, ...], widths: tuple[float, ...] = (65, 100)) -> str:
    """A table; a row with fewer cells than the widths spreads its last one."""
    out = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    xml = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{out}</w:tblGrid>'
    for row in rows:
        span = len(widths) - len(row) + 1
        cells = [f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>' for width in widths[: len(row)]]
        cells[-1] += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        told = zip(cells, row, strict=True)
        xml += "<w:tr>" + "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{text}</w:tc>" for cell, text in told)
        xml += "</w:tr>"
    return xml + "</w:tbl>"


def rule(text: str, size: float, share: float) -> str:
    """An empty line with a drawn one, of a share of a bold text."""
    return p("", "c", more=drawn_line(text_width_mm(text, size, bold=True, italic=False) * share))


def nation(date: str = DATE) -> str:
    """The right column of a letterhead."""
    dated = p(date, "i c") if date else ""
    return p(NATION, "b c 13") + p(MOTTO, "b c") + rule(MOTTO, 14, 1) + dated


def agency(number: str, *, above: str = "UBND TỈNH MẪU", own: str = "SỞ NỘI VỤ") -> str:
    """The left column of a letterhead."""
    top = p(above, "c 13") if above else ""
    return top + p(own, "b c 13") + rule(own, 13, 0.42) + (p(number, "c 13") if number else "")


def head(number: str = "Số: 15/KH-SNV", **names: str) -> str:
    """A letterhead in a table."""
    return table((agency(number, **names), nation()))


def title(kind: str, subject: str) -> str:
    """Kind and subject, with the line below."""
    return p(kind, "b c", before=12) + p(subject, "b c") + rule(subject, 14, 0.4)


def end(office: str = "GIÁM ĐỐC", name: str = "Trần Văn Mẫu", keep: str = "- Lưu: VT, VP.") -> str:
    """Nơi nhận and the signature, in a table."""
    receivers = p("Nơi nhận:", "b i 12") + p("- Các phòng;", "11") + p(keep, "11")
    return table((receivers, p(office, "b c") + p() + p() + p(name, "b c")), widths=(75, 90))


def faults(*parts: str, footer: str = "") -> list[str]:
    """The rules under which the checker calls something in such a paper a fault, each once.

    The number of the page stands in the header but on the first page; with `footer`, behind these words at
    the foot.
    """
    document = Document(io.BytesIO(_blank()))
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.different_first_page_header_footer = not footer
    zone = section.footer if footer else section.header
    zone.is_linked_to_previous = False
    number = paragraph(
        run(footer, Look(), _HAND) + PAGE_FIELD.format(run_properties(Look(), _HAND)), Look(align="center")
    )
    own = zone.paragraphs[0]._p
    own.getparent().replace(own, parse_xml(number.replace("<w:p>", f"<w:p {NS}>", 1)))
    settings = section._sectPr
    for element in parse_xml(f"<w:body {NS}>{''.join(parts)}</w:body>"):
        settings.addprevious(element)
    out = io.BytesIO()
    document.save(out)
    found = workflow.check_docx(out.getvalue(), where="bua-bon.docx")
    return sorted({f.ma.removeprefix("the-thuc.") for f in found if f.muc is Severity.LOI})
