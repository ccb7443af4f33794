"""All checks of the layout of a paper, in one call; and all their rules, for the manual."""

from collections.abc import Callable, Iterator
from typing import Final

from vanban.check.form import (
    appendix,
    blanks,
    endings,
    numbering,
    place_date,
    presence,
    recipients,
    signature,
    symbol,
)
from vanban.check.form.body import body_rules, check_body
from vanban.check.form.looks import check_looks
from vanban.check.form.page import check_page, page_rules
from vanban.check.form.page_numbers import check_page_numbers, page_number_rules
from vanban.check.form.paper import Paper, paper_of
from vanban.check.form.parts import is_foreign
from vanban.check.form.row_rules import line_rule, row_rules
from vanban.check.form.rule_lines import check_rule_lines
from vanban.check.form.static_rules import custom
from vanban.check.rule import Rule
from vanban.law.decree import Decree, Kinds
from vanban.model.finding import Finding, Place, Severity, in_order
from vanban.model.sheet import Sheet

FOREIGN: Final = custom(
    "mau-khac",
    "Văn bản không làm từ mẫu của chương trình",
    sai="văn bản soạn từ một tệp Word trống",
    dung="văn bản soạn từ mẫu có các kiểu “VB …”",
    vi_sao="Các thành phần được nhận ra qua tên kiểu Word của mẫu; không có kiểu thì chưa nhận ra được.",
    muc=Severity.GOI_Y,
)

Check = Callable[[Paper], Iterator[Finding]]

_LAYOUT: Final[tuple[Check, ...]] = (
    check_page,
    check_page_numbers,
    check_looks,
    check_body,
    check_rule_lines,
    presence.check_presence,
)
"""What can be told of a template too."""

_WORDS: Final[tuple[Check, ...]] = (
    symbol.check_symbol,
    place_date.check_place_and_date,
    recipients.check_recipients,
    endings.check_endings,
    signature.check_signature,
    appendix.check_appendices,
    numbering.check_numbering,
    blanks.check_blanks,
)


def check_sheet(sheet: Sheet, decree: Decree, kinds: Kinds, *, where: str) -> list[Finding]:
    """Every finding on the layout of a paper, gravest first. `where` names the file in the findings.

    Of a template that was not rendered only the layout is checked: its words are not there yet.
    """
    if is_foreign(sheet):
        message = (
            "văn bản này không làm từ mẫu của chương trình (không có kiểu Word nào tên “VB …”), "
            "nên chưa nhận ra được các thành phần để kiểm tra thể thức"
        )
        return [FOREIGN.finding(Place(tep=where or None), message)]
    paper = paper_of(sheet, decree, kinds, where)
    checks = _LAYOUT if paper.template else _LAYOUT + _WORDS
    return in_order([finding for check in checks for finding in check(paper)])


def form_rules(decree: Decree) -> list[Rule]:
    """Every rule of the layout: first those of the rows of the law, then those of relations."""
    return [
        *page_rules(decree).values(),
        *page_number_rules(decree).values(),
        *(rule for component in decree.components for rule in row_rules(component)),
        *body_rules(decree).values(),
        *(line_rule(line, decree, aspect) for line in decree.lines for aspect in ("thieu", "do-dai")),
        *symbol.RULES,
        *place_date.RULES,
        *presence.RULES,
        *recipients.RULES,
        *endings.RULES,
        *signature.RULES,
        *appendix.RULES,
        *numbering.RULES,
        *blanks.RULES,
        FOREIGN,
    ]
