"""Plans of further offices: a city's by numbers under numbers, a school's by a table in a small section."""

from datetime import date

import pytest
from docx.document import Document as WordDocument
from small_pdf import LEFT, Page, pdf_of
from word_plans import centred, letterhead, lines, table, word

from vanban.model.agency import Agency, AgencyBook
from vanban.model.plan import Plan, numbered
from vanban.read.docx.plan import read_docx_plan
from vanban.read.pdf.source import pdf_lines
from vanban.viet.deadlines import parse_deadline

NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
BOOK = AgencyBook(
    co_quan=[
        Agency(id="ubnd-lon", ten="Ủy ban nhân dân Thành phố Lớn", bi_danh=["Ủy ban nhân dân Thành phố"]),
        Agency(id="so-nv", ten="Sở Nội vụ"),
    ]
)


def read(data: bytes, book: AgencyBook = BOOK) -> Plan:
    return read_docx_plan(data, book, "ke-hoach.docx")


def tasks(plan: Plan) -> list[tuple[str | None, str | None, list[str], date | None]]:
    return [
        (one.so_in, one.ten, [a.nguyen_van for a in one.chu_tri], one.thoi_han.last_day)
        for one in (item.nhiem_vu for item in numbered(plan))
    ]


def city(document: WordDocument) -> None:
    letterhead(
        document,
        ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ MẪU", "", "Số: 44/KH-UBND"],
        [*NATION, "Thành phố Mẫu, ngày 28 tháng 3 năm 2026"],
    )
    centred(document, "KẾ HOẠCH", "Cải cách hành chính quý II năm 2026")
    lines(
        document,
        """I. NHIỆM VỤ TRỌNG TÂM
        1. Cải cách thể chế
        1.1. Rà soát văn bản quy phạm pháp luật của Thành phố.
        Chủ trì: Sở Tư pháp. Phối hợp: các sở, ngành. Thời gian: 15/5/2026. Kết quả: Danh mục văn bản.
        1.2. Ban hành quy chế phối hợp giải quyết thủ tục hành chính
        (Chủ trì: Văn phòng UBND Thành phố; hoàn thành: tháng 6 năm 2026)
        2. Cải cách thủ tục hành chính
        2.1. Đơn giản hóa 20% thủ tục nội bộ
        Chủ trì: Sở Nội vụ; phối hợp: Sở Tư pháp; thời hạn: chậm nhất 30/6/2026.
        II. TỔ CHỨC THỰC HIỆN
        Sở Nội vụ báo cáo Chủ tịch vào ngày 05 hằng tháng.
        Nhận được Kế hoạch này, các cơ quan nghiêm túc thực hiện./.""",
    )


def test_numbers_under_numbers_are_the_tasks_also_with_fields_in_brackets() -> None:
    plan = read(word(city))
    assert [group.ten for group in plan.nhom] == ["Cải cách thể chế", "Cải cách thủ tục hành chính"]
    assert tasks(plan) == [
        (
            "1.1",
            "Rà soát văn bản quy phạm pháp luật của Thành phố",
            ["Sở Tư pháp"],
            date(2026, 5, 15),
        ),
        (
            "1.2",
            "Ban hành quy chế phối hợp giải quyết thủ tục hành chính",
            ["Văn phòng UBND Thành phố"],
            date(2026, 6, 30),
        ),
        ("2.1", "Đơn giản hóa 20% thủ tục nội bộ", ["Sở Nội vụ"], date(2026, 6, 30)),
    ]
    assert plan.chua_hieu == []


def test_another_city_is_not_taken_for_the_one_in_the_book() -> None:
    assert read(word(city)).van_ban.co_quan_ban_hanh == "ỦY BAN NHÂN DÂN THÀNH PHỐ MẪU"


def test_closing_words_and_the_receiver_of_a_report_end_where_they_end() -> None:
    plan = read(word(city))
    assert plan.loi_ket == ["Nhận được Kế hoạch này, các cơ quan nghiêm túc thực hiện"]
    assert [one.noi_nhan for one in plan.bao_cao] == ["Chủ tịch"]


def school(document: WordDocument) -> None:
    letterhead(
        document,
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT SỐ 1", "", "Số: 08/KH-THPT1"],
        [*NATION, "Mẫu, ngày 03 tháng 02 năm 2026"],
    )
    centred(document, "KẾ HOẠCH", "Tổ chức Ngày hội STEM")
    lines(
        document,
        """1. Mục đích
        Khơi dậy niềm say mê khoa học.
        2. Thời gian, địa điểm
        - Thời gian: 07 giờ 30, ngày 20/3/2026.
        - Địa điểm: sân trường.
        3. Phân công nhiệm vụ""",
    )
    table(
        document,
        [
            ["STT", "Công việc", "Người phụ trách", "Thời hạn"],
            ["1", "Xây dựng kịch bản", "Thầy Lê Văn Mẫu", "10/02/2026"],
            ["2", "Trang trí", "Đoàn trường", "18-19/3/2026"],
        ],
    )
    lines(document, "4. Kinh phí\nTừ nguồn xã hội hóa./.")


def test_a_table_in_a_small_section_is_the_work_not_the_time_of_the_event() -> None:
    plan = read(word(school))
    assert tasks(plan) == [
        ("1", "Xây dựng kịch bản", ["Thầy Lê Văn Mẫu"], date(2026, 2, 10)),
        ("2", "Trang trí", ["Đoàn trường"], date(2026, 3, 19)),
    ]
    assert [other.ten for other in plan.muc_khac] == ["Thời gian, địa điểm"]


@pytest.mark.parametrize("words", ["18-19/3/2026", "ngày 18-19/3/2026", "18 - 19/3/2026"])
def test_days_of_one_month(words: str) -> None:
    found = parse_deadline(words)
    assert (found.tu, found.den) == (date(2026, 3, 18), date(2026, 3, 19))


def test_a_letter_begins_a_paragraph_of_a_pdf_under_a_short_line() -> None:
    page = Page()
    y = 100.0
    for _ in range(6):  # indented paragraphs, so that a line without indent runs on
        page.put(LEFT + 28, y, "Căn cứ tình hình thực tế của địa phương, đơn vị trong năm", 13)
        page.put(LEFT, y + 18, "kế hoạch và các văn bản có liên quan của cấp trên đã ban", 13)
        y += 40
    page.put(LEFT, y, "1. Tuyên truyền", 13)
    page.put(LEFT, y + 18, "a) Tổ chức tuyên truyền lưu động", 13)
    raw = [line.raw for line in pdf_lines(pdf_of([page]), "x.pdf").lines]
    assert "1. Tuyên truyền" in raw
    assert "a) Tổ chức tuyên truyền lưu động" in raw


def museum(document: WordDocument) -> None:
    letterhead(
        document,
        ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BẢO TÀNG TỈNH MẪU", "", "Số: 12/KH-BT"],
        [*NATION, "Mẫu, ngày 20 tháng 01 năm 2026"],
    )
    centred(document, "KẾ HOẠCH", "Sưu tầm hiện vật năm 2026")
    lines(
        document,
        """1. Mục đích
        Bổ sung hiện vật.
        2. Nội dung
        2.1. Khảo sát tại các xã vùng cao: Phòng Nghiệp vụ, tháng 3 - 4/2026.
        2.2. Sưu tầm 50 hiện vật: Phòng Nghiệp vụ phối hợp Phòng Bảo quản, tháng 5/2026.
        2.3. Trưng bày theo chủ đề: hiện vật gốm, hiện vật gỗ.
        3. Kinh phí
        Ngân sách nhà nước./.""",
    )


def test_a_colon_may_bring_who_and_when() -> None:
    plan = read(word(museum))
    assert (plan.van_ban.co_quan_chu_quan, plan.van_ban.co_quan_ban_hanh) == (
        "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        "BẢO TÀNG TỈNH MẪU",
    )
    assert tasks(plan) == [
        ("2.1", "Khảo sát tại các xã vùng cao", ["Phòng Nghiệp vụ"], date(2026, 4, 30)),
        ("2.2", "Sưu tầm 50 hiện vật", ["Phòng Nghiệp vụ"], date(2026, 5, 31)),
        ("2.3", "Trưng bày theo chủ đề: hiện vật gốm, hiện vật gỗ", [], None),
    ]
    assert [a.nguyen_van for a in plan.nhom[0].nhiem_vu[1].phoi_hop] == ["Phòng Bảo quản"]


def ward(document: WordDocument) -> None:
    letterhead(
        document,
        ["ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU", "", "Số: 21/KH-UBND"],
        [*NATION, "Phường Mẫu, ngày 05 tháng 02 năm 2026"],
    )
    centred(document, "KẾ HOẠCH", "Lập lại trật tự đô thị năm 2026")
    lines(
        document,
        """I. NỘI DUNG
        1. Bước 1 (từ ngày 10/02/2026 đến ngày 28/02/2026): Tuyên truyền
        - Công an phường chủ trì, phối hợp với các khu phố tuyên truyền đến từng hộ.
        - Phòng Kinh tế rà soát điểm vi phạm trước ngày 20/02/2026.
        2. Bước 2: Duy trì
        - Công an phường tuần tra các tuyến đường.
        II. TỔ CHỨC THỰC HIỆN
        Công an phường báo cáo UBND phường vào thứ Sáu hằng tuần./.""",
    )


def test_a_heading_gives_its_days_to_the_tasks_that_have_none() -> None:
    plan = read(word(ward))
    assert tasks(plan) == [
        (None, "Tuyên truyền đến từng hộ", ["Công an phường"], date(2026, 2, 28)),
        (None, "Rà soát điểm vi phạm", ["Phòng Kinh tế"], date(2026, 2, 19)),
        (None, "Tuần tra các tuyến đường", ["Công an phường"], None),
    ]
    assert [one.noi_nhan for one in plan.bao_cao] == ["UBND phường"]


def one_line(document: WordDocument) -> None:
    lines(
        document,
        """KẾ HOẠCH KIỂM TRA CHẤT LƯỢNG CÔNG TRÌNH
        I. NHIỆM VỤ
        1. Kiểm tra cầu Mẫu
        - Chủ trì: Thanh tra Sở
        - Thời gian: 15/4/2026""",
    )


def test_a_title_on_one_line_is_kind_and_subject() -> None:
    paper = read(word(one_line)).van_ban
    assert (paper.ten_loai, paper.trich_yeu) == ("KH", "KIỂM TRA CHẤT LƯỢNG CÔNG TRÌNH")
