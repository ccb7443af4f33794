"""`vanban template diff`: what changed between two versions of a template."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from vanban.check.template.changes import Changes, WordChange
from vanban.cli.console import show_findings
from vanban.cli.options import Help
from vanban.cli.streams import out, say
from vanban.cli.template_check import KindOption
from vanban.model.sheet import Paragraph
from vanban.templating.comparing import Compared, compare_templates, write_pages
from vanban.templating.kinds import kind_named

SHOWN = 12
"""How many changed paragraphs of the trial paper are shown: one tag may change a hundred."""
_SIGNS = {"them": ("+", "green"), "bot": ("-", "red"), "sua": ("~", "yellow"), "chuyen": (">", "cyan")}


def diff(
    old: Annotated[Path, typer.Argument(readable=False, help="Mẫu cũ (.docx).", metavar="MẪU_CŨ")],
    new: Annotated[Path, typer.Argument(readable=False, help="Mẫu mới (.docx).", metavar="MẪU_MỚI")],
    kind: KindOption = None,
    pages: Annotated[
        Path | None,
        typer.Option(
            "--pages",
            help="Vẽ từng trang của văn bản tạo từ hai mẫu, đặt cạnh nhau (.png), vào thư mục này.",
            metavar="THƯ_MỤC",
        ),
    ] = None,
    help_: Help = False,
) -> None:
    """So sánh hai bản của một mẫu: lời văn, trường, thể thức, văn bản tạo từ mỗi bản (khác: mã thoát 1)."""
    compared = compare_templates(old, new, kind_named(kind) if kind is not None else None)
    out.rule(f"{old.name} → {new.name} (mẫu {compared.kind.ten})", align="left", style="dim")
    if not compared:
        say("Hai bản như nhau về lời văn, trường và thể thức.")
    else:
        _show(compared)
    if pages is not None:
        drawn = write_pages(compared, pages)
        before, after = drawn.counts
        say(f"Đã vẽ {len(drawn.pictures)} trang cạnh nhau (cũ {before} trang, mới {after} trang) vào {pages}")
        if drawn.different:
            say(f"Trang có chữ khác nhau: {', '.join(map(str, drawn.different))}")
    if compared:
        raise typer.Exit(1)


def _show(compared: Compared) -> None:
    _heading("Lời văn của mẫu", compared.template.words)
    _show_words(compared.template)
    if compared.fields_added or compared.fields_gone:
        out.print(Text("Trường được in", style="bold"))
        for sign, names in (("+", compared.fields_added), ("-", compared.fields_gone)):
            for name in names:
                out.print(Text(f"  {sign} {name}", style="green" if sign == "+" else "red"), soft_wrap=True)
    _heading("Thể thức của mẫu", compared.template.form)
    for change in compared.template.form:
        say(f"  {change}")
    for title, findings in (
        ("Lỗi mới của mẫu", compared.faults_added),
        ("Lỗi của mẫu đã hết", compared.faults_gone),
    ):
        _heading(title, findings)
        show_findings(findings)
    for side in (compared.old, compared.new):
        if side.fault:
            say(f"Chưa tạo thử được văn bản từ {side.name}: {side.fault}")
    if compared.paper is not None:
        _heading("Văn bản tạo từ dữ liệu mẫu", compared.paper)
        _show_words(compared.paper, limit=SHOWN)
        for change in compared.paper.form:
            say(f"  {change}")


def _heading(title: str, found: object) -> None:
    if found:
        out.print(Text(title, style="bold"))


def _show_words(found: Changes, *, limit: int | None = None) -> None:
    for change in found.words[:limit]:
        sign, colour = _SIGNS[change.how]
        line = Text(f"  {sign} {_place(change)}: ", style=colour)
        if change.how == "sua":
            for tag, before, after in change.pieces:
                if tag == "equal":
                    line.append(before, style="default")
                else:
                    line.append(f"[-{before}-]" if before else "", style="red strike")
                    line.append(f"{{+{after}+}}" if after else "", style="green")
        else:
            shown = change.new or change.old
            line.append(shown.text if shown else "", style="default")
        out.print(line, soft_wrap=True)
    if limit is not None and len(found.words) > limit:
        say(f"  … và {len(found.words) - limit} đoạn khác")


def _place(change: WordChange) -> str:
    """ "đoạn 12" or "đoạn 12 → 15", and the style."""
    numbers = [str(one.number) for one in (change.old, change.new) if one is not None]
    paragraph: Paragraph | None = change.new or change.old
    return f"đoạn {' → '.join(dict.fromkeys(numbers))} [{paragraph.style if paragraph else ''}]"
