"""Findings on a plan in the order of its tasks: what concerns the whole first."""

from collections.abc import Sequence

from vanban.model.finding import Finding, in_order

WHOLE = ""
"""Stands for the number of a task where a finding is on the plan as a whole."""


def by_task(findings: Sequence[Finding], tasks: Sequence[str]) -> list[tuple[str, list[Finding]]]:
    """For each task with findings its number and them, gravest first; `tasks` are all numbers in order."""
    found: dict[str, list[Finding]] = {number: [] for number in (WHOLE, *tasks)}
    for finding in in_order(list(findings)):
        found.setdefault(finding.noi.nhiem_vu or WHOLE, []).append(finding)
    return [(number, rows) for number, rows in found.items() if rows]
