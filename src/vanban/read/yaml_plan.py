"""The plan file (.yaml) that people edit ⇄ the typed plan."""

from datetime import datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from vanban.model.plan import Plan
from vanban.read.faults import read_record
from vanban.read.yaml_writer import dump_yaml
from vanban.yaml_tree import position

_HEADER = """\
# Kế hoạch đã đọc thành dữ liệu. Sửa được bằng tay; khóa để trống thì không ghi.
# Số thứ tự nhiệm vụ được đếm lại khi lập văn bản; so_in là số in trong văn bản gốc.
"""
_EMPTY: tuple[Any, ...] = ("", [], False)


def parse_plan(text: str, where: str) -> Plan:
    """The plan in `text`; `where` names the file in messages.

    Raises SourceError with every fault at once, each with line, column and key.
    """
    return read_record(text, where, Plan, _doubled_ids)


def dump_plan(plan: Plan) -> str:
    """The plan as YAML: keys in the order of the model, empty ones left out.

    `parse_plan` gives the same plan back.
    """
    return _HEADER + dump_record(plan)


def dump_record(record: BaseModel) -> str:
    """Any record as the YAML that people read: keys in the order of the model, empty ones left out."""
    return dump_yaml(_tree(record))


def _tree(record: BaseModel) -> dict[str, Any]:
    """The record as plain data, without the keys that only repeat what a missing key means."""
    tree: dict[str, Any] = {}
    for name, required, default in _fields(type(record)):
        value = getattr(record, name)
        if not required:
            if value is None or (value in _EMPTY and value == default):
                continue
            if isinstance(value, BaseModel) and value == default:
                continue
        tree[name] = _plain(value)
    return tree


@cache
def _fields(shape: type[BaseModel]) -> list[tuple[str, bool, Any]]:
    """The name of each field, whether it must be there, and what it is where it is not."""
    return [
        (name, field.is_required(), field.get_default(call_default_factory=True))
        for name, field in shape.model_fields.items()
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _tree(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value.value if hasattr(value, "value") else value


def _doubled_ids(plan: Plan, tree: Any) -> list[str]:
    """Two tasks with one id would share one progress."""
    seen: set[str] = set()
    faults: list[str] = []
    for g, group in enumerate(plan.nhom):
        for i, task in enumerate(group.nhiem_vu):
            if task.id in seen:
                place = position(tree, ("nhom", g, "nhiem_vu", i, "id"))
                head = f"dòng {place[0]}, cột {place[1]}: " if place else ""
                faults.append(f"{head}nhom[{g + 1}].nhiem_vu[{i + 1}].id: mã nhiệm vụ “{task.id}” bị trùng")
            seen.add(task.id)
    return faults
