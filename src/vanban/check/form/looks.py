"""The look of each component against its row of the law: size, case, weight, slant, alignment, words."""

import re
from collections.abc import Iterator

from vanban.check.form.foreign.lines import is_loose
from vanban.check.form.levels import check_level
from vanban.check.form.mends import aspect_field, extent, look_mends
from vanban.check.form.paper import Paper
from vanban.check.form.parts import ASIDE, HEADINGS_OF_CUSTOM, LAW_OF, body_codes
from vanban.check.form.row_rules import ALIGNMENTS, row_rule, span
from vanban.check.form.words import BLANK, figure, has_words, lettered_spans, visible_spans, words
from vanban.law.decree import Component, Range
from vanban.model.finding import Finding, Severity
from vanban.model.mend import ParagraphMend
from vanban.model.sheet import Paragraph, Span

SIZE_TOLERANCE_PT = 0.01
_FEW_LETTERS = 8
"""Words in capitals that are no longer than this may be abbreviations ("UBND", "HĐND TỈNH")."""
_NEVER_ABBREVIATED = frozenset({"ho_ten", "tieu_ngu"})
_LABEL_WORDS = {
    "phan": ("phần", "chương"),
    "muc": ("mục",),
    "tieu_muc": ("tiểu",),
    "dieu": ("điều",),
}
"""First words of headings that the decree wants in small letters, short as they are."""
_GO_ON = frozenset({"trich_yeu_cong_van", "kinh_gui", "kem_theo"})
"""Components that may go on in further paragraphs, whose first words alone are asked for."""
_NOTE_MARK = 3
_HAND_SPACES = 3
_HAND_MM = 5.0
_UPPER_SHARE = 0.75
_ISSUED_WITH = re.compile(r"\(\s*(?:được\s+)?(?:ban hành|đính|gửi)\s+kèm|\(\s*kèm(?! theo)", re.IGNORECASE)


def check_looks(paper: Paper) -> Iterator[Finding]:
    """Findings on every paragraph that is a component."""
    body = set(body_codes(paper.decree))
    for code, paragraphs in paper.parts.items():
        row = paper.row(code)
        for paragraph in paragraphs:
            if not has_words(paragraph) and not paragraph.fields:
                continue
            yield from _size(paper, row, paragraph, code)
            if paper.foreign and code in body:
                yield from check_level(paper, code, row, paragraph)
            elif code not in HEADINGS_OF_CUSTOM:
                yield from _weight(paper, row, paragraph, inner=code in body)
            yield from _alignment(paper, row, paragraph)
            if code in ASIDE:
                continue
            case = list(_case(paper, row, paragraph))
            yield from case
            goes_on = paper.foreign and code in _GO_ON and paragraph is not paragraphs[0]
            if code not in LAW_OF and not goes_on:
                yield from _wording(paper, row, paragraph, any_case=bool(case))


def _size(paper: Paper, row: Component, paragraph: Paragraph, code: str) -> Iterator[Finding]:
    law = row.co_chu_pt
    wrong = [
        s
        for s in (lettered_spans(paragraph) if paper.foreign else visible_spans(paragraph))
        if not law.min - SIZE_TOLERANCE_PT <= s.size_pt <= law.max + SIZE_TOLERANCE_PT
        and not (paper.foreign and _is_note_mark(s))
    ]
    if wrong:
        yield paper.finding(
            row_rule(row, "co-chu"),
            f"cỡ chữ {_listed({s.size_pt for s in wrong})}, phải {_must(span(law))}",
            at=paragraph,
            quote="".join(s.text for s in wrong),
            fix=f"đặt cỡ chữ {figure(law.use)}",
            chars=extent(paragraph, wrong),
            severity=Severity.CANH_BAO if code in ASIDE else None,
            mends=look_mends(paper, paragraph, wrong, co_chu_pt=_nearest(law, wrong)),
        )


def _is_note_mark(span: Span) -> bool:
    """A raised figure that points to a note."""
    return span.raised == "superscript" and len(span.text.strip()) <= _NOTE_MARK


def _nearest(law: Range, wrong: list[Span]) -> float:
    """The lawful size nearest to what stands there."""
    return law.max if min(s.size_pt for s in wrong) > law.max else law.min


def _weight(paper: Paper, row: Component, paragraph: Paragraph, *, inner: bool) -> Iterator[Finding]:
    """Bold and italic. Within the content single words may stand out: only a whole paragraph is a fault."""
    spans = [s for s in lettered_spans(paragraph) if not (paper.foreign and _is_note_mark(s))]
    for aspect, asked, found, names in (
        ("dam", row.dam, [s for s in spans if s.bold], ("đậm", "không đậm")),
        ("nghieng", row.nghieng, [s for s in spans if s.italic], ("nghiêng", "đứng")),
    ):
        if asked is None or not spans:
            continue
        wrong = [s for s in spans if s not in found] if asked else found
        if not wrong or (inner and not asked and len(wrong) < len(spans)):
            continue
        is_now, must_be = (names[1], names[0]) if asked else names
        yield paper.finding(
            row_rule(row, aspect),
            f"chữ {is_now}, phải là chữ {must_be}",
            at=paragraph,
            quote="".join(s.text for s in wrong),
            fix=f"đặt chữ {must_be}",
            chars=extent(paragraph, wrong),
            mends=look_mends(paper, paragraph, wrong, **{aspect_field(aspect): asked}),
        )


def _alignment(paper: Paper, row: Component, paragraph: Paragraph) -> Iterator[Finding]:
    """A justified short line stands at the left margin too, so it passes for "left"."""
    if row.canh is None or paragraph.align == row.canh:
        return
    if row.canh == "left" and paragraph.align == "both":
        return
    if paper.foreign and (is_loose(paragraph) or _is_placed_by_hand(paragraph)):
        return
    # Without columns Quốc hiệu stands in the middle of the page, and the date cannot stand under it too.
    free = paper.foreign and row.ma == "dia_danh_thoi_gian" and paragraph.cell is None
    number = paper.origin(paragraph)[0]
    yield paper.finding(
        row_rule(row, "canh"),
        f"dòng {ALIGNMENTS[paragraph.align]}, phải {ALIGNMENTS[row.canh]}",
        at=paragraph,
        fix=f"{ALIGNMENTS[row.canh]} dòng này"
        if row.canh == "center"
        else f"đặt dòng {ALIGNMENTS[row.canh]}",
        severity=Severity.CANH_BAO if free else None,
        mends=[] if paper.is_piece(paragraph) else [ParagraphMend(doan=number, canh=row.canh)],
    )


def _is_placed_by_hand(paragraph: Paragraph) -> bool:
    """Spaces, tabs or an indent may put a line in the middle as well as Word does."""
    text = paragraph.text
    lead = text[: len(text) - len(text.lstrip())]
    return "\t" in lead or len(lead) >= _HAND_SPACES or paragraph.left_mm + paragraph.first_line_mm > _HAND_MM


def _case(paper: Paper, row: Component, paragraph: Paragraph) -> Iterator[Finding]:
    bare = words(paragraph).replace(BLANK, " ")
    full = f"{paragraph.label} {bare}".strip() if paragraph.label else bare
    title = full.partition(":")[0]  # "III. KIẾN NGHỊ: Không." goes on into its text
    if row.in_hoa and not (
        _is_nearly_upper(title if row.ma == "muc_la_ma" else full) if paper.foreign else _is_upper(full)
    ):
        yield paper.finding(
            row_rule(row, "in-hoa"), "chữ in thường, phải là chữ in hoa", at=paragraph, fix="viết in hoa"
        )
    if row.in_hoa is False and (_is_shouted(bare, row) or (full is not bare and _is_shouted(full, row))):
        yield paper.finding(
            row_rule(row, "in-hoa"), "chữ in hoa, phải là chữ in thường", at=paragraph, fix="viết in thường"
        )


def _is_upper(text: str) -> bool:
    """Upper case but for symbols of documents ("15/QĐ-TTg"), which keep their own letters."""
    plain = " ".join(word for word in text.split() if "/" not in word)
    return plain.isupper() or not any(char.isalpha() for char in plain)


def _is_nearly_upper(text: str) -> bool:
    """Upper case but for a symbol or a unit here and there."""
    if text.isupper():
        return True
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) >= _UPPER_SHARE * len(letters)


def _is_shouted(text: str, row: Component) -> bool:
    first = next(iter(text.split(None, 1)), "").strip("(")
    if len(first) > 1 and first.isupper():
        starts = [start.split()[0].strip("(").casefold() for start in row.bat_dau]
        if first.casefold() in (*_LABEL_WORDS.get(row.ma, ()), *starts):
            return True
    if row.ma == "so_ky_hieu":  # the symbol itself is in capitals
        return False
    if not text.isupper():
        return False
    letters = sum(map(str.isalpha, text))
    return letters > (1 if row.ma in _NEVER_ABBREVIATED else _FEW_LETTERS)


def _wording(paper: Paper, row: Component, paragraph: Paragraph, *, any_case: bool) -> Iterator[Finding]:
    """Exact words and first words; where the case is a finding already, only the letters count."""
    text = " ".join(words(paragraph).split()).replace(" :", ":")
    if not text or text.startswith(BLANK):
        return
    if row.ma == "kem_theo" and paper.foreign and _ISSUED_WITH.match(text):
        return  # the wording of the forms for what is issued with a decision; see appendix.py

    def same(a: str, b: str) -> bool:
        return a.casefold() == b.casefold() if any_case else a == b

    if row.mau_chu and not any(same(text, model) for model in row.mau_chu):
        asked = " hoặc ".join(f"“{model}”" for model in row.mau_chu)
        yield paper.finding(
            row_rule(row, "mau-chu"), f"phải ghi {asked}", at=paragraph, fix=f"ghi lại là “{row.mau_chu[0]}”"
        )
    if row.bat_dau and not any(same(text[: len(start)], start) for start in row.bat_dau):
        asked = " hoặc ".join(f"“{start}”" for start in row.bat_dau)
        yield paper.finding(row_rule(row, "bat-dau"), f"phải bắt đầu bằng {asked}", at=paragraph)


def _listed(sizes: set[float]) -> str:
    return ", ".join(figure(size) for size in sorted(sizes))


def _must(asked: str) -> str:
    return asked if asked.startswith("từ") else f"là {asked}"
