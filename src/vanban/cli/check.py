"""`vanban check`: a plan or a paper → what is wrong in it."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vanban import workflow
from vanban.cli.console import counts, out, show_error, show_findings
from vanban.cli.options import Book, Help, severity_of
from vanban.model.errors import VanbanError
from vanban.model.finding import Finding


def check(
    sources: Annotated[
        list[Path],
        typer.Argument(readable=False, help="Kế hoạch (.txt, .yaml) hoặc văn bản (.docx).", metavar="TỆP..."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="In các phát hiện dạng JSON.")] = False,
    level: Annotated[
        str,
        typer.Option(
            "--muc", help="Mã thoát là 1 khi có phát hiện từ mức này: loi, canh-bao, goi-y.", metavar="MỨC"
        ),
    ] = "loi",
    book: Book = None,
    help_: Help = False,
) -> None:
    """Kiểm tra kế hoạch hoặc văn bản; mỗi phát hiện có nơi chốn, điều khoản và cách sửa."""
    threshold = severity_of(level)
    found: list[Finding] = []
    worst = 0
    for source in sources:
        try:
            findings = workflow.check(source, book=book)
        except VanbanError as error:
            show_error(error)
            worst = max(worst, error.exit_code)
            continue
        found += findings
        if not as_json:
            out.rule(f"{source.name}: {counts(findings)}", align="left", style="dim")
            show_findings(findings)
    if as_json:
        data = [finding.model_dump(mode="json", exclude_none=True) for finding in found]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    if worst or any(finding.muc.rank <= threshold.rank for finding in found):
        raise typer.Exit(worst or 1)
