"""The corridor for checks: a file → its findings under the unit's own rules, as notes, or mended.

.docx ──observe──▶ Sheet ──check──▶ findings ──hold──▶ findings of the unit
  ▲                                                  │
  └──────── mends (at most three rounds) ◀───────────┴──▶ notes at the very words
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vanban.beside import levels, read_house_rules
from vanban.check.document import check_document
from vanban.check.form.checks import check_sheet
from vanban.check.house_rules import SwitchedOff, hold
from vanban.check.mend_words import MendInWords, in_words
from vanban.check.plan.summary import Summary
from vanban.check.plan.waivers import Waived
from vanban.law.decree import Decree, load_decree, load_kinds
from vanban.law.house_rules import Widened, widened, with_house_rules
from vanban.law.lexicon import load_lexicon
from vanban.model.decision import Decision
from vanban.model.errors import UsageError
from vanban.model.finding import Finding
from vanban.model.house_rules import HouseRules
from vanban.model.mend import Mend
from vanban.model.sheet import Sheet
from vanban.office.disk import write_bytes
from vanban.plan_checking import PLAN_FILES, PlanChecked, PlanMending, check_plan_file, mend_plan_file
from vanban.read.files import read_bytes
from vanban.word.mend import mended
from vanban.word.notes import commented
from vanban.word.observe import observe

AUTHOR = "vanban"
PAPER = ".docx"
ROUNDS = 3
"""How often a paper is mended and looked at again: one mend may uncover another fault."""


@dataclass(frozen=True)
class Checked:
    """What the check of one file brought, and what the unit's own rules (`house`) changed in it.

    Of a plan it has figures (`summary`), what people waived, and decisions that settle nothing any more.
    """

    findings: list[Finding]
    house: str = ""
    off: list[SwitchedOff] = field(default_factory=list)
    widened: list[Widened] = field(default_factory=list)
    summary: Summary | None = None
    waived: list[Waived] = field(default_factory=list)
    lost: list[tuple[Decision, str]] = field(default_factory=list)


@dataclass(frozen=True)
class MendDone:
    """One mend that was done: the finding it answers, and what it changed."""

    finding: Finding
    words: MendInWords


@dataclass
class Mending:
    """A paper after its mends: what was done, what was not, and what is found now."""

    data: bytes
    checked: Checked
    done: list[MendDone] = field(default_factory=list)
    skipped: list[tuple[Finding, str]] = field(default_factory=list)
    still: list[Finding] = field(default_factory=list)
    """Findings that are there again though they were mended."""


def check(source: Path, *, book: Path | None = None) -> list[Finding]:
    """The findings of a plan or of a paper (.docx), by the law alone."""
    if is_paper(source):
        return check_docx(read_bytes(source), where=source.name)
    return check_plan_file(source, book).findings


def check_docx(data: bytes, *, where: str) -> list[Finding]:
    """The findings of a .docx, its form and its words, by the law alone."""
    return check_document(observe(data, where), load_decree(), load_kinds(), where=where)


def check_layout(data: bytes, *, where: str) -> list[Finding]:
    """The findings on the form of a .docx alone: the words of a made paper are checked in its plan."""
    return check_sheet(observe(data, where), load_decree(), load_kinds(), where=where)


def check_file(
    source: Path, *, book: Path | None = None, house: Path | None = None, as_plan: bool = False
) -> Checked:
    """The findings of a plan or a paper under the unit's own rules: those given, or those beside the file.

    A .docx is a paper unless it is to be read as a plan.
    """
    rules = read_house_rules(house, source)
    if is_paper(source) and not as_plan:
        return _Desk(source.name, rules).check(read_bytes(source))[0]
    return _of_plan(check_plan_file(source, book), rules)


def is_paper(source: Path) -> bool:
    """Whether a file is checked as a paper; anything else is a plan."""
    return source.suffix.lower() == PAPER


def mend_plan(
    source: Path, target: Path, *, book: Path | None = None, house: Path | None = None
) -> tuple[PlanMending, Checked]:
    """Mends what is safe in a plan, writes it to `target` (.yaml), and tells what is found in it then.

    Raises UsageError if `target` is the file itself, or no .yaml.
    """
    require_plan_target(source, target, "--fix")
    mending = mend_plan_file(source, target, book)
    return mending, _of_plan(mending.checked, read_house_rules(house, source))


def mend_file(source: Path, target: Path, *, house: Path | None = None) -> Mending:
    """Mends what is safe to mend in a .docx, and writes the result to `target`.

    Raises UsageError if `target` is the file itself, or if it is no .docx.
    """
    require_paper(source, target, "--fix")
    desk = _Desk(source.name, read_house_rules(house, source))
    mending = desk.mend(read_bytes(source))
    write_bytes(target, mending.data)
    return mending


def comment_file(source: Path, target: Path, findings: list[Finding], *, day: date) -> None:
    """Writes the .docx to `target` with a note at the words of each finding.

    Raises UsageError if `target` is the file itself, or if it is no .docx.
    """
    require_paper(source, target, "--comments")
    noted = commented(read_bytes(source), findings, where=source.name, author=AUTHOR, day=day)
    write_bytes(target, noted)


def _of_plan(found: PlanChecked, rules: HouseRules | None) -> Checked:
    held = _held(found.findings, rules)
    return replace(held, summary=found.summary, waived=found.waived, lost=found.lost)


def _held(findings: list[Finding], rules: HouseRules | None, wide: list[Widened] | None = None) -> Checked:
    if rules is None:
        return Checked(findings)
    held = hold(findings, rules, levels())
    return Checked(held.findings, rules.ten, held.off, wide or [])


class _Desk:
    """A paper under one set of rules, looked at as often as it is mended."""

    def __init__(self, where: str, rules: HouseRules | None) -> None:
        self._where, self._rules = where, rules
        law = load_decree()
        self._decree: Decree = law if rules is None else with_house_rules(law, rules.nghi_dinh, rules.ten)
        own = rules.tu_dien if rules else None
        self._lexicon = load_lexicon().with_more(own.tu_ghep, own.bo_qua) if own else None
        self._widened = [] if rules is None else widened(law, rules.nghi_dinh)

    def check(self, data: bytes) -> tuple[Checked, Sheet]:
        sheet = observe(data, self._where)
        found = check_document(sheet, self._decree, load_kinds(), where=self._where, lexicon=self._lexicon)
        return _held(found, self._rules, self._widened), sheet

    def mend(self, data: bytes) -> Mending:
        checked, sheet = self.check(data)
        mending = Mending(data, checked)
        skipped: list[tuple[Finding, str]] = []
        for _ in range(ROUNDS):
            asked = _asked(mending.checked.findings)
            if not asked:
                break
            result = mended(mending.data, [mend for _, mend in asked.values()], where=self._where)
            skipped = [(asked[_key(mend)][0], reason) for mend, reason in result.skipped]
            if not result.done:
                break
            for finding, mend in (asked[_key(mend)] for mend in result.done):
                mending.done += [MendDone(finding, words) for words in in_words(mend, sheet)]
            mending.data = result.data
            mending.checked, sheet = self.check(mending.data)
        now = {_identity(finding): finding for finding in mending.checked.findings}
        mending.skipped = [(finding, reason) for finding, reason in skipped if _identity(finding) in now]
        open_yet = {_identity(finding) for finding, _ in mending.skipped}
        answered = dict.fromkeys(_identity(one.finding) for one in mending.done)
        mending.still = [now[key] for key in answered if key in now and key not in open_yet]
        return mending


def _asked(findings: list[Finding]) -> dict[str, tuple[Finding, Mend]]:
    """Each mend that the findings offer, once, with the first finding that offers it."""
    asked: dict[str, tuple[Finding, Mend]] = {}
    for finding in findings:
        for mend in finding.sua:
            asked.setdefault(_key(mend), (finding, mend))
    return asked


def _key(mend: Mend) -> str:
    return mend.model_dump_json()


def _identity(finding: Finding) -> tuple[str, int | None, str, str]:
    """What tells whether a finding is the one that was there before the mends."""
    return finding.ma, finding.noi.doan, finding.loi_van, finding.trich


def require_paper(source: Path, target: Path, option: str) -> None:
    """UsageError unless a .docx is to be written, from a .docx, into another file."""
    for path, what in ((source, "kiểm tra"), (target, "ghi ra")):
        if not is_paper(path):
            raise UsageError(
                f"{option} chỉ dùng được với tệp .docx; tệp {what} là {path.name}",
                next_step="với kế hoạch không phải .docx thì dùng --list TỆP.xlsx để có danh sách cần sửa",
            )
    require_other(source, target, option)


def require_plan_target(source: Path, target: Path, option: str) -> None:
    """UsageError unless a result of the check of a plan may be written there."""
    kinds = {"--fix": PLAN_FILES, "--list": (".xlsx",)}[option]
    if target.suffix.lower() not in kinds:
        raise UsageError(
            f"{option} của một kế hoạch ghi ra tệp {kinds[0]}; tệp ghi ra là {target.name}",
            next_step=f"đặt tên tệp kết quả có đuôi {kinds[0]}",
        )
    require_other(source, target, option)


def require_other(source: Path, target: Path, option: str) -> None:
    """UsageError if the result would be written over the file that is checked."""
    if same_file(source, target):
        raise UsageError(
            f"{option} không ghi đè lên chính tệp đang kiểm tra",
            where=str(target),
            next_step="chọn một tên tệp khác cho kết quả",
        )


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or will once it is written."""
    tests: tuple[Callable[[], bool], ...] = (
        lambda: one.samefile(other),
        lambda: os.path.realpath(one) == os.path.realpath(other),
    )
    for test in tests:
        try:
            if test():
                return True
        except (OSError, ValueError):
            continue
    return False
