"""Files as people have them: encodings, and every reason why one cannot be read."""

import codecs
import os
from pathlib import Path

import pytest

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.read import files
from vanban.read.files import read_bytes, read_plan, read_text


@pytest.mark.parametrize(
    "data",
    [
        "Kế hoạch\r\nsố 1".encode(),
        codecs.BOM_UTF8 + "Kế hoạch\nsố 1".encode(),
        codecs.BOM_UTF16_LE + "Kế hoạch\r\nsố 1".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Kế hoạch\nsố 1".encode("utf-16-be"),
        "Kế hoạch\nsố\u200b 1".encode(),
    ],
    ids=["crlf", "utf-8-bom", "utf-16-le", "utf-16-be", "decomposed"],
)
def test_texts_in_any_unicode_encoding_are_the_same(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_text(path) == "Kế hoạch\nsố 1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "tệp rỗng"),
        (b" \n\t ", "tệp rỗng"),
        (codecs.BOM_UTF8 + b" ", "tệp rỗng"),
        (b"PK\x03\x04\x14\x00\x06\x00", "không phải văn bản thuần"),
        ("dòng một\nKế hoạch".encode("utf-16-le"), "không phải văn bản thuần"),
        (b"d\xf2ng m\xe9t\nhai", "không phải mã UTF-8 (dòng 1)"),
        ("một\nhai\n".encode() + b"\xff\xfe", "không phải mã UTF-8 (dòng 3)"),
        (codecs.BOM_UTF16_LE + b"a", "không phải mã UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_text(path)
    assert words in str(caught.value)
    assert caught.value.next_step


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="không có tệp này"):
        read_text(tmp_path / "không có.txt")
    with pytest.raises(SourceError, match="đây là thư mục"):
        read_bytes(tmp_path)
    with pytest.raises(SourceError, match="không đọc được tệp này"):
        read_bytes(tmp_path / ("a" * 5000))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(SourceError, match="không có quyền"):
        read_text(path)


def test_a_refused_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match="không có quyền"):
        read_text(path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_text("dài hơn mười byte", encoding="utf-8")
    with pytest.raises(SourceError, match="quá lớn"):
        read_text(path)


def test_a_plan_is_read_by_the_kind_of_its_file(tmp_path: Path, source: str, book: AgencyBook) -> None:
    text = tmp_path / "KE-HOACH.TXT"
    text.write_text(source, encoding="utf-8")
    assert len(read_plan(text, book).nhom) == 7
    yaml = tmp_path / "a.yml"
    yaml.write_text("muc_tieu:\n  - Một\n", encoding="utf-8")
    assert read_plan(yaml, book).muc_tieu == ["Một"]


@pytest.mark.parametrize("name", ["a.doc", "a.png", "a"])
def test_other_kinds_of_file_are_refused_with_the_kinds_that_can_be_read(
    name: str, tmp_path: Path, book: AgencyBook
) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0 anything")
    with pytest.raises(SourceError, match=r"\.docx, \.xlsx, \.pdf, \.txt, \.yaml, \.yml"):
        read_plan(path, book)


@pytest.mark.parametrize(
    "text", ["Xin chào.", "I. MỤC TIÊU\nPhát triển.\n", "Điều 1. Ban hành kèm theo Quyết định này.\n"]
)
def test_a_text_that_is_no_plan_is_refused(text: str, tmp_path: Path, book: AgencyBook) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="không tìm thấy nhiệm vụ nào"):
        read_plan(path, book)
