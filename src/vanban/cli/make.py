"""`vanban make`: a plan → papers."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from vanban import workflow
from vanban.cli.made import finish, finish_due
from vanban.cli.make_reports import Period, Previous, Recipient, Trace
from vanban.cli.options import AsOf, Book, Help, OutFolder, Templates, day_of, today
from vanban.cli.streams import say
from vanban.model.errors import UsageError
from vanban.model.plan import numbered
from vanban.workflow import Batch, Desk, Gathered, Sources

_Kind = Annotated[
    str,
    typer.Argument(
        help=f"Loại văn bản: {', '.join(workflow.KINDS)}; {workflow.ALL}: mọi văn bản đến lúc phải có; "
        f"hoặc {workflow.PLAIN}: loại bất kỳ từ tệp ngắn.",
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
_Meeting = Annotated[
    Path | None,
    typer.Option(
        "--cuoc-hop",
        readable=False,
        help="Giấy mời, biên bản, thông báo kết luận: tệp cuộc họp (.yaml).",
        metavar="TỆP",
    ),
]
_Bare = Annotated[
    bool,
    typer.Option("--khong-phu-luc", help="Kế hoạch: bỏ phụ lục phân công nhiệm vụ theo cơ quan."),
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
    meeting: _Meeting = None,
    bare: _Bare = False,
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
        finish(Batch([paper]), pdf=pdf)
        return
    if kind == workflow.ALL:
        _refuse(kind, task=task, don_vi=agency, ky=period, kinh_gui=recipient)
    sources = Sources(source, book, progress, previous, period, meeting)
    found = workflow.gather(kind, sources, as_of=day, today=today())
    answer = None if before is None else day_of(before)
    desk = Desk(out=folder, today=today(), templates=templates, before=answer, **found.facts)
    desk = replace(desk, task=task, agency=agency, recipient=recipient, shares=not bare)
    _make(kind, desk, found, pdf=pdf, trace=trace)


def _make(kind: str, desk: Desk, found: Gathered, *, pdf: bool, trace: bool) -> None:
    """The papers of a plan; decisions that had no effect are told first."""
    for decision, lost in found.settled.lost:
        say(f"Quyết định không có tác dụng: {decision}: {lost}")
    if kind == workflow.ALL:
        finish_due(workflow.make_due(desk), desk.day, pdf=pdf, trace=trace)
        return
    batch = workflow.make_papers(kind, desk)
    if not batch.papers:
        say(f"Không có văn bản nào được tạo từ {len(numbered(desk.plan))} nhiệm vụ.")
    finish(batch, pdf=pdf, trace=trace)


def _refuse(kind: str, **options: object) -> None:
    """UsageError for options that speak of a plan."""
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value]
    if given:
        raise UsageError(f"{', '.join(given)} không dùng với {kind}", next_step=f"bỏ {', '.join(given)}")
