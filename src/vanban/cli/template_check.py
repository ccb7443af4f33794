"""`vanban template check`: a template → all its faults, as words, data, or notes in Word."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vanban.cli.console import counts, show_findings
from vanban.cli.options import CheckDay, Comments, Help, Level, day_of, severity_of, today
from vanban.cli.streams import err, out, say
from vanban.templating import checking
from vanban.templating.kinds import kind_named

KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind", help="Loại văn bản của mẫu; không ghi thì đoán theo tên tệp và các trường.", metavar="LOẠI"
    ),
]


def check(
    source: Annotated[Path, typer.Argument(readable=False, help="Mẫu Word (.docx).", metavar="MẪU")],
    kind: KindOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="In các phát hiện dạng JSON.")] = False,
    comments: Comments = None,
    level: Level = "loi",
    as_of: CheckDay = None,
    help_: Help = False,
) -> None:
    """Kiểm tra một mẫu: thẻ, trường, vòng lặp, bộ lọc và thể thức; mọi lỗi một lần, lỗi nào ở đoạn nào."""
    threshold = severity_of(level)
    day = today() if as_of is None else day_of(as_of)
    known = kind_named(kind) if kind is not None else None
    checked = checking.check_template_file(source, known)
    if comments is not None:
        checking.comment_template(source, comments, checked.findings, day=day)
        say(f"Đã ghi bản có ghi chú vào {comments}", err if as_json else out)
    if as_json:
        found = [finding.model_dump(mode="json", exclude_none=True) for finding in checked.findings]
        typer.echo(json.dumps({"loai": checked.kind.loai, "phat_hien": found}, ensure_ascii=False, indent=2))
    else:
        title = f"{source.name} (mẫu {checked.kind.ten}): {counts(checked.findings)}"
        out.rule(title, align="left", style="dim")
        show_findings(checked.findings)
    if any(finding.muc.rank <= threshold.rank for finding in checked.findings):
        raise typer.Exit(1)
