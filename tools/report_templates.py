"""The first wording of the templates of reports: báo cáo sơ kết and báo cáo tiến độ.

`cut_templates` writes them. From then on people edit the .docx files in Word.
"""

from collections.abc import Callable

from vanban.law.decree import load_decree
from vanban.word.stationery import Stationery
from vanban.word.styles import RULE_STYLES
from vanban.word.tables import Column

NUMBER = "VB Bảng số"
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


def report() -> bytes:
    """Báo cáo sơ kết, with an appendix on its side."""
    paper = _head()
    paper.paragraph("muc_la_ma", "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
    paper.each("doan", "chi_dao", "noi_dung")
    paper.paragraph("muc_la_ma", "KẾT QUẢ THỰC HIỆN (ĐẾN NGÀY {{ ngay_chot }})")
    paper.paragraph("khoan_co_tieu_de", "Tổng hợp chung")
    paper.paragraph("noi_dung", "{{ tong_hop }}")
    _table(
        paper,
        ("Tổng hợp tình hình thực hiện", "tong_hop"),
        "bang_tong_hop",
        [
            Column("Chỉ tiêu", "{{ dong.chi_tieu }}", 80.0),
            Column("Số nhiệm vụ", "{{ dong.so }}", 35.0, NUMBER),
            Column("Tỷ lệ", "{{ dong.ty_le }}", 50.0, NUMBER),
        ],
    )
    _chart(paper, "bieu_do_thang")
    _comparison(paper)
    paper.paragraph("khoan_co_tieu_de", "Theo nhóm nhiệm vụ")
    _table(paper, ("Kết quả theo nhóm nhiệm vụ", "nhom"), "bang_nhom", _count_columns("Nhóm"), total=True)
    _note(paper, "ghi_chu_nhom")
    _chart(paper, "bieu_do_nhom")
    paper.tag("{%p for n in theo_nhom %}")
    paper.paragraph("VB Nhóm", "Nhóm {{ n.so }}. {{ n.ten }}")
    paper.paragraph("noi_dung", "{{ n.nhan_xet }}")
    paper.each("dong", "n.chi_tiet", "VB Gạch đầu dòng")
    paper.tag("{%p endfor %}")
    paper.paragraph("khoan_co_tieu_de", "Theo cơ quan chủ trì")
    columns = _count_columns("Cơ quan", cooperation=True)
    _table(paper, ("Kết quả theo cơ quan chủ trì (lượt)", "co_quan"), "bang_co_quan", columns, total=True)
    _note(paper, "ghi_chu_co_quan")
    _chart(paper, "bieu_do_co_quan")
    _done(paper)
    _targets(paper)
    paper.paragraph("muc_la_ma", "HẠN CHẾ, KHÓ KHĂN, NGUYÊN NHÂN")
    paper.each("doan", "kho_khan", "noi_dung")
    _overdue(paper)
    paper.paragraph("muc_la_ma", "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI")
    paper.each("doan", "phuong_huong", "noi_dung")
    _end(paper)
    paper.table(
        "phu_luc",
        "dong",
        [
            Column("Số", "{{ dong.so }}", 14.0, NUMBER),
            Column("Nhiệm vụ", "{{ dong.ten }}", 66.0),
            Column("Cơ quan chủ trì", "{{ dong.chu_tri }}", 55.0),
            Column("Thời hạn", "{{ dong.han }}", 28.0, NUMBER),
            Column("Tình trạng", "{{ dong.tinh_trang }}", 34.0),
            Column("Kết quả", "{{ dong.ket_qua }}", 55.0),
        ],
    )
    paper.paragraph("VB Ngắt", "")
    return paper.docx()


def period_report() -> bytes:
    """Báo cáo tiến độ of one period, with an appendix of what changed in it."""
    paper = _head()
    paper.paragraph("muc_la_ma", "KẾT QUẢ TRONG KỲ (ĐẾN NGÀY {{ ngay_chot }})")
    paper.paragraph("khoan_co_tieu_de", "Tổng hợp chung")
    paper.paragraph("noi_dung", "{{ tong_hop }}")
    _comparison(paper)
    _chart(paper, "bieu_do_nhom")
    paper.paragraph("khoan_co_tieu_de", "Nhiệm vụ hoàn thành trong kỳ")
    _lines(paper, "moi_xong", "Trong kỳ không có nhiệm vụ nào hoàn thành.")
    paper.paragraph("khoan_co_tieu_de", "Nhiệm vụ mới quá hạn")
    _lines(paper, "moi_qua_han", "Trong kỳ không có nhiệm vụ nào mới quá hạn.")
    paper.paragraph("khoan_co_tieu_de", "Nhiệm vụ không có thay đổi")
    paper.paragraph("noi_dung", "{{ khong_doi }}")
    _targets(paper)
    _overdue(paper)
    paper.paragraph("muc_la_ma", "KHÓ KHĂN, VƯỚNG MẮC PHÁT SINH TRONG KỲ")
    paper.each("doan", "kho_khan", "noi_dung")
    paper.paragraph("muc_la_ma", "NHIỆM VỤ KỲ TỚI")
    paper.each("doan", "ky_toi", "noi_dung")
    _end(paper)
    paper.table(
        "phu_luc",
        "dong",
        [
            Column("Số", "{{ dong.so }}", 14.0, NUMBER),
            Column("Nhiệm vụ", "{{ dong.ten }}", 58.0),
            Column("% trước → nay", "{{ dong.tien_do }}", 30.0, NUMBER),
            Column("Việc đã làm trong kỳ", "{{ dong.viec }}", 66.0),
            Column("Vướng mắc", "{{ dong.vuong_mac }}", 42.0),
            Column("Kiến nghị", "{{ dong.kien_nghi }}", 42.0),
        ],
    )
    paper.paragraph("VB Ngắt", "")
    return paper.docx()


def _head() -> Stationery:
    """Letterhead, title, addressee, opening."""
    paper = Stationery(load_decree())
    paper.head()
    paper.title()
    paper.addressees()
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    return paper


def _end(paper: Stationery) -> None:
    """Proposals, signature, and the title of the appendix on its side."""
    paper.paragraph("muc_la_ma", "KIẾN NGHỊ")
    paper.each("doan", "kien_nghi", "noi_dung")
    paper.signature()
    paper.new_section(landscape=True)
    paper.paragraph("phu_luc", "Phụ lục")
    paper.paragraph("ten_phu_luc", "{{ phu_luc_ten }}")
    paper.paragraph("kem_theo", "{{ phu_luc_kem_theo }}")
    paper.paragraph(RULE_STYLES["phu_luc"], "")
    paper.paragraph("VB Cách", "")


def _table(
    paper: Stationery, caption: tuple[str, str], source: str, columns: list[Column], *, total: bool = False
) -> None:
    """A table under its caption; `caption` is its words, and which number of `so_bang` it has."""
    words, number = caption
    paper.paragraph("VB Tên bảng", f"Bảng {{{{ so_bang.{number} }}}}. {words}")
    paper.table(source, "dong", columns, total=total)


def _lines(paper: Stationery, source: str, nothing: str) -> None:
    """A line for each item, or the sentence that there is none."""
    paper.tag(f"{{%p if {source} %}}")
    paper.each("dong", source, "VB Gạch đầu dòng")
    paper.tag("{%p else %}")
    paper.paragraph("noi_dung", nothing)
    paper.tag("{%p endif %}")


def _comparison(paper: Stationery) -> None:
    """What changed since the period before, where that is known."""
    paper.each("doan", "so_sanh", "noi_dung")
    paper.tag("{%p if bang_so_sanh %}")
    columns = [
        Column("Chỉ tiêu", "{{ dong.chi_tieu }}", 75.0),
        Column("Kỳ trước", "{{ dong.truoc }}", 30.0, NUMBER),
        Column("Kỳ này", "{{ dong.nay }}", 30.0, NUMBER),
        Column("Tăng, giảm", "{{ dong.tang_giam }}", 30.0, NUMBER),
    ]
    _table(paper, ("So sánh với kỳ trước", "so_sanh"), "bang_so_sanh", columns)
    paper.tag("{%p endif %}")


def _done(paper: Stationery) -> None:
    """The finished tasks with number and day of their papers, where any is finished."""
    paper.tag("{%p if bang_hoan_thanh %}")
    paper.paragraph("khoan_co_tieu_de", "Nhiệm vụ hoàn thành và văn bản đã ban hành")
    columns = [
        Column("Số", "{{ dong.so }}", 13.0, NUMBER),
        Column("Nhiệm vụ", "{{ dong.ten }}", 58.0),
        Column("Hoàn thành", "{{ dong.ngay }}", 24.0, NUMBER),
        Column("Thời hạn", "{{ dong.tre }}", 20.0, NUMBER),
        Column("Văn bản", "{{ dong.van_ban }}", 50.0),
    ]
    _table(paper, ("Nhiệm vụ hoàn thành", "hoan_thanh"), "bang_hoan_thanh", columns)
    paper.tag("{%p endif %}")


def _targets(paper: Stationery) -> None:
    """Measured targets against the plan, where any was measured."""
    paper.tag("{%p if bang_chi_tieu %}")
    paper.paragraph("khoan_co_tieu_de", "Chỉ tiêu so với Kế hoạch")
    paper.paragraph("noi_dung", "{{ chi_tieu }}")
    columns = [
        Column("Số", "{{ dong.so }}", 14.0, NUMBER),
        Column("Chỉ tiêu", "{{ dong.ten }}", 53.0),
        Column("Đơn vị", "{{ dong.don_vi }}", 20.0, NUMBER),
        Column("Kế hoạch", "{{ dong.ke_hoach }}", 20.0, NUMBER),
        Column("Kỳ trước", "{{ dong.truoc }}", 19.0, NUMBER),
        Column("Đạt", "{{ dong.dat }}", 19.0, NUMBER),
        Column("Tỷ lệ", "{{ dong.ty_le }}", 20.0, NUMBER),
    ]
    _table(paper, ("Chỉ tiêu đo được", "chi_tieu"), "bang_chi_tieu", columns)
    paper.tag("{%p endif %}")


def _overdue(paper: Stationery) -> None:
    """The section of overdue tasks; without any, a sentence says so and there is no table."""
    paper.paragraph("muc_la_ma", "NHIỆM VỤ QUÁ HẠN")
    paper.paragraph("noi_dung", "{{ qua_han_mo_dau }}")
    paper.tag("{%p if bang_qua_han %}")
    columns = [
        Column("Số", "{{ dong.so }}", 12.0, NUMBER),
        Column("Nhiệm vụ", "{{ dong.ten }}", 57.0),
        Column("Cơ quan chủ trì", "{{ dong.chu_tri }}", 42.0),
        Column("Hạn", "{{ dong.han }}", 22.0, NUMBER),
        Column("Quá (ngày)", "{{ dong.qua }}", 18.0, NUMBER),
        Column("%", "{{ dong.phan_tram }}", 14.0, NUMBER),
    ]
    _table(paper, ("Nhiệm vụ quá hạn", "qua_han"), "bang_qua_han", columns)
    paper.tag("{%p endif %}")


def _note(paper: Stationery, name: str) -> None:
    """A note under a table, where there is one."""
    paper.tag(f"{{%p if {name} %}}")
    paper.paragraph("VB Ghi chú bảng", f"{{{{ {name} }}}}")
    paper.tag("{%p endif %}")


def _chart(paper: Stationery, name: str) -> None:
    """A chart under its caption, where the report has it."""
    paper.tag(f"{{%p if {name} %}}")
    paper.paragraph("VB Tên bảng", f"{{{{ {name}.ten }}}}")
    paper.paragraph(NUMBER, f"{{{{ {name}.hinh }}}}")
    paper.tag("{%p endif %}")


def _count_columns(first: str, *, cooperation: bool = False) -> list[Column]:
    columns = [Column(h, f"{{{{ dong.{n} }}}}", width, NUMBER) for h, n, width in _COUNTS]
    if cooperation:
        columns.append(Column("Phối hợp", "{{ dong.phoi_hop }}", 13.0, NUMBER))
    rest = 165.0 - sum(column.width_mm for column in columns)
    return [Column(first, "{{ dong.ten }}", rest), *columns]


TEMPLATES: dict[str, Callable[[], bytes]] = {"bao-cao": report, "bao-cao-tien-do": period_report}
