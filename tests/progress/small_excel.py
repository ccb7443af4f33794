"""The few functions of Excel that the tracker uses, so that its formulas can be tried without Excel."""

import io
import operator
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl

TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|"(?P<text>[^"]*)"|"""
    r"""(?:'(?P<sheet>[^']+)'!)?(?P<range>\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)(?![\w(])|"""
    r"""(?P<name>[A-Z]+)\(|(?P<op><=|>=|<>|[-+*/&=<>(),]))"""
)
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


class Excel:
    """A workbook whose formulas are worked out when a cell is asked for."""

    def __init__(self, data: bytes) -> None:
        self._book = openpyxl.load_workbook(io.BytesIO(data))
        self._known: dict[tuple[str, str], Any] = {}

    def value(self, sheet: str, cell: str) -> Any:
        """What a cell shows; None where it is empty."""
        key = (sheet, cell.replace("$", ""))
        if key not in self._known:
            held = self._book[sheet][key[1]].value
            is_formula = isinstance(held, str) and self._book[sheet][key[1]].data_type == "f"
            self._known[key] = _Formula(self, sheet, held[1:]).value() if is_formula else _number(held)
        return self._known[key]

    def rows(self, sheet: str) -> list[list[Any]]:
        """All cells of a sheet."""
        return [[self.value(sheet, cell.coordinate) for cell in row] for row in self._book[sheet].iter_rows()]

    def cells(self, sheet: str, area: str) -> list[Any]:
        """The cells of a range, row by row."""
        found = self._book[sheet][area.replace("$", "")]
        rows = found if isinstance(found, tuple) else ((found,),)
        return [self.value(sheet, cell.coordinate) for row in rows for cell in row]


class _Formula:
    def __init__(self, book: Excel, sheet: str, words: str) -> None:
        self._book, self._sheet = book, sheet
        self._tokens = list(TOKEN.finditer(words))
        assert "".join(t.group(0) for t in self._tokens) == words, words
        self._at = 0

    def value(self) -> Any:
        left = self._joined()
        while self._op() in COMPARE:
            compare = COMPARE[self._take()]
            left = compare(*_alike(left, self._joined()))
        return left

    def _joined(self) -> Any:
        left = self._sum()
        while self._op() == "&":
            self._take()
            left = f"{_shown(left)}{_shown(self._sum())}"
        return left

    def _sum(self) -> Any:
        left = self._product()
        while self._op() in ("+", "-"):
            sign = 1 if self._take() == "+" else -1
            left = (left or 0) + sign * (self._product() or 0)
        return left

    def _product(self) -> Any:
        left = self._one()
        while self._op() in ("*", "/"):
            left = left * self._one() if self._take() == "*" else _divided(left, self._one())
        return left

    def _op(self) -> str:
        return (self._tokens[self._at]["op"] or "") if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        self._at += 1
        return str(self._tokens[self._at - 1]["op"])

    def _one(self) -> Any:
        token = self._tokens[self._at]
        self._at += 1
        if token["number"]:
            return float(token["number"])
        if token["text"] is not None:
            return token["text"]
        if token["range"]:
            sheet = token["sheet"] or self._sheet
            area = token["range"]
            return self._book.cells(sheet, area) if ":" in area else self._book.value(sheet, area)
        if token["op"] == "(":
            inside = self.value()
            assert self._take() == ")"
            return inside
        return self._call(token["name"])

    def _call(self, name: str) -> Any:
        arguments = [self.value()]
        while self._op() == ",":
            self._take()
            arguments.append(self.value())
        assert self._take() == ")"
        return FUNCTIONS[name](*arguments)


def _divided(left: float, right: float) -> Any:
    return left / right if right else "#DIV/0!"


def _number(value: Any) -> Any:
    if isinstance(value, datetime):
        value = value.date()
    return (value - date(1899, 12, 30)).days if isinstance(value, date) else value


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    """An empty cell is "" beside words and 0 beside numbers; words are greater than numbers."""
    if isinstance(left, str) or isinstance(right, str):
        if isinstance(left, (int, float)) or isinstance(right, (int, float)):
            return (isinstance(left, str), 0), (isinstance(right, str), 0)
        return (left or "").casefold(), (right or "").casefold()
    return left or 0, right or 0


def _shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _countifs(*pairs: Any) -> int:
    ranges, criteria = pairs[::2], pairs[1::2]
    tests = [_criterion(one) for one in criteria]
    rows = zip(*(area if isinstance(area, list) else [area] for area in ranges), strict=True)
    return sum(all(test(cell) for test, cell in zip(tests, row, strict=True)) for row in rows)


def _criterion(said: Any) -> Callable[[Any], bool]:
    words = _shown(said)
    if found := re.fullmatch(r"(<=|>=|<|>)(-?\d+(?:\.\d+)?)", words):
        compare, limit = COMPARE[found[1]], float(found[2])
        return lambda cell: isinstance(cell, (int, float)) and compare(cell, limit)
    return lambda cell: _shown(cell).casefold() == words.casefold()


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "IF": lambda test, yes, no: yes if test else no,
    "AND": lambda *tests: all(tests),
    "OR": lambda *tests: any(tests),
    "NOT": lambda test: not test,
    "SUM": lambda cells: sum(cell for cell in cells if isinstance(cell, (int, float))),
    "COUNTIFS": _countifs,
}
