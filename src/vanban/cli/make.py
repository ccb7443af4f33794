"""`vanban make`: a plan → papers."""

from pathlib import Path
from typing import Annotated

import typer

from vanban import workflow
from vanban.cli.console import counts, show_findings, show_skipped
from vanban.cli.make_reports import Period, Previous, Recipient, Trace, show_trace
from vanban.cli.options import AsOf, Book, Help, OutFolder, Templates, day_of, today
from vanban.cli.streams import say
from vanban.model.errors import UsageError
from vanban.model.finding import Severity
from vanban.model.plan import numbered
from vanban.workflow import Batch, Desk, Gathered, Paper, Sources

_Kind = Annotated[
    str,
    typer.Argument(
        help=f"Loại văn bản: {', '.join(workflow.KINDS)}; hoặc {workflow.PLAIN}: loại bất kỳ từ tệp ngắn.",
        metavar="LOẠI",
    ),
]
_Source = Annotated[
    Path,
    typer.Argument(
        readable=False,
        help=f"Kế hoạch: .yaml, .docx, .xlsx, .pdf, .txt; với {workflow.PLAIN}: tệp .md hoặc .yaml.",
        metavar="KẾ_HOẠCH",
    ),
]
_Task = Annotated[
    str | None,
    typer.Option("--task", help="Số nhiệm vụ đếm lại (2.8) hoặc mã (t2-8).", metavar="SỐ"),
]
_Agency = Annotated[
    str | None,
    typer.Option("--don-vi", help="Chỉ cơ quan này: mã hoặc tên trong sổ cơ quan.", metavar="CƠ_QUAN"),
]
_Progress = Annotated[
    Path | None,
    typer.Option(
        "--progress", readable=False, help="Tệp tiến độ (.yaml). Không ghi: lấy từ sổ tiến độ.", metavar="TỆP"
    ),
]
_Before = Annotated[
    str | None,
    typer.Option("--han-bao-cao", help="Ngày mà cơ quan nhận phải báo cáo lại.", metavar="NGÀY"),
]


def make(
    kind: _Kind,
    source: _Source,
    folder: OutFolder = Path("output"),
    task: _Task = None,
    agency: _Agency = None,
    before: _Before = None,
    progress: _Progress = None,
    previous: Previous = None,
    period: Period = None,
    recipient: Recipient = None,
    as_of: AsOf = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Tạo thêm PDF bằng LibreOffice.")] = False,
    trace: Trace = False,
    book: Book = None,
    templates: Templates = None,
    help_: Help = False,
) -> None:
    """Tạo văn bản (.docx) từ kế hoạch; với van-ban: từ một tệp ngắn .md hoặc .yaml."""
    day = None if as_of is None else day_of(as_of)
    if kind == workflow.PLAIN:
        _refuse(kind, task=task, don_vi=agency, progress=progress, trace=trace, han_bao_cao=before)
        _refuse(kind, before=previous, ky=period, kinh_gui=recipient)
        paper = workflow.make_plain(source, folder, day=day or today(), book=book, templates=templates)
        _finish(Batch([paper]), pdf=pdf)
        return
    sources = Sources(source, book, progress, previous, period)
    found = workflow.gather(workflow.maker_of(kind), sources, as_of=day, today=today())
    desk = Desk(
        out=folder,
        today=today(),
        templates=templates,
        before=None if before is None else day_of(before),
        task=task,
        agency=agency,
        recipient=recipient,
        **found.facts,
    )
    _make(kind, desk, found, pdf=pdf, trace=trace)


def _make(kind: str, desk: Desk, found: Gathered, *, pdf: bool, trace: bool) -> None:
    """The papers of a plan; decisions that had no effect are told first."""
    for decision, lost in found.settled.lost:
        say(f"Quyết định không có tác dụng: {decision}: {lost}")
    batch = workflow.make_papers(kind, desk)
    if not batch.papers:
        say(f"Không có văn bản nào được tạo từ {len(numbered(desk.plan))} nhiệm vụ.")
    _finish(batch, pdf=pdf, trace=trace)


def _refuse(kind: str, **options: object) -> None:
    """UsageError for options that speak of a plan."""
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value]
    if given:
        raise UsageError(f"{', '.join(given)} không dùng với {kind}", next_step=f"bỏ {', '.join(given)}")


def _finish(batch: Batch, *, pdf: bool, trace: bool = False) -> None:
    """Tells what was made, makes the PDFs, and ends with 1 where a paper has a fault."""
    _show(batch)
    for paper in batch.papers if trace else []:
        show_trace(paper)
    if pdf:
        _publish(batch)
    if any(f.muc is Severity.LOI for paper in batch.papers for f in paper.findings):
        raise typer.Exit(1)


def _publish(batch: Batch) -> None:
    for published in workflow.publish_papers(batch.papers):
        say(f"PDF {published.pages} trang → {published.pdf}")
        show_findings(published.findings)


def _show(batch: Batch) -> None:
    for paper in batch.papers:
        show_paper(paper)
    show_skipped(batch.skipped)
    for remark in batch.remarks:
        say(f"Lưu ý: {remark}")


def show_paper(paper: Paper) -> None:
    """One paper that was made, and what its check says."""
    say(f"{paper.docx}: {counts(paper.findings)}")
    for remark in paper.remarks:
        say(f"  Lưu ý: {remark}")
    show_findings([f for f in paper.findings if f.muc is not Severity.GOI_Y])
