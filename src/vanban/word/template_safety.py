"""A template from elsewhere is data: it holds no program and points to nothing outside itself."""

from lxml import etree

from vanban.model.errors import SourceError, TemplateError
from vanban.word.ooxml import RELATIONSHIPS
from vanban.word.package import Package, open_package
from vanban.word.template_errors import NEXT_STEP

_PROGRAMS = ("vbaproject.bin", "vbadata.xml")


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


def _outside(relationships: etree._Element) -> list[str]:
    """What is fetched from outside when the file is opened; a hyperlink waits for a click."""
    return [
        str(arrow.get("Target", ""))
        for arrow in relationships.iter(f"{{{RELATIONSHIPS}}}Relationship")
        if arrow.get("TargetMode") == "External" and not str(arrow.get("Type", "")).endswith("/hyperlink")
    ]
