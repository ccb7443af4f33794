"""From the words of a law file to its typed shape, and from faults to words a person can act on."""

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from vanban.model.errors import SourceError
from vanban.model.record import Record

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
    try:
        data = YAML(typ="safe", pure=True).load(text)
        return shape.model_validate(data)
    except YAMLError as error:
        raise SourceError(
            f"tệp luật không phải YAML hợp lệ{_yaml_fault(error)}",
            where=where,
            next_step="sửa chỗ nêu trên; so với nd30.yaml đi kèm chương trình",
        ) from error
    except ValidationError as error:
        tree = YAML(typ="safe", pure=True).compose(text)
        faults = [_describe(fault, tree) for fault in error.errors()]
        raise SourceError(
            "tệp luật có lỗi:\n  " + "\n  ".join(faults),
            where=where,
            next_step="sửa các khóa nêu trên rồi chạy lại",
        ) from error


def _yaml_fault(error: YAMLError) -> str:
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return f": {error}"
    doubled = isinstance(error, DuplicateKeyError)
    problem = "một khóa được ghi hai lần" if doubled else error.problem
    return f", dòng {error.problem_mark.line + 1}: {problem}"


def _describe(fault: ErrorDetails, tree: Node | None) -> str:
    """One line: the number of the line in the file, the key with its path, what is wrong."""
    line, path = _locate(fault["loc"], tree)
    known = _FAULTS.get(fault["type"])
    words = known.format(**fault.get("ctx", {})).replace(" or ", " hoặc ") if known else fault["msg"]
    return f"dòng {line}, {path}: {words}" if path else words


def _locate(loc: tuple[int | str, ...], tree: Node | None) -> tuple[int, str]:
    """The line (from 1) of the innermost key that stands in the file, and the path to the fault.

    A list item is named by its `ma` where it has one: a number alone says nothing to a reader.
    """
    line, node = 1, tree
    names: list[str] = []
    for step in loc:
        name = str(step)
        if isinstance(node, MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
            line, node = (pair[0].start_mark.line + 1, pair[1]) if pair else (line, None)
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
            name = _code_of(node) or f"mục thứ {step + 1}"
        names.append(name)
    return line, ".".join(names)


def _code_of(node: Node) -> str | None:
    if not isinstance(node, MappingNode):
        return None
    return next((str(value.value) for key, value in node.value if key.value == "ma"), None)
