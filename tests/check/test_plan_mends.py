"""Mends of a plan: what is safe is done, nothing else, and once."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_plan_rules import BOOK, make_plan

from vanban.check.plan.mending import FieldMend
from vanban.check.plan.mends import mends
from vanban.check.plan.reading import Reading
from vanban.model.plan import Plan
from vanban.read.yaml_edit import YamlEditor
from vanban.read.yaml_plan import dump_plan, parse_plan


def all_mends(difference: dict[str, Any]) -> list[FieldMend]:
    return mends(Reading(make_plan(difference), BOOK))


def said(difference: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    return [(one.where, one.before, one.after) for one in all_mends(difference) if one.shown]


def mended(plan: Plan) -> Plan:
    editor = YamlEditor(dump_plan(plan), "ke-hoach.yaml")
    for one in mends(Reading(plan, BOOK)):
        editor.set(one.path, one.after)
    return parse_plan(editor.text, "ke-hoach.yaml")


@pytest.mark.parametrize(
    ("due", "after"),
    [
        ("trước 15/8/2025", "Trước ngày 15/8/2025"),
        ("tháng 7 - 8/2025", "Từ tháng 7 đến tháng 8/2025"),
        ("quý 3 năm 2025", "Quý III/2025"),
        ("đến hết ngày 30/9/2025.", "Đến ngày 30/9/2025"),
    ],
)
def test_a_deadline_takes_the_form_of_papers(due: str, after: str) -> None:
    assert [row[2] for row in said({"nhiem_vu": [{"thoi_han": due}, {"thoi_han": "Ngày 01/9/2025"}]})] == [
        after
    ]


def test_deadlines_that_are_written_one_way_stay() -> None:
    assert said({"nhiem_vu": [{"thoi_han": "trước 15/8/2025"}, {"thoi_han": "trước 30/9/2025"}]}) == []


@pytest.mark.parametrize("due", ["Trước 30/9/2025 Quý IV/2025", "sớm nhất có thể", "tháng 9/2025 (nếu kịp)"])
def test_a_deadline_that_says_more_or_nothing_is_left(due: str) -> None:
    assert said({"nhiem_vu": [{"thoi_han": due}, {"thoi_han": "Ngày 01/9/2025"}]}) == []


def test_a_citation_gets_its_word_and_its_full_day() -> None:
    task = {
        "thoi_han": "Tháng 8/2025",
        "noi_dung": ["Theo Tờ trình 21/TTr-STC ngày 9/1/2025 của Sở Tài chính"],
    }
    assert [row[2] for row in said({"nhiem_vu": [task]})] == [
        "Theo Tờ trình số 21/TTr-STC ngày 09 tháng 01 năm 2025 của Sở Tài chính"
    ]


def test_days_that_are_all_short_stay() -> None:
    bases = [
        "Luật Tổ chức chính quyền địa phương",
        "Nghị quyết số 12/NQ-HĐND ngày 05/5/2025 của Hội đồng nhân dân về A",
    ]
    task = {
        "thoi_han": "Tháng 8/2025",
        "noi_dung": ["Theo Tờ trình số 21/TTr-STC ngày 9/1/2025 của Sở Tài chính"],
    }
    assert said({"nhiem_vu": [task], "ke_hoach": {"can_cu": bases}}) == []


def test_a_base_is_mended_with_its_parts() -> None:
    words = "Nghị quyết số 12/NQ- HĐND ngày 05 tháng 5 năm 2025 của Hội đồng nhân dân Thành phố về nhiệm vụ"
    found = all_mends({"ke_hoach": {"can_cu": [words]}, "nhiem_vu": [{"thoi_han": "Tháng 8/2025"}]})
    assert [(one.path, one.after, one.shown) for one in found if one.path[0] == "can_cu"] == [
        (("can_cu", 0, "nguyen_van"), words.replace("- ", "-"), True)
    ]


def test_an_agency_of_many_names_gets_the_one_of_the_book_in_every_field() -> None:
    tasks = [
        {
            "thoi_han": "Tháng 8/2025",
            "chu_tri": ["BQL KCNC"],
            "tham_quyen": [
                {
                    "vai": "trien_khai",
                    "co_quan": ["Ban Quản lý KCNC"],
                    "nguyen_van": "Ban Quản lý KCNC chủ trì triển khai",
                }
            ],
        },
        {"thoi_han": "Tháng 8/2025", "chu_tri": ["Ban Khu Công nghệ cao"]},
    ]
    name = "Ban Quản lý Khu Công nghệ cao"
    assert [row[2] for row in said({"nhiem_vu": tasks})] == [name, f"{name} chủ trì triển khai", name]


def test_a_lawful_short_name_and_the_words_of_a_scope_stay() -> None:
    short = {"thoi_han": "Tháng 8/2025", "chu_tri": ["Sở Tài chính"]}
    again = {"thoi_han": "Tháng 8/2025", "chu_tri": ["STC"]}
    assert said({"nhiem_vu": [short, again]}) == []
    scoped = {"thoi_han": "Tháng 8/2025", "chu_tri": ["BQL KCNC (phần hạ tầng)", "Sở Nội vụ (phần nhân sự)"]}
    other = {"thoi_han": "Tháng 8/2025", "chu_tri": ["Ban Khu Công nghệ cao"]}
    assert said({"nhiem_vu": [scoped, other]})[0][2] == "Ban Quản lý Khu Công nghệ cao (phần hạ tầng)"


def test_numbers_are_counted_anew_where_most_are_right() -> None:
    tasks = [{"so_in": "1.1"}, {"so_in": "1.1"}, {"so_in": "1.2"}, {}, {"so_in": "1.5"}]
    due = {"thoi_han": "Tháng 8/2025"}
    found = all_mends({"nhiem_vu": [{**task, **due} for task in tasks], "so_nhiem_vu_moi_nhom": [5]})
    numbers = [(one.before, one.after) for one in found if one.path[-1] == "so_in"]
    assert numbers == [("1.1", "1.2"), ("1.2", "1.3"), (None, "1.4")]


def test_numbers_of_another_way_of_counting_are_left() -> None:
    due = {"thoi_han": "Tháng 8/2025"}
    assert said({"nhiem_vu": [{"so_in": "1", **due}, {"so_in": "2", **due}]}) == []


WORDS = st.sampled_from(
    [
        "thành phố Hồ Chí Minh", "Nghị quyết 57- NQ/TW", "Tờ trình 21/TTr-STC ngày 9/1/2025", "hai  khoảng",
        "trước dấu , phẩy", "BQL KCNC", "Ban Khu Công nghệ cao", "Điều 5 Khoản 2", "ngày 5 tháng 2 năm 2025",
        "Mặt trận tổ quốc", "“tên riêng ”", "100%", "tháng 8/2025", "# không", "a: b", "- x", "Quý iii/2025",
    ]
)  # fmt: skip
TEXT = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
DUE = st.sampled_from(
    ["tháng 8/2025", "trước 15/8/2025", "Quý IV/2025", "tháng 6 - 8/2025", "hằng quý", "sớm"]
)
NAMES = st.lists(st.sampled_from(["BQL KCNC", "Ban Khu Công nghệ cao", "Sở Nội vụ", "STC"]), max_size=2)
TASK = st.fixed_dictionaries(
    {
        "ten": TEXT,
        "noi_dung": st.lists(TEXT, max_size=2),
        "thoi_han": DUE,
        "chu_tri": NAMES,
        "phoi_hop": NAMES,
        "so_in": st.sampled_from(["1.1", "1.2", "1.3", None]),
    }
)


@settings(deadline=None, max_examples=60)
@given(st.lists(TASK, min_size=1, max_size=4), st.lists(TEXT, max_size=2))
def test_mended_once_is_mended_for_good(tasks: list[dict[str, Any]], goals: list[str]) -> None:
    plan = make_plan({"nhiem_vu": tasks, "ke_hoach": {"muc_tieu": goals}})
    once = mended(plan)
    assert [(one.where, one.before, one.after) for one in mends(Reading(once, BOOK))] == []


@settings(deadline=None, max_examples=30)
@given(st.lists(TASK, min_size=1, max_size=3))
def test_a_mend_means_the_same(tasks: list[dict[str, Any]]) -> None:
    plan = make_plan({"nhiem_vu": tasks})
    once = mended(plan)
    for group, other in zip(plan.nhom, once.nhom, strict=True):
        for task, again in zip(group.nhiem_vu, other.nhiem_vu, strict=True):
            assert (task.id, task.thoi_han.kieu, task.thoi_han.tu, task.thoi_han.den) == (
                again.id, again.thoi_han.kieu, again.thoi_han.tu, again.thoi_han.den,
            )  # fmt: skip
            assert [one.co_quan for one in task.chu_tri] == [one.co_quan for one in again.chu_tri]
