"""Rendering: a Word template and a document's fields → a .docx.

The language is docxtpl's. It runs in Jinja's immutable sandbox, escapes every value, and stops at a
field that is not there: left alone, docxtpl would drop text after "&" or "<", and print nothing for
an unknown field.
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
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import XMLSyntaxError

from vanban.model.errors import SourceError, TemplateError
from vanban.word.package import open_package

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(template: bytes, fields: Mapping[str, Any], *, where: str) -> bytes:
    """The template with its tags replaced. `where` names the template in errors.

    Raises TemplateError for a template that is no .docx, for broken tags, for a field that the
    document does not have, and for an expression that would run code.
    """
    _require_docx(template, where)
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(_printable(fields), _environment())
        result = io.BytesIO()
        document.save(result)
    except JinjaError as error:
        raise _explained(error, where) from error
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError) as error:
        raise TemplateError(
            "mẫu là tệp .docx nhưng hỏng bên trong", where=where, next_step=_NEXT_STEP
        ) from error
    return result.getvalue()


_NEXT_STEP = "mở lại mẫu bằng Word và lưu dạng .docx, hoặc lấy lại mẫu gốc"


def _require_docx(template: bytes, where: str) -> None:
    try:
        open_package(template, where)
    except SourceError as error:
        raise TemplateError(
            f"mẫu không dùng được: {error.what}", where=where, next_step=_NEXT_STEP
        ) from error


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _printable(value: Any) -> Any:
    """The same fields without characters that XML cannot hold."""
    if isinstance(value, str):
        return _NOT_IN_XML.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
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
            next_step="chỉ dùng tên trường, vòng lặp và điều kiện trong mẫu",
        )
    detail = f" ({error.message})" if isinstance(error, TemplateSyntaxError) and error.message else ""
    return TemplateError(
        f"thẻ trong mẫu viết sai{detail}",
        where=place,
        next_step="kiểm tra mỗi {% for %} / {% if %} có {% endfor %} / {% endif %} và mỗi {{ có }}",
    )
