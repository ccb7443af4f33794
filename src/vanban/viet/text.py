"""Vietnamese text: composed Unicode, tone marks, alphabetical order, first letters."""

import re
import unicodedata
from functools import lru_cache

LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""Small letters, for a class of a regular expression: in Unicode they do not stand together."""
UPPER = f"A-Z{LOWER[3:].upper()}"
"""Capitals, likewise."""
_ALIKE = re.compile("[ðÐƉ]")
_LOOK_ALIKES = str.maketrans({"ð": "đ", "Ð": "Đ", "Ɖ": "Đ"})
_LINE_BREAKS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Combining huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries."""
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}


def nfc(s: str) -> str:
    """The text in composed Unicode (TCVN 6909:2001; Phụ lục I, Phần I, Mục I.4)."""
    return unicodedata.normalize("NFC", s)


def _kept(char: str) -> str:
    if char in "\n\t":
        return char
    code = ord(char)
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return ""
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    return "" if category in ("Cc", "Cf", "Cs") else char


def clean(s: str) -> str:
    """The text without invisible and forbidden characters.

    Composed (NFC); Icelandic ð, Ð become đ, Đ; every kind of space becomes an ordinary one; every
    kind of line break becomes a line feed, so that words on both sides stay apart; zero-width
    characters, soft hyphens, byte order marks, noncharacters, lone surrogates and control characters
    other than line feed and tab are dropped.
    """
    if s.isprintable():  # no breaks, no spaces but the ordinary one, nothing invisible
        return nfc(s.translate(_LOOK_ALIKES) if _ALIKE.search(s) else s)
    broken = _LINE_BREAKS.sub("\n", s)
    kept = {ord(char): _kept(char).translate(_LOOK_ALIKES) for char in set(broken)}
    return nfc(broken.translate(kept))


@lru_cache(maxsize=4096)
def squeeze(s: str) -> str:
    """The text with each run of white space as one space, none at the ends."""
    return " ".join(s.split())


def strip_marks(s: str) -> str:
    """The text without tone and letter marks; đ becomes d."""
    decomposed = unicodedata.normalize("NFD", s.translate(_LOOK_ALIKES))
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return nfc(bare.replace("đ", "d").replace("Đ", "D"))


@lru_cache(maxsize=16384)
def _tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    letters = "".join(char for char in decomposed if char not in _TONES)
    return letters + "".join(char for char in decomposed if char in _TONES)


@lru_cache(maxsize=8192)
def tone_key(s: str) -> str:
    """A key that is equal for the old and the new place of the tone mark, and for both cases.

    The tone of each word moves to its end ("hoà" and "hòa" give the same key), so the key is for
    comparing, not for showing.
    """
    return nfc(_WORD.sub(lambda m: _tone_last(m.group()), nfc(s).casefold()))


def _rank(letter: str) -> int:
    if letter in _RANK:
        return _RANK[letter]
    return ord(letter) if letter.isalpha() else ord(letter) - 0x110000


def sort_key(s: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A key that sorts as Vietnamese dictionaries do.

    First by letters (a ă â b c d đ e ê …; blanks, signs and digits come before, letters of other
    alphabets after), then by
    tones (level, huyền, hỏi, ngã, sắc, nặng), then by the text itself.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in nfc(s).casefold():
        decomposed = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in decomposed if mark in _TONES), "")
        letter = nfc(decomposed.replace(tone, "")) if tone else char
        letters.append(_rank(letter))
        tones.append(_TONES.index(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones), s


def _first_letter(s: str) -> int | None:
    """Index of the first letter, if only marks and blanks stand before it."""
    found = _WORD.search(s)
    return found.start() if found and s[found.start()].isalpha() else None


def lower_first(s: str) -> str:
    """The text with its first letter small, for use inside a sentence.

    Unchanged where the first word is an abbreviation: it has a capital or a digit after its first
    letter ("UBND", "CoE", "KH&CN", "Covid-19"), or where the text begins with a digit.
    """
    at = _first_letter(s)
    if at is None:
        return s
    first_word = s[at:].split(maxsplit=1)[0]
    if any(char.isupper() or char.isdigit() for char in first_word[1:]):
        return s
    return s[:at] + s[at].lower() + s[at + 1 :]


def upper_first(s: str) -> str:
    """The text with its first letter large; unchanged where it begins with a digit."""
    at = _first_letter(s)
    return s if at is None else s[:at] + s[at].upper() + s[at + 1 :]


def words(s: str) -> list[str]:
    """The words: maximal runs of letters and digits, composed; "KH&CN" is two."""
    return _WORD.findall(nfc(s))


def sentence_join(items: list[str]) -> str:
    """The items as a phrase: "A", "A và B", "A, B và C"; "" for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} và {items[-1]}"
