"""Whether findings become Word comments at the very words, and nothing else changes."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from raw_docx import SECTION, cell, docx, p, r, row, table
from test_mend_any import documents

from vanban.model.errors import SourceError
from vanban.model.finding import Finding, Place, Severity
from vanban.office.soffice import convert_to_pdf
from vanban.shipped import templates_folder
from vanban.word.notes import commented
from vanban.word.observe import observe

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = date(2026, 3, 5)


def finding(
    doan: int | None, vi_tri: tuple[int, int] | None = None, trich: str = "", **more: object
) -> Finding:
    noi = Place(doan=doan)
    values: dict[str, object] = {"ma": "the-thuc.x", "muc": Severity.LOI, "loi_van": "Sai."} | more
    return Finding(noi=noi, vi_tri=vi_tri, trich=trich, **values)


def comment(data: bytes, *findings: Finding) -> bytes:
    return commented(data, findings, where="thử.docx", author="Kiểm tra thể thức", day=DAY)


def part(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def at(data: bytes) -> list[str]:
    """What each comment is put at, in the order of their ids."""
    found: dict[str, str] = {}
    open_ones: list[str] = []
    for element in etree.fromstring(part(data, "word/document.xml")).iter():
        number = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            open_ones.append(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_ones.remove(number)
        elif element.tag in (f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"):
            for each in open_ones:
                found[each] += element.text or ""
    assert open_ones == []
    return [found[number] for number in sorted(found, key=int)]


def said(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    root = etree.fromstring(part(data, "word/comments.xml"))
    return [["".join(p.itertext()) for p in each.iter(f"{W}p")] for each in root]


BOX = (
    f"<w:p>{r('neo')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{p('trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "fault", "expected"),
    [
        (p("một hai ba"), finding(1, (4, 7)), "hai"),
        (p("một hai ba"), finding(1, None, "hai  ba …"), "hai ba"),
        (p("Tổ chu\u031b\u0301c"), finding(1, None, "chức"), "chu\u031b\u0301c"),
        (p("một hai ba"), finding(1, None, "bốn"), "một hai ba"),
        (p("một hai ba"), finding(1), "một hai ba"),
        (p("một hai ba"), finding(1, (3, 3)), " "),
        (p("một"), finding(1, (3, 3)), "t"),
        (p("một"), finding(1, (2, 99)), "t"),
        (p(""), finding(1), ""),
        (p("một") + p("hai"), finding(None), "một"),
        (p("một") + p("hai"), finding(99), "một"),
        (f"<w:p>{r('một ha')}{r('i ba', '<w:b/>')}</w:p>", finding(1, (4, 7)), "hai"),
        (f"<w:p>{r('a ')}<w:hyperlink>{r('bc')}</w:hyperlink>{r(' d')}</w:p>", finding(1, (1, 3)), " b"),
        (f"<w:p>{r('a')}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", finding(1, (2, 3)), "x=1"),
        (table(row(cell(p("ô"))))+ p(""), finding(1), "ô"),
        (BOX, finding(2, (0, 5)), "neo"),
    ],
)  # fmt: skip
def test_at_the_very_words(body: str, fault: Finding, expected: str) -> None:
    data = docx(body)
    result = comment(data, fault)
    assert at(result) == [expected]
    assert observe(result) == observe(data)


def test_what_a_comment_says() -> None:
    words = {"loi_van": "Thiếu & sai", "cach_sua": "viết lại", "can_cu": "Phụ lục I, Mục II.1"}
    fault = finding(1, (0, 3), muc=Severity.CANH_BAO, **words)
    result = comment(docx(p("một hai")), fault)
    assert said(result) == [
        [
            "Cảnh báo: Thiếu & sai",
            "Cách sửa: viết lại",
            "Căn cứ: Phụ lục I, Mục II.1",
            "Mã quy tắc: the-thuc.x",
        ]
    ]
    note = etree.fromstring(part(result, "word/comments.xml"))[0]
    marks = {str(name).removeprefix(W): value for name, value in note.items()}
    assert marks == {
        "id": "0",
        "author": "Kiểm tra thể thức",
        "initials": "KTTT",
        "date": "2026-03-05T00:00:00Z",
    }


def test_comments_over_each_other_each_keep_their_words() -> None:
    places = [(0, 7), (4, 7), (4, 10), (4, 7), (0, 10)]
    result = comment(docx(p("một hai ba")), *(finding(1, place) for place in places))
    assert at(result) == ["một hai", "một hai ba", "hai", "hai", "hai ba"]


def test_faults_that_cannot_hold_a_comment_say_where_they_are() -> None:
    section = SECTION.replace(
        "<w:sectPr>",
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>',
    )
    body = p("một") + f'<w:p>{r("hai")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{p("ghi chú")}</w:footnote>'
    data = docx(body, section=section, header1=p("đầu"), footer1=p("chân"), footnotes=notes)
    result = comment(data, *(finding(number, (0, 2), "đ") for number in (3, 4, 5)), finding(None))
    assert at(result) == ["một", "một", "một", "hai"]
    assert [lines[1] for lines in said(result)] == [
        "Vị trí: đầu trang – “đ”",
        "Vị trí: chân trang – “đ”",
        "Vị trí: cả văn bản",
        "Vị trí: chú thích gắn với đoạn này – “đ”",
    ]


def test_old_comments_stay_and_ids_go_on() -> None:
    old = f'<w:comment w:id="7" w:author="Nguyễn Văn A">{p("cũ")}</w:comment>'
    marks = (
        '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r>'
    )
    data = docx(f"<w:p>{marks.format(r('một hai'))}</w:p>", comments=old)
    result = comment(data, finding(1, (4, 7)))
    assert at(result) == ["một hai", "hai"]
    assert [lines[0] for lines in said(result)] == ["cũ", "Lỗi: Sai."]
    assert part(data, "word/comments.xml").removesuffix(b"</w:comments>") in part(result, "word/comments.xml")
    assert part(result, "word/_rels/document.xml.rels") == part(data, "word/_rels/document.xml.rels")


def test_commenting_twice_adds_up() -> None:
    once = comment(docx(p("một hai")), finding(1, (0, 3)))
    assert at(comment(once, finding(1, (4, 7)))) == ["một", "hai"]


def test_nothing_found_nothing_written() -> None:
    data = docx(p("một"))
    assert comment(data) == data


def test_the_same_findings_give_the_same_bytes() -> None:
    data = docx(p("một hai"))
    assert comment(data, finding(1, (0, 3))) == comment(data, finding(1, (0, 3)))


def test_a_protection_that_allows_comments_allows_them() -> None:
    guard = '<w:documentProtection w:edit="{}" w:enforcement="1"/>'
    assert at(comment(docx(p("a"), settings=guard.format("trackedChanges")), finding(1))) == ["a"]
    with pytest.raises(SourceError, match="hạn chế chỉnh sửa"):
        comment(docx(p("a"), settings=guard.format("readOnly")), finding(1))


@given(st.data())
def test_any_places_in_any_document(data: st.DataObject) -> None:
    source = data.draw(documents("ae \u0301đ&<"))
    sheet = observe(source)
    faults, words = [], []
    for number in data.draw(st.lists(st.integers(1, len(sheet.paragraphs)), max_size=4)):
        text = sheet.paragraphs[number - 1].text
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        if start < end:
            faults.append(finding(number, (start, end)))
            words.append(text[start:end])
    result = comment(source, *faults)
    assert observe(result) == sheet
    if faults:
        ids = re.findall(rb'<w:comment w:id="(\d+)"', part(result, "word/comments.xml"))
        assert [int(each) for each in ids] == list(range(len(faults)))


@pytest.fixture(scope="module")
def commented_template() -> bytes:
    """A true Word file with a comment on each paragraph."""
    data = (templates_folder() / "bao-cao.docx").read_bytes()
    paragraphs = observe(data).paragraphs
    return comment(
        data, *(finding(p.number, (1, max(len(p.text) - 1, 1))) for p in paragraphs), finding(None)
    )


def test_the_result_is_a_valid_word_file(commented_template: bytes, tmp_path: Path) -> None:
    path = tmp_path / "có nhận xét.docx"
    path.write_bytes(commented_template)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.office
def test_libreoffice_opens_the_result(commented_template: bytes, tmp_path: Path) -> None:
    path = tmp_path / "nhan-xet.docx"
    path.write_bytes(commented_template)
    assert convert_to_pdf([path], tmp_path / "pdf", timeout_s=120)[0].stat().st_size > 1000
