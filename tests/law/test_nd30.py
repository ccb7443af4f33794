"""The shipped law says what the decree says: a table to compare by eye, and the wording around it."""

import re
from pathlib import Path

import pytest

from vanban.law.decree import Component, Decree, Range, load_decree

TABLE = Path(__file__).with_name("bang-mau-chu.txt")

_POINT = r"[IVX]+(\.\d+(\.[a-zđ])?)?"
_ROWS = r"\d+[ab]?(, \d+[ab]?)*"
CLAUSE = re.compile(rf"Phụ lục I, Phần I, Mục {_POINT}((; Phần II)?[;,] Mục {_POINT}|; Mục V, hàng {_ROWS})*")


@pytest.fixture(scope="module")
def law() -> Decree:
    return load_decree()


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and line[0] != "#"]


def look(component: Component) -> list[str]:
    """The component in the words of the table."""
    size = component.co_chu_pt
    letters = {True: "in hoa", False: "in thường", None: "-"}[component.in_hoa]
    slant = "nghiêng" if component.nghieng else "đứng"
    return [
        component.ten,
        letters,
        f"{size.min:g}-{size.max:g}" if size.min != size.max else f"{size.min:g}",
        f"{slant}, đậm" if component.dam else slant,
    ]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_component_looks_as_in_the_table(law: Decree, row: list[str]) -> None:
    name, *_, where = row
    component = next(c for c in law.components if c.ten == name)
    assert look(component) == row[:4]
    assert where in component.cite
    assert (component.hang is None) == (not where.startswith("hàng"))
    if component.hang:
        assert where == f"hàng {component.hang}"


def test_table_and_law_hold_the_same_components(law: Decree) -> None:
    assert sorted(row[0] for row in rows()) == sorted(c.ten for c in law.components)


def test_every_row_of_the_decree_is_covered(law: Decree) -> None:
    covered = {row.strip() for c in law.components if c.hang for row in c.hang.split(",")}
    assert covered == {"1", "2", "3", "4", "5a", "5b", "6", "6a", "6b", "7", "8a", "8b"} | {
        str(n) for n in range(9, 15)
    }


def test_every_cell_of_the_scheme_is_covered(law: Decree) -> None:
    # 7c, 8 and 10a hold a signature and stamps, not words.
    cells = {c.o_so for c in law.components if c.o_so}
    numbers = {"1", "2", "3", "4", "5a", "5b", "6", "7a", "7b", "9a", "9b", "10b"}
    assert cells == numbers | {"11", "12", "13", "14"}


def test_centred_is_only_what_the_decree_centres(law: Decree) -> None:
    centred = {c.ma for c in law.components if c.canh == "center"}
    assert centred == {
        "tieu_ngu",
        "co_quan_ban_hanh",
        "so_ky_hieu",
        "dia_danh_thoi_gian",
        "ten_loai",
        "trich_yeu",
        "trich_yeu_cong_van",
        "phan",
        "tieu_de_phan",
        "muc",
        "tieu_de_muc",
        "tieu_muc",
        "tieu_de_tieu_muc",
        "ho_ten",
        "phu_luc",
        "ten_phu_luc",
        "kem_theo",
        "so_trang",
    }
    assert {c.ma for c in law.components if c.canh == "left"} == {"noi_nhan", "noi_nhan_danh_sach"}


def test_nothing_is_both_body_text_and_aligned_otherwise(law: Decree) -> None:
    assert [c.ma for c in law.components if c.la_noi_dung and c.canh] == []
    assert all(c.o_so == "6" for c in law.components if c.la_noi_dung)


@pytest.mark.parametrize(
    ("key", "low", "high", "use"),
    [
        ("rong_mm", 210, 210, 210),
        ("cao_mm", 297, 297, 297),
        ("le_tren_mm", 20, 25, 20),
        ("le_duoi_mm", 20, 25, 20),
        ("le_trai_mm", 30, 35, 30),
        ("le_phai_mm", 15, 20, 15),
    ],
)
def test_page(law: Decree, key: str, low: float, high: float, use: float) -> None:
    measure: Range = getattr(law.page, key)
    assert (measure.min, measure.max, measure.use) == (low, high, use)
    assert measure.cite is not None
    assert CLAUSE.fullmatch(measure.cite)


def test_font_and_page_number(law: Decree) -> None:
    assert (law.page.phong, law.page.mau) == ("Times New Roman", "000000")
    number = law.page_number
    assert (number.bat_dau, number.canh, number.hien_trang_dau) == (1, "center", False)


def test_body(law: Decree) -> None:
    body = law.body
    assert body.canh == "both"
    assert body.thut_dau_dong_mm.values == [10, 12.7]
    assert body.cach_doan_pt.min == 6
    assert (body.gian_dong.min, body.gian_dong.max) == (1.0, 1.5)


def test_spacing_has_no_upper_limit_in_practice(law: Decree) -> None:
    # The decree gives a minimum only: no spacing that a person would set may count as a breach.
    assert law.body.cach_doan_pt.max >= 200


@pytest.mark.parametrize(
    ("code", "under", "low", "high"),
    [
        ("tieu_ngu", "tieu_ngu", 1, 1),
        ("co_quan", "co_quan_ban_hanh", 1 / 3, 1 / 2),
        ("trich_yeu", "trich_yeu", 1 / 3, 1 / 2),
    ],
)
def test_rule_lines(law: Decree, code: str, under: str, low: float, high: float) -> None:
    line = next(line for line in law.lines if line.ma == code)
    assert line.duoi == under
    assert line.ty_le.min == pytest.approx(low, abs=1e-5)
    assert line.ty_le.max == high


def test_sizes_at_the_head_fit_each_other(law: Decree) -> None:
    # Note 1 of Mục V: within one paper the sizes go up or down together (13, 14, 14 or 12, 13, 13).
    head = [law.component(ma).co_chu_pt.use for ma in ("quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian")]
    assert head in ([13, 14, 14], [12, 13, 13])


def test_headings_use_the_size_of_the_text(law: Decree) -> None:
    # II.6.đ: điều, khoản, điểm have the size of the running text.
    text = law.component("noi_dung").co_chu_pt.use
    same = ("dieu", "khoan", "khoan_co_tieu_de", "diem", "can_cu")
    assert {law.component(ma).co_chu_pt.use for ma in same} == {text}


def test_words_that_the_decree_fixes(law: Decree) -> None:
    assert law.component("quoc_hieu").mau_chu == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert law.component("tieu_ngu").mau_chu == ["Độc lập - Tự do - Hạnh phúc"]
    for component in law.components:
        if component.vi_du and component.bat_dau:
            assert component.vi_du.startswith(tuple(component.bat_dau)), component.ma
        if component.vi_du and component.mau_chu:
            assert component.vi_du in component.mau_chu, component.ma


def test_examples_keep_their_own_letters(law: Decree) -> None:
    for component in law.components:
        if component.vi_du and component.in_hoa is not None:
            assert component.vi_du.isupper() == component.in_hoa, component.ma


def test_every_clause_has_the_form_of_a_clause(law: Decree) -> None:
    cites = [c.cite for c in law.components] + [line.cite for line in law.lines]
    cites += [c.canh_cite for c in law.components if c.canh_cite]
    cites += [law.page.phong_cite, law.page.mau_cite, law.page_number.cite, law.page_number.phu_luc_cite]
    cites += [law.body.canh_cite, law.body.thut_dau_dong_mm.cite, law.thu_tu_cite]
    cites += [law.body.cach_doan_pt.cite or "", law.body.gian_dong.cite or ""]
    assert [cite for cite in cites if not CLAUSE.fullmatch(cite)] == []


def test_styles_are_named_for_people(law: Decree) -> None:
    assert all(c.style.startswith("VB ") for c in law.components)


def test_order_runs_from_head_to_appendix(law: Decree) -> None:
    place = law.thu_tu.index
    assert place("quoc_hieu") < place("tieu_ngu") < place("ten_loai") < place("trich_yeu")
    assert place("trich_yeu") < place("can_cu") < place("noi_dung") < place("quyen_han") < place("ho_ten")
    assert place("ho_ten") < place("phu_luc") < place("ten_phu_luc") < place("kem_theo")


@pytest.mark.parametrize("ma", ["so_ky_hieu", "noi_nhan", "noi_nhan_danh_sach"])
def test_order_is_silent_where_lawful_layouts_differ(law: Decree, ma: str) -> None:
    # A letterhead of one table row is read column by column, a biên bản has its recipients last.
    assert ma not in law.thu_tu
