"""The levels of a text that others made, told by the number at the beginning of each paragraph."""

import re
from collections.abc import Sequence
from typing import Final

from vanban.check.form.foreign.head import Found
from vanban.check.form.foreign.lines import Line
from vanban.viet.numbering import roman_value

_PART = re.compile(r"(?:phần|chương)(?: thứ)? +(?P<n>[IVXLC]+|\d+|[^\W\d_]+)[ .:]*", re.IGNORECASE)
_SECTION = re.compile(r"mục +(?P<n>\d+|[IVXLC]+)[ .:]*", re.IGNORECASE)
_SUBSECTION = re.compile(r"tiểu mục +(?P<n>\d+)[ .:]*", re.IGNORECASE)
_ARTICLE = re.compile(r"điều +(?P<n>\d+)\s*[.:]", re.IGNORECASE)
_ROMAN = re.compile(r"(?P<n>[IVXLC]+)\s*[.\-–/)]\s*(?=\S)")
_CHAPTER_LETTER = re.compile(r"[A-HĐ]\s*[.\-)]\s")
_PATH = re.compile(r"\d+(?:\.\d+)+\.?\s")
_DECIMAL = re.compile(r"(?P<n>\d{1,2})\.\s*(?=\D)")
_LETTER = re.compile(r"[a-zđ]\)\s*")
_DASH = re.compile(r"[-–—•*]\s*(?=\S)")
_PLUS: Final = "+"
_LONGEST_HEADING: Final = 300
_OF_CONTENTS: Final = re.compile(r"(?:\t|\.{4,}|…{2,})\s*\d{1,3}\s*$")
"""An entry of a table of contents: a heading, dots, and its page."""
_LONGEST_QUOTATION: Final = 40
"""Lines: a quotation that is not closed by then was never closed, or never one."""


def read_body(lines: Sequence[Line]) -> Found:
    """Every paragraph of the text by its level; what stands in tables is left out."""
    found: Found = {}
    after_part: str | None = None
    quoted = _quoted(lines)
    for line in lines:
        if line.index in quoted or not line.has_words or line.paragraph.cell is not None or not line.says:
            continue
        if line.text[-1].isdigit() and _OF_CONTENTS.search(line.paragraph.text):
            continue
        if after_part is not None and line.centered and line.upper:
            found.setdefault(after_part, []).append(line)
            continue
        code = _code(line)
        after_part = {"phan": "tieu_de_phan", "muc": "tieu_de_muc", "tieu_muc": "tieu_de_tieu_muc"}.get(code)
        found.setdefault(code, []).append(line)
    return found


def _quoted(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that go on with a quotation opened above them: the text of another document."""
    found: set[int] = set()
    for position, line in enumerate(lines):
        if line.index not in found and (marks := _opened(line.paragraph.text)):
            ahead = lines[position + 1 : position + 1 + _LONGEST_QUOTATION]
            for count, later in enumerate(ahead, start=1):
                text = later.paragraph.text
                if text.rstrip(" .;,").endswith(marks[1]) or text.count(marks[1]) > text.count(marks[0]):
                    found.update(each.index for each in ahead[:count])
                    break
    return frozenset(found)


def _opened(text: str) -> tuple[str, str] | None:
    """The quotation marks of a quotation that is open at the end of a paragraph."""
    if text.count("“") > text.count("”"):
        return "“", "”"
    return ('"', '"') if text.lstrip().startswith('"') and text.count('"') % 2 else None


def _code(line: Line) -> str:
    label = line.paragraph.label.strip()
    text = f"{label} {line.text}" if label else line.text
    first = text[0]
    if first in "PpCcMmTtĐđ" and (code := _worded(line, text)):
        return code
    if first in "IVXLC" and (code := _roman(line, text)):
        return code
    if first.isdigit():
        return _numbered(line, text)
    if _LETTER.match(text):
        return "diem"
    if first == _PLUS:
        return "dau_cong"
    if _DASH.match(text):
        return "gach_dau_dong"
    return "muc_khac" if _CHAPTER_LETTER.match(text) and (line.bold or line.upper) else _plain(line)


def _worded(line: Line, text: str) -> str | None:
    """Levels that say their name: "Chương I", "Mục 1", "Điều 1."."""
    if _ARTICLE.match(text):
        return "dieu"
    for code, form in (("phan", _PART), ("tieu_muc", _SUBSECTION), ("muc", _SECTION)):
        if (found := form.fullmatch(text)) and (line.centered or line.bold):
            return code if found["n"] else None
    return None


def _roman(line: Line, text: str) -> str | None:
    found = _ROMAN.match(text)
    if found is None or roman_value(found["n"]) is None or len(text) > _LONGEST_HEADING:
        return None
    rest = text[found.end() :]
    return "muc_la_ma" if line.bold or rest.isupper() else None


def _numbered(line: Line, text: str) -> str:
    if _PATH.match(text):
        return "khoan_con"
    found = _DECIMAL.match(text)
    if found is None:
        return _plain(line)
    titled = line.bold and len(text) <= _LONGEST_HEADING and not text.rstrip().endswith((";", "./."))
    return "khoan_co_tieu_de" if titled else "khoan"


def _plain(line: Line) -> str:
    """Running text; a line in the middle, in bold or in capitals is one that the decree does not name."""
    if line.paragraph.align == "center" or line.bold or line.italic or line.upper:
        return "dong_khac"
    return "noi_dung"
