"""Files that mean no good, or are no .docx at all: a clear refusal or a result, soon and in little room."""

import gc
import io
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from time import perf_counter, process_time

import pytest
from raw_docx import NS, STYLES, cell, docx, p, r, row, section, see, table, texts, wrap_part

from vanban.model.errors import SourceError
from vanban.model.sheet import Sheet
from vanban.word.observe import observe
from vanban.word.observe_bounds import MAX_PARAGRAPHS
from vanban.word.package import MAX_ENTRIES

SOON_S = 8.0
"""Two seconds on a quiet machine."""
MAIN = "word/document.xml"


def answered(data: bytes) -> Sheet | SourceError:
    start = perf_counter()
    try:
        return observe(data, "lạ.docx")
    except SourceError as error:
        return error
    finally:
        assert perf_counter() - start < SOON_S


def told(data: bytes) -> Sheet | SourceError:
    """What `observe` answers: a sheet, or a refusal that names the file and says what to do; soon."""
    answer = answered(data)
    assert isinstance(answer, Sheet) or (answer.where == "lạ.docx" and answer.next_step)
    return answer


def refused(data: bytes, words: str) -> None:
    answer = told(data)
    assert isinstance(answer, SourceError)
    assert words in str(answer)


def document(inner: str) -> str:
    return wrap_part("document", f"<w:body>{inner}</w:body>")


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_every_cut_of_a_file_is_told() -> None:
    data = docx(p("chữ") * 3)
    for end in range(0, len(data), 7):
        assert isinstance(told(data[:end]), SourceError)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word kiểu cũ (.doc)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"{\\rtf1 }", "RTF"),
        (b"<html></html>", "HTML"),
        (b"", "rỗng"),
        (bytes(4096), "không phải .docx"),
        (b"PK\x03\x04" + bytes(4096), "hỏng"),
        (b"PK\x05\x06" + bytes(18), "không có phần văn bản chính"),
    ],
)
def test_what_is_no_docx(data: bytes, words: str) -> None:
    refused(data, words)


def test_an_encrypted_zip() -> None:
    data = bytearray(docx(p("chữ")))
    for at in range(len(data) - 4):  # the flag "encrypted" in the local and in the central headers
        if data[at : at + 4] == b"PK\x03\x04":
            data[at + 6] |= 1
        elif data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    refused(bytes(data), "mã hóa")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_odd_compression_that_is_broken(method: int) -> None:
    data = bytearray(packed({MAIN: document(p("chữ " * 50))}, method))
    at = data.index(b"word/document.xml") + len("word/document.xml")
    data[at + 5 : at + 25] = bytes(20)
    refused(bytes(data), "bị hỏng")


def test_a_zip_bomb_by_ratio() -> None:
    refused(packed({MAIN: document(p()), "word/media/x.bin": bytes(50 * 2**20)}), "zip bomb")


def test_a_zip_bomb_by_number() -> None:
    many: dict[str, str | bytes] = {f"x{i}": b"" for i in range(MAX_ENTRIES + 1)}
    refused(packed({MAIN: document(p()), **many}), "phần")


def test_a_size_that_lies_is_not_believed() -> None:
    data = bytearray(packed({MAIN: document(p("chữ") * 5000)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark)
        data[at + offset : at + offset + 4] = struct.pack("<I", 100)
    assert isinstance(told(bytes(data)), SourceError)


def test_entries_that_overlap() -> None:
    data = bytearray(packed({MAIN: document(p("a")), "x": "y" * 40}, zipfile.ZIP_STORED))
    at = data.rindex(b"PK\x01\x02")
    data[at + 42 : at + 46] = struct.pack("<I", 0)  # the second entry begins where the first does
    told(bytes(data))


def test_many_tags_in_a_small_file() -> None:
    refused(packed({MAIN: document("<w:p/>" * (MAX_PARAGRAPHS + 1))}), "đoạn")
    refused(packed({MAIN: document('<w:p w:a="1"/>' * 340_000 + "<w:p/>" * 3_000_000)}), "")


ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "utf-32"]
BILLION = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(10))
BOMBS = {
    "laughs": f'<!DOCTYPE a [<!ENTITY a0 "ha">{BILLION}]><a>&a9;</a>',
    "in an attribute": f'<!DOCTYPE a [<!ENTITY a0 "ha">{BILLION}]><a b="&a9;"/>',
    "file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "net": '<!DOCTYPE a SYSTEM "http://a.example/a.dtd"><a/>',
    "parameter": '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>',
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("part", [MAIN, "word/styles.xml", "_rels/.rels"])
def test_entities_are_refused_in_any_encoding(bomb: str, encoding: str, part: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!-- {" " * 9000} -->{bomb}'.encode(encoding)
    styles = '<Relationship Id="s" Type="x/styles" Target="styles.xml"/>'
    arrows = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{styles}'
    parts: dict[str, str | bytes] = {
        MAIN: document(p("chữ")),
        "word/_rels/document.xml.rels": f"{arrows}</Relationships>",
    }
    assert isinstance(told(packed({**parts, part: xml})), SourceError)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str) -> None:
    declared = encoding.replace("-sig", "")
    xml = f'<?xml version="1.0" encoding="{declared}"?>{document(p("chữ"))}'.encode(encoding)
    answer = told(packed({MAIN: xml}))
    assert isinstance(answer, Sheet)
    assert texts(answer) == ["chữ"]


def relations(*targets: str, kind: str = "styles", mode: str = "") -> str:
    arrows = "".join(
        f'<Relationship Id="r{i}" Type="a/{kind}" Target="{t}"{mode}/>' for i, t in enumerate(targets)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{arrows}</Relationships>"
    )


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        ("khong-co.xml", ""),
        ("../../../../etc/passwd", ""),
        ("/etc/passwd", ""),
        ("file:///etc/passwd", ""),
        ("http://a.example/styles.xml", ' TargetMode="External"'),
        ("", ""),
        ("document.xml", ""),
        ("../" * 5000, ""),
        ("%00%ff%zz", ""),
    ],
)
@pytest.mark.parametrize("kind", ["styles", "numbering", "settings", "theme", "footnotes", "header"])
def test_relationships_that_lead_nowhere(target: str, mode: str, kind: str) -> None:
    body = document(p("chữ") + section('<w:headerReference r:id="r0"/>'))
    arrows = relations(target, kind=kind, mode=mode)
    answer = told(packed({MAIN: body, "word/_rels/document.xml.rels": arrows}))
    assert isinstance(answer, Sheet)
    assert texts(answer)[0] == "chữ"


def test_without_any_other_part_the_words_are_read() -> None:
    answer = told(packed({MAIN: document(p("chữ"))}))
    assert isinstance(answer, Sheet)
    assert texts(answer) == ["chữ"]


@pytest.mark.parametrize("xml", ["<a/>", "<w:document xmlns:w='khác'/>", f"<w:body {NS}/>", "chữ", "\0"])
def test_a_main_part_that_is_no_document(xml: str) -> None:
    assert isinstance(told(packed({MAIN: xml})), SourceError)


def test_two_parts_of_one_name() -> None:
    buffer = io.BytesIO(packed({MAIN: document(p("một"))}))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(MAIN, document(p("hai")))
    assert isinstance(told(buffer.getvalue()), Sheet)


def nested(depth: int, wrap: Callable[[str], str], inner: str) -> str:
    for _ in range(depth):
        inner = wrap(inner)
    return inner


BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r></w:p>"
)
NESTS: dict[str, Callable[[str], str]] = {
    "tables": lambda inner: table(row(cell(inner + "<w:p/>"))),
    "controls": lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    "boxes": lambda inner: BOX.format(inner),
    "alternates": lambda inner: f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice></mc:AlternateContent>",
    "insertions": lambda inner: f"<w:ins>{inner}</w:ins>",
    "groups": lambda inner: f"<w:p><w:r><w:pict>{'<v:group>' * 200}{'</v:group>' * 200}</w:pict></w:r></w:p>",
}


@pytest.mark.parametrize("name", NESTS)
@pytest.mark.parametrize("depth", [25, 80, 120, 200, 5000])
def test_nesting_is_read_or_refused(name: str, depth: int) -> None:
    answer = told(docx(nested(depth, NESTS[name], p("chữ"))))
    assert isinstance(answer, Sheet) or "lồng quá sâu" in str(answer)


def test_nesting_is_refused_with_a_small_stack_too() -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(350)
    try:
        answer = told(docx(nested(75, NESTS["tables"], p("chữ"))))
    finally:
        sys.setrecursionlimit(limit)
    assert isinstance(answer, Sheet) or "lồng quá sâu" in str(answer)


def test_a_circle_of_styles_and_lists() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/><w:link w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"), ("C", "C"))
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    listed = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    body = p("a", '<w:pStyle w:val="A"/>') + p("b", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body += p("c", '<w:pStyle w:val="C"/><w:numPr><w:numId w:val="2"/></w:numPr>')
    assert texts(see(body, styles=STYLES + circle + listed, numbering=lists)) == ["a", "b", "c"]


ABSURD = ["999999999", "-999999999", "1e308", "NaN", "inf", "0x10", "9" * 5000, "٣", "½", "-", " ", "\ufffd"]


@pytest.mark.parametrize("value", ABSURD)
def test_absurd_numbers(value: str) -> None:
    numbers = ("left", "right", "firstLine", "hanging", "before", "after", "line", "val", "w", "pos", "start")
    attributes = " ".join(f'w:{name}="{value}"' for name in numbers)
    elements = ("ind", "spacing", "outlineLvl", "framePr", "numPr", "pageBreakBefore")
    properties = "".join(f"<w:{name} {attributes}/>" for name in elements)
    properties += f"<w:tabs><w:tab {attributes}/></w:tabs><w:pBdr><w:top {attributes}/></w:pBdr>"
    run = f"<w:sz {attributes}/><w:color {attributes}/><w:u {attributes}/><w:vertAlign {attributes}/>"
    page = f"<w:pgSz {attributes}/><w:pgMar {attributes}/><w:cols {attributes}/><w:pgNumType {attributes}/>"
    shape = f'<v:shape type="#_x0000_t32" style="width:{value};height:{value}"/>'
    shape += f'<v:line from="{value}" to="{value}"/>'
    body = f"<w:p><w:pPr>{properties}</w:pPr>{r('chữ', run)}<w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    body += table(row(cell(p("ô"), f"<w:tcW {attributes}/><w:gridSpan {attributes}/>")), grid="1")
    answer = told(docx(body, section=section(page)))
    assert isinstance(answer, Sheet)
    assert texts(answer) == ["chữ", "ô"]


def test_names_and_values_without_end() -> None:
    long = "a" * 1_000_000
    body = p("chữ", f'<w:pStyle w:val="{long}"/>', f'<w:rStyle w:val="{long}"/><w:rFonts w:ascii="{long}"/>')
    assert isinstance(told(docx(body)), Sheet)


def test_marks_without_end() -> None:
    heap = "a" + "\u0301\u0323" * 200_000
    assert isinstance(told(docx(p(heap))), Sheet)


def test_fields_without_end() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    split = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert isinstance(told(docx(f"<w:p>{(begin + split + r('a')) * 20_000}</w:p>")), Sheet)
    assert isinstance(told(docx(f"<w:p>{begin}{code * 100_000}</w:p>")), Sheet)


def test_many_sections_and_headers() -> None:
    reference = '<w:headerReference r:id="header1"/><w:titlePg/>'
    body = p("a", section(reference)) * 5000
    assert isinstance(told(docx(body, header1=p("đầu"))), Sheet)


def test_many_styles_lists_and_stops() -> None:
    styles = "".join(
        f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>' for i in range(9000)
    )
    levels = '<w:lvl w:ilvl="0"/>' * 20_000
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/></w:num>' for i in range(2000)
    )
    stops = "".join(f'<w:tab w:val="left" w:pos="{i}"/>' for i in range(5000))
    body = p("a", f"<w:tabs>{stops}</w:tabs>") + "".join(
        p("b", f'<w:pStyle w:val="s{i}"/><w:numPr><w:numId w:val="{i}"/></w:numPr>') for i in range(2000)
    )
    body += f"<w:p><w:pPr><w:tabs>{stops}</w:tabs></w:pPr><w:r>{'<w:tab/>' * 5000}</w:r></w:p>"
    assert isinstance(told(docx(body, styles=STYLES + styles, numbering=numbering)), Sheet)


@pytest.fixture
def quiet() -> Iterator[None]:
    """No collecting of garbage, whose cost depends on all else that the tests keep."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("quiet")
def test_time_grows_with_the_number_of_paragraphs() -> None:
    def cost(count: int) -> float:
        data = docx(
            "".join(p(f"Đoạn {i} có vài chữ.", '<w:jc w:val="both"/>', "<w:b/>") for i in range(count))
        )
        start = process_time()
        assert len(observe(data).paragraphs) == count
        return process_time() - start

    cost(100)
    assert min(cost(8000) for _ in range(3)) < 10 * min(cost(2000) for _ in range(3))


def test_a_hundred_thousand_paragraphs() -> None:
    body = "".join(p(f"Đoạn {i} có vài chữ.", '<w:jc w:val="both"/>', "<w:b/>") for i in range(100_000))
    sheet = observe(docx(body))
    assert len(sheet.paragraphs) == 100_000
