"""PDF files through pypdf: what is in them, and their properties (title, language).

All lengths are in millimetres.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError
from pypdf.generic import ArrayObject, Destination, DictionaryObject, StreamObject

from vanban.model.errors import SourceError

_MM_PER_PT = 25.4 / 72
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FAMILIES = {"DejaVu": "DejaVu", "DejaVuSans": "DejaVu Sans", "DejaVuSerif": "DejaVu Serif"}
"""Families whose PostScript name does not split into words at the capitals."""
_ONE_WORD = {"OpenSymbol"}

BROKEN = (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What pypdf may raise on a damaged file."""


@dataclass(frozen=True, slots=True)
class PdfFont:
    """A font of a PDF: its PostScript name without the subset's prefix, and its family."""

    name: str
    family: str
    embedded: bool


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the outline (bookmarks); `level` counts from 1."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF is seen to hold. Empty strings where it has no title or language."""

    page_count: int
    page_sizes_mm: tuple[tuple[float, float], ...]
    """Width and height of each page as shown (after rotation)."""
    fonts: frozenset[PdfFont]
    outline: tuple[OutlineItem, ...]
    title: str
    language: str
    texts: tuple[str, ...]
    """The words of each page."""

    @property
    def families(self) -> frozenset[str]:
        """All font families that are used."""
        return frozenset(font.family for font in self.fonts)

    @property
    def not_embedded(self) -> frozenset[str]:
        """Families of which at least one font is not in the file."""
        return frozenset(font.family for font in self.fonts if not font.embedded)


def pdf_facts(path: Path) -> PdfFacts:
    """The facts of the PDF at `path`; SourceError when it is missing or cannot be read."""
    try:
        reader = PdfReader(path)
        metadata = reader.metadata
        return PdfFacts(
            page_count=len(reader.pages),
            page_sizes_mm=tuple(_size_mm(page) for page in reader.pages),
            fonts=frozenset(font for page in reader.pages for font in _fonts_of_page(page)),
            outline=tuple(_outline(reader.outline, 1)),
            title=(metadata.title if metadata else None) or "",
            language=str(_get(reader.root_object, "/Lang") or ""),
            texts=tuple(page.extract_text() for page in reader.pages),
        )
    except BROKEN as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> SourceError:
    """The error to raise when the PDF at `path` cannot be read."""
    if isinstance(error, FileNotDecryptedError):
        return SourceError(
            "tệp PDF có mật khẩu", where=str(path), next_step="bỏ mật khẩu của tệp rồi chạy lại"
        )
    return SourceError(
        f"không đọc được tệp PDF: {error}", where=str(path), next_step="tạo lại tệp PDF từ văn bản gốc"
    )


def family_of(name: str) -> str:
    """The family in a PostScript font name: "BAAAAA+TimesNewRomanPS-BoldMT" → "Times New Roman"."""
    bare = re.split(r"[-,]", _SUBSET.sub("", name))[0]
    bare = re.sub(r"(PSMT|PS|MT)$", "", bare) or bare
    if bare in _ONE_WORD:
        return bare
    return _FAMILIES.get(bare) or " ".join(_WORDS.split(bare))


def _size_mm(page: Any) -> tuple[float, float]:
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    if page.rotation % 180:
        width, height = height, width
    return round(width * _MM_PER_PT, 1), round(height * _MM_PER_PT, 1)


def _outline(items: list[Any], level: int) -> Iterator[OutlineItem]:
    """pypdf nests the children of an item in a list that follows it."""
    for item in items:
        if isinstance(item, list):
            yield from _outline(item, level + 1)
        elif isinstance(item, Destination):
            yield OutlineItem(level, str(item.title))


def _fonts_of_page(page: DictionaryObject) -> Iterator[PdfFont]:
    seen: set[int] = set()
    yield from _fonts_of(_inherited(page, "/Resources"), seen)
    for annotation in _get(page, "/Annots") or ():
        for look in _appearances(_get(annotation.get_object(), "/AP")):
            yield from _fonts_of(_get(look, "/Resources"), seen)


def _fonts_of(resources: Any, seen: set[int]) -> Iterator[PdfFont]:
    """Fonts of a resource dictionary and of the drawings (form XObjects) in it."""
    if not isinstance(resources, DictionaryObject) or id(resources) in seen:
        return
    seen.add(id(resources))
    for font in _values(resources, "/Font"):
        yield _font(font)
    for drawing in _values(resources, "/XObject"):
        yield from _fonts_of(_get(drawing, "/Resources"), seen)


def _font(font: DictionaryObject) -> PdfFont:
    """A Type 3 font is drawn by the file itself, so it is always embedded."""
    kind = _get(font, "/Subtype")
    name = str(_get(font, "/BaseFont") or _get(font, "/Name") or kind).lstrip("/")
    inner = _get(font, "/DescendantFonts")[0].get_object() if kind == "/Type0" else font
    descriptor = _get(inner, "/FontDescriptor") or DictionaryObject()
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    embedded = kind == "/Type3" or any(file in descriptor for file in files)
    return PdfFont(_SUBSET.sub("", name), family_of(name), embedded)


def _appearances(looks: Any) -> Iterator[DictionaryObject]:
    for look in _values(looks):
        if isinstance(look, StreamObject):
            yield look
        else:
            yield from (state for state in _values(look) if isinstance(state, StreamObject))


def _inherited(page: DictionaryObject, key: str) -> Any:
    """The value of a page's key, which may stand in the tree of pages above it."""
    node: Any = page
    while isinstance(node, DictionaryObject):
        if key in node:
            return _get(node, key)
        node = _get(node, "/Parent")
    return None


def _values(holder: Any, key: str | None = None) -> Iterator[Any]:
    inner = _get(holder, key) if key else holder
    if isinstance(inner, DictionaryObject):
        yield from (value.get_object() for value in inner.values())


def _get(holder: Any, key: str) -> Any:
    """The value with references followed; None when there is none."""
    value = holder.get(key) if isinstance(holder, DictionaryObject) else None
    if isinstance(value, ArrayObject):
        return value
    return value.get_object() if value is not None else None
