"""Apply mends to a .docx and leave everything else in it as it was.

Parts without a mend keep their bytes; in the others only the elements that a mend names are written
anew. The same file and mends give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

from vanban.model.mend import LookMend, Mend, PageMend, ParagraphMend, TextMend
from vanban.word import properties
from vanban.word.locate import Located, locate
from vanban.word.observe_properties import Element
from vanban.word.ooxml import TWIPS_PER_PT, twips, w
from vanban.word.package import open_package
from vanban.word.repack import repacked
from vanban.word.words import Words
from vanban.word.writable import refuse_unwritable

_NO_PARAGRAPH: Final = "tệp không có đoạn này"
_NO_SECTION: Final = "tệp không có phần trang này"
_OUTSIDE: Final = "chỗ cần sửa nằm ngoài chữ của đoạn"
_FORMULA: Final = "chỗ cần sửa nằm trong công thức"
_CHOICE: Final = "chữ nằm trong nội dung thay thế, không tách riêng được"
_OVERLAP: Final = "trùng chỗ với một cách sửa khác đã làm"
_MARGINS: Final = {"top": "le_tren_mm", "bottom": "le_duoi_mm", "left": "le_trai_mm", "right": "le_phai_mm"}


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended file: its bytes, the mends that were done, and those that were not, each with the reason."""

    data: bytes
    done: list[Mend]
    skipped: list[tuple[Mend, str]]


def mended(data: bytes, mends: Sequence[Mend], *, where: str = "") -> Mended:
    """The .docx in `data` with these mends; `where` names it in messages.

    Of two mends that contradict each other the first is done. Raises SourceError where the file cannot
    be read, or must not be written back (signed, protected, strict).
    """
    package = open_package(data, where)
    refuse_unwritable(package, where)
    located = locate(package, where)
    done, skipped = _sorted_out(located, mends)
    by_paragraph = sorted((m for m in done if not isinstance(m, PageMend)), key=lambda m: m.doan)
    for number, group in groupby(by_paragraph, key=lambda m: m.doan):
        _mend_paragraph(located, number, list(group))
    for page in done:
        if isinstance(page, PageMend):
            _mend_page(located, page)
    parts = located.changed_parts()
    return Mended(repacked(data, parts, where) if parts else data, done, skipped)


def _sorted_out(located: Located, mends: Sequence[Mend]) -> tuple[list[Mend], list[tuple[Mend, str]]]:
    done: list[Mend] = []
    skipped: list[tuple[Mend, str]] = []
    known: dict[int, Words] = {}
    claims = _Claims()
    for mend in mends:
        words = None if isinstance(mend, PageMend) else _words(located, mend.doan, known)
        reason = _unfit(located, mend, words) or ("" if claims.take(mend, words) else _OVERLAP)
        if reason:
            skipped.append((mend, reason))
        else:
            done.append(mend)
    return done, skipped


def _words(located: Located, number: int, known: dict[int, Words]) -> Words | None:
    home = located.home(number)
    if home is not None and number not in known:
        known[number] = Words(home)
    return known.get(number)


def _unfit(located: Located, mend: Mend, words: Words | None) -> str:
    """Why a mend cannot be done in this file; "" where it can."""
    if isinstance(mend, PageMend):
        return "" if 0 <= mend.phan_trang < len(located.sheet.sections) else _NO_SECTION
    if words is None:
        return _NO_PARAGRAPH
    if isinstance(mend, ParagraphMend):
        return ""
    nothing = mend.tu == mend.den and isinstance(mend, LookMend)
    if nothing or not 0 <= mend.tu <= mend.den <= words.length:
        return _OUTSIDE
    if words.in_formula(mend.tu, mend.den):
        return _FORMULA
    if isinstance(mend, LookMend) and not words.can_be_cut(mend.tu, mend.den):
        return _CHOICE
    return ""


@dataclass(slots=True)
class _Claims:
    """What the mends so far have taken: stretches of text, and values of properties."""

    texts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    looks: dict[tuple[int, str], list[tuple[int, int, object]]] = field(default_factory=dict)
    values: dict[tuple[str, int, str], object] = field(default_factory=dict)

    def take(self, mend: Mend, words: Words | None) -> bool:
        """Whether the mend contradicts none before it; it is then taken."""
        if isinstance(mend, TextMend | LookMend):
            border = words.widened(mend.tu, mend.den) if words else (mend.tu, mend.den)
            return (
                self._take_text(mend, *border)
                if isinstance(mend, TextMend)
                else self._take_look(mend, *border)
            )
        place = mend.phan_trang if isinstance(mend, PageMend) else mend.doan
        keys: dict[tuple[str, int, str], object]
        keys = {(mend.loai, place, name): value for name, value in _wanted(mend).items()}
        if any(self.values.get(key, value) != value for key, value in keys.items()):
            return False
        self.values.update(keys)
        return True

    def _take_text(self, mend: TextMend, tu: int, den: int) -> bool:
        taken = self.texts.setdefault(mend.doan, [])
        if any(_overlap(tu, den, *other) for other in taken):
            return False
        taken.append((tu, den))
        return True

    def _take_look(self, mend: LookMend, tu: int, den: int) -> bool:
        taken = [
            (self.looks.setdefault((mend.doan, name), []), value) for name, value in _wanted(mend).items()
        ]
        for others, value in taken:
            if any(tu < other_den and other_tu < den and value != v for other_tu, other_den, v in others):
                return False
        for others, value in taken:
            others.append((tu, den, value))
        return True


def _wanted(mend: Mend) -> dict[str, object]:
    """The properties that a mend sets."""
    values = mend.model_dump(exclude={"loai", "doan", "phan_trang", "tu", "den"}, exclude_none=True)
    return {name: value for name, value in values.items() if (name, value) != ("mau_den", False)}


def _overlap(tu: int, den: int, other_tu: int, other_den: int) -> bool:
    """Whether two replacements touch the same characters, or put words in at the same place."""
    return (tu < other_den and other_tu < den) or (tu == den == other_tu == other_den)


def _mend_paragraph(located: Located, number: int, mends: list[Mend]) -> None:
    home = located.home(number)
    assert home is not None
    for element in home.elements:
        located.announce(home.part, element)
    words = Words(home)
    looks = [mend for mend in mends if isinstance(mend, LookMend)]
    if looks:
        borders = [words.widened(mend.tu, mend.den) for mend in looks]
        words.cut(place for border in borders for place in border)
        for mend, border in zip(looks, borders, strict=True):
            for run in words.runs(*border):
                _mend_look(run, mend)
    for start, end, new in reversed(_replacements(mends)):
        words.replace(start, end, new)
    for paragraph in mends:
        if isinstance(paragraph, ParagraphMend):
            _mend_properties(home.elements[-1], paragraph)


def _replacements(mends: list[Mend]) -> list[tuple[int, int, str]]:
    """What is to be put where, in the order of the text; what comes before the first word joins it."""
    found = sorted((mend.tu, mend.den, mend.moi) for mend in mends if isinstance(mend, TextMend))
    if len(found) > 1 and found[0][:2] == (0, 0) and found[1][0] == 0:
        found[:2] = [(0, found[1][1], found[0][2] + found[1][2])]
    return found


def _mend_look(run: Element, mend: LookMend) -> None:
    if mend.phong is not None:
        properties.set_font(run, mend.phong)
    if mend.dam is not None:
        properties.set_switch(run, "b", mend.dam)
    if mend.nghieng is not None:
        properties.set_switch(run, "i", mend.nghieng)
    if mend.mau_den:
        properties.set_black(run)
    if mend.co_chu_pt is not None:
        properties.set_size(run, mend.co_chu_pt)


def _mend_properties(paragraph: Element, mend: ParagraphMend) -> None:
    if mend.cach_truoc_pt is not None:
        properties.set_before(paragraph, round(mend.cach_truoc_pt * TWIPS_PER_PT))
    if mend.gian_dong is not None:
        properties.set_line(paragraph, mend.gian_dong)
    if mend.thut_dau_dong_mm is not None:
        properties.set_first_line(paragraph, twips(mend.thut_dau_dong_mm))
    if mend.canh is not None:
        properties.set_align(paragraph, mend.canh)


def _mend_page(located: Located, mend: PageMend) -> None:
    sections = located.sections()
    if sections:
        section = sections[mend.phan_trang]
        located.announce(located.package.main, section)
    else:
        located.announce(located.package.main, located.body)
        section = etree.SubElement(located.body, w("sectPr"))
    for side, name in _MARGINS.items():
        length = getattr(mend, name)
        if length is not None:
            properties.set_margin(section, side, twips(length))
