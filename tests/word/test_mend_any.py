"""Random small documents and random mends: the sheet changes exactly as they say."""

import unicodedata
from dataclasses import replace
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_docx import cell, docx, p, r, row, table

from vanban.model.mend import LookMend, Mend, ParagraphMend, TextMend
from vanban.model.sheet import Paragraph, Span
from vanban.word.mend import mended
from vanban.word.observe import observe

LETTERS = "aăệđ ,.;<&5"
LOOKS = (
    "",
    "<w:b/>",
    "<w:i/><w:sz w:val='26'/>",
    "<w:color w:val='FF0000'/>",
    "<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/>",
)
UNSEEN = (
    "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>",
    r("giấu", "<w:vanish/>"),
    '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "<!-- x -->",
)


def runs(alphabet: str) -> st.SearchStrategy[str]:
    words = st.text(alphabet=alphabet, max_size=5).map(escape)
    texts = st.one_of(
        words.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>'),
        words.map(lambda text: f"<w:t>{text}</w:t>"),
        st.sampled_from(["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", '<w:footnoteReference w:id="9"/>']),
    )
    run = st.builds(
        lambda look, parts: f"<w:r><w:rPr>{look}</w:rPr>{''.join(parts)}</w:r>",
        st.sampled_from(LOOKS),
        st.lists(texts, max_size=3),
    )
    wrapped = st.builds(
        lambda wrap, inner: wrap.format(inner),
        st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>"]),
        run,
    )
    return st.lists(st.one_of(wrapped, st.sampled_from(UNSEEN)), max_size=5).map("".join)


def documents(alphabet: str) -> st.SearchStrategy[bytes]:
    paragraphs = runs(alphabet).map(lambda inner: f"<w:p>{inner}</w:p>")
    return st.builds(
        lambda before, inside, last: docx("".join(before) + table(row(cell(inside))) + last),
        st.lists(paragraphs, min_size=1, max_size=3),
        paragraphs,
        paragraphs,
    )


@st.composite
def places(draw: st.DrawFn, paragraphs: tuple[Paragraph, ...]) -> tuple[int, int, int]:
    paragraph = draw(st.sampled_from(paragraphs))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(paragraph.text))] * 2)))
    return paragraph.number, start, end


def one_each(mends: list[Mend]) -> list[Mend]:
    """One mend of a text for each paragraph."""
    return list({mend.doan: mend for mend in mends}.values())


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@given(st.data())
def test_text_mends_replace_exactly_their_characters(data: st.DataObject) -> None:
    source = data.draw(documents(LETTERS + "e\u0302\u0323q\u0301"))
    before = observe(source).paragraphs
    new = st.text(alphabet="xơ -\t\n&<", max_size=4)
    wanted = [
        TextMend(doan=number, tu=start, den=end, moi=data.draw(new))
        for number, start, end in data.draw(st.lists(places(before), max_size=4))
    ]
    result = mended(source, one_each(wanted))
    assert result.skipped == []
    expected = {p.number: p.text for p in before}
    for mend in result.done:
        text = expected[mend.doan]
        expected[mend.doan] = text[: mend.tu] + mend.moi + text[mend.den :]
    after = observe(result.data).paragraphs
    assert {p.number: composed(p.text) for p in after} == {n: composed(t) for n, t in expected.items()}
    touched = {mend.doan for mend in result.done}
    assert [p for p in after if p.number not in touched] == [p for p in before if p.number not in touched]
    assert [bare(p) for p in after] == [bare(p) for p in before]


def bare(paragraph: Paragraph) -> Paragraph:
    """A paragraph without its words and without what is said of them."""
    return replace(paragraph, spans=(), loose_marks=False)


def letters(paragraph: Paragraph) -> list[Span]:
    """One span for each character."""
    return [replace(span, text=char) for span in paragraph.spans for char in span.text]


@given(st.data())
def test_several_text_mends_in_one_paragraph(data: st.DataObject) -> None:
    source = data.draw(documents(LETTERS))
    before = observe(source).paragraphs[0]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(before.text)), max_size=6, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    mends = [TextMend(doan=1, tu=a, den=b, moi=data.draw(st.sampled_from(["", "x", "yz"]))) for a, b in pairs]
    result = mended(source, data.draw(st.permutations(mends)))
    expected = letters(before)
    for mend in reversed(mends):
        look = expected[mend.tu]
        expected[mend.tu : mend.den] = [replace(look, text=char) for char in mend.moi]
    assert [replace(s, font="") for s in letters(observe(result.data).paragraphs[0])] == [
        replace(s, font="") for s in expected
    ]


@given(st.data())
def test_look_mends_change_exactly_their_characters(data: st.DataObject) -> None:
    source = data.draw(documents(LETTERS))
    before = observe(source).paragraphs
    values = st.fixed_dictionaries(
        {},
        optional={"co_chu_pt": st.sampled_from([13.0, 13.5]), "dam": st.booleans(), "nghieng": st.booleans(),
                  "phong": st.just("Times New Roman"), "mau_den": st.just(True)},
    )  # fmt: skip
    wanted = [
        LookMend(doan=number, tu=start, den=end, **data.draw(values))
        for number, start, end in data.draw(st.lists(places(before), max_size=4))
        if start < end
    ]
    result = mended(source, wanted)
    assert all(reason.startswith("trùng chỗ") for _, reason in result.skipped)
    expected = {p.number: letters(p) for p in before}
    for mend in result.done:
        assert isinstance(mend, LookMend)
        spans = expected[mend.doan]
        names = {"co_chu_pt": "size_pt", "dam": "bold", "nghieng": "italic", "phong": "font"}
        given = {mine: getattr(mend, name) for name, mine in names.items()}
        changes = {name: value for name, value in given.items() if value is not None}
        changes |= {"color": "auto"} if mend.mau_den else {}
        spans[mend.tu : mend.den] = [replace(span, **changes) for span in spans[mend.tu : mend.den]]
    after = observe(result.data).paragraphs
    assert {p.number: letters(p) for p in after} == expected
    assert [replace(p, spans=()) for p in after] == [replace(p, spans=()) for p in before]


@given(st.data())
def test_paragraph_mends_change_exactly_their_values(data: st.DataObject) -> None:
    properties = st.sampled_from(
        [
            "",
            '<w:spacing w:after="60"/>',
            '<w:ind w:hanging="200"/><w:jc w:val="end"/>',
            "<w:rPr><w:b/></w:rPr>",
        ]
    )
    source = docx("".join(p("chữ", each) for each in data.draw(st.lists(properties, min_size=1, max_size=3))))
    before = observe(source).paragraphs
    mend = ParagraphMend(
        doan=data.draw(st.integers(1, len(before))),
        canh=data.draw(st.sampled_from([None, "both", "left"])),
        thut_dau_dong_mm=data.draw(st.sampled_from([None, 10.0, 0.0, -5.0])),
        cach_truoc_pt=data.draw(st.sampled_from([None, 6.0, 0.0])),
        gian_dong=data.draw(st.sampled_from([None, 1.0, 1.5])),
    )
    result = mended(source, [mend])
    line = {} if mend.gian_dong is None else {"line": mend.gian_dong, "line_rule": "auto"}
    values = {"align": mend.canh, "first_line_mm": mend.thut_dau_dong_mm, "before_pt": mend.cach_truoc_pt}
    changes = line | {name: value for name, value in values.items() if value is not None}
    expected = [replace(p, **changes) if p.number == mend.doan else p for p in before]
    after = list(observe(result.data).paragraphs)
    assert [replace(p, first_line_mm=0) for p in after] == [replace(p, first_line_mm=0) for p in expected]
    assert [p.first_line_mm for p in after] == pytest.approx([p.first_line_mm for p in expected], abs=0.02)
