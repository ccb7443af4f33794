"""Faults that pydantic finds in a file → lines that its writer can act on.

Each fault gets the line and column of its key, the path to it, and Vietnamese words. In a path the
items of a list are counted from 1, as people count: `nhom[2].nhiem_vu[4]` is the fourth task of the
second group.
"""

import difflib
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar, Union

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vanban.model.errors import SourceError
from vanban.model.record import Record
from vanban.read.yaml_source import load_yaml
from vanban.yaml_tree import position

T = TypeVar("T", bound=Record)
Loc = tuple[int | str, ...]

_DATE = "không phải ngày có thật; viết năm-tháng-ngày, ví dụ 2025-08-15"
_NUMBER = "phải là số nguyên"
_TRUTH = "phải là true hoặc false"
_LIST = "phải là một danh sách (mỗi phần tử một dòng bắt đầu bằng “- ”)"
_GROUP = "phải là một nhóm khóa"
_WORDS: dict[str, str] = {
    "missing": "thiếu khóa này",
    "string_type": "phải là chữ; nếu là true, false hay null thì đặt trong dấu nháy",
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "int_parsing_size": "số quá lớn",
    "float_type": "phải là số",
    "float_parsing": "phải là số, phần lẻ sau dấu chấm (12.7)",
    "finite_number": "phải là một số có thật",
    "string_too_short": "không được để trống",
    "too_short": "không được để trống",
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "list_type": _LIST,
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "enum": "chỉ nhận một trong: {expected}",
    "literal_error": "chỉ nhận một trong: {expected}",
    "recursion_loop": "tham chiếu vòng vào chính nó",
    "invalid_key": "tên khóa phải là chữ",
    "value_error": "{error}",
}


def read_record(
    text: str, where: str, shape: type[T], further: Callable[[T, Any], list[str]] | None = None
) -> T:
    """The record of type `shape` that the YAML in `text` holds.

    `further` looks for faults between parts of a record that is right in each part; it gets the record
    and the tree, which knows the lines. Raises SourceError that names every fault at once, each with line,
    column and path.
    """
    tree = load_yaml(text, where)
    try:
        record = shape.model_validate(tree)
    except ValidationError as error:
        faults = sorted(error.errors(), key=lambda fault: position(tree, fault["loc"]) or (0, 0))
        raise faulty([describe(fault, tree, shape) for fault in faults], where) from error
    between = further(record, tree) if further else []
    if between:
        raise faulty(between, where)
    return record


def faulty(faults: list[str], where: str) -> SourceError:
    """One error for all faults of a file."""
    return SourceError(
        f"có {len(faults)} chỗ sai:\n" + "\n".join(f"  - {fault}" for fault in faults),
        where=where,
        next_step="sửa các chỗ nêu trên rồi chạy lại",
    )


def describe(fault: ErrorDetails, tree: Any, shape: type[BaseModel]) -> str:
    """One fault in words: where it stands, the key, what is wrong."""
    loc = fault["loc"]
    place = position(tree, loc)
    head = f"dòng {place[0]}, cột {place[1]}" if place else "cả tệp"
    path = _path(loc)
    return f"{head}: {path}: {_words(fault, loc, shape)}" if path else f"{head}: {_words(fault, loc, shape)}"


def _path(loc: Loc) -> str:
    path = ""
    for step in loc:
        path += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if path else ''}{step}"
    return path


def _words(fault: ErrorDetails, loc: Loc, shape: type[BaseModel]) -> str:
    if fault["type"] == "extra_forbidden":
        return _unknown_key(str(loc[-1]), _keys_at(shape, loc[:-1]))
    known = _WORDS.get(fault["type"])
    if known is None:
        return "giá trị không hợp lệ"
    said = known.format(**{key: str(value) for key, value in fault.get("ctx", {}).items()})
    said = said.replace(" or ", ", ").replace("'", "")
    given = fault["input"]
    shown = isinstance(given, (str, int, float)) and fault["type"] not in ("missing", "value_error")
    return f"{said} (đang ghi “{given}”)" if shown else said


def _unknown_key(key: str, keys: list[str]) -> str:
    close = difflib.get_close_matches(key.casefold(), keys, n=1, cutoff=0.6)
    hint = f"; có phải bạn muốn “{close[0]}”?" if close else f"; các khóa được dùng: {', '.join(keys)}"
    return f"khóa không có trong mẫu{hint if keys else ''}"


def _keys_at(shape: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the record at `loc` may have."""
    model: type[BaseModel] | None = shape
    for step in loc:
        if isinstance(step, str) and model is not None:
            field = model.model_fields.get(step)
            model = _model_in(field.annotation) if field else None
    return list(model.model_fields) if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The record type inside list[…] or … | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (list, Union, types.UnionType):
        inner = (_model_in(argument) for argument in typing.get_args(annotation))
        return next((model for model in inner if model), None)
    return None
