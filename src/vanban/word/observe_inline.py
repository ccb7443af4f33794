"""What stands inside a paragraph: text in its looks, fields, footnote marks, drawings.

Tracked changes are read as accepted, hidden text is left out, content controls and links are
transparent. Of a field the code is noted and the result is text.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from vanban.model.sheet import Span
from vanban.word.observe_drawings import ALTERNATES, Drawn, chosen, read_drawing
from vanban.word.observe_properties import Element, attr, whole
from vanban.word.observe_styles import Look
from vanban.word.ooxml import XML_SPACE, w

_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUNS: Final = frozenset({w("r"), f"{_M}r"})
_TEXTS: Final = frozenset({w("t"), f"{_M}t"})
_DROPPED: Final = frozenset(
    w(name)
    for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt")
)
_SIGNS: Final = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): "?"}
_DRAWINGS: Final = frozenset({w("drawing"), w("pict"), w("object")})


@dataclass(slots=True)
class FieldState:
    """The fields that are open, innermost last: True while the code is read, False in the result."""

    codes: list[str] = field(default_factory=list)
    in_code: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class Inline:
    """The content of one paragraph."""

    pieces: list[tuple[str, Look, Element]] = field(default_factory=list)
    """Text as shown, its look, and the element that it stands in."""
    fields: list[str] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    endnotes: list[int] = field(default_factory=list)
    drawn: Drawn = field(default_factory=Drawn)

    def spans(self) -> tuple[Span, ...]:
        """The text in stretches of one look, in NFC; neighbours of one look are one stretch."""
        spans: list[Span] = []
        texts: list[tuple[Look, list[str]]] = []
        for text, look, _ in self.pieces:
            if not text:
                continue
            if not texts or texts[-1][0] != look:
                texts.append((look, []))
            texts[-1][1].append(text)
        for look, parts in texts:
            text = unicodedata.normalize("NFC", "".join(parts))
            spans.extend(_span(part, font, look) for part, font in _by_font(text, look))
        return tuple(spans)


def read_inline(
    paragraph: Element, look_of: Callable[[Element | None], Look], state: FieldState, into: Inline
) -> None:
    """Add the content of a `w:p` to `into`; `state` lives on from paragraph to paragraph of one story."""
    _Reader(look_of, state, into).walk(paragraph)
    while state.in_code and state.in_code[-1]:  # a code that never ends would swallow the rest of the file
        _close(state, into)


class _Reader:
    def __init__(self, look_of: Callable[[Element | None], Look], state: FieldState, into: Inline) -> None:
        self._look_of = look_of
        self._state = state
        self._into = into

    def walk(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag in _RUNS:
                self._run(child)
            elif tag in _DROPPED:
                continue
            elif tag == ALTERNATES:
                for branch in chosen(child):
                    if branch.tag in _RUNS:
                        self._run(branch)
                    else:
                        self.walk(branch)
            else:
                if tag == w("fldSimple"):
                    self._note_field(attr(child, "instr") or "")
                self.walk(child)

    def _run(self, run: Element) -> None:
        look = self._look_of(run.find(w("rPr")))
        for child in run:
            self._run_content(child, look)

    def _run_content(self, child: Element, look: Look) -> None:
        tag = child.tag
        if tag == w("fldChar"):
            self._field_char(attr(child, "fldCharType"))
        elif tag == w("instrText"):
            if self._state.codes:
                self._state.codes[-1] += child.text or ""
        elif look.hidden or any(self._state.in_code):
            return
        elif tag in _TEXTS:
            self._into.pieces.append((_shown_text(child), look, child))
        elif tag in _SIGNS:
            self._into.pieces.append((_SIGNS[str(tag)], look, child))
        elif tag == w("br"):
            if attr(child, "type") not in ("page", "column"):
                self._into.pieces.append(("\n", look, child))
        elif tag == w("pgNum"):
            self._into.fields.append("PAGE")
        elif tag in (w("footnoteReference"), w("endnoteReference")):
            notes = self._into.notes if tag == w("footnoteReference") else self._into.endnotes
            note = whole(attr(child, "id"))
            if note is not None:
                notes.append(note)
        elif tag == ALTERNATES:
            for branch in chosen(child):
                self._run_content(branch, look)
        elif tag in _DRAWINGS:
            read_drawing(child, self._into.drawn)
        elif tag == w("ruby"):
            self.walk(child)

    def _field_char(self, kind: str | None) -> None:
        if kind == "begin":
            self._state.codes.append("")
            self._state.in_code.append(True)
        elif kind == "separate" and self._state.in_code:
            self._state.in_code[-1] = False
            self._note_field(self._state.codes[-1])
        elif kind == "end" and self._state.in_code:
            _close(self._state, self._into)

    def _note_field(self, code: str) -> None:
        self._into.fields.extend(code.upper().split()[:1])


def _close(state: FieldState, into: Inline) -> None:
    """End the innermost field; one without a result is noted now."""
    code, open_code = state.codes.pop(), state.in_code.pop()
    if open_code:
        into.fields.extend(code.upper().split()[:1])


def _shown_text(element: Element) -> str:
    """The text of a `w:t` as Word shows it: outer white space only where it is to be preserved."""
    text = (element.text or "").replace("\r", " ").replace("\n", " ").replace("\t", " ")
    if text[:1] == " " or text[-1:] == " ":
        up: Element | None = element
        while up is not None and up.get(XML_SPACE) is None:
            up = up.getparent()
        if up is None or up.get(XML_SPACE) != "preserve":
            return text.strip(" ")
    return text


def _by_font(text: str, look: Look) -> list[tuple[str, str]]:
    """The text with its font; split only where letters beyond ASCII have another font than the others."""
    if look.font == look.font_beyond_ascii:
        return [(text, look.font)] if text else []
    parts: list[tuple[str, str]] = []
    for char in text:
        font = look.font if char.isascii() else look.font_beyond_ascii
        if parts and (parts[-1][1] == font or char == " "):
            parts[-1] = (parts[-1][0] + char, parts[-1][1])
        else:
            parts.append((char, font))
    return parts


def _span(text: str, font: str, look: Look) -> Span:
    return Span(
        text=text,
        font=font,
        size_pt=look.size_pt,
        bold=look.bold,
        italic=look.italic,
        caps=look.caps,
        underline=look.underline,
        color=look.color,
        highlight=look.highlight,
    )
