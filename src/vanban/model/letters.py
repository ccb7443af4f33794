"""One paper for each of many addressees: the list, and what became of each."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Addressee:
    """A row of the list.

    `number` counts the rows with words from 1; `place` says where the row stands; `values` are the words of
    its cells by the field that a template asks for. A cell without words is not among them.
    """

    number: int
    place: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class AddressList:
    """A list of addressees: `headings` gives the heading of the column behind each field."""

    where: str
    headings: dict[str, str]
    rows: list[Addressee] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LetterResult:
    """What became of one file: made now, made by an earlier run (`kept`), or not made and why (`reason`)."""

    number: int
    file: str
    kept: bool = False
    pages: int | None = None
    reason: str = ""

    @property
    def failed(self) -> bool:
        """Whether the file could not be made."""
        return bool(self.reason)
