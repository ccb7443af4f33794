"""Where a paragraph of a list takes another number than Word would count: a list instance of its own.

`model.document.count_from` marks such a paragraph. From there on the paragraphs of that list name a new
`w:num`, in which every level has its start, so that Word and LibreOffice count alike.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from vanban.model.document import COUNT_CLOSE, COUNT_OPEN
from vanban.word.ooxml import w

_MARK = re.compile(f"{COUNT_OPEN}(\\d+){COUNT_CLOSE}")
_ANY = re.compile(f"{COUNT_OPEN}[^{COUNT_CLOSE}]*{COUNT_CLOSE}|[{COUNT_OPEN}{COUNT_CLOSE}]")
_LEVELS = 3


@dataclass
class _Run:
    """One list as it is counted: the instance that goes on, its counts, the levels it has used."""

    abstract: str
    number: str | None = None
    counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    used: set[int] = field(default_factory=set)


def begin_lists(body: etree._Element, styles: etree._Element, numbering: etree._Element) -> None:
    """Resolves the marks under `body`; new list instances go to the end of `numbering`."""
    if COUNT_OPEN not in "".join(text.text or "" for text in body.iter(w("t"))):
        return
    places = _places(styles)
    abstracts = {_val(n, "numId"): _val(n.find(w("abstractNumId"))) for n in numbering.iter(w("num"))}
    runs: dict[str, _Run] = {}
    for paragraph in body.iter(w("p")):
        wanted = _take_mark(paragraph)
        place = places.get(_val(paragraph.find(f"{w('pPr')}/{w('pStyle')}")))
        if place is None or place[0] not in abstracts or place[1] >= _LEVELS:
            continue
        abstract, level = abstracts[place[0]], place[1]
        run = runs.setdefault(abstract, _Run(abstract))
        _count(run, level, wanted, numbering)
        if run.number is not None:
            _name(paragraph, run.number, level)


def _places(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """Style id → (numId, level) of the styles that a list numbers."""
    found = {}
    for style in styles.findall(w("style")):
        numbered = style.find(f"{w('pPr')}/{w('numPr')}")
        if numbered is not None:
            level = _val(numbered.find(w("ilvl"))) or "0"
            found[_val(style, "styleId")] = (_val(numbered.find(w("numId"))), int(level))
    return found


def _take_mark(paragraph: etree._Element) -> int | None:
    """The number that the paragraph is marked with; the mark goes."""
    wanted = None
    for text in paragraph.iter(w("t")):
        if text.text and (COUNT_OPEN in text.text or COUNT_CLOSE in text.text):
            found = _MARK.search(text.text)
            wanted = int(found[1]) if found and wanted is None else wanted
            text.text = _ANY.sub("", text.text)
    return wanted


def _count(run: _Run, level: int, wanted: int | None, numbering: etree._Element) -> None:
    """The next number at a level; a new instance where it is not the one that the list would give.

    In an instance of its own a level that was not used yet begins with its count, so that deeper labels
    show it; its next paragraph needs an instance again, since programs differ in whether it was counted.
    """
    number = wanted if wanted is not None else run.counts[level] + 1
    stale = run.number is not None and level not in run.used
    if wanted is not None or stale:
        starts = [*run.counts[:level], number, *[1] * (_LEVELS - level - 1)]
        run.number, run.used = instance(run.abstract, starts, numbering), set()
    run.used.add(level)
    run.counts[level:] = [number, *[0] * (_LEVELS - level - 1)]
    run.used |= set(range(level + 1, _LEVELS))


def instance(abstract: str, starts: list[int], numbering: etree._Element) -> str:
    """A new `w:num` at the end of `numbering`, each level from its start; returns its id."""
    number = str(max(int(_val(n, "numId")) for n in numbering.iter(w("num"))) + 1)
    element = etree.SubElement(numbering, w("num"))
    element.set(w("numId"), number)
    etree.SubElement(element, w("abstractNumId")).set(w("val"), abstract)
    for level, start in enumerate(starts):
        override = etree.SubElement(element, w("lvlOverride"))
        override.set(w("ilvl"), str(level))
        etree.SubElement(override, w("startOverride")).set(w("val"), str(max(start, 1)))
    return number


def _name(paragraph: etree._Element, number: str, level: int) -> None:
    """The paragraph names its list itself, over its style."""
    properties = paragraph.find(w("pPr"))
    assert properties is not None
    for old in properties.findall(w("numPr")):
        properties.remove(old)
    numbered = etree.Element(w("numPr"))
    etree.SubElement(numbered, w("ilvl")).set(w("val"), str(level))
    etree.SubElement(numbered, w("numId")).set(w("val"), number)
    before = {
        w("pStyle"),
        w("keepNext"),
        w("keepLines"),
        w("pageBreakBefore"),
        w("framePr"),
        w("widowControl"),
    }
    properties.insert(sum(child.tag in before for child in properties), numbered)


def _val(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(w(name)) or ""
