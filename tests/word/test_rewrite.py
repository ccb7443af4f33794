"""Whether a changed part, and a changed package, differ from the old one in what was changed alone."""

import io
import zipfile

import pytest
from lxml import etree

from vanban.model.errors import SourceError
from vanban.word.repack import repacked
from vanban.word.rewrite import Rewriter

SOURCE = (
    b"<?xml version='1.0' standalone='yes'?>\r\n<!-- head --><a:r  xmlns:a='urn:a' xmlns=\"urn:b\" a:z='>'>"
    b" <b  x = '1'>one &amp; <!-- <b> --> two</b ><c/><?pi <x> ?><d><![CDATA[<e>]]></d>\n</a:r><!-- tail -->"
)


def opened() -> tuple[Rewriter, etree._Element]:
    root = etree.fromstring(SOURCE, etree.XMLParser(remove_comments=True, remove_pis=True))
    return Rewriter(SOURCE, root), root


def test_nothing_changed() -> None:
    rewriter, root = opened()
    assert rewriter.written() == SOURCE
    rewriter.announce(root)
    assert rewriter.written() == SOURCE


def test_a_changed_text_changes_its_element_alone() -> None:
    rewriter, root = opened()
    rewriter.announce(root)
    root[2].text = "<new>"
    assert rewriter.written() == SOURCE.replace(b"<d><![CDATA[<e>]]></d>", b"<d>&lt;new&gt;</d>")


def test_an_empty_element_gets_content() -> None:
    rewriter, root = opened()
    rewriter.announce(root[1])
    etree.SubElement(root[1], "{urn:a}e").set("{urn:a}k", '"')
    assert rewriter.written() == SOURCE.replace(b"<c/>", b'<c><a:e a:k="&quot;"/></c>')


def test_what_lay_around_an_element_stays_when_it_goes() -> None:
    rewriter, root = opened()
    rewriter.announce(root)
    root.remove(root[1])
    assert rewriter.written() == SOURCE.replace(b"<c/>", b"")


def test_new_elements_stand_where_they_were_put() -> None:
    rewriter, root = opened()
    rewriter.announce(root)
    root[0].addnext(etree.Element("{urn:b}n"))
    root[0].addprevious(etree.Element("{urn:b}n"))
    root.append(etree.Element("{urn:c}n"))
    text = SOURCE.replace(b" <b ", b"<n/> <b ").replace(b"</b >", b"</b ><n/>")
    assert rewriter.written() == text.replace(b"</d>\n", b'</d><ns0:n xmlns:ns0="urn:c"/>\n')


@pytest.mark.parametrize("code", ["utf-16", "iso-8859-1"])
def test_other_encodings_become_utf_8(code: str) -> None:
    data = f'<?xml version="1.0" encoding="{code}"?><r><a>\xe9</a><b/></r>'.encode(code)
    root = etree.fromstring(data)
    rewriter = Rewriter(data, root)
    rewriter.announce(root[1])
    root[1].text = "đ"
    assert rewriter.written().decode().endswith("<r><a>é</a><b>đ</b></r>")
    assert etree.fromstring(rewriter.written())[0].text == "é"


def package() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, time in (("b.xml", (2020, 3, 5, 10, 20, 30)), ("Ảnh/a.png", (2026, 1, 2, 3, 4, 6))):
            entry = zipfile.ZipInfo(name, date_time=time)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, name.encode() * 20, zipfile.ZIP_DEFLATED, compresslevel=1)
    return buffer.getvalue()


def test_untouched_entries_keep_everything() -> None:
    old = zipfile.ZipFile(io.BytesIO(package()))
    new = zipfile.ZipFile(io.BytesIO(repacked(package(), {"B.XML": b"<new/>", "c.xml": b"<c/>"})))
    assert new.testzip() is None
    assert [e.filename for e in new.infolist()] == ["b.xml", "Ảnh/a.png", "c.xml"]
    assert [new.read(e) for e in new.infolist()] == [b"<new/>", old.read("Ảnh/a.png"), b"<c/>"]
    for name in old.namelist():
        assert new.getinfo(name).date_time == old.getinfo(name).date_time
        assert new.getinfo(name).external_attr == old.getinfo(name).external_attr
    assert new.getinfo("Ảnh/a.png").compress_size == old.getinfo("Ảnh/a.png").compress_size
    assert new.getinfo("c.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_packing_twice_gives_the_same_bytes() -> None:
    assert repacked(package(), {"c.xml": b"<c/>"}) == repacked(package(), {"c.xml": b"<c/>"})


def test_an_entry_that_is_not_where_it_should_be_is_refused() -> None:
    broken = package().replace(b"PK\x03\x04", b"PK\x00\x00", 2)
    with pytest.raises(SourceError, match="hỏng"):
        repacked(broken, {}, "thử.docx")
