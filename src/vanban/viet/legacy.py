"""Text in the encodings from before Unicode: TCVN3 (ABC, fonts .VnTime …) and VNI (fonts VNI-Times …).

Such text shows Vietnamese only in fonts of its own; to any other program it is a row of signs such as
"KÕ ho¹ch" or "Keá hoaïch". The tables are those of the encodings: in TCVN3 one code is one letter (a font
whose name ends in "H" draws capitals), in VNI a mark follows its letter.
"""

import re
from enum import StrEnum
from typing import Final

from vanban.viet.syllables import is_syllable
from vanban.viet.text import nfc


class Legacy(StrEnum):
    """An encoding from before Unicode, by the name that people know."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


_TCVN3_CODES: Final = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§"
_TCVN3_LETTERS: Final = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
_TCVN3: Final = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))
_TCVN3_TO: Final = str.maketrans(_TCVN3)
_TCVN3_FROM: Final = {letter: code for code, letter in _TCVN3.items()}

_SHARP, _GRAVE, _HOOK, _TILDE, _HEAVY = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_BREVE, _CIRCUMFLEX = "\u0306", "\u0302"
_VNI_TONES: Final = {"ù": _SHARP, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _HEAVY}
_VNI_CIRCUMFLEX: Final = {"á": _SHARP, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _HEAVY, "â": ""}
_VNI_BREVE: Final = {"é": _SHARP, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _HEAVY, "ê": ""}
_VNI_SINGLE: Final = {
    "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư", "ñ": "đ",
}  # fmt: skip


def _vni_small() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for base, letter in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        table |= {base + mark: nfc(letter + tone) for mark, tone in _VNI_TONES.items()}
    for base in "aeo":
        table |= {base + mark: nfc(base + _CIRCUMFLEX + tone) for mark, tone in _VNI_CIRCUMFLEX.items()}
    return table | {"a" + mark: nfc("a" + _BREVE + tone) for mark, tone in _VNI_BREVE.items()}


_VNI_SMALL: Final = _vni_small()
_VNI: Final = (
    _VNI_SMALL
    | {code[0].upper() + code[1:]: letter.upper() for code, letter in _VNI_SMALL.items()}
    | {code.upper(): letter.upper() for code, letter in _VNI_SMALL.items()}
)
_VNI_FROM: Final = {letter: code for code, letter in _VNI.items()}
_VNI_CODE: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_TOKEN: Final = re.compile(r"[^\s\x00-\x40\x5b-\x60\x7b-\xa0\u2010-\u2026]+")
_SHOUTED: Final = re.compile(r"(?<!\w)[^\W\da-z_]*[A-Z][^\W\da-z_]*[A-Z][^\W\da-z_]*(?!\w)")
"""A word with two plain capitals or more and no plain small letter."""
_SYMBOL: Final = re.compile(r"\S*/\S*")
"""The number and symbol of a paper, in capitals whatever stands beside it."""
_LATIN_1: Final = "\u00ff"
_ENOUGH: Final = 4
_SURE: Final = 0.85
_ODD: Final = 0.5


def encoding_of_font(font: str) -> Legacy | None:
    """The encoding that a font is made for: ".VnTimeH" → TCVN3, "VNI-Times" → VNI, others None."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return Legacy.TCVN3
    return Legacy.VNI if name.startswith("vni-") else None


def converted(text: str, font: str) -> str:
    """The Unicode of text that is set in `font`; text in any other font as it is."""
    encoding = encoding_of_font(font)
    if encoding is None:
        return text
    unicode_text = decoded(text, encoding)
    capitals = encoding is Legacy.TCVN3 and font.strip().casefold().endswith("h")
    return unicode_text.upper() if capitals else unicode_text


def decoded(text: str, encoding: Legacy) -> str:
    """The Unicode (NFC) of text in an encoding; signs that the encoding does not use stay."""
    if encoding is Legacy.TCVN3:
        return "".join(map(_capitals, re.split(r"(\n)", nfc(text.translate(_TCVN3_TO)))))
    return nfc(_VNI_CODE.sub(lambda match: _VNI[match.group()], text))


def _capitals(line: str) -> str:
    """A line, or a word in it, whose plain letters are all capitals is meant to be in capitals."""
    plain = [char for char in _SYMBOL.sub("", line) if char.isascii() and char.isalpha()]
    if not any(map(str.isupper, plain)):
        return line
    if len(plain) > 1 and all(map(str.isupper, plain)):
        return line.upper()
    return _SHOUTED.sub(lambda match: match.group().upper(), line)


def encoded(text: str, encoding: Legacy) -> str:
    """Unicode text in an encoding. TCVN3 has no capitals with a tone: their small letters stand for them."""
    if encoding is Legacy.TCVN3:
        return "".join(_tcvn3_code(char) for char in nfc(text))
    return "".join(_VNI_FROM.get(char, char) for char in nfc(text))


def _tcvn3_code(char: str) -> str:
    return _TCVN3_FROM.get(char) or _TCVN3_FROM.get(char.lower(), char)


def recognised(text: str) -> Legacy | None:
    """The encoding that the text is in, by its words; None where it is Unicode or not sure.

    Words with signs that only such an encoding gives a meaning must nearly all become Vietnamese
    syllables, and must not be ones already.
    """
    composed = nfc(text)
    tokens = [token.strip("«»") for token in _TOKEN.findall(composed) if not token.isascii()]
    beyond = sum(any(char > _LATIN_1 and char.isalpha() for char in token) for token in tokens)
    if len(tokens) < _ENOUGH or beyond > len(tokens) * (1 - _SURE):
        return None
    if _share_of_syllables(tokens) > _ODD:
        return None
    shares = {e: _share_of_syllables([decoded(token, e) for token in tokens]) for e in Legacy}
    best = max(Legacy, key=lambda e: shares[e])
    return best if shares[best] >= _SURE else None


def _share_of_syllables(tokens: list[str]) -> float:
    return sum(is_syllable(token.lower()) for token in tokens) / len(tokens)


def to_unicode(text: str) -> tuple[str, str | None]:
    """The text in Unicode, and what to tell a person where it was in another encoding."""
    encoding = recognised(text)
    return (text, None) if encoding is None else (decoded(text, encoding), remark_on(encoding))


def from_bytes(data: bytes) -> tuple[str, str] | None:
    """The text of a file that is not UTF-8, and what to tell a person; None where it is in no known encoding.

    Known are TCVN3, VNI and Windows-1258.
    """
    text = data.decode("cp1252", errors="replace")
    if encoding := recognised(text):
        return decoded(text, encoding), remark_on(encoding)
    try:
        vietnamese = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    tokens = [token for token in _TOKEN.findall(vietnamese) if not token.isascii()]
    if len(tokens) < _ENOUGH or _share_of_syllables(tokens) < _SURE:
        return None
    return vietnamese, "tệp viết bằng mã Windows-1258, đã chuyển sang Unicode"


def remark_on(encoding: Legacy) -> str:
    """What to tell a person about text that was converted."""
    capitals = "; chữ hoa có dấu của mã này có thể thành chữ thường" if encoding is Legacy.TCVN3 else ""
    return f"chữ viết bằng mã cũ {encoding}, đã chuyển sang Unicode; hãy soát lại{capitals}"
