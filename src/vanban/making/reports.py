"""Reports on a plan."""

from datetime import date
from pathlib import Path

from vanban.compose.bao_cao import compose_report
from vanban.compose.heads import unknown_issuer
from vanban.making.paper import Paper, write_paper
from vanban.model.agency import AgencyBook
from vanban.model.plan import Plan
from vanban.model.progress import Progress


def make_report(
    plan: Plan, progress: Progress, book: AgencyBook, out: Path, *, as_of: date, templates: Path | None = None
) -> Paper:
    """Makes the Báo cáo sơ kết as of a day."""
    document = compose_report(plan, progress, book, as_of=as_of)
    return write_paper(document, "bao-cao-so-ket", out, templates, unknown_issuer(plan, book))
