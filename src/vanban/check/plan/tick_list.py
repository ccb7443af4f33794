"""What people have to mend in a plan, as a table to tick off."""

from collections.abc import Sequence

from vanban.check.plan.by_task import by_task
from vanban.check.plan.summary import Summary
from vanban.model.finding import Finding
from vanban.model.workbook import Cell, Column, Look, NewSheet

OPEN, DONE = "☐", "☑"
COLUMNS = (
    Column("STT", width=6, look=Look.NUMBER),
    Column("Đã xử lý", width=9, look=Look.CODE, choices=(OPEN, DONE), only_choices=True),
    Column("Mức", width=10, look=Look.CODE),
    Column("Nhiệm vụ", width=10, look=Look.CODE),
    Column("Trường", width=18),
    Column("Lời", width=60),
    Column("Cách sửa", width=45),
    Column("Điều khoản", width=18),
    Column("Dòng", width=8, look=Look.NUMBER),
    Column("Mã quy tắc", width=26, look=Look.CODE),
    Column("Ghi chú", width=30),
)


def tick_list(findings: Sequence[Finding], summary: Summary, *, name: str) -> NewSheet:
    """One row for each finding, task by task, none ticked; `name` is the file that was checked."""
    rows: list[tuple[Cell, ...]] = []
    for _, found in by_task(findings, list(summary.ten_nhiem_vu)):
        for finding in found:
            place = finding.noi
            rows.append(
                (
                    len(rows) + 1,
                    OPEN,
                    finding.muc.value,
                    place.nhiem_vu,
                    place.truong or place.phan,
                    finding.loi_van,
                    finding.cach_sua,
                    finding.can_cu,
                    place.dong if place.dong is not None else place.doan,
                    finding.ma,
                    None,
                )
            )
    above = (f"Danh sách cần sửa: {name}", f"{len(rows)} phát hiện, {summary.nhiem_vu} nhiệm vụ")
    return NewSheet("Cần sửa", COLUMNS, rows, above, frozen_columns=2)
