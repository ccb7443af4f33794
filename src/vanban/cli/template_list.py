"""`vanban template list`: which template serves which kind."""

import json

import typer
from rich.text import Text

from vanban.cli.console import counts
from vanban.cli.options import Help, Templates
from vanban.cli.streams import out, say
from vanban.templating.kinds import plain_kinds
from vanban.templating.listing import Shelved, Source, list_templates
from vanban.viet.dates import short_date


def list_(
    templates: Templates = None,
    as_json: bool = typer.Option(False, "--json", help="In danh sách dạng JSON."),
    help_: Help = False,
) -> None:
    """Liệt kê mẫu: mẫu nào dùng cho loại nào, có sẵn hay của đơn vị, bản nào, có qua kiểm tra không."""
    found = list_templates(templates)
    if as_json:
        typer.echo(json.dumps([_as_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            _show(one)
        without = len(plain_kinds()) - sum(one.kind in plain_kinds() for one in found)
        say(f"{without} loại văn bản từ tệp ngắn chưa có mẫu riêng: mẫu cắt từ luật mỗi lần tạo")
    if not all(one.passes for one in found if one.kind is not None):
        raise typer.Exit(1)


def _show(one: Shelved) -> None:
    version = one.version
    named = f"{version.named} ({version.mark})" if version.named else version.mark
    saved = f", lưu {short_date(version.saved)}" if version.saved else ""
    by = f", {version.saved_by}" if version.saved_by else ""
    line = Text(f"  {one.kind.ma if one.kind else '–':<26}", style="bold")
    line.append(f"{one.source.value:<15}  ", style="default").append(f"bản {named}{saved}{by}  ", style="dim")
    result = one.fault or ("đạt" if not one.findings else counts(one.findings))
    out.print(line.append(result, style=_colour(one)), soft_wrap=True)
    if one.source is not Source.SHIPPED:
        out.print(Text(f"{'':<28}{one.file}", style="dim"), soft_wrap=True)


def _colour(one: Shelved) -> str:
    if one.kind is None:
        return "yellow"
    return "green" if one.passes else "bold red"


def _as_data(one: Shelved) -> dict[str, object]:
    version = one.version
    return {
        "loai": one.kind.loai if one.kind else None,
        "tep": str(one.file),
        "nguon": one.source.value,
        "ban": version.named,
        "ma_noi_dung": version.mark,
        "luu_ngay": version.saved.isoformat() if version.saved else None,
        "nguoi_luu": version.saved_by,
        "dat": one.passes,
        "loi": one.fault,
        "phat_hien": [finding.model_dump(mode="json", exclude_none=True) for finding in one.findings],
    }
