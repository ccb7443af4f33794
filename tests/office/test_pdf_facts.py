"""What is in a PDF, and the properties that are set in it."""

from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from vanban.model.errors import OutputError, SourceError
from vanban.office.pdf import OutlineItem, family_of, pdf_facts
from vanban.office.pdf_properties import set_properties


def font(name: str, *, embedded: bool = False) -> DictionaryObject:
    descriptor = DictionaryObject()
    if embedded:
        descriptor[NameObject("/FontFile2")] = StreamObject()
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/TrueType"),
            NameObject("/BaseFont"): NameObject(f"/{name}"),
            NameObject("/FontDescriptor"): descriptor,
        }
    )


def resources(**fonts: DictionaryObject) -> DictionaryObject:
    named = DictionaryObject({NameObject(f"/{key}"): value for key, value in fonts.items()})
    return DictionaryObject({NameObject("/Font"): named})


def sample(path: Path, *, date: str = "D:20260101000000Z") -> Path:
    """Two pages, an outline of two levels, a font of the page and one of a drawing on it."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595.3, height=841.9)
    writer.add_blank_page(width=595.3, height=841.9).rotate(90)
    drawing = StreamObject()
    drawing[NameObject("/Resources")] = resources(F2=font("ArialMT"))
    page[NameObject("/Resources")] = resources(F1=font("ABCDEF+LiberationSerif-Bold", embedded=True))
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/X1"): drawing})
    first = writer.add_outline_item(title="I. Mục tiêu", page_number=0)
    writer.add_outline_item(title="1. Mục tiêu chung", page_number=0, parent=first)
    writer.add_outline_item(title="II. Nhiệm vụ", page_number=1)
    writer.add_metadata({"/Author": "Văn thư", "/CreationDate": date})
    with path.open("wb") as file:
        writer.write(file)
    return path


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("BAAAAA+LiberationSerif-Bold", "Liberation Serif"),
        ("LiberationSerif", "Liberation Serif"),
        ("TimesNewRomanPSMT", "Times New Roman"),
        ("CAAAAA+TimesNewRomanPS-BoldItalicMT", "Times New Roman"),
        ("TimesNewRoman,Bold", "Times New Roman"),
        ("ArialMT", "Arial"),
        ("Arial-BoldMT", "Arial"),
        ("SymbolMT", "Symbol"),
        ("DAAAAA+OpenSymbol", "OpenSymbol"),
        ("DejaVuSans-Bold", "DejaVu Sans"),
        ("Calibri", "Calibri"),
        ("MT", "MT"),
    ],
)
def test_family_of(name, family):
    assert family_of(name) == family


def test_facts(tmp_path):
    facts = pdf_facts(sample(tmp_path / "a.pdf"))
    assert facts.page_count == 2
    assert facts.page_sizes_mm == ((210.0, 297.0), (297.0, 210.0))
    assert facts.families == {"Liberation Serif", "Arial"}
    assert facts.not_embedded == {"Arial"}
    assert facts.outline == (
        OutlineItem(1, "I. Mục tiêu"),
        OutlineItem(2, "1. Mục tiêu chung"),
        OutlineItem(1, "II. Nhiệm vụ"),
    )
    assert (facts.title, facts.language, facts.texts) == ("", "", ("", ""))


def test_properties_are_set_and_the_rest_stays(tmp_path):
    source, target = sample(tmp_path / "a.pdf"), tmp_path / "new" / "b.pdf"
    set_properties(source, target, title="Tờ trình về “Đề án & lộ trình”", language="vi-VN")
    before, after = pdf_facts(source), pdf_facts(target)
    assert (after.title, after.language) == ("Tờ trình về “Đề án & lộ trình”", "vi-VN")
    assert (after.outline, after.fonts, after.page_sizes_mm) == (
        before.outline,
        before.fonts,
        before.page_sizes_mm,
    )
    metadata = PdfReader(target).metadata
    assert metadata is not None
    assert metadata.author == "Văn thư"


def test_an_author_replaces_the_one_before(tmp_path):
    path = sample(tmp_path / "a.pdf")
    set_properties(path, path, title="T", language="vi-VN", author="UBND tỉnh")
    metadata = PdfReader(path).metadata
    assert metadata is not None
    assert (metadata.title, metadata.author) == ("T", "UBND tỉnh")


def test_the_hour_of_making_leaves_no_trace(tmp_path):
    made = []
    for hour in ("08", "17"):
        source = sample(tmp_path / f"{hour}.pdf", date=f"D:20260101{hour}0000Z")
        set_properties(source, tmp_path / "out.pdf", title="T", language="vi-VN")
        made.append((tmp_path / "out.pdf").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("content", [None, b"", b"not a PDF", b"%PDF-1.6\nrubbish\n%%EOF"])
def test_what_cannot_be_read_is_told_and_the_target_stays(tmp_path, content):
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    target.write_bytes(b"old")
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(SourceError, match=r"a\.pdf"):
        pdf_facts(source)
    with pytest.raises(SourceError, match=r"a\.pdf"):
        set_properties(source, target, title="T", language="vi-VN")
    assert target.read_bytes() == b"old"


def test_a_cut_file_never_ends_in_a_foreign_error(tmp_path):
    whole = sample(tmp_path / "a.pdf").read_bytes()
    for end in range(0, len(whole), 97):
        (tmp_path / "cut.pdf").write_bytes(whole[:end])
        with suppress(SourceError):
            pdf_facts(tmp_path / "cut.pdf")


def test_a_target_that_cannot_be_written(tmp_path):
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(OutputError):
        set_properties(sample(tmp_path / "a.pdf"), tmp_path / "b.pdf", title="T", language="vi-VN")
