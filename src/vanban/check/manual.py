"""The manual of rules: families with their headings, and the whole as Markdown."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from vanban.check.rule import Rule

CHAPTERS: Final[dict[str, tuple[str, ...]]] = {
    "Trang giấy và số trang": ("the-thuc.trang", "the-thuc.so-trang"),
    "Phần đầu: Quốc hiệu, Tiêu ngữ, cơ quan, số, ngày": (
        *("the-thuc.quoc-hieu", "the-thuc.tieu-ngu", "the-thuc.ke-tieu-ngu", "the-thuc.co-quan-chu-quan"),
        *("the-thuc.co-quan-ban-hanh", "the-thuc.ke-co-quan", "the-thuc.so-ky-hieu"),
        "the-thuc.dia-danh-thoi-gian",
    ),
    "Tên loại và trích yếu": (
        *("the-thuc.ten-loai", "the-thuc.trich-yeu", "the-thuc.ke-trich-yeu", "the-thuc.trich-yeu-cong-van"),
    ),
    "Kính gửi và căn cứ": ("the-thuc.kinh-gui", "the-thuc.can-cu"),
    "Nội dung": (
        *("the-thuc.noi-dung", "the-thuc.doan-van", "the-thuc.phan", "the-thuc.tieu-de-phan", "the-thuc.muc"),
        *("the-thuc.tieu-de-muc", "the-thuc.tieu-muc", "the-thuc.tieu-de-tieu-muc", "the-thuc.dieu"),
        *("the-thuc.khoan", "the-thuc.khoan-co-tieu-de", "the-thuc.diem", "the-thuc.muc-la-ma"),
        "the-thuc.danh-so",
    ),
    "Người ký": ("the-thuc.quyen-han", "the-thuc.chuc-vu", "the-thuc.ho-ten", "the-thuc.khoi-ky"),
    "Nơi nhận": ("the-thuc.noi-nhan", "the-thuc.noi-nhan-danh-sach"),
    "Phụ lục": ("the-thuc.phu-luc", "the-thuc.ten-phu-luc", "the-thuc.kem-theo"),
    "Các thành phần khác": (
        *("the-thuc.muc-do-khan", "the-thuc.chi-dan-luu-hanh", "the-thuc.ky-hieu-nguoi-soan"),
        *("the-thuc.dia-chi", "the-thuc.thong-tin-ky-so"),
    ),
    "Cả văn bản": ("the-thuc",),
    "Câu chữ": ("cau-chu",),
    "Kế hoạch": ("ke-hoach",),
    "Mẫu Word": ("mau",),
}
"""Headings in the order of a paper, each with the beginnings of the ids that stand under it."""
OTHERS: Final = "Quy tắc khác"
_MARKUP = re.compile(r"([\\`*_<>\[\]|#])")


def chapters(rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    """The rules under their headings; within a heading in the order of its families."""
    found: dict[str, list[tuple[int, Rule]]] = {title: [] for title in (*CHAPTERS, OTHERS)}
    for rule in rules:
        title, at = _place(rule.ma)
        found[title].append((at, rule))
    return {
        title: [rule for _, rule in sorted(placed, key=lambda one: one[0])]
        for title, placed in found.items()
        if placed
    }


def _place(ma: str) -> tuple[str, int]:
    """Heading and place of the family under it; the longest beginning that fits wins."""
    fitting = [
        (len(family), title, at)
        for title, families in CHAPTERS.items()
        for at, family in enumerate(families)
        if ma.startswith(f"{family}.")
    ]
    _, title, at = max(fitting, default=(0, OTHERS, 0))
    return title, at


def wanted(rules: Sequence[Rule], start: str) -> list[Rule]:
    """The rules whose id is `start`, or begins with its segments, or else with its letters."""
    whole = [rule for rule in rules if rule.ma == start or rule.ma.startswith(f"{start}.")]
    return whole or [rule for rule in rules if start and rule.ma.startswith(start)]


def near(rules: Sequence[Rule], start: str) -> list[str]:
    """Ids, or beginnings of ids, that may have been meant."""
    ids = [rule.ma for rule in rules]
    families = list(dict.fromkeys(".".join(ma.split(".")[:2]) for ma in ids))
    tails = {ma.split(".", 1)[-1]: ma for ma in (*ids, *families)}
    direct = get_close_matches(start, [*families, *ids], n=3)
    return direct or [tails[one] for one in get_close_matches(start, list(tails), n=3)]


def parts(rule: Rule) -> list[tuple[str, str]]:
    """What the manual says of a rule below its name."""
    return [
        ("Vì sao", rule.vi_sao),
        ("Sai", rule.sai),
        ("Đúng", rule.dung),
        ("Căn cứ", rule.can_cu),
        ("Mức", f"{rule.muc.value}; {'có chỗ tự sửa được' if rule.sua_duoc else 'người soạn tự sửa'}"),
    ]


def markdown(rules: Sequence[Rule]) -> str:
    """The whole manual as Markdown."""
    pieces = [
        "# Quy tắc kiểm tra\n",
        f"Có {len(rules)} quy tắc. “Thông lệ” nghĩa là Nghị định 30/2020/NĐ-CP không quy định, chỉ là cách "
        "làm nên theo. “Có chỗ tự sửa được” nghĩa là `vanban check --fix` sửa được khi sửa là an toàn. Trang "
        "này do `vanban rules --markdown` in ra; đừng sửa tay.\n",
    ]
    for title, found in chapters(rules).items():
        pieces.append(f"## {title}\n")
        for rule in found:
            said = "\n".join(f"- {name}: {_plain(words)}" for name, words in parts(rule))
            pieces.append(f"### {_plain(rule.ten)}\n\n`{rule.ma}`\n\n{said}\n")
    return "\n".join(pieces)


def _plain(words: str) -> str:
    r"""Words that Markdown must not read as marks; a line break in an example is shown as “ ↵ ”."""
    return _MARKUP.sub(r"\\\1", " ↵ ".join(line.strip() for line in words.split("\n") if line.strip()))
