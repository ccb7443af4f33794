"""Capitals of names of agencies and organisations (Phụ lục II, Mục IV)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import Finding, Severity

BODY = Rule(
    ma="cau-chu.viet-hoa-co-quan",
    muc=Severity.LOI,
    ten="Viết hoa tên cơ quan, tổ chức",
    vi_sao="Viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực hoạt động của cơ "
    "quan, tổ chức; các chữ khác viết thường.",
    can_cu="Phụ lục II, Mục IV.1",
    sai="Mặt trận tổ quốc; Ủy Ban nhân dân",
    dung="Mặt trận Tổ quốc; Ủy ban nhân dân",
    sua_duoc=True,
)
MINISTRY = Rule(
    ma="cau-chu.viet-hoa-bo-so",
    muc=Severity.LOI,
    ten="Viết hoa tên bộ, sở",
    vi_sao="Viết hoa chữ cái đầu của từ chỉ lĩnh vực hoạt động trong tên bộ, sở.",
    can_cu="Phụ lục II, Mục IV.1.a",
    sai="Sở tài chính; Sở Giáo Dục và Đào tạo",
    dung="Sở Tài chính; Sở Giáo dục và Đào tạo",
    sua_duoc=True,
)
RULES = (BODY, MINISTRY)

_COUNCILS = ("Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân")
_KINDS = (re.compile(r"Bộ (?=[^\W\d_])"), re.compile(r"Sở (?=[^\W\d_])"))
_UNSURE = frozenset({"ngoại giao", "du lịch", "công an"})
"""Fields that are also plain words: in small letters they prove little."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on names of bodies."""
    for right in reading.lexicon.sure_names:
        yield from _fixed(reading, right, Severity.LOI)
    for right in reading.lexicon.likely_names:
        yield from _fixed(reading, right, Severity.CANH_BAO)
    for right in _COUNCILS:
        yield from _fixed(reading, right, None)
    if {"Bộ", "Sở"} & reading.words:
        yield from _ministries(reading)


def _fixed(reading: Reading, right: str, level: Severity | None) -> Iterator[Finding]:
    """Findings where the name is written otherwise, but neither in capitals nor as a common noun.

    Without a level, a capital in the second word is a lỗi and a later one a cảnh báo ("Ủy ban Nhân dân" is
    much used). A cảnh báo is told once for each spelling, with the number of places.
    """
    mild: dict[str, list[int]] = {}
    for at in reading.small_places_of(right.lower()):
        end = at + len(right)
        written = reading.text[at:end]
        if written == right or written.isupper() or written[0].islower():
            continue
        if _in_longer(reading, at, end, right):
            continue
        inner = written.split(" ")[1]
        if (level or (Severity.LOI if inner[0].isupper() else Severity.CANH_BAO)) is Severity.LOI:
            yield _finding(reading, BODY, at, written, right, Severity.LOI)
        else:
            mild.setdefault(written, []).append(at)
    for written, places in mild.items():
        yield _finding(reading, BODY, places[0], written, right, Severity.CANH_BAO, len(places))


def _finding(
    reading: Reading, rule: Rule, at: int, written: str, right: str, level: Severity, count: int = 1
) -> Finding:
    pairs = enumerate(zip(written, right, strict=True))
    many = f" ({count} chỗ)" if count > 1 else ""
    return reading.finding(
        rule,
        at,
        at + len(written),
        f"“{written}” viết hoa chưa đúng{many}.",
        advice=f"Viết “{right}”.",
        mends=[(at + i, at + i + 1, b) for i, (a, b) in pairs if a != b and level is Severity.LOI],
        level=level,
    )


def _in_longer(reading: Reading, at: int, end: int, right: str) -> bool:
    """Whether a longer name of the lexicon holds this one here: the longer one is judged then."""
    lexicon = reading.lexicon
    for longer in (*lexicon.sure_names, *lexicon.likely_names):
        offset = longer.lower().find(right.lower())
        if len(longer) > len(right) and offset >= 0:
            begin = at - offset
            if begin > 0 and reading.lower[begin : begin + len(longer)] == longer.lower():
                return True
    return False


def _ministries(reading: Reading) -> Iterator[Finding]:
    lower, text = reading.lower, reading.text
    fields = _by_first_word(reading.lexicon.fields)
    for found in (one for kind in _KINDS for one in kind.finditer(text)):
        start, at = found.span()
        stop = lower.find(" ", at)
        first = text[at : stop if stop > 0 else at + 8].rstrip(",.;:)\0").lower()
        fitting = [name for name in fields.get(first, []) if lower.startswith(name.lower(), at)]
        right = max(fitting, key=len, default="")
        if right and reading.whole(start, at + len(right)):
            yield from _ministry(reading, start, at, right)


@lru_cache(maxsize=4)
def _by_first_word(fields: tuple[str, ...]) -> dict[str, list[str]]:
    """The names by their first word in small letters."""
    found: dict[str, list[str]] = {}
    for name in fields:
        found.setdefault(name.lower().split(" ")[0], []).append(name)
    return found


def _ministry(reading: Reading, start: int, at: int, right: str) -> Iterator[Finding]:
    end = at + len(right)
    written = reading.text[at:end]
    if written == right or written.isupper():
        return
    wrong_first = written[0].islower()
    if wrong_first and right.lower() in _UNSURE:
        level = Severity.CANH_BAO
    else:
        inner = all(a == b or b.islower() for a, b in zip(written, right, strict=True))
        level = Severity.LOI if wrong_first or inner else Severity.CANH_BAO
    kind = reading.text[start:at]
    yield _finding(reading, MINISTRY, start, kind + written, kind + right, level)
