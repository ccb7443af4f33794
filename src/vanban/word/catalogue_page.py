"""The catalogue of fields as a page of Word, on its side, to keep beside a template that one edits."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from vanban.law.decree import Decree
from vanban.word.finish import finish
from vanban.word.stationery import Stationery
from vanban.word.tables import Column
from vanban.word.template import render

_HOW: Final = (
    "Gõ tên trường trong hai ngoặc, như {{ trich_yeu }}. Đường dẫn có [] là danh sách, in bằng vòng lặp; mỗi "
    "thẻ {%p … %} đứng riêng một đoạn, mỗi thẻ {%tr … %} đứng riêng một hàng của bảng.",
    "Ví dụ trường nhom[].nhiem_vu[].ten: {%p for n in nhom %} {%p for nv in n.nhiem_vu %} {{ nv.ten }} "
    "{%p endfor %} {%p endfor %}.",
)
_FILTERS: Final = "Bộ lọc đặt sau dấu gạch đứng, như {{ ngay_lap|ngay_day_du }}."


def catalogue_page(
    decree: Decree,
    *,
    kind: str,
    fields: Sequence[Sequence[str]],
    filters: Sequence[Sequence[str]],
    day: date,
) -> bytes:
    """The page: the rows of fields (path, type, meaning, example, clause), then those of filters.

    A filter has its name, what it does, how it is written, what comes out and its clause. `day` dates the
    file.
    """
    paper = Stationery(decree)
    paper.lie_down()
    paper.paragraph("ten_loai", "DANH MỤC TRƯỜNG CỦA MẪU")
    paper.paragraph("trich_yeu", "{{ loai }}")
    paper.each("dong", "cach_viet", "noi_dung")
    paper.paragraph("VB Ngắt", "")
    paper.table("truong", "o", _columns(_FIELD_WIDTHS, "Trường", "Kiểu", "Nghĩa", "Ví dụ", "Điều khoản"))
    paper.paragraph("VB Cách", "")
    paper.paragraph("noi_dung", "{{ ve_bo_loc }}")
    paper.paragraph("VB Ngắt", "")
    paper.table("bo_loc", "o", _columns(_FILTER_WIDTHS, "Bộ lọc", "Việc", "Viết", "In ra", "Điều khoản"))
    paper.paragraph("VB Ngắt", "")
    data = {
        "loai": kind,
        "cach_viet": list(_HOW),
        "ve_bo_loc": _FILTERS,
        "truong": [list(row) for row in fields],
        "bo_loc": [list(row) for row in filters],
    }
    title = f"Danh mục trường của mẫu {kind}"
    made = render(paper.docx(), data, where=title)
    return finish(made, decree, title=title, language="vi-VN", day=day)


_FIELD_WIDTHS: Final = (62.0, 34.0, 62.0, 66.0, 28.0)
_FILTER_WIDTHS: Final = (36.0, 68.0, 66.0, 54.0, 28.0)


def _columns(widths: Sequence[float], *headings: str) -> list[Column]:
    return [Column(h, f"{{{{ o[{i}] }}}}", w) for i, (h, w) in enumerate(zip(headings, widths, strict=True))]
