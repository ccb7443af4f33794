"""Deadlines that name several times without contradicting themselves: rounds, standing work in a period."""

from datetime import date

import pytest

from vanban.model.deadline import Deadline, DeadlineKind
from vanban.viet.deadlines import find_deadlines, format_deadline, parse_deadline

K = DeadlineKind


def read(words: str) -> Deadline:
    return parse_deadline(words, 2026)


@pytest.mark.parametrize(
    ("words", "rounds"),
    [
        ("Quý II và Quý IV/2026", ["2026-06-30", "2026-12-31"]),
        ("Quý II, Quý IV/2026", ["2026-06-30", "2026-12-31"]),
        ("Quý I, III/2026", ["2026-03-31", "2026-09-30"]),
        ("02 đợt: tháng 5 và tháng 9/2026", ["2026-05-31", "2026-09-30"]),
        ("Tháng 3, 6, 9, 12/2026", ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("tháng 5 và tháng 9/2027", ["2027-05-31", "2027-09-30"]),
        ("ngày 19/5 và 02/9/2026", ["2026-05-19", "2026-09-02"]),
        ("trước ngày 20/6 và 20/12/2026", ["2026-06-19", "2026-12-19"]),
        ("đợt 1 trước 30/6/2026, đợt 2 trước 30/11/2026", ["2026-06-29", "2026-11-29"]),
        ("Đợt 1: tháng 3/2026; đợt 2: tháng 9/2026", ["2026-03-31", "2026-09-30"]),
        (
            "đợt 1 tháng 3/2026, đợt 2 tháng 6/2026, đợt 3 tháng 9/2026",
            ["2026-03-31", "2026-06-30", "2026-09-30"],
        ),
    ],
)
def test_rounds_end_with_the_last_and_keep_their_words(words: str, rounds: list[str]) -> None:
    deadline = read(words)
    assert [str(one.den) for one in deadline.ung_vien] == rounds
    assert deadline.kieu is (K.TRUOC if "trước" in words else K.KHOANG)
    assert (str(deadline.last_day), deadline.du) == (rounds[-1], None)
    assert format_deadline(deadline).casefold() == words.casefold()


@pytest.mark.parametrize(
    "words",
    [
        "tháng 9 và tháng 5/2026",
        "tháng 6 và 15/8/2026",
        "trước 30/6/2026 và Quý IV/2026",
        "Quý I; quý III/2026",
        "Thường xuyên, quý IV/2026",
    ],
)
def test_what_is_no_list_stays_a_contradiction(words: str) -> None:
    assert read(words).kieu is K.MAU_THUAN


def test_the_number_of_a_round_is_no_day() -> None:
    deadline = read("đợt 1 tháng 3/2026")
    assert (deadline.tu, deadline.den) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("words", "kind", "last"),
    [
        ("Thường xuyên trong năm 2026", K.THUONG_XUYEN, date(2026, 12, 31)),
        ("Hằng tháng, từ tháng 3 đến tháng 11/2026", K.DINH_KY, date(2026, 11, 30)),
    ],
)
def test_standing_work_within_a_period_has_no_last_day_but_a_bound(words: str, kind: K, last: date) -> None:
    deadline = read(words)
    assert (deadline.kieu, deadline.den, deadline.last_day) == (kind, last, None)
    assert format_deadline(deadline) == words


@pytest.mark.parametrize(
    ("words", "first", "last", "shown"),
    [
        ("Tuần đầu tháng 6/2026", 1, 7, "Tuần đầu tháng 6/2026"),
        ("tuần thứ hai của tháng 6/2026", 8, 14, "Tuần thứ hai tháng 6/2026"),
        ("tuần cuối cùng của tháng 6/2026", 24, 30, "Tuần cuối tháng 6/2026"),
    ],
)
def test_weeks_of_a_month(words: str, first: int, last: int, shown: str) -> None:
    deadline = read(words)
    assert (deadline.tu, deadline.den) == (date(2026, 6, first), date(2026, 6, last))
    assert format_deadline(deadline) == shown


def test_a_whole_year_has_no_word_too_many() -> None:
    deadline = read("cả năm 2026")
    assert (deadline.den, deadline.du) == (date(2026, 12, 31), None)


@pytest.mark.parametrize("hour", ["07 giờ 00", "lúc 8h30", "sáng"])
def test_the_hour_of_a_day_is_kept_beside_it(hour: str) -> None:
    deadline = read(f"{hour} ngày 05/9/2026")
    assert (deadline.den, deadline.ghi_chu, deadline.du) == (date(2026, 9, 5), hour, None)


def test_before_an_hour_means_that_day_is_still_in_time() -> None:
    deadline = read("trước 16 giờ 00 ngày 15/8/2026")
    assert (deadline.kieu, deadline.last_day) == (K.DEN, date(2026, 8, 15))
    weekly = read("trước 16 giờ thứ Sáu hằng tuần")
    assert weekly.moc is not None
    assert (weekly.moc.ngay, weekly.moc.truoc) == (6, False)
    found = find_deadlines("Gửi báo cáo trước 16 giờ ngày 15/8/2026 để tổng hợp")
    assert [one.nguyen_van for _, _, one in found] == ["trước 16 giờ ngày 15/8/2026"]


def test_an_hour_is_no_day_of_a_cycle() -> None:
    deadline = read("hằng ngày trước 16 giờ")
    assert (deadline.chu_ky, deadline.moc) == ("ngay", None)


def test_brackets_without_end_are_words() -> None:
    assert read("Trước mùa mưa " + "(trước " * 3000).kieu is K.CHUA_RO
