"""Plan → Kế hoạch: one form for all, nothing smoothed over."""

from datetime import date

import pytest
from small_plan import BOOK, CONTRADICTION, NOTED, plan, role, task, who

from vanban.compose.heads import unknown_issuer
from vanban.compose.ke_hoach import compose_plan
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.document import TaskBlock, fill, note
from vanban.model.errors import SourceError
from vanban.model.plan import OtherSection, Plan, Product, RoleKind

DAY = date(2025, 7, 1)


def block(**changes: object) -> TaskBlock:
    return compose_plan(plan(task(**changes)), BOOK, day=DAY).nhom[0].nhiem_vu[0]


def test_numbers_are_counted_anew_whatever_the_source_printed() -> None:
    paper = compose_plan(plan(*(task(f"t1-{i}", so_in="1.1") for i in (1, 2, 3))), BOOK, day=DAY)
    assert [t.so for t in paper.nhom[0].nhiem_vu] == ["1.1", "1.2", "1.3"]


def test_the_draft_leaves_number_and_day_blank() -> None:
    head = compose_plan(plan(), BOOK, day=DAY).dau_trang
    assert head.so_ky_hieu.split() == ["Số:", "/KH-UBND"]
    assert head.dia_danh_thoi_gian.split() == ["Mẫu,", "ngày", "tháng", "năm", "2025"]
    assert head.du_thao


def issued(**paper: object) -> Plan:
    made = plan(**{"so": 7, "ngay": date(2025, 2, 5), "du_thao": False, **paper})
    return made.model_copy(update={"can_cu": made.can_cu[:1]})


def test_the_issued_plan_shows_number_and_day() -> None:
    head = compose_plan(issued(), BOOK, day=DAY).dau_trang
    assert head.so_ky_hieu == "Số: 07/KH-UBND"
    assert head.dia_danh_thoi_gian == "Mẫu, ngày 05 tháng 02 năm 2025"
    assert not head.du_thao


def test_the_place_of_the_plan_goes_before_that_of_the_book() -> None:
    head = compose_plan(plan(dia_danh="Phường Mẫu"), BOOK, day=DAY).dau_trang
    assert head.dia_danh_thoi_gian.startswith("Phường Mẫu, ngày")


def test_the_head_breaks_the_name_where_the_book_says() -> None:
    assert compose_plan(plan(), BOOK, day=DAY).dau_trang.co_quan_ban_hanh == ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"]


def test_an_agency_has_its_full_name_and_its_scope() -> None:
    leads = [who("so-nv", "SNV", "kho số"), who("so-tc", "Sở TC")]
    assert block(chu_tri=leads).chu_tri == "Sở Nội vụ (kho số); Sở Tài chính."


def test_authority_keeps_the_words_of_the_plan_with_full_names() -> None:
    assert block().tham_quyen == "UBND tỉnh Mẫu ban hành Kế hoạch."
    named = task().tham_quyen[0].model_copy(update={"co_quan": [who("ubnd", "UBND tỉnh Mẫu")]})
    assert block(tham_quyen=[named]).tham_quyen == "Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch."


def test_a_contradictory_deadline_is_a_choice_for_a_person() -> None:
    text = block(thoi_han=CONTRADICTION).thoi_han
    assert text.startswith(fill("chọn một thời hạn: trước ngày 30/9/2025 hoặc quý IV/2025")[:10])
    assert "30/9/2025" in text
    assert "IV/2025" in text


@pytest.mark.parametrize(
    ("changes", "field", "hint"),
    [
        ({"thoi_han": Deadline()}, "thoi_han", "thời hạn"),
        ({"chu_tri": []}, "chu_tri", "cơ quan chủ trì"),
        ({"phoi_hop": []}, "phoi_hop", "cơ quan phối hợp"),
        ({"san_pham": []}, "san_pham", "sản phẩm"),
        ({"tham_quyen": []}, "tham_quyen", "thẩm quyền"),
    ],
)
def test_what_is_missing_is_a_marked_blank(changes: dict[str, object], field: str, hint: str) -> None:
    text = getattr(block(**changes), field)
    assert text.startswith(fill("x")[0])
    assert hint in text.casefold()


def test_a_deadline_not_understood_keeps_its_words() -> None:
    text = block(thoi_han=Deadline(nguyen_van="khi có điều kiện.", kieu=DeadlineKind.CHUA_RO)).thoi_han
    assert text.startswith("khi có điều kiện ")


def test_a_footnote_hangs_on_its_words() -> None:
    text = block(san_pham=[Product(ten="Đề án được phê duyệt")], chu_thich=[NOTED]).san_pham
    assert text == f"Đề án{note('Tờ trình số 20.')} được phê duyệt."


def test_a_footnote_whose_words_are_gone_is_not_lost() -> None:
    assert note("Tờ trình số 20.") in block(san_pham=[Product(ten="Kho số")], chu_thich=[NOTED]).san_pham


def test_an_incomplete_ground_shows_what_is_missing() -> None:
    lines = compose_plan(plan(), BOOK, day=DAY).can_cu
    assert lines[0].startswith("Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị")
    assert lines[0].endswith(";")
    assert fill("bổ sung số, ký hiệu, ngày ban hành, cơ quan ban hành") in lines[1]
    assert lines[1].endswith(".")


def test_the_last_duty_ends_the_paper() -> None:
    paper = compose_plan(plan(), BOOK, day=DAY)
    assert [t[-3:] for t in paper.to_chuc_thuc_hien] == ["ối.", "./."]


def test_receivers_are_the_bodies_that_have_work() -> None:
    lines = compose_plan(plan(), BOOK, day=DAY).noi_nhan
    assert lines == [
        "- Sở Nội vụ;",
        "- Sở Tài chính;",
        "- Các cơ quan, tổ chức có liên quan;",
        "- Lưu: VT, VX.",
    ]


def test_an_unknown_issuer_is_taken_from_the_words_of_the_head() -> None:
    made = plan(co_quan_ban_hanh="SỞ CÔNG THƯƠNG", co_quan_chu_quan="UBND TỈNH KHÁC", ky_hieu="KH-SCT")
    made.to_chuc_thuc_hien = ["Sở Công Thương chủ trì."]
    paper = compose_plan(made, BOOK, day=DAY)
    assert paper.dau_trang.co_quan_chu_quan == ["UBND TỈNH KHÁC"]
    assert paper.dau_trang.co_quan_ban_hanh == ["SỞ CÔNG THƯƠNG"]
    assert paper.mo_dau.startswith("Sở Công Thương ban hành Kế hoạch")
    assert paper.noi_nhan[-1] == f"- Lưu: VT, {fill('đơn vị soạn thảo')}."
    assert "co-quan.yaml" in unknown_issuer(made, BOOK)[0]


def test_the_superior_of_an_unknown_issuer_may_be_in_the_book() -> None:
    made = plan(co_quan_ban_hanh="SỞ CÔNG THƯƠNG", co_quan_chu_quan="ỦY BAN NHÂN DÂN TỈNH MẪU")
    assert compose_plan(made, BOOK, day=DAY).dau_trang.co_quan_chu_quan == ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"]


def test_a_ground_tells_what_it_is_called_from_then_on() -> None:
    made = plan()
    made.can_cu[0].ten_ngan = "Nghị quyết số 57"
    assert compose_plan(made, BOOK, day=DAY).can_cu[0].endswith("(sau đây gọi tắt là Nghị quyết số 57);")


def test_a_task_without_title_waits_for_one() -> None:
    assert block(ten=None).ten == fill("tên nhiệm vụ")


def test_a_footnote_that_breaks_off_at_its_day_waits_for_it() -> None:
    broken = NOTED.model_copy(update={"noi_dung": "Tờ trình số 20 ngày"})
    text = block(san_pham=[Product(ten="Đề án")], chu_thich=[broken]).san_pham
    assert note(f"Tờ trình số 20 ngày {fill('tháng, năm ban hành')}.") in text


def test_authority_that_repeats_its_label_is_said_in_one_form() -> None:
    labelled = role(RoleKind.BAN_HANH, who("thu-tuong"), words="Thẩm quyền ban hành: Thủ tướng Chính phủ")
    assert block(tham_quyen=[labelled]).tham_quyen == "Thủ tướng Chính phủ ban hành."


def test_a_plan_without_groups_still_makes_a_paper() -> None:
    empty = Plan(van_ban=plan().van_ban)
    assert compose_plan(empty, BOOK, day=DAY).nhom == []


@pytest.mark.parametrize(("paper", "told"), [({"so": None}, "số"), ({"ngay": None}, "ngày ban hành")])
def test_a_final_plan_without_number_or_day_is_refused(paper: dict[str, object], told: str) -> None:
    with pytest.raises(SourceError, match=f"chưa xong: {told}"):
        compose_plan(issued(**paper), BOOK, day=DAY)


def test_a_final_plan_with_an_undecided_deadline_is_refused_and_says_which() -> None:
    undecided = plan(task(thoi_han=CONTRADICTION), so=7, ngay=date(2025, 2, 5), du_thao=False)
    with pytest.raises(SourceError, match=r"chọn một thời hạn.*30/9/2025"):
        compose_plan(undecided, BOOK, day=DAY)


def test_a_plan_without_further_parts_prints_none() -> None:
    paper = compose_plan(plan(), BOOK, day=DAY)
    assert (paper.truoc_mo_dau, paper.muc_dich, paper.yeu_cau, paper.kinh_phi) == ([], [], [], [])
    assert (paper.muc_khac, paper.che_do_bao_cao, paper.loi_ket) == ([], [], [])
    assert paper.mo_dau.startswith("Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch")


def test_further_parts_are_printed_and_the_last_ends_the_paper() -> None:
    made = plan()
    made.mo_dau = ["Thực hiện chương trình công tác, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"]
    made.muc_dich, made.muc_tieu = ["Dễ tra cứu"], []
    made.muc_khac = [OtherSection(ten="Địa điểm", doan=["Tại kho số 1"])]
    made.che_do_bao_cao = ["Báo cáo trước ngày 25 hằng tháng"]
    paper = compose_plan(made, BOOK, day=DAY)
    assert (paper.mo_dau, paper.muc_dich, paper.muc_tieu) == (made.mo_dau[0], ["Dễ tra cứu."], [])
    assert [(section.ten, section.doan) for section in paper.muc_khac] == [("ĐỊA ĐIỂM", ["Tại kho số 1."])]
    assert [text[-3:] for text in paper.to_chuc_thuc_hien] == ["ối.", "ai."]
    assert paper.che_do_bao_cao == ["Báo cáo trước ngày 25 hằng tháng./."]


def test_a_field_that_no_task_has_is_not_printed() -> None:
    tasks = [task(f"t1-{i}", tham_quyen=[], kinh_phi="2 tỷ đồng") for i in range(1, 4)]
    paper = compose_plan(plan(*tasks), BOOK, day=DAY)
    assert [block.tham_quyen for block in paper.nhom[0].nhiem_vu] == ["", "", ""]
    assert [(line.nhan, line.gia_tri) for line in paper.nhom[0].nhiem_vu[0].them] == [
        ("Kinh phí", "2 tỷ đồng.")
    ]
