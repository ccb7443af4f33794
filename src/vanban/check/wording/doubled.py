"""Doubled syllables: "đã đã", "khoáng khoáng sản", not "hành vi vi phạm", "luôn luôn"."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.syllables import is_syllable

DOUBLED = Rule(
    ma="cau-chu.lap-am-tiet",
    muc=Severity.CANH_BAO,
    ten="Lặp chữ",
    vi_sao="Hai chữ giống nhau liền nhau, không thuộc hai từ khác nhau, thường là gõ thừa.",
    can_cu=CUSTOM,
    sai="khánh thành Tòa nhà nhà Trung tâm; các sở đã đã rà soát",
    dung="khánh thành Tòa nhà Trung tâm; đánh giá sơ kết kết quả",
)
RULES = (DOUBLED,)

_NEVER_TWICE = frozenset((
    "các", "của", "và", "được", "cho", "với", "trong", "trên", "để", "về", "theo", "đã", "đang",
    "sẽ", "tại", "những", "này", "do", "bị", "bằng", "khi", "nếu", "thì", "mà", "như", "cũng",
))  # fmt: skip
_FUNCTION_WORDS = _NEVER_TWICE | {"từ", "đến", "có", "không", "ra", "vào", "là"}
_NUMBERED_KINDS = ("nghị quyết", "nghị định", "quyết định", "thông tư", "công văn", "văn bản", "tờ trình")
_BEFORE = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+) \Z")
_AFTER = re.compile(r" ([^\W_]+)")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on doubled syllables."""
    for word in sorted([word for word in reading.small_words if (word, word) in reading.pairs]):
        if word.isalpha():
            yield from _places(reading, word)


def _places(reading: Reading, word: str) -> Iterator[Finding]:
    both = f"{word} {word}"
    at = reading.lower.find(both)
    while at >= 0:
        end = at + len(both)
        if reading.whole(at, end) and "-" not in (reading.text[at - 1], reading.text[end]):
            yield from _judge(reading, word, at, end)
        at = reading.lower.find(both, at + len(word) + 1)


def _judge(reading: Reading, word: str, at: int, end: int) -> Iterator[Finding]:
    text = reading.text
    written = text[at:end]
    one, other = written[: len(word)], written[-len(word) :]
    named = other[0].isupper()  # a name begins: "trụ sở Sở Nội vụ"
    if named or one.isupper() != other.isupper() or len(word) < 2 or not is_syllable(word):
        return
    before = _BEFORE.search(text, max(0, at - 24), at)
    after = _AFTER.match(text, end)
    if _wrong(reading, word, before, after):
        yield reading.finding(
            DOUBLED, at, end, f"Lặp chữ “{written}”.", advice=f"Bỏ một chữ “{one}” nếu gõ thừa."
        )


def _wrong(reading: Reading, word: str, before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    last = before[2].lower() if before else ""
    following = after[1].lower() if after else ""
    if word == "số":
        return f"{(before[1] or '').lower()} {last}" in _NUMBERED_KINDS if before else False
    if word in _NEVER_TWICE:
        return True
    joined_before, joined_after = _pair(reading, last, word), _pair(reading, word, following)
    if joined_before and joined_after:
        return False
    stands_alone = after is None or after[1][0].isupper()
    if word in reading.lexicon.twice:
        return word == "nhà" and stands_alone and last == "tòa"
    if joined_after and word in reading.lexicon.alone:
        return False
    if stands_alone or last in _FUNCTION_WORDS or before is None:
        return not joined_before or stands_alone
    # "quản lý khoáng khoáng sản": the word before is bound to its own partner.
    bound = _pair(reading, (before[1] or "").lower(), last)
    return joined_after and not joined_before and bound


def _pair(reading: Reading, first: str, second: str) -> bool:
    pair = f"{first} {second}"
    return pair in reading.lexicon.compounds or pair in reading.lexicon.known
