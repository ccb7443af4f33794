"""What a kind of paper needs: fields that every paper of it has, and that its template must print."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from vanban.check.template import rules_of_words as rules
from vanban.check.template.reading import TemplateReading
from vanban.check.template.saying import Said
from vanban.law.decree import Decree, Kinds
from vanban.model.document import Document
from vanban.model.finding import Finding
from vanban.model.record import Record, is_data_only
from vanban.model.shape import Shape, owner_of

_NEAR: Final = 0.85


@dataclass(frozen=True)
class _Wanted:
    """A field that is to be printed; `needed` where every paper of the kind has it."""

    path: str
    needed: bool


def check_needs(reading: TemplateReading, said: Said, decree: Decree, kinds: Kinds) -> Iterator[Finding]:
    """Findings on fields of the paper itself that the template never prints.

    What stands in the file in the style of its component, without a tag, was typed in on purpose. A field
    that a faulty tag may have meant is told there.
    """
    styles = {component.ma: component.style for component in decree.components}
    for wanted in _Needs(reading, said, decree, kinds).wanted():
        path = wanted.path
        if any(p == path or p.startswith((f"{path}.", f"{path}[")) for p in said.printed):
            continue
        if get_close_matches(path, said.blurred, n=1, cutoff=_NEAR):
            continue
        typed = reading.sheet.by_style.get(styles.get(path.rpartition(".")[2], ""), ())
        if any(p.text.strip() and "{" not in p.text for p in typed):
            continue
        yield reading.on_whole(
            rules.NEEDED if wanted.needed else rules.UNPRINTED,
            f"mẫu không in trường “{path}”",
            f"thêm thẻ của trường này vào chỗ của nó; nghĩa: vanban template fields {reading.kind.ma}",
        )


class _Needs:
    """The fields that a kind is to print: of the paper, of the groups in it, of the items of lists it prints.

    A component of the decree is needed where the law says so of the kind (of all kinds, for one that the law
    does not name); a list that all documents may have is asked for only then.
    """

    def __init__(self, reading: TemplateReading, said: Said, decree: Decree, kinds: Kinds) -> None:
        self._printed, self._filled = said.printed, reading.filled
        self._record = reading.kind.du_lieu
        self._components = {component.ma for component in decree.components}
        law = kinds.by_code(reading.kind.loai)
        common = set.intersection(*(set(kind.bat_buoc) for kind in kinds.kinds))
        self._needed = set(law.bat_buoc) if law else common
        self._possible = set(law.co_the) if law else set()

    def wanted(self) -> Iterator[_Wanted]:
        """The fields, in the order of the record."""
        yield from self._of(self._record, "")

    def _of(self, record: type[Record], lead: str) -> Iterator[_Wanted]:
        for name, shape in Shape("ban_ghi", record=record).fields.items():
            info = record.model_fields[name]
            path, required = f"{lead}{name}", info.is_required()
            if is_data_only(info) or shape.kind == "dung_sai":
                continue
            if shape.record is not None and shape.kind == "ban_ghi" and required:
                yield from self._of(shape.record, f"{path}.")
            elif name in self._components:
                if name in self._needed or (required and name in self._possible):
                    yield _Wanted(path, name in self._needed)
            elif required or self._is_own(record, name, lead):
                yield _Wanted(path, required)
            yield from self._items(shape, path)

    def _is_own(self, record: type[Record], name: str, lead: str) -> bool:
        """Whether papers of this kind use a field that need not be there."""
        if self._filled is not None and not lead:
            return name in self._filled
        return owner_of(record, name) is not Document

    def _items(self, shape: Shape, path: str) -> Iterator[_Wanted]:
        """What every item of a printed list has."""
        record = shape.item.record if shape.item is not None else None
        if record is None or not any(printed.startswith(f"{path}[") for printed in self._printed):
            return
        for name, inner in Shape("ban_ghi", record=record).fields.items():
            info = record.model_fields[name]
            if info.is_required() and not is_data_only(info) and inner.kind in ("chu", "so"):
                yield _Wanted(f"{path}[].{name}", False)
            yield from self._items(inner, f"{path}[].{name}")
