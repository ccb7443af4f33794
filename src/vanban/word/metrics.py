"""How wide words are in Times New Roman, without the font: width, line breaks, even lines.

The widths come from `advance_widths.json`, measured by `tools/advance_widths.py` on Liberation Serif,
which has the advance widths of Times New Roman. Kerning is left out, as Word leaves it out by default.
"""

import json
import re
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import Final, NamedTuple

_MM_PER_PT: Final = 25.4 / 72
_TAB_PT: Final = 36.0
"""The default distance of Word's tab stops."""
_TOLERANCE_MM: Final = 1e-6
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cn"})
_PIECE: Final = re.compile(r"[-–—]*[^ \-–—]+[-–—]* *|[-–—]+ *| +")
"""What stays together on a line: up to a space, or up to and with a hyphen or dash inside a word."""


class _Face(NamedTuple):
    advance: dict[str, float]
    """Width of a character as a share of the size."""
    unknown: float


def text_width_mm(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Width of `text` on one line, in mm; composed and decomposed spellings are equally wide.

    Marks, control characters and noncharacters have no width. A tab counts 12.7 mm. A character
    that the table does not know counts as "n", or as a full em if it is a wide (East Asian) one.
    """
    face = _face(bold, italic)
    composed = unicodedata.normalize("NFC", text)
    tabs = composed.count("\t")
    ems = sum(_advance(face, char) for char in composed)
    return (ems * size_pt + tabs * _TAB_PT) * _MM_PER_PT


def wrap(
    text: str, width_mm: float, size_pt: float, *, bold: bool = False, italic: bool = False
) -> list[str]:
    r"""The lines of `text` in a column of `width_mm`, broken as Word does: as much as fits on each.

    Lines break at spaces (never at no-break spaces) and after hyphens and dashes; spaces at a break are
    dropped; "\n" always breaks. A word wider than the column is cut where it must be. The result is in
    NFC and has at least one line.
    """
    lines: list[str] = []
    for part in unicodedata.normalize("NFC", text).split("\n"):
        pieces, widths = _pieces(part, width_mm, size_pt, bold=bold, italic=italic)
        line, used = "", 0.0
        for piece, width in zip(pieces, widths, strict=True):
            space = _trailing_space(piece, size_pt, bold=bold, italic=italic)
            if line and used + width - space > width_mm + _TOLERANCE_MM:
                lines.append(line.rstrip(" "))
                line, used = "", 0.0
            line, used = line + piece, used + width
        lines.append(line.rstrip(" "))
    return lines


def balanced(text: str, width_mm: float, size_pt: float, *, bold: bool = False) -> list[str]:
    r"""The fewest lines that fit in `width_mm`, and of those the most even ones.

    "Even" means the least sum of squares of the empty ends. "\n" breaks as in `wrap`, and the lines
    between two such breaks are evened by themselves.
    """
    return [
        line
        for part in unicodedata.normalize("NFC", text).split("\n")
        for line in _even(part, width_mm, size_pt, bold=bold)
    ]


def _even(text: str, width_mm: float, size_pt: float, *, bold: bool) -> list[str]:
    count = len(wrap(text, width_mm, size_pt, bold=bold))
    pieces, widths = _pieces(text, width_mm, size_pt, bold=bold, italic=False)
    if count == 1 or not pieces:
        return [text.rstrip(" ")]
    spaces = [_trailing_space(piece, size_pt, bold=bold, italic=False) for piece in pieces]
    # best[i]: least cost of setting the first i pieces in the lines so far, and the breaks that give it
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            used = 0.0
            for end in range(start + 1, len(pieces) + 1):
                used += widths[end - 1]
                slack = width_mm - (used - spaces[end - 1])
                if slack < -_TOLERANCE_MM and end > start + 1:
                    break
                candidate = (cost + slack * slack, (*breaks, end))
                if end not in following or candidate < following[end]:
                    following[end] = candidate
        best = following
    ends = best[len(pieces)][1]
    return ["".join(pieces[a:b]).rstrip(" ") for a, b in zip((0, *ends), ends, strict=False)]


def _pieces(
    text: str, width_mm: float, size_pt: float, *, bold: bool, italic: bool
) -> tuple[list[str], list[float]]:
    """What may not be broken, in order, with widths that include trailing spaces."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        word = piece.rstrip(" ")
        if text_width_mm(word, size_pt, bold=bold, italic=italic) > width_mm + _TOLERANCE_MM:
            pieces.extend(_cut(piece, width_mm, size_pt, bold=bold, italic=italic))
        else:
            pieces.append(piece)
    return pieces, [text_width_mm(piece, size_pt, bold=bold, italic=italic) for piece in pieces]


def _cut(word: str, width_mm: float, size_pt: float, *, bold: bool, italic: bool) -> list[str]:
    """A word cut into parts that fit; a character wider than the column stands alone."""
    parts = [""]
    for char in word:
        grown = text_width_mm((parts[-1] + char).rstrip(" "), size_pt, bold=bold, italic=italic)
        if parts[-1] and grown > width_mm + _TOLERANCE_MM:
            parts.append("")
        parts[-1] += char
    return parts


def _trailing_space(piece: str, size_pt: float, *, bold: bool, italic: bool) -> float:
    return text_width_mm(piece[len(piece.rstrip(" ")) :], size_pt, bold=bold, italic=italic)


def _advance(face: _Face, char: str) -> float:
    known = face.advance.get(char)
    if known is not None:
        return known
    if unicodedata.category(char) in _NO_WIDTH:
        return 0.0
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else face.unknown


@lru_cache(maxsize=4)
def _face(bold: bool, italic: bool) -> _Face:
    table = json.loads(resources.files("vanban.word").joinpath("advance_widths.json").read_text("utf-8"))
    name = {(False, False): "regular", (True, False): "bold", (False, True): "italic"}.get(
        (bold, italic), "bold_italic"
    )
    chars = [chr(p) for first, last in table["code_points"] for p in range(first, last + 1)]
    advance = {
        char: 0.0 if unicodedata.category(char) in _NO_WIDTH else units / table["units_per_em"]
        for char, units in zip(chars, table[name], strict=True)
    }
    advance["\u2011"] = advance["-"]  # the no-break hyphen prints as a hyphen; the font has none
    return _Face(advance, advance["n"])
