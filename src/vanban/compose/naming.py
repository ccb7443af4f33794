"""What a submission asks to be issued: the name of the paper behind a task.

The plan says it in three places, none of them complete: the object of the authority ("ban hành Chương
trình"), the content ("Xây dựng và ban hành Chương trình phát triển … đến năm 2030") and the title. The
content is taken first, since it is the fullest, then the title, then object and title together.
"""

import re

from vanban.model.plan import Task
from vanban.viet.text import lower_first, strip_marks, upper_first

_HEADS = (
    "Nghị quyết",
    "Quyết định",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Phương án",
    "Quy chế",
    "Quy định",
    "Chiến lược",
    "Dự án",
    "Bộ tiêu chí",
    "Danh mục",
)
_LEADING_VERBS = re.compile(
    r"^(?:(?:nghiên cứu|đề xuất|xây dựng|ban hành|triển khai|thực hiện|hoàn thiện|tiếp tục|tham mưu"
    r"|đẩy nhanh tiến độ|phê duyệt|trình|rà soát|cập nhật|và|,)\s+)+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\((?:để |[^()]{60,})[^()]*\)")
_FULL_STOP = re.compile(r"[;.](?:\s|$)")


def paper_name(task: Task, object_of_authority: str | None) -> str:
    """The name of the paper that `task` asks to be issued, with a capital at its head."""
    head = _head_of(object_of_authority or "")
    for text in [*task.noi_dung, task.ten or ""]:
        name = _without_verbs(text)
        if (head and _starts(name, head)) or (not head and _head_of(name, at_start=True)):
            return upper_first(name)
    title = _without_verbs(task.ten or task.display_name)
    if head and object_of_authority:
        return upper_first(_joined(object_of_authority, title))
    return title if _head_of(title, at_start=True) else lower_first(title)


def _without_verbs(text: str) -> str:
    plain = _ASIDE.sub("", text)
    plain = _FULL_STOP.split(plain, maxsplit=1)[0]
    return _LEADING_VERBS.sub("", plain.strip()).strip(" .;:,")


def _head_of(text: str, *, at_start: bool = False) -> str | None:
    lowered = text.casefold()
    for head in _HEADS:
        at = lowered.find(head.casefold())
        if at == 0 or (at > 0 and not at_start):
            return head
    return None


def _starts(text: str, head: str) -> bool:
    return text.casefold().startswith(head.casefold())


def _joined(first: str, second: str) -> str:
    """The two phrases run together; words that end the first and begin the second stand once."""
    a, b = first.split(), second.split()
    for size in range(min(len(a), len(b)), 0, -1):
        if strip_marks(" ".join(a[-size:])).casefold() == strip_marks(" ".join(b[:size])).casefold():
            return " ".join([*a[:-size], *b])
    return f"{first} {lower_first(second)}"
