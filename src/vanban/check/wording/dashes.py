"""Dashes: long ones beside hyphens in one document, a space on one side alone."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity

LONG = Rule(
    ma="cau-chu.gach-dai-lan-gach-noi",
    muc=Severity.GOI_Y,
    ten="Gạch dài lẫn gạch nối",
    vi_sao="Khoảng năm, khoảng số trong một văn bản nên viết một kiểu gạch; lẫn “–” với “-” thì khó tìm.",
    can_cu=CUSTOM,
    sai="thời kỳ 2021-2030 … giai đoạn 2021–2025",
    dung="thời kỳ 2021-2030 … giai đoạn 2021-2025",
    sua_duoc=True,
)
ONE_SIDE = Rule(
    ma="cau-chu.gach-noi-lech-cach",
    muc=Severity.GOI_Y,
    ten="Khoảng trắng chỉ ở một bên dấu gạch",
    vi_sao="Hai bên dấu gạch nối hoặc cùng có khoảng trắng, hoặc cùng không.",
    can_cu=CUSTOM,
    sai="giai đoạn 2026- 2030",
    dung="giai đoạn 2026 - 2030",
    sua_duoc=True,
)
RULES = (LONG, ONE_SIDE)

_DASH = re.compile("[-–—−]")
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:19|20)\d\d ?\Z")
_YEAR_AFTER = re.compile(r" ?(?:19|20)\d\d(?![\w/])")
_WORD_BEFORE = re.compile(r"[^\W\d_]{2,} ?\Z")
_WORD_AFTER = re.compile(r" ?[^\W\d_]{2,}")
Span = tuple[int, int, int, int]
"""Begin of the words before, end of the words after, begin and end of the dash with its spaces."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on dashes."""
    years: list[Span] = []
    for found in _DASH.finditer(reading.text):
        at = found.start()
        if span := _between(reading.text, at, _YEAR_BEFORE, _YEAR_AFTER):
            years.append(span)
        elif reading.text[at] == "-" and (reading.text[at - 1] == " ") != (reading.text[at + 1] == " "):
            yield from _words(reading, at)
    yield from _years(reading, years)


def _between(text: str, at: int, before: re.Pattern[str], after: re.Pattern[str]) -> Span | None:
    left, right = before.search(text, max(0, at - 24), at), after.match(text, at + 1)
    if left is None or right is None:
        return None
    return left.start(), right.end(), at - (text[at - 1] == " "), at + 1 + (text[at + 1] == " ")


def _years(reading: Reading, years: list[Span]) -> Iterator[Finding]:
    text = reading.text
    plain = [text[begin:end] for _, _, begin, end in years if text[begin:end] in ("-", " - ")]
    right = " - " if plain.count(" - ") > plain.count("-") else "-"
    for start, stop, begin, end in years:
        words, join = text[start:stop], text[begin:end]
        if join in ("- ", " -"):
            yield reading.finding(
                ONE_SIDE,
                start,
                stop,
                f"“{words}” có khoảng trắng ở một bên dấu gạch.",
                advice=f"Viết “{words[:4]}{right}{words[-4:]}”.",
                mends=[(begin, end, right)],
            )
        elif "-" not in join and plain:
            yield reading.finding(
                LONG,
                start,
                stop,
                f"“{words}” dùng gạch dài, các chỗ khác trong văn bản dùng gạch nối.",
                advice="Dùng một kiểu gạch.",
                mends=[(begin, end, join.replace(join.strip(), "-"))],
            )


def _words(reading: Reading, at: int) -> Iterator[Finding]:
    """A hyphen between two names with a space on one side; small letters after it may open an item."""
    span = _between(reading.text, at, _WORD_BEFORE, _WORD_AFTER)
    if span is None:
        return
    start, stop, begin, end = span
    left, right = reading.text[start:begin], reading.text[end:stop]
    if left.isupper() or right.isupper() or (begin < at and right[0].islower()):
        return
    yield reading.finding(
        ONE_SIDE,
        start,
        stop,
        f"“{reading.text[start:stop]}” có khoảng trắng ở một bên dấu gạch.",
        advice=f"Viết “{left} - {right}”.",
        mends=[(begin, end, " - ")],
    )
