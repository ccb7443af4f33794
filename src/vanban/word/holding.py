"""What must stay together on a page, and cells that must not be left empty."""

from lxml import etree

from vanban.word.ooxml import w


def close_cells(body: etree._Element) -> None:
    """Every cell must end with a paragraph; a loop over nothing may have left it without one."""
    for cell in body.iter(w("tc")):
        if not len(cell) or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))


def hold_signature(body: etree._Element, authority_style: str) -> None:
    """The table of the signature takes the end of the text with it to a new page."""
    for table in body.findall(w("tbl")):
        if not any(_style_of(p) == authority_style for p in table.iter(w("p"))):
            continue
        above = table.getprevious()
        while above is not None and above.tag == w("p"):
            _keep_next(above)
            if "".join(text.text or "" for text in above.iter(w("t"))).strip():
                break
            above = above.getprevious()


def hold_tables(body: etree._Element) -> None:
    """A table with a repeated heading leaves no single row alone at the foot or the top of a page."""
    for table in body.findall(w("tbl")):
        rows = table.findall(w("tr"))
        if len(rows) < 4 or rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
            continue
        for row in (rows[0], rows[1], rows[-2]):
            for paragraph in row.iter(w("p")):
                _keep_next(paragraph)


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style.get(w("val"), "") if style is not None else ""


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
