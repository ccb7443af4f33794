"""A meeting about a plan, from the short file that a coordinator writes (`cuoc-hop.yaml`).

The same file serves before the meeting (giấy mời), at it (biên bản) and after it (thông báo kết luận, new
deadlines): what is not known yet is left out, and becomes a marked blank.
"""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from vanban.model.plain_forms import Texts
from vanban.model.record import Record, Text


class PaperNumber(Record):
    """Number and day of a paper of the meeting once it has them; `co_quan` where another body issues it."""

    so: int | None = Field(None, ge=1)
    ngay: date | None = None
    co_quan: Text | None = None


def _numbered(value: object) -> object:
    return {"noi_dung": value} if isinstance(value, str) else value


class Conclusion(Record):
    """One conclusion: what, which agencies (id or name), by when, about which task (number or id)."""

    noi_dung: Text = Field(min_length=1)
    co_quan: Texts = Field(default_factory=list)
    han: date | None = None
    nhiem_vu: Text | None = None

    @model_validator(mode="after")
    def _deadline_of_something(self) -> "Conclusion":
        if self.nhiem_vu is not None and not self.nhiem_vu.strip():
            raise ValueError("nhiem_vu để trống; ghi số nhiệm vụ (2.6) hoặc bỏ khóa này")
        return self


class Meeting(Record):
    """The meeting. `co_quan` invites (id of the book); left out, it is who follows the plan up.

    `gio` and `ket_thuc` are times of the day in words ("08 giờ 30"); `han_gui` is the day by which agencies
    send their part of the report.
    """

    ten: Text = ""
    co_quan: Text | None = None
    ngay: date | None = None
    gio: Text = ""
    dia_diem: Text = ""
    chu_tri: Text = ""
    thu_ky: Text = ""
    han_gui: date | None = None
    thanh_phan: Texts = Field(default_factory=list)
    vang_mat: Texts = Field(default_factory=list)
    y_kien: Texts = Field(default_factory=list)
    ket_thuc: Text = ""
    ket_luan: list[Annotated[Conclusion, BeforeValidator(_numbered)]] = Field(default_factory=list)
    giay_moi: PaperNumber = Field(default_factory=PaperNumber)
    bien_ban: PaperNumber = Field(default_factory=PaperNumber)
    thong_bao: PaperNumber = Field(default_factory=PaperNumber)
