"""Section marks of a template that LibreOffice saved: they get a paragraph of their own again.

LibreOffice puts the mark of a section into the last paragraph that has words. Where that is a tag of
`{%p … %}`, paragraph and mark would vanish together, and with them the pages of an appendix.
"""

from lxml import etree

from vanban.word.ooxml import w

_TAG = "{%p"


def part_section_marks(root: etree._Element) -> bool:
    """Moves each section mark out of a paragraph that vanishes, to one behind it; whether there was any."""
    marks = [mark for mark in root.iter(w("sectPr")) if _vanishes(mark)]
    for mark in marks:
        paragraph = next(mark.iterancestors(w("p")))
        own = etree.Element(w("p"))
        etree.SubElement(own, w("pPr")).append(mark)
        paragraph.addnext(own)
    return bool(marks)


def _vanishes(mark: etree._Element) -> bool:
    paragraph = next(mark.iterancestors(w("p")), None)
    return paragraph is not None and _TAG in "".join(text.text or "" for text in paragraph.iter(w("t")))
