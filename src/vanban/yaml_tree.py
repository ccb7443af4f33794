"""YAML as people write it → a tree of plain values that knows the line and column of every key.

libyaml scans the text; the tree is built from its events here, because only so are the rules ours: words
mean what YAML 1.2 says ("no" and "on" are words), dates stay text, a key stands once in a group, and a
hostile file (nested without end, or growing by references to references) is refused before it takes memory.
"""

import re
from typing import Any

import yaml

from vanban.yaml_faults import MAX_DEPTH, NESTED, Place, YamlFaultError, told

MAX_BORROWED = 100_000
"""So many values may come from references (*) in one file."""
MAX_VALUES = 2_000_000
"""So many values may stand in one file; a plan of 1,000 tasks has some 110,000."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_STANDARD = "tag:yaml.org,2002:"
_TYPES = frozenset(f"{_STANDARD}{name}" for name in ("bool", "int", "float", "null", "timestamp"))
_MERGE = "\x00<<"
"""The key "<<" that lays other groups under a group; told from the words of a file by identity."""


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


def read_tree(text: str, where: str, *, numbers: bool = False) -> Any:
    """What `text` holds: groups, lists, words, truth values and None; None for an empty text.

    With `numbers`, what is written as a number without quotes is one; else it stays text. `where` names the
    file in messages. Raises SourceError with line and column where the text is not YAML.
    """
    text = with_usual_breaks(text)
    try:
        return _Builder(numbers).tree(yaml.CBaseLoader(text))
    except (YamlFaultError, yaml.YAMLError, UnicodeEncodeError) as error:
        raise told(error, text, where) from error


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
                raise YamlFaultError("tệp chỉ được có một phần; bỏ dòng “---” này", _place(event))
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
            raise YamlFaultError("khóa này được ghi hai lần trong cùng một nhóm", frame.place)

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
        if self._count > MAX_VALUES:
            raise YamlFaultError(f"tệp có quá nhiều giá trị (trên {MAX_VALUES})", place)
        if isinstance(holder, Items):
            holder.append(value)
            holder.places.append(place)
        elif frame.key is None:
            raise YamlFaultError("tên khóa phải là chữ", place)
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
            raise YamlFaultError(f"kiểu dữ liệu {_shown(event.tag)} không dùng được ở đây", holder.place)
        if len(self._outer) >= MAX_DEPTH:
            raise YamlFaultError(NESTED, holder.place)
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
            raise YamlFaultError(f"tên “&{event.anchor}” đã dùng ở trên", _place(event))
        self._named[event.anchor] = None

    def _borrow(self, event: Any) -> None:
        place = _place(event)
        if event.anchor not in self._named:
            raise YamlFaultError(f"“*{event.anchor}” nhắc tới tên chưa có “&{event.anchor}” ở trên", place)
        found = self._named[event.anchor]
        if found is None:
            raise YamlFaultError(f"“*{event.anchor}” nhắc vòng vào chính nó", place)
        value, size = found
        self._count += size
        self._borrowed += size
        if self._borrowed > MAX_BORROWED:
            raise YamlFaultError("nhắc lại (*) quá nhiều lần", place)
        self._put(value, place)


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _is_as_written(event: Any) -> bool:
    """True if a value with a tag (!) means what its words mean, False if it is text."""
    if event.tag in ("!", f"{_STANDARD}str"):
        return False
    if event.tag not in _TYPES:
        raise YamlFaultError(f"kiểu dữ liệu {_shown(event.tag)} không dùng được ở đây", _place(event))
    return not event.style


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
        raise YamlFaultError("sau “<<” phải là một nhóm khóa", place)
    return groups
