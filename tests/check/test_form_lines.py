"""Number, place and date, signature, receivers, ends of lines: one wrong line at a time."""

import pytest
from form_papers import Line, changed, found, ids, letter, line, submission, with_blank


def test_a_lawful_submission_and_a_lawful_letter_have_no_finding() -> None:
    assert found(submission()) == []
    assert found(letter()) == []


SYMBOLS = {
    "Số: 5/TTr-SNV": ["so-ky-hieu.so-khong"],
    "Số: 15/ TTr-SNV": ["so-ky-hieu.cach-chu"],
    "Số: 15 /TTr-SNV": ["so-ky-hieu.cach-chu"],
    "Số: 15/TTr - SNV": ["so-ky-hieu.cach-chu"],
    "Số: 15-TTr-SNV": ["so-ky-hieu.dang"],
    "Số: 15/TTr": ["so-ky-hieu.dang"],
    "Số: XV/TTr-SNV": ["so-ky-hieu.dang"],
    "Số: 15/TTR-SNV": ["so-ky-hieu.loai"],
    "Số: 15/BC-SNV": ["so-ky-hieu.loai"],
    "Số: 15/TTr-snv": ["so-ky-hieu.chu-hoa"],
    "Số 15/TTr-SNV": ["so-ky-hieu.bat-dau"],
    "Số: 150/TTr-SNV-VP": [],
    "Số: 15/2025/TTr-SNV": [],
    "Số:        /TTr-SNV": [],
    "Số: …/TTr-SNV": [],
    "Số: ......./TTr-SNV": [],
}


@pytest.mark.parametrize(("text", "expected"), SYMBOLS.items())
def test_number_and_symbol(text: str, expected: list[str]) -> None:
    assert ids(found(changed(submission(), "so_ky_hieu", text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số: 12/UBND-VX", []),
        ("Số: 12/CV-SNV", ["so-ky-hieu.loai"]),
        ("Số: 12/SNV", ["so-ky-hieu.dang"]),
        ("Số:     /SNV-VP", []),
    ],
)
def test_the_symbol_of_a_letter(text: str, expected: list[str]) -> None:
    assert ids(found(changed(letter(), "so_ky_hieu", text))) == expected


DATES = {
    "Mẫu Sơn ngày 05 tháng 01 năm 2025": ["dia-danh-thoi-gian.dau-phay"],
    "Mẫu Sơn, ngày 5 tháng 01 năm 2025": ["dia-danh-thoi-gian.so-khong"],
    "Mẫu Sơn, ngày 15 tháng 2 năm 2025": ["dia-danh-thoi-gian.so-khong"],
    "Mẫu Sơn, ngày 15 tháng 09 năm 2025": ["dia-danh-thoi-gian.thua-so-khong"],
    "Mẫu Sơn, ngày 31 tháng 6 năm 2025": ["dia-danh-thoi-gian.ngay-khong-co"],
    "Mẫu Sơn, ngày 29 tháng 02 năm 2025": ["dia-danh-thoi-gian.ngay-khong-co"],
    "Mẫu Sơn, ngày 15 tháng 13 năm 2025": ["dia-danh-thoi-gian.ngay-khong-co"],
    "Mẫu Sơn, ngày 15/6/2025": ["dia-danh-thoi-gian.dang"],
    "Mẫu Sơn, ngày 15 tháng 6 năm 25": ["dia-danh-thoi-gian.dang"],
    "mẫu Sơn, ngày 15 tháng 6 năm 2025": ["dia-danh-thoi-gian.chu-hoa"],
    "Phường Mẫu Sơn nằm ở nơi xa và có một cái tên rất dài như tên con sông, ngày 15 tháng 6 năm 2025": [
        "dia-danh-thoi-gian.mot-dong"
    ],
    "Mẫu Sơn, ngày 15 tháng 6 năm 2025": [],
    "Mẫu Sơn, ngày 29 tháng 02 năm 2024": [],
    "Mẫu Sơn, ngày     tháng     năm 2025": [],
    "Mẫu Sơn, ngày … tháng … năm …": [],
    "Mẫu Sơn, ngày      tháng 6 năm 2025": [],
}


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_place_and_date(text: str, expected: list[str]) -> None:
    assert ids(found(changed(submission(), "dia_danh_thoi_gian", text))) == expected


SIGNERS = {
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"): [],
    ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"): [],
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"): [],
    ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"): [],
    ("TM. BAN GIÁM ĐỐC", "GIÁM ĐỐC"): [],
    ("Q. GIÁM ĐỐC",): [],
    ("GIÁM ĐỐC",): [],
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",): [],
    ("KT. GIÁM ĐỐC", "GIÁM ĐỐC"): ["quyen-han.cap-pho"],
    ("KT. PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"): ["quyen-han.sau-chu-viet-tat"],
    ("KT. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"): ["quyen-han.sau-chu-viet-tat"],
    ("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"): ["quyen-han.sau-chu-viet-tat"],
    ("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"): ["quyen-han.chu-viet-tat"],
    ("KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"): ["quyen-han.chu-viet-tat"],
    ("TL. CHỦ TỊCH",): ["quyen-han.chuc-vu"],
    ("KT. GIÁM ĐỐC",): ["quyen-han.chuc-vu"],
}


@pytest.mark.parametrize(("texts", "expected"), SIGNERS.items(), ids=lambda value: str(value)[:60])
def test_who_signs(texts: tuple[str, ...], expected: list[str]) -> None:
    assert ids(found(changed(submission(), "quyen_han", *texts))) == expected


@pytest.mark.parametrize(
    ("name", "severities"),
    [
        ("TS. Nguyễn Văn Mẫu", ["lỗi"]),
        ("ThS. Nguyễn Văn Mẫu", ["lỗi"]),
        ("PGS.TS. Nguyễn Văn Mẫu", ["lỗi"]),
        ("BSCKII. Nguyễn Văn Mẫu", ["lỗi"]),
        ("Tiến sĩ Nguyễn Văn Mẫu", ["lỗi"]),
        ("Đại tá Nguyễn Văn Mẫu", ["cảnh báo"]),
        ("Bùi Thị Sĩ", []),
        ("Tsan Văn Mẫu", []),
    ],
)
def test_titles_before_the_name(name: str, severities: list[str]) -> None:
    findings = found(changed(submission(), "ho_ten", name))
    assert [finding.muc for finding in findings] == severities
    assert all("II.7.c" in finding.can_cu for finding in findings)


RECEIVERS = {
    ("- Như trên;", "- Lưu: VT, VP."): [],
    ("- Như trên;", "- Lưu: VT, VP (2)."): [],
    ("- Như trên;", "- Sở Tài chính;", "- Lưu: VT, VP."): [],
    ("- Sở Tài chính;", "- Lưu: VT, VP."): ["noi-nhan-danh-sach.nhu-tren"],
    ("- Như trên;", "- Sở Tài chính.", "- Lưu: VT, VP."): ["noi-nhan-danh-sach.dau-dong"],
    ("- Như trên;", "Sở Tài chính;", "- Lưu: VT, VP."): ["noi-nhan-danh-sach.dau-dong"],
    ("- Như trên;", "- Lưu VT, VP."): ["noi-nhan-danh-sach.luu"],
    ("- Như trên;", "- Lưu: VT, VP"): ["noi-nhan-danh-sach.luu"],
    ("- Như trên;", "- Lưu: VT."): ["noi-nhan-danh-sach.luu"],
    ("- Như trên;", "- Lưu: VP."): ["noi-nhan-danh-sach.luu"],
    ("- Như trên;", "- Sở Tài chính;"): ["noi-nhan-danh-sach.luu"],
    ("- Như trên;\n- Sở Tài chính;\n- Lưu: VT, VP.",): [],
}


@pytest.mark.parametrize(("texts", "expected"), RECEIVERS.items(), ids=lambda value: str(value)[:60])
def test_receivers(texts: tuple[str, ...], expected: list[str]) -> None:
    assert ids(found(changed(submission(), "noi_nhan_danh_sach", *texts))) == expected


def test_the_message_on_the_last_line_says_what_it_lacks() -> None:
    (finding,) = found(changed(submission(), "noi_nhan_danh_sach", "- Như trên;", "- Lưu VT, VP"))
    assert "dấu hai chấm" in finding.loi_van
    assert "dấu chấm (.)" in finding.loi_van


def with_addressees(heading: str, *items: str) -> list[Line]:
    lines = changed(submission(), "kinh_gui", heading)
    at = next(i for i, entry in enumerate(lines) if entry.code == "kinh_gui") + 1
    return [*lines[:at], *(line("VB Kính gửi danh sách", text) for text in items), *lines[at:]]


ADDRESSEES = [
    ("Kính gửi: Bộ Nội vụ", (), []),
    ("Kính gửi:", ("- Bộ Nội vụ;", "- Bộ Tài chính."), []),
    ("Kính gửi Bộ Nội vụ", (), ["kinh-gui.bat-dau"]),
    ("Kính gửi:", ("- Bộ Nội vụ.",), ["kinh-gui.mot-noi"]),
    ("Kính gửi: Bộ Nội vụ; Bộ Tài chính", (), ["kinh-gui.nhieu-noi"]),
    ("Kính gửi: - Bộ Nội vụ;", ("- Bộ Tài chính.",), ["kinh-gui.nhieu-noi"]),
    ("Kính gửi:", ("- Bộ Nội vụ,", "- Bộ Tài chính."), ["kinh-gui.dau-dong"]),
    ("Kính gửi:", ("- Bộ Nội vụ;", "- Bộ Tài chính;"), ["kinh-gui.dau-dong"]),
    ("Kính gửi:", ("Bộ Nội vụ;", "- Bộ Tài chính."), ["kinh-gui.dau-dong"]),
]


@pytest.mark.parametrize(("heading", "items", "expected"), ADDRESSEES)
def test_addressees(heading: str, items: tuple[str, ...], expected: list[str]) -> None:
    assert ids(found(with_addressees(heading, *items))) == expected


def test_only_some_kinds_have_addressees() -> None:
    lines = changed(changed(submission(), "ten_loai", "KẾ HOẠCH"), "so_ky_hieu", "Số: 15/KH-SNV")
    assert ids(found(lines)) == ["kinh-gui.khong-dung"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Căn cứ Luật A;", "Căn cứ Luật B."), []),
        (("Căn cứ Luật A.",), []),
        (("Căn cứ Luật A.", "Căn cứ Luật B."), ["can-cu.dau-cuoi-dong"]),
        (("Căn cứ Luật A;", "Căn cứ Luật B,"), ["can-cu.dau-cuoi-dong"]),
        (("Căn cứ Luật A;", "Căn cứ Luật B;"), ["can-cu.dau-cuoi-dong"]),
    ],
)
def test_the_ends_of_the_grounds(texts: tuple[str, ...], expected: list[str]) -> None:
    assert ids(found(changed(submission(), "can_cu", *texts))) == expected


def test_what_only_custom_asks_is_a_warning_and_says_so() -> None:
    lines = changed(submission(), "noi_dung", "Sở kính trình Ủy ban xem xét.")
    lines = changed(lines, "trich_yeu", "Về việc quản lý tài liệu.")
    findings = found(lines)
    assert sorted(ids(findings)) == ["khoi-ky.dinh-lien", "noi-dung.ket-thuc", "trich-yeu.dau-cham"]
    assert {finding.muc.value for finding in findings} == {"cảnh báo"}
    assert all(finding.can_cu.startswith("thông lệ") for finding in findings)


def test_a_draft_with_marked_blanks_has_only_one_reminder() -> None:
    lines = submission()
    lines = changed(
        lines, "so_ky_hieu", "", spans=with_blank("Số:        /TTr-", "[ký hiệu cơ quan]", size_pt=13)
    )
    place = with_blank("", "[địa danh]", ", ngày      tháng     năm 2025", italic=True)
    lines = changed(lines, "dia_danh_thoi_gian", "", spans=place)
    lines = changed(lines, "kinh_gui", "", spans=with_blank("Kính gửi: ", "[cơ quan được trình]"))
    lines = changed(lines, "can_cu", "", spans=with_blank("", "[căn cứ]", italic=True))
    lines = changed(lines, "noi_dung", "", keep_next=True, spans=with_blank("", "[kiến nghị]"))
    lines = changed(lines, "quyen_han", "", spans=with_blank("", "[QUYỀN HẠN, CHỨC VỤ]", bold=True))
    lines = changed(lines, "ho_ten", "", spans=with_blank("", "[họ và tên người ký]", bold=True))
    keep = with_blank("- Lưu: VT, ", "[đơn vị soạn thảo]", ".", size_pt=11)
    lines = [*changed(lines, "noi_nhan_danh_sach", "- Như trên;")]
    at = next(i for i, entry in enumerate(lines) if entry.code == "noi_nhan_danh_sach") + 1
    lines.insert(at, line("noi_nhan_danh_sach", "", spans=keep))
    (finding,) = found(lines)
    assert (finding.ma, finding.muc) == ("the-thuc.cho-dien", "gợi ý")
    assert "còn 8 chỗ chờ điền" in finding.loi_van
    assert "[họ và tên người ký]" in finding.loi_van
