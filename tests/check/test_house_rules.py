"""A unit's own rules: what they change, what they may not hide, and how a faulty file is answered."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.beside import levels
from vanban.check.house_rules import hold
from vanban.law.decree import load_decree
from vanban.model.errors import SourceError
from vanban.model.finding import Finding, Place, Severity
from vanban.model.house_rules import HouseRules
from vanban.read.house_rules_file import parse_house_rules

SAMPLE = Path(__file__).parents[2] / "docs" / "huong-dan" / "quy-uoc-mau.yaml"
OWN = {
    "the-thuc.a.dam": Severity.LOI,
    "the-thuc.a.canh": Severity.LOI,
    "the-thuc.b.dam": Severity.CANH_BAO,
    "ke-hoach.go-nham": Severity.CANH_BAO,
}


def rules(text: str) -> HouseRules:
    return parse_house_rules(text, "quy-uoc.yaml", levels=OWN, decree=load_decree())


def finding(ma: str, muc: Severity | None = None, trich: str = "") -> Finding:
    return Finding(ma=ma, muc=muc or OWN[ma], noi=Place(doan=1), loi_van="sai", trich=trich, can_cu="Mục II")


def test_the_sample_of_the_guide_is_right() -> None:
    found = parse_house_rules(
        SAMPLE.read_text(encoding="utf-8"), SAMPLE.name, levels=levels(), decree=load_decree()
    )
    assert found.ten.startswith("Quy ước")


def test_a_changed_level_is_told_in_the_finding() -> None:
    own = rules("ten: Sở Mẫu\nquy_tac:\n  the-thuc.a.dam: {muc: goi-y, ly_do: chữ mảnh}\n")
    changed, kept = finding("the-thuc.a.dam"), finding("the-thuc.a.canh")
    held = hold([changed, kept], own, OWN).findings
    assert held == [
        kept,
        changed.model_copy(update={"muc": Severity.GOI_Y, "can_cu": "Mục II (theo quy ước: Sở Mẫu)"}),
    ]


def test_what_is_switched_off_stays_in_sight_with_its_reason() -> None:
    own = rules("ten: Sở Mẫu\nquy_tac:\n  the-thuc.a.*: {muc: tat, ly_do: giấy in sẵn}\n")
    held = hold([finding("the-thuc.a.dam"), finding("the-thuc.a.canh"), finding("the-thuc.b.dam")], own, OWN)
    assert [one.ma for one in held.findings] == ["the-thuc.b.dam"]
    (off,) = held.off
    assert (off.ma, off.ly_do, len(off.findings)) == ("the-thuc.a.*", "giấy in sẵn", 2)


def test_a_whole_id_wins_over_a_pattern() -> None:
    own = rules(
        "ten: Sở Mẫu\nquy_tac:\n  the-thuc.*: {muc: tat, ly_do: x}\n  the-thuc.a.*: {muc: goi-y, ly_do: x}\n"
        "  the-thuc.a.dam: {muc: loi}\n"
    )
    found = [finding("the-thuc.a.dam"), finding("the-thuc.a.canh"), finding("the-thuc.b.dam")]
    assert [(f.ma, f.muc) for f in hold(found, own, OWN).findings] == [
        ("the-thuc.a.dam", Severity.LOI),
        ("the-thuc.a.canh", Severity.GOI_Y),
    ]


def test_a_milder_setting_never_makes_a_doubtful_finding_graver() -> None:
    own = rules("ten: Sở Mẫu\nquy_tac:\n  the-thuc.a.dam: {muc: canh-bao, ly_do: x}\n")
    doubtful = finding("the-thuc.a.dam", Severity.GOI_Y)
    assert hold([doubtful], own, OWN).findings == [doubtful]


def test_own_words_are_no_typing_errors() -> None:
    own = rules("ten: Sở Mẫu\ntu_dien:\n  tu_ghep: [Hòa Lạc]\n  bo_qua: [thí điềm]\n")
    found = [finding("ke-hoach.go-nham", trich=word) for word in ("hòa lạc", "Thí điềm", "phòng trào")]
    assert [f.trich for f in hold(found, own, OWN).findings] == ["phòng trào"]


@given(
    st.lists(st.sampled_from(sorted(OWN)), max_size=8),
    st.dictionaries(
        st.sampled_from([*OWN, "the-thuc.*", "*.dam"]),
        st.sampled_from(["tat", "goi-y", "canh-bao", "loi"]),
        max_size=4,
    ),
)
def test_no_finding_is_lost(ids: list[str], settings: dict[str, str]) -> None:
    own = HouseRules.model_validate(
        {"ten": "Sở Mẫu", "quy_tac": {key: {"muc": muc, "ly_do": "x"} for key, muc in settings.items()}}
    )
    held = hold([finding(ma) for ma in ids], own, OWN)
    back = [f.ma for f in held.findings] + [f.ma for off in held.off for f in off.findings]
    assert sorted(back) == sorted(ids)


def test_every_fault_is_told_at_once_with_its_line() -> None:
    text = """\
tenn: Sở Mẫu
quy_tac:
  the-thuc.a.dm: {muc: loi}
  the-thuc.a: {muc: loi}
  the-thuc.a.dam: {muc: tat}
  the-thuc.a.canh: {muc: canh-bao, ly_do: " "}
  the-thuc.b.dam: {muc: nang}
nghi_dinh:
  page: {le_trai_mm: {min: 30, max: 40}}
  body: {cach_doan_pt: {min: 8, max: 6}}
  components: {noi_dun: {co_chu_pt: {min: 14}}}
"""
    with pytest.raises(SourceError) as caught:
        rules(text)
    said = str(caught.value)
    for line, words in (
        (1, "có phải bạn muốn “ten”"),
        (3, "có phải bạn muốn “the-thuc.a.dam”"),
        (4, "hãy ghi “the-thuc.a.*”"),
        (5, "tắt một quy tắc thì phải ghi lý do"),
        (6, "hạ mức của một quy tắc thì phải ghi lý do"),
        (7, "chỉ nhận một trong: tat, goi-y, canh-bao, loi"),
        (9, "nới so với luật (30–35) thì phải ghi lý do"),
        (10, "min 8 lớn hơn max 6"),
        (11, "có phải bạn muốn “noi_dung”"),
    ):
        assert any(f"dòng {line}," in row and words in row for row in said.splitlines()), (line, said)


@pytest.mark.parametrize(
    "text",
    ["", "- ten", "ten: [\n", "ten: ''\n", "quy_tac: {}\n", "ten: a\nquy_tac: 1\n", "ten: a\nnghi_dinh: x\n"],
)
def test_what_holds_no_rules_is_refused_in_words(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        rules(text)
    assert "quy-uoc.yaml" in str(caught.value)


@pytest.mark.parametrize("number", ["abc", ".nan", "-1", ".inf", "99999999"])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    with pytest.raises(SourceError, match=r"dòng 2, .*le_trai_mm"):
        rules(f"ten: a\nnghi_dinh: {{page: {{le_trai_mm: {{min: {number}}}}}}}\n")


KEYS = ["ten", "quy_tac", "nghi_dinh", "tu_dien", "page", "le_trai_mm", "min", "muc", "tat", "the-thuc.a.dam"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(KEYS) | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        max_leaves=12,
    )
)
def test_any_tree_is_read_or_refused_in_words(tree: object) -> None:
    with suppress(SourceError):
        assert rules(json.dumps(tree)).ten
