"""Each lawful line in a lawful paper of other people: no fault, no warning."""

from dataclasses import replace

import pytest
from foreign_files import findings
from foreign_lines import AGENCIES, DATES, GROUNDS, NUMBERS, RECEIVERS, SIGNERS
from foreign_papers import PAPERS
from foreign_ways import BY_NAME
from foreign_words import Paper, Signer

from vanban.model.finding import Severity
from vanban.viet.text import strip_marks

NOTICE = PAPERS["thong_bao"]
WAY = BY_NAME["bang-hai-hang"]


def told(paper: Paper, way: str = WAY.name) -> list[str]:
    found = [f for f in findings(paper, BY_NAME[way]) if f.muc is not Severity.GOI_Y]
    return [f"{f.ma} [{f.noi}] {f.loi_van} “{f.trich}”" for f in found]


def name(value: object) -> str:
    return strip_marks("/".join(value) if isinstance(value, tuple) else str(value))


@pytest.mark.parametrize("way", ["bang-hai-hang", "ngat-dong"])
@pytest.mark.parametrize("lines", SIGNERS, ids=name)
def test_a_lawful_signer(lines: tuple[str, ...], way: str) -> None:
    assert not told(replace(NOTICE, signers=(Signer(lines, "Hoàng Văn Mẫu"),)), way)


@pytest.mark.parametrize(("kind", "number"), NUMBERS, ids=name)
def test_a_lawful_number(kind: str, number: str) -> None:
    paper = PAPERS[kind]
    if not paper.signers:  # issued with a decision: let it stand for itself
        paper = replace(NOTICE, kind=kind, title=paper.title)
    assert not told(replace(paper, number=number))


@pytest.mark.parametrize("line", DATES, ids=name)
def test_a_lawful_date(line: str) -> None:
    assert not told(replace(NOTICE, place_date=line))


@pytest.mark.parametrize("lines", RECEIVERS, ids=name)
def test_lawful_receivers(lines: tuple[str, ...]) -> None:
    assert not told(replace(NOTICE, receivers=lines))


@pytest.mark.parametrize("grounds", GROUNDS, ids=lambda grounds: name(grounds)[:40])
def test_lawful_grounds(grounds: tuple[str, ...]) -> None:
    assert not told(replace(PAPERS["quyet_dinh"], grounds=grounds))


@pytest.mark.parametrize("way", ["bang-mot-hang", "bang-ba-hang", "mot-doan"])
@pytest.mark.parametrize(("superior", "agency"), AGENCIES, ids=name)
def test_lawful_names_of_agencies(superior: tuple[str, ...], agency: tuple[str, ...], way: str) -> None:
    assert not told(replace(NOTICE, superior=superior, agency=agency), way)
