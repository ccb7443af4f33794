"""The line that names the kind: only the name, and a name of Điều 7 (Mục II.5)."""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach, custom
from vanban.model.finding import Finding, Severity

ONLY_NAME: Final = breach(
    "ten-loai.dung-ten",
    "Tên loại: ghi đúng tên của loại văn bản",
    "Điều 7; Phụ lục I, Phần I, Mục II.5.a; Phụ lục III, Mục I",
    sai="GIẤY MỜI HỌP",
    dung="GIẤY MỜI",
    vi_sao="Tên loại là một trong 29 tên của Điều 7; lời nói thêm thuộc về trích yếu.",
)
MISSING: Final = custom(
    "ten-loai.khong-nhan-ra",
    "Tên loại: không nhận ra tên loại",
    sai="văn bản có số 15/KH-UBND mà không thấy dòng “KẾ HOẠCH”",
    dung="KẾ HOẠCH",
    vi_sao="Không biết tên loại thì không kiểm tra được đủ thiếu thành phần.",
)
RULES: Final = (ONLY_NAME, MISSING)


_NEVER_MORE: Final = frozenset({"giay_moi"})
"""Kinds whose sample form leaves no room for more; elsewhere words of the subject may have slipped in."""


def check_title(paper: Paper) -> Iterator[Finding]:
    """Findings on the line that names the kind of a foreign paper."""
    if not paper.foreign:
        return
    line = paper.first("ten_loai")
    if line is None:
        if paper.kind is None:
            yield paper.finding(
                MISSING, "không thấy tên loại văn bản, cũng không thấy “V/v …” của công văn", part="Tên loại"
            )
        return
    if paper.kind is None or not paper.title_extra:
        return
    name = paper.kind.ten.upper()
    if paper.of("trich_yeu"):
        yield paper.finding(
            ONLY_NAME,
            f"ghi thừa “{paper.title_extra}” sau tên loại “{name}”",
            at=line,
            quote=paper.title_extra,
            severity=None if paper.kind.ma in _NEVER_MORE else Severity.CANH_BAO,
            fix=f"chỉ ghi “{name}”; đưa lời thêm vào trích yếu",
        )
    else:
        yield paper.finding(
            ONLY_NAME,
            f"tên loại “{name}” và trích yếu nằm chung một dòng, phải tách thành hai dòng",
            at=line,
            severity=Severity.CANH_BAO,
        )
