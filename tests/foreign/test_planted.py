"""A fault planted into a lawful paper of other people is found, and nothing else becomes a fault."""

from fnmatch import fnmatchcase

import pytest
from foreign_faults import FAULTS, Fault
from foreign_files import findings
from foreign_papers import PAPERS
from foreign_ways import BY_NAME

from vanban.model.finding import Severity
from vanban.viet.text import strip_marks

CASES = [(fault, way) for fault in FAULTS for way in fault.ways]
IDS = [strip_marks(f"{fault.name} ({way})") for fault, way in CASES]


@pytest.mark.parametrize(("fault", "way"), CASES, ids=IDS)
def test_only_the_planted_fault_is_found(fault: Fault, way: str) -> None:
    found = findings(*fault.change(PAPERS[fault.kind], BY_NAME[way]))
    told = [f for f in found if any(fnmatchcase(f.ma, rule) for rule in fault.rules)]
    others = [f for f in found if f not in told and f.muc is Severity.LOI]
    assert not [f"{f.ma} [{f.noi}] {f.loi_van} “{f.trich}”" for f in others]
    assert told, [f"{f.ma} [{f.noi}] {f.loi_van}" for f in found]
