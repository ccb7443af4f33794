"""Lawful papers of other people, of every kind and in many layouts, bring no fault and no warning."""

import pytest
from foreign_files import findings
from foreign_layouts import Layout
from foreign_papers import PAPERS
from foreign_ways import LAWFUL

from vanban.law.decree import load_kinds
from vanban.model.finding import Severity


def test_there_is_a_paper_of_each_kind() -> None:
    assert set(PAPERS) == {kind.ma for kind in load_kinds().kinds}


@pytest.mark.parametrize("layout", LAWFUL, ids=lambda layout: layout.name)
@pytest.mark.parametrize("kind", PAPERS)
def test_a_lawful_paper_has_no_fault(kind: str, layout: Layout) -> None:
    found = [f for f in findings(PAPERS[kind], layout) if f.muc is not Severity.GOI_Y]
    assert not [f"{f.ma} [{f.noi}] {f.loi_van} “{f.trich}”" for f in found]
