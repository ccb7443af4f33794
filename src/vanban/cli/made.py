"""What `vanban make` tells when papers are made: files, findings, papers left out and why; then the PDFs."""

from collections.abc import Sequence
from datetime import date

import typer

from vanban import workflow
from vanban.cli.console import counts, show_findings, show_skipped
from vanban.cli.make_reports import show_trace
from vanban.cli.streams import say, show_error
from vanban.model.finding import Severity
from vanban.viet.dates import short_date
from vanban.workflow import Batch, Outcome, Paper


def finish(batch: Batch, *, pdf: bool, trace: bool = False) -> None:
    """Tells what was made, makes the PDFs, and ends with 1 where a paper has a fault."""
    _show(batch)
    _complete(batch, pdf=pdf, trace=trace)
    _end(batch)


def finish_due(outcomes: Sequence[Outcome], day: date, *, pdf: bool, trace: bool) -> None:
    """The same for all papers that were due on a day; then what was not due, and why.

    Ends with the code of the first error where a kind could not be made, after all others were.
    """
    everything = Batch()
    say(f"Đến lúc phải có, ngày {short_date(day)}:")
    for one in (o for o in outcomes if o.due.now):
        say(f"\n{one.kind}: {one.due.why}")
        if one.error is not None:
            show_error(one.error)
        _show(one.batch)
        everything.add(one.batch)
    if not any(one.due.now for one in outcomes):
        say("không có văn bản nào.")
    say("\nChưa lập:")
    for one in (o for o in outcomes if not o.due.now):
        say(f"  {one.kind}: {one.due.why}")
    _complete(everything, pdf=pdf, trace=trace)
    errors = [one.error for one in outcomes if one.error is not None]
    if errors:
        raise typer.Exit(errors[0].exit_code)
    _end(everything)


def _complete(batch: Batch, *, pdf: bool, trace: bool) -> None:
    for paper in batch.papers if trace else []:
        show_trace(paper)
    if pdf:
        _publish(batch)


def _end(batch: Batch) -> None:
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
