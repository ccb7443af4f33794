"""Lists of Word that number anew in every turn of a loop.

A list whose paragraphs all stand within one loop begins with its first number in each turn, where a turn
has several of them: two paragraphs, or a loop of its own. A loop that only gives one item of the list in
each turn runs on. Lists of several levels (I., 1., 1.1.) are left to Word, which begins a level anew under
the one above.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from vanban.word.list_starts import instance
from vanban.word.ooxml import w

_OPEN, _CLOSE = "\ufddb", "\ufddc"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_TAG = re.compile(r"{%(?:p|tr)\s*(for|endfor)\b")
_LEVELS = 9


@dataclass
class _Loop:
    """A loop over paragraphs or rows: the paragraph of its tag, the loop around it, the lists within."""

    tag: etree._Element
    outer: "_Loop | None"
    own: Counter[str] = field(default_factory=Counter)
    """How many paragraphs of each list stand in it, outside of loops within it."""
    inner: Counter[str] = field(default_factory=Counter)
    """The same, within loops within it."""

    def around(self) -> Iterator["_Loop"]:
        """This loop and those around it, the innermost first."""
        loop: _Loop | None = self
        while loop is not None:
            yield loop
            loop = loop.outer


def mark_turns(root: etree._Element, simple: frozenset[str]) -> bool:
    """Puts a mark behind the tag of each loop whose lists begin anew in each turn; whether there is any.

    `simple` holds the ids of lists of one level (`simple_lists`).
    """
    loops, everywhere = _loops(root, simple)
    marked = False
    taken: set[str] = set()
    for loop in reversed(loops):  # inner ones first
        for number in [*loop.own, *loop.inner]:
            whole = loop.own[number] + loop.inner[number] == everywhere[number]
            if number in taken or not whole or (loop.own[number] < 2 and not loop.inner[number]):
                continue
            taken.add(number)
            _add_mark(loop.tag, number)
            marked = True
    return marked


def begin_turns(body: etree._Element, numbering: etree._Element | None) -> None:
    """Takes the marks out; each list named by one goes on in an instance of its own from there on."""
    now: dict[str, str] = {}
    abstracts = {} if numbering is None else _abstracts(numbering)
    for paragraph in list(body.iter(w("p"))):
        found = _MARK.findall("".join(text.text or "" for text in paragraph.iter(w("t"))))
        if found:
            for number in found:
                if numbering is not None and number in abstracts:
                    now[number] = instance(abstracts[number], [1] * _LEVELS, numbering)
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
            continue
        named = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if named is not None and named.get(w("val")) in now:
            named.set(w("val"), now[named.get(w("val"), "")])


def simple_lists(numbering: etree._Element) -> frozenset[str]:
    """The ids of lists whose first level shows only its own number."""
    texts: dict[str, str] = {}
    for abstract in numbering.iter(w("abstractNum")):
        first = next((one for one in abstract.iter(w("lvl")) if one.get(w("ilvl")) == "0"), None)
        kind = first.find(w("numFmt")) if first is not None else None
        if first is not None and (kind is None or kind.get(w("val")) != "bullet"):
            shown = first.find(w("lvlText"))
            texts[abstract.get(w("abstractNumId"), "")] = shown.get(w("val"), "") if shown is not None else ""
    return frozenset(
        number for number, abstract in _abstracts(numbering).items() if "%1" in texts.get(abstract, "")
    )


def _abstracts(numbering: etree._Element) -> dict[str, str]:
    found = {}
    for one in numbering.iter(w("num")):
        abstract = one.find(w("abstractNumId"))
        if abstract is not None:
            found[one.get(w("numId"), "")] = abstract.get(w("val"), "")
    return found


def _loops(root: etree._Element, simple: frozenset[str]) -> tuple[list[_Loop], Counter[str]]:
    """All loops in the order of their tags, and how many paragraphs each list has in all.

    A list with paragraphs below its first level is left out.
    """
    loops: list[_Loop] = []
    at: _Loop | None = None
    everywhere: Counter[str] = Counter()
    deep: set[str] = set()
    for paragraph in root.iter(w("p")):
        number, level = _list_of(paragraph)
        if number in simple:
            everywhere[number] += 1
            deep |= {number} if level != "0" else set()
            for depth, loop in enumerate(at.around() if at else ()):
                (loop.inner if depth else loop.own)[number] += 1
        for tag in _TAG.findall("".join(text.text or "" for text in paragraph.iter(w("t")))):
            if tag == "for":
                at = _Loop(paragraph, at)
                loops.append(at)
            else:
                at = at.outer if at else None
    for loop in loops:
        for number in deep:
            loop.own.pop(number, None)
            loop.inner.pop(number, None)
    return loops, everywhere


def _list_of(paragraph: etree._Element) -> tuple[str, str]:
    """The list that the paragraph itself names, and its level; those of styles are of several levels."""
    named = paragraph.find(f"{w('pPr')}/{w('numPr')}")
    number = named.find(w("numId")) if named is not None else None
    level = named.find(w("ilvl")) if named is not None else None
    if number is None:
        return "", ""
    return number.get(w("val"), ""), level.get(w("val"), "0") if level is not None else "0"


def _add_mark(tag: etree._Element, number: str) -> None:
    """A paragraph behind the tag: in a table, in the first cell of the row behind."""
    mark = etree.Element(w("p"))
    run = etree.SubElement(mark, w("r"))
    etree.SubElement(run, w("t")).text = f"{_OPEN}{number}{_CLOSE}"
    row = next(tag.iterancestors(w("tr")), None)
    if row is None:
        tag.addnext(mark)
        return
    after = row.getnext()
    cell = next(after.iter(w("tc")), None) if after is not None else None
    if cell is not None:
        first = next(cell.iter(w("p")))
        first.addprevious(mark)
