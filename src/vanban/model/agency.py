"""Agencies: the book in which one body has one id, whatever a plan calls it."""

from typing import Literal

from pydantic import Field, model_validator

from vanban.model.record import Record, Text


class Signer(Record):
    """Who signs: the lines of authority and office ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), and the name.

    Source: Phụ lục I, Phần I, Mục II.7.
    """

    quyen_han: list[Text] = Field(default_factory=list)
    ho_ten: Text | None = None


class Agency(Record):
    """One body, or one general group of bodies ("các sở, ban, ngành có liên quan").

    `dau_trang` gives the lines of the name as they stand in a letterhead, where the name is to be
    broken in a certain way; `chu_quan` is the id of the directly superior body; `don_vi_soan_thao`
    the short name of the drafting unit for "Lưu: VT, …".
    """

    id: Text
    ten: Text
    loai: Literal["co_quan", "nhom"] = "co_quan"
    viet_tat: Text | None = None
    ky_hieu: Text | None = None
    bi_danh: list[Text] = Field(default_factory=list)
    chu_quan: Text | None = None
    dia_danh: Text | None = None
    dau_trang: list[Text] = Field(default_factory=list)
    don_vi_soan_thao: Text | None = None
    nguoi_ky: Signer | None = None


class AgencyBook(Record):
    """All agencies that a plan speaks of (`co-quan.yaml`)."""

    co_quan: list[Agency] = Field(default_factory=list)

    @model_validator(mode="after")
    def _ids_resolve(self) -> "AgencyBook":
        ids = [agency.id for agency in self.co_quan]
        doubled = sorted({i for i in ids if ids.count(i) > 1})
        if doubled:
            raise ValueError(f"mã cơ quan bị trùng: {', '.join(doubled)}")
        lost = sorted({a.chu_quan for a in self.co_quan if a.chu_quan and a.chu_quan not in ids})
        if lost:
            raise ValueError(f"cơ quan chủ quản không có trong sổ: {', '.join(lost)}")
        return self

    def find(self, agency_id: str) -> Agency | None:
        """The agency with this id, or None."""
        return next((agency for agency in self.co_quan if agency.id == agency_id), None)
