"""`vanban template …`: what those who edit templates need; one file for each command."""

import typer

from vanban.cli.lazy import Lazy, LazyGroup, new_app, show_help
from vanban.cli.options import Help

COMMANDS = (
    Lazy(
        "new",
        "Tạo một mẫu Word mới, đúng thể thức, để sửa lời văn.",
        home="vanban.cli.template_new:new",
    ),
    Lazy(
        "check",
        "Kiểm tra một mẫu: thẻ, trường, vòng lặp, bộ lọc và thể thức; mọi lỗi một lần, lỗi nào ở đoạn nào.",
        home="vanban.cli.template_check:check",
    ),
    Lazy(
        "diff",
        "So sánh hai bản của một mẫu: lời văn, trường, thể thức, văn bản tạo từ mỗi bản (khác: mã thoát 1).",
        home="vanban.cli.template_diff:diff",
    ),
    Lazy(
        "fields",
        "In danh mục trường của một loại văn bản: nghĩa, kiểu, ví dụ từ kế hoạch mẫu, điều khoản; và bộ lọc.",
        home="vanban.cli.template_fields:fields",
    ),
    Lazy(
        "preview",
        "Xem thử một mẫu: điền dữ liệu mẫu vào, ra .docx, PDF, ảnh từng trang.",
        home="vanban.cli.template_new:preview",
    ),
    Lazy(
        "list",
        "Liệt kê mẫu: mẫu nào dùng cho loại nào, có sẵn hay của đơn vị, bản nào, có qua kiểm tra không.",
        home="vanban.cli.template_list:list_",
    ),
)


class _Commands(LazyGroup):
    members = COMMANDS
    title = "vanban template"


template = new_app(_Commands, title="template")


@template.callback(invoke_without_command=True)
def root(context: typer.Context, help_: Help = False) -> None:
    """Mẫu Word: danh mục trường, kiểm tra, so sánh các bản."""
    if context.invoked_subcommand is None:
        show_help(context)
