"""Plans of other offices and other shapes, read as a careful person reads them. No book of agencies."""

from datetime import date
from pathlib import Path

import pytest

from vanban.model.agency import AgencyBook
from vanban.model.deadline import DayOfCycle, Deadline
from vanban.model.duties import ReportCycle
from vanban.model.plan import Assignment, Plan, numbered
from vanban.read.files import read_plan

CASES = Path(__file__).parent / "cases"


def read(name: str) -> Plan:
    return read_plan(CASES / f"{name}.txt", AgencyBook())


def names(assignments: list[Assignment]) -> list[str]:
    return [assignment.nguyen_van for assignment in assignments]


def when(deadline: Deadline) -> str:
    """A deadline in one word: its last day, or its cycle and the day within it."""
    if deadline.moc:
        day = f"{deadline.moc.ngay}/{deadline.moc.thang}" if deadline.moc.thang else str(deadline.moc.ngay)
        return f"{deadline.chu_ky} {'<' if deadline.moc.truoc else ''}{day}"
    return deadline.chu_ky or (str(deadline.den) if deadline.den else deadline.kieu.value)


def rows(plan: Plan) -> list[tuple[str | None, list[str], list[str], str]]:
    """Title, leads, partners and deadline of each task."""
    tasks = [item.nhiem_vu for item in numbered(plan)]
    return [(t.ten, names(t.chu_tri), names(t.phoi_hop), when(t.thoi_han)) for t in tasks]


EVERY = sorted(path.stem for path in CASES.glob("*-*.txt") if path.stem not in ("ke-hoach-du-lieu",))


@pytest.mark.parametrize("name", EVERY)
def test_nothing_stays_unplaced(name: str) -> None:
    assert read(name).chua_hieu == []


def test_a_commune_gives_work_in_sentences() -> None:
    plan = read("xa-giao-trong-cau")
    assert plan.van_ban.co_quan_ban_hanh == "ỦY BAN NHÂN DÂN XÃ TÂN PHÚ"
    assert [group.ten for group in plan.nhom] == ["Cải cách thể chế", "Cải cách thủ tục hành chính"]
    assert rows(plan) == [
        (
            "Rà soát văn bản của xã",
            ["Công chức Tư pháp - Hộ tịch"],
            ["các đơn vị liên quan"],
            "2026-06-29",
        ),
        (
            "Xây dựng quy chế tiếp dân, trình Chủ tịch UBND xã ban hành",
            ["Văn phòng HĐND và UBND xã"],
            [],
            "2026-03-31",
        ),
        (
            "Niêm yết công khai 100% thủ tục; cập nhật",
            ["Trung tâm Phục vụ hành chính công xã"],
            ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"],
            "thang <25",
        ),
        (
            "Tuyên truyền, vận động người dân nộp hồ sơ trực tuyến",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"],
            [],
            "chua_ro",
        ),
    ]


def test_the_other_sections_of_the_commune() -> None:
    plan = read("xa-giao-trong-cau")
    assert plan.mo_dau[0].startswith("Thực hiện Kế hoạch số 12/KH-UBND")
    assert plan.muc_dich == ["Nâng cao chất lượng phục vụ người dân."]
    assert [text[:2] for text in plan.yeu_cau] == ["a)", "b)"]
    assert plan.kinh_phi == ["Từ nguồn ngân sách xã năm 2026"]
    assert [(d.nguyen_van, len(d.viec)) for d in plan.phan_cong] == [
        ("Văn phòng HĐND và UBND xã", 2),
        ("Phòng Kinh tế", 1),
        ("Các thôn, khu dân cư", 1),
    ]
    assert plan.phan_cong[1].viec[0].thoi_han is not None
    assert plan.phan_cong[1].viec[0].thoi_han.den == date(2026, 12, 19)
    assert plan.loi_ket[0].startswith("Trên đây là Kế hoạch cải cách")


def test_reports_of_the_commune() -> None:
    plan = read("xa-giao-trong-cau")
    assert [(names(r.co_quan), r.ky, when(r.han), r.noi_nhan) for r in plan.bao_cao] == [
        (["Văn phòng HĐND và UBND xã"], ReportCycle.HANG_QUY, "quy <15/3", "Chủ tịch UBND xã"),
        (["Các đơn vị"], ReportCycle.HANG_THANG, "thang <20", "Văn phòng HĐND và UBND xã"),
        (["Các đơn vị"], ReportCycle.DOT_XUAT, "chua_ro", None),
    ]
    assert plan.bao_cao[1].han.moc == DayOfCycle(ngay=20, truoc=True)


def test_a_school_numbers_its_sections_with_arabic_figures() -> None:
    plan = read("truong-so-a-rap")
    paper = plan.van_ban
    assert (paper.co_quan_ban_hanh, paper.co_quan_chu_quan) == (
        "TRƯỜNG TIỂU HỌC HOA SEN",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
    )
    assert rows(plan) == [
        ("Trang trí sân khấu, trưng bày sách", ["Cô Lê Thị Mẫu, tổ thư viện"], [], "2026-10-11"),
        ("Tập huấn kể chuyện theo sách", ["Tổ khối 4", "Tổ khối 5"], [], "chua_ro"),
    ]
    assert [(m.so_in, m.ten) for m in plan.muc_khac] == [("3", "Thời gian, địa điểm")]
    assert plan.kinh_phi == ["Từ nguồn xã hội hóa: 5.000.000 đồng"]
    assert [d.nguyen_van for d in plan.phan_cong] == [
        "Hiệu trưởng",
        "Tổng phụ trách Đội",
        "Giáo viên chủ nhiệm",
    ]


def test_a_table_in_plain_text() -> None:
    plan = read("so-bang-trong-chu")
    assert (plan.van_ban.dia_danh, plan.van_ban.ngay, plan.van_ban.nam) == ("Bình An", None, 2026)
    assert [(group.so_in, group.ten) for group in plan.nhom] == [("I", "Phòng ngừa"), ("II", "Ứng phó")]
    assert rows(plan) == [
        ("Rà soát phương án di dời dân", ["Chi cục Thủy lợi"], ["UBND các xã, phường"], "2026-04-29"),
        ("Kiểm tra công trình đê điều", ["Chi cục Thủy lợi"], ["Phòng Kế hoạch - Tài chính"], "2026-06-30"),
        ("Trực ban 24/24 giờ", ["Văn phòng thường trực"], [], "thuong_xuyen"),
        ("Cập nhật bản tin", ["Đài Khí tượng thủy văn tỉnh"], [], "ngay"),
    ]
    assert plan.nhom[0].nhiem_vu[1].ghi_chu == "Kiểm tra đột xuất khi cần"
    assert [(r.ky, r.noi_nhan) for r in plan.bao_cao] == [(ReportCycle.HANG_THANG, "Giám đốc Sở")]


def test_a_plan_that_only_gives_work_agency_by_agency() -> None:
    plan = read("tinh-giao-tung-co-quan")
    assert [group.ten for group in plan.nhom] == [
        "Sở Nông nghiệp và Môi trường",
        "Sở Tài chính",
        "Ủy ban nhân dân các xã, phường",
        "Đề nghị Hội Nông dân tỉnh",
    ]
    province, finance, communes = ["Sở Nông nghiệp và Môi trường"], ["Sở Tài chính"], plan.nhom[2].ten
    assert rows(plan) == [
        ("Xây dựng phương án", province, [], "2026-02-14"),
        ("Báo cáo Ủy ban nhân dân tỉnh", province, [], "nam <5/12"),
        ("Tham mưu bố trí kinh phí", finance, [], "2026-03-31"),
        ("Tổ chức tiêm phòng, tỷ lệ đạt trên 80%", [communes], [], "chua_ro"),
        ("Thống kê đàn vật nuôi", [communes], [], "2026-06-20"),
        ("Tuyên truyền cho hội viên", ["Hội Nông dân tỉnh"], [], "chua_ro"),
    ]
    assert (plan.to_chuc_thuc_hien, plan.phan_cong) == ([], [])


def test_work_listed_under_the_agencies_that_do_it() -> None:
    plan = read("xa-theo-co-quan")
    economy, culture = ["Phòng Kinh tế"], ["Trung tâm Văn hóa xã"]
    assert [(group.so_in, group.ten) for group in plan.nhom] == [
        ("1", "Phòng Kinh tế"),
        ("2", "Trung tâm Văn hóa xã"),
        ("3", "Các thôn, khu dân cư"),
    ]
    assert rows(plan) == [
        ("Lập phương án sắp xếp vỉa hè", economy, ["Công an xã"], "2026-06-14"),
        ("Định kỳ hằng tháng kiểm tra việc thu gom rác", economy, [], "thang"),
        ("Treo 20 pa nô", culture, [], "2026-07-31"),
        ("Bố trí ngân sách hằng năm cho việc duy tu", culture, [], "chua_ro"),
        ("Vận động các hộ dân hiến đất", ["Các thôn, khu dân cư"], [], "chua_ro"),
    ]
    assert plan.loi_ket == ["Trên đây là Kế hoạch chỉnh trang khu trung tâm xã"]


def test_parts_by_letters_and_fields_in_brackets() -> None:
    plan = read("cong-ty-a-b-c")
    assert [(group.so_in, group.ten) for group in plan.nhom] == [
        ("I", "Kiểm tra hiện trường"),
        ("II", "Huấn luyện"),
    ]
    assert rows(plan)[:2] == [
        ("Kiểm tra trạm bơm số 1", ["Phòng Kỹ thuật"], ["Phòng Tổ chức - Hành chính"], "2026-07-31"),
        ("Kiểm tra đường ống truyền tải", ["Đội Quản lý mạng lưới"], [], "2026-08-14"),
    ]
    assert rows(plan)[2][1:] == (["Phòng Tổ chức - Hành chính"], ["Công đoàn cơ sở"], "2026-09-29")
    assert (plan.muc_dich, plan.yeu_cau) == (
        ["Phát hiện nguy cơ mất an toàn."],
        ["Kiểm tra đúng quy trình."],
    )


def test_tasks_under_numbered_missions() -> None:
    plan = read("hoi-nhiem-vu-giai-phap")
    assert [(group.so_in, group.ten) for group in plan.nhom] == [
        ("1", "Nâng cao nhận thức"),
        ("2", "Kết nối vốn"),
    ]
    assert rows(plan) == [
        ("Tổ chức 10 hội thảo", ["Ban Tuyên giáo"], [], "nam"),
        ("Phát hành 5.000 tờ gấp", ["Văn phòng"], [], "2026-09-30"),
        (
            "Ký kết chương trình phối hợp với Ngân hàng Chính sách xã hội",
            ["Ban Kinh tế"],
            ["Văn phòng", "các cấp hội"],
            "2026-03-31",
        ),
    ]
    other = plan.nhom[0].nhiem_vu[1].truong_khac
    assert [(field.nhan, field.gia_tri) for field in other] == [("Địa điểm", "toàn tỉnh")]
    assert [(r.ky, names(r.co_quan)) for r in plan.bao_cao] == [
        (ReportCycle.SAU_THANG, ["Ban Kinh tế"]),
        (ReportCycle.HANG_NAM, ["Ban Kinh tế"]),
    ]
    assert [(m.so_in, m.doan) for m in plan.muc_khac] == [("II", ["Hội viên từ 18 tuổi trở lên."])]
