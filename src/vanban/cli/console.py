"""What people see in the terminal: findings, what was left out, tables."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from vanban.cli.streams import out, say
from vanban.model.finding import Finding, Severity

if TYPE_CHECKING:  # what makes papers takes long to load, and few commands make any
    from vanban.making.paper import Skipped

COLOURS = {Severity.LOI: "bold red", Severity.CANH_BAO: "yellow", Severity.GOI_Y: "cyan"}


def show_findings(findings: Sequence[Finding], *, limit: int | None = None) -> None:
    """All findings (or the first `limit`), gravest first, each with its place and clause."""
    for finding in findings[:limit]:
        head = Text(f"{finding.muc.value:<9}", style=COLOURS[finding.muc])
        place = _place(finding)
        head.append(f" {place}: " if place else " ", style="bold")
        head.append(finding.loi_van, style="default")
        out.print(head, soft_wrap=True)
        if finding.trich:
            out.print(Text(f"          “{finding.trich}”", style="dim"), soft_wrap=True)
        tail = f"          [{finding.ma}] {finding.can_cu}"
        out.print(
            Text(tail + (f" → {finding.cach_sua}" if finding.cach_sua else ""), style="dim"), soft_wrap=True
        )
    if limit is not None and len(findings) > limit:
        out.print(Text(f"          … và {len(findings) - limit} phát hiện khác", style="dim"), soft_wrap=True)


def _place(finding: Finding) -> str:
    """Where, without the file (which heads the list) and without what the message itself begins with."""
    where = finding.noi.model_copy(update={"tep": None})
    said = finding.loi_van.casefold()
    if said.startswith(
        (f"nhiệm vụ {where.nhiem_vu}", *(n.casefold() for n in (where.truong, where.phan) if n))
    ):
        where = where.model_copy(update={"nhiem_vu": None, "truong": None, "phan": None})
    return str(where)


def show_skipped(skipped: "Sequence[Skipped]") -> None:
    """Papers that were not made, each reason once with all that it is true of."""
    by_reason: dict[tuple[str, str], list[str]] = {}
    for one in skipped:
        by_reason.setdefault((one.what, one.reason), []).append(one.of)
    for (what, reason), of in by_reason.items():
        say(f"  Không lập {what} {', '.join(of)}: {reason}")


def counts(findings: Sequence[Finding]) -> str:
    """ "03 lỗi, 12 cảnh báo, 20 gợi ý", or that there is nothing."""
    tally = Counter(finding.muc for finding in findings)
    parts = [f"{tally[severity]} {severity.value}" for severity in Severity if tally[severity]]
    return ", ".join(parts) or "không có phát hiện"


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A plain table for the terminal."""
    made = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    for head in heads:
        made.add_column(head)
    for row in rows:
        made.add_row(*(escape(cell) for cell in row))
    return made
