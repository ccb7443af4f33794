"""Every kind of Điều 7 comes out lawful, from a short file and as a bare template."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from plain_papers import document, docx, kind, lines

from vanban.checking import check_docx, check_layout
from vanban.law.decree import load_decree, load_kinds
from vanban.model.document import blanks
from vanban.model.finding import Severity
from vanban.word.observe import observe
from vanban.word.plain_templates import cut_template

CODES = [kind.ma for kind in load_kinds().kinds]
BODY = """\
Mở đầu với **chữ đậm** và *chữ nghiêng*, danh sách tại Phụ lục kèm theo.

## NHỮNG VIỆC CẦN LÀM
### Việc trước mắt
- Việc một:
  + phần việc nhỏ;
- Việc hai.

1. Điểm đầu;
2. Điểm sau.

Bảng 1. Phân công

| TT | Việc | Tiền |
|:-:|---|--:|
| 1 | R&D < 5 % | 1.000 |
| 2 | Khác | 2.000 |

Kết thúc.

# Phụ lục
## Danh sách

Nội dung của phụ lục
"""


@pytest.mark.parametrize("code", CODES)
def test_a_paper_of_any_kind_is_lawful_and_valid(code: str, tmp_path: Path) -> None:
    for front in ("", "so: 5\nngay: 05/01/2026"):
        data = docx(document(code, BODY, front))
        assert [f for f in check_docx(data, where="") if f.muc is Severity.LOI] == []
    (tmp_path / "vb.docx").write_bytes(data)
    assert [str(e) for e in OpenXmlValidator().validate(str(tmp_path / "vb.docx")).errors] == []


@pytest.mark.parametrize("code", CODES)
def test_a_template_of_any_kind_is_lawful(code: str) -> None:
    assert check_layout(cut_template(load_decree(), kind(code)), where="") == []


def test_a_bare_file_still_makes_a_paper_with_marked_blanks() -> None:
    made = document("giay_moi", "")
    assert "địa điểm" in blanks(made)
    assert [f for f in check_layout(docx(made), where="") if f.muc is Severity.LOI] == []


def test_a_decision_says_who_decides_and_numbers_its_articles() -> None:
    front = "can_cu:\n  - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    said = lines(docx(document("quyet_dinh", "Điều 1. Giao việc.\n\nĐiều 2. Có hiệu lực ngay.", front)))
    assert "GIÁM ĐỐC SỞ NỘI VỤ" in said
    assert "QUYẾT ĐỊNH:" in said
    assert "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025." in said
    assert [x for x in said if x.startswith("Điều")] == ["Điều 1. Giao việc.", "Điều 2. Có hiệu lực ngay./."]
    assert "- Như Điều 2;" in said


def test_a_letter_has_no_name_of_kind() -> None:
    said = lines(docx(document("cong_van", "Đề nghị phối hợp.", "kinh_gui: Sở Tài chính")))
    assert "V/v thử" in said
    assert "CÔNG VĂN" not in said
    assert "Kính gửi: Sở Tài chính" in said
    assert "- Như trên;" in said


def test_what_a_decision_issues_has_no_number_and_no_signature() -> None:
    front = "kem_theo: Quyết định số 05/QĐ-SNV ngày 05/01/2026"
    made = document("quy_che", "Điều 1. Phạm vi\n\nLời văn.", front)
    data = docx(made)
    said = lines(data)
    assert "(Kèm theo Quyết định số 05/QĐ-SNV ngày 05/01/2026)" in said
    assert not any(line.startswith(("Số:", "Nơi nhận")) or "Trần Thị Mẫu" in line for line in said)
    assert [f for f in check_layout(data, where="") if f.muc is Severity.LOI] == []


def test_an_appendix_may_lie_on_its_side_and_its_table_is_as_wide_as_its_page() -> None:
    table = "| A | B |\n|---|---|\n| một | hai |\n\n"
    body = f"Xem Phụ lục.\n\n# Phụ lục I. MỘT {{ngang}}\n\n{table}# Phụ lục II. HAI\n\n{table}"
    data = docx(document("thong_bao", body))
    sheet = observe(data)
    assert [s.width_mm > s.height_mm for s in sheet.sections] == [False, True, False]
    widths = [
        round(
            sum(
                p.cell.width_mm or 0
                for p in sheet.paragraphs
                if p.text in ("A", "B") and p.cell and p.section == n
            )
        )
        for n in (1, 2)
    ]
    assert widths == [252, 165]
    assert [f for f in check_layout(data, where="") if f.muc is Severity.LOI] == []


def test_minutes_are_signed_by_who_chaired_and_who_wrote() -> None:
    front = "chu_toa: Ông Nguyễn Văn Mẫu, Giám đốc\nthu_ky: Bà Lê Thị Mẫu"
    said = lines(docx(document("bien_ban", "Bàn việc.", front)))
    assert "Chủ trì (chủ tọa): Ông Nguyễn Văn Mẫu, Giám đốc." in said
    assert {"THƯ KÝ", "Lê Thị Mẫu", "CHỦ TỌA", "Nguyễn Văn Mẫu"} <= set(said)


def test_a_contract_is_signed_by_each_side() -> None:
    front = """cac_ben:
  - {ten: Bên A, quyen_han: Giám đốc, ho_ten: Lê Văn Mẫu}
  - {ten: Bên B, quyen_han: Giám đốc, ho_ten: Lý Thị Mẫu}
  - {ten: Bên C, ho_ten: Đỗ Văn Mẫu}"""
    said = lines(docx(document("hop_dong", "Điều 1. Phạm vi công việc", front)))
    assert {"ĐẠI DIỆN BÊN A", "Lê Văn Mẫu", "ĐẠI DIỆN BÊN B", "Lý Thị Mẫu", "Đỗ Văn Mẫu"} <= set(said)
    assert "Nơi nhận:" not in said
