"""The real plan: its grave findings, each read against the source before it was written down."""

from pathlib import Path

import pytest

from vanban.check.plan.checks import check_plan
from vanban.model.agency import AgencyBook
from vanban.model.finding import Finding, Severity
from vanban.model.plan import Plan
from vanban.read.agency_book import parse_agency_book
from vanban.read.files import read_plan, read_text
from vanban.read.yaml_plan import dump_plan, parse_plan

DATA = Path(__file__).resolve().parents[2] / "data"
CONFIRMED = Path(__file__).parent / "cases" / "ke-hoach-100-ngay.txt"


@pytest.fixture(scope="module")
def book() -> AgencyBook:
    return parse_agency_book(read_text(DATA / "co-quan.yaml"), "co-quan.yaml")


@pytest.fixture(scope="module")
def plan(book: AgencyBook) -> Plan:
    return read_plan(DATA / "ke-hoach-100-ngay.txt", book)


def row(one: Finding) -> str:
    """A finding as a line of the confirmed list: line of the source, severity, rule, words at fault."""
    place = str(one.noi.dong or "-")
    return " | ".join((place, one.muc.value, one.ma.removeprefix("ke-hoach."), one.trich)).rstrip(" |")


def test_exactly_the_confirmed_faults_are_found(plan: Plan, book: AgencyBook) -> None:
    confirmed = [
        line for line in CONFIRMED.read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
    ]
    found = [row(one) for one in check_plan(plan, book) if one.muc is not Severity.GOI_Y]
    assert sorted(found) == sorted(confirmed)


def test_the_plan_file_is_judged_like_the_text_that_it_came_from(plan: Plan, book: AgencyBook) -> None:
    again = parse_plan(dump_plan(plan), "ke-hoach.yaml")
    assert check_plan(again, book) == check_plan(plan, book)


def test_the_copied_task_names_the_other_and_what_else_is_alike(plan: Plan, book: AgencyBook) -> None:
    (finding,) = [one for one in check_plan(plan, book) if one.ma == "ke-hoach.khoi-chep"]
    assert finding.noi.nhiem_vu == "1.1"
    assert "nhiệm vụ 3.4" in finding.loi_van
    assert "thời hạn, sản phẩm, cơ quan chủ trì, cơ quan phối hợp, thẩm quyền" in finding.loi_van


@pytest.mark.parametrize(
    ("rule", "tasks"),
    [
        ("han-truoc-van-ban", ["3.2", "4.1", "6.3"]),
        ("tham-quyen-thieu-san-pham", ["1.3", "3.2", "6.3", "7.1"]),
        ("dong-tu-khong-khop", ["2.2", "2.4"]),
        ("ngoac-kep-dong-muon", ["6.2"]),
    ],
)
def test_hints_on_single_tasks(plan: Plan, book: AgencyBook, rule: str, tasks: list[str]) -> None:
    hints = [one for one in check_plan(plan, book) if one.muc is Severity.GOI_Y]
    assert [one.noi.nhiem_vu for one in hints if one.ma == f"ke-hoach.{rule}"] == tasks


def test_hints_on_the_whole_plan(plan: Plan, book: AgencyBook) -> None:
    said = {one.ma.removeprefix("ke-hoach."): one.loi_van for one in check_plan(plan, book)}
    assert "viết hoa 10 chỗ" in said["cac-so-hoa-thuong"]
    abbreviations = said["viet-tat-chua-giai-thich"]
    assert "Bộ KH&CN" in abbreviations
    assert "CR4.0" in abbreviations
    assert "FPT" not in abbreviations
    council = next(one for one in check_plan(plan, book) if one.loi_van.startswith("Hội đồng nhân dân"))
    assert "có 3 tên gọi" in council.loi_van
    assert council.noi.dong == 47


def test_a_term_that_only_begins_too_early_asks_for_a_later_start(plan: Plan, book: AgencyBook) -> None:
    found = [one for one in check_plan(plan, book) if one.ma == "ke-hoach.han-truoc-van-ban"]
    advice = {one.noi.nhiem_vu: one.cach_sua or "" for one in found}
    assert advice["2.1"].startswith("Lùi thời hạn")
    assert advice["3.2"] == "Nêu mốc bắt đầu sau ngày ban hành."
