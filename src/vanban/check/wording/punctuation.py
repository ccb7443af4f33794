"""Marks: doubled ones, brackets and quotation marks without a partner."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity

DOUBLED = Rule(
    ma="cau-chu.dau-cau-lap",
    muc=Severity.GOI_Y,
    ten="Dấu câu lặp",
    vi_sao="Hai dấu câu liền nhau là gõ thừa.",
    can_cu=CUSTOM,
    sai="các sở,, ngành; đã hoàn thành..",
    dung="các sở, ngành; đã hoàn thành.",
    sua_duoc=True,
)
BRACKET = Rule(
    ma="cau-chu.ngoac-don-le",
    muc=Severity.GOI_Y,
    ten="Ngoặc đơn không đủ cặp",
    vi_sao="Dấu ngoặc mở phải có dấu đóng trong cùng đoạn, và ngược lại.",
    can_cu=CUSTOM,
    sai="Sở Tài chính (chủ trì, phối hợp",
    dung="Sở Tài chính (chủ trì), phối hợp",
)
QUOTE = Rule(
    ma="cau-chu.ngoac-kep-le",
    muc=Severity.GOI_Y,
    ten="Ngoặc kép không đủ cặp",
    vi_sao="Trích dẫn mở ngoặc kép thì phải đóng, để biết lời trích hết ở đâu.",
    can_cu=CUSTOM,
    sai="phong trào “Toàn dân bảo vệ an ninh",
    dung="phong trào “Toàn dân bảo vệ an ninh”",
)
RULES = (DOUBLED, BRACKET, QUOTE)

_TWICE = (
    re.compile(r",,(?![,\w])"),
    re.compile(r";;(?!;)"),
    re.compile(r",;"),
    re.compile(r"\.\.(?![.\w/…])"),
)
_LABEL = re.compile(r"(?:(?<=[\0\n\t ;,:(.“\"])|^)\(?(?:\d{1,3}|[^\W\d_]{1,4})(?:\.\d+)*\)(?!\))")
_PARENS = re.compile(r"[()]")
_SKIPPED = ("o_bang",)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on marks."""
    for found in (one for pattern in _TWICE for one in pattern.finditer(reading.text)):
        at, end = found.span()
        if not (reading.text[at - 1].isalpha() or reading.text[at - 1] in ")”"):
            continue
        yield reading.finding(
            DOUBLED,
            at,
            end,
            f"Dấu “{found.group()}” lặp.",
            advice="Bỏ dấu thừa.",
            mends=[(at, end, found.group()[-1])],
        )
    if "(" in reading.text or ")" in reading.text:
        yield from _brackets(reading)
    if "“" in reading.text or "”" in reading.text:
        yield from _quotes(reading)


def _brackets(reading: Reading) -> Iterator[Finding]:
    lone = {
        index: at
        for index, passage in enumerate(reading.passages)
        if passage.genre not in _SKIPPED
        and passage.text.count("(") != passage.text.count(")")
        and (at := _lone(passage.text)) is not None
    }
    for index, at in lone.items():
        mark = reading.passages[index].text[at]
        # A bracket may run over lines that are paragraphs of their own.
        reach = range(index + 1, index + 4) if mark == "(" else range(index - 3, index)
        if not any(i in lone and reading.passages[i].text[lone[i]] != mark for i in reach):
            base = reading.start_of(index)
            yield reading.finding(
                BRACKET,
                base + at,
                base + at + 1,
                f"Dấu “{mark}” không có dấu {'đóng' if mark == '(' else 'mở'} trong cùng đoạn.",
                advice="Thêm dấu còn thiếu hoặc bỏ dấu thừa.",
            )


def _lone(text: str) -> int | None:
    """Where a bracket without partner stands; labels such as "a)", "1)" need none."""
    labels = {match.end() - 1 for match in _LABEL.finditer(text) if "(" not in match.group()}
    open_at: list[int] = []
    for found in _PARENS.finditer(text):
        if found.group() == "(":
            open_at.append(found.start())
        elif open_at:
            open_at.pop()
        elif found.start() not in labels:
            return found.start()
    return open_at[0] if open_at else None


def _quotes(reading: Reading) -> Iterator[Finding]:
    """One finding where the document has more of one mark; a quotation may run over paragraphs."""
    text = reading.text
    if text.count("“") == text.count("”"):
        return
    opened: int | None = None
    for found in re.finditer("[“”]", text):
        if found.group() == "“":
            if opened is not None:
                yield _lone_quote(reading, opened)
            opened = found.start()
        elif opened is None:
            yield _lone_quote(reading, found.start())
        else:
            opened = None
    if opened is not None:
        yield _lone_quote(reading, opened)


def _lone_quote(reading: Reading, at: int) -> Finding:
    mark = reading.text[at]
    return reading.finding(
        QUOTE,
        at,
        at + 1,
        f"Dấu “{mark}” không có dấu {'đóng' if mark == '“' else 'mở'} đi cùng.",
        advice="Thêm dấu còn thiếu hoặc bỏ dấu thừa.",
    )
