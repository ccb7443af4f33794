"""`vanban read … -o plan.xlsx`: a workbook for Excel, and a clear word where a file cannot be that."""

from pathlib import Path

import pytest

from vanban.beside import read_book
from vanban.cli.main import main
from vanban.read.files import read_plan
from vanban.read.workbook.plan import read_xlsx_plan
from vanban.shipped import data_folder

PLAN = data_folder() / "ke-hoach-100-ngay.txt"


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stop:
        main([str(word) for word in words])
    return int(stop.value.code or 0), "".join(capsys.readouterr())


def test_a_plan_is_written_as_a_workbook(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "kế hoạch.XLSX"
    code, said = call(capsys, "read", PLAN, "-o", target)
    assert code == 0
    assert "25 nhiệm vụ" in said
    book = read_book(None, PLAN)
    assert read_xlsx_plan(target.read_bytes(), book, where="x") == read_plan(PLAN, book)


@pytest.mark.parametrize("name", ["a.xls", "a.docx", "a.pdf", "a.csv"])
def test_what_a_plan_is_not_written_as(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, said = call(capsys, "read", PLAN, "-o", tmp_path / name)
    assert code == 2
    assert ".xlsx" in said
    assert not (tmp_path / name).exists()
