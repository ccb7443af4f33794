"""The sample plan after `vanban check --fix`: its papers have no fault of form, and none of words either."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vanban import workflow
from vanban.cli.main import main
from vanban.model.finding import Severity
from vanban.read.files import read_plan
from vanban.shipped import data_folder
from vanban.workflow import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("da-sua")
    for words in (
        ("read", data_folder() / "ke-hoach-100-ngay.txt", "-o", folder / "ke-hoach.yaml"),
        ("check", folder / "ke-hoach.yaml", "--fix", folder / "da-sua.yaml"),
    ):
        with pytest.raises(SystemExit):
            main([str(word) for word in words])
    book = workflow.read_book(None)
    plan = read_plan(folder / "da-sua.yaml", book)
    return Desk(
        plan=plan,
        book=book,
        out=folder / "ra",
        today=date(2025, 12, 1),
        progress=workflow.read_progress(data_folder() / "tien-do-mau.yaml"),
        meeting=workflow.read_meeting(data_folder() / "cuoc-hop-mau.yaml", plan, book),
    )


@pytest.mark.parametrize("kind", workflow.KINDS)
def test_no_fault_is_left_in_its_papers(desk: Desk, kind: str) -> None:
    held = desk if "meeting" in workflow.maker_of(kind).uses else replace(desk, meeting=None)
    papers: list[Path] = [paper.docx for paper in workflow.make_papers(kind, held).papers]
    assert papers
    found = [f for path in papers for f in workflow.check_docx(path.read_bytes(), where=path.name)]
    assert [str(one) for one in found if one.muc is Severity.LOI] == []
