"""The corridor for checks of a plan: a file → what people decided → findings, figures, mends, a list to tick.

file ──read──▶ Plan ──decisions──▶ Plan ──check──▶ findings ──waivers──▶ findings that stay
                 └──mends──▶ the plan file, mended in place: comments and order survive
"""

import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from vanban.beside import read_book
from vanban.check.plan.checks import check_plan
from vanban.check.plan.mending import FieldMend
from vanban.check.plan.mends import mends
from vanban.check.plan.reading import Reading
from vanban.check.plan.summary import Summary, summarise
from vanban.check.plan.tick_list import tick_list
from vanban.check.plan.waivers import Waived, sift
from vanban.model.agency import AgencyBook
from vanban.model.decision import Decision
from vanban.model.finding import Finding
from vanban.model.plan import Plan
from vanban.office.disk import write_bytes, write_text
from vanban.read.decisions import decided
from vanban.read.files import read_bytes, read_plan, read_text
from vanban.read.yaml_edit import YamlEditor
from vanban.read.yaml_plan import dump_plan, parse_plan

PLAN_FILES = (".yaml", ".yml")


@dataclass(frozen=True)
class PlanChecked:
    """What the check of a plan brought: what stays, what is waived, and decisions that settle nothing."""

    findings: list[Finding]
    summary: Summary
    waived: list[Waived] = field(default_factory=list)
    lost: list[tuple[Decision, str]] = field(default_factory=list)


@dataclass(frozen=True)
class PlanMending:
    """A plan after its mends; `composed` tells that letters were put together as TCVN 6909:2001 asks."""

    done: list[FieldMend]
    checked: PlanChecked
    composed: bool = False


def check_plan_file(source: Path, book: Path | None) -> PlanChecked:
    """The findings of a plan as people decided it, by the law alone."""
    agencies = read_book(book, source)
    checked = judge(read_plan(source, agencies), agencies)
    if source.suffix.lower() != ".docx":
        return checked
    return replace(checked, findings=[_in_paragraph(finding) for finding in checked.findings])


def _in_paragraph(finding: Finding) -> Finding:
    """The finding with its paragraph: lines of a plan that was read from a .docx are its paragraphs."""
    place = finding.noi.model_copy(update={"doan": finding.noi.dong, "dong": None})
    return finding.model_copy(update={"noi": place})


def write_tick_list(findings: list[Finding], summary: Summary, target: Path, *, name: str) -> None:
    """Writes what is left to people as a table to tick off (.xlsx)."""
    from vanban.office.xlsx import write_workbook  # openpyxl takes long to load, and few calls need it

    sheet = tick_list(findings, summary, name=name)
    write_bytes(target, write_workbook([sheet], title=f"Danh sách cần sửa: {name}"))


def judge(plan: Plan, book: AgencyBook) -> PlanChecked:
    """The findings of a plan as people decided it; what they waived stands apart."""
    settled = decided(plan, book)
    sifted = sift(check_plan(settled.plan, settled.book), settled.plan)
    lost = [*settled.lost, *((one, "không còn phát hiện nào như vậy") for one in sifted.lost)]
    return PlanChecked(sifted.findings, summarise(settled.plan, settled.book), sifted.waived, lost)


def mend_plan_file(source: Path, target: Path, book: Path | None) -> PlanMending:
    """Mends what is safe in a plan and writes it to `target` as a plan file.

    A plan file (.yaml) keeps its comments and its order; any other source becomes a plan file.
    """
    agencies = read_book(book, source)
    plan = read_plan(source, agencies)
    own = source.suffix.lower() in PLAN_FILES
    editor = YamlEditor(read_text(source) if own else dump_plan(plan), str(source))
    done = mends(Reading(plan, decided(plan, agencies).book))
    for one in done:
        editor.set(one.path, one.after)
    text = editor.text
    write_text(target, text)
    checked = judge(parse_plan(text, str(target)), agencies)
    return PlanMending(done, checked, composed=own and _is_decomposed(source))


def _is_decomposed(source: Path) -> bool:
    words = read_bytes(source).decode("utf-8", errors="ignore")
    return not unicodedata.is_normalized("NFC", words)
