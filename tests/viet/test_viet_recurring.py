"""Recurring deadlines: the cycle, and the day within it."""

import pytest

from vanban.model.deadline import DayOfCycle, DeadlineKind
from vanban.viet.deadlines import find_deadlines, parse_deadline

DAYS = [
    ("trước ngày 25 hằng tháng", "thang", DayOfCycle(ngay=25, truoc=True)),
    ("ngày 20 hàng tháng", "thang", DayOfCycle(ngay=20)),
    ("Định kỳ hằng tháng, trước ngày 20", "thang", DayOfCycle(ngay=20, truoc=True)),
    ("ngày cuối cùng hằng tháng", "thang", DayOfCycle(ngay=31)),
    ("trước ngày 15 của tháng cuối quý", "quy", DayOfCycle(ngay=15, thang=3, truoc=True)),
    ("Trước ngày 25 tháng cuối mỗi quý", "quy", DayOfCycle(ngay=25, thang=3, truoc=True)),
    ("trước ngày 10/12 hằng năm", "nam", DayOfCycle(ngay=10, thang=12, truoc=True)),
    ("Tháng 12 hằng năm", "nam", DayOfCycle(ngay=31, thang=12)),
    ("thứ Sáu hằng tuần", "tuan", DayOfCycle(ngay=6)),
    ("trước 16 giờ thứ sáu hằng tuần", "tuan", DayOfCycle(ngay=6)),
    ("chủ nhật hằng tuần", "tuan", DayOfCycle(ngay=8)),
    ("hằng quý", "quy", None),
    ("6 tháng/lần", "nua_nam", None),
    ("định kỳ 6 tháng", "nua_nam", None),
]


@pytest.mark.parametrize(("words", "cycle", "day"), DAYS)
def test_the_cycle_and_its_day(words: str, cycle: str, day: DayOfCycle | None) -> None:
    found = parse_deadline(words, 2026)
    assert (found.kieu, found.chu_ky, found.moc, found.du) == (DeadlineKind.DINH_KY, cycle, day, None)
    assert (found.tu, found.den) == (None, None)


@pytest.mark.parametrize("words", ["6 tháng đầu năm 2026", "trước ngày 25/6/2026", "tháng 12 năm 2026"])
def test_single_times_are_not_recurring(words: str) -> None:
    assert parse_deadline(words, 2026).chu_ky is None


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("T6/2026", "2026-06-30"),
        ("Q2/2026", "2026-06-30"),
        ("Cả năm", "2026-12-31"),
        ("Trong năm", "2026-12-31"),
    ],
)
def test_short_forms_of_tables(words: str, last: str) -> None:
    assert str(parse_deadline(words, 2026).den) == last


@pytest.mark.parametrize("words", ["Tuần 2 tháng 10/2026", "Năm học 2026 - 2027", "Học kỳ I/2026"])
def test_times_of_schools_get_no_guessed_day(words: str) -> None:
    assert parse_deadline(words, 2026).kieu is DeadlineKind.CHUA_RO


def test_a_sentence_may_leave_the_year_to_the_plan() -> None:
    ((start, end, deadline),) = find_deadlines("Lập danh sách, xong trước ngày 15 tháng 3", 2026)
    assert str(deadline.den) == "2026-03-14"
    assert deadline.nguyen_van == "trước ngày 15 tháng 3"
    assert start < end
