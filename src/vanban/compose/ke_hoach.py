"""Plan → Kế hoạch: the whole plan, numbers counted anew, deadlines and agencies in one form."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from vanban.compose.casing import recased
from vanban.compose.citing import grounds
from vanban.compose.heads import issuing_agency, known_book
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block
from vanban.compose.phrases import agencies, authority, closed, deadline, products, with_notes
from vanban.compose.plan_appendices import plan_appendices
from vanban.compose.tidy import tidied
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import (
    GroupBlock,
    LabelledLine,
    PlanDocument,
    SectionBlock,
    TaskBlock,
    blanks,
    fill,
    unmarked,
)
from vanban.model.errors import SourceError
from vanban.model.plan import Assignment, Numbered, Plan, Task, numbered
from vanban.viet.text import upper_first

KIND = "ke_hoach"
_GENERAL = "Các cơ quan, tổ chức có liên quan"
"""One line for all general groups of the plan: overlapping ones would get the paper twice."""
_OPTIONAL = ("san_pham", "phoi_hop", "tham_quyen")
_ENOUGH_TASKS = 3
_SUBJECT = fill("trích yếu")
END = "./."
"""How the sample forms of Phụ lục III end the text."""


def compose_plan(
    plan: Plan, book: AgencyBook, *, day: date, shares: bool = True, issued_by: str = ""
) -> PlanDocument:
    """The Kế hoạch of `plan`. `day` dates the file, not the paper (whose date the plan holds).

    `shares` adds the appendix of tasks by agency. `issued_by` names the decision that issues the plan, if one
    does.

    Raises SourceError if the plan says that it is no draft while something in it still waits for a person.
    """
    plan = tidied(plan)
    book = known_book(plan, tidied(book))
    plan = recased(plan, book)
    issuer = _acting(plan, issuing_agency(plan, book))
    document = PlanDocument(
        **_frame(plan, book, issuer, day),
        **_opening(plan, f"{issuer.ten} ban hành Kế hoạch {plan.van_ban.trich_yeu or _SUBJECT} như sau:"),
        muc_dich=_closed(plan.muc_dich),
        yeu_cau=_closed(plan.yeu_cau),
        muc_tieu=_aims(plan),
        nhom=_groups(plan, book),
        kinh_phi=_closed(plan.kinh_phi),
        muc_khac=[SectionBlock(ten=m.ten.upper(), doan=_closed(m.doan)) for m in plan.muc_khac],
        **_endings(plan),
        kem_theo=f"(Kèm theo {issued_by})" if issued_by else "",
        **plan_appendices(plan, book, issuer, shares=shares, issued_by=issued_by),
    )
    if not issued_by:  # else the decision has no number yet
        _require_complete(plan, document)
    return document


def _frame(plan: Plan, book: AgencyBook, issuer: Agency, day: date) -> dict[str, Any]:
    """The fields that every document has."""
    paper = plan.van_ban
    subject = paper.trich_yeu or _SUBJECT
    symbol = paper.ky_hieu or f"{paper.ten_loai}-{issuer.ky_hieu or fill('ký hiệu')}"
    return {
        "loai": KIND,
        "ten_loai": "KẾ HOẠCH",
        "trich_yeu": subject,
        "tieu_de": unmarked(f"Kế hoạch {subject}"),
        "ngay_lap": day,
        "dau_trang": letterhead(
            issuer,
            book,
            symbol=symbol,
            number=paper.so,
            day=paper.ngay,
            year=paper.nam,
            draft=paper.du_thao,
        ),
        "can_cu": grounds(plan.can_cu, short_names=True),
        "khoi_ky": signature_block(issuer),
        "noi_nhan": recipients(_receivers(plan, book), keep_line(issuer), as_above=False),
    }


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


def _opening(plan: Plan, usual: str) -> dict[str, Any]:
    """The sentences before the first section: those of the plan, where the last leads on; else the usual."""
    *before, last = plan.mo_dau or [""]
    if last.rstrip().endswith(":") or "như sau" in last:
        return {"truoc_mo_dau": before, "mo_dau": f"{last.rstrip(' :.')}:"}
    return {"truoc_mo_dau": [text for text in plan.mo_dau if text], "mo_dau": usual}


def _aims(plan: Plan) -> list[str]:
    """The goals; a blank only where the plan says neither goals nor a purpose."""
    return _closed(plan.muc_tieu) or ([] if plan.muc_dich or plan.yeu_cau else [fill("mục tiêu")])


def _closed(texts: Iterable[str]) -> list[str]:
    return [text if text.endswith(":") else closed(text) for text in texts if closed(text)]


def _groups(plan: Plan, book: AgencyBook) -> list[GroupBlock]:
    tasks = numbered(plan)
    unused = _unused([item.nhiem_vu for item in tasks])
    return [
        GroupBlock(
            so=str(i),
            ten=group.ten,
            noi_dung=[upper_first(text) for text in _closed(group.noi_dung)],
            nhiem_vu=[_task(item, book, unused) for item in tasks if item.nhom == i],
        )
        for i, group in enumerate(plan.nhom, start=1)
    ]


def _unused(tasks: Sequence[Task]) -> set[str]:
    """Fields that no task of the plan has: its form does not ask for them. A few tasks prove nothing."""
    if len(tasks) < _ENOUGH_TASKS:
        return set()
    return {key for key in _OPTIONAL if not any(getattr(task, key) for task in tasks)}


def _task(item: Numbered, book: AgencyBook, unused: set[str]) -> TaskBlock:
    task = item.nhiem_vu
    content = [with_notes(text, [n for n in task.chu_thich if n.o == "noi_dung"]) for text in task.noi_dung]
    several = len(content) > 1
    said = {
        "san_pham": closed(products(task)),
        "phoi_hop": closed(upper_first(agencies(task.phoi_hop, book, missing="cơ quan phối hợp"))),
        "tham_quyen": closed(upper_first(authority(task, book))),
    }
    return TaskBlock(
        so=item.so,
        ten=task.ten or fill("tên nhiệm vụ"),
        noi_dung=[
            closed(upper_first(text), ";" if several and i < len(content) else ".")
            for i, text in enumerate(content, start=1)
        ]
        or ([] if task.ten else [fill("nội dung")]),
        thoi_han=closed(deadline(task.thoi_han)),
        chu_tri=closed(agencies(task.chu_tri, book, missing="cơ quan chủ trì")),
        **{key: "" if key in unused else text for key, text in said.items()},
        them=_further(task),
    )


def _further(task: Task) -> list[LabelledLine]:
    """Fields that only some plans have."""
    known = [
        ("Lãnh đạo phụ trách", "; ".join(task.phu_trach)),
        ("Kinh phí", task.kinh_phi or ""),
        ("Ghi chú", task.ghi_chu or ""),
    ]
    lines = known + [(field.nhan, field.gia_tri) for field in task.truong_khac]
    return [LabelledLine(nhan=label, gia_tri=closed(text)) for label, text in lines if closed(text)]


def _endings(plan: Plan) -> dict[str, list[str]]:
    """The last sections; the last paragraph of the last one ends the text with "./."."""
    parts = {
        "to_chuc_thuc_hien": _closed(plan.to_chuc_thuc_hien) or [fill("tổ chức thực hiện") + "."],
        "che_do_bao_cao": _closed(plan.che_do_bao_cao),
        "loi_ket": _closed(plan.loi_ket),
    }
    last = [name for name, texts in parts.items() if texts][-1]
    *before, final = parts[last]
    parts[last] = [*before, final.rstrip(" .;:,") + END]
    return parts


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
