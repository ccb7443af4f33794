"""A mend in words, for the list of what was done: what is set, how it was, how it is."""

from dataclasses import dataclass
from typing import Final

from vanban.check.form.row_rules import ALIGNMENTS
from vanban.check.form.words import figure
from vanban.model.mend import LookMend, Mend, PageMend, ParagraphMend, TextMend
from vanban.model.sheet import Paragraph, SectionFacts, Sheet, Span

_LONGEST: Final = 60
_AROUND: Final = 12
"""How far the words around a mended character are shown, so that a space can be seen."""
_SIDES: Final = {
    "le_tren_mm": ("lề trên", "top_mm"),
    "le_duoi_mm": ("lề dưới", "bottom_mm"),
    "le_trai_mm": ("lề trái", "left_mm"),
    "le_phai_mm": ("lề phải", "right_mm"),
}


@dataclass(frozen=True)
class MendInWords:
    """One mend for people: the thing that is set, before, after, and the words it is set on ("" for all)."""

    viec: str
    truoc: str
    sau: str
    chu: str = ""

    def __str__(self) -> str:
        return f"{self.viec} {self.truoc} → {self.sau}"


def in_words(mend: Mend, sheet: Sheet) -> list[MendInWords]:
    """What a mend does to the paper that `sheet` shows; nothing where it names what is not there."""
    if isinstance(mend, PageMend):
        sections = sheet.sections
        return _page(mend, sections[mend.phan_trang]) if 0 <= mend.phan_trang < len(sections) else []
    at = mend.doan - 1
    found = sheet.paragraphs[at] if 0 <= at < len(sheet.paragraphs) else None
    if found is None or found.number != mend.doan:
        found = next((p for p in sheet.paragraphs if p.number == mend.doan), None)
    if found is None:
        return []
    if isinstance(mend, TextMend):
        return [_text(mend, found.text)]
    return _look(mend, found) if isinstance(mend, LookMend) else _paragraph(mend, found)


def _text(mend: TextMend, text: str) -> MendInWords:
    """With the words around, since a mended space alone would say nothing."""
    start, end = mend.tu, mend.den
    low = max(0, start - _AROUND)
    low = text.find(" ", low, start - 1) + 1 if low and " " in text[low : start - 1] else low
    high = min(len(text), end + _AROUND)
    high = text.rfind(" ", end + 1, high) if high < len(text) and " " in text[end + 1 : high] else high
    before, after = text[low:start], text[end:high]
    shown = text[start:end]
    return MendInWords("chữ", _quoted(before + shown + after), _quoted(before + mend.moi + after))


def _look(mend: LookMend, paragraph: Paragraph) -> list[MendInWords]:
    spans = _spans(paragraph, mend.tu, mend.den)
    words = paragraph.text[mend.tu : mend.den].strip()
    chu = "" if words == paragraph.text.strip() else _short(words)
    told = []
    if mend.co_chu_pt is not None:
        sizes = " và ".join(sorted({figure(span.size_pt) for span in spans}))
        told.append(MendInWords("cỡ chữ", sizes, figure(mend.co_chu_pt), chu))
    for asked, name, yes, no in (
        (mend.dam, "bold", "đậm", "không đậm"),
        (mend.nghieng, "italic", "nghiêng", "đứng"),
    ):
        if asked is not None:
            seen = sorted({yes if getattr(span, name) else no for span in spans})
            told.append(MendInWords("kiểu chữ", " và ".join(seen), yes if asked else no, chu))
    if mend.phong is not None:
        fonts = " và ".join(sorted({span.font for span in spans}))
        told.append(MendInWords("phông chữ", fonts, mend.phong, chu))
    if mend.mau_den:
        colors = " và ".join(sorted({span.color for span in spans}))
        told.append(MendInWords("màu chữ", colors, "đen", chu))
    return told


def _paragraph(mend: ParagraphMend, paragraph: Paragraph) -> list[MendInWords]:
    told = []
    if mend.canh is not None:
        told.append(MendInWords("canh dòng", ALIGNMENTS[paragraph.align], ALIGNMENTS[mend.canh]))
    if mend.thut_dau_dong_mm is not None:
        told.append(_measure("lùi đầu dòng", paragraph.first_line_mm, mend.thut_dau_dong_mm, "mm"))
    if mend.cach_truoc_pt is not None:
        told.append(_measure("cách trước đoạn", paragraph.before_pt, mend.cach_truoc_pt, "pt"))
    if mend.gian_dong is not None:
        unit = "lần dòng đơn"
        before = f"{figure(paragraph.line)} {unit if paragraph.line_rule == 'auto' else 'pt'}"
        told.append(MendInWords("giãn dòng", before, f"{figure(mend.gian_dong)} {unit}"))
    return told


def _page(mend: PageMend, section: SectionFacts) -> list[MendInWords]:
    return [
        _measure(name, getattr(section, fact), getattr(mend, key), "mm")
        for key, (name, fact) in _SIDES.items()
        if getattr(mend, key) is not None
    ]


def _measure(name: str, before: float, after: float, unit: str) -> MendInWords:
    return MendInWords(name, f"{figure(before)} {unit}", f"{figure(after)} {unit}")


def _spans(paragraph: Paragraph, start: int, end: int) -> list[Span]:
    """The spans that print something between two characters."""
    found, at = [], 0
    for span in paragraph.spans:
        if at < end and at + len(span.text) > start and span.text.strip():
            found.append(span)
        at += len(span.text)
    return found


def _quoted(text: str) -> str:
    """In quotation marks, with what cannot be seen made plain."""
    plain = text.replace("\u00a0", "⍽").replace("\t", "⇥").replace("\n", "↵")
    return f"“{plain}”"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
