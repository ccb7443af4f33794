"""Write a changed part back so that only what was changed differs from the bytes it came from.

The tree is edited with lxml as usual. Of the bytes, everything outside the changed elements is copied as
it was: declaration, comments, quotes, order of attributes, white space.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from lxml import etree

Element = etree._Element

_TOKEN: Final = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"|<(?P<close>/?)(?P<name>[^\s/>]+)(?:\"[^\"]*\"|'[^']*'|[^>\"']++)*+>",
    re.DOTALL,
)
_QUOTE: Final = {'"': "&quot;"}
_UTF8: Final = frozenset({"UTF-8", "US-ASCII", "ASCII"})


class _Span(NamedTuple):
    """Where an element lies in the bytes; an empty tag ends where its content begins."""

    start: int
    inside: int
    inside_end: int
    end: int


class _Before(NamedTuple):
    """An element as it was when its change was announced."""

    attributes: dict[str, str]
    text: str
    children: tuple[Element, ...]


class Rewriter:
    """Bytes and tree of one part, made before the tree is changed. Elements to be changed are announced."""

    def __init__(self, data: bytes, root: Element) -> None:
        encoding = (root.getroottree().docinfo.encoding or "UTF-8").upper()
        if encoding not in _UTF8:
            data = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
        self._data = data
        self._root = root
        self._order = {element: index for index, element in enumerate(root.iter())}
        self._before: dict[Element, _Before] = {}
        self._above: set[Element] = set()
        self._spans: list[_Span] = []

    def announce(self, element: Element) -> None:
        """Allow changes of this element and of all inside it: attributes, texts, children, not tails."""
        if element in self._before:
            return
        for inner in element.iter():
            if inner not in self._before:
                attributes = {str(name): str(value) for name, value in inner.items()}
                self._before[inner] = _Before(attributes, inner.text or "", tuple(inner))
        self._above.update(element.iterancestors())

    def written(self) -> bytes:
        """The part with the changes, in UTF-8."""
        if not self._before:
            return self._data
        self._spans = _spans(self._data)
        span = self._spans[0]
        return self._data[: span.start] + self._copied(self._root) + self._data[span.end :]

    def _copied(self, element: Element) -> bytes:
        index = self._order.get(element)
        if index is None:
            return _fresh(element)
        span = self._spans[index]
        before = self._before.get(element)
        if before is None:
            if element not in self._above:
                return self._data[span.start : span.end]
            return self._with_content(element, span, tuple(element))
        attributes = {str(name): str(value) for name, value in element.items()}
        if attributes != before.attributes or (element.text or "") != before.text:
            return _fresh(element)
        return self._with_content(element, span, before.children)

    def _with_content(self, element: Element, span: _Span, children: tuple[Element, ...]) -> bytes:
        """The element with its own tags; what lay between its old children stays, even where they left."""
        gaps: dict[Element, bytes] = {}
        at = span.inside
        for child in children:
            place = self._spans[self._order[child]]
            gaps[child] = self._data[at : place.start]
            at = place.end
        parts: list[bytes] = []
        waiting = iter(children)
        for child in element:
            if child in gaps:
                parts += [gaps[old] for old in _up_to(child, waiting)]
            parts.append(self._copied(child))
        parts += [gaps[old] for old in waiting]
        inside = b"".join([*parts, self._data[at : span.inside_end]])
        opening, closing = self._data[span.start : span.inside], self._data[span.inside_end : span.end]
        if not inside:
            return opening + closing
        if not closing:
            name = opening[1:].split(maxsplit=1)[0].rstrip(b"/>")
            opening, closing = opening[:-2].rstrip() + b">", b"</" + name + b">"
        return opening + inside + closing


def _up_to(child: Element, waiting: Iterator[Element]) -> Iterator[Element]:
    for old in waiting:
        yield old
        if old is child:
            return


def _spans(data: bytes) -> list[_Span]:
    """The places of all elements in the order of their start tags; `data` is known to be well formed."""
    starts: list[int] = []
    insides: list[int] = []
    inside_ends: list[int] = []
    ends: list[int] = []
    open_ones: list[int] = []
    for token in _TOKEN.finditer(data):
        close, name = token.groups()
        if name is None:
            continue
        start, end = token.span()
        if close:
            index = open_ones.pop()
            inside_ends[index], ends[index] = start, end
            continue
        if data[end - 2 : end] != b"/>":
            open_ones.append(len(starts))
        starts.append(start)
        insides.append(end)
        inside_ends.append(end)
        ends.append(end)
    return [_Span(*place) for place in zip(starts, insides, inside_ends, ends, strict=True)]


def _fresh(element: Element) -> bytes:
    """The element newly written, without the names of namespaces that its parent declares already."""
    text = etree.tostring(element, encoding="utf-8", with_tail=False)
    parent = element.getparent()
    first = _TOKEN.match(text)
    if parent is None or first is None:
        return text
    head = first[0]
    for declaration in _declarations(tuple(parent.nsmap.items())):
        head = head.replace(declaration, b"", 1)
    return head + text[first.end() :]


@lru_cache(maxsize=64)
def _declarations(namespaces: tuple[tuple[str | None, str], ...]) -> list[bytes]:
    """How lxml writes that these prefixes stand for these namespaces."""
    names = ((f"xmlns:{prefix}" if prefix else "xmlns", uri) for prefix, uri in namespaces)
    return [f' {name}="{escape(uri, _QUOTE)}"'.encode() for name, uri in names]
