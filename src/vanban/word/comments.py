"""The part of a .docx that holds its comments: made where there is none, else extended."""

import posixpath
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from lxml import etree

from vanban.word.archive import CONTENT_TYPES
from vanban.word.locate import Located
from vanban.word.observe_properties import Element, attr, whole
from vanban.word.ooxml import RELATIONSHIPS, XML_SPACE, R, W, printable, w

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS: Final = tuple(w(f"comment{kind}") for kind in ("Reference", "RangeStart", "RangeEnd"))
_TEXT_HALF_POINTS: Final = "20"
MARK_HALF_POINTS: Final = "16"
"""The size of the mark that a comment hangs on, as Word has it."""


class Comments:
    """The comments of one file, old and new. `day` and `author` stand on the new ones."""

    def __init__(self, located: Located, author: str, day: date) -> None:
        self._located = located
        self._author = printable(author)
        self._date = f"{day.isoformat()}T00:00:00Z"
        self._initials = "".join(word[0] for word in self._author.split()).upper()
        package = located.package
        found = package.related(package.main, "comments")
        self._part = found[0] if found else ""
        self._root = package.xml(self._part) if found else None
        if self._root is not None:
            located.announce(self._part, self._root)
        marks = located.roots[package.main].iter(*_MARKS)
        ids = [whole(attr(e, "id")) for e in (*marks, *(() if self._root is None else self._root))]
        self._next = max((number for number in ids if number is not None), default=-1) + 1
        self._new: list[Element] = []

    def add(self, paragraphs: Sequence[str]) -> str:
        """A new comment of these paragraphs; gives its id."""
        number = str(self._next)
        self._next += 1
        comment = etree.Element(w("comment"), nsmap={"w": W})
        for name, value in (("id", number), ("author", self._author), ("date", self._date)):
            comment.set(w(name), value)
        comment.set(w("initials"), self._initials)
        for index, text in enumerate(paragraphs):
            comment.append(_paragraph(text, first=index == 0))
        self._new.append(comment)
        return number

    def parts(self) -> dict[str, bytes]:
        """The parts, other than those that are changed in place, that the new comments ask for."""
        if self._root is not None:
            self._root.extend(self._new)
            return {}
        package = self._located.package
        folder, main = posixpath.split(package.main)
        taken = {name.casefold() for name in package.names}
        names = ["comments.xml", *(f"comments{n}.xml" for n in range(2, len(taken) + 3))]
        name = next(n for n in names if posixpath.join(folder, n).casefold() not in taken)
        root = etree.Element(w("comments"), nsmap={"w": W})
        root.extend(self._new)
        parts = {posixpath.join(folder, name): _HEAD.encode() + etree.tostring(root, encoding="utf-8")}
        self._declare(posixpath.join("/", folder, name))
        return parts | self._point(posixpath.join(folder, "_rels", f"{main}.rels"), name)

    def _declare(self, part_name: str) -> None:
        """Tell the list of content types of a new part."""
        types = self._located.package.xml(CONTENT_TYPES)
        if types is None:
            return
        self._located.announce(CONTENT_TYPES, types)
        for old in types.findall(f"{{{_TYPES}}}Override"):
            if str(old.get("PartName", "")).casefold() == part_name.casefold():
                types.remove(old)
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=part_name, ContentType=_KIND)

    def _point(self, relations: str, target: str) -> dict[str, bytes]:
        """Lead a relationship from the main part to a new one; the part of relationships where it is new."""
        root = self._located.package.xml(relations)
        fresh = root is None
        if root is None:
            root = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
        else:
            self._located.announce(relations, root)
        numbers = (re.fullmatch(r"rId(\d+)", str(arrow.get("Id", ""))) for arrow in root)
        number = max((int(found[1]) for found in numbers if found), default=0) + 1
        arrow = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=f"rId{number}")
        arrow.set("Type", f"{R}/comments")
        arrow.set("Target", target)
        return {relations: _HEAD.encode() + etree.tostring(root, encoding="utf-8")} if fresh else {}


def _paragraph(text: str, *, first: bool) -> Element:
    """A paragraph in a look of its own: that of the file's body text is too large for a margin."""
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    spacing = etree.SubElement(properties, w("spacing"))
    for name, value in (("before", "0"), ("after", "0"), ("line", "240"), ("lineRule", "auto")):
        spacing.set(w(name), value)
    indents = etree.SubElement(properties, w("ind"))
    indents.set(w("left"), "0")
    indents.set(w("firstLine"), "0")
    etree.SubElement(properties, w("jc")).set(w("val"), "left")
    if first:
        etree.SubElement(_run(paragraph, MARK_HALF_POINTS), w("annotationRef"))
    words = etree.SubElement(_run(paragraph, _TEXT_HALF_POINTS, bold=first), w("t"))
    words.text = printable(text).replace("\n", " ")
    words.set(XML_SPACE, "preserve")
    return paragraph


def _run(paragraph: Element, half_points: str, *, bold: bool = False) -> Element:
    run = etree.SubElement(paragraph, w("r"))
    look = etree.SubElement(run, w("rPr"))
    if bold:
        etree.SubElement(look, w("b"))
    for name in ("sz", "szCs"):
        etree.SubElement(look, w(name)).set(w("val"), half_points)
    return run
