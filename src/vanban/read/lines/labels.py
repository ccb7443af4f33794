"""Labels of a task's fields: one concept, many spellings ("Thời gian", "Thời gian thực hiện", …)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.read.lines.markers import Marker
from vanban.read.lines.source import SourceLine
from vanban.read.words.wording import strip_bullet
from vanban.viet.deadlines import parse_deadline
from vanban.viet.text import squeeze, tone_key

_BODY = r"(?:(?:cơ quan|đơn vị|cơ quan, đơn vị|phòng|bộ phận|ban|người|cán bộ|tổ chức|cá nhân) )"
_DOING = r"(?: (?:thực hiện|triển khai|tham mưu|xây dựng|chính))?"
_KEYS = {
    "noi_dung": r"nội dung(?: (?:thực hiện|nhiệm vụ|công việc|chủ yếu|triển khai|chính))*",
    "thoi_han": (
        r"(?:thời (?:gian|hạn|điểm)|tiến độ|hạn)"
        r"(?:(?: và|,)? (?:thực hiện|hoàn thành|triển khai|dự kiến|tổ chức|chót|kết thúc))*|hoàn thành|xong"
    ),
    "san_pham": (
        r"(?:kết quả|sản phẩm)(?:(?: và |, ?| |/)(?:kết quả|sản phẩm))?"
        r"(?: (?:dự kiến|đầu ra|hoàn thành|cần đạt|thực hiện))*|chỉ (?:số|tiêu)(?: (?:cần đạt|thực hiện))?"
    ),
    "chu_tri_phoi_hop": rf"{_BODY}?chủ trì(?: và |, ?| - |/){_BODY}?phối hợp{_DOING}",
    "chu_tri": (
        rf"{_BODY}?chủ trì{_DOING}|{_BODY}(?:thực hiện|triển khai)|{_BODY}?đầu mối{_DOING}"
        r"|(?:phân công|trách nhiệm)(?: (?:thực hiện|nhiệm vụ|chính))?|(?:người |cán bộ )phụ trách(?: chính)?"
    ),
    "phoi_hop": rf"{_BODY}?phối hợp{_DOING}",
    "tham_quyen": (
        r"(?:cấp )?(?:có )?thẩm quyền"
        r"(?:(?: và |, ?| |/)(?:ban hành|triển khai|phê duyệt|quyết định|ký kết))*"
    ),
    "phu_trach": (
        r"(?:lãnh đạo|đồng chí)(?: (?:sở|ủy ban|ubnd|đơn vị|trường|phòng|xã|phường))? (?:phụ trách|chỉ đạo)"
        r"|(?:người |cán bộ )?chỉ đạo|phụ trách(?: (?:chính|chung))?"
    ),
    "kinh_phi": r"(?:dự toán |nguồn )?kinh phí(?: (?:thực hiện|dự kiến))*",
    "ghi_chu": r"ghi chú",
}
_EXACT = re.compile("|".join(f"(?P<{key}>{tone_key(pattern)})" for key, pattern in _KEYS.items()))
_LEADING = {
    key: re.compile(rf"(?:{pattern})(?=\s)", re.IGNORECASE)
    for key, pattern in _KEYS.items()
    if key not in ("tham_quyen", "phu_trach", "kinh_phi", "ghi_chu")
} | {"tham_quyen": re.compile(r"thẩm quyền ban hành\s?/\s?triển khai(?=\s)", re.IGNORECASE)}
_COLON = re.compile(r"[:：]")
_SLASH = re.compile(r"\s*/\s*")
_LABEL_LIKE = re.compile(r"^\s*[-–—•*]\s*[^\W\d_][^:.;]{1,40}:")
_DEADLINE_START = re.compile(
    r"(?:tháng|quý|trước|đến|cuối|đầu|trong|hết|năm|ngày|thường xuyên)\b", re.IGNORECASE
)
_LONG_ENOUGH = 3
_VERBS = frozenset(map(tone_key, ("hoàn thành", "xong")))
_ANY_YEAR = 2000
"""Serves to see whether words are a deadline; its meaning is read later."""
_LONGEST = 90
"""No label is longer."""
_BODIES = ("chu_tri", "phoi_hop", "chu_tri_phoi_hop")
_OF_BODY = re.compile(_BODY, re.IGNORECASE)
_NUMBERED_LABELS = ("chu", "ngoac", "so2", "so3", "so")
OTHER_FIELD = "truong_khac"
"""Key of a field that tasks have no key for."""
TELLING = frozenset(_KEYS) - {"kinh_phi", "ghi_chu"}
"""Keys of labels that only tasks have; funding and remarks are spoken of elsewhere too."""


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
    return None if line.table is not None else _find(line.raw)


@lru_cache(maxsize=8192)
def _find(raw: str) -> Label | None:
    line = SourceLine(0, raw)
    if line.is_plus:
        return None
    body = strip_bullet(raw)
    colon = _COLON.search(body)
    if colon and (key := key_of(body[: colon.start()])):
        return Label(key, squeeze(body[: colon.start()]), body[colon.end() :].lstrip(), True)
    return _without_colon(body) if line.is_dash else None


def key_of(label: str) -> str | None:
    """The key of the field that a label names, or None."""
    if len(label) > _LONGEST:
        return None
    return _key_of(squeeze(label))


@lru_cache(maxsize=4096)
def _key_of(label: str) -> str | None:
    found = _EXACT.fullmatch(_SLASH.sub("/", tone_key(label)))
    return found.lastgroup if found else None


def label_behind_number(line: SourceLine, mark: Marker) -> Label | None:
    """The field label behind a letter or a number ("a) Nội dung: …", "b) Thời gian"), or None.

    Without a colon it must be the whole line.
    """
    if mark.level not in _NUMBERED_LABELS:
        return None
    colon = _COLON.search(mark.rest)
    words = mark.rest[: colon.start()] if colon else mark.rest.rstrip(" .;")
    key = key_of(words)
    if key is None:
        return None
    return Label(
        key, f"{mark.number}) {squeeze(words)}", mark.rest[colon.end() :].lstrip() if colon else "", True
    )


def foreign_label(line: SourceLine) -> Label | None:
    """A bulleted line that begins like a field, with a label that tasks have no key for; or None."""
    if not _LABEL_LIKE.match(line.raw):
        return None
    body = strip_bullet(line.raw)
    colon = _COLON.search(body)
    assert colon is not None
    return Label(OTHER_FIELD, squeeze(body[: colon.start()]), body[colon.end() :].lstrip(), True)


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
    """Whether what follows a label without a colon looks like a value: it may be the verb of a sentence."""
    if key in _BODIES and not _OF_BODY.match(label):
        return False
    if not rest:
        return True
    if key == "thoi_han" and tone_key(label) in _VERBS:
        said = parse_deadline(rest.strip(" .;"), _ANY_YEAR)
        return said.is_clear and said.du is None
    if key == "thoi_han":
        return bool(_DEADLINE_START.match(rest)) or rest[0].isdigit()
    return rest[0].isupper() or rest[0] in '“"' or len(label.split()) > _LONG_ENOUGH
