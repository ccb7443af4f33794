"""The papers that all engines render: a template with docxtpl's tags, and the fields for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vanban import workflow
from vanban.compose.ke_hoach import compose_plan
from vanban.law.decree import load_decree
from vanban.read.files import read_text
from vanban.read.text.plan import read_text_plan
from vanban.shipped import data_folder, templates_folder
from vanban.word.archive import pack, unpack
from vanban.word.stationery import Column, Stationery

_DOCUMENT = "word/document.xml"
_APPENDICES = "{%p if phan_cong or phu_luc %}"
_HEAD = {
    "co_quan_chu_quan": ["ỦY BAN NHÂN DÂN TỈNH MẪU"],
    "co_quan_ban_hanh": ["SỞ NỘI VỤ"],
    "so_ky_hieu": "Số: 125/SNV-VTLT",
    "dia_danh_thoi_gian": "Mẫu, ngày 05 tháng 9 năm 2025",
    "du_thao": False,
}
_END = {
    "noi_nhan": ["- Như trên;", "- Ủy ban nhân dân tỉnh (để báo cáo);", "- Lưu: VT, VTLT."],
    "khoi_ky": {"quyen_han": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "ho_ten": "Trần Văn Mẫu"},
}


@dataclass(frozen=True)
class Case:
    """One paper: its name in the table, its template and its fields."""

    key: str
    title: str
    template: bytes
    fields: dict[str, Any]


def cases() -> list[Case]:
    """The plan of 25 tasks, a letter of one page, tables of 1,000 and 5,000 rows."""
    makers: tuple[Callable[[], Case], ...] = (_plan, _letter, lambda: _table(1000), lambda: _table(5000))
    return [make() for make in makers]


def _plan() -> Case:
    book = workflow.read_book(None)
    plan = read_text_plan(read_text(data_folder() / "ke-hoach-100-ngay.txt"), book, where="ke-hoach")
    day = workflow.read_progress(data_folder() / "tien-do-mau.yaml").ngay_chot
    document = compose_plan(plan, book, day=day, shares=False)
    template = _without_appendices((templates_folder() / "ke-hoach.docx").read_bytes())
    return Case("ke-hoach", "Kế hoạch 25 nhiệm vụ", template, document.model_dump(mode="json"))


def _without_appendices(template: bytes) -> bytes:
    """The template up to its signature: not every engine has a loop of loops over rows."""
    parts = unpack(template)
    xml = parts[_DOCUMENT].decode()
    begins = xml.rindex("<w:p>", 0, xml.index(_APPENDICES))
    parts[_DOCUMENT] = f"{xml[:begins]}{xml[xml.rindex('<w:sectPr>') :]}".encode()
    return pack(parts)


def _letter() -> Case:
    paper = Stationery(load_decree())
    paper.head(letter=True)
    paper.addressees()
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    paper.each("doan", "noi_dung", "noi_dung")
    paper.paragraph("noi_dung", "Đề nghị {{ kinh_gui[0] }} gửi kết quả về Sở Nội vụ trước {{ han }}./.")
    paper.signature()
    fields = {
        "dau_trang": _HEAD,
        "trich_yeu": "rà soát tài liệu lưu trữ năm 2025",
        "kinh_gui": ["Ủy ban nhân dân xã Mẫu Một"],
        "mo_dau": "Thực hiện Kế hoạch số 12/KH-UBND, Sở Nội vụ đề nghị quý cơ quan rà soát như sau:",
        "noi_dung": [f"{n}. Thống kê hồ sơ của năm {2019 + n} & lập danh mục tài liệu." for n in range(1, 6)],
        "han": "ngày 30/9/2025",
        **_END,
    }
    return Case("cong-van", "Công văn một trang", paper.docx(), fields)


def _table(rows: int) -> Case:
    paper = Stationery(load_decree())
    paper.paragraph("ten_loai", "{{ ten_loai }}")
    paper.paragraph("trich_yeu", "{{ trich_yeu }}")
    paper.table(
        "bang",
        "dong",
        [
            Column("Số", "{{ dong.so }}", 14.0, "VB Bảng số"),
            Column("Nhiệm vụ", "{{ dong.ten }}", 66.0),
            Column("Cơ quan chủ trì", "{{ dong.chu_tri }}", 45.0),
            Column("Thời hạn", "{{ dong.han }}", 20.0, "VB Bảng số"),
            Column("Tình trạng", "{{ dong.tinh_trang }}", 20.0),
        ],
    )
    paper.signature()
    table = [
        {
            "so": f"{n // 25 + 1}.{n % 25 + 1}",
            "ten": f"Số hóa hồ sơ của phông lưu trữ số {n}, gồm tài liệu giấy & bản đồ",
            "chu_tri": ("Sở Nội vụ", "Sở Tài chính", "Văn phòng Ủy ban nhân dân tỉnh")[n % 3],
            "han": f"{n % 28 + 1:02}/{n % 12 + 1}/2026",
            "tinh_trang": ("Đúng hạn", "Trễ hạn", "Đang thực hiện")[n % 3],
        }
        for n in range(rows)
    ]
    fields = {"ten_loai": "BẢNG KÊ", "trich_yeu": "Nhiệm vụ số hóa tài liệu", "bang": table, **_END}
    return Case(f"bang-{rows}", f"Bảng {rows:,} dòng".replace(",", "."), paper.docx(), fields)
