"""`vanban letters`: one paper for each row of a list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from vanban.cli.console import show_findings
from vanban.cli.options import Help
from vanban.cli.streams import err, say
from vanban.letters import LOG, LetterJob, first_letter, make_letters, make_pdfs, read_letters
from vanban.model.finding import Severity
from vanban.model.letters import LetterResult
from vanban.office.workers import cores

_TOLD = 20
"""Failures told one by one in the terminal; the log holds all."""


def letters(
    template: Annotated[
        Path,
        typer.Argument(
            readable=False,
            help="Mẫu (.docx) hoặc tệp ngắn (.md) có tên trường là tiêu đề cột.",
            metavar="MẪU",
        ),
    ],
    addresses: Annotated[
        Path, typer.Argument(readable=False, help="Danh sách (.xlsx, .csv).", metavar="DANH_SÁCH")
    ],
    folder: Annotated[Path, typer.Option("-o", "--out", help="Thư mục kết quả.", metavar="THƯ_MỤC")] = Path(
        "output/hang-loat"
    ),
    name: Annotated[str, typer.Option("--name", help='Tên tệp, như "{stt}-{ten_xa}".', metavar="TÊN")] = "",
    pdf: Annotated[bool, typer.Option("--pdf", help="Tạo thêm PDF bằng LibreOffice.")] = False,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="Số tiến trình; mặc định bằng số nhân.", metavar="SỐ")
    ] = cores(),
    help_: Help = False,
) -> None:
    """Tạo mỗi dòng của danh sách một văn bản; dừng giữa chừng thì chạy lại, chỉ làm phần còn thiếu."""
    job = read_letters(template, addresses, folder, name=name)
    count = len(job.files())
    _, findings = first_letter(job)
    show_findings([finding for finding in findings if finding.muc is not Severity.GOI_Y])
    failed = _run("Văn bản", make_letters(job, workers=min(workers, count)), count, job)
    if pdf:
        made = sum((folder / file).is_file() for file in job.files())
        failed += _run("PDF", make_pdfs(job, workers=min(workers, max(made, 1))), made, job)
    if failed or any(finding.muc is Severity.LOI for finding in findings):
        raise typer.Exit(1)


def _run(title: str, results: Iterator[LetterResult], total: int, job: LetterJob) -> list[LetterResult]:
    """Shows a bar while the work goes on, then what came of it; gives what failed."""
    kept, failed, pages = 0, [], 0
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(title, total=total)
        for result in results:
            kept += result.kept
            pages += result.pages or 0
            if result.failed:
                failed.append(result)
            bar.advance(task)
    done = total - kept - len(failed)
    parts = [f"{done} tệp mới"] * bool(done) + [f"{kept} tệp đã có"] * bool(kept)
    parts += [f"{len(failed)} tệp lỗi"] * bool(failed) + [f"{pages} trang"] * bool(pages)
    say(f"{title}: {', '.join(parts)} → {job.folder}")
    for result in sorted(failed, key=lambda r: r.number)[:_TOLD]:
        say(f"  Không tạo được {result.file}: {result.reason}")
    if len(failed) > _TOLD:
        say(f"  … và {len(failed) - _TOLD} tệp khác; xem cột “Lý do” trong {job.folder / LOG}")
    return failed
