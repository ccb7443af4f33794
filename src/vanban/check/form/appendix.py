"""Appendices: announced in the text, numbered in Roman numerals, tied to their paper (Mục III.1).

Their page numbers are checked with all page numbers.
"""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach, custom
from vanban.check.form.words import BLANK, words
from vanban.model.finding import Finding, Severity
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
MENTIONED: Final = breach(
    "phu-luc.so-la-ma-khi-nhac",
    "Phụ lục: lời văn nhắc tới từng phụ lục bằng số La Mã",
    "Phụ lục I, Phần I, Mục III.1.a",
    sai="chi tiết tại Phụ lục 1 và Phụ lục 2 kèm theo",
    dung="chi tiết tại Phụ lục I và Phụ lục II kèm theo",
    vi_sao="Số trong lời văn phải trùng số in trên phụ lục, và đó là số La Mã.",
)
ISSUED_WITH: Final = custom(
    "kem-theo.loi-van",
    "Dòng kèm theo: mở đầu bằng “(Kèm theo …”",
    sai="(Ban hành kèm theo Quyết định số 15/QĐ-UBND …)",
    dung="(Kèm theo Quyết định số 15/QĐ-UBND …)",
    vi_sao="Mẫu của Phụ lục III viết như vậy.",
    muc=Severity.GOI_Y,
    like="theo mẫu 1.3, 2.1 của Phụ lục III",
)
RULES: Final = (ANNOUNCED, ROMAN, TIED, MENTIONED, ISSUED_WITH)

_MENTION = re.compile(
    r"phụ lục(?:\s+số)?\s+0?(?P<n>[1-9]\d?)(?!\d|[./]\d)(?=(?P<after>.{0,120}))",
    re.IGNORECASE | re.DOTALL,
)
_MORE = re.compile(r"(?:[\s,;]*(?:(?:và|hoặc|hay|đến)\s+)?phụ lục(?:\s+số)?\s+\w+)*[\s,.;)]*", re.IGNORECASE)
"""Further appendices named in one breath, before the document that they may belong to."""
_STATUTE_BEFORE = re.compile(r"\b(?:nghị định|thông tư|luật)\b[^.;]*$", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"(?:ban hành )?(?:kèm theo|của|tại|trong|thuộc)\s+(?:\S+\s+){0,2}?"
    r"(?:nghị định|thông tư|quyết định|luật|nghị quyết|kế hoạch|văn bản|công văn|hướng dẫn)",
    re.IGNORECASE,
)
_ISSUED = re.compile(r"\(\s*(?:được\s+)?(?:ban hành|đính|gửi)\s+kèm|\(\s*kèm(?! theo)", re.IGNORECASE)


def check_appendices(paper: Paper) -> Iterator[Finding]:
    """Findings on the appendices of the paper."""
    headings = paper.of("phu_luc")
    yield from _mentions(paper)
    for line in paper.of("kem_theo"):
        if paper.foreign and _ISSUED.match(words(line)):
            yield paper.finding(ISSUED_WITH, "mẫu mở đầu bằng “(Kèm theo …”", at=line)
    if not headings:
        return
    if not _announced(paper, headings[0]):
        yield paper.finding(ANNOUNCED, "lời văn không có chỉ dẫn nào về phụ lục", at=headings[0])
    for expected, heading in enumerate(headings, start=1):
        if len(headings) > 1 or _has_number(heading):
            yield from _numbered(paper, heading, expected)
    ends = [heading.number for heading in headings[1:]] + [paper.sheet.paragraphs[-1].number + 1]
    for heading, end in zip(headings, ends, strict=True):
        if not any(heading.number < p.number < end for p in paper.of("kem_theo")):
            yield paper.finding(TIED, "thiếu dòng “(Kèm theo … số … ngày … của …)”", at=heading)


def _mentions(paper: Paper) -> Iterator[Finding]:
    """Two or more of its own appendices named by Arabic figures; those of another document are not judged."""
    if not paper.foreign:
        return
    found: dict[str, tuple[Paragraph, tuple[int, int]]] = {}
    for paragraph in paper.sheet.paragraphs:
        if paragraph.zone != "than" or paper.codes.get(paragraph.number) == "phu_luc":
            continue
        for mention in _MENTION.finditer(paragraph.text):
            if not _is_anothers(paragraph.text[: mention.start()], mention["after"]):
                found.setdefault(mention["n"], (paragraph, mention.span("n")))
    if len(found) < 2:
        return
    for number, (paragraph, place) in found.items():
        start = paragraph.text.rfind("hụ lục", 0, place[0]) - 1
        yield paper.finding(
            MENTIONED,
            f"ghi số {number}, phải là số La Mã “Phụ lục {roman(int(number))}”",
            at=paragraph,
            chars=(max(start, 0), place[1]),
            fix=f"ghi “Phụ lục {roman(int(number))}”",
        )


def _is_anothers(before: str, after: str) -> bool:
    """Whether the words around the number of an appendix say that it belongs to another document."""
    more = _MORE.match(after)
    rest = after[more.end() :] if more else after
    return _OF_ANOTHER.match(rest) is not None or _STATUTE_BEFORE.search(before) is not None


def _announced(paper: Paper, heading: Paragraph) -> bool:
    before = [p for p in paper.sheet.paragraphs if p.number < heading.number or p.zone == "chu_thich"]
    return any("phụ lục" in p.text.casefold() for p in before)


def _has_number(heading: Paragraph) -> bool:
    """An only appendix needs no number; one that it has is Roman all the same."""
    form = _NUMBER.match(" ".join(words(heading).split()))
    return form is not None and form["number"].rstrip(".:").isdigit()


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
