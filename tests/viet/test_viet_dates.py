from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import dates

DAYS = st.dates(min_value=date(1945, 9, 2), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "full", "short"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020", "05/01/2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019"),
        (date(2025, 2, 10), "ngày 10 tháng 02 năm 2025", "10/02/2025"),
        (date(2025, 3, 9), "ngày 09 tháng 3 năm 2025", "09/3/2025"),
        (date(2025, 12, 31), "ngày 31 tháng 12 năm 2025", "31/12/2025"),
    ],
)
def test_zeros_stand_before_days_below_ten_and_months_one_and_two(day: date, full: str, short: str) -> None:
    assert dates.official_date(day) == full
    assert dates.short_date(day) == short


@given(DAYS)
def test_every_written_date_is_read_again(day: date) -> None:
    assert dates.parse_date(dates.official_date(day)) == day
    assert dates.parse_date(dates.short_date(day)) == day


@pytest.mark.parametrize(
    "words",
    [
        "15/8/2025", "15-8-2025", "15.8.2025", "15/08/2025.", "ngày 15/8/2025", " Ngày 15 tháng 8 năm 2025;",
        "15 tháng 08 năm 2025", "ngày\u00a015 tháng 8\nnăm 2025",
    ],
)  # fmt: skip
def test_forms_of_one_day(words: str) -> None:
    assert dates.parse_date(words) == date(2025, 8, 15)


@pytest.mark.parametrize(
    "words",
    [
        "30/02/2025",
        "ngày 31 tháng 4 năm 2025",
        "15/13/2025",
        "8/2025",
        "15/8",
        "15/8/25",
        "trước 15/8/2025",
        "",
    ],
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert dates.parse_date(words) is None


def test_date_line_of_a_paper_and_of_a_draft() -> None:
    assert dates.date_line("Hà Nội", date(2020, 1, 5), None) == "Hà Nội, ngày 05 tháng 01 năm 2020"
    draft = dates.date_line("Thành phố Hồ Chí Minh", None, 2025)
    assert " ".join(draft.split()) == "Thành phố Hồ Chí Minh, ngày tháng năm 2025"
    assert " ".join(dates.date_line("Huế", None, None).split()) == "Huế, ngày tháng năm"


@given(DAYS)
def test_a_date_line_gives_its_parts_again(day: date) -> None:
    line = dates.match_date_line(dates.date_line("Cần Thơ", day, None))
    assert line is not None
    assert (line.place, line.day, line.month, line.year) == ("Cần Thơ", day.day, day.month, day.year)


def test_date_lines_show_missing_zeros_and_blanks() -> None:
    faulty = dates.match_date_line("Hà Nội, ngày 5 tháng 08 năm 2025")
    assert faulty is not None
    assert (faulty.day_text, faulty.month_text, faulty.day, faulty.month) == ("5", "08", 5, 8)
    for blank in (
        "Hà Nội, ngày … tháng … năm 2025",
        dates.date_line("Hà Nội", None, 2025),
        "Hà Nội, ngày tháng 8 năm 2025",
    ):
        line = dates.match_date_line(blank)
        assert line is not None
        assert (line.place, line.day, line.year) == ("Hà Nội", None, 2025)


@pytest.mark.parametrize(
    "words", ["ngày 15 tháng 8 năm 2025", "Số: 15/KH-UBND", "Hà Nội, ngày mai", "Hà Nội, 15/8/2025"]
)
def test_other_lines_are_not_date_lines(words: str) -> None:
    assert dates.match_date_line(words) is None
