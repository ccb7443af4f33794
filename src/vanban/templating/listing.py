"""Which template serves which kind: the shipped one or the unit's own, its version, and whether it passes."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from vanban.making.paper import template_path
from vanban.model.errors import SourceError, TemplateError
from vanban.model.finding import Finding, Severity
from vanban.model.papers import PAPER_KINDS, PaperKind
from vanban.read.files import read_bytes
from vanban.templating.checking import check_template
from vanban.templating.kinds import find_kind, plain_kinds
from vanban.word.versions import Version, version_of


class Source(StrEnum):
    """Where a template comes from; the word is what people read."""

    SHIPPED = "mẫu có sẵn"
    OWN = "mẫu của đơn vị"
    UNUSED = "không dùng"


@dataclass(frozen=True)
class Shelved:
    """A template: the kind that it serves (None: none), where it lies, what was found in it.

    `fault` tells why it must not be used, "" if nothing forbids it.
    """

    kind: PaperKind | None
    file: Path
    source: Source
    version: Version
    findings: list[Finding] = field(default_factory=list)
    fault: str = ""

    @property
    def passes(self) -> bool:
        """Whether papers can be made from it."""
        return not self.fault and all(finding.muc is not Severity.LOI for finding in self.findings)


def list_templates(folder: Path | None = None) -> list[Shelved]:
    """The template of each kind, the unit's own before the shipped one, then files that serve no kind.

    Of the plain kinds only those with a template of the unit are listed: the others are cut from the law for
    every paper. Raises TemplateError where the folder is not there.
    """
    found = [_shelved(kind, template_path(kind.mau, folder), folder) for kind in PAPER_KINDS]
    if folder is None:
        return found
    own = sorted(path for path in folder.glob("*.docx") if not path.name.startswith("~$"))
    known = {kind.mau for kind in PAPER_KINDS}
    plain = {kind.mau: kind for kind in plain_kinds()}
    found += [_shelved(plain[path.name], path, folder) for path in own if path.name in plain]
    for path in own:
        if path.name not in known | plain.keys():
            found.append(
                Shelved(None, path, Source.UNUSED, version_of(read_bytes(path)), fault=_unused(path))
            )
    return found


def _shelved(kind: PaperKind, path: Path, folder: Path | None) -> Shelved:
    source = Source.OWN if folder is not None and path.parent == folder else Source.SHIPPED
    version = Version("")
    try:
        data = read_bytes(path)
        version = version_of(data, path.name)
        findings = check_template(data, where=path.name, kind=kind).findings
    except (SourceError, TemplateError) as error:
        return Shelved(kind, path, source, version, fault=error.what)
    return Shelved(kind, path, source, version, findings)


def _unused(path: Path) -> str:
    kind = find_kind(path.stem)
    hint = f"; đổi tên thành {kind.mau} thì được dùng" if kind else ""
    return f"tên tệp không khớp loại văn bản nào{hint}"
