"""Who issues a plan and who coordinates it; a body that the book lacks is taken from the plan's own head.

A plan of another office names its issuer in words ("SỞ CÔNG THƯƠNG"). The papers are made from them, with
blanks for what only the book can tell, and a remark asks for the entry.
"""

import re
from collections.abc import Iterable

from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import fill
from vanban.model.errors import NoPaperError, SourceError
from vanban.model.plan import Plan
from vanban.viet.text import squeeze, tone_key

_LEVELS = {"Tỉnh", "Huyện", "Quận", "Xã", "Phường"}
_BODIES = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Văn phòng", "Ban Quản lý", "Công ty", "Trung tâm", "Viện")
_SHORT = {"Ubnd": "UBND", "Hđnd": "HĐND", "Tnhh": "TNHH", "Mtv": "MTV"}


def known_book(plan: Plan, book: AgencyBook) -> AgencyBook:
    """The book, with the issuer of the plan and its superior from the plan's head where it lacks them."""
    paper = plan.van_ban
    if book.find(paper.co_quan_ban_hanh) is not None:
        return book
    added: list[Agency] = []
    superior = None
    if paper.co_quan_chu_quan:
        superior = _named(book, paper.co_quan_chu_quan)
        if superior is None:
            superior = _stand_in(paper.co_quan_chu_quan, plan)
            added.append(superior)
    symbol = paper.ky_hieu.partition("-")[2]
    issuer = _stand_in(paper.co_quan_ban_hanh, plan).model_copy(
        update={
            "id": paper.co_quan_ban_hanh,
            "ky_hieu": symbol or None,
            "dia_danh": paper.dia_danh or None,
            "nguoi_ky": paper.nguoi_ky,
            "chu_quan": superior.id if superior else None,
        }
    )
    return AgencyBook(co_quan=[*book.co_quan, *added, issuer])


def unknown_issuer(plan: Plan, book: AgencyBook) -> list[str]:
    """The remark on an issuer that the book lacks; nothing where it is there."""
    name = plan.van_ban.co_quan_ban_hanh
    if book.find(name) is not None:
        return []
    said = f"“{name}” không có trong sổ cơ quan" if name else "kế hoạch không ghi cơ quan ban hành"
    return [f"{said}: tên, ký hiệu, người ký lấy từ lời của kế hoạch; thêm cơ quan này vào co-quan.yaml"]


def issuing_agency(plan: Plan, book: AgencyBook) -> Agency:
    """The agency that issues the plan, from the book or from the words of the plan's head."""
    return _found(known_book(plan, book), plan.van_ban.co_quan_ban_hanh)


def coordinator(plan: Plan, book: AgencyBook) -> Agency:
    """The agency that follows the plan up: its coordinator, else the one that issues it.

    Raises SourceError where the plan names a coordinator that the book lacks.
    """
    if not plan.dau_moi:
        return issuing_agency(plan, book)
    agency = book.find(plan.dau_moi)
    if agency is None:
        raise SourceError(
            f"cơ quan đầu mối “{plan.dau_moi}” không có trong sổ cơ quan",
            where="dau_moi",
            next_step="thêm cơ quan này vào sổ cơ quan (co-quan.yaml) hoặc sửa mã trong kế hoạch",
        )
    return agency


def submitting_agency(plan: Plan, book: AgencyBook) -> Agency:
    """The agency that submits the plan itself; NoPaperError where nobody below the issuer coordinates it."""
    agency = coordinator(plan, book)
    if agency.id == plan.van_ban.co_quan_ban_hanh:
        raise NoPaperError(
            "kế hoạch không giao cơ quan nào khác cơ quan ban hành làm đầu mối nên không rõ ai trình",
            where="dau_moi",
            next_step="ghi mã cơ quan đầu mối vào khóa dau_moi của kế hoạch",
        )
    return agency


def _found(book: AgencyBook, agency_id: str) -> Agency:
    agency = book.find(agency_id)
    assert agency is not None, "known_book adds the issuer"
    return agency


def _named(book: AgencyBook, words: str) -> Agency | None:
    wanted = tone_key(squeeze(words))
    for agency in book.co_quan:
        names = [agency.ten, agency.viet_tat or "", *agency.bi_danh, " ".join(agency.dau_trang)]
        if wanted in {tone_key(squeeze(name)) for name in names if name}:
            return agency
    return None


def _stand_in(words: str, plan: Plan) -> Agency:
    """A body known only by the words of a head, which prints it in capitals."""
    head = squeeze(words)
    name = _as_in_text(head, plan) if head.isupper() else head
    return Agency(
        id=words, ten=name or fill("tên cơ quan ban hành"), dau_trang=[head.upper()] if head else []
    )


def _as_in_text(head: str, plan: Plan) -> str:
    """The name with the capitals that the text of the plan gives it, else with the usual ones."""
    pattern = re.compile(re.escape(head), re.IGNORECASE)
    for text in _texts(plan):
        for found in pattern.finditer(text):
            if not found.group().isupper():
                return found.group()
    return _cased(head)


def _texts(plan: Plan) -> Iterable[str]:
    yield from plan.mo_dau
    yield from (line.nguyen_van for line in plan.can_cu)
    for part in (plan.muc_dich, plan.yeu_cau, plan.muc_tieu, plan.to_chuc_thuc_hien, plan.che_do_bao_cao):
        yield from part
    for group in plan.nhom:
        for task in group.nhiem_vu:
            yield from (*task.noi_dung, *(a.nguyen_van for a in (*task.chu_tri, *task.phoi_hop)))


def _cased(head: str) -> str:
    name = " ".join(_SHORT.get(word, word) for word in head.title().split())
    for body in _BODIES:
        if tone_key(name).startswith(tone_key(body)):
            name = body + name[len(body) :]
            break
    return " ".join(word.lower() if word in _LEVELS and i else word for i, word in enumerate(name.split()))
