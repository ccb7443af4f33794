"""`vanban template fields`: the catalogue of fields of a kind of paper, and of filters."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from vanban.cli.options import CheckDay, Help, day_of, today
from vanban.cli.streams import err, out, say
from vanban.compose.field_catalogue import FieldRow
from vanban.model.errors import UsageError
from vanban.model.papers import PAPER_KINDS
from vanban.templating.fields import fields_of, write_fields_page
from vanban.templating.kinds import kind_named
from vanban.word.template_filters import FILTERS, TemplateFilter

KindOfPaper = Annotated[
    str | None,
    typer.Argument(help=f"Loại văn bản: {', '.join(kind.ma for kind in PAPER_KINDS)}.", metavar="LOẠI"),
]
_HINT = "Bộ lọc dùng sau dấu gạch đứng: vanban template fields --filters"


def fields(
    kind: KindOfPaper = None,
    filters: Annotated[bool, typer.Option("--filters", help="In danh mục bộ lọc.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In danh mục dạng JSON.")] = False,
    docx: Annotated[
        Path | None,
        typer.Option("--docx", help="Ghi danh mục thành trang Word để cạnh mẫu.", metavar="TỆP_RA"),
    ] = None,
    as_of: CheckDay = None,
    help_: Help = False,
) -> None:
    """In danh mục trường của một loại văn bản: nghĩa, kiểu, ví dụ từ kế hoạch mẫu, điều khoản; và bộ lọc."""
    if kind is None and (docx is not None or not filters):
        raise UsageError("thiếu loại văn bản", next_step="như: vanban template fields to-trinh")
    rows: list[FieldRow] = []
    if kind is not None:
        found = kind_named(kind)
        rows = fields_of(found)
        if docx is not None:
            write_fields_page(found, docx, day=today() if as_of is None else day_of(as_of))
            say(f"Đã ghi danh mục vào {docx}", err if as_json else out)
            if not as_json:
                return
        if not as_json:
            out.rule(f"{found.ten}: {len(rows)} trường", align="left", style="dim")
            for row in rows:
                _show(row)
    if as_json:
        shown = [asdict(row) for row in rows] if kind is not None else [_as_data(one) for one in FILTERS]
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    elif filters:
        out.rule(f"{len(FILTERS)} bộ lọc", align="left", style="dim")
        for one in FILTERS:
            _show_filter(one)
    else:
        say(_HINT)


def _show(row: FieldRow) -> None:
    head = Text(f"  {row.duong_dan}", style="bold").append(f"  {row.kieu}", style="cyan")
    out.print(head, soft_wrap=True)
    clause = f" ({row.dieu_khoan})" if row.dieu_khoan else ""
    out.print(Text(f"      {row.nghia}{clause}"), soft_wrap=True)
    if row.vi_du:
        out.print(Text(f"      Ví dụ: {row.vi_du}", style="dim"), soft_wrap=True)


def _show_filter(one: TemplateFilter) -> None:
    clause = f" ({one.dieu_khoan})" if one.dieu_khoan else ""
    out.print(
        Text(f"  {one.ten}", style="bold").append(f"  {one.nghia}{clause}", style="default"), soft_wrap=True
    )
    out.print(Text(f"      {{{{ {one.vi_du} }}}} → {one.ket_qua}", style="dim"), soft_wrap=True)


def _as_data(one: TemplateFilter) -> dict[str, str]:
    return {key: str(value) for key, value in asdict(one).items() if key != "lam"}
