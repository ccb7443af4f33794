"""What people have decided about a plan, kept in the plan file and respected from then on."""

from datetime import date
from enum import StrEnum

from vanban.model.record import Record, Text


class DecisionKind(StrEnum):
    """What a decision settles."""

    HAN = "han"
    """Which of several deadlines holds for a task."""
    BI_DANH = "bi_danh"
    """Which agency of the book a name means."""
    BO_QUA = "bo_qua"
    """That a finding is known and stays."""


class Decision(Record):
    """One decision: what it settles, its value, and who decided why.

    `nhiem_vu` is the id of the task that it is about (None: the whole plan); `ma` the rule whose finding
    is waived; `gia_tri` the deadline chosen, or the name and the id of its agency, in words.
    """

    loai: DecisionKind
    nhiem_vu: Text | None = None
    ma: Text | None = None
    gia_tri: Text | None = None
    ly_do: Text = ""
    nguoi: Text = ""
    ngay: date | None = None
