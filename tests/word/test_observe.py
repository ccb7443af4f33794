"""The whole sheet: reading order, tables, sections, headers, notes, what is refused."""

import pytest
from raw_docx import (
    BLACK,
    STYLES,
    cell,
    p,
    r,
    row,
    section,
    see,
    style,
    table,
    texts,
    zipped,
)

from vanban.model.errors import SourceError
from vanban.word.observe import observe

TEXT_WIDTH_MM = (11906 - 1134 - 1701) / 1440 * 25.4


def test_reading_order_and_cells() -> None:
    inner = table(row(cell(p("trong"))), grid="500")
    body = (
        p("trước")
        + table(
            row(cell(p("a"), '<w:gridSpan w:val="2"/>'), cell(p("b"), '<w:tcW w:w="567" w:type="dxa"/>')),
            row(cell(inner + p("c")), cell(p("d")), properties='<w:gridBefore w:val="1"/>'),
            grid="567 1134 1701",
        )
        + table(row(cell(p("e"))))
        + p("sau")
    )
    sheet = see(body)
    assert texts(sheet) == ["trước", "a", "b", "trong", "c", "d", "e", "sau"]
    places = [(x.cell.table, x.cell.row, x.cell.column) if x.cell else None for x in sheet.paragraphs]
    assert places == [None, (0, 0, 0), (0, 0, 2), (1, 0, 0), (0, 1, 1), (0, 1, 2), (2, 0, 0), None]
    widths = [x.cell.width_mm and round(x.cell.width_mm) for x in sheet.paragraphs if x.cell]
    assert widths == [30, 10, 9, 20, 30, None]
    assert [x.number for x in sheet.paragraphs] == list(range(1, 9))


def test_margins_of_cells() -> None:
    wide = '<w:left w:w="567" w:type="dxa"/>'
    styles = STYLES + style(
        "Bang", "Bảng", '<w:tblPr><w:tblCellMar><w:right w:w="0"/></w:tblCellMar></w:tblPr>', kind="table"
    )
    body = table(
        row(cell(p("a")), cell(p("b"), f"<w:tcMar>{wide}</w:tcMar>")),
        properties='<w:tblStyle w:val="Bang"/>',
        grid="2000 2000",
    ) + table(row(cell(p("c"))), properties=f"<w:tblCellMar>{wide}</w:tblCellMar>")
    margins = [
        (x.cell.margin_left_mm, x.cell.margin_right_mm) for x in see(body, styles=styles).paragraphs if x.cell
    ]
    assert margins == [pytest.approx(pair, abs=0.01) for pair in ((1.905, 0), (10.0, 0), (10.0, 1.905))]


def test_deleted_rows_are_gone_and_wrapped_ones_are_there() -> None:
    gone = row(cell(p("bỏ")), properties="<w:del/>")
    kept = f"<w:sdt><w:sdtContent>{row(cell(p('còn')))}</w:sdtContent></w:sdt>"
    assert texts(see(table(gone, kept))) == ["còn"]


def test_page_and_margins() -> None:
    facts = see(p("chữ")).sections[0]
    assert (facts.width_mm, facts.height_mm) == pytest.approx((210, 297), abs=0.1)
    assert (facts.top_mm, facts.left_mm, facts.right_mm) == pytest.approx((20, 30, 20), abs=0.01)
    assert (facts.landscape, facts.title_page, facts.page_start) == (False, False, None)


def test_gutter_landscape_title_page_and_first_number() -> None:
    facts = see(
        p("chữ"),
        section=section(
            '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            '<w:pgMar w:top="-1134" w:left="1134" w:gutter="567"/>'
            '<w:titlePg/><w:pgNumType w:start="3"/>'
        ),
    ).sections[0]
    assert (facts.landscape, facts.title_page, facts.page_start) == (True, True, 3)
    assert (facts.left_mm, facts.top_mm) == pytest.approx((30, 20), abs=0.01)


def test_paragraphs_know_their_section_and_its_width() -> None:
    narrow = section('<w:pgSz w:w="5670" w:h="5670"/><w:pgMar w:left="567" w:right="567"/>')
    sheet = see(p("", BLACK) + p("cuối", narrow) + p("", BLACK))
    assert [x.section for x in sheet.paragraphs] == [0, 0, 1]
    assert len(sheet.sections) == 2
    assert [round(line.length_mm) for line in sheet.rule_lines] == [80, round(TEXT_WIDTH_MM)]


def test_headers_of_sections() -> None:
    refs = (
        '<w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
    )
    footer = '<w:footerReference w:type="default" r:id="footer1"/>'
    field = f'<w:p><w:fldSimple w:instr="PAGE">{r("2")}</w:fldSimple></w:p>'
    sheet = see(
        p("một", section(refs)) + p("hai"),
        section=section("<w:titlePg/>" + footer),
        header1=field + p(),
        header2=p("trang đầu"),
        footer1=p("chân"),
    )
    assert [(x.zone, x.text) for x in sheet.paragraphs[2:]] == [
        ("dau_trang", "2"),
        ("dau_trang", ""),
        ("dau_trang", "trang đầu"),
        ("chan_trang", "chân"),
    ]
    before, after = sheet.sections
    assert (before.default_header, before.first_header) == ((3, 4), ())  # no title page: nobody sees it
    assert (after.default_header, after.first_header) == ((3, 4), (5,))
    assert sheet.paragraphs[2].fields == ("PAGE",)


@pytest.mark.parametrize(("settings", "seen"), [("", []), ("<w:evenAndOddHeaders/>", ["chẵn"])])
def test_even_headers_only_where_they_show(settings: str, seen: list[str]) -> None:
    even = section('<w:headerReference w:type="even" r:id="header1"/>')
    assert texts(see(p("a"), section=even, header1=p("chẵn"), settings=settings))[1:] == seen


def test_footnotes_in_the_order_of_their_marks() -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{p("---")}</w:footnote>'
        f'<w:footnote w:id="1">{p("một")}</w:footnote>'
        f'<w:footnote w:id="2">{p("hai")}</w:footnote><w:footnote w:id="3">{p("không ai gọi")}</w:footnote>'
    )
    marks = "".join(f'<w:r><w:footnoteReference w:id="{i}"/></w:r>' for i in (2, 1))
    body = f"<w:p>{r('a')}{marks}</w:p>"
    sheet = see(body, footnotes=notes)
    assert sheet.paragraphs[0].notes == (2, 1)
    assert [(x.zone, x.text) for x in sheet.paragraphs[1:]] == [("chu_thich", "hai"), ("chu_thich", "một")]


def test_endnotes_are_notes_too() -> None:
    sheet = see(
        '<w:p><w:r><w:endnoteReference w:id="1"/></w:r></w:p>',
        endnotes=f'<w:endnote w:id="1">{p("cuối")}</w:endnote>',
    )
    assert (sheet.paragraphs[1].zone, sheet.paragraphs[1].text) == ("chu_thich", "cuối")


def test_language_and_body_by_style_name() -> None:
    footer = section('<w:footerReference r:id="footer1"/>')
    con = style("Con", "VB Con")
    sheet = see(
        p("a", '<w:pStyle w:val="Con"/>') + p("b"), styles=STYLES + con, section=footer, footer1=p("c")
    )
    assert sheet.language == "vi-VN"
    assert {name: [x.text for x in found] for name, found in sheet.by_style.items()} == {
        "VB Con": ["a"],
        "Normal": ["b"],
    }


def test_empty_paragraphs_count() -> None:
    sheet = see(p() + p("hai") + p())
    assert [x.number for x in sheet.paragraphs] == [1, 2, 3]
    assert sheet.paragraphs[0].spans == ()


def test_the_strict_form_of_the_standard() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="{strict}"><w:body><w:p>'
            '<w:pPr><w:jc w:val="end"/></w:pPr>'
            '<w:r><w:rPr><w:sz w:val="13pt"/></w:rPr><w:t>chữ</w:t></w:r></w:p></w:body></w:document>'
        }
    )
    seen = observe(data).paragraphs[0]
    assert (seen.align, seen.spans[0].size_pt, seen.spans[0].text) == ("right", 13, "chữ")


def test_a_part_without_a_body_is_refused() -> None:
    with pytest.raises(SourceError, match="thân văn bản"):
        observe(zipped({"word/document.xml": "<a/>"}), "x.docx")
