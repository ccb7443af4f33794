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
    vi_sao="Khoảng năm, khoảng số trong một văn bản nên viết một kiểu gạch; lẫn “–” với “-” thì tìm không ra.",
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

_YEARS = re.compile(r"(?:19|20)\d\d(?<!\w\w\w\w\w)( ?[-–—−] ?)(?:(?:19|20)\d\d)(?![\w/])")
_WORDS = re.compile(r"[^\W_]{2}(-) (?=[^\W_]{2})|[^\W_]{2} (-)(?=[^\W_]{2})")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on dashes."""
    spans = [(found.span(1), found[1], found.span()) for found in _YEARS.finditer(reading.text)]
    plain = [join for _, join, _ in spans if join in ("-", " - ")]
    right = " - " if plain.count(" - ") > plain.count("-") else "-"
    for (at, end), join, (start, stop) in spans:
        words = reading.text[start:stop]
        if join.strip() == "-" and len(join) == 2:
            fixed = f"{words[:4]}{right}{words[-4:]}"
            yield reading.finding(
                ONE_SIDE,
                start,
                stop,
                f"“{words}” có khoảng trắng ở một bên dấu gạch.",
                advice=f"Viết “{fixed}”.",
                mends=[(at, end, right)],
            )
        elif join.strip() != "-" and plain:
            yield reading.finding(
                LONG,
                start,
                stop,
                f"“{words}” dùng gạch dài, các chỗ khác trong văn bản dùng gạch nối.",
                advice="Dùng một kiểu gạch.",
                mends=[(at, end, join.replace(join.strip(), "-"))],
            )
    yield from _words(reading)


def _words(reading: Reading) -> Iterator[Finding]:
    text = reading.text
    for found in _WORDS.finditer(text):
        at = found.start(1) if found[1] else found.start(2)
        before = text[at - 1]
        left = _word_before(text, at)
        rest = re.match(r" ?([^\W_]+)", text[at + 1 : at + 24])
        following = rest[1] if rest else ""
        # A dash with a space after it alone may open an item; figures and symbols belong to other rules.
        if not left.isalpha() or not following.isalpha() or left.isupper() or following.isupper():
            continue
        if before == " " and not following[0].isupper():
            continue
        yield reading.finding(
            ONE_SIDE,
            at - len(left) - (before == " "),
            at + 1 + len(rest.group() if rest else ""),
            f"“{left}{' ' if before == ' ' else ''}-{rest.group() if rest else ''}” có khoảng trắng ở một bên dấu gạch.",
            advice=f"Viết “{left} - {following}”.",
            mends=[(at - (before == " "), at + 1 + (before != " "), " - ")],
        )


def _word_before(text: str, at: int) -> str:
    found = re.search(r"[^\W_]+(?= ?\Z)", text[max(0, at - 24) : at])
    return found.group() if found else ""
