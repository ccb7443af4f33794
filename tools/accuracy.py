"""Measures the checker on a folder of real drafts, papers or plans, with a file of labels.

    make accuracy
    python tools/accuracy.py FOLDER LABELS

Prints for each file which labelled faults were found, which traps were sprung and which findings at
level lỗi (or the levels that the labels name) nobody has judged yet; then recall and precision over all
files. Ends with 0 whatever it finds: it measures, a person judges.
"""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from vanban import workflow
from vanban.model.errors import VanbanError
from vanban.model.finding import Finding, Severity
from vanban.model.record import Record, Text
from vanban.yaml_tree import read_tree

NO_LEVEL = "không"
"""A trap that allows no finding at all."""


class Pattern(Record):
    """Which findings are meant: by rule or clause, and by words, paragraph or line of the source."""

    ma: list[Text] = Field(default_factory=list)
    can_cu: Text | None = None
    chu: Text | None = None
    doan: tuple[int, int] | None = None
    dong: list[int] = Field(default_factory=list)

    @model_validator(mode="after")
    def _must_choose(self) -> "Pattern":
        if not self.ma and self.can_cu is None:
            raise ValueError("cần “ma” hoặc “can_cu”")
        for expression in (self.can_cu, self.chu):
            re.compile(expression or "")
        return self

    def fits(self, finding: Finding) -> bool:
        """Whether a finding is one of those meant."""
        by_rule = any(fnmatchcase(finding.ma, glob) for glob in self.ma)
        if not by_rule and not (self.can_cu and re.search(self.can_cu, finding.can_cu)):
            return False
        if self.chu and not re.search(self.chu, _said(finding), re.IGNORECASE):
            return False
        if self.dong and finding.noi.dong not in self.dong:
            return False
        place = finding.noi.doan
        return self.doan is None or (place is not None and self.doan[0] <= place <= self.doan[1])


class Label(Pattern):
    """A certain fault, at `so_cho` places or more."""

    ten: Text
    dieu: Text
    so_cho: int = Field(default=1, ge=1)

    def by_line(self) -> "list[Label]":
        """One label for each of its lines: each is a fault of its own."""
        if len(self.dong) < 2:
            return [self]
        return [
            self.model_copy(update={"ten": f"{self.ten} (dòng {line})", "dong": [line]}) for line in self.dong
        ]


class Trap(Pattern):
    """What must not be reported more gravely than `muc`."""

    ten: Text
    muc: Literal["không", "gợi ý", "cảnh báo"]

    def sprung_by(self, finding: Finding) -> bool:
        """Whether a finding is graver than this trap allows."""
        return self.fits(finding) and (self.muc == NO_LEVEL or finding.muc.rank < Severity(self.muc).rank)


class Verdict(Pattern):
    """What a person said of a finding that no label foresaw."""

    ket_luan: Literal["đúng", "sai"]
    ly_do: Text


class FileLabels(Record):
    """All that is known of one file."""

    nhan: list[Label] = Field(default_factory=list)
    bay: list[Trap] = Field(default_factory=list)
    da_xet: list[Verdict] = Field(default_factory=list)


class Labels(Record):
    """The whole file of labels."""

    xet: list[Severity] = Field(default=[Severity.LOI])
    """The levels whose findings are judged true or false."""
    bay_chung: list[Trap] = Field(default_factory=list)
    tep: dict[Text, FileLabels]


@dataclass
class Outcome:
    """What the findings of one file came to."""

    found: list[Label] = field(default_factory=list)
    missed: list[Label] = field(default_factory=list)
    thin: list[tuple[Label, int]] = field(default_factory=list)
    """Labels found at fewer places than there are, with the number of places found."""
    mild: list[Label] = field(default_factory=list)
    """Labels found, but never at level lỗi."""
    sprung: list[tuple[Trap, Finding]] = field(default_factory=list)
    true: int = 0
    false: list[Finding] = field(default_factory=list)
    open: list[Finding] = field(default_factory=list)
    """Findings at a judged level that nobody has judged."""
    levels: Counter[Severity] = field(default_factory=Counter)


def read_labels(path: Path) -> Labels:
    """The labels of a file."""
    return Labels.model_validate(read_tree(path.read_text(encoding="utf-8"), str(path), numbers=True))


def judge(
    findings: Iterable[Finding],
    labels: FileLabels,
    traps: Iterable[Trap] = (),
    levels: Iterable[Severity] = (Severity.LOI,),
) -> Outcome:
    """Holds the findings of one file against what is known of it.

    A person's verdict counts before a trap, and a trap before a label.
    """
    findings = list(findings)
    outcome = Outcome(levels=Counter(finding.muc for finding in findings))
    judged = set(levels)
    for label in (part for whole in labels.nhan for part in whole.by_line()):
        _recall(outcome, label, [finding for finding in findings if label.fits(finding)])
    all_traps = [*traps, *labels.bay]
    for finding in findings:
        verdict = next((v for v in labels.da_xet if v.fits(finding)), None)
        sprung = next((trap for trap in all_traps if trap.sprung_by(finding)), None)
        if sprung is not None and (verdict is None or verdict.ket_luan == "sai"):
            outcome.sprung.append((sprung, finding))
        if finding.muc in judged:
            _precision(outcome, finding, labels, verdict, sprung)
    return outcome


def _recall(outcome: Outcome, label: Label, hits: list[Finding]) -> None:
    if not hits:
        outcome.missed.append(label)
        return
    outcome.found.append(label)
    places = len({(hit.noi.doan, hit.vi_tri, hit.ma if hit.noi.doan is None else "") for hit in hits})
    if places < label.so_cho:
        outcome.thin.append((label, places))
    if all(hit.muc is not Severity.LOI for hit in hits):
        outcome.mild.append(label)


def _precision(
    outcome: Outcome, finding: Finding, labels: FileLabels, verdict: Verdict | None, sprung: Trap | None
) -> None:
    if verdict is not None:
        right = verdict.ket_luan == "đúng"
    elif sprung is not None:
        right = False
    elif any(label.fits(finding) for label in labels.nhan):
        right = True
    else:
        outcome.open.append(finding)
        return
    if right:
        outcome.true += 1
    else:
        outcome.false.append(finding)


def _said(finding: Finding) -> str:
    text = "\n".join((finding.noi.phan or "", finding.loi_van, finding.trich))
    return unicodedata.normalize("NFC", text)


def report(name: str, outcome: Outcome, *, tell_mild: bool = True) -> None:
    """Prints what came of one file; `tell_mild` names the faults that were never told as lỗi."""
    known = len(outcome.found) + len(outcome.missed)
    counts = ", ".join(f"{outcome.levels[level]} {level.value}" for level in Severity)
    print(f"\n{name}: tìm được {len(outcome.found)}/{known} lỗi đã gắn nhãn ({counts})")
    for label in outcome.missed:
        print(f"  bỏ sót     {label.ten} ({label.dieu})")
    for label, places in outcome.thin:
        print(f"  thiếu chỗ  {label.ten} ({label.dieu}): {places}/{label.so_cho}")
    for label in outcome.mild if tell_mild else ():
        print(f"  báo nhẹ    {label.ten} ({label.dieu}): không ở mức lỗi")
    for trap, finding in outcome.sprung:
        print(f"  sa bẫy     {trap.ten}: {_line(finding)}")
    for finding in outcome.false:
        print(f"  báo sai    {_line(finding)}")
    for finding in outcome.open:
        print(f"  chưa xét   {_line(finding)}")


def _line(finding: Finding) -> str:
    place = finding.noi.model_copy(update={"tep": None})
    return f"[{finding.ma}] {place}: {finding.loi_van} “{finding.trich}” ({finding.can_cu})"


def total(outcomes: list[Outcome], levels: Iterable[Severity] = (Severity.LOI,)) -> None:
    """Prints the sums over all files."""
    found = sum(len(o.found) for o in outcomes)
    known = found + sum(len(o.missed) for o in outcomes)
    true = sum(o.true for o in outcomes)
    false = sum(len(o.false) for o in outcomes)
    counted: Counter[Severity] = sum((o.levels for o in outcomes), Counter())
    counts = ", ".join(f"{counted[level]} {level.value}" for level in Severity)
    named = ", ".join(level.value for level in levels)
    print(f"\nCộng {len(outcomes)} tệp")
    print(f"  tìm được       {_share(found, known)} lỗi đã gắn nhãn")
    print(f"  đúng ở mức {named} {_share(true, true + false)} phát hiện đã xét")
    print(f"  sa bẫy         {sum(len(o.sprung) for o in outcomes)}")
    print(f"  chưa xét       {sum(len(o.open) for o in outcomes)} phát hiện mức {named}")
    print(f"  mọi phát hiện  {counts}")


def _share(part: int, whole: int) -> str:
    percent = f" ({100 * part / whole:.1f} %)".replace(".", ",") if whole else ""
    return f"{part}/{whole}{percent}"


def main() -> None:
    """Measures the folder and the labels that the command line names."""
    if len(sys.argv) != 3:
        raise SystemExit("Cách dùng: python tools/accuracy.py THƯ_MỤC TỆP_NHÃN.yaml")
    folder, labels = Path(sys.argv[1]), read_labels(Path(sys.argv[2]))
    outcomes = []
    for name, known in labels.tep.items():
        path = folder / name
        if not path.is_file():
            print(f"\n{name}: không có trong {folder}")
            continue
        try:
            findings = workflow.check(path)
        except VanbanError as error:
            print(f"\n{name}: không đọc được: {error}")
            continue
        outcomes.append(judge(findings, known, labels.bay_chung, labels.xet))
        report(name, outcomes[-1], tell_mild=labels.xet == [Severity.LOI])
    for path in sorted(folder.glob("*.docx")):
        if path.name not in labels.tep:
            print(f"\n{path.name}: chưa có nhãn")
    total(outcomes, labels.xet)


if __name__ == "__main__":
    main()
