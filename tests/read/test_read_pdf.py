"""PDFs → lines and plans: columns in order, page numbers gone, words whole, tables by their frames."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from small_pdf import HEIGHT, LEFT, Page, locked, pdf_of

from vanban.compose.ke_hoach import compose_plan
from vanban.model.agency import AgencyBook
from vanban.model.errors import SourceError
from vanban.model.plan import Plan
from vanban.office.pdf_text import pdf_pages
from vanban.office.soffice import convert_to_pdf, find_soffice
from vanban.read.docx.plan import read_docx_plan
from vanban.read.pdf.plan import read_pdf_plan
from vanban.read.pdf.source import pdf_lines
from vanban.viet.legacy import Legacy, encoded
from vanban.workflow import build_docx

needs_soffice = pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed")
LONG = (
    "Tổ chức rà soát toàn bộ danh mục dịch vụ công trực tuyến, chuẩn hóa quy trình, cắt giảm thành phần hồ sơ"
    " và công khai kết quả giải quyết trên Cổng thông tin điện tử của xã để người dân theo dõi, giám sát."
)


def lines(*pages: Page) -> list[str]:
    return [line.raw for line in pdf_lines(pdf_of(pages), "x.pdf").lines]


def head(page: Page) -> float:
    page.put(110, 70, "ỦY BAN NHÂN DÂN", 12)
    page.put(300, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)
    page.put(130, 86, "XÃ TÂN PHÚ", 12)
    page.put(330, 86, "Độc lập - Tự do - Hạnh phúc", 12)
    page.put(120, 110, "Số:      /KH-UBND", 13)
    page.put(300, 110, "Tân Phú, ngày     tháng     năm 2026", 13)
    page.middle(150, "KẾ HOẠCH")
    page.middle(170, "Chuyển đổi số năm 2026")
    return 210.0


def test_the_columns_of_a_letterhead_come_one_after_the_other():
    page = Page()
    page.paragraph(head(page), LONG)
    assert lines(page) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ TÂN PHÚ",
        "Số: /KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Tân Phú, ngày tháng năm 2026",
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026",
        LONG,
    ]


def test_receivers_and_signer_come_one_after_the_other():
    page = Page()
    y = page.paragraph(80, LONG)
    page.put(LEFT, y + 20, "Nơi nhận:", 12)
    page.put(330, y + 17, "TM. ỦY BAN NHÂN DÂN", 14)
    page.put(LEFT, y + 34, "- Ủy ban nhân dân các phường, xã", 11)
    page.put(LEFT, y + 47, "trên địa bàn;", 11)
    page.put(360, y + 41, "CHỦ TỊCH", 14)
    page.put(LEFT, y + 60, "- Lưu: VT.", 11)
    page.put(350, y + 110, "Trần Văn Mẫu", 14)
    assert lines(page)[1:] == [
        "Nơi nhận:",
        "- Ủy ban nhân dân các phường, xã trên địa bàn;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn Mẫu",
    ]


def test_page_numbers_and_running_heads_are_no_words():
    pages = []
    for number in range(1, 5):
        page = Page()
        page.middle(40, str(number))
        page.put(LEFT, 60, "Kế hoạch chuyển đổi số", 9)
        page.paragraph(page.paragraph(110, LONG), f"Ý thứ {number}.")
        page.put(LEFT, HEIGHT - 40, f"Trang {number}/4", 9)
        pages.append(page)
    assert lines(*pages) == [line for n in range(1, 5) for line in (LONG, f"Ý thứ {n}.")]


def test_a_number_that_is_no_page_number_stays():
    first, second = Page(), Page()
    first.paragraph(110, LONG)
    second.put(LEFT, 60, "57")
    second.paragraph(110, LONG)
    assert "57" in lines(first, second)


def test_a_paragraph_runs_over_the_end_of_a_page():
    first, second = Page(), Page()
    words = LONG.split()
    first.paragraph(760, " ".join(words[:20]))
    second.paragraph(80, " ".join(words[20:]), indent=0)
    joined = lines(first, second)
    assert " ".join(joined) == LONG


def test_items_without_an_indent_stay_apart():
    page = Page()
    y = page.paragraph(80, LONG, indent=0)
    for item in ("- Việc thứ nhất;", "- Việc thứ hai;", "1. Việc thứ ba.", "a) Việc thứ tư."):
        y = page.paragraph(y, item, indent=0)
    assert lines(page) == [LONG, "- Việc thứ nhất;", "- Việc thứ hai;", "1. Việc thứ ba.", "a) Việc thứ tư."]


def test_bullets_of_word_and_letters_in_pieces():
    page = Page()
    page.paragraph(page.paragraph(80, LONG), "\uf0b7 Ra\u0300 soa\u0301t thu\u0309 tu\u0323c;")
    assert lines(page)[1] == "• Rà soát thủ tục;"


def test_a_hyphen_at_the_end_of_a_line_takes_no_space():
    page = Page()
    page.put(LEFT + 28, 80, "Căn cứ Kế hoạch hành động số 459-KHHĐ/TU và Nghị quyết số 35-")
    page.put(LEFT, 98, "NQ/TU của Tỉnh ủy.")
    assert lines(page) == ["Căn cứ Kế hoạch hành động số 459-KHHĐ/TU và Nghị quyết số 35-NQ/TU của Tỉnh ủy."]


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (["Độc", "l", "ập", "-", "Tự", "do"], "Độc lập - Tự do"),
        (["phát", "tr", "iển", "công", "ngh", "iệp"], "phát triển công nghiệp"),
        (["theo", "điểm", "c", "ông", "bố"], "theo điểm c ông bố"),
        (["dài", "5", "m", "ống", "nước"], "dài 5 m ống nước"),
        (["TP", "ẢNH"], "TP ẢNH"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_broken_words_are_mended_and_whole_ones_left(pieces, whole):
    page = Page()
    x = LEFT
    for piece in pieces:
        x = page.put(x, 80, piece) + 7
    page.paragraph(120, LONG)
    assert lines(page)[0] == whole


def test_hardly_any_space_is_inside_a_word():
    page = Page()
    x = page.put(LEFT, 80, "thực hiện kế")
    x = page.put(x + 7, 80, "ho")
    x = page.put(x + 2, 80, "ạch")
    page.put(x + 7, 80, "năm nay của xã")
    page.paragraph(120, LONG)
    assert lines(page)[0] == "thực hiện kế hoạch năm nay của xã"


def test_a_note_at_the_foot_hangs_on_its_mark():
    page = Page()
    x = page.put(LEFT + 28, 80, "- Sản phẩm: Đề án")
    x = page.put(x, 75, "1", 8)
    page.put(x + 7, 80, "được phê duyệt.")
    page.paragraph(110, LONG)
    page.rule(LEFT, 740, LEFT + 140, 740)
    page.put(LEFT, 752, "1", 6)
    page.put(LEFT + 8, 755, "Tờ trình số 12/TTr-SKHCN.", 10)
    assert lines(page)[0] == (
        "- Sản phẩm: Đề án[footnoteRef:1] được phê duyệt. [1: Tờ trình số 12/TTr-SKHCN.]"
    )


COLUMNS = (40, 70, 250, 340, 430, 555)
HEADER = (30, ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"))


def task_table() -> list[Page]:
    """A plan whose tasks stand in a table that runs over a page, one of them broken by its end."""
    first, second = Page(), Page()
    first.paragraph(head(first), "Ủy ban nhân dân xã ban hành Kế hoạch chuyển đổi số năm 2026 như sau:")
    first.put(LEFT, 260, "II. NHIỆM VỤ")
    first.table(
        280,
        COLUMNS,
        [
            HEADER,
            (40, ("1", "Số hóa hồ sơ đất đai của\nxã", "Văn phòng", "Phòng Kinh tế", "Trước 30/6/2026")),
            (40, ("2", "Tập huấn kỹ năng số cho", "Phòng Văn hóa -", "", "Quý III/2026")),
        ],
    )
    second.table(
        60,
        COLUMNS,
        [HEADER, (30, ("", "cán bộ", "Xã hội")), (30, ("3", "Sơ kết", "Văn phòng", "", "Tháng 12/2026"))],
    )
    return [first, second]


def test_a_framed_table_over_two_pages_is_one():
    (table,) = [line.table for line in pdf_lines(pdf_of(task_table()), "x.pdf").lines if line.table]
    assert [list(row) for row in table.rows] == [
        ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
        ["1", "Số hóa hồ sơ đất đai của xã", "Văn phòng", "Phòng Kinh tế", "Trước 30/6/2026"],
        ["2", "Tập huấn kỹ năng số cho cán bộ", "Phòng Văn hóa - Xã hội", "", "Quý III/2026"],
        ["3", "Sơ kết", "Văn phòng", "", "Tháng 12/2026"],
    ]


def test_the_table_becomes_tasks(book):
    plan = read_pdf_plan(pdf_of(task_table()), book, where="kh.pdf")
    tasks = [task for group in plan.nhom for task in group.nhiem_vu]
    assert [task.ten for task in tasks] == [
        "Số hóa hồ sơ đất đai của xã",
        "Tập huấn kỹ năng số cho cán bộ",
        "Sơ kết",
    ]
    assert [task.thoi_han.den for task in tasks] == [date(2026, 6, 29), date(2026, 9, 30), date(2026, 12, 31)]
    assert tasks[0].phoi_hop[0].nguyen_van == "Phòng Kinh tế"
    assert plan.van_ban.nam == 2026


def test_merged_cells():
    page = Page()
    for x in (40, 100, 200, 300):
        page.rule(x, 100, x, 160)
    for y in (100, 160):
        page.rule(40, y, 300, y)
    page.rule(100, 130, 300, 130)
    page.put(45, 120, "A", 10)
    page.put(105, 120, "B", 10)
    page.put(205, 120, "C", 10)
    page.put(105, 150, "D", 10)
    page.put(205, 150, "E", 10)
    page.paragraph(300, LONG)
    (table,) = [line.table for line in pdf_lines(pdf_of([page]), "x").lines if line.table]
    assert [list(row) for row in table.rows] == [["A", "B", "C"], ["A", "D", "E"]]


def test_frames_drawn_box_by_box():
    page = Page()
    for row, cells in enumerate((HEADER[1], ("1", "Số hóa hồ sơ", "Văn phòng", "", "Tháng 6/2026"))):
        y = 100 + 30 * row
        for x0, x1, cell in zip(COLUMNS, COLUMNS[1:], cells, strict=False):
            page.put(x0 + 4, y + 15, cell, 10)
            page.bar(x0, y, x1, y)
            page.bar(x0, y + 30, x1, y + 30)
            page.bar(x0, y, x0, y + 30)
            page.bar(x1, y, x1, y + 30)
    page.operators.append(f"0.8 g {COLUMNS[0]} 600 200 100 re f 0 g")  # shading is no frame
    page.paragraph(300, LONG)
    (table,) = [line.table for line in pdf_lines(pdf_of([page]), "x").lines if line.table]
    assert table.rows[1] == ("1", "Số hóa hồ sơ", "Văn phòng", "", "Tháng 6/2026")


def test_old_encodings_are_told(book):
    page = Page()
    y = page.paragraph(80, encoded("II. NHIỆM VỤ", Legacy.VNI))
    for line in (
        "1.1. Rà soát thủ tục hành chính của xã",
        f"- Nội dung: {LONG}",
        "- Thời gian: tháng 7/2026",
    ):
        y = page.paragraph(y, encoded(line, Legacy.VNI))
    plan = read_pdf_plan(pdf_of([page]), book, where="kh.pdf")
    assert plan.nhom[0].nhiem_vu[0].ten == "Rà soát thủ tục hành chính của xã"
    assert "VNI" in plan.chua_hieu[0].ly_do


def test_a_page_that_is_a_picture_is_told(book):
    page = task_table()
    plan = read_pdf_plan(pdf_of([*page, Page()]), book, where="kh.pdf")
    assert plan.chua_hieu[0].chu == "(trang 3)"


def test_what_a_digital_signature_shows_is_no_part_of_the_paper(book):
    first, second = task_table()
    first.put(420, 30, "Người ký: Ủy ban nhân dân xã Tân Phú", 6)
    first.put(420, 38, "Ngày ký: 15-07-2026 10:11:12 +07:00", 6)
    plan = read_pdf_plan(pdf_of([first, second]), book, where="kh.pdf")
    assert [lost.chu for lost in plan.chua_hieu[:2]] == [
        "Người ký: Ủy ban nhân dân xã Tân Phú",
        "Ngày ký: 15-07-2026 10:11:12 +07:00",
    ]
    assert plan.van_ban.nguyen_van[0].chu == "ỦY BAN NHÂN DÂN"


def test_a_signed_file_reads(book):
    data = pdf_of(task_table())
    at = len(data)
    field = (
        b"99 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (chu ky) /Rect [0 0 0 0] /V << /Type /Sig"
        b" /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] /Contents <00FF> >>"
        b" >>\nendobj\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R"
        b" /AcroForm << /SigFlags 3 /Fields [99 0 R] >> >>\nendobj\n"
    )
    catalog = at + field.index(b"1 0 obj")
    start = data.rindex(b"startxref") + 10
    before = int(data[start : data.index(b"\n", start)])
    xref = at + len(field)
    tail = (
        f"xref\n1 1\n{catalog:010d} 00000 n \n99 1\n{at:010d} 00000 n \n"
        f"trailer\n<< /Size 100 /Root 1 0 R /Prev {before} >>\nstartxref\n{xref}\n%%EOF\n"
    ).encode()
    assert len(read_pdf_plan(data + field + tail, book, where="kh.pdf").nhom[0].nhiem_vu) == 3


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "rỗng"),
        (b"PK\x03\x04", "không phải PDF"),
        (b"%PDF-1.7\nnothing more", "hỏng"),
        (pdf_of([Page()]), "ảnh quét"),
        (locked(pdf_of(task_table()), "bí mật"), "mật khẩu"),
    ],
    ids=["empty", "zip", "broken", "scan", "password"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, what, book):
    with pytest.raises(SourceError, match=what) as caught:
        read_pdf_plan(data, book, where="kế hoạch.pdf")
    assert "kế hoạch.pdf" in str(caught.value)
    assert "→" in str(caught.value)


def test_too_many_pages(monkeypatch):
    monkeypatch.setattr("vanban.office.pdf_text.MAX_PAGES", 1)
    with pytest.raises(SourceError, match="quá 1 trang"):
        pdf_pages(pdf_of(task_table()), "x.pdf")


def test_the_time_is_limited():
    with pytest.raises(SourceError, match="lâu quá"):
        pdf_pages(pdf_of([task_table()[0]] * 200), "x.pdf", timeout_s=0.0)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data):
    whole = bytearray(pdf_of(task_table()))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_pdf_plan(bytes(whole), AgencyBook(), where="x.pdf")
    except SourceError:
        return


def test_a_page_that_is_turned():
    """The words stand as a person sees them, and so do the frames."""
    page = Page()
    page.operators = [f"q 0 1 -1 0 {page.width} 0 cm"]
    page.height, page.width = page.width, page.height
    page.table(60, COLUMNS, [HEADER, (30, ("1", "Số hóa hồ sơ", "Văn phòng", "", "Tháng 6/2026"))])
    page.put(600, 500, "Chữ ở bên phải trang nằm ngang")
    page.operators.append("Q")
    page.height, page.width = page.width, page.height
    turned = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of([page]))))
    turned.pages[0].rotate(90)
    buffer = io.BytesIO()
    turned.write(buffer)
    (first,) = pdf_pages(buffer.getvalue(), "x")
    assert first.width > first.height
    (table,) = [line.table for line in pdf_lines(buffer.getvalue(), "x").lines if line.table]
    assert table.rows[1] == ("1", "Số hóa hồ sơ", "Văn phòng", "", "Tháng 6/2026")


def fields(plan: Plan) -> dict[str, object]:
    """Every field of a plan that a person reads, by its place."""
    paper = plan.van_ban
    found: dict[str, object] = {
        "so": (paper.so, paper.ky_hieu),
        "co_quan": (paper.co_quan_ban_hanh, paper.co_quan_chu_quan),
        "trich_yeu": paper.trich_yeu,
        "nguoi_ky": paper.nguoi_ky,
        "noi_nhan": paper.noi_nhan,
        "so_ket": plan.so_ket,
        "dau_moi": plan.dau_moi,
    }
    for key in (
        "can_cu",
        "muc_dich",
        "yeu_cau",
        "muc_tieu",
        "to_chuc_thuc_hien",
        "che_do_bao_cao",
        "phan_cong",
    ):
        found |= {f"{key}/{i}": value for i, value in enumerate(getattr(plan, key))}
    for g, group in enumerate(plan.nhom):
        found[f"nhom/{g}"] = (group.so_in, group.ten, group.noi_dung)
        for task in group.nhiem_vu:
            for key in (
                "so_in", "ten", "noi_dung", "thoi_han", "san_pham", "chu_tri", "phoi_hop", "tham_quyen",
                "phu_trach", "kinh_phi", "ghi_chu", "chu_thich",
            ):  # fmt: skip
                found[f"{task.id}/{key}"] = getattr(task, key)
    return found


@pytest.mark.office
@needs_soffice
def test_the_sample_plan_reads_from_its_pdf_as_from_its_word_file(plan, book, tmp_path: Path):
    docx = tmp_path / "ke-hoach.docx"
    docx.write_bytes(build_docx(compose_plan(plan, book, day=date(2025, 6, 20))))
    (pdf,) = convert_to_pdf([docx], tmp_path / "pdf", timeout_s=120)
    wanted = fields(read_docx_plan(docx.read_bytes(), book, str(docx)))
    found = fields(read_pdf_plan(pdf.read_bytes(), book, where=str(pdf)))
    other = {key for key in wanted.keys() | found.keys() if wanted.get(key) != found.get(key)}
    assert len(other) <= len(wanted) * 0.01, other
    assert len(wanted) > 300
