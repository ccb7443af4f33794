"""Every rule of form that is a relation on readable cases: what must be said, and what must not.

The cases stand in `cases_the_thuc/*.md`, to be read by officials: a heading for each rule, and under it cases
"Sai" and "Đúng", each a lawful paper with a difference, the findings, and the lines after mending.
"""

import io
import zipfile
from collections import Counter
from fnmatch import fnmatchcase
from functools import cache

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from foreign_faults import FAULTS, Fault
from foreign_files import build
from foreign_papers import PAPERS
from foreign_ways import BY_NAME
from form_case_papers import docx_of, findings_of, layout_findings
from form_cases import PREFIX, RELATIONS, RULES, read_cases, told

from vanban.model.finding import Finding
from vanban.viet.text import strip_marks
from vanban.word.mend import mended

ALL = list(read_cases())
IDS = [strip_marks(f"{case.rule.removeprefix(PREFIX)}: {case.title}") for case in ALL]


FOLLOWS = ("the-thuc.ke-", "the-thuc.co-chu.dong-bo")
"""What larger letters bring to light: a rule line drawn for the small ones, sizes that do not go together."""


@cache
def found(index: int) -> tuple[Finding, ...]:
    return tuple(findings_of(ALL[index].paper))


@pytest.mark.parametrize("index", range(len(ALL)), ids=IDS)
def test_a_case_is_judged_as_it_says(index: int) -> None:
    assert told(found(index), ALL[index]) == ALL[index].expected


def test_every_relation_has_a_case_for_and_a_case_against() -> None:
    told_in = {True: set(), False: set()}
    for case in ALL:
        told_in[case.wrong].add(case.rule)
        names = {row.split()[0] for row in case.expected}
        assert (case.rule.removeprefix(PREFIX) in names) is case.wrong, case.title
    assert told_in == {True: set(RELATIONS), False: set(RELATIONS)}


def mends(findings: tuple[Finding, ...] | list[Finding]) -> list[Finding]:
    return [one for one in findings if one.sua]


def test_every_relation_that_is_mended_shows_it() -> None:
    shown = {one.ma for at, case in enumerate(ALL) if case.wrong for one in found(at) if one.sua}
    assert {ma for ma in RELATIONS if RULES[ma].sua_duoc} <= shown


MENDED = [at for at, case in enumerate(ALL) if case.wrong and RULES[case.rule].sua_duoc]


@pytest.mark.parametrize("index", MENDED, ids=[IDS[at] for at in MENDED])
def test_a_mended_case_says_what_it_should(index: int) -> None:
    case = ALL[index]
    asked = [mend for one in mends(found(index)) for mend in one.sua]
    if not asked:
        assert not case.mended
        return
    data = docx_of(case.paper)
    result = mended(data, asked)
    assert not result.skipped
    assert not told(layout_findings(result.data), case)
    assert set(case.mended) == set(lines(result.data)) - set(lines(data))


def lines(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = parse_xml(package.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def counted(findings: list[Finding]) -> Counter[tuple[str, int | None]]:
    return Counter((one.ma, one.noi.doan) for one in findings)


def may_be_mended(fault: Fault) -> bool:
    ids = [rule.ma for rule in RULES.values() if rule.sua_duoc]
    return any(fnmatchcase(ma, pattern) for ma in ids for pattern in fault.rules)


TO_MEND = [fault for fault in FAULTS if may_be_mended(fault)]


@pytest.mark.parametrize("fault", TO_MEND, ids=lambda fault: strip_marks(fault.name))
def test_the_mends_of_a_planted_fault_leave_none_of_it(fault: Fault) -> None:
    data = build(*fault.change(PAPERS[fault.kind], BY_NAME[fault.ways[0]]))
    before = layout_findings(data)
    asked = mends(before)
    result = mended(data, [mend for one in asked for mend in one.sua])
    assert not result.skipped
    after = layout_findings(result.data)
    assert not counted(after) & counted(asked)
    more = counted(after) - counted(before)
    assert not [ma for ma, _ in more if not ma.startswith(FOLLOWS)]
