"""`vanban demo`: the whole way on the sample plan, step by step."""

import json
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from vanban import workflow
from vanban.cli.console import counts, show_findings, show_skipped
from vanban.cli.options import Help, OutFolder
from vanban.cli.streams import out, say, show_error
from vanban.model.errors import ProgramError
from vanban.model.finding import Severity
from vanban.model.plan import Plan, numbered
from vanban.office.disk import write_text
from vanban.shipped import data_folder
from vanban.workflow import Batch, Desk

PLAN, STATES, BEFORE = "ke-hoach-100-ngay.txt", "tien-do-mau.yaml", "tien-do-ky-truoc-mau.yaml"
MEETING = "cuoc-hop-mau.yaml"
"""The sample files."""
_SHOWN = 12
"""How many findings of the plan the terminal shows; all of them go into a file."""


def demo(folder: OutFolder = Path("output"), help_: Help = False) -> None:
    """Làm trọn việc trên kế hoạch mẫu: đọc, kiểm tra, tạo văn bản, kiểm tra thể thức, xuất PDF."""
    start = perf_counter()
    plan = _read(folder)
    _check(plan, folder)
    batch = _make(plan, folder)
    failed = _publish(batch)
    wrong = sum(f.muc is Severity.LOI for paper in batch.papers for f in paper.findings)
    say(f"\nXong trong {perf_counter() - start:.1f} giây. Kết quả trong {folder}:")
    for path in (
        folder / "ke-hoach.yaml",
        folder / "kiem-tra-ke-hoach.json",
        *(p.docx.parent for p in batch.papers),
    ):
        say(f"  {path}")
    if failed or wrong:
        raise typer.Exit(ProgramError.exit_code if failed else 1)


def _step(number: int, words: str) -> None:
    out.print(f"\n[bold]{number}. {words}[/bold]")


def _read(folder: Path) -> Plan:
    _step(1, "Đọc kế hoạch")
    plan = workflow.read(data_folder() / PLAN, out=folder / "ke-hoach.yaml")
    say(
        f"{PLAN}: {len(plan.can_cu)} căn cứ, {len(plan.nhom)} nhóm, {len(numbered(plan))} nhiệm vụ; "
        f"{len(plan.chua_hieu)} chỗ chưa hiểu",
    )
    for item in numbered(plan):
        if item.renumbered_from:
            say(f"  {workflow.renumbering(item)}")
    return plan


def _check(plan: Plan, folder: Path) -> None:
    _step(2, "Kiểm tra kế hoạch")
    findings = workflow.check_plan(plan, workflow.read_book(None))
    say(counts(findings))
    show_findings(findings, limit=_SHOWN)
    data = [finding.model_dump(mode="json", exclude_none=True) for finding in findings]
    write_text(folder / "kiem-tra-ke-hoach.json", json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _make(plan: Plan, folder: Path) -> Batch:
    _step(3, "Tạo văn bản của kế hoạch và kiểm tra thể thức")
    book = workflow.read_book(None)
    states = workflow.read_progress(data_folder() / STATES)
    desk = Desk(
        plan=plan,
        book=book,
        out=folder,
        today=states.ngay_chot,
        progress=states,
        previous=workflow.read_progress(data_folder() / BEFORE),
    )
    meeting = workflow.read_meeting(data_folder() / MEETING, plan, book)
    batch = Batch()
    with _bar() as bar:
        ticker = bar.add_task("Tạo văn bản", total=len(workflow.KINDS))
        for kind in workflow.KINDS:
            held = meeting if "meeting" in workflow.maker_of(kind).uses else None
            batch.add(workflow.make_papers(kind, replace(desk, meeting=held)))
            bar.advance(ticker)
    for paper in batch.papers:
        say(f"  {paper.docx.name}: {counts(paper.findings)}")
        show_findings([f for f in paper.findings if f.muc is not Severity.GOI_Y])
    show_skipped(batch.skipped)
    return batch


def _publish(batch: Batch) -> bool:
    """Whether LibreOffice is missing or failed; the .docx files stand either way."""
    _step(4, "Xuất PDF")
    try:
        with _bar() as bar:
            ticker = bar.add_task("Xuất PDF", total=1)
            published = workflow.publish_papers(batch.papers)
            bar.advance(ticker)
    except ProgramError as error:
        show_error(error)
        return True
    for item in published:
        say(f"  {item.pdf.name}: {item.pages} trang, {counts(item.findings)}")
        show_findings(item.findings)
    return False


def _bar() -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=out)
