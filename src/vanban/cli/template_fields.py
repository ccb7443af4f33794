"""`vanban template fields`: the catalogue of fields of a kind of paper."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from vanban import templating
from vanban.cli.console import out
from vanban.cli.options import Help
from vanban.compose.field_catalogue import FieldRow

KindOfPaper = Annotated[
    str,
    typer.Argument(help="Loại văn bản: ke-hoach, to-trinh, bao-cao …", metavar="LOẠI"),
]


def fields(
    kind: KindOfPaper,
    as_json: Annotated[bool, typer.Option("--json", help="In danh mục dạng JSON.")] = False,
    help_: Help = False,
) -> None:
    """In danh mục trường của một loại văn bản: nghĩa, kiểu, ví dụ từ kế hoạch mẫu, điều khoản."""
    found = templating.kind_named(kind)
    rows = templating.fields_of(found)
    if as_json:
        typer.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2))
        return
    out.rule(f"{found.ten}: {len(rows)} trường", align="left", style="dim")
    for row in rows:
        _show(row)


def _show(row: FieldRow) -> None:
    head = Text(f"  {row.duong_dan}", style="bold").append(f"  {row.kieu}", style="cyan")
    out.print(head, soft_wrap=True)
    clause = f" ({row.dieu_khoan})" if row.dieu_khoan else ""
    out.print(Text(f"      {row.nghia}{clause}"), soft_wrap=True)
    if row.vi_du:
        out.print(Text(f"      Ví dụ: {row.vi_du}", style="dim"), soft_wrap=True)
