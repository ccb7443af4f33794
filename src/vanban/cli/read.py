"""`vanban read`: a file → the plan as YAML or as a workbook."""

from pathlib import Path
from typing import Annotated

import typer

from vanban import workflow
from vanban.cli.options import Book, Help
from vanban.cli.streams import say
from vanban.model.plan import numbered
from vanban.read.yaml_plan import dump_plan


def read(
    source: Annotated[
        Path,
        typer.Argument(
            readable=False, help="Kế hoạch: .docx, .pdf có lớp chữ, .xlsx, .txt hoặc .yaml.", metavar="TỆP"
        ),
    ],
    target: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", help="Ghi kế hoạch ra tệp này: .yaml, hoặc .xlsx để sửa bằng Excel.", metavar="TỆP"
        ),
    ] = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Đọc một kế hoạch thành dữ liệu có cấu trúc (.yaml hoặc .xlsx)."""
    plan = workflow.read(source, book=book, out=target)
    if target is None:
        typer.echo(dump_plan(plan), nl=False)
        return
    say(f"Đã đọc {len(plan.nhom)} nhóm, {len(numbered(plan))} nhiệm vụ, {len(plan.can_cu)} căn cứ → {target}")
    if plan.chua_hieu:
        where = "trang “Chưa hiểu”" if target.suffix.lower() == workflow.WORKBOOK else "khóa chua_hieu"
        say(f"Có {len(plan.chua_hieu)} chỗ chưa hiểu, xem {where}:")
        for item in plan.chua_hieu:
            place = f"dòng {item.dong}: " if item.dong else ""
            say(f"  {place}“{item.chu}” ({item.ly_do})")
