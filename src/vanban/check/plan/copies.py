"""Copied words: a task that carries the content of another, a content that only repeats the title."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from vanban.check.plan.copied import alike_fields
from vanban.check.plan.places import LABELS, at_task, capital, short, task_name
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.plan import Numbered, Plan, Task
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

_SHORT_FORM = re.compile(r"\(((?:Sở|Bộ|Ban|Viện|Trung tâm) [A-ZĐ&.-]{2,10}|[A-ZĐ&]{2,10})\)")
ADDED_WORDS = 8
"""A content that adds no more words than this to the title says nothing new."""
LONG_POWER = 150
"""Characters of a clause of authority beyond which sameness is no longer a set phrase."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on copied contents."""
    plan = reading.plan
    tasks = reading.tasks
    pairs = reading.copied
    for copy, origin in pairs:
        fields = [LABELS[key] for key in alike_fields(copy.nhiem_vu, origin.nhiem_vu)]
        also = f" Các trường {', '.join(fields)} cũng giống hệt." if fields else ""
        yield COPIED.finding(
            at_task(plan, copy, "noi_dung"),
            f"{capital(task_name(copy))} “{short(copy.nhiem_vu.ten or '')}” có nội dung của "
            f"{task_name(origin)} "
            f"“{short(origin.nhiem_vu.ten or '')}”.{also}{_introduced(copy.nhiem_vu, fields)}",
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


def _introduced(task: Task, fields: list[str]) -> str:
    """A reminder of the abbreviations that copied words introduce: they are lost with those words."""
    names = [*task.chu_tri, *task.phoi_hop] if fields else []
    texts = (*task.noi_dung, *(one.nguyen_van for one in names))
    found = dict.fromkeys(match for text in texts for match in _SHORT_FORM.findall(text))
    return f" Phần chép có giải thích chữ tắt {', '.join(found)}: giữ lại lời giải thích ấy." if found else ""


def _small(row: list[str]) -> list[str]:
    return [word.casefold() for word in row]


def _repeats_title(task: Task) -> bool:
    title, content = _small(words(task.ten or "")), _small(words(" ".join(task.noi_dung)))
    if len(title) < 4 or not content or len(set(title) & set(content)) < 0.5 * len(set(title)):
        return False
    blocks = SequenceMatcher(None, title, content, autojunk=False).get_matching_blocks()
    held = sum(block.size for block in blocks if block.size > 1)
    return held >= 0.8 * len(title) and len(content) - held <= min(ADDED_WORDS, len(title))
