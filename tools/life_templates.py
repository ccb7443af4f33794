"""The first wording of the templates for a plan's life: letters, decisions, meetings, assignments.

`cut_templates` writes them. From then on people edit the .docx files in Word.
"""

from collections.abc import Callable

from vanban.law.decree import load_decree
from vanban.word.stationery import Stationery
from vanban.word.tables import Band, Column


def assigning() -> bytes:
    """Công văn giao việc; the tasks stand in an appendix on its side."""
    paper = _letter()
    paper.new_section(landscape=True)
    paper.appendix_title("phu_luc")
    assignments(paper, "phu_luc.phan_cong[0].nhiem_vu")
    return paper.docx()


def reminder() -> bytes:
    """Công văn đôn đốc; the tasks stand in an appendix."""
    paper = _letter()
    paper.new_section()
    paper.appendix_title("phu_luc")
    paper.table(
        "phu_luc.nhiem_vu",
        "nv",
        [
            Column("Số", "{{ nv.so }}", 13.0, "VB Bảng số"),
            Column("Nhiệm vụ", "{{ nv.ten }}", 52.0),
            Column("Thời hạn", "{{ nv.han }}", 27.0, "VB Bảng số"),
            Column("Quá hạn (ngày)", "{{ nv.qua }}", 19.0, "VB Bảng số"),
            Column("% báo cáo lần cuối", "{{ nv.phan_tram }}", 19.0, "VB Bảng số"),
            Column("Vướng mắc", "{{ nv.vuong_mac }}", 35.0),
        ],
    )
    paper.paragraph("VB Ngắt", "")
    return paper.docx()


def _letter() -> Stationery:
    """A công văn down to its signature: opening, numbered demands, closing words."""
    paper = Stationery(load_decree())
    paper.head(letter=True)
    paper.addressees()
    paper.paragraph("noi_dung", "{{ mo_dau }}")
    paper.each("viec", "yeu_cau", "khoan", "{{ loop.index }}. {{ viec }}")
    paper.paragraph("noi_dung", "{{ loi_ket }}")
    paper.signature()
    return paper


def assignments(paper: Stationery, source: str, band: Band | None = None) -> None:
    """The table of tasks as agencies have them, over the width of a page on its side."""
    columns = [
        Column("STT", "{{ nv.stt }}", 12.0, "VB Bảng số"),
        Column("Nhiệm vụ", "{{ nv.so }}. {{ nv.ten }}", 60.0),
        Column("Vai", "{{ nv.vai }}", 22.0),
        Column("Phối hợp cùng", "{{ nv.phoi_hop }}", 46.0),
        Column("Sản phẩm", "{{ nv.san_pham }}", 42.0),
        Column("Thời hạn", "{{ nv.thoi_han }}", 22.0),
        Column("Thẩm quyền", "{{ nv.tham_quyen }}", 48.0),
    ]
    paper.table(source, "nv", columns, band=band)
    paper.paragraph("VB Ngắt", "")


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "giao-viec": assigning,
    "don-doc": reminder,
}
