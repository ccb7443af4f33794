"""Rendering: a Word template and a document's fields → a .docx.

The language is docxtpl's. It runs in Jinja's immutable sandbox, escapes every value, and stops at a
field that is not there: left alone, docxtpl would drop text after "&" or "<", and print nothing for
an unknown field. A template from elsewhere is data: it may compute nothing that has no bound, hold no
program, and point to nothing outside itself, since every paper made from it would do the same.
"""

import io
import re
from collections.abc import Mapping
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from lxml.etree import XMLSyntaxError

from vanban.model.errors import SourceError, TemplateError
from vanban.word.ooxml import RELATIONSHIPS, printable
from vanban.word.package import open_package


def render(template: bytes, fields: Mapping[str, Any], *, where: str) -> bytes:
    """The template with its tags replaced. `where` names the template in errors.

    Raises TemplateError for a template that is no .docx, is broken, has macros or outside links, for
    broken tags, for a field that the document does not have, and for an expression that would run code
    or cannot be computed.
    """
    _require_docx(template, where)
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(_printable(fields), _Environment())
        result = io.BytesIO()
        document.save(result)
    except JinjaError as error:
        raise _explained(error, where) from error
    except (ArithmeticError, RecursionError, MemoryError, TypeError) as error:
        raise TemplateError(
            "mẫu có biểu thức không tính được", where=where, next_step=_ONLY_FIELDS
        ) from error
    except (PackageNotFoundError, XMLSyntaxError, LookupError, ValueError, AttributeError) as error:
        raise TemplateError(
            "mẫu là tệp .docx nhưng hỏng bên trong", where=where, next_step=_NEXT_STEP
        ) from error
    return result.getvalue()


_NEXT_STEP = "mở lại mẫu bằng Word và lưu dạng .docx, hoặc lấy lại mẫu gốc"
_ONLY_FIELDS = "chỉ dùng tên trường, vòng lặp và điều kiện trong mẫu"
_PROGRAMS = ("vbaproject.bin", "vbadata.xml")


def _require_docx(template: bytes, where: str) -> None:
    """TemplateError unless every part can be read, holds no program and points to nothing outside."""
    try:
        package = open_package(template, where)
        parts = {name: package.xml(name) for name in package.names if name.endswith((".xml", ".rels"))}
    except SourceError as error:
        raise TemplateError(
            f"mẫu không dùng được: {error.what}", where=where, next_step=_NEXT_STEP
        ) from error
    if any(name.lower().endswith(_PROGRAMS) for name in package.names):
        raise TemplateError("mẫu có macro, không được phép", where=where, next_step=_NEXT_STEP)
    outside = [link for root in parts.values() if root is not None for link in _outside(root)]
    if outside:
        raise TemplateError(
            f"mẫu nối ra ngoài tệp, tới “{outside[0][:120]}”",
            where=where,
            next_step="mở mẫu bằng Word, nhúng hình vào tệp và bỏ mẫu đính kèm (Document Template)",
        )


def _outside(relationships: etree._Element) -> list[str]:
    """What is fetched from outside when the file is opened; a hyperlink waits for a click."""
    return [
        str(arrow.get("Target", ""))
        for arrow in relationships.iter(f"{{{RELATIONSHIPS}}}Relationship")
        if arrow.get("TargetMode") == "External" and not str(arrow.get("Type", "")).endswith("/hyperlink")
    ]


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja without the operators and functions that can fill the memory in one short expression."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Never: see `intercepted_binops`."""
        raise SecurityError(f"operator {operator}")


def _printable(value: Any) -> Any:
    """The same fields without characters that XML cannot hold."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value


def _explained(error: JinjaError, where: str) -> TemplateError:
    """The error of the template engine in words for an editor."""
    context = [
        re.sub(r"<[^>]+>", " ", str(line)).strip() for line in getattr(error, "docx_context", None) or []
    ]
    near = next((line for line in context if "{" in line), "")
    place = f"{where}, gần “{' '.join(near.split())[:120]}”" if near else where
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([^']+)'", error.message or "")
        field = next((name for name in reversed(names) if " " not in name), "")
        return TemplateError(
            f"mẫu hỏi trường “{field}” mà văn bản không có",
            where=place,
            next_step="sửa tên trường trong mẫu theo docs/tu-dien-thuat-ngu.md",
        )
    if isinstance(error, SecurityError):
        return TemplateError(
            "mẫu có biểu thức chạy mã, không được phép",
            where=place,
            next_step=_ONLY_FIELDS,
        )
    detail = f" ({error.message})" if isinstance(error, TemplateSyntaxError) and error.message else ""
    return TemplateError(
        f"thẻ trong mẫu viết sai{detail}",
        where=place,
        next_step="kiểm tra mỗi {% for %} / {% if %} có {% endfor %} / {% endif %} và mỗi {{ có }}",
    )
