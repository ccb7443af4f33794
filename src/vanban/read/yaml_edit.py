"""Edits of a YAML file that people wrote: one value, one new key, one new item of a list.

Only the words of that value change; comments, order, quotes and blank lines of all the rest stay byte for
byte. Edits are gathered and done together, so that the places of one do not move under another.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from yaml import CBaseLoader, MappingNode, Node, ScalarNode, SequenceNode, compose

from vanban.model.errors import SourceError
from vanban.read.yaml_source import load_yaml
from vanban.read.yaml_writer import double_quoted, dump_yaml, scalar
from vanban.yaml_tree import with_usual_breaks

Path = Sequence[str | int]
_BLOCKS = ("|", ">")


class YamlEditor:
    """A YAML text with the edits asked of it so far."""

    def __init__(self, text: str, where: str) -> None:
        """Raises SourceError if `text` is not YAML, or is empty; `where` names the file in messages."""
        load_yaml(text, where)  # tells faults with their lines
        self._mark = "\ufeff" if text.startswith("\ufeff") else ""  # libyaml does not count it
        self._text, self._where = text.removeprefix(self._mark), where
        self._root: Any = compose(with_usual_breaks(self._text), Loader=CBaseLoader)
        self._edits: list[tuple[int, int, str]] = []

    @property
    def text(self) -> str:
        """The text with all edits done."""
        parts = [self._mark]
        done = 0
        for start, end, new in sorted(dict.fromkeys(self._edits), key=lambda edit: edit[:2]):
            parts += (self._text[done:start], new)
            done = end
        return "".join((*parts, self._text[done:]))

    def set(self, path: Path, value: str) -> None:
        """Another value at the end of `path`; a key that is not there is added to its group.

        Raises SourceError if the way leads nowhere: the file is not the plan that was read from it.
        """
        node = self._find(path)
        if isinstance(node, ScalarNode):
            self._replace(node, value, flow=self._in_flow(path))
            return
        group = self._find(path[:-1])
        if node is not None or not isinstance(group, MappingNode) or not group.value:
            raise SourceError(
                f"không tìm thấy khóa {'.'.join(map(str, path))} để sửa",
                where=self._where,
                next_step="đọc lại tệp rồi chạy lại",
            )
        self._add_key(group, str(path[-1]), value)

    def append(self, key: str, item: Mapping[str, str]) -> None:
        """A new group of keys at the end of the list `key` of the whole file, which is made if need be."""
        held = self._find((key,))
        if held is None:
            gap = "" if self._text.endswith("\n") else "\n"
            self._edits.append((len(self._text), len(self._text), f"{gap}{key}:\n{_item(item, 2)}"))
        elif isinstance(held, SequenceNode) and held.value and not held.flow_style:
            last = held.value[-1].start_mark
            line = self._text[self._line_start(last.index) : last.index]
            self._insert_after(held.value[-1], _item(item, line.index("-")))
        else:
            name = next(pair[0] for pair in self._root.value if pair[0].value == key)
            whole = dump_yaml({key: [*_plain(load_yaml(self._text, self._where)[key]), dict(item)]})
            self._edits.append((int(name.start_mark.index), self._line_end(self._end_of(held)), whole))

    def _find(self, path: Path) -> Node | None:
        node: Node | None = self._root
        for step in path:
            node = _child(node, step)
        return node

    def _in_flow(self, path: Path) -> bool:
        return any(
            bool(getattr(self._find(path[:length]), "flow_style", False)) for length in range(len(path))
        )

    def _replace(self, node: ScalarNode, value: str, *, flow: bool) -> None:
        start, end = node.start_mark.index, self._end_of(node)
        words = double_quoted(value) if flow else scalar(value)
        if start == end:  # nothing is written: its mark stands behind the sign before it
            before = self._text[self._line_start(start) : start]
            colon = "" if before.rstrip().endswith((":", "-")) else ":"
            words = f"{colon}{'' if before.endswith(' ') else ' '}{words}"
        self._edits.append((start, end, words))

    def _add_key(self, group: MappingNode, key: str, value: str) -> None:
        first_key, first = group.value[0]
        if group.flow_style:
            at = first.end_mark.index
            self._edits.append((at, at, f", {key}: {double_quoted(value)}"))
            return
        margin = first_key.start_mark.column
        self._insert_after(first, f"{' ' * margin}{key}: {scalar(value)}\n")

    def _insert_after(self, node: Node, lines: str) -> None:
        """Whole lines below the last line of a node."""
        end = self._end_of(node)
        at = self._line_end(end)
        gap = "" if self._text[:at].endswith("\n") else "\n"
        self._edits.append((at, at, gap + lines))

    def _end_of(self, node: Node) -> int:
        """Where the words of a node end; the mark of a block itself stands where the next thing begins.

        That of a text in lines of its own (| or >) stands there too, behind empty lines and comments.
        """
        while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if isinstance(node, ScalarNode) and node.style in _BLOCKS:
            return start + len(self._text[start:end].rstrip())
        return end

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        found = self._text.find("\n", at)
        return len(self._text) if found < 0 else found + 1


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: Node = node.value[step]
        return found
    return None


def _item(item: Mapping[str, str], margin: int) -> str:
    """The lines of an item of a list whose dash stands after `margin` spaces."""
    lines = dump_yaml(dict(item)).splitlines()
    heads = ["- ", *["  "] * (len(lines) - 1)]
    return "".join(f"{' ' * margin}{head}{line}\n" for head, line in zip(heads, lines, strict=True))


def _plain(items: Any) -> list[dict[str, str]]:
    return [{str(key): str(value) for key, value in item.items()} for item in items or []]
