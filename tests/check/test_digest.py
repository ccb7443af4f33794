"""Findings gathered for a reader: folded, grouped, in order, none lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.check.digest import MANY, WHOLE, digest, folded, runs
from vanban.model.finding import Finding, Place, Severity


def finding(
    doan: int | None,
    loi_van: str = "cỡ chữ 13",
    *,
    phan: str | None = "Nội dung",
    trang: int | None = None,
    trich: str = "",
    muc: Severity = Severity.LOI,
) -> Finding:
    place = Place(doan=doan, phan=phan, trang=trang)
    return Finding(ma="the-thuc.noi-dung.co-chu", muc=muc, noi=place, loi_van=loi_van, trich=trich)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([15], "15"),
        ([15, 16], "15, 16"),
        ([15, 17, 18, 19], "15, 17–19"),
        ([1, 2, 3, 7, 9, 10, 11], "1–3, 7, 9–11"),
        (list(range(1, 60, 2)), "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …"),
    ],
)
def test_runs(numbers: list[int], said: str) -> None:
    assert runs(numbers) == said


def test_the_same_finding_in_many_paragraphs_is_one_entry() -> None:
    (group,) = digest([finding(n) for n in (15, 17, 18, 19)])
    assert group.title == "Nội dung"
    assert [entry.place for entry in group.entries] == ["4 đoạn: 15, 17–19"]


def test_twice_in_one_paragraph() -> None:
    (entry,) = folded([finding(4, trich="các các"), finding(4, trich="và và")])
    assert entry.place == "đoạn 4 (2 chỗ)"
    assert entry.quotes == (["các các", "và và"], 0)


def test_only_the_first_words_at_fault_are_shown_and_the_rest_counted() -> None:
    (entry,) = folded([finding(n, trich=f"chữ {n}") for n in range(1, 8)])
    assert entry.quotes == (["chữ 1", "chữ 2", "chữ 3"], 4)


def test_groups_follow_the_pages_and_what_concerns_all_comes_first() -> None:
    found = [
        finding(30, "a", trang=2),
        finding(5, "b", phan="Quốc hiệu", trang=1),
        finding(7, "c", phan="Nội dung", trang=1),
        finding(None, "d", phan=None),
        finding(8, "e", trang=1),
        finding(40, "e", trang=2),
    ]
    assert [group.title for group in digest(found)] == [
        WHOLE,
        MANY,
        "Trang 1 – Quốc hiệu",
        "Trang 1 – Nội dung",
        "Trang 2 – Nội dung",
    ]


def test_without_pages_the_parts_alone_are_the_headings() -> None:
    found = [finding(9, "a"), finding(3, "b", phan="Quốc hiệu"), finding(None, "c", phan="phần trang 2")]
    assert [group.title for group in digest(found)] == ["Phần trang 2", "Quốc hiệu", "Nội dung"]


@given(
    st.lists(
        st.builds(
            finding,
            st.none() | st.integers(1, 9),
            st.sampled_from("abc"),
            phan=st.none() | st.sampled_from(["Quốc hiệu", "Nội dung"]),
            trang=st.none() | st.integers(1, 3),
            muc=st.sampled_from(Severity),
        )
    )
)
def test_no_finding_is_lost_and_none_comes_twice(found: list[Finding]) -> None:
    told = [f for group in digest(found) for entry in group.entries for f in entry.findings]
    assert sorted(map(repr, told)) == sorted(map(repr, found))
