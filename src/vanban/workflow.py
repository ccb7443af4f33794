"""The corridor: the only place that knows the order of the rooms.

    file ──read──▶ Plan ──check──▶ findings
                    │ + Progress
                    └─compose──▶ Document ──render──▶ .docx ──observe──▶ Sheet ──check──▶ findings
                                                        └──publish──▶ PDF

Each command of the door is one function here, with the same name; what belongs to checks stands in
`checking.py`, what belongs to the making of papers in `making/`.
"""

from collections.abc import Sequence
from pathlib import Path

from vanban.beside import read_book as read_book
from vanban.check.plan.checks import check_plan as check_plan
from vanban.checking import check as check
from vanban.checking import check_docx as check_docx
from vanban.checking import check_layout as check_layout
from vanban.compose.plan_workbook import compose_workbook
from vanban.compose.submission_route import calls_for_submission as calls_for_submission
from vanban.making.desk import Desk as Desk
from vanban.making.due_papers import Outcome as Outcome
from vanban.making.due_papers import make_due as make_due
from vanban.making.gathering import Gathered as Gathered
from vanban.making.gathering import Sources as Sources
from vanban.making.gathering import gather as gather
from vanban.making.kinds import ALL as ALL
from vanban.making.kinds import KINDS as KINDS
from vanban.making.kinds import make_papers as make_papers
from vanban.making.kinds import maker_of as maker_of
from vanban.making.paper import TEMPLATES as TEMPLATES
from vanban.making.paper import Batch as Batch
from vanban.making.paper import Paper as Paper
from vanban.making.paper import build_docx as build_docx
from vanban.making.plain import PLAIN as PLAIN
from vanban.making.plain import make_plain as make_plain
from vanban.making.plan_papers import find_task as find_task
from vanban.making.plan_papers import make_plan as make_plan
from vanban.making.plan_papers import make_submission as make_submission
from vanban.making.plan_papers import make_submissions as make_submissions
from vanban.making.plan_papers import renumbering as renumbering
from vanban.making.reports import make_period_report as make_period_report
from vanban.making.reports import make_report as make_report
from vanban.model.agency import AgencyBook
from vanban.model.errors import UsageError
from vanban.model.meeting import Meeting
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.office.disk import write_bytes, write_text
from vanban.publish.bundle import Bundle as Bundle
from vanban.publish.bundle import publish_apart as publish_apart
from vanban.publish.bundle import publish_as_one as publish_as_one
from vanban.publish.bundle import published_file as published_file
from vanban.publish.pdf import PaperFile, Published, publish
from vanban.read.files import read_plan, read_text
from vanban.read.meeting_file import parse_meeting
from vanban.read.progress_file import parse_progress
from vanban.read.yaml_plan import dump_plan

WORKBOOK = ".xlsx"
OTHER_FILES = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".doc", ".docx", ".pdf", ".txt")
"""Kinds of file that a plan is not written as, though a person may expect it."""


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
            next_step="đặt tên tệp có đuôi .yaml hoặc .xlsx; cần bản in thì dùng vanban make ke-hoach",
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


def read_meeting(path: Path, plan: Plan, book: AgencyBook) -> Meeting:
    """Reads the file of a meeting about a plan."""
    return parse_meeting(read_text(path), str(path), plan, book)


def publish_papers(papers: Sequence[Paper]) -> list[Published]:
    """PDFs of all papers, in one call of LibreOffice."""
    files = [PaperFile(docx=p.docx, pdf=p.pdf, title=p.title) for p in papers]
    return publish(files)
