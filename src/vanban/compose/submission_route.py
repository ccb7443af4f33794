"""Who submits a task's paper, to whom, and what is asked: read from the roles of the task.

The submitter is the body with the role "trình", else the first lead agency. A lead agency submits to
its superior; where the power to issue lies higher, it asks the superior to submit the paper there.
"""

from dataclasses import dataclass

from vanban.compose.naming import paper_name
from vanban.compose.phrases import agency_name
from vanban.model.agency import Agency, AgencyBook
from vanban.model.errors import NoPaperError
from vanban.model.plan import Assignment, Numbered, ProductKind, Role, RoleKind

ISSUING = (RoleKind.BAN_HANH, RoleKind.PHE_DUYET, RoleKind.KY_KET)
_VERBS = {RoleKind.BAN_HANH: "ban hành", RoleKind.PHE_DUYET: "phê duyệt", RoleKind.KY_KET: "ký kết"}


@dataclass(frozen=True)
class Route:
    """The way of one submission. `ask` is the request ("ban hành Chương trình …").

    `left_out` are the further clauses of the authority, which this submission does not serve.
    """

    submitter: Agency
    addressees: tuple[str, ...]
    verb: str
    name: str
    left_out: tuple[str, ...] = ()

    @property
    def ask(self) -> str:
        """Verb and name: what the addressee is asked to do."""
        return f"{self.verb} {self.name}"


def calls_for_submission(item: Numbered) -> bool:
    """Whether the plan itself asks for a Tờ trình: a product of that kind, or the role "trình"."""
    task = item.nhiem_vu
    return any(p.loai is ProductKind.TO_TRINH for p in task.san_pham) or any(
        role.vai is RoleKind.TRINH for role in task.tham_quyen
    )


def no_submission_reason(item: Numbered, book: AgencyBook) -> str | None:
    """Why there can be no Tờ trình for a task, or None if there can."""
    task = item.nhiem_vu
    issuing = [role for role in task.tham_quyen if role.vai in ISSUING]
    if not task.tham_quyen:
        return "kế hoạch không ghi thẩm quyền ban hành"
    if not issuing:
        words = "; ".join(dict.fromkeys(r.nguyen_van.strip(" .;") for r in task.tham_quyen if r.nguyen_van))
        return f"không có văn bản phải trình ban hành, thẩm quyền chỉ ghi “{words}”"
    submitter = _submitter(item, book)
    if submitter is None:
        return "không rõ cơ quan trình (cơ quan chủ trì không có trong sổ cơ quan)"
    others = [a for role in issuing for a in role.co_quan if a.co_quan != submitter.id]
    if not others:
        return f"{submitter.ten} tự ban hành, không phải trình"
    return None


def route(item: Numbered, book: AgencyBook) -> Route:
    """The way of the submission for a task; NoPaperError with the reason if there can be none."""
    reason = no_submission_reason(item, book)
    if reason:
        raise NoPaperError(
            f"không lập Tờ trình: {reason}",
            where=f"nhiệm vụ {item.so} “{item.nhiem_vu.display_name}”",
            next_step="xem lại trường tham_quyen và chu_tri của nhiệm vụ trong kế hoạch nếu thấy chưa đúng",
        )
    submitter = _submitter(item, book)
    assert submitter is not None
    main = _main_role(item, submitter, book)
    name = paper_name(item.nhiem_vu, main.doi_tuong)
    issuers, name = _issuers(main, submitter, name, book)
    left_out = _left_out(item, main)
    submits_itself = any(role.vai is RoleKind.TRINH for role in item.nhiem_vu.tham_quyen)
    superior = book.find(submitter.chu_quan) if submitter.chu_quan and not submits_itself else None
    if superior is None:
        return Route(submitter, tuple(_names(issuers, book)), _VERBS[main.vai], name, left_out)
    own = any(a.co_quan == superior.id for a in issuers)
    partners = own and main.vai is RoleKind.KY_KET
    higher = [] if partners else [a for a in issuers if a.co_quan != superior.id]
    verb = _VERBS[main.vai]
    if higher:
        upward = f"trình {', '.join(_names(higher, book))} {verb}"
        verb = f"{verb} theo thẩm quyền hoặc {upward}" if own else upward
    return Route(submitter, (superior.ten,), verb, name, left_out)


def _left_out(item: Numbered, main: Role) -> tuple[str, ...]:
    others = (r.nguyen_van.strip(" .;") for r in item.nhiem_vu.tham_quyen if r.vai in ISSUING)
    return tuple(dict.fromkeys(words for words in others if words and words != main.nguyen_van.strip(" .;")))


def _main_role(item: Numbered, submitter: Agency, book: AgencyBook) -> Role:
    """The clause that the submission serves: the first that names a body other than the submitter."""
    issuing = [r for r in item.nhiem_vu.tham_quyen if r.vai in ISSUING]
    others = [r for r in issuing if any(a.co_quan != submitter.id for a in r.co_quan)]
    named = [r for r in others if any(not _is_group(a, book) for a in r.co_quan)]
    return (named or others)[0]


def _issuers(role: Role, submitter: Agency, name: str, book: AgencyBook) -> tuple[list[Assignment], str]:
    """The bodies of a clause that issue, and the name of the paper without its issuer.

    A paper that names its issuer ("Nghị quyết của Hội đồng nhân dân …") has only that one.
    """
    others = [a for a in role.co_quan if a.co_quan != submitter.id]
    bodies = [a for a in others if not _is_group(a, book)] or others
    for body in bodies:
        bare = _without_issuer(name, body, book)
        if bare != name:
            return [body], bare
    return bodies, name


def _without_issuer(name: str, assignment: Assignment, book: AgencyBook) -> str:
    agency = book.find(assignment.co_quan) if assignment.co_quan else None
    known = [agency.ten, *agency.bi_danh] if agency else []
    for alias in sorted(known, key=len, reverse=True):
        at = f"{name} ".casefold().find(f" của {alias} ".casefold())
        if at >= 0:
            return f"{name[:at]}{name[at + len(f' của {alias}') :]}"
    return name


def _submitter(item: Numbered, book: AgencyBook) -> Agency | None:
    task = item.nhiem_vu
    named: list[Assignment] = [a for r in task.tham_quyen if r.vai is RoleKind.TRINH for a in r.co_quan]
    for assignment in named or task.chu_tri:
        agency = book.find(assignment.co_quan) if assignment.co_quan else None
        if agency and agency.loai == "co_quan":
            return agency
    return None


def _is_group(assignment: Assignment, book: AgencyBook) -> bool:
    agency = book.find(assignment.co_quan) if assignment.co_quan else None
    return agency is None or agency.loai == "nhom"


def _names(assignments: list[Assignment], book: AgencyBook) -> list[str]:
    return list(dict.fromkeys(agency_name(a, book) for a in assignments))
