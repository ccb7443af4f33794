"""What a submission asks to be issued: the name of the paper behind a task.

The plan says it in four places, none of them complete: the object of the authority ("ban hành Chương
trình"), the content ("Xây dựng và ban hành Chương trình phát triển … đến năm 2030"), the title, and the
products. The content is taken first, since it is the fullest; the object decides what kind of paper is
looked for. Where no place names a paper, its kind is a blank for a person.
"""

import re
from collections.abc import Iterator

from vanban.model.document import fill
from vanban.model.plan import ProductKind, Task
from vanban.viet.text import lower_first, strip_marks, upper_first

_KINDS = (
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
)
_FIRST_VERBS = r"nghiên cứu|đề xuất|xây dựng|ban hành|hoàn thiện|tham mưu|trình|phê duyệt|nội dung|và|,"
_LEADING = re.compile(rf"^(?:(?:{_FIRST_VERBS})\s+)+", re.IGNORECASE)
_LEADING_ALL = re.compile(
    rf"^(?:(?:{_FIRST_VERBS}|triển khai|thực hiện|tiếp tục|đẩy nhanh tiến độ|rà soát|cập nhật)\s+)+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\((?:để |[^()]{60,})[^()]*\)")
_SENTENCE_END = re.compile(r"[;.](?:\s|$)")
_DONE = re.compile(r"\s+được\s+[^“”\"]*?(?:ban hành|phê duyệt|ký kết|chấp thuận|triển khai|hoàn thành)\b.*$")
_BY_PAPER = re.compile(r"\s+theo\s+(?:Kế hoạch|Nghị quyết|Quyết định|Chương trình|Đề án)\s+số\b.*$")
_ENOUGH_WORDS = 7
_AND_CARRY_OUT = re.compile(r"\bvà triển khai\b", re.IGNORECASE)


def paper_name(task: Task, object_of_authority: str | None) -> str:
    """The name of the paper that `task` asks to be issued, with a capital at its head."""
    wanted = _wanted(object_of_authority)
    for name in _candidates(task):
        if wanted and _starts(name, wanted) and not _same(name, object_of_authority or ""):
            return upper_first(_with_subject(name, task)) if kind_of(name) else name
    if wanted not in _KINDS:
        for name in _candidates(task):
            if kind_of(name):
                return upper_first(name)
        papers = [p for p in task.san_pham if p.loai is ProductKind.VAN_BAN_KHAC]
        if papers:
            return upper_first(without_outcome(papers[0].ten))
    title = _LEADING.sub("", _whole(task.ten or task.display_name))
    if wanted in _KINDS and object_of_authority:
        return upper_first(_joined(object_of_authority, title))
    return f"{fill('tên loại văn bản')} về {lower_first(_LEADING_ALL.sub('', title))}"


def _with_subject(name: str, task: Task) -> str:
    """A name too short to tell what it is about ("Kế hoạch triển khai năm 2025") takes the title along."""
    title = _LEADING_ALL.sub("", _BY_PAPER.sub("", _whole(task.ten or "")))
    if (
        len(name.split()) >= _ENOUGH_WORDS
        or not title
        or kind_of(title)
        or title.casefold() in name.casefold()
    ):
        return name
    return f"{name} {lower_first(title)}"


def kind_of(name: str) -> str | None:
    """The kind of document that a name begins with, or None."""
    return next((kind for kind in _KINDS if _starts(name, kind)), None)


def without_outcome(product: str) -> str:
    """A product without the words that tell what becomes of it ("… được phê duyệt") and without quotes."""
    bare = _DONE.sub("", product.strip(" .;:,"))
    quoted = re.fullmatch(r"[“\"]([^“”\"]*)[”\"]", bare)
    return quoted.group(1) if quoted else bare


def _candidates(task: Task) -> Iterator[str]:
    for text in task.noi_dung:
        sentence = _SENTENCE_END.split(_ASIDE.sub("", text), maxsplit=1)[0]
        yield _AND_CARRY_OUT.sub("triển khai", _LEADING_ALL.sub("", sentence.strip()).strip(" .;:,"), count=1)
    yield _LEADING_ALL.sub("", _whole(task.ten or ""))
    yield from (without_outcome(product.ten) for product in task.san_pham)


def _whole(title: str) -> str:
    return _ASIDE.sub("", title).replace("; và ", " và ").strip(" .;:,")


def _wanted(object_of_authority: str | None) -> str:
    """What the name must begin with: the kind in the object, else the object's first two words."""
    text = object_of_authority or ""
    kind = next((kind for kind in _KINDS if kind.casefold() in text.casefold()), None)
    return kind or " ".join(text.split()[:2])


def _starts(text: str, head: str) -> bool:
    return text.casefold().startswith(head.casefold())


def _same(a: str, b: str) -> bool:
    return strip_marks(a).casefold() == strip_marks(b).casefold()


def _joined(first: str, second: str) -> str:
    """The two phrases run together; words that end the first and begin the second stand once."""
    a, b = first.split(), second.split()
    for size in range(min(len(a), len(b)), 0, -1):
        if _same(" ".join(a[-size:]), " ".join(b[:size])):
            return " ".join([*a[:-size], *b])
    return f"{first} {lower_first(second)}"
