"""What is wrong with the YAML of a file, in words that its writer can act on, with line and column."""

import re
from typing import Any

from yaml import MarkedYAMLError
from yaml.parser import ParserError

from vanban.model.errors import SourceError

Place = tuple[int, int]
"""Line and column, from 1."""

MAX_DEPTH = 100
"""So many groups and lists may stand within each other."""
NESTED = "lồng quá nhiều tầng"

_SYNTAX = "chữ ở đây sai cú pháp YAML (thường do thiếu dấu cách sau “:”, thừa dấu nháy hoặc dùng tab)"
_LAYOUT = "bố cục ở đây sai cú pháp YAML (thường do thụt lề lệch hoặc ngoặc chưa đóng)"
_OPEN = "dấu nháy hoặc ngoặc mở ở đây không được đóng lại"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_OPENERS = ('"', "'", "[", "{")
_LINE_END = re.compile("\r\n|\r|\n")


class YamlFaultError(Exception):
    """A fault that the tree finds, not libyaml: words and place; never seen by people as such."""

    def __init__(self, words: str, place: Place) -> None:
        super().__init__(words)
        self.words, self.place = words, place


def told(error: Exception, text: str, where: str) -> SourceError:
    """The error for people, whoever found it: the tree, or libyaml (syntax, forbidden characters)."""
    words, place = _fault(error, text)
    lines = _LINE_END.split(text)
    shown = lines[place[0] - 1].strip()[:80] if place[0] <= len(lines) else ""
    return SourceError(
        f"dòng {place[0]}, cột {place[1]}: {words}: “{shown or '(cuối tệp)'}”",
        where=where,
        next_step="sửa dòng này (có khi lỗi bắt đầu từ dòng ngay trên), rồi chạy lại",
    )


def _fault(error: Exception, text: str) -> tuple[str, Place]:
    if isinstance(error, YamlFaultError):
        return error.words, error.place
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        words = _LAYOUT if isinstance(error, ParserError) else _SYNTAX
        return _syntax_fault(words, error.problem_mark, error.context_mark, text)
    found = _FORBIDDEN.search(text)
    if found is None:
        return _SYNTAX, (1, 1)
    lines = _LINE_END.split(text[: found.start()])
    return f"ký tự không cho phép (U+{ord(found.group()):04X})", (len(lines), len(lines[-1]) + 1)


def _syntax_fault(words: str, mark: Any, begin: Any, text: str) -> tuple[str, Place]:
    """What libyaml found; what is left open until the end of the file is told where it opens."""
    if _open_brackets(text[: mark.index]) > MAX_DEPTH:
        words = NESTED
    elif begin is not None and mark.index >= len(text.rstrip()) and text.startswith(_OPENERS, begin.index):
        words, mark = _OPEN, begin
    return words, (mark.line + 1, mark.column + 1)


def _open_brackets(text: str) -> int:
    return text.count("[") + text.count("{") - text.count("]") - text.count("}")
