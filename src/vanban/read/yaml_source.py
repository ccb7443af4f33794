"""YAML as people write it → a tree that knows the line of every key; and back.

Dates and numbers stay text until a record asks for a date or a number. So a day that does not exist is
reported like any other fault, with its line, and a task number 2.10 without quotes does not become 2.1.
"""

import re
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.constructor import ConstructorError, DuplicateKeyError, RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.parser import ParserError
from ruamel.yaml.reader import ReaderError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString
from ruamel.yaml.scanner import ScannerError

from vanban.model.errors import SourceError

_AS_TEXT = ("timestamp", "int", "float")
_UNFOLDED = 1_000_000
_BROKEN = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff\ufffe\uffff]")
_OLD_YAML = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|~)|[\d:.,_+-]+", re.IGNORECASE)
"""Words that readers of YAML 1.1 take for truth values, times or numbers."""

_PROBLEMS: tuple[tuple[type[YAMLError], str], ...] = (
    (DuplicateKeyError, "khóa này được ghi hai lần trong cùng một nhóm"),
    (
        ScannerError,
        "chữ ở đây sai cú pháp YAML (thường do thiếu dấu cách sau “:”, thừa dấu nháy hoặc dùng tab)",
    ),
    (ParserError, "bố cục ở đây sai cú pháp YAML (thường do thụt lề lệch hoặc ngoặc chưa đóng)"),
    (ComposerError, "dấu tham chiếu (& hoặc *) không dùng được ở đây"),
    (ConstructorError, "giá trị ở đây không đọc được"),
)


class _Constructor(RoundTripConstructor):
    """The usual constructor, but dates and numbers are text."""


def _as_text(_: RoundTripConstructor, node: ScalarNode) -> str:
    return str(node.value)


for _name in _AS_TEXT:
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_name}", _as_text)


def load_yaml(text: str, where: str) -> Any:
    """The tree that `text` holds; SourceError with line and column if it is not YAML, or is empty."""
    try:
        tree = _yaml().load(text)
    except MarkedYAMLError as error:
        raise _syntax_error(error, text, where) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise SourceError(
            f"tệp không phải YAML hợp lệ{_reason(error)}",
            where=where,
            next_step="mở lại tệp và sửa cú pháp YAML",
        ) from error
    if tree is None:
        raise SourceError("tệp YAML không có khóa nào", where=where, next_step="chọn tệp có nội dung")
    return tree


def dump_yaml(tree: Any) -> str:
    """The tree as YAML: one line a string, keys in their order, text that looks like a number in quotes."""
    stream = StringIO()
    _yaml().dump(_quoted(tree), stream)
    return stream.getvalue()


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Constructor = _Constructor
    yaml.width = _UNFOLDED
    yaml.allow_unicode = True
    yaml.representer.ignore_aliases = lambda _: True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _quoted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _quoted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_quoted(item) for item in value]
    if isinstance(value, str) and _BROKEN.search(value):
        return DoubleQuotedScalarString(value)
    if isinstance(value, str) and _OLD_YAML.fullmatch(value):
        return SingleQuotedScalarString(value)
    return value


def _syntax_error(error: MarkedYAMLError, text: str, where: str) -> SourceError:
    mark = error.problem_mark or error.context_mark
    problem = next((words for kind, words in _PROBLEMS if isinstance(error, kind)), "sai cú pháp YAML")
    if mark is None:
        return SourceError(problem, where=where, next_step="mở lại tệp và sửa cú pháp YAML")
    lines = text.splitlines()
    shown = lines[mark.line].strip()[:80] if mark.line < len(lines) else "(cuối tệp)"
    return SourceError(
        f"dòng {mark.line + 1}, cột {mark.column + 1}: {problem}: “{shown}”",
        where=where,
        next_step="sửa dòng này (có khi lỗi bắt đầu từ dòng ngay trên), rồi chạy lại",
    )


def _reason(error: Exception) -> str:
    if isinstance(error, ReaderError):
        return f" (ký tự không cho phép ở vị trí {error.position})"
    return " (lồng quá nhiều tầng)" if isinstance(error, RecursionError) else ""
