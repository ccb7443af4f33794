"""Lines that hold several labelled fields ("Đơn vị chủ trì: A; Đơn vị phối hợp: B") → one line a field.

Also fields behind the words of a task ("1.1. Lập hồ sơ. Đơn vị thực hiện: …"), in brackets there
("… (Chủ trì: Sở A; hoàn thành: quý II)"), and behind the bullet of a lower level.
"""

import re
from collections.abc import Iterable, Sequence

from vanban.read.lines.labels import find_label, key_of
from vanban.read.lines.markers import marker_of
from vanban.read.lines.source import SourceLine

_PLUS = re.compile(r"^\s*\+\s*")
_WHO = frozenset(("chu_tri", "chu_tri_phoi_hop"))
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
        if line.table is not None or ":" not in line.raw or _is_one_field(line.raw):
            found.append(line)
            continue
        pieces = _bracketed(line.raw)
        texts = [*pieces[:1], *(text for piece in pieces[1:] for text in _fields(piece))]
        if len(pieces) == 1:
            texts = _behind_words(line) or _fields(pieces[0])
        if texts == [line.raw]:
            found.append(line)
            continue
        found += [line._replace(raw=text, wrapped=line.wrapped and not i) for i, text in enumerate(texts)]
    return found


def _is_one_field(raw: str) -> bool:
    """Whether a line is one field and no more: most lines with a colon are."""
    opened = _LEAD.match(raw) if raw.count(":") == 1 else None
    return opened is not None and key_of(opened.group(2)) is not None


def _behind_words(line: SourceLine) -> list[str] | None:
    """The words of a task and the fields in the sentences behind them; None where there are none.

    Behind a line without a number one of the fields must say who: "Thời gian: 2 ngày" may belong to a step.
    """
    if (opened := _LEAD.match(line.raw)) and key_of(opened.group(2)) is not None:
        return None
    inner = next((m for m in _INNER.finditer(line.raw) if key_of(m.group(1)) in _WHO_AND_WHEN), None)
    if inner is None or not line.raw[: inner.start()].strip():
        return None
    fields = _fields(line.raw[inner.end() :])
    keys = {label.key for text in fields if (label := find_label(line._replace(raw=text)))}
    if not marker_of(line).number and not keys & _WHO:
        return None
    return [line.raw[: inner.start()], *fields]


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
