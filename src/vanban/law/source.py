"""From the words of a law file to its typed shape, and from faults to words a person can act on."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from vanban.model.errors import SourceError
from vanban.model.record import Record
from vanban.yaml_tree import Group, Items, read_tree

T = TypeVar("T", bound=Record)

_FAULTS = {
    "extra_forbidden": "khóa không có trong luật; xem lại chính tả",
    "missing": "thiếu khóa này",
    "literal_error": "chỉ nhận {expected}",
    "float_type": "phải là số",
    "float_parsing": "phải là số",
    "int_type": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "string_type": "phải là chữ; số thì đặt trong ngoặc kép",
    "list_type": "phải là danh sách",
    "too_short": "không được để trống",
    "model_type": "phải là một nhóm khóa",
    "value_error": "{error}",
}
"""What each kind of fault that pydantic finds means to the writer of a law file."""


def parse(text: str, where: str, shape: type[T]) -> T:
    """The record that the YAML in `text` holds; `where` names the file in messages.

    Raises SourceError that names every fault with its line and its key.
    """
    tree = read_tree(text, where, numbers=True)
    try:
        return shape.model_validate(tree)
    except ValidationError as error:
        faults = [_describe(fault, tree) for fault in error.errors()]
        raise SourceError(
            "tệp luật có lỗi:\n  " + "\n  ".join(faults),
            where=where,
            next_step="sửa các khóa nêu trên rồi chạy lại",
        ) from error


def _describe(fault: ErrorDetails, tree: Any) -> str:
    """One line: the number of the line in the file, the key with its path, what is wrong."""
    line, path = _locate(fault["loc"], tree)
    known = _FAULTS.get(fault["type"])
    words = known.format(**fault.get("ctx", {})).replace(" or ", " hoặc ") if known else fault["msg"]
    return f"dòng {line}, {path}: {words}" if path else words


def _locate(loc: tuple[int | str, ...], tree: Any) -> tuple[int, str]:
    """The line (from 1) of the innermost key that stands in the file, and the path to the fault.

    A list item is named by its `ma` where it has one: a number alone says nothing to a reader.
    """
    line, node = 1, tree
    names: list[str] = []
    for step in loc:
        name = str(step)
        if isinstance(node, Group) and name in node:
            line, node = node.places[name][0], node[name]
        elif isinstance(node, Items) and isinstance(step, int):
            line, node = node.places[step][0], node[step]
            name = _code_of(node) or f"mục thứ {step + 1}"
        else:
            node = None
        names.append(name)
    return line, ".".join(names)


def _code_of(node: Any) -> str | None:
    return str(node["ma"]) if isinstance(node, Group) and "ma" in node else None
