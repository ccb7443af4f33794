"""Labels of a task's fields: one concept, many spellings ("Thời gian", "Thời gian thực hiện", …)."""

import re
from dataclasses import dataclass

from vanban.read.lines import SourceLine
from vanban.read.wording import strip_bullet
from vanban.viet.text import squeeze, tone_key

_BODY = r"(?:(?:cơ quan|đơn vị|cơ quan, đơn vị) )"
_DOING = r"(?: (?:thực hiện|triển khai|tham mưu|xây dựng))?"
_KEYS = {
    "noi_dung": r"nội dung(?: (?:thực hiện|nhiệm vụ|công việc|chủ yếu|triển khai|chính))*",
    "thoi_han": r"(?:thời (?:gian|hạn|điểm)|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai|dự kiến))*",
    "san_pham": (
        r"(?:kết quả|sản phẩm)(?:(?: và |, ?| |/)(?:kết quả|sản phẩm))?"
        r"(?: (?:dự kiến|đầu ra|hoàn thành|cần đạt|thực hiện))*"
    ),
    "chu_tri_phoi_hop": rf"{_BODY}?chủ trì(?: và |, ?| - |/){_BODY}?phối hợp{_DOING}",
    "chu_tri": rf"{_BODY}?chủ trì{_DOING}|{_BODY}thực hiện",
    "phoi_hop": rf"{_BODY}?phối hợp{_DOING}",
    "tham_quyen": (
        r"(?:cấp )?(?:có )?thẩm quyền"
        r"(?:(?: và |, ?| |/)(?:ban hành|triển khai|phê duyệt|quyết định|ký kết))*"
    ),
}
_EXACT = {key: re.compile(tone_key(pattern)) for key, pattern in _KEYS.items()}
_LEADING = {
    key: re.compile(rf"(?:{pattern})(?=\s)", re.IGNORECASE)
    for key, pattern in _KEYS.items()
    if key != "tham_quyen"
} | {"tham_quyen": re.compile(r"thẩm quyền ban hành\s?/\s?triển khai(?=\s)", re.IGNORECASE)}
_COLON = re.compile(r"[:：]")
_SLASH = re.compile(r"\s*/\s*")
_LABEL_LIKE = re.compile(r"^\s*[-–—•*]\s*[^\W\d_][^:.;]{1,40}:")
_DEADLINE_START = re.compile(
    r"(?:tháng|quý|trước|đến|cuối|đầu|trong|hết|năm|ngày|thường xuyên)\b", re.IGNORECASE
)
_LONG_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the head of a line: its key, its words, the rest; `sure` if a colon ends it."""

    key: str
    words: str
    rest: str
    sure: bool


def find_label(line: SourceLine) -> Label | None:
    """The field label at the head of a line, or None.

    A label ends with a colon. On a bulleted line the colon may have been forgotten: then what follows
    must look like the beginning of a value.
    """
    if line.is_plus:
        return None
    body = strip_bullet(line.raw)
    colon = _COLON.search(body)
    if colon and (key := key_of(body[: colon.start()])):
        return Label(key, squeeze(body[: colon.start()]), body[colon.end() :].lstrip(), True)
    return _without_colon(body) if line.is_dash else None


def key_of(label: str) -> str | None:
    """The key of the field that a label names, or None."""
    name = _SLASH.sub("/", tone_key(squeeze(label)))
    return next((key for key, pattern in _EXACT.items() if pattern.fullmatch(name)), None)


def looks_like_label(line: SourceLine) -> bool:
    """Whether a bulleted line begins with a short phrase and a colon, as fields do."""
    return bool(_LABEL_LIKE.match(line.raw))


def _without_colon(body: str) -> Label | None:
    best: Label | None = None
    for key, pattern in _LEADING.items():
        match = pattern.match(body)
        if not match or (best and len(match.group()) <= len(best.words)):
            continue
        rest = body[match.end() :].lstrip(" \t-–")
        if _begins_a_value(key, match.group(), rest):
            best = Label(key, match.group(), rest, False)
    return best


def _begins_a_value(key: str, label: str, rest: str) -> bool:
    if not rest:
        return True
    if key == "thoi_han":
        return bool(_DEADLINE_START.match(rest)) or rest[0].isdigit()
    return rest[0].isupper() or rest[0] in '“"' or len(label.split()) > _LONG_ENOUGH
