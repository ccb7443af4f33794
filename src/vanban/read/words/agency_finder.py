"""Names of agencies in running text, longest first, whatever spelling the text uses.

Words are compared without regard to case, to where the tone mark stands (hoà, hòa) and to spaces; a
name never begins or ends inside a word. Names may hold commas, dots, "&" and "và".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.model.agency import Agency, AgencyBook
from vanban.viet.text import tone_key

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: where it stands, whose it is, and its words as printed."""

    start: int
    end: int
    agency_id: str
    text: str


class AgencyFinder:
    """Finds the agencies of a book in text. One finder serves many texts."""

    def __init__(self, book: AgencyBook) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for agency in book.co_quan:
            for name in names_of(agency):
                if key := name_key(name):
                    self._names.setdefault(key[0], []).append((key, agency.id))
        for names in self._names.values():
            names.sort(key=lambda pair: -len(pair[0]))

    def find_all(self, text: str) -> list[Match]:
        """All names in `text`, left to right; of two that begin together the longer one."""
        tokens = [(m.start(), m.end(), _fold(m.group())) for m in _TOKEN.finditer(text)]
        found: list[Match] = []
        i = 0
        while i < len(tokens):
            hit = self._longest([token for _, _, token in tokens[i : i + 40]])
            if hit is None:
                i += 1
                continue
            size, agency_id = hit
            start, end = tokens[i][0], tokens[i + size - 1][1]
            found.append(Match(start, end, agency_id, text[start:end]))
            i += size
        return found

    def identify(self, text: str) -> str | None:
        """The id of the agency whose name is the whole text, or None."""
        matches = self.find_all(text)
        if len(matches) == 1 and matches[0].text == text.strip():
            return matches[0].agency_id
        return None

    def _longest(self, tokens: list[str]) -> tuple[int, str] | None:
        for key, agency_id in self._names.get(tokens[0], ()):
            if tuple(tokens[: len(key)]) == key:
                return len(key), agency_id
        return None


def names_of(agency: Agency) -> list[str]:
    """Every name under which the book knows an agency."""
    return [agency.ten, *([agency.viet_tat] if agency.viet_tat else []), *agency.bi_danh]


def name_key(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common."""
    return tuple(_fold(m.group()) for m in _TOKEN.finditer(name))


@lru_cache(maxsize=8192)
def _fold(token: str) -> str:
    return tone_key(token)
