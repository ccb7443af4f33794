"""Groups whose commands are loaded when they are asked for: what one command needs, the others need not pay.

A group knows of a command its name and one sentence for the list of commands. The command `name` is the
function, or the group of its own (`typer.Typer`), called `name` in the module `vanban.cli.name`.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import ClassVar, NamedTuple

import typer
from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from vanban.model.errors import UsageError


class Lazy(NamedTuple):
    """A command before it is loaded: its name, and what it does in one sentence."""

    name: str
    summary: str
    home: str = ""
    """Its module, where that is not named like the command; with its function where that has another name."""

    def load(self) -> Command:
        """The command itself."""
        module, _, function = (self.home or f"vanban.cli.{self.name}").partition(":")
        found = getattr(import_module(module), function or self.name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        single = new_app()
        single.command(name=self.name, add_help_option=False)(found)
        return typer.main.get_command(single)


class LazyGroup(TyperGroup):
    """A group of `members`; `title` is how it is called in the terminal."""

    members: ClassVar[Sequence[Lazy]] = ()
    title: ClassVar[str] = "vanban"
    _listing = False

    def list_commands(self, ctx: Context) -> list[str]:
        """The names, in the order in which the help shows them."""
        return [member.name for member in self.members]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of this name; while the help is written only what the list says of it."""
        for member in self.members:
            if member.name == cmd_name:
                return TyperCommand(cmd_name, help=member.summary) if self._listing else member.load()
        return None

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """As the base; UsageError, with what may have been meant, for a word that is no command."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            near = get_close_matches(args[0], names, n=1)
            hint = f"có phải bạn muốn: {self.title} {near[0]}" if near else f"các lệnh: {', '.join(names)}"
            called = " ".join([*self.title.split()[1:], args[0]])
            raise UsageError(f"không có lệnh “{called}”", next_step=hint)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The help with the list of commands, none of which is loaded for it."""
        self._listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._listing = False


def new_app(group: type[TyperGroup] | None = None, *, title: str = "") -> typer.Typer:
    """An app as all of ours are: help in Vietnamese, errors told by `cli.main`."""
    return typer.Typer(
        name=title or None,
        cls=group,
        add_completion=False,
        add_help_option=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )


def show_help(context: typer.Context) -> None:
    """The help of a command or group on the standard output, under Vietnamese headings."""
    from typer import rich_utils  # loads half of rich: only help needs it

    rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
    rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
    rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
    rich_utils.DEFAULT_STRING = "[mặc định: {}]"
    rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"
    typer.echo(context.get_help())
