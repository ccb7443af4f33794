"""Tables' conditional looks, headers of all kinds, page numbers wherever they stand, what cannot be read."""

import pytest
from raw_docx import (
    STYLES,
    cell,
    docx,
    first,
    p,
    r,
    row,
    section,
    see,
    style,
    table,
    texts,
    wrap_part,
    zipped,
)

from vanban.model.sheet import Paragraph, Sheet
from vanban.word.observe import observe

PART = '<w:tblStylePr w:type="{}"><w:rPr>{}</w:rPr></w:tblStylePr>'
TABLE_STYLE = STYLES + style(
    "T",
    "Bảng",
    PART.format("firstRow", "<w:b/>")
    + PART.format("firstCol", "<w:i/>")
    + PART.format("lastRow", "<w:caps/>"),
    kind="table",
)


def looked(look: str) -> list[tuple[bool, bool, bool]]:
    rows = [row(cell(p("a")), cell(p("b"))) for _ in range(3)]
    made = table(*rows, properties=f'<w:tblStyle w:val="T"/>{look}')
    spans = [paragraph.spans[0] for paragraph in see(made, styles=TABLE_STYLE).paragraphs]
    return [(span.bold, span.italic, span.caps) for span in spans]


NONE = (False, False, False)


@pytest.mark.parametrize(
    "look", ['<w:tblLook w:val="00A0"/>', '<w:tblLook w:firstRow="1" w:firstColumn="1"/>']
)
def test_first_row_and_column_have_their_look(look: str) -> None:
    only_column = (False, True, False)
    assert looked(look) == [(True, True, False), (True, False, False), *[only_column, NONE] * 2]


def test_the_last_row_and_no_row_at_all() -> None:
    assert looked('<w:tblLook w:lastRow="1"/>')[-2:] == [(False, False, True)] * 2
    assert looked("") == [NONE] * 6
    assert looked('<w:tblLook w:val="khác"/>') == [NONE] * 6


def test_direct_looks_beat_those_of_the_table() -> None:
    made = table(
        row(cell(p("a", run='<w:b w:val="0"/>'))),
        properties='<w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/>',
    )
    assert first(made, styles=TABLE_STYLE).spans[0].bold is False


def test_raised_and_lowered_text() -> None:
    raised = [
        first(p("a", run=f'<w:vertAlign w:val="{value}"/>')).spans[0].raised
        for value in ("superscript", "subscript", "baseline", "khác")
    ]
    assert raised == ["superscript", "subscript", "", ""]


def test_legacy_fonts_are_named() -> None:
    assert (
        first(p("chữ", run='<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')).spans[0].font == ".VnTimeH"
    )


def test_loose_marks_are_told() -> None:
    loose, joined = see(p("a\u0323 e\u0302\u0301") + p("ạ ế")).paragraphs
    assert (loose.text, loose.loose_marks) == ("ạ ế", True)
    assert (joined.text, joined.loose_marks) == ("ạ ế", False)


def with_headers(settings: str = "", **parts: str) -> Sheet:
    references = "".join(
        f'<w:{name.rstrip("123")}Reference w:type="{kind}" r:id="{name}"/>'
        for name, kind in zip(
            ("header1", "header2", "header3", "footer1"), ("default", "first", "even", "default"), strict=True
        )
        if name in parts
    )
    margins = (
        '<w:pgMar w:top="1" w:header="567" w:footer="284"/><w:pgNumType w:fmt="upperRoman"/><w:titlePg/>'
    )
    return observe(docx(p("thân"), section=section(references + margins), settings=settings, **parts))


def test_headers_of_first_and_even_pages_and_footers() -> None:
    parts = {"header1": p("lẻ"), "header2": p("đầu"), "header3": p("chẵn"), "footer1": p("chân")}
    sheet = with_headers("<w:evenAndOddHeaders/>", **parts)
    words = {p.number: p.text for p in sheet.paragraphs}
    facts = sheet.sections[0]
    found = [facts.default_header, facts.first_header, facts.even_header, facts.default_footer]
    assert [[words[number] for number in numbers] for numbers in found] == [
        ["lẻ"],
        ["đầu"],
        ["chẵn"],
        ["chân"],
    ]
    assert (facts.first_footer, facts.even_footer) == ((), ())
    assert with_headers("", **parts).sections[0].even_header == ()


def test_distances_of_headers_and_the_format_of_page_numbers() -> None:
    facts = with_headers().sections[0]
    assert (round(facts.header_distance_mm), round(facts.footer_distance_mm)) == (10, 5)
    assert facts.page_format == "upperRoman"
    assert see(p()).sections[0].header_distance_mm == pytest.approx(12.7)


def header(content: str, styles: str = STYLES) -> Paragraph:
    sheet = observe(
        docx(p(), section=section('<w:headerReference r:id="header1"/>'), header1=content, styles=styles)
    )
    return next(p for p in sheet.paragraphs if p.zone == "dau_trang" and p.fields)


def field(code: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}"
        f"{r('2')}{mark.format('end')}"
    )


PAGE = field(" PAGE  \\* MERGEFORMAT ")


@pytest.mark.parametrize(
    "content",
    [
        f"<w:p>{PAGE}</w:p>",
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{PAGE}</w:p></w:sdtContent></w:sdt>",
        f"<w:p><w:sdt><w:sdtContent>{PAGE}</w:sdtContent></w:sdt></w:p>",
        table(row(cell(f"<w:p>{PAGE}</w:p>"))),
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>',
        "<w:p><w:r><w:pgNum/></w:r></w:p>",
        f"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{PAGE}</w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>",
        f"<w:p>{field(' IF 1 = 1 ' + '</w:instrText></w:r>' + PAGE + '<w:r><w:instrText>')}</w:p>",
    ],
    ids=["plain", "control", "inline control", "table", "simple", "old", "text box", "nested"],
)
def test_page_numbers_are_found(content: str) -> None:
    assert "PAGE" in header(content).fields


def test_the_format_that_a_page_field_asks_for() -> None:
    asked = [header(f"<w:p>{field(code)}</w:p>").page_number_format for code in (" PAGE ", "PAGE \\* ROMAN")]
    assert [*asked, header(f"<w:p>{PAGE}</w:p>").page_number_format] == ["", "ROMAN", ""]


@pytest.mark.parametrize(
    ("frame", "align"),
    [
        ('<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/>', "center"),
        ('<w:framePr w:xAlign="right"/>', "right"),
        ('<w:framePr w:w="2000" w:xAlign="center"/>', "left"),
        ('<w:framePr w:xAlign="outside"/>', "left"),
    ],
)
def test_a_frame_as_wide_as_its_text_is_aligned_as_it_stands(frame: str, align: str) -> None:
    assert header(f"<w:p><w:pPr>{frame}</w:pPr>{PAGE}</w:p>").align == align


TABS = '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs>'


@pytest.mark.parametrize(
    ("tabs", "align"),
    [
        ("", None),
        ("<w:r><w:tab/></w:r>", "center"),
        ("<w:r><w:tab/><w:tab/></w:r>", "right"),
        ("<w:r><w:tab/><w:tab/><w:tab/></w:r>", "left"),
        ('<w:r><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/></w:r>', "center"),
    ],
)
def test_how_a_tab_aligns_what_follows(tabs: str, align: str | None) -> None:
    assert header(f"<w:p><w:pPr>{TABS}</w:pPr>{tabs}{PAGE}</w:p>").tab_align == align


WORDS = r("chữ")


@pytest.mark.parametrize(
    "body",
    [
        f"<w:sdt><w:sdtContent><w:p>{WORDS}</w:p></w:sdtContent></w:sdt>",
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p>{WORDS}</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        f"<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:p>{WORDS}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
        table(row(cell(table(row(cell(f"<w:p>{WORDS}</w:p>")))))),
        f"<w:p><w:dir w:val='ltr'>{WORDS}</w:dir></w:p>",
        f"<w:p><w:bdo w:val='ltr'>{WORDS}</w:bdo></w:p>",
        f"<w:p><w:r><w:ruby><w:rubyPr/><w:rt>{r('đọc')}</w:rt><w:rubyBase>{WORDS}</w:rubyBase></w:ruby></w:r></w:p>",
        f"<w:p><w:smartTag><w:smartTagPr/>{WORDS}</w:smartTag></w:p>",
        f"<w:p><w:moveTo>{WORDS}</w:moveTo><w:moveFrom>{WORDS}</w:moveFrom></w:p>",
        f"<w:p><w:commentRangeStart w:id='0'/>{WORDS}<w:commentRangeEnd w:id='0'/>"
        "<w:r><w:commentReference w:id='0'/></w:r></w:p>",
        f"<w:p><w:hyperlink>{WORDS}</w:hyperlink></w:p>",
        f"<w:customXml><w:p>{WORDS}</w:p></w:customXml>",
    ],
)
def test_words_are_read_wherever_they_stand(body: str) -> None:
    assert texts(see(body)) == ["chữ"]


def test_what_cannot_be_read_is_told_once() -> None:
    office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    ole = f"<w:p><w:r><w:object><o:OLEObject {office}/></w:object></w:r></w:p>"
    chart = '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    body = (
        p("chữ")
        + ole * 2
        + '<w:altChunk r:id="x"/>'
        + f"<w:p><w:r><w:drawing><wp:inline>{chart}</wp:inline></w:drawing></w:r></w:p>"
    )
    assert see(body).unread == (
        "nội dung chèn từ tệp khác (altChunk)",
        "đối tượng nhúng (OLE)",
        "biểu đồ",
    )
    assert see(p("chữ")).unread == ()


def test_a_scan_has_no_words() -> None:
    picture = "<w:p><w:r><w:drawing><wp:inline><a:blip/></wp:inline></w:drawing></w:r></w:p>"
    assert see(picture).unread == ("văn bản là ảnh chụp, không có chữ",)
    assert see(picture + p("chữ")).unread == ()


def test_macros_are_told() -> None:
    files = {"word/document.xml": wrap_part("document", f"<w:body>{p('chữ')}</w:body>")}
    assert observe(zipped(files)).has_macros is False
    sheet = observe(zipped({**files, "word/vbaProject.bin": "x"}))
    assert (sheet.has_macros, texts(sheet)) == (True, ["chữ"])
