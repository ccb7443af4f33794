"""The corridor: the only place that knows the order of the rooms.

    file ──read──▶ Plan ──check──▶ findings
                    │ + Progress
                    └─compose──▶ Document ──render──▶ .docx ──observe──▶ Sheet ──check──▶ findings
                                                        └──publish──▶ PDF

Each command of the door is one function here, with the same name; what belongs to checks stands in
`checking.py`.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanban.beside import read_book as read_book
from vanban.beside import stands
from vanban.check.plan.checks import check_plan as check_plan
from vanban.checking import check as check
from vanban.checking import check_docx as check_docx
from vanban.checking import check_layout as check_layout
from vanban.compose.bao_cao import compose_report
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.plan_workbook import compose_workbook
from vanban.compose.submission_route import calls_for_submission as calls_for_submission
from vanban.compose.submission_route import no_submission_reason, route
from vanban.compose.to_trinh import compose_submission
from vanban.law.decree import load_decree
from vanban.model.agency import AgencyBook
from vanban.model.document import Document
from vanban.model.errors import TemplateError, UsageError
from vanban.model.finding import Finding, Severity
from vanban.model.papers import PAPER_KINDS
from vanban.model.plan import Numbered, Plan, numbered
from vanban.model.progress import Progress
from vanban.model.report import charts_of
from vanban.office.disk import write_bytes, write_text
from vanban.publish.bundle import Bundle as Bundle
from vanban.publish.bundle import publish_apart as publish_apart
from vanban.publish.bundle import publish_as_one as publish_as_one
from vanban.publish.bundle import published_file as published_file
from vanban.publish.pdf import PaperFile, Published, publish
from vanban.read.files import read_bytes, read_plan, read_text
from vanban.read.progress_file import parse_progress
from vanban.read.yaml_plan import dump_plan
from vanban.shipped import templates_folder
from vanban.word.finish import finish
from vanban.word.template import render

TEMPLATES = {kind.loai: kind.mau for kind in PAPER_KINDS}
KINDS = tuple(kind.ma for kind in PAPER_KINDS)
WORKBOOK = ".xlsx"
OTHER_FILES = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".doc", ".docx", ".pdf", ".txt")
"""Kinds of file that a plan is not written as, though a person may expect it."""
NOT_ASKED = "có văn bản phải ban hành nhưng kế hoạch không ghi Tờ trình; cần thì gọi --task SỐ"
"""Why a task with an issuing document still gets no Tờ trình unless a person asks."""


@dataclass(frozen=True)
class Paper:
    """A paper that was made: where its files are, and what the check of its layout found."""

    name: str
    title: str
    docx: Path
    pdf: Path
    findings: list[Finding]
    remarks: tuple[str, ...] = ()


@dataclass
class Batch:
    """What one call of `make` brought: the papers, and the tasks left out with the reason."""

    papers: list[Paper] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def read(source: Path, *, book: Path | None = None, out: Path | None = None) -> Plan:
    """Reads a plan; writes it to `out` if given: as a workbook where that ends in .xlsx, else as YAML."""
    plan = read_plan(source, read_book(book, source))
    if out is None:
        return plan
    suffix = out.suffix.lower()
    if suffix in OTHER_FILES:
        raise UsageError(
            f"không ghi được kế hoạch thành tệp loại “{suffix}”",
            where=str(out),
            next_step="đặt tên tệp có đuôi .yaml hoặc .xlsx; cần bản in thì dùng vanban make plan",
        )
    if suffix == WORKBOOK:
        from vanban.office.xlsx import write_workbook  # openpyxl takes long to load, and few calls need it

        write_bytes(out, write_workbook(compose_workbook(plan), title=plan.van_ban.trich_yeu))
    else:
        write_text(out, dump_plan(plan))
    return plan


def read_progress(path: Path) -> Progress:
    """Reads a progress file."""
    return parse_progress(read_text(path), str(path))


def make_plan(plan: Plan, book: AgencyBook, out: Path, *, day: date, templates: Path | None = None) -> Paper:
    """Makes the Kế hoạch; a final one is reminded of the faults that the plan still has."""
    document = compose_plan(plan, book, day=day)
    faults = [] if plan.van_ban.du_thao else [f for f in check_plan(plan, book) if f.muc is Severity.LOI]
    remarks = (
        [f"Bản chính thức mà kế hoạch còn {len(faults)} lỗi: chạy vanban check để xem"] if faults else []
    )
    return _make(document, "ke-hoach", out, templates, remarks)


def make_submission(
    plan: Plan, item: Numbered, book: AgencyBook, out: Path, *, day: date, templates: Path | None = None
) -> Paper:
    """Makes the Tờ trình of one task; NoPaperError if the task calls for none."""
    document = compose_submission(plan, item, book, day=day)
    remarks = _number_remarks(plan, item) + [
        f"Thẩm quyền còn ghi “{words}”, Tờ trình này chưa đưa vào" for words in route(item, book).left_out
    ]
    return _make(document, f"to-trinh-{item.so}", out, templates, remarks)


def make_report(
    plan: Plan, progress: Progress, book: AgencyBook, out: Path, *, as_of: date, templates: Path | None = None
) -> Paper:
    """Makes the Báo cáo sơ kết as of a day."""
    return _make(compose_report(plan, progress, book, as_of=as_of), "bao-cao-so-ket", out, templates)


def make_submissions(
    plan: Plan,
    book: AgencyBook,
    out: Path,
    *,
    day: date,
    templates: Path | None = None,
    done: Callable[[Paper], None] = lambda _: None,
) -> Batch:
    """Makes a Tờ trình for every task that calls for one, and says why the others get none."""
    batch = Batch()
    for item in numbered(plan):
        reason = no_submission_reason(item, book)
        if reason is None and not calls_for_submission(item):
            reason = NOT_ASKED
        if reason is not None:
            batch.skipped.append((item.so, reason))
            continue
        paper = make_submission(plan, item, book, out, day=day, templates=templates)
        batch.papers.append(paper)
        done(paper)
    return batch


def find_task(plan: Plan, key: str) -> Numbered:
    """The task with this number (as counted anew) or this id; UsageError names what there is."""
    tasks = numbered(plan)
    found = next((t for t in tasks if key in (t.so, t.nhiem_vu.id)), None)
    if found is not None:
        return found
    printed = [t for t in tasks if key and (t.nhiem_vu.so_in or "").rstrip(".") == key]
    hint = f"; số {key} in trong bản gốc nay là {', '.join(t.so for t in printed)}" if printed else ""
    raise UsageError(
        f"không có nhiệm vụ “{key}” trong kế hoạch{hint}",
        next_step=f"dùng một trong các số: {', '.join(t.so for t in tasks)}",
    )


def renumbering(item: Numbered) -> str:
    """The sentence that tells which number the source printed for a task."""
    return f"Nhiệm vụ {item.so} (đếm lại) trong bản gốc in số: {item.renumbered_from}"


def _number_remarks(plan: Plan, item: Numbered) -> list[str]:
    """What a person must know who took the number from the source: it may mean another task there."""
    others = [t for t in numbered(plan) if t.renumbered_from == item.so]
    return [renumbering(item)] * bool(item.renumbered_from) + [
        f"Số {item.so} in trong bản gốc là nhiệm vụ khác, nay đếm lại là {other.so}" for other in others
    ]


def publish_papers(papers: Sequence[Paper]) -> list[Published]:
    """PDFs of all papers, in one call of LibreOffice."""
    files = [PaperFile(docx=p.docx, pdf=p.pdf, title=p.title) for p in papers]
    return publish(files)


def _make(
    document: Document, name: str, out: Path, templates: Path | None, remarks: Iterable[str] = ()
) -> Paper:
    """One paper in a folder of its own: its data, its .docx, and what the check said."""
    docx = build_docx(document, templates)
    folder = out / name
    findings = check_layout(docx, where=f"{name}.docx")
    write_bytes(folder / f"{name}.docx", docx)
    write_text(folder / "du-lieu.json", document.model_dump_json(indent=2, exclude_none=True) + "\n")
    found = [finding.model_dump(mode="json", exclude_none=True) for finding in findings]
    write_text(folder / "kiem-tra.json", json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return Paper(
        name=name,
        title=document.tieu_de,
        docx=folder / f"{name}.docx",
        pdf=folder / f"{name}.pdf",
        findings=findings,
        remarks=tuple(remarks),
    )


def build_docx(document: Document, templates: Path | None = None) -> bytes:
    """The .docx of a document: template, fields, last touch. The same document gives the same bytes."""
    path = _template(TEMPLATES[document.loai], templates)
    rendered = render(read_bytes(path), document.model_dump(mode="json"), where=path.name)
    try:
        return finish(
            rendered,
            load_decree(),
            title=document.tieu_de,
            language="vi-VN",
            day=document.ngay_lap,
            charts=charts_of(document),
        )
    except TemplateError as error:
        raise TemplateError(error.what, where=path.name, next_step=error.next_step) from error


def _template(name: str, folder: Path | None) -> Path:
    """The template of a unit's own folder if it has one of this name, else the shipped one."""
    if folder is not None and not stands(folder.is_dir):
        raise TemplateError(
            "không có thư mục mẫu này", where=str(folder), next_step="kiểm tra lại tham số --templates"
        )
    own = folder / name if folder is not None else None
    return own if own is not None and stands(own.is_file) else templates_folder() / name
