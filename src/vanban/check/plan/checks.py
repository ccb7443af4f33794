"""All rules for a plan in one call."""

from collections.abc import Callable, Iterator

from vanban.check.plan import (
    abbreviations,
    agency_names,
    assignments,
    authority,
    bases,
    citations,
    consistency,
    copies,
    deadlines,
    general_wording,
    marks,
    missing,
    numbering,
    organisation,
    papers,
    phrases,
    products,
    span,
    structure,
    timing,
    whole,
    wording,
)
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.agency import AgencyBook
from vanban.model.finding import Finding, in_order
from vanban.model.plan import Plan

Check = Callable[[Reading], Iterator[Finding]]

_FAMILIES: tuple[tuple[tuple[Rule, ...], Check], ...] = (
    (numbering.RULES, numbering.check),
    (structure.RULES, structure.check),
    (missing.RULES, missing.check),
    (deadlines.RULES, deadlines.check),
    (timing.RULES, timing.check),
    (span.RULES, span.check),
    (assignments.RULES, assignments.check),
    (agency_names.RULES, agency_names.check),
    (products.RULES, products.check),
    (authority.RULES, authority.check),
    (papers.RULES, papers.check),
    (copies.RULES, copies.check),
    (citations.RULES, citations.check),
    (bases.RULES, bases.check),
    (wording.RULES, wording.check),
    (whole.RULES, whole.check),
    (organisation.RULES, organisation.check),
    (consistency.RULES, consistency.check),
    (marks.RULES, marks.check),
    (abbreviations.RULES, abbreviations.check),
    (phrases.RULES, phrases.check),
)


def all_rules() -> list[Rule]:
    """Every rule for plans alone, family by family; `check.wording` has those for any text."""
    return [rule for rules, _ in _FAMILIES for rule in rules]


def check_plan(plan: Plan, book: AgencyBook) -> list[Finding]:
    """All findings on a plan, gravest first, each fault once at its cause.

    `book` tells which names are one agency and which are general groups. Where a task carries copied
    words, other findings on those same words are left out: they belong to the task that they came from.
    """
    checks = [*(check for _, check in _FAMILIES), general_wording.check]
    reading = Reading(plan, book)
    found = [finding for check in checks for finding in check(reading)]
    kept = [
        one
        for one in found
        if one.ma == copies.COPIED.ma or (one.noi.nhiem_vu, one.noi.truong) not in reading.foreign
    ]
    return in_order(kept)
