"""A plan at a glance, its findings by task, and those that people waived."""

from typing import Any

import pytest
from test_plan_rules import BOOK, make_plan

from vanban.check.plan.by_task import WHOLE, by_task
from vanban.check.plan.checks import check_plan
from vanban.check.plan.summary import summarise
from vanban.check.plan.tick_list import OPEN, tick_list
from vanban.check.plan.waivers import sift
from vanban.model.finding import Finding, Place, Severity

TASKS: dict[str, Any] = {
    "nhiem_vu": [
        {"chu_tri": ["Sở Nội vụ"], "thoi_han": "trước 15/8/2025"},
        {"chu_tri": ["STC", "Sở Tài chính"], "thoi_han": "hằng quý", "san_pham": ["theo tiến độ"]},
        {"chu_tri": [], "thoi_han": None, "san_pham": []},
        {"chu_tri": ["Sở Nội vụ"], "thoi_han": "Trước 30/9/2025 Quý IV/2025"},
    ]
}


def test_a_plan_is_summed_up() -> None:
    found = summarise(make_plan(TASKS), BOOK)
    assert (found.nhom, found.nhiem_vu, list(found.ten_nhiem_vu)) == (1, 4, ["1.1", "1.2", "1.3", "1.4"])
    assert [(one.ten, one.nhiem_vu) for one in found.chu_tri] == [
        ("Sở Nội vụ", ["1.1", "1.4"]),
        ("Sở Tài chính", ["1.2"]),
    ]
    assert [(one.ten, one.nhiem_vu) for one in found.han] == [("8/2025", ["1.1"])]
    assert found.thuong_xuyen == ["1.2"]
    assert {one.ten: one.nhiem_vu for one in found.khong_theo_doi_duoc} == {
        "không có cơ quan chủ trì": ["1.3"],
        "không có thời hạn": ["1.3"],
        "thời hạn không rõ hoặc nói hai điều": ["1.4"],
        "không có sản phẩm": ["1.3"],
        "sản phẩm không kiểm được": ["1.2"],
    }


def finding(task: str | None, muc: Severity = Severity.CANH_BAO, **rest: Any) -> Finding:
    return Finding(ma="ke-hoach.thu", muc=muc, noi=Place(nhiem_vu=task), loi_van="sai", **rest)


def test_findings_stand_by_task_and_numbers_are_no_fractions() -> None:
    rows = [finding("1.10"), finding("1.2"), finding(None), finding("1.2", Severity.LOI)]
    found = by_task(rows, [f"1.{number}" for number in range(1, 11)])
    assert [number for number, _ in found] == [WHOLE, "1.2", "1.10"]
    assert [one.muc for one in found[1][1]] == [Severity.LOI, Severity.CANH_BAO]


def test_the_list_has_a_row_for_each_finding() -> None:
    plan = make_plan(TASKS)
    findings = check_plan(plan, BOOK)
    sheet = tick_list(findings, summarise(plan, BOOK), name="ke-hoach.yaml")
    assert len(sheet.rows) == len(findings)
    assert [row[0] for row in sheet.rows] == list(range(1, len(findings) + 1))
    assert {row[1] for row in sheet.rows} == {OPEN}
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        ({"ma": "ke-hoach.san-pham-chung-chung"}, 0),
        ({"ma": "ke-hoach.san-pham-chung-chung", "nhiem_vu": "t1"}, 0),
        ({"ma": "ke-hoach.san-pham-chung-chung", "nhiem_vu": "1.2", "truong": "Sản phẩm"}, 0),
        ({"ma": "ke-hoach.san-pham-chung-chung", "chu": "theo tiến độ"}, 0),
        ({"ma": "ke-hoach.san-pham-chung-chung", "nhiem_vu": "t0"}, 1),
        ({"ma": "ke-hoach.san-pham-chung-chung", "truong": "thời hạn"}, 1),
        ({"ma": "ke-hoach.san-pham-chung-chung", "chu": "theo kế hoạch"}, 1),
        ({"ma": "ke-hoach.san-pham"}, 1),
    ],
)
def test_a_waiver_covers_what_it_names_and_no_more(waiver: dict[str, str], left: int) -> None:
    decision = {"loai": "bo_qua", "ly_do": "đã biết", **waiver}
    plan = make_plan(
        {"nhiem_vu": [{}, {"san_pham": ["theo tiến độ"]}], "ke_hoach": {"quyet_dinh": [decision]}}
    )
    findings = check_plan(plan, BOOK)
    sifted = sift(findings, plan)
    vague = [one for one in sifted.findings if one.ma == "ke-hoach.san-pham-chung-chung"]
    assert len(vague) == left
    assert len(sifted.waived) == 1 - left
    assert len(sifted.lost) == left
    assert len(sifted.findings) + sum(len(row.findings) for row in sifted.waived) == len(findings)
