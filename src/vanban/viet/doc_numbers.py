"""Numbers and symbols of documents, as they stand in running text.

Forms: `71/NQ-CP`, `30/2020/NĐ-CP`, `66.19/2026/NQ-CP` (state), `98/2023/QH15` (National Assembly),
`3722/VPCP-CN` (official letter), `57-NQ/TW` (Party). Signs: Phụ lục I, Phần I, Mục II.3.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

KINDS = (
    "Văn bản hợp nhất",
    "Kế hoạch hành động",
    "Chương trình hành động",
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Chỉ thị",
    "Kết luận",
    "Quy chế",
    "Quy định",
    "Thông cáo",
    "Thông báo",
    "Thông tri",
    "Hướng dẫn",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Biên bản",
    "Tờ trình",
    "Hợp đồng",
    "Công văn",
    "Công điện",
    "Bản ghi nhớ",
    "Bản thỏa thuận",
    "Giấy ủy quyền",
    "Giấy mời",
    "Giấy giới thiệu",
    "Giấy nghỉ phép",
    "Phiếu gửi",
    "Phiếu chuyển",
    "Phiếu báo",
    "Thư công",
    "Điều lệ",
    "Văn bản",
)
"""Names of kinds of documents; a longer one stands before the shorter one that it begins with."""

STATUTES = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
"""Kinds that are cited by their name alone (Phụ lục I, Phần I, Mục II.6.b)."""

_TYPES = frozenset(
    (
        *("NQ", "NĐ", "QĐ", "TT", "TTLT", "NQLT", "CT", "KH", "KHHĐ", "CTr", "CTHĐ", "TB", "BC", "TTr"),
        *("HD", "QC", "QyĐ", "QĐi", "QĐI", "ĐA", "PA", "DA", "HĐ", "BB", "CĐ", "KL", "CV", "GM", "TC"),
    )
)
"""Abbreviations of kinds; beside one of them a blank in the number is taken for a typing fault."""

_HEAD = r"\d(?<![\w/.,-]\d)\d{0,4}(?:\.\d{1,4})?[a-z]?"
"""The bare number. Its first digit stands before the look behind: the search then runs over digits alone."""
_TOKEN = r"[^\W\d_][^\W_]*(?:&[^\W_]+)?"
_STATE = re.compile(
    rf"(?P<n>{_HEAD})\s?/\s?(?:(?P<y>(?:19|20)\d\d)\s?/\s?)?(?P<t>{_TOKEN})(?P<rest>(?:-{_TOKEN})*)"
)
_PARTY = re.compile(
    rf"(?P<n>{_HEAD})(?P<dash>\s?-\s?)(?P<t>{_TOKEN})(?P<slash>\s?/\s?)(?P<o>{_TOKEN})(?P<rest>(?:-{_TOKEN})*)"
)
_BEGIN = re.compile(rf"{_HEAD}(?=\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?[^\W\d_]|\s?-\s?[^\W\d_])")
_YEAR_WORD = re.compile(r"(?<!\w)năm\s$", re.IGNORECASE)
_MORE = re.compile(rf"(?P<gap>\s?-\s?)(?P<t>{_TOKEN})")


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A number with its symbol: where it stands, and in its right form."""

    start: int
    end: int
    value: str


@lru_cache(maxsize=2048)
def _symbol_like(token: str) -> bool:
    """Whether a token looks like part of a symbol: "QĐ", "TTg", "QH15", "SKHCN", not "Kế"."""
    return token[0].isupper() and sum(char.isupper() for char in token) >= min(2, len(token))


def _with_tail(text: str, end: int, tokens: list[str]) -> int:
    """Take further "-TOKEN" groups after `end`; spaced ones only where they mend a known fault."""
    while more := _MORE.match(text, end):
        gap, token = more["gap"], more["t"]
        spaces = len(gap) - 1
        tight = spaces == 0 or (spaces == 1 and tokens[-1] in _TYPES)
        mended = spaces == 2 and len(tokens) == 1 and tokens[0] in _TYPES
        if not (tight or mended) or not _symbol_like(token):
            break
        tokens.append(token)
        end = more.end()
    return end


def _state_number(text: str, at: int) -> DocNumber | None:
    found = _STATE.match(text, at)
    if found is None or len(found["t"]) < 2 or not _symbol_like(found["t"]):
        return None
    if any(char.isspace() for char in text[at : found.end("t")]) and found["t"] not in _TYPES:
        return None
    tokens = [found["t"]]
    end = _with_tail(text, found.end("t"), tokens)
    year = f"{found['y']}/" if found["y"] else ""
    return DocNumber(at, end, f"{found['n']}/{year}{'-'.join(tokens)}")


def _party_number(text: str, at: int) -> DocNumber | None:
    found = _PARTY.match(text, at)
    if found is None or not (_symbol_like(found["t"]) and _symbol_like(found["o"])):
        return None
    if len(found["dash"] + found["slash"]) > 2 and found["t"] not in _TYPES:
        return None
    tokens = [found["o"]]
    end = _with_tail(text, found.end("o"), tokens)
    return DocNumber(at, end, f"{found['n']}-{found['t']}/{'-'.join(tokens)}")


def number_at(text: str, at: int) -> DocNumber | None:
    """The number that begins at this index, or None."""
    return _party_number(text, at) or _state_number(text, at)


def doc_numbers(text: str) -> Iterator[DocNumber]:
    """All numbers of documents in the text, in order; faulty blanks are mended in `value`."""
    end = 0
    for head in _BEGIN.finditer(text):
        if head.start() < end or _YEAR_WORD.search(text, max(0, head.start() - 5), head.start()):
            continue
        if found := number_at(text, head.start()):
            end = found.end
            yield found


def with_mended_numbers(text: str) -> str:
    """The text with each number of a document in its right form ("57- NQ/TW" becomes "57-NQ/TW")."""
    parts, end = [], 0
    for found in doc_numbers(text):
        parts += [text[end : found.start], found.value]
        end = found.end
    return "".join([*parts, text[end:]])
