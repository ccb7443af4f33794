"""Headings of sections: which lines are, and which part of a plan each announces.

Plans number their sections "I.", some "A." over "I.", small ones "1."; some not at all.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from vanban.model.plan import Section
from vanban.read.lines.markers import Marker, marker_of
from vanban.read.lines.source import SourceLine
from vanban.read.words.wording import trim_end
from vanban.viet.numbering import roman_value
from vanban.viet.text import squeeze, tone_key

OTHER = "muc_khac"
"""Key of a section whose heading tells of no part of a plan."""

_NAMES = {
    "can_cu": ("căn cứ", "cơ sở pháp lý"),
    "muc_dich": ("mục đích", "ý nghĩa"),
    "yeu_cau": ("yêu cầu",),
    "muc_tieu": ("mục tiêu", "quan điểm", "chỉ tiêu", "phương hướng"),
    "nhom": ("nội dung", "nhiệm vụ", "giải pháp", "biện pháp", "hoạt động", "công việc"),
    "kinh_phi": ("kinh phí", "nguồn vốn", "dự toán", "nguồn lực tài chính"),
    "to_chuc_thuc_hien": (
        "tổ chức thực hiện",
        "tổ chức triển khai",
        "trách nhiệm",
        "phân công",
        "điều khoản thi hành",
    ),
    "che_do_bao_cao": ("chế độ báo cáo", "thông tin, báo cáo", "chế độ thông tin", "báo cáo"),
}
_WORDS = {
    key: re.compile("|".join(rf"(?<!\w){tone_key(name)}(?!\w)" for name in names))
    for key, names in _NAMES.items()
}
_EVERY_NAME = re.compile("|".join(tone_key(name) for names in _NAMES.values() for name in names))
_JOINS = re.compile(
    rf"[\s,.:;/–-]|(?<!\w)(?:{tone_key('và')}|{tone_key('thực hiện')}|{tone_key('các')})(?!\w)"
)
_MAX_HEADING = 160
_MAX_PLAIN_HEADING = 100
_PARENTS = ("chu_hoa",)


@lru_cache(maxsize=2048)
def key_of(title: str) -> str:
    """The key of the part of a plan that a heading announces: its first telling word decides."""
    if len(title) > _MAX_HEADING + 20:
        return OTHER
    text = tone_key(title)
    spots = {key: match.start() for key, pattern in _WORDS.items() if (match := pattern.search(text))}
    return min(spots, key=lambda key: spots[key]) if spots else OTHER


class Headings:
    """Finds the headings of one text, line after line."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self._level, self._has_parents = _levels(lines)
        self._last = 0
        self._parent = ""

    def take(self, line: SourceLine, *, begun: bool) -> Section | None:
        """The section that a line begins, or None; `begun` tells whether any section has begun."""
        if line.table is not None or line.is_blank:
            return None
        mark = marker_of(line)
        if self._has_parents and mark.level in _PARENTS and trim_end(mark.rest).isupper():
            self._last, self._parent = 0, key_of(mark.rest)
            return _section(mark, line, self._parent)
        if mark.level == self._level:
            return self._numbered(mark, line)
        if line.heading == 1 and (begun or key_of(mark.rest) != OTHER):
            return _section(mark, line, key_of(mark.rest))
        return self._plain(mark, line, begun=begun)

    def _numbered(self, mark: Marker, line: SourceLine) -> Section | None:
        name, key = trim_end(mark.rest), key_of(mark.rest)
        value = int(mark.number) if mark.number.isdecimal() else roman_value(mark.number) or 0
        follows = value == self._last + 1
        if mark.level == "la_ma":
            short = (
                follows and len(name) <= _MAX_PLAIN_HEADING and not mark.rest.rstrip().endswith((";", ","))
            )
            is_heading = name.isupper() or (key != OTHER and len(name) <= _MAX_HEADING) or short
        else:
            is_heading = follows and len(name) <= _MAX_PLAIN_HEADING and ":" not in name
        if not is_heading:
            return None
        if self._parent == "nhom" and key in ("nhom", OTHER):
            return None
        self._last = value
        return _section(mark, line, self._parent if self._parent and key == OTHER else key)

    def _plain(self, mark: Marker, line: SourceLine, *, begun: bool) -> Section | None:
        """A heading without a number: capitals, and after the first section; or the usual words alone."""
        name = trim_end(line.raw)
        key = key_of(name) if mark.level == "doan" and name.isupper() else OTHER
        if key == OTHER or not (begun or _is_usual(name)):
            return None
        return Section(khoa=key, so_in="", ten=name, dong=line.number)


def _section(mark: Marker, line: SourceLine, key: str) -> Section:
    """A section; its number as printed, with the word before it ("PHẦN I")."""
    printed = squeeze(line.raw[: len(line.raw) - len(mark.rest)]).rstrip(" .:/)–-")
    return Section(khoa=key, so_in=printed, ten=trim_end(mark.rest), dong=line.number)


def _is_usual(name: str) -> bool:
    """Whether a heading says nothing but the usual names of parts ("MỤC ĐÍCH, YÊU CẦU")."""
    return not _JOINS.sub("", _EVERY_NAME.sub("", tone_key(name)))


def _levels(lines: Sequence[SourceLine]) -> tuple[str, bool]:
    """The level that numbers the sections, and whether letters "A." stand over it."""
    capitals, arabic, roman = 0, 0, 0
    keys: set[str] = set()
    for line in lines:
        mark = marker_of(line)
        name = trim_end(mark.rest)
        if mark.level == "chu_hoa" and name.isupper():
            capitals += mark.number == "ABCDĐEGH"[capitals : capitals + 1]
        elif mark.level == "la_ma" and roman_value(mark.number) == roman + 1:
            roman += name.isupper() or (key_of(name) != OTHER and len(name) <= _MAX_HEADING)
        elif mark.level == "so" and len(name) <= _MAX_PLAIN_HEADING and int(mark.number) == arabic + 1:
            arabic += 1
            keys.add(key_of(name))
    by_arabic = roman < 2 and len(keys - {OTHER}) > 1 and bool(keys - {OTHER, "nhom"})
    return ("so" if by_arabic else "la_ma"), capitals > 1
