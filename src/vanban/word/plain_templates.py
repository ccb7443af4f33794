"""A lawful template for any of the 29 kinds, cut from the law: for the fields of `model.plain`.

The forms follow Phụ lục III: Mẫu 1.1 to 1.10. Kinds without a sample form (hợp đồng, bản ghi nhớ, bản thỏa
thuận, thư công) take the frame of Mẫu 1.4, by custom.
"""

from collections.abc import Callable

from vanban.law.decree import Decree, Kind
from vanban.model.plain import ISSUED_WITH
from vanban.word.plain_parts import (
    appendices,
    blocks,
    parties_signature,
    plain_head,
    plain_signature,
)
from vanban.word.stationery import Stationery
from vanban.word.styles import RULE_STYLES
from vanban.word.tables import frame


def cut_template(decree: Decree, kind: Kind) -> bytes:
    """The template of a kind, as a .docx."""
    paper = Stationery(decree)
    plain_head(paper, kind)
    if kind.ma != "cong_van":
        _title(paper, kind)
    if kind.co_kinh_gui:
        _addressees(paper, kind)
    _decided(paper, kind)
    if (body := _BODIES.get(kind.ma)) is not None:
        body(paper)
    else:
        blocks(paper, "than")
        _signature(paper, kind)
    appendices(paper)
    return paper.docx()


def _title(paper: Stationery, kind: Kind) -> None:
    """Kind, subject, and the line; forms without a subject have the line under the kind."""
    if "trich_yeu" in kind.bat_buoc:
        _title_lines(paper, kind)
        return
    paper.tag("{%p if trich_yeu %}")
    _title_lines(paper, kind)
    paper.tag("{%p else %}")
    paper.paragraph("ten_loai", "{{ ten_loai }}")
    paper.paragraph(RULE_STYLES["ten_loai"], "")
    paper.tag("{%p endif %}")


def _title_lines(paper: Stationery, kind: Kind) -> None:
    paper.paragraph("ten_loai", "{{ ten_loai }}")
    paper.paragraph("trich_yeu", "{{ trich_yeu }}")
    if kind.ma in ISSUED_WITH:
        paper.tag("{%p if kem_theo %}")
        paper.paragraph("kem_theo", "{{ kem_theo }}")
        paper.tag("{%p endif %}")
    paper.paragraph(RULE_STYLES["trich_yeu"], "")


def _addressees(paper: Stationery, kind: Kind) -> None:
    """A report has Kính gửi only when it goes to a superior (Mục II.9.b)."""
    needed = "kinh_gui" in kind.bat_buoc
    if not needed:
        paper.tag("{%p if kinh_gui %}")
    paper.addressees()
    if not needed:
        paper.tag("{%p endif %}")


_ORDERS = {"quyet_dinh": "QUYẾT ĐỊNH:", "nghi_quyet": "QUYẾT NGHỊ:"}


def _decided(paper: Stationery, kind: Kind) -> None:
    """Grounds; a decision and a resolution also say who decides, and that they do (Mẫu 1.1 to 1.3)."""
    order = _ORDERS.get(kind.ma)
    if order:
        paper.paragraph("VB Thẩm quyền ban hành", "{{ tham_quyen }}")
    paper.each("dong", "can_cu", "can_cu")
    if order:
        paper.paragraph("VB Lệnh", order)


def _signature(paper: Stationery, kind: Kind) -> None:
    if kind.ma in ("hop_dong", "ban_ghi_nho", "ban_thoa_thuan"):
        parties_signature(paper)
        paper.tag("{%p if noi_nhan %}")
        paper.paragraph("noi_nhan", "Nơi nhận:")
        paper.each("dong", "noi_nhan", "noi_nhan_danh_sach")
        paper.tag("{%p endif %}")
    else:
        plain_signature(paper, kind)


def _invitation(paper: Stationery) -> None:
    """Mẫu 1.7."""
    for text in (
        "{{ co_quan }} trân trọng kính mời: {{ kinh_moi }}.",
        "Tới dự {{ toi_du }}.",
        "Chủ trì: {{ chu_tri }}.",
        "Thời gian: {{ thoi_gian }}.",
        "Địa điểm: {{ dia_diem }}{{ '.' if than else './.' }}",
    ):
        paper.paragraph("noi_dung", text)
    blocks(paper, "than")
    paper.signature()


def _introduction(paper: Stationery) -> None:
    """Mẫu 1.8."""
    paper.paragraph("VB Dòng giữa", "{{ co_quan }} trân trọng giới thiệu:")
    for text in (
        "Ông (bà): {{ ong_ba }}.",
        "Chức vụ: {{ chuc_vu }}.",
        "Được cử đến: {{ cu_den }}.",
        "Về việc: {{ ve_viec }}.",
    ):
        paper.paragraph("noi_dung", text)
    blocks(paper, "than")
    paper.paragraph(
        "noi_dung", "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ."
    )
    paper.paragraph("noi_dung", "Giấy này có giá trị đến hết ngày {{ gia_tri_den }}./.")
    paper.signature()


def _leave(paper: Stationery) -> None:
    """Mẫu 1.10."""
    paper.paragraph(
        "noi_dung",
        "Xét Đơn đề nghị nghỉ phép ngày {{ ngay_don }} của ông (bà) {{ ong_ba }}, {{ co_quan }} cấp cho:",
    )
    for text in (
        "Ông (bà): {{ ong_ba }}.",
        "Chức vụ: {{ chuc_vu }}.",
        "Được nghỉ phép trong thời gian {{ thoi_gian }}, kể từ ngày {{ tu_ngay }} "
        "đến hết ngày {{ den_ngay }} tại {{ noi_nghi }}.",
    ):
        paper.paragraph("noi_dung", text)
    blocks(paper, "than")
    paper.paragraph("noi_dung", "Số ngày nghỉ phép nêu trên được tính vào thời gian {{ tinh_vao }}./.")
    paper.signature()
    paper.tag("{%p if co_xac_nhan %}")
    paper.paragraph("VB Cách", "")
    paper.raw(
        lambda p: frame(
            [paper.text_width_mm * 0.6, paper.text_width_mm * 0.4],
            [
                [
                    [
                        p("VB Bảng số", "Xác nhận của cơ quan (tổ chức)"),
                        p("VB Bảng số", "hoặc chính quyền địa phương nơi nghỉ phép"),
                        p("VB Bảng số", "(Chữ ký, dấu)"),
                    ],
                    [p("VB Bảng", "")],
                ]
            ],
        )
    )
    paper.paragraph("VB Ngắt", "")
    paper.tag("{%p endif %}")


def _minutes(paper: Stationery) -> None:
    """Mẫu 1.9."""
    paper.paragraph("noi_dung", "Thời gian bắt đầu: {{ bat_dau }}.")
    paper.paragraph("noi_dung", "Địa điểm: {{ dia_diem }}.")
    paper.tag("{%p if thanh_phan|length == 1 %}")
    paper.paragraph("noi_dung", "Thành phần tham dự: {{ thanh_phan[0] }}.")
    paper.tag("{%p else %}")
    paper.paragraph("noi_dung", "Thành phần tham dự:")
    paper.each("nguoi", "thanh_phan", "VB Gạch đầu dòng", "{{ nguoi }}{{ '.' if loop.last else ';' }}")
    paper.tag("{%p endif %}")
    paper.paragraph("noi_dung", "Chủ trì (chủ tọa): {{ chu_toa }}.")
    paper.paragraph("noi_dung", "Thư ký (người ghi biên bản): {{ thu_ky }}.")
    paper.paragraph("noi_dung", "Nội dung:")
    blocks(paper, "than")
    paper.paragraph("noi_dung", "Cuộc họp kết thúc vào {{ ket_thuc }}./.")
    paper.minutes_signature(secretary="thu_ky_ho_ten")


def _telegram(paper: Stationery) -> None:
    """Mẫu 1.6."""
    paper.paragraph("VB Dòng giữa", "{{ noi_dien }} điện:")
    paper.each("noi", "nhan_dien", "VB Nơi nhận điện", "- {{ noi }}{{ '.' if loop.last else ';' }}")
    blocks(paper, "than")
    paper.signature()


_BODIES: dict[str, Callable[[Stationery], None]] = {
    "giay_moi": _invitation,
    "giay_gioi_thieu": _introduction,
    "giay_nghi_phep": _leave,
    "bien_ban": _minutes,
    "cong_dien": _telegram,
}
"""Kinds whose form has words of its own."""
