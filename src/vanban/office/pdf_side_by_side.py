"""Two PDFs → one whose pages show both side by side, with the numbers of the pages that differ."""

import io
from dataclasses import dataclass
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from vanban.office.pdf import BROKEN, unreadable

_GAP_PT = 12.0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The joined PDF, how many pages each side has, and the numbers of pages whose words differ."""

    data: bytes
    counts: tuple[int, int]
    different: list[int]


def side_by_side(left: Path, right: Path) -> SideBySide:
    """Joins page 1 with page 1 and so on; where one side has no page its half stays empty.

    Raises SourceError for a file that is no PDF.
    """
    one, other = _pages(left), _pages(right)
    writer = PdfWriter()
    different = []
    for at in range(max(len(one), len(other))):
        pair = [pages[at] if at < len(pages) else None for pages in (one, other)]
        writer.add_page(_joined(pair))
        words = [page.extract_text().split() if page is not None else None for page in pair]
        if words[0] != words[1]:
            different.append(at + 1)
    buffer = io.BytesIO()
    writer.write(buffer)
    return SideBySide(buffer.getvalue(), (len(one), len(other)), different)


def _pages(path: Path) -> list[PageObject]:
    try:
        return list(PdfReader(path).pages)
    except BROKEN as error:
        raise unreadable(path, error) from error


def _joined(pair: list[PageObject | None]) -> PageObject:
    there = [page for page in pair if page is not None]
    width = max(float(page.mediabox.width) for page in there)
    height = max(float(page.mediabox.height) for page in there)
    sheet = PageObject.create_blank_page(width=2 * width + _GAP_PT, height=height)
    for number, page in enumerate(pair):
        if page is not None:
            top = height - float(page.mediabox.height)
            place = Transformation().translate(number * (width + _GAP_PT), top)
            sheet.merge_transformed_page(page, place)
    return sheet
