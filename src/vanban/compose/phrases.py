"""Parts of a plan in the one form that all papers use: agencies, deadlines, products, authority.

What is unclear in the plan is never smoothed over: it becomes a marked blank for a person to decide.
"""

import re
from collections.abc import Sequence

from vanban.model.agency import AgencyBook
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.document import fill, note
from vanban.model.plan import Assignment, Footnote, Role, RoleKind, Task
from vanban.viet.deadlines import format_deadline
from vanban.viet.text import lower_first, upper_first

_LABELLED = re.compile(r"(?:thẩm quyền|cơ quan)\b[^:]*:", re.IGNORECASE)
"""A clause that repeats its label ("Thẩm quyền ban hành: Thủ tướng Chính phủ")."""
_VERBS = {
    RoleKind.BAN_HANH: "ban hành",
    RoleKind.TRIEN_KHAI: "chủ trì triển khai",
    RoleKind.CHI_DAO: "chỉ đạo",
    RoleKind.TRINH: "trình",
    RoleKind.PHE_DUYET: "phê duyệt",
    RoleKind.KY_KET: "ký kết",
}


def closed(text: str, mark: str = ".") -> str:
    """The text with one final mark, whatever mark it had."""
    bare = text.rstrip(" .;:,")
    return f"{bare}{mark}" if bare else ""


def agency_name(assignment: Assignment, book: AgencyBook) -> str:
    """The full name from the book of agencies.

    A body that is not in the book, and a general group, keep the words of the plan: "các tổ chức" and
    "các tổ chức, cá nhân" are not the same people.
    """
    agency = book.find(assignment.co_quan) if assignment.co_quan else None
    return agency.ten if agency and agency.loai == "co_quan" else assignment.nguyen_van


def is_group(assignment: Assignment, book: AgencyBook) -> bool:
    """Whether this is a general group ("các sở, ban, ngành"), not a body with a name of its own."""
    agency = book.find(assignment.co_quan) if assignment.co_quan else None
    return agency is not None and agency.loai == "nhom"


def agencies(assignments: Sequence[Assignment], book: AgencyBook, *, missing: str) -> str:
    """Names with their scopes, separated by ";" since names contain commas."""
    if not assignments:
        return fill(missing)
    return "; ".join(agency_name(a, book) + (f" ({a.pham_vi})" if a.pham_vi else "") for a in assignments)


def deadline(value: Deadline) -> str:
    """The deadline in the one form; a choice or a blank for a person where it is not clear."""
    if value.kieu is DeadlineKind.MAU_THUAN:
        choices = [candidate_text(value, i) for i in range(len(value.ung_vien))]
        text = fill(f"chọn một thời hạn: {' hoặc '.join(lower_first(c) for c in choices)}")
    elif value.kieu is DeadlineKind.CHUA_RO:
        raw = value.nguyen_van.strip(" .;")
        text = f"{raw} {fill('làm rõ thời hạn')}" if raw else fill("thời hạn")
    else:
        text = upper_first(format_deadline(value)) or fill("thời hạn")
    return f"{text} ({value.ghi_chu.strip('() ')})" if value.ghi_chu else text


def candidate_text(value: Deadline, index: int) -> str:
    """One of the things that a contradictory deadline says, in the one form.

    A candidate may be impossible by itself (its first day after its last): then it is given in its own
    words, since only a person can tell what was meant.
    """
    candidate = value.ung_vien[index]
    if candidate.tu and candidate.den and candidate.tu > candidate.den:
        return candidate.nguyen_van
    return format_deadline(
        Deadline.model_construct(
            nguyen_van=candidate.nguyen_van, kieu=candidate.kieu, tu=candidate.tu, den=candidate.den
        )
    )


def products(task: Task) -> str:
    """The products in one line, with the footnotes of the source at their words."""
    if not task.san_pham:
        return fill("sản phẩm")
    names = [with_notes(product.ten, task.chu_thich) for product in task.san_pham]
    line = "; ".join([upper_first(names[0]), *(lower_first(name) for name in names[1:])])
    lost = [n for n in task.chu_thich if n.o == "san_pham" and note(note_text(n)) not in line]
    return line + "".join(note(note_text(n)) for n in lost)


def note_text(footnote: Footnote) -> str:
    """The words of a footnote as a sentence; a day that the source left out is a blank."""
    words = footnote.noi_dung.strip(" .;")
    return f"{words} {fill('tháng, năm ban hành')}." if words.endswith("ngày") else f"{words}."


def with_notes(text: str, notes: Sequence[Footnote]) -> str:
    """The text with each footnote that hangs on its words."""
    for footnote in notes:
        at = text.find(footnote.sau) if footnote.sau else -1
        if at >= 0:
            end = at + len(footnote.sau)
            text = text[:end] + note(note_text(footnote)) + text[end:]
    return text


def authority(task: Task, book: AgencyBook) -> str:
    """Who may do what, in the words of the plan with each agency under its full name."""
    if not task.tham_quyen:
        return fill("thẩm quyền ban hành, triển khai")
    clauses = [_clause(role, task.tham_quyen, book) for role in task.tham_quyen]
    return "; ".join(dict.fromkeys(clauses))


def _clause(role: Role, all_roles: Sequence[Role], book: AgencyBook) -> str:
    """One clause; the agencies of every role that was read from the same words get their full names."""
    if not role.nguyen_van or _LABELLED.match(role.nguyen_van):
        names = ", ".join(agency_name(a, book) for a in role.co_quan)
        return " ".join(filter(None, [names, _VERBS[role.vai], role.doi_tuong]))
    text = role.nguyen_van.strip(" .;")
    named = [a for other in all_roles if other.nguyen_van == role.nguyen_van for a in other.co_quan]
    return _renamed(text, named, book)


def _renamed(text: str, named: Sequence[Assignment], book: AgencyBook) -> str:
    """Every printed name replaced by the full one, longest first, none inside another."""
    spots: list[tuple[int, int, str]] = []
    for assignment in sorted(named, key=lambda a: -len(a.nguyen_van)):
        at = text.find(assignment.nguyen_van)
        while at >= 0:
            end = at + len(assignment.nguyen_van)
            if assignment.nguyen_van and all(end <= s or at >= e for s, e, _ in spots):
                spots.append((at, end, agency_name(assignment, book)))
                break
            at = text.find(assignment.nguyen_van, at + 1)
    for start, end, name in sorted(spots, reverse=True):
        text = text[:start] + name + text[end:]
    return text
