"""All passages of a document as one text: places, beginnings, quotations, words at hand.

The rules of wording search one long text instead of hundreds of short ones, and ask the sets of words
and of neighbouring words before they search at all: that keeps a ten-page paper within a few
milliseconds. Passages are parted by `BREAK`, a character that no text holds and no word class matches.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.wording.passage import Passage
from vanban.law.lexicon import Lexicon
from vanban.model.finding import Finding, Severity
from vanban.model.mend import TextMend

BREAK = "\0"

_MARKS = re.compile(r"[.,;:()“”\"/!?\[\]…\n\t\0]+")
_BEGINS = re.compile(
    r"(?:[\0\n.!?:;…“\"«(\[][ \t]*|^)"
    r"(?:[-–—+•*·▪][ \t]*|\(?(?:\d+(?:\.\d+)*|[^\W\d_]|[ivxIVX]+)[.)][ \t]*)*\Z"
)
_QUOTED = re.compile('“[^“”\0]*(?:”|(?=\0)|\\Z)|"[^"\0]*(?:"|(?=\0)|\\Z)|«[^«»\0]*(?:»|(?=\0)|\\Z)')
_LATE_CLOSE = re.compile("[^“”\0]*”")
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+) \Z")
_RANKS = frozenset({"Phó", "Tổng", "Quyền", "Nguyên"})
_BACK = 48
"""How far before a word its beginning of a sentence is looked for."""


def _lowered(text: str) -> str:
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


@lru_cache(maxsize=4096)
def _first_two(words: str) -> tuple[str, str]:
    first, second, *_ = words.split(" ")
    return first, second


class Reading:
    """The passages, read once for all rules. `text` has every no-break space as an ordinary one."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon, day: date | None) -> None:
        self.passages = tuple(passages)
        self.lexicon = lexicon
        self.day = day
        self._starts: list[int] = []
        at = 1
        for passage in self.passages:
            self._starts.append(at)
            at += len(passage.text) + 1
        self.raw = BREAK + BREAK.join(passage.text.replace(BREAK, " ") for passage in self.passages) + BREAK
        self.text = self.raw.replace("\u00a0", " ")
        self.lower = _lowered(self.text)
        words = " . ".join(_MARKS.split(self.text)).split()
        self.words = frozenset(words)
        """Every word as written; a word with a hyphen is one."""
        small = {word: _lowered(word) for word in self.words}
        self.small_words = frozenset(small.values())
        """Every word in small letters."""
        self.pairs = frozenset(pairwise(map(small.__getitem__, words)))
        """Every two neighbouring words in small letters; a mark between them parts them."""
        self._quotes: dict[int, list[tuple[int, int]]] = {}

    def index_at(self, at: int) -> int:
        """Which passage holds the character `at`."""
        return bisect_right(self._starts, at) - 1

    def passage_at(self, at: int) -> Passage:
        """The passage that holds the character `at`."""
        return self.passages[self.index_at(at)]

    def start_of(self, index: int) -> int:
        """Where a passage begins in `text`."""
        return self._starts[index]

    def bounds(self, at: int) -> tuple[int, int]:
        """Begin and end of the passage that holds the character `at`."""
        index = self.index_at(at)
        return self._starts[index], self._starts[index] + len(self.passages[index].text)

    def whole(self, start: int, end: int) -> bool:
        """Whether no letter or digit touches text[start:end] from outside."""
        before, after = self.text[start - 1], self.text[end]
        return not (before.isalnum() or after.isalnum() or before == "_" or after == "_")

    def places_of(self, words: str) -> Iterator[int]:
        """Where these very words stand, as whole words."""
        yield from self._places(self.text, words)

    def small_places_of(self, words: str) -> Iterator[int]:
        """Where these words stand in any case; `words` in small letters, two words at least."""
        head = _first_two(words)
        if head in self.pairs or not head[1].isalpha():
            return self._places(self.lower, words)
        return iter(())

    def _places(self, text: str, words: str) -> Iterator[int]:
        at = text.find(words)
        while at >= 0:
            if self.whole(at, at + len(words)):
                yield at
            at = text.find(words, at + len(words))

    def begins(self, at: int) -> bool:
        """Whether a sentence, a list item or a bracket begins at `at`, so that a capital is right there."""
        return _BEGINS.search(self.text, max(0, at - _BACK), at) is not None

    def in_name(self, at: int) -> bool:
        """Whether the word at `at` follows a word with a capital inside a sentence, as names do."""
        before = _WORD_BEFORE.search(self.text, max(0, at - _BACK), at)
        if before is None or not before[1][0].isupper() or before[1] in _RANKS:
            return False
        return not self.begins(before.start(1))

    def quoted(self, start: int, end: int) -> bool:
        """Whether text[start:end] touches a quotation; an unclosed one ends with its paragraph."""
        index = self.index_at(start)
        if index not in self._quotes:
            self._quotes[index] = self._find_quotes(index)
        return any(begin < end and start < stop for begin, stop in self._quotes[index])

    def _find_quotes(self, index: int) -> list[tuple[int, int]]:
        begin = self._starts[index]
        stop = begin + len(self.passages[index].text)
        found = [match.span() for match in _QUOTED.finditer(self.text, begin, stop)]
        if late := _LATE_CLOSE.match(self.text, begin, stop):
            found.append(late.span())
        return found

    def finding(
        self,
        rule: Rule,
        start: int,
        end: int,
        message: str,
        *,
        advice: str | None = None,
        mends: Sequence[tuple[int, int, str]] = (),
        level: Severity | None = None,
    ) -> Finding:
        """A finding on text[start:end]; `mends` are (start, end, new words) in `text`.

        Within a quotation nothing is mended, and a lỗi is only a cảnh báo: the words may be another's.
        """
        index = self.index_at(start)
        passage, base = self.passages[index], self._starts[index]
        number = passage.place.doan
        level = level or rule.muc
        if level is Severity.LOI and self.quoted(start, end):
            level = Severity.CANH_BAO
        sua = (
            [TextMend(doan=number, tu=a - base, den=b - base, moi=new) for a, b, new in mends]
            if number is not None and not any(self.quoted(a, b) for a, b, _ in mends)
            else []
        )
        said = f"{passage.who[:1].upper()}{passage.who[1:]}: {message}" if passage.who else message
        return rule.finding(
            passage.place,
            said,
            trich=" ".join(self.text[start:end].split()),
            cach_sua=advice,
            muc=level,
            vi_tri=(start - base, end - base) if number is not None else None,
            sua=sua,
        )

    def where(self, at: int) -> str:
        """How a message about another place names the passage of `at`."""
        passage = self.passage_at(at)
        if passage.who:
            return passage.who
        place = passage.place
        return str(place.model_copy(update={"tep": None})) or "trên"
