"""Rendering: a Word template, compiled once, and the fields of many documents → one .docx for each.

The language is docxtpl's. What does not depend on the fields is done when the template is compiled: the
package is opened and judged, tags are gathered from the XML, Jinja makes a function of each part that has
tags, all other parts are packed. A rendering runs those functions and writes the file.

Left alone, docxtpl would drop text after "&" or "<" and print nothing for an unknown field; here every
value is escaped, and a field that is not there is an error at its place in Word.
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from jinja2 import nodes
from jinja2.environment import Template
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from vanban.model.errors import TemplateError
from vanban.word.archive import Packed, assembled, packed
from vanban.word.package import Package
from vanban.word.template_errors import NEXT_STEP, explained, line_of
from vanban.word.template_language import State, TemplateLanguage, variables
from vanban.word.template_output import stream
from vanban.word.template_safety import open_template
from vanban.word.template_source import Source, source, unescaped

_LANGUAGE: Final = TemplateLanguage()
_STORIES: Final = ("header", "footer", "footnotes", "endnotes", "comments")
_PROPERTIES: Final = ("core-properties", "extended-properties", "custom-properties")
_NOT_COMPUTED: Final = (
    *(JinjaError, ArithmeticError, RecursionError, MemoryError, TypeError),
    *(LookupError, ValueError, AttributeError),
)


class CompiledTemplate:
    """A template ready to render many documents; the same fields give the same bytes.

    May be used by several threads at once, and sent to other processes, which compile it anew.
    """

    def __init__(self, template: bytes, where: str) -> None:
        self.where = where
        self._template = template
        package = open_template(template, where)
        self._live = tuple(_compiled(package, where))
        live = {part.name for part in self._live}
        self._still = {
            name: packed(name, (package.part(name) or b"",), once=True)
            for name in package.names
            if name not in live
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return _compiled_again, (self._template, self.where)

    def render(self, fields: Mapping[str, Any]) -> bytes:
        """The .docx of these fields.

        Raises TemplateError, with the place in Word, for a field that the document does not have, and
        for an expression that would run code or cannot be computed.
        """
        known = variables(fields, State())
        live = (packed(part.name, part.render(known, self.where)) for part in self._live)
        return assembled((*self._still.values(), *live))

    def fill(self, fields: Mapping[str, Any]) -> dict[str, bytes]:
        """The parts that depend on the fields, by name; errors as `render` has them."""
        known = variables(fields, State())
        return {part.name: b"".join(part.render(known, self.where)) for part in self._live}

    def assemble(self, filled: Mapping[str, bytes]) -> bytes:
        """The .docx of these parts and of all others as they stand in the template."""
        still: Iterable[Packed] = (part for name, part in self._still.items() if name not in filled)
        return assembled((*still, *(packed(name, (data,)) for name, data in filled.items())))


@lru_cache(maxsize=32)
def compile_template(template: bytes, *, where: str = "mẫu") -> CompiledTemplate:
    """Compiles a template; one that was compiled a short while ago is not compiled again.

    `where` names it in errors. Raises TemplateError for a template that is no .docx, is broken, has macros
    or outside links, and for broken tags.
    """
    return CompiledTemplate(template, where)


def render(template: bytes, fields: Mapping[str, Any], *, where: str) -> bytes:
    """The template with its tags replaced. `where` names the template in errors.

    Raises TemplateError as `compile_template` and `CompiledTemplate.render` do.
    """
    return compile_template(template, where=where).render(fields)


def _compiled_again(template: bytes, where: str) -> CompiledTemplate:
    return compile_template(template, where=where)


class _LivePart:
    """A part that has tags: its name, its source for errors, and the function made of it."""

    def __init__(self, text: Source, where: str) -> None:
        self.name = text.part
        self._source = text
        try:
            tree = _LANGUAGE.parse(text.text)
            for data in tree.find_all(nodes.TemplateData):
                data.data = unescaped(data.data)
            code = _LANGUAGE.compile(tree, name=text.part, filename=text.part)
        except JinjaError as error:
            raise explained(error, text, getattr(error, "lineno", 0), where) from error
        except RecursionError as error:
            raise explained(error, text, 0, where) from error
        self._template = Template.from_code(_LANGUAGE, code, _LANGUAGE.globals)

    def render(self, known: dict[str, Any], where: str) -> Iterator[bytes]:
        """The XML of the part, piece by piece."""
        context = self._template.new_context(known, shared=True)
        try:
            yield from stream(self._template.root_render_func(context))
        except _NOT_COMPUTED as error:
            line = line_of(self._template, error.__traceback__)
            raise explained(error, self._source, line, where) from error


def _compiled(package: Package, where: str) -> Iterable[_LivePart]:
    main = package.main
    names = [main, *(part for kind in _STORIES for part in package.related(main, kind))]
    names += [part for kind in _PROPERTIES for part in package.related("", kind)]
    for name in dict.fromkeys(names):
        try:
            text = source(posixpath.normpath(name), _xml(package, name))
        except TemplateError as error:
            raise TemplateError(
                error.what, where=f"{where}, {error.where}", next_step=error.next_step
            ) from error
        if text is not None:
            yield _LivePart(text, where)


def _xml(package: Package, name: str) -> str:
    """The XML of a part as one line of text, as docxtpl would see it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=True)
    try:
        root = etree.fromstring(package.part(name) or b"", parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            "mẫu là tệp .docx nhưng hỏng bên trong", where=name, next_step=NEXT_STEP
        ) from error
    return etree.tostring(root, encoding="unicode")
