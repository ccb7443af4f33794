"""`vanban check`: a plan or a paper → what is wrong in it; as words, data, notes in Word, or mended."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vanban import beside, checking
from vanban.checking import Checked
from vanban.cli.console import counts, err, out, say, show_error, show_findings
from vanban.cli.options import (
    Book,
    CheckDay,
    Comments,
    Fix,
    Help,
    HouseRulesFile,
    Level,
    day_of,
    severity_of,
    today,
)
from vanban.cli.report import show_house_rules, show_mending, show_paper_findings
from vanban.cli.sarif import sarif
from vanban.model.errors import UsageError, VanbanError


def check(
    sources: Annotated[
        list[Path],
        typer.Argument(readable=False, help="Kế hoạch (.txt, .yaml) hoặc văn bản (.docx).", metavar="TỆP..."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="In các phát hiện dạng JSON.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="In các phát hiện dạng SARIF 2.1.0.")] = False,
    comments: Comments = None,
    fix: Fix = None,
    level: Level = "loi",
    house: HouseRulesFile = None,
    book: Book = None,
    as_of: CheckDay = None,
    help_: Help = False,
) -> None:
    """Kiểm tra kế hoạch hoặc văn bản; mỗi phát hiện có nơi chốn, điều khoản và cách sửa."""
    threshold = severity_of(level)
    day = today() if as_of is None else day_of(as_of)
    desk = _Desk(comments, fix, house, book, day, as_data=as_json or as_sarif)
    desk.require_sense(sources, both=as_json and as_sarif)
    for source in sources:
        desk.take(source)
    if as_sarif:
        _print(sarif([(path.name, c.findings, c.off) for path, c in desk.checked], beside.every_rule()))
    found = [finding for _, checked in desk.checked for finding in checked.findings]
    if as_json:
        _print([finding.model_dump(mode="json", exclude_none=True) for finding in found])
    if desk.worst or any(finding.muc.rank <= threshold.rank for finding in found):
        raise typer.Exit(desk.worst or 1)


@dataclass
class _Desk:
    """What every file of one call shares, and what came of each. `worst` is the gravest exit code so far."""

    comments: Path | None
    fix: Path | None
    house: Path | None
    book: Path | None
    day: date
    as_data: bool
    checked: list[tuple[Path, Checked]] = field(default_factory=list)
    worst: int = 0

    def require_sense(self, sources: Sequence[Path], *, both: bool) -> None:
        """UsageError for options that do not go together."""
        if both:
            raise UsageError("--json và --sarif không dùng cùng lúc", next_step="chọn một trong hai")
        targets = {"--fix": self.fix, "--comments": self.comments}
        for option, target in targets.items():
            if target is None:
                continue
            if len(sources) > 1:
                raise UsageError(f"{option} chỉ nhận một tệp mỗi lần", next_step="gọi riêng cho từng tệp")
            checking.require_paper(sources[0], target, option)
        if self.fix is not None and self.comments is not None and checking.same_file(self.fix, self.comments):
            raise UsageError(
                "--fix và --comments ghi vào cùng một tệp", next_step="chọn hai tên tệp khác nhau"
            )

    def take(self, source: Path) -> None:
        """Checks one file and tells what came of it; a file that cannot be read does not stop the others."""
        try:
            checked = self._check(source)
        except VanbanError as error:
            show_error(error)
            self.worst = max(self.worst, error.exit_code)
            return
        self.checked.append((source, checked))

    def _check(self, source: Path) -> Checked:
        to = err if self.as_data else out
        if self.fix is None:
            checked = checking.check_file(source, book=self.book, house=self.house)
        else:
            mending = checking.mend_file(source, self.fix, house=self.house)
            show_mending(mending, self.fix, to)
            checked = mending.checked
        if self.comments is not None:
            checking.comment_file(self.fix or source, self.comments, checked.findings, day=self.day)
            say(f"Đã ghi bản có ghi chú vào {self.comments}", to)
        left = " còn lại sau khi sửa" if self.fix is not None else ""
        if not self.as_data:
            out.rule(f"{source.name}: {counts(checked.findings)}{left}", align="left", style="dim")
        show_house_rules(checked, to)
        if not self.as_data:
            (show_paper_findings if checking.is_paper(source) else show_findings)(checked.findings)
        return checked


def _print(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
