"""A whole .docx under check: its layout and its words, in one call."""

from datetime import date

from vanban.check.form.checks import check_papers
from vanban.check.form.paper import Paper
from vanban.check.form.papers import Papers, papers_of
from vanban.check.form.words import words
from vanban.check.passages import passages_of
from vanban.check.wording.checks import check_wording
from vanban.law.decree import Decree, Kinds
from vanban.law.lexicon import Lexicon
from vanban.model.finding import Finding, in_order
from vanban.model.sheet import Sheet
from vanban.viet.dates import make_date, match_date_line


def check_document(
    sheet: Sheet, decree: Decree, kinds: Kinds, *, where: str, lexicon: Lexicon | None = None
) -> list[Finding]:
    """Every finding on a file, gravest first: form against the decree, then wording.

    A template that was not rendered has no words yet, so only its form is checked. `lexicon` is the
    shipped one unless a unit has its own.
    """
    papers = papers_of(sheet, decree, kinds, where)
    found = check_papers(papers)
    if not papers.whole.template:
        passages = passages_of(sheet, papers)
        found += check_wording(passages, lexicon=lexicon, day=day_of(papers))
    return in_order(found)


def day_of(papers: Papers) -> date | None:
    """The day that the first paper bears; None while it is a draft."""
    first: Paper | None = next(iter(papers.each), None)
    line = first.first("dia_danh_thoi_gian") if first else None
    parts = match_date_line(" ".join(words(line).split())) if line else None
    if parts is None or parts.day is None or parts.month is None or parts.year is None:
        return None
    return make_date(parts.day, parts.month, parts.year)
