"""Plain values → YAML that people read and edit: groups and lists in block form, one line a string.

Whatever the text, it comes back the same. It stands without quotes where every reader of YAML, also one of
the old version 1.1, takes it for that text; in double quotes where it holds a character that does not show.
"""

import re
from datetime import date
from typing import Any

_BROKEN = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that do not show, or that end a line."""
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_ESCAPES = {
    '"': '\\"', "\\": "\\\\", "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v",
    "\f": "\\f", "\r": "\\r", "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_INDICATORS = frozenset(" #,[]{}&*!|>'\"%@`")
"""A text that begins with one of these says something else in YAML."""
_NOT_A_TEXT = re.compile(
    r"""(?i:y|n|yes|no|on|off|true|false|null|~)    # truth values of old and new YAML
    |[\d:.,_+-]+                                    # numbers, days, times
    |[-+]?0(?:b[01_]+|o[0-7_]+|x[0-9a-fA-F_]+)
    |[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9_]+)[eE][-+]?[0-9]+
    |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)
    |[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|\ +)[0-9:.]+\ *(?:Z|[-+][0-9:]+)?
    |=|<<|[-?:](?:\ .*)?|(?:---|\.\.\.).*           # signs of YAML itself
    """,
    re.VERBOSE,
)
_INDENT = "  "


def dump_yaml(tree: Any) -> str:
    """The tree as YAML, keys in their order; its values are text, numbers, days, truth values, None."""
    out: list[str] = []
    if isinstance(tree, dict) and tree:
        _group(out, tree, "", "")
    elif isinstance(tree, list) and tree:
        _items(out, tree, "", "")
    else:
        out.append(f"{scalar(tree)}\n")
    return "".join(out)


def scalar(value: Any) -> str:
    """A value without parts on one line; groups and lists only where they are empty.

    A lone surrogate, which no file can hold, becomes U+FFFD.
    """
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | date):
        return str(value)
    return "{}" if isinstance(value, dict) else "[]"


def double_quoted(text: str) -> str:
    """The text in double quotes, for places where a comma or a bracket would end it."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _group(out: list[str], group: dict[str, Any], first: str, rest: str) -> None:
    """The lines of a group; `first` stands before its first key, `rest` before all others."""
    lead = first
    for key, value in group.items():
        head = f"{lead}{scalar(key)}:"
        lead = rest
        inner = rest + _INDENT
        if value and isinstance(value, dict):
            out.append(f"{head}\n")
            _group(out, value, inner, inner)
        elif value and isinstance(value, list):
            out.append(f"{head}\n")
            _items(out, value, inner, inner)
        else:
            out.append(f"{head} {scalar(value)}\n")


def _items(out: list[str], items: list[Any], first: str, rest: str) -> None:
    """The lines of a list; `first` stands before its first dash, `rest` before all others."""
    lead = first
    for item in items:
        if item and isinstance(item, dict):
            _group(out, item, f"{lead}- ", rest + _INDENT)
        elif item and isinstance(item, list):
            _items(out, item, f"{lead}- ", rest + _INDENT)
        else:
            out.append(f"{lead}- {scalar(item)}\n")
        lead = rest


def _text(text: str) -> str:
    if not text:
        return "''"
    if not text.isprintable() and _BROKEN.search(text):
        return double_quoted(text)
    if _is_plain(text):
        return text
    return double_quoted(text) if "'" in text else f"'{text}'"


def _is_plain(text: str) -> bool:
    """True if the text needs no quotes, as the value of a key or an item of a list in block form."""
    if text[0] in _INDICATORS or text[-1] in " :" or ": " in text or " #" in text:
        return False
    return not _NOT_A_TEXT.fullmatch(text)


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        char, code = "\ufffd", 0xFFFD
    return _ESCAPES.get(char) or (f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}")
