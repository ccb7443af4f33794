"""Capitals of kinds and names of documents (Phụ lục II, Mục V.6)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vanban.check.rule import Rule
from vanban.check.wording.mentions import Mention
from vanban.check.wording.reading import Reading
from vanban.model.finding import Finding, Severity

KIND = Rule(
    ma="cau-chu.viet-hoa-ten-loai",
    muc=Severity.LOI,
    ten="Viết hoa tên loại văn bản",
    vi_sao="Nói đến một văn bản cụ thể thì viết hoa chữ cái đầu của tên loại, và chỉ chữ ấy: “Nghị quyết "
    "số …”, không phải “Nghị Quyết”, “nghị quyết số …”.",
    can_cu="Phụ lục II, Mục V.6",
    sai="theo nghị định số 30/2020/NĐ-CP; Nghị Quyết số 57-NQ/TW",
    dung="theo Nghị định số 30/2020/NĐ-CP; Nghị quyết số 57-NQ/TW",
    sua_duoc=True,
)
STATUTE = Rule(
    ma="cau-chu.viet-hoa-ten-luat",
    muc=Severity.LOI,
    ten="Viết hoa tên luật",
    vi_sao="Tên luật viết hoa chữ cái đầu của “Luật” hay “Bộ luật” và của âm tiết thứ nhất trong tên gọi.",
    can_cu="Phụ lục II, Mục V.6",
    sai="Luật đất đai năm 2024; Bộ Luật hình sự",
    dung="Luật Đất đai năm 2024; Bộ luật Hình sự",
    sua_duoc=True,
)
RULES = (KIND, STATUTE)

_ALWAYS = {
    "Nghị Quyết": "Nghị quyết",
    "Nghị Định": "Nghị định",
    "Quyết Định": "Quyết định",
    "Thông Tư": "Thông tư",
    "Chỉ Thị": "Chỉ thị",
    "Tờ Trình": "Tờ trình",
    "Công Văn": "Công văn",
    "Công Điện": "Công điện",
    "Pháp Lệnh": "Pháp lệnh",
}
"""Wrong wherever they stand."""
_NUMBERED = {
    "Báo Cáo": "Báo cáo",
    "Biên Bản": "Biên bản",
    "Chương Trình": "Chương trình",
    "Đề Án": "Đề án",
    "Hướng Dẫn": "Hướng dẫn",
    "Kế Hoạch": "Kế hoạch",
    "Kết Luận": "Kết luận",
    "Quy Chế": "Quy chế",
    "Quy Định": "Quy định",
    "Thông Báo": "Thông báo",
}
"""Wrong for certain where a number follows: elsewhere they may be part of a name."""
_NUMBER_FOLLOWS = re.compile(r" (?:số:? )?\d{1,5}")
_NAMED = frozenset((*_ALWAYS.values(), *_NUMBERED.values())) - {"Biên bản", "Chương trình", "Đề án"}
"""Kinds that are written large before a number."""
_OF_KIND = re.compile(r"(?:[Tt]hông báo|[Bb]áo cáo|[Vv]ăn bản|[Pp]hiếu|[Gg]iấy|[Tt]ờ|[Bb]ản) \Z")
"""Words that make the kind a part of a longer one ("Thông báo kết luận số …")."""
_SUBJECT = re.compile(r"(?:[Nn]gành|[Mm]ôn|[Kk]hoa|[Ss]inh viên|[Cc]ử nhân|[Tt]hạc sĩ|[Cc]ông ty|[Ll]ớp) \Z")
_CODES = frozenset({"Dân sự", "Hình sự", "Lao động", "Tố tụng dân sự", "Tố tụng hình sự"})
"""Names of codes alone: "Luật dân sự" is a branch of law."""
_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|sáu|nhiều|một số|và|,|hoặc|\d+) ?\Z")
_WORD = re.compile(r"\w+")
_AFTER_SENTENCE_START = re.compile(r" (?:số|năm|ngày) ?\d| \d{4}")


def check(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Findings on kinds and names of documents."""
    yield from _inner(reading)
    yield from _small(reading, mentions)
    if {"Luật", "luật"} & reading.words:
        yield from _statutes(reading)


def _inner(reading: Reading) -> Iterator[Finding]:
    for table, certain in ((_ALWAYS, True), (_NUMBERED, False)):
        for wrong, right in table.items():
            if wrong.split(" ")[1] not in reading.words:
                continue
            for at in reading.places_of(wrong):
                end = at + len(wrong)
                if (certain and not reading.in_name(at)) or _NUMBER_FOLLOWS.match(reading.text, end):
                    yield _kind(reading, at, wrong, right)


def _small(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Finding]:
    text = reading.text
    for one in mentions:
        at = one.start
        if one.kind in _NAMED and text[at].islower() and not _PLURAL.search(text, max(0, at - 8), at):
            if _OF_KIND.search(text, max(0, at - 12), at):
                continue
            yield _kind(reading, at, text[at : at + len(one.kind)], one.kind)


def _kind(reading: Reading, at: int, written: str, right: str) -> Finding:
    return reading.finding(
        KIND,
        at,
        at + len(written),
        f"“{written}”: tên loại của một văn bản cụ thể viết hoa chữ cái đầu, và chỉ chữ ấy.",
        advice=f"Viết “{right}”.",
        mends=_letters(at, written, right),
    )


def _letters(at: int, written: str, right: str) -> list[tuple[int, int, str]]:
    return [(at + i, at + i + 1, b) for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b]


def _statutes(reading: Reading) -> Iterator[Finding]:
    lower, text = reading.lower, reading.text
    names, firsts = _by_first_word(reading.lexicon.statutes)
    for at in _after_statute(text):
        start = at - 8 if lower[at - 8 : at] == "bộ luật " else at - 5
        first = _WORD.match(lower, at, at + 12)
        fitting = [name for name in firsts.get(first[0] if first else "", []) if lower.startswith(name, at)]
        small = max(fitting, key=len, default="")
        end = at + len(small)
        if small and reading.whole(start, end):
            yield from _statute(reading, start, at, names[small])


@lru_cache(maxsize=4)
def _by_first_word(statutes: tuple[str, ...]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The names by themselves in small letters, and these by their first word."""
    names = {name.lower(): name for name in statutes}
    firsts: dict[str, list[str]] = {}
    for name in names:
        firsts.setdefault(name.split(" ")[0].rstrip(","), []).append(name)
    return names, firsts


def _after_statute(text: str) -> Iterator[int]:
    """Where the word after "Luật" or "luật" begins."""
    at = text.find("uật ")
    while at >= 0:
        if text[at - 1] in "Ll" and text[at + 4].isalpha():
            yield at + 4
        at = text.find("uật ", at + 4)


def _statute(reading: Reading, start: int, at: int, name: str) -> Iterator[Finding]:
    text, end = reading.text, at + len(name)
    kind = text[start:at]
    right_kind = "Bộ luật " if len(kind) > 5 else "Luật "
    written, right = kind + text[at:end], right_kind + name
    if written == right or text[at:end].isupper() or _SUBJECT.search(text, max(0, start - 10), start):
        return
    if name in _CODES and right_kind == "Luật ":
        return
    small_name, small_kind = text[at].islower(), kind[0].islower()
    if small_kind and (small_name or _PLURAL.search(text, max(0, start - 8), start)):
        return
    if small_name and kind == right_kind and _doubtful(reading, start, end, name):
        return
    certain = small_name or kind != right_kind
    level = None if certain else Severity.CANH_BAO
    yield reading.finding(
        STATUTE,
        start,
        end,
        f"“{written}”: viết hoa chữ đầu của tên loại và chữ đầu của tên luật.",
        advice=f"Viết “{right}”.",
        mends=_letters(start, kind, right_kind) + _letters(at, text[at], name[0]) if certain else [],
        level=level,
    )


def _doubtful(reading: Reading, start: int, end: int, name: str) -> bool:
    """Whether "Luật" begins a sentence, or the name is one short word that may only follow by chance."""
    followed = _AFTER_SENTENCE_START.match(reading.text, end)
    return (reading.begins(start) or " " not in name) and not followed
