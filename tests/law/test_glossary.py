"""The glossary explains every key that people read or type, and no key that is gone."""

import re
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest

from vanban.law import decree
from vanban.model import (
    agency,
    assignment,
    attached,
    blocks,
    citation,
    deadline,
    decision,
    document,
    duties,
    follow_up,
    house_rules,
    ledger,
    meeting,
    period_report,
    plain,
    plain_forms,
    plan,
    progress,
    report,
)
from vanban.model.record import Record

GLOSSARY = Path(__file__).parents[2] / "docs" / "tu-dien-thuat-ngu.md"
CHAPTERS: dict[int, tuple[ModuleType, ...]] = {
    1: (plan, assignment, duties, decision, deadline, citation),
    2: (agency,),
    3: (progress, ledger, meeting),
    4: (document, attached, period_report, report, follow_up),
    5: (decree,),
    6: (house_rules,),
    7: (blocks, plain, plain_forms),
}


def keys_of(noun: type[Record] | type[StrEnum]) -> set[str]:
    """Own fields of a record (not those of its base), or the values of an enumeration."""
    if issubclass(noun, StrEnum):
        return {member.value for member in noun}
    inherited = {name for base in noun.__bases__ if issubclass(base, Record) for name in base.model_fields}
    return set(noun.model_fields) - inherited


def nouns(module: ModuleType) -> list[type[Record] | type[StrEnum]]:
    return [
        noun
        for noun in vars(module).values()
        if isinstance(noun, type)
        and issubclass(noun, Record | StrEnum)
        and noun.__module__ == module.__name__
    ]


def explained() -> dict[tuple[int, str], set[str]]:
    """Chapter and name of the record → keys of its table."""
    tables: dict[tuple[int, str], set[str]] = {}
    chapter, name = 0, ""
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## (\d)\. ", line):
            chapter = int(heading[1])
        elif heading := re.match(r"### .* \(`(\w+)`\)$", line):
            name = heading[1]
            assert (chapter, name) not in tables, f"{name}: hai bảng"
            tables[chapter, name] = set()
        elif row := re.match(r"\| `(\w+)` \|", line):
            tables[chapter, name].add(row[1])
    return tables


WANTED = {
    (chapter, noun.__name__): keys_of(noun)
    for chapter, modules in CHAPTERS.items()
    for module in modules
    for noun in nouns(module)
    if keys_of(noun)
}


@pytest.mark.parametrize("place", WANTED, ids=lambda place: f"{place[0]}-{place[1]}")
def test_every_key_is_explained(place: tuple[int, str]) -> None:
    assert explained().get(place, set()) == WANTED[place]


def test_no_record_is_explained_that_is_gone() -> None:
    assert explained().keys() == WANTED.keys()


def test_every_row_is_whole() -> None:
    rows = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert [row for row in cells if len(row) != 4 or not all(row[:3])] == []
