"""Mentions: each document number of the text with what stands around it, read once for several rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vanban.check.wording.reading import BREAK, Reading
from vanban.viet.citation_parts import clause_end, read_tail
from vanban.viet.doc_numbers import KINDS, DocNumber, doc_numbers

_LEAD = 48
_KINDS = "|".join(KINDS)
_BEFORE = re.compile(rf"(?<!\w)(?P<kind>{_KINDS}) (?P<so>số ?:? ?)?\Z", re.IGNORECASE)
_OWN = re.compile(r"[Ss]ố ?: ?\Z")
_CANONICAL = {kind.casefold(): kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Mention:
    """One document number in the text.

    `start` is where its kind begins (or the number where none is named); `end` where day, agency and
    subject end. `own` tells the line "Số: …" of a letterhead.
    """

    number: DocNumber
    start: int
    end: int
    kind: str
    day: date | None
    agency: str
    subject: bool
    own: bool

    @property
    def symbol(self) -> str:
        """Number and symbol in their right form."""
        return self.number.value

    @property
    def party(self) -> bool:
        """Whether the number is one of the Party ("57-NQ/TW")."""
        return "-" in self.symbol.partition("/")[0]


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """All mentions of the document, in order."""
    return tuple(_all(reading.text))


def _all(text: str) -> Iterator[Mention]:
    for number in doc_numbers(text):
        begin = max(0, number.start - _LEAD)
        lead = _BEFORE.search(text, begin, number.start)
        stop = text.find(BREAK, number.end)
        tail = read_tail(text, number.end, min(clause_end(text, number.end), stop), running=True)
        yield Mention(
            number=number,
            start=lead.start() if lead else number.start,
            end=tail.end,
            kind=_CANONICAL[lead["kind"].casefold()] if lead else "",
            day=tail.ngay,
            agency=" ".join((tail.co_quan or "").split()),
            subject=bool(tail.trich_yeu),
            own=bool(_OWN.search(text, begin, number.start)) and not lead,
        )
