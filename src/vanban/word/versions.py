"""Which version of a file this is: who saved it last, on which day, and a mark of its content."""

import hashlib
import posixpath
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.model.errors import SourceError
from vanban.word.package import open_package

_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_MARK_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class Version:
    """What a file says of itself. `mark` is the same for the same words, form and properties.

    `named` is the version or revision that people gave it, "" if none; `saved` is None where the file is
    silent.
    """

    mark: str
    named: str = ""
    saved: date | None = None
    saved_by: str = ""


def version_of(data: bytes, where: str = "") -> Version:
    """The version of a .docx; of what cannot be read, only the mark of its bytes."""
    try:
        package = open_package(data, where)
        parts = {name: package.part(name) or b"" for name in package.names}
        found = package.related("", "core-properties")
        core = package.xml(found[0]) if found else None
    except SourceError:
        return Version(_mark({"": data}))
    if core is None:
        return Version(_mark(parts))
    said = {tag: (core.findtext(tag) or "").strip() for tag in _ASKED}
    return Version(
        _mark(parts),
        said[f"{_CP}version"] or said[f"{_CP}revision"],
        _day(said[f"{_TERMS}modified"]),
        said[f"{_CP}lastModifiedBy"],
    )


_ASKED: Final = (
    *(f"{_CP}version", f"{_CP}revision", f"{_CP}lastModifiedBy"),
    f"{_TERMS}modified",
)


def _mark(parts: dict[str, bytes]) -> str:
    """Of the parts, whatever their order and how they are packed."""
    total = hashlib.sha256()
    for name in sorted(parts):
        total.update(posixpath.normpath(name).encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return total.hexdigest()[:_MARK_LENGTH]


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None
