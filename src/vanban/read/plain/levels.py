"""Which level of the decree a line of a short file is: told by its first words (Mục II.6.đ)."""

import re
from dataclasses import dataclass, field
from typing import Final

from vanban.model.document import BOLD_CLOSE, BOLD_OPEN, ITALIC_CLOSE, ITALIC_OPEN, NOTE_CLOSE, NOTE_OPEN
from vanban.model.plain import Appendix, Block, Level
from vanban.viet.numbering import roman, roman_value

_MARKS: Final = re.compile(f"[{BOLD_OPEN}{BOLD_CLOSE}{ITALIC_OPEN}{ITALIC_CLOSE}]")
_FOOTNOTE = re.compile(f"({NOTE_OPEN}[^{NOTE_CLOSE}]*{NOTE_CLOSE})")
_AFTER = r"(?:\s*[.:–—-]\s*|\s+|$)"
_PART = re.compile(rf"(Phần|Chương)\s+(thứ\s+\w+|[IVXLC]+|\d{{1,2}}){_AFTER}(.*)", re.IGNORECASE)
_SECTION = re.compile(rf"(Mục|Tiểu mục)\s+(\d{{1,3}}|[IVXLC]+){_AFTER}(.*)", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều\s+(\d{1,4})\s*[.:]\s*(.*)", re.IGNORECASE)
_APPENDIX = re.compile(rf"Phụ lục(?:\s+(\d{{1,2}}|[IVXLC]+))?{_AFTER}(.*)", re.IGNORECASE)
_ON_ITS_SIDE = re.compile(r"\s*\{\s*ngang\s*\}\s*$", re.IGNORECASE)
"""How a heading says that the pages of its appendix lie on their side."""
_ROMAN = re.compile(r"([IVXLC]+)\s*[.)]\s+(.*)")
_CHILD = re.compile(r"(\d{1,2})\.(\d{1,3})\.?\s+(.*)")
_NUMBER = re.compile(r"(\d{1,2})\s*[.)]\s+(.*)")
_POINT = re.compile(r"([a-zđ]{1,2})\)\s+(.*)")
_SENTENCE_END: Final = (".", ";", ":", ",", "!", "?", "…")
_TITLE_CHARS: Final = 120


@dataclass
class Context:
    """What stood above a line: how deep headings go, and whether a numbered clause is open."""

    in_clause: bool = False
    depths: list[int] = field(default_factory=list)
    """Depths (#) of the headings without a number that are open, from the outermost."""

    def saw(self, block: Block) -> None:
        """A block was added."""
        if block.cap in ("khoan_co_tieu_de", "khoan_con"):
            self.in_clause = True
        elif block.cap in _OPENING:
            self.in_clause = False

    def rank(self, depth: int) -> int:
        """How deep a heading without a number stands, from 0, counted by the headings above it."""
        while self.depths and self.depths[-1] >= depth:
            self.depths.pop()
        self.depths.append(depth)
        return len(self.depths) - 1


_OPENING: Final = frozenset({"phan", "muc", "tieu_muc", "dieu", "dieu_khong_tieu_de", "muc_la_ma"})
_ABOVE_ARTICLES: Final = frozenset({"phan", "muc", "tieu_muc", "dieu", "dieu_khong_tieu_de"})
_RANKS: Final[tuple[Level, ...]] = ("muc_la_ma", "khoan_co_tieu_de", "khoan_con", "tieu_de")


def capitals(text: str) -> str:
    """The words in capitals, those of footnotes as they are."""
    pieces = _FOOTNOTE.split(text)
    return "".join(piece if piece.startswith(NOTE_OPEN) else piece.upper() for piece in pieces)


def appendix_of(text: str) -> Appendix | None:
    """The appendix that a heading begins ("Phụ lục II. DANH MỤC …"), or None."""
    bare = _MARKS.sub("", text)
    upright = _ON_ITS_SIDE.sub("", bare)
    match = _APPENDIX.fullmatch(upright)
    if match is None:
        return None
    number = _roman_number(match[1]) if match[1] else ""
    return Appendix(so=number, ten=capitals(match[2]), ngang=upright != bare)


def blocks_of_heading(text: str, depth: int, context: Context) -> list[Block]:
    """The blocks of a heading (#): by its number if it has one, else by its depth."""
    bare = _MARKS.sub("", text)
    found = _part(bare, any_line=True) or _article(bare, bare, titled=True)
    if found is not None:
        context.depths.clear()
        return found
    if roman_one := _ROMAN.fullmatch(bare):
        number = roman_value(roman_one[1])
        if number is not None:
            context.depths = [depth]
            return [Block(cap="muc_la_ma", so=number, chu=capitals(roman_one[2]))]
    if child := _CHILD.fullmatch(bare):
        return [Block(cap="khoan_con", so=int(child[2]), chu=child[3])]
    if number_one := _NUMBER.fullmatch(bare):
        return [Block(cap="khoan_co_tieu_de", so=int(number_one[1]), chu=number_one[2])]
    if _POINT.fullmatch(bare):
        return [Block(cap="diem", chu=bare)]
    level = _RANKS[min(context.rank(depth), len(_RANKS) - 1)]
    return [Block(cap=level, chu=capitals(bare) if level == "muc_la_ma" else bare)]


def blocks_of_line(text: str) -> list[Block]:
    """The blocks of a line of the text: a level that its words name, or a paragraph."""
    bare = _MARKS.sub("", text)
    whole_bold = text.startswith(BOLD_OPEN) and text.endswith(BOLD_CLOSE) and text.count(BOLD_OPEN) == 1
    found = _part(bare, any_line=whole_bold) or _article(bare, text, titled=whole_bold)
    if found is not None:
        return found
    shouted = bare.upper() == bare and any(char.isalpha() for char in bare)
    if (shouted or whole_bold) and (match := _ROMAN.fullmatch(bare)):
        number = roman_value(match[1])
        if number is not None and len(bare) <= _TITLE_CHARS:
            return [Block(cap="muc_la_ma", so=number, chu=capitals(match[2]))]
    if whole_bold and (match := _CHILD.fullmatch(bare)):
        return [Block(cap="khoan_con", so=int(match[2]), chu=match[3])]
    if match := _NUMBER.fullmatch(bare):
        if whole_bold:
            return [Block(cap="khoan_co_tieu_de", so=int(match[1]), chu=match[2])]
        return [Block(cap="khoan", chu=text)]
    if _POINT.fullmatch(bare):
        return [Block(cap="diem", chu=text)]
    return [Block(cap="doan", chu=text)]


def _part(bare: str, *, any_line: bool) -> list[Block] | None:
    """Phần, Chương, Mục, Tiểu mục with their titles; in a plain line only where it holds nothing else."""
    for form, levels, number in ((_PART, _PARTS, _roman_number), (_SECTION, _SECTIONS, str)):
        match = form.fullmatch(bare)
        if match is None or (not any_line and match[3]):
            continue
        word = match[1].capitalize()
        head, title = levels[word]
        blocks = [Block(cap=head, chu=f"{word} {number(match[2])}")]
        return blocks + ([Block(cap=title, chu=capitals(match[3]))] if match[3] else [])
    return None


_PARTS: Final[dict[str, tuple[Level, Level]]] = {
    "Phần": ("phan", "tieu_de_phan"),
    "Chương": ("phan", "tieu_de_phan"),
}
_SECTIONS: Final[dict[str, tuple[Level, Level]]] = {
    "Mục": ("muc", "tieu_de_muc"),
    "Tiểu mục": ("tieu_muc", "tieu_de_tieu_muc"),
}


def _roman_number(text: str) -> str:
    """Numbers of Phần and Chương are Roman (Mục II.6.đ)."""
    return roman(int(text)) if text.isdecimal() and int(text) else text if text.islower() else text.upper()


def _article(bare: str, text: str, *, titled: bool) -> list[Block] | None:
    """An Điều: with a title, or with its words on the same line, which then are not bold."""
    match = _ARTICLE.fullmatch(bare)
    if match is None:
        return None
    words = match[2]
    is_title = bool(words) and len(words) <= _TITLE_CHARS and not words.endswith(_SENTENCE_END)
    if titled or is_title:
        return [Block(cap="dieu", so=int(match[1]), chu=words)]
    return [Block(cap="dieu_khong_tieu_de", so=int(match[1]), chu=_without_label(text, match[1]))]


def finish_articles(blocks: list[Block]) -> None:
    """An Điều with nothing under it has no title: its words are what it says."""
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.cap == "dieu" and (following is None or following.cap in _ABOVE_ARTICLES):
            blocks[index] = block.model_copy(update={"cap": "dieu_khong_tieu_de"})


def _without_label(text: str, number: str) -> str:
    """The text behind "Điều 1.", with its own marks; a mark around the label goes with it."""
    label = re.compile(
        rf"[{BOLD_OPEN}{ITALIC_OPEN}]*Điều\s+{number}\s*[.:]?[{BOLD_CLOSE}{ITALIC_CLOSE}]*[.:]?\s*",
        re.IGNORECASE,
    )
    rest = label.sub("", text, count=1)
    return rest if _is_balanced(rest) else _MARKS.sub("", rest)


def _is_balanced(text: str) -> bool:
    pairs = ((BOLD_OPEN, BOLD_CLOSE), (ITALIC_OPEN, ITALIC_CLOSE))
    return all(text.count(a) == text.count(b) and text.find(a) <= text.find(b) for a, b in pairs)
