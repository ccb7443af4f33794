"""`vanban decide`: writes into a plan file what a person decided about it."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from vanban.cli.console import say
from vanban.cli.options import Book, Help, day_of, today
from vanban.deciding import add_decision
from vanban.model.decision import Decision, DecisionKind
from vanban.model.errors import UsageError

_SHAPES = {
    "han": (DecisionKind.HAN, ("nhiem_vu", "gia_tri"), "han SỐ_NHIỆM_VỤ THỜI_HẠN"),
    "bi-danh": (DecisionKind.BI_DANH, ("chu", "gia_tri"), "bi-danh TÊN_GỌI MÃ_CƠ_QUAN"),
    "bo-qua": (DecisionKind.BO_QUA, ("ma",), "bo-qua MÃ_QUY_TẮC"),
}
"""For each word the kind, the keys that its values fill, and how it is typed."""


def decide(
    source: Annotated[Path, typer.Argument(readable=False, help="Tệp kế hoạch .yaml.", metavar="KẾ_HOẠCH")],
    kind: Annotated[
        str,
        typer.Argument(help="han, bi-danh hoặc bo-qua.", metavar="LOẠI"),
    ],
    values: Annotated[
        list[str],
        typer.Argument(
            help="han: số nhiệm vụ rồi thời hạn; bi-danh: tên gọi rồi mã cơ quan; bo-qua: mã quy tắc.",
            metavar="GIÁ_TRỊ...",
        ),
    ],
    reason: Annotated[str, typer.Option("--ly-do", help="Vì sao; bo-qua thì phải có.", metavar="LÝ_DO")] = "",
    task: Annotated[
        str | None, typer.Option("--nhiem-vu", help="Chỉ bỏ qua ở nhiệm vụ này.", metavar="SỐ")
    ] = None,
    field: Annotated[
        str | None,
        typer.Option("--truong", help="Chỉ bỏ qua ở trường này, như “sản phẩm”.", metavar="TRƯỜNG"),
    ] = None,
    words: Annotated[
        str | None, typer.Option("--chu", help="Chỉ bỏ qua khi phát hiện có chữ này.", metavar="CHỮ")
    ] = None,
    who: Annotated[str, typer.Option("--nguoi", help="Ai quyết định.", metavar="TÊN")] = "",
    as_of: Annotated[
        str | None, typer.Option("--ngay", help="Ngày quyết định; mặc định hôm nay.", metavar="NGÀY")
    ] = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Ghi một quyết định vào kế hoạch: chọn thời hạn, xác nhận tên gọi, bỏ qua một phát hiện."""
    if kind not in _SHAPES:
        raise UsageError(f"không có loại quyết định “{kind}”", next_step="chọn han, bi-danh hoặc bo-qua")
    loai, keys, usage = _SHAPES[kind]
    if len(values) != len(keys):
        raise UsageError(
            f"{kind} cần {len(keys)} giá trị, đã ghi {len(values)}",
            next_step=f"gõ: vanban decide {source.name} {usage} --ly-do “…”",
        )
    narrowed = {"nhiem_vu": task, "truong": field, "chu": words}
    if loai is not DecisionKind.BO_QUA and any(narrowed.values()):
        raise UsageError(
            "--nhiem-vu, --truong, --chu chỉ dùng với bo-qua", next_step=f"gõ: vanban decide … {usage}"
        )
    filled = {**narrowed, **dict(zip(keys, values, strict=True))}
    day = today() if as_of is None else day_of(as_of)
    try:
        decision = Decision.model_validate(
            {"loai": loai, "ly_do": reason, "nguoi": who, "ngay": day, **filled}
        )
    except ValidationError as error:
        what = str(error.errors()[0].get("ctx", {}).get("error", "quyết định chưa đủ"))
        raise UsageError(what, next_step=f"gõ: vanban decide {source.name} {usage} --ly-do “…”") from error
    written = add_decision(source, decision, book=book)
    say(f"Đã ghi vào {source}: {written}")
