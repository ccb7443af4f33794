"""The command `vanban`: assembles the commands and turns errors into words and exit codes.

Exit codes: 0 fine, 1 findings at or above the asked severity, 2 usage, 3 source file, 4 template,
5 program missing or failed.
"""

import os
import sys
import traceback
from difflib import get_close_matches
from pathlib import Path

import typer
from typer import rich_utils
from typer.exceptions import TyperException

from vanban import __version__
from vanban.cli.check import check
from vanban.cli.console import err, out, show_error, use_utf8
from vanban.cli.decide import decide
from vanban.cli.demo import demo
from vanban.cli.letters import letters
from vanban.cli.make import make
from vanban.cli.options import Help
from vanban.cli.publish import publish
from vanban.cli.read import read
from vanban.cli.rules import rules
from vanban.cli.template import require_known, template
from vanban.model.errors import OutputError, ProgramError, UsageError, VanbanError

rich_utils.ARGUMENTS_PANEL_TITLE = "Tham số"
rich_utils.OPTIONS_PANEL_TITLE = "Tùy chọn"
rich_utils.COMMANDS_PANEL_TITLE = "Lệnh"
rich_utils.DEFAULT_STRING = "[mặc định: {}]"
rich_utils.REQUIRED_LONG_STRING = "[bắt buộc]"

app = typer.Typer(
    add_completion=False, add_help_option=False, rich_markup_mode="rich", pretty_exceptions_enable=False
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="In phiên bản."),
    help_: Help = False,
) -> None:
    """vanban: từ dữ liệu của một kế hoạch đến văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP."""
    if version:
        out.print(f"vanban {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


TRACE = "VANBAN_TRACE"
"""Environment variable: if set, a fault of vanban itself shows the trace that a programmer needs."""
COMMANDS = (demo, read, check, decide, make, letters, publish, rules)
for command in COMMANDS:
    app.command(add_help_option=False)(command)
app.add_typer(template, add_help_option=False)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line; every error leaves as one Vietnamese sentence and an exit code."""
    use_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        _require_known_command(words)
        code = app(args=words, standalone_mode=False)
    except VanbanError as error:
        show_error(error)
        sys.exit(error.exit_code)
    except TyperException as error:
        show_error(_explained(error))
        sys.exit(UsageError.exit_code)
    except BrokenPipeError:
        sys.exit(0)
    except (KeyboardInterrupt, typer.Abort):
        err.print("Đã dừng theo yêu cầu.")
        sys.exit(130)
    except OSError as error:
        show_error(_disk_fault(error))
        sys.exit(OutputError.exit_code)
    except Exception as error:
        if os.environ.get(TRACE):
            raise
        show_error(_own_fault(error))
        sys.exit(ProgramError.exit_code)
    sys.exit(code if isinstance(code, int) else 0)


def _require_known_command(words: list[str]) -> None:
    """UsageError, with what may have been meant, for a first word that is no command."""
    if words[:1] == ["template"]:
        require_known(words[1:])
        return
    names = [*(command.__name__ for command in COMMANDS), "template"]
    if not words or words[0].startswith("-") or words[0] in names:
        return
    near = get_close_matches(words[0], names, n=1)
    hint = f"có phải bạn muốn: vanban {near[0]}" if near else f"các lệnh: {', '.join(names)}"
    raise UsageError(f"không có lệnh “{words[0]}”", next_step=hint)


def _explained(error: TyperException) -> UsageError:
    """A mistake in the way a command was typed, in Vietnamese."""
    name = getattr(getattr(error, "param", None), "metavar", None) or getattr(error, "option_name", "") or ""
    what = {
        "MissingParameter": f"thiếu tham số {name}",
        "NoSuchOption": f"không có tùy chọn {name}",
        "BadOptionUsage": f"tùy chọn {name} thiếu giá trị hoặc dùng sai",
        "BadParameter": f"giá trị của {name} không dùng được",
    }.get(type(error).__name__, f"lệnh gõ chưa đúng ({error.format_message()})")
    return UsageError(what.strip(), next_step="xem cách dùng: vanban --help hoặc vanban LỆNH --help")


def _disk_fault(error: OSError) -> OutputError:
    """What no room translated, such as a full disk behind the standard output."""
    return OutputError(
        f"không đọc hoặc ghi được ({error.strerror or type(error).__name__})",
        where=str(error.filename or ""),
        next_step="kiểm tra đĩa, quyền và nơi nhận kết quả rồi chạy lại",
    )


def _own_fault(error: Exception) -> ProgramError:
    """A fault of vanban itself: nobody who typed a command can mend it, but they can pass it on."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "vanban" in frame.filename] or frames
    name = Path(own[-1].filename).name
    return ProgramError(
        f"vanban gặp lỗi ngoài dự kiến ({type(error).__name__}, {name} dòng {own[-1].lineno})",
        next_step=f"gửi cho người bảo trì lệnh đã gõ và tệp đã dùng; đặt {TRACE}=1 rồi chạy lại để xem thêm",
    )


if __name__ == "__main__":
    main()
