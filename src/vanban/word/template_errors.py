"""Errors of the template engine in words for an editor, with the place in Word."""

import re
from types import TracebackType
from typing import Final

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.environment import Template
from jinja2.exceptions import SecurityError

from vanban.model.errors import TemplateError
from vanban.word.filter_functions import FilterError
from vanban.word.template_source import Source, TagError, TagPlace

NEXT_STEP: Final = "mở lại mẫu bằng Word và lưu dạng .docx, hoặc lấy lại mẫu gốc"
_ONLY_FIELDS: Final = "chỉ dùng tên trường, vòng lặp và điều kiện trong mẫu"


def line_of(template: Template, trace: TracebackType | None) -> int:
    """The line of the template at which a rendering stopped; 0 where it never got there."""
    line = 0
    code = template.root_render_func.__code__.co_filename
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == code:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def explained(error: Exception, source: Source, line: int, where: str) -> TemplateError:
    """The error for a person: what, at which tag, and what next."""
    what, next_step = _told(error)
    place = source.place(line)
    if place is None:
        return TemplateError(what, where=where, next_step=next_step)
    return TagError(what, where=_joined(where, place), next_step=next_step, at=place)


def crossing(source: Source, line: int, where: str) -> TemplateError:
    """Tags that cut through paragraphs, rows or cells so that no paper of Word comes out."""
    return TemplateError(
        "thẻ trong mẫu cắt ngang đoạn, hàng hoặc ô, văn bản làm ra hỏng",
        where=_joined(where, source.place(line) if line else None),
        next_step="lặp hoặc bỏ cả đoạn bằng {%p … %}, cả hàng bằng {%tr … %}, cả ô bằng {%tc … %}",
    )


def _told(error: Exception) -> tuple[str, str]:
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([^']+)'", error.message or "")
        field = next((name for name in reversed(names) if " " not in name), "")
        return (
            f"mẫu hỏi trường “{field}” mà văn bản không có",
            "sửa tên trường trong mẫu theo docs/tu-dien-thuat-ngu.md",
        )
    if isinstance(error, SecurityError):
        return "mẫu có biểu thức chạy mã, không được phép", _ONLY_FIELDS
    if isinstance(error, TemplateSyntaxError):
        detail = f" ({error.message})" if error.message else ""
        return (
            f"thẻ trong mẫu viết sai{detail}",
            "kiểm tra mỗi {% for %} / {% if %} có {% endfor %} / {% endif %} và mỗi {{ có }}",
        )
    if isinstance(error, FilterError):
        return (
            f"bộ lọc trong mẫu gặp giá trị không dùng được: {error}",
            "sửa dữ liệu, hoặc bỏ bộ lọc ở thẻ này",
        )
    return "mẫu có biểu thức không tính được", _ONLY_FIELDS


def _joined(where: str, place: TagPlace | None) -> str:
    return f"{where}, {place}" if place is not None else where
