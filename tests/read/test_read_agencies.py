"""Agencies in text: names with commas and "và", scopes, leads and partners, strangers."""

import pytest

from vanban.model.plan import Assignment
from vanban.read.words.agencies import read_assignments, read_shares
from vanban.read.words.agency_finder import AgencyFinder


def shown(assignments: list[Assignment]) -> list[str]:
    return [(a.co_quan or f"?{a.nguyen_van}") + (f" ({a.pham_vi})" if a.pham_vi else "") for a in assignments]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Sở Khoa học và Công nghệ", "so-khcn"),
        ("sở khoa học  VÀ công nghệ", "so-khcn"),
        ("Sở KH & CN", "so-khcn"),
        ("Mặt trận tổ quốc TP.HCM", "mttq"),
        ("Uỷ ban nhân dân Thành phố", "ubnd-tp"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "ubnd-tp"),
        ("Ủy ban nhân dân TP. HCM", "ubnd-tp"),
        ("Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh", "vp-ubnd"),
        ("Ủy ban nhân dân các phường, xã, đặc khu", "nhom-phuong-xa"),
        ("các Sở, ban, ngành có liên quan", "nhom-so-nganh"),
    ],
)
def test_one_body_is_found_under_each_of_its_names(text: str, agency: str, finder: AgencyFinder) -> None:
    assert finder.identify(text) == agency


def test_a_match_tells_where_it_stands(finder: AgencyFinder) -> None:
    text = "Giao Sở Nội vụ, QTSC."
    assert [(m.agency_id, text[m.start : m.end]) for m in finder.find_all(text)] == [
        ("so-noi-vu", "Sở Nội vụ"),
        ("qtsc", "QTSC"),
    ]


@pytest.mark.parametrize("text", ["Sở Khoa học", "QTSCX", "XQTSC", "Chính phủ điện tử"[:5], ""])
def test_a_part_of_a_name_or_of_a_word_is_no_name(text: str, finder: AgencyFinder) -> None:
    assert finder.find_all(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở KH&CN, Ban Quản lý Khu Công nghệ cao TP.HCM, QTSC.", ["so-khcn", "bql-kcnc", "qtsc"]),
        (
            "Trung tâm CR4.0, ĐHQG TP.HCM và các tổ chức có liên quan.",
            ["tt-cr4", "dhqg", "nhom-to-chuc"],
        ),
        (
            "Sở KH&CN (đề án Khu CNTT tập trung), BQL KCNC (phát triển khu CNC)",
            ["so-khcn (đề án Khu CNTT tập trung)", "bql-kcnc (phát triển khu CNC)"],
        ),
        ("Sở Khoa học và Công nghệ (Sở KH&CN)", ["so-khcn"]),
        ("Viện Nghiên cứu phát triển (HIDS)", ["vien-ncpt"]),
        ("Sở Y tế; Sở Nội vụ; Liên minh Hợp tác xã", ["?Sở Y tế", "so-noi-vu", "?Liên minh Hợp tác xã"]),
        ("Sở Nông nghiệp và Môi trường và Sở Nội vụ", ["?Sở Nông nghiệp và Môi trường", "so-noi-vu"]),
        ("Sở Nội vụ tỉnh Đồng Nai", ["?Sở Nội vụ tỉnh Đồng Nai"]),
        ("Phòng Kinh tế Sở Xây dựng, QTSC", ["?Phòng Kinh tế Sở Xây dựng", "qtsc"]),
        ("UBND Thành phố Thủ Đức", ["?UBND Thành phố Thủ Đức"]),
        ("các sở, địa phương liên quan; QTSC", ["?các sở, địa phương liên quan", "qtsc"]),
        ("phối hợp với Sở Nội vụ.", ["so-noi-vu"]),
        ("", []),
        (" ; . và", []),
    ],
)
def test_names_are_told_apart(text: str, expected: list[str], finder: AgencyFinder) -> None:
    assert shown(read_assignments(text, finder)) == expected


def test_words_in_brackets_stay_in_the_printed_name(finder: AgencyFinder) -> None:
    (one,) = read_assignments("Sở Khoa học và Công nghệ (Sở KH&CN)", finder)
    assert one.nguyen_van == "Sở Khoa học và Công nghệ (Sở KH&CN)"


@pytest.mark.parametrize(
    ("text", "leads", "partners"),
    [
        (
            "Sở KH&CN chủ trì, phối hợp Sở Nội vụ; Ủy ban nhân dân các phường, xã, đặc khu.",
            ["so-khcn"],
            ["so-noi-vu", "nhom-phuong-xa"],
        ),
        ("Sở KH&CN chủ trì, phối hợp với các cơ quan, đơn vị liên quan.", ["so-khcn"], ["nhom-don-vi"]),
        ("Sở KH&CN, QTSC chủ trì; Sở Nội vụ, ITPC phối hợp.", ["so-khcn", "qtsc"], ["so-noi-vu", "itpc"]),
        ("Chủ trì: Sở Tài chính; phối hợp: Sở Nội vụ, QTSC", ["so-tai-chinh"], ["so-noi-vu", "qtsc"]),
        ("Sở Tài chính phối hợp với Sở Nội vụ", ["so-tai-chinh"], ["so-noi-vu"]),
        ("Sở Tài chính.", ["so-tai-chinh"], []),
        ("Sở Tài chính chủ trì.", ["so-tai-chinh"], []),
    ],
)
def test_leads_and_partners_are_told_apart(
    text: str, leads: list[str], partners: list[str], finder: AgencyFinder
) -> None:
    shares = read_shares(text, finder)
    assert (shown(shares.leads), shown(shares.partners)) == (leads, partners)
    assert not shares.unclear


def test_who_leads_is_not_guessed(finder: AgencyFinder) -> None:
    assert read_shares("Sở Tài chính, Sở Nội vụ", finder).unclear
