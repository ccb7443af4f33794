"""What stands behind the words of a task and says who and by when; and what looks like it but does not."""

import pytest

from vanban.model.agency import AgencyBook
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.tail import read_clause, read_tail

FINDER = AgencyFinder(AgencyBook(co_quan=[]))


def tail(text: str) -> tuple[str, list[str], list[str], str] | None:
    found = read_tail(text, FINDER, 2026)
    if found is None:
        return None
    words, clause = found
    due = str(clause.due.den or clause.due.kieu.value) if clause.due else ""
    return words, [a.nguyen_van for a in clause.leads], [a.nguyen_van for a in clause.partners], due


@pytest.mark.parametrize(
    ("text", "leads", "partners", "due"),
    [
        (
            "Lập danh sách: Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Hội Người cao tuổi thực hiện, "
            "hoàn thành trước ngày 31/3/2026.",
            ["Phòng Văn hóa - Xã hội"],
            ["Hội Người cao tuổi"],
            "2026-03-30",
        ),
        ("Lập danh sách: Trạm Y tế xã", ["Trạm Y tế xã"], [], ""),
        (
            "Lập danh sách. Trạm Y tế xã chủ trì, phối hợp với các bản thực hiện xong trước ngày 15/4/2026.",
            ["Trạm Y tế xã"],
            ["các bản"],
            "2026-04-14",
        ),
        ("Lập danh sách. Trạm Y tế xã thực hiện trong mùa khô.", ["Trạm Y tế xã"], [], "chua_ro"),
        ("Lập danh sách: tháng 6/2026.", [], [], "2026-06-30"),
        ("Lập danh sách - Ban Thường vụ Hội (xong trong tháng 5)", ["Ban Thường vụ Hội"], [], "2026-05-31"),
        ("Lập danh sách (Ban Tổ chức thực hiện).", ["Ban Tổ chức"], [], ""),
        ("Lập danh sách (tháng 11/2026)", [], [], "2026-11-30"),
        (
            "Lập danh sách, do Công an phường chủ trì, phối hợp các Thuế cơ sở; xong quý II/2026",
            ["Công an phường"],
            ["các Thuế cơ sở"],
            "2026-06-30",
        ),
        (
            "Lập danh sách (Phòng Quản lý, hỗ trợ doanh nghiệp số 1 chủ trì; 30/6/2026)",
            ["Phòng Quản lý, hỗ trợ doanh nghiệp số 1"],
            [],
            "2026-06-30",
        ),
        ("Lập danh sách: Phòng Quản lý nợ, thường xuyên trong năm", ["Phòng Quản lý nợ"], [], "2026-12-31"),
    ],
)
def test_a_tail_says_who_and_when(text: str, leads: list[str], partners: list[str], due: str) -> None:
    assert tail(text) == ("Lập danh sách", leads, partners, due)


@pytest.mark.parametrize(
    "text",
    [
        "Trưng bày theo chủ đề: hiện vật gốm, hiện vật gỗ",
        "Nâng cao năng lực của Phòng Văn hóa - Xã hội",
        "Thực hiện Chương trình phát triển (giai đoạn 2026 - 2030)",
        "Thực hiện Kế hoạch đầu tư công (2026)",
        "Ký quy chế với Liên đoàn Lao động (LĐLĐ)",
        "Xây dựng quy chế: Phòng Nội vụ xây dựng dự thảo, lấy ý kiến các đơn vị",
        "Hoàn thành dự án đầu tư đường Bắc - Nam",
        "Rà soát danh mục (chi tiết tại Phụ lục kèm theo)",
        "Mở lớp tập huấn. Trạm Y tế xã cử cán bộ tham gia, chuẩn bị tài liệu",
        "Trồng cây. Hội Nông dân thực hiện trong toàn xã",
    ],
)
def test_what_says_more_is_no_tail(text: str) -> None:
    assert tail(text) is None


def test_a_paragraph_of_its_own() -> None:
    found = read_clause(
        "(Phòng Quản lý nợ chủ trì, phối hợp Công an tỉnh, các ngân hàng; hằng tháng)", FINDER, 2026
    )
    assert found is not None
    assert [a.nguyen_van for a in found.leads] == ["Phòng Quản lý nợ"]
    assert [a.nguyen_van for a in found.partners] == ["Công an tỉnh", "các ngân hàng"]
    assert found.due is not None
    assert found.due.chu_ky == "thang"
