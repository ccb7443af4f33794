"""Plans of other offices, invented and in order: no fault is found where there is none."""

from pathlib import Path

import pytest

from vanban.model.finding import Severity
from vanban.plan_checking import check_plan_file

PLANS = Path(__file__).parent / "ke_hoach_noi_khac"
TRUE = {
    "xa": [("ke-hoach.thoi-han-khong-hieu", "1.3")],
    "so": [],
    "truong": [],
    "xa-bon-loi": [("ke-hoach.thieu-san-pham", None), ("ke-hoach.thoi-han-khong-ro", "2.2")],
}
"""What a careful editor would mark too: a deadline that is left to another plan or has no day, tasks without
any product."""


@pytest.mark.parametrize("name", sorted(TRUE))
def test_nothing_but_what_is_true_is_told_as_an_error_or_a_warning(name: str) -> None:
    checked = check_plan_file(PLANS / f"{name}.txt", None)
    grave = [(f.ma, f.noi.nhiem_vu) for f in checked.findings if f.muc is not Severity.GOI_Y]
    assert grave == TRUE[name]


def test_a_plan_of_another_office_is_summed_up() -> None:
    summary = check_plan_file(PLANS / "so.txt", None).summary
    assert summary.nhiem_vu == 3
    assert [(one.ten, len(one.nhiem_vu)) for one in summary.chu_tri] == [
        ("Phòng Tổ chức biên chế", 2),
        ("Phòng Công chức, viên chức", 1),
    ]
    assert [one.ten for one in summary.han] == ["4/2026", "9/2026"]
    assert summary.thuong_xuyen == ["2.1"]
