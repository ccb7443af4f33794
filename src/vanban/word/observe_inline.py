"""What stands inside a paragraph: text in its looks, fields, footnote marks, drawings.

Tracked changes are read as accepted, hidden text is left out, content controls and links are
transparent. Of a field the code is noted and the result is text.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from vanban.model.sheet import Span
from vanban.word.observe_drawings import ALTERNATES, Drawn, chosen, read_drawing
from vanban.word.observe_properties import ALL, Element, attr, whole
from vanban.word.observe_styles import Look, LookOf
from vanban.word.ooxml import XML_SPACE, w

_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R: Final = w("r")
_RPR: Final = w("rPr")
_T: Final = w("t")
_FIELD_CHAR: Final = w("fldChar")
_FIELD_CODE: Final = w("instrText")
_BREAK: Final = w("br")
_SEEN_BREAK: Final = w("lastRenderedPageBreak")
_FOOTNOTE: Final = w("footnoteReference")
_ENDNOTE: Final = w("endnoteReference")
_RUNS: Final = frozenset({_R, f"{_M}r"})
_TEXTS: Final = frozenset({_T, f"{_M}t"})
_DROPPED: Final = frozenset(
    w(name)
    for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt")
)
_NO_CONTENT: Final = frozenset(w(name) for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr"))
_SIGNS: Final = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): "?"}
_DRAWINGS: Final = frozenset({w("drawing"), w("pict"), w("object")})
_LONGEST_CODE: Final = 1000
_LONG: Final = 256
_LONG_FOREIGN: Final = re.compile(rf"[^\x00-\x7f]{{{_LONG}}}")
_FORMAT: Final = re.compile(r"\\\*\s*(?!MERGEFORMAT|CHARFORMAT)(\w+)", re.IGNORECASE)


@dataclass(slots=True)
class FieldState:
    """The fields that are open, innermost last: True while the code is read, False in the result."""

    codes: list[str] = field(default_factory=list)
    in_code: list[bool] = field(default_factory=list)
    coding: int = 0
    """How many of them are in their code."""


@dataclass(slots=True)
class Inline:
    """The content of one paragraph."""

    pieces: list[tuple[str, Look, Element]] = field(default_factory=list)
    """Text as shown, its look, and the element that it stands in."""
    fields: list[str] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    endnotes: list[int] = field(default_factory=list)
    drawn: Drawn | None = None
    """What its drawings show, where it has any."""
    breaks: list[tuple[bool, int]] = field(default_factory=list)
    """Page breaks: whether Word saw it when it last saved (else a person set it), and how many pieces of
    text stand before it."""
    loose_marks: bool = False
    page_format: str = ""
    tab_align: str | None = None
    """Of a `w:ptab` that the text begins with: how it aligns."""

    def spans(self) -> tuple[Span, ...]:
        """The text in stretches of one look, in NFC; neighbours of one look are one stretch."""
        if not self.pieces:
            return ()
        spans: list[Span] = []
        texts: list[tuple[Look, list[str]]] = []
        for text, look, _ in self.pieces:
            if not text:
                continue
            if not texts or (texts[-1][0] is not look and texts[-1][0] != look):
                texts.append((look, [text]))
            else:
                texts[-1][1].append(text)
        for look, parts in texts:
            raw = "".join(parts)
            text = _composed(raw)
            self.loose_marks = self.loose_marks or (text is not raw and text != raw)
            if look.font == look.font_beyond_ascii:
                spans.append(_span(text, look.font, look))
            else:
                spans.extend(_span(part, font, look) for part, font in _by_font(text, look))
        return tuple(spans)

    @property
    def text(self) -> str:
        """The text as shown, in NFC."""
        return _composed("".join([text for text, _, _ in self.pieces]))

    def note_field(self, code: str) -> None:
        """Note the field of this code."""
        name = code.upper().split(maxsplit=1)[:1]
        self.fields.extend(name)
        if name == ["PAGE"]:
            asked = _FORMAT.search(code)
            self.page_format = asked[1] if asked else ""


def read_inline(paragraph: Element, look_of: LookOf, state: FieldState, into: Inline) -> None:
    """Add the content of a `w:p` to `into`; `state` lives on from paragraph to paragraph of one story."""
    _Reader(look_of, state, into).walk(paragraph)
    while state.in_code and state.in_code[-1]:  # a code that never ends would swallow the rest of the file
        _close(state, into)


def plain_text(paragraph: Element, look_of: LookOf) -> tuple[str, list[Look]] | None:
    """The text of a `w:p` that holds nothing but runs of text, and the looks in it; None for any other.

    Most paragraphs are such; of them `read_inline` would tell the same at twice the cost.
    """
    texts: list[str] = []
    looks: list[Look] = []
    for child in paragraph[ALL]:
        tag = child.tag
        if tag != _R:
            if tag in _NO_CONTENT:
                continue
            return None
        look: Look | None = None
        for part in child[ALL]:
            kind = part.tag
            if kind == _RPR:
                look = look_of(part)
            elif kind == _T:
                if look is None:
                    look = look_of(None)
                if not look.hidden:
                    texts.append(_shown_text(part))
                    looks.append(look)
            else:
                return None
    return _composed("".join(texts)), looks


class _Reader:
    def __init__(self, look_of: LookOf, state: FieldState, into: Inline) -> None:
        self._look_of = look_of
        self._state = state
        self._into = into

    def walk(self, element: Element) -> None:
        for child in element[ALL]:
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
            elif tag == w("fldSimple"):
                self._into.note_field(attr(child, "instr") or "")
                self.walk(child)
            elif len(child):
                self.walk(child)

    def _run(self, run: Element) -> None:
        look: Look | None = None
        for child in run[ALL]:
            tag = str(child.tag)
            if tag == _RPR:
                look = self._look_of(child)
                continue
            if look is None:
                look = self._look_of(None)
            if tag == _T and not look.hidden and not self._state.coding:
                self._into.pieces.append((_shown_text(child), look, child))
            else:
                self._run_content(child, tag, look)

    def _run_content(self, child: Element, tag: str, look: Look) -> None:
        into = self._into
        if tag == _FIELD_CHAR:
            self._field_char(attr(child, "fldCharType"))
        elif tag == _FIELD_CODE:
            if self._state.codes and len(self._state.codes[-1]) < _LONGEST_CODE:
                self._state.codes[-1] += (child.text or "")[:_LONGEST_CODE]
        elif tag == _SEEN_BREAK:
            into.breaks.append((True, len(into.pieces)))
        elif look.hidden or self._state.coding:
            return
        elif tag in _TEXTS:
            into.pieces.append((_shown_text(child), look, child))
        elif tag in _SIGNS:
            if tag == w("ptab") and not into.pieces:
                into.tab_align = attr(child, "alignment")
            into.pieces.append((_SIGNS[tag], look, child))
        elif tag == _BREAK:
            self._break(child, look)
        elif tag == w("pgNum"):
            into.fields.append("PAGE")
        elif tag in (_FOOTNOTE, _ENDNOTE):
            notes = into.notes if tag == _FOOTNOTE else into.endnotes
            note = whole(attr(child, "id"))
            if note is not None:
                notes.append(note)
        elif tag == ALTERNATES:
            for branch in chosen(child):
                self._run_content(branch, str(branch.tag), look)
        elif tag in _DRAWINGS:
            if into.drawn is None:
                into.drawn = Drawn()
            read_drawing(child, into.drawn)
        elif tag == w("ruby"):
            self.walk(child)

    def _break(self, element: Element, look: Look) -> None:
        kind = attr(element, "type")
        if kind == "page":
            self._into.breaks.append((False, len(self._into.pieces)))
        elif kind != "column":
            self._into.pieces.append(("\n", look, element))

    def _field_char(self, kind: str | None) -> None:
        state = self._state
        if kind == "begin":
            state.codes.append("")
            state.in_code.append(True)
            state.coding += 1
        elif kind == "separate" and state.in_code:
            state.coding -= state.in_code[-1]
            state.in_code[-1] = False
            self._into.note_field(state.codes[-1])
        elif kind == "end" and state.in_code:
            _close(state, self._into)


def _close(state: FieldState, into: Inline) -> None:
    """End the innermost field; one without a result is noted now."""
    code, open_code = state.codes.pop(), state.in_code.pop()
    state.coding -= open_code
    if open_code:
        into.note_field(code)


def _composed(text: str) -> str:
    """The text in NFC; a made-up one without any letter of ASCII in pieces, as marks by the thousand take
    squared time to put in order."""
    if len(text) < _LONG or text.isascii() or not _LONG_FOREIGN.search(text):
        return unicodedata.normalize("NFC", text)
    return "".join(unicodedata.normalize("NFC", text[i : i + _LONG]) for i in range(0, len(text), _LONG))


def _shown_text(element: Element) -> str:
    """The text of a `w:t` as Word shows it: outer white space only where it is to be preserved."""
    text = element.text or ""
    if not text.isprintable():
        text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
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
        text,
        font,
        look.size_pt,
        look.bold,
        look.italic,
        look.caps,
        look.underline,
        look.color,
        look.highlight,
        look.raised,
    )
