"""The papers of the life of the sample plan, each kind once: lawful, and valid as Word files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from vanban import workflow
from vanban.making.kinds import MAKERS
from vanban.model.finding import Severity
from vanban.model.meeting import Meeting
from vanban.model.papers import PAPER_KINDS
from vanban.read.faults import read_record
from vanban.shipped import data_folder, templates_folder
from vanban.workflow import Desk, Paper

MEETING = read_record(
    (data_folder() / "cuoc-hop-mau.yaml").read_text(encoding="utf-8"), "cuoc-hop-mau.yaml", Meeting
)
ELSEWHERE = ("ke-hoach", "to-trinh", "bao-cao")
"""Kinds that `test_issued` looks at."""
KINDS = tuple(maker.ma for maker in MAKERS if maker.ma not in ELSEWHERE)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    states = workflow.read_progress(data_folder() / "tien-do-mau.yaml")
    return Desk(
        plan=workflow.read(data_folder() / "ke-hoach-100-ngay.txt"),
        book=workflow.read_book(None),
        out=tmp_path_factory.mktemp("van-ban"),
        today=date(2025, 12, 1),
        progress=states,
        meeting=MEETING,
    )


@pytest.fixture(scope="module")
def made(desk: Desk) -> dict[str, list[Paper]]:
    def asked(kind: str) -> Desk:
        return desk if "meeting" in workflow.maker_of(kind).uses else replace(desk, meeting=None)

    return {kind: workflow.make_papers(kind, asked(kind)).papers for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_papers_of_a_kind_have_no_fault_of_form(made: dict[str, list[Paper]], kind: str) -> None:
    assert made[kind]
    faults = [(p.name, str(f)) for p in made[kind] for f in p.findings if f.muc is not Severity.GOI_Y]
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_a_kind_is_a_valid_word_file(made: dict[str, list[Paper]], kind: str) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(made[kind][0].docx)).errors] == []


@pytest.mark.parametrize("template", [k.mau for k in PAPER_KINDS if k.ma not in ELSEWHERE])
def test_a_template_is_lawful_and_valid(template: str) -> None:
    path: Path = templates_folder() / template
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert workflow.check_layout(path.read_bytes(), where=path.name) == []
