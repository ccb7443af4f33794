"""A paper that holds every component of the law, cut from a decree that a test may have bent.

Words follow the decree that the paper is cut from: its exact wordings, its beginnings, its capitals.
"""

from datetime import date

from vanban.law.decree import Component, Decree
from vanban.word.finish import finish
from vanban.word.stationery import Stationery
from vanban.word.styles import style_id
from vanban.word.template import render

LONG_TEXT = (
    "Thực hiện nhiệm vụ được giao, cơ quan chủ trì đã phối hợp với các cơ quan có liên quan rà soát "
    "hiện trạng, lấy ý kiến và hoàn thiện dự thảo theo đúng quy định; chi tiết tại Phụ lục kèm theo. "
) * 5

SAMPLES = {
    "co_quan_chu_quan": "UBND tỉnh Mẫu",
    "co_quan_ban_hanh": "Sở Khoa học và Công nghệ",
    "so_ky_hieu": "Số: 15/TTr-SKHCN",
    "dia_danh_thoi_gian": "Mẫu Sơn, ngày 05 tháng 01 năm 2025",
    "ten_loai": "Tờ trình",
    "trich_yeu": "Về việc ban hành Quy định quản lý kho tài liệu số",
    "trich_yeu_cong_van": "V/v nâng bậc lương năm 2025",
    "can_cu": "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024.",
    "noi_dung": LONG_TEXT,
    "phan": "Phần I",
    "tieu_de_phan": "Quy định chung",
    "muc": "Mục 1",
    "tieu_de_muc": "Quản lý văn bản",
    "tieu_muc": "Tiểu mục 1",
    "tieu_de_tieu_muc": "Quản lý văn bản đi",
    "dieu": "Phạm vi điều chỉnh",
    "khoan": "1. Các hình thức bản sao gồm sao y, sao lục và trích sao.",
    "diem": "a) Đối với văn bản giấy thì sao từ bản chính.",
    "muc_la_ma": "Sự cần thiết",
    "khoan_co_tieu_de": "Phạm vi và đối tượng áp dụng",
    "quyen_han": "KT. Giám đốc",
    "chuc_vu": "Phó Giám đốc",
    "ho_ten": "Nguyễn Văn Mẫu",
    "kinh_gui": "Kính gửi: Ủy ban nhân dân tỉnh Mẫu",
    "noi_nhan": "Nơi nhận:",
    "noi_nhan_danh_sach": "- Sở Nội vụ và Sở Tài chính;",
    "phu_luc": "Phụ lục",
    "ten_phu_luc": "Danh mục tài liệu",
    "kem_theo": "(Kèm theo Tờ trình của Sở Khoa học và Công nghệ)",
    "chi_dan_luu_hanh": "Lưu hành nội bộ",
    "ky_hieu_nguoi_soan": "PL.(300)",
    "dia_chi": "Số 1 đường Mẫu, phường Mẫu Sơn, tỉnh Mẫu; điện thoại: 0200 000 000",
    "thong_tin_ky_so": "Sở Khoa học và Công nghệ, 05/01/2025 08:30:00 +07:00",
}


def words(component: Component) -> str:
    """What this component prints under the decree that it comes from."""
    if component.mau_chu:
        return component.mau_chu[0]
    text = SAMPLES[component.ma]
    if component.bat_dau:
        lawful = ("Số:", "V/v", "Kính gửi:", "Nơi nhận:", "Phụ lục", "(Kèm theo")
        start = next(start for start in lawful if text.startswith(start))
        text = component.bat_dau[0] + text[len(start) :]
    return cased(component, text)


def cased(component: Component, text: str) -> str:
    """The text in capitals where the decree wants them; the symbol of a number has its own."""
    if not component.in_hoa:
        return text
    return text.replace("Số", "SỐ") if component.ma == "so_ky_hieu" else text.upper()


def cut(decree: Decree, *, without: frozenset[str] = frozenset()) -> bytes:
    """The paper; `without` names styles (rule lines) whose paragraphs are left out."""
    paper = Stationery(decree)
    _front(paper)
    _content(paper)
    _signature(paper)
    _back(paper)
    if without:
        paper.blocks = [_dropped(block, {style_id(name) for name in without}) for block in paper.blocks]
    rendered = render(paper.docx(), _fields(decree), where="bản thử")
    return finish(rendered, decree, title="Bản thử", language="vi-VN", day=date(2025, 1, 5))


def _say(paper: Stationery, *codes: str) -> None:
    for code in codes:
        paper.paragraph(code, words(paper.decree.component(code)))


def _front(paper: Stationery) -> None:
    _say(paper, "thong_tin_ky_so", "chi_dan_luu_hanh")
    paper.head()
    _say(paper, "trich_yeu_cong_van", "muc_do_khan")
    paper.title()
    _say(paper, "kinh_gui", "can_cu", "noi_dung")


def _content(paper: Stationery) -> None:
    _say(paper, "phan", "tieu_de_phan", "muc", "tieu_de_muc", "tieu_muc", "tieu_de_tieu_muc")
    _say(paper, "dieu", "khoan", "diem", "muc_la_ma", "khoan_co_tieu_de")
    paper.paragraph("VB Khoản con", "Phạm vi áp dụng")
    paper.paragraph("VB Gạch đầu dòng", "Cơ quan chủ trì: Sở Khoa học và Công nghệ.")
    paper.paragraph("VB Dấu cộng", "Cơ quan phối hợp: Sở Nội vụ./.")


def _signature(paper: Stationery) -> None:
    """The block as the stationery makes it, with an office above the name."""
    before = len(paper.blocks)
    paper.signature()
    office = Stationery(paper.decree)
    _say(office, "chuc_vu")
    for index in range(before, len(paper.blocks)):
        block = paper.blocks[index].replace("Nơi nhận:", words(paper.decree.component("noi_nhan")))
        if "{{ khoi_ky.ho_ten }}" in block:
            start = block.rindex("<w:p>", 0, block.index("{{ khoi_ky.ho_ten }}"))
            block = block[:start] + office.blocks[0] + block[start:]
        paper.blocks[index] = block


def _back(paper: Stationery) -> None:
    _say(paper, "ky_hieu_nguoi_soan", "dia_chi")
    paper.new_section(landscape=True)
    _say(paper, "phu_luc", "ten_phu_luc", "kem_theo")
    paper.paragraph("noi_dung", "Các tài liệu được xếp theo năm.")


def _dropped(block: str, styles: set[str]) -> str:
    for style in styles:
        empty = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
        block = block.replace(empty, "")
    return block


def _fields(decree: Decree) -> dict[str, object]:
    def of(code: str) -> str:
        return words(decree.component(code))

    return {
        "dau_trang": {
            "co_quan_chu_quan": [of("co_quan_chu_quan")],
            "co_quan_ban_hanh": [of("co_quan_ban_hanh")],
            "so_ky_hieu": of("so_ky_hieu"),
            "dia_danh_thoi_gian": of("dia_danh_thoi_gian"),
            "du_thao": True,
        },
        "ten_loai": of("ten_loai"),
        "trich_yeu": of("trich_yeu"),
        "noi_nhan": ["- Như trên;", of("noi_nhan_danh_sach"), "- Lưu: VT, QLKH."],
        "khoi_ky": {"quyen_han": [of("quyen_han")], "ho_ten": of("ho_ten")},
    }
