"""YAML as people write it → a tree of plain values that knows the line and column of every key.

libyaml scans the text; the tree is built from its events here, because only so are the rules ours: words
mean what YAML 1.2 says ("no" and "on" are words), dates stay text, a key stands once in a group, and a
hostile file (nested without end, or growing by references to references) is refused before it takes memory.
"""

import re
from typing import Any

import yaml
from yaml.parser import ParserError
from yaml.reader import ReaderError

from vanban.model.errors import SourceError

Place = tuple[int, int]
"""Line and column, from 1."""

MAX_DEPTH = 100
MAX_BORROWED = 100_000
"""So many values may come from references (*) in one file."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|\r|\n")
_STANDARD = "tag:yaml.org,2002:"
_TYPES = frozenset(f"{_STANDARD}{name}" for name in ("bool", "int", "float", "null", "timestamp"))
_MERGE = "\x00<<"
"""Stands for the key "<<", which lays other groups under a group; no file can hold this key."""

_SYNTAX = "chữ ở đây sai cú pháp YAML (thường do thiếu dấu cách sau “:”, thừa dấu nháy hoặc dùng tab)"
_LAYOUT = "bố cục ở đây sai cú pháp YAML (thường do thụt lề lệch hoặc ngoặc chưa đóng)"
_NESTED = "lồng quá nhiều tầng"
_FIX_LINE = "sửa dòng này (có khi lỗi bắt đầu từ dòng ngay trên), rồi chạy lại"


class Group(dict[str, Any]):
    """A group of keys, with where it begins and where each of its keys stands."""

    __slots__ = ("place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}


class Items(list[Any]):
    """A list, with where it begins and where each of its items stands."""

    __slots__ = ("place", "places")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []


class _FaultError(Exception):
    def __init__(self, words: str, place: Place) -> None:
        super().__init__(words)
        self.words, self.place = words, place


def read_tree(text: str, where: str, *, numbers: bool = False) -> Any:
    """What `text` holds: groups, lists, words, truth values and None; None for an empty text.

    With `numbers`, what is written as a number without quotes is one; else it stays text. `where` names the
    file in messages. Raises SourceError with line and column where the text is not YAML.
    """
    text = with_usual_breaks(text)
    try:
        return _Builder(numbers).tree(yaml.CBaseLoader(text))
    except _FaultError as fault:
        raise _error(fault.words, fault.place, text, where) from fault
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = _LAYOUT if isinstance(error, ParserError) else _SYNTAX
        words = _NESTED if mark and _open_brackets(text[: mark.index]) > MAX_DEPTH else words
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise _error(words, place, text, where) from error
    except (ReaderError, UnicodeEncodeError) as error:
        found = _FORBIDDEN.search(text)
        lines = _LINE_END.split(text[: found.start()]) if found else [""]
        code = f" (U+{ord(found.group()):04X})" if found else ""
        place = (len(lines), len(lines[-1]) + 1)
        raise _error(f"ký tự không cho phép{code}", place, text, where) from error


def with_usual_breaks(text: str) -> str:
    """The text with blanks for breaks that YAML 1.2 takes for characters within a line; its length stays."""
    return text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")


def position(tree: Any, loc: tuple[int | str, ...]) -> Place | None:
    """Line and column of the innermost key of `loc` that stands in the file."""
    node = tree
    found = node.place if isinstance(node, (Group, Items)) else None
    for step in loc:
        if isinstance(node, Group) and step in node:
            found = node.places[str(step)]
            node = node[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            found = node.places[step]
            node = node[step]
        else:
            break
    return found


class _Frame:
    """A group or a list that is still open."""

    __slots__ = ("anchor", "before", "holder", "key", "merged", "place")

    def __init__(self, holder: Group | Items, anchor: str | None, before: int) -> None:
        self.holder = holder
        self.anchor = anchor
        self.before = before  # so many values stood before it
        self.key: str | None = None  # waits for its value; _MERGE where groups are to be laid under this one
        self.place = holder.place
        self.merged: list[tuple[Any, Place]] = []


class _Builder:
    """The tree so far: what is open, and what a reference may name."""

    def __init__(self, numbers: bool) -> None:
        self._numbers = numbers
        self._root = Items((1, 1))
        self._frame = _Frame(self._root, None, 0)
        self._outer: list[_Frame] = []
        self._named: dict[str, tuple[Any, int] | None] = {}
        self._count = self._borrowed = 0

    def tree(self, parser: yaml.CBaseLoader) -> Any:
        """All that the parser tells, as one value."""
        while True:
            event: Any = parser.get_event()
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._start(Group(_place(event)), event)
            elif kind is yaml.SequenceStartEvent:
                self._start(Items(_place(event)), event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end()
            elif kind is yaml.AliasEvent:
                self._borrow(event)
            elif kind is yaml.DocumentStartEvent and self._root:
                raise _FaultError("tệp chỉ được có một phần; bỏ dòng “---” này", _place(event))
            elif kind is yaml.StreamEndEvent:
                return self._root[0] if self._root else None

    def _scalar(self, event: Any) -> None:
        words: str = event.value
        plain = not event.style if event.tag is None else _is_as_written(event)
        frame = self._frame
        if frame.key is None and frame.holder.__class__ is Group:
            self._key(_MERGE if plain and words == "<<" else words, event)
            return
        self._count += 1
        value = self._meaning(words) if plain else words
        if event.anchor is not None:
            self._name(event)
            self._named[event.anchor] = (value, 1)
        self._put(value, _place(event))

    def _key(self, words: str, event: Any) -> None:
        frame = self._frame
        frame.key, frame.place = words, _place(event)
        if words in frame.holder:
            raise _FaultError("khóa này được ghi hai lần trong cùng một nhóm", frame.place)

    def _meaning(self, words: str) -> Any:
        if words in _WORDS:
            return _WORDS[words]
        if self._numbers and _INTEGER.fullmatch(words):
            return int(words)
        if self._numbers and _FLOAT.fullmatch(words):
            return float(words)
        return words

    def _put(self, value: Any, place: Place) -> None:
        """A value in its place: at the key that waits for it, or at the end of a list."""
        frame = self._frame
        holder = frame.holder
        if isinstance(holder, Items):
            holder.append(value)
            holder.places.append(place)
        elif frame.key is None:
            raise _FaultError("tên khóa phải là chữ", place)
        elif frame.key is _MERGE:
            frame.merged.append((value, place))
            frame.key = None
        else:
            holder[frame.key] = value
            holder.places[frame.key] = frame.place
            frame.key = None

    def _start(self, holder: Group | Items, event: Any) -> None:
        own = f"{_STANDARD}{'map' if isinstance(holder, Group) else 'seq'}"
        if event.tag is not None and event.tag not in ("!", own):
            raise _FaultError(f"kiểu dữ liệu {_shown(event.tag)} không dùng được ở đây", holder.place)
        if len(self._outer) >= MAX_DEPTH:
            raise _FaultError(_NESTED, holder.place)
        if event.anchor is not None:
            self._name(event)
        self._count += 1
        self._put(holder, holder.place)
        self._outer.append(self._frame)
        self._frame = _Frame(holder, event.anchor, self._count - 1)

    def _end(self) -> None:
        done = self._frame
        self._frame = self._outer.pop()
        for value, place in done.merged:
            for group in _groups(value, place):
                _lay_under(done.holder, group)
        if done.anchor is not None:
            self._named[done.anchor] = (done.holder, self._count - done.before)

    def _name(self, event: Any) -> None:
        """Takes the name (&) of a value, which may be used (*) once the value is complete."""
        if event.anchor in self._named:
            raise _FaultError(f"tên “&{event.anchor}” đã dùng ở trên", _place(event))
        self._named[event.anchor] = None

    def _borrow(self, event: Any) -> None:
        place = _place(event)
        if event.anchor not in self._named:
            raise _FaultError(f"“*{event.anchor}” nhắc tới tên chưa có “&{event.anchor}” ở trên", place)
        found = self._named[event.anchor]
        if found is None:
            raise _FaultError(f"“*{event.anchor}” nhắc vòng vào chính nó", place)
        value, size = found
        self._count += size
        self._borrowed += size
        if self._borrowed > MAX_BORROWED:
            raise _FaultError("nhắc lại (*) quá nhiều lần", place)
        self._put(value, place)


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _is_as_written(event: Any) -> bool:
    """True if a value with a tag (!) means what its words mean, False if it is text."""
    if event.tag in ("!", f"{_STANDARD}str"):
        return False
    if event.tag not in _TYPES:
        raise _FaultError(f"kiểu dữ liệu {_shown(event.tag)} không dùng được ở đây", _place(event))
    return not event.style


def _open_brackets(text: str) -> int:
    return text.count("[") + text.count("{") - text.count("]") - text.count("}")


def _shown(tag: str) -> str:
    """The tag as people write it."""
    return f"!!{tag.removeprefix(_STANDARD)}" if tag.startswith(_STANDARD) else tag


def _lay_under(holder: Any, group: Group) -> None:
    for key in group:
        if key not in holder:
            holder[key], holder.places[key] = group[key], group.places[key]


def _groups(value: Any, place: Place) -> list[Group]:
    groups = value if isinstance(value, Items) else [value]
    if not all(isinstance(group, Group) for group in groups):
        raise _FaultError("sau “<<” phải là một nhóm khóa", place)
    return groups


def _error(words: str, place: Place, text: str, where: str) -> SourceError:
    lines = _LINE_END.split(text)
    shown = lines[place[0] - 1].strip()[:80] if place[0] <= len(lines) else ""
    return SourceError(
        f"dòng {place[0]}, cột {place[1]}: {words}: “{shown or '(cuối tệp)'}”",
        where=where,
        next_step=_FIX_LINE,
    )
