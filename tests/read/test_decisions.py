"""Decisions of people laid over a plan: what they settle, and what they no longer settle."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from vanban.model.agency import Agency, AgencyBook
from vanban.model.decision import Decision
from vanban.model.plan import Plan
from vanban.read.decisions import Decided, decided, task_of
from vanban.viet.deadlines import parse_deadline

BOOK = AgencyBook(
    co_quan=[Agency(id="noi-vu", ten="Sở Nội vụ", bi_danh=["SNV"]), Agency(id="y-te", ten="Sở Y tế")]
)


def plan(*decisions: dict[str, Any]) -> Plan:
    return Plan.model_validate(
        {
            "van_ban": {"nam": 2025},
            "nhom": [
                {
                    "ten": "Việc",
                    "nhiem_vu": [
                        {
                            "id": "mot",
                            "ten": "Việc một",
                            "thoi_han": parse_deadline("Trước 30/9/2025 Quý IV/2025", 2025),
                            "chu_tri": [{"nguyen_van": "Phòng Mẫu (phần chính)", "pham_vi": "phần chính"}],
                        },
                        {"id": "hai", "ten": "Việc hai", "thoi_han": parse_deadline("tháng 8/2025", 2025)},
                    ],
                }
            ],
            "to_chuc_thuc_hien": ["Tổ Giúp việc tổng hợp."],
            "quyet_dinh": list(decisions),
        }
    )


def settle(*decisions: dict[str, Any]) -> Decided:
    return decided(plan(*decisions), BOOK)


@pytest.mark.parametrize("key", ["mot", "1.1"])
def test_a_chosen_deadline_holds(key: str) -> None:
    result = settle({"loai": "han", "nhiem_vu": key, "gia_tri": "Quý IV"})
    due = result.plan.nhom[0].nhiem_vu[0].thoi_han
    assert (due.is_clear, due.den) == (True, date(2025, 12, 31))
    assert [one.nhiem_vu for one in result.done] == [key]
    assert result.lost == []


def test_the_plan_given_is_not_changed() -> None:
    source = plan({"loai": "han", "nhiem_vu": "mot", "gia_tri": "31/12/2025"})
    before = source.model_copy(deep=True)
    decided(source, BOOK)
    assert source == before


def test_a_confirmed_name_is_known_in_the_plan_and_in_the_book() -> None:
    result = settle({"loai": "bi_danh", "chu": "phòng  mẫu", "gia_tri": "y-te"})
    assert result.plan.nhom[0].nhiem_vu[0].chu_tri[0].co_quan == "y-te"
    agency = result.book.find("y-te")
    assert agency is not None
    assert agency.bi_danh == ["phòng  mẫu"]
    assert BOOK.find("y-te") == Agency(id="y-te", ten="Sở Y tế")


def test_a_name_moves_from_one_agency_to_another() -> None:
    result = settle({"loai": "bi_danh", "chu": "Tổ Giúp việc", "gia_tri": "y-te"})
    assert result.lost == []
    again = decided(
        plan({"loai": "bi_danh", "chu": "SNV", "gia_tri": "y-te"}).model_copy(update={"mo_dau": ["SNV lập"]}),
        BOOK,
    )
    held = {agency.id: agency.bi_danh for agency in again.book.co_quan}
    assert held == {"noi-vu": [], "y-te": ["SNV"]}


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        ({"loai": "han", "nhiem_vu": "ba", "gia_tri": "31/12/2025"}, "không còn nhiệm vụ “ba”"),
        ({"loai": "han", "nhiem_vu": "mot", "gia_tri": "sớm"}, "không phải một thời hạn rõ"),
        ({"loai": "han", "nhiem_vu": "hai", "gia_tri": "31/12/2025"}, "nay đã rõ: “tháng 8/2025”"),
        ({"loai": "bi_danh", "chu": "Phòng Mẫu", "gia_tri": "xa"}, "không có mã “xa”"),
        ({"loai": "bi_danh", "chu": "Phòng Khác", "gia_tri": "y-te"}, "không còn chữ “Phòng Khác”"),
    ],
)
def test_what_settles_nothing_is_told_with_the_reason(decision: dict[str, Any], reason: str) -> None:
    result = settle(decision)
    assert result.done == []
    ((_, said),) = result.lost
    assert reason in said


def test_a_deadline_that_the_plan_says_now_too_is_no_complaint() -> None:
    assert settle({"loai": "han", "nhiem_vu": "hai", "gia_tri": "tháng 8 năm 2025"}).lost == []


@pytest.mark.parametrize(
    "decision",
    [
        {"loai": "han", "nhiem_vu": "mot"},
        {"loai": "han", "gia_tri": "31/12/2025"},
        {"loai": "bi_danh", "gia_tri": "y-te"},
        {"loai": "bo_qua", "ma": "ke-hoach.so-trung"},
        {"loai": "bo_qua", "ly_do": "đã biết"},
    ],
)
def test_a_decision_must_say_enough(decision: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="còn thiếu"):
        Decision.model_validate(decision)


def test_an_id_comes_before_a_number() -> None:
    source = plan()
    source.nhom[0].nhiem_vu[1].id = "1.1"
    found = task_of(source, "1.1")
    assert found is not None
    assert found.ten == "Việc hai"
