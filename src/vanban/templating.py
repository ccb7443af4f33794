"""The corridor for those who edit templates: what a template may ask for, and whether it is right."""

from pathlib import Path

from vanban.compose.field_catalogue import FieldRow, field_rows
from vanban.model.errors import UsageError
from vanban.model.papers import PAPER_KINDS, PaperKind, paper_kind
from vanban.samples import read_glossary, sample_document


def kind_named(word: str) -> PaperKind:
    """The kind of paper that a person named; UsageError tells which there are."""
    kind = paper_kind(word)
    if kind is None:
        known = ", ".join(kind.ma for kind in PAPER_KINDS)
        raise UsageError(f"không có loại mẫu “{word}”", next_step=f"chọn một trong: {known}")
    return kind


def fields_of(kind: PaperKind) -> list[FieldRow]:
    """The catalogue of the fields of a kind, with examples from the sample plan."""
    return field_rows(kind, read_glossary(), sample_document(kind))


def kind_of_file(path: Path) -> PaperKind | None:
    """The kind that a template serves by its file name, as `make` takes it."""
    return paper_kind(path.name)
