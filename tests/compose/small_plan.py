"""A plan of an invented province, small enough to be read at a glance."""

from datetime import date

from vanban.model.agency import Agency, AgencyBook, Signer
from vanban.model.citation import Citation
from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.model.plan import (
    Assignment,
    Footnote,
    Group,
    Plan,
    PlanPaper,
    Product,
    ProductKind,
    Role,
    RoleKind,
    Task,
)

BOOK = AgencyBook(
    co_quan=[
        Agency(
            id="ubnd",
            ten="Ủy ban nhân dân tỉnh Mẫu",
            ky_hieu="UBND",
            dia_danh="Mẫu",
            dau_trang=["Ủy ban nhân dân", "Tỉnh Mẫu"],
            don_vi_soan_thao="VX",
            nguoi_ky=Signer(quyen_han=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ho_ten="Nguyễn Văn Mẫu"),
        ),
        Agency(id="hdnd", ten="Hội đồng nhân dân tỉnh Mẫu", ky_hieu="HĐND"),
        Agency(id="thu-tuong", ten="Thủ tướng Chính phủ"),
        Agency(id="so-nv", ten="Sở Nội vụ", viet_tat="SNV", ky_hieu="SNV", chu_quan="ubnd", dia_danh="Mẫu"),
        Agency(id="so-tc", ten="Sở Tài chính", ky_hieu="STC", chu_quan="ubnd", dia_danh="Mẫu"),
        Agency(id="nhom", ten="các sở, ban, ngành có liên quan", loai="nhom"),
    ]
)


def who(agency: str, words: str = "", scope: str | None = None) -> Assignment:
    found = BOOK.find(agency)
    return Assignment(nguyen_van=words or (found.ten if found else agency), co_quan=agency, pham_vi=scope)


def role(kind: RoleKind, *agencies: Assignment, of: str | None = None, words: str = "") -> Role:
    return Role(vai=kind, co_quan=list(agencies), doi_tuong=of, nguyen_van=words)


def before(year: int, month: int, day: int) -> Deadline:
    return Deadline(nguyen_van="x", kieu=DeadlineKind.DEN, den=date(year, month, day))


def task(identity: str = "t1-1", **changes: object) -> Task:
    fields: dict[str, object] = {
        "id": identity,
        "so_in": identity[1:].replace("-", "."),
        "ten": "Kế hoạch số hóa tài liệu",
        "noi_dung": ["Xây dựng và ban hành Kế hoạch số hóa tài liệu lưu trữ đến năm 2030."],
        "thoi_han": before(2025, 9, 30),
        "san_pham": [
            Product(ten="Tờ trình", loai=ProductKind.TO_TRINH),
            Product(ten="Kế hoạch", loai=ProductKind.KE_HOACH),
        ],
        "chu_tri": [who("so-nv")],
        "phoi_hop": [who("so-tc"), who("nhom")],
        "tham_quyen": [
            role(RoleKind.BAN_HANH, who("ubnd"), of="Kế hoạch", words="UBND tỉnh Mẫu ban hành Kế hoạch")
        ],
    }
    return Task.model_validate(fields | changes)


def plan(*tasks: Task, **paper: object) -> Plan:
    head = {
        "ky_hieu": "KH-UBND",
        "co_quan_ban_hanh": "ubnd",
        "dia_danh": "Mẫu",
        "nam": 2025,
        "trich_yeu": "Số hóa tài liệu lưu trữ năm 2025",
    }
    return Plan(
        van_ban=PlanPaper.model_validate(head | paper),
        can_cu=[
            Citation(
                loai="Nghị quyết",
                so_ky_hieu="57-NQ/TW",
                ngay=date(2024, 12, 22),
                co_quan="Bộ Chính trị",
                trich_yeu="về đột phá phát triển",
                nguyen_van="x",
            ),
            Citation(loai="Báo cáo", trich_yeu="kết quả năm 2024", nguyen_van="Báo cáo kết quả năm 2024"),
        ],
        muc_tieu=["Mọi tài liệu đều được số hóa."],
        nhom=[Group(ten="Về tài liệu", nhiem_vu=list(tasks) or [task()])],
        to_chuc_thuc_hien=["Giao Sở Nội vụ làm đầu mối.", "Các sở triển khai"],
        dau_moi="so-nv",
    )


CONTRADICTION = Deadline(
    nguyen_van="Trước 30/9/2025 Quý IV/2025.",
    kieu=DeadlineKind.MAU_THUAN,
    ung_vien=[
        DeadlineCandidate(nguyen_van="Trước 30/9/2025", kieu=DeadlineKind.TRUOC, den=date(2025, 9, 29)),
        DeadlineCandidate(
            nguyen_van="Quý IV/2025", kieu=DeadlineKind.KHOANG, tu=date(2025, 10, 1), den=date(2025, 12, 31)
        ),
    ],
)

NOTED = Footnote(so="1", noi_dung="Tờ trình số 20", o="san_pham", sau="Đề án")
