"""Filters for templates: each example of the catalogue holds, and odd values are told or left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from vanban.model.document import fill, note
from vanban.word.template_filters import FILTERS, FUNCTIONS

LANGUAGE = Environment()
LANGUAGE.filters.update(FUNCTIONS)


def shown(expression: str, **fields: object) -> str:
    return LANGUAGE.from_string(f"{{{{ {expression} }}}}").render(fields)


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.ten)
def test_the_example_of_the_catalogue_holds(one) -> None:
    assert shown(one.vi_du) == one.ket_qua
    assert one.nghia


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.ten)
@pytest.mark.parametrize("value", ["", fill("ngày ký")])
def test_a_blank_goes_through_every_filter(one, value: str) -> None:
    given_place = "('Mẫu')" if one.ten == "dong_ngay" else ""
    assert shown(f"x|{one.ten}{given_place}", x=value) == value


@pytest.mark.parametrize(
    ("expression", "value", "wanted"),
    [
        ("x|ngay_day_du", date(2025, 3, 15), "ngày 15 tháng 3 năm 2025"),
        ("x|ngay_day_du", "15/3/2025", "ngày 15 tháng 3 năm 2025"),
        ("x|so", "1.234.567,50", "1.234.567,5"),
        ("x|so", "-0.5", "-0,5"),
        ("x|so(0)", "2.5", "3"),
        ("x|noi_va", [], ""),
        ("x|noi_va", ["Sở A."], "Sở A"),
        ("x|in_hoa", f"đề án{note('Tờ trình số 2')}", f"ĐỀ ÁN{note('Tờ trình số 2')}"),
        ("x|ten_ngan", {"ten": "Sở Khoa học và Công nghệ", "viet_tat": "Sở KHCN"}, "Sở KHCN"),
        ("x|vien_dan_lai", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
         "Nghị định số 30/2020/NĐ-CP"),
    ],
)  # fmt: skip
def test_values_in_several_forms(expression: str, value: object, wanted: str) -> None:
    assert shown(expression, x=value) == wanted


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("x|ngay_day_du", "31/02/2025"),
        ("x|so", "nhiều"),
        ("x|so", True),
        ("x|so(99)", 1),
        ("x|bang_chu", "1,5"),
        ("x|bang_chu", "9" * 400),
        ("x|la_ma", 0),
        ("x|chu_cai", -1),
    ],
)
def test_what_a_filter_cannot_use_is_told(expression: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"không|phải|quá|chỉ"):
        shown(expression, x=value)


@given(st.integers(-(10**12), 10**12))
def test_a_number_comes_back_from_its_form(n: int) -> None:
    once = shown("x|so", x=n)
    assert shown("x|so", x=once) == once
    assert int(once.replace(".", "")) == n
