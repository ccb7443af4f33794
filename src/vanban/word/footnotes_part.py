"""The part for footnotes, in a template that a program saved without one because it had no note yet."""

from typing import Final

from lxml import etree

from vanban.word.ooxml import RELATIONSHIPS, R
from vanban.word.package_parts import empty_footnotes

FOOTNOTES: Final = "word/footnotes.xml"
_TYPES_PART: Final = "[Content_Types].xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def ensure_footnotes(parts: dict[str, bytes]) -> None:
    """Adds an empty part for footnotes, declared and pointed to, where there is none.

    LibreOffice leaves it out of a file without notes; a paper made from it may have some.
    """
    if FOOTNOTES in parts or not {_TYPES_PART, _RELATIONS} <= parts.keys():
        return
    parts[FOOTNOTES] = _HEAD + empty_footnotes().encode()
    types = etree.fromstring(parts[_TYPES_PART])
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{FOOTNOTES}", ContentType=_KIND)
    relations = etree.fromstring(parts[_RELATIONS])
    taken = {arrow.get("Id") for arrow in relations}
    names = ("rIdFootnotes", *(f"rIdFootnotes{n}" for n in range(len(taken))))
    name = next(name for name in names if name not in taken)
    arrow = etree.SubElement(relations, f"{{{RELATIONSHIPS}}}Relationship", Id=name)
    arrow.set("Type", f"{R}/footnotes")
    arrow.set("Target", "footnotes.xml")
    for part, root in ((_TYPES_PART, types), (_RELATIONS, relations)):
        parts[part] = _HEAD + etree.tostring(root, encoding="utf-8")
