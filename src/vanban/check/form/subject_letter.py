"""The subject of a công văn stands 6 pt below its number and symbol (Mục II.5.b)."""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.static_rules import breach
from vanban.check.form.words import figure
from vanban.model.finding import Finding, Severity
from vanban.model.mend import ParagraphMend

DISTANCE: Final = breach(
    "trich-yeu-cong-van.cach-so",
    "Trích yếu công văn: cách số, ký hiệu 6 pt",
    "Phụ lục I, Phần I, Mục II.5.b",
    sai="“V/v …” sát ngay dưới số, ký hiệu",
    dung="“V/v …” cách số, ký hiệu 6 pt",
    vi_sao="Khoảng cách nhỏ tách trích yếu khỏi số, ký hiệu để đọc rõ từng dòng.",
    mendable=True,
)
RULES: Final = (DISTANCE,)

_POINTS: Final = 6.0
_TOLERANCE_PT: Final = 0.5


def check_letter_subject(paper: Paper) -> Iterator[Finding]:
    """A finding where the subject stands too close; a blank line between them cannot be measured."""
    subject, number = paper.first("trich_yeu_cong_van"), paper.first("so_ky_hieu")
    if subject is None or number is None or paper.kind is None or paper.kind.ma != "cong_van":
        return
    between = [
        p
        for p in paper.sheet.paragraphs
        if number.number < p.number < subject.number
        and p.zone == "than"
        and (p.cell.column if p.cell else 0) == (subject.cell.column if subject.cell else 0)
    ]
    if between or number.number > subject.number:
        return
    distance = number.after_pt + subject.before_pt
    if abs(distance - _POINTS) <= _TOLERANCE_PT:
        return
    close = distance < _POINTS
    before = max(_POINTS - number.after_pt, 0.0)
    set_before = ParagraphMend(doan=paper.origin(subject)[0], cach_truoc_pt=before)
    yield paper.finding(
        DISTANCE,
        f"cách số, ký hiệu {figure(distance)} pt, phải là {figure(_POINTS)} pt",
        at=subject,
        severity=None if close else Severity.CANH_BAO,
        fix=f"đặt khoảng cách trước đoạn {figure(before)} pt",
        mends=[] if paper.is_piece(subject) else [set_before],
    )
