"""Plain papers: any of the 29 kinds of Điều 7, from a short file that a clerk writes.

`PlainPaper` is the front matter of the file, `PlainDocument` what its template prints. Kinds with a form of
their own add its fields (`model.plain_forms`) on both sides.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from vanban.model.agency import Agency, AgencyBook, Signer
from vanban.model.blocks import Appendix as Appendix
from vanban.model.blocks import Block as Block
from vanban.model.blocks import Cell as Cell
from vanban.model.blocks import Level as Level
from vanban.model.blocks import Row as Row
from vanban.model.document import Document, SignatureBlock
from vanban.model.plain_forms import (
    IntroductionForm,
    InvitationForm,
    LeaveForm,
    MinutesForm,
    PartiesForm,
    TelegramForm,
    Texts,
)
from vanban.model.record import DATA_ONLY, Record, Text


class PaperAgency(Record):
    """Who issues a plain paper: the id or a name of the book (`ma`), or all that is needed written out."""

    ma: Text | None = None
    ten: Text | None = None
    chu_quan: Text | None = None
    ky_hieu: Text | None = None
    dia_danh: Text | None = None
    dau_trang: Texts = Field(default_factory=list)
    don_vi_soan_thao: Text | None = None

    @model_validator(mode="after")
    def _is_named(self) -> "PaperAgency":
        if not self.ma and not self.ten:
            raise ValueError("ghi mã cơ quan trong sổ, hoặc ten: tên đầy đủ của cơ quan")
        return self


_ID = re.compile(r"[a-z0-9-]+")


def agency_of(written: PaperAgency, book: AgencyBook) -> Agency | None:
    """The agency that a file names: by id or any name in the book, or as written out.

    None for what looks like an id and is not in the book. What the file writes wins over the book;
    `chu_quan` of the result is an id of the book, or a name as written.
    """
    name = (written.ma or written.ten or "").strip()
    key = name.casefold()
    found = book.find(name) or next(
        (a for a in book.co_quan if key in {n.casefold() for n in (a.ten, a.viet_tat or "", *a.bi_danh)}),
        None,
    )
    if found is None and written.ma and _ID.fullmatch(name):
        return None
    base = found or Agency(id=name, ten=name)
    own = written.model_dump(exclude={"ma"}, exclude_defaults=True)
    return base.model_copy(update=own)


def _named(value: Any) -> Any:
    return {"ma": value} if isinstance(value, str) else value


class PlainPaper(Record):
    """The short file of a paper. What is left out becomes a marked blank where the form needs it."""

    loai: Text
    co_quan: Annotated[PaperAgency, BeforeValidator(_named, json_schema_input_type=str | PaperAgency)]
    so: int | None = Field(None, ge=1)
    ky_hieu: Text | None = None
    ngay: Annotated[date | None, WithJsonSchema({"type": "string"})] = None
    dia_danh: Text | None = None
    trich_yeu: Text = ""
    du_thao: bool | None = None
    kinh_gui: Texts = Field(default_factory=list)
    tham_quyen: Text | None = None
    can_cu: Texts = Field(default_factory=list)
    kem_theo: Text | None = None
    noi_nhan: Texts = Field(default_factory=list)
    nguoi_ky: Signer | None = None
    noi_dung: Text = ""


@dataclass(frozen=True)
class PlainFile:
    """A file that was read: what it says of the paper, its text as blocks, its appendices."""

    paper: PlainPaper
    than: list[Block]
    phu_luc: list[Appendix]


class InvitationPaper(PlainPaper, InvitationForm):
    """The file of a giấy mời."""


class IntroductionPaper(PlainPaper, IntroductionForm):
    """The file of a giấy giới thiệu."""


class LeavePaper(PlainPaper, LeaveForm):
    """The file of a giấy nghỉ phép."""


class MinutesPaper(PlainPaper, MinutesForm):
    """The file of a biên bản."""


class TelegramPaper(PlainPaper, TelegramForm):
    """The file of a công điện."""


class PartiesPaper(PlainPaper, PartiesForm):
    """The file of a hợp đồng, bản ghi nhớ or bản thỏa thuận."""


class PlainDocument(Document):
    """Any kind of paper: the text as blocks. `kem_theo` says what issues it."""

    co_quan: Text = Field(json_schema_extra=DATA_ONLY)
    kem_theo: Text = ""
    than: list[Block] = Field(default_factory=list)
    phu_luc: list[Appendix] = Field(default_factory=list)


class DecisionDocument(PlainDocument):
    """A quyết định or nghị quyết. `tham_quyen` is who decides."""

    tham_quyen: Text


class InvitationDocument(PlainDocument, InvitationForm):
    """A giấy mời."""


class IntroductionDocument(PlainDocument, IntroductionForm):
    """A giấy giới thiệu."""


class LeaveDocument(PlainDocument, LeaveForm):
    """A giấy nghỉ phép."""


class MinutesDocument(PlainDocument, MinutesForm):
    """A biên bản. `thu_ky_ho_ten` is the name under the signature of who wrote it."""

    thu_ky_ho_ten: Text


class TelegramDocument(PlainDocument, TelegramForm):
    """A công điện."""


class PartiesDocument(PlainDocument):
    """A hợp đồng, bản ghi nhớ or bản thỏa thuận: `khoi_ky` is the first side, `khoi_ky_khac` the others."""

    khoi_ky_khac: list[SignatureBlock] = Field(default_factory=list)


ISSUED_WITH: Final = (
    *("quy_che", "quy_dinh", "huong_dan", "chuong_trinh", "ke_hoach", "phuong_an", "de_an", "du_an"),
)
"""Kinds that a decision may issue; then they have no number, day and signature of their own (Mẫu 1.3)."""
FORMS: dict[str, tuple[type[PlainPaper], type[PlainDocument]]] = {
    "quyet_dinh": (PlainPaper, DecisionDocument),
    "nghi_quyet": (PlainPaper, DecisionDocument),
    "giay_moi": (InvitationPaper, InvitationDocument),
    "giay_gioi_thieu": (IntroductionPaper, IntroductionDocument),
    "giay_nghi_phep": (LeavePaper, LeaveDocument),
    "bien_ban": (MinutesPaper, MinutesDocument),
    "cong_dien": (TelegramPaper, TelegramDocument),
    "hop_dong": (PartiesPaper, PartiesDocument),
    "ban_ghi_nho": (PartiesPaper, PartiesDocument),
    "ban_thoa_thuan": (PartiesPaper, PartiesDocument),
}
"""Kinds with a form of their own; all others are `PlainPaper` and `PlainDocument`."""


def paper_shape(kind: str) -> type[PlainPaper]:
    """The record of the file of this kind (code of the law, "giay_moi")."""
    return FORMS.get(kind, (PlainPaper, PlainDocument))[0]


def document_shape(kind: str) -> type[PlainDocument]:
    """The record that a template of this kind may ask for."""
    return FORMS.get(kind, (PlainPaper, PlainDocument))[1]
