"""Which paragraph is which component: the one place that tells.

Here a component is known by the named Word style that its row of the law gives it ("VB Trích yếu").
All rules work from the result and never look at a style themselves.
"""

from typing import Final

from vanban.law.decree import Component, Decree
from vanban.model.sheet import Paragraph, Sheet

Parts = dict[str, list[Paragraph]]
"""Paragraphs in reading order by the code of their component, or by a code of `CUSTOM`."""

STYLE_PREFIX: Final = "VB "

CUSTOM: Final = {
    "VB Gạch đầu dòng": "gach_dau_dong",
    "VB Dấu cộng": "dau_cong",
    "VB Khoản con": "khoan_con",
    "VB Điều không tiêu đề": "dieu_khong_tieu_de",
    "VB Kính gửi danh sách": "kinh_gui_danh_sach",
}
"""Styles of custom that carry the content of a component, with the code that stands for them here."""

LAW_OF: Final = {
    "gach_dau_dong": "noi_dung",
    "dau_cong": "noi_dung",
    "khoan_con": "noi_dung",
    "dieu_khong_tieu_de": "noi_dung",
    "noi_dung_phu_luc": "noi_dung",
    "muc_khac": "noi_dung",
    "dong_khac": "noi_dung",
    "kinh_gui_danh_sach": "kinh_gui",
}
"""The component whose row speaks for a code of custom."""

NAMES: Final = {
    "gach_dau_dong": "Gạch đầu dòng",
    "dau_cong": "Dấu cộng đầu dòng",
    "khoan_con": "Khoản con",
    "dieu_khong_tieu_de": "Điều không có tiêu đề",
    "noi_dung_phu_luc": "Lời văn của phụ lục",
    "muc_khac": "Đề mục",
    "dong_khac": "Dòng riêng trong nội dung",
    "kinh_gui_danh_sach": "Danh sách Kính gửi",
    "chu_thich_ten": "Chú thích dưới trích yếu",
    "tham_quyen": "Thẩm quyền ban hành",
    "lenh": "Dòng quyết định",
    "noi_dien": "Nơi nhận điện",
}

HEADINGS_OF_CUSTOM: Final = frozenset({"khoan_con", "muc_khac", "dong_khac", "noi_dung_phu_luc"})
"""Codes of custom that are bold by custom: the weight of the row that speaks for them is not theirs."""

ASIDE: Final = frozenset({"muc_khac", "dong_khac", "noi_dung_phu_luc"})
"""Lines of foreign papers that the decree does not name: less is sure about them."""


def is_foreign(sheet: Sheet) -> bool:
    """Whether no style of this project occurs, so that the components cannot be told apart yet."""
    return not any(paragraph.style.startswith(STYLE_PREFIX) for paragraph in sheet.paragraphs)


def find_parts(sheet: Sheet, decree: Decree) -> Parts:
    """The components that occur, each with its paragraphs; a page number is known by its field."""
    codes = {component.style: component.ma for component in decree.components} | CUSTOM
    parts: Parts = {}
    for paragraph in sheet.paragraphs:
        code = codes.get(paragraph.style)
        if is_page_number(paragraph):
            code = "so_trang"
        if code is not None:
            parts.setdefault(code, []).append(paragraph)
    return parts


def is_page_number(paragraph: Paragraph) -> bool:
    """Whether the paragraph stands in a header or footer and prints the number of the page."""
    return paragraph.zone in ("dau_trang", "chan_trang") and "PAGE" in paragraph.fields


def body_codes(decree: Decree) -> list[str]:
    """Codes of what obeys the rules for the content (Mục II.6.e)."""
    lawful = [component.ma for component in decree.components if component.la_noi_dung]
    return lawful + [code for code, law in LAW_OF.items() if law in lawful]


def row_of(code: str, decree: Decree) -> Component:
    """The row of the law that speaks for a code."""
    return decree.component(LAW_OF.get(code, code))


def name_of(code: str, decree: Decree) -> str:
    """The name of a component for people."""
    return NAMES.get(code) or decree.component(code).ten
