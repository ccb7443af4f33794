"""Whether mends change what they name and nothing else."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from raw_docx import SECTION, STYLES, docx, p, r, texts

from vanban.model.errors import SourceError
from vanban.model.mend import LookMend, Mend, PageMend, ParagraphMend, TextMend
from vanban.model.sheet import Paragraph, Span
from vanban.shipped import templates_folder
from vanban.word.mend import Mended, mended
from vanban.word.observe import observe


def mend(body: str, *mends: Mend, **parts: str) -> Mended:
    return mended(docx(body, **parts), mends, where="thử.docx")


def text_after(body: str, tu: int, den: int, moi: str) -> str:
    result = mend(body, TextMend(doan=1, tu=tu, den=den, moi=moi))
    assert result.skipped == []
    return observe(result.data).paragraphs[0].text


def xml(data: bytes, part: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


TABBED = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"
BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("body", "place", "new", "expected"),
    [
        (p("Số: 5/KH"), (4, 5), "05", "Số: 05/KH"),
        (p("một hai"), (3, 3), ",", "một, hai"),
        (p("một"), (0, 0), "  ", "  một"),
        (p("một"), (3, 3), " ", "một "),
        (p("một"), (0, 3), "", ""),
        (p(""), (0, 0), "chữ", "chữ"),
        (p("a &amp; b"), (2, 3), "<>&", "a <>& b"),
        (TABBED, (1, 2), " ", "a b"),
        (TABBED, (0, 3), "x\ty\nz", "x\ty\nz"),
        (TABBED, (2, 2), "x", "a\txb"),
        (f"<w:p>{r('xe')}{r(chr(0x301))}</w:p>", (1, 2), "o", "xo"),
        (p("q\u0323"), (1, 2), "", "q"),
        ("<w:p><w:r><w:t>  a b  </w:t></w:r></w:p>", (1, 2), "-", "a-b"),
        ("<w:p><w:r><w:t>  a b  </w:t></w:r></w:p>", (2, 3), "", "a "),
        (f"<w:p><w:ins>{r('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>",
         (3, 4), "n", "thên"),
        (f"<w:p>{r('a')}{r('giấu', '<w:vanish/>')}{r('b')}</w:p>", (0, 2), "x", "x"),
    ],
)  # fmt: skip
def test_text(body: str, place: tuple[int, int], new: str, expected: str) -> None:
    assert text_after(body, *place, new) == expected


def test_hidden_and_deleted_words_stay_in_the_file() -> None:
    unseen = r("giấu", "<w:vanish/>") + "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
    body = f"<w:p>{r('a')}{unseen}{r('b')}</w:p>"
    after = xml(mend(body, TextMend(doan=1, tu=0, den=2, moi="")).data)
    assert "giấu" in after
    assert "bỏ" in after


def test_the_only_bytes_that_change_are_those_of_the_text() -> None:
    body = "<w:p w:rsidR='1'><!-- x --><w:r ><w:t  >Số: 5</w:t></w:r></w:p>" + p("còn lại")
    before = docx(body)
    result = mended(before, [TextMend(doan=1, tu=4, den=5, moi="05")])
    assert xml(result.data) == xml(before).replace("<w:t  >Số: 5</w:t>", "<w:t>Số: 05</w:t>")


def test_new_words_take_the_look_of_those_they_replace() -> None:
    body = f"<w:p>{r('thường ')}{r('đậm', BOLD)}{r(' thường')}</w:p>"
    result = mend(body, TextMend(doan=1, tu=7, den=12, moi="MỚI"), TextMend(doan=1, tu=7, den=7, moi="x"))
    assert [(s.text, s.bold) for s in observe(result.data).paragraphs[0].spans] == [
        ("thường x", False),
        ("MỚI", True),
        ("hường", False),
    ]


def test_what_comes_before_the_first_word_joins_it() -> None:
    result = mend(TABBED, TextMend(doan=1, tu=0, den=1, moi="b"), TextMend(doan=1, tu=0, den=0, moi="a"))
    assert first_text(result) == "ab\tb"


def first_text(result: Mended) -> str:
    return observe(result.data).paragraphs[0].text


def test_of_two_mends_at_one_place_the_first_is_done() -> None:
    one, two = TextMend(doan=1, tu=0, den=3, moi="1"), TextMend(doan=1, tu=2, den=5, moi="2")
    result = mend(p("một hai"), one, two)
    assert result.done == [one]
    assert result.skipped == [(two, "trùng chỗ với một cách sửa khác đã làm")]
    assert first_text(result) == "1 hai"


@pytest.mark.parametrize(
    ("impossible", "reason"),
    [
        (TextMend(doan=9, tu=0, den=0, moi="x"), "không có đoạn"),
        (TextMend(doan=1, tu=2, den=1, moi="x"), "nằm ngoài"),
        (TextMend(doan=1, tu=0, den=4, moi="x"), "nằm ngoài"),
        (LookMend(doan=1, tu=1, den=1, dam=True), "nằm ngoài"),
        (LookMend(doan=1, tu=-1, den=1, dam=True), "nằm ngoài"),
        (ParagraphMend(doan=0, canh="left"), "không có đoạn"),
        (PageMend(phan_trang=1, le_trai_mm=30), "không có phần trang"),
    ],
)
def test_what_cannot_be_done_is_said_and_the_file_stays(impossible: Mend, reason: str) -> None:
    data = docx(p("một"))
    result = mended(data, [impossible])
    assert result.data == data
    assert [m for m, why in result.skipped if reason in why] == [impossible]


def test_formulas_are_left_alone() -> None:
    formula = "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
    result = mend(formula, TextMend(doan=1, tu=0, den=1, moi="y"), LookMend(doan=1, tu=0, den=1, dam=True))
    assert [why for _, why in result.skipped] == ["chỗ cần sửa nằm trong công thức"] * 2


def look(body: str, **values: object) -> list[Span]:
    result = mend(body, LookMend(doan=1, tu=2, den=4, **values))
    assert result.skipped == []
    return list(observe(result.data).paragraphs[0].spans)


def test_a_look_changes_its_characters_alone() -> None:
    spans = look(p("abcdef"), dam=True, nghieng=True, co_chu_pt=13.5, phong="Arial")
    assert [s.text for s in spans] == ["ab", "cd", "ef"]
    assert spans[0] == replace(spans[2], text="ab")
    changed = {"bold": True, "italic": True, "size_pt": 13.5, "font": "Arial"}
    assert spans[1] == replace(spans[0], text="cd", **changed)


def test_switches_go_off_whatever_the_style_says() -> None:
    styles = STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:b/><w:i/></w:rPr>')
    result = mend(p("abcdef"), LookMend(doan=1, tu=0, den=6, dam=False, nghieng=False), styles=styles)
    span = observe(result.data).paragraphs[0].spans[0]
    assert (span.text, span.bold, span.italic) == ("abcdef", False, False)


def test_theme_fonts_and_theme_colours_give_way() -> None:
    run = (
        '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:cstheme="minorBidi"/>'
        '<w:color w:val="4472C4" w:themeColor="accent1" w:themeShade="BF"/><w:lang w:val="vi-VN"/>'
    )
    result = mend(p("abcdef", run=run), LookMend(doan=1, tu=0, den=6, phong="Times New Roman", mau_den=True))
    slots = "".join(f' w:{slot}="Times New Roman"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    assert f'<w:rPr><w:rFonts{slots}/><w:color w:val="auto"/><w:lang' in xml(result.data)


def test_properties_come_in_the_order_of_the_schema() -> None:
    run = '<w:rStyle w:val="x"/><w:caps/><w:u w:val="single"/>'
    wanted = LookMend(doan=1, tu=0, den=1, co_chu_pt=14, dam=True, nghieng=False, mau_den=True, phong="A")
    after = xml(mend(p("a", run=run), wanted).data)
    inside = after.split("<w:rPr>")[1].split("</w:rPr>")[0]
    assert re.findall(r"<w:(\w+)", inside) == [
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "color",
        "sz",
        "szCs",
        "u",
    ]


def test_a_footnote_mark_beside_mended_words_keeps_its_look() -> None:
    body = '<w:p><w:r><w:t>ab</w:t><w:footnoteReference w:id="2"/><w:t>cd</w:t></w:r></w:p>'
    after = xml(mend(body, LookMend(doan=1, tu=0, den=2, dam=True)).data)
    assert '</w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>cd</w:t></w:r>' in after


def test_two_looks_that_contradict_each_other() -> None:
    one, two = LookMend(doan=1, tu=0, den=3, dam=True), LookMend(doan=1, tu=2, den=4, dam=False)
    three = LookMend(doan=1, tu=2, den=4, nghieng=True)
    result = mend(p("abcdef"), one, two, three)
    assert result.done == [one, three]
    spans = observe(result.data).paragraphs[0].spans
    assert [(s.text, s.bold, s.italic) for s in spans] == [
        ("ab", True, False),
        ("c", True, True),
        ("d", False, True),
        ("ef", False, False),
    ]


def paragraph(properties: str, **values: object) -> tuple[Paragraph, str]:
    result = mend(p("a", properties), ParagraphMend(doan=1, **values))
    return observe(result.data).paragraphs[0], xml(result.data)


def test_indent_of_the_first_line() -> None:
    ind = '<w:ind w:left="100" w:hanging="300" w:firstLineChars="200"/>'
    after, source = paragraph(ind, thut_dau_dong_mm=10)
    assert after.first_line_mm == pytest.approx(10, abs=0.02)
    assert '<w:ind w:left="100" w:firstLine="567"/>' in source


def test_space_before_and_line() -> None:
    spacing = (
        '<w:spacing w:before="1" w:beforeAutospacing="1" w:beforeLines="50" w:line="300" w:lineRule="exact"/>'
    )
    after, source = paragraph(spacing, cach_truoc_pt=6, gian_dong=1.5)
    assert (after.before_pt, after.line, after.line_rule) == (6, 1.5, "auto")
    assert '<w:spacing w:before="120" w:beforeAutospacing="0" w:line="360" w:lineRule="auto"/>' in source


def test_paragraph_properties_come_in_the_order_of_the_schema() -> None:
    _, source = paragraph(
        "<w:keepNext/><w:rPr><w:b/></w:rPr>", cach_truoc_pt=6, thut_dau_dong_mm=-5, canh="both"
    )
    inner = '<w:spacing w:before="120"/><w:ind w:hanging="283"/><w:jc w:val="both"/>'
    assert f"<w:pPr><w:keepNext/>{inner}<w:rPr><w:b/></w:rPr></w:pPr>" in source


def test_the_last_mark_of_joined_paragraphs_is_set() -> None:
    body = p("một ", "<w:rPr><w:del/></w:rPr>") + p("hai")
    after = observe(mend(body, ParagraphMend(doan=1, canh="center")).data).paragraphs
    assert [(a.text, a.align) for a in after] == [("một hai", "center")]


@pytest.mark.parametrize("gutter", ["", ' w:gutter="283"', ' w:gutter="3000"'])
def test_margins(gutter: str) -> None:
    section = SECTION.replace('w:left="1701"', f'w:left="1701"{gutter}')
    mends = [
        PageMend(phan_trang=0, le_trai_mm=35, le_tren_mm=25),
        PageMend(phan_trang=0, le_phai_mm=15, le_duoi_mm=22),
    ]
    facts = observe(mended(docx(p("a"), section=section), mends).data).sections[0]
    sides = (facts.top_mm, facts.bottom_mm, facts.left_mm, facts.right_mm)
    assert sides == pytest.approx((25, 22, 35, 15), abs=0.02)


@pytest.mark.parametrize("section", ["", "<w:sectPr><w:titlePg/></w:sectPr>"])
def test_margins_where_none_are_declared(section: str) -> None:
    data = docx(p("a"), section=section)
    facts = observe(mended(data, [PageMend(phan_trang=0, le_trai_mm=30)]).data).sections[0]
    expected = replace(observe(data).sections[0], left_mm=facts.left_mm)
    assert facts == expected
    assert facts.left_mm == pytest.approx(30, abs=0.02)


def test_mends_in_headers_and_footnotes() -> None:
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>')
    body = f'<w:p>{r("thân")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{p("ghi chú")}</w:footnote>'
    data = docx(body, section=section, header1=p("đầu"), footnotes=notes)
    mends = [TextMend(doan=2, tu=0, den=3, moi="ĐẦU"), TextMend(doan=3, tu=0, den=3, moi="GHI")]
    after = mended(data, mends)
    assert texts(observe(after.data)) == ["thân", "ĐẦU", "GHI chú"]
    assert xml(after.data) == xml(data)


def test_no_mend_no_change() -> None:
    data = docx(p("a"))
    assert mended(data, []).data == data


def test_the_same_mends_give_the_same_bytes() -> None:
    wanted = [TextMend(doan=1, tu=0, den=1, moi="x"), LookMend(doan=1, tu=0, den=2, dam=True)]
    assert mended(docx(p("abc")), wanted).data == mended(docx(p("abc")), wanted).data


def signed(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    return buffer.getvalue()


def strict(data: bytes) -> bytes:
    buffer = io.BytesIO()
    usual, other = (
        "schemas.openxmlformats.org/wordprocessingml/2006/main",
        "purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual.encode(), other.encode()))
    return buffer.getvalue()


GUARDED = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (docx(p("a"), settings=GUARDED), "hạn chế chỉnh sửa"),
        (signed(docx(p("a"))), "đã ký số"),
        (strict(docx(p("a"))), "Strict Open XML"),
    ],
)
def test_files_that_must_not_be_changed(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        mended(data, [], where="thử.docx")


def test_a_protection_that_is_switched_off_is_none() -> None:
    data = docx(p("a"), settings=GUARDED.replace('"1"', '"0"'))
    assert first_text(mended(data, [TextMend(doan=1, tu=0, den=1, moi="b")])) == "b"


def test_a_mended_paper_is_a_valid_word_file_and_its_other_parts_are_untouched(tmp_path: Path) -> None:
    data = (templates_folder() / "bao-cao.docx").read_bytes()
    mends: list[Mend] = [PageMend(phan_trang=0, le_trai_mm=31)]
    for paragraph in observe(data).paragraphs:
        length, number = len(paragraph.text), paragraph.number
        mends.append(
            ParagraphMend(doan=number, canh="both", thut_dau_dong_mm=10, cach_truoc_pt=6, gian_dong=1)
        )
        mends.append(TextMend(doan=number, tu=length // 2, den=length // 2, moi="x\ty"))
        if length > 2:
            wanted = {"co_chu_pt": 13.5, "dam": True, "nghieng": False, "phong": "Arial", "mau_den": True}
            mends.append(LookMend(doan=number, tu=1, den=length - 1, **wanted))
    result = mended(data, mends)
    assert result.skipped == []
    path = tmp_path / "sửa.docx"
    path.write_bytes(result.data)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, result.data))
    assert new.namelist() == old.namelist()
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "word/header1.xml", "word/header2.xml"}
