"""A law file with a fault is refused with a message that names the line and the key."""

from importlib import resources

import pytest

from vanban.law.decree import parse_decree, parse_kinds
from vanban.model.errors import SourceError

LAW = resources.files("vanban.law").joinpath("nd30.yaml").read_text(encoding="utf-8")
KINDS = resources.files("vanban.law").joinpath("kinds.yaml").read_text(encoding="utf-8")


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    dam: true", "    damm: true", "components.quoc_hieu.damm: khóa không có trong luật"),
        (
            "le_tren_mm: {min: 20, max: 25, use: 20",
            "le_tren_mm: {min: 20, max: 25, use: 19",
            "page.le_tren_mm: ",
        ),
        ("use: 10, cite", "use: 11, cite", "body.thut_dau_dong_mm: giá trị dùng 11 không nằm trong"),
        ("min: 6, max: 1000", "min: 6, max: 5", "body.cach_doan_pt: min 6 lớn hơn max 5"),
        ("min: 1.0, max: 1.5", "min: một, max: 1.5", "body.gian_dong.min: phải là số"),
        ("    canh: center\n", "    canh: giua\n", "components.tieu_ngu.canh: chỉ nhận 'left', 'center'"),
        ('mau: "000000"', "mau: 0", "page.mau: phải là chữ"),
    ],
    ids=lambda value: value[:30].strip(),
)
def test_fault_names_line_and_key(old: str, new: str, message: str) -> None:
    broken = LAW.replace(old, new, 1)
    assert broken != LAW
    with pytest.raises(SourceError) as caught:
        parse_decree(broken, where="luat-rieng.yaml")
    text = str(caught.value)
    assert text.startswith("luat-rieng.yaml: ")
    assert f"dòng {line_of(broken, new.lstrip())}, {message}" in text
    assert "→" in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("style: VB Tiêu ngữ", "style: VB Quốc hiệu", "components: kiểu Word (style) bị trùng: VB Quốc hiệu"),
        ("- ma: quoc_hieu", "- ma: tieu_ngu", "components: mã thành phần bị trùng: tieu_ngu"),
        ("  - co_quan_chu_quan\n", "  - co_quan_la\n", "thu_tu: không có thành phần nào mang mã co_quan_la"),
        ("  - ten_loai\n", "  - trich_yeu\n", "thu_tu: mã thành phần bị trùng: trich_yeu"),
        ("duoi: co_quan_ban_hanh", "duoi: co_quan", "lines: không có thành phần nào mang mã co_quan"),
    ],
    ids=lambda value: value[:30].strip(),
)
def test_names_that_do_not_fit_together(old: str, new: str, message: str) -> None:
    broken = LAW.replace(old, new, 1)
    assert broken != LAW
    with pytest.raises(SourceError, match="tệp luật có lỗi") as caught:
        parse_decree(broken)
    assert message in str(caught.value)


def test_alignment_without_a_clause_is_refused() -> None:
    broken = LAW.replace('    canh_cite: "Phụ lục I, Phần I, Mục II.1.b"\n', "", 1)
    with pytest.raises(SourceError, match=r"components\.tieu_ngu: .*canh_cite"):
        parse_decree(broken)


def test_all_faults_are_told_at_once() -> None:
    broken = LAW.replace("le_tren_mm", "le_tren").replace("gian_dong", "gian")
    with pytest.raises(SourceError) as caught:
        parse_decree(broken)
    for key in ("page.le_tren:", "page.le_tren_mm: thiếu", "body.gian:", "body.gian_dong: thiếu"):
        assert key in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "phải là một nhóm khóa"),
        ("- ten", "phải là một nhóm khóa"),
        ("ten: [\n", "dòng 2, cột 1: bố cục ở đây sai cú pháp YAML"),
        ("ten: a\nten: b\n", "dòng 2, cột 1: khóa này được ghi hai lần"),
    ],
)
def test_what_is_not_a_law_at_all(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_decree(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("viet_tat: QĐ", "viet_tat: NQ", "chữ viết tắt (viet_tat) bị trùng: NQ"),
        ("ma: ke_hoach", "ma: to_trinh", "mã (ma) bị trùng: to_trinh"),
        ("co_kinh_gui: true", "co_kinh_gui: có", "kinds.bao_cao.co_kinh_gui: phải là true hoặc false"),
    ],
)
def test_faults_in_the_kinds(old: str, new: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_kinds(KINDS.replace(old, new, 1))
    assert message in str(caught.value)
