"""The kinds of template there are, by the words that people type and the names of files; a sample of each."""

from datetime import date
from functools import lru_cache

from vanban.beside import read_book
from vanban.law.decree import load_kinds
from vanban.making.paper import plain_template_name
from vanban.making.plain import plain_document
from vanban.model.document import Document
from vanban.model.errors import UsageError
from vanban.model.papers import PAPER_KINDS, PaperKind, named_kind
from vanban.model.plain import PlainDocument, document_shape
from vanban.read.plain.file import kind_of
from vanban.samples import sample_document
from vanban.shipped import data_folder

SAMPLES = "van-ban-mau"
"""The folder of short files, one for each kind of Điều 7."""


@lru_cache(maxsize=1)
def plain_kinds() -> tuple[PaperKind, ...]:
    """The plain papers: each kind of Điều 7, made from a short file."""
    return tuple(
        PaperKind(kind.ma, f"{kind.ten} (từ tệp ngắn)", plain_template_name(kind.ma), document_shape(kind.ma))
        for kind in load_kinds().kinds
    )


def every_kind() -> tuple[PaperKind, ...]:
    """All kinds that may have a template of their own."""
    return (*PAPER_KINDS, *plain_kinds())


def find_kind(word: str) -> PaperKind | None:
    """The kind that a word or a file name means; a kind of Điều 7 that no plan asks for is a plain one."""
    known = named_kind(word, every_kind()) or named_kind(f"van-ban-{word}", plain_kinds())
    law = kind_of(word) if known is None else None
    return known if law is None else named_kind(plain_template_name(law.ma), plain_kinds())


def kind_named(word: str) -> PaperKind:
    """The kind of paper that a person named; UsageError tells which there are."""
    kind = find_kind(word)
    if kind is None:
        raise UsageError(
            f"không có loại mẫu “{word}”",
            next_step=f"chọn một trong: {all_kinds()}; hoặc van-ban-LOẠI với một loại của Điều 7",
        )
    return kind


def all_kinds() -> str:
    """The words for the kinds that have a shipped template."""
    return ", ".join(kind.ma for kind in PAPER_KINDS)


def sample_of(kind: PaperKind, *, day: date | None = None) -> Document:
    """A document of this kind with sample words; `day` dates it where the sample itself has no day."""
    if not issubclass(kind.du_lieu, PlainDocument):
        return sample_document(kind, day=day)
    source = data_folder() / SAMPLES / f"{kind.loai.replace('_', '-')}.md"
    return plain_document(source, read_book(None), day=day or _DAY)


_DAY = date(2025, 12, 1)
