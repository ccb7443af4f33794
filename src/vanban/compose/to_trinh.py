"""Task → Tờ trình: submitter, addressee, grounds, request and attachments from the task's data.

What only a person knows (the present situation, the opinions gathered, the funds) is a marked blank.
"""

from collections.abc import Sequence
from datetime import date

from vanban.compose.citing import grounds, missing_parts, plan_citation
from vanban.compose.heads import issuing_agency, known_book
from vanban.compose.ke_hoach import END
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block, symbol_of
from vanban.compose.naming import kind_of, without_outcome
from vanban.compose.phrases import agencies, agency_name, closed, deadline, is_group, note_text
from vanban.compose.submission_route import Route, route
from vanban.compose.tidy import tidied
from vanban.model.agency import AgencyBook
from vanban.model.document import Letterhead, SubmissionDocument, fill, unmarked
from vanban.model.plan import Numbered, Plan, ProductKind, RoleKind, Task
from vanban.viet.citations import find_citations, format_citation
from vanban.viet.text import lower_first, upper_first

KIND = "to_trinh"
_NEED = "thực trạng và sự cần thiết, do người soạn viết"
_OPINIONS = "số, ngày văn bản lấy ý kiến; số ý kiến; nội dung tiếp thu, giải trình"
_PAPERS = (
    ProductKind.QUYET_DINH,
    ProductKind.NGHI_QUYET,
    ProductKind.KE_HOACH,
    ProductKind.CHUONG_TRINH,
    ProductKind.DE_AN,
    ProductKind.PHUONG_AN,
)


def compose_submission(plan: Plan, item: Numbered, book: AgencyBook, *, day: date) -> SubmissionDocument:
    """The Tờ trình for one task. `day` dates the file; number and day of the paper stay blank.

    Raises NoPaperError, with the reason, for a task that calls for none.
    """
    plan, item, book = tidied(plan), tidied(item), known_book(tidied(plan), tidied(book))
    way = route(item, book)
    task = item.nhiem_vu
    subject = f"Về việc {way.ask}"
    request = f"{way.submitter.ten} kính trình {', '.join(way.addressees)} xem xét, {way.ask}"
    return SubmissionDocument(
        loai=KIND,
        ten_loai="TỜ TRÌNH",
        trich_yeu=subject,
        tieu_de=unmarked(f"Tờ trình {lower_first(subject)}"),
        ngay_lap=day,
        dau_trang=_head(plan, task, way, book, day),
        can_cu=_grounds(plan, task, book),
        kinh_gui=list(way.addressees),
        khoi_ky=signature_block(way.submitter),
        noi_nhan=recipients(_receivers(plan, task, way, book), keep_line(way.submitter), as_above=True),
        mo_dau=f"Thực hiện nhiệm vụ {item.so} “{task.display_name}” tại Mục II của Kế hoạch nêu trên, "
        f"{request}, cụ thể như sau:",
        nhiem_vu_so=item.so,
        nhiem_vu_ten=task.display_name,
        su_can_thiet=[
            *(f"Mục tiêu của Kế hoạch: {closed(lower_first(text))}" for text in plan.muc_tieu),
            fill(_NEED),
        ],
        qua_trinh=_history(task, way, book),
        noi_dung=[closed(upper_first(text)) for text in task.noi_dung] or [fill("nội dung chủ yếu")],
        thoi_han=lower_first(deadline(task.thoi_han.model_copy(update={"ghi_chu": None}))),
        to_chuc=_organisation(task, book),
        kien_nghi=closed(request + replacing(task)),
        kem_theo=[_attachments(task, way)],
    )


def _head(plan: Plan, task: Task, way: Route, book: AgencyBook, day: date) -> Letterhead:
    year = task.thoi_han.den.year if task.thoi_han.den else plan.van_ban.nam or day.year
    symbol = symbol_of("TTr", way.submitter)
    return letterhead(way.submitter, book, symbol=symbol, number=None, day=None, year=year, draft=True)


def _grounds(plan: Plan, task: Task, book: AgencyBook) -> list[str]:
    """The complete grounds of the plan, the papers that the task cites, and the plan itself."""
    complete = [citation for citation in plan.can_cu if not missing_parts(citation)]
    return grounds(complete, [*cited_by(task), plan_citation(plan, issuing_agency(plan, book))])


def cited_by(task: Task) -> list[str]:
    """Documents that the task rests on: cited in full, and not as something to be replaced."""
    cited = []
    for text in [task.ten or "", *task.noi_dung]:
        for found in find_citations(text):
            replaced = "thay thế" in text[max(0, found.start - 40) : found.start]
            if not replaced and not missing_parts(found.citation) and found.citation.loai:
                cited.append(format_citation(found.citation, first=True))
    return list(dict.fromkeys(cited))


def replacing(task: Task) -> str:
    """What the new paper replaces: "…, thay thế Quyết định số …", or nothing."""
    for text in task.noi_dung:
        for found in find_citations(text):
            if "thay thế" in text[max(0, found.start - 40) : found.start] and found.citation.loai:
                return f", thay thế {format_citation(found.citation, first=True)}"
    return ""


def _history(task: Task, way: Route, book: AgencyBook) -> list[str]:
    """Who works on the draft, what the plan already tells of it, and blanks for the rest."""
    leads = [a for a in task.chu_tri if a.co_quan != way.submitter.id or a.pham_vi]
    named = [a for a in task.phoi_hop if not is_group(a, book)]
    partners = [agency_name(a, book) for a in named]
    if len(named) < len(task.phoi_hop) or not partners:
        partners.append(fill("các cơ quan phối hợp cụ thể"))
    lines = [f"Cơ quan chủ trì xây dựng: {agencies(leads, book, missing='')}."] if leads else []
    lines.append(f"Cơ quan phối hợp: {'; '.join(partners)}.")
    lines += [closed(upper_first(note)) for note in [task.thoi_han.ghi_chu or ""] if note]
    lines += [f"Kế hoạch ghi chú: {note_text(note)}" for note in task.chu_thich]
    lines.append(f"Kết quả lấy ý kiến, thẩm định: {fill(_OPINIONS)}.")
    return lines


def _organisation(task: Task, book: AgencyBook) -> list[str]:
    doing = [r for r in task.tham_quyen if r.vai in (RoleKind.TRIEN_KHAI, RoleKind.CHI_DAO)]
    named = [a for r in doing for a in r.co_quan] or task.chu_tri
    names = list(dict.fromkeys(agency_name(a, book) for a in named))
    who = "; ".join(names) or fill("cơ quan tổ chức thực hiện")
    return [f"Tổ chức thực hiện: {who}.", f"Kinh phí thực hiện: {fill('nguồn và dự toán kinh phí')}."]


def _attachments(task: Task, way: Route) -> str:
    """The drafts that go with the submission: the paper asked for, and the products that are others.

    A product of the kind of the paper asked for is that paper; a decision that issues it is another.
    """
    own = f"Dự thảo {way.name}"
    issuing: list[str] = []
    others: list[str] = []
    for product in task.san_pham:
        name = without_outcome(product.ten)
        if product.loai in _PAPERS and kind_of(name) != kind_of(way.name):
            draft = f"Dự thảo {_named(name, way)}"
            (issuing if way.name in draft else others).append(draft)
    drafts = list(dict.fromkeys([*issuing, own, *others]))
    listed = "; ".join(f"({i}) {text}" for i, text in enumerate(drafts, start=1)) if len(drafts) > 1 else own
    return f"(Hồ sơ kèm theo: {listed}){END}"


def _named(product: str, way: Route) -> str:
    """A product that only names the kind of the paper ("Quyết định ban hành Chương trình") in full."""
    kind = kind_of(way.name)
    if kind and product.casefold().endswith(kind.casefold()):
        return upper_first(product[: len(product) - len(kind)] + way.name)
    return upper_first(product)


def _receivers(plan: Plan, task: Task, way: Route, book: AgencyBook) -> Sequence[str]:
    """Bodies by name; general groups become a blank, since nobody can be served under their name."""
    shares = [*task.chu_tri, *task.phoi_hop]
    bodies = [found for a in shares if a.co_quan and (found := book.find(a.co_quan))]
    coordinator = book.find(plan.dau_moi) if plan.dau_moi else None
    bodies += [coordinator] if coordinator else []
    names = [a.ten for a in bodies if a.loai == "co_quan" and a.id != way.submitter.id]
    names += [fill("các cơ quan phối hợp cụ thể")] if any(is_group(a, book) for a in shares) else []
    return [name for name in names if name not in way.addressees]
