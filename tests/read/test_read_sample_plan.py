"""The sample plan, compared field by field with a record that a person made from the text."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vanban.model.deadline import DeadlineKind
from vanban.model.plan import Assignment, Footnote, Numbered, Plan, Role, RoleKind, numbered
from vanban.yaml_tree import read_tree

CASES: list[dict[str, Any]] = read_tree(
    (Path(__file__).parent / "cases" / "nhiem-vu-100-ngay.yaml").read_text(encoding="utf-8"),
    "nhiem-vu-100-ngay.yaml",
    numbers=True,
)


def span(kind: str, start: date | None, end: date | None) -> str:
    return f"{kind} | {start or '-'} | {end or '-'}"


def names(assignments: list[Assignment]) -> str:
    return ", ".join(f"{a.co_quan}" + (f" ({a.pham_vi})" if a.pham_vi else "") for a in assignments)


def role(r: Role) -> str:
    choice = " | chọn một" if r.lua_chon else ""
    return f"{r.vai.value} | {names(r.co_quan)} | {r.doi_tuong or '-'}{choice}"


def as_record(item: Numbered) -> dict[str, Any]:
    task = item.nhiem_vu
    d = task.thoi_han
    record: dict[str, Any] = {
        "so": item.so,
        "in": task.so_in,
        "ten": task.ten,
        "noi_dung": len(task.noi_dung),
        "han": span(d.kieu.value, d.tu, d.den),
        "chu_tri": names(task.chu_tri),
        "phoi_hop": names(task.phoi_hop),
        "san_pham": [f"{p.loai.value} | {p.ten}" for p in task.san_pham],
        "quyen": [role(r) for r in task.tham_quyen],
    }
    if d.ung_vien:
        record["ung_vien"] = [span(c.kieu.value, c.tu, c.den) for c in d.ung_vien]
    return record


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["so"]))
def test_task_is_read_as_a_person_reads_it(case: dict[str, Any], plan: Plan) -> None:
    read = {item.so: as_record(item) for item in numbered(plan)}
    assert read[case["so"]] == case


def test_there_are_no_further_tasks(plan: Plan) -> None:
    assert [item.so for item in numbered(plan)] == [case["so"] for case in CASES]
    assert [item.nhiem_vu.id for item in numbered(plan)][:5] == ["t1-1", "t1-2", "t1-3", "t2-1", "t2-2"]


def test_nothing_is_left_over(plan: Plan) -> None:
    assert plan.chua_hieu == []


def test_head(plan: Plan) -> None:
    paper = plan.van_ban
    assert (paper.ten_loai, paper.so, paper.ky_hieu) == ("KH", None, "KH-UBND")
    assert (paper.co_quan_ban_hanh, paper.co_quan_chu_quan) == ("ubnd-tp", None)
    assert (paper.dia_danh, paper.ngay, paper.nam) == ("Thành phố Hồ Chí Minh", None, 2025)
    assert paper.du_thao
    assert paper.trich_yeu == (
        "100 ngày thực hiện các nhiệm vụ trọng tâm phát triển khoa học, công nghệ, đổi mới sáng tạo và "
        "chuyển đổi số Thành phố Hồ Chí Minh"
    )
    assert [(line.dong, line.chu) for line in paper.nguyen_van][:2] == [
        (1, " \tỦY BAN NHÂN DÂN"),
        (2, "THÀNH PHỐ HỒ CHÍ MINH"),
    ]


def test_sections(plan: Plan) -> None:
    assert [(m.khoa, m.so_in, m.ten, m.dong) for m in plan.muc] == [
        ("can_cu", "I", "CĂN CỨ XÂY DỰNG KẾ HOẠCH", 16),
        ("muc_tieu", "II", "MỤC TIÊU", 23),
        ("nhom", "III", "NỘI DUNG KẾ HOẠCH", 25),
        ("to_chuc_thuc_hien", "IV", "TỔ CHỨC THỰC HIỆN", 205),
    ]


def test_grounds(plan: Plan) -> None:
    assert [(c.loai, c.so_ky_hieu, c.ngay, c.co_quan, c.ten_ngan) for c in plan.can_cu] == [
        ("Nghị quyết", "57-NQ/TW", date(2024, 12, 22), "Bộ Chính trị", "Nghị quyết số 57-NQ/TW"),
        ("Nghị quyết", "71/NQ-CP", date(2025, 4, 1), "Chính phủ", "Nghị quyết số 71/NQ-CP"),
        ("Kế hoạch hành động", "459-KHHĐ/TU", date(2025, 5, 21), "Thành ủy Thành phố Hồ Chí Minh", None),
        ("Kế hoạch", "4354/KH-UBND", date(2025, 6, 14), "Ủy ban nhân dân Thành phố Hồ Chí Minh", None),
        (
            "Kế hoạch",
            "02-KH/BCĐTW",
            date(2025, 6, 19),
            "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
            None,
        ),
        ("Báo cáo", None, None, None, None),
    ]


def test_groups(plan: Plan) -> None:
    assert [(g.so_in, g.dong, len(g.nhiem_vu)) for g in plan.nhom] == [
        ("1", 26, 3),
        ("2", 46, 11),
        ("3", 123, 4),
        ("4", 151, 1),
        ("5", 159, 1),
        ("6", 166, 4),
        ("7", 198, 1),
    ]
    assert plan.nhom[6].ten == "Về tăng cường hợp tác quốc tế trong phát triển KH-CN, ĐMST và CĐS"
    assert (plan.nhom[6].ten_nguyen_van or "").endswith("và CĐS ")


def test_content_keeps_its_words_without_bullets(plan: Plan) -> None:
    tasks = {item.so: item.nhiem_vu for item in numbered(plan)}
    assert tasks["6.3"].noi_dung[0] == "Ban hành Kế hoạch triển khai năm 2025"
    assert tasks["2.7"].noi_dung[1].endswith("(giai đoạn 2026 - 2030)")
    raw = tasks["2.7"].raw("noi_dung")
    assert raw is not None
    assert raw.nhan == "Nội dung"
    assert raw.dong == 92
    assert raw.gia_tri[0].startswith("+ Đánh giá kết quả")


def test_footnote_residue_becomes_a_footnote(plan: Plan) -> None:
    notes = [(item.so, note) for item in numbered(plan) for note in item.nhiem_vu.chu_thich]
    expected = Footnote(
        so="1",
        noi_dung="Tờ trình số 2052/TTr-SKHCN ngày",
        o="san_pham",
        sau="nước vào sản xuất kinh doanh”",
    )
    assert notes == [("2.4", expected)]


def test_remarks_and_leftovers_of_deadlines_stay(plan: Plan) -> None:
    tasks = {item.so: item.nhiem_vu for item in numbered(plan)}
    assert (tasks["2.1"].thoi_han.ghi_chu or "").startswith("Sở KH&CN đã trình tại Tờ trình số 2117")
    assert tasks["6.1"].thoi_han.du == "tháng"
    assert tasks["6.1"].thoi_han.nguyen_van == "tháng Quý III/2025"


def test_closing_section(plan: Plan) -> None:
    assert plan.dau_moi == "so-khcn"
    assert plan.so_ket is not None
    assert plan.so_ket.nguyen_van == "đầu tháng 12 năm 2025"
    assert plan.so_ket.kieu is DeadlineKind.KHOANG
    assert plan.so_ket.tu == date(2025, 12, 1)
    assert len(plan.to_chuc_thuc_hien) == 3
    assert plan.to_chuc_thuc_hien[2].endswith("vào đầu tháng 12 năm 2025")
    assert len(plan.muc_tieu) == 1


def test_counts_of_leads_and_partners(plan: Plan) -> None:
    tasks = [item.nhiem_vu for item in numbered(plan)]
    leads = Counter(a.co_quan for task in tasks for a in task.chu_tri)
    assert leads == {
        "so-khcn": 20,
        "bql-kcnc": 3,
        "qtsc": 1,
        "so-tai-chinh": 1,
        "so-ngoai-vu": 1,
        "vp-ubnd": 1,
        "tt-cds": 1,
    }
    partners = Counter(a.co_quan for task in tasks for a in task.phoi_hop)
    bodies = {agency: n for agency, n in partners.items() if not str(agency).startswith("nhom-")}
    assert len(bodies) == 11
    assert (bodies["so-khcn"], bodies["bql-kcnc"], bodies["qtsc"], bodies["tt-cds"]) == (3, 3, 1, 3)


def test_counts_of_powers(plan: Plan) -> None:
    tasks = numbered(plan)

    def having(kind: RoleKind, agency: str) -> list[str]:
        return [
            item.so
            for item in tasks
            if any(
                r.vai is kind and agency in [a.co_quan for a in r.co_quan] for r in item.nhiem_vu.tham_quyen
            )
        ]

    assert len(having(RoleKind.BAN_HANH, "ubnd-tp")) == 16
    assert len(having(RoleKind.BAN_HANH, "hdnd-tp")) == 5
    assert having(RoleKind.BAN_HANH, "thu-tuong") == ["6.1"]
    assert having(RoleKind.PHE_DUYET, "thu-tuong") == ["3.2"]
    assert having(RoleKind.KY_KET, "ubnd-tp") == ["2.2"]
    issuing = (RoleKind.BAN_HANH, RoleKind.PHE_DUYET, RoleKind.KY_KET)
    assert [i.so for i in tasks if not any(r.vai in issuing for r in i.nhiem_vu.tham_quyen)] == [
        "2.3",
        "2.5",
        "2.11",
        "3.1",
        "3.3",
        "5.1",
    ]
