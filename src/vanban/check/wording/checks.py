"""All rules of wording in one call."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from vanban.check.rule import Rule
from vanban.check.wording import (
    amounts,
    capitals_bodies,
    capitals_papers,
    capitals_places,
    capitals_posts,
    citation_levels,
    citations,
    contradictions,
    dashes,
    dates,
    doubled,
    old_agencies,
    punctuation,
    spaces,
    strange_words,
    symbols,
    tone_marks,
    typing_errors,
)
from vanban.check.wording.mentions import Mention, mentions
from vanban.check.wording.passage import Passage
from vanban.check.wording.reading import Reading
from vanban.law.lexicon import Lexicon, load_lexicon
from vanban.model.finding import Finding, in_order

Check = Callable[[Reading], Iterator[Finding]]

_FAMILIES: tuple[tuple[tuple[Rule, ...], Check], ...] = (
    (capitals_places.RULES, capitals_places.check),
    (capitals_bodies.RULES, capitals_bodies.check),
    (capitals_posts.RULES, capitals_posts.check),
    (citation_levels.RULES, citation_levels.check),
    (dates.RULES, dates.check),
    (amounts.RULES, amounts.check),
    (doubled.RULES, doubled.check),
    (typing_errors.RULES, typing_errors.check),
    (strange_words.RULES, strange_words.check),
    (old_agencies.RULES, old_agencies.check),
    (spaces.RULES, spaces.check),
    (punctuation.RULES, punctuation.check),
    (dashes.RULES, dashes.check),
    (tone_marks.RULES, tone_marks.check),
)

MentionCheck = Callable[[Reading, Sequence[Mention]], Iterator[Finding]]

_OF_MENTIONS: tuple[tuple[tuple[Rule, ...], MentionCheck], ...] = (
    (symbols.RULES, symbols.check),
    (citations.RULES, citations.check),
    (contradictions.RULES, contradictions.check),
    (capitals_papers.RULES, capitals_papers.check),
)


def wording_rules() -> list[Rule]:
    """Every rule of wording, family by family."""
    families = [rules for rules, _ in (*_OF_MENTIONS, *_FAMILIES)]
    return [rule for rules in families for rule in rules]


def check_wording(
    passages: Sequence[Passage], *, lexicon: Lexicon | None = None, day: date | None = None
) -> list[Finding]:
    """All findings on the words of one document, gravest first, in the order of the text within a level.

    `passages` are in reading order; what is asked of a whole document (first mentions, one spelling
    throughout) is asked of all of them together. `day` is the date of the paper, None where it is open;
    `lexicon` the shipped one unless a unit has its own.
    """
    reading = Reading(passages, lexicon or load_lexicon(), day)
    cited = mentions(reading)
    found = [finding for _, check in _OF_MENTIONS for finding in check(reading, cited)]
    for _, check in _FAMILIES:
        found += check(reading)
    return in_order(found)
