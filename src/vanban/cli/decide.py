"""`vanban decide`: writes into a plan file what a person decided about it."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from vanban.cli.options import Book, Help, day_of, today
from vanban.cli.streams import say
from vanban.deciding import add_decision
from vanban.model.decision import Decision, DecisionKind
from vanban.model.errors import UsageError

_SHAPES = {
    "han": (DecisionKind.HAN, ("nhiem_vu", "gia_tri"), "han SỐ_NHIỆM_VỤ THỜI_HẠN"),
    "bi-danh": (DecisionKind.BI_DANH, ("chu", "gia_tri"), "bi-danh TÊN_GỌI MÃ_CƠ_QUAN"),
    "bo-qua": (DecisionKind.BO_QUA, ("ma",), "bo-qua MÃ_QUY_TẮC"),
}
"""For each word the kind, the keys that its values fill, and how it is typed."""

_Source = Annotated[Path, typer.Argument(readable=False, help="Tệp kế hoạch .yaml.", metavar="KẾ_HOẠCH")]
_Kind = Annotated[str, typer.Argument(help="han, bi-danh hoặc bo-qua.", metavar="LOẠI")]
_Values = Annotated[
    list[str],
    typer.Argument(
        help="han: số nhiệm vụ rồi thời hạn; bi-danh: tên gọi rồi mã cơ quan; bo-qua: mã quy tắc.",
        metavar="GIÁ_TRỊ...",
    ),
]
_Reason = Annotated[str, typer.Option("--ly-do", help="Vì sao; bo-qua thì phải có.", metavar="LÝ_DO")]
_Task = Annotated[str | None, typer.Option("--nhiem-vu", help="Chỉ bỏ qua ở nhiệm vụ này.", metavar="SỐ")]
_Field = Annotated[
    str | None, typer.Option("--truong", help="Chỉ bỏ qua ở trường này, như “sản phẩm”.", metavar="TRƯỜNG")
]
_Words = Annotated[
    str | None, typer.Option("--chu", help="Chỉ bỏ qua khi phát hiện có chữ này.", metavar="CHỮ")
]
_Who = Annotated[str, typer.Option("--nguoi", help="Ai quyết định.", metavar="TÊN")]
_Day = Annotated[
    str | None, typer.Option("--ngay", help="Ngày quyết định; mặc định hôm nay.", metavar="NGÀY")
]


def decide(
    source: _Source,
    kind: _Kind,
    values: _Values,
    reason: _Reason = "",
    task: _Task = None,
    field: _Field = None,
    words: _Words = None,
    who: _Who = "",
    as_of: _Day = None,
    book: Book = None,
    help_: Help = False,
) -> None:
    """Ghi một quyết định vào kế hoạch: chọn thời hạn, xác nhận tên gọi, bỏ qua một phát hiện."""
    day = today() if as_of is None else day_of(as_of)
    told = {"ly_do": reason, "nguoi": who, "ngay": day, "nhiem_vu": task, "truong": field, "chu": words}
    decision = _decision(source, kind, values, told)
    say(f"Đã ghi vào {source}: {add_decision(source, decision, book=book)}")


def _decision(source: Path, kind: str, values: list[str], told: dict[str, object]) -> Decision:
    """The decision that was typed; UsageError says how to type it."""
    if kind not in _SHAPES:
        raise UsageError(f"không có loại quyết định “{kind}”", next_step="chọn han, bi-danh hoặc bo-qua")
    loai, keys, usage = _SHAPES[kind]
    how = f"gõ: vanban decide {source.name} {usage} --ly-do “…”"
    if len(values) != len(keys):
        raise UsageError(f"{kind} cần {len(keys)} giá trị, đã ghi {len(values)}", next_step=how)
    if loai is not DecisionKind.BO_QUA and any(told[key] for key in ("nhiem_vu", "truong", "chu")):
        raise UsageError("--nhiem-vu, --truong, --chu chỉ dùng với bo-qua", next_step=how)
    try:
        return Decision.model_validate({"loai": loai, **told, **dict(zip(keys, values, strict=True))})
    except ValidationError as error:
        what = str(error.errors()[0].get("ctx", {}).get("error", "quyết định chưa đủ"))
        raise UsageError(what, next_step=how) from error
