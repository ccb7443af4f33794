"""Names in capitals → small letters: what is a name keeps its capital."""

import pytest
from small_plan import BOOK, plan, task

from vanban.compose.casing import in_capitals, recased
from vanban.model.plan import Plan

SAID = (
    "Phấn đấu đến năm 2030 ngành công nghiệp tỉnh Lào Cai phát triển xanh theo hướng UBND tỉnh chỉ đạo.",
    "Triển khai tại khu công nghiệp của Hà Nội; cơ sở hạ tầng do Sở Nội vụ quản lý.",
)


def named(name: str) -> Plan:
    return plan(task("t1-1", ten=name, noi_dung=list(SAID)))


@pytest.mark.parametrize(
    ("loud", "wanted"),
    [
        ("NHIỆM VỤ TRỌNG TÂM", "Nhiệm vụ trọng tâm"),
        ("PHÁT TRIỂN CÔNG NGHIỆP TỈNH LÀO CAI", "Phát triển công nghiệp tỉnh Lào Cai"),
        ("NÂNG CẤP CƠ SỞ HẠ TẦNG", "Nâng cấp cơ sở hạ tầng"),
        ("KIỆN TOÀN SỞ NỘI VỤ VÀ SỞ TÀI CHÍNH", "Kiện toàn Sở Nội vụ và Sở Tài chính"),
        ("BÁO CÁO UBND VÀ QTSC VỀ 5G, KH&CN", "Báo cáo UBND và QTSC về 5G, KH&CN"),
        ("ĐƯA “SỔ TAY SỐ” (BẢN 2) VÀO DÙNG", "Đưa “sổ tay số” (bản 2) vào dùng"),
        ("Mạng 5G của UBND", "Mạng 5G của UBND"),
        ("ĐỀ ÁN", "ĐỀ ÁN"),
    ],
)
def test_words_are_written_as_the_sentences_of_the_plan_write_them(loud: str, wanted: str) -> None:
    assert recased(named(loud), BOOK).nhom[0].nhiem_vu[0].ten == wanted


def test_only_names_in_capitals_are_told_and_no_word_is_lost() -> None:
    assert in_capitals(named("Nhiệm vụ chung")) == []
    assert in_capitals(named("NHIỆM VỤ CHUNG")) == ["NHIỆM VỤ CHUNG"]
    loud = "XÂY DỰNG KHO DỮ LIỆU – GIAI ĐOẠN 1; (LÀO CAI)"
    made = recased(named(loud), BOOK).nhom[0].nhiem_vu[0].ten
    assert made is not None
    assert made.upper() == loud


def test_the_subject_of_the_plan_too() -> None:
    loud = plan(task("t1-1", noi_dung=list(SAID)), trich_yeu="KIỂM TRA CÔNG TRÌNH TỈNH LÀO CAI NĂM 2026")
    assert recased(loud, BOOK).van_ban.trich_yeu == "Kiểm tra công trình tỉnh Lào Cai năm 2026"
