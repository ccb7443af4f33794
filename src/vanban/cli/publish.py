"""`vanban publish`: papers and their appendices → PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from vanban import workflow
from vanban.cli.console import show_findings, table
from vanban.cli.options import Help
from vanban.cli.streams import out, say
from vanban.model.errors import UsageError
from vanban.model.finding import Severity
from vanban.publish.pdf import Published


def publish(
    parts: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            help="Văn bản (.docx), rồi các phụ lục (.docx, .pdf) theo thứ tự.",
            metavar="TỆP...",
        ),
    ],
    target: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Tệp PDF kết quả; với --separate là thư mục.", metavar="KẾT_QUẢ"),
    ] = None,
    separate: Annotated[
        bool, typer.Option("--separate", help="Mỗi tệp một PDF, kèm danh mục tệp (số trang, mã SHA-256).")
    ] = False,
    pdfa: Annotated[bool, typer.Option("--pdfa", help="PDF/A-2b, để lưu trữ lâu dài.")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="In chữ DỰ THẢO mờ dưới mỗi trang.")] = False,
    title: Annotated[
        str,
        typer.Option("--title", help="Tiêu đề của PDF; không ghi thì lấy của văn bản.", metavar="TIÊU_ĐỀ"),
    ] = "",
    help_: Help = False,
) -> None:
    """Xuất bản PDF: văn bản ghép với phụ lục theo thứ tự, có mục lục, số trang riêng từng phụ lục."""
    how = workflow.Bundle(archive=pdfa, draft=draft, title=title)
    if separate:
        made = workflow.publish_apart(parts, target or Path("output"), how)
    else:
        if target is not None and target.suffix.lower() != ".pdf":
            raise UsageError(
                f"tên tệp kết quả “{target}” không có đuôi .pdf",
                next_step="đặt tên như -o van-ban.pdf, hoặc thêm --separate để ghi vào một thư mục",
            )
        made = [workflow.publish_as_one(parts, target or parts[0].with_suffix(".pdf"), how)]
    _show(made)
    if any(f.muc is Severity.LOI for published in made for f in published.findings):
        raise typer.Exit(1)


def _show(made: Sequence[Published]) -> None:
    """Every PDF with what is wrong with it, then the list of files."""
    for published in made:
        say(f"PDF {published.pages} trang → {published.pdf}")
        show_findings(published.findings)
    files = [workflow.published_file(published.pdf) for published in made]
    out.print(
        table(
            "Danh mục tệp",
            ("STT", "Tệp", "Số trang", "SHA-256"),
            [(str(n), f.path.name, str(f.pages), f.sha256) for n, f in enumerate(files, start=1)],
        )
    )
