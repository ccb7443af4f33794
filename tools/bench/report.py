"""What the comparison found: printed, and kept in docs/hieu-nang.md with the date and the machine."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from bench.papers import Case
from bench.rendering import LICENCES, NODE, SECONDS, Result
from vanban.word.archive import LEVEL

PAGE = Path(__file__).resolve().parents[2] / "docs" / "hieu-nang.md"
_START, _END = "<!-- số đo: bắt đầu -->", "<!-- số đo: kết thúc -->"


def told(measured: list[tuple[Case, list[Result]]]) -> str:
    """The tables in Markdown."""
    lines = [
        f"Ngày {_today()}; máy: {_machine()}; Python {platform.python_version()}; "
        f"DEFLATE mức {LEVEL}; trung vị trong {SECONDS:g} giây, đã chạy nóng.",
        "",
    ]
    for case, results in measured:
        own = next(r for r in results if r.engine == "vanban")
        lines += [
            f"**{case.title}**",
            "",
            "| Bộ máy | một văn bản | so với vanban | bộ nhớ cao nhất |",
            "|---|---:|---:|---:|",
            *(_row(r, own) for r in results),
            "",
        ]
    return "\n".join([*lines, *_conclusions(measured), "", *_versions(measured)])


def keep(text: str) -> None:
    """Puts the tables between the marks of the page."""
    page = PAGE.read_text("utf-8")
    head, tail = page.partition(_START)[0], page.partition(_END)[2]
    PAGE.write_text(f"{head}{_START}\n\n{text}\n\n{_END}{tail}", "utf-8")


def _row(result: Result, own: Result) -> str:
    name = "Jinja2 + DEFLATE (cận dưới)" if result.engine == "jinja2" else result.engine
    if result.fault:
        return f"| {name} | không tính: {result.fault} | | |"
    ratio = result.median_ms / own.median_ms
    return f"| {name} | {_number(result.median_ms)} ms | {_number(ratio)} × | {result.peak_mb:.0f} MB |"


def _conclusions(measured: list[tuple[Case, list[Result]]]) -> list[str]:
    lines = ["| | gấp docxtpl | gấp bộ máy Node nhanh nhất | so với cận dưới |", "|---|---:|---:|---:|"]
    for case, results in measured:
        took = {r.engine: r.median_ms for r in results if not r.fault}
        own = took["vanban"]
        fastest = min((took[name] for name in NODE if name in took), default=None)
        peers = f"{_number(fastest / own)} ×" if fastest else "không đo"
        lines.append(
            f"| {case.title} | {_number(took['docxtpl'] / own)} × | {peers} "
            f"| {_number(own / took['jinja2'])} × |"
        )
    times = {case.key: r.median_ms for case, results in measured for r in results if r.engine == "vanban"}
    growth = times["bang-5000"] / times["bang-1000"]
    return [*lines, "", f"Bảng dài gấp 5 thì lâu gấp {_number(growth)}."]


def _versions(measured: list[tuple[Case, list[Result]]]) -> list[str]:
    found = {r.engine: r.version for _, results in measured for r in results if r.version}
    return ["Phiên bản: " + "; ".join(f"{n} {v} ({LICENCES[n]})" for n, v in found.items() if n in LICENCES)]


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",") if value < 10 else f"{value:.0f}"


def _today() -> str:
    return datetime.now(tz=UTC).astimezone().strftime("%d/%m/%Y")


def _machine() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.machine()
    return f"{model}, {os.cpu_count()} nhân"
