"""A paragraph as the recogniser reads it: its words, their bare letters, and a few plain questions."""

import re
from functools import cached_property
from typing import Final

from vanban.check.form.words import words
from vanban.model.sheet import Paragraph
from vanban.viet.text import strip_marks

_LETTERS: Final = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
_BARE: Final = str.maketrans({letter: strip_marks(letter) for letter in _LETTERS})
_SPACES = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
KEY_REACH: Final = 120
"""Only the beginning of a paragraph tells what it is."""


def bare(text: str) -> str:
    """Small letters without marks, one space for several: "KÍNH GỬI :" gives "kinh gui :"."""
    return _SPACES.sub(" ", text.casefold().translate(_BARE)).strip()


class Line:
    """One paragraph of the body, or a piece of one, with what the recogniser asks of it."""

    def __init__(self, index: int, paragraph: Paragraph) -> None:
        self.index = index
        """Its place in the list of lines."""
        self.paragraph = paragraph

    @cached_property
    def text(self) -> str:
        """The words on one line, blanks made plain."""
        return " ".join(words(self.paragraph).split())

    @cached_property
    def key(self) -> str:
        """The bare letters of the beginning."""
        return bare(self.text[:KEY_REACH])

    @cached_property
    def letters(self) -> str:
        """The bare letters of the beginning without anything between them."""
        return _NO_LETTERS.sub("", self.key)

    @cached_property
    def has_words(self) -> bool:
        """Whether there is anything to see."""
        return any(span.text.strip() for span in self.paragraph.spans)

    @cached_property
    def says(self) -> bool:
        """Whether there is a letter or a figure: a typed line and a row of dots say nothing."""
        return self.has_words and any(map(str.isalnum, self.text))

    @cached_property
    def upper(self) -> bool:
        """Whether it is set in capitals (two letters at least)."""
        text = self.text
        return text.isupper() and sum(map(str.isalpha, text[:40])) > 1

    @cached_property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return self._all("bold")

    @cached_property
    def italic(self) -> bool:
        """Whether every letter is italic."""
        return self._all("italic")

    @property
    def centered(self) -> bool:
        """Whether it stands in the middle, or where that cannot be told."""
        return self.paragraph.align == "center" or is_loose(self.paragraph)

    @property
    def table(self) -> int | None:
        """The table that it stands in."""
        cell = self.paragraph.cell
        return cell.table if cell else None

    @property
    def column(self) -> int:
        """The column that it stands in; 0 outside tables."""
        cell = self.paragraph.cell
        return cell.column if cell else 0

    def _all(self, name: str) -> bool:
        seen = [s for s in self.paragraph.spans if not s.raised and any(map(str.isalnum, s.text))]
        return bool(seen) and all(getattr(s, name) for s in seen)


def is_loose(paragraph: Paragraph) -> bool:
    """Whether it is a piece of a line set in columns by tabs or spaces: its place cannot be measured."""
    return paragraph.cell is not None and paragraph.cell.table < 0
