"""Pages: on which one each paragraph of the body begins, from the breaks that Word and people left.

Word notes where pages began when it last saved (`w:lastRenderedPageBreak`), but loses some of its notes;
other programs leave none. So a page is told only as long as what stands since the last break fits on it.
"""

from dataclasses import dataclass
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
class Pages:
    """Counts pages through the body. `noted`: whether Word left its notes in this file."""

    noted: bool
    page: int = 1
    _begun: bool = False
    _fresh: bool = False
    """A person's break was counted, and no words have come since: Word's note there means the same break."""
    _pending: bool = False
    """A person's break stands after the last words."""
    _lines: float = 0.0
    """How many stand since the last break."""
    _lost: bool = False
    _row: tuple[int, int] | None = None
    _column: int = 0
    _row_page: int = 1
    _row_is_empty: bool = True
    _moved: bool = False
    """Whether the whole row stands on a new page; then the first note in each of its cells says just that."""
    _known: bool = False
    """Whether the first note in this cell was said already."""
    _furthest: int = 1

    def place(self, inline: Inline, cell: Cell | None, *, new_page: bool) -> tuple[int | None, bool]:
        """The page that the next paragraph begins on, and whether an explicit break put it there.

        `new_page`: its own setting, or a section that begins with it, asks for a new page.
        """
        self._enter(cell)
        new_page = new_page and self._begun
        forced, self._pending, self._begun = self._pending or new_page, False, True
        if new_page:
            self._turn(by_word=False)
        start = self.page
        words = [i for i, (text, _, _) in enumerate(inline.pieces) if text and not text.isspace()]
        read = 0
        for by_word, index in inline.breaks:
            if cell is not None and not by_word:  # Word lets no break cut a table row
                continue
            before = sum(i < index for i in words) if words else 0
            if before > read:
                self._fresh, self._row_is_empty = False, False
            read = before
            self._turn(by_word=by_word)
            if (words and not before) or (not words and by_word):
                start, forced = self.page, forced or not by_word
            elif not by_word and before == len(words):
                self._pending = True
        if len(words) > read:
            self._fresh, self._row_is_empty = False, False
        return (start if self._fits(inline, cell) else None), forced

    def _turn(self, *, by_word: bool) -> None:
        if by_word and (self._fresh or self._known):
            self._fresh = self._known = False
            return
        self.page += 1
        self._fresh = not by_word
        self._lines = 0.0
        if self._row is not None and self._row_is_empty:
            self._row_page, self._moved = self.page, True

    def _fits(self, inline: Inline, cell: Cell | None) -> bool:
        """Whether all since the last break fits on its page; once it does not, no later page is known."""
        share = sum(len(text) * look.size_pt**2 for text, look, _ in inline.pieces) / _SIZE_PT**2 / _LINE
        self._lines += share if cell else 1 + int(share)
        self._lost = self._lost or self._lines > (_NOTED_LINES if self.noted else _SURE_LINES)
        return not self._lost

    def _enter(self, cell: Cell | None) -> None:
        """Cells of one row stand side by side: each begins where the row does."""
        self._furthest = max(self._furthest, self.page)
        row = None if cell is None else (cell.table, cell.row)
        if row != self._row:
            self.page = self._furthest
            self._row, self._row_page, self._row_is_empty = row, self.page, True
            self._moved = self._known = False
        elif cell is not None and self._column != cell.column:
            self.page, self._known = self._row_page, self._moved
        self._column = 0 if cell is None else cell.column
