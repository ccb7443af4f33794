"""A source text as numbered lines, and the shapes a line can have: blank, heading, bullet, plain."""

import itertools
import re
from dataclasses import dataclass
from typing import NamedTuple

from vanban.viet.numbering import roman_value

_GROUP = re.compile(r"^\s*(\d{1,2})[.)]\s*(?=[^\d\s.])")
_TASK = re.compile(r"^\s*(\d{1,2}\.\d{1,2})(?:[.)]\s*|\s+)(?=[^\d\s.])")
_SECTION = re.compile(r"^\s*(?:PHẦN\s+)?([IVX]{1,6})\s*[.:/)–-]\s*(?=\S)")
_DASH = re.compile(r"^\s*[-–—•*]\s*")
_PLUS = re.compile(r"^\s*\+\s*")
_NARROWEST, _WIDEST = 50, 160
_SHARE_OF_FULL = 0.25


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table that stands between the lines: its rows of cells, and the number of each row in the file.

    A cell that is merged down stands in each of its rows, one that is merged across in its first column;
    lines within a cell are apart by "\\n".
    """

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]

    @property
    def words(self) -> str:
        """All words of the table on one line."""
        return " | ".join(" ".join(cell.split()) for row in self.rows for cell in row if cell.strip())


class SourceLine(NamedTuple):
    """One line: its number in the file (from 1) and its characters as they stand there.

    `wrapped` tells that the line only continues the one before it, which had no room for its first word.
    A `table` stands as one line; `raw` then begins with "|". `new_page` tells that a page begins here.
    """

    number: int
    raw: str
    wrapped: bool = False
    table: SourceTable | None = None
    new_page: bool = False
    centered: bool | None = None
    """Whether it stands in the middle; None where the file does not say."""
    heading: int = 0
    """For a heading that only its style tells: 1 for that of a section, 2 and more below; else 0."""

    @property
    def is_blank(self) -> bool:
        """Whether it has no characters but spaces."""
        return not self.raw.strip()

    @property
    def is_dash(self) -> bool:
        """Whether it begins with a bullet of the first level ("-")."""
        return bool(_DASH.match(self.raw))

    @property
    def is_plus(self) -> bool:
        """Whether it begins with a bullet of the second level ("+")."""
        return bool(_PLUS.match(self.raw))

    @property
    def group_number(self) -> tuple[str, str] | None:
        """("2", words) for "2. Về …", else None."""
        return _numbered(_GROUP, self.raw)

    @property
    def task_number(self) -> tuple[str, str] | None:
        """("2.10", words) for "2.10. Hoàn thành …", else None. The number is text: 2.10 is not 2.1."""
        return _numbered(_TASK, self.raw)

    @property
    def section_number(self) -> tuple[str, str] | None:
        """("IV", words) for "IV. TỔ CHỨC THỰC HIỆN", else None."""
        found = _numbered(_SECTION, self.raw)
        return found if found and roman_value(found[0]) else None


def table_line(table: SourceTable, *, new_page: bool = False) -> SourceLine:
    """The line that a table stands as."""
    return SourceLine(table.numbers[0], f"| {table.words}", table=table, new_page=new_page)


def numbered_lines(text: str) -> list[SourceLine]:
    """The lines of a text as an editor counts them (only "\\n" ends a line)."""
    pieces = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if pieces and not pieces[-1]:
        pieces.pop()
    width = _wrap_width(pieces)
    return [
        SourceLine(i, piece, bool(width) and i > 1 and _no_room(pieces[i - 2], piece, width))
        for i, piece in enumerate(pieces, start=1)
    ]


def _wrap_width(pieces: list[str]) -> int:
    """The width at which a text was broken into lines, or 0 if each paragraph is one line.

    A broken text has no line longer than a page is wide, and many lines that are full.
    """
    lengths = [len(piece.rstrip()) for piece in pieces if piece.strip()]
    width = max(lengths, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_no_room(a, b, width) for a, b in itertools.pairwise(pieces))
    return width if full >= _SHARE_OF_FULL * len(lengths) else 0


def _no_room(before: str, line: str, width: int) -> bool:
    """Whether the first word of `line` did not fit behind `before`."""
    first = line.split(maxsplit=1)[:1]
    return bool(first and before.strip()) and len(before.rstrip()) + 1 + len(first[0]) > width


def _numbered(pattern: re.Pattern[str], raw: str) -> tuple[str, str] | None:
    match = pattern.match(raw)
    return (match.group(1), raw[match.end() :]) if match else None
