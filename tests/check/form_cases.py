"""Reads the cases of form: what paper each has, and what is to be found in it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from case_files import written_cases

from vanban.check.form.checks import form_rules
from vanban.check.form.row_rules import row_rules
from vanban.law.decree import load_decree
from vanban.model.finding import Finding, Severity

CASES = Path(__file__).parent / "cases_the_thuc"
PREFIX = "the-thuc."
LAW = load_decree()
RULES = {rule.ma: rule for rule in form_rules(LAW)}
OF_ROWS = {rule.ma for component in LAW.components for rule in row_rules(component)}
RELATIONS = [ma for ma in RULES if ma not in OF_ROWS]
"""The rules that are no row of the law; the rows are tested against the law itself."""


class Case(NamedTuple):
    """One case: its rule, title, the paper, the expected findings, and lines after mending."""

    file: str
    rule: str
    title: str
    paper: dict[str, Any]
    expected: list[str]
    mended: list[str]

    @property
    def wrong(self) -> bool:
        return self.title.startswith("Sai:")


def read_cases() -> Iterator[Case]:
    for case in written_cases(CASES):
        assert case.yaml, f"{case.file}: “{case.title}” không có khung YAML"
        yield Case(case.file, case.rule, case.title, case.yaml, case.expected, case.mended)


def told(findings: Iterable[Finding], case: Case) -> list[str]:
    """The findings as a case writes them: "trang.mau (2 chỗ)", "trang.mau (cảnh báo)".

    The severity is named where it is not that of the rule. Reminders count where the case is about them.
    """
    asked = {case.rule, *(PREFIX + name.split()[0] for name in case.expected)}
    counted = Counter((f.ma, f.muc) for f in findings if f.muc is not Severity.GOI_Y or f.ma in asked)
    rows = []
    for (ma, severity), times in counted.items():
        more = [f"{times} chỗ"] * (times > 1) + [severity.value] * (severity is not RULES[ma].muc)
        rows.append(ma.removeprefix(PREFIX) + (f" ({', '.join(more)})" if more else ""))
    return sorted(rows)
