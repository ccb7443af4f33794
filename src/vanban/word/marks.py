"""The marks of a document's text become Word: blanks to fill, footnotes, words that stand out.

`model.document.fill` → "[…]" in the style of a blank (yellow ground); `note` → a real footnote; `bold` and
`italic` → runs in bold and italics.
"""

import re
from copy import deepcopy

from lxml import etree

from vanban.model.document import (
    BOLD_CLOSE,
    BOLD_OPEN,
    FILL_CLOSE,
    FILL_OPEN,
    ITALIC_CLOSE,
    ITALIC_OPEN,
    NOTE_CLOSE,
    NOTE_OPEN,
)
from vanban.word.ooxml import XML_SPACE, w
from vanban.word.styles import FILL_STYLE, NOTE_MARK_STYLE, NOTE_STYLE, style_id

_SWITCHES = {
    BOLD_OPEN: ("b", True),
    BOLD_CLOSE: ("b", False),
    ITALIC_OPEN: ("i", True),
    ITALIC_CLOSE: ("i", False),
}
_PIECES = re.compile(
    f"({FILL_OPEN}[^{FILL_CLOSE}]*{FILL_CLOSE}|{NOTE_OPEN}[^{NOTE_CLOSE}]*{NOTE_CLOSE}|[{''.join(_SWITCHES)}])"
)
_ANY_MARK = re.compile(f"[{FILL_OPEN}{FILL_CLOSE}{NOTE_OPEN}{NOTE_CLOSE}{''.join(_SWITCHES)}]")


def resolve_marks(body: etree._Element, notes: etree._Element) -> None:
    """Replaces every mark under `body` in place; new footnotes go to the end of `notes`."""
    for run in list(body.iter(w("r"))):
        if any(_ANY_MARK.search(text.text or "") for text in run.findall(w("t"))):
            _split_run(run, notes)


def _split_run(run: etree._Element, notes: etree._Element) -> None:
    """The run cut at its marks; what lies between them keeps its look."""
    properties = run.find(w("rPr"))
    pieces: list[etree._Element] = []
    standing_out: set[str] = set()

    def fresh() -> etree._Element:
        piece = etree.Element(w("r"))
        if properties is not None:
            piece.append(deepcopy(properties))
        for name in sorted(standing_out):
            _stand_out(piece, name)
        pieces.append(piece)
        return piece

    current = fresh()
    for child in list(run):
        if child.tag == w("rPr"):
            continue
        if child.tag != w("t"):
            current.append(child)
            continue
        for part in filter(None, _PIECES.split(child.text or "")):
            if part.startswith(FILL_OPEN):
                _highlighted(_style(fresh(), FILL_STYLE)).append(_text(f"[{_plain(part)}]"))
                current = fresh()
            elif part in _SWITCHES:
                name, on = _SWITCHES[part]
                (standing_out.add if on else standing_out.discard)(name)
                current = fresh()
            elif part.startswith(NOTE_OPEN):
                _style(fresh(), NOTE_MARK_STYLE).append(_note_reference(part[1:-1], notes))
                current = fresh()
            else:
                current.append(_text(_plain(part)))
    _replace(run, [piece for piece in pieces if any(child.tag != w("rPr") for child in piece)])


def _replace(run: etree._Element, pieces: list[etree._Element]) -> None:
    parent = run.getparent()
    assert parent is not None
    for piece in pieces:
        run.addprevious(piece)
    parent.remove(run)


def _stand_out(run: etree._Element, name: str) -> None:
    """Bold ("b") or italics ("i"), at the place that the schema gives them; once is enough."""
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    for old in [*properties.findall(w(name)), *properties.findall(w(f"{name}Cs"))]:
        properties.remove(old)
    first = {w("rStyle"), w("rFonts"), *((w("b"), w("bCs")) if name == "i" else ())}
    at = sum(child.tag in first for child in properties)
    properties.insert(at, etree.Element(w(name)))
    properties.insert(at + 1, etree.Element(w(f"{name}Cs")))


def _plain(text: str) -> str:
    return _ANY_MARK.sub("", text)


def _text(words: str) -> etree._Element:
    element = etree.Element(w("t"))
    element.set(XML_SPACE, "preserve")
    element.text = words
    return element


def _style(run: etree._Element, style: str) -> etree._Element:
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.SubElement(run, w("rPr"))
    for old in properties.findall(w("rStyle")):
        properties.remove(old)
    mark = etree.Element(w("rStyle"))
    mark.set(w("val"), style_id(style))
    properties.insert(0, mark)
    return run


def _highlighted(run: etree._Element) -> etree._Element:
    """A style may not carry the ground of a highlighter, so the run does."""
    properties = run.find(w("rPr"))
    assert properties is not None
    for old in properties.findall(w("highlight")):
        properties.remove(old)
    mark = etree.Element(w("highlight"))
    mark.set(w("val"), "yellow")
    later = [c for c in properties if c.tag in _AFTER_HIGHLIGHT]
    if later:
        later[0].addprevious(mark)
    else:
        properties.append(mark)
    return run


_AFTER_HIGHLIGHT = {
    w(n) for n in ("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang")
}
"""What the schema puts after the highlighter in the properties of a run."""


def _note_reference(words: str, notes: etree._Element) -> etree._Element:
    number = str(max((int(n.get(w("id"), "0")) for n in notes.iter(w("footnote"))), default=0) + 1)
    footnote = etree.SubElement(notes, w("footnote"))
    footnote.set(w("id"), number)
    paragraph = etree.SubElement(footnote, w("p"))
    style = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("pStyle"))
    style.set(w("val"), style_id(NOTE_STYLE))
    mark = etree.SubElement(paragraph, w("r"))
    etree.SubElement(_style(mark, NOTE_MARK_STYLE), w("footnoteRef"))
    etree.SubElement(paragraph, w("r")).append(_text(f" {words}"))
    resolve_marks(paragraph, notes)
    reference = etree.Element(w("footnoteReference"))
    reference.set(w("id"), number)
    return reference
