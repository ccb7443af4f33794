"""The blocks of a plain paper made ready to print: the numbers of Word's lists, and the end mark."""

from collections.abc import Sequence
from typing import Final

from vanban.model.document import FILL_CLOSE, count_from
from vanban.model.plain import Block

_LISTS: Final = {
    "muc_la_ma": (0, 0),
    "khoan_co_tieu_de": (0, 1),
    "khoan_con": (0, 2),
    "dieu": (1, 0),
    "dieu_khong_tieu_de": (1, 0),
}
"""Levels that Word numbers: the list (headings, Điều) and the depth in it."""
_DEPTHS: Final = 3
_NOT_SURE: Final = -1
"""Of a level whose number a deeper label showed before it came: programs differ in what comes next."""
_OPEN_ENDS: Final = " .;:,"


def counted(blocks: Sequence[Block], *, after: Sequence[Block] = ()) -> list[Block]:
    """The blocks, each numbered one told to count from its number where Word's list would give another.

    A number of the source is kept; without one the count goes on, and begins anew under a new Phần,
    Chương, Mục or Điều, and in each appendix (`after` holds the blocks before it).
    """
    counts = _Counts()
    for block in after:
        counts.passes(block)
    counts.begin()
    return [counts.passes(block) for block in blocks]


class _Counts:
    """What Word's lists have counted (`word`), and what the text has (`own`)."""

    def __init__(self) -> None:
        self.word = [[0] * _DEPTHS, [0] * _DEPTHS]
        self.own = [[0] * _DEPTHS, [0] * _DEPTHS]

    def begin(self) -> None:
        """The text counts anew."""
        self.own = [[0] * _DEPTHS, [0] * _DEPTHS]

    def passes(self, block: Block) -> Block:
        """The next block, with the number that it must be given by hand, if any."""
        if block.cap == "phan":
            self.own[0] = [0] * _DEPTHS
        elif block.cap in ("muc", "tieu_muc", "dieu", "dieu_khong_tieu_de"):
            self.own[0][1:] = [0] * (_DEPTHS - 1)
        place = _LISTS.get(block.cap)
        if place is None:
            return block
        which, depth = place
        word, own = self.word[which], self.own[which]
        number = block.so or own[depth] + 1
        by_word = word[depth] + 1
        word[:depth] = [count or _NOT_SURE for count in word[:depth]]
        for counts in (word, own):
            counts[depth] = number
            counts[depth + 1 :] = [0] * (_DEPTHS - depth - 1)
        text = block.chu if number == by_word else count_from(number, block.chu)
        return block.model_copy(update={"chu": text, "so": number})


def ended(blocks: Sequence[Block], end: str) -> list[Block]:
    """The blocks with the end mark behind the last words; a table or a heading at the end takes none."""
    if not blocks or blocks[-1].cap not in _WORDS:
        return list(blocks)
    *before, last = blocks
    text = last.chu.removesuffix(end)
    text = text if text.endswith(FILL_CLOSE) else text.rstrip(_OPEN_ENDS)
    return [*before, last.model_copy(update={"chu": text + end})]


_WORDS: Final = frozenset({"doan", "gach", "cong", "khoan", "diem", "dieu_khong_tieu_de"})
