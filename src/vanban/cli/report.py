"""What people see of the check of a paper: findings by page and part, the unit's changes, the mends."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from vanban.check.digest import Entry, digest, runs
from vanban.checking import Checked, MendDone, Mending
from vanban.cli.console import COLOURS
from vanban.cli.streams import out, say
from vanban.model.finding import Finding, Severity

_INDENT = " " * 14


def show_paper_findings(findings: Sequence[Finding]) -> None:
    """All findings of one paper under their pages and parts; a dot marks the gravest."""
    for group in digest(findings):
        out.print(Text(group.title, style="bold underline"), soft_wrap=True)
        for entry in group.entries:
            _show_entry(entry)


def _show_entry(entry: Entry) -> None:
    finding = entry.first
    mark = "●" if finding.muc is Severity.LOI else " "
    head = Text(f"  {mark} {finding.muc.value:<9} ", style=COLOURS[finding.muc])
    if entry.place:
        head.append(f"{entry.place}: ", style="bold")
    out.print(head.append(finding.loi_van, style="default"), soft_wrap=True)
    shown, others = entry.quotes
    if shown:
        more = f" và {others} chỗ khác" if others else ""
        out.print(Text(_INDENT + " · ".join(f"“{words}”" for words in shown) + more), soft_wrap=True)
    tail = f"{_INDENT}[{finding.ma}] {finding.can_cu}"
    fix = f" → {finding.cach_sua}" if finding.cach_sua else ""
    out.print(Text(tail + fix, style="dim"), soft_wrap=True)


def show_house_rules(checked: Checked, to: Console) -> None:
    """What the unit's own rules keep out of the findings, and why: a breach never vanishes unseen."""
    for off in checked.off:
        say(
            f"Đã tắt theo quy ước “{checked.house}”: {off.ma} ({len(off.findings)} phát hiện): {off.ly_do}",
            to,
        )
    for wide in checked.widened:
        say(
            f"Đã nới theo quy ước “{checked.house}”: {wide.khoa}: {wide.quy_uoc} "
            f"(Nghị định: {wide.luat}): {wide.ly_do}",
            to,
        )


def show_mending(mending: Mending, target: Path, to: Console) -> None:
    """Each mend that was done, the same one in many paragraphs on one line; and what could not be done."""
    if mending.done:
        say(f"Đã sửa {len(mending.done)} chỗ, ghi vào {target}", to)
    else:
        say(f"Không có chỗ nào tự sửa được; {target} giống hệt tệp gốc", to)
    for line in _mend_lines(mending.done):
        say(f"  {line}", to)
    for finding, reason in mending.skipped:
        say(f"  Chưa sửa được ({reason}): {finding.noi}: {finding.loi_van} [{finding.ma}]", to)
    for finding in mending.still:
        say(f"  Đã sửa mà vẫn còn: {finding.noi}: {finding.loi_van} [{finding.ma}]", to)


def _mend_lines(done: Sequence[MendDone]) -> list[str]:
    """In reading order: "4 đoạn: 15, 17–19: cỡ chữ 13 → 14 [the-thuc.noi-dung.co-chu]"."""
    same: dict[tuple[str, str], list[MendDone]] = {}
    for one in sorted(done, key=lambda one: one.finding.noi.doan or 0):
        same.setdefault((str(one.words), one.finding.ma), []).append(one)
    return [f"{_where(found)}{words}{_words_of(found)} [{ma}]" for (words, ma), found in same.items()]


def _where(done: Sequence[MendDone]) -> str:
    numbers = sorted({one.finding.noi.doan for one in done if one.finding.noi.doan is not None})
    if not numbers:
        part = done[0].finding.noi.phan
        return f"{part}: " if part else ""
    return f"đoạn {numbers[0]}: " if len(numbers) == 1 else f"{len(numbers)} đoạn: {runs(numbers)}: "


def _words_of(done: Sequence[MendDone]) -> str:
    """The words that were set otherwise, where one line speaks of one place."""
    return f" ở “{done[0].words.chu}”" if len(done) == 1 and done[0].words.chu else ""
