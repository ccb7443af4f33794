"""A template → all that is wrong in it: its tags, its fields, its form; as findings, or as notes in Word.

.docx ──open safely──▶ tags ──check/template──▶ findings ──▶ notes at the very tags
                        └── form of the decree ──┘
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vanban.check.template import rules_of_words as rules
from vanban.check.template.checks import check_tags
from vanban.check.template.reading import TemplateReading
from vanban.check.template.saying import Said
from vanban.checking import AUTHOR, check_layout, require_paper
from vanban.law.decree import load_decree, load_kinds
from vanban.model.errors import TemplateError, UsageError
from vanban.model.finding import Finding, Place, Severity, in_order
from vanban.model.papers import PAPER_KINDS, PaperKind
from vanban.model.plain import PlainDocument
from vanban.model.shape import owner_of
from vanban.office.disk import write_bytes
from vanban.read.files import read_bytes
from vanban.templating.kinds import all_kinds, find_kind, sample_of
from vanban.word.locate import Located, locate
from vanban.word.notes import commented
from vanban.word.template import render
from vanban.word.template_language import TemplateLanguage
from vanban.word.template_safety import open_template
from vanban.word.template_tags import tags_of


@dataclass(frozen=True)
class TemplateChecked:
    """What the check of a template brought: its kind, the findings, and the fields that it prints."""

    kind: PaperKind
    findings: list[Finding] = field(default_factory=list)
    printed: frozenset[str] = frozenset()

    @property
    def passes(self) -> bool:
        """Whether papers can be made from it."""
        return all(finding.muc is not Severity.LOI for finding in self.findings)


def check_template_file(source: Path, kind: PaperKind | None = None) -> TemplateChecked:
    """Every finding on a template, its form by the decree included.

    Without a kind it is the one that the file is named for, else the one whose fields it asks for.
    Raises SourceError for a file that cannot be read, TemplateError for one that must not be used (macro,
    link to the outside, zip bomb), UsageError where its kind cannot be told.
    """
    return check_template(read_bytes(source), where=source.name, kind=kind or find_kind(source.name))


def check_template(data: bytes, *, where: str, kind: PaperKind | None = None) -> TemplateChecked:
    """The same for a template in memory."""
    located = locate(open_template(data, where), where)
    if kind is None:
        kind = _kind_by_fields(located, where)
    found, said = _of_tags(located, kind, where)
    wrong = {finding.noi.doan for finding in found}
    found += [finding for finding in _of_form(data, said, where) if finding.noi.doan not in wrong - {None}]
    if not any(finding.muc is Severity.LOI for finding in found):
        found += _of_use(data, kind, where)
    return TemplateChecked(kind, in_order(found), frozenset(said.printed))


def comment_template(source: Path, target: Path, findings: list[Finding], *, day: date) -> None:
    """Writes the template to `target` with a note at the tag of each finding.

    Raises UsageError if `target` is the file itself, or no .docx.
    """
    require_paper(source, target, "--comments")
    noted = commented(read_bytes(source), findings, where=source.name, author=AUTHOR, day=day)
    write_bytes(target, noted)


def _of_tags(located: Located, kind: PaperKind, where: str) -> tuple[list[Finding], Said]:
    elements = {e: number for number, home in enumerate(located.homes, start=1) for e in home.elements}
    reading = TemplateReading(
        where, kind, located.sheet, tags_of(located), elements, TemplateLanguage(), filled=_filled(kind)
    )
    return check_tags(reading, load_decree(), load_kinds())


def _filled(kind: PaperKind) -> frozenset[str] | None:
    """The fields that papers of this kind have, where many kinds share one record; None for all of it."""
    if not issubclass(kind.du_lieu, PlainDocument):
        return None
    data = sample_of(kind).model_dump(mode="json")
    return frozenset(name for name, value in data.items() if value)


def _kind_by_fields(located: Located, where: str) -> PaperKind:
    """The kind that knows most of the fields that a template asks for, its own fields counting first."""
    scores: dict[PaperKind, tuple[int, int]] = {}
    for kind in PAPER_KINDS:
        found, said = _of_tags(located, kind, where)
        roots = {re.split(r"[.\[]", path)[0] for path in said.printed}
        own = sum(owner_of(kind.du_lieu, root) is kind.du_lieu for root in roots)
        scores[kind] = (-sum(finding.ma == rules.FIELD.ma for finding in found), own)
    best = max(scores.values())
    fitting = [kind for kind, score in scores.items() if score == best]
    if len(fitting) > 1 or not best[1]:
        raise UsageError(
            "không rõ mẫu này dùng cho loại văn bản nào",
            where=where,
            next_step=f"thêm --kind LOẠI, một trong: {all_kinds()}",
        )
    return fitting[0]


def _of_form(data: bytes, said: Said, where: str) -> list[Finding]:
    """The findings on the form, without those that only come from tags standing where words will be."""
    printed = {path.replace("[]", "").rpartition(".")[2].replace("_", "-") for path in said.printed}
    return [
        finding
        for finding in check_layout(data, where=where)
        if not (finding.ma.endswith(".thieu") and finding.ma.split(".")[1] in printed)
    ]


def _of_use(data: bytes, kind: PaperKind, where: str) -> list[Finding]:
    """A finding where the template cannot be filled with the sample data, whatever the rules say."""
    try:
        render(data, sample_of(kind).model_dump(mode="json"), where=where)
    except TemplateError as error:
        return [
            rules.UNUSABLE.finding(Place(tep=where), f"{error.where}: {error.what}", cach_sua=error.next_step)
        ]
    return []
