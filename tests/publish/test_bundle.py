"""A paper with its appendices → one PDF, or one each with a list of the files."""

import hashlib
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from vanban.model.errors import SourceError, UsageError
from vanban.office.pdf import pdf_facts
from vanban.office.pdf_join import is_archive, is_tagged
from vanban.publish.bundle import FILE_LIST, Bundle, publish_apart, publish_as_one


def spoken(pdf: Path) -> int:
    """How many pieces of text a screen reader finds through the tags."""
    said = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], capture_output=True, check=True)
    return said.stdout.count(b'"')


def blank_pdf(path: Path, pages: int = 1, *, wide_pt: float = 595.3, password: str = "") -> Path:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(wide_pt, 841.9)
    if password:
        writer.encrypt(password)
    writer.write(path)
    return path


@pytest.fixture(scope="module")
def published(tmp_path_factory, make_docx) -> Path:
    """Two .docx (the second with an appendix of its own) and a foreign PDF: one draft, two archived."""
    folder = tmp_path_factory.mktemp("xuat-ban")
    make_docx(folder / "van-ban.docx", "Nội dung.", heading="MỘT")
    make_docx(folder / "bang.docx", "Phụ lục I", "Bảng phân công.")
    scan = blank_pdf(folder / "ban-ve.pdf", 2, wide_pt=841.9)
    parts = [folder / "van-ban.docx", folder / "bang.docx"]
    publish_as_one([*parts, scan], folder / "tron-bo.pdf", Bundle(draft=True, title="Cả bộ"))
    publish_apart(parts, folder / "roi", Bundle(archive=True))
    return folder


@pytest.mark.office
def test_the_parts_stand_in_order_each_with_its_own_page_numbers(published):
    reader = PdfReader(published / "tron-bo.pdf")
    assert reader.page_labels == ["1", "PL1-1", "PL2-1", "PL2-2"]
    facts = pdf_facts(published / "tron-bo.pdf")
    assert [item.title for item in facts.outline if item.level == 1][-1] == "ban-ve"
    assert "Nội dung." in facts.texts[0]
    assert "Bảng phân công." in facts.texts[1]
    assert facts.title == "Cả bộ"
    assert facts.language == "vi-VN"


@pytest.mark.office
def test_every_page_of_a_draft_says_so_and_a_screen_reader_passes_over_it(published):
    reader = PdfReader(published / "tron-bo.pdf")
    assert all("DỰ THẢO" in page.extract_text() for page in reader.pages)
    parts = sum(spoken(published / "roi" / name) for name in ("van-ban.pdf", "bang.pdf"))
    assert spoken(published / "tron-bo.pdf") == parts > 0


@pytest.mark.office
def test_an_archived_pdf_says_what_it_is_and_holds_what_it_needs(published):
    for name in ("van-ban.pdf", "bang.pdf"):
        pdf = published / "roi" / name
        root = PdfReader(pdf).root_object
        assert is_archive(pdf)
        assert is_tagged(pdf)
        assert "/OutputIntents" in root
        words = root["/Metadata"].get_object().get_data().decode()
        assert f">{pdf_facts(pdf).title}<" in words, "XMP and properties must agree"
        assert not pdf_facts(pdf).not_embedded


@pytest.mark.office
def test_files_of_one_document_are_listed_with_pages_and_checksums(published):
    said = (published / "roi" / FILE_LIST).read_text("utf-8")
    for name in ("van-ban.pdf", "bang.pdf"):
        assert hashlib.sha256((published / "roi" / name).read_bytes()).hexdigest() in said
    assert "Cộng 2 tệp, 2 trang." in said
    assert PdfReader(published / "roi" / "bang.pdf").page_labels == ["PL1-1"]


@pytest.mark.office
def test_a_page_that_is_not_a4_and_a_part_without_tags_are_told(tmp_path, make_docx):
    make_docx(tmp_path / "van-ban.docx", "Nội dung.")
    odd = blank_pdf(tmp_path / "to-roi.pdf", wide_pt=400)
    made = publish_as_one([tmp_path / "van-ban.docx", odd], tmp_path / "bo.pdf", Bundle())
    assert {(f.ma, f.noi.trang) for f in made.findings} == {
        ("pdf.kho-giay", 1),  # the page of the sample .docx is Letter
        ("pdf.kho-giay", 2),
        ("pdf.gan-the", None),
    }


def test_a_plain_pdf_cannot_become_an_archived_one(tmp_path):
    with pytest.raises(SourceError, match="chưa phải PDF/A"):
        publish_as_one([blank_pdf(tmp_path / "a.pdf")], tmp_path / "b.pdf", Bundle(archive=True))


@pytest.mark.parametrize(
    ("names", "target", "words"),
    [
        (["a.pdf"], "a.pdf", "đè lên tệp nguồn"),
        (["a.xlsx"], "b.pdf", "chỉ xuất bản được"),
        (["khoa.pdf"], "b.pdf", "mật khẩu"),
        (["hong.pdf"], "b.pdf", "không đọc được tệp PDF"),
        (["khong-co.docx"], "b.pdf", "không tồn tại"),
    ],
)
def test_what_cannot_be_published_is_told_and_nothing_is_written(tmp_path, names, target, words):
    blank_pdf(tmp_path / "a.pdf")
    blank_pdf(tmp_path / "khoa.pdf", password="1")
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7 hong")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises((SourceError, UsageError), match=words):
        publish_as_one([tmp_path / name for name in names], tmp_path / target, Bundle())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
