"""Appendices: announced in the text, numbered in Roman numerals, tied to their paper (Mục III.1).

Their page numbers are checked with all page numbers.
"""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import BLANK, has_words, words
from vanban.model.finding import Finding
from vanban.model.sheet import Paragraph
from vanban.viet.numbering import roman, roman_value

_NUMBER = re.compile(r"phụ lục(?:\s+số)?\s*(?P<number>\S*)", re.IGNORECASE)

ANNOUNCED: Final = breach(
    "phu-luc.chi-dan",
    "Phụ lục: trong văn bản có chỉ dẫn về phụ lục",
    "Phụ lục I, Phần I, Mục III.1.a",
    sai="có phụ lục mà lời văn không nhắc tới",
    dung="… (chi tiết tại Phụ lục kèm theo)",
    vi_sao="Phụ lục không được nhắc tới thì không rõ có phải một phần của văn bản.",
)
ROMAN: Final = breach(
    "phu-luc.so-la-ma",
    "Phụ lục: từ hai phụ lục thì đánh số La Mã",
    "Phụ lục I, Phần I, Mục III.1.a",
    sai="Phụ lục 1, Phụ lục 2",
    dung="Phụ lục I, Phụ lục II",
    vi_sao="Lời văn chỉ tới từng phụ lục bằng số.",
)
TIED: Final = breach(
    "phu-luc.kem-theo",
    "Phụ lục: dưới tên phụ lục có dòng “(Kèm theo …)”",
    "Phụ lục I, Phần I, Mục III.1.c",
    sai="phụ lục không ghi kèm theo văn bản nào",
    dung="(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)",
    vi_sao="Phụ lục rời văn bản vẫn phải biết thuộc văn bản nào.",
)
RULES: Final = (ANNOUNCED, ROMAN, TIED)


def check_appendices(paper: Paper) -> Iterator[Finding]:
    """Findings on the appendices of the paper."""
    headings = paper.of("phu_luc")
    if not headings:
        return
    if not _announced(paper, headings[0]):
        yield paper.finding(ANNOUNCED, "lời văn không có chỉ dẫn nào về phụ lục", at=headings[0])
    if len(headings) > 1:
        for expected, heading in enumerate(headings, start=1):
            yield from _numbered(paper, heading, expected)
    ends = [heading.number for heading in headings[1:]] + [paper.sheet.paragraphs[-1].number + 1]
    for heading, end in zip(headings, ends, strict=True):
        if not any(heading.number < p.number < end for p in paper.of("kem_theo")):
            yield paper.finding(TIED, "thiếu dòng “(Kèm theo … số … ngày … của …)”", at=heading)


def _announced(paper: Paper, heading: Paragraph) -> bool:
    before = [p for p in paper.sheet.paragraphs if p.number < heading.number or p.zone == "chu_thich"]
    return any("phụ lục" in words(p).casefold() for p in before if has_words(p))


def _numbered(paper: Paper, heading: Paragraph, expected: int) -> Iterator[Finding]:
    form = _NUMBER.match(" ".join(words(heading).split()))
    if form is None or BLANK in form["number"]:
        return
    number = form["number"].rstrip(".:")
    if roman_value(number) is None:
        found = f"ghi “{number}”" if number else "không có số"
        yield paper.finding(
            ROMAN,
            f"{found}, phải là số La Mã “Phụ lục {roman(expected)}”",
            at=heading,
            fix=f"ghi “Phụ lục {roman(expected)}”",
        )
    elif roman_value(number) != expected:
        yield paper.finding(ROMAN, f"ghi “{number}”, theo thứ tự phải là “{roman(expected)}”", at=heading)
