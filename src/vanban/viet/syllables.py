"""Which strings of letters can be a Vietnamese syllable: onset, rhyme and tone that go together.

A syllable that ends in -c, -ch, -p, -t has the tone sắc or nặng; k, gh, ngh stand before e, ê, i (y)
alone, c, g, ng before the other vowels. Both places of the tone mark are accepted.
"""

import unicodedata
from functools import lru_cache

_ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l",
    "m", "n", "p", "r", "s", "t", "v", "x",
)  # fmt: skip
_OPEN = (
    "a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iêu oa oai oao oay oe oeo oi ôi ơi ua ưa ui ưi ưu "
    "uê uơ uy uya uyu uôi ươi ươu uây yêu uêu uâu uai uao uay ue ueo"
)
_NASAL = (
    "am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh om on ong oong ôm ôn ông ơm ơn um un "
    "ung ưm ưn ưng iêm iên iêng yêm yên yêng oam oan oang oanh oăm oăn oăng oen uân uâng uôm uôn uông ươm "
    "ươn ương uynh uyn uyên uênh uơn uyêng"
)
_STOPPED = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt yêt oac oach oat oap oăc oăt "
    "oăp oc ooc op ot ôc ôp ôt ơp ơt oet uât uâc uc up ut ưc ưt uôc uôp uôt ươc ươp ươt uych uyt uyp "
    "uyêt uêch"
)
_FREE = frozenset(f"{_OPEN} {_NASAL}".split())
_STOP = frozenset(_STOPPED.split())
_SHARP, _HEAVY = "\u0301", "\u0323"
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_FRONT = frozenset("eêiy")


def _split_tone(word: str) -> tuple[str, str]:
    """The letters without the tone, and the tones."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in decomposed if char in _TONES)
    letters = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    return letters, tones


def _rhyme_fits(rhyme: str, tones: str) -> bool:
    if rhyme in _STOP:
        return tones in (_SHARP, _HEAVY)
    return rhyme in _FREE


def _spelled(onset: str, rhyme: str) -> bool:
    """Whether this onset is spelled so before the rhyme."""
    if onset in ("k", "gh", "ngh"):
        return rhyme[0] in _FRONT
    if onset in ("c", "g", "ng"):
        return rhyme[0] not in _FRONT or (onset == "g" and rhyme[0] == "i")
    return True


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether the word, in small letters, can be a Vietnamese syllable by its form."""
    letters, tones = _split_tone(word)
    if len(tones) > 1 or not letters:
        return False
    if _rhyme_fits(letters, tones):
        return True
    for onset in _ONSETS:
        if not letters.startswith(onset):
            continue
        rhyme = letters[len(onset) :]
        if onset in ("gi", "qu") and _rhyme_fits(f"{onset[1]}{rhyme}", tones):
            return True
        if rhyme and _spelled(onset, rhyme) and _rhyme_fits(rhyme, tones):
            return True
    return False
