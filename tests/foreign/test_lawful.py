"""Lawful papers of other people, of every kind and in many layouts, bring no fault and no warning."""

import pytest
from foreign_files import findings
from foreign_layouts import Layout
from foreign_papers import PAPERS
from foreign_variants import VARIANTS
from foreign_ways import BY_NAME, LAWFUL

from vanban.law.decree import load_kinds
from vanban.model.finding import Finding, Severity


def test_there_is_a_paper_of_each_kind() -> None:
    assert set(PAPERS) == {kind.ma for kind in load_kinds().kinds}


def told(finding: Finding) -> str:
    return f"{finding.ma} [{finding.noi}] {finding.loi_van} “{finding.trich}”"


FREQUENT = ("quyet_dinh", "ke_hoach", "bao_cao", "to_trinh", "cong_van", "quy_che", "bien_ban", "hop_dong")
"""Kinds that are tried in every layout; the others in every second one."""
CASES = [
    (kind, layout)
    for number, kind in enumerate(PAPERS)
    for layout in (LAWFUL if kind in FREQUENT else LAWFUL[number % 2 :: 2])
]


@pytest.mark.parametrize(("kind", "layout"), CASES, ids=[f"{kind}-{way.name}" for kind, way in CASES])
def test_a_lawful_paper_has_no_fault(kind: str, layout: Layout) -> None:
    found = [f for f in findings(PAPERS[kind], layout) if f.muc is not Severity.GOI_Y]
    assert not [told(f) for f in found]


@pytest.mark.parametrize("way", ["bang-hai-hang", "tab", "ngat-dong", "danh-so-tu-dong"])
@pytest.mark.parametrize("name", VARIANTS)
def test_a_lawful_paper_that_looks_odd_has_no_fault(name: str, way: str) -> None:
    found = [f for f in findings(VARIANTS[name], BY_NAME[way]) if f.muc is not Severity.GOI_Y]
    assert not [told(f) for f in found]
