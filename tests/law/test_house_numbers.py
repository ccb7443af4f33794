"""A unit's own numbers laid over the law: what is held against them, and what they cite."""

import pytest

from vanban.law.decree import Decree, load_decree
from vanban.law.house_rules import faults_of, widened, with_house_rules
from vanban.model.house_rules import LawSettings

LAW = load_decree()


def laid(settings: dict[str, object]) -> Decree:
    return with_house_rules(LAW, LawSettings.model_validate(settings), "Sở Mẫu")


def test_no_settings_leave_the_law_as_it_is() -> None:
    assert laid({}) == LAW


def test_a_number_is_replaced_and_cites_both() -> None:
    page = laid({"page": {"le_trai_mm": {"min": 32, "max": 32}}}).page
    assert (page.le_trai_mm.min, page.le_trai_mm.max, page.le_trai_mm.use) == (32, 32, 32)
    assert page.le_trai_mm.cite == f"{LAW.page.le_trai_mm.cite} (theo quy ước: Sở Mẫu)"
    assert page.le_phai_mm == LAW.page.le_phai_mm


def test_a_size_cites_the_clause_of_its_component() -> None:
    own = laid({"components": {"noi_dung": {"co_chu_pt": {"min": 14, "max": 14}}}})
    clause = LAW.component("noi_dung").cite
    assert own.component("noi_dung").co_chu_pt.cite == f"{clause} (theo quy ước: Sở Mẫu)"
    assert own.component("noi_dung").cite == clause
    assert own.component("can_cu") == LAW.component("can_cu")


def test_a_rule_line_and_a_choice() -> None:
    own = laid(
        {
            "lines": {"co_quan": {"ty_le": {"min": 0.4, "max": 0.4}}},
            "body": {"thut_dau_dong_mm": {"values": [12.7]}},
        }
    )
    line = next(line for line in own.lines if line.ma == "co_quan")
    assert (line.ty_le.min, line.cite.endswith("(theo quy ước: Sở Mẫu)")) == (0.4, True)
    assert (own.body.thut_dau_dong_mm.values, own.body.thut_dau_dong_mm.use) == ([12.7], 12.7)


@pytest.mark.parametrize(
    ("settings", "wide"),
    [
        ({"page": {"le_trai_mm": {"min": 31}}}, False),
        ({"page": {"le_trai_mm": {"max": 36}}}, True),
        ({"page": {"le_trai_mm": {"min": 29}}}, True),
        ({"page": {"le_trai_mm": {"use": 33}}}, False),
        ({"body": {"thut_dau_dong_mm": {"values": [12.7]}}}, False),
        ({"body": {"thut_dau_dong_mm": {"values": [12.7, 20]}}}, True),
        ({"body": {"thut_dau_dong_mm": {"tolerance": 3}}}, True),
        ({"body": {"cach_doan_pt": {"min": 3}}}, True),
    ],
)
def test_only_a_wider_number_needs_a_reason(settings: dict[str, object], wide: bool) -> None:
    own = LawSettings.model_validate(settings)
    assert bool(faults_of(LAW, own)) is wide
    assert bool(widened(LAW, own)) is wide


def test_what_is_wider_is_told_beside_the_law() -> None:
    own = LawSettings.model_validate({"page": {"le_trai_mm": {"max": 40, "ly_do": "đóng quyển"}}})
    assert faults_of(LAW, own) == []
    (one,) = widened(LAW, own)
    assert (one.khoa, one.luat, one.quy_uoc, one.ly_do) == ("page.le_trai_mm", "30–35", "30–40", "đóng quyển")


def test_settings_with_faults_are_refused() -> None:
    with pytest.raises(ValueError, match=r"page\.le_trai_mm: giá trị dùng 50 nằm ngoài khoảng 30–35"):
        laid({"page": {"le_trai_mm": {"use": 50}}})
