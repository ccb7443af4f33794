"""Task → Tờ trình: who, to whom, what is asked, and why not."""

from datetime import date

import pytest
from small_plan import BOOK, plan, role, task, who

from vanban.compose.submission_route import calls_for_submission, no_submission_reason, route
from vanban.compose.to_trinh import compose_submission
from vanban.model.document import FILL_OPEN, SubmissionDocument
from vanban.model.errors import NoPaperError
from vanban.model.plan import Numbered, Product, ProductKind, RoleKind, Task, numbered

DAY = date(2025, 7, 1)


def first(made: Task) -> Numbered:
    return numbered(plan(made))[0]


def paper(**changes: object) -> SubmissionDocument:
    made = task(**changes)
    return compose_submission(plan(made), first(made), BOOK, day=DAY)


def test_a_department_submits_to_its_superior() -> None:
    made = paper()
    assert made.kinh_gui == ["Ủy ban nhân dân tỉnh Mẫu"]
    assert made.dau_trang.co_quan_chu_quan == ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"]
    assert made.dau_trang.co_quan_ban_hanh == ["SỞ NỘI VỤ"]
    assert made.dau_trang.so_ky_hieu.split() == ["Số:", "/TTr-SNV"]


def test_the_subject_takes_the_full_name_from_the_content() -> None:
    assert paper().trich_yeu == "Về việc ban hành Kế hoạch số hóa tài liệu lưu trữ đến năm 2030"


def test_receivers_begin_with_as_above() -> None:
    assert paper().noi_nhan[0] == "- Như trên;"
    assert paper().noi_nhan[-1].startswith("- Lưu: VT, ")


@pytest.mark.parametrize(
    ("roles", "subject"),
    [
        ([role(RoleKind.PHE_DUYET, who("ubnd"), of="Kế hoạch")], "phê duyệt"),
        ([role(RoleKind.KY_KET, who("ubnd"), who("so-tc"), of="Kế hoạch")], "ký kết"),
        ([role(RoleKind.BAN_HANH, who("thu-tuong"))], "trình Thủ tướng Chính phủ ban hành"),
        (
            [role(RoleKind.BAN_HANH, who("ubnd"), who("hdnd"))],
            "ban hành theo thẩm quyền hoặc trình Hội đồng nhân dân tỉnh Mẫu ban hành",
        ),
    ],
)
def test_the_verb_follows_from_the_authority(roles: list[object], subject: str) -> None:
    made = paper(tham_quyen=roles)
    assert made.kinh_gui == ["Ủy ban nhân dân tỉnh Mẫu"]
    assert made.trich_yeu == f"Về việc {subject} Kế hoạch số hóa tài liệu lưu trữ đến năm 2030"


def test_the_body_with_the_role_of_submitting_submits() -> None:
    made = paper(
        tham_quyen=[
            role(RoleKind.TRINH, who("ubnd")),
            role(RoleKind.PHE_DUYET, who("thu-tuong"), of="Kế hoạch"),
        ]
    )
    assert made.kinh_gui == ["Thủ tướng Chính phủ"]
    assert made.dau_trang.so_ky_hieu.endswith("/TTr-UBND")
    assert made.dau_trang.co_quan_chu_quan == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"tham_quyen": []}, "không ghi thẩm quyền"),
        (
            {"tham_quyen": [role(RoleKind.TRIEN_KHAI, who("so-nv"), words="Sở Nội vụ chủ trì triển khai")]},
            "chủ trì",
        ),
        ({"tham_quyen": [role(RoleKind.BAN_HANH, who("so-nv"))]}, "tự ban hành"),
        ({"chu_tri": []}, "không rõ cơ quan trình"),
    ],
)
def test_a_task_without_submission_says_why(changes: dict[str, object], words: str) -> None:
    made = task(**changes)
    assert words in (no_submission_reason(first(made), BOOK) or "")
    with pytest.raises(NoPaperError, match="không lập Tờ trình"):
        paper(**changes)


def test_only_a_product_or_a_role_calls_for_a_submission() -> None:
    assert calls_for_submission(first(task()))
    assert not calls_for_submission(
        first(task(san_pham=[Product(ten="Kế hoạch", loai=ProductKind.KE_HOACH)]))
    )
    assert calls_for_submission(first(task(san_pham=[], tham_quyen=[role(RoleKind.TRINH, who("ubnd"))])))


def test_attachments_are_the_products_but_the_submission_itself() -> None:
    made = paper(
        noi_dung=["Ban hành Chương trình lưu trữ số."],
        tham_quyen=[role(RoleKind.BAN_HANH, who("ubnd"), of="Chương trình")],
        san_pham=[
            Product(ten="Tờ trình", loai=ProductKind.TO_TRINH),
            Product(ten="Quyết định ban hành Chương trình", loai=ProductKind.QUYET_DINH),
        ],
    )
    assert made.kem_theo == [
        "(Hồ sơ kèm theo: (1) Dự thảo Quyết định ban hành Chương trình lưu trữ số; "
        "(2) Dự thảo Chương trình lưu trữ số)./."
    ]


def test_a_paper_to_be_replaced_is_no_ground() -> None:
    made = paper(
        noi_dung=[
            "Xây dựng Kế hoạch mới (để thay thế Quyết định số 57/QĐ-UBND ngày 11 tháng 12 năm 2023 "
            "của Ủy ban nhân dân tỉnh Mẫu về số hóa)."
        ]
    )
    assert not any("57/QĐ-UBND" in line for line in made.can_cu)
    assert any("57/QĐ-UBND" in line for line in made.noi_dung)


def test_the_plan_itself_is_the_last_ground_with_blanks_while_a_draft() -> None:
    line = paper().can_cu[-1]
    assert "/KH-UBND" in line
    assert FILL_OPEN in line
    assert line.endswith(".")


def test_what_is_replaced_stands_in_the_request() -> None:
    made = paper(
        noi_dung=[
            "Xây dựng Kế hoạch mới (để thay thế Quyết định số 57/QĐ-UBND ngày 11 tháng 12 năm 2023 "
            "của Ủy ban nhân dân tỉnh Mẫu về số hóa)."
        ]
    )
    assert "thay thế Quyết định số 57/QĐ-UBND ngày 11 tháng 12 năm 2023" in made.kien_nghi


def test_a_single_attachment_has_no_number() -> None:
    assert paper().kem_theo == ["(Hồ sơ kèm theo: Dự thảo Kế hoạch số hóa tài liệu lưu trữ đến năm 2030)./."]


def test_a_name_too_short_takes_the_title_along() -> None:
    made = paper(
        ten="Triển khai các chính sách bán dẫn theo Kế hoạch số 12/KH-UBND ngày 01 tháng 02 năm 2025",
        noi_dung=["Ban hành Kế hoạch triển khai năm 2025."],
    )
    assert made.trich_yeu == "Về việc ban hành Kế hoạch triển khai năm 2025 các chính sách bán dẫn"


def test_general_groups_are_a_blank_among_the_receivers() -> None:
    lines = paper().noi_nhan
    assert "- Sở Tài chính;" in lines
    assert not any("các sở, ban, ngành" in line.casefold() for line in lines)
    assert any(FILL_OPEN in line for line in lines)


def test_further_clauses_of_the_authority_are_told() -> None:
    further = role(RoleKind.BAN_HANH, who("hdnd"), words="HĐND tỉnh Mẫu ban hành chính sách")
    made = task(tham_quyen=[*task().tham_quyen, further])
    assert route(first(made), BOOK).left_out == ("HĐND tỉnh Mẫu ban hành chính sách",)


def test_what_only_a_person_knows_is_marked() -> None:
    made = paper()
    assert any(FILL_OPEN in text for text in made.su_can_thiet)
    assert any(FILL_OPEN in text for text in made.qua_trinh)
    assert any(FILL_OPEN in text for text in made.to_chuc)
