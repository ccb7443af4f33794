"""What people have decided about a plan, kept in the plan file and respected from then on."""

from datetime import date
from enum import StrEnum

from pydantic import model_validator

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
    """One decision: what it settles, and who decided why.

    `nhiem_vu` is the id of the task that it is about, or its number as counted anew (None: the whole plan).
    `gia_tri` is the deadline chosen in words, or the id of the agency that the name `chu` means. A waiver
    (`bo_qua`) names the rule in `ma`, and may be narrowed to a task, to a field (`truong`, as findings name
    it) and to the words at fault (`chu`).
    """

    loai: DecisionKind
    nhiem_vu: Text | None = None
    ma: Text | None = None
    truong: Text | None = None
    chu: Text | None = None
    gia_tri: Text | None = None
    ly_do: Text = ""
    nguoi: Text = ""
    ngay: date | None = None

    @model_validator(mode="after")
    def _says_enough(self) -> "Decision":
        needed: dict[DecisionKind, tuple[str, ...]] = {
            DecisionKind.HAN: ("nhiem_vu", "gia_tri"),
            DecisionKind.BI_DANH: ("chu", "gia_tri"),
            DecisionKind.BO_QUA: ("ma", "ly_do"),
        }
        missing = [key for key in needed[self.loai] if not (getattr(self, key) or "").strip()]
        if missing:
            raise ValueError(f"quyết định loại {self.loai.value} còn thiếu: {', '.join(missing)}")
        return self

    def __str__(self) -> str:
        """The decision in few words, as messages name it."""
        if self.loai is DecisionKind.HAN:
            return f"thời hạn của nhiệm vụ {self.nhiem_vu} là “{self.gia_tri}”"
        if self.loai is DecisionKind.BI_DANH:
            return f"“{self.chu}” là cơ quan {self.gia_tri}"
        where = f" ở nhiệm vụ {self.nhiem_vu}" if self.nhiem_vu else ""
        words = f" với chữ “{self.chu}”" if self.chu else ""
        return f"bỏ qua {self.ma}{where}{words}"
