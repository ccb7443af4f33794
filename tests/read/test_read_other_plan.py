"""Another plan of the same kind of text: other labels, other marks, head in two columns, a signed end."""

import textwrap
from datetime import date
from pathlib import Path

import pytest

from vanban.model.agency import AgencyBook
from vanban.model.duties import ReportCycle
from vanban.model.plan import Plan, Task, numbered
from vanban.read.files import read_text
from vanban.read.text.plan import read_text_plan

CASE = Path(__file__).parent / "cases" / "ke-hoach-du-lieu.txt"


@pytest.fixture(scope="module")
def other(book: AgencyBook) -> Plan:
    return read_text_plan(read_text(CASE), book, where=str(CASE))


@pytest.fixture(scope="module")
def tasks(other: Plan) -> dict[str, Task]:
    return {item.so: item.nhiem_vu for item in numbered(other)}


def ids(task: Task) -> tuple[list[str | None], list[str | None]]:
    return [a.co_quan for a in task.chu_tri], [a.co_quan for a in task.phoi_hop]


def test_head_of_an_issued_plan(other: Plan) -> None:
    paper = other.van_ban
    assert (paper.so, paper.ky_hieu, paper.ngay) == (215, "KH-SKHCN", date(2026, 1, 5))
    assert (paper.co_quan_ban_hanh, paper.co_quan_chu_quan) == ("so-khcn", "ubnd-tp")
    assert not paper.du_thao
    assert paper.trich_yeu == "Triển khai nền tảng dữ liệu dùng chung năm 2026"


def test_end_of_an_issued_plan(other: Plan) -> None:
    signer = other.van_ban.nguoi_ky
    assert signer is not None
    assert signer.quyen_han == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert signer.ho_ten == "Nguyễn Thị Thử"
    assert other.van_ban.noi_nhan == ["UBND Thành phố (để báo cáo)"]


def test_grounds_under_the_title(other: Plan) -> None:
    assert [(c.loai, c.so_ky_hieu) for c in other.can_cu] == [("Nghị quyết", "57-NQ/TW"), ("Luật", None)]


def test_tasks(tasks: dict[str, Task]) -> None:
    assert [(so, t.so_in, t.ten) for so, t in tasks.items()] == [
        ("1.1", "1.1", "Xây dựng kho dữ liệu dùng chung"),
        ("1.2", "1.2", "Kết nối kho dữ liệu"),
        ("2.1", None, "Đào tạo cán bộ quản lý dữ liệu"),
        ("2.2", None, "Học tập kinh nghiệm"),
    ]
    assert tasks["1.2"].noi_dung == ["Khảo sát các hệ thống", "Kết nối thử nghiệm"]
    assert [t.thoi_han.den for t in tasks.values()] == [date(2026, 6, 30), date(2026, 5, 31), None, None]


def test_agencies(tasks: dict[str, Task]) -> None:
    assert ids(tasks["1.1"]) == (["tt-cds"], ["vp-ubnd", None, "nhom-so-nganh"])
    assert ids(tasks["1.2"]) == (["so-tai-chinh"], ["so-noi-vu", "so-xay-dung"])
    assert ids(tasks["2.1"]) == (["so-noi-vu", "so-tai-chinh"], [None, None])
    assert tasks["2.1"].phoi_hop[0].nguyen_van == "Sở Nội vụ tỉnh Đồng Nai"


def test_powers_in_two_fields(tasks: dict[str, Task]) -> None:
    assert [(r.vai.value, r.co_quan[0].co_quan) for r in tasks["1.2"].tham_quyen] == [
        ("ban_hanh", "ubnd-tp"),
        ("trien_khai", "so-tai-chinh"),
    ]


def test_closing(other: Plan) -> None:
    assert other.dau_moi == "tt-cds"
    assert other.so_ket is not None
    assert other.so_ket.den == date(2026, 11, 14)


def test_every_part_has_its_place(other: Plan) -> None:
    assert other.chua_hieu == []
    assert other.mo_dau == ["Sở Khoa học và Công nghệ ban hành Kế hoạch như sau:"]
    assert (other.muc_dich, other.yeu_cau) == (["Thống nhất dữ liệu dùng chung."], ["Bảo đảm tiến độ."])
    assert other.kinh_phi == ["Từ ngân sách nhà nước"]
    assert [(m.khoa, m.so_in) for m in other.muc] == [
        ("muc_dich", "I"),
        ("muc_dich", "1"),
        ("yeu_cau", "2"),
        ("nhom", "II"),
        ("kinh_phi", "III"),
        ("to_chuc_thuc_hien", "IV"),
    ]


def test_funding_of_one_task(tasks: dict[str, Task]) -> None:
    assert [task.kinh_phi for task in tasks.values()] == [None, "2 tỷ đồng", None, None]


def test_who_is_told_what_in_the_last_section(other: Plan) -> None:
    assert [(d.so_in, d.nguyen_van, d.viec[0].noi_dung) for d in other.phan_cong] == [
        (
            "1",
            "Trung tâm Chuyển đổi số",
            "là cơ quan đầu mối theo dõi, báo cáo sơ kết trước ngày 15/11/2026",
        ),
        ("2", "Các phòng, đơn vị thuộc Sở", "thực hiện Kế hoạch này"),
    ]
    assert [(r.ky, r.co_quan[0].co_quan, r.han.den) for r in other.bao_cao] == [
        (ReportCycle.MOT_LAN, "tt-cds", date(2026, 11, 14))
    ]


@pytest.mark.parametrize("width", [90, 110, 130])
def test_a_text_broken_into_short_lines_is_read_the_same(
    width: int, source: str, plan: Plan, book: AgencyBook
) -> None:
    broken = [
        piece
        for line in source.split("\n")
        for piece in textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
    ]
    again = read_text_plan("\n".join(broken), book, where="x")
    kept = ("ten", "noi_dung", "thoi_han", "san_pham", "chu_tri", "phoi_hop", "tham_quyen")
    for one, other in zip(numbered(plan), numbered(again), strict=True):
        assert {k: getattr(one.nhiem_vu, k) for k in kept} == {k: getattr(other.nhiem_vu, k) for k in kept}
    assert again.can_cu == plan.can_cu
    assert again.chua_hieu == []


EDITS = [
    ("- Thời gian: tháng 7/2025", "– Thời hạn hoàn thành : tháng 7/2025"),
    ("- Cơ quan chủ trì: Sở KH&CN", "Cơ quan chủ trì: sở KH&CN"),
    ("- Cơ quan phối hợp: các tổ chức có liên quan.", "• Đơn vị phối hợp: Các tổ chức  có liên quan"),
    ("- Kết quả/sản phẩm:", "- Kết quả, sản phẩm:"),
    ("- Nội dung:", "- NỘI DUNG:"),
    ("- Thời gian thực hiện:", "- Thời gian thực hiện"),
    ("2.10. ", "2.10 "),
    ("Ủy ban", "Uỷ ban"),
    ("IV. TỔ CHỨC THỰC HIỆN", "IV. Tổ chức thực hiện"),
    ("\n", "\n\n"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_other_spellings_of_the_same_plan_mean_the_same(
    old: str, new: str, source: str, plan: Plan, book: AgencyBook
) -> None:
    assert old in source
    again = read_text_plan(source.replace(old, new), book, where="x")
    for one, other in zip(numbered(plan), numbered(again), strict=True):
        assert ids(one.nhiem_vu) == ids(other.nhiem_vu)
        assert one.nhiem_vu.so_in == other.nhiem_vu.so_in
        assert (one.nhiem_vu.thoi_han.tu, one.nhiem_vu.thoi_han.den) == (
            other.nhiem_vu.thoi_han.tu,
            other.nhiem_vu.thoi_han.den,
        )
        assert [p.loai for p in one.nhiem_vu.san_pham] == [p.loai for p in other.nhiem_vu.san_pham]
        assert [r.vai for r in one.nhiem_vu.tham_quyen] == [r.vai for r in other.nhiem_vu.tham_quyen]
        assert len(one.nhiem_vu.noi_dung) == len(other.nhiem_vu.noi_dung)
    assert again.dau_moi == plan.dau_moi
    assert again.chua_hieu == []
