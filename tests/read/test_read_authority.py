"""Clauses of authority: who, which power, what."""

import pytest

from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.authority import read_authority

CASES = [
    ("UBND Thành phố ban hành.", ["ban_hanh ubnd-tp -"]),
    ("UBND Thành phố ban hành kế hoạch; Sở KH&CN chủ trì triển khai chung.", [
        "ban_hanh ubnd-tp kế hoạch", "trien_khai so-khcn -"]),
    ("UBND Thành phố, HĐND Thành phố ban hành các cơ chế, chính sách có liên quan.", [
        "ban_hanh ubnd-tp+hdnd-tp các cơ chế, chính sách có liên quan"]),
    ("UBND Thành phố chỉ đạo triển khai.", ["chi_dao ubnd-tp -"]),
    ("UBND Thành phố chỉ đạo chung", ["chi_dao ubnd-tp -"]),
    ("UBND Thành phố và Đại học Quốc gia ký kết Chương trình phối hợp.", [
        "ky_ket ubnd-tp+dhqg Chương trình phối hợp"]),
    ("UBND Thành phố trình Thủ tướng Chính phủ ban hành/phê duyệt các Đề án.", [
        "trinh ubnd-tp -", "phe_duyet thu-tuong các Đề án"]),
    ("UBND Thành phố trình HĐND Thành phố ban hành Nghị quyết", [
        "trinh ubnd-tp -", "ban_hanh hdnd-tp Nghị quyết"]),
    ("Sở KH&CN trình UBND Thành phố xem xét, phê duyệt Đề án", [
        "trinh so-khcn -", "phe_duyet ubnd-tp Đề án"]),
    ("UBND Thành phố ban hành Kế hoạch hoặc các Sở ngành được giao chủ trì triển khai ban hành Kế hoạch "
     "triển khai theo thẩm quyền.", [
        "ban_hanh ubnd-tp Kế hoạch ?", "ban_hanh nhom-duoc-giao Kế hoạch triển khai theo thẩm quyền ?"]),
    ("UBND Thành phố hoặc Sở Nội vụ ban hành Kế hoạch", [
        "ban_hanh ubnd-tp Kế hoạch ?", "ban_hanh so-noi-vu Kế hoạch ?"]),
    ("UBND Thành phố ban hành Kế hoạch hoặc Chương trình", ["ban_hanh ubnd-tp Kế hoạch hoặc Chương trình"]),
    ("UBND Thành phố ban hành/phê duyệt Đề án", [
        "ban_hanh ubnd-tp Đề án ?", "phe_duyet ubnd-tp Đề án ?"]),
    ("UBND Thành phố ban hành Kế hoạch và chỉ đạo triển khai", [
        "ban_hanh ubnd-tp Kế hoạch", "chi_dao ubnd-tp -"]),
    ("UBND Thành phố ban hành Kế hoạch, Sở KH&CN chủ trì triển khai", [
        "ban_hanh ubnd-tp Kế hoạch", "trien_khai so-khcn -"]),
    ("các Sở ngành có liên quan được giao triển khai theo Kế hoạch, Chương trình đã được giao.", [
        "trien_khai nhom-so-nganh -"]),
    ("+ Thẩm quyền ban hành: Thủ tướng Chính phủ;", ["ban_hanh thu-tuong -"]),
    ("+ Thẩm quyền triển khai: Sở Tài chính chủ trì triển khai.", ["trien_khai so-tai-chinh -"]),
    ("Ban hành: UBND Thành phố; triển khai: Sở Tài chính", [
        "ban_hanh ubnd-tp -", "trien_khai so-tai-chinh -"]),
    ("Cục Thống kê ban hành Quy trình", ["ban_hanh None Quy trình"]),
    ("UBND Thành phố ban hành Quyết định", ["ban_hanh ubnd-tp Quyết định"]),
]  # fmt: skip


def shown(text: str, finder: AgencyFinder, label: str = "") -> list[str]:
    return [
        f"{r.vai.value} {'+'.join(str(a.co_quan) for a in r.co_quan)} {r.doi_tuong or '-'}"
        + (" ?" if r.lua_chon else "")
        for r in read_authority([text], finder, label=label).roles
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_clause(text: str, expected: list[str], finder: AgencyFinder) -> None:
    assert shown(text, finder) == expected


def test_a_clause_without_a_verb_takes_it_from_a_label_that_names_one_power(finder: AgencyFinder) -> None:
    assert shown("UBND Thành phố", finder, "Thẩm quyền ban hành") == ["ban_hanh ubnd-tp -"]
    unclear = read_authority(["UBND Thành phố."], finder, label="Thẩm quyền ban hành/triển khai")
    assert unclear.roles == []
    assert unclear.unclear == ["UBND Thành phố"]


def test_roles_keep_the_words_of_their_clause(finder: AgencyFinder) -> None:
    words = "UBND Thành phố trình Thủ tướng Chính phủ phê duyệt các Đề án"
    roles = read_authority([f"{words}; Sở Tài chính triển khai."], finder).roles
    assert [r.nguyen_van for r in roles] == [words, words, "Sở Tài chính triển khai"]
