"""`vanban progress …`: the record of progress of a plan."""

import typer

from vanban.cli.lazy import Lazy, LazyGroup, new_app, show_help
from vanban.cli.options import Help

COMMANDS = (
    Lazy(
        "export",
        "Xuất biểu báo cáo tiến độ (.xlsx) để các cơ quan điền, đã ghi sẵn tình hình lần trước.",
        home="vanban.cli.progress_files:export",
    ),
    Lazy(
        "import",
        "Nhập biểu đã điền vào sổ tiến độ cạnh kế hoạch; còn chỗ sai thì kể hết và không ghi gì.",
        home="vanban.cli.progress_files:import_",
    ),
    Lazy(
        "status",
        "Bảng tình hình từng nhiệm vụ và từng cơ quan theo sổ tiến độ, đến một ngày.",
        home="vanban.cli.progress_status:status",
    ),
    Lazy(
        "tracker",
        "Ghi biểu theo dõi của đầu mối (.xlsx): mọi nhiệm vụ, bảng tổng hợp bằng công thức.",
        home="vanban.cli.progress_files:tracker",
    ),
    Lazy(
        "conclude",
        "Ghi thời hạn mới của các kết luận cuộc họp vào kế hoạch và sổ tiến độ.",
        home="vanban.cli.progress_files:conclude",
    ),
    Lazy(
        "close",
        "Chốt một kỳ: giữ nguyên kế hoạch, sổ cơ quan, tiến độ của kỳ để in lại đúng báo cáo ấy về sau.",
        home="vanban.cli.progress_status:close",
    ),
)


class _Commands(LazyGroup):
    members = COMMANDS
    title = "vanban progress"


progress = new_app(_Commands, title="progress")


@progress.callback(invoke_without_command=True)
def root(context: typer.Context, help_: Help = False) -> None:
    """Sổ tiến độ: gửi biểu cho các cơ quan, nhập biểu đã điền, xem bảng, chốt kỳ báo cáo."""
    if context.invoked_subcommand is None:
        show_help(context)
