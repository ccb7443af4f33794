"""What must stay together on a page, and cells that must not be left empty."""

from typing import cast

from lxml import etree

from vanban.word.ooxml import W, w

_OPEN_CELLS = etree.XPath(".//w:tc[not(*[last()][self::w:p])]", namespaces={"w": W})


def close_cells(body: etree._Element) -> None:
    """Every cell must end with a paragraph; a loop over nothing may have left it without one."""
    for cell in cast(list[etree._Element], _OPEN_CELLS(body)):
        etree.SubElement(cell, w("p"))


def hold_signature(signers: list[etree._Element]) -> None:
    """The tables of the signature take the end of the text with them to a new page.

    `signers` are the paragraphs of the authority; those in no table hold nothing.
    """
    tables = [table for signer in signers if (table := _table_of(signer)) is not None]
    for table in dict.fromkeys(tables):
        above = table.getprevious()
        while above is not None and above.tag == w("p"):
            _keep_next(above)
            if "".join(text.text or "" for text in above.iter(w("t"))).strip():
                break
            above = above.getprevious()


def _table_of(paragraph: etree._Element) -> etree._Element | None:
    """The table of the body itself that a paragraph stands in."""
    outermost = None
    for outer in paragraph.iterancestors(w("tbl")):
        outermost = outer
    parent = None if outermost is None else outermost.getparent()
    return outermost if parent is not None and parent.tag == w("body") else None


def hold_tables(body: etree._Element) -> None:
    """A table with a repeated heading leaves no single row alone at the foot or the top of a page."""
    for table in body.findall(w("tbl")):
        rows = table.findall(w("tr"))
        if len(rows) < 4 or rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
            continue
        for row in (rows[0], rows[1], rows[-2]):
            for paragraph in row.iter(w("p")):
                _keep_next(paragraph)


def _keep_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    if properties.find(w("keepNext")) is None:
        keep = etree.Element(w("keepNext"))
        style = properties.find(w("pStyle"))
        if style is not None:
            style.addnext(keep)
        else:
            properties.insert(0, keep)
