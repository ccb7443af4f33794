"""What a file of an agency says about tasks, before it is added to the record of progress."""

from dataclasses import dataclass, field
from datetime import date

from vanban.model.progress import TaskProgress


@dataclass(frozen=True)
class Statement:
    """The state of one task as a file has it; `base` is the state that the file was sent with.

    `blind` marks a file that was sent with nothing (a plain progress file): it speaks of every task in it.
    `places` tells where each key of the state stands ("trang “Tiến độ”, ô J7").
    """

    so: str
    state: TaskProgress | None
    base: TaskProgress | None = None
    blind: bool = False
    places: dict[str, str] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether a person changed anything, as far as can be told."""
        return self.state is not None and (self.blind or bare(self.state) != bare(self.base))


@dataclass(frozen=True)
class Report:
    """One file: its name, its fingerprint, whose it is, the period and day it was made for, what it says."""

    name: str
    sha256: str
    co_quan: str | None = None
    ky: str | None = None
    ngay_chot: date | None = None
    statements: list[Statement] = field(default_factory=list)


def bare(state: TaskProgress | None) -> TaskProgress | None:
    """The state without what the record of progress adds."""
    return state.model_copy(update={"cap_nhat": None}) if state else None


def differing(one: TaskProgress | None, other: TaskProgress | None) -> list[str]:
    """The keys in which two states differ; every key that is told where one of them is missing."""
    keys = [key for key in TaskProgress.model_fields if key not in ("nhiem_vu", "cap_nhat")]
    return [key for key in keys if getattr(one, key, None) != getattr(other, key, None)]
