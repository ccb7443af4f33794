"""Small operations on words: trim, split outside brackets and quotes.

A word never changes here; only bullets, spaces and marks at the ends are taken off.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from vanban.viet.text import squeeze

HIDDEN = "\x00"
"""Stands for each character inside brackets or quotes in a masked text."""

_PAIR = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_HIDDEN_RUN = re.compile(f"{HIDDEN}+")
_OPENING = re.compile(r"\s*\(")
_LONGEST_BRACKET = 4000
"""One that is not closed by then is none; without a bound a made-up line takes minutes."""
_BULLET = re.compile(r"^\s*[-–—•*+]\s*")


def strip_bullet(text: str) -> str:
    """The text without one leading bullet ("- ", "+ ", "• ")."""
    return _BULLET.sub("", text, count=1)


@lru_cache(maxsize=4096)
def trim_end(text: str) -> str:
    """The squeezed text without its final marks; an ellipsis stays, for it says that words are missing."""
    bare = squeeze(text)
    while bare:
        if bare[-1] in " ;:,":
            bare = bare[:-1]
        elif bare.endswith("./."):
            bare = bare[:-3]
        elif bare[-1] == "." and bare[-2:-1] != ".":
            bare = bare[:-1]
        else:
            break
    return bare


@lru_cache(maxsize=2048)
def masked(text: str) -> str:
    """A text of the same length in which all that stands inside brackets or quotes is hidden.

    The brackets themselves stay. A bracket that is never closed hides nothing.
    """
    shown, hidden = _PAIR.subn(_hide, text)
    if not hidden:
        return text
    while hidden:
        shown, hidden = _PAIR.subn(_hide, shown)
    return _restore_pairs(shown, text)


def split_outside(text: str, pattern: str) -> list[str]:
    """The squeezed, non-empty pieces of `text` between matches of `pattern` outside brackets and quotes."""
    cover = masked(text)
    pieces, start = [], 0
    for match in re.finditer(pattern, cover):
        pieces.append(text[start : match.start()])
        start = match.end()
    pieces.append(text[start:])
    return [piece for piece in map(squeeze, pieces) if piece]


def paragraphs(lines: Iterable[str]) -> list[str]:
    """The paragraphs that lines make, without bullets.

    A line with a bullet begins one; a line without runs on from the line before, unless that is ended
    by ";" or ".".
    """
    found: list[str] = []
    for line in lines:
        bare = strip_bullet(line)
        if found and bare == line and not found[-1].rstrip().endswith((";", ".")):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(bare)
    return [text for text in map(squeeze, found) if text]


def bracketed(text: str, at: int) -> tuple[int, int] | None:
    """The span of the round brackets that open at `at` (after spaces), or None."""
    opening = _OPENING.match(text, at)
    if not opening:
        return None
    depth = 0
    for i in range(opening.end() - 1, min(len(text), opening.end() + _LONGEST_BRACKET)):
        depth += {"(": 1, ")": -1}.get(text[i], 0)
        if depth == 0:
            return opening.end() - 1, i + 1
    return None


def starts_lower(text: str) -> bool:
    """Whether the first letter or digit of the text is a small letter."""
    first = next((c for c in text if c.isalnum()), "")
    return first.islower()


def _hide(match: re.Match[str]) -> str:
    return HIDDEN * len(match.group())


def _restore_pairs(hidden: str, text: str) -> str:
    """Put the outermost brackets and quotes back, so that what is hidden can be seen to be in them."""

    def with_ends(run: re.Match[str]) -> str:
        start, end = run.span()
        last = text[end - 1] if end - start > 1 else ""
        return text[start] + run.group()[1:-1] + last

    return _HIDDEN_RUN.sub(with_ends, hidden)
