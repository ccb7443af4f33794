"""The words of a paragraph as a reader sees them, with blanks that wait for a person made plain.

A blank is a marked "[…]" on a coloured ground, a tag of a template that was not rendered, or a row of
dots; each becomes one `BLANK`, so that a rule can step over what nobody has written yet.
"""

import re
import unicodedata
from itertools import groupby

from vanban.model.sheet import Paragraph, Span

BLANK = "□"
_TYPED_BLANK = re.compile(r"\[[^\[\]]*\]|\{\{.*?\}\}|\{%.*?%\}|…[.…]*|\.{4,}|_{3,}")
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_SPECIAL = re.compile("[\\[{…_\t\u00a0\u2007\u202f]|\\.{4}|  ")
"""What the words are changed for; most paragraphs hold none of it."""
_KNOWN: dict[int, tuple[Paragraph, str]] = {}
_MOST_KNOWN = 4000
_LONGEST_EXCERPT = 80


def words(paragraph: Paragraph) -> str:
    r"""The text in NFC, blanks as `BLANK`, one space for several; "\n" stays where a line was broken."""
    # Many rules ask for the words of one paragraph; which one it is is told by identity, since
    # comparing paragraphs by value would cost more than reading them again.
    known = _KNOWN.get(id(paragraph))
    if known is not None and known[0] is paragraph:
        return known[1]
    text = _read(paragraph)
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[id(paragraph)] = (paragraph, text)
    return text


def _read(paragraph: Paragraph) -> str:
    spans = paragraph.spans
    if not any(span.highlight or span.caps for span in spans):
        text = paragraph.text
        if not _SPECIAL.search(text):
            return text.strip()
    pieces = []
    for highlighted, group in groupby(spans, key=lambda span: span.highlight):
        text = "".join(_seen(span) for span in group)
        pieces.append(BLANK if highlighted and text.lstrip().startswith("[") else text)
    text = _TYPED_BLANK.sub(BLANK, unicodedata.normalize("NFC", "".join(pieces)))
    return _SPACES.sub(" ", text).strip()


def labelled(paragraph: Paragraph) -> str:
    """The words with the label that Word's list puts before them."""
    return f"{paragraph.label} {words(paragraph)}".strip()


def lines(paragraph: Paragraph) -> list[str]:
    """The words, cut where a line was broken by hand."""
    return [line.strip() for line in words(paragraph).split("\n") if line.strip()]


def has_words(paragraph: Paragraph) -> bool:
    """Whether there is anything to see."""
    text = paragraph.text
    return bool(text) and not text.isspace()


def visible_spans(paragraph: Paragraph) -> list[Span]:
    """The spans that print something."""
    return [span for span in paragraph.spans if span.text.strip()]


def lettered_spans(paragraph: Paragraph) -> list[Span]:
    """The spans with letters or digits: a bold comma is nobody's fault."""
    return [span for span in paragraph.spans if any(map(str.isalnum, span.text))]


def excerpt(text: str) -> str:
    """The text on one line, cut to 80 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_EXCERPT else flat[: _LONGEST_EXCERPT - 1].rstrip() + "…"


def figure(value: float) -> str:
    """A measure as Vietnamese writes it: at most two decimals, with a comma."""
    return f"{round(value, 2):g}".replace(".", ",")


def _seen(span: Span) -> str:
    return span.text.upper() if span.caps else span.text
