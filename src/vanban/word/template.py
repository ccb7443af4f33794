"""Rendering: a Word template, compiled once, and the fields of many documents → one .docx for each.

The language is docxtpl's. What does not depend on the fields is done when the template is compiled: the
package is opened and judged, tags are gathered from the XML, Jinja makes a function of each part that has
tags, all other parts are packed. A rendering runs those functions and writes the file.

Left alone, docxtpl would drop text after "&" or "<" and print nothing for an unknown field; here every
value is escaped, and a field that is not there is an error at its place in Word.
"""

import posixpath
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any, Final

from docx.opc.exceptions import PackageNotFoundError
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from vanban.model.errors import TemplateError
from vanban.word.archive import Packed, assembled, packed
from vanban.word.package import Package
from vanban.word.template_closed import require_closed
from vanban.word.template_language import BringsPartsError, State, variables
from vanban.word.template_marks import with_marks, without_marks, xml_of
from vanban.word.template_part import LANGUAGE, LivePart
from vanban.word.template_rich import parts_by_docxtpl
from vanban.word.template_safety import open_template
from vanban.word.template_source import TagError, source

_STORIES: Final = ("header", "footer", "footnotes", "endnotes", "comments")
_PROPERTIES: Final = ("core-properties", "extended-properties", "custom-properties")


class CompiledTemplate:
    """A template ready to render many documents; the same fields give the same bytes.

    May be used by several threads at once, and sent to other processes, which compile it anew.
    """

    def __init__(self, template: bytes, where: str, *, exact: bool = False) -> None:
        self.where, self._source, self._exact = where, template, exact
        self._package = open_template(template, where)
        self._template = with_marks(self._package, template, exact=exact)
        self._marked = not exact and self._template is not template
        if self._template is not template:
            self._package = open_template(self._template, where)
        self._live = tuple(_live_parts(self._package, where))
        self._still = {
            name: packed(name, (self._package.part(name) or b"",), once=True)
            for name in self._package.names
            if name not in {part.name for part in self._live}
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return _compiled_again, (self._source, self.where, self._exact)

    def render(self, fields: Mapping[str, Any]) -> bytes:
        """The .docx of these fields.

        Raises TemplateError, with the place in Word, for a field that the document does not have, and
        for an expression that would run code or cannot be computed.
        """
        if self._marked:
            return self.assemble(self.fill(fields))
        known = variables(fields, State())
        try:
            live = [packed(part.name, part.render(known)) for part in self._live]
        except BringsPartsError:
            return self.assemble(self._by_docxtpl(fields))
        return assembled((*self._still.values(), *live))

    def fill(self, fields: Mapping[str, Any]) -> dict[str, bytes]:
        """The parts that depend on the fields, by name; errors as `render` has them."""
        known = variables(fields, State())
        try:
            parts = {part.name: b"".join(part.render(known)) for part in self._live}
        except BringsPartsError:
            parts = self._by_docxtpl(fields)
        return parts | without_marks(self._package, parts) if self._marked else parts

    @cached_property
    def still(self) -> Mapping[str, bytes]:
        """The parts that do not depend on the fields, by name."""
        return MappingProxyType({name: self._package.part(name) or b"" for name in self._still})

    def assemble(self, filled: Mapping[str, bytes]) -> bytes:
        """The .docx of these parts and of all others as they stand in the template."""
        still: Iterable[Packed] = (part for name, part in self._still.items() if name not in filled)
        return assembled((*still, *(packed(name, (data,)) for name, data in filled.items())))

    def _by_docxtpl(self, fields: Mapping[str, Any]) -> dict[str, bytes]:
        """All parts, where a value is an image or a sub-document of docxtpl."""
        try:
            parts = parts_by_docxtpl(self._template, fields, LANGUAGE)
            known = variables(fields, State())
            own = {p.name: b"".join(p.render(known)) for p in self._live if not p.takes_images}
        except (JinjaError, etree.XMLSyntaxError, BringsPartsError, PackageNotFoundError) as error:
            raise TemplateError(
                "không đặt được hình hoặc văn bản con vào mẫu",
                where=self.where,
                next_step="đặt thẻ của hình trong đoạn thường, của văn bản con bằng {{p …}} riêng một đoạn",
            ) from error
        except (LookupError, ValueError, TypeError, AttributeError, OSError) as error:
            raise TemplateError(
                f"hình hoặc văn bản con hỏng: {error}", where=self.where, next_step="thay tệp hình khác"
            ) from error
        return parts | own


@lru_cache(maxsize=32)
def compile_template(template: bytes, *, where: str = "mẫu", exact: bool = False) -> CompiledTemplate:
    """Compiles a template; one that was compiled a short while ago is not compiled again.

    `where` names it in errors; `exact` leaves all as docxtpl has it: blank lines of false conditions, lists
    that run on through the turns of a loop. Raises TemplateError for a template that is no .docx, is broken,
    has macros or outside links, and for broken tags.
    """
    return CompiledTemplate(template, where, exact=exact)


def render(template: bytes, fields: Mapping[str, Any], *, where: str) -> bytes:
    """The template with its tags replaced. `where` names the template in errors.

    Raises TemplateError as `compile_template` and `CompiledTemplate.render` do.
    """
    return compile_template(template, where=where).render(fields)


def _compiled_again(template: bytes, where: str, exact: bool) -> CompiledTemplate:
    return compile_template(template, where=where, exact=exact)


def _live_parts(package: Package, where: str) -> Iterable[LivePart]:
    main = package.main
    names = [main, *(part for kind in _STORIES for part in package.related(main, kind))]
    names += [part for kind in _PROPERTIES for part in package.related("", kind)]
    for name in dict.fromkeys(names):
        try:
            root = xml_of(package, name)
            require_closed(posixpath.normpath(name), root)
            xml = etree.tostring(root, encoding="unicode")
            text = source(posixpath.normpath(name), xml, is_main=name == main)
        except TagError as error:
            raise TagError(
                error.what, where=f"{where}, {error.where}", next_step=error.next_step, at=error.at
            ) from error
        except TemplateError as error:
            raise TemplateError(
                error.what, where=f"{where}, {error.where}", next_step=error.next_step
            ) from error
        if text is not None:
            yield LivePart(text, where, is_main=name == main)
