"""All checks of the layout of a paper, in one call; and all their rules, for the manual."""

from collections.abc import Callable, Iterator
from typing import Final

from vanban.check.form import (
    agency,
    appendix,
    blanks,
    endings,
    levels,
    numbering,
    place_date,
    presence,
    recipients,
    scope,
    signature,
    sizes,
    subject_letter,
    symbol,
    title,
)
from vanban.check.form.body import body_rules, check_body
from vanban.check.form.looks import check_looks
from vanban.check.form.page import check_page, page_rules
from vanban.check.form.page_numbers import check_page_numbers, page_number_rules
from vanban.check.form.paper import Paper
from vanban.check.form.papers import Papers, papers_of
from vanban.check.form.row_rules import line_rule, row_rules
from vanban.check.form.rule_lines import check_rule_lines
from vanban.check.rule import Rule
from vanban.law.decree import Decree, Kinds
from vanban.model.finding import Finding, in_order
from vanban.model.sheet import Sheet

Check = Callable[[Paper], Iterator[Finding]]

_ONCE: Final[tuple[Check, ...]] = (check_page, check_page_numbers)
"""What is asked once for a file, however many papers it holds."""

_LAYOUT: Final[tuple[Check, ...]] = (check_looks, check_body, check_rule_lines, presence.check_presence)
"""What can be told of a template too."""

_WORDS: Final[tuple[Check, ...]] = (
    title.check_title,
    agency.check_agency,
    symbol.check_symbol,
    place_date.check_place_and_date,
    subject_letter.check_letter_subject,
    recipients.check_recipients,
    endings.check_endings,
    signature.check_signature,
    appendix.check_appendices,
    numbering.check_numbering,
    sizes.check_sizes,
    blanks.check_blanks,
)


def check_sheet(sheet: Sheet, decree: Decree, kinds: Kinds, *, where: str) -> list[Finding]:
    """Every finding on the layout of a file, gravest first. `where` names the file in the findings.

    A file may hold several papers (a decision and the plan issued with it): each is checked by itself.
    Of a template that was not rendered only the layout is checked: its words are not there yet. Of what
    is no administrative paper under this decree nothing is said but that.
    """
    return check_papers(papers_of(sheet, decree, kinds, where))


def check_papers(papers: Papers) -> list[Finding]:
    """Every finding on the layout of the papers of a file, gravest first."""
    found = list(scope.check_scope(papers))
    under = [paper for paper in papers.each if scope.is_under(paper)]
    if under:
        found += [finding for check in _ONCE for finding in check(papers.whole)]
    for paper in under:
        checks = _LAYOUT if paper.template else _LAYOUT + _WORDS
        found += [finding for check in checks for finding in check(paper)]
    return in_order(found)


def form_rules(decree: Decree) -> list[Rule]:
    """Every rule of the layout: first those of the rows of the law, then those of relations."""
    return [
        *page_rules(decree).values(),
        *page_number_rules(decree).values(),
        *(rule for component in decree.components for rule in row_rules(component)),
        *body_rules(decree).values(),
        *(line_rule(line, decree, aspect) for line in decree.lines for aspect in ("thieu", "do-dai")),
        *title.RULES,
        *agency.RULES,
        *symbol.RULES,
        *place_date.RULES,
        *subject_letter.RULES,
        *presence.RULES,
        *recipients.RULES,
        *endings.RULES,
        *signature.RULES,
        *appendix.RULES,
        *levels.RULES,
        *numbering.RULES,
        *sizes.RULES,
        *blanks.RULES,
        *scope.RULES,
    ]
