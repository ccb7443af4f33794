"""Authority: left open between alternatives, without saying over which document."""

import re
from collections.abc import Iterator

from vanban.check.plan.places import at_task, capital, short, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.agency import AgencyBook
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Assignment, Numbered, Plan, Role, RoleKind

OPEN = Rule(
    ma="ke-hoach.tham-quyen-lua-chon",
    muc=Severity.CANH_BAO,
    ten="Thẩm quyền để ngỏ hai đường",
    vi_sao="“Hoặc”, “ban hành/phê duyệt” để ngỏ ai làm, làm gì; cơ quan chủ trì không biết trình "
    "theo đường nào.",
    can_cu=CUSTOM,
    sai="Ủy ban nhân dân Thành phố hoặc Sở được giao ban hành Kế hoạch.",
    dung="Ủy ban nhân dân Thành phố ban hành Kế hoạch.",
)
NO_OBJECT = Rule(
    ma="ke-hoach.tham-quyen-thieu-doi-tuong",
    muc=Severity.GOI_Y,
    ten="Ban hành nhưng không nói văn bản gì",
    vi_sao="“Ban hành” mà không nói ban hành văn bản nào thì không lập được danh mục văn bản phải trình.",
    can_cu=CUSTOM,
    sai="Ủy ban nhân dân Thành phố ban hành.",
    dung="Ủy ban nhân dân Thành phố ban hành Kế hoạch.",
)
GENERAL = Rule(
    ma="ke-hoach.tham-quyen-chung-chung",
    muc=Severity.CANH_BAO,
    ten="Thẩm quyền giao cho một nhóm chung",
    vi_sao="“Các sở ngành có liên quan” không phải một cơ quan: không biết ai ký, trình ai.",
    can_cu=CUSTOM,
    sai="các Sở ngành có liên quan triển khai theo Kế hoạch đã được giao.",
    dung="Sở Tài chính chủ trì triển khai; Ủy ban nhân dân Thành phố chỉ đạo chung.",
)
RULES = (OPEN, NO_OBJECT, GENERAL)

_OR = re.compile(r"\bhoặc\b", re.IGNORECASE)
_SLASH = re.compile(r"(?<![\w/])([^\W\d_]+(?: [^\W\d_]+)?)/([^\W\d_]+(?: [^\W\d_]+)?)(?![\w/])")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on authority."""
    plan, book = reading.plan, reading.book
    for task in reading.tasks:
        left_open = _left_open(plan, task)
        if left_open:
            yield left_open
        yield from _objects(plan, task)
        everyone = [one for role in task.nhiem_vu.tham_quyen for one in role.co_quan]
        if everyone and not any(_is_body(one, book) for one in everyone):
            words = task.nhiem_vu.tham_quyen[0].nguyen_van
            yield GENERAL.finding(
                at_task(plan, task, "tham_quyen", words),
                f"{capital(task_name(task))}: thẩm quyền chỉ ghi nhóm chung trong “{short(words, 160)}”.",
                trich=everyone[0].nguyen_van,
                cach_sua="Ghi tên cơ quan ban hành, phê duyệt hoặc chủ trì triển khai.",
            )


def _is_body(one: Assignment, book: AgencyBook) -> bool:
    agency = book.find(one.co_quan) if one.co_quan else None
    if agency:
        return agency.loai == "co_quan"
    return one.nguyen_van[:1].isupper() and " " in one.nguyen_van


def _left_open(plan: Plan, task: Numbered) -> Finding | None:
    for role in task.nhiem_vu.tham_quyen:
        words = _alternative(role)
        if words:
            return OPEN.finding(
                at_task(plan, task, "tham_quyen", role.nguyen_van),
                f"{capital(task_name(task))}: thẩm quyền để ngỏ “{words}” trong "
                f"“{short(role.nguyen_van, 160)}”.",
                trich=words,
                cach_sua="Chọn một đường và ghi rõ cơ quan, văn bản.",
            )
    return None


def _alternative(role: Role) -> str:
    if match := _OR.search(role.nguyen_van):
        return match.group()
    if match := _SLASH.search(role.nguyen_van):
        return match.group()
    return short(role.nguyen_van) if role.lua_chon else ""


def _objects(plan: Plan, task: Numbered) -> Iterator[Finding]:
    for role in task.nhiem_vu.tham_quyen:
        if role.vai is RoleKind.BAN_HANH and not role.doi_tuong:
            who = ", ".join(one.nguyen_van for one in role.co_quan)
            yield NO_OBJECT.finding(
                at_task(plan, task, "tham_quyen", role.nguyen_van),
                f"{capital(task_name(task))}: {who or 'thẩm quyền'} ban hành, nhưng không nói ban "
                "hành văn bản nào.",
                trich=role.nguyen_van,
                cach_sua="Thêm tên văn bản sau chữ “ban hành”, ví dụ “ban hành Kế hoạch”.",
            )
