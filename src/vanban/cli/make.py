"""`vanban make`: a plan → papers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vanban import workflow
from vanban.cli.console import counts, say, show_findings, show_skipped
from vanban.cli.options import AsOf, Book, Help, OutFolder, Templates, day_of, today
from vanban.model.agency import AgencyBook
from vanban.model.errors import UsageError
from vanban.model.finding import Severity
from vanban.model.plan import Plan, numbered
from vanban.read.decisions import decided
from vanban.workflow import Batch, Paper


def make(
    kind: Annotated[str, typer.Argument(help=f"Loại văn bản: {', '.join(workflow.KINDS)}.", metavar="LOẠI")],
    source: Annotated[
        Path, typer.Argument(readable=False, help="Kế hoạch: .yaml hoặc .txt.", metavar="KẾ_HOẠCH")
    ],
    folder: OutFolder = Path("output"),
    task: Annotated[
        str | None,
        typer.Option(
            "--task", help="Số nhiệm vụ đếm lại (2.8) hoặc mã (t2-8); chỉ dùng với to-trinh.", metavar="SỐ"
        ),
    ] = None,
    progress: Annotated[
        Path | None,
        typer.Option(
            "--progress", readable=False, help="Tệp tiến độ (.yaml); cần cho bao-cao.", metavar="TỆP"
        ),
    ] = None,
    as_of: AsOf = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Tạo thêm PDF bằng LibreOffice.")] = False,
    book: Book = None,
    templates: Templates = None,
    help_: Help = False,
) -> None:
    """Tạo văn bản (.docx) từ kế hoạch: ke-hoach, to-trinh, bao-cao."""
    _require_sense(kind, task, progress)
    settled = decided(workflow.read(source, book=book), workflow.read_book(book, source))
    plan = settled.plan
    for decision, lost in settled.lost:
        say(f"Quyết định không có tác dụng: {decision}: {lost}")
    day = None if as_of is None else day_of(as_of)
    desk = _Desk(plan, settled.book, folder, day, templates)
    batch = desk.report(progress) if progress and kind == "bao-cao" else desk.plan_or_submissions(kind, task)
    _show(batch, plan)
    if pdf:
        for published in workflow.publish_papers(batch.papers):
            say(f"PDF {published.pages} trang → {published.pdf}")
            show_findings(published.findings)
    if any(f.muc is Severity.LOI for paper in batch.papers for f in paper.findings):
        raise typer.Exit(1)


def _require_sense(kind: str, task: str | None, progress: Path | None) -> None:
    """UsageError for options that do not go together."""
    if kind not in workflow.KINDS:
        known = ", ".join(workflow.KINDS)
        raise UsageError(f"không có loại văn bản “{kind}”", next_step=f"chọn một trong: {known}")
    if task is not None and kind != "to-trinh":
        raise UsageError(
            "--task chỉ dùng với to-trinh", next_step="bỏ --task, hoặc gọi: vanban make to-trinh …"
        )
    if kind == "bao-cao" and progress is None:
        raise UsageError("báo cáo cần tệp tiến độ", next_step="thêm --progress TỆP.yaml")


@dataclass(frozen=True)
class _Desk:
    """What every paper of one call shares; `day` is None where the person gave none."""

    plan: Plan
    book: AgencyBook
    folder: Path
    day: date | None
    templates: Path | None

    def report(self, progress: Path) -> Batch:
        states = workflow.read_progress(progress)
        as_of = self.day or states.ngay_chot
        paper = workflow.make_report(
            self.plan, states, self.book, self.folder, as_of=as_of, templates=self.templates
        )
        return Batch(papers=[paper])

    def plan_or_submissions(self, kind: str, task: str | None) -> Batch:
        day = self.day or today()
        if kind == "ke-hoach":
            paper = workflow.make_plan(self.plan, self.book, self.folder, day=day, templates=self.templates)
            return Batch(papers=[paper])
        if task is None:
            return workflow.make_submissions(
                self.plan, self.book, self.folder, day=day, templates=self.templates
            )
        item = workflow.find_task(self.plan, task)
        paper = workflow.make_submission(
            self.plan, item, self.book, self.folder, day=day, templates=self.templates
        )
        return Batch(papers=[paper])


def _show(batch: Batch, plan: Plan) -> None:
    for paper in batch.papers:
        show_paper(paper)
    show_skipped(batch.skipped)
    if not batch.papers:
        say(f"Không có văn bản nào được tạo từ {len(numbered(plan))} nhiệm vụ.")


def show_paper(paper: Paper) -> None:
    """One paper that was made, and what its check says."""
    say(f"{paper.docx}: {counts(paper.findings)}")
    for remark in paper.remarks:
        say(f"  Lưu ý: {remark}")
    show_findings([f for f in paper.findings if f.muc is not Severity.GOI_Y])
