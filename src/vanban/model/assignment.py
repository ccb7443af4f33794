"""An agency's share in a piece of work, as a plan names it."""

from vanban.model.record import Record, Text


class Assignment(Record):
    """An agency (or general group) with a share in a task.

    `co_quan` is an id of the agency book; None when the name is not in it. `pham_vi` is the scope
    that the text gives in brackets.
    """

    nguyen_van: Text
    co_quan: Text | None = None
    pham_vi: Text | None = None
