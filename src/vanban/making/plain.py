"""Papers of any of the 29 kinds from a short file: no plan needed."""

from datetime import date
from pathlib import Path
from typing import Final

from vanban.beside import read_book
from vanban.compose.plain import compose_plain
from vanban.making.paper import Paper, write_paper
from vanban.model.agency import AgencyBook
from vanban.model.document import blanks
from vanban.model.errors import SourceError
from vanban.model.plain import PlainDocument
from vanban.read.files import read_text
from vanban.read.plain.file import kind_of, parse_plain

PLAIN: Final = "van-ban"
"""What people type for such a paper: the file says its kind."""
SUFFIXES: Final = (".md", ".yaml", ".yml", ".txt")


def make_plain(
    source: Path, out: Path, *, day: date, book: Path | None = None, templates: Path | None = None
) -> Paper:
    """Makes the paper that a short file asks for, in a folder named after the file.

    Raises SourceError with every fault of the file at once, each with its line.
    """
    document = plain_document(source, read_book(book, source), day=day)
    waiting = list(dict.fromkeys(blanks(document)))
    remarks = [f"Còn {len(waiting)} chỗ chờ điền: {'; '.join(waiting)}"] if waiting else []
    return write_paper(document, source.stem, out, templates, remarks, words=True)


def plain_document(source: Path, book: AgencyBook, *, day: date) -> PlainDocument:
    """The document of a short file."""
    if source.suffix.lower() not in SUFFIXES:
        raise SourceError(
            f"văn bản ngắn phải là tệp {', '.join(SUFFIXES[:2])}, không phải “{source.suffix}”",
            where=str(source),
            next_step="xem các tệp mẫu trong data/van-ban-mau",
        )
    file = parse_plain(read_text(source), str(source), book)
    kind = kind_of(file.paper.loai)
    assert kind is not None  # the reader refuses an unknown kind
    return compose_plain(file, kind, book, day=day)
