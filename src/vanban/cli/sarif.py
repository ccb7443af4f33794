"""Findings as SARIF 2.1.0, the form that other programs read.

A .docx has no lines, so a place in it is a logical location ("đoạn 12") and the characters at fault stand
in `properties`; a plan has lines.
"""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from vanban import __version__
from vanban.check.house_rules import SwitchedOff
from vanban.check.rule import Rule
from vanban.model.finding import Finding, Severity

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.LOI: "error", Severity.CANH_BAO: "warning", Severity.GOI_Y: "note"}
Json = dict[str, Any]
Checks = Sequence[tuple[str, Sequence[Finding], Sequence[SwitchedOff]]]
"""For each file its name, its findings, and what the unit switched off."""


def sarif(checks: Checks, rules: Sequence[Rule]) -> Json:
    """The log of one run; what the unit switched off is there, as suppressed, with its reason."""
    reported: list[tuple[str, Finding, str | None]] = [
        (name, f, None) for name, findings, _ in checks for f in findings
    ]
    reported += [(name, f, one.ly_do) for name, _, off in checks for one in off for f in one.findings]
    used = {finding.ma for _, finding, _ in reported}
    described = [rule for rule in rules if rule.ma in used]
    index = {rule.ma: at for at, rule in enumerate(described)}
    driver = {
        "name": "vanban",
        "semanticVersion": __version__,
        "version": __version__,
        "language": "vi",
        "rules": [_rule(rule) for rule in described],
    }
    results = [_result(name, finding, reason, index) for name, finding, reason in reported]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.ma,
        "shortDescription": {"text": rule.ten},
        "fullDescription": {"text": f"{rule.vi_sao} Sai: {rule.sai}. Đúng: {rule.dung}."},
        "defaultConfiguration": {"level": _LEVELS[rule.muc]},
        "properties": {"clause": rule.can_cu, "fixable": rule.sua_duoc},
    }


def _result(name: str, finding: Finding, suppressed: str | None, index: dict[str, int]) -> Json:
    fix = f" → {finding.cach_sua}" if finding.cach_sua else ""
    result: Json = {
        "ruleId": finding.ma,
        "level": _LEVELS[finding.muc],
        "message": {"text": f"{finding.loi_van} ({finding.can_cu}){fix}"},
        "locations": [_location(name, finding)],
        "properties": _properties(finding),
    }
    if finding.ma in index:
        result["ruleIndex"] = index[finding.ma]
    if suppressed is not None:
        result["suppressions"] = [{"kind": "external", "justification": suppressed}]
    return result


def _location(name: str, finding: Finding) -> Json:
    place = finding.noi
    physical: Json = {"artifactLocation": {"uri": quote(name)}}
    if place.dong is not None and place.dong > 0:
        physical["region"] = {"startLine": place.dong}
    location: Json = {"physicalLocation": physical}
    inside = place.model_copy(update={"tep": None, "trang": None, "dong": None})
    if str(inside):
        short = f"đoạn {place.doan}" if place.doan is not None else str(inside)
        location["logicalLocations"] = [{"name": short, "fullyQualifiedName": str(inside)}]
    return location


def _properties(finding: Finding) -> Json:
    """What SARIF has no place for; keys as in `--json`."""
    place = finding.noi.model_dump(exclude_none=True, exclude={"tep"})
    found: Json = {"clause": finding.can_cu, "noi": place}
    if finding.trich:
        found["trich"] = finding.trich
    if finding.vi_tri is not None:
        found["vi_tri"] = list(finding.vi_tri)
    return found
