"""What a template may ask for: the catalogue of the fields of a kind, on the screen or as a page of Word."""

from datetime import date
from pathlib import Path

from vanban.checking import is_paper
from vanban.compose.field_catalogue import FieldRow, field_rows
from vanban.law.decree import load_decree
from vanban.model.errors import UsageError
from vanban.model.papers import PaperKind
from vanban.office.disk import write_bytes
from vanban.samples import read_glossary
from vanban.templating.kinds import sample_of
from vanban.word.catalogue_page import catalogue_page
from vanban.word.template_filters import FILTERS


def fields_of(kind: PaperKind) -> list[FieldRow]:
    """The catalogue of the fields of a kind, with examples from the sample plan."""
    return field_rows(kind, read_glossary(), sample_of(kind))


def write_fields_page(kind: PaperKind, target: Path, *, day: date) -> None:
    """Writes the catalogue of a kind, and all filters, as a page of Word. UsageError unless it is a .docx."""
    if not is_paper(target):
        raise UsageError(
            f"--docx ghi ra tệp .docx; tệp ghi ra là {target.name}",
            next_step="đặt tên tệp kết quả có đuôi .docx",
        )
    fields = [(r.duong_dan, r.kieu, r.nghia, r.vi_du, r.dieu_khoan) for r in fields_of(kind)]
    filters = [(f.ten, f.nghia, f"{{{{ {f.vi_du} }}}}", f.ket_qua, f.dieu_khoan) for f in FILTERS]
    page = catalogue_page(load_decree(), kind=kind.ten, fields=fields, filters=filters, day=day)
    write_bytes(target, page)
