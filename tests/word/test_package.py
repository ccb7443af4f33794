"""Opening a .docx from anyone: what is refused, and what people are told."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from raw_docx import docx, p, zipped

from vanban.model.errors import SourceError
from vanban.word import package as package_module
from vanban.word.package import open_package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "tệp rỗng"),
        (b"%PDF-1.7 ...", "là PDF"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"{\\rtf1 ...", "RTF"),
        (b"\xef\xbb\xbf<html><body>", "HTML"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        ("Kính gửi:".encode(), "không phải .docx"),
        (docx(p("một"))[:400], "cắt cụt"),
        (zipped({"xl/workbook.xml": "<a/>"}, main="xl/workbook.xml"), "Excel"),
        (zipped({"ppt/presentation.xml": "<a/>"}, main="ppt/presentation.xml"), ".pptx"),
        (zipped({"content.xml": "<a/>"}), "OpenDocument"),
        (zipped({"word/styles.xml": "<a/>"}), "word/document.xml"),
    ],
)
def test_what_is_no_docx_is_named(data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        open_package(data, "du-thao.docx")
    assert words in caught.value.what
    assert caught.value.where == "du-thao.docx"
    assert caught.value.next_step


def test_encrypted_entries_are_refused() -> None:
    data = bytearray(docx(p("một")))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    with pytest.raises(SourceError, match="mã hóa"):
        open_package(bytes(data), "")


def test_a_part_that_unpacks_to_far_more_is_refused() -> None:
    with pytest.raises(SourceError, match="zip bomb"):
        open_package(zipped({"word/document.xml": "<a/>", "word/media/a.bin": "0" * (6 * 2**20)}), "")


def test_limits_on_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MAX_TOTAL_BYTES", 100)
    with pytest.raises(SourceError, match="quá giới hạn"):
        open_package(docx(p("một")), "")
    monkeypatch.setattr(package_module, "MAX_ENTRIES", 1)
    with pytest.raises(SourceError, match="phần, quá 1"):
        open_package(docx(p("một")), "")


def test_a_part_that_lies_about_its_size_is_not_unpacked_further() -> None:
    data = bytearray(zipped({"word/document.xml": "<a>" + " " * 100_000 + "</a>"}))
    size = (100_007).to_bytes(4, "little")
    while size in data:
        at = data.index(size)
        data[at : at + 4] = (7).to_bytes(4, "little")
    with pytest.raises(SourceError, match="bị hỏng"):
        open_package(bytes(data), "").part("word/document.xml")


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ("<a><b></a>", r"không phải XML hợp lệ \(dòng 1\)"),
        ("", "không phải XML hợp lệ"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "DOCTYPE"),
        ("<a>&x;</a>", "không phải XML hợp lệ"),
        ("<a>" * 400 + "</a>" * 400, "không phải XML hợp lệ"),
    ],
    ids=["not closed", "empty", "entity from a file", "unknown entity", "too deep"],
)
def test_bad_xml_is_refused(xml: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        open_package(zipped({"word/document.xml": xml}), "").xml("word/document.xml")


def test_parts_are_found_whatever_their_case() -> None:
    package = open_package(zipped({"Word/Document.xml": "<a/>"}), "")
    assert package.main == "word/document.xml"
    assert package.part("word/DOCUMENT.xml") == b"<a/>"
    assert package.part("word/none.xml") is None
    assert package.xml("word/none.xml") is None
    assert "Word/Document.xml" in package.names


def test_relationships_are_followed() -> None:
    package = open_package(docx(p("một"), header1=p("h"), header2=p("g"), numbering=""), "")
    main = package.main
    assert package.related(main, "header") == ["word/header1.xml", "word/header2.xml"]
    assert package.related(main, "comments") == []
    assert package.target(main, "header2") == "word/header2.xml"
    assert package.target(main, "rId99") is None


def test_external_and_dangling_relationships_are_not_followed() -> None:
    arrows = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/attachedTemplate" Target="http://a.invalid/" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/header" Target="../../../../header9.xml"/>'
        '<Relationship Id="c" Type="x/header" Target="/word/h%20c.xml"/></Relationships>'
    )
    data = zipped(
        {"word/document.xml": "<a/>", "word/h c.xml": "<a/>", "word/_rels/document.xml.rels": arrows}
    )
    package = open_package(data, "")
    assert package.related("word/document.xml", "attachedTemplate") == []
    assert package.related("word/document.xml", "header") == ["word/h c.xml"]


def test_the_main_part_may_have_another_name() -> None:
    assert (
        open_package(zipped({"word/document2.xml": "<a/>"}, main="word/document2.xml"), "").main
        == "word/document2.xml"
    )


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=20))
def test_damage_is_a_source_error_or_no_harm(at: int, junk: bytes) -> None:
    data = bytearray(docx(p("một"), numbering=""))
    place = at % len(data)
    data[place : place + len(junk)] = junk
    try:
        package = open_package(bytes(data), "")
        for name in package.names:
            package.part(name)
    except SourceError:
        pass


def test_duplicate_entries_do_not_crash() -> None:
    buffer = io.BytesIO(docx(p("một")))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<a/>")
    assert open_package(buffer.getvalue(), "").part("word/document.xml") == b"<a/>"
