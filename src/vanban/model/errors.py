"""All errors that a person may see, as one tree.

    VanbanError                     exit code
    ├── UsageError                  2   a command was called in a way that has no meaning
    ├── SourceError                 3   an input file is missing, broken, or says something impossible
    │   └── NoPaperError            3   the record does not call for the paper that was asked for
    ├── OutputError                 3   a result could not be written
    ├── TemplateError               4   a Word template is broken or asks for a field that is not there
    └── ProgramError                5   a program that is needed is missing or failed

Each says what is wrong, where, and what to do next, in Vietnamese. Exceptions of libraries are
translated at the border by the room that called the library.
"""

from typing import ClassVar


class VanbanError(Exception):
    """An error for people: what, where, and what next."""

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        super().__init__(str(self))

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.next_step:
            lines.append(f"→ {self.next_step}")
        return "\n".join(lines)


class UsageError(VanbanError):
    """A command was called in a way that has no meaning."""

    exit_code = 2


class SourceError(VanbanError):
    """An input file is missing, broken, or says something impossible."""

    exit_code = 3


class NoPaperError(SourceError):
    """The record does not call for the paper that was asked for; the message says why."""


class OutputError(VanbanError):
    """A result could not be written; what was there before is untouched."""

    exit_code = 3


class TemplateError(VanbanError):
    """A Word template is broken or asks for a field that is not there."""

    exit_code = 4


class ProgramError(VanbanError):
    """A program that is needed is missing or failed."""

    exit_code = 5
