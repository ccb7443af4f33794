"""`vanban template new` and `preview`: a template of any kind passes its check and fills with samples."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from vanban.cli.main import main
from vanban.law.decree import load_kinds
from vanban.model.errors import SourceError, UsageError
from vanban.model.finding import Severity
from vanban.office.pdf import pdf_facts
from vanban.office.pdf_pictures import page_pictures
from vanban.shipped import data_folder
from vanban.templating import previewing
from vanban.templating.checking import check_template
from vanban.templating.kinds import find_kind

WORDS = [f"van-ban-{kind.ma.replace('_', '-')}" for kind in load_kinds().kinds]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    return int(stop.value.code or 0)


@pytest.mark.parametrize("word", WORDS)
def test_a_new_template_passes_and_shows_itself(word: str, tmp_path: Path) -> None:
    made = previewing.new_template(word)
    assert made.name == f"{word}.docx"
    found = check_template(made.data, where=made.name, kind=find_kind(made.name))
    assert [f for f in found.findings if f.muc is not Severity.GOI_Y] == []
    source = tmp_path / made.name
    source.write_bytes(made.data)
    shown = previewing.preview(source, tmp_path / "thu", day=date(2025, 11, 26))
    assert [f for f in shown.findings if f.muc is not Severity.GOI_Y] == []


def test_a_kind_of_plans_gets_its_own_template() -> None:
    made = previewing.new_template("ke-hoach")
    assert made.is_copy
    assert made.name == "ke-hoach.docx"
    assert not previewing.new_template("van-ban-ke-hoach").is_copy


def test_a_kind_may_be_named_as_people_write_it() -> None:
    assert previewing.new_template("Thông báo").data == previewing.new_template("thong-bao").data
    with pytest.raises(UsageError, match="Điều 7"):
        previewing.new_template("thiep-moi")


def test_a_new_template_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "mau.docx"
    assert run("template", "new", "thong-bao", "-o", str(target)) == 0
    before = target.read_bytes()
    assert run("template", "new", "cong-van", "-o", str(target)) == 2
    assert target.read_bytes() == before
    assert "van-ban-thong-bao.docx" in capsys.readouterr().out


def test_words_that_an_editor_changes_come_out_in_the_paper(tmp_path: Path) -> None:
    """The way of a unit: new, reword, keep in its folder, make."""

    folder = tmp_path / "mau"
    folder.mkdir()
    target = folder / "van-ban-giay-moi.docx"
    assert run("template", "new", "giay-moi", "-o", str(target)) == 0
    template = Document(str(target))
    changed = next(p for p in template.paragraphs if p.text.startswith("Tới dự"))
    changed.runs[0].text = changed.text.replace("Tới dự", "Đến dự")
    template.save(str(target))
    source = data_folder() / "van-ban-mau" / "giay-moi.md"
    assert run("make", "van-ban", str(source), "-o", str(tmp_path), "--templates", str(folder)) == 0
    said = [p.text for p in Document(str(tmp_path / "giay-moi" / "giay-moi.docx")).paragraphs]
    assert any(text.startswith("Đến dự cuộc họp") for text in said)


def test_a_preview_never_overwrites_the_template(tmp_path: Path) -> None:
    target = tmp_path / "van-ban-thong-bao.docx"
    assert run("template", "new", "thong-bao", "-o", str(target)) == 0
    assert run("template", "preview", str(target), "-o", str(tmp_path)) == 2


def test_a_template_of_an_unknown_kind_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mau-moi.docx"
    assert run("template", "new", "thong-bao", "-o", str(target)) == 0
    assert run("template", "preview", str(target), "-o", str(tmp_path / "thu")) == 2
    assert "--kind" in capsys.readouterr().err
    assert run("template", "preview", str(target), "--kind", "thong-bao", "-o", str(tmp_path / "thu")) == 0


@pytest.mark.office
def test_a_preview_has_a_picture_of_each_page(tmp_path: Path) -> None:
    target = tmp_path / "van-ban-ke-hoach.docx"
    target.write_bytes(previewing.new_template("van-ban-ke-hoach").data)
    out = tmp_path / "thu"
    shown = previewing.preview(target, out, day=date(2025, 11, 26), pdf=True, png=True)
    assert shown.pdf is not None
    assert len(shown.pictures) == pdf_facts(shown.pdf).page_count == 2
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in shown.pictures)


def test_no_picture_of_what_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "hong.pdf").write_bytes(b"khong phai pdf")
    with pytest.raises(SourceError):
        page_pictures(tmp_path / "hong.pdf", tmp_path)
