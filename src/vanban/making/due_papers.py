"""All papers that are due on a day, made in one call, each with the reason why it was or was not."""

from dataclasses import dataclass, replace

from vanban.compose.due import Due
from vanban.compose.figures import figures
from vanban.making.desk import Desk
from vanban.making.kinds import MAKERS, Maker
from vanban.making.paper import Batch
from vanban.model.errors import NoPaperError, VanbanError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `make_due` did about one kind: whether it was due and why, what was made, what stopped it."""

    kind: str
    due: Due
    batch: Batch
    error: VanbanError | None = None


def make_due(desk: Desk) -> list[Outcome]:
    """Makes every paper that is due on the day of the desk, in the order in which a plan needs them.

    Progress may be missing: then what counts states is not due. What goes wrong with one kind does not keep
    the others from being made.
    """
    desk = replace(desk, as_of=desk.day, due_only=True)
    found = figures(desk.plan, desk.progress, desk.day) if desk.progress else None
    return [_outcome(maker, maker.due(desk, found), desk) for maker in MAKERS]


def _outcome(maker: Maker, told: Due, desk: Desk) -> Outcome:
    if not told.now:
        return Outcome(maker.ma, told, Batch())
    try:
        return Outcome(maker.ma, told, maker.make(desk))
    except NoPaperError as error:
        return Outcome(maker.ma, Due(False, ", ".join(filter(None, (error.where, error.what)))), Batch())
    except VanbanError as error:
        return Outcome(maker.ma, told, Batch(), error)
