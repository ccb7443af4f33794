"""A workbook of tables: the sheets that a program writes, and the sheets that it has read.

Pure data; `office/xlsx.py` writes it as a file, `office/xlsx_reading.py` reads one.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell holds; None and "" are an empty cell."""


MAX_CELL: Final = 32_767
"""Characters that a cell of Excel holds."""
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Look(Enum):
    """How the cells of a column look."""

    TEXT = "text"
    """Words that may be long: wrapped, at the top."""
    CODE = "code"
    """Short words that must stay words: task numbers, ids, symbols of papers."""
    DATE = "date"
    """A day, shown as 15/08/2025."""
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that is written.

    `width` is in characters of the usual font. `choices` are offered in a list; other words are refused
    where `only_choices` is set. A hidden column is for programs.
    """

    heading: str
    width: float = 20
    look: Look = Look.TEXT
    choices: tuple[str, ...] = ()
    only_choices: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet to write: lines above the table, its columns, its rows.

    `strong_rows` are indices of rows that head those below them. `frozen_columns` stay in sight when
    a person scrolls to the right, as the headings do when they scroll down.
    """

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    above: tuple[str, ...] = ()
    strong_rows: frozenset[int] = frozenset()
    frozen_columns: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class MergedCells:
    """A range of cells shown as one; rows and columns count from 0, the last ones are in it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet that was read: row 0 is row 1 of the file, column 0 is column A; rows are equally long."""

    name: str
    rows: list[list[Cell]]
    merged: tuple[MergedCells, ...] = ()
    hidden: bool = False


def cell_name(row: int, column: int) -> str:
    """The name of a cell as people see it: (0, 0) is "A1", (2, 27) is "AB3"."""
    letters = ""
    at = column + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def shown(value: str) -> str:
    """The text as a cell gives it back: one kind of line break, no control characters, cut where too long."""
    return _FORBIDDEN.sub("", _BREAK.sub("\n", value))[:MAX_CELL]
