"""`vanban template new` and `vanban template preview`: a template to begin with, and how one looks."""

from pathlib import Path
from typing import Annotated

import typer

from vanban.cli.console import counts, show_findings
from vanban.cli.options import Help, today
from vanban.cli.streams import say
from vanban.cli.template_check import KindOption
from vanban.model.errors import UsageError
from vanban.model.finding import Severity
from vanban.office.disk import write_bytes
from vanban.templating import previewing

_Kind = Annotated[
    str,
    typer.Argument(
        help="Một trong 29 loại văn bản (thong-bao, quyet-dinh, cong-van …), hoặc loại lập từ kế hoạch.",
        metavar="LOẠI",
    ),
]
_Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", help="Tệp mẫu sẽ ghi; không ghi thì đặt tên theo loại.", metavar="TỆP"),
]
_Folder = Annotated[Path, typer.Option("-o", "--out", help="Thư mục ghi bản xem thử.", metavar="THƯ_MỤC")]


def new(kind: _Kind, target: _Out = None, help_: Help = False) -> None:
    """Tạo một mẫu Word mới, đúng thể thức, để sửa lời văn."""
    made = previewing.new_template(kind)
    path = target or Path(made.name)
    if path.suffix.lower() != ".docx":
        raise UsageError("mẫu là tệp .docx", where=str(path), next_step="đặt tên tệp có đuôi .docx")
    if path.exists():
        raise UsageError("đã có tệp này", where=str(path), next_step="chọn tên khác bằng -o, hoặc xóa tệp cũ")
    write_bytes(path, made.data)
    how = "chép từ mẫu có sẵn" if made.is_copy else "cắt từ tệp luật"
    say(f"Đã ghi mẫu {path} ({how}).")
    if path.name != made.name:
        say(f"Để lệnh make dùng mẫu này, đặt tên {made.name} trong thư mục mẫu của đơn vị (--templates).")


def preview(
    source: Annotated[Path, typer.Argument(readable=False, help="Mẫu Word (.docx).", metavar="MẪU")],
    kind: KindOption = None,
    folder: _Folder = Path("output/xem-thu"),
    pdf: Annotated[bool, typer.Option("--pdf", help="Tạo thêm PDF bằng LibreOffice.")] = False,
    png: Annotated[bool, typer.Option("--png", help="Tạo thêm ảnh từng trang.")] = False,
    help_: Help = False,
) -> None:
    """Xem thử một mẫu: điền dữ liệu mẫu vào, ra .docx, PDF, ảnh từng trang."""
    made = previewing.preview(source, folder, day=today(), word=kind, pdf=pdf, png=png)
    say(f"{made.docx} (mẫu {made.kind.ten}): {counts(made.findings)}")
    show_findings([f for f in made.findings if f.muc is not Severity.GOI_Y])
    for path in [made.pdf, *made.pictures]:
        if path is not None:
            say(f"  {path}")
    if any(f.muc is Severity.LOI for f in made.findings):
        raise typer.Exit(1)
