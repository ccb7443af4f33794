"""The columns of a table of tasks: which row is its header, and what each column holds.

A header may take two rows ("Phân công" over "Chủ trì" and "Phối hợp") and be followed by a row of column
numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vanban.read.lines.labels import key_of
from vanban.viet.text import squeeze, tone_key

_BODY = r"(?:cơ quan|đơn vị|cá nhân|bộ phận|phòng|ban|người|tổ chức|cán bộ|đoàn thể|giáo viên)"
_BODIES = rf"(?:{_BODY}(?:(?:, ?| ?/ ?| - | và | ){_BODY})* )"
_WORK = r"(?:nhiệm vụ|công việc|việc|đầu việc|hoạt động|giải pháp|hạng mục|dự án|đề án)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("so", r"(?:s?tt|số tt|số thứ tự|số|#|no)\.?"),
    (
        "chu_tri_phoi_hop",
        rf"{_BODIES}?(?:thực hiện )?\(?chủ trì(?:, ?| ?/ ?| - | và |; ?| ){_BODIES}?phối hợp.*",
    ),
    (
        "phoi_hop",
        r"ai (?:cùng )?phối hợp|phối hợp với ai"
        rf"|{_BODIES}?(?:tham gia )?(?:cùng )?phối hợp(?! .*chủ trì).*|{_BODIES}?tham gia",
    ),
    (
        "chu_tri",
        rf"{_BODIES}?(?:được giao )?chủ trì.*|{_BODIES}?(?:đầu mối|tham mưu|chịu trách nhiệm)(?: .*)?"
        rf"|{_BODIES}(?:thực hiện|triển khai)(?: chính)?|phân công(?: (?:thực hiện|nhiệm vụ|trách nhiệm))?"
        rf"|trách nhiệm(?: thực hiện)?|ai (?:làm|thực hiện|phụ trách|lo)|{_BODIES}",
    ),
    ("phu_trach", r"(?:lãnh đạo|người|cán bộ|đồng chí|ban giám hiệu|bgh)?(?: \w+)? ?(?:phụ trách|chỉ đạo).*"),
    ("thoi_han_tu", r"(?:thời gian |ngày )?bắt đầu|từ(?: ngày)?"),
    ("thoi_han_den", r"(?:thời gian |ngày )?kết thúc|đến(?: ngày)?"),
    (
        "thoi_han",
        r"(?:thời (?:gian|hạn|điểm)|tiến độ|hạn|ngày|lộ trình|kế hoạch)(?: (?:thực hiện|hoàn thành|triển khai"
        r"|dự kiến|xong|trình|ban hành|báo cáo|chót|cuối|tổ chức|phải))*|hoàn thành|thời gian.{0,40}"
        r"|(?:khi nào|bao giờ)(?: xong| hoàn thành)?",
    ),
    (
        "kinh_phi",
        r"(?:dự kiến |dự toán |nguồn |tổng )*(?:kinh phí|ngân sách|nguồn vốn|vốn)(?: .*)?|dự toán.*",
    ),
    ("ghi_chu", r"ghi chú.*"),
    (
        "san_pham",
        r"(?:dự kiến )?(?:kết quả|sản phẩm|đầu ra|minh chứng|chỉ (?:số|tiêu))(?: .*|[,/].*)?|.* sản phẩm",
    ),
    ("moc", r"(?:quý|quí) ?(?:[1-4]|iv|i{1,3})(?: ?/ ?\d{4})?|(?:tháng|t\.?) ?\d{1,2}(?: ?/ ?\d{4})?"),
    (
        "nhom",
        r"(?:nhóm|lĩnh vực|mảng|giai đoạn|chủ đề|đợt|trụ cột)"
        r"(?: (?:nhiệm vụ|công việc|công tác|giải pháp|việc|hoạt động))?|tháng",
    ),
    ("tham_quyen", r"(?:cấp |cơ quan )?(?:có )?(?:thẩm quyền|trình|ban hành|phê duyệt)(?: .*)?"),
    (
        "ten",
        rf"(?:tên |danh mục |nội dung(?:, | )|các |nhóm )*{_WORK}(?: cần làm)?"
        rf"(?:(?:, ?| ?/ ?| và | - | ){_WORK})*(?: .*)?",
    ),
    ("noi_dung", r"(?:các )?nội dung.*|biện pháp.*|cách thức.*|mô tả.*|yêu cầu.*|chi tiết.*"),
)
_COMPILED = tuple((key, re.compile(tone_key(pattern))) for key, pattern in _PATTERNS)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_SLASH = re.compile(r"\s*/\s*")
_MAX_LABEL = 90
_SEARCHED = 40
"""A header stands among the first rows of its table; further down a row that looks like one is data."""
_CLOSE = 4
_TELLING = frozenset(
    ("moc", "chu_tri", "phoi_hop", "chu_tri_phoi_hop", "thoi_han", "thoi_han_tu", "thoi_han_den", "san_pham")
)
_LEAST_MARKED = 3
"""Columns of months or quarters in which a mark tells when."""
_MOMENT = re.compile(r"(?:qu[ýí]|tháng|t\.?)\s?(?:\d{1,2}|iv|i{1,3})(?:\s?/\s?\d{4})?$", re.IGNORECASE)
_DATES = frozenset(("thoi_han", "thoi_han_tu", "thoi_han_den"))
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})\)?(?:\s?=.*)?")
_FIRST_NUMBER = re.compile(r"(?:0?1|I|A|a|1\.1|-)[.)]?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of what it holds ("" if it has none), and its heading as printed."""

    key: str
    heading: str

    @property
    def moment(self) -> str:
        """Of a column of marks the words of time in its heading ("Quý I")."""
        found = _MOMENT.search(self.heading)
        return found.group() if found else self.heading


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table of tasks: its first row, the first row after it, its columns."""

    first: int
    end: int
    columns: tuple[Column, ...]

    def has(self, key: str) -> bool:
        """Whether a column holds this key."""
        return any(column.key == key for column in self.columns)


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """The header among the first rows; None if no row names a task and who, when or what comes of it."""
    for at, row in enumerate(rows[:_SEARCHED]):
        if sum(1 for cell in row if cell.strip()) < 2:
            continue
        for height in (2, 1, 3):
            found = _header(rows, at, height)
            if found:
                return _fuller_below(rows, found) or found
    return None


@lru_cache(maxsize=2048)
def column_key(heading: str) -> str:
    """The key of a column by its heading, or ""."""
    name = _SLASH.sub("/", tone_key(squeeze(heading))).strip(" .:;*")
    while name:
        if known := key_of(name):
            return known
        for key, pattern in _COMPILED:
            if pattern.fullmatch(name):
                return key
        shorter = _ASIDE.sub("", name).strip()
        name = "" if shorter == name else shorter
    return ""


def _header(rows: Sequence[Sequence[str]], at: int, height: int) -> Header | None:
    block = rows[at : at + height]
    if len(block) < height or not all(_is_heading_row(row) for row in block):
        return None
    width = max(len(row) for row in rows)
    levels = [_spread(row, width) if i < height - 1 else _padded(row, width) for i, row in enumerate(block)]
    columns = _settled([_column([level[i] for level in levels]) for i in range(width)])
    keys = {column.key for column in columns}
    if not ({"ten", "noi_dung"} & keys and _TELLING & keys):
        return None
    if height > 1 and (not _lower_rows_count(rows[at], block[-1]) or _stands_alone(rows, at, height)):
        return None
    end = at + height
    if end < len(rows) and _is_count(rows[end]):
        end += 1
    return Header(at, end, columns)


def _is_heading_row(row: Sequence[str]) -> bool:
    """Whether a row may be (part of) a header: short words, no number of a first task."""
    cells = [squeeze(cell) for cell in row if cell.strip()]
    return (
        bool(cells)
        and all(len(cell) <= _MAX_LABEL for cell in cells)
        and not _FIRST_NUMBER.fullmatch(cells[0])
    )


def _lower_rows_count(first: Sequence[str], last: Sequence[str]) -> bool:
    """Whether the last row of a header of several rows divides headings above it into columns."""
    above = _padded(first, len(last) + 1)
    divided = [
        cell
        for i, cell in enumerate(map(squeeze, last))
        if cell and cell not in above and (above[i + 1] in ("", above[i]) or above[i] in ("", above[i - 1]))
    ]
    named = [cell for cell in divided if column_key(cell)]
    return len(named) > 1 and not _is_count(last) and len(named) * 2 >= len(divided)


def _fuller_below(rows: Sequence[Sequence[str]], found: Header) -> Header | None:
    """A header close below that knows more columns: what was found is a title that sounds like one."""
    close = (_header(rows, at, 1) for at in range(found.end, found.end + _CLOSE))
    return next((below for below in close if below and _known(below) > _known(found)), None)


def _known(header: Header) -> int:
    return sum(1 for column in header.columns if column.key)


def _stands_alone(rows: Sequence[Sequence[str]], at: int, height: int) -> bool:
    """Whether a lower row is a header by itself and shares no cell with the first: that one is a title."""
    above = {squeeze(cell) for cell in rows[at] if cell.strip()}
    return any(
        above.isdisjoint(map(squeeze, rows[lower])) and _header(rows, lower, 1) is not None
        for lower in range(at + 1, at + height)
    )


def _spread(row: Sequence[str], width: int) -> list[str]:
    """A heading that spans several columns, written into each of them."""
    cells, before = [], ""
    for cell in _padded(row, width):
        before = cell or before
        cells.append(before)
    return cells


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [squeeze(cell) for cell in row] + [""] * (width - len(row))


def _column(levels: Sequence[str]) -> Column:
    """A column by the words of its heading from the top row down; the lowest ones that tell decide."""
    words = list(dict.fromkeys(level for level in levels if level))
    if len(levels) > 1 and not levels[-1]:
        key = column_key(words[-1]) if words else ""
        return Column(key, " ".join(words))
    own = column_key(words[-1]) if words else ""
    return Column(own or column_key(" ".join(words)), " ".join(words))


def _settled(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Each key once: the number first of all, a title where only contents are named, the rest without key."""
    keys = [column.key for column in columns]
    if "ten" not in keys and "noi_dung" in keys:
        keys[keys.index("noi_dung")] = "ten"
    if "nhom" in keys:
        at = keys.index("nhom")
        keys[at] = _key_of_group(columns[at].heading, at, keys)
    if "chu_tri" not in keys and "chu_tri_phoi_hop" not in keys and "phu_trach" in keys:
        keys[keys.index("phu_trach")] = "chu_tri"
    if keys.count("moc") < _LEAST_MARKED:
        keys = ["" if key == "moc" else key for key in keys]
    seen: set[str] = set()
    for i, key in enumerate(keys):
        if key == "moc":
            continue
        if key == "ten" and key in seen and "noi_dung" not in keys:
            keys[i] = key = "noi_dung"
        if key in seen:
            keys[i] = ""
        seen.add(key)
    return tuple(Column(key, column.heading) for key, column in zip(keys, columns, strict=True))


def _key_of_group(heading: str, at: int, keys: Sequence[str]) -> str:
    """What a column like a group is: a group left of the titles, a deadline where months are the only one."""
    if "ten" not in keys:
        return "ten"
    if tone_key(heading) == tone_key("tháng") and not _DATES & set(keys):
        return "thoi_han"
    return "nhom" if at < keys.index("ten") else ""


def _is_count(row: Sequence[str]) -> bool:
    """Whether a row only counts the columns: (1), (2), (3) …"""
    cells = [squeeze(cell) for cell in row if cell.strip()]
    return len(set(cells)) > 1 and all(_COUNTED.fullmatch(cell) for cell in cells)
