"""When recurring work falls due next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet.cycles import next_due
from vanban.viet.deadlines import parse_deadline


@pytest.mark.parametrize(
    ("words", "after", "wanted"),
    [
        ("trước ngày 25 hằng tháng", date(2026, 3, 1), date(2026, 3, 24)),
        ("trước ngày 25 hằng tháng", date(2026, 3, 24), date(2026, 3, 24)),
        ("trước ngày 25 hằng tháng", date(2026, 3, 25), date(2026, 4, 24)),
        ("ngày 25 hằng tháng", date(2026, 12, 26), date(2027, 1, 25)),
        ("trước ngày 01 hằng tháng", date(2026, 2, 28), date(2026, 2, 28)),
        ("ngày 31 hằng tháng", date(2026, 2, 10), date(2026, 2, 28)),
        ("ngày 20 của tháng cuối mỗi quý", date(2026, 2, 10), date(2026, 3, 20)),
        ("trước ngày 15 tháng 12 hằng năm", date(2026, 12, 15), date(2027, 12, 14)),
        ("thứ Sáu hằng tuần", date(2026, 11, 26), date(2026, 11, 27)),
        ("thứ Sáu hằng tuần", date(2026, 11, 28), date(2026, 12, 4)),
        ("hằng tháng", date(2026, 3, 1), None),
        ("thường xuyên", date(2026, 3, 1), None),
        ("trước 30/9/2026", date(2026, 3, 1), None),
    ],
)
def test_the_next_last_day(words: str, after: date, wanted: date | None) -> None:
    assert next_due(parse_deadline(words), after) == wanted


@given(
    st.sampled_from(["trước ngày {} hằng tháng", "ngày {} hằng tháng"]),
    st.integers(1, 28),
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
)
def test_a_monthly_duty_comes_within_a_month(words: str, day: int, after: date) -> None:
    found = next_due(parse_deadline(words.format(day)), after)
    assert found is not None
    assert after <= found <= after + timedelta(days=31)
    named = found + timedelta(days=1) if words.startswith("trước") else found
    assert named.day == day
