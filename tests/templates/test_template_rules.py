"""Each fault that an editor makes is found at its tag, once, with the remedy."""

import pytest
from raw_docx import p
from template_cases import CASES, findings, lines

from vanban.check.template.checks import template_rules


@pytest.mark.parametrize(("body", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_fault_is_found_once_at_its_tag(body: str, wanted: list[tuple[str, str, str]]) -> None:
    found = findings(body)
    assert [(f.ma.removeprefix("mau."), f.trich) for f in found] == [one[:2] for one in wanted]
    for finding, (_, _, remedy) in zip(found, wanted, strict=True):
        assert remedy in str(finding.cach_sua)


def test_every_rule_has_a_case() -> None:
    tried = {f"mau.{rule}" for _, _, wanted in CASES for rule, _, _ in wanted}
    elsewhere = {"mau.thieu-truong", "mau.truong-khong-in", "mau.khong-dung-duoc"}
    assert {rule.ma for rule in template_rules()} - elsewhere == tried


def test_many_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    found = findings(lines("{{ mot }", "{{ hai }}", "{{ mo_dau|ba }}", "{%p if can_cu %}"))
    assert {(f.noi.doan, f.ma) for f in found} == {
        (1, "mau.the-chua-dong"),
        (2, "mau.truong-la"),
        (3, "mau.bo-loc-la"),
        (4, "mau.khoi-chua-dong"),
    }


def test_headers_footnotes_and_text_boxes_are_read_too() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("{{ sai_trong_khung }}")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    found = findings(box, section=section, header1=p("{{ sai_dau_trang }}"))
    assert [(f.ma, f.noi.phan) for f in found] == [("mau.truong-la", None), ("mau.truong-la", "đầu trang")]
