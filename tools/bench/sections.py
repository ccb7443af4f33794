"""A template of docxtpl as sections and values, for engines whose tags hold names only.

Other engines have other languages. So that all do the same work on the same words, each output, loop and
condition of the template gets a name (`o3`, `f1`, `c2`), and the values are worked out beforehand: the
others need not compute anything but what to repeat and what to leave out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from vanban.word.template_language import TemplateLanguage
from vanban.word.template_source import Source

_FOR = re.compile(r"for\s+(\w+)\s+in\s+(.+)", re.DOTALL)
_LANGUAGE = TemplateLanguage()


@dataclass
class Value:
    """A place where words are printed."""

    name: str
    expression: str


@dataclass
class Section:
    """A stretch that is printed for each item of a list (`item` is its name), or where a test holds."""

    name: str
    expression: str
    item: str = ""
    inner: list["str | Value | Section"] = field(default_factory=list)


Piece = str | Value | Section


def sections_of(source: Source) -> list[Piece]:
    """The template as a tree: XML, values and sections."""
    tokens = list(_tokens(source))
    pieces, _ = _read(tokens, 0, iter(range(1, len(tokens) + 1)))
    return pieces


def _tokens(source: Source) -> Iterator[tuple[str, str]]:
    at = 0
    for _, start, end in source.tags:
        yield "xml", source.text[at:start]
        tag = source.text[start:end]
        yield ("value" if tag.startswith("{{") else "statement"), tag[2:-2].strip(" \n-")
        at = end
    yield "xml", source.text[at:]


def _read(tokens: list[tuple[str, str]], at: int, numbers: Iterator[int]) -> tuple[list[Piece], int]:
    """The pieces from a token on up to the end of the section that they stand in."""
    pieces: list[Piece] = []
    while at < len(tokens):
        kind, text = tokens[at]
        if kind == "xml":
            pieces.append(text)
        elif kind == "value":
            pieces.append(Value(f"o{next(numbers)}", text))
        elif text.startswith(("end", "elif", "else")):
            return pieces, at
        elif loop := _FOR.match(text):
            inner, at = _read(tokens, at + 1, numbers)
            pieces.append(Section(f"f{next(numbers)}", loop[2], loop[1], inner))
        else:
            branches, at = _branches(tokens, at, numbers)
            pieces += branches
        at += 1
    return pieces, at


def _branches(tokens: list[tuple[str, str]], at: int, numbers: Iterator[int]) -> tuple[list[Section], int]:
    found: list[Section] = []
    before: list[str] = []
    while not tokens[at][1].startswith("endif"):
        test = re.sub(r"^(if|elif|else)\s*", "", tokens[at][1])
        whole = " and ".join([*(f"not ({t})" for t in before), *([f"({test})"] if test else [])])
        before.append(test)
        inner, at = _read(tokens, at + 1, numbers)
        found.append(Section(f"c{next(numbers)}", whole, "", inner))
    return found, at


def values(pieces: list[Piece], scope: Mapping[str, Any]) -> dict[str, Any]:
    """What the names stand for: words, lists of records, and whether a test holds."""
    record: dict[str, Any] = {}
    for piece in pieces:
        if isinstance(piece, Value):
            record[piece.name] = str(_computed(piece.expression, scope))
        elif isinstance(piece, Section) and piece.item:
            items = list(_computed(piece.expression, scope))
            record[piece.name] = [
                values(piece.inner, {**scope, piece.item: item, "loop": {"last": n == len(items) - 1}})
                for n, item in enumerate(items)
            ]
        elif isinstance(piece, Section):
            record[piece.name] = bool(_computed(piece.expression, scope))
            if record[piece.name]:
                record |= values(piece.inner, scope)
    return record


def _computed(expression: str, scope: Mapping[str, Any]) -> Any:
    return _compiled(expression)(**scope)


@cache
def _compiled(expression: str) -> Callable[..., Any]:
    return _LANGUAGE.compile_expression(expression, undefined_to_none=False)
