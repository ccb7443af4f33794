"""The catalogue of fields: what a template of one kind may ask for, what each means, with an example."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from vanban.model.document import Document, unmarked
from vanban.model.glossary import Glossary, Meaning
from vanban.model.papers import PaperKind
from vanban.model.shape import Shape, paths
from vanban.viet.text import squeeze

EXAMPLE_CHARS: Final = 90
"""How much of an example is shown: enough to know it by."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: the path that leads to it, its type, its meaning, an example, its clause."""

    duong_dan: str
    kieu: str
    nghia: str
    vi_du: str
    dieu_khoan: str


def field_rows(kind: PaperKind, glossary: Glossary, sample: Document) -> list[FieldRow]:
    """Every field of a kind at any depth, in the order of its record; a list adds "[]" to its path."""
    data = sample.model_dump(mode="json")
    rows = []
    for path, shape, owner in paths(kind.du_lieu):
        meaning = glossary.get((owner.__name__, path.rpartition(".")[2]), Meaning(""))
        example = _example(shape, list(_values(data, path)))
        rows.append(FieldRow(path, str(shape), meaning.nghia, example, meaning.dieu_khoan))
    return rows


def _values(data: Any, path: str) -> Iterator[Any]:
    """All values that a path leads to."""
    step, _, rest = path.partition(".")
    found = data.get(step.removesuffix("[]")) if isinstance(data, dict) else None
    items = found if step.endswith("[]") and isinstance(found, list) else [found]
    for item in items:
        if rest:
            yield from _values(item, rest)
        elif item is not None:
            yield item


def _example(shape: Shape, values: list[Any]) -> str:
    """The first value that says something, short and on one line."""
    if shape.kind == "danh_sach":
        lists = [value for value in values if isinstance(value, list) and value]
        if not lists:
            return ""
        first, others = lists[0][0], len(lists[0]) - 1
        if isinstance(first, dict):
            return f"{others + 1} mục"
        return _short(first) + (f" (và {others} mục nữa)" if others else "")
    if shape.kind == "ban_ghi":
        return ""
    return next((_short(value) for value in values if value not in ("", None)), "")


def _short(value: Any) -> str:
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    words = squeeze(unmarked(str(value)))
    return words if len(words) <= EXAMPLE_CHARS else f"{words[:EXAMPLE_CHARS].rsplit(' ', 1)[0]} …"
