import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model.deadline import Deadline, DeadlineKind
from vanban.viet.deadline_phrases import phrases
from vanban.viet.deadlines import find_deadlines, format_deadline, parse_deadline
from vanban.viet.text import words

K = DeadlineKind
REMARK = (
    "Sở KH&CN đã trình tại Tờ trình số 2117/SKHCN-QLKH ngày 19/6/2025 của Sở KH&CN về đăng ký xây dựng "
    "Nghị quyết (đợt 1) trên địa bàn TP.HCM"
)


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


TABLE = [
    ("Trước 15/8/2025.", K.TRUOC, "", "2025-08-14", "Trước ngày 15/8/2025"),
    ("hoàn thành trước ngày 30 tháng 9 năm 2025", K.TRUOC, "", "2025-09-29", "Trước ngày 30/9/2025"),
    ("Trước tháng 9/2025", K.TRUOC, "", "2025-08-31", "Trước ngày 01/9/2025"),
    ("đến 30/9/2025", K.DEN, "", "2025-09-30", "Đến ngày 30/9/2025"),
    ("đến hết tháng 02/2028", K.DEN, "", "2028-02-29", "Đến ngày 29/02/2028"),
    ("hết quý III/2025", K.DEN, "", "2025-09-30", "Đến ngày 30/9/2025"),
    ("chậm nhất ngày 20/11/2025", K.DEN, "", "2025-11-20", "Đến ngày 20/11/2025"),
    ("chậm nhất là ngày 20/11/2025", K.DEN, "", "2025-11-20", "Đến ngày 20/11/2025"),
    ("ngày 15/8/2025", K.NGAY, "2025-08-15", "2025-08-15", "Ngày 15/8/2025"),
    ("15/8/2025", K.NGAY, "2025-08-15", "2025-08-15", "Ngày 15/8/2025"),
    ("15.8.2025", K.NGAY, "2025-08-15", "2025-08-15", "Ngày 15/8/2025"),
    ("tháng 7/2025", K.KHOANG, "2025-07-01", "2025-07-31", "Tháng 7/2025"),
    ("Tháng 02/2026.", K.KHOANG, "2026-02-01", "2026-02-28", "Tháng 02/2026"),
    ("trong tháng 8 năm 2025", K.KHOANG, "2025-08-01", "2025-08-31", "Tháng 8/2025"),
    ("6/2025", K.KHOANG, "2025-06-01", "2025-06-30", "Tháng 6/2025"),
    ("tháng 6 - 8/2025", K.KHOANG, "2025-06-01", "2025-08-31", "Từ tháng 6 đến tháng 8/2025"),
    ("tháng 6-8/2025", K.KHOANG, "2025-06-01", "2025-08-31", "Từ tháng 6 đến tháng 8/2025"),
    ("tháng 6,7,8/2025", K.KHOANG, "2025-06-01", "2025-08-31", "Từ tháng 6 đến tháng 8/2025"),
    ("tháng 6 đến tháng 8 năm 2025", K.KHOANG, "2025-06-01", "2025-08-31", "Từ tháng 6 đến tháng 8/2025"),
    ("từ tháng 6/2025 đến tháng 8/2025", K.KHOANG, "2025-06-01", "2025-08-31", "Từ tháng 6 đến tháng 8/2025"),
    ("tháng 11/2025 - 02/2026", K.KHOANG, "2025-11-01", "2026-02-28", "Từ tháng 11/2025 đến tháng 02/2026"),
    ("Quý IV/2025", K.KHOANG, "2025-10-01", "2025-12-31", "Quý IV/2025"),
    ("Quý 4 năm 2025", K.KHOANG, "2025-10-01", "2025-12-31", "Quý IV/2025"),
    ("hoàn thành trong Quý II/2026", K.KHOANG, "2026-04-01", "2026-06-30", "Quý II/2026"),
    ("Quý I, II/2026", K.KHOANG, "2026-01-01", "2026-06-30", "Quý I, Quý II/2026"),
    ("Quý I và quý II năm 2026", K.KHOANG, "2026-01-01", "2026-06-30", "Quý I, Quý II/2026"),
    ("Quý III - IV/2025", K.KHOANG, "2025-07-01", "2025-12-31", "Quý III, Quý IV/2025"),
    ("Quý IV/2025 - Quý I/2026", K.KHOANG, "2025-10-01", "2026-03-31", "Từ quý IV/2025 đến quý I/2026"),
    ("cuối tháng 6 đầu tháng 7/2025", K.KHOANG, "2025-06-21", "2025-07-10", "Cuối tháng 6, đầu tháng 7/2025"),
    ("đầu tháng 12 năm 2025", K.KHOANG, "2025-12-01", "2025-12-10", "Đầu tháng 12/2025"),
    ("giữa tháng 8/2025", K.KHOANG, "2025-08-11", "2025-08-20", "Giữa tháng 8/2025"),
    ("6 tháng đầu năm 2026", K.KHOANG, "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"),
    ("06 tháng cuối năm 2025", K.KHOANG, "2025-07-01", "2025-12-31", "6 tháng cuối năm 2025"),
    ("năm 2026", K.KHOANG, "2026-01-01", "2026-12-31", "Năm 2026"),
    ("trong năm 2025", K.KHOANG, "2025-01-01", "2025-12-31", "Năm 2025"),
    ("cuối năm 2025", K.KHOANG, "2025-12-01", "2025-12-31", "Tháng 12/2025"),
    ("2025 - 2030", K.KHOANG, "2025-01-01", "2030-12-31", "Từ năm 2025 đến năm 2030"),
    ("2025", K.KHOANG, "2025-01-01", "2025-12-31", "Năm 2025"),
    ("từ ngày 01/7/2025 đến ngày 31/7/2025", K.KHOANG, "2025-07-01", "2025-07-31", "Tháng 7/2025"),
    ("ngày 1 - ngày 9/8/2025", K.KHOANG, "2025-08-01", "2025-08-09", "Từ ngày 01/8/2025 đến ngày 09/8/2025"),
    ("thường xuyên", K.THUONG_XUYEN, "", "", "Thường xuyên"),
    ("hàng tháng", K.DINH_KY, "", "", "Hằng tháng"),
    ("định kỳ hằng quý", K.DINH_KY, "", "", "Hằng quý"),
    ("trước ngày 25 hằng tháng", K.DINH_KY, "", "", "Trước ngày 25 hằng tháng"),
    ("thứ Sáu hằng tuần", K.DINH_KY, "", "", "Thứ Sáu hằng tuần"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "kind", "first", "last", "shown"), TABLE)
def test_phrases(said: str, kind: K, first: str, last: str, shown: str) -> None:
    deadline = parse_deadline(said)
    assert (deadline.kieu, deadline.tu, deadline.den) == (kind, _day(first), _day(last))
    assert (deadline.nguyen_van, deadline.ghi_chu, deadline.du) == (said, None, None)
    assert format_deadline(deadline) == shown


@pytest.mark.parametrize(
    ("said", "cycle"),
    [
        ("hằng ngày", "ngay"),
        ("hàng tuần", "tuan"),
        ("mỗi tháng", "thang"),
        ("hằng quý", "quy"),
        ("Hằng năm.", "nam"),
    ],
)
def test_cycles(said: str, cycle: str) -> None:
    assert parse_deadline(said).chu_ky == cycle


def test_a_remark_in_brackets_is_kept_and_its_dates_are_not_deadlines() -> None:
    deadline = parse_deadline(f"tháng 6/2025 ({REMARK}).")
    assert (deadline.kieu, deadline.tu, deadline.den) == (K.KHOANG, date(2025, 6, 1), date(2025, 6, 30))
    assert (deadline.ghi_chu, deadline.du) == (REMARK, None)
    assert format_deadline(deadline) == "Tháng 6/2025"


def test_two_meanings_are_a_contradiction_without_a_date() -> None:
    deadline = parse_deadline("Trước 30/9/2025 Quý IV/2025.")
    assert deadline.kieu is K.MAU_THUAN
    assert (deadline.tu, deadline.den, deadline.is_clear) == (None, None, False)
    assert [(c.nguyen_van, c.kieu, c.tu, c.den) for c in deadline.ung_vien] == [
        ("Trước 30/9/2025", K.TRUOC, None, date(2025, 9, 29)),
        ("Quý IV/2025", K.KHOANG, date(2025, 10, 1), date(2025, 12, 31)),
    ]
    assert format_deadline(deadline) == "Trước 30/9/2025 Quý IV/2025."


def test_the_same_said_twice_is_no_contradiction() -> None:
    assert parse_deadline("Quý III/2025 Quý III/2025").den == date(2025, 9, 30)


def test_a_word_too_many_is_kept() -> None:
    deadline = parse_deadline("tháng Quý III/2025")
    assert (deadline.kieu, deadline.tu, deadline.du) == (K.KHOANG, date(2025, 7, 1), "tháng")


@pytest.mark.parametrize(
    "said",
    [
        "30/02/2025", "trước 30/02/2025", "ngày 30 tháng 02 năm 2025", "30 / 02 / 2025", "tháng 13/2025",
        "tháng 13 năm 2025", "Quý V/2025", "tháng 8/2025, tháng 13/2025", "tháng 7", "Quý IV", "trước 15/8",
        "sau ngày 15/8/2025", "từ tháng 7/2025", "không trước ngày 15/8/2025", "trước cuối tháng 6/2025",
        "Quý IV/2025 đến khi hoàn thành", "theo tiến độ", "tháng",
    ],
)  # fmt: skip
def test_what_is_not_sure_gets_no_date(said: str) -> None:
    deadline = parse_deadline(said)
    assert (deadline.kieu, deadline.tu, deadline.den) == (K.CHUA_RO, None, None)
    assert deadline.du == said
    assert format_deadline(deadline) == said


def test_no_words_at_all() -> None:
    assert parse_deadline("") == Deadline()


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("tháng 7", "2025-07-01", "2025-07-31"),
        ("Quý IV", "2025-10-01", "2025-12-31"),
        ("ngày 15/8", "2025-08-15", "2025-08-15"),
        ("cuối tháng 6 đầu tháng 7", "2025-06-21", "2025-07-10"),
        ("tháng 7/2026", "2026-07-01", "2026-07-31"),
    ],
)
def test_a_given_year_serves_words_without_one(said: str, first: str, last: str) -> None:
    deadline = parse_deadline(said, default_year=2025)
    assert (deadline.tu, deadline.den) == (_day(first), _day(last))


PIECES = st.sampled_from(
    [row[0] for row in TABLE]
    + ["tháng", "dự kiến", "sau khi được phê duyệt", "(đợt 1)", "30/02/2025", "theo Kế hoạch số 12/KH-UBND"]
    + ["và", ";", ",", "(trình ngày 19/6/2025)", "từ", "đến", "quý", "lần 2"]
)


@given(st.lists(PIECES, max_size=5).map(" ".join))
def test_every_word_is_understood_or_kept(said: str) -> None:
    deadline = parse_deadline(said)
    main = re.sub(r"\([^()]*\)", " ", said)
    main = " ".join(main.split())
    understood = [main[p.start : p.end] for p in phrases(main, None, loose=True)]
    if deadline.kieu is K.CHUA_RO:
        understood = []
    kept = [*understood, deadline.ghi_chu or "", deadline.du or ""]
    assert Counter(words(" ".join(kept))) == Counter(words(said))
    if deadline.ung_vien:
        assert [candidate.nguyen_van for candidate in deadline.ung_vien] == understood


@pytest.mark.parametrize(
    ("said", "remark", "rest"),
    [
        ("Quý IV/2025 (chưa chốt", "chưa chốt", None),
        ("Quý IV/2025) lần 2", None, ") lần 2"),
        ("(đợt 1) Quý IV/2025 (đợt 2 (bổ sung))", "đợt 1; đợt 2 (bổ sung)", None),
    ],
)
def test_brackets_that_people_forget(said: str, remark: str | None, rest: str | None) -> None:
    deadline = parse_deadline(said)
    assert (deadline.den, deadline.ghi_chu, deadline.du) == (date(2025, 12, 31), remark, rest)


DAYS = st.dates(min_value=date(1901, 1, 1), max_value=date(2098, 12, 31))
MONTH_STARTS = DAYS.map(lambda d: d.replace(day=1))
EDGES = st.sampled_from(
    [0, 9, 10, 19, 20, 27, 28, 29, 30, 40, 58, 59, 60, 89, 90, 91, 180, 181, 182, 183, 364, 365, 729]
)


@st.composite
def sure_deadlines(draw: st.DrawFn) -> Deadline:
    kind = draw(st.sampled_from([K.TRUOC, K.DEN, K.NGAY, K.KHOANG]))
    start = draw(DAYS | MONTH_STARTS | MONTH_STARTS.map(lambda d: d.replace(day=21)))
    if kind is K.NGAY:
        return Deadline(kieu=kind, tu=start, den=start)
    if kind is K.KHOANG:
        length = draw(EDGES | st.integers(0, 2000))
        return Deadline(kieu=kind, tu=start, den=start + timedelta(days=length))
    return Deadline(kieu=kind, den=start)


@given(sure_deadlines())
def test_what_papers_print_is_read_as_it_was_meant(deadline: Deadline) -> None:
    again = parse_deadline(format_deadline(deadline))
    assert (again.kieu, again.tu, again.den, again.du) == (deadline.kieu, deadline.tu, deadline.den, None)


@given(DAYS, st.integers(0, 40))
def test_whole_months_are_read_as_they_were_meant(start: date, count: int) -> None:
    first = start.replace(day=1)
    after = first.year * 12 + first.month + count
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    for source in ("", "quý"):
        shown = format_deadline(Deadline(nguyen_van=source, kieu=K.KHOANG, tu=first, den=last))
        again = parse_deadline(shown)
        assert (again.kieu, again.tu, again.den) == (K.KHOANG, first, last), shown
        assert "ngày" not in shown


def test_deadlines_within_a_sentence() -> None:
    sentence = (
        "Theo Quyết định số 12/QĐ-UBND ngày 15/8/2025 của Ủy ban nhân dân Thành phố, sơ kết vào "
        "đầu tháng 12 năm 2025; báo cáo trước ngày 25 hằng tháng, hoàn thành trước 30/9/2025, tỷ lệ 5/2025."
    )
    found = find_deadlines(sentence)
    assert [sentence[start:end] for start, end, _ in found] == [
        "vào đầu tháng 12 năm 2025",
        "trước ngày 25 hằng tháng",
        "trước 30/9/2025",
    ]
    assert [d.kieu for _, _, d in found] == [K.KHOANG, K.DINH_KY, K.TRUOC]


@pytest.mark.parametrize(
    "sentence", ["họp ngày 30 tháng 02 năm 2025.", "trong 100 ngày", "từ 3 tháng đến 5 tháng", "5G"]
)
def test_sentences_without_a_deadline(sentence: str) -> None:
    assert find_deadlines(sentence) == []
