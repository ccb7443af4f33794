"""Filters for templates: what an editor may put behind a field, each with its meaning and an example."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from vanban.word.filter_functions import (
    capitals,
    cited_again,
    cited_first,
    first_capital,
    first_small,
    full_date,
    joined_with_and,
    joined_with_semicolons,
    long_name,
    money,
    money_words,
    number,
    number_words,
    place_and_date,
    point_letter,
    roman_number,
    short_name,
    slashed_date,
    two_digits,
)


@dataclass(frozen=True, slots=True)
class TemplateFilter:
    """A filter: its name, what it does, how it is written and what comes out, and the clause behind it."""

    ten: str
    nghia: str
    vi_du: str
    ket_qua: str
    lam: Callable[..., Any]
    dieu_khoan: str = ""


_A, _N, _C = "PL I, II.4.b", "PL I, II.3.c", "PL I, II.6.b"
_LAW: Final = "'Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị'"
FILTERS: Final = tuple(
    TemplateFilter(*row)
    for row in (
        (
            "ngay_day_du",
            "ngày bằng lời; chỉ ngày dưới 10 và tháng 1, 2 thêm số 0",
            "'2025-02-05'|ngay_day_du",
            "ngày 05 tháng 02 năm 2025",
            full_date,
            _A,
        ),
        ("ngay_ngan", "ngày trong câu", "'2025-08-15'|ngay_ngan", "15/8/2025", slashed_date),
        (
            "dong_ngay",
            "dòng địa danh và thời gian ban hành",
            "'2025-02-05'|dong_ngay('Hà Nội')",
            "Hà Nội, ngày 05 tháng 02 năm 2025",
            place_and_date,
            _A,
        ),
        ("bang_chu", "số nguyên bằng chữ", "1005|bang_chu", "một nghìn không trăm linh năm", number_words),
        (
            "so",
            "số có dấu chấm hàng nghìn, dấu phẩy thập phân; so(2): hai chữ số thập phân",
            "1234567.5|so(2)",
            "1.234.567,50",
            number,
        ),
        ("tien", "số tiền", "1500000|tien", "1.500.000 đồng", money),
        (
            "tien_bang_chu",
            "số tiền, kèm số tiền bằng chữ",
            "1500000|tien_bang_chu",
            "1.500.000 đồng (Bằng chữ: Một triệu năm trăm nghìn đồng)",
            money_words,
        ),
        ("hai_chu_so", "số dưới 10 thêm số 0", "7|hai_chu_so", "07", two_digits, _N),
        ("la_ma", "chữ số La Mã", "4|la_ma", "IV", roman_number),
        (
            "chu_cai",
            "chữ cái của điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e …",
            "5|chu_cai",
            "đ",
            point_letter,
            "PL I, II.6.đ",
        ),
        (
            "noi_va",
            "nối danh sách thành câu",
            "['Sở A', 'Sở B', 'Sở C']|noi_va",
            "Sở A, Sở B và Sở C",
            joined_with_and,
        ),
        (
            "noi_cham_phay",
            "nối danh sách bằng dấu chấm phẩy",
            "['Sở A;', 'Sở B.']|noi_cham_phay",
            "Sở A; Sở B",
            joined_with_semicolons,
        ),
        (
            "in_hoa",
            "chữ in hoa; chú thích giữ nguyên",
            "'Ủy ban nhân dân'|in_hoa",
            "ỦY BAN NHÂN DÂN",
            capitals,
        ),
        ("hoa_dau", "chữ cái đầu viết hoa", "'đề án mẫu'|hoa_dau", "Đề án mẫu", first_capital),
        (
            "thuong_dau",
            "chữ cái đầu viết thường, trừ chữ viết tắt",
            "'Đề án mẫu'|thuong_dau",
            "đề án mẫu",
            first_small,
        ),
        (
            "ten_day_du",
            "tên đầy đủ của cơ quan",
            "'UBND tỉnh Mẫu'|ten_day_du",
            "Ủy ban nhân dân tỉnh Mẫu",
            long_name,
        ),
        (
            "ten_ngan",
            "tên ngắn của cơ quan",
            "'Ủy ban nhân dân tỉnh Mẫu'|ten_ngan",
            "UBND tỉnh Mẫu",
            short_name,
        ),
        (
            "vien_dan",
            "viện dẫn lần đầu: đủ loại, số, ngày, cơ quan, trích yếu",
            f"{_LAW}|vien_dan",
            _LAW.strip("'"),
            cited_first,
            _C,
        ),
        (
            "vien_dan_lai",
            "viện dẫn các lần sau: chỉ loại và số",
            f"{_LAW}|vien_dan_lai",
            "Nghị quyết số 57-NQ/TW",
            cited_again,
            _C,
        ),
    )
)
"""Every filter, in the order in which the catalogue shows them."""

FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {one.ten: one.lam for one in FILTERS}
"""The filters by name, for the language of templates."""
