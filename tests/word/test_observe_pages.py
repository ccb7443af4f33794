"""On which page a paragraph begins, and whether a break put it there."""

from raw_docx import cell, docx, p, r, row, section, see, table

from vanban.model.sheet import Sheet
from vanban.word.observe import observe

SEEN = "<w:r><w:lastRenderedPageBreak/></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def pages(body: str) -> list[int | None]:
    return [paragraph.page for paragraph in see(body).paragraphs]


def forced(sheet: Sheet) -> list[int]:
    return [paragraph.number for paragraph in sheet.paragraphs if paragraph.page_break_before]


def para(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def test_a_paragraph_begins_where_its_first_words_stand() -> None:
    assert pages(p("một") + para(SEEN, r("hai")) + para(r("hai"), SEEN, r("ba")) + p("ba")) == [1, 2, 2, 3]


def test_a_break_and_words_note_of_it_are_one() -> None:
    after = para(SEEN, r("hai"))
    assert pages(p("một") + para(BREAK) + after + p("hai")) == [1, 1, 2, 2]
    assert pages(p("một") + para(BREAK, SEEN, r("hai"))) == [1, 2]
    assert pages(p("một") + para(r("một"), BREAK) + after) == [1, 1, 2]
    assert pages(p("một") + para(SEEN, r("hai"), properties="<w:pageBreakBefore/>")) == [1, 2]
    assert pages(p("một") + para(BREAK) + para(BREAK) + para(SEEN, r("ba"))) == [1, 1, 2, 3]


def test_breaks_that_people_set() -> None:
    assert forced(see(p("một") + para(BREAK) + p("hai") + p("hai"))) == [3]
    assert forced(see(p("một") + para(BREAK, r("hai")))) == [2]
    assert forced(see(p("một") + para(r("một"), BREAK) + p("hai"))) == [3]
    assert forced(see(p("một") + p("hai", "<w:pageBreakBefore/>"))) == [2]
    assert forced(see(p("một", "<w:pageBreakBefore/>") + p("hai"))) == [1]
    assert forced(see(p("một") + para(SEEN, r("hai")))) == []


def test_a_section_begins_a_page_unless_it_runs_on() -> None:
    ends = para(r("một"), properties=section(""))
    assert [q.page for q in see(ends + p("hai")).paragraphs] == [1, 2]
    assert forced(see(ends + p("hai"))) == [2]
    runs_on = docx(ends + p("hai"), section=section('<w:type w:val="continuous"/>'))
    assert [q.page for q in observe(runs_on).paragraphs] == [1, 1]


def test_a_break_in_a_cell_is_none() -> None:
    body = table(row(cell(para(BREAK, r("UBND")))), grid="2835") + p("sau")
    assert (pages(body), forced(see(body))) == ([1, 1], [])


def test_a_row_that_moves_on_takes_all_its_cells_along() -> None:
    moved = row(cell(para(SEEN, r("a"))), cell(p("b")))
    assert pages(p("một") + table(row(cell(p("x")), cell(p("y"))), moved, grid="10 10") + p("sau")) == [
        *(1, 1, 1, 2, 2, 2)
    ]


def test_after_a_row_that_a_page_cuts_nothing_is_known() -> None:
    cut = row(cell(para(r("a"), SEEN, r("a"))), cell(p("b")))
    assert pages(p("một") + table(cut, grid="10 10") + p("sau")) == [1, 1, None, None]


def test_without_notes_only_what_surely_fits_is_known() -> None:
    known = pages(p("chữ " * 40) * 20)
    assert known[:5] == [1] * 5
    assert known[-1] is None
    assert pages(p("a") * 5 + para(BREAK) + p("b") * 5)[-1] == 2


def test_a_lost_note_leaves_the_rest_unknown() -> None:
    body = p("một") + para(SEEN, r("hai")) + p("chữ " * 200) * 12 + para(SEEN, r("không rõ"))
    assert pages(body)[:4] == [1, 2, 2, 2]
    assert pages(body)[-1] is None


def test_headers_and_notes_stand_on_no_page() -> None:
    head = section('<w:headerReference r:id="header1"/>')
    sheet = observe(docx(p("một"), section=head, header1=p("đầu")))
    assert [paragraph.page for paragraph in sheet.paragraphs] == [1, None]
