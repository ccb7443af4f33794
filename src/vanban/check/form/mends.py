"""Mends of form: which characters and which properties to set, as data."""

from collections.abc import Sequence
from typing import Any

from vanban.check.form.paper import Paper
from vanban.model.mend import LookMend, Mend, TextMend
from vanban.model.sheet import Paragraph, Span


def positions(paragraph: Paragraph, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where these spans stand in the text of the paragraph; neighbours are one stretch."""
    wanted = {id(span) for span in spans}
    found: list[tuple[int, int]] = []
    at = 0
    for span in paragraph.spans:
        end = at + len(span.text)
        if id(span) in wanted:
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], end)
            else:
                found.append((at, end))
        at = end
    return found


def extent(paragraph: Paragraph, spans: Sequence[Span]) -> tuple[int, int] | None:
    """From the first to the last of these spans; None where that is the whole paragraph."""
    found = positions(paragraph, spans)
    if not found:
        return None
    start, end = found[0][0], found[-1][1]
    return None if (start, end) == (0, len(paragraph.text)) else (start, end)


def aspect_field(aspect: str) -> str:
    """The field of a `LookMend` for one thing that a row says of a component."""
    return {"dam": "dam", "nghieng": "nghieng", "co-chu": "co_chu_pt"}[aspect]


def look_mends(paper: Paper, paragraph: Paragraph, spans: Sequence[Span], **look: Any) -> list[Mend]:
    """Mends that give these spans another look."""
    number, start = paper.origin(paragraph)
    return [
        LookMend(doan=number, tu=a + start, den=b + start, **look) for a, b in positions(paragraph, spans)
    ]


def text_mend(paper: Paper, paragraph: Paragraph, start: int, end: int, new: str) -> Mend:
    """A mend that puts `new` in the place of some characters of the paragraph."""
    number, offset = paper.origin(paragraph)
    return TextMend(doan=number, tu=start + offset, den=end + offset, moi=new)


def find_mend(paper: Paper, paragraph: Paragraph, old: str, new: str, *, last: bool = False) -> list[Mend]:
    """A mend of the first (or last) place of some words; none where they do not stand there as they are."""
    text = paragraph.text
    at = text.rfind(old) if last else text.find(old)
    return [] if at < 0 or not old else [text_mend(paper, paragraph, at, at + len(old), new)]


def end_mend(paper: Paper, paragraph: Paragraph, mark: str) -> list[Mend]:
    """A mend that ends the words of a paragraph with `mark`, in the place of another mark there."""
    text = paragraph.text.rstrip()
    if not text:
        return []
    end = len(text)
    start = len(text.rstrip(" .;:,"))
    if text[start:end].strip(".") == "" and len(text[start:end]) > 1:
        return []  # dots that stand for words to come
    return [text_mend(paper, paragraph, start, end, mark)]
