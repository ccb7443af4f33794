"""`vanban rules`: the manual of all rules."""

from typing import Annotated

import typer
from rich.text import Text

from vanban.beside import every_rule
from vanban.check.manual import chapters, markdown, near, parts, wanted
from vanban.check.rule import Rule
from vanban.cli.console import COLOURS
from vanban.cli.options import Help
from vanban.cli.streams import out
from vanban.model.errors import UsageError


def rules(
    start: Annotated[
        str,
        typer.Argument(help="Mã quy tắc, hoặc phần đầu của mã, như the-thuc.so-trang.", metavar="[MÃ]"),
    ] = "",
    as_markdown: Annotated[bool, typer.Option("--markdown", help="In dạng Markdown.")] = False,
    help_: Help = False,
) -> None:
    """In sổ tay quy tắc: mỗi quy tắc tìm gì, vì sao, ví dụ sai và đúng, điều khoản, mức."""
    every = every_rule()
    found = wanted(every, start) if start else every
    if not found:
        guesses = near(every, start)
        hint = f"có phải bạn muốn: {', '.join(guesses)}" if guesses else "xem tất cả: vanban rules"
        raise UsageError(f"không có quy tắc nào mang mã “{start}”", next_step=hint)
    if as_markdown:
        typer.echo(markdown(found), nl=False)
        return
    for title, under in chapters(found).items():
        out.print(Text(title, style="bold underline"), soft_wrap=True)
        for rule in under:
            _show(rule)


def _show(rule: Rule) -> None:
    out.print(Text("  ").append(rule.ma, style=COLOURS[rule.muc]).append(f"  {rule.ten}"), soft_wrap=True)
    for name, words in parts(rule):
        for at, line in enumerate(words.split("\n")):
            out.print(Text(f"    {name + ':' if not at else '':<8} {line}", style="dim"), soft_wrap=True)
