"""Place and time of issue: "Hà Nội, ngày 05 tháng 01 năm 2020" (Mục II.4)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.foreign.lines import is_loose
from vanban.check.form.mends import find_mend
from vanban.check.form.paper import Paper
from vanban.check.form.rule_lines import line_widths_mm
from vanban.check.form.static_rules import breach, custom
from vanban.check.form.words import BLANK, words
from vanban.model.finding import Finding, Severity
from vanban.model.sheet import Paragraph
from vanban.viet.dates import DateLine, day_text, make_date, match_date_line, month_text

_TIME: Final = "Phụ lục I, Phần I, Mục II.4.b"
_PLACE: Final = "Phụ lục I, Phần I, Mục II.4.c"
_WHY: Final = "Ngày ban hành là mốc tính hiệu lực và thời hạn, phải đọc được một cách duy nhất."
_NO_COMMA = re.compile(r"[^,]+\sngày\b.*\btháng\b.*\bnăm\b.*", re.IGNORECASE | re.DOTALL)

FORM: Final = breach(
    "dia-danh-thoi-gian.dang",
    "Địa danh, thời gian: viết đầy đủ ngày, tháng, năm",
    _TIME,
    sai="Hà Nội, ngày 05/01/2020",
    dung="Hà Nội, ngày 05 tháng 01 năm 2020",
    vi_sao=_WHY,
)
COMMA: Final = breach(
    "dia-danh-thoi-gian.dau-phay",
    "Địa danh, thời gian: sau địa danh có dấu phẩy",
    _PLACE,
    sai="Hà Nội ngày 05 tháng 01 năm 2020",
    dung="Hà Nội, ngày 05 tháng 01 năm 2020",
    vi_sao=_WHY,
)
CAPITAL: Final = breach(
    "dia-danh-thoi-gian.chu-hoa",
    "Địa danh, thời gian: chữ đầu của địa danh viết hoa",
    _PLACE,
    sai="hà Nội, ngày 05 tháng 01 năm 2020",
    dung="Hà Nội, ngày 05 tháng 01 năm 2020",
    vi_sao=_WHY,
)
ZERO: Final = breach(
    "dia-danh-thoi-gian.so-khong",
    "Địa danh, thời gian: ngày dưới 10 và tháng 1, 2 có số 0 phía trước",
    _TIME,
    sai="ngày 5 tháng 1 năm 2020",
    dung="ngày 05 tháng 01 năm 2020",
    vi_sao="Số 0 phía trước ngăn việc viết thêm chữ số vào ngày, tháng.",
    mendable=True,
)
NEEDLESS_ZERO: Final = custom(
    "dia-danh-thoi-gian.thua-so-khong",
    "Địa danh, thời gian: tháng 3 đến tháng 9 không thêm số 0",
    sai="ngày 29 tháng 06 năm 2019",
    dung="ngày 29 tháng 6 năm 2019",
    vi_sao="Nghị định chỉ đòi số 0 ở tháng 1 và tháng 2, và các ví dụ của Nghị định viết như vậy.",
    like="theo ví dụ tại Phụ lục I, Phần I, Mục V, hàng 4",
    mendable=True,
)
IMPOSSIBLE: Final = breach(
    "dia-danh-thoi-gian.ngay-khong-co",
    "Địa danh, thời gian: ngày có trên lịch",
    _TIME,
    sai="ngày 31 tháng 6 năm 2020",
    dung="ngày 30 tháng 6 năm 2020",
    vi_sao=_WHY,
)
ONE_LINE: Final = breach(
    "dia-danh-thoi-gian.mot-dong",
    "Địa danh, thời gian: nằm trên cùng một dòng với số, ký hiệu",
    _PLACE,
    sai="Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm / 2025 (xuống dòng)",
    dung="Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm 2025 (một dòng)",
    vi_sao="Dòng gãy đôi thì phần sau không còn ngang hàng với số, ký hiệu.",
)
SHORT_PLACE: Final = breach(
    "dia-danh-thoi-gian.viet-tat",
    "Địa danh, thời gian: tên đặt theo tên người ghi đầy đủ",
    "Phụ lục I, Phần I, Mục II.4.a",
    sai="TP. Hồ Chí Minh, ngày 05 tháng 01 năm 2020",
    dung="Thành phố Hồ Chí Minh, ngày 05 tháng 01 năm 2020",
    vi_sao="Địa danh là tên gọi chính thức của đơn vị hành chính.",
)
_SHORT_CITY = re.compile(r"(?:tp|t\.p|tphcm|tp\.?hcm)\b\.?\s*(?:hồ chí minh|hcm)?\b", re.IGNORECASE)
RULES: Final = (FORM, COMMA, SHORT_PLACE, CAPITAL, ZERO, NEEDLESS_ZERO, IMPOSSIBLE, ONE_LINE)


def check_place_and_date(paper: Paper) -> Iterator[Finding]:
    """Findings on the line of place and time."""
    for paragraph in paper.of("dia_danh_thoi_gian"):
        text = " ".join(words(paragraph).split())
        if text == BLANK or (text.endswith(BLANK) and "ngày" not in text.casefold()):
            continue
        line = match_date_line(text.replace(BLANK, " … "))
        if line is None:
            if "," not in text and _NO_COMMA.fullmatch(text):
                yield paper.finding(COMMA, "sau địa danh thiếu dấu phẩy", at=paragraph)
            else:
                yield paper.finding(FORM, "phải ghi “địa danh, ngày … tháng … năm …”", at=paragraph)
            continue
        place = line.place.lstrip(" …")
        if place[:1].islower():
            yield paper.finding(CAPITAL, "chữ cái đầu của địa danh phải viết hoa", at=paragraph)
        if _SHORT_CITY.match(place):
            named_after_a_man = re.search(r"hồ chí minh|hcm", place, re.IGNORECASE)
            yield paper.finding(
                SHORT_PLACE,
                f"địa danh viết tắt “{place}”, phải ghi đầy đủ",
                at=paragraph,
                quote=place,
                severity=None if named_after_a_man else Severity.CANH_BAO,
            )
        yield from _zeros(paper, paragraph, line)
        yield from _calendar(paper, paragraph, line)
        yield from _one_line(paper, paragraph)


def _one_line(paper: Paper, paragraph: Paragraph) -> Iterator[Finding]:
    """Measured by the widths of the font, so not before the template is filled in; never an error."""
    lines = [] if paper.template or is_loose(paragraph) else line_widths_mm(paragraph, paper)
    if len(lines) > 1:
        finding = paper.finding(
            ONE_LINE,
            f"dòng dài hơn ô chứa nó nên gãy thành {len(lines)} dòng",
            at=paragraph,
            fix="nới cột phải, hoặc dùng cỡ chữ 13",
        )
        yield finding.model_copy(update={"muc": Severity.CANH_BAO})


def _zeros(paper: Paper, paragraph: Paragraph, line: DateLine) -> Iterator[Finding]:
    for name, value, text, asked in (
        ("ngày", line.day, line.day_text, day_text),
        ("tháng", line.month, line.month_text, month_text),
    ):
        if value is None or text == asked(value):
            continue
        rule = ZERO if len(text) < len(asked(value)) else NEEDLESS_ZERO
        yield paper.finding(
            rule,
            f"ghi “{name} {text}”, phải ghi “{name} {asked(value)}”"
            if rule is ZERO
            else f"ghi “{name} {text}”, Nghị định viết “{name} {asked(value)}”",
            at=paragraph,
            fix=f"ghi “{name} {asked(value)}”",
            mends=find_mend(paper, paragraph, f"{name} {text}", f"{name} {asked(value)}"),
        )


def _calendar(paper: Paper, paragraph: Paragraph, line: DateLine) -> Iterator[Finding]:
    """Whether there is such a day; a leap year stands in for a year that is still blank."""
    if line.year is not None and line.year < 1000:
        yield paper.finding(FORM, f"năm ghi “{line.year_text}”, phải ghi đủ bốn chữ số", at=paragraph)
        return
    if line.day is None and line.month is None:
        return
    if make_date(line.day or 1, line.month or 1, line.year or 2000) is None:
        yield paper.finding(
            IMPOSSIBLE, f"không có ngày {line.day_text or '…'} tháng {line.month_text or '…'}", at=paragraph
        )
