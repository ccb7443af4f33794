"""What the engine does to a template beyond docxtpl's language: marks before rendering, taken out after it.

section marks that a program joined to a tag     a paragraph of their own     (`template_sections`)
paragraphs that hold only conditions             go where they come out empty (`empty_conditions`)
lists that all stand in one loop                 number anew in each turn     (`list_turns`)
"""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from vanban.model.errors import TemplateError
from vanban.word.archive import pack
from vanban.word.empty_conditions import drop_empty_conditions, mark_conditions
from vanban.word.list_turns import begin_turns, mark_turns, simple_lists
from vanban.word.package import Package
from vanban.word.template_errors import NEXT_STEP
from vanban.word.template_sections import part_section_marks

_TAG: Final = b"{%"


def with_marks(package: Package, template: bytes, *, exact: bool) -> bytes:
    """The template with all that a rendering of it needs; itself where that is nothing.

    `exact` leaves out what docxtpl does not do.
    """
    main = package.main
    if _TAG not in (package.part(main) or b""):
        return template
    root = xml_of(package, main)
    changed = part_section_marks(root)
    if not exact:
        changed |= mark_conditions(root)
        changed |= mark_turns(root, _simple(package))
    if not changed:
        return template
    parts = {name: package.part(name) or b"" for name in package.names}
    return pack(parts | {main: _serialised(root)})


def without_marks(package: Package, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a rendered paper that its marks change."""
    main = package.main
    root = etree.fromstring(parts[main])
    drop_empty_conditions(root)
    name = _numbering(package)
    numbering = etree.fromstring(parts.get(name) or package.part(name) or b"") if name else None
    begin_turns(root, numbering)
    made = {main: _serialised(root)}
    if name and numbering is not None:
        made[name] = _serialised(numbering)
    return made


def _simple(package: Package) -> frozenset[str]:
    name = _numbering(package)
    return simple_lists(xml_of(package, name)) if name else frozenset()


def _numbering(package: Package) -> str:
    return next(iter(package.related(package.main, "numbering")), "")


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def xml_of(package: Package, name: str) -> etree._Element:
    """The XML of a part as docxtpl would see it."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(package.part(name) or b"", parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            "mẫu là tệp .docx nhưng hỏng bên trong", where=name, next_step=NEXT_STEP
        ) from error
