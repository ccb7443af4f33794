"""Names of agencies in running text, longest first, whatever spelling the text uses.

Words are compared without regard to case, to where the tone mark stands (hoà, hòa) and to spaces; a
name never begins or ends inside a word. Names may hold commas, dots, "&" and "và".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vanban.model.agency import Agency, AgencyBook
from vanban.viet.text import tone_key

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST = 40
"""No name has more words and marks."""
_REMEMBERED = 4096
"""Texts whose names are kept: a field of a task is asked for several times."""


class Match(NamedTuple):
    """A name found: where it stands, whose it is, and its words as printed."""

    start: int
    end: int
    agency_id: str
    text: str


class AgencyFinder:
    """Finds the agencies of a book in text. One finder serves many texts."""

    def __init__(self, book: AgencyBook) -> None:
        self._names: dict[str, list[tuple[list[str], str]]] = {}
        self._known: dict[str, tuple[Match, ...]] = {}
        for agency in book.co_quan:
            for name in names_of(agency):
                key = list(name_key(name))
                if 0 < len(key) <= _LONGEST:
                    self._names.setdefault(key[0], []).append((key, agency.id))
        for names in self._names.values():
            names.sort(key=lambda pair: -len(pair[0]))

    def find_all(self, text: str) -> list[Match]:
        """All names in `text`, left to right; of two that begin together the longer one."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[text] = tuple(self._find(text))
        return list(found)

    def _find(self, text: str) -> Iterator[Match]:
        tokens = list(map(_fold, _TOKEN.findall(text)))
        if self._names.keys().isdisjoint(tokens):
            return
        spans = [m.span() for m in _TOKEN.finditer(text)]
        i = 0
        while i < len(tokens):
            hit = self._longest(tokens, i) if tokens[i] in self._names else None
            if hit is None:
                i += 1
                continue
            size, agency_id = hit
            start, end = spans[i][0], spans[i + size - 1][1]
            yield Match(start, end, agency_id, text[start:end])
            i += size

    def identify(self, text: str) -> str | None:
        """The id of the agency whose name is the whole text, or None."""
        matches = self.find_all(text)
        if len(matches) == 1 and matches[0].text == text.strip():
            return matches[0].agency_id
        return None

    def _longest(self, tokens: list[str], at: int) -> tuple[int, str] | None:
        for key, agency_id in self._names.get(tokens[at], ()):
            if tokens[at : at + len(key)] == key:
                return len(key), agency_id
        return None


def names_of(agency: Agency) -> list[str]:
    """Every name under which the book knows an agency."""
    return [agency.ten, *([agency.viet_tat] if agency.viet_tat else []), *agency.bi_danh]


@lru_cache(maxsize=4096)
def name_key(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common."""
    return tuple(map(_fold, _TOKEN.findall(name)))


@lru_cache(maxsize=8192)
def _fold(token: str) -> str:
    return tone_key(token)
