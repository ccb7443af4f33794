"""Lines that hold several labelled fields ("Đơn vị chủ trì: A; Đơn vị phối hợp: B") → one line a field.

Also fields in brackets behind the words of a task: "… (Chủ trì: Sở A; hoàn thành: quý II)", and fields
behind the bullet of a lower level.
"""

import re
from collections.abc import Iterable, Sequence

from vanban.read.lines.labels import find_label, key_of
from vanban.read.lines.source import SourceLine

_PLUS = re.compile(r"^\s*\+\s*")
_WHO_AND_WHEN = frozenset(("chu_tri", "phoi_hop", "chu_tri_phoi_hop", "thoi_han", "san_pham"))

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


def raised(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, with "+ Chủ trì: …" as "- Chủ trì: …" in a text whose fields all stand behind "+".

    Elsewhere "+" belongs to the words of a field ("+ Thời gian: ngày 1" among the steps of its content).
    """
    if any(_tells(line) for line in lines if not line.is_plus):
        return list(lines)
    dashed = [line._replace(raw=_PLUS.sub("- ", line.raw)) if line.is_plus else line for line in lines]
    return [new if _tells(new) else line for line, new in zip(lines, dashed, strict=True)]


def _tells(line: SourceLine) -> bool:
    """Whether a line is a field that says who, by when, or what comes of it."""
    label = find_label(line)
    return bool(label and label.sure and label.key in _WHO_AND_WHEN)


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
