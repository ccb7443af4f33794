"""Page labels of a PDF: what a viewer shows as the number of a page.

The pages of a paper count from 1, and so do those of each appendix, as they are printed (Nghị định
30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.đ). "PL2-3" is page 3 of the second appendix.
"""

import re

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle

_HEAD = re.compile(r"phụ lục(?: (?:[ivxlc]+|\d+|số \d+))?", re.IGNORECASE)
_TOP_LINES = 2
"""A number of the page may stand above the word."""


class PageLabels:
    """Labels given in the order of the pages; appendices are counted through the whole file."""

    def __init__(self, writer: PdfWriter) -> None:
        self.writer = writer
        self.appendices = 0

    def give(self, reader: PdfReader, first: int, *, appendix: bool = False) -> None:
        """Labels the pages of `reader`, which stand in the writer from the index `first` on.

        `appendix`: the whole of it belongs to another paper, as its appendix.
        """
        starts = appendix_pages(reader)
        if 0 not in starts:
            starts = [0, *starts]
            self._give(reader, first, starts, 0, plain=not appendix)
        else:
            self._give(reader, first, starts, 0, plain=False)
        for at in range(1, len(starts)):
            self._give(reader, first, starts, at, plain=False)

    def _give(self, reader: PdfReader, first: int, starts: list[int], at: int, *, plain: bool) -> None:
        stop = starts[at + 1] if at + 1 < len(starts) else len(reader.pages)
        if not plain:
            self.appendices += 1
        prefix = None if plain else f"PL{self.appendices}-"
        self.writer.set_page_label(
            first + starts[at], first + stop - 1, style=PageLabelStyle.DECIMAL, prefix=prefix, start=1
        )


def appendix_pages(reader: PdfReader) -> list[int]:
    """Indices of the pages on which an appendix begins: its word stands on a line of its own at the top."""
    return [number for number, page in enumerate(reader.pages) if _begins_appendix(page.extract_text())]


def _begins_appendix(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return any(_HEAD.fullmatch(line.strip()) for line in lines[:_TOP_LINES])
