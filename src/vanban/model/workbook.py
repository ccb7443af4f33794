"""A workbook of tables: the sheets that a program writes, and the sheets that it has read.

Pure data; `office/xlsx.py` writes it as a file, `office/xlsx_reading.py` reads one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that is written: as Excel keeps it, with English names and commas, without "="."""

    words: str


Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell holds; None and "" are an empty cell."""
NewCell = Cell | Formula
"""What a cell that is written holds."""

MAX_CELL: Final = 32_767
"""Characters that a cell of Excel holds."""
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Look(Enum):
    """How the cells of a column look."""

    TEXT = "text"
    """Words that may be long: wrapped, at the top."""
    LINE = "line"
    """Words on one line, cut where the next cell begins."""
    CODE = "code"
    """Short words that must stay words: task numbers, ids, symbols of papers."""
    DATE = "date"
    """A day, shown as 15/08/2025."""
    NUMBER = "number"
    MOMENT = "moment"
    """A day with the time of day."""
    SHARE = "share"
    """A share of 1, shown as per cent with one decimal."""
    DAYS = "days"
    """Days left (above 0) or over (below 0), in words: "còn 5 ngày", "quá 5 ngày"."""


class Tone(Enum):
    """What a colour of a row or cell says."""

    LATE = "late"
    SOON = "soon"
    DONE = "done"
    OFF = "off"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class ToneRule:
    """Colours the cells of some columns where a formula holds; it speaks of the first row of the table."""

    formula: str
    tone: Tone
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What a column takes besides nothing: numbers or days between two bounds, given as formulas."""

    kind: Literal["date", "whole", "decimal"]
    low: str
    high: str
    says: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that is written.

    `width` is in characters of the usual font. `choices` are offered in a list; other words are refused
    where `only_choices` is set. `hint` is shown when a person enters a cell. A hidden column is for programs.
    A locked column cannot be changed where the sheet is protected.
    """

    heading: str
    width: float = 20
    look: Look = Look.TEXT
    choices: tuple[str, ...] = ()
    only_choices: bool = False
    hidden: bool = False
    locked: bool = False
    limits: Limits | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet to write: lines above the table, its columns, its rows, then `spare_rows` empty ones.

    A line above is words, or cells from column A on. In a protected sheet locked columns stay as they are.

    `strong_rows` are indices of rows that head those below them. `frozen_columns` stay in sight when
    a person scrolls to the right, as the headings do when they scroll down.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[NewCell, ...]] = field(default_factory=list)
    above: tuple[str | tuple[NewCell, ...], ...] = ()
    strong_rows: frozenset[int] = frozenset()
    frozen_columns: int = 0
    hidden: bool = False
    protected: bool = False
    spare_rows: int = 0
    tones: tuple[ToneRule, ...] = ()


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
