"""`vanban template …`: what those who edit templates need; one file for each command."""

from difflib import get_close_matches

import typer

from vanban.cli.options import Help
from vanban.cli.template_check import check
from vanban.cli.template_fields import fields
from vanban.model.errors import UsageError

template = typer.Typer(
    name="template",
    add_completion=False,
    add_help_option=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Mẫu Word: danh mục trường, kiểm tra, so sánh các bản.",
)


@template.callback(invoke_without_command=True)
def root(context: typer.Context, help_: Help = False) -> None:
    """Mẫu Word: danh mục trường, kiểm tra, so sánh các bản."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


COMMANDS = (check, fields)
for command in COMMANDS:
    template.command(add_help_option=False)(command)


def require_known(words: list[str]) -> None:
    """UsageError, with what may have been meant, for a word after `template` that is no command of it."""
    names = [command.__name__ for command in COMMANDS]
    if not words or words[0].startswith("-") or words[0] in names:
        return
    near = get_close_matches(words[0], names, n=1)
    hint = f"có phải bạn muốn: vanban template {near[0]}" if near else f"các lệnh: {', '.join(names)}"
    raise UsageError(f"không có lệnh “template {words[0]}”", next_step=hint)
