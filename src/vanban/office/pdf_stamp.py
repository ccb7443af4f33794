"""A mark across every page of a PDF, under its words: "DỰ THẢO" on a paper that nobody has signed.

The mark is a page of another PDF, so its font is embedded like any other. It is no part of the text: a screen
reader passes over it.
"""

import io
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import ContentStream, DictionaryObject, NameObject

from vanban.office.disk import write_bytes
from vanban.office.pdf import BROKEN, unreadable

SLANT_DEGREES = 55
_TAGGED = {b"BDC", b"BMC", b"EMC"}


def stamp(source: Path, mark: Path, target: Path) -> None:
    """Writes `source` to `target` with the first page of `mark` slanted under the words of each page.

    Raises SourceError for a PDF that cannot be read, OutputError where `target` cannot be written.
    """
    try:
        writer = PdfWriter(clone_from=PdfReader(source))
        for page in writer.pages:
            # Read anew for each page: merging renames what it merges.
            sheet = PdfReader(mark).pages[0]
            _outside_of_tags(sheet)
            page.merge_transformed_page(sheet, _onto(page, sheet), over=False)
    except BROKEN as error:
        raise unreadable(source, error) from error
    buffer = io.BytesIO()
    writer.write(buffer)
    write_bytes(target, buffer.getvalue())


def _onto(page: PageObject, sheet: PageObject) -> Transformation:
    """The middle of the mark's page onto the middle of the page, slanted as a reader sees it."""
    middle, own = page.mediabox, sheet.mediabox
    return (
        Transformation()
        .translate(-float(own.left + own.right) / 2, -float(own.bottom + own.top) / 2)
        .rotate(SLANT_DEGREES + page.rotation)
        .translate(float(middle.left + middle.right) / 2, float(middle.bottom + middle.top) / 2)
    )


def _outside_of_tags(sheet: PageObject) -> None:
    """Marks the whole content as an artifact; its own numbers of tags would be taken for the page's."""
    content = ContentStream(sheet.get_contents(), sheet.pdf)
    plain = [item for item in content.operations if item[1] not in _TAGGED]
    content.operations = [([NameObject("/Artifact")], b"BMC"), *plain, ([], b"EMC")]
    sheet[NameObject("/Contents")] = content
    if "/Group" in sheet:
        del sheet["/Group"]
    sheet.setdefault(NameObject("/Resources"), DictionaryObject())
