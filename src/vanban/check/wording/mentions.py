"""Mentions: each document number of the text with what stands around it, read once for several rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vanban.check.wording.reading import BREAK, Reading
from vanban.viet.citation_parts import clause_end, read_tail
from vanban.viet.dates import parse_date
from vanban.viet.doc_numbers import KINDS, DocNumber, doc_numbers

_LEAD = 48
_NUMBER_WORD = re.compile(r"\b[Ss]ố ?:? ?\Z")
_ISSUED_LATER = re.compile(r"[^.;\0\n]{0,160}?được ban hành ngày (\d{1,2}/\d{1,2}/\d{4})(?!\d)")
_GAP = re.compile(r"[ \0\n\t]")
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
        lead = _kind_before(text, begin, number.start)
        stop = text.find(BREAK, number.end)
        tail = read_tail(text, number.end, min(clause_end(text, number.end), stop), running=True)
        yield Mention(
            number=number,
            start=lead[0],
            end=number.end + len(text[number.end : tail.end].rstrip(" ,.;")),
            kind=lead[1],
            day=tail.ngay or _issued_later(text, number, tail.end),
            agency=" ".join((tail.co_quan or "").split()).rstrip(" ,.;"),
            subject=bool(tail.trich_yeu),
            own=bool(_OWN.search(text, begin, number.start)) and not lead[1],
        )


def _issued_later(text: str, number: DocNumber, at: int) -> date | None:
    """The day that the same sentence tells further on ("… đã được ban hành ngày 16/01/2026").

    Other documents may stand between, so the year must be that of the symbol.
    """
    year = number.value.partition("/")[2][:4]
    found = _ISSUED_LATER.match(text, at) if year.isdigit() else None
    return parse_date(found[1]) if found and found[1].endswith(year) else None


def _kind_before(text: str, begin: int, at: int) -> tuple[int, str]:
    """Where the kind before a number begins, and the kind in its right spelling; (at, "") for none."""
    word = _NUMBER_WORD.search(text, max(begin, at - 6), at)
    end = word.start() if word else at
    if text[end - 1 : end] != " ":
        return at, ""
    pieces = _GAP.split(text[begin : end - 1])
    for count in (2, 4, 3, 1):
        words = " ".join(pieces[-count:])
        kind = _CANONICAL.get(words.casefold().lstrip('(“"-+*'))
        if kind and len(pieces) > count - 1:
            return end - 1 - len(kind), kind
    return at, ""
