"""Sections of pages: one that the filled-in words left empty leaves no page behind.

A template puts each appendix in a section of its own. Where a false condition or a loop over nothing took
the appendix away, its section mark would still open a blank page.
"""

from lxml import etree

from vanban.word.ooxml import w


def drop_empty_sections(body: etree._Element) -> None:
    """Takes out every section without words, tables and drawings, with its mark; the first section stays.

    The page of the last section that has something stands at the end of `body`, as Word wants it.
    """
    if sum(1 for _ in body.iter(w("sectPr"))) < 2:
        return
    sections = _sections(body)
    kept = [
        section for index, section in enumerate(sections) if index == 0 or any(map(_has_content, section))
    ]
    if len(kept) == len(sections):
        return
    end = kept[-1]
    for section in sections:
        if section not in kept:
            for element in section:
                body.remove(element)
    _close(body, end)


def _sections(body: etree._Element) -> list[list[etree._Element]]:
    """The blocks of each section; the mark is in the last block, or is the last block of the body."""
    found: list[list[etree._Element]] = [[]]
    for element in body:
        found[-1].append(element)
        if element.tag == w("p") and _mark_in(element) is not None:
            found.append([])
    return [section for section in found if section]


def _mark_in(paragraph: etree._Element) -> etree._Element | None:
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}")


def _has_content(element: etree._Element) -> bool:
    if element.tag == w("sectPr"):
        return False
    if element.tag == w("tbl"):
        return True
    return any((text.text or "").strip() for text in element.iter(w("t"))) or any(
        True for _ in element.iter(w("drawing"), w("pict"), w("object"))
    )


def _close(body: etree._Element, last: list[etree._Element]) -> None:
    """The mark of the last section moves from its paragraph to the end of the body."""
    paragraph = last[-1]
    mark = _mark_in(paragraph) if paragraph.tag == w("p") else None
    if mark is None:
        return
    body.append(mark)
    if not _has_content(paragraph) and len(last) > 1 and last[-2].tag == w("p"):
        body.remove(paragraph)
