"""A template as its rules see it: the tags, what is known of each, and how a finding on one is made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from jinja2 import Environment

from vanban.check.rule import Rule
from vanban.model.finding import Finding, Place, Severity
from vanban.model.papers import PaperKind
from vanban.model.sheet import Sheet
from vanban.word.observe_properties import Element
from vanban.word.template_tags import Scope, Tag, shortened

STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
"""Curly quotes that the engine reads as straight ones."""
CURLY_QUOTES: Final = re.compile("[“”‘’]")


OPENERS: Final = {"for": "endfor", "if": "endif"}
CLOSERS: Final = {closer: opener for opener, closer in OPENERS.items()}
BRANCHES: Final = {"else": ("for", "if"), "elif": ("if",)}
CELL_WORDS: Final = ("vm", "hm", "colspan", "cellbg")
"""Statements on table cells that docxtpl adds to the language."""
STATEMENTS: Final = (*OPENERS, *BRANCHES, *CLOSERS, "set", *CELL_WORDS)
_BLURRED: Final = re.compile(r"\W*(p+|tr|tc)?\W*(endfor|endif|elif|else|for|if|set)(.*)")
"""A statement with signs before it, or without a space behind its first word."""
_SPLIT_SCOPE: Final = re.compile(r"(p|tr|tc)[\s\xa0]*(?=(for|if|elif|else|endif|endfor|set)\b)")


@dataclass(frozen=True)
class TemplateReading:
    """A template, and all that its rules ask for. `file` names it in findings."""

    file: str
    kind: PaperKind
    sheet: Sheet
    tags: list[Tag]
    elements: dict[Element, int] = field(repr=False)
    """Every paragraph of the file, with its number."""
    language: Environment = field(repr=False)
    filled: frozenset[str] | None = None
    """The optional fields that papers of this kind have, where many kinds share one record; None: all."""

    @cached_property
    def whole(self) -> list[Tag]:
        """The tags that say something to the engine, as they were meant.

        What is wrong in the writing of a tag is told once, there, and does not make others seem wrong.
        """
        return [_meant(tag) for tag in self.tags if _says_something(tag)]

    def numbers(self, elements: Iterable[Element]) -> list[int]:
        """The numbers of these paragraphs, each once, in order."""
        return sorted({self.elements[element] for element in elements if element in self.elements})

    def finding(
        self, rule: Rule, tag: Tag, message: str, remedy: str, *, severity: Severity | None = None
    ) -> Finding:
        """A finding at a tag, with the words of its paragraph."""
        place = tag.place
        return rule.finding(
            place.place(self.file),
            message,
            trich=shortened(place.text, place.start),
            cach_sua=remedy,
            muc=severity,
            vi_tri=(place.start, place.end),
        )

    def on_whole(self, rule: Rule, message: str, remedy: str, *, severity: Severity | None = None) -> Finding:
        """A finding on the template as a whole."""
        return rule.finding(Place(tep=self.file), message, cach_sua=remedy, muc=severity)


def plain(tag: Tag) -> str:
    """What a tag says, with straight quotes."""
    return tag.body.translate(STRAIGHT)


def _says_something(tag: Tag) -> bool:
    return tag.kind == "statement" or (tag.kind == "value" and tag.closed and tag.opened)


def _meant(tag: Tag) -> Tag:
    if tag.kind != "statement":
        return tag
    body, scope = tag.body if tag.closed else tag.body.rstrip("{}% "), tag.scope
    if not scope and (found := _SPLIT_SCOPE.match(body)):
        return replace(tag, scope=_scope(found[1]), body=body[found.end() :].strip())
    if tag.word in STATEMENTS:
        return replace(tag, body=body)
    near, near_scope = near_statement(body)
    return replace(tag, scope=scope or near_scope, body=near or body)


def _scope(word: str) -> Scope:
    return "p" if word.startswith("p") else "tr" if word == "tr" else "tc"


def near_statement(body: str) -> tuple[str, Scope]:
    """The statement that a misspelt one ("fro dong in can_cu") was meant to be, and its scope; else ""."""
    if body.replace(" ", "") in STATEMENTS:
        return body.replace(" ", ""), ""
    if found := _BLURRED.fullmatch(body):
        return f"{found[2]} {found[3].strip()}".strip(), _scope(found[1]) if found[1] else ""
    first, _, rest = body.partition(" ")
    near = get_close_matches(first, STATEMENTS, n=1)
    return (f"{near[0]} {rest}".strip(), "") if near else ("", "")
