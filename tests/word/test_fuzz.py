"""Sound files bent at random: a sheet that can be checked, or a refusal that helps; never anything else.

The cases are drawn from a fixed seed, so a failure comes back. Set VANBAN_FUZZ to the number of cases of
each kind to look longer than the tests do.
"""

import io
import os
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from random import Random
from time import perf_counter

import pytest
from lxml import etree
from raw_docx import BLACK, STYLES, cell, docx, p, r, row, section, table

from papers import docx as rendered
from papers import plan_paper
from vanban.check.form.checks import check_sheet
from vanban.law.decree import load_decree, load_kinds
from vanban.model.errors import SourceError
from vanban.word.observe import observe

CASES = int(os.environ.get("VANBAN_FUZZ", "120"))
SLOW_S = 10.0
SEED = 30_2020
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
Parts = dict[str, bytes]
ODD = [
    "",
    "0",
    "-1",
    "999999999",
    "NaN",
    "true",
    "rId9",
    "a" * 300,
    "ế",
    "center",
    "2.5cm",
    "%1.%2.",
    "\u0323",
]


def rich() -> bytes:
    """A file of everything that `observe` has an eye for."""
    field = '<w:fldChar w:fldCharType="{}"/>'
    page = (
        f"<w:p><w:r>{field.format('begin')}<w:instrText>PAGE</w:instrText>{field.format('end')}</w:r></w:p>"
    )
    drawn = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:extent cx="1800000" cy="0"/>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>9000</wp:posOffset></wp:positionV>'
        '<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm rot="0"/><a:prstGeom prst="line"/><a:ln/>'
        "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:line from="0,0" to="99pt,0"/></w:pict></mc:Fallback></mc:AlternateContent>'
        '<w:pict><v:group style="width:9pt;height:9pt" coordsize="9,9"><v:rect style="width:9;height:0"/>'
        f"</v:group></w:pict><w:pict><v:shape><v:textbox><w:txbxContent>{p('khung')}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    head = table(
        row(cell(p("UBND TỈNH MẪU") + p("", BLACK)), cell(p(MOTTO[0]) + p(MOTTO[1]) + p("_________"))),
        row(
            cell(p("Số: 12/KH-UBND"), "<w:tcBorders><w:top w:val='single'/></w:tcBorders>"),
            cell(p("Mẫu, ngày 05 tháng 3 năm 2025")),
        ),
        properties='<w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/>',
        grid="3000 6000",
    )
    head += p("KẾ HOẠCH") + p("Về việc mẫu") + p("Căn cứ Luật Lưu trữ;") + p("1. Việc thứ nhất.")
    listed = p("Mục", '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    tracked = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    tracked += f"<w:ins>{r('thêm')}</w:ins><w:del>{r('bớt')}</w:del></w:p>"
    break_ = (
        f'<w:p><w:r><w:br w:type="page"/></w:r>{r("a")}<w:r><w:lastRenderedPageBreak/><w:tab/></w:r></w:p>'
    )
    raised = r("chú", '<w:vertAlign w:val="superscript"/>')
    noted = f"<w:p>{raised}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    control = f"<w:sdt><w:sdtContent>{listed}{p('ê' + chr(0x323), '<w:keepNext/>')}</w:sdtContent></w:sdt>"
    first = p("hết", section('<w:headerReference r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/>'))
    styles = STYLES + (
        '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        '</w:tblStylePr></w:style><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4680" w:leader="underscore"/></w:tabs></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return docx(
        head + drawn + listed * 2 + tracked + break_ + noted + control + first + p("PHỤ LỤC I"),
        styles=styles,
        numbering=numbering,
        settings='<w:themeFontLang w:val="vi-VN"/><w:evenAndOddHeaders/>',
        header1=page,
        footnotes=f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>',
    )


@lru_cache
def sources() -> list[bytes]:
    return [rich(), rich(), rendered(plan_paper())]


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def flipped(data: bytes, random: Random) -> bytes:
    """Some bytes changed, lost, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 2, 8, 40))):
        at = random.randrange(len(changed))
        what = random.randrange(5)
        if what < 3:
            changed[at] = random.randrange(256)
        elif what == 3:
            del changed[at : at + random.randrange(1, 30)]
        else:
            changed[at:at] = changed[at : at + random.randrange(1, 60)]
        if len(changed) < 100:
            break
    return bytes(changed[: random.randrange(len(changed))] if random.random() < 0.05 else changed)


def any_part(parts: Parts, random: Random) -> str:
    """A part that is XML, most often the document."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    return "word/document.xml" if random.random() < 0.6 else random.choice(names)


def bent_bytes(data: bytes, random: Random) -> bytes:
    parts = parts_of(data)
    name = any_part(parts, random)
    return packed({**parts, name: flipped(parts[name], random)})


def bent_package(data: bytes, random: Random) -> bytes:
    """Parts lost, swapped, doubled under other names."""
    parts = parts_of(data)
    for _ in range(random.randrange(1, 4)):
        one, other = random.choice(list(parts)), random.choice(list(parts))
        what = random.randrange(4)
        if what == 0 and len(parts) > 1:
            del parts[one]
        elif what == 1:
            parts[one], parts[other] = parts[other], parts[one]
        elif what == 2:
            parts[one.upper()] = parts[one]
        else:
            parts[one] = random.choice((b"", b"\0", b"<a/>", parts[other] * 2))
    return packed(parts)


def bent_tree(data: bytes, random: Random) -> bytes:
    """Elements deleted, doubled, moved, renamed; attributes and texts changed. The XML stays sound."""
    parts = parts_of(data)
    for _ in range(random.choice((1, 1, 2, 6, 25))):
        name = any_part(parts, random)
        root = etree.fromstring(parts[name])
        _bend(root, random)
        parts[name] = etree.tostring(root)
    return packed(parts)


def _bend(root: etree._Element, random: Random) -> None:
    elements = list(root.iter(etree.Element))
    one, other = random.choice(elements), random.choice(elements)
    parent = one.getparent()
    what = random.randrange(7)
    if what == 0 and parent is not None:
        parent.remove(one)
    elif what == 1 and parent is not None:
        for _ in range(random.choice((1, 1, 3, 50))):
            one.addnext(deepcopy(one))
    elif what == 2:
        other.insert(random.randrange(len(other) + 1), deepcopy(one))
    elif what == 3:
        one.tag = other.tag
    elif what == 4 and one.attrib:
        one.set(random.choice(list(one.attrib)), random.choice(ODD))
    elif what == 5 and other.attrib:
        copied = random.choice(list(other.attrib))
        one.set(copied, other.get(copied, ""))
    else:
        one.text = random.choice((None, "chữ", " ", "\n", "1.", "PAGE", "Số: /KH-UBND", "_____"))


decree, kinds = lru_cache(load_decree), lru_cache(load_kinds)


def survives(data: bytes) -> None:
    """Observing and checking end in findings, or in a refusal that names the file and a next step."""
    start = perf_counter()
    refusal = None
    try:
        sheet = observe(data, "thử.docx")
    except SourceError as error:
        refusal = error
    else:
        check_sheet(sheet, decree(), kinds(), where="thử.docx")
    assert refusal is None or (refusal.where == "thử.docx" and refusal.next_step)
    assert perf_counter() - start < SLOW_S


@pytest.mark.parametrize("bend", [flipped, bent_bytes, bent_package, bent_tree])
def test_bent_files(bend: Callable[[bytes, Random], bytes]) -> None:
    for case in range(CASES):
        random = Random(f"{SEED}-{bend.__name__}-{case}")
        data = bend(random.choice(sources()), random)
        try:
            survives(data)
        except Exception as error:
            error.add_note(f"{bend.__name__}, case {case}")
            raise
