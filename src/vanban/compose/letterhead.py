"""The frame of every paper: head, signature block, places that receive it.

Source: Phụ lục I, Phần I, Mục II.2–4, II.7 and II.9 of Nghị định 30/2020/NĐ-CP.
"""

from collections.abc import Sequence
from datetime import date

from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import Letterhead, SignatureBlock, fill
from vanban.viet.dates import date_line
from vanban.viet.numbers import padded
from vanban.viet.text import upper_first

_NUMBER_BLANK = " " * 8


def letterhead(
    agency: Agency,
    book: AgencyBook,
    *,
    symbol: str,
    number: int | None,
    day: date | None,
    year: int | None,
    draft: bool,
) -> Letterhead:
    """The head of a paper of `agency`; number and day stay blank while they are None."""
    superior = book.find(agency.chu_quan) if agency.chu_quan else None
    return Letterhead(
        co_quan_chu_quan=_name_lines(superior) if superior else [],
        co_quan_ban_hanh=_name_lines(agency),
        so_ky_hieu=f"Số: {padded(number)}/{symbol}" if number else f"Số:{_NUMBER_BLANK}/{symbol}",
        dia_danh_thoi_gian=date_line(agency.dia_danh or fill("địa danh"), day, year),
        du_thao=draft,
    )


def symbol_of(abbreviation: str, agency: Agency) -> str:
    """The symbol of a paper with a kind name: "TTr-SKHCN" (Phụ lục I, Phần I, Mục II.3.b)."""
    return f"{abbreviation}-{agency.ky_hieu or fill('ký hiệu cơ quan')}"


def signature_block(agency: Agency) -> SignatureBlock:
    """Who signs for `agency`; what the book of agencies does not tell stays a marked blank."""
    signer = agency.nguoi_ky
    return SignatureBlock(
        quyen_han=[line.upper() for line in signer.quyen_han if line]
        if signer and any(signer.quyen_han)
        else [fill("QUYỀN HẠN, CHỨC VỤ")],
        ho_ten=(signer.ho_ten if signer else None) or fill("họ và tên người ký"),
    )


def keep_line(agency: Agency) -> str:
    """The last line of the receivers: "- Lưu: VT, QLKH." (Mục II.9.d)."""
    return f"- Lưu: VT, {agency.don_vi_soan_thao or fill('đơn vị soạn thảo')}."


def recipients(names: Sequence[str], keep: str, *, as_above: bool) -> list[str]:
    """The lines under "Nơi nhận:", each with its dash and its final mark.

    `as_above` puts "Như trên" first, as a paper with Kính gửi must (Mục II.9.b).
    """
    listed = ["Như trên"] if as_above else []
    listed += [upper_first(name) for name in dict.fromkeys(names) if name]
    return [f"- {name};" for name in listed] + [keep]


def _name_lines(agency: Agency) -> list[str]:
    """In capitals (Mục II.2); an agency without a name gets a marked blank."""
    named = [line.upper() for line in agency.dau_trang if line] or [agency.ten.upper()]
    return named if named[0] else [fill("TÊN CƠ QUAN")]
