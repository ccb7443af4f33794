"""A small Kế hoạch that the tests of this room render."""

from datetime import date
from functools import lru_cache

from vanban.law.decree import load_decree
from vanban.model.document import GroupBlock, Letterhead, PlanDocument, SignatureBlock, TaskBlock
from vanban.shipped import templates_folder
from vanban.word.finish import finish
from vanban.word.template import render


def task(so: str = "1.1", **changes: object) -> TaskBlock:
    fields: dict[str, object] = {
        "so": so,
        "ten": "Xây dựng kho tài liệu số",
        "noi_dung": ["Số hóa tài liệu."],
        "thoi_han": "Trước ngày 15/8/2025.",
        "san_pham": "Kho tài liệu.",
        "chu_tri": "Sở Nội vụ.",
        "phoi_hop": "Sở Tài chính.",
        "tham_quyen": "Ủy ban nhân dân tỉnh ban hành.",
    }
    return TaskBlock.model_validate(fields | changes)


def plan_paper(**changes: object) -> PlanDocument:
    fields: dict[str, object] = {
        "loai": "ke_hoach",
        "ten_loai": "KẾ HOẠCH",
        "trich_yeu": "Số hóa tài liệu lưu trữ năm 2025",
        "tieu_de": "Kế hoạch số hóa tài liệu lưu trữ năm 2025",
        "ngay_lap": date(2025, 7, 1),
        "dau_trang": letterhead("ỦY BAN NHÂN DÂN", "TỈNH MẪU"),
        "can_cu": ["Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024."],
        "khoi_ky": SignatureBlock(quyen_han=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ho_ten="Nguyễn Văn Mẫu"),
        "noi_nhan": ["- Sở Nội vụ;", "- Lưu: VT, NC."],
        "mo_dau": "Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch như sau:",
        "muc_tieu": ["Mọi tài liệu đều được số hóa."],
        "nhom": [GroupBlock(so="1", ten="Về kho tài liệu", nhiem_vu=[task()])],
        "to_chuc_thuc_hien": ["Giao Sở Nội vụ làm đầu mối./."],
    }
    return PlanDocument.model_validate(fields | changes)


def letterhead(*lines: str, superior: tuple[str, ...] = ()) -> Letterhead:
    return Letterhead(
        co_quan_chu_quan=list(superior),
        co_quan_ban_hanh=list(lines),
        so_ky_hieu="Số:        /KH-UBND",
        dia_danh_thoi_gian="Mẫu, ngày    tháng    năm 2025",
        du_thao=True,
    )


@lru_cache
def template(name: str = "ke-hoach.docx") -> bytes:
    return (templates_folder() / name).read_bytes()


def docx(paper: PlanDocument) -> bytes:
    rendered = render(template(), paper.model_dump(mode="json"), where="ke-hoach.docx")
    return finish(rendered, load_decree(), title=paper.tieu_de, language="vi-VN", day=paper.ngay_lap)
