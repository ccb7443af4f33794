"""Who leads and who co-operates: too many, too general, unknown."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vanban.check.plan.places import at_task, capital, task_list, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.agency import AgencyBook
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Assignment, Numbered, Plan, Task

MANY_LEADS = Rule(
    ma="ke-hoach.nhieu-chu-tri",
    muc=Severity.CANH_BAO,
    ten="Nhiều cơ quan cùng chủ trì",
    vi_sao="Nhiều cơ quan cùng chủ trì mà không chia phạm vi thì không rõ ai chịu trách nhiệm cuối cùng.",
    can_cu=CUSTOM,
    sai="Cơ quan chủ trì: Sở Tài chính, Sở Nội vụ.",
    dung="Cơ quan chủ trì: Sở Tài chính. Cơ quan phối hợp: Sở Nội vụ.",
)
GENERAL = Rule(
    ma="ke-hoach.phoi-hop-chung-chung",
    muc=Severity.CANH_BAO,
    ten="Cơ quan phối hợp chung chung",
    vi_sao="Chỉ ghi “các tổ chức có liên quan” thì không cơ quan nào biết mình được giao.",
    can_cu=CUSTOM,
    sai="Cơ quan phối hợp: các tổ chức có liên quan.",
    dung="Cơ quan phối hợp: Sở Nội vụ, Sở Xây dựng và các tổ chức có liên quan.",
)
UNKNOWN = Rule(
    ma="ke-hoach.co-quan-la",
    muc=Severity.CANH_BAO,
    ten="Cơ quan không có trong sổ",
    vi_sao="Tên không khớp sổ cơ quan: có thể gõ nhầm, có thể sổ còn thiếu.",
    can_cu=CUSTOM,
    sai="Cơ quan chủ trì: Sở Kế hoạch Đầu tư và Tài chính",
    dung="Cơ quan chủ trì: Sở Tài chính",
)
BOTH = Rule(
    ma="ke-hoach.chu-tri-cung-phoi-hop",
    muc=Severity.CANH_BAO,
    ten="Vừa chủ trì vừa phối hợp",
    vi_sao="Một cơ quan không phối hợp với chính mình; thường là thừa ở một trong hai chỗ.",
    can_cu=CUSTOM,
    sai="Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Sở Nội vụ, Sở Tài chính.",
    dung="Cơ quan chủ trì: Sở Nội vụ. Cơ quan phối hợp: Sở Tài chính.",
)
MANY_WORDINGS = Rule(
    ma="ke-hoach.nhom-chung-nhieu-cach",
    muc=Severity.GOI_Y,
    ten="Nhóm chung gọi nhiều cách",
    vi_sao="“Các tổ chức có liên quan”, “tổ chức có liên quan”, “đơn vị liên quan” nên viết một kiểu.",
    can_cu=CUSTOM,
    sai="các tổ chức có liên quan; tổ chức có liên quan; đơn vị liên quan; các cơ quan liên quan",
    dung="các cơ quan, đơn vị có liên quan (ở mọi nhiệm vụ)",
)
RULES = (MANY_WORDINGS, MANY_LEADS, GENERAL, UNKNOWN, BOTH)

MOST_WORDINGS = 3
"""Ways to name a general group that one plan may mix before it is said."""
STRANGERS = 3
"""Names that are not in the book: as many, and more than those that are, tell of another book."""
_IN_CHARGE = re.compile(r"phụ trách|chịu trách nhiệm|đơn vị thực hiện|người thực hiện|đầu mối", re.IGNORECASE)
"""Labels of fields that say who answers for a task, though not who leads it."""
_GROUP = re.compile(r"^(?:các|những)\b|liên quan\W*$", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the agencies of tasks."""
    plan, book = reading.plan, reading.book
    tasks = reading.tasks
    for task in tasks:
        yield from _shares(plan, task, book)
    yield from _unknown(plan, tasks, book)
    yield from _wordings(reading)


def _wordings(reading: Reading) -> Iterator[Finding]:
    used: dict[str, list[Numbered]] = defaultdict(list)
    for task in reading.tasks:
        for one in task.nhiem_vu.phoi_hop:
            if "liên quan" in one.nguyen_van and is_group(one, reading.book):
                used[flat_name(one.nguyen_van)].append(task)
    if len(used) > MOST_WORDINGS:
        said = "; ".join(f"“{words}” ({task_list(tasks)})" for words, tasks in used.items())
        yield MANY_WORDINGS.finding(
            Place(phan="cơ quan phối hợp của các nhiệm vụ"),
            f"Nhóm chung gọi {len(used)} cách: {said}.",
            cach_sua="Chọn một hai cách gọi cho cả kế hoạch.",
        )


def is_group(one: Assignment, book: AgencyBook) -> bool:
    """Whether the words name a general group and no body."""
    agency = book.find(one.co_quan) if one.co_quan else None
    return agency.loai == "nhom" if agency else bool(_GROUP.search(one.nguyen_van))


def _shares(plan: Plan, task: Numbered, book: AgencyBook) -> Iterator[Finding]:
    lead, partners, name = task.nhiem_vu.chu_tri, task.nhiem_vu.phoi_hop, capital(task_name(task))
    if len(lead) > 1:
        yield _many_leads(plan, task)
    if partners and all("liên quan" in one.nguyen_van and is_group(one, book) for one in partners):
        words = ", ".join(one.nguyen_van for one in partners)
        yield GENERAL.finding(
            at_task(plan, task, "phoi_hop", partners[0].nguyen_van),
            f"{name}: phối hợp chỉ ghi chung “{words}”, không có cơ quan nào cụ thể.",
            trich=words,
            cach_sua="Nêu ít nhất các cơ quan có việc chắc chắn phải làm.",
        )
    for one in lead:
        twin = next((other for other in partners if _same(one, other)), None)
        if twin:
            yield BOTH.finding(
                at_task(plan, task, "phoi_hop", twin.nguyen_van),
                f"{name}: “{one.nguyen_van}” vừa chủ trì vừa phối hợp (“{twin.nguyen_van}”).",
                trich=twin.nguyen_van,
                cach_sua="Bỏ tên cơ quan ở dòng phối hợp.",
            )


def _many_leads(plan: Plan, task: Numbered) -> Finding:
    lead = task.nhiem_vu.chu_tri
    names = ", ".join(one.nguyen_van for one in lead)
    shared = all(one.pham_vi for one in lead)
    how = "đã chia phạm vi nhưng chưa có đầu mối chung" if shared else "không nêu ai làm phần nào"
    return MANY_LEADS.finding(
        at_task(plan, task, "chu_tri", lead[0].nguyen_van),
        f"{capital(task_name(task))} có {len(lead)} cơ quan chủ trì ({names}), {how}.",
        trich=names,
        cach_sua="Chọn một cơ quan chủ trì, đưa các cơ quan khác sang phối hợp; hoặc ghi phạm vi "
        "của từng cơ quan.",
        muc=Severity.GOI_Y if shared else None,
    )


def _same(one: Assignment, other: Assignment) -> bool:
    if one.co_quan or other.co_quan:
        return one.co_quan == other.co_quan
    return flat_name(one.nguyen_van) == flat_name(other.nguyen_van)


def in_charge(task: Task) -> list[str]:
    """Who answers for a task: its leads; without any, those whom another field puts in charge."""
    leads = [one.nguyen_van for one in task.chu_tri] or list(task.phu_trach)
    return leads or [one.gia_tri for one in task.truong_khac if _IN_CHARGE.search(one.nhan)]


def flat_name(name: str) -> str:
    """The name for comparing: without brackets, case and final marks."""
    return " ".join(bare_name(name).casefold().split()).strip(" .,;:")


def bare_name(name: str) -> str:
    """The name without what brackets add: a scope, or the abbreviation that it introduces."""
    return re.sub(r"\s*\([^()]*\)\s*$", "", name)


def _looks_named(one: Assignment) -> bool:
    """Whether words of a clause of authority are a name: capital letter, more than one word."""
    return one.nguyen_van[:1].isupper() and " " in one.nguyen_van.strip()


def everyone(task: Numbered) -> Iterator[tuple[str, Assignment]]:
    """Every agency that a task names, with the key of the field."""
    yield from (("chu_tri", one) for one in task.nhiem_vu.chu_tri)
    yield from (("phoi_hop", one) for one in task.nhiem_vu.phoi_hop)
    for role in task.nhiem_vu.tham_quyen:
        yield from (("tham_quyen", one) for one in role.co_quan)


def _is_of_others(plan: Plan, book: AgencyBook) -> bool:
    """Whether the book lacks who issues the plan, or who stands over it: it is the book of others."""
    paper = plan.van_ban
    return any(name and book.find(name) is None for name in (paper.co_quan_ban_hanh, paper.co_quan_chu_quan))


def _unknown(plan: Plan, tasks: list[Numbered], book: AgencyBook) -> Iterator[Finding]:
    """One finding a name: the missing line of the book is one cause."""
    seen: dict[str, list[tuple[Numbered, str, Assignment]]] = defaultdict(list)
    for task in tasks:
        for key, one in everyone(task):
            if one.co_quan or _GROUP.search(one.nguyen_van):
                continue
            if key != "tham_quyen" or _looks_named(one):
                seen[flat_name(one.nguyen_van)].append((task, key, one))
    named = {one.co_quan for task in tasks for _, one in everyone(task) if one.co_quan}
    if seen and ((len(seen) >= STRANGERS and len(seen) > len(named)) or _is_of_others(plan, book)):
        yield _another_book(plan, list(seen.values()))
        return
    for rows in seen.values():
        task, key, one = rows[0]
        yield UNKNOWN.finding(
            at_task(plan, task, key, one.nguyen_van),
            f"“{one.nguyen_van}” (nhiệm vụ {_where(rows)}) không có trong sổ cơ quan.",
            trich=one.nguyen_van,
            cach_sua="Sửa tên cho khớp sổ, hoặc thêm cơ quan (hay bí danh) vào sổ.",
        )


def _where(rows: list[tuple[Numbered, str, Assignment]]) -> str:
    return task_list(list({row[0].so: row[0] for row in rows}.values()))


def _another_book(plan: Plan, names: list[list[tuple[Numbered, str, Assignment]]]) -> Finding:
    """Most names are strange: the book is not that of this plan, and no name is at fault."""
    said = "; ".join(f"“{rows[0][2].nguyen_van}” ({_where(rows)})" for rows in names)
    task, key, one = names[0][0]
    return UNKNOWN.finding(
        at_task(plan, task, key, one.nguyen_van),
        f"{len(names)} cơ quan không có trong sổ cơ quan đang dùng: {said}.",
        trich=one.nguyen_van,
        cach_sua="Lập sổ cơ quan của đơn vị (co-quan.yaml) cạnh kế hoạch, hoặc chỉ sổ bằng --co-quan.",
        muc=Severity.GOI_Y,
    )
