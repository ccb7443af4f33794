"""A paragraph whose only words stand in a condition that is false leaves no blank line behind.

`{% if ghi_chu %}Ghi chú: {{ ghi_chu }}{% endif %}` alone in a paragraph is marked before rendering; a marked
paragraph that comes out empty goes. One that an editor left blank has no mark and stays.
"""

import re

from lxml import etree

from vanban.word.ooxml import w

MARK = "\ufdda"
"""A noncharacter, as the marks of `model.document`: no reader lets it in."""
_PIECE = re.compile(r"{%-?\s*(?P<word>\w+).*?%}|{{.*?}}|{#.*?#}|[^{]+|.", re.DOTALL)
_OPENERS, _CLOSERS = {"if", "for"}, {"endif", "endfor"}
_WHOLE_SCOPE = re.compile(r"{%(?:p|tr|tc|r)\s")
_THINGS = (w("drawing"), w("pict"), w("object"), w("sectPr"), w("fldChar"), w("footnoteReference"))


def mark_conditions(root: etree._Element) -> bool:
    """Marks every paragraph that holds nothing but inline conditions; whether there is any."""
    found = [p for p in root.iter(w("p")) if _only_conditions(_words(p))]
    for paragraph in found:
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("t")).text = MARK
    return bool(found)


def drop_empty_conditions(root: etree._Element) -> None:
    """Takes out marked paragraphs that came out empty, and the marks of all others.

    The last paragraph of a cell, and one that holds more than words, stays.
    """
    for text in [t for t in root.iter(w("t")) if t.text and MARK in t.text]:
        paragraph = next(text.iterancestors(w("p")))
        text.text = text.text.replace(MARK, "") if text.text else ""
        run = text.getparent()
        if not text.text and run is not None and len(run) == 1:
            run.getparent().remove(run)  # type: ignore[union-attr]
        if not _words(paragraph).strip() and _may_go(paragraph):
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def _only_conditions(words: str) -> bool:
    """Whether all words stand between an inline tag that opens and the one that closes it."""
    if "{%" not in words or _WHOLE_SCOPE.search(words):
        return False
    depth = blocks = 0
    for piece in _PIECE.finditer(words):
        word = piece["word"]
        if word in _OPENERS:
            depth, blocks = depth + 1, blocks + 1
        elif word in _CLOSERS:
            depth -= 1
        elif depth == 0 and piece.group().strip():
            return False
    return blocks > 0 and depth == 0


def _may_go(paragraph: etree._Element) -> bool:
    if next(paragraph.iter(*_THINGS), None) is not None:
        return False
    parent = paragraph.getparent()
    if parent is None:
        return False
    others = [one for one in parent if one is not paragraph and one.tag in (w("p"), w("tbl"))]
    if parent.tag == w("tc"):
        after = paragraph.getnext()
        return bool(others) and not (after is None and others[-1].tag == w("tbl"))
    return bool(others) or parent.tag == w("body")
