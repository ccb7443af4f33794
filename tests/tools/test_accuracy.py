"""The tool that measures accuracy: labels are strict, and each finding counts where it belongs."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from accuracy import FileLabels, Labels, Trap, judge, read_labels, report, total
from vanban.model.finding import Finding, Place, Severity

ROOT = Path(__file__).resolve().parents[2]


def finding(ma: str, loi_van: str = "sai", *, doan: int = 1, muc: str = "lỗi", **rest: Any) -> Finding:
    return Finding(ma=ma, muc=Severity(muc), noi=Place(doan=doan), loi_van=loi_van, **rest)


def label(ten: str, ma: str, **rest: Any) -> dict[str, Any]:
    return {"ten": ten, "dieu": "I.3", "ma": [ma], **rest}


def known(*nhan: dict[str, Any], **rest: Any) -> FileLabels:
    return FileLabels.model_validate({"nhan": list(nhan), **rest})


def test_the_labels_of_the_project_can_be_read() -> None:
    labels = read_labels(ROOT / "docs" / "nhan-bo-mau.yaml")
    assert len(labels.tep) == 14
    assert all(entry.nhan for entry in labels.tep.values())


def test_a_key_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        Labels.model_validate({"tep": {"a.docx": {"nhan": [label("lề", "x", trang=3)]}}})


def test_a_label_must_say_which_rule_or_clause() -> None:
    with pytest.raises(ValidationError):
        known({"ten": "lề", "dieu": "I.3"})


def test_found_by_rule_or_by_clause() -> None:
    labels = known(label("theo mã", "the-thuc.trang.*"), label("theo điều", "khong-co", can_cu=r"Mục II\.3"))
    outcome = judge([finding("the-thuc.trang.le-tren"), finding("x", can_cu="Mục II.3.c")], labels)
    assert [entry.ten for entry in outcome.found] == ["theo mã", "theo điều"]
    assert (outcome.true, outcome.false, outcome.open) == (2, [], [])


def test_words_and_paragraphs_narrow_a_label() -> None:
    labels = known(label("cỡ 14", "a.*", chu=r"\b14\b"), label("đoạn 5", "b", doan=[5, 6]))
    outcome = judge([finding("a.x", "cỡ chữ 12"), finding("b", doan=7)], labels)
    assert [entry.ten for entry in outcome.missed] == ["cỡ 14", "đoạn 5"]
    assert len(outcome.open) == 2


def test_too_few_places_and_too_mild_are_told() -> None:
    outcome = judge([finding("a", muc="cảnh báo")], known(label("hai chỗ", "a", so_cho=2)))
    assert [(entry.ten, places) for entry, places in outcome.thin] == [("hai chỗ", 1)]
    assert [entry.ten for entry in outcome.mild] == ["hai chỗ"]


@pytest.mark.parametrize(
    ("allowed", "found", "sprung"),
    [
        ("không", "gợi ý", True),
        ("gợi ý", "gợi ý", False),
        ("cảnh báo", "cảnh báo", False),
        ("cảnh báo", "lỗi", True),
    ],
)
def test_a_trap_allows_only_what_is_mild_enough(allowed: str, found: str, sprung: bool) -> None:
    trap = Trap.model_validate({"ten": "bẫy", "ma": ["a"], "muc": allowed})
    outcome = judge([finding("a", muc=found)], known(), [trap])
    assert bool(outcome.sprung) is sprung
    assert bool(outcome.false) is (sprung and found == "lỗi")


def test_a_verdict_goes_before_a_label() -> None:
    verdict = {"ma": ["a"], "ket_luan": "sai", "ly_do": "không phải lỗi"}
    outcome = judge([finding("a")], known(label("nhãn", "a"), da_xet=[verdict]))
    assert (outcome.true, len(outcome.false)) == (0, 1)


def test_the_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = judge([finding("a"), finding("b")], known(label("nhãn", "a"), label("sót", "c")))
    report("mau.docx", outcome)
    total([outcome])
    printed = capsys.readouterr().out
    assert "tìm được 1/2" in printed
    assert "bỏ sót     sót (I.3)" in printed
    assert "chưa xét   [b]" in printed
    assert "1/1 (100,0 %)" in printed
