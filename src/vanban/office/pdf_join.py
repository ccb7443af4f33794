"""Several PDFs → one: in order, with an outline, page labels and tags that stay true.

pypdf joins pages and outlines. What it leaves out is done here: the tree of tags, which a screen reader
follows, page labels, and the profile of colours that an archived PDF names.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject

from vanban.model.errors import SourceError
from vanban.office.disk import write_bytes
from vanban.office.pdf import BROKEN, unreadable
from vanban.office.pdf_labels import PageLabels


@dataclass(frozen=True, slots=True)
class PdfPart:
    """A PDF to be joined, and its line in the outline."""

    path: Path
    title: str


def join(parts: Sequence[PdfPart], target: Path, *, appendix: bool = False) -> None:
    """Writes the parts as one PDF to `target`: a paper, then its appendices.

    The pages of the paper and of each appendix count from 1. One part alone keeps its own outline.
    `appendix`: the first part, too, is an appendix.

    Raises SourceError for a part that is missing, broken or locked, OutputError where `target` cannot be
    written; then nothing is written.
    """
    writer, tags = PdfWriter(), _Tags()
    labels = PageLabels(writer)
    for number, part in enumerate(parts):
        try:
            reader = PdfReader(part.path)
            first = len(writer.pages)
            if not len(reader.pages):
                raise SourceError("tệp PDF không có trang nào", where=str(part.path), next_step="xem lại tệp")
            writer.append(reader, outline_item=part.title if len(parts) > 1 else None)
            labels.give(reader, first, appendix=appendix or number > 0)
            tags.take(reader, writer, first)
            _keep_output_intent(reader, writer)
        except BROKEN as error:
            raise unreadable(part.path, error) from error
    tags.put(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    write_bytes(target, buffer.getvalue())


def is_tagged(path: Path) -> bool:
    """Whether a screen reader finds the structure of the PDF at `path`."""
    return "/StructTreeRoot" in _root(path)


def is_archive(path: Path) -> bool:
    """Whether the PDF at `path` says of itself that it is PDF/A-2 or later."""
    metadata = _root(path).get("/Metadata")
    words = metadata.get_object().get_data() if metadata is not None else b""
    return any(f"pdfaid:part{mark}{n}".encode() in words for mark in (">", '="') for n in (2, 3))


def _root(path: Path) -> DictionaryObject:
    try:
        return PdfReader(path).root_object
    except BROKEN as error:
        raise unreadable(path, error) from error


def _keep_output_intent(reader: PdfReader, writer: PdfWriter) -> None:
    """The colours of an archived PDF are defined by a profile, once for the file."""
    intents = reader.root_object.get("/OutputIntents")
    if intents is not None and "/OutputIntents" not in writer.root_object:
        writer.root_object[NameObject("/OutputIntents")] = intents.get_object().clone(writer)


class _Tags:
    """The trees of tags of all parts under one root; numbers of pages in it follow on each other."""

    def __init__(self) -> None:
        self.kids = ArrayObject()
        self.numbers = ArrayObject()
        self.roles = DictionaryObject()
        self.next_key = 0

    def take(self, reader: PdfReader, writer: PdfWriter, first: int) -> None:
        """Adds the tree of one part, whose pages stand in `writer` from the index `first` on."""
        pages = list(writer.pages)[first:]
        tree = reader.root_object.get("/StructTreeRoot")
        for source, page in zip(reader.pages, pages, strict=True):
            if "/StructParents" in source:  # pypdf leaves it out of its copy
                page[NameObject("/StructParents")] = source["/StructParents"]
        if tree is None:
            for holder, key in _holders(pages):
                del holder[key]
            return
        copy = tree.get_object().clone(writer)
        start = self.next_key
        for number, value in _numbers(copy.get("/ParentTree")):
            self.numbers.extend([NumberObject(start + number), value])
            self.next_key = max(self.next_key, start + number + 1)
        for holder, name in _holders(pages):
            moved = start + int(holder[name])
            holder[NameObject(name)] = NumberObject(moved)
            self.next_key = max(self.next_key, moved + 1)
        kids = copy.get("/K")
        self.kids.extend(kids if isinstance(kids, ArrayObject) else [copy.raw_get("/K")])
        for role, kind in (copy.get("/RoleMap") or {}).items():
            self.roles.setdefault(NameObject(role), kind)

    def put(self, writer: PdfWriter) -> None:
        """Gives the joined PDF its tree; nothing where no part had one."""
        if not self.kids:
            return
        root = DictionaryObject()
        reference = writer._add_object(root)
        parents = writer._add_object(DictionaryObject({NameObject("/Nums"): self.numbers}))
        whole = DictionaryObject({NameObject("/S"): NameObject("/Document"), NameObject("/K"): self.kids})
        whole[NameObject("/Type")] = NameObject("/StructElem")
        whole[NameObject("/P")] = reference
        top = writer._add_object(whole)
        root[NameObject("/Type")] = NameObject("/StructTreeRoot")
        root[NameObject("/K")] = ArrayObject([top])
        root[NameObject("/ParentTree")] = parents
        root[NameObject("/ParentTreeNextKey")] = NumberObject(self.next_key)
        root[NameObject("/RoleMap")] = self.roles
        for kid in self.kids:
            element = kid.get_object()
            element[NameObject("/P")] = top
            if element.get("/S") == "/Document":
                element[NameObject("/S")] = NameObject("/Part")
        writer.root_object[NameObject("/StructTreeRoot")] = reference
        writer.root_object[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}
        )


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """The pairs of a number tree, in order."""
    node = tree.get_object() if tree is not None else {}
    pairs = node.get("/Nums", [])
    yield from zip(map(int, pairs[::2]), pairs[1::2], strict=True)
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)


def _holders(pages: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Everything on the pages that points into the tree of tags, with the key that it does so by."""
    for page in pages:
        if "/StructParents" in page:
            yield page, "/StructParents"
        for annotation in page.get("/Annots") or ():
            if "/StructParent" in annotation.get_object():
                yield annotation.get_object(), "/StructParent"
        resources: Any = page.get("/Resources") or DictionaryObject()
        drawings: Any = resources.get("/XObject") or DictionaryObject()
        for drawing in drawings.get_object().values():
            for key in ("/StructParents", "/StructParent"):
                if key in drawing.get_object():
                    yield drawing.get_object(), key
