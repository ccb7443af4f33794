"""The two streams of the terminal, and what every command may say on them; light, for all load it."""

import sys

from rich.console import Console
from rich.text import Text

from vanban.model.errors import VanbanError

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def use_utf8() -> None:
    """Makes the standard streams speak UTF-8: on some consoles Vietnamese would stop the program.

    What UTF-8 cannot hold (half of a pair in a damaged text or file name) is shown as its code.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: str, to: Console = out) -> None:
    """One line of plain words; a long path is never broken."""
    to.print(words, markup=False, soft_wrap=True)


def show_error(error: VanbanError) -> None:
    """One error: what, where, what next."""
    err.print(Text("Lỗi: ", style="bold red").append(str(error), style="default"), soft_wrap=True)
