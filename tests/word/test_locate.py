"""Whether the XML behind paragraphs, characters and sections is found."""

import unicodedata
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st
from raw_docx import SECTION, cell, docx, p, r, row, table

from vanban.word.locate import Located, observe_located
from vanban.word.observe import observe

BOX = (
    "<w:p><w:r><w:t>neo</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{p('trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
NOTE = '<w:footnote w:id="2">' + p("chú thích") + "</w:footnote>"
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def behind(located: Located, number: int) -> list[tuple[str, list[str]]]:
    """Each letter of a paragraph with the raw characters behind it."""
    home = located.home(number)
    assert home is not None
    found = []
    for letter in home.letters():
        raws = []
        for bit in letter.bits:
            start, end = bit.raw
            raws.append((bit.piece.element.text or bit.piece.shown)[start:end])
        found.append((letter.text, raws))
    return found


def test_the_sheet_is_the_same_as_without_locating() -> None:
    data = docx(p("một") + table(row(cell(p("hai")), cell(p("ba")))) + BOX)
    assert observe_located(data).sheet == observe(data)


def test_each_paragraph_knows_its_part() -> None:
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>')
    body = f"<w:p>{r('thân')}{CALL}</w:p>" + BOX
    located = observe_located(docx(body, section=section, header1=p("đầu trang"), footnotes=NOTE))
    homes = [(part.part, p.text) for part, p in zip(located.homes, located.sheet.paragraphs, strict=True)]
    assert homes == [
        ("word/document.xml", "thân"),
        ("word/document.xml", "neo"),
        ("word/document.xml", "trong khung"),
        ("word/header1.xml", "đầu trang"),
        ("word/footnotes.xml", "chú thích"),
    ]


def test_paragraphs_joined_by_a_deleted_mark_have_several_elements() -> None:
    located = observe_located(docx(p("một ", "<w:rPr><w:del/></w:rPr>") + p("hai")))
    assert [len(home.elements) for home in located.homes] == [2]


def test_no_home_for_a_paragraph_that_is_not_there() -> None:
    located = observe_located(docx(p("một")))
    assert located.home(0) is None
    assert located.home(2) is None


def test_signs_and_hidden_spaces() -> None:
    body = "<w:p><w:r><w:t>  a b </w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/></w:r></w:p>"
    assert behind(observe_located(docx(body)), 1) == [
        ("a", ["a"]),
        (" ", [" "]),
        ("b", ["b"]),
        ("\t", ["\t"]),
        ("c", ["c"]),
        ("-", ["-"]),
    ]


def test_a_letter_composed_over_two_runs_has_bits_in_both() -> None:
    located = observe_located(docx(f"<w:p>{r('xe')}{r(chr(0x302) + chr(0x323) + 'n')}</w:p>"))
    assert behind(located, 1) == [("x", ["x"]), ("ệ", ["e", "\u0302", "\u0323"]), ("n", ["n"])]
    bits = located.homes[0].letters()[1].bits
    assert bits[0].piece.element is not bits[1].piece.element


def test_sections_in_order() -> None:
    inner = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    located = observe_located(docx(p("một", inner) + p("hai")))
    assert len(located.sections()) == len(located.sheet.sections) == 2


LOOSE = st.text(
    alphabet="aeo ươđ\u0301\u0302\u0323\u031b각\u1100\u1161\u11a8\u0958x", min_size=1, max_size=12
)


@given(st.lists(st.tuples(LOOSE, st.booleans()), min_size=1, max_size=5))
def test_letters_say_the_text_and_bits_say_the_source(parts: list[tuple[str, bool]]) -> None:
    body = "".join(r(escape(text), "<w:b/>" if bold else "") for text, bold in parts)
    located = observe_located(docx(f"<w:p>{body}</w:p>"))
    letters = behind(located, 1)
    assert "".join(text for text, _ in letters) == located.sheet.paragraphs[0].text
    assert "".join(raw for _, raws in letters for raw in raws) == "".join(text for text, _ in parts)
    assert all(unicodedata.normalize("NFC", "".join(raws)) == text for text, raws in letters)
