"""Plans as communes, schools, sub-departments, companies and associations write them."""

from datetime import date

import pytest
from docx.document import Document as WordDocument
from small_pdf import LEFT, Page, pdf_of
from word_plans import centred, letterhead, lines, table, word

from vanban.model.agency import Agency, AgencyBook
from vanban.model.deadline import DeadlineKind
from vanban.model.duties import ReportCycle
from vanban.model.plan import Plan, Task, numbered
from vanban.read.docx.plan import read_docx_plan
from vanban.read.pdf.plan import read_pdf_plan
from vanban.read.pdf.source import pdf_lines
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.due import read_due, read_standing
from vanban.read.words.footnotes import take_notes
from vanban.read.words.names import names_end
from vanban.viet.deadlines import parse_deadline

NO_BOOK = AgencyBook(co_quan=[])
NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]


def plan_of(office: str, text: str, book: AgencyBook = NO_BOOK) -> Plan:
    def build(document: WordDocument) -> None:
        letterhead(document, [office, "", "Số: 12/KH-X"], [*NATION, "Mẫu, ngày 02 tháng 02 năm 2026"])
        centred(document, "KẾ HOẠCH", "Công tác trọng tâm năm 2026")
        lines(document, text)

    return read_docx_plan(word(build), book, "ke-hoach.docx")


def tasks(plan: Plan) -> list[Task]:
    return [one.nhiem_vu for one in numbered(plan)]


def who(task: Task) -> tuple[list[str], list[str]]:
    return [a.nguyen_van for a in task.chu_tri], [a.nguyen_van for a in task.phoi_hop]


def test_those_in_charge_lead_where_nobody_else_does() -> None:
    plan = plan_of(
        "TRƯỜNG THPT MẪU",
        """I. MỤC ĐÍCH
        Chủ động thực hiện nhiệm vụ.
        II. NỘI DUNG CÔNG VIỆC
        1. Tháng 9/2026
        1.1. Tổ chức Lễ khai giảng
        - Thời gian: 07 giờ 00 ngày 05/9/2026.
        - Phụ trách: Ban Giám hiệu.
        - Phối hợp: Đoàn trường, Tổ Văn phòng.
        1.2. Họp cha mẹ học sinh
        - Thời gian: ngày 13/9/2026.
        - Phụ trách: Giáo viên chủ nhiệm.
        III. TỔ CHỨC THỰC HIỆN
        Các tổ xây dựng kế hoạch tháng./.""",
    )
    assert [who(task) for task in tasks(plan)] == [
        (["Ban Giám hiệu"], ["Đoàn trường", "Tổ Văn phòng"]),
        (["Giáo viên chủ nhiệm"], []),
    ]


def test_those_in_charge_stay_apart_from_an_agency_that_leads() -> None:
    plan = plan_of(
        "UBND XÃ MẪU",
        """I. NHIỆM VỤ
        1. Rà soát hộ nghèo
        - Chủ trì: Phòng Kinh tế.
        - Phụ trách: Ông Lê Văn Mẫu.
        - Thời gian: tháng 5/2026.""",
    )
    (task,) = tasks(plan)
    assert (who(task)[0], task.phu_trach) == (["Phòng Kinh tế"], ["Ông Lê Văn Mẫu"])


def test_fields_behind_the_second_bullet() -> None:
    plan = plan_of(
        "TỔNG CÔNG TY CẤP NƯỚC MẪU",
        """I. MỤC TIÊU
        Giảm thất thoát nước.
        II. NHIỆM VỤ
        Nhiệm vụ 1: Cải tạo tuyến ống
        + Đầu mối: Ban Quản lý dự án
        + Phối hợp: Xí nghiệp Mạng lưới
        + Thời hạn: 30/11/2026
        + Kết quả đầu ra: Biên bản nghiệm thu
        Nhiệm vụ 2: Xây dựng bản đồ mạng lưới
        + Đầu mối: Phòng Kỹ thuật
        + Thời hạn: 31/12/2026
        III. TỔ CHỨC THỰC HIỆN
        Yêu cầu các đơn vị nghiêm túc thực hiện./.""",
    )
    first, second = tasks(plan)
    assert who(first) == (["Ban Quản lý dự án"], ["Xí nghiệp Mạng lưới"])
    assert [product.ten for product in first.san_pham] == ["Biên bản nghiệm thu"]
    assert (first.thoi_han.den, second.thoi_han.den) == (date(2026, 11, 30), date(2026, 12, 31))
    assert plan.loi_ket == ["Yêu cầu các đơn vị nghiêm túc thực hiện"]
    assert plan.phan_cong == []


def test_a_plus_line_among_the_steps_of_a_field_stays_there() -> None:
    plan = plan_of(
        "UBND XÃ MẪU",
        """I. NHIỆM VỤ
        1. Tập huấn
        - Nội dung:
        + Thời gian: mỗi lớp hai ngày.
        - Chủ trì: Phòng Văn hóa.
        - Thời gian: tháng 5/2026.""",
    )
    (task,) = tasks(plan)
    assert task.thoi_han.nguyen_van == "tháng 5/2026"
    assert "Thời gian: mỗi lớp hai ngày" in " ".join(task.noi_dung)


def test_duties_are_the_tasks_where_the_content_is_only_prose() -> None:
    plan = plan_of(
        "HỘI NÔNG DÂN TỈNH MẪU",
        """I. MỤC ĐÍCH, YÊU CẦU
        - Nâng cao chất lượng phong trào.
        II. NỘI DUNG PHONG TRÀO
        Tập trung phát triển kinh tế tập thể.
        III. TỔ CHỨC THỰC HIỆN
        1. Ban Xây dựng Hội
        - Tham mưu ban hành hướng dẫn trong tháng 5/2026.
        - Báo cáo Ban Thường vụ trước ngày 20 hằng tháng.
        2. Hội Nông dân các xã, phường
        - Vận động hội viên đăng ký thi đua trước ngày 30/6/2026.
        Trên đây là Kế hoạch phát động phong trào./.""",
    )
    assert [(who(task)[0], task.thoi_han.nguyen_van) for task in tasks(plan)] == [
        (["Ban Xây dựng Hội"], "trong tháng 5/2026"),
        (["Ban Xây dựng Hội"], "trước ngày 20 hằng tháng"),
        (["Hội Nông dân các xã, phường"], "trước ngày 30/6/2026"),
    ]
    assert [other.ten for other in plan.muc_khac] == ["NỘI DUNG PHONG TRÀO"]


def test_names_that_hold_a_verb_or_a_comma_and_partners_of_any_name() -> None:
    plan = plan_of(
        "CHI CỤC THỦY SẢN",
        """I. NHIỆM VỤ CỤ THỂ
        1. Giao Phòng Quản lý khai thác chủ trì, phối hợp với Đồn Biên phòng cửa khẩu \
tổ chức kiểm tra tàu cá, hoàn thành trước ngày 15/7/2026.
        2. Giao Phòng Thanh tra, Pháp chế thường xuyên tham mưu xử phạt vi phạm hành chính.
        II. TỔ CHỨC THỰC HIỆN
        Các phòng, trạm báo cáo kết quả về Chi cục trước 15 giờ thứ Sáu hằng tuần; \
tổng hợp báo cáo hằng ngày trước 16 giờ.""",
    )
    first, second = tasks(plan)
    assert who(first) == (["Phòng Quản lý khai thác"], ["Đồn Biên phòng cửa khẩu"])
    assert first.ten == "Tổ chức kiểm tra tàu cá"
    assert who(second)[0] == ["Phòng Thanh tra, Pháp chế"]
    assert second.thoi_han.kieu is DeadlineKind.THUONG_XUYEN
    assert [(one.co_quan[0].nguyen_van, one.ky) for one in plan.bao_cao] == [
        ("Các phòng, trạm", ReportCycle.HANG_TUAN),
        ("Các phòng, trạm", ReportCycle.HANG_NGAY),
    ]


def test_fields_right_under_a_group_heading_are_a_task_that_it_names() -> None:
    plan = plan_of(
        "UBND XÃ MẪU",
        """I. NHIỆM VỤ
        1. Cải cách hành chính
        1.1. Niêm yết thủ tục
        - Chủ trì: Văn phòng.
        - Thời gian: tháng 5/2026.
        2. Số hóa hồ sơ
        - Chủ trì: Phòng Kinh tế.
        - Thời gian: tháng 6/2026.""",
    )
    assert [task.ten for task in tasks(plan)] == ["Niêm yết thủ tục", "Số hóa hồ sơ"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Công an xã, Đoàn Thanh niên xã, các ấp", ["Công an xã", "Đoàn Thanh niên xã", "các ấp"]),
        ("Phòng Thanh tra, Pháp chế", ["Phòng Thanh tra, Pháp chế"]),
        ("Phòng Nội vụ, Tư pháp, Tài chính", ["Phòng Nội vụ", "Tư pháp", "Tài chính"]),
        ("Sở Tài chính, Nội vụ", ["Sở Tài chính", "Nội vụ"]),
        ("Công an xã; Trường Mầm non, Tiểu học", ["Công an xã", "Trường Mầm non, Tiểu học"]),
    ],
)
def test_lists_of_names_that_no_book_knows(text: str, names: list[str]) -> None:
    found = read_assignments(text, AgencyFinder(NO_BOOK))
    assert [one.nguyen_van for one in found] == names


def test_a_name_ends_at_the_verb_behind_it() -> None:
    text = "UBND các xã, phường cụ thể hóa nhiệm vụ"
    assert text[: names_end(text)] == "UBND các xã, phường"
    text = "Trung tâm Hỗ trợ nông dân tổ chức lớp học"
    assert text[: names_end(text)] == "Trung tâm Hỗ trợ nông dân"


def test_a_sentence_with_two_rounds_does_not_lose_the_second() -> None:
    found = read_due("Tổ chức kiểm tra trong tháng 5 và tháng 9/2026", 2026)
    assert found is not None
    assert found[0].last_day == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Tuần tra thường xuyên", True),
        ("Thường xuyên kiểm tra các chốt", True),
        ("Cân đối kinh phí chi thường xuyên", False),
        ("Nâng cao hoạt động thường xuyên của tổ", False),
    ],
)
def test_standing_work_in_a_sentence(text: str, stands: bool) -> None:
    assert (read_standing(text) is not None) == stands


def test_a_letterhead_whose_narrow_columns_break_its_lines() -> None:
    page = Page()
    page.put(100, 70, "SỞ NÔNG NGHIỆP VÀ MÔI", 11)
    page.put(310, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 11)
    page.put(140, 86, "TRƯỜNG", 11)
    page.put(370, 86, "VIỆT NAM", 11)
    page.put(110, 102, "CHI CỤC THỦY SẢN", 11)
    page.put(320, 102, "Độc lập - Tự do - Hạnh phúc", 11)
    page.put(110, 130, "Số: 14/KH-CCTS", 11)
    page.put(310, 130, "Mẫu, ngày 02 tháng 6 năm", 11)
    page.put(380, 146, "2026", 11)
    page.middle(180, "KẾ HOẠCH")
    page.middle(200, "Cao điểm chống khai thác trái phép")
    y = 240.0
    for line in (
        "II. NHIỆM VỤ",
        "1. Kiểm tra tàu cá.",
        "- Chủ trì: Phòng Khai thác.",
        "- Thời gian: Quý III/2026.",
    ):
        page.put(LEFT, y, line)
        y += 20
    paper = read_pdf_plan(pdf_of([page]), NO_BOOK, where="x.pdf").van_ban
    assert (paper.co_quan_chu_quan, paper.co_quan_ban_hanh, paper.ngay) == (
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "CHI CỤC THỦY SẢN",
        date(2026, 6, 2),
    )


def test_a_dash_within_a_broken_name_in_a_cell_is_no_bullet() -> None:
    page = Page()
    rows = [(30.0, ("Nhiệm vụ", "Chủ trì")), (44.0, ("Số hóa hồ sơ", "Phòng Văn hóa\n- Xã hội"))]
    y = page.table(100, (85, 285, 485), [*rows, (44.0, ("Sơ kết", "- Phòng A\n- Phòng B"))])
    page.put(LEFT, y + 40, "Trên đây là kế hoạch.")
    (table,) = [line.table for line in pdf_lines(pdf_of([page]), "x").lines if line.table]
    assert [row[1] for row in table.rows] == ["Chủ trì", "Phòng Văn hóa - Xã hội", "- Phòng A\n- Phòng B"]


def by_styles(document: WordDocument) -> None:
    letterhead(document, ["SỞ CÔNG THƯƠNG", "", "Số: 33/KH-SCT"], [*NATION, "Mẫu, ngày 12 tháng 02 năm 2026"])
    document.add_heading("KẾ HOẠCH", 1)
    centred(document, "Phát triển thị trường năm 2026")
    for level, words in (
        (1, "Mục tiêu"),
        (0, "Tổng mức bán lẻ tăng 10%."),
        (1, "Nhiệm vụ"),
        (2, "Bình ổn thị trường"),
        (3, "Kiểm tra hàng hóa dịp Tết"),
        (0, "Chủ trì: Phòng Quản lý thương mại"),
        (0, "Thời hạn: trước ngày 14/02/2026"),
        (3, "Kết nối tiêu thụ nông sản"),
        (0, "Chủ trì: Trung tâm Khuyến công"),
        (2, "Thương mại điện tử"),
        (3, "Xây dựng gian hàng"),
        (0, "Thời hạn: 30/6/2026"),
        (1, "Tổ chức thực hiện"),
        (2, "Phòng Quản lý thương mại"),
        (0, "Báo cáo Giám đốc Sở trước ngày 20 hằng tháng."),
    ):
        if level:
            document.add_heading(words, level)
        else:
            document.add_paragraph(words, style="List Bullet")


def test_headings_that_only_their_styles_tell() -> None:
    plan = read_docx_plan(word(by_styles), NO_BOOK, "ke-hoach.docx")
    assert [(group.ten, [task.ten for task in group.nhiem_vu]) for group in plan.nhom] == [
        ("Bình ổn thị trường", ["Kiểm tra hàng hóa dịp Tết", "Kết nối tiêu thụ nông sản"]),
        ("Thương mại điện tử", ["Xây dựng gian hàng"]),
    ]
    assert [one.last_day for one in (task.thoi_han for task in tasks(plan))] == [
        date(2026, 2, 13),
        None,
        date(2026, 6, 30),
    ]
    assert plan.muc_tieu == ["Tổng mức bán lẻ tăng 10%."]
    assert [one.co_quan[0].nguyen_van for one in plan.phan_cong] == ["Phòng Quản lý thương mại"]
    assert plan.chua_hieu == []


def test_a_column_may_name_the_groups_and_another_count_what_comes_of_it() -> None:
    def build(document: WordDocument) -> None:
        lines(document, "I. MỤC TIÊU\nNâng cao chất lượng.\nII. KẾ HOẠCH CỤ THỂ")
        made = table(
            document,
            [
                ["Tháng", "Nội dung công việc", "Thời gian", "Người thực hiện", "Chỉ số đánh giá"],
                ["9", "Đón trẻ", "05/9/2026", "Giáo viên", "100% trẻ ra lớp"],
                ["", "Họp phụ huynh", "12/9/2026", "Ban giám hiệu", ""],
                ["10", "Thao giảng", "20/10/2026", "Tổ chuyên môn", "04 tiết"],
            ],
        )
        made.cell(1, 0).merge(made.cell(2, 0))

    plan = read_docx_plan(word(build), NO_BOOK, "ke-hoach.docx")
    assert [(group.ten, [task.ten for task in group.nhiem_vu]) for group in plan.nhom] == [
        ("Tháng 9", ["Đón trẻ", "Họp phụ huynh"]),
        ("Tháng 10", ["Thao giảng"]),
    ]
    assert [[product.ten for product in task.san_pham] for task in tasks(plan)] == [
        ["100% trẻ ra lớp"],
        [],
        ["04 tiết"],
    ]


def test_months_are_the_deadline_where_no_other_column_is() -> None:
    def build(document: WordDocument) -> None:
        lines(document, "I. KẾ HOẠCH CỤ THỂ NĂM 2026")
        table(document, [["Tháng", "Công việc", "Thực hiện"], ["9/2026", "Đón trẻ", "Tổ chuyên môn"]])

    (task,) = tasks(read_docx_plan(word(build), NO_BOOK, "ke-hoach.docx"))
    assert task.thoi_han.last_day == date(2026, 9, 30)


def test_a_clause_that_tells_who_is_no_part_of_the_title() -> None:
    plan = plan_of(
        "UBND PHƯỜNG MẪU",
        """I. NỘI DUNG
        - Phát tờ rơi đến 100% hộ dân, do Tổ dân phố thực hiện, xong trước ngày 15/9/2026.
        - Kiểm tra 30 cơ sở, do Công an phường chủ trì, phối hợp với Phòng Kinh tế thực hiện từ ngày 16/9 \
đến ngày 30/9/2026.
        - Rà soát các dự án do Sở Tài chính thực hiện tại địa bàn, hoàn thành trước 30/11/2026.
        II. TỔ CHỨC THỰC HIỆN
        Công an phường báo cáo UBND phường kết quả trước ngày 20/10/2026.""",
    )
    assert [(task.ten, who(task), task.thoi_han.last_day) for task in tasks(plan)] == [
        ("Phát tờ rơi đến 100% hộ dân", (["Tổ dân phố"], []), date(2026, 9, 14)),
        ("Kiểm tra 30 cơ sở", (["Công an phường"], ["Phòng Kinh tế"]), date(2026, 9, 30)),
        (
            "Rà soát các dự án do Sở Tài chính thực hiện tại địa bàn",
            (["Sở Tài chính"], []),
            date(2026, 11, 29),
        ),
    ]
    assert [one.noi_nhan for one in plan.bao_cao] == ["UBND phường"]


@pytest.mark.parametrize("bullet", ["- ", ""])
def test_titles_without_numbers_over_labelled_fields(bullet: str) -> None:
    plan = plan_of(
        "SỞ CÔNG THƯƠNG",
        f"""I. MỤC TIÊU
        Tăng 10%.
        II. NHIỆM VỤ
        Bình ổn thị trường
        Kiểm tra hàng hóa
        Kiểm tra các chợ và siêu thị.
        {bullet}Chủ trì: Phòng A
        {bullet}Thời hạn: 14/02/2026
        Kết nối tiêu thụ
        {bullet}Chủ trì: Phòng B
        Thương mại điện tử
        Xây dựng gian hàng
        {bullet}Chủ trì: Phòng C
        III. TỔ CHỨC THỰC HIỆN
        Phòng A theo dõi.""",
    )
    assert [(group.ten, [task.ten for task in group.nhiem_vu]) for group in plan.nhom] == [
        ("Bình ổn thị trường", ["Kiểm tra hàng hóa", "Kết nối tiêu thụ"]),
        ("Thương mại điện tử", ["Xây dựng gian hàng"]),
    ]
    assert tasks(plan)[0].noi_dung == ["Kiểm tra các chợ và siêu thị"]
    assert [who(task)[0] for task in tasks(plan)] == [["Phòng A"], ["Phòng B"], ["Phòng C"]]


def test_a_year_broken_in_a_narrow_cell_is_one() -> None:
    page = Page()
    rows = [(30.0, ("Nhiệm vụ", "Thời hạn")), (44.0, ("Số hóa hồ sơ", "31/3/202\n6"))]
    y = page.table(100, (85, 285, 485), rows)
    page.put(LEFT, y + 40, "Trên đây là kế hoạch.")
    (made,) = [line.table for line in pdf_lines(pdf_of([page]), "x").lines if line.table]
    assert made.rows[1] == ("Số hóa hồ sơ", "31/3/2026")


def test_fields_in_the_sentences_behind_a_title_and_a_deadline_behind_its_colon() -> None:
    plan = plan_of(
        "BAN QUẢN LÝ DỰ ÁN",
        """I. NỘI DUNG VÀ TIẾN ĐỘ
        1. Chuẩn bị đầu tư
        1.1. Lập hồ sơ: từ 01/4/2026 đến 30/4/2026. Bộ phận thực hiện: Phòng Kế hoạch.
        1.2. Trình thẩm định: trước 20/5/2026. Bộ phận thực hiện: Phòng Kế hoạch; phối hợp: Phòng Kinh tế.
        2. Thi công
        2.1. Bàn giao công trình trước ngày 15/12/2026
        - Thời gian thực hiện và hoàn thành: Quý IV/2026.
        - Bộ phận thực hiện: Phòng Giám sát.
        2.2. Quyết toán trước ngày 20/12/2026
        - Bộ phận thực hiện: Phòng Tài chính.""",
    )
    assert [(task.ten, who(task), task.thoi_han.last_day) for task in tasks(plan)] == [
        ("Lập hồ sơ", (["Phòng Kế hoạch"], []), date(2026, 4, 30)),
        ("Trình thẩm định", (["Phòng Kế hoạch"], ["Phòng Kinh tế"]), date(2026, 5, 19)),
        ("Bàn giao công trình trước ngày 15/12/2026", (["Phòng Giám sát"], []), date(2026, 12, 31)),
        ("Quyết toán", (["Phòng Tài chính"], []), date(2026, 12, 19)),
    ]


def test_a_schedule_by_days_with_who_in_brackets() -> None:
    plan = plan_of(
        "UBND XÃ BÌNH MINH",
        """I. THỜI GIAN, ĐỊA ĐIỂM
        1. Thời gian: từ ngày 16/8 đến ngày 18/8/2026.
        2. Địa điểm: Đình làng.
        II. TIẾN ĐỘ THỰC HIỆN
        - Ngày 25/7/2026: Họp Ban Tổ chức (Văn phòng HĐND và UBND xã thực hiện).
        - Ngày 16/8/2026: Khai mạc Lễ hội (Ban Tổ chức chủ trì).
        III. TỔ CHỨC THỰC HIỆN
        1. Công an xã bảo đảm an ninh trật tự.
        2. Trạm Y tế xã bố trí lực lượng y tế./.""",
    )
    assert [(task.ten, who(task)[0], task.thoi_han.last_day) for task in tasks(plan)] == [
        ("Họp Ban Tổ chức", ["Văn phòng HĐND và UBND xã"], date(2026, 7, 25)),
        ("Khai mạc Lễ hội", ["Ban Tổ chức"], date(2026, 8, 16)),
    ]
    assert [other.ten for other in plan.muc_khac] == ["THỜI GIAN, ĐỊA ĐIỂM"]
    assert [one.co_quan[0].nguyen_van for one in plan.phan_cong] == ["Công an xã", "Trạm Y tế xã"]


def test_a_day_that_the_calendar_does_not_name_is_kept_for_a_person() -> None:
    plan = plan_of(
        "UBND XÃ ĐÔNG HẢI",
        """I. NHIỆM VỤ
        1. Vận động xây 05 nhà Đại đoàn kết, hoàn thành trước Tết Nguyên đán 2027.
        2. Rà soát hộ nghèo, hoàn thành trước ngày 10/12/2026.""",
    )
    first, second = tasks(plan)
    assert (first.ten, first.thoi_han.nguyen_van) == (
        "Vận động xây 05 nhà Đại đoàn kết",
        "hoàn thành trước Tết Nguyên đán 2027",
    )
    assert (first.thoi_han.kieu, first.thoi_han.last_day) == (DeadlineKind.CHUA_RO, None)
    assert second.thoi_han.last_day == date(2026, 12, 9)


HCMC = AgencyBook(
    co_quan=[
        Agency(
            id="ubnd-tp",
            ten="Ủy ban nhân dân Thành phố Hồ Chí Minh",
            viet_tat="UBND Thành phố",
            bi_danh=["UBND TP.HCM"],
            dia_danh="Thành phố Hồ Chí Minh",
        ),
        Agency(id="so-nv", ten="Sở Nội vụ"),
    ]
)
CITY = """I. NHIỆM VỤ
        1. Cắt giảm thủ tục
        - Chủ trì: UBND Thành phố.
        - Phối hợp: Sở Nội vụ.
        - Thời gian: tháng 5/2026.
        II. TỔ CHỨC THỰC HIỆN
        {0}"""


@pytest.mark.parametrize(
    ("office", "said", "lead"),
    [
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ VĨNH AN", "Sở Nội vụ theo dõi.", None),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Sở Nội vụ theo dõi.", "ubnd-tp"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "Báo cáo UBND TP.HCM trước ngày 20/12/2026.", "ubnd-tp"),
    ],
)
def test_short_names_of_the_book_mean_others_in_a_plan_of_another_place(
    office: str, said: str, lead: str | None
) -> None:
    plan = plan_of(office, CITY.format(said), HCMC)
    (task,) = tasks(plan)
    assert (task.chu_tri[0].nguyen_van, task.chu_tri[0].co_quan) == ("UBND Thành phố", lead)
    assert task.phoi_hop[0].co_quan == "so-nv"


def test_a_day_in_brackets_makes_a_season_clear() -> None:
    deadline = parse_deadline("Trước mùa mưa lũ (trước 30/8/2026)")
    assert (deadline.last_day, deadline.ghi_chu) == (date(2026, 8, 29), "Trước mùa mưa lũ")


def test_marks_under_months_or_quarters_are_the_deadline() -> None:
    def build(document: WordDocument) -> None:
        lines(document, "I. KẾ HOẠCH HOẠT ĐỘNG NĂM 2026")
        made = table(
            document,
            [
                ["TT", "Hoạt động", "Đơn vị thực hiện", "Thời gian năm 2026", "", "", ""],
                ["", "", "", "Quý I", "Quý II", "Quý III", "Quý IV"],
                ["1", "Điều tra véc tơ", "Khoa Dịch tễ", "x", "x", "", ""],
                ["2", "Tẩm màn", "Khoa Ký sinh trùng", "", "x", "", "x"],
                ["3", "Tổng kết", "Phòng Kế hoạch", "", "", "", "x"],
            ],
        )
        made.cell(0, 3).merge(made.cell(0, 6))
        for column in range(3):
            made.cell(0, column).merge(made.cell(1, column))
        centred(document, "Năm 2026")

    plan = read_docx_plan(word(build), NO_BOOK, "ke-hoach.docx")
    assert [(task.ten, task.thoi_han.nguyen_van) for task in tasks(plan)] == [
        ("Điều tra véc tơ", "Quý I và Quý II"),
        ("Tẩm màn", "Quý II và Quý IV"),
        ("Tổng kết", "Quý IV"),
    ]


def test_agencies_without_numbers_over_their_work() -> None:
    plan = plan_of(
        "UBND PHƯỜNG MẪU",
        """I. MỤC ĐÍCH
        Tạo sân chơi lành mạnh.
        II. NỘI DUNG
        Hoạt động hè diễn ra từ ngày 01/6 đến ngày 15/8/2026.
        III. PHÂN CÔNG TRÁCH NHIỆM
        Phòng Văn hóa - Xã hội
        - Tham mưu thành lập Ban Chỉ đạo hè trước ngày 20/5/2026.
        Công an phường
        - Tuần tra thường xuyên, bảo đảm an ninh trật tự.""",
    )
    assert [(who(task)[0], task.thoi_han.kieu) for task in tasks(plan)] == [
        (["Phòng Văn hóa - Xã hội"], DeadlineKind.TRUOC),
        (["Công an phường"], DeadlineKind.THUONG_XUYEN),
    ]


def test_a_name_whose_second_half_begins_small() -> None:
    plan = plan_of(
        "SỞ TƯ PHÁP",
        """I. NHIỆM VỤ
        1. Phòng Phổ biến, giáo dục pháp luật phối hợp với Sở Nội vụ biên soạn tài liệu; \
thời gian thực hiện: tháng 4/2026.
        2. Thanh tra Sở kiểm tra công tác hòa giải; thời gian thực hiện: tháng 10/2026.
        II. TỔ CHỨC THỰC HIỆN
        Các khoa báo cáo hằng quý về Phòng Kế hoạch./.""",
    )
    first, second = tasks(plan)
    assert (first.ten, who(first)) == (
        "Biên soạn tài liệu",
        (["Phòng Phổ biến, giáo dục pháp luật"], ["Sở Nội vụ"]),
    )
    assert (second.ten, who(second)) == ("Kiểm tra công tác hòa giải", (["Thanh tra Sở"], []))
    assert [one.ky for one in plan.bao_cao] == [ReportCycle.HANG_QUY]


def test_a_note_that_stands_twice_is_kept_twice() -> None:
    _, notes = take_notes("lời[footnoteRef:7] [7: một] [7: hai]")
    assert [(note.text, note.marked) for note in notes] == [("một", True), ("hai", False)]


def test_a_section_of_means_beside_a_table_of_tasks_is_no_work() -> None:
    def build(document: WordDocument) -> None:
        lines(document, "I. NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN")
        table(
            document,
            [
                ["TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian"],
                ["1", "Kiểm tra đo lường", "Chi cục Tiêu chuẩn", "Quý II, Quý IV/2026"],
            ],
        )
        lines(document, "II. GIẢI PHÁP\n1. Tăng cường chỉ đạo.\n2. Đẩy mạnh hợp tác.")

    plan = read_docx_plan(word(build), NO_BOOK, "ke-hoach.docx")
    (task,) = tasks(plan)
    assert task.thoi_han.last_day == date(2026, 12, 31)
    assert [other.ten for other in plan.muc_khac] == ["GIẢI PHÁP"]


def test_a_sentence_that_gives_the_work_right_under_its_title() -> None:
    plan = plan_of(
        "UBND TỈNH MẪU",
        """I. NHIỆM VỤ, GIẢI PHÁP
        1. Về quy hoạch
        a) Rà soát quy hoạch vùng nuôi.
        Giao Sở Xây dựng chủ trì, phối hợp với UBND các xã ven biển hoàn thành trước ngày 30/9/2026.
        b) Công bố quy hoạch.
        Giao Sở Xây dựng thực hiện trong Quý IV/2026.
        2. Về đầu tư
        a) Bố trí vốn.
        Giao Sở Tài chính thực hiện trong năm 2026.""",
    )
    assert [(group.ten, [task.ten for task in group.nhiem_vu]) for group in plan.nhom] == [
        ("Về quy hoạch", ["Rà soát quy hoạch vùng nuôi", "Công bố quy hoạch"]),
        ("Về đầu tư", ["Bố trí vốn"]),
    ]
    assert [(who(task), task.thoi_han.last_day) for task in tasks(plan)] == [
        ((["Sở Xây dựng"], ["UBND các xã ven biển"]), date(2026, 9, 29)),
        ((["Sở Xây dựng"], []), date(2026, 12, 31)),
        ((["Sở Tài chính"], []), date(2026, 12, 31)),
    ]


def test_parts_whose_titles_stand_on_the_next_line() -> None:
    plan = plan_of(
        "UBND XÃ CẨM THỦY",
        """PHẦN I
        MỤC TIÊU, YÊU CẦU
        1. Mục tiêu: Giải quyết việc làm cho 400 lao động.
        PHẦN II
        NỘI DUNG THỰC HIỆN
        I. Đào tạo nghề
        1. Khảo sát nhu cầu học nghề
        a) Cơ quan chủ trì: Phòng Văn hóa - Xã hội;
        b) Thời gian: tháng 5/2026;
        II. Giải quyết việc làm
        1. Tổ chức phiên giao dịch việc làm
        a) Cơ quan chủ trì: Phòng Kinh tế;
        b) Thời gian: Quý IV/2026.
        PHẦN III
        TỔ CHỨC THỰC HIỆN
        Các tổ công tác báo cáo kết quả về Chủ tịch UBND xã trước ngày 05/6/2026 (đợt 1) và trước ngày \
20/10/2026 (đợt 2)./.""",
    )
    assert [(group.ten, [task.ten for task in group.nhiem_vu]) for group in plan.nhom] == [
        ("Đào tạo nghề", ["Khảo sát nhu cầu học nghề"]),
        ("Giải quyết việc làm", ["Tổ chức phiên giao dịch việc làm"]),
    ]
    first = next(one for one in plan.muc if one.khoa != "nhom")
    assert (first.so_in, first.ten) == ("PHẦN I", "MỤC TIÊU, YÊU CẦU")
    assert [one.han.last_day for one in plan.bao_cao] == [date(2026, 6, 4), date(2026, 10, 19)]


@pytest.mark.parametrize("name", ["Trung tá Phan Văn Mẫu", "BS. Phan Văn Mẫu", "PGS.TS. Phan Văn Mẫu"])
def test_a_rank_or_degree_before_the_name_of_who_signs(name: str) -> None:
    text = f"1. Kiểm tra cơ sở: Công an xã, tháng 5/2026.\nTRƯỞNG CÔNG AN XÃ\nTM. TẬP THỂ\n{name}"
    plan = plan_of("CÔNG AN XÃ MẪU", f"I. NHIỆM VỤ\n{text}")
    assert plan.van_ban.nguoi_ky is not None
    assert plan.van_ban.nguoi_ky.ho_ten == name


def test_prose_about_the_content_beside_a_table_of_tasks_is_no_work() -> None:
    def build(document: WordDocument) -> None:
        lines(document, "I. ĐỐI TƯỢNG, NỘI DUNG DỰ THI\nHọc sinh lớp 8, lớp 9.\nII. LỊCH TRÌNH")
        table(
            document,
            [
                ["TT", "Thời gian", "Nội dung", "Người thực hiện"],
                ["1", "05/10/2026", "Sơ khảo", "Tổ Tin học"],
            ],
        )

    plan = read_docx_plan(word(build), NO_BOOK, "ke-hoach.docx")
    assert [task.ten for task in tasks(plan)] == ["Sơ khảo"]
    assert [other.ten for other in plan.muc_khac] == ["ĐỐI TƯỢNG, NỘI DUNG DỰ THI"]


def test_who_reports_and_on_which_two_days() -> None:
    plan = plan_of(
        "UBND TỈNH MẪU",
        """I. NHIỆM VỤ
        1. Xử lý điểm đen: Sở Xây dựng, Quý III/2026.
        II. TỔ CHỨC THỰC HIỆN
        Ban An toàn giao thông tỉnh báo cáo UBND tỉnh trước ngày 15 tháng 6 và trước ngày 15 tháng 12 \
năm 2026.
        Các tổ, giáo viên chủ nhiệm phổ biến Kế hoạch; báo cáo trước ngày 20/10/2026./.""",
    )
    assert [(one.co_quan[0].nguyen_van, one.han.last_day) for one in plan.bao_cao] == [
        ("Ban An toàn giao thông tỉnh", date(2026, 12, 14)),
        ("Các tổ, giáo viên chủ nhiệm", date(2026, 10, 19)),
    ]


DIRECTIONS = """I. NHIỆM VỤ, GIẢI PHÁP
        1. Tăng cường công tác lãnh đạo, chỉ đạo.
        2. Đẩy mạnh tuyên truyền{0}.
        II. TỔ CHỨC THỰC HIỆN
        1. Văn phòng HĐND và UBND xã
        a) Niêm yết công khai thủ tục trước ngày 15/3/2026.
        b) Báo cáo Chủ tịch UBND xã trước ngày 25 hằng tháng.
        2. Phòng Tư pháp - Hộ tịch
        Số hóa sổ hộ tịch, hoàn thành trong Quý II/2026."""


def test_duties_with_days_are_the_tasks_where_the_rest_names_directions() -> None:
    plan = plan_of("UBND XÃ TAM DÂN", DIRECTIONS.format(""))
    assert [(task.ten, who(task)[0]) for task in tasks(plan)] == [
        ("Niêm yết công khai thủ tục", ["Văn phòng HĐND và UBND xã"]),
        ("Báo cáo Chủ tịch UBND xã", ["Văn phòng HĐND và UBND xã"]),
        ("Số hóa sổ hộ tịch", ["Phòng Tư pháp - Hộ tịch"]),
    ]
    assert plan.muc_khac[0].doan == [
        "1. Tăng cường công tác lãnh đạo, chỉ đạo.",
        "2. Đẩy mạnh tuyên truyền.",
    ]


def test_a_day_among_the_directions_makes_them_tasks() -> None:
    plan = plan_of("UBND XÃ TAM DÂN", DIRECTIONS.format(", hoàn thành trước ngày 30/6/2026"))
    assert [task.ten for task in tasks(plan)] == [
        "Tăng cường công tác lãnh đạo, chỉ đạo",
        "Đẩy mạnh tuyên truyền",
    ]
    assert [len(one.viec) for one in plan.phan_cong] == [2, 1]


def test_a_letterhead_without_the_name_of_the_nation_is_no_table() -> None:
    def build(document: WordDocument) -> None:
        letterhead(
            document,
            ["PHƯỜNG TÂN BÌNH", "BAN CHẤP HÀNH", "Số: 09-KH/ĐTN"],
            ["Tân Bình, ngày 25 tháng 02 năm 2026"],
        )
        centred(document, "KẾ HOẠCH", "Tháng Thanh niên năm 2026")
        lines(document, "I. CĂN CỨ\nCác văn bản sau đây:")
        for _ in range(8):
            lines(document, "Văn bản của cấp trên về Tháng Thanh niên.")
        table(document, [["Số 12/KH-TWĐTN", "Trung ương Đoàn"], ["Số 15/KH-UBND", "Tỉnh"]])
        lines(document, "II. NHIỆM VỤ\n1. Trồng cây: Chi đoàn khu phố 3, tháng 3/2026.")

    plan = read_docx_plan(word(build), NO_BOOK, "ke-hoach.docx")
    assert plan.van_ban.ngay == date(2026, 2, 25)
    assert [one.bang for one in plan.phu_luc] == [
        [[["Số 12/KH-TWĐTN", "Trung ương Đoàn"], ["Số 15/KH-UBND", "Tỉnh"]]]
    ]
