"""Sizes go together: when one is raised all are (Mục V, chú thích 1)."""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import custom
from vanban.check.form.words import figure, visible_spans
from vanban.model.finding import Finding, Severity

TOGETHER: Final = custom(
    "co-chu.dong-bo",
    "Cỡ chữ: Quốc hiệu, Tiêu ngữ, địa danh tăng giảm cùng nhau",
    sai="Quốc hiệu cỡ 13, Tiêu ngữ cỡ 14, địa danh và thời gian cỡ 13",
    dung="cỡ 13, 14, 14; hoặc cỡ 12, 13, 13",
    vi_sao="Bảng mẫu chữ lưu ý cỡ chữ trong một văn bản tăng, giảm thống nhất, và cho hai bộ ví dụ.",
    muc=Severity.GOI_Y,
    like="theo chú thích 1 của Phụ lục I, Phần I, Mục V",
)
RULES: Final = (TOGETHER,)

_CODES: Final = ("quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian")
_LAWFUL: Final = frozenset({(13.0, 14.0, 14.0), (12.0, 13.0, 13.0), (12.0, 14.0, 14.0)})
"""The two examples of the note, and what sample form 1.5 itself uses."""


def check_sizes(paper: Paper) -> Iterator[Finding]:
    """One reminder, where each size is lawful by itself and only their company is not."""
    if not paper.foreign:
        return
    lines = [paper.first(code) for code in _CODES]
    found = [{s.size_pt for s in visible_spans(line)} if line else set() for line in lines]
    if any(len(each) != 1 for each in found):
        return
    sizes = tuple(next(iter(each)) for each in found)
    lawful = 12 <= sizes[0] <= 13 and all(13 <= size <= 14 for size in sizes[1:])
    if lawful and sizes not in _LAWFUL:
        said = ", ".join(figure(size) for size in sizes)
        yield paper.finding(
            TOGETHER,
            f"Quốc hiệu, Tiêu ngữ, địa danh và thời gian cỡ {said}; "
            "ví dụ của Nghị định là 13, 14, 14 hoặc 12, 13, 13",
            at=lines[0],
        )
