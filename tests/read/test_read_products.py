"""Products: where one ends and the next begins, and what each is."""

import pytest

from vanban.read.words.products import read_products

CASES = [
    ("Tờ trình, đề án thí điểm.", ["to_trinh Tờ trình", "de_an đề án thí điểm"]),
    ("Tờ trình, Quyết định ban hành Chương trình.", [
        "to_trinh Tờ trình", "quyet_dinh Quyết định ban hành Chương trình"]),
    ("các cơ chế, chính sách được triển khai", ["ket_qua các cơ chế, chính sách được triển khai"]),
    ("Kế hoạch và kết quả triển khai thực hiện Kế hoạch.", [
        "ke_hoach Kế hoạch", "ket_qua kết quả triển khai thực hiện Kế hoạch"]),
    ("MoU được ký kết và kết quả triển khai MoU", [
        "van_ban_khac MoU được ký kết", "ket_qua kết quả triển khai MoU"]),
    ("Chương trình hợp tác được ban hành và triển khai", [
        "chuong_trinh Chương trình hợp tác được ban hành và triển khai"]),
    ("“Đề án a; b, c” được phê duyệt; Báo cáo (số 1; số 2)", [
        "de_an “Đề án a; b, c” được phê duyệt", "bao_cao Báo cáo (số 1; số 2)"]),
    ("dự thảo Nghị quyết; 02 báo cáo", ["nghi_quyet dự thảo Nghị quyết", "bao_cao 02 báo cáo"]),
    ("Báo cáo, danh sách học viên, Bộ tiêu chí", [
        "bao_cao Báo cáo", "van_ban_khac danh sách học viên", "van_ban_khac Bộ tiêu chí"]),
    ("Bảng điều khiển hoạt động", ["ket_qua Bảng điều khiển hoạt động"]),
    (" ; . ", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_products(text: str, expected: list[str]) -> None:
    assert [f"{p.loai.value} {p.ten}" for p in read_products([text])] == expected


def test_each_bulleted_line_is_its_own() -> None:
    lines = ["+ Báo cáo khảo sát", "+ Phương án kết nối", "được phê duyệt"]
    assert [p.ten for p in read_products(lines)] == ["Báo cáo khảo sát", "Phương án kết nối được phê duyệt"]
