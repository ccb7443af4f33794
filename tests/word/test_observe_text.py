"""What is read of the text of a paragraph, and its fields."""

import unicodedata
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_docx import first, p, r, see, texts


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (r("một") + r(" hai"), "một hai"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t> a </w:t></w:r>" + r("b"), "ab"),
        (r("thấy") + r("giấu", "<w:vanish/>"), "thấy"),
        (f"<w:ins>{r('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "thêm"),
        (f"<w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>", "mới"),
        (f'<w:hyperlink r:id="rId9">{r("liên kết")}</w:hyperlink>', "liên kết"),
        (f"<w:smartTag>{r('thẻ')}</w:smartTag>", "thẻ"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('ô')}</w:sdtContent></w:sdt>", "ô"),
        (
            f"<mc:AlternateContent><mc:Choice>{r('1')}</mc:Choice><mc:Fallback>{r('2')}</mc:Fallback>"
            "</mc:AlternateContent>",
            "1",
        ),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    ],
)
def test_text(inner: str, expected: str) -> None:
    assert first(f"<w:p>{inner}</w:p>").text == expected


def test_runs_of_one_look_are_one_span_and_loose_marks_join_their_letter() -> None:
    spans = first(f"<w:p>{r('a')}{r(chr(0x301))}{r('b', '<w:b/>')}</w:p>").spans
    assert [s.text for s in spans] == ["á", "b"]


XML_TEXT = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    min_size=1,
)


@given(st.lists(XML_TEXT, min_size=1, max_size=4))
def test_any_text_comes_back_whole(parts: list[str]) -> None:
    body = "<w:p>" + "".join(r(escape(part)) for part in parts) + "</w:p>"
    assert first(body).text == unicodedata.normalize("NFC", "".join(parts))


def test_deleted_paragraph_marks_join_paragraphs() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = p("một ", gone) + p("hai", '<w:jc w:val="center"/>') + p("", gone) + p("ba")
    sheet = see(body)
    assert texts(sheet) == ["một hai", "ba"]
    assert sheet.paragraphs[0].align == "center"


BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("inner", "text", "fields"),
    [
        (f'<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">{r("2")}</w:fldSimple>', "2", ("PAGE",)),
        (BEGIN + code(" PAGE ") + SEPARATE + r("2") + END, "2", ("PAGE",)),
        (BEGIN + code("PA") + code("GE") + END + r("sau"), "sau", ("PAGE",)),
        (
            BEGIN + code("IF ") + BEGIN + code("PAGE") + SEPARATE + r("7") + END + SEPARATE + r("có") + END,
            "có",
            ("PAGE", "IF"),
        ),
        (BEGIN + code("TOC") + r("mã"), "", ("TOC",)),
        (END + SEPARATE + r("lẻ"), "lẻ", ()),
    ],
)
def test_fields(inner: str, text: str, fields: tuple[str, ...]) -> None:
    seen = first(f"<w:p>{inner}</w:p>")
    assert (seen.text, seen.fields) == (text, fields)


def test_a_field_may_run_over_paragraphs_and_a_broken_one_swallows_nothing() -> None:
    over = f"<w:p>{BEGIN}{code('TOC')}{SEPARATE}{r('một')}</w:p><w:p>{r('hai')}{END}</w:p>{p('ba')}"
    assert texts(see(over)) == ["một", "hai", "ba"]
    assert texts(see(f"<w:p>{BEGIN}{code('PAGE')}</w:p>{p('sau')}")) == ["", "sau"]
