"""Plan or task → Quyết định that issues its paper, and what it issues (Mẫu 1.2, 1.3 of Phụ lục III).

Due after the Tờ trình: number and day of both are blanks until they have them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vanban.compose.citing import grounds, missing_parts, plan_citation
from vanban.compose.heads import coordinator
from vanban.compose.letterhead import symbol_of
from vanban.compose.naming import kind_of
from vanban.compose.phrases import agency_name, closed, is_group
from vanban.compose.plan_frame import PlanPapers, articles, section
from vanban.compose.submission_route import ISSUING, no_submission_reason, route
from vanban.compose.to_trinh import cited_by, replacing
from vanban.law.decree import load_kinds
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import fill
from vanban.model.errors import NoPaperError
from vanban.model.plain import ISSUED_WITH, PlainDocument
from vanban.model.plan import Assignment, Numbered, Plan, ProductKind, RoleKind, numbered
from vanban.viet.text import lower_first, upper_first

IN_FORCE = "Quyết định này có hiệu lực kể từ ngày ký"
_COUNCILS = ("Hội đồng nhân dân", "Quốc hội")
"""They decide by nghị quyết."""


def calls_for_decision(item: Numbered) -> bool:
    """Whether the plan itself names a Quyết định among the products of a task."""
    return any(product.loai is ProductKind.QUYET_DINH for product in item.nhiem_vu.san_pham)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: who decides, what it does to which paper, on what grounds, who carries it out."""

    papers: PlanPapers
    issuer: Agency
    verb: str
    name: str
    based: Sequence[str]
    shares: Sequence[Assignment]
    replaced: str = ""

    def document(self, day: date) -> PlainDocument:
        """The paper, in three articles. `day` dates the file; number and day of the paper stay blank."""
        first = (
            f"Ban hành kèm theo Quyết định này {self.name}."
            if self.verb == "ban hành"
            else f"{upper_first(self.verb)} {self.name} kèm theo Quyết định này."
        )
        text = [first, f"{IN_FORCE}{self.replaced}.", _duty(self)]
        return self.papers.document(
            "quyet_dinh",
            self.issuer,
            articles(text),
            day=day,
            trich_yeu=f"Về việc {self.verb} {self.name}",
            can_cu=self.based,
        )

    @property
    def cited(self) -> str:
        """The decision as what it issues names it: number and day are blanks."""
        symbol = symbol_of("QĐ", self.issuer)
        return f"Quyết định số {fill('số')}/{symbol} ngày {fill('ngày, tháng, năm')} của {self.issuer.ten}"


def plan_decision(plan: Plan, book: AgencyBook) -> Decision:
    """The decision by which the issuer of the plan issues it; the plan itself comes with it."""
    papers = PlanPapers(plan, book)
    plan, issuer = papers.plan, papers.issuer
    drafter = coordinator(plan, papers.book)
    complete = [citation for citation in plan.can_cu if not missing_parts(citation)]
    return Decision(
        papers,
        issuer,
        "ban hành",
        f"Kế hoạch {lower_first(plan.van_ban.trich_yeu or fill('trích yếu của Kế hoạch'))}",
        [*grounds(complete), *([] if drafter.id == issuer.id else [_at_request(drafter)])],
        [a for item in numbered(plan) for a in (*item.nhiem_vu.chu_tri, *item.nhiem_vu.phoi_hop)],
    )


def task_decision(plan: Plan, item: Numbered, book: AgencyBook) -> Decision:
    """The decision that issues the paper of a task.

    Raises NoPaperError, with the reason, for a task whose paper no decision issues.
    """
    papers = PlanPapers(plan, book)
    item = next(one for one in numbered(papers.plan) if one.so == item.so)
    reason = no_decision_reason(papers, item)
    if reason:
        raise NoPaperError(
            f"không lập Quyết định: {reason}",
            where=f"nhiệm vụ {item.so} “{item.nhiem_vu.display_name}”",
            next_step="xem lại trường tham_quyen của nhiệm vụ trong kế hoạch nếu thấy chưa đúng",
        )
    way, task = route(item, papers.book), item.nhiem_vu
    complete = [citation for citation in papers.plan.can_cu if not missing_parts(citation)]
    return Decision(
        papers,
        _deciders(papers, item)[0],
        "phê duyệt" if way.verb.startswith("phê duyệt") else "ban hành",
        way.name,
        [
            *grounds(complete, [*cited_by(task), plan_citation(papers.plan, papers.issuer)]),
            _at_request(way.submitter),
        ],
        [*task.chu_tri, *task.phoi_hop],
        replacing(task),
    )


def issued_draft(decision: Decision, item: Numbered, *, day: date) -> PlainDocument | None:
    """The draft of what the decision on a task issues: the words of the plan, blanks for the rest.

    None for a kind that no decision issues (`model.plain.ISSUED_WITH`).
    """
    name = kind_of(decision.name) or ""
    kind = next((k for k in load_kinds().kinds if k.ten.casefold() == name.casefold()), None)
    if kind is None or kind.ma not in ISSUED_WITH:
        return None
    task = next(one for one in numbered(decision.papers.plan) if one.so == item.so).nhiem_vu
    text = [
        *section("MỤC TIÊU", [fill("mục tiêu, do người soạn viết")]),
        *section("NỘI DUNG", [closed(upper_first(words)) for words in task.noi_dung] or [fill("nội dung")]),
        *section("TỔ CHỨC THỰC HIỆN", [fill("phân công, kinh phí, chế độ báo cáo")]),
    ]
    about = decision.name[len(name) :].strip()
    return decision.papers.document(
        kind.ma, decision.issuer, text, day=day, trich_yeu=upper_first(about), kem_theo=decision.cited
    )


def no_decision_reason(papers: PlanPapers, item: Numbered) -> str | None:
    """Why no decision issues the paper of a task, or None."""
    reason = no_submission_reason(item, papers.book)
    if reason:
        return reason
    if all(role.vai is RoleKind.KY_KET for role in item.nhiem_vu.tham_quyen if role.vai in ISSUING):
        return "văn bản này được ký kết, không ban hành bằng Quyết định"
    if _deciders(papers, item):
        return None
    named = [
        agency_name(a, papers.book)
        for role in item.nhiem_vu.tham_quyen
        if role.vai in ISSUING
        for a in role.co_quan
    ]
    listed = ", ".join(dict.fromkeys(named)) or "không rõ"
    return f"thẩm quyền ban hành là {listed}, không phải {papers.issuer.ten} hay cơ quan cấp dưới"


def _deciders(papers: PlanPapers, item: Numbered) -> list[Agency]:
    """The bodies named to issue that decide under this plan: its issuer, or one below it."""
    roles = [r for r in item.nhiem_vu.tham_quyen if r.vai in (RoleKind.BAN_HANH, RoleKind.PHE_DUYET)]
    found = [papers.book.find(a.co_quan) for r in roles for a in r.co_quan if a.co_quan]
    issuer = papers.issuer.id
    return [
        body
        for body in found
        if body is not None
        and body.loai == "co_quan"
        and issuer in (body.id, body.chu_quan)
        and not body.ten.startswith(_COUNCILS)
    ]


def _at_request(drafter: Agency) -> str:
    """ "Theo đề nghị của Giám đốc Sở … tại Tờ trình số … ngày …": number and day are blanks."""
    lines = drafter.nguoi_ky.quyen_han if drafter.nguoi_ky else []
    head = (
        lines[-1].capitalize() if lines and not lines[0].startswith(("TM.", "KT.", "TL.")) else "Thủ trưởng"
    )
    return (
        f"Theo đề nghị của {head} {drafter.ten} tại Tờ trình số {fill('số')}/{symbol_of('TTr', drafter)} "
        f"ngày {fill('ngày, tháng, năm')}"
    )


def _duty(decision: Decision) -> str:
    """Who carries the decision out (Mẫu 1.2): the office, the bodies by name, then all others concerned."""
    book, issuer = decision.papers.book, decision.issuer
    bodies = [a for a in decision.shares if not is_group(a, book) and a.co_quan != issuer.id]
    names = list(dict.fromkeys(agency_name(a, book) for a in bodies))
    office = f"Chánh Văn phòng {issuer.ten}"
    heads = f"; Thủ trưởng các cơ quan: {', '.join(names)}" if names else ""
    return (
        f"{office}{heads} và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành "
        "Quyết định này."
    )
