"""Copied words: a task that carries the content of another, a content that only repeats the title."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from vanban.check.plan.alike import alike, alike_groups
from vanban.check.plan.places import LABELS, at_task, capital, short, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Assignment, Numbered, Plan, Task
from vanban.viet.text import words

COPIED = Rule(
    ma="ke-hoach.khoi-chep",
    muc=Severity.LOI,
    ten="Nội dung chép nhầm từ nhiệm vụ khác",
    vi_sao="Hai nhiệm vụ khác tên mà cùng nội dung: một nhiệm vụ mang nội dung của nhiệm vụ kia, "
    "nội dung thật đã mất.",
    can_cu=CUSTOM,
    sai="1.1. Tổ chức sự kiện truyền thông … - Nội dung: Rà soát kiến trúc chính quyền điện tử …",
    dung="1.1. Tổ chức sự kiện truyền thông … - Nội dung: Tổ chức hội nghị, phóng sự …",
)
REPEATS_TITLE = Rule(
    ma="ke-hoach.noi-dung-lap-tieu-de",
    muc=Severity.GOI_Y,
    ten="Nội dung chỉ nhắc lại tên",
    vi_sao="Nội dung không thêm gì ngoài tên nhiệm vụ: người thực hiện không biết phải làm những việc gì.",
    can_cu=CUSTOM,
    sai="Chương trình hợp tác A. - Nội dung: Ban hành và triển khai Chương trình hợp tác A.",
    dung="Chương trình hợp tác A. - Nội dung: Khảo sát nhu cầu; soạn Chương trình; ký kết; giao đầu mối.",
)
SAME_POWER = Rule(
    ma="ke-hoach.tham-quyen-trung",
    muc=Severity.GOI_Y,
    ten="Thẩm quyền dài trùng từng chữ",
    vi_sao="Câu mẫu ngắn trùng nhau là thường; một câu dài nhiều vế trùng từng chữ có thể là "
    "chép sang chưa sửa.",
    can_cu=CUSTOM,
    sai="(hai nhiệm vụ khác nhau cùng một câu thẩm quyền ba dòng)",
    dung="(mỗi nhiệm vụ nêu văn bản của mình)",
)
RULES = (COPIED, REPEATS_TITLE, SAME_POWER)

LEAST_WORDS = 8
"""Contents shorter than this may be alike by chance."""
OWN_TITLE = 0.6
"""Share of a title's word pairs in the content from which the content is the task's own."""
ADDED_WORDS = 8
"""A content that adds no more words than this to the title says nothing new."""
LONG_POWER = 150
"""Characters of a clause of authority beyond which sameness is no longer a set phrase."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on copied contents."""
    plan = reading.plan
    tasks = reading.tasks
    pairs = copied_pairs(tasks)
    for copy, origin in pairs:
        fields = [LABELS[key] for key in alike_fields(copy.nhiem_vu, origin.nhiem_vu)]
        also = f" Các trường {', '.join(fields)} cũng giống hệt." if fields else ""
        yield COPIED.finding(
            at_task(plan, copy, "noi_dung"),
            f"{capital(task_name(copy))} “{short(copy.nhiem_vu.ten or '')}” có nội dung của "
            f"{task_name(origin)} "
            f"“{short(origin.nhiem_vu.ten or '')}”.{also}",
            trich=short(" ".join(copy.nhiem_vu.noi_dung)),
            cach_sua=f"Viết lại nội dung của nhiệm vụ {copy.so}"
            + (f" và xem lại {', '.join(fields)}." if fields else "."),
        )
    copied = {copy.so for copy, _ in pairs}
    for task in tasks:
        if task.so not in copied and _repeats_title(task.nhiem_vu):
            yield REPEATS_TITLE.finding(
                at_task(plan, task, "noi_dung"),
                f"{capital(task_name(task))}: nội dung chỉ nhắc lại tên nhiệm vụ "
                f"“{short(task.nhiem_vu.ten or '')}”.",
                trich=short(" ".join(task.nhiem_vu.noi_dung)),
                cach_sua="Nêu các việc phải làm, hoặc bỏ dòng nội dung.",
            )
    yield from _same_power(plan, [task for task in tasks if task.so not in copied])


def _same_power(plan: Plan, tasks: list[Numbered]) -> Iterator[Finding]:
    first: dict[str, Numbered] = {}
    for task in tasks:
        clauses = list(dict.fromkeys(role.nguyen_van for role in task.nhiem_vu.tham_quyen))
        text = "; ".join(clauses)
        if len(text) <= LONG_POWER:
            continue
        earlier = first.setdefault(text, task)
        if earlier is not task:
            yield SAME_POWER.finding(
                at_task(plan, task, "tham_quyen", clauses[0]),
                f"{capital(task_name(task))} có câu thẩm quyền trùng từng chữ với {task_name(earlier)}: "
                f"“{short(text)}”.",
                trich=short(text),
                cach_sua="Xem câu ấy có đúng cho cả hai nhiệm vụ không.",
            )


def copied_pairs(tasks: list[Numbered]) -> list[tuple[Numbered, Numbered]]:
    """Pairs (copy, origin): of tasks with one content the origin has most of its title in it.

    Each copy is named once, whatever the number of tasks that carry the same words.
    """
    contents = {task.so: tuple(_small(words(" ".join(task.nhiem_vu.noi_dung)))) for task in tasks}
    speaking = [task for task in tasks if len(contents[task.so]) >= LEAST_WORDS]
    found = []
    for together in alike_groups([contents[task.so] for task in speaking]):
        kin = [speaking[index] for index in together]
        titles = {task.so: tuple(_small(words(task.nhiem_vu.ten or ""))) for task in kin}
        own = {task.so: _shared(titles[task.so], contents[task.so]) for task in kin}
        origin = max(kin, key=lambda task: own[task.so])
        first, title = contents[origin.so], titles[origin.so]
        for task in kin:
            second = contents[task.so]
            if task is origin or alike(titles[task.so], title) or not alike(first, second):
                continue
            if own[task.so] < OWN_TITLE or first == second:
                found.append((task, origin))
    return found


def alike_fields(task: Task, other: Task) -> list[str]:
    """Keys of the fields, beside the content, that two tasks have in the same words."""
    same = {
        "thoi_han": bool(task.thoi_han.nguyen_van) and task.thoi_han.nguyen_van == other.thoi_han.nguyen_van,
        "san_pham": bool(task.san_pham) and task.san_pham == other.san_pham,
        "chu_tri": _bodies(task.chu_tri) == _bodies(other.chu_tri) != [],
        "phoi_hop": _bodies(task.phoi_hop) == _bodies(other.phoi_hop) != [],
        "tham_quyen": bool(task.tham_quyen) and task.tham_quyen == other.tham_quyen,
    }
    return [key for key, alike in same.items() if alike]


def _bodies(shares: list[Assignment]) -> list[str]:
    return [one.co_quan or one.nguyen_van.casefold() for one in shares]


def _small(row: list[str]) -> list[str]:
    return [word.casefold() for word in row]


def _shared(title: Sequence[str], content: Sequence[str]) -> float:
    """The share of the title's neighbouring word pairs that stand in the content."""
    pairs = list(pairwise(title))
    held = set(pairwise(content))
    return sum(pair in held for pair in pairs) / len(pairs) if pairs else 0.0


def _repeats_title(task: Task) -> bool:
    title, content = _small(words(task.ten or "")), _small(words(" ".join(task.noi_dung)))
    if len(title) < 4 or not content or len(set(title) & set(content)) < 0.5 * len(set(title)):
        return False
    blocks = SequenceMatcher(None, title, content, autojunk=False).get_matching_blocks()
    held = sum(block.size for block in blocks if block.size > 1)
    return held >= 0.8 * len(title) and len(content) - held <= ADDED_WORDS
