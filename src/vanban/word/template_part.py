"""One part of a template that has tags: the function that Jinja makes of it, its result made sure of."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.environment import Template
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from vanban.word.ooxml import w
from vanban.word.template_errors import crossing, explained, line_of
from vanban.word.template_language import STATE, TemplateLanguage
from vanban.word.template_output import DECLARATION, stream
from vanban.word.template_shape import shape_of
from vanban.word.template_source import Source, unescaped

LANGUAGE: Final = TemplateLanguage()
_NOT_COMPUTED: Final = (
    *(JinjaError, ArithmeticError, RecursionError, MemoryError, TypeError),
    *(LookupError, ValueError, AttributeError),
)


class LivePart:
    """A part that has tags: its name, its source for errors, and the function made of it."""

    def __init__(self, text: Source, where: str, *, is_main: bool) -> None:
        self.name = text.part
        self._source = text
        self._where = where
        self._template = _compiled(text, where)
        self._shape = shape_of(text)
        self._may_need_columns = is_main and not self._shape.fits_grids
        self.takes_images = is_main or bool(re.search(r"(header|footer)[^/]*$", text.part))
        """Whether docxtpl can put an image into this part."""

    def render(self, known: Mapping[str, Any]) -> Iterator[bytes]:
        """The XML of the part, piece by piece.

        Raises TemplateError, in the midst of it, for what cannot be computed and for what is no XML.
        """
        if self._may_need_columns or not self._shape.is_whole:
            yield self._looked_at(b"".join(self._pieces(known)))
            return
        yield from self._pieces(known)
        if known[STATE].brings_markup:
            self._looked_at(b"".join(self._pieces(known)))

    def _pieces(self, known: Mapping[str, Any]) -> Iterator[bytes]:
        context = self._template.new_context(dict(known), shared=True)
        try:
            yield from stream(self._template.root_render_func(context))
        except _NOT_COMPUTED as error:
            line = line_of(self._template, error.__traceback__)
            raise explained(error, self._source, line, self._where) from error

    def _looked_at(self, data: bytes) -> bytes:
        """The part, if it is well formed, with as many columns in the grids of its tables as cells."""
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError as error:
            raise crossing(self._source, self._shape.doubt, self._where) from error
        if not self._may_need_columns or any(t.find(w("tblGrid")) is None for t in root.iter(w("tbl"))):
            return data
        try:
            tree = DocxTemplate.fix_tables(None, data.removeprefix(DECLARATION).decode())
        except (TypeError, ValueError, ArithmeticError):  # widths that are no numbers: Word finds its own
            return data
        return DECLARATION + etree.tostring(tree, encoding="utf-8")


def _compiled(text: Source, where: str) -> Template:
    try:
        tree = LANGUAGE.parse(text.text)
        for data in tree.find_all(nodes.TemplateData):
            data.data = unescaped(data.data)
        code = LANGUAGE.compile(tree, name=text.part, filename=text.part)
    except JinjaError as error:
        raise explained(error, text, getattr(error, "lineno", 0), where) from error
    except (RecursionError, SyntaxError) as error:  # nested deeper than Python can compile
        raise explained(error, text, 0, where) from error
    return Template.from_code(LANGUAGE, code, LANGUAGE.globals)
