"""Blanks that wait for a person: told once, all together, as a reminder and never as a fault."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import custom
from vanban.model.finding import Finding, Severity
from vanban.model.sheet import Paragraph

TO_FILL: Final = custom(
    "cho-dien",
    "Chỗ chờ điền: còn những chỗ mà chỉ người soạn biết",
    sai="[họ và tên người ký]",
    dung="Nguyễn Văn A",
    vi_sao="Dự thảo có chỗ đánh dấu để người soạn điền trước khi trình ký.",
    muc=Severity.GOI_Y,
)
RULES: Final = (TO_FILL,)


def check_blanks(paper: Paper) -> Iterator[Finding]:
    """One finding that lists every marked blank, in reading order."""
    found = [(blank, p) for p in paper.sheet.paragraphs for blank in marked_blanks(p)]
    if not found:
        return
    counted = Counter(blank for blank, _ in found)
    listed = "; ".join(f"{blank} ({times} chỗ)" if times > 1 else blank for blank, times in counted.items())
    yield paper.finding(
        TO_FILL, f"còn {len(found)} chỗ chờ điền: {listed}", at=found[0][1], quote=found[0][0]
    )


def marked_blanks(paragraph: Paragraph) -> list[str]:
    """The "[…]" on a coloured ground in a paragraph."""
    if not any(span.highlight for span in paragraph.spans):
        return []
    blanks = []
    for highlighted, spans in groupby(paragraph.spans, key=lambda span: span.highlight):
        text = "".join(span.text for span in spans).strip()
        if highlighted and text.startswith("["):
            blanks.append(text)
    return blanks
