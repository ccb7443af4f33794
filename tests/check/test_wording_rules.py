"""Every rule of wording on readable cases: what must be said, what must not, and what a mend makes of it.

The cases stand in `cases_cau_chu/*.md`, to be read by officials: a heading for each rule, and under it cases
"Sai" and "Đúng" with quoted paragraphs, the findings with the words at fault, and the text after mending.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from case_files import written_cases

from vanban.check.wording.checks import check_wording, wording_rules
from vanban.check.wording.passage import Passage
from vanban.model.finding import Finding, Place, Severity
from vanban.model.mend import TextMend

CASES = Path(__file__).parent / "cases_cau_chu"
PREFIX = "cau-chu."
RULES = {rule.ma: rule for rule in wording_rules()}


class Case(NamedTuple):
    """One case: its rule, title, paragraphs, date, expected findings, and paragraphs after mending."""

    rule: str
    title: str
    paragraphs: list[str]
    day: date | None
    expected: list[str]
    mended: list[str] | None


def read_cases() -> Iterator[Case]:
    for case in written_cases(CASES):
        day = re.search(r"^Ngày: (\S+)$", case.words, re.M)
        yield Case(
            rule=case.rule,
            title=case.title,
            paragraphs=re.findall(r"^> (.*)$", case.words, re.M),
            day=date.fromisoformat(day[1]) if day else None,
            expected=case.expected,
            mended=([] if case.mended == ["không"] else case.mended) if case.mended else None,
        )


ALL = list(read_cases())


def judge(paragraphs: list[str], day: date | None = None) -> list[Finding]:
    passages = [
        Passage(text, Place(doan=number), genre="can_cu" if text.startswith("Căn cứ ") else "loi_van")
        for number, text in enumerate(paragraphs, start=1)
    ]
    return check_wording(passages, day=day)


def mend(paragraphs: list[str], findings: list[Finding]) -> list[str]:
    """The paragraphs with all mends of the findings, from the last to the first."""
    texts = list(paragraphs)
    mends = [one for finding in findings for one in finding.sua if isinstance(one, TextMend)]
    for one in sorted(mends, key=lambda one: (one.doan, one.tu), reverse=True):
        text = texts[one.doan - 1]
        texts[one.doan - 1] = text[: one.tu] + one.moi + text[one.den :]
    return texts


def said(findings: list[Finding], paragraphs: list[str]) -> list[str]:
    rows = []
    for one in findings:
        assert one.vi_tri is not None
        assert one.noi.doan is not None
        start, end = one.vi_tri
        rows.append(f"{one.ma.removeprefix(PREFIX)} “{paragraphs[one.noi.doan - 1][start:end]}”")
    return sorted(rows)


@pytest.mark.parametrize("case", ALL, ids=[f"{case.rule}: {case.title}" for case in ALL])
def test_a_case_is_judged_as_it_says(case: Case) -> None:
    assert said(judge(case.paragraphs, case.day), case.paragraphs) == case.expected


@pytest.mark.parametrize("case", [one for one in ALL if one.mended is not None], ids=lambda one: one.title)
def test_a_mend_makes_the_text_right(case: Case) -> None:
    fixed = mend(case.paragraphs, judge(case.paragraphs, case.day))
    changed = [new for old, new in zip(case.paragraphs, fixed, strict=True) if new != old]
    assert changed == case.mended
    if changed:
        assert [one.ma for one in judge(fixed, case.day) if one.sua or one.ma == case.rule] == []


@pytest.mark.parametrize("rule", list(RULES))
def test_every_rule_has_a_case_for_and_a_case_against(rule: str) -> None:
    name = rule.removeprefix(PREFIX)
    told: dict[str, set[bool]] = {"Sai": set(), "Đúng": set()}
    for case in ALL:
        if case.rule == rule:
            found = any(row.startswith(f"{name} ") for row in case.expected)
            told[case.title.split(":")[0]].add(found)
    assert told == {"Sai": {True}, "Đúng": {False}}


@pytest.mark.parametrize("rule", [one for one in RULES.values() if one.sua_duoc], ids=lambda one: one.ma)
def test_every_rule_that_mends_shows_a_mended_text(rule: object) -> None:
    ma = getattr(rule, "ma", "")
    assert any(case.mended for case in ALL if case.rule == ma)


def test_cases_speak_of_rules_that_exist() -> None:
    assert {case.rule for case in ALL} <= set(RULES)


def test_rules_are_told_apart_and_explained() -> None:
    assert len(RULES) == len(wording_rules())
    for rule in RULES.values():
        assert re.fullmatch(r"cau-chu\.[a-z0-9-]+", rule.ma)
        assert all((rule.ten, rule.vi_sao, rule.can_cu, rule.sai, rule.dung))
        assert rule.sai != rule.dung


def test_findings_say_what_to_do_and_mends_stay_with_their_rule() -> None:
    for case in ALL:
        for one in judge(case.paragraphs, case.day):
            assert one.cach_sua
            assert one.loi_van.endswith(".")
            assert RULES[one.ma].sua_duoc or not one.sua
            assert one.muc.rank >= RULES[one.ma].muc.rank


def test_only_the_decree_makes_a_fault_grave() -> None:
    for rule in RULES.values():
        assert rule.muc is not Severity.LOI or rule.can_cu.startswith("Phụ lục")
