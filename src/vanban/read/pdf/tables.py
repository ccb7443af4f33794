"""Drawn frames on a page of a PDF and the words in them → tables; over several pages, too."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.office.pdf_rules import Rule
from vanban.office.pdf_text import PdfWord
from vanban.read.pdf.lines import lines_from

_NEAR = 3.0
"""Lines closer than this (points) meet."""
_SAME_PLACE = 5.0
_ITEM = re.compile(r"[-–—•+*]|\(?\d{1,2}[.)](?!\d)|[a-zđ]\)")
_DASHES = "-–—"
_BEGUN_YEAR = re.compile(r"\d{1,2}/\d{1,2}/(\d{0,3})$")
_REST_OF_YEAR = re.compile(r"\d{1,4}(?!\w)")
_LONGEST_DATE = 12
_YEAR_DIGITS = 4
_ENDS = (".", ";", ":")


@dataclass
class PdfTable:
    """A table on a page: its box, the edges of its columns, its rows (merged as in `SourceTable`)."""

    page: int
    top: float
    bottom: float
    edges: list[float]
    rows: list[list[str]]

    @property
    def left(self) -> float:
        """Left edge."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Right edge."""
        return self.edges[-1]

    def holds(self, word: PdfWord) -> bool:
        """Whether a word stands in it."""
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left - _NEAR < x < self.right + _NEAR and self.top - _NEAR < y < self.bottom + _NEAR


def tables_of(rules: Sequence[Rule], words: Sequence[PdfWord], page: int) -> list[PdfTable]:
    """The tables with two columns or more that are framed on a page, from top to bottom."""
    tables = [table for group in _frames(rules) if (table := _table(group, words, page))]
    return sorted(tables, key=lambda table: table.top)


def _frames(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that meet, together."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    ordered = sorted(range(len(rules)), key=lambda i: rules[i].top)
    open_rules: list[int] = []
    for i in ordered:
        open_rules = [j for j in open_rules if rules[j].bottom >= rules[i].top - _NEAR]
        for j in open_rules:
            if rules[j].left <= rules[i].right + _NEAR and rules[i].left <= rules[j].right + _NEAR:
                parent[root(i)] = root(j)
        open_rules.append(i)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return list(groups.values())


def _table(rules: Sequence[Rule], words: Sequence[PdfWord], page: int) -> PdfTable | None:
    across = [rule for rule in rules if rule.is_horizontal]
    down = [rule for rule in rules if not rule.is_horizontal]
    xs, ys = _positions(rule.left for rule in down), _positions(rule.top for rule in across)
    if len(xs) < 3 or len(ys) < 2:
        return None
    table = PdfTable(page, ys[0], ys[-1], xs, [])
    grid = _Grid(xs, ys, across, down)
    for word in words:
        if table.holds(word):
            grid.put(word)
    table.rows = grid.texts()
    return table if any(cell for row in table.rows for cell in row) else None


def _positions(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


class _Grid:
    """The cells between the lines; cells with no line between them are one."""

    def __init__(self, xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> None:
        self._xs, self._ys = xs, ys
        self._owner = {(r, c): (r, c) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}
        self._words: dict[tuple[int, int], list[PdfWord]] = {}
        for r, c in list(self._owner):
            x, y = (xs[c] + xs[c + 1]) / 2, (ys[r] + ys[r + 1]) / 2
            if c and not any(abs(v.left - xs[c]) <= _NEAR and v.top - 1 < y < v.bottom + 1 for v in down):
                self._owner[r, c] = self._owner[r, c - 1]
            elif r and not any(abs(h.top - ys[r]) <= _NEAR and h.left - 1 < x < h.right + 1 for h in across):
                self._owner[r, c] = self._owner[r - 1, c]

    def put(self, word: PdfWord) -> None:
        """Give a word to its cell."""
        row = self._at(self._ys, (word.top + word.bottom) / 2)
        column = self._at(self._xs, (word.left + word.right) / 2)
        self._words.setdefault(self._owner[row, column], []).append(word)

    @staticmethod
    def _at(edges: Sequence[float], value: float) -> int:
        return sum(value >= edge for edge in edges[1:-1])

    def texts(self) -> list[list[str]]:
        """The rows: a cell merged down is in each of its rows, one merged across in its first column."""
        texts = {owner: _cell_text(words) for owner, words in self._words.items()}
        return [
            [
                texts.get(self._owner[r, c], "") if self._owner[r, c][1] == c else ""
                for c in range(len(self._xs) - 1)
            ]
            for r in range(len(self._ys) - 1)
        ]


def _cell_text(words: Sequence[PdfWord]) -> str:
    """The lines of a cell run on, but an item of a list begins anew."""
    text = ""
    for line in lines_from(words, 0):
        begins = _begins_item(text, line.text) or text.endswith(_ENDS)
        text = joined(text, line.text, "\n" if begins else " ")
    return text


def _begins_item(before: str, line: str) -> bool:
    """Whether a line of a cell begins an item of a list; a dash may also stand within a broken name.

    "Phòng Văn hóa" over "- Xã hội" is one: a list has a mark at its first line too.
    """
    if not _ITEM.match(line):
        return False
    return line[0] not in _DASHES or bool(_ITEM.match(before))


def joined(before: str, after: str, gap: str = " ") -> str:
    """Two lines as one.

    Neither a hyphen inside a word or symbol ("35-" + "NQ/TU") nor the year of a date that a narrow column
    broke ("31/3/202" + "6") takes a space.
    """
    if not before:
        return after
    begun, rest = _BEGUN_YEAR.search(before[-_LONGEST_DATE:]), _REST_OF_YEAR.match(after)
    if begun and rest and len(begun[1]) + len(rest[0]) == _YEAR_DIGITS:
        return before + after
    if before.endswith("-") and before[-2:-1].isalnum() and after[:1].isalnum():
        return before + after
    return f"{before}{gap}{after}"


def continues(before: PdfTable, after: PdfTable) -> bool:
    """Whether a table on the next page has the same columns."""
    same = len(before.edges) == len(after.edges) and after.page == before.page + 1
    pairs = zip(before.edges, after.edges, strict=False)
    return same and all(abs(a - b) <= _SAME_PLACE for a, b in pairs)


def append(before: PdfTable, after: PdfTable, header_rows: int) -> None:
    """Put the rows of the next page behind those before, without the header that is printed again.

    A first row without a number is what was left of the row that the page broke.
    """
    rows = after.rows
    repeated = 0
    while repeated < min(header_rows, len(rows)) and rows[repeated] == before.rows[repeated]:
        repeated += 1
    rows = rows[repeated:]
    if rows and len(before.rows) > header_rows and _is_rest(rows[0], before.rows[-1]):
        last = before.rows[-1]
        before.rows[-1] = [_with_rest(a, b) for a, b in zip(last, rows[0], strict=True)]
        rows = rows[1:]
    before.rows += rows
    before.page, before.bottom = after.page, after.bottom


def _with_rest(cell: str, rest: str) -> str:
    if not rest:
        return cell
    return joined(cell, rest, "\n" if _ITEM.match(rest) or cell.endswith(_ENDS) else " ")


def _is_rest(row: Sequence[str], last: Sequence[str]) -> bool:
    return not row[0].strip() and bool(last[0].strip()) and any(cell.strip() for cell in row)
