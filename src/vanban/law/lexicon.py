"""The lexicon: names and words that the rules of wording look for, as data.

The law gives the rules (Phụ lục II), this file the names that they are about: agencies, ministries,
provinces, statutes; agencies that no longer exist; compounds of administrative language. A user adds
words of an own file with `Lexicon.with_more`.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import resources

from pydantic import Field

from vanban.law.source import parse
from vanban.model.record import Record, Text


class OldAgency(Record):
    """A name out of use since `tu`; `nay` is the present name, None where it must be asked for."""

    ten: Text
    tu: date
    nay: Text | None = None


class LexiconFile(Record):
    """The shape of `lexicon.yaml`.

    Long tables are plain lines, which load ten times faster than lists: names one a line, compounds as
    "first: second second …", misspellings as "wrong: right".
    """

    co_quan_cu: list[OldAgency]
    linh_vuc: Text
    ten_rieng_chac: Text
    ten_rieng_nen: Text
    tinh: Text
    luat: Text
    ghep: Text = Field(min_length=1)
    quen: Text = Field(min_length=1)
    nuoc_ngoai: Text = ""
    mot_minh: Text = ""
    lap_dung: Text = ""
    hay_sai: Text = ""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the rules of wording know by name. Compounds and known pairs are in small letters.

    `compounds` are words that a strange pair may be a miswriting of; `known` are further pairs of
    neighbouring syllables that are right.
    """

    old_agencies: tuple[OldAgency, ...]
    fields: tuple[str, ...]
    """What follows "Bộ", "Sở" in the names of ministries and departments."""
    sure_names: tuple[str, ...]
    likely_names: tuple[str, ...]
    provinces: frozenset[str]
    statutes: tuple[str, ...]
    compounds: frozenset[str]
    known: frozenset[str]
    foreign: frozenset[str]
    misspelled: tuple[tuple[str, str], ...]
    """Words often misspelled, each with its right spelling."""
    alone: frozenset[str]
    """Syllables that often stand alone, so that a strange neighbour proves nothing."""
    twice: frozenset[str]
    """Syllables that may be written twice."""
    syllables: frozenset[str]
    """Every syllable of the compounds and known pairs."""

    def with_more(self, compounds: Iterable[str] = (), known: Iterable[str] = ()) -> "Lexicon":
        """The lexicon with a user's own words added: compounds to watch over, pairs to let pass."""
        return replace(
            self,
            compounds=self.compounds | {_plain(one) for one in compounds},
            known=self.known | {_plain(one) for one in known},
        )


def parse_lexicon(text: str, where: str = "lexicon.yaml") -> Lexicon:
    """The lexicon in `text`; SourceError names every fault with its key."""
    file = parse(text, where, LexiconFile)
    compounds, known = _pairs(file.ghep), _pairs(file.quen)
    return Lexicon(
        old_agencies=tuple(file.co_quan_cu),
        fields=_lines(file.linh_vuc),
        sure_names=_lines(file.ten_rieng_chac),
        likely_names=_lines(file.ten_rieng_nen),
        provinces=frozenset(" ".join(name.split()) for name in file.tinh.split(",")),
        statutes=_lines(file.luat),
        compounds=compounds,
        known=known,
        foreign=frozenset(file.nuoc_ngoai.split()),
        misspelled=tuple(_cut(line) for line in _lines(file.hay_sai)),
        alone=frozenset(file.mot_minh.split()),
        twice=frozenset(file.lap_dung.split()),
        syllables=frozenset(" ".join((*compounds, *known)).split()),
    )


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon as shipped."""
    text = resources.files("vanban.law").joinpath("lexicon.yaml").read_text(encoding="utf-8")
    return parse_lexicon(text)


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).lower().split())


def _pairs(table: str) -> frozenset[str]:
    """The pairs of a table whose lines are "first: second second …"."""
    found: set[str] = set()
    for line in table.splitlines():
        first, _, seconds = line.partition(":")
        found.update(f"{first.strip()} {second}" for second in seconds.split())
    return frozenset(found)


def _lines(table: str) -> tuple[str, ...]:
    """The lines of a table without the blank ones."""
    return tuple(line.strip() for line in table.splitlines() if line.strip())


def _cut(line: str) -> tuple[str, str]:
    wrong, _, right = line.partition(":")
    return wrong.strip(), right.strip()
