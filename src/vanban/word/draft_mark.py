"""A page that says DỰ THẢO in large pale letters, to be laid under the pages of a draft.

The decree has no such mark: it is custom, and a help to those who hold several versions in their hands.
"""

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

WORDS = "DỰ THẢO"
_SIZE_PT = 96
_PALE = RGBColor(0xE3, 0xE3, 0xE3)
_FONT = "Times New Roman"


def draft_mark() -> bytes:
    """The .docx: one A4 page, the words in the middle of it."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin, section.bottom_margin = Mm(125), Mm(20)
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(WORDS)
    run.font.size, run.font.bold, run.font.color.rgb, run.font.name = Pt(_SIZE_PT), True, _PALE, _FONT
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:cs"), _FONT)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
