"""What people see of the check of a plan: figures first, findings by task, mends, decisions."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from vanban.check.plan.by_task import WHOLE, by_task
from vanban.check.plan.mending import FieldMend
from vanban.check.plan.places import short
from vanban.check.plan.summary import Summary, Tally
from vanban.checking import Checked
from vanban.cli.console import show_findings
from vanban.cli.streams import out, say
from vanban.plan_checking import PlanMending

_AROUND = 40
"""Characters shown on both sides of a change."""


def show_summary(summary: Summary, to: Console) -> None:
    """The plan in figures, before anything is found in it."""
    say(f"Tổng quan: {summary.nhom} nhóm, {summary.nhiem_vu} nhiệm vụ", to)
    if summary.chu_tri:
        say(f"  Chủ trì: {'; '.join(f'{one.ten} {len(one.nhiem_vu)}' for one in summary.chu_tri)}", to)
    months = [f"{one.ten}: {len(one.nhiem_vu)}" for one in summary.han]
    if summary.thuong_xuyen:
        months.append(f"thường xuyên, định kỳ: {len(summary.thuong_xuyen)}")
    if months:
        say(f"  Hết hạn theo tháng: {'; '.join(months)}", to)
    if summary.khong_theo_doi_duoc:
        say("  Không theo dõi được:", to)
    for one in summary.khong_theo_doi_duoc:
        say(f"    {_tally(one)}", to)


def _tally(one: Tally) -> str:
    return f"{one.ten}: {len(one.nhiem_vu)} nhiệm vụ ({', '.join(one.nhiem_vu)})"


def show_plan_findings(checked: Checked) -> None:
    """All findings under their tasks; then what people waived, with their reasons."""
    titles = checked.summary.ten_nhiem_vu if checked.summary else {}
    for number, found in by_task(checked.findings, list(titles)):
        title = (
            "Cả kế hoạch" if number == WHOLE else f"Nhiệm vụ {number}. {short(titles.get(number, ''), 80)}"
        )
        out.print(Text(title, style="bold underline"), soft_wrap=True)
        show_findings(found)


def show_decisions(checked: Checked, to: Console) -> None:
    """What people decided to leave, with the reason; and decisions that settle nothing any more."""
    for row in checked.waived:
        for finding in row.findings:
            who = f" ({row.decision.nguoi})" if row.decision.nguoi else ""
            say(f"Đã bỏ qua, lý do: {row.decision.ly_do}{who}: {finding.loi_van} [{finding.ma}]", to)
    for decision, reason in checked.lost:
        say(f"Quyết định không còn dùng tới: {decision}: {reason}; bỏ khỏi khóa quyet_dinh", to)


def show_plan_mending(mending: PlanMending, target: Path, to: Console) -> None:
    """The difference, value by value: what it is called, as it was, as it is."""
    shown = [one for one in mending.done if one.shown]
    if mending.composed:
        say("Đã chuyển cả tệp sang Unicode dựng sẵn (TCVN 6909:2001)", to)
    say(
        f"Đã sửa {len(shown)} chỗ, ghi vào {target}" if shown else f"Không có chỗ nào tự sửa được → {target}",
        to,
    )
    for one in shown:
        to.print(Text(f"@@ {one.where} [{', '.join(one.rules)}]", style="cyan"), soft_wrap=True)
        before, after = _cut(one)
        to.print(Text(f"- {before}", style="red"), soft_wrap=True)
        to.print(Text(f"+ {after}", style="green"), soft_wrap=True)


def _cut(one: FieldMend) -> tuple[str, str]:
    """Both words, without what they have in common far from the change."""
    if one.before is None:
        return "(không ghi)", one.after
    before, after = one.before, one.after
    head = _common(before, after)
    tail = min(_common(before[::-1], after[::-1]), min(len(before), len(after)) - head)
    start = max(0, head - _AROUND)
    end = max(0, tail - _AROUND)
    return _between(before, start, end), _between(after, start, end)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many characters two texts begin with in common."""
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return at


def _between(text: str, start: int, end: int) -> str:
    """The text without `start` characters at the front and `end` at the back, cut between words."""
    begin = text.find(" ", start) + 1 if start else 0
    last = text.rfind(" ", 0, len(text) - end) if end else len(text)
    return f"{'… ' if begin else ''}{text[begin:last]}{' …' if last < len(text) else ''}"
