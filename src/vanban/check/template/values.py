"""What an expression of a template gives: the shape of a value, and the fields of the record it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from vanban.model.papers import PaperKind
from vanban.model.record import Record
from vanban.model.shape import ANY, NUMBER, TEXT, TRUTH, Shape


@dataclass(frozen=True, slots=True)
class Value:
    """The shape of a value and, where it is a field, the path that leads to it ("nhom[].ten")."""

    shape: Shape
    path: str = ""
    members: Mapping[str, Shape] | None = None
    """What it has besides the fields of a record: the variable `loop` has."""

    @property
    def fields(self) -> Mapping[str, Shape]:
        """The names that may follow a dot."""
        return self.members if self.members is not None else self.shape.fields

    def member(self, name: str) -> "Value | None":
        """The field of this name; None where there is none."""
        shape = self.fields.get(name)
        lead = f"{self.path}." if self.path else ""
        return None if shape is None else Value(shape, f"{lead}{name}" if self.members is None else "")

    def item(self) -> "Value":
        """What a list holds; of text, its letters."""
        if self.shape.kind == "danh_sach":
            return Value(self.shape.item or ANY, f"{self.path}[]" if self.path else "")
        return Value(TEXT if self.shape.kind == "chu" else ANY)


ANY_VALUE: Final = Value(ANY)
TEXT_VALUE: Final = Value(TEXT)
NUMBER_VALUE: Final = Value(NUMBER)
TRUTH_VALUE: Final = Value(TRUTH)
LOOP: Final = Value(
    ANY,
    members={
        **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER),
        **dict.fromkeys(("first", "last"), TRUTH),
        **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), ANY),
    },
)
"""The variable `loop` inside a loop."""
TEXT_FILTERS: Final = frozenset(
    (
        *(
            "capitalize",
            "e",
            "escape",
            "forceescape",
            "join",
            "lower",
            "replace",
            "safe",
            "string",
            "striptags",
        ),
        *(
            "title",
            "trim",
            "truncate",
            "upper",
            "urlencode",
            "wordwrap",
            "xmlattr",
            "tojson",
            "filesizeformat",
        ),
        *("pprint", "urlize"),
    )
)
NUMBER_FILTERS: Final = frozenset(("abs", "count", "float", "int", "length", "round", "sum", "wordcount"))
SAME_FILTERS: Final = frozenset(
    ("list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique")
)
ITEM_FILTERS: Final = frozenset(("first", "last", "max", "min"))
NAMED_FILTERS: Final = {"map": 0, "selectattr": 1, "rejectattr": 1, "sort": 0, "groupby": 1, "unique": 0}
"""Filters that name a field of the items: how many arguments they take for that by position (0: by name)."""


class Scope:
    """The names that are known where a tag stands: the fields, and the variables of open loops."""

    def __init__(self, kind: PaperKind) -> None:
        record: type[Record] = kind.du_lieu
        fields = Shape("ban_ghi", record=record).fields
        self._frames: list[dict[str, Value]] = [{name: Value(shape, name) for name, shape in fields.items()}]

    def find(self, name: str) -> Value | None:
        """What a name stands for; the innermost counts."""
        return next((frame[name] for frame in reversed(self._frames) if name in frame), None)

    def names(self) -> Iterator[str]:
        """All names that are known."""
        for frame in reversed(self._frames):
            yield from frame

    def variables(self) -> dict[str, Value]:
        """The variables of open loops and of `set`."""
        return {name: value for frame in self._frames[1:] for name, value in frame.items()}

    def enter(self) -> None:
        """A loop begins."""
        self._frames.append({"loop": LOOP})

    def leave(self) -> None:
        """A loop ends."""
        if len(self._frames) > 1:
            self._frames.pop()

    def know(self, name: str, value: Value) -> None:
        """A variable gets a value in the innermost loop."""
        if len(self._frames) == 1:
            self._frames.append({})
        self._frames[-1][name] = value
