"""`vanban progress status`, `close`: how every task stands, and the end of a reporting period."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from vanban.cli.options import AsOf, Book, Help, day_of, now, today
from vanban.cli.progress_files import Period, Source, Who
from vanban.cli.streams import out, say
from vanban.compose.bao_cao_prose import summary
from vanban.compose.count_columns import COLUMNS
from vanban.compose.figures import Figures
from vanban.compose.phrases import agency_name
from vanban.compose.printed import unmarked_numbers
from vanban.compose.standing import DONE, OVERDUE, UNCLEAR, Standing
from vanban.compose.tally import Case
from vanban.model.agency import AgencyBook
from vanban.model.errors import UsageError
from vanban.progress_exchange import board
from vanban.progress_keeping import close_period, progress_folder
from vanban.viet.dates import short_date

_WIDE = 110
"""Columns of a terminal that shows the lead agencies too."""
_SHORT = {
    Standing.HOAN_THANH_DUNG_HAN: "xong, đúng hạn",
    Standing.HOAN_THANH_TRE_HAN: "xong, trễ hạn",
    Standing.HOAN_THANH_CHUA_RO_HAN: "xong, chưa rõ hạn",
    Standing.DANG_TRONG_HAN: "đang làm",
    Standing.DANG_QUA_HAN: "đang, QUÁ HẠN",
    Standing.DANG_CHUA_XAC_DINH_HAN: "đang, chưa rõ hạn",
    Standing.CHUA_TRONG_HAN: "chưa làm",
    Standing.CHUA_QUA_HAN: "chưa, QUÁ HẠN",
    Standing.CHUA_CHUA_XAC_DINH_HAN: "chưa, chưa rõ hạn",
    Standing.TAM_DUNG: "tạm dừng",
    Standing.TAM_DUNG_QUA_HAN: "dừng, QUÁ HẠN",
    Standing.HUY: "đã hủy",
}
_HEADS = {
    "dung_han": "Đúng hạn",
    "tre_han": "Trễ",
    "dang_trong_han": "Đang/còn",
    "dang_qua_han": "Đang/quá",
    "chua_thuc_hien": "Chưa",
    "chua_xac_dinh": "Chưa rõ",
    "khac": "Khác",
}
_LATE_ONLY = Annotated[bool, typer.Option("--qua-han", help="Chỉ kể nhiệm vụ quá hạn, lâu nhất trước.")]


def status(
    source: Source, as_of: AsOf = None, late_only: _LATE_ONLY = False, book: Book = None, help_: Help = False
) -> None:
    """Bảng tình hình từng nhiệm vụ và từng cơ quan theo sổ tiến độ, đến một ngày."""
    day = today() if as_of is None else day_of(as_of)
    found, agencies = board(source, as_of=day, book=book)
    out.print(_tasks(found.overdue if late_only else found.cases, agencies))
    out.print()
    out.print(_agencies(found, agencies))
    out.print()
    say(unmarked_numbers(summary(found)))
    closed = progress_folder(source).closed()
    if closed:
        say(f"Kỳ đã chốt gần nhất: {closed[-1].ky}, đến {short_date(closed[-1].ngay_chot)}")


def close(
    source: Source,
    ky: Period = None,
    as_of: AsOf = None,
    who: Who = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Chốt một kỳ: giữ nguyên kế hoạch, sổ cơ quan, tiến độ của kỳ để in lại đúng báo cáo ấy về sau."""
    if ky is None or as_of is None:
        raise UsageError(
            "chốt kỳ cần tên kỳ và ngày chốt", next_step="thêm --ky “Tháng 11/2025” --as-of 30/11/2025"
        )
    period = close_period(source, ky, day_of(as_of), at=now(), who=who, book=book)
    kept = progress_folder(source).files_of(period.ky)
    say(f"Đã chốt kỳ {period.ky}, số liệu đến {short_date(period.ngay_chot)} → {kept}")


def _tasks(cases: tuple[Case, ...], book: AgencyBook) -> Table:
    """One line a task; the lead agencies only where the terminal is wide enough."""
    wide = out.width >= _WIDE
    made = _table("Nhiệm vụ")
    made.add_column("Số")
    made.add_column("Nhiệm vụ", ratio=3, overflow="ellipsis", no_wrap=True)
    if wide:
        made.add_column("Chủ trì", ratio=2, overflow="ellipsis", no_wrap=True)
    made.add_column("Tình trạng", no_wrap=True)
    made.add_column("%", justify="right")
    made.add_column("Hạn", no_wrap=True)
    made.add_column("Còn/quá", justify="right", no_wrap=True)
    for case in cases:
        leads = "; ".join(agency_name(one, book) for one in case.nhiem_vu.chu_tri)
        made.add_row(
            case.so,
            Text(case.nhiem_vu.display_name),
            *[Text(leads)] * wide,
            Text(_SHORT[case.tinh_trang], style=_style(case.tinh_trang)),
            "" if case.phan_tram is None else str(case.phan_tram),
            short_date(case.den) if case.den else "",
            Text(_days(case), style=_style(case.tinh_trang)),
        )
    return made


def _days(case: Case) -> str:
    if case.qua:
        return f"quá {case.qua} ngày"
    if case.tre:
        return f"trễ {case.tre} ngày"
    if case.tinh_trang in DONE or case.den is None or case.tinh_trang is Standing.HUY:
        return ""
    return f"còn {(case.den - case.as_of).days} ngày"


def _style(standing: Standing) -> str:
    if standing in OVERDUE:
        return "bold red"
    if standing in UNCLEAR or standing is Standing.HOAN_THANH_TRE_HAN:
        return "yellow"
    return "green" if standing in DONE else ""


def _agencies(found: Figures, book: AgencyBook) -> Table:
    made = _table("Cơ quan chủ trì (nhiệm vụ nhiều chủ trì tính đủ cho mỗi cơ quan)")
    made.add_column("Cơ quan", ratio=2, overflow="ellipsis", no_wrap=True)
    for head in ("Lượt", *(_HEADS[column.truong] for column in COLUMNS)):
        made.add_column(head, justify="right", no_wrap=True)
    for row in found.by_agency:
        counts = [column.of([row]).gia_tri for column in COLUMNS]
        made.add_row(Text(agency_name(row.co_quan, book)), *map(str, (row.tong.gia_tri, *counts)))
    sums = [column.of(found.by_agency).gia_tri for column in COLUMNS]
    made.add_row("Cộng lượt", *map(str, (found.luot.gia_tri, *sums)), style="bold")
    return made


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", show_edge=False, pad_edge=False, expand=True)
