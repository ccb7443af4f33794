"""Retouches a finished .docx: other words or another look of one line, other pages.

A line is named by the words that it begins with. In new words `**…**` is bold and `==…==` is highlighted.
"""

import copy
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from foreign_marks import NS

_MARKED = re.compile(r"(\*\*.+?\*\*|==.+?==)")
_SIDES = {
    "trái": WD_ALIGN_PARAGRAPH.LEFT,
    "giữa": WD_ALIGN_PARAGRAPH.CENTER,
    "phải": WD_ALIGN_PARAGRAPH.RIGHT,
    "đều": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_PAGE = {
    "rong_mm": "page_width",
    "cao_mm": "page_height",
    "le_tren_mm": "top_margin",
    "le_duoi_mm": "bottom_margin",
    "le_trai_mm": "left_margin",
    "le_phai_mm": "right_margin",
}


def retouched(data: bytes, wishes: Mapping[str, Any]) -> bytes:
    """The .docx with what a case wants otherwise in single lines and on the pages."""
    document = Document(io.BytesIO(data))
    for start, words in wishes.get("thay", {}).items():
        put_words(found(document, start), words)
    for start, other in wishes.get("dat_truoc", {}).items():
        found(document, other)._p.addprevious(found(document, start)._p)
    if "chi_co" in wishes:
        leave_only(document, wishes["chi_co"])
    for start, look in wishes.get("trinh_bay", {}).items():
        set_look(found(document, start), look)
    if "trang" in wishes:
        set_page(document, dict(wishes["trang"]))
    if "so_trang" in wishes:
        set_page_number(document, wishes["so_trang"])
    carried = wishes.get("tep", {})
    if "tep_nhung" in carried:
        embed(found(document, carried["tep_nhung"]))
    out = io.BytesIO()
    document.save(out)
    if carried.get("macro") == "có":
        with zipfile.ZipFile(out, "a") as package:
            package.writestr("word/vbaProject.bin", b"")
    return out.getvalue()


def embed(paragraph: Paragraph) -> None:
    """An object of another program in a line."""
    run = paragraph.add_run()
    shown = f"<w:object {NS}><o:OLEObject Type='Embed' ProgID='Excel.Sheet.12'/></w:object>"
    run._r.append(parse_xml(shown))


def found(document: Any, start: str) -> Paragraph:
    """The first line that begins with these words."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document)
        if paragraph.text.startswith(start):
            return paragraph
    raise AssertionError(f"không có dòng nào bắt đầu bằng “{start}”")


def put_words(paragraph: Paragraph, words: Any) -> None:
    """Other words, several lines, or nothing at all ("không") in the place of a line."""
    lines = [words] if isinstance(words, str) else list(words or [])
    lines = [] if lines == ["không"] else lines
    for text in lines[:-1]:
        element = copy.deepcopy(paragraph._p)
        paragraph._p.addprevious(element)
        write(Paragraph(element, paragraph._parent), text)
    if lines:
        write(paragraph, lines[-1])
    else:
        paragraph._p.getparent().remove(paragraph._p)


def write(paragraph: Paragraph, text: str) -> None:
    """The words in the look of the first run that was there."""
    first = next((run for run in paragraph.runs if run.text), paragraph.runs[0])
    for run in paragraph.runs:
        if run._r is not first._r and run.text:
            paragraph._p.remove(run._r)
    pieces = [piece for piece in _MARKED.split(text) if piece]
    for piece in pieces[:-1]:
        element = copy.deepcopy(first._r)
        first._r.addprevious(element)
        fill(Run(element, paragraph), piece)
    fill(first, pieces[-1])


def fill(run: Run, piece: str) -> None:
    if piece.startswith("**"):
        run.bold = True
    if piece.startswith("=="):
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    run.text = piece.strip("*=") if _MARKED.fullmatch(piece) else piece


def leave_only(document: Any, lines: list[str]) -> None:
    """A file that holds nothing but these lines, in the look of the content."""
    body = document.element.body
    longest = max(document.paragraphs, key=lambda paragraph: len(paragraph.text))
    model = copy.deepcopy(longest._p)
    for element in list(body)[:-1]:
        body.remove(element)
    for text in lines:
        element = copy.deepcopy(model)
        body[-1].addprevious(element)
        write(Paragraph(element, document), text)


def set_look(paragraph: Paragraph, look: Mapping[str, Any]) -> None:
    """Where a line stands and how its words look."""
    form = paragraph.paragraph_format
    for name, value in look.items():
        if name == "canh":
            form.alignment = _SIDES[value]
        elif name == "lui_dau_dong_mm":
            form.first_line_indent = Mm(value)
        elif name == "cach_truoc_pt":
            form.space_before = Pt(value)
        elif name == "gian_dong":
            form.line_spacing = float(value)
        elif name == "gian_dong_pt":
            form.line_spacing = Pt(value)
        else:
            for run in paragraph.runs:
                set_letters(run, name, value)


def set_letters(run: Run, name: str, value: Any) -> None:
    if name == "phong":
        run.font.name = value
    elif name == "mau_chu":
        run.font.color.rgb = RGBColor.from_string(value)
    elif name == "co_chu":
        run.font.size = Pt(value)
    elif name in ("dam", "nghieng"):
        setattr(run.font, {"dam": "bold", "nghieng": "italic"}[name], value == "có")
    else:
        raise AssertionError(f"không có khóa “{name}” trong trinh_bay")


def set_page(document: Any, page: dict[str, float]) -> None:
    """Other measures of one section; the first unless `phan` says another."""
    section = document.sections[int(page.pop("phan", 1)) - 1]
    for name, value in page.items():
        setattr(section, _PAGE[name], Mm(value))


def set_page_number(document: Any, wishes: Mapping[str, Any]) -> None:
    """Where the number of the page stands, from what it counts, whether the first page shows it."""
    for name, value in wishes.items():
        first = document.sections[0]
        if name == "vi_tri":
            move_number(first, value)
        elif name == "bat_dau":
            start_at(first, value)
        elif name == "trang_dau":
            first.different_first_page_header_footer = value != "hiện số"
        elif name == "phu_luc":
            for section in list(document.sections)[1:]:
                start_at(section, None if value == "đếm tiếp" else value)
        else:
            raise AssertionError(f"không có khóa “{name}” trong so_trang")


def move_number(section: Any, place: str) -> None:
    """From the header to the footer, or away."""
    header, number = section.header._element, section.header.paragraphs[0]._p
    header.remove(number)
    if place == "chân trang":
        footer = section.footer
        footer.is_linked_to_previous = False
        footer._element.insert(0, number)


def start_at(section: Any, value: int | None) -> None:
    properties = section._sectPr
    for element in properties.findall(qn("w:pgNumType")):
        properties.remove(element)
    if value is not None:
        element = OxmlElement("w:pgNumType")
        element.set(qn("w:start"), str(value))
        properties.find(qn("w:pgMar")).addnext(element)
