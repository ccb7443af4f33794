"""Levels of a foreign text: the weight and slant of their numbers and titles (Mục II.6.đ).

Only what the decree names is judged: a mục of Roman numbers, a khoản, a điểm, an Điều. Single words may
stand out anywhere.
"""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.mends import extent, look_mends
from vanban.check.form.paper import Paper
from vanban.check.form.row_rules import row_rule
from vanban.check.form.static_rules import breach
from vanban.check.form.words import lettered_spans
from vanban.law.decree import Component
from vanban.model.finding import Finding, Severity
from vanban.model.sheet import Paragraph, Span

OWN_LINE: Final = breach(
    "khoan.tieu-de-dong-rieng",
    "Khoản: số và tiêu đề trên một dòng riêng",
    "Phụ lục I, Phần I, Mục II.6.đ",
    sai="“1. Kinh phí: từ nguồn ngân sách …” (tiêu đề đậm, lời văn nối liền)",
    dung="“1. Kinh phí” (một dòng, đậm), dòng dưới là lời văn",
    vi_sao="Tiêu đề đứng riêng thì nhìn là thấy bố cục của văn bản.",
)
RULES: Final = (OWN_LINE,)

_TITLED: Final = frozenset({"muc_la_ma", "khoan_co_tieu_de"})
_LABEL = re.compile(r"\s*(?:[^\W\d_]{1,5}|\d{1,3})\s*[.)]")
_ARTICLE = re.compile(r"\s*Điều\s+\d+\s*[.:]?", re.IGNORECASE)
_LEAD_END: Final = (".", ":", ";", "-", "–")


def check_level(paper: Paper, code: str, row: Component, paragraph: Paragraph) -> Iterator[Finding]:
    """Findings on one paragraph of the text."""
    spans = [s for s in lettered_spans(paragraph) if s.raised != "superscript"]  # marks of notes
    if not spans:
        return
    if code in _TITLED:
        yield from _titled(paper, row, paragraph, spans)
    elif code == "can_cu":
        yield from _set(paper, row, paragraph, [s for s in spans if not s.italic], "nghieng", True)
    elif code in ("khoan", "diem"):
        label = spans if paragraph.label and all(s.italic for s in spans) else []
        label = label or _label_spans(paragraph, _LABEL)
        yield from _set(paper, row, paragraph, [s for s in label if s.italic], "nghieng", False)
        if code == "khoan":
            yield from _run_on(paper, paragraph, spans)
    elif code == "dieu":
        label = _label_spans(paragraph, _ARTICLE)
        yield from _set(paper, row, paragraph, [s for s in label if not s.bold], "dam", True)
        yield from _set(paper, row, paragraph, [s for s in label if s.italic], "nghieng", False)


def _titled(paper: Paper, row: Component, paragraph: Paragraph, spans: list[Span]) -> Iterator[Finding]:
    yield from _set(paper, row, paragraph, [s for s in spans if not s.bold], "dam", True)
    yield from _set(paper, row, paragraph, [s for s in spans if s.italic], "nghieng", False)


def _set(
    paper: Paper, row: Component, paragraph: Paragraph, wrong: list[Span], aspect: str, asked: bool
) -> Iterator[Finding]:
    if not wrong:
        return
    names = {"dam": ("đậm", "không đậm"), "nghieng": ("nghiêng", "đứng")}[aspect]
    must_be, is_now = names if asked else names[::-1]
    yield paper.finding(
        row_rule(row, aspect),
        f"chữ {is_now}, phải là chữ {must_be}",
        at=paragraph,
        quote="".join(s.text for s in wrong),
        fix=f"đặt chữ {must_be}",
        chars=extent(paragraph, wrong),
        mends=look_mends(paper, paragraph, wrong, **{aspect: asked}),
    )


def _label_spans(paragraph: Paragraph, form: re.Pattern[str]) -> list[Span]:
    """The spans that hold the typed number; none where Word's list prints it."""
    found = form.match(paragraph.text)
    if found is None or paragraph.label:
        return []
    spans, at = [], 0
    for span in paragraph.spans:
        if at >= found.end():
            break
        if any(map(str.isalnum, span.text[: found.end() - at])):
            spans.append(span)
        at += len(span.text)
    return spans


def _run_on(paper: Paper, paragraph: Paragraph, spans: list[Span]) -> Iterator[Finding]:
    """A bold title that its text follows on the same line; the author's intent is a guess, so a warning."""
    lead = []
    for span in paragraph.spans:
        if not span.bold and span.text.strip():
            break
        lead.append(span.text)
    title = "".join(lead).strip()
    rest = paragraph.text[len("".join(lead)) :].strip()
    if not spans[0].bold or not rest or len(title.split()) < 3:
        return
    if title.endswith(_LEAD_END) or rest.startswith(_LEAD_END):
        yield paper.finding(
            OWN_LINE,
            "tiêu đề của khoản và lời văn nối liền trên một dòng",
            at=paragraph,
            quote=title,
            severity=Severity.CANH_BAO,
            fix="xuống dòng sau tiêu đề, hoặc bỏ chữ đậm nếu không phải tiêu đề",
        )
