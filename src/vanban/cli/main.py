"""The command `vanban`: assembles the commands and turns errors into words and exit codes.

Exit codes: 0 fine, 1 findings at or above the asked severity, 2 usage, 3 source file, 4 template,
5 program missing or failed.
"""

import os
import sys
from pathlib import Path

import typer
from typer.exceptions import TyperException

from vanban import __version__
from vanban.cli.lazy import Lazy, LazyGroup, new_app, show_help
from vanban.cli.options import Help
from vanban.cli.streams import err, out, show_error, use_utf8
from vanban.model.errors import OutputError, ProgramError, UsageError, VanbanError

COMMANDS = (
    Lazy("demo", "Làm trọn việc trên kế hoạch mẫu: đọc, kiểm tra, tạo văn bản, kiểm tra thể thức, xuất PDF."),
    Lazy("read", "Đọc một kế hoạch thành dữ liệu có cấu trúc (.yaml hoặc .xlsx)."),
    Lazy("check", "Kiểm tra kế hoạch hoặc văn bản; mỗi phát hiện có nơi chốn, điều khoản và cách sửa."),
    Lazy("decide", "Ghi một quyết định vào kế hoạch: chọn thời hạn, xác nhận tên gọi, bỏ qua một phát hiện."),
    Lazy("make", "Tạo văn bản (.docx) từ kế hoạch; với van-ban: từ một tệp ngắn .md hoặc .yaml."),
    Lazy(
        "letters",
        "Tạo mỗi dòng của danh sách một văn bản; dừng giữa chừng thì chạy lại, chỉ làm phần còn thiếu.",
    ),
    Lazy(
        "publish",
        "Xuất bản PDF: văn bản ghép với phụ lục theo thứ tự, có mục lục, số trang riêng từng phụ lục.",
    ),
    Lazy("progress", "Sổ tiến độ: gửi biểu cho các cơ quan, nhập biểu đã điền, xem bảng, chốt kỳ báo cáo."),
    Lazy("rules", "In sổ tay quy tắc: mỗi quy tắc tìm gì, vì sao, ví dụ sai và đúng, điều khoản, mức."),
    Lazy("template", "Mẫu Word: danh mục trường, kiểm tra, so sánh các bản."),
)
"""A new command is one line here: its name, which is that of its module and its function in `cli`, and the
first sentence of its help."""


class _Commands(LazyGroup):
    members = COMMANDS


app = new_app(_Commands)
TRACE = "VANBAN_TRACE"
"""Environment variable: if set, a fault of vanban itself shows the trace that a programmer needs."""


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
        show_help(context)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line; every error leaves as one Vietnamese sentence and an exit code."""
    use_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    try:
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
    import traceback  # takes time to load, and is needed only here

    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "vanban" in frame.filename] or frames
    name = Path(own[-1].filename).name
    return ProgramError(
        f"vanban gặp lỗi ngoài dự kiến ({type(error).__name__}, {name} dòng {own[-1].lineno})",
        next_step=f"gửi cho người bảo trì lệnh đã gõ và tệp đã dùng; đặt {TRACE}=1 rồi chạy lại để xem thêm",
    )


if __name__ == "__main__":
    main()
