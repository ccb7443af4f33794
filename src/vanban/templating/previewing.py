"""The corridor for those who begin a template or want to see one: new templates, and samples of them.

law ──cut──▶ template ──render with sample data──▶ .docx ──publish──▶ PDF ──▶ pictures of its pages
"""

import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanban.checking import check_layout
from vanban.making.paper import cut_plain, filled
from vanban.model.errors import UsageError
from vanban.model.finding import Finding
from vanban.model.papers import PaperKind
from vanban.model.plain import PlainDocument
from vanban.office.disk import write_bytes
from vanban.office.pdf_pictures import page_pictures
from vanban.publish.pdf import PaperFile, publish
from vanban.read.files import read_bytes
from vanban.shipped import templates_folder
from vanban.templating.kinds import find_kind, kind_named, sample_of


@dataclass(frozen=True)
class NewTemplate:
    """A template to begin with: its bytes, the name that `make` finds it by, and whether it is a copy."""

    data: bytes
    name: str
    is_copy: bool


@dataclass
class Preview:
    """What a template looks like with sample data: the files made, and what the check of the form says."""

    kind: PaperKind
    docx: Path
    findings: list[Finding]
    pdf: Path | None = None
    pictures: list[Path] = field(default_factory=list)


def new_template(word: str) -> NewTemplate:
    """A lawful template for the kind that a person named.

    Kinds made from a plan have a template of their own, which is copied; every other one of the 29 kinds is
    cut from the law. "van-ban-ke-hoach" is the Kế hoạch for short files. Raises UsageError for no kind.
    """
    kind = kind_named(word)
    if issubclass(kind.du_lieu, PlainDocument):
        return NewTemplate(cut_plain(kind.loai), kind.mau, is_copy=False)
    return NewTemplate(read_bytes(templates_folder() / kind.mau), kind.mau, is_copy=True)


def preview(
    source: Path, out: Path, *, day: date, word: str | None = None, pdf: bool = False, png: bool = False
) -> Preview:
    """Fills a template with sample data, in the folder `out`; `pdf` and `png` add a PDF and its pages.

    Raises UsageError where the kind cannot be told, TemplateError for a faulty template.
    """
    kind = kind_named(word) if word is not None else find_kind(source.name)
    if kind is None:
        raise UsageError(
            "không rõ mẫu này dùng cho loại văn bản nào", where=source.name, next_step="thêm --kind LOẠI"
        )
    document = sample_of(kind, day=day)
    data = filled(read_bytes(source), document, where=source.name)
    docx = out / f"{source.stem}.docx"
    if docx.resolve() == source.resolve():
        raise UsageError(
            "bản xem thử sẽ ghi đè lên chính mẫu", where=str(docx), next_step="chọn thư mục khác bằng -o"
        )
    write_bytes(docx, data)
    made = Preview(kind, docx, check_layout(data, where=docx.name))
    if not pdf and not png:
        return made
    with tempfile.TemporaryDirectory(prefix="vanban-") as work:
        target = (out if pdf else Path(work)) / f"{source.stem}.pdf"
        publish([PaperFile(docx=docx, pdf=target, title=document.tieu_de)])
        made.pdf = target if pdf else None
        made.pictures = page_pictures(target, out) if png else []
    return made
