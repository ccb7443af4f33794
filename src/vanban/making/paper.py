"""One paper made: template and document → .docx, its data and its check, in a folder of its own."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from vanban.beside import stands
from vanban.checking import check_docx, check_layout
from vanban.law.decree import load_decree, load_kinds
from vanban.model.document import Document
from vanban.model.errors import TemplateError
from vanban.model.finding import Finding
from vanban.model.papers import PAPER_KINDS
from vanban.model.plain import PlainDocument
from vanban.model.report import TracedDocument, TracedNumber, charts_of
from vanban.office.disk import write_bytes, write_text
from vanban.read.files import read_bytes
from vanban.shipped import templates_folder
from vanban.viet.text import strip_marks
from vanban.word.finish import finished
from vanban.word.plain_templates import cut_template
from vanban.word.template import compile_template
from vanban.word.template_places import numbered
from vanban.word.template_source import TagError

TEMPLATES = {kind.loai: kind.mau for kind in PAPER_KINDS}


@dataclass(frozen=True)
class Paper:
    """A paper that was made: where its files are, and what the check of its layout found."""

    name: str
    title: str
    docx: Path
    pdf: Path
    findings: list[Finding]
    remarks: tuple[str, ...] = ()
    trace: tuple[TracedNumber, ...] = ()
    """The numbers that it prints, each with the tasks behind it."""

    @property
    def trace_file(self) -> Path:
        """Where the trace is kept, for a paper that has one."""
        return self.docx.parent / "truy-vet.json"


@dataclass(frozen=True)
class Skipped:
    """A paper that was not made: what it is ("Tờ trình cho nhiệm vụ"), of what ("2.3"), and why."""

    what: str
    of: str
    reason: str


@dataclass
class Batch:
    """What one call of `make` brought: papers, those left out, and further files for people."""

    papers: list[Paper] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(self, other: "Batch") -> None:
        """Takes in what another call brought."""
        self.papers += other.papers
        self.skipped += other.skipped
        self.remarks += other.remarks


def write_paper(
    document: Document,
    name: str,
    out: Path,
    templates: Path | None,
    remarks: Iterable[str] = (),
    *,
    words: bool = False,
) -> Paper:
    """One paper in a folder of its own: its data, its .docx, and what the check said.

    `words` checks the words too: those of a short file. Words that come from a plan are checked there.
    """
    docx = build_docx(document, templates)
    folder = out / name
    check = check_docx if words else check_layout
    findings = check(docx, where=f"{name}.docx")
    write_bytes(folder / f"{name}.docx", docx)
    write_text(folder / "du-lieu.json", document.model_dump_json(indent=2, exclude_none=True) + "\n")
    found = [finding.model_dump(mode="json", exclude_none=True) for finding in findings]
    write_text(folder / "kiem-tra.json", json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    paper = Paper(
        name=name,
        title=document.tieu_de,
        docx=folder / f"{name}.docx",
        pdf=folder / f"{name}.pdf",
        findings=findings,
        remarks=tuple(remarks),
        trace=tuple(document.truy_vet) if isinstance(document, TracedDocument) else (),
    )
    if isinstance(document, TracedDocument):
        lines = [one.model_dump_json() for one in paper.trace]
        write_text(paper.trace_file, "[\n" + ",\n".join(lines) + "\n]\n")
    return paper


def build_docx(document: Document, templates: Path | None = None) -> bytes:
    """The .docx of a document: template, fields, last touch. The same document gives the same bytes."""
    template, where = template_of(document, templates)
    return filled(template, document, where=where)


def filled(template: bytes, document: Document, *, where: str) -> bytes:
    """A template filled with a document, with the last touch; `where` names the template in errors."""
    try:
        compiled = compile_template(template, where=where)
        parts = compiled.fill(document.model_dump(mode="json"))
    except TagError as error:
        raise numbered(error, template) from error
    try:
        parts |= finished(
            {**compiled.still, **parts},
            load_decree(),
            title=document.tieu_de,
            language="vi-VN",
            day=document.ngay_lap,
            charts=charts_of(document),
        )
    except TemplateError as error:
        raise TemplateError(error.what, where=where, next_step=error.next_step) from error
    return compiled.assemble(parts)


def template_of(document: Document, folder: Path | None) -> tuple[bytes, str]:
    """The template and its name: the unit's own, else the shipped one, else cut from the law."""
    if not isinstance(document, PlainDocument):
        path = template_path(TEMPLATES[document.loai], folder)
        return read_bytes(path), path.name
    name = plain_template_name(document.loai)
    path = template_path(name, folder)
    return (read_bytes(path) if stands(path.is_file) else cut_plain(document.loai)), name


def plain_template_name(kind: str) -> str:
    """The file name of a unit's own template for plain papers of a kind: "van-ban-thong-bao.docx"."""
    return f"van-ban-{kind.replace('_', '-')}.docx"


@lru_cache(maxsize=64)
def cut_plain(kind: str) -> bytes:
    """The template for plain papers of a kind (code of the law); KeyError if there is none."""
    found = load_kinds().by_code(kind)
    if found is None:
        raise KeyError(kind)
    return cut_template(load_decree(), found)


def template_path(name: str, folder: Path | None) -> Path:
    """The template of a unit's own folder if it has one of this name, else the shipped one."""
    if folder is not None and not stands(folder.is_dir):
        raise TemplateError(
            "không có thư mục mẫu này", where=str(folder), next_step="kiểm tra lại tham số --templates"
        )
    own = folder / name if folder is not None else None
    return own if own is not None and stands(own.is_file) else templates_folder() / name


def file_name(words: str) -> str:
    """The words as part of a file name: small letters without marks, joined by "-"."""
    return "-".join(re.findall(r"[a-z0-9]+", strip_marks(words).lower())) or "khong-ten"
