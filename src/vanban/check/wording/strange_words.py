"""Words that cannot be Vietnamese syllables: a letter too many, a tone missing ("nghiêp", "Phhosi")."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.check.wording.typing_errors import meant
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.syllables import is_syllable

STRANGE = Rule(
    ma="cau-chu.khong-phai-am-tiet",
    muc=Severity.CANH_BAO,
    ten="Chữ không thành tiếng Việt",
    vi_sao="Chữ có dấu tiếng Việt mà không thể là một âm tiết là gõ thiếu hay thừa chữ, thiếu dấu thanh.",
    can_cu=CUSTOM,
    sai="phát triển công nghiêp; Phhối hợp",
    dung="phát triển công nghiệp; Phối hợp",
)
RULES = (STRANGE,)

_TWICE_TYPED = re.compile(r"([bcdghklmnpqrstvx])\1|[bcdđgkpt]h{2}|j|w[aăâeêioôơuưy]?")
"""Consonants that no Vietnamese word and hardly a foreign one has in a row at its beginning."""
_MISPLACED = re.compile(r"q[ùúủũụ]")
_BEFORE = re.compile(r"[^\W\d_]+(?= \Z)")
_AFTER = re.compile(r" ([^\W\d_]+)")
_REPEATED = 2


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on words of no possible form."""
    for word in sorted(reading.words - reading.lexicon.syllables):
        if not word.isalpha() or word.isupper() or len(word) < 3:
            continue
        small = word.lower()
        if word[1:].islower() and _strange(reading, small):
            yield from _places(reading, word)


def _strange(reading: Reading, small: str) -> bool:
    if _MISPLACED.match(small):
        return True
    if is_syllable(small) or small in reading.lexicon.foreign:
        return False
    if small.isascii():
        return len(small) >= 4 and _TWICE_TYPED.match(small) is not None and small[0] != "w"
    return all(char.isascii() or char in _LETTERS for char in small)


_LETTERS = frozenset(
    "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
)  # fmt: skip


def _places(reading: Reading, word: str) -> Iterator[Finding]:
    places = list(reading.places_of(word))
    if len(places) > _REPEATED:
        return
    for at in places:
        end = at + len(word)
        touching = (reading.text[at - 1], reading.text[end])
        if any(mark in "-'’&@./_" and mark != "." for mark in touching):
            continue
        if (word[0].isupper() and not reading.begins(at)) or not _among_syllables(reading, at, end):
            continue
        before, after = _neighbours(reading, at, end)
        right = meant(reading, before.lower(), word.lower(), after.lower())
        maybe = f"; có thể là “{right}”" if right else ""
        yield reading.finding(
            STRANGE,
            at,
            end,
            f"“{word}” không phải là một âm tiết tiếng Việt{maybe}.",
            advice="Sửa lại chữ gõ nhầm; nếu là tên riêng hay chữ nước ngoài thì bỏ qua.",
        )


def _neighbours(reading: Reading, at: int, end: int) -> tuple[str, str]:
    """The words on both sides with one space between, "" for none."""
    before = _BEFORE.search(reading.text, max(0, at - 12), at)
    after = _AFTER.match(reading.text, end)
    return before.group() if before else "", after[1] if after else ""


def _among_syllables(reading: Reading, at: int, end: int) -> bool:
    """Whether the words on both sides, where there are any, are Vietnamese ones in small letters."""
    sides = [one for one in _neighbours(reading, at, end) if one]
    return bool(sides) and all(is_syllable(one.lower()) and not one[1:].isupper() for one in sides)
