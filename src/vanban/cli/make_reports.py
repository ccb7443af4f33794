"""`vanban make bao-cao …`: options of reports, and `--trace`: each printed figure with its tasks."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer

from vanban.cli.streams import say
from vanban.making.paper import Paper

Previous = Annotated[
    str | None,
    typer.Option(
        "--before",
        help="Báo cáo: số liệu kỳ trước để so sánh (tệp hoặc tên kỳ). Không ghi: kỳ đã chốt gần nhất.",
        metavar="TỆP|KỲ",
    ),
]
Period = Annotated[
    str | None,
    typer.Option("--ky", help="Báo cáo: in lại kỳ đã chốt, đúng như lúc chốt.", metavar="KỲ"),
]
Recipient = Annotated[
    str | None,
    typer.Option(
        "--kinh-gui",
        help="Báo cáo: cơ quan ban hành kế hoạch báo cáo lên nơi này, như “Thành ủy”.",
        metavar="NƠI_NHẬN",
    ),
]
Trace = Annotated[
    bool, typer.Option("--trace", help="Báo cáo: kể nguồn của từng con số, là những nhiệm vụ nào.")
]


def show_trace(paper: Paper) -> None:
    """All figures of a paper but those that count nothing; the file has these too."""
    if not paper.trace:
        say(f"{paper.docx.name}: văn bản này không in số liệu")
        return
    say(f"Nguồn của {len(paper.trace)} con số trong {paper.docx.name} (mọi con số: {paper.trace_file}):")
    counted = [one for one in paper.trace if one.nhiem_vu]
    every = max((set(one.nhiem_vu) for one in counted), key=len, default=set())
    for place, numbers in groupby(counted, key=lambda one: one.noi):
        say(f"  {place}:")
        for one in numbers:
            share = f", trên {_tasks(one.tren, every)}" if one.tren else ""
            say(f"    {one.in_ra}: {_tasks(one.nhiem_vu, every)}{share}")


def _tasks(numbers: Sequence[str], every: set[str]) -> str:
    """The numbers of the tasks; all of them in three words."""
    if len(numbers) > 1 and len(numbers) == len(every):
        return f"cả {len(every)} nhiệm vụ"
    return ", ".join(numbers)
