"""Effective values: the chain of styles, the theme, spacing, indents, borders."""

import pytest
from raw_docx import STYLES, first, p, style

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Calibri Light"/>'
    '<a:font script="Viet" typeface="Times New Roman"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Cambria"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
VIETNAMESE = '<w:themeFontLang w:val="vi-VN"/>'


CHAIN = (
    STYLES
    + style(
        "Goc", "VB Gốc", '<w:pPr><w:jc w:val="both"/><w:spacing w:before="120"/></w:pPr><w:rPr><w:b/></w:rPr>'
    )
    + style(
        "Con",
        "VB Con",
        '<w:pPr><w:ind w:firstLine="567"/></w:pPr><w:rPr><w:sz w:val="26"/><w:color w:val="ff0000"/></w:rPr>',
        based_on="Goc",
    )
    + style("Manh", "Mạnh", "<w:rPr><w:b/><w:i/></w:rPr>", kind="character")
)


def test_defaults_of_the_file() -> None:
    seen = first(p("chữ"), styles=STYLES)
    span = seen.spans[0]
    assert (span.font, span.size_pt, span.bold, span.color) == ("Times New Roman", 14, False, "auto")
    assert (seen.align, seen.line_rule, seen.line, seen.before_pt) == ("left", "auto", 1, 0)
    assert seen.style == "Normal"


def test_a_file_that_says_nothing() -> None:
    assert first(p("chữ"), styles="").spans[0].size_pt == 10


def test_chain_of_paragraph_styles() -> None:
    seen = first(p("chữ", '<w:pStyle w:val="Con"/><w:spacing w:after="60"/>'), styles=CHAIN)
    assert seen.style == "VB Con"
    assert (seen.align, seen.before_pt, seen.after_pt) == ("both", 6, 3)
    assert seen.first_line_mm == pytest.approx(10.0, abs=0.01)
    assert (seen.spans[0].size_pt, seen.spans[0].bold, seen.spans[0].color) == (13, True, "FF0000")


def test_direct_values_win() -> None:
    seen = first(
        p("chữ", '<w:pStyle w:val="Con"/><w:jc w:val="center"/>', '<w:b w:val="0"/><w:sz w:val="22"/>'),
        styles=CHAIN,
    )
    assert (seen.align, seen.spans[0].size_pt, seen.spans[0].bold) == ("center", 11, False)


def test_toggles_of_paragraph_and_character_style_switch_each_other() -> None:
    span = first(p("chữ", '<w:pStyle w:val="Con"/>', '<w:rStyle w:val="Manh"/>'), styles=CHAIN).spans[0]
    assert (span.bold, span.italic) == (False, True)
    span = first(p("chữ", '<w:pStyle w:val="Con"/>', '<w:rStyle w:val="Manh"/><w:b/>'), styles=CHAIN).spans[0]
    assert span.bold


def test_unknown_and_circular_styles_do_no_harm() -> None:
    circle = STYLES + style("A", "A", based_on="B") + style("B", "B", "<w:rPr><w:i/></w:rPr>", based_on="A")
    assert first(p("chữ", '<w:pStyle w:val="A"/>'), styles=circle).spans[0].italic
    assert first(p("chữ", '<w:pStyle w:val="KhongCo"/>'), styles=circle).style == "Normal"


@pytest.mark.parametrize(
    ("xml", "field", "expected"),
    [
        ("<w:caps/>", "caps", True),
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ('<w:highlight w:val="yellow"/>', "highlight", True),
        ('<w:color w:val="auto"/>', "color", "auto"),
        ('<w:color w:val="1f1F1f"/>', "color", "1F1F1F"),
        ('<w:sz w:val="27"/>', "size_pt", 13.5),
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "font", "Arial"),
    ],
)
def test_look_of_a_run(xml: str, field: str, expected: object) -> None:
    assert getattr(first(p("chữ", "", xml)).spans[0], field) == expected


def test_caps_leave_the_words_as_typed() -> None:
    assert first(p("Tờ trình", "", "<w:caps/>")).text == "Tờ trình"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<w:spacing w:line="360"/>', ("auto", 1.5)),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', ("exact", 18)),
        ('<w:spacing w:line="21" w:lineRule="atLeast"/>', ("atLeast", 1.05)),
        ("", ("auto", 1)),
    ],
)
def test_line_spacing(xml: str, expected: tuple[str, float]) -> None:
    seen = first(p("chữ", xml))
    assert (seen.line_rule, pytest.approx(seen.line)) == expected


@pytest.mark.parametrize(
    ("xml", "left", "right", "first_line"),
    [
        ('<w:ind w:left="567" w:right="567" w:firstLine="567"/>', 10, 10, 10),
        ('<w:ind w:start="567" w:end="1134" w:hanging="567"/>', 10, 20, -10),
        ('<w:ind w:left="1cm" w:firstLine="5mm" w:hanging="5mm"/>', 10, 0, -5),
    ],
)
def test_indents(xml: str, left: float, right: float, first_line: float) -> None:
    seen = first(p("chữ", xml))
    assert (seen.left_mm, seen.right_mm, seen.first_line_mm) == pytest.approx(
        (left, right, first_line), abs=0.01
    )


def test_outline_keep_next_and_borders() -> None:
    styles = STYLES + style(
        "Muc",
        "heading 1",
        '<w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single"/></w:pBdr><w:outlineLvl w:val="0"/></w:pPr>',
    )
    seen = first(p("chữ", '<w:pStyle w:val="Muc"/>'), styles=styles)
    assert (seen.outline_level, seen.keep_next, seen.border_bottom, seen.border_top) == (0, True, True, False)
    plain = first(
        p("chữ", '<w:pStyle w:val="Muc"/><w:keepNext w:val="false"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
          '<w:outlineLvl w:val="9"/>'),
        styles=styles,
    )  # fmt: skip
    assert (plain.outline_level, plain.keep_next, plain.border_bottom) == (None, False, False)


@pytest.mark.parametrize(
    ("theme_font", "settings", "font"),
    [
        ("majorHAnsi", VIETNAMESE, "Times New Roman"),
        ("majorHAnsi", "", "Calibri Light"),
        ("minorHAnsi", VIETNAMESE, "Cambria"),
    ],
)
def test_theme_fonts(theme_font: str, settings: str, font: str) -> None:
    run = f'<w:rFonts w:asciiTheme="{theme_font}" w:hAnsiTheme="{theme_font}" w:ascii="Arial"/>'
    assert first(p("chữ", "", run), theme1=THEME, settings=settings).spans[0].font == font


def test_letters_beyond_ascii_may_have_another_font() -> None:
    spans = first(p("Số ếệ", "", '<w:rFonts w:ascii="Arial"/>')).spans
    assert [(s.text, s.font) for s in spans] == [("S", "Arial"), ("ố ếệ", "Times New Roman")]


def test_table_style_gives_way_to_the_paragraph() -> None:
    styles = CHAIN + style(
        "Luoi",
        "Lưới",
        '<w:pPr><w:jc w:val="right"/><w:spacing w:after="200"/></w:pPr><w:rPr><w:i/></w:rPr>',
        kind="table",
    )
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/></w:tblPr><w:tr><w:tc>'
        + p("a", '<w:pStyle w:val="Goc"/>')
        + "</w:tc></w:tr></w:tbl>"
    )
    seen = first(body, styles=styles)
    assert (seen.align, seen.after_pt, seen.spans[0].italic) == ("both", 10, True)
