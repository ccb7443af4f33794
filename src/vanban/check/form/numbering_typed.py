"""Numbers of a foreign text, mostly typed by hand: only a clear skip or repeat is told (Mục II.6.đ).

Whether a new run of numbers may begin anywhere cannot be known, so a number 1 (or I, or a) is always
right, and so is the first number of a level after a higher heading. What stands in quotation marks is
another document's text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.words import labelled
from vanban.check.rule import Rule
from vanban.model.finding import Finding
from vanban.model.sheet import Paragraph
from vanban.viet.numbering import letter, letter_value, roman, roman_value

_RANKS: Final = {"phan": 0, "muc_la_ma": 1, "dieu": 1, "muc_khac": 1, "khoan": 2, "khoan_con": 3, "diem": 5}
_FORMS: Final = {
    "phan": re.compile(r"(?:phần|chương)\s+(?P<n>[IVXLC]+)\b", re.IGNORECASE),
    "dieu": re.compile(r"điều\s+(?P<n>\d+)", re.IGNORECASE),
    "muc_la_ma": re.compile(r"(?P<n>[IVXLC]+)\s*[.\-–)]"),
    "khoan": re.compile(r"(?P<n>\d{1,2})\s*\."),
    "khoan_con": re.compile(r"(?P<parent>\d+(?:\.\d+)*)\.(?P<n>\d+)"),
    "diem": re.compile(r"(?P<n>[a-zđ])\)"),
}
_SAME_STREAM: Final = {"khoan_co_tieu_de": "khoan"}
_BREAKS: Final = frozenset({"dong_khac", "muc_khac"})
_OPENING: Final = ("“", '"', "«")
_CLOSING: Final = ("”", '"', "»")


@dataclass
class _Last:
    value: int
    parent: str
    outer: tuple[int, ...] = ()
    """Where the runs stand that a run within them broke off ("1. … 2. …" inside khoản 2)."""


def check_typed_numbers(paper: Paper, rule: Rule) -> Iterator[Finding]:
    """Findings under `rule` on numbers that skip or repeat."""
    last: dict[str, _Last] = {}
    quoting = False
    for paragraph in paper.sheet.paragraphs:
        code = paper.codes.get(paragraph.number, "")
        text = paragraph.text.strip()
        if paragraph.zone != "than" or not text or paragraph.cell is not None:
            continue
        quoting = quoting or text.startswith(_OPENING)
        if not quoting:
            yield from _step(paper, rule, paragraph, _SAME_STREAM.get(code, code), last)
        if quoting and text.rstrip(".;,").endswith(_CLOSING):
            quoting = False


def _step(
    paper: Paper, rule: Rule, paragraph: Paragraph, code: str, last: dict[str, _Last]
) -> Iterator[Finding]:
    if code in _BREAKS:
        last.pop("diem", None)
        return
    rank = _RANKS.get(code)
    if rank is None:
        return
    found = _FORMS[code].match(labelled(paragraph)) if code in _FORMS else None
    if found is None:
        return
    value = _value(found["n"], code)
    if value is None:
        return
    parent = found["parent"] if code == "khoan_con" else ""
    before = last.get(code)
    begins_anew = value == 1 and code != "khoan_con"  # "1.1" cannot begin anew within khoản 1
    outer = () if before is None else (*before.outer, before.value) if begins_anew else before.outer
    follows = before is None or begins_anew or before.parent != parent or value == before.value + 1
    if not follows and value - 1 in outer:
        outer = outer[: outer.index(value - 1)]
    elif before is not None and not follows:
        right = _shown(before.value + 1, code)
        yield paper.finding(
            rule,
            f"đánh số “{found.group().strip(' .)')}”, theo thứ tự phải là “{parent}.{right}”"
            if parent
            else f"đánh số “{found['n']}”, theo thứ tự phải là “{right}”",
            at=paragraph,
            quote=labelled(paragraph),
        )
    if code != "dieu":  # khoản begin anew in each Điều, but Điều count on through chapters
        for other, other_rank in _RANKS.items():
            if other_rank > rank and other != "dieu":
                last.pop(other, None)
    else:
        for other in ("khoan", "khoan_con", "diem"):
            last.pop(other, None)
    last[code] = _Last(value, parent, outer)


def _value(text: str, code: str) -> int | None:
    if code in ("phan", "muc_la_ma"):
        return roman_value(text.upper())
    return letter_value(text) if code == "diem" else int(text)


def _shown(value: int, code: str) -> str:
    if code in ("phan", "muc_la_ma"):
        return roman(value)
    return letter(value) if code == "diem" else str(value)
