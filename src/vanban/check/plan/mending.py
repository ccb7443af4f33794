"""One safe mend of a plan, as data."""

from dataclasses import dataclass

from vanban.check.plan.reading import Path


@dataclass(frozen=True)
class FieldMend:
    """New words for one value of the plan: the way to it, its name for people, before and after.

    `before` is None where the plan had no such value; `rules` are the ids of the rules that asked for it.
    A mend that only follows another one (a part of a citation) is not `shown`.
    """

    path: Path
    where: str
    before: str | None
    after: str
    rules: tuple[str, ...] = ()
    shown: bool = True
