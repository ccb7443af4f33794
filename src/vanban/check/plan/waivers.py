"""Findings that people waived, with their reasons: kept apart, never lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.model.decision import Decision, DecisionKind
from vanban.model.finding import Finding
from vanban.model.plan import Plan, numbered


@dataclass
class Waived:
    """One decision to leave a fault as it is, and the findings that it covers."""

    decision: Decision
    findings: list[Finding] = field(default_factory=list)


@dataclass
class Sifted:
    """Findings that stay, those waived, and waivers that no longer cover anything."""

    findings: list[Finding] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    lost: list[Decision] = field(default_factory=list)


def sift(findings: Sequence[Finding], plan: Plan) -> Sifted:
    """Takes out what the plan's decisions waive; each finding goes to the first decision that covers it."""
    rows = [Waived(one) for one in plan.quyet_dinh if one.loai is DecisionKind.BO_QUA]
    if not rows:
        return Sifted(list(findings))
    numbers = {task.nhiem_vu.id: task.so for task in numbered(plan)}
    result = Sifted()
    for finding in findings:
        row = next((row for row in rows if _covers(row.decision, finding, numbers)), None)
        (result.findings if row is None else row.findings).append(finding)
    result.waived = [row for row in rows if row.findings]
    result.lost = [row.decision for row in rows if not row.findings]
    return result


def _covers(one: Decision, finding: Finding, numbers: dict[str, str]) -> bool:
    if finding.ma != one.ma:
        return False
    task = numbers.get(one.nhiem_vu or "", one.nhiem_vu)
    if task and finding.noi.nhiem_vu != task:
        return False
    if one.truong and one.truong.casefold() not in _names(finding):
        return False
    return not one.chu or one.chu.casefold() in f"{finding.trich}\n{finding.loi_van}".casefold()


def _names(finding: Finding) -> set[str]:
    return {name.casefold() for name in (finding.noi.truong, finding.noi.phan) if name}
