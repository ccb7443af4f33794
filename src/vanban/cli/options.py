"""Options that several commands share, with their Vietnamese help."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vanban.cli.lazy import show_help
from vanban.model.errors import UsageError
from vanban.viet.dates import parse_date, short_date

if TYPE_CHECKING:
    from vanban.model.finding import Severity

_VIETNAM = timezone(timedelta(hours=7))


def _show_help(context: typer.Context, wanted: bool) -> None:
    if wanted:
        show_help(context)
        raise typer.Exit


Help = Annotated[
    bool,
    typer.Option(
        "--help", "-h", is_eager=True, callback=_show_help, expose_value=True, help="Xem hướng dẫn này."
    ),
]
Book = Annotated[
    Path | None,
    typer.Option(
        "--co-quan",
        readable=False,  # reading says better what is wrong, and with which file
        help="Sổ cơ quan (.yaml). Không ghi: tìm co-quan.yaml cạnh kế hoạch, rồi sổ mẫu.",
        metavar="TỆP",
    ),
]
OutFolder = Annotated[Path, typer.Option("-o", "--out", help="Thư mục kết quả.", metavar="THƯ_MỤC")]
Templates = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        readable=False,
        help="Thư mục mẫu riêng của đơn vị, được ưu tiên hơn mẫu có sẵn.",
        metavar="THƯ_MỤC",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="Ngày chốt số liệu, như 01/12/2025 hoặc 2025-12-01.", metavar="NGÀY"),
]


CheckDay = Annotated[
    str | None,
    typer.Option("--as-of", help="Ngày kiểm tra, in trên ghi chú; mặc định hôm nay.", metavar="NGÀY"),
]
HouseRulesFile = Annotated[
    Path | None,
    typer.Option(
        "--quy-uoc",
        readable=False,
        help="Quy ước riêng của đơn vị (.yaml). Không ghi: tìm quy-uoc.yaml cạnh tệp.",
        metavar="TỆP",
    ),
]
Comments = Annotated[
    Path | None,
    typer.Option(
        "--comments",
        help="Ghi bản .docx có ghi chú của Word ở đúng chữ bị lỗi; cùng --fix thì ghi chú vào bản đã sửa.",
        metavar="TỆP_RA",
    ),
]
Fix = Annotated[
    Path | None,
    typer.Option(
        "--fix",
        help="Ghi bản đã sửa những chỗ sửa được an toàn: .docx với văn bản, .yaml với kế hoạch.",
        metavar="TỆP_RA",
    ),
]
TickList = Annotated[
    Path | None,
    typer.Option(
        "--list",
        help="Ghi danh sách cần sửa của kế hoạch thành bảng .xlsx để đánh dấu từng việc.",
        metavar="TỆP_RA",
    ),
]
Level = Annotated[
    str,
    typer.Option(
        "--muc", help="Mã thoát là 1 khi có phát hiện từ mức này: loi, canh-bao, goi-y.", metavar="MỨC"
    ),
]


def today() -> date:
    """The day in Vietnam."""
    return datetime.now(UTC).astimezone(_VIETNAM).date()


def now() -> datetime:
    """The moment in Vietnam, to the second."""
    return datetime.now(UTC).astimezone(_VIETNAM).replace(microsecond=0)


def day_of(text: str) -> date:
    """The day that a person typed; UsageError if there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    day = parse_date(text)
    if day is None or "/" not in text:
        raise UsageError(
            f"“{text}” không phải một ngày có thật",
            where="--as-of",
            next_step=f"ghi như {short_date(date(2025, 12, 1))} hoặc 2025-12-01",
        )
    return day


def severity_of(text: str) -> "Severity":
    """The severity that a person typed, with or without marks."""
    from vanban.model.house_rules import (
        LEVELS,  # typed records take time to load, and most commands have no level
    )

    if text in LEVELS:
        return LEVELS[text]
    raise UsageError(f"không có mức “{text}”", where="--muc", next_step="chọn loi, canh-bao hoặc goi-y")
