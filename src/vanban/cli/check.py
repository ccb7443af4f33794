"""`vanban check`: a plan or a paper → what is wrong in it; as words, data, notes, a list, or mended."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from vanban import beside, checking
from vanban.check.house_rules import SwitchedOff
from vanban.checking import Checked
from vanban.cli.console import counts
from vanban.cli.options import (
    Book,
    CheckDay,
    Comments,
    Fix,
    Help,
    HouseRulesFile,
    Level,
    TickList,
    day_of,
    severity_of,
    today,
)
from vanban.cli.plan_report import show_decisions, show_plan_findings, show_plan_mending, show_summary
from vanban.cli.report import show_house_rules, show_mending, show_paper_findings
from vanban.cli.sarif import sarif
from vanban.cli.streams import err, out, say, show_error
from vanban.model.errors import UsageError, VanbanError
from vanban.plan_checking import write_tick_list


def check(
    sources: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            help="Kế hoạch (.yaml, .txt, .xlsx, .pdf) hoặc văn bản (.docx).",
            metavar="TỆP...",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="In các phát hiện dạng JSON.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="In các phát hiện dạng SARIF 2.1.0.")] = False,
    comments: Comments = None,
    fix: Fix = None,
    tick_list: TickList = None,
    as_plan: Annotated[
        bool, typer.Option("--ke-hoach", help="Đọc tệp .docx như một kế hoạch và kiểm tra nội dung của nó.")
    ] = False,
    level: Level = "loi",
    house: HouseRulesFile = None,
    book: Book = None,
    as_of: CheckDay = None,
    help_: Help = False,
) -> None:
    """Kiểm tra kế hoạch hoặc văn bản; mỗi phát hiện có nơi chốn, điều khoản và cách sửa."""
    threshold = severity_of(level)
    day = today() if as_of is None else day_of(as_of)
    desk = _Desk(comments, fix, tick_list, house, book, day, as_data=as_json or as_sarif, as_plan=as_plan)
    desk.require_sense(sources, both=as_json and as_sarif)
    for source in sources:
        desk.take(source)
    if as_sarif:
        _print(
            sarif([(path.name, c.findings, _kept_out(c)) for path, c in desk.checked], beside.every_rule())
        )
    found = [finding for _, checked in desk.checked for finding in checked.findings]
    if as_json:
        _print(_as_data(desk.checked))
    if desk.worst or any(finding.muc.rank <= threshold.rank for finding in found):
        raise typer.Exit(desk.worst or 1)


@dataclass
class _Desk:
    """What every file of one call shares, and what came of each. `worst` is the gravest exit code so far."""

    comments: Path | None
    fix: Path | None
    tick_list: Path | None
    house: Path | None
    book: Path | None
    day: date
    as_data: bool
    as_plan: bool
    checked: list[tuple[Path, Checked]] = field(default_factory=list)
    worst: int = 0

    def require_sense(self, sources: Sequence[Path], *, both: bool) -> None:
        """UsageError for options that do not go together."""
        if both:
            raise UsageError("--json và --sarif không dùng cùng lúc", next_step="chọn một trong hai")
        targets = {"--fix": self.fix, "--comments": self.comments, "--list": self.tick_list}
        for option, target in targets.items():
            if target is None:
                continue
            if len(sources) > 1:
                raise UsageError(f"{option} chỉ nhận một tệp mỗi lần", next_step="gọi riêng cho từng tệp")
            if option == "--comments" or (option == "--fix" and not self._is_plan(sources[0])):
                checking.require_paper(sources[0], target, option)
            elif option == "--list" and not self._is_plan(sources[0]):
                raise UsageError(
                    "--list chỉ dùng cho kế hoạch",
                    next_step="với văn bản thì dùng --comments; với kế hoạch .docx thì thêm --ke-hoach",
                )
            else:
                checking.require_plan_target(sources[0], target, option)
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

    def _is_plan(self, source: Path) -> bool:
        return self.as_plan or not checking.is_paper(source)

    def _check(self, source: Path) -> Checked:
        to = err if self.as_data else out
        checked = self._checked(source, to)
        self._write_for_people(source, checked, to)
        left = " còn lại sau khi sửa" if self.fix is not None else ""
        if not self.as_data:
            out.rule(f"{source.name}: {counts(checked.findings)}{left}", align="left", style="dim")
        if checked.summary is not None and not self.as_data:
            show_summary(checked.summary, to)
        show_house_rules(checked, to)
        if not self.as_data and self._is_plan(source):
            show_plan_findings(checked)
        elif not self.as_data:
            show_paper_findings(checked.findings)
        show_decisions(checked, to)
        return checked

    def _checked(self, source: Path, to: Console) -> Checked:
        """What is found, in the mended copy where one is asked for."""
        if self.fix is None:
            return checking.check_file(source, book=self.book, house=self.house, as_plan=self.as_plan)
        if self._is_plan(source):
            plan, checked = checking.mend_plan(source, self.fix, book=self.book, house=self.house)
            show_plan_mending(plan, self.fix, to)
            return checked
        mending = checking.mend_file(source, self.fix, house=self.house)
        show_mending(mending, self.fix, to)
        return mending.checked

    def _write_for_people(self, source: Path, checked: Checked, to: Console) -> None:
        """Notes in Word, and the list to tick off."""
        if self.comments is not None:
            noted = source if self.fix is None or self._is_plan(source) else self.fix
            checking.comment_file(noted, self.comments, checked.findings, day=self.day)
            say(f"Đã ghi bản có ghi chú vào {self.comments}", to)
        if self.tick_list is not None and checked.summary is not None:
            write_tick_list(checked.findings, checked.summary, self.tick_list, name=source.name)
            say(f"Đã ghi danh sách cần sửa vào {self.tick_list}", to)


def _kept_out(checked: Checked) -> list[SwitchedOff]:
    """What the unit switched off and what people waived, each with its reason."""
    waived = [SwitchedOff(row.decision.ma or "", row.decision.ly_do, row.findings) for row in checked.waived]
    return [*checked.off, *waived]


def _as_data(checked: Sequence[tuple[Path, Checked]]) -> object:
    """The findings as a list; of plans there are figures and waived findings too, so it becomes a group."""
    found = [one.model_dump(mode="json", exclude_none=True) for _, c in checked for one in c.findings]
    plans = [(path, c, c.summary) for path, c in checked if c.summary is not None]
    if not plans:
        return found
    waived = [
        {"ly_do": row.decision.ly_do, "phat_hien": one.model_dump(mode="json", exclude_none=True)}
        for _, c, _ in plans
        for row in c.waived
        for one in row.findings
    ]
    figures = [{"tep": path.name, **summary.model_dump(mode="json")} for path, _, summary in plans]
    return {"tong_quan": figures, "phat_hien": found, "bo_qua": waived}


def _print(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
