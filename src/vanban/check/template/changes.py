"""What changed between two versions of a file: in its words, in its form."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Final, Literal

from vanban.model.sheet import Paragraph, SectionFacts, Sheet

How = Literal["them", "bot", "sua", "chuyen"]
_PAGE_NUMBER: Final = "#"
_ALIKE: Final = 0.4
"""From this likeness on a paragraph was changed, not taken out and another put in."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A paragraph that is new, gone, says something else, or stands elsewhere."""

    how: How
    old: Paragraph | None
    new: Paragraph | None

    @property
    def pieces(self) -> list[tuple[str, str, str]]:
        """The words of both, cut where they differ: ("equal" or "other", old words, new words)."""
        before, after = self.old.text if self.old else "", self.new.text if self.new else ""
        old, new = _words(before), _words(after)
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return [
            ("equal" if tag == "equal" else "other", "".join(old[a:b]), "".join(new[c:d]))
            for tag, a, b, c, d in matcher.get_opcodes()
        ]


@dataclass(frozen=True, slots=True)
class FormChange:
    """A look that changed: of what ("VB Nội dung"), which property, from, to, in how many paragraphs."""

    what: str
    name: str
    old: str
    new: str
    count: int

    def __str__(self) -> str:
        places = f" ({self.count} đoạn)" if self.count > 1 else ""
        return f"{self.what}: {self.name} {self.old} → {self.new}{places}"


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes from one sheet to another."""

    words: list[WordChange]
    form: list[FormChange]

    def __bool__(self) -> bool:
        return bool(self.words or self.form)


def changes(old: Sheet, new: Sheet) -> Changes:
    """What changed from one sheet to the other. Paragraphs without words count for nothing by themselves."""
    before, after = _with_words(old), _with_words(new)
    words: list[WordChange] = []
    pairs: list[tuple[Paragraph, Paragraph]] = []
    keys = [(p.zone, _text(p)) for p in before], [(p.zone, _text(p)) for p in after]
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(before[a:b], after[c:d], strict=True)
            continue
        found, alike = _replaced(before[a:b], after[c:d])
        words += found
        pairs += alike
    words = _moved(words, pairs)
    return Changes(words, [*_looks(pairs), *_sections(old.sections, new.sections)])


def _with_words(sheet: Sheet) -> list[Paragraph]:
    kept: list[Paragraph] = []
    numbered: set[str] = set()
    for paragraph in sheet.paragraphs:
        is_number = _text(paragraph) == _PAGE_NUMBER
        if paragraph.text.strip() and not (is_number and paragraph.zone in numbered):
            kept.append(paragraph)
        if is_number:  # the same header may be kept once for each section
            numbered.add(paragraph.zone)
    return kept


def _text(paragraph: Paragraph) -> str:
    """The words; for a page number, which the last program to save the file counted, only that it is one."""
    return _PAGE_NUMBER if any(field.startswith("PAGE") for field in paragraph.fields) else paragraph.text


def _words(text: str) -> list[str]:
    """The words and the gaps between them."""
    pieces: list[str] = []
    for char in text:
        if pieces and char.isspace() == pieces[-1][-1].isspace():
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _replaced(
    old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[list[WordChange], list[tuple[Paragraph, Paragraph]]]:
    """Paragraphs that stand in the place of others: alike ones in order are the same, changed."""
    found: list[WordChange] = []
    pairs: list[tuple[Paragraph, Paragraph]] = []
    at = 0
    for one in old:
        match = next((i for i in range(at, len(new)) if _alike(one, new[i])), None)
        if match is None:
            found.append(WordChange("bot", one, None))
            continue
        found += [WordChange("them", None, other) for other in new[at:match]]
        found.append(WordChange("sua", one, new[match]))
        pairs.append((one, new[match]))
        at = match + 1
    return [*found, *(WordChange("them", None, other) for other in new[at:])], pairs


def _moved(found: list[WordChange], pairs: list[tuple[Paragraph, Paragraph]]) -> list[WordChange]:
    """The same with each paragraph that is gone here and new there told once, as moved."""
    gone = {(c.old.zone, c.old.text): c for c in found if c.how == "bot" and c.old}
    kept: list[WordChange] = []
    for change in found:
        new = change.new
        twin = gone.pop((new.zone, new.text), None) if change.how == "them" and new else None
        if twin is None or new is None or twin.old is None:
            kept.append(change)
            continue
        kept = [one for one in kept if one is not twin]
        kept.append(WordChange("chuyen", twin.old, new))
        pairs.append((twin.old, new))
    lost = {id(c.old) for c in kept if c.how == "chuyen"}
    return [c for c in kept if not (c.how == "bot" and id(c.old) in lost)]


def _alike(one: Paragraph, other: Paragraph) -> bool:
    matcher = SequenceMatcher(None, one.text, other.text, autojunk=False)
    return one.zone == other.zone and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _number(value: float) -> str:
    return f"{round(value, 1) + 0.0:g}".replace(".", ",")


def _yes(value: bool) -> str:
    return "có" if value else "không"


_LOOKS: Final[dict[str, Callable[[Paragraph], str]]] = {
    "kiểu đoạn": lambda p: p.style,
    "phông": lambda p: _of_spans(p, lambda s: s.font),
    "cỡ chữ": lambda p: _of_spans(p, lambda s: _number(s.size_pt)),
    "đậm": lambda p: _of_spans(p, lambda s: _yes(s.bold)),
    "nghiêng": lambda p: _of_spans(p, lambda s: _yes(s.italic)),
    "gạch chân": lambda p: _of_spans(p, lambda s: _yes(s.underline)),
    "màu chữ": lambda p: _of_spans(p, lambda s: s.color),
    "canh lề": lambda p: {"left": "trái", "right": "phải", "center": "giữa", "both": "đều"}[p.align],
    "thụt lề trái (mm)": lambda p: _number(p.left_mm),
    "thụt lề phải (mm)": lambda p: _number(p.right_mm),
    "thụt dòng đầu (mm)": lambda p: _number(p.first_line_mm),
    "cách trên (pt)": lambda p: _number(p.before_pt),
    "cách dưới (pt)": lambda p: _number(p.after_pt),
    "giãn dòng": lambda p: f"{_number(p.line)}{'' if p.line_rule == 'auto' else ' pt'}",
    "đánh số": lambda p: "có" if p.label else "không",
    "kẻ dưới": lambda p: _yes(p.border_bottom),
}
_PAGES: Final = {
    "width_mm": "chiều rộng (mm)",
    "height_mm": "chiều cao (mm)",
    "top_mm": "lề trên (mm)",
    "bottom_mm": "lề dưới (mm)",
    "left_mm": "lề trái (mm)",
    "right_mm": "lề phải (mm)",
    "title_page": "trang đầu khác",
    "page_start": "số trang bắt đầu",
    "page_format": "dạng số trang",
}


def _of_spans(paragraph: Paragraph, ask: "Callable[..., str]") -> str:
    """The value of most of the words."""
    tally: Counter[str] = Counter()
    for span in paragraph.spans:
        tally[ask(span)] += len(span.text)
    return tally.most_common(1)[0][0] if tally else ""


def _looks(pairs: Sequence[tuple[Paragraph, Paragraph]]) -> Iterator[FormChange]:
    """Looks that differ in paragraphs that are the same; the same change in many places once."""
    tally: Counter[tuple[str, str, str, str]] = Counter()
    for old, new in pairs:
        for name, ask in _LOOKS.items():
            before, after = ask(old), ask(new)
            if before.casefold() != after.casefold():
                tally[new.style if name != "kiểu đoạn" else f"“{new.text[:40]}”", name, before, after] += 1
    for (what, name, before, after), count in tally.items():
        yield FormChange(what, name, before, after, count)


def _sections(old: Sequence[SectionFacts], new: Sequence[SectionFacts]) -> Iterator[FormChange]:
    if len(old) != len(new):
        yield FormChange("tệp", "số phần (section)", str(len(old)), str(len(new)), 1)
    for number, (one, other) in enumerate(zip(old, new, strict=False), start=1):
        for field in fields(SectionFacts):
            name = _PAGES.get(field.name)
            before, after = _said(getattr(one, field.name)), _said(getattr(other, field.name))
            if name and before != after:
                yield FormChange(f"trang giấy, phần {number}", name, before, after, 1)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _yes(value)
    return _number(value) if isinstance(value, int | float) else str(value or "–")
