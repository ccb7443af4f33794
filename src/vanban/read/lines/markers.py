"""Marks that open a line of an outline, shallow to deep: "I.", "1.", "1.1.", "a)", "-", "+".

A heading without a mark stands between sections and numbers, by the level of its style.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.read.lines.source import SourceLine
from vanban.viet.numbering import letter_value, roman_value

LEVELS = ("chu_hoa", "la_ma", "de_muc", "de_muc2", "so", "so2", "so3", "chu", "ngoac", "gach", "cong", "doan")
"""Names of the levels; the last one is a paragraph without a mark."""

PLAIN = "doan"
HEADINGS = ("de_muc", "de_muc2")
"""Levels of headings that have no number."""
_DEPTH = {name: depth for depth, name in enumerate(LEVELS)}
_WORD = r"(?:(?:nhóm\s+)?(?:nhiệm vụ|giải pháp|nội dung|hoạt động|công việc)(?:\s+số)?|nhóm)\s+"
_AFTER = r"(?=[^\d\s.])"
_FORMS = (
    ("so3", re.compile(rf"\s*(\d{{1,2}}\.\d{{1,2}}\.\d{{1,2}})(?:[.)]\s*|\s+){_AFTER}")),
    ("so2", re.compile(rf"\s*(\d{{1,2}}\.\d{{1,2}})(?:[.)]\s*|\s+){_AFTER}")),
    ("so", re.compile(rf"\s*(\d{{1,3}})[.)]\s*{_AFTER}")),
    ("so", re.compile(rf"\s*{_WORD}(\d{{1,2}})\s*[.:–-]\s*{_AFTER}", re.IGNORECASE)),
    ("la_ma", re.compile(r"\s*(?:PHẦN\s+)?([IVX]{1,6})\s*[.:/)–-]\s*(?=\S)")),
    ("chu_hoa", re.compile(r"\s*([A-HĐ])\s*[.:/)]\s+(?=\S)")),
    ("chu", re.compile(rf"\s*([a-zđ]{{1,2}})[.)]\s*{_AFTER}")),
    ("ngoac", re.compile(rf"\s*\((\d{{1,2}}|[a-zđ])\)\s*{_AFTER}")),
    ("gach", re.compile(r"\s*([-–—•*·])\s*(?=\S)")),
    ("cong", re.compile(r"\s*([+o○▪])\s+(?=\S)|\s*(\+)(?=\S)")),
)

_MAY_HAVE = re.compile(
    r"\s*(?:[-–—•*·+○▪(\d]|[IVX]{1,6}\s*[.:/)–-]|[A-HĐ]\s*[.:/)]|[a-zđ][.)]|o\s|PHẦN\s"
    r"|(?:nhóm|nhiệm vụ|giải pháp|nội dung|hoạt động|công việc)\s)",
    re.IGNORECASE,
)
"""What every mark begins like, so that most lines are told apart at once."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark of a line: its level, its number ("" for bullets and plain lines), the words after it."""

    level: str
    number: str
    rest: str

    @property
    def depth(self) -> int:
        """How deep the level is."""
        return _DEPTH[self.level]

    @property
    def is_heading(self) -> bool:
        """Whether it may stand over others: a number, or a heading without one."""
        return bool(self.number) or self.level in HEADINGS


def depth_of(level: str) -> int:
    """How deep a level is, by its name."""
    return _DEPTH[level]


def marker_of(line: SourceLine) -> Marker:
    """The mark that a line begins with."""
    if line.table is not None:
        return Marker(PLAIN, "", line.raw)
    mark = _marker(line.raw)
    if line.heading > 1 and mark.level == PLAIN:
        return Marker(HEADINGS[min(line.heading - 2, len(HEADINGS) - 1)], "", line.raw)
    return mark


@lru_cache(maxsize=8192)
def _marker(raw: str) -> Marker:
    if _MAY_HAVE.match(raw):
        for level, form in _FORMS:
            found = form.match(raw)
            if found and _is_number(level, found.group(1)):
                number = "" if level in ("gach", "cong") else found.group(1)
                return Marker(level, number, raw[found.end() :])
    return Marker(PLAIN, "", raw)


def _is_number(level: str, number: str | None) -> bool:
    """Whether letters are a number of their level: "IIII." and "xin." are words."""
    if level == "la_ma":
        return roman_value(number or "") is not None
    return level != "chu" or (len(number or "") == 1 and letter_value(number or "") is not None)
