"""Every rule for plans on readable cases: what must be said, and what must not.

The cases stand in `cases/*.md`, to be read by officials: a heading for each rule, and under it cases
"Sai" and "Đúng" with a little story, the difference from the sample plan, and what is to be found.
"""

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from case_files import written_cases

from vanban.check.plan.checks import all_rules, check_plan
from vanban.model.agency import AgencyBook
from vanban.model.finding import Finding, Severity
from vanban.model.plan import Plan
from vanban.viet.citations import parse_citation
from vanban.viet.deadlines import parse_deadline
from vanban.yaml_tree import read_tree

CASES = Path(__file__).parent / "cases"
SAMPLE = read_tree((CASES / "ke-hoach-mau.yaml").read_text(encoding="utf-8"), "ke-hoach-mau.yaml")
BOOK = AgencyBook(co_quan=SAMPLE["so_co_quan"])
PREFIX = "ke-hoach."


class Case(NamedTuple):
    """One case of a file: the rule that it is about, its title, the difference, the expected findings."""

    file: str
    rule: str
    title: str
    difference: dict[str, Any]
    expected: list[str]


def read_cases() -> Iterator[Case]:
    for case in written_cases(CASES):
        yield Case(case.file, case.rule, case.title, case.yaml or {}, case.expected)


ALL = list(read_cases())


def agency_id(name: str) -> str | None:
    bare = re.sub(r"\s*\(.*\)$", "", name).casefold()
    for agency in BOOK.co_quan:
        if bare in {one.casefold() for one in (agency.ten, agency.viet_tat or "", *agency.bi_danh)}:
            return agency.id
    return None


def shares(names: list[str]) -> list[dict[str, Any]]:
    scopes = [re.search(r"\((.*)\)$", name) for name in names]
    return [
        {"nguyen_van": name, "co_quan": agency_id(name), "pham_vi": scope[1] if scope else None}
        for name, scope in zip(names, scopes, strict=True)
    ]


def make_task(index: int, difference: dict[str, Any]) -> dict[str, Any]:
    base = SAMPLE["nhiem_vu"][index % len(SAMPLE["nhiem_vu"])]
    task = {**copy.deepcopy(base), "id": f"t{index}", **copy.deepcopy(difference)}
    task = {key: value for key, value in task.items() if value is not None}
    if isinstance(due := task.get("thoi_han"), str):
        task["thoi_han"] = parse_deadline(due, 2025)
    task["san_pham"] = [{"ten": name} for name in task.get("san_pham", [])]
    for key in ("chu_tri", "phoi_hop"):
        task[key] = shares(task.get(key, []))
    for role in task.get("tham_quyen", []):
        role["co_quan"] = shares(role.get("co_quan", []))
    return task


def make_plan(difference: dict[str, Any]) -> Plan:
    """The sample plan with the difference of a case."""
    plan: dict[str, Any] = {**copy.deepcopy(SAMPLE["ke_hoach"]), **difference.get("ke_hoach", {})}
    plan["van_ban"] = {**SAMPLE["ke_hoach"]["van_ban"], **plan["van_ban"]}
    plan["can_cu"] = [parse_citation(line) for line in plan["can_cu"]]
    if isinstance(review := plan.get("so_ket"), str):
        plan["so_ket"] = parse_deadline(review, 2025)
    tasks = [make_task(i, one or {}) for i, one in enumerate(difference.get("nhiem_vu", [{}, {}]))]
    sizes = difference.get("so_nhiem_vu_moi_nhom", [len(tasks)])
    names = difference.get("ten_nhom", [f"Nhóm việc thứ {i + 1}" for i in range(len(sizes))])
    groups, at = [], 0
    for name, size in zip(names, sizes, strict=True):
        groups.append({"ten": name, "nhiem_vu": tasks[at : at + size]})
        at += size
    return Plan.model_validate({**plan, "nhom": groups})


def said(findings: list[Finding]) -> list[str]:
    return sorted(
        one.ma.removeprefix(PREFIX) + (f" ở {one.noi.nhiem_vu}" if one.noi.nhiem_vu else "")
        for one in findings
    )


@pytest.mark.parametrize("case", ALL, ids=[f"{case.rule}: {case.title}" for case in ALL])
def test_a_case_is_judged_as_it_says(case: Case) -> None:
    assert said(check_plan(make_plan(case.difference), BOOK)) == case.expected


def test_the_sample_plan_has_no_fault() -> None:
    assert said(check_plan(make_plan({"nhiem_vu": [{}, {}, {}]}), BOOK)) == []


@pytest.mark.parametrize("rule", [rule.ma for rule in all_rules()])
def test_every_rule_has_a_case_for_and_a_case_against(rule: str) -> None:
    name = rule.removeprefix(PREFIX)
    told: dict[str, set[bool]] = {case.title.split(":")[0]: set() for case in ALL if case.rule == rule}
    for case in ALL:
        if case.rule == rule:
            told[case.title.split(":")[0]].add(name in [row.split(" ở ")[0] for row in case.expected])
    assert told == {"Sai": {True}, "Đúng": {False}}


def test_cases_speak_of_rules_that_exist() -> None:
    known = {rule.ma for rule in all_rules()}
    assert {case.rule for case in ALL} <= known


def test_rules_are_told_apart_and_explained() -> None:
    rules = all_rules()
    assert len({rule.ma for rule in rules}) == len(rules)
    for rule in rules:
        assert re.fullmatch(r"ke-hoach\.[a-z0-9-]+", rule.ma)
        assert all((rule.ten, rule.vi_sao, rule.can_cu, rule.sai, rule.dung))
        assert rule.sai != rule.dung


def test_findings_come_gravest_first_and_tell_what_to_do() -> None:
    plan = make_plan({"nhiem_vu": [{"thoi_han": None, "phoi_hop": []}, {"san_pham": ["theo tiến độ"]}]})
    findings = check_plan(plan, BOOK)
    assert [one.muc for one in findings] == sorted((one.muc for one in findings), key=lambda muc: muc.rank)
    assert all(one.cach_sua and one.loi_van.endswith(".") for one in findings)


def test_an_empty_plan_is_no_crash() -> None:
    found = said(check_plan(Plan(), AgencyBook()))
    assert "thieu-kinh-phi" in found


def test_a_finding_names_the_task_by_both_numbers() -> None:
    plan = make_plan({"nhiem_vu": [{"so_in": "1.1"}, {"so_in": "1.3", "chu_tri": []}]})
    message = next(one.loi_van for one in check_plan(plan, BOOK) if one.ma == "ke-hoach.thieu-chu-tri")
    assert message.startswith("Nhiệm vụ 1.2 (bản gốc in 1.3)")


def test_a_repeated_number_names_both_places() -> None:
    plan = make_plan({"nhiem_vu": [{"so_in": "1.1", "dong": 8}, {"so_in": "1.1", "dong": 15}]})
    finding = next(one for one in check_plan(plan, BOOK) if one.ma == "ke-hoach.so-trung")
    assert "Rà soát thủ tục hành chính” (dòng 8)" in finding.loi_van
    assert "Sửa quy chế một cửa” (dòng 15)" in finding.loi_van
    assert finding.noi.dong == 15


def test_a_draft_without_signer_is_only_reminded() -> None:
    paper = {"du_thao": True, "nguoi_ky": None}
    draft = check_plan(make_plan({"ke_hoach": {"van_ban": paper}}), BOOK)
    final = check_plan(make_plan({"ke_hoach": {"van_ban": {**paper, "du_thao": False}}}), BOOK)
    assert [one.muc for one in draft] == [Severity.GOI_Y]
    assert [one.muc for one in final] == [Severity.LOI]


def test_a_finding_points_to_the_line_of_the_words() -> None:
    field = {"khoa": "san_pham", "nhan": "Sản phẩm", "gia_tri": ["+ Báo cáo;", "+ theo tiến độ."], "dong": 40}
    task = {"san_pham": ["Báo cáo", "theo tiến độ"], "truong": [field]}
    (finding,) = check_plan(make_plan({"nhiem_vu": [task, {}]}), BOOK)
    assert (finding.noi.nhiem_vu, finding.noi.truong, finding.noi.dong) == ("1.1", "sản phẩm", 42)


def test_the_words_of_a_plan_are_judged_by_the_rules_for_any_text() -> None:
    task = {"noi_dung": ["Phát động phòng trào thi đua tại thành phố Hồ Chí Minh"]}
    found = check_plan(make_plan({"nhiem_vu": [task, {}]}), BOOK)
    assert [(one.ma, one.noi.nhiem_vu, one.noi.truong) for one in found] == [
        ("cau-chu.dia-danh-dac-biet", "1.1", "nội dung"),
        ("cau-chu.go-nham", "1.1", "nội dung"),
    ]
    assert all(one.loi_van.startswith("Nhiệm vụ 1.1, nội dung: ") and not one.sua for one in found)


def test_a_base_that_lacks_parts_is_told_once() -> None:
    plan = make_plan({"ke_hoach": {"can_cu": ["Luật Đấu thầu", "Quyết định số 12/QĐ-UBND"]}})
    assert [one.ma for one in check_plan(plan, BOOK)] == ["ke-hoach.can-cu-thieu-thanh-phan"]
