"""Kinds with a form of their own: their fields, each a marked blank where the file leaves it out."""

import re
from collections.abc import Sequence
from typing import Any

from vanban.law.decree import Kind
from vanban.model.agency import Agency
from vanban.model.document import SignatureBlock, fill
from vanban.model.plain import PlainPaper
from vanban.model.plain_forms import (
    IntroductionForm,
    InvitationForm,
    LeaveForm,
    MinutesForm,
    PartiesForm,
    Party,
    TelegramForm,
)
from vanban.model.record import Record

_FORMS: tuple[type[Record], ...] = (InvitationForm, IntroductionForm, LeaveForm, MinutesForm, TelegramForm)
_COURTESY = re.compile(r"(?:Ông|Bà|Đồng chí|Đ/c)\s+", re.IGNORECASE)


def form_fields(paper: PlainPaper, kind: Kind, agency: Agency) -> dict[str, Any]:
    """The fields that only this kind has, and what they say about who signs."""
    fields: dict[str, Any] = {}
    for form in _FORMS:
        if isinstance(paper, form):
            fields |= {name: _filled(form, name, getattr(paper, name)) for name in form.model_fields}
    if isinstance(paper, MinutesForm):
        fields["khoi_ky"] = _chair(paper, agency)
        fields["thu_ky_ho_ten"] = _name_in(paper.thu_ky) or fill("họ và tên thư ký")
    if isinstance(paper, TelegramForm) and not paper.noi_dien:
        fields["noi_dien"] = agency.ten
    if isinstance(paper, PartiesForm):
        first, *others = [_side(party) for party in paper.cac_ben] or [_own_side(agency)]
        fields |= {"khoi_ky": first, "khoi_ky_khac": others or [_side(Party(ten=fill("BÊN B")))]}
    return fields


def _filled(form: type[Record], name: str, value: Any) -> Any:
    """The value, or a blank with the hint of the field; texts without a final mark, which templates set."""
    hint = form.model_fields[name].description or name
    if isinstance(value, str):
        return value.rstrip(" .;") or fill(hint)
    if isinstance(value, list):
        return [text.strip(" -–.;") for text in value if text.strip(" -–.;")] or [fill(hint)]
    return value


def _chair(paper: MinutesForm, agency: Agency) -> SignatureBlock:
    """Minutes are signed by who chaired; an office may stand above (Mẫu 1.9)."""
    name = _name_in(paper.chu_toa)
    return SignatureBlock(quyen_han=["CHỦ TỌA"], ho_ten=name or fill("họ và tên chủ tọa"))


def _name_in(person: str) -> str:
    """ "Bà Trần Thị Mẫu, Giám đốc" → the name alone, as it stands under a signature (Mục II.7.c)."""
    return _COURTESY.sub("", re.split(r"[,;(–]| - ", person, maxsplit=1)[0].strip(), count=1).strip()


def _side(party: Party) -> SignatureBlock:
    lines: Sequence[str] = [f"ĐẠI DIỆN {party.ten}", *party.quyen_han]
    return SignatureBlock(
        quyen_han=[line.upper() for line in lines], ho_ten=party.ho_ten or fill("họ và tên")
    )


def _own_side(agency: Agency) -> SignatureBlock:
    signer = agency.nguoi_ky
    party = Party(
        ten=agency.ten, quyen_han=signer.quyen_han if signer else [], ho_ten=signer.ho_ten if signer else None
    )
    return _side(party)
