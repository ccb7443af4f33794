"""Reports on a plan: of one period, and the sơ kết; by who follows the plan up, or by who issued it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from vanban.compose.bao_cao import compose_report
from vanban.compose.heads import unknown_issuer
from vanban.compose.tien_do import compose_period_report
from vanban.making.desk import Desk
from vanban.making.paper import Batch, Paper, file_name, write_paper
from vanban.model.agency import Agency, AgencyBook
from vanban.model.plan import Plan
from vanban.model.progress import Progress


def make_report(
    plan: Plan,
    progress: Progress,
    book: AgencyBook,
    out: Path,
    *,
    as_of: date,
    before: Progress | None = None,
    to: Agency | None = None,
    templates: Path | None = None,
) -> Paper:
    """Makes the Báo cáo sơ kết as of a day, compared with `before`; `to` is an addressee above the issuer."""
    document = compose_report(plan, progress, book, as_of=as_of, before=before, to=to)
    name = "bao-cao-so-ket" + _suffix(to)
    return write_paper(document, name, out, templates, unknown_issuer(plan, book))


def make_period_report(
    plan: Plan,
    progress: Progress,
    book: AgencyBook,
    out: Path,
    *,
    as_of: date,
    before: Progress | None = None,
    to: Agency | None = None,
    templates: Path | None = None,
) -> Paper:
    """Makes the Báo cáo tiến độ of the period that ends on a day, compared with `before`."""
    document = compose_period_report(plan, progress, book, as_of=as_of, before=before, to=to)
    name = "bao-cao-tien-do" + _suffix(to)
    return write_paper(document, name, out, templates, unknown_issuer(plan, book))


def report_of(desk: Desk) -> Batch:
    """The Báo cáo sơ kết of a call."""
    return _made(desk, make_report)


def period_report_of(desk: Desk) -> Batch:
    """The Báo cáo tiến độ of a call."""
    return _made(desk, make_period_report)


def _made(desk: Desk, make: Callable[..., Paper]) -> Batch:
    paper = make(
        desk.plan,
        desk.states,
        desk.book,
        desk.out,
        as_of=desk.figures_day,
        before=desk.previous,
        to=desk.addressee,
        templates=desk.templates,
    )
    return Batch([paper])


def _suffix(to: Agency | None) -> str:
    """So that the report to a body above does not overwrite the one that it was made from."""
    return f"-gui-{file_name(to.viet_tat or to.ten)}" if to else ""
