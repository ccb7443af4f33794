"""Shapes of values as a template sees them: text, number, yes or no, list, record.

They are read off the typed records, so that a template is held against the very model that fills it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from vanban.model.record import Record

Kind = Literal["chu", "so", "dung_sai", "danh_sach", "ban_ghi", "bat_ky"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value is. `item` is the shape of what a list holds, `record` the type of a record.

    A day is text: a document is handed to its template as data of JSON.
    """

    kind: Kind
    item: "Shape | None" = None
    record: type[Record] | None = None
    is_date: bool = False

    @property
    def fields(self) -> dict[str, "Shape"]:
        """The shapes of the fields of a record that a template is handed; nothing for all else."""
        fields = self.record.model_fields if self.record is not None else {}
        return {name: shape_of(info.annotation) for name, info in fields.items() if not info.exclude}

    def __str__(self) -> str:
        if self.is_date:
            return "ngày (dạng 2026-09-30)"
        if self.kind == "danh_sach":
            inner = self.item or ANY
            return {"chu": "danh sách đoạn chữ", "ban_ghi": "danh sách"}.get(inner.kind, f"danh sách {inner}")
        return _WORDS[self.kind]


_WORDS = {
    "chu": "chữ",
    "so": "số",
    "dung_sai": "đúng hoặc sai",
    "ban_ghi": "nhóm trường",
    "bat_ky": "giá trị bất kỳ",
}
ANY = Shape("bat_ky")
TEXT = Shape("chu")
NUMBER = Shape("so")
TRUTH = Shape("dung_sai")


def shape_of(annotation: Any) -> Shape:
    """The shape of a field by its annotation; ANY for what has no single shape."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(inner[0])
    if origin in (Union, UnionType):
        choices = {shape_of(one) for one in inner if one is not NoneType}
        return choices.pop() if len(choices) == 1 else ANY
    if origin is Literal:
        return TEXT if all(isinstance(one, str) for one in inner) else ANY
    if origin in (list, tuple, Sequence):
        return Shape("danh_sach", item=shape_of(inner[0]) if inner else ANY)
    return _of_class(annotation) if isinstance(annotation, type) else ANY


def _of_class(found: type) -> Shape:
    if issubclass(found, Record):
        return Shape("ban_ghi", record=found)
    if issubclass(found, str):
        return TEXT
    if issubclass(found, date):
        return Shape("chu", is_date=True)
    if issubclass(found, bool):
        return TRUTH
    if issubclass(found, int | float):
        return NUMBER
    return Shape("danh_sach", item=ANY) if issubclass(found, list | tuple) else ANY


def owner_of(record: type[Record], field: str) -> type[Record]:
    """The record that a field was declared in: the type itself or one that it stands on."""
    above = [base for base in record.__mro__ if issubclass(base, Record) and field in base.model_fields]
    return above[-1] if above else record


def paths(record: type[Record]) -> Iterator[tuple[str, Shape, type[Record]]]:
    """Every field at any depth: its path ("nhom[].nhiem_vu[].ten"), its shape, and who declares it.

    A record that holds itself is entered once.
    """
    yield from _paths(record, "", ())


def _paths(
    record: type[Record], above: str, entered: tuple[type[Record], ...]
) -> Iterator[tuple[str, Shape, type[Record]]]:
    for name, shape in Shape("ban_ghi", record=record).fields.items():
        path = f"{above}{name}"
        yield path, shape, owner_of(record, name)
        inner = shape.item if shape.kind == "danh_sach" else shape
        if inner is not None and inner.record is not None and inner.record not in (*entered, record):
            lead = f"{path}[]." if shape.kind == "danh_sach" else f"{path}."
            yield from _paths(inner.record, lead, (*entered, record))
