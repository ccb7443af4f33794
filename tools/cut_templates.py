"""Cuts the shipped templates anew from the law, with their first wording.

    python tools/cut_templates.py [FOLDER]

From then on people edit the .docx files in Word: run this only to start over, for it overwrites them.
"""

import sys
from pathlib import Path

import life_templates
from vanban.law.decree import load_decree
from vanban.word.stationery import Stationery
from vanban.word.styles import RULE_STYLES
from vanban.word.tables import Column


def plan() -> bytes:
    """Kế hoạch."""
    paper = Stationery(load_decree())
    paper.head()
    paper.title()
    paper.each("dong", "can_cu", "can_cu")
    paper.each("dong", "truoc_mo_dau", "noi_dung")
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    _aims(paper)
    paper.paragraph("muc_la_ma", "NỘI DUNG KẾ HOẠCH")
    paper.tag("{%p for nhom_nv in nhom %}")
    paper.paragraph("khoan_co_tieu_de", "{{ nhom_nv.ten }}")
    paper.each("doan", "nhom_nv.noi_dung", "noi_dung")
    paper.tag("{%p for nv in nhom_nv.nhiem_vu %}")
    paper.paragraph("VB Khoản con", "{{ nv.ten }}")
    paper.tag("{%p if nv.noi_dung|length == 1 %}")
    paper.paragraph("VB Gạch đầu dòng", "Nội dung: {{ nv.noi_dung[0] }}")
    paper.tag("{%p elif nv.noi_dung %}")
    paper.paragraph("VB Gạch đầu dòng", "Nội dung:")
    paper.each("muc", "nv.noi_dung", "VB Dấu cộng")
    paper.tag("{%p endif %}")
    for label, name in (
        ("Thời gian thực hiện", "thoi_han"),
        ("Sản phẩm dự kiến", "san_pham"),
        ("Cơ quan chủ trì", "chu_tri"),
        ("Cơ quan phối hợp", "phoi_hop"),
        ("Thẩm quyền ban hành, triển khai", "tham_quyen"),
    ):
        paper.tag(f"{{%p if nv.{name} %}}")
        paper.paragraph("VB Gạch đầu dòng", f"{label}: {{{{ nv.{name} }}}}")
        paper.tag("{%p endif %}")
    paper.each("dong", "nv.them", "VB Gạch đầu dòng", "{{ dong.nhan }}: {{ dong.gia_tri }}")
    paper.tag("{%p endfor %}")
    paper.tag("{%p endfor %}")
    _section(paper, "KINH PHÍ THỰC HIỆN", "kinh_phi")
    paper.tag("{%p for muc in muc_khac %}")
    paper.paragraph("muc_la_ma", "{{ muc.ten }}")
    paper.each("doan", "muc.doan", "noi_dung")
    paper.tag("{%p endfor %}")
    paper.paragraph("muc_la_ma", "TỔ CHỨC THỰC HIỆN")
    paper.tag("{%p for viec in to_chuc_thuc_hien %}")
    paper.tag("{%p if viec[0].isdigit() or viec[1:2] == ')' %}")
    paper.paragraph("noi_dung", "{{ viec }}")
    paper.tag("{%p else %}")
    paper.paragraph("VB Gạch đầu dòng", "{{ viec }}")
    paper.tag("{%p endif %}")
    paper.tag("{%p endfor %}")
    _section(paper, "CHẾ ĐỘ BÁO CÁO", "che_do_bao_cao")
    paper.each("doan", "loi_ket", "noi_dung")
    paper.signature()
    return paper.docx()


def _aims(paper: Stationery) -> None:
    """Purpose and requirements under one heading, then goals; each only where the plan has it."""
    paper.tag("{%p if muc_dich and yeu_cau %}")
    paper.paragraph("muc_la_ma", "MỤC ĐÍCH, YÊU CẦU")
    paper.paragraph("khoan_co_tieu_de", "Mục đích")
    paper.each("doan", "muc_dich", "noi_dung")
    paper.paragraph("khoan_co_tieu_de", "Yêu cầu")
    paper.each("doan", "yeu_cau", "noi_dung")
    paper.tag("{%p else %}")
    _section(paper, "MỤC ĐÍCH", "muc_dich")
    _section(paper, "YÊU CẦU", "yeu_cau")
    paper.tag("{%p endif %}")
    _section(paper, "MỤC TIÊU", "muc_tieu")


def _section(paper: Stationery, heading: str, name: str) -> None:
    """A section that is printed only where the plan has it."""
    paper.tag(f"{{%p if {name} %}}")
    paper.paragraph("muc_la_ma", heading)
    paper.each("doan", name, "noi_dung")
    paper.tag("{%p endif %}")


def submission() -> bytes:
    """Tờ trình."""
    paper = Stationery(load_decree())
    paper.head()
    paper.title()
    paper.addressees()
    paper.each("dong", "can_cu", "can_cu")
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    paper.paragraph("muc_la_ma", "SỰ CẦN THIẾT")
    paper.each("doan", "su_can_thiet", "noi_dung")
    paper.paragraph("muc_la_ma", "QUÁ TRÌNH XÂY DỰNG")
    paper.each("doan", "qua_trinh", "noi_dung")
    paper.paragraph("muc_la_ma", "NỘI DUNG CHỦ YẾU")
    paper.each("doan", "noi_dung", "VB Gạch đầu dòng")
    paper.paragraph("noi_dung", "Thời hạn theo Kế hoạch: {{ thoi_han }}.")
    paper.paragraph("muc_la_ma", "TỔ CHỨC THỰC HIỆN, KINH PHÍ")
    paper.each("doan", "to_chuc", "noi_dung")
    paper.paragraph("muc_la_ma", "KIẾN NGHỊ")
    paper.paragraph("noi_dung", "{{ kien_nghi }}")
    paper.each("doan", "kem_theo", "noi_dung")
    paper.signature()
    return paper.docx()


def _note(paper: Stationery, name: str) -> None:
    """A note under a table, where there is one."""
    paper.tag(f"{{%p if {name} %}}")
    paper.paragraph("VB Ghi chú bảng", f"{{{{ {name} }}}}")
    paper.tag("{%p endif %}")


def _chart(paper: Stationery, name: str) -> None:
    """A chart under its caption, where the report has it."""
    paper.tag(f"{{%p if {name} %}}")
    paper.paragraph("VB Tên bảng", f"{{{{ {name}.ten }}}}")
    paper.paragraph("VB Bảng số", f"{{{{ {name}.hinh }}}}")
    paper.tag("{%p endif %}")


_COUNTS = (
    ("Tổng số", "tong", 13.0),
    ("Đúng hạn", "dung_han", 13.0),
    ("Trễ hạn", "tre_han", 12.0),
    ("Đang, trong hạn", "dang_trong_han", 15.0),
    ("Đang, quá hạn", "dang_qua_han", 14.0),
    ("Chưa thực hiện", "chua_thuc_hien", 14.0),
    ("Chưa xác định hạn", "chua_xac_dinh", 15.0),
    ("Khác", "khac", 14.0),
)


def _count_columns(first: str, *, cooperation: bool) -> list[Column]:
    columns = [Column(h, f"{{{{ dong.{n} }}}}", width, "VB Bảng số") for h, n, width in _COUNTS]
    if cooperation:
        columns.append(Column("Phối hợp", "{{ dong.phoi_hop }}", 13.0, "VB Bảng số"))
    rest = 165.0 - sum(column.width_mm for column in columns)
    return [Column(first, "{{ dong.ten }}", rest), *columns]


def report() -> bytes:
    """Báo cáo sơ kết, with an appendix on its side."""
    paper = Stationery(load_decree())
    paper.head()
    paper.title()
    paper.addressees()
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    paper.paragraph("muc_la_ma", "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
    paper.each("doan", "chi_dao", "noi_dung")
    paper.paragraph("muc_la_ma", "KẾT QUẢ THỰC HIỆN (ĐẾN NGÀY {{ ngay_chot }})")
    paper.paragraph("khoan_co_tieu_de", "Tổng hợp chung")
    paper.paragraph("noi_dung", "{{ tong_hop }}")
    paper.paragraph("VB Tên bảng", "Bảng 1. Tổng hợp tình hình thực hiện")
    paper.table(
        "bang_tong_hop",
        "dong",
        [
            Column("Chỉ tiêu", "{{ dong.chi_tieu }}", 80.0),
            Column("Số nhiệm vụ", "{{ dong.so }}", 35.0, "VB Bảng số"),
            Column("Tỷ lệ", "{{ dong.ty_le }}", 50.0, "VB Bảng số"),
        ],
    )
    _chart(paper, "bieu_do_thang")
    paper.paragraph("khoan_co_tieu_de", "Theo nhóm nhiệm vụ")
    paper.paragraph("VB Tên bảng", "Bảng 2. Kết quả theo nhóm nhiệm vụ")
    paper.table("bang_nhom", "dong", _count_columns("Nhóm", cooperation=False), total=True)
    _note(paper, "ghi_chu_nhom")
    _chart(paper, "bieu_do_nhom")
    paper.tag("{%p for n in theo_nhom %}")
    paper.paragraph("VB Nhóm", "Nhóm {{ n.so }}. {{ n.ten }}")
    paper.paragraph("noi_dung", "{{ n.nhan_xet }}")
    paper.each("dong", "n.chi_tiet", "VB Gạch đầu dòng")
    paper.tag("{%p endfor %}")
    paper.paragraph("khoan_co_tieu_de", "Theo cơ quan chủ trì")
    paper.paragraph("VB Tên bảng", "Bảng 3. Kết quả theo cơ quan chủ trì (lượt)")
    paper.table("bang_co_quan", "dong", _count_columns("Cơ quan", cooperation=True), total=True)
    _note(paper, "ghi_chu_co_quan")
    _chart(paper, "bieu_do_co_quan")
    paper.paragraph("muc_la_ma", "HẠN CHẾ, KHÓ KHĂN, NGUYÊN NHÂN")
    paper.each("doan", "kho_khan", "noi_dung")
    paper.paragraph("muc_la_ma", "NHIỆM VỤ QUÁ HẠN")
    paper.paragraph("noi_dung", "{{ qua_han_mo_dau }}")
    paper.tag("{%p if bang_qua_han %}")
    paper.paragraph("VB Tên bảng", "Bảng 4. Nhiệm vụ quá hạn")
    paper.table(
        "bang_qua_han",
        "dong",
        [
            Column("Số", "{{ dong.so }}", 12.0, "VB Bảng số"),
            Column("Nhiệm vụ", "{{ dong.ten }}", 57.0),
            Column("Cơ quan chủ trì", "{{ dong.chu_tri }}", 42.0),
            Column("Hạn", "{{ dong.han }}", 22.0, "VB Bảng số"),
            Column("Quá (ngày)", "{{ dong.qua }}", 18.0, "VB Bảng số"),
            Column("%", "{{ dong.phan_tram }}", 14.0, "VB Bảng số"),
        ],
    )
    paper.tag("{%p endif %}")
    paper.paragraph("muc_la_ma", "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI")
    paper.each("doan", "phuong_huong", "noi_dung")
    paper.paragraph("muc_la_ma", "KIẾN NGHỊ")
    paper.each("doan", "kien_nghi", "noi_dung")
    paper.signature()
    paper.new_section(landscape=True)
    paper.paragraph("phu_luc", "Phụ lục")
    paper.paragraph("ten_phu_luc", "{{ phu_luc_ten }}")
    paper.paragraph("kem_theo", "{{ phu_luc_kem_theo }}")
    paper.paragraph(RULE_STYLES["phu_luc"], "")
    paper.paragraph("VB Cách", "")
    paper.table(
        "phu_luc",
        "dong",
        [
            Column("Số", "{{ dong.so }}", 14.0, "VB Bảng số"),
            Column("Nhiệm vụ", "{{ dong.ten }}", 66.0),
            Column("Cơ quan chủ trì", "{{ dong.chu_tri }}", 55.0),
            Column("Thời hạn", "{{ dong.han }}", 28.0, "VB Bảng số"),
            Column("Tình trạng", "{{ dong.tinh_trang }}", 34.0),
            Column("Kết quả", "{{ dong.ket_qua }}", 55.0),
        ],
    )
    paper.paragraph("VB Ngắt", "")
    return paper.docx()


def main() -> None:
    """Writes all templates into the folder given, or into templates/docx beside this tool."""
    default = Path(__file__).resolve().parents[1] / "templates" / "docx"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    every = {"ke-hoach": plan, "to-trinh": submission, "bao-cao": report, **life_templates.TEMPLATES}
    for name, cut in every.items():
        (folder / f"{name}.docx").write_bytes(cut())
        print(folder / f"{name}.docx")


if __name__ == "__main__":
    main()
