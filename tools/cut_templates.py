"""Cuts the shipped templates anew from the law, with their first wording.

    python tools/cut_templates.py [FOLDER]

From then on people edit the .docx files in Word: run this only to start over, for it overwrites them.
A change of `word/styles.py` asks for it, or for the new styles in the files
(`tests/templates/test_template_shipped.py`).
"""

import sys
from pathlib import Path

import life_templates
import report_templates
from vanban.law.decree import load_decree
from vanban.word.plain_parts import blocks
from vanban.word.stationery import Stationery
from vanban.word.styles import RULE_STYLES
from vanban.word.tables import Band

REFERENCE = (
    "Nhiệm vụ của từng cơ quan được tổng hợp tại "
    "Phụ lục{% if phan_cong.so %} {{ phan_cong.so }}{% endif %} kèm theo."
)
"""What points to the appendix (Phụ lục I, Phần I, Mục III.1.a). `read.outline.restated` knows it."""


def plan() -> bytes:
    """Kế hoạch."""
    paper = Stationery(load_decree())
    paper.tag("{%p if kem_theo %}")
    paper.head(numbered=False)
    paper.tag("{%p else %}")
    paper.head()
    paper.tag("{%p endif %}")
    _issued_title(paper)
    paper.each("dong", "can_cu", "can_cu")
    paper.each("dong", "truoc_mo_dau", "noi_dung")
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    _aims(paper)
    paper.paragraph("muc_la_ma", "NỘI DUNG KẾ HOẠCH")
    paper.tag("{%p for nhom_nv in nhom %}")
    paper.paragraph("khoan_co_tieu_de", "{{ nhom_nv.ten }}")
    paper.each("doan", "nhom_nv.noi_dung", "noi_dung")
    paper.tag("{%p for nv in nhom_nv.nhiem_vu %}")
    paper.paragraph("VB Khoản con", "{{ nv.ten }}")
    paper.tag("{%p if nv.noi_dung|length == 1 %}")
    paper.paragraph("VB Gạch đầu dòng", "Nội dung: {{ nv.noi_dung[0] }}")
    paper.tag("{%p elif nv.noi_dung %}")
    paper.paragraph("VB Gạch đầu dòng", "Nội dung:")
    paper.each("muc", "nv.noi_dung", "VB Dấu cộng")
    paper.tag("{%p endif %}")
    for label, name in (
        ("Thời gian thực hiện", "thoi_han"),
        ("Sản phẩm dự kiến", "san_pham"),
        ("Cơ quan chủ trì", "chu_tri"),
        ("Cơ quan phối hợp", "phoi_hop"),
        ("Thẩm quyền ban hành, triển khai", "tham_quyen"),
    ):
        paper.tag(f"{{%p if nv.{name} %}}")
        paper.paragraph("VB Gạch đầu dòng", f"{label}: {{{{ nv.{name} }}}}")
        paper.tag("{%p endif %}")
    paper.each("dong", "nv.them", "VB Gạch đầu dòng", "{{ dong.nhan }}: {{ dong.gia_tri }}")
    paper.tag("{%p endfor %}")
    paper.tag("{%p endfor %}")
    _section(paper, "KINH PHÍ THỰC HIỆN", "kinh_phi")
    paper.tag("{%p for muc in muc_khac %}")
    paper.paragraph("muc_la_ma", "{{ muc.ten }}")
    paper.each("doan", "muc.doan", "noi_dung")
    paper.tag("{%p endfor %}")
    paper.paragraph("muc_la_ma", "TỔ CHỨC THỰC HIỆN")
    paper.tag("{%p if phan_cong %}")
    paper.paragraph("noi_dung", REFERENCE)
    paper.tag("{%p endif %}")
    paper.tag("{%p for viec in to_chuc_thuc_hien %}")
    paper.tag("{%p if viec[0].isdigit() or viec[1:2] == ')' %}")
    paper.paragraph("noi_dung", "{{ viec }}")
    paper.tag("{%p else %}")
    paper.paragraph("VB Gạch đầu dòng", "{{ viec }}")
    paper.tag("{%p endif %}")
    paper.tag("{%p endfor %}")
    _section(paper, "CHẾ ĐỘ BÁO CÁO", "che_do_bao_cao")
    paper.each("doan", "loi_ket", "noi_dung")
    paper.tag("{%p if not kem_theo %}")
    paper.signature()
    paper.tag("{%p endif %}")
    _plan_appendices(paper)
    return paper.docx()


def _issued_title(paper: Stationery) -> None:
    """The title; under the subject stands what issues the plan, if a decision does (Mẫu 1.3)."""
    paper.paragraph("ten_loai", "{{ ten_loai }}")
    paper.paragraph("trich_yeu", "{{ trich_yeu }}")
    paper.tag("{%p if kem_theo %}")
    paper.paragraph("kem_theo", "{{ kem_theo }}")
    paper.tag("{%p endif %}")
    paper.paragraph(RULE_STYLES["trich_yeu"], "")


def _plan_appendices(paper: Stationery) -> None:
    """The tasks by agency on a page on its side, then the plan's own appendices (Mục III.1)."""
    paper.tag("{%p if phan_cong or phu_luc %}")
    paper.new_section()
    paper.tag("{%p endif %}")
    paper.tag("{%p if phan_cong %}")
    paper.appendix_title("phan_cong")
    paper.lie_down()
    life_templates.assignments(paper, "cq.nhiem_vu", Band("phan_cong.phan_cong", "cq", "{{ cq.co_quan }}"))
    paper.new_section()
    paper.tag("{%p endif %}")
    paper.tag("{%p for pl in phu_luc %}")
    paper.tag("{%p if pl.ngang %}")
    _plan_appendix(paper)
    paper.lie_down()
    paper.new_section()
    paper.tag("{%p else %}")
    _plan_appendix(paper)
    paper.new_section()
    paper.tag("{%p endif %}")
    paper.tag("{%p endfor %}")


def _plan_appendix(paper: Stationery) -> None:
    """One appendix of the plan. It stands twice, for pages upright and on their side: LibreOffice takes the
    page number from a section of less than a page that another follows, when it saves the template."""
    paper.appendix_title("pl")
    blocks(paper, "pl.than")


def _aims(paper: Stationery) -> None:
    """Purpose and requirements under one heading, then goals; each only where the plan has it."""
    paper.tag("{%p if muc_dich and yeu_cau %}")
    paper.paragraph("muc_la_ma", "MỤC ĐÍCH, YÊU CẦU")
    paper.paragraph("khoan_co_tieu_de", "Mục đích")
    paper.each("doan", "muc_dich", "noi_dung")
    paper.paragraph("khoan_co_tieu_de", "Yêu cầu")
    paper.each("doan", "yeu_cau", "noi_dung")
    paper.tag("{%p else %}")
    _section(paper, "MỤC ĐÍCH", "muc_dich")
    _section(paper, "YÊU CẦU", "yeu_cau")
    paper.tag("{%p endif %}")
    _section(paper, "MỤC TIÊU", "muc_tieu")


def _section(paper: Stationery, heading: str, name: str) -> None:
    """A section that is printed only where the plan has it."""
    paper.tag(f"{{%p if {name} %}}")
    paper.paragraph("muc_la_ma", heading)
    paper.each("doan", name, "noi_dung")
    paper.tag("{%p endif %}")


def submission() -> bytes:
    """Tờ trình."""
    paper = Stationery(load_decree())
    paper.head()
    paper.title()
    paper.addressees()
    paper.each("dong", "can_cu", "can_cu")
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    paper.paragraph("muc_la_ma", "SỰ CẦN THIẾT")
    paper.each("doan", "su_can_thiet", "noi_dung")
    paper.paragraph("muc_la_ma", "QUÁ TRÌNH XÂY DỰNG")
    paper.each("doan", "qua_trinh", "noi_dung")
    paper.paragraph("muc_la_ma", "NỘI DUNG CHỦ YẾU")
    paper.each("doan", "noi_dung", "VB Gạch đầu dòng")
    paper.paragraph("noi_dung", "Thời hạn theo Kế hoạch: {{ thoi_han }}.")
    paper.paragraph("muc_la_ma", "TỔ CHỨC THỰC HIỆN, KINH PHÍ")
    paper.each("doan", "to_chuc", "noi_dung")
    paper.paragraph("muc_la_ma", "KIẾN NGHỊ")
    paper.paragraph("noi_dung", "{{ kien_nghi }}")
    paper.each("doan", "kem_theo", "noi_dung")
    paper.signature()
    return paper.docx()


def main() -> None:
    """Writes all templates into the folder given, or into templates/docx beside this tool."""
    default = Path(__file__).resolve().parents[1] / "templates" / "docx"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    folder.mkdir(parents=True, exist_ok=True)
    every = {
        "ke-hoach": plan,
        "to-trinh": submission,
        **report_templates.TEMPLATES,
        **life_templates.TEMPLATES,
    }
    for name, cut in every.items():
        (folder / f"{name}.docx").write_bytes(cut())
        print(folder / f"{name}.docx")


if __name__ == "__main__":
    main()
