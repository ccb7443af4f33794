"""What a writer of a wrong file is told: every fault, with its line, its key and what to write."""

import pytest

from vanban.model.errors import SourceError
from vanban.read.agency_book import parse_agency_book
from vanban.read.progress_file import parse_progress
from vanban.read.yaml_plan import parse_plan

MANY = """\
van_ban:
  trich_yeuu: abc
  ngay: 2025-02-30
  so: mười
can_cu: x
nhom:
  - ten: A
    nhiem_vu:
      - ten: thiếu mã
        thoi_han:
          tu: 2025-09-01
          den: 2025-08-01
        san_pham:
          - ten: a
            loai: bao_cao_x
"""


def complaint(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        parse_plan(text, "ke-hoach.yaml")
    assert caught.value.next_step
    return str(caught.value)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    said = complaint(MANY)
    places = [
        "ke-hoach.yaml: có 7 chỗ sai:",
        "dòng 2, cột 3: van_ban.trich_yeuu: khóa không có trong mẫu; có phải bạn muốn “trich_yeu”?",
        "dòng 3, cột 3: van_ban.ngay: không phải ngày có thật",
        "dòng 4, cột 3: van_ban.so: phải là số nguyên (đang ghi “mười”)",
        "dòng 5, cột 1: can_cu: phải là một danh sách",
        "dòng 9, cột 9: nhom[1].nhiem_vu[1].id: thiếu khóa này",
        "dòng 10, cột 9: nhom[1].nhiem_vu[1].thoi_han: thời hạn có ngày đầu 2025-09-01 sau ngày cuối",
        "dòng 15, cột 13: nhom[1].nhiem_vu[1].san_pham[1].loai: chỉ nhận một trong: to_trinh",
    ]
    spots = [said.find(place) for place in places]
    assert -1 not in spots
    assert spots == sorted(spots)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [1\nb: 2", "dòng 2"),
        ("a:\n\t- b", "dòng 2"),
        ("van_ban:\n  so: 1\n  so: 2\n", "dòng 3, cột 3: khóa này được ghi hai lần"),
        ("a: b: c", "dòng 1, cột 5"),
        ("- a", "phải là một nhóm khóa"),
        ("chữ trơn", "phải là một nhóm khóa"),
        ("van_ban:\n  ngay: 15/8/2025\n", "van_ban.ngay: không phải ngày có thật"),
        ("van_ban:\n  du_thao: có\n", "phải là true hoặc false"),
        ("muc_tieu:\n  - [a]\n", "dòng 2, cột 5: muc_tieu[1]: phải là chữ"),
        ("ghi_chu: a\n", "các khóa được dùng: van_ban, can_cu"),
        ("[" * 700, "lồng quá nhiều tầng"),
        ("a: \x07", "ký tự không cho phép"),
        (
            "nhom:\n- ten: a\n  nhiem_vu:\n  - id: t1\n  - id: t1\n",
            "dòng 5, cột 5: nhom[1].nhiem_vu[2].id: mã nhiệm vụ “t1” bị trùng",
        ),
    ],
)
def test_one_fault_is_told_with_its_place(text: str, words: str) -> None:
    assert words in complaint(text)


def test_no_english_word_of_the_libraries_comes_through() -> None:
    said = complaint(MANY)
    for word in ("Input", "should", "Field", "required", "valid", "Extra", "error"):
        assert word not in said


def test_progress_has_its_faults_told_the_same_way() -> None:
    text = (
        "ngay_chot: 2025-12-01\n"
        "tien_do:\n"
        "  - nhiem_vu: t1-1\n"
        "    trang_thai: xong\n"
        "    phan_tram: 130\n"
        "  - nhiem_vu: t1-2\n"
        "    trang_thai: hoan_thanh\n"
        "    phan_tram: 100\n"
    )
    with pytest.raises(SourceError) as caught:
        parse_progress(text, "tien-do.yaml")
    said = str(caught.value)
    assert "dòng 4, cột 5: tien_do[1].trang_thai: chỉ nhận một trong: chua_thuc_hien" in said
    assert "dòng 5, cột 5: tien_do[1].phan_tram: không được quá 100 (đang ghi “130”)" in said
    assert "dòng 6, cột 5: tien_do[2]: nhiệm vụ t1-2 đã hoàn thành thì phải ghi ngày hoàn thành" in said


def test_progress_is_read() -> None:
    progress = parse_progress(
        "ngay_chot: 2025-12-01\ntien_do:\n- nhiem_vu: t1-1\n  trang_thai: dang_thuc_hien\n  phan_tram: 40\n",
        "x",
    )
    assert progress.tien_do[0].phan_tram == 40


def test_a_name_of_two_agencies_is_a_fault_of_the_book() -> None:
    text = "co_quan:\n  - id: a\n    ten: Sở Y tế\n  - id: b\n    ten: Chi cục\n    bi_danh: [sở  Y Tế]\n"
    with pytest.raises(SourceError, match="dòng 4: tên “sở  Y Tế” của “b” cũng là tên của “a”"):
        parse_agency_book(text, "co-quan.yaml")


def test_an_unknown_superior_is_a_fault_of_the_book() -> None:
    with pytest.raises(SourceError, match="cơ quan chủ quản không có trong sổ: z"):
        parse_agency_book("co_quan:\n  - id: a\n    ten: A\n    chu_quan: z\n", "co-quan.yaml")
