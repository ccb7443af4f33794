"""What Word's footnotes leave behind in extracted text: "…[footnoteRef:1] …  [1:  words of the note ]".

The marks are taken out of the words, and the notes are given back beside them.
"""

import re
from dataclasses import dataclass

from vanban.viet.text import squeeze

_MARK = re.compile(r"\[footnoteRef:\s*(\d+)\s*\]")
_NOTE = re.compile(r"\[(\d+):\s*([^\[\]]*)\]")
_WORDS_BEFORE = 6


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, its words (None where the text has only the mark), the words before the mark."""

    number: str
    text: str | None
    after: str
    marked: bool


def take_notes(text: str) -> tuple[str, list[Note]]:
    """The text without marks and notes, and the notes in the order of their marks.

    A note without a mark comes last, with `marked` false; so does one whose number comes twice.
    """
    if "[" not in text:
        return text, []
    notes: dict[str, list[str]] = {}
    for m in _NOTE.finditer(text):
        notes.setdefault(m.group(1), []).append(squeeze(m.group(2)))
    if not notes and not _MARK.search(text):
        return text, []
    body = _NOTE.sub("", text)
    found: list[Note] = []
    for mark in _MARK.finditer(body):
        before = _MARK.sub("", body[: mark.start()]).split()[-_WORDS_BEFORE:]
        known = notes.get(mark.group(1))
        found.append(Note(mark.group(1), known.pop(0) if known else None, " ".join(before), True))
    found += [Note(number, words, "", False) for number, texts in notes.items() for words in texts]
    return _MARK.sub("", body), found


def has_residue(text: str) -> bool:
    """Whether the text holds marks or notes."""
    return bool(_MARK.search(text) or _NOTE.search(text))
