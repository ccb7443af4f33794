"""Numbers of headings, articles and points: each one more than the last, none twice (Mục II.6.đ)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.check.form.numbering_typed import check_typed_numbers
from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import labelled
from vanban.model.finding import Finding
from vanban.model.sheet import Paragraph
from vanban.viet.numbering import letter, letter_value, roman, roman_value

SEQUENCE: Final = breach(
    "danh-so.lien-tuc",
    "Đánh số: liên tục, không nhảy, không lặp",
    "Phụ lục I, Phần I, Mục II.6.đ",
    sai="2.6, 2.7, 2.5",
    dung="2.5, 2.6, 2.7",
    vi_sao="Số lặp hoặc nhảy làm mọi viện dẫn tới mục đó không rõ là mục nào.",
)
RULES: Final = (SEQUENCE,)


@dataclass(frozen=True)
class _Level:
    """How a heading is numbered, and the headings that let it begin anew."""

    form: re.Pattern[str]
    kind: str
    under: frozenset[str]


_TOP: Final = frozenset({"phu_luc"})
_PART: Final = _TOP | {"phan"}
_LEVELS: Final = {
    "phan": _Level(re.compile(r"(?:phần|chương)\s+(\w+)", re.IGNORECASE), "roman", _TOP),
    "muc": _Level(re.compile(r"mục\s+(\w+)", re.IGNORECASE), "decimal", _PART),
    "tieu_muc": _Level(re.compile(r"tiểu mục\s+(\w+)", re.IGNORECASE), "decimal", _PART | {"muc"}),
    "dieu": _Level(re.compile(r"điều\s+(\w+)", re.IGNORECASE), "decimal", _TOP),
    "muc_la_ma": _Level(re.compile(r"(\w+)\s*[.\-–)]"), "roman", _PART),
    "khoan_co_tieu_de": _Level(re.compile(r"(\d+)\s*[.)]"), "decimal", _PART | {"muc_la_ma", "muc", "dieu"}),
    "khoan_con": _Level(
        re.compile(r"(\d+(?:\.\d+)+)"), "path", _PART | {"muc_la_ma", "khoan_co_tieu_de", "dieu"}
    ),
    "diem": _Level(
        re.compile(r"(\w+)\s*\)"),
        "letter",
        _PART | {"muc_la_ma", "khoan_co_tieu_de", "khoan_con", "khoan", "noi_dung", "dieu"},
    ),
}


def check_numbering(paper: Paper) -> Iterator[Finding]:
    """Findings on every number that does not follow the one before it."""
    if paper.foreign:
        yield from check_typed_numbers(paper, SEQUENCE)
        return
    last: dict[str, int] = {}
    holder = ""
    for paragraph in paper.sheet.paragraphs:
        code = paper.codes.get(paragraph.number, "")
        for name, level in _LEVELS.items():
            if code in level.under:
                last.pop(name, None)
        if code == "khoan_co_tieu_de" and (found := _LEVELS[code].form.match(labelled(paragraph))):
            holder = found[1]
        if code in _LEVELS:
            yield from _step(paper, paragraph, code, last, holder)


def _step(
    paper: Paper, paragraph: Paragraph, code: str, last: dict[str, int], holder: str
) -> Iterator[Finding]:
    level = _LEVELS[code]
    found = level.form.match(labelled(paragraph))
    if found is None:
        return
    text = found[1]
    parent, _, own = text.rpartition(".") if level.kind == "path" else ("", "", text)
    value = _value(own, level.kind)
    if value is None:
        return
    expected = last.get(code, 0) + 1
    chapter_of_part = code == "phan" and value == 1  # "Chương I" may follow "Phần II"
    if value != expected and not chapter_of_part:
        right = f"{parent}.{expected}" if parent else _shown(expected, level.kind)
        yield paper.finding(
            SEQUENCE,
            f"đánh số “{text}”, theo thứ tự phải là “{right}”",
            at=paragraph,
            quote=labelled(paragraph),
        )
    elif parent and holder and "." not in parent and parent != holder:
        yield paper.finding(
            SEQUENCE,
            f"đánh số “{text}” nhưng nằm trong khoản {holder}, phải là “{holder}.{own}”",
            at=paragraph,
            quote=labelled(paragraph),
        )
    last[code] = value


def _value(text: str, kind: str) -> int | None:
    if kind == "roman":
        return roman_value(text.upper())
    if kind == "letter":
        return letter_value(text)
    return int(text) if text.isdecimal() else None


def _shown(value: int, kind: str) -> str:
    if kind == "roman":
        return roman(value)
    return letter(value) if kind == "letter" else str(value)
