"""Plans as Word files: numbers of Word's lists, letterheads, tables with merged cells, appendices, notes."""

import io
import zipfile
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from word_plans import centred, ending, landscape, letterhead, lines, table, word

from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import Plan
from vanban.read.docx.plan import read_docx_plan
from vanban.read.files import read_plan
from vanban.read.yaml_plan import dump_plan
from vanban.viet.legacy import Legacy, encoded
from vanban.viet.text import words
from vanban.word.observe import observe

NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
HEADER = ["TT", "Nội dung nhiệm vụ", "Phân công", "", "Thời gian thực hiện", "Sản phẩm", "Ghi chú"]
LOWER = ["", "", "Chủ trì", "Phối hợp", "", "", ""]
WARD = "Phòng Kinh tế, Hạ tầng và Đô thị"


def read(data: bytes) -> Plan:
    return read_docx_plan(data, AgencyBook(), "ke-hoach.docx")


def ward_plan(document: WordDocument) -> None:
    letterhead(
        document,
        ["ỦY BAN NHÂN DÂN", "PHƯỜNG HÒA LẠC", "", "Số:       /KH-UBND"],
        [*NATION, "Hòa Lạc, ngày       tháng 01 năm 2026"],
    )
    centred(document, "KẾ HOẠCH", "Chuyển đổi số năm 2026", "trên địa bàn phường Hòa Lạc")
    lines(document, "Ủy ban nhân dân phường Hòa Lạc xây dựng Kế hoạch năm 2026 như sau:")
    lines(document, "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích: Nâng cao kỹ năng số.\n2. Yêu cầu: Đúng tiến độ.")
    lines(document, "II. NHIỆM VỤ\nCác nhiệm vụ cụ thể nêu tại Phụ lục kèm theo.\nIII. TỔ CHỨC THỰC HIỆN")
    lines(document, "Phòng Văn hóa - Xã hội là đầu mối theo dõi./.", style="List Bullet")
    ending(
        document,
        ["- UBND thành phố;", "- Lưu: VT."],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Đào Văn Giả"],
    )
    landscape(document)
    centred(document, "PHỤ LỤC", "DANH MỤC NHIỆM VỤ NĂM 2026")
    made = table(
        document,
        [
            HEADER,
            LOWER,
            ["I", "HẠ TẦNG SỐ", "", "", "", "", ""],
            ["1", "Lắp 10 điểm phát Internet", WARD, "Công an phường", "Quý I", "10 điểm phát", "Xã hội hóa"],
            ["2", "Nâng cấp mạng nội bộ", "", "", "Tháng 3 - 4", "Mạng nội bộ", ""],
            ["II. KỸ NĂNG SỐ", "", "", "", "", "", ""],
            [
                "3",
                "Mở lớp:\n- Lớp khu phố 1\n- Lớp khu phố 2",
                "Phòng Nội vụ\nPhòng Văn hóa",
                "",
                "Hằng quý",
                "",
                "",
            ],
        ],
    )
    for column in (0, 1, 4, 5, 6):
        made.cell(0, column).merge(made.cell(1, column))
    made.cell(0, 2).merge(made.cell(0, 3))
    made.cell(3, 2).merge(made.cell(4, 2))
    made.cell(5, 0).merge(made.cell(5, 6))


def test_head_and_end_stand_in_tables() -> None:
    paper = read(word(ward_plan)).van_ban
    assert paper.co_quan_ban_hanh == "ỦY BAN NHÂN DÂN PHƯỜNG HÒA LẠC"
    assert (paper.so, paper.ky_hieu, paper.dia_danh, paper.nam) == (None, "KH-UBND", "Hòa Lạc", 2026)
    assert paper.trich_yeu == "Chuyển đổi số năm 2026 trên địa bàn phường Hòa Lạc"
    assert paper.noi_nhan == ["UBND thành phố"]
    assert paper.nguoi_ky is not None
    assert (paper.nguoi_ky.quyen_han, paper.nguoi_ky.ho_ten) == (
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        "Đào Văn Giả",
    )


def test_tasks_of_a_table_in_an_appendix_on_its_side() -> None:
    plan = read(word(ward_plan))
    assert [(g.so_in, g.ten) for g in plan.nhom] == [("I", "HẠ TẦNG SỐ"), ("II", "KỸ NĂNG SỐ")]
    first, second, third = (task for group in plan.nhom for task in group.nhiem_vu)
    assert (first.so_in, first.ten, first.ghi_chu) == ("1", "Lắp 10 điểm phát Internet", "Xã hội hóa")
    assert [a.nguyen_van for a in first.chu_tri] == [WARD]
    assert [a.nguyen_van for a in first.phoi_hop] == ["Công an phường"]
    assert [a.nguyen_van for a in second.chu_tri] == [WARD]  # one cell for both rows
    assert [str(t.thoi_han.den or t.thoi_han.chu_ky) for t in (first, second, third)] == [
        "2026-03-31",
        "2026-04-30",
        "quy",
    ]
    assert (third.ten, third.noi_dung) == ("Mở lớp", ["Lớp khu phố 1", "Lớp khu phố 2"])
    assert [a.nguyen_van for a in third.chu_tri] == ["Phòng Nội vụ", "Phòng Văn hóa"]
    assert [p.ten for p in first.san_pham] == ["10 điểm phát"]


def test_a_section_that_only_points_to_the_appendix_holds_no_task() -> None:
    plan = read(word(ward_plan))
    assert [(m.ten, m.doan) for m in plan.muc_khac] == [
        ("NHIỆM VỤ", ["Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo."])
    ]
    assert plan.chua_hieu == []


def with_lists(document: WordDocument) -> None:
    centred(document, "KẾ HOẠCH", "Phong trào thi đua năm 2026")
    document.add_paragraph("NHIỆM VỤ", style="Heading 1").insert_paragraph_before("MỤC TIÊU")
    lines(document, "Phát động phong trào\nTổng kết phong trào", style="List Number")
    lines(document, "Nội dung: Tổ chức lễ phát động.\nChủ trì: Công đoàn.", style="List Bullet")


def test_numbers_and_bullets_of_word_are_read_as_typed() -> None:
    plan = read(word(with_lists))
    (group,) = plan.nhom
    assert [(t.so_in, t.ten) for t in group.nhiem_vu] == [
        ("1", "Phát động phong trào"),
        ("2", "Tổng kết phong trào"),
    ]
    assert [a.nguyen_van for a in group.nhiem_vu[1].chu_tri] == ["Công đoàn"]


def with_other_table(document: WordDocument) -> None:
    lines(document, "I. NHIỆM VỤ\n1. Kiểm kê\n- Chủ trì: Kế toán\n- Thời gian: 30/6/2026\nII. KINH PHÍ")
    table(document, [["Nguồn", "Số tiền"], ["Ngân sách", "20 triệu"], ["Khác", "5 triệu"]])


def test_a_table_without_tasks_is_kept() -> None:
    plan = read(word(with_other_table))
    assert [(a.ten, a.bang) for a in plan.phu_luc] == [
        ("KINH PHÍ", [[["Nguồn", "Số tiền"], ["Ngân sách", "20 triệu"], ["Khác", "5 triệu"]]])
    ]


def test_lines_are_the_numbers_of_paragraphs() -> None:
    plan = read(word(with_other_table))
    assert [f.dong for f in plan.nhom[0].nhiem_vu[0].truong] == [3, 4]


def test_words_in_an_old_encoding_are_read_and_told() -> None:
    def build(document: WordDocument) -> None:
        for line in ("I. NHIỆM VỤ", "1. Kiểm kê tài sản công của đơn vị", "- Chủ trì: Phòng Kế toán"):
            run = document.add_paragraph().add_run(encoded(line, Legacy.TCVN3))
            run.font.name = ".VnTime"

    plan = read(word(build))
    assert plan.nhom[0].nhiem_vu[0].ten == "Kiểm kê tài sản công của đơn vị"
    assert "TCVN3" in plan.chua_hieu[0].ly_do


def test_a_word_file_is_known_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_bytes(word(with_other_table))
    assert read_plan(path, AgencyBook()).nhom[0].nhiem_vu[0].ten == "Kiểm kê"


def test_every_word_of_the_file_stands_in_the_plan() -> None:
    """But the national words, and headings of columns, which are the form."""
    data = word(ward_plan)
    form = set(words(" ".join([*NATION, *HEADER, *LOWER])))
    said = {word for paragraph in observe(data).paragraphs for word in words(paragraph.text)}
    assert {word for word in said - set(words(dump_plan(read(data)))) - form if not word.isdigit()} == set()


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        zipped({"word/document.xml": b"<w:document"}),
        zipped({"a.txt": b"a"}),
        word(lambda document: None),
        word(lambda document: lines(document, "Xin chào.")),
        word(lambda document: table(document, [["a", "b"], ["c", "d"]])),
    ],
    ids=["empty", "broken", "encrypted", "not-xml", "no-word", "no-words", "no-plan", "a-table"],
)
def test_what_holds_no_plan_is_refused_in_one_clear_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_plan(path, AgencyBook())
    assert caught.value.next_step
    assert "a.docx" in str(caught.value)
