"""A paragraph as the recogniser reads it: its words, their bare letters, and a few plain questions."""

import re
from typing import Final

from vanban.check.form.words import has_words, words
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
    """One paragraph of the body, or a piece of one, with what the recogniser asks of it.

    Each answer is worked out once, when it is first asked for: of most lines only the first letter is.
    """

    __slots__ = ("_key", "_letters", "_text", "index", "paragraph")

    def __init__(self, index: int, paragraph: Paragraph) -> None:
        self.index = index
        """Its place in the list of lines."""
        self.paragraph = paragraph
        self._text: str | None = None
        self._key: str | None = None
        self._letters: str | None = None

    @property
    def text(self) -> str:
        """The words on one line, blanks made plain."""
        if self._text is None:
            seen = words(self.paragraph)
            self._text = " ".join(seen.split()) if "\n" in seen else seen
        return self._text

    @property
    def key(self) -> str:
        """The bare letters of the beginning."""
        if self._key is None:
            self._key = bare(self.text[:KEY_REACH])
        return self._key

    @property
    def letters(self) -> str:
        """The bare letters of the beginning without anything between them."""
        if self._letters is None:
            self._letters = _NO_LETTERS.sub("", self.key)
        return self._letters

    @property
    def has_words(self) -> bool:
        """Whether there is anything to see."""
        return has_words(self.paragraph)

    @property
    def says(self) -> bool:
        """Whether there is a letter or a figure: a typed line and a row of dots say nothing."""
        return any(map(str.isalnum, self.text))

    @property
    def upper(self) -> bool:
        """Whether it is set in capitals (two letters at least)."""
        text = self.text
        return text.isupper() and sum(map(str.isalpha, text[:40])) > 1

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return self._all("bold")

    @property
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

    @property
    def row(self) -> int:
        """The row of the table that it stands in; 0 outside tables."""
        cell = self.paragraph.cell
        return cell.row if cell else 0

    def _all(self, name: str) -> bool:
        seen = [s for s in self.paragraph.spans if not s.raised and any(map(str.isalnum, s.text))]
        return bool(seen) and all(getattr(s, name) for s in seen)


def is_loose(paragraph: Paragraph) -> bool:
    """Whether it is a piece of a line set in columns by tabs or spaces: its place cannot be measured."""
    return paragraph.cell is not None and paragraph.cell.table < 0
