"""A .docx as a package (zip of XML parts): whether it is one, and whether it has headings.

LibreOffice opens a text file or an HTML page that is merely named .docx and makes a PDF of it; so
what goes in must be looked at before the program is called.
"""

from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TYPES = "[Content_Types].xml"
_WORD_PARTS = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
)
_BODY_TEXT = "9"
"""The outline level by which Word says: not a heading."""

_BROKEN = (BadZipFile, KeyError, OSError, EOFError, RuntimeError, NotImplementedError, etree.XMLSyntaxError)
"""What reading a damaged zip or a damaged part of it may raise."""


def fault_of_docx(path: Path) -> str | None:
    """Why `path` is not a .docx, in Vietnamese; None when it is one."""
    if not path.exists():
        return "tệp không tồn tại"
    if not path.is_file():
        return "không phải là tệp"
    try:
        if not is_zipfile(path):
            return "không phải tệp .docx (không phải gói zip)"
        with ZipFile(path) as archive:
            types = archive.read(_TYPES).decode("utf-8", errors="replace")
    except _BROKEN as error:
        return f"không đọc được như một gói .docx: {error}"
    if not any(part in types for part in _WORD_PARTS):
        return "là gói zip nhưng bên trong không có văn bản Word"
    return None


def has_headings(path: Path) -> bool:
    """Whether a paragraph with words in the body of this .docx has an outline level, own or by its style.

    False as well where the usual parts cannot be read: then nothing is known of headings.
    """
    try:
        with ZipFile(path) as archive:
            body = _root(archive, "word/document.xml")
            styles = _heading_styles(_root(archive, "word/styles.xml"))
    except _BROKEN:
        return False
    return any(_is_heading(paragraph, styles) for paragraph in body.iter(f"{_W}p"))


def docx_title(path: Path) -> str:
    """The title in the properties of this .docx; "" where it has none or it cannot be read."""
    try:
        with ZipFile(path) as archive:
            return _root(archive, "docProps/core.xml").findtext(_TITLE) or ""
    except _BROKEN:
        return ""


def _root(archive: ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)


def _is_heading(paragraph: etree._Element, styles: set[str]) -> bool:
    level = _value(paragraph, "pPr/outlineLvl")
    style = _value(paragraph, "pPr/pStyle")
    heading = level != _BODY_TEXT if level is not None else style in styles
    return heading and any((text.text or "").strip() for text in paragraph.iter(f"{_W}t"))


def _heading_styles(styles: etree._Element) -> set[str]:
    """Ids of the paragraph styles with an outline level of their own or of a style that they stand on."""
    level: dict[str, str | None] = {}
    parent: dict[str, str | None] = {}
    for style in styles.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        level[name] = _value(style, "pPr/outlineLvl")
        parent[name] = _value(style, "basedOn")
    return {name for name in level if _inherited(name, level, parent) not in (None, _BODY_TEXT)}


def _inherited(name: str, level: dict[str, str | None], parent: dict[str, str | None]) -> str | None:
    seen: set[str] = set()
    current: str | None = name
    while current is not None and current not in seen:
        seen.add(current)
        own = level.get(current)
        if own is not None:
            return own
        current = parent.get(current)
    return None


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(_W + step for step in path.split("/")))
    return None if found is None else found.get(f"{_W}val")
