"""Texts that are nearly the same are found among many, without holding each against each."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.check.plan import alike as subject
from vanban.check.plan.alike import alike, alike_groups

WORD = st.sampled_from(("rà", "soát", "thủ", "tục", "hành", "chính", "lập", "danh", "sách", "trình", "ký"))
TEXT = st.lists(WORD, min_size=8, max_size=24).map(tuple)


@st.composite
def texts_with_copies(draw: st.DrawFn) -> list[tuple[str, ...]]:
    """Some texts, and copies of them with a word changed, dropped or added."""
    texts = draw(st.lists(TEXT, min_size=1, max_size=6))
    for text in list(texts):
        copy = list(text)
        at = draw(st.integers(0, len(copy) - 1))
        how = draw(st.sampled_from(["same", "other", "drop", "add"]))
        if how == "other":
            copy[at] = "khác"
        elif how == "drop":
            del copy[at]
        elif how == "add":
            copy.insert(at, "thêm")
        texts.append(tuple(copy))
    return texts


@given(texts_with_copies())
def test_every_pair_that_is_alike_stands_in_one_group(texts: list[tuple[str, ...]]) -> None:
    groups = alike_groups(texts)
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    for one, other in combinations(range(len(texts)), 2):
        if alike(texts[one], texts[other]):
            assert group_of[one] == group_of[other]


@given(texts_with_copies())
def test_groups_hold_places_once_and_in_order(texts: list[tuple[str, ...]]) -> None:
    groups = alike_groups(texts)
    places = [place for group in groups for place in group]
    assert len(places) == len(set(places))
    assert all(group == sorted(group) and len(group) > 1 for group in groups)


@pytest.mark.parametrize("many", [200, 400, 800])
def test_the_work_grows_with_the_texts_alone(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    held = 0

    def counted(first: Sequence[str], second: Sequence[str]) -> bool:
        nonlocal held
        held += 1
        return alike(first, second)

    monkeypatch.setattr(subject, "alike", counted)
    form = ("tổ", "chức", "hội", "nghị", "tập", "huấn", "kỹ", "năng", "số", "cho", "cán", "bộ", "xã", "của")
    texts = [(*form, f"xã{number}", f"thôn{number}", f"điểm{number}") for number in range(many)]
    alike_groups(texts)
    assert held <= 30 * many
