"""Pages: on which one each paragraph of the body begins, from the breaks that Word and people left.

Word notes where pages began when it last saved (`w:lastRenderedPageBreak`), but loses some of its notes;
other programs leave none. So a page is told only as long as what stands since the last break fits on it,
and no longer once a row of a table is cut by a page: its cells are noted each by itself, as it happens.
"""

from dataclasses import dataclass, field
from typing import Final

from vanban.model.sheet import Cell
from vanban.word.observe_inline import Inline

_SIZE_PT: Final = 14.0
_LINE: Final = 75
"""Characters of that size on a line, of the usual 66 to 82; of a smaller size more fit, by its square."""
_NOTED_LINES: Final = 48
"""Lines on a full page that Word noted: with more, a note was lost."""
_SURE_LINES: Final = 25
"""Lines that fit on any page, whatever its look."""


@dataclass(slots=True)
class Breaks:
    """The page breaks that people set."""

    _pending: bool = False
    """A break stands after the last words."""

    def pass_by(self, *, new_page: bool) -> bool:
        """As `take`, of a paragraph that holds no break."""
        forced, self._pending = self._pending or new_page, False
        return forced

    def take(self, inline: Inline, cell: Cell | None, *, new_page: bool) -> bool:
        """Whether an explicit break puts the next paragraph on a new page; `new_page` as in `Pages.place`."""
        forced = self.pass_by(new_page=new_page)
        if inline.breaks and cell is None:  # Word lets no break cut a table row
            words = _words(inline)
            for by_word, index in inline.breaks:
                if not by_word and words and index <= words[0]:
                    forced = True
                elif not by_word and (not words or index > words[-1]):
                    self._pending = True
        return forced


@dataclass(slots=True)
class Pages:
    """Counts pages through the body. `noted`: whether Word left its notes in this file."""

    noted: bool
    page: int = 1
    _begun: bool = False
    _fresh: bool = False
    """A person's break was counted, and no words have come since: Word's note there means the same break."""
    _breaks: Breaks = field(default_factory=Breaks)
    _lines: float = 0.0
    """How many stand since the last break."""
    _lost: bool = False
    _row: tuple[int, int] | None = None
    _row_is_empty: bool = True

    def place(self, inline: Inline, cell: Cell | None, *, new_page: bool) -> tuple[int | None, bool]:
        """The page that the next paragraph begins on, and whether an explicit break put it there.

        `new_page`: its own setting, or a section that begins with it, asks for a new page.
        """
        row = None if cell is None else (cell.table, cell.row)
        if row != self._row:
            self._row, self._row_is_empty = row, True
        if new_page and self._begun:
            self._turn(by_word=False)
        forced, self._begun = self._breaks.take(inline, cell, new_page=new_page), True
        words = _words(inline)
        start, known, read = self.page, self._fits(), 0
        for by_word, index in inline.breaks:
            if cell is not None and not by_word:
                continue
            if index > read:
                self._read(inline, read, index, words)
            read = index
            self._turn(by_word=by_word)
            if (not words or index <= words[0]) and (by_word or words):
                start, known = self.page, self._fits()
        self._read(inline, read, len(inline.pieces), words)
        self._lines += 0 if cell else 1
        return (start if known else None), forced

    def _read(self, inline: Inline, start: int, end: int, words: list[int]) -> None:
        """Take note of the pieces from `start` to `end`."""
        if words and start <= words[-1] and end > words[0]:
            self._fresh = self._row_is_empty = False
        if start < end:
            pieces = inline.pieces if end - start == len(inline.pieces) else inline.pieces[start:end]
            characters = len(pieces[0][0]) if len(pieces) == 1 else sum([len(piece[0]) for piece in pieces])
            self._lines += characters * (pieces[0][1].size_pt / _SIZE_PT) ** 2 / _LINE

    def _turn(self, *, by_word: bool) -> None:
        if by_word and self._fresh:
            self._fresh = False
            return
        self._lost = self._lost or not self._fits() or (self._row is not None and not self._row_is_empty)
        self.page += 1
        self._fresh = not by_word
        self._lines = 0.0

    def _fits(self) -> bool:
        """Whether all since the last break fits on its page; once it does not, no later page is known."""
        self._lost = self._lost or self._lines > (_NOTED_LINES if self.noted else _SURE_LINES)
        return not self._lost


def _words(inline: Inline) -> list[int]:
    """Indices of the pieces that are more than space."""
    return [i for i, piece in enumerate(inline.pieces) if piece[0] and not piece[0].isspace()]
