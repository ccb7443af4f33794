"""A template from elsewhere is data: it holds no program and points to nothing outside itself."""

import posixpath

from lxml import etree

from vanban.model.errors import SourceError, TemplateError
from vanban.word.ooxml import RELATIONSHIPS
from vanban.word.package import Package, open_package
from vanban.word.template_errors import NEXT_STEP

_PROGRAMS = ("vbaproject.bin", "vbadata.xml")
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}Types"


def open_template(template: bytes, where: str) -> Package:
    """The package of a template; every part of it can be read.

    Raises TemplateError for what is no .docx, is broken, unpacks to far too much, has macros or links to
    the outside: every paper made from it would do the same.
    """
    try:
        package = open_package(template, where)
        parts = {name: package.xml(name) for name in package.names if name.endswith((".xml", ".rels"))}
    except SourceError as error:
        raise TemplateError(f"mẫu không dùng được: {error.what}", where=where, next_step=NEXT_STEP) from error
    _require_joined(package, parts.get("[Content_Types].xml"), where)
    if any(name.lower().endswith(_PROGRAMS) for name in package.names):
        raise TemplateError("mẫu có macro, không được phép", where=where, next_step=NEXT_STEP)
    outside = [link for root in parts.values() if root is not None for link in _outside(root)]
    if outside:
        raise TemplateError(
            f"mẫu nối ra ngoài tệp, tới “{outside[0][:120]}”",
            where=where,
            next_step="mở mẫu bằng Word, nhúng hình vào tệp và bỏ mẫu đính kèm (Document Template)",
        )
    return package


def _require_joined(package: Package, types: etree._Element | None, where: str) -> None:
    """Word opens a package only if it tells its types and its main part, and shows only what is joined to it.

    Papers take these parts from the template as they are.
    """
    if types is None or types.tag != _TYPES or not package.related("", "officeDocument"):
        raise TemplateError(
            "mẫu hỏng: gói không khai báo các phần của nó, Word không mở được",
            where=where,
            next_step=NEXT_STEP,
        )
    reached, waiting = {""}, [""]
    while waiting:
        targets = {arrow.target.casefold(): arrow.target for arrow in package.relationships(waiting.pop())}
        waiting += [name for key, name in targets.items() if key not in reached]
        reached |= targets.keys()
    folder = posixpath.join(posixpath.dirname(package.main), "")
    own = (name for name in package.names if name.startswith(folder) and name.endswith(".xml"))
    lost = [name for name in own if name.casefold() not in reached]
    if lost:
        raise TemplateError(
            f"mẫu hỏng: không có gì nối tới {', '.join(lost)}", where=where, next_step=NEXT_STEP
        )


def _outside(relationships: etree._Element) -> list[str]:
    """What is fetched from outside when the file is opened; a hyperlink waits for a click."""
    return [
        str(arrow.get("Target", ""))
        for arrow in relationships.iter(f"{{{RELATIONSHIPS}}}Relationship")
        if arrow.get("TargetMode") == "External" and not str(arrow.get("Type", "")).endswith("/hyperlink")
    ]
