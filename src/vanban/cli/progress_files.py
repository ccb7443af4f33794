"""`vanban progress export`, `import`, `tracker`: workbooks out to the agencies and back."""

from pathlib import Path
from typing import Annotated

import typer

from vanban import concluding
from vanban.cli.options import AsOf, Book, Help, day_of, now, today
from vanban.cli.streams import say
from vanban.model.progress import TaskProgress
from vanban.model.progress_form import STATES
from vanban.progress_exchange import Imported, export_progress, import_progress, write_tracker

Source = Annotated[
    Path, typer.Argument(readable=False, help="Kế hoạch (.yaml, .docx, .xlsx, .txt).", metavar="KẾ_HOẠCH")
]
Period = Annotated[
    str | None, typer.Option("--ky", help="Tên kỳ báo cáo, như “Tháng 11/2025”.", metavar="KỲ")
]
Who = Annotated[str | None, typer.Option("--by", help="Người ghi vào sổ.", metavar="TÊN")]


def export(
    source: Source,
    folder: Annotated[Path, typer.Option("-o", "--out", help="Thư mục kết quả.", metavar="THƯ_MỤC")] = Path(
        "output/tien-do"
    ),
    per_agency: Annotated[
        bool, typer.Option("--per-agency", help="Mỗi cơ quan chủ trì một tệp, chỉ có nhiệm vụ của mình.")
    ] = False,
    ky: Period = None,
    as_of: AsOf = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Xuất biểu báo cáo tiến độ (.xlsx) để các cơ quan điền, đã ghi sẵn tình hình lần trước."""
    day = today() if as_of is None else day_of(as_of)
    for made in export_progress(source, folder, as_of=day, ky=ky, per_agency=per_agency, book=book):
        say(f"{made.path}: {made.name or 'tất cả cơ quan'}, {made.tasks} nhiệm vụ")


def import_(
    source: Source,
    files: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            help="Các biểu đã điền (.xlsx), thư mục chứa chúng, hoặc tệp tiến độ (.yaml).",
            metavar="TỆP...",
        ),
    ],
    ky: Period = None,
    as_of: AsOf = None,
    who: Who = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Nhập biểu đã điền vào sổ tiến độ cạnh kế hoạch; còn chỗ sai thì kể hết và không ghi gì."""
    day = None if as_of is None else day_of(as_of)
    done = import_progress(source, files, at=now(), ky=ky, as_of=day, who=who, book=book)
    for name in done.known:
        say(f"{name}: đã nhập trước đây, bỏ qua")
    _show(done)


def _show(done: Imported) -> None:
    if done.entry is None:
        say("Không có gì mới; sổ tiến độ giữ nguyên.")
    else:
        count = len(done.changes)
        say(f"Đã ghi lần nhập {done.entry.so}, kỳ {done.entry.ky}: {count} nhiệm vụ có thay đổi")
    for number, before, after in done.changes:
        say(f"  {number}: {_words(before)} → {_words(after)}")
    if done.silent:
        say(f"Chưa nhận biểu kỳ này của: {'; '.join(done.silent)}")


def _words(state: TaskProgress | None) -> str:
    return f"{STATES[state.trang_thai].lower()} {state.phan_tram}%" if state else "chưa có báo cáo"


def tracker(
    source: Source,
    out: Annotated[Path, typer.Option("-o", "--out", help="Tệp kết quả (.xlsx).", metavar="TỆP_RA")] = Path(
        "output/theo-doi.xlsx"
    ),
    as_of: AsOf = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Ghi biểu theo dõi của đầu mối (.xlsx): mọi nhiệm vụ, bảng tổng hợp bằng công thức."""
    day = today() if as_of is None else day_of(as_of)
    found = write_tracker(source, out, as_of=day, book=book)
    say(
        f"{out}: {found.tong.gia_tri} nhiệm vụ, {found.hoan_thanh.gia_tri} hoàn thành, "
        f"{found.qua_han.gia_tri} quá hạn"
    )


def conclude(
    source: Source,
    meeting: Annotated[
        Path, typer.Argument(readable=False, help="Tệp cuộc họp (.yaml), có ket_luan.", metavar="CUỘC_HỌP")
    ],
    ky: Annotated[
        str, typer.Option("--ky", help="Kỳ báo cáo mà kết luận thuộc về, như “Tháng 12/2025”.", metavar="KỲ")
    ],
    who: Who = None,
    preview: Annotated[bool, typer.Option("--xem-truoc", help="Chỉ kể sẽ đổi gì, không ghi.")] = False,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Ghi thời hạn mới của các kết luận: vào kế hoạch nếu thời hạn chưa rõ, vào sổ tiến độ nếu được lùi."""
    found = concluding.conclude(source, meeting, ky=ky, at=now(), who=who, book=book, write=not preview)
    for one in found:
        say(one.words)
    changed = sum(one.decision is not None or one.state is not None for one in found)
    if not found:
        say("Không có kết luận nào vừa có nhiệm vụ vừa có thời hạn.")
    elif preview:
        say(f"Xem trước: sẽ đổi {changed} thời hạn; bỏ --xem-truoc để ghi.")
    else:
        say(f"Đã ghi {changed} thời hạn." if changed else "Không có gì mới, không ghi gì.")
