"""The properties of a PDF that readers and screen readers show: title, language, author."""

import hashlib
import io
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, NameObject, TextStringObject

from vanban.office.disk import write_bytes
from vanban.office.pdf import BROKEN, unreadable
from vanban.office.pdf_archive import declare_archive
from vanban.office.pdf_labels import PageLabels

_DATES = ("/CreationDate", "/ModDate")


def set_properties(
    src: Path,
    dst: Path,
    *,
    title: str,
    language: str,
    author: str | None = None,
    archive: bool = False,
    labels: bool = False,
) -> None:
    """Write `src` to `dst` with this title and language ("vi-VN"); outline and tags are kept.

    `src` and `dst` may be one file. The same pages give the same bytes: dates of making, which would
    differ each time, are left out, and the identifier is drawn from the content. The window of a reader
    shows the title, not the file name. `author` None leaves the author as it is.
    `archive`: the pages were made for PDF/A-2b, so the file says that it is. `labels`: the pages
    of each appendix are labelled anew.

    Raises SourceError when `src` cannot be read, OutputError when `dst` cannot be written; then `dst`
    is as it was.
    """
    try:
        data = _with_properties(src, title, language, author, archive, labels)
    except BROKEN as error:
        raise unreadable(src, error) from error
    write_bytes(dst, data)


def _with_properties(
    src: Path, title: str, language: str, author: str | None, archive: bool, labels: bool
) -> bytes:
    reader = PdfReader(src)
    reader.trailer[NameObject("/ID")] = _identifier(reader, title)
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    info = {key: str(value) for key, value in (reader.metadata or {}).items() if key not in _DATES}
    info["/Title"] = title
    if author is not None:
        info["/Author"] = author
    writer.metadata = info
    if labels:
        PageLabels(writer).give(reader, 0)
    if archive:
        declare_archive(writer, info, title=title, language=language)
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    preferences = writer.viewer_preferences or writer.create_viewer_preferences()
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _identifier(reader: PdfReader, title: str) -> ArrayObject:
    digest = hashlib.sha256(title.encode())
    for page in reader.pages:
        contents = page.get_contents()
        digest.update(contents.get_data() if contents is not None else b"")
    name = ByteStringObject(digest.digest()[:16])
    return ArrayObject([name, name])
