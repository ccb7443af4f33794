"""Lines that hold several labelled fields ("Đơn vị chủ trì: A; Đơn vị phối hợp: B") → one line a field.

Also fields in brackets behind the words of a task: "… (Chủ trì: Sở A; hoàn thành: quý II)".
"""

import re
from collections.abc import Iterable

from vanban.read.lines.labels import key_of
from vanban.read.lines.source import SourceLine

_INNER = re.compile(r"(?<=[.;)])\s+(?=[-–+]?\s*([^\W\d_][^:.;,()]{2,50}?(?:, [^:.;,()]{3,20}?)?)\s*:)")
_BRACKETED = re.compile(
    r"^(?P<words>\s*|.*\S\s*)\((?P<inside>\s*([^\W\d_][^:.;()]{2,50}?)\s*:[^()]*(?:\([^()]*\)[^()]*)*)\)(?P<end>[\s.;,]*)$"
)
_LEAD = re.compile(r"^(\s*(?:[-–—•*+]\s*|[a-zđ]\)\s*)?)([^\W\d_][^:]{2,60}?)\s*:")


def split_fields(lines: Iterable[SourceLine]) -> list[SourceLine]:
    """The lines, those with several fields cut before each label; pieces keep the number of their line."""
    found: list[SourceLine] = []
    for line in lines:
        if line.table is not None or ":" not in line.raw:
            found.append(line)
            continue
        pieces = _bracketed(line.raw)
        texts = [*pieces[:1], *(text for piece in pieces[1:] for text in _fields(piece))]
        if len(pieces) == 1:
            texts = _fields(pieces[0])
        if texts == [line.raw]:
            found.append(line)
            continue
        found += [line._replace(raw=text, wrapped=line.wrapped and not i) for i, text in enumerate(texts)]
    return found


def _fields(text: str) -> list[str]:
    """The text cut before each further label, if it begins with one."""
    opened = _LEAD.match(text)
    if not opened or key_of(opened.group(2)) is None:
        return [text]
    pieces, start = [], 0
    for inner in _INNER.finditer(text, opened.end()):
        if key_of(inner.group(1)) is not None:
            pieces.append(text[start : inner.start()])
            start = inner.end()
    return [*pieces, text[start:]]


def _bracketed(text: str) -> list[str]:
    """The text and the fields in the brackets that end it, or only these where all stands in brackets."""
    if not text.rstrip(" .;,").endswith(")"):
        return [text]
    found = _BRACKETED.match(text)
    if not found or key_of(found.group(3)) is None:
        return [text]
    words = found["words"].strip()
    inside = found["inside"].strip()
    return [words + found["end"].strip(), inside] if words else [inside]
