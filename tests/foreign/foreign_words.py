"""The words of a paper, before anyone lays them out.

Bodies are written one line to a paragraph; the first characters
tell the level: "I.", "1.", "1.1.", "a)", "-", "+", "Điều 1.", "Chương I"; "|" is a row of a table, with its
cells between further "|". A leading "*" marks a line that
is a heading and bold all through, a leading ">" a centred bold line.
"""

import re
from dataclasses import dataclass

_LEVELS = (
    ("phan", re.compile(r"(?:(?:Phần|Chương) [IVX]+|(?:Mục|Tiểu mục) \d+)$")),
    ("dieu", re.compile(r"Điều \d+\.")),
    ("khoan_con", re.compile(r"\d+(?:\.\d+)+\.")),
    ("khoan", re.compile(r"\d+\.")),
    ("muc", re.compile(r"[IVX]+\.")),
    ("diem", re.compile(r"[a-zđ]\)")),
    ("gach", re.compile(r"-")),
    ("bang", re.compile(r"\|")),
    ("cong", re.compile(r"\+")),
)


@dataclass(frozen=True)
class Block:
    """One paragraph of a body: its level, the number in front of it and its words."""

    level: str
    number: str
    text: str
    heading: bool = False


@dataclass(frozen=True)
class Appendix:
    """An appendix: "Phụ lục I", its name, the line that ties it to its paper, its body."""

    heading: str
    title: str
    tied: str
    body: tuple[str, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Signer:
    """A column of the signature: authority and office, another office above the name, then the name."""

    lines: tuple[str, ...]
    name: str
    other: str = ""


@dataclass(frozen=True)
class Paper:
    """All words of one paper. An empty value is a component that the paper does not have."""

    kind: str
    title: str
    number: str
    subject: tuple[str, ...] = ()
    superior: tuple[str, ...] = ("UBND TỈNH MẪU",)
    agency: tuple[str, ...] = ("SỞ NỘI VỤ",)
    place_date: str = "Mẫu, ngày 05 tháng 01 năm 2026"
    addressees: tuple[str, ...] = ()
    stray_title: str = ""
    """A title on a công văn, which has none."""
    tied: str = ""
    authority: str = ""
    grounds: tuple[str, ...] = ()
    order: str = ""
    wired_by: str = ""
    """The sender of a công điện, with the word "điện:"."""
    body: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = (Signer(("GIÁM ĐỐC",), "Nguyễn Văn Mẫu"),)
    receivers: tuple[str, ...] = ("- Ủy ban nhân dân tỉnh;", "- Lưu: VT, VP.")
    appendices: tuple[Appendix, ...] = ()


def blocks(lines: tuple[str, ...]) -> list[Block]:
    """The paragraphs of a body."""
    return [_block(line) for line in lines]


def _block(line: str) -> Block:
    if line.startswith(">"):
        return Block("giua", "", line[1:], heading=True)
    heading, line = line.startswith("*"), line.removeprefix("*")
    for level, form in _LEVELS:
        found = form.match(line)
        if found:
            return Block(level, found.group(), line[found.end() :].strip(), heading)
    return Block("doan", "", line, heading)
