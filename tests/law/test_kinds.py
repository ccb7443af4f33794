"""The 29 kinds of Điều 7, their abbreviations and their components."""

import re

import pytest

from vanban.law.decree import Kind, Kinds, load_decree, load_kinds

ABBREVIATIONS = """
Nghị quyết NQ, Quyết định QĐ, Chỉ thị CT, Quy chế QC, Quy định QyĐ, Thông cáo TC, Thông báo TB,
Hướng dẫn HD, Chương trình CTr, Kế hoạch KH, Phương án PA, Đề án ĐA, Dự án DA, Báo cáo BC, Biên bản BB,
Tờ trình TTr, Hợp đồng HĐ, Công điện CĐ, Bản ghi nhớ BGN, Bản thỏa thuận BTT, Giấy ủy quyền GUQ,
Giấy mời GM, Giấy giới thiệu GGT, Giấy nghỉ phép GNP, Phiếu gửi PG, Phiếu chuyển PC, Phiếu báo PB
"""

FORMS = {
    "nghi_quyet": "1.1",
    "quyet_dinh": "1.2, 1.3",
    "cong_van": "1.5",
    "cong_dien": "1.6",
    "giay_moi": "1.7",
    "giay_gioi_thieu": "1.8",
    "bien_ban": "1.9",
    "giay_nghi_phep": "1.10",
    "hop_dong": None,
    "ban_ghi_nho": None,
    "ban_thoa_thuan": None,
    "thu_cong": None,
}
"""All others use form 1.4."""

CLAUSE = re.compile(
    r"Điều \d+(, khoản \d+)?|Phụ lục III, Mục I|Phụ lục III, Mẫu 1\.\d+(, 1\.\d+)*"
    r"|Phụ lục I, Phần I{1,2}, Mục I{1,3}\.\d+\.[a-zđ]"
)


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return load_kinds()


def test_abbreviations_are_those_of_the_decree(kinds: Kinds) -> None:
    wanted = [entry.strip().rsplit(" ", 1) for entry in ABBREVIATIONS.split(",")]
    assert [[k.ten, k.viet_tat] for k in kinds.kinds if k.viet_tat] == wanted
    assert len(wanted) == 27


def test_two_kinds_have_no_abbreviation(kinds: Kinds) -> None:
    assert len(kinds.kinds) == 29
    assert [k.ten for k in kinds.kinds if k.viet_tat is None] == ["Công văn", "Thư công"]


def test_kinds_are_found_by_code_and_by_abbreviation(kinds: Kinds) -> None:
    to_trinh = kinds.by_code("to_trinh")
    assert to_trinh is not None
    assert kinds.by_abbreviation("TTr") is to_trinh
    assert kinds.by_abbreviation("TTR") is None
    assert kinds.by_code("phieu_trinh") is None


@pytest.mark.parametrize("kind", load_kinds().kinds, ids=lambda kind: kind.ma)
def test_sample_form(kind: Kind) -> None:
    assert kind.mau == FORMS.get(kind.ma, "1.4")


@pytest.mark.parametrize("kind", load_kinds().kinds, ids=lambda kind: kind.ma)
def test_components_resolve_and_stand_once(kind: Kind) -> None:
    known = {component.ma for component in load_decree().components}
    codes = kind.bat_buoc + kind.co_the
    assert set(codes) <= known
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("kind", load_kinds().kinds, ids=lambda kind: kind.ma)
def test_only_three_kinds_address_someone(kind: Kind) -> None:
    addresses = kind.ma in {"to_trinh", "bao_cao", "cong_van"}
    assert kind.co_kinh_gui == addresses
    assert ("kinh_gui" in kind.bat_buoc + kind.co_the) == addresses


@pytest.mark.parametrize(
    ("code", "must", "must_not"),
    [
        ("ke_hoach", {"quoc_hieu", "dia_danh_thoi_gian", "ten_loai", "trich_yeu"}, {"kinh_gui"}),
        ("to_trinh", {"kinh_gui", "ten_loai", "trich_yeu"}, {"trich_yeu_cong_van"}),
        ("cong_van", {"kinh_gui", "trich_yeu_cong_van"}, {"ten_loai", "trich_yeu"}),
        ("bien_ban", {"ten_loai", "so_ky_hieu"}, {"dia_danh_thoi_gian"}),
        ("giay_gioi_thieu", {"ten_loai", "dia_danh_thoi_gian"}, {"trich_yeu"}),
        ("giay_nghi_phep", {"ten_loai", "dia_danh_thoi_gian"}, {"trich_yeu"}),
    ],
)
def test_kinds_that_differ(kinds: Kinds, code: str, must: set[str], must_not: set[str]) -> None:
    kind = kinds.by_code(code)
    assert kind is not None
    assert must <= set(kind.bat_buoc)
    assert not must_not & set(kind.bat_buoc + kind.co_the)


def test_a_report_may_go_without_an_addressee(kinds: Kinds) -> None:
    report = kinds.by_code("bao_cao")
    assert report is not None
    assert "kinh_gui" in report.co_the


@pytest.mark.parametrize("kind", load_kinds().kinds, ids=lambda kind: kind.ma)
def test_nothing_is_demanded_that_may_lawfully_be_another_component(kind: Kind) -> None:
    # Text may consist of articles only, and one line may be both authority and office.
    assert not {"noi_dung", "quyen_han", "chuc_vu", "can_cu", "co_quan_chu_quan"} & set(kind.bat_buoc)


def test_copies(kinds: Kinds) -> None:
    assert [(c.ma, c.viet_tat, c.hinh_thuc) for c in kinds.copies] == [
        ("sao_y", "SY", "SAO Y"),
        ("trich_sao", "TrS", "TRÍCH SAO"),
        ("sao_luc", "SL", "SAO LỤC"),
    ]


def test_every_clause_has_the_form_of_a_clause(kinds: Kinds) -> None:
    cites = [k.cite for k in kinds.kinds] + [c.cite for c in kinds.copies]
    parts = [part for cite in cites for part in cite.split("; ")]
    assert [part for part in parts if not CLAUSE.fullmatch(part)] == []
