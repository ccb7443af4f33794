"""Headings are what Word's navigation pane would show."""

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vanban.office.package import has_headings


def give_level(properties, level: int) -> None:
    element = OxmlElement("w:outlineLvl")
    element.set(qn("w:val"), str(level))
    properties.append(element)


def heading_style(document):
    document.add_paragraph("Mục tiêu", style="Heading 2")


def style_that_stands_on_a_heading(document):
    document.styles.add_style("VB Mục", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Heading 1"]
    document.add_paragraph("Mục tiêu", style="VB Mục")


def style_with_a_level(document):
    style = document.styles.add_style("VB Mục", WD_STYLE_TYPE.PARAGRAPH)
    give_level(style.element.get_or_add_pPr(), 0)
    document.add_paragraph("Mục tiêu", style="VB Mục")


def level_of_its_own(document):
    give_level(document.add_paragraph("Mục tiêu")._p.get_or_add_pPr(), 2)


def body_text(document):
    document.add_paragraph("Mục tiêu")


def empty_heading(document):
    document.add_paragraph(" ", style="Heading 1")


def heading_style_taken_back(document):
    paragraph = document.add_paragraph("Mục tiêu", style="Heading 1")
    give_level(paragraph._p.get_or_add_pPr(), 9)


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (heading_style, True),
        (style_that_stands_on_a_heading, True),
        (style_with_a_level, True),
        (level_of_its_own, True),
        (body_text, False),
        (empty_heading, False),
        (heading_style_taken_back, False),
    ],
)
def test_has_headings(tmp_path, write, expected):
    document = Document()
    write(document)
    document.save(str(tmp_path / "a.docx"))
    assert has_headings(tmp_path / "a.docx") is expected


def test_a_file_that_cannot_be_read_is_known_to_have_none(tmp_path):
    assert not has_headings(tmp_path / "missing.docx")
