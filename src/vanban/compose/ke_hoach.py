"""Plan → Kế hoạch: the whole plan, numbers counted anew, deadlines and agencies in one form."""

from datetime import date

from vanban.compose.citing import grounds, issuing_agency
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block
from vanban.compose.phrases import agencies, authority, closed, deadline, products, with_notes
from vanban.compose.tidy import tidied
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import GroupBlock, PlanDocument, TaskBlock, blanks, fill, unmarked
from vanban.model.errors import SourceError
from vanban.model.plan import Assignment, Numbered, Plan, numbered
from vanban.viet.text import upper_first

KIND = "ke_hoach"
_GENERAL = "Các cơ quan, tổ chức có liên quan"
"""One line for all general groups of the plan: overlapping ones would get the paper twice."""
END = "./."
"""How the sample forms of Phụ lục III end the text."""


def compose_plan(plan: Plan, book: AgencyBook, *, day: date) -> PlanDocument:
    """The Kế hoạch of `plan`. `day` dates the file, not the paper (whose date the plan holds).

    Raises SourceError if the issuing agency is not in the book, or if the plan says that it is no draft
    while something in it still waits for a person.
    """
    plan, book = tidied(plan), tidied(book)
    issuer = _acting(plan, issuing_agency(plan, book))
    paper = plan.van_ban
    subject = paper.trich_yeu or fill("trích yếu")
    document = PlanDocument(
        loai=KIND,
        ten_loai="KẾ HOẠCH",
        trich_yeu=subject,
        tieu_de=unmarked(f"Kế hoạch {subject}"),
        ngay_lap=day,
        dau_trang=letterhead(
            issuer,
            book,
            symbol=paper.ky_hieu or f"{paper.ten_loai}-{issuer.ky_hieu or fill('ký hiệu')}",
            number=paper.so,
            day=paper.ngay,
            year=paper.nam,
            draft=paper.du_thao,
        ),
        can_cu=grounds(plan.can_cu),
        khoi_ky=signature_block(issuer),
        noi_nhan=recipients(_receivers(plan, book), keep_line(issuer), as_above=False),
        mo_dau=f"{issuer.ten} ban hành Kế hoạch {subject} như sau:",
        muc_tieu=[closed(text) for text in plan.muc_tieu] or [fill("mục tiêu")],
        nhom=_groups(plan, book),
        to_chuc_thuc_hien=_closing(plan.to_chuc_thuc_hien),
    )
    _require_complete(plan, document)
    return document


def _require_complete(plan: Plan, document: PlanDocument) -> None:
    """A paper that is to be signed has no blanks: what is fine in a draft stops the final one."""
    paper = plan.van_ban
    if paper.du_thao:
        return
    missing = [name for name, value in (("số", paper.so), ("ngày ban hành", paper.ngay)) if not value]
    missing += blanks(document)
    if missing:
        raise SourceError(
            f"bản chính thức còn {len(missing)} chỗ chưa xong: {'; '.join(dict.fromkeys(missing))}",
            where="van_ban.du_thao",
            next_step="điền trong kế hoạch và sổ cơ quan, hoặc để du_thao: true khi còn là dự thảo",
        )


def _acting(plan: Plan, issuer: Agency) -> Agency:
    """The issuer with the place and the signer that the plan itself names, where it does."""
    paper = plan.van_ban
    named = {"nguoi_ky": paper.nguoi_ky, "dia_danh": paper.dia_danh}
    return issuer.model_copy(update={key: value for key, value in named.items() if value})


def _groups(plan: Plan, book: AgencyBook) -> list[GroupBlock]:
    tasks = numbered(plan)
    return [
        GroupBlock(
            so=str(i),
            ten=group.ten,
            nhiem_vu=[_task(item, book) for item in tasks if item.nhom == i],
        )
        for i, group in enumerate(plan.nhom, start=1)
    ]


def _task(item: Numbered, book: AgencyBook) -> TaskBlock:
    task = item.nhiem_vu
    content = [with_notes(text, [n for n in task.chu_thich if n.o == "noi_dung"]) for text in task.noi_dung]
    several = len(content) > 1
    return TaskBlock(
        so=item.so,
        ten=task.ten or fill("tên nhiệm vụ"),
        noi_dung=[
            closed(upper_first(text), ";" if several and i < len(content) else ".")
            for i, text in enumerate(content, start=1)
        ]
        or [fill("nội dung")],
        thoi_han=closed(deadline(task.thoi_han)),
        san_pham=closed(products(task)),
        chu_tri=closed(agencies(task.chu_tri, book, missing="cơ quan chủ trì")),
        phoi_hop=closed(upper_first(agencies(task.phoi_hop, book, missing="cơ quan phối hợp"))),
        tham_quyen=closed(upper_first(authority(task, book))),
    )


def _closing(items: list[str]) -> list[str]:
    """The duties of the last section; the last one ends the text with "./."."""
    said = [text for text in items if closed(text)]
    if not said:
        return [fill("tổ chức thực hiện") + END]
    return [closed(text) for text in said[:-1]] + [closed(said[-1], END)]


def _receivers(plan: Plan, book: AgencyBook) -> list[str]:
    """Those named by hand, then every body with work: leads, co-operating ones, general groups."""
    tasks = [item.nhiem_vu for item in numbered(plan)]
    working: list[Assignment] = [a for t in tasks for a in t.chu_tri] + [a for t in tasks for a in t.phoi_hop]
    found = [agency for a in working if a.co_quan and (agency := book.find(a.co_quan))]
    issuer = plan.van_ban.co_quan_ban_hanh
    bodies = [a.ten for a in found if a.loai == "co_quan" and a.id != issuer]
    groups = [
        _GENERAL if "liên quan" in a.ten or "được giao" in a.ten else a.ten for a in found if a.loai == "nhom"
    ]
    return [*plan.van_ban.noi_nhan, *bodies, *sorted(groups, key=lambda name: name == _GENERAL)]
