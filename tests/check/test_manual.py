"""The manual of rules: every rule once, under a heading, readable."""

from vanban.beside import every_rule
from vanban.check.manual import OTHERS, chapters, markdown, near, wanted

RULES = every_rule()


def test_every_rule_has_an_id_of_its_own_and_all_parts() -> None:
    ids = [rule.ma for rule in RULES]
    assert sorted(ids) == sorted(set(ids))
    assert [r.ma for r in RULES if not all((r.ten, r.vi_sao, r.can_cu, r.sai, r.dung))] == []


def test_every_rule_stands_under_one_heading() -> None:
    placed = [rule.ma for found in chapters(RULES).values() for rule in found]
    assert sorted(placed) == sorted(rule.ma for rule in RULES)


def test_no_family_is_without_a_heading() -> None:
    assert [rule.ma for rule in chapters(RULES).get(OTHERS, [])] == [], "thêm nhóm vào check/manual.py"


def test_rules_are_found_by_whole_id_by_segments_and_by_letters() -> None:
    assert [rule.ma for rule in wanted(RULES, "the-thuc.trang.le-trai")] == ["the-thuc.trang.le-trai"]
    phan = {rule.ma for rule in wanted(RULES, "the-thuc.phan")}
    assert phan
    assert all(ma.startswith("the-thuc.phan.") for ma in phan)
    assert {"the-thuc.trang.le-trai", "the-thuc.trang.le-phai"} <= {
        rule.ma for rule in wanted(RULES, "the-thuc.trang.le")
    }


def test_a_misspelt_id_gets_the_one_that_was_meant() -> None:
    assert "the-thuc.so-trang" in near(RULES, "the-thuc.so-trag")
    assert "the-thuc.so-trang" in near(RULES, "so-trang")


def test_markdown_shows_examples_as_they_are() -> None:
    text = markdown(RULES)
    assert text.count("\n### ") == len(RULES)
    assert all(f"\n`{rule.ma}`\n" in text for rule in RULES)
