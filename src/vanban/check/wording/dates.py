"""Dates inside the text: days that do not exist, zeros against the form of the decree, mixed forms."""

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.wording.reading import Reading
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.viet.dates import day_text, make_date, month_text

IMPOSSIBLE = Rule(
    ma="cau-chu.ngay-khong-co-that",
    muc=Severity.CANH_BAO,
    ten="Ngày không có thật",
    vi_sao="Ngày không có trong lịch, hay năm thiếu chữ số, là gõ nhầm.",
    can_cu=CUSTOM,
    sai="trước ngày 31/6/2026; ngày 21/9/025",
    dung="trước ngày 30/6/2026; ngày 21/9/2025",
)
ZEROS = Rule(
    ma="cau-chu.so-khong-trong-ngay",
    muc=Severity.GOI_Y,
    ten="Số 0 trong “ngày … tháng … năm …”",
    vi_sao="Nghị định chỉ quy định cách ghi ngày ban hành: thêm số 0 trước ngày dưới 10 và tháng 1, 2; trong "
    "lời văn nên viết cùng một cách.",
    can_cu=CUSTOM,
    sai="ngày 5 tháng 09 năm 2026",
    dung="ngày 05 tháng 9 năm 2026",
    sua_duoc=True,
)
MIXED = Rule(
    ma="cau-chu.ngay-hai-cach",
    muc=Severity.GOI_Y,
    ten="Ngày tháng viết hai cách",
    vi_sao="Trong một văn bản nên viết tháng 3 đến tháng 9 một kiểu: hoặc có số 0, hoặc không.",
    can_cu=CUSTOM,
    sai="từ 05/03/2026 đến 10/4/2026",
    dung="từ 05/3/2026 đến 10/4/2026",
)
RULES = (IMPOSSIBLE, ZEROS, MIXED)

_SLASHED = re.compile(r"/(\d{1,2})/(\d{3,4})(?![\w/-]|\.\d)")
_DAY_MONTH = re.compile(r"gày (\d{1,2})/(\d{1,2})(?![\w/-]|[.,]\d)")
_LONG = re.compile(r"gày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?(?![\w/])")
_DAY = re.compile(r"(?<![\w.,/-])\d{1,2}\Z")


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on dates."""
    if "/" in reading.text:
        yield from _slashed(reading)
        for found in _DAY_MONTH.finditer(reading.text):
            # Without its year a day of February may be a leap day.
            if make_date(int(found[1]), int(found[2]), 2024) is None:
                yield _impossible(reading, found.start() - 1, found.end())
    if "tháng" in reading.words:
        yield from _long(reading)


def _slashed(reading: Reading) -> Iterator[Finding]:
    padded: list[int] = []
    bare: list[int] = []
    for found in _SLASHED.finditer(reading.text):
        lead = _DAY.search(reading.text, max(0, found.start() - 3), found.start())
        if lead is None:
            continue
        day, month, year = lead.group(), *found.groups()
        if make_date(int(day), int(month), int(year)) is None or len(year) == 3:
            yield _impossible(reading, lead.start(), found.end())
        elif 3 <= int(month) <= 9:
            (padded if len(month) == 2 else bare).append(lead.start())
    if padded and bare:
        at = padded[0] if len(padded) <= len(bare) else bare[0]
        other = bare[0] if at == padded[0] else padded[0]
        shown, against = (reading.text[i : i + 10].rstrip(" ,.;)\0") for i in (at, other))
        yield reading.finding(
            MIXED,
            at,
            at + len(shown),
            f"Tháng dưới 10 lúc có số 0 ({len(padded)} chỗ), lúc không ({len(bare)} chỗ): “{shown}”, "
            f"“{against}”.",
            advice="Chọn một cách cho cả văn bản; Nghị định ghi tháng 3 đến 9 không có số 0.",
        )


def _impossible(reading: Reading, start: int, end: int) -> Finding:
    words = reading.text[start:end]
    return reading.finding(
        IMPOSSIBLE, start, end, f"“{words}” không phải là một ngày có thật.", advice="Tra lại và sửa ngày."
    )


def _long(reading: Reading) -> Iterator[Finding]:
    for found in _LONG.finditer(reading.text):
        day, month, year = int(found[1]), int(found[2]), int(found[3] or 2024)
        if make_date(day, month, year) is None:
            yield _impossible(reading, found.start() - 1, found.end())
            continue
        right = (day_text(day), month_text(month))
        if (found[1], found[2]) != right:
            yield reading.finding(
                ZEROS,
                found.start() - 1,
                found.end(2),
                f"“{reading.text[found.start() - 1 : found.end(2)]}” thiếu hoặc thừa số 0.",
                advice=f"Viết “ngày {right[0]} tháng {right[1]}”.",
                mends=[(*found.span(i + 1), right[i]) for i in (0, 1) if found[i + 1] != right[i]],
            )
