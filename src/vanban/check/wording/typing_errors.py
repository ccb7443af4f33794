"""Typing errors that leave every syllable valid: "phòng trào" for "phong trào".

Vietnamese typing errors mostly change a mark, and the syllable stays a syllable; only the pair is
wrong. A pair of neighbours is suspected when it is no known pair and differs from a compound of the lexicon
in the marks of one syllable. Neighbours of two compounds meet as a pair too ("hiệu năng" + "cao" looks like
"nâng cao"), so a pair is let go when one of its syllables belongs to a known pair with its other neighbour,
when the strange syllable is a word of its own, or when the syllable in common lives in many compounds and
so proves nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.law.lexicon import Lexicon
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.syllables import is_syllable
from vanban.viet.text import strip_marks, tone_key

RULE = Rule(
    ma="cau-chu.go-nham",
    muc=Severity.CANH_BAO,
    ten="Có thể gõ nhầm dấu",
    vi_sao="Từng chữ đúng chính tả nhưng cả từ thì lạ: thường là gõ nhầm dấu.",
    can_cu=CUSTOM,
    sai="phòng trào thi đua; Đề án thí điềm",
    dung="phong trào thi đua; Đề án thí điểm",
)
MISSPELLED = Rule(
    ma="cau-chu.sai-chinh-ta",
    muc=Severity.CANH_BAO,
    ten="Từ hay viết sai chính tả",
    vi_sao="Những từ này hay bị viết lẫn s với x, tr với ch, d với gi.",
    can_cu=CUSTOM,
    sai="bổ xung hồ sơ; sử lý vi phạm",
    dung="bổ sung hồ sơ; xử lý vi phạm",
)
RULES = (RULE, MISSPELLED)

_BOUND = 25
"""A syllable of at most this many known pairs points to its partner."""
_TIED = 2
"""A syllable of at most this many points to it even where the strange one is a word of its own."""
_REPEATED = 2
"""A strange pair that stands more often than this is the writer's own word."""
_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_AFTER = re.compile(r" ([^\W\d_]+)")


class _Index:
    """The lexicon turned for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.known = frozenset(tuple(pair.split(" ", 1)) for pair in (*lexicon.compounds, *lexicon.known))
        self.alone = lexicon.alone
        self.uses = Counter(word for pair in self.known for word in pair)
        self.letters: dict[str, str] = {}
        """Words met so far without their marks."""
        self.by_letters: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for pair in sorted(lexicon.compounds):
            words = tuple(pair.split(" "))
            self.by_letters.setdefault(tuple(map(_letters, words)), []).append(words)


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon) -> _Index:
    return _Index(lexicon)


@lru_cache(maxsize=32768)
def _letters(word: str) -> str:
    """The word without tone and vowel marks; đ stays đ, for it is a letter of its own."""
    return strip_marks(word.replace("đ", "\ue000")).replace("\ue000", "đ")


def meant(reading: Reading, before: str, word: str, after: str) -> str:
    """What a syllable between these neighbours is probably meant to be, by the compounds; "" if unknown."""
    index = _index(reading.lexicon)
    for pair, place in (((before, word), 1), ((word, after), 0)):
        for target in index.by_letters.get(tuple(map(_letters, pair)), []):
            if target[1 - place] == pair[1 - place]:
                return target[place]
    return ""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on typing errors."""
    index = _index(reading.lexicon)
    letters = index.letters
    letters.update([(word, _letters(word)) for word in reading.small_words.difference(letters)])
    by_letters = index.by_letters
    alike = [
        ((first, second), key)
        for first, second in reading.pairs - index.known
        if (key := (letters[first], letters[second])) in by_letters
    ]
    for pair, key in sorted(alike):
        yield from _suspect(reading, index, pair, by_letters[key])
    for wrong, right in reading.lexicon.misspelled:
        for at in reading.small_places_of(wrong):
            first, *_, last = wrong.split(" ")
            if not _free_of_neighbours(reading, index, (first, last), at, at + len(wrong)):
                continue
            yield _said(reading, MISSPELLED, at, at + len(wrong), right, "viết sai chính tả; đúng là")


def _suspect(
    reading: Reading, index: _Index, pair: tuple[str, str], targets: list[tuple[str, ...]]
) -> Iterator[Finding]:
    if (tone_key(pair[0]), tone_key(pair[1])) in {tuple(map(tone_key, one)) for one in targets}:
        return
    target = next((one for one in targets if _points_to(index, pair, one)), None)
    if target is None:
        return
    words = " ".join(pair)
    if reading.lower.count(words) > _REPEATED:
        return
    for at in reading.small_places_of(words):
        if _stands_free(reading, index, pair, at, at + len(words)):
            yield _said(reading, RULE, at, at + len(words), " ".join(target), "có thể là gõ nhầm của")


def _points_to(index: _Index, pair: tuple[str, str], target: tuple[str, ...]) -> bool:
    """Whether the pair differs in one syllable, and both syllables speak for the target."""
    same = [one == other for one, other in zip(pair, target, strict=True)]
    if sum(same) != 1:
        return False
    kept = pair[same.index(True)]
    strange = pair[same.index(False)]
    if len(strange) < 2 or not is_syllable(strange):
        return False
    if strange not in index.alone and strange not in index.uses:
        return True
    return kept not in index.alone and index.uses[kept] <= (_TIED if strange in index.alone else _BOUND)


def _stands_free(reading: Reading, index: _Index, pair: tuple[str, str], at: int, end: int) -> bool:
    """Whether neither syllable belongs to its outer neighbour, and the pair is no proper name."""
    text = reading.text
    if text[at + len(pair[0]) + 1].isupper() and not text[at:end].isupper():
        return False
    if text[at].isupper() and not (reading.begins(at) or text[at:end].isupper()):
        return False
    return _free_of_neighbours(reading, index, pair, at, end)


def _free_of_neighbours(reading: Reading, index: _Index, pair: tuple[str, str], at: int, end: int) -> bool:
    before = _BEFORE.search(reading.lower, max(0, at - 12), at)
    after = _AFTER.match(reading.lower, end)
    return not (
        (before and (before[1], pair[0]) in index.known) or (after and (pair[-1], after[1]) in index.known)
    )


def _said(reading: Reading, rule: Rule, at: int, end: int, right: str, verb: str) -> Finding:
    written = reading.text[at:end]
    shown = _with_case(right, written)
    return reading.finding(
        rule,
        at,
        end,
        f"“{written}” {verb} “{shown}”.",
        advice=f"Nếu đúng là gõ nhầm thì sửa thành “{shown}”.",
    )


def _with_case(right: str, like: str) -> str:
    if like.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if like[:1].isupper() else right
