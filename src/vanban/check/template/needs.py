"""What a kind of paper needs: fields that every paper of it has, and that its template must print."""

from collections.abc import Iterator
from dataclasses import dataclass

from vanban.check.template import rules_of_words as rules
from vanban.check.template.reading import TemplateReading
from vanban.check.template.saying import Said
from vanban.law.decree import Decree, Kinds
from vanban.model.document import Document
from vanban.model.finding import Finding
from vanban.model.record import Record, is_data_only
from vanban.model.shape import Shape, owner_of


@dataclass(frozen=True)
class _Wanted:
    """A field that is to be printed; `needed` where every paper of the kind has it."""

    path: str
    needed: bool


def check_needs(reading: TemplateReading, said: Said, decree: Decree, kinds: Kinds) -> Iterator[Finding]:
    """Findings on fields of the paper itself that the template never prints.

    What stands in the file in the style of its component, without a tag, was typed in on purpose.
    """
    styles = {component.ma: component.style for component in decree.components}
    for wanted in _Needs(reading, decree, kinds).wanted():
        path = wanted.path
        if any(p == path or p.startswith((f"{path}.", f"{path}[")) for p in said.printed):
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
    """The fields that a kind is to print: of the paper and of the groups in it, not of the items of lists.

    A component of the decree is needed where the law says so of the kind; a list that all documents may
    have is asked for only then.
    """

    def __init__(self, reading: TemplateReading, decree: Decree, kinds: Kinds) -> None:
        self._record = reading.kind.du_lieu
        self._components = {component.ma for component in decree.components}
        self._law = kinds.by_code(reading.kind.loai)

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
            elif name in self._components and self._law is not None:
                if name in self._law.bat_buoc or (required and name in self._law.co_the):
                    yield _Wanted(path, name in self._law.bat_buoc)
            elif required or owner_of(record, name) is not Document:
                yield _Wanted(path, required and (name not in self._components))
