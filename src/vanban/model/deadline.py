"""What a deadline phrase of a plan means, kept beside the words that it was read from."""

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from vanban.model.record import Record, Text


class DeadlineKind(StrEnum):
    """How the words bind: each value is the key written in the plan file."""

    TRUOC = "truoc"
    """Before a day: the day itself is already late (`den` is the day before)."""
    DEN = "den"
    """Up to and including a day or the end of a period ("đến 30/9/2025", "hết quý III/2025")."""
    NGAY = "ngay"
    """On one day."""
    KHOANG = "khoang"
    """Within a period, from `tu` to `den` (a month, a quarter, half a year, several of them)."""
    THUONG_XUYEN = "thuong_xuyen"
    """All the time; no last day."""
    DINH_KY = "dinh_ky"
    """Again and again, each `chu_ky`; no last day."""
    MAU_THUAN = "mau_thuan"
    """The text says two things; `ung_vien` holds each; no date until a person decides."""
    CHUA_RO = "chua_ro"
    """No meaning found in the words, or no words at all; no date."""


class DeadlineCandidate(Record):
    """One of the things that a contradictory deadline says."""

    nguyen_van: Text
    kieu: DeadlineKind
    tu: date | None = None
    den: date | None = None


class DayOfCycle(Record):
    """The day of each period by which recurring work is due, as the words name it ("ngày 25 hằng tháng").

    `ngay` is a day of the month, or with a weekly cycle a day of the week (2 to 7 as Vietnamese counts
    them, 8 for Chủ nhật); 31 stands for the last day. `thang` is the month of the period: 1 to 3 of a
    quarter, 1 to 12 of a year. With `truoc` the day itself is already late.
    """

    ngay: int = Field(ge=1, le=31)
    thang: int | None = Field(default=None, ge=1, le=12)
    truoc: bool = False


class Deadline(Record):
    """A deadline: the words as written, and what they mean where that is sure.

    `den` is the last day on which the work is still in time; None where there is none or where it is
    not known. `chu_ky` names the period of a recurring duty (ngay, tuan, thang, quy, nua_nam, nam), `moc`
    the day within it.
    `ung_vien` of a deadline that is clear are the rounds that it names ("Quý II và quý IV/2026"), in order;
    `tu` and `den` of standing or recurring work bound it ("thường xuyên trong năm 2026").
    `ghi_chu` holds words beside the deadline that say something else (a remark in brackets), `du` the
    words that were not understood.
    """

    nguyen_van: Text = ""
    kieu: DeadlineKind = DeadlineKind.CHUA_RO
    tu: date | None = None
    den: date | None = None
    chu_ky: Text | None = None
    moc: DayOfCycle | None = None
    ung_vien: list[DeadlineCandidate] = Field(default_factory=list)
    ghi_chu: Text | None = None
    du: Text | None = None

    @model_validator(mode="after")
    def _coherent(self) -> "Deadline":
        if self.tu and self.den and self.tu > self.den:
            raise ValueError(f"thời hạn có ngày đầu {self.tu} sau ngày cuối {self.den}")
        if self.kieu is DeadlineKind.MAU_THUAN and (self.tu or self.den):
            raise ValueError("thời hạn mâu thuẫn thì chưa được có ngày; hãy chọn một ứng viên")
        if self.kieu is DeadlineKind.MAU_THUAN and len(self.ung_vien) < 2:
            raise ValueError("thời hạn mâu thuẫn phải có ít nhất hai ứng viên")
        return self

    @property
    def is_clear(self) -> bool:
        """Whether the words mean one thing that can be followed up."""
        return self.kieu not in (DeadlineKind.MAU_THUAN, DeadlineKind.CHUA_RO)

    @property
    def last_day(self) -> date | None:
        """The last day in time; None for a duty without one and for an unclear deadline."""
        endless = (DeadlineKind.THUONG_XUYEN, DeadlineKind.DINH_KY)
        return self.den if self.is_clear and self.kieu not in endless else None
