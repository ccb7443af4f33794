"""The sample files: one of each kind, right in form and words, made by the command that people type."""

from datetime import date
from pathlib import Path

import pytest

from vanban.checking import check_docx
from vanban.cli.main import main
from vanban.law.decree import load_kinds
from vanban.making.plain import make_plain
from vanban.model.finding import Severity
from vanban.shipped import data_folder

SAMPLES = sorted((data_folder() / "van-ban-mau").glob("*.md"))


def test_there_is_one_of_each_kind() -> None:
    assert {p.stem.replace("-", "_") for p in SAMPLES} == {kind.ma for kind in load_kinds().kinds}


@pytest.mark.parametrize("source", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_is_right_in_form_and_words(source: Path, tmp_path: Path) -> None:
    paper = make_plain(source, tmp_path, day=date(2025, 11, 26))
    found = check_docx(paper.docx.read_bytes(), where=source.name)
    assert [f for f in found if f.muc is not Severity.GOI_Y] == []


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    return int(stop.value.code or 0)


def test_the_command_makes_a_folder_named_after_the_file(tmp_path: Path) -> None:
    source = data_folder() / "van-ban-mau" / "thong-bao.md"
    assert run("make", "van-ban", str(source), "-o", str(tmp_path)) == 0
    made = sorted(p.name for p in (tmp_path / "thong-bao").iterdir())
    assert made == ["du-lieu.json", "kiem-tra.json", "thong-bao.docx"]


def test_a_faulty_file_is_told_with_its_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "sai.md"
    source.write_text("---\nloai: thong-bao\nco_quan: so-khcnn\nsoo: 1\n---\nLời.\n", encoding="utf-8")
    assert run("make", "van-ban", str(source), "-o", str(tmp_path)) == 3
    told = capsys.readouterr().err
    assert "dòng 4" in told
    assert "“so”" in told


def test_options_of_plans_have_no_meaning_for_a_short_file(tmp_path: Path) -> None:
    assert run("make", "van-ban", str(tmp_path / "x.md"), "--task", "2.8") == 2


def test_a_final_paper_with_a_blank_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "giay-moi.md"
    source.write_text("---\nloai: giay-moi\nco_quan: so-khcn\ndu_thao: false\n---\n", encoding="utf-8")
    assert run("make", "van-ban", str(source), "-o", str(tmp_path)) == 3
    assert "địa điểm" in capsys.readouterr().err


def test_a_template_of_the_unit_wins(tmp_path: Path) -> None:
    source = data_folder() / "van-ban-mau" / "thong-bao.md"
    (tmp_path / "mau").mkdir()
    (tmp_path / "mau" / "van-ban-thong-bao.docx").write_bytes(b"khong phai docx")
    assert run("make", "van-ban", str(source), "-o", str(tmp_path), "--templates", str(tmp_path / "mau")) == 4
