"""Values that are more than words: images and sub-documents of docxtpl, for which docxtpl itself renders.

They add parts to the package, which only docxtpl knows how to do. Words are still escaped, unknown fields
refused, and the result is the same bytes for the same fields.
"""

import copy
import io
from collections.abc import Mapping
from typing import Any

from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from vanban.word.archive import unpack
from vanban.word.template_language import TemplateLanguage


def parts_by_docxtpl(
    template: bytes, fields: Mapping[str, Any], language: TemplateLanguage
) -> dict[str, bytes]:
    """All parts of the .docx that docxtpl makes; the body, headers and footers are filled in.

    An image may have been made for any template; a sub-document belongs to the one it was made for, which
    must be of the same file. Raises what docxtpl and Jinja raise, and XMLSyntaxError for a broken body.
    """
    document = _Words(io.BytesIO(template))
    owner = next((value.tpl for value in _rich(fields) if not isinstance(value, InlineImage)), None)
    if owner is not None:
        document.docx = owner.get_docx()
    document.render(_for(document, fields), language)
    result = io.BytesIO()
    document.save(result)
    return unpack(result.getvalue())


class _Words(DocxTemplate):  # type: ignore[misc]
    """docxtpl without what it does to footnotes and properties, where it would lose or double text."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Not here: see `CompiledTemplate`."""

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Not here: see `CompiledTemplate`."""

    def fix_tables(self, xml: str) -> Any:
        """As docxtpl does it, but a broken body is an error, not a shorter paper."""
        etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        return super().fix_tables(xml)


def _rich(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [rich for item in value.values() for rich in _rich(item)]
    if isinstance(value, list | tuple):
        return [rich for item in value for rich in _rich(item)]
    is_rich = hasattr(type(value), "__html__") and isinstance(getattr(value, "tpl", None), DocxTemplate)
    return [value] if is_rich else []


def _for(document: DocxTemplate, value: Any) -> Any:
    """The fields with their images belonging to this document."""
    if isinstance(value, Mapping):
        return {key: _for(document, item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_for(document, item) for item in value]
    if isinstance(value, InlineImage):
        image = copy.copy(value)
        image.tpl = document
        return image
    return value
