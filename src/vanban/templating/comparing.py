"""Two versions of a template → what changed in words, fields and form, and in a paper made from each."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from vanban.check.template.changes import Changes, changes
from vanban.making.paper import filled
from vanban.model.document import Document
from vanban.model.errors import TemplateError
from vanban.model.finding import Finding
from vanban.model.papers import PaperKind
from vanban.office.disk import write_bytes
from vanban.office.pdf_pictures import page_pictures
from vanban.office.pdf_side_by_side import side_by_side
from vanban.office.soffice import convert_to_pdf
from vanban.read.files import read_bytes
from vanban.templating.checking import TemplateChecked, check_template
from vanban.templating.kinds import find_kind, sample_of
from vanban.word.observe import observe

_SECONDS = 120.0


@dataclass(frozen=True)
class Side:
    """One version: its name, what its check brought, and the trial paper; `fault` where there is none."""

    name: str
    data: bytes
    checked: TemplateChecked
    paper: bytes = b""
    fault: str = ""


@dataclass(frozen=True)
class Compared:
    """Both versions and what changed from the old to the new one. `paper` is None without trial papers."""

    old: Side
    new: Side
    template: Changes
    paper: Changes | None
    fields_added: list[str] = field(default_factory=list)
    fields_gone: list[str] = field(default_factory=list)
    faults_added: list[Finding] = field(default_factory=list)
    faults_gone: list[Finding] = field(default_factory=list)

    @property
    def kind(self) -> PaperKind:
        """The kind of paper that both serve."""
        return self.new.checked.kind

    def __bool__(self) -> bool:
        """Whether anything changed that a reader of the template or of a paper sees."""
        seen = (self.template, self.paper, self.fields_added, self.fields_gone)
        return any(map(bool, (*seen, self.faults_added, self.faults_gone)))


@dataclass(frozen=True)
class Pages:
    """The pages of both trial papers side by side: pictures, PDF, and the numbers of pages that differ."""

    pictures: list[Path]
    pdf: Path
    counts: tuple[int, int]
    different: list[int]


def compare_templates(old: Path, new: Path, kind: PaperKind | None = None) -> Compared:
    """What changed from one template to another. Without a kind it is told from the new one.

    Raises what `checking.check_template_file` does.
    """
    data = read_bytes(new)
    checked = check_template(data, where=new.name, kind=kind or find_kind(new.name) or find_kind(old.name))
    sample = sample_of(checked.kind)
    after = _side(new, data, checked, sample)
    data = read_bytes(old)
    before = _side(old, data, check_template(data, where=old.name, kind=checked.kind), sample)
    paper = changes(observe(before.paper), observe(after.paper)) if before.paper and after.paper else None
    asked, had = after.checked.printed, before.checked.printed
    return Compared(
        before,
        after,
        changes(observe(before.data), observe(after.data)),
        paper,
        sorted(asked - had),
        sorted(had - asked),
        _without(after.checked.findings, before.checked.findings),
        _without(before.checked.findings, after.checked.findings),
    )


def _side(path: Path, data: bytes, checked: TemplateChecked, sample: Document) -> Side:
    try:
        return Side(path.name, data, checked, filled(data, sample, where=path.name))
    except TemplateError as error:
        return Side(path.name, data, checked, fault=str(error))


def _without(findings: list[Finding], others: list[Finding]) -> list[Finding]:
    """The findings that the others do not have, wherever their paragraph stands now."""
    known = {(other.ma, other.loi_van) for other in others}
    return [finding for finding in findings if (finding.ma, finding.loi_van) not in known]


def write_pages(compared: Compared, folder: Path) -> Pages:
    """Draws both trial papers side by side into `folder`: "so-sanh-01.png" … and "so-sanh.pdf".

    Raises TemplateError where one of them cannot be made, and what LibreOffice and pdftoppm may.
    """
    for side in (compared.old, compared.new):
        if not side.paper:
            raise TemplateError(
                "không vẽ được trang: mẫu chưa tạo được văn bản",
                where=side.name,
                next_step=f"sửa mẫu trước: vanban template check {side.name}",
            )
    with tempfile.TemporaryDirectory(prefix="vanban-") as work:
        sources = [Path(work, name) for name in ("cu.docx", "moi.docx")]
        for path, side in zip(sources, (compared.old, compared.new), strict=True):
            path.write_bytes(side.paper)
        left, right = convert_to_pdf(sources, Path(work, "pdf"), timeout_s=_SECONDS)
        joined = side_by_side(left, right)
    target = folder / "so-sanh.pdf"
    write_bytes(target, joined.data)
    return Pages(page_pictures(target, folder), target, joined.counts, joined.different)
