"""The report: sentences that agree with the numbers, tables, and what stays a blank for a person."""

from datetime import date, timedelta

import pytest
from worked_example import AS_OF, BOOK, finished, plan, progress, two_things, until, with_words

from vanban.compose.bao_cao import compose_report
from vanban.compose.bao_cao_outlook import outlook
from vanban.compose.bao_cao_prose import group_comment, set_apart, summary, task_line
from vanban.compose.figures import Figures, figures
from vanban.compose.printed import unmarked_numbers
from vanban.model.agency import Agency, AgencyBook
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.document import FILL_CLOSE, FILL_OPEN, fill
from vanban.model.errors import NoPaperError, SourceError
from vanban.model.plan import Group, Plan, Task
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.model.report import ReportDocument

DAY = timedelta(days=1)
LATE, SOON = until(AS_OF - 5 * DAY), until(AS_OF + 5 * DAY)


def report() -> ReportDocument:
    return compose_report(plan(), progress(), BOOK, as_of=AS_OF)


def test_summary_of_the_worked_example_to_the_letter() -> None:
    assert report().tong_hop == (
        "Đến ngày 01 tháng 12 năm 2025, có 12/25 nhiệm vụ hoàn thành (48,0%), trong đó 07 đúng hạn, "
        "05 trễ hạn; 12 nhiệm vụ đang thực hiện, trong đó 06 nhiệm vụ quá hạn, 01 nhiệm vụ chưa xác định "
        "thời hạn; 01 nhiệm vụ chưa thực hiện. Trong 18 nhiệm vụ đến hạn, tỷ lệ hoàn thành là 66,7%."
    )


def test_table_1_of_the_worked_example() -> None:
    assert [(r.chi_tieu, r.so, r.ty_le) for r in report().bang_tong_hop] == [
        ("Tổng số nhiệm vụ", "25", "100%"),
        ("Hoàn thành", "12", "48,0% (12/25)"),
        ("- Đúng hạn", "7", "58,3% (7/12)"),
        ("- Trễ hạn", "5", "41,7% (5/12)"),
        ("Đang thực hiện", "12", "48,0% (12/25)"),
        ("- Trong hạn", "5", "41,7% (5/12)"),
        ("- Quá hạn", "6", "50,0% (6/12)"),
        ("- Chưa xác định thời hạn", "1", "8,3% (1/12)"),
        ("Chưa thực hiện", "1", "4,0% (1/25)"),
        ("Đến hạn (trước ngày 01/12/2025)", "18", "72,0% (18/25)"),
        ("- Đã hoàn thành", "12", "66,7% (12/18)"),
        ("- Quá hạn", "6", "33,3% (6/18)"),
    ]


TABLE_2 = """
Nhóm 1   3 2 1 0 0 0 0 0
Nhóm 2  11 3 2 3 2 0 1 0
Nhóm 3   4 1 1 1 1 0 0 0
Nhóm 4   1 0 0 0 1 0 0 0
Nhóm 5   1 0 0 1 0 0 0 0
Nhóm 6   4 0 1 0 2 1 0 0
Nhóm 7   1 1 0 0 0 0 0 0
Cộng    25 7 5 5 6 1 1 0
"""


def test_table_2_of_the_worked_example() -> None:
    rows = [" ".join(v for v in row.model_dump().values() if v) for row in report().bang_nhom]
    assert rows == [" ".join(line.split()) for line in TABLE_2.strip().splitlines()]


TABLE_3 = {
    "Sở Khoa học và Công nghệ": "20 5 4 4 5 1 1 0 3",
    "Ban Quản lý Khu Công nghệ cao Thành phố Hồ Chí Minh": "3 0 1 0 2 0 0 0 3",
    "Công ty Phát triển Công viên phần mềm Quang Trung": "1 0 0 0 1 0 0 0 1",
    "Sở Tài chính": "1 0 0 0 1 0 0 0 0",
    "Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh": "1 1 0 0 0 0 0 0 0",
    "Trung tâm Chuyển đổi số Thành phố Hồ Chí Minh": "1 0 0 1 0 0 0 0 3",
    "Sở Ngoại vụ": "1 1 0 0 0 0 0 0 0",
    "Cộng lượt": "28 7 5 5 9 1 1 0 –",
}


def test_table_3_of_the_worked_example_and_its_note() -> None:
    found = report()
    assert {r.ten: " ".join(list(r.model_dump().values())[1:]) for r in found.bang_co_quan} == TABLE_3
    assert "2.3, 3.2" in found.ghi_chu_co_quan
    assert "28 lượt cho 25 nhiệm vụ" in found.ghi_chu_co_quan


def test_table_4_of_the_worked_example() -> None:
    rows = report().bang_qua_han
    assert [(r.so, r.han, r.qua, r.phan_tram) for r in rows] == [
        ("2.3", "31/7/2025", "123", "60"),
        ("2.4", "31/7/2025", "123", "80"),
        ("3.2", "31/8/2025", "92", "55"),
        ("4.1", "31/8/2025", "92", "70"),
        ("6.3", "31/8/2025", "92", "80"),
        ("6.1", "30/9/2025", "62", "50"),
    ]
    assert rows[2].chu_tri == "Sở Khoa học và Công nghệ; Ban Quản lý Khu Công nghệ cao Thành phố Hồ Chí Minh"


def some(*rows: tuple[Deadline, TaskState | date | None]) -> Figures:
    """The figures of a plan of one group with these deadlines and states."""
    tasks = [Task(id=f"t{i}", ten=f"Việc {i}", thoi_han=row[0]) for i, row in enumerate(rows)]
    records = []
    for i, (_, state) in enumerate(rows):
        if isinstance(state, date):
            records.append(finished(f"t{i}", state))
        elif state:
            records.append(TaskProgress(nhiem_vu=f"t{i}", trang_thai=state))
    made = Progress(ngay_chot=AS_OF + 9 * DAY, tien_do=records)
    return figures(Plan(nhom=[Group(ten="A", nhiem_vu=tasks)]), made, AS_OF)


GOING, WAITING, PAUSED, CANCELLED = (
    TaskState.DANG_THUC_HIEN,
    TaskState.CHUA_THUC_HIEN,
    TaskState.TAM_DUNG,
    TaskState.HUY,
)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            some((SOON, GOING), (SOON, GOING)),
            "chưa có nhiệm vụ nào hoàn thành trong tổng số 02 nhiệm vụ; 02 nhiệm vụ đang thực hiện. "
            "Chưa có nhiệm vụ nào đến hạn.",
        ),
        (
            some((LATE, AS_OF - 6 * DAY), (LATE, AS_OF - 7 * DAY)),
            "có 02/02 nhiệm vụ hoàn thành (100,0%), đều đúng hạn. "
            "Trong 02 nhiệm vụ đến hạn, tỷ lệ hoàn thành là 100,0%.",
        ),
        (
            some((LATE, AS_OF), (LATE, GOING)),
            "có 01/02 nhiệm vụ hoàn thành (50,0%), trễ hạn; 01 nhiệm vụ đang thực hiện, quá hạn. "
            "Trong 02 nhiệm vụ đến hạn, tỷ lệ hoàn thành là 50,0%.",
        ),
        (
            some((two_things(), AS_OF), (SOON, PAUSED), (LATE, CANCELLED)),
            "có 01/03 nhiệm vụ hoàn thành (33,3%), chưa rõ thời hạn để đối chiếu; 01 nhiệm vụ tạm dừng; "
            "01 nhiệm vụ đã hủy. Chưa có nhiệm vụ nào đến hạn.",
        ),
        (
            some((LATE, WAITING), (LATE, WAITING), (LATE, None)),
            "chưa có nhiệm vụ nào hoàn thành trong tổng số 03 nhiệm vụ; 03 nhiệm vụ chưa thực hiện, đều quá "
            "hạn. Trong 03 nhiệm vụ đến hạn, tỷ lệ hoàn thành là 0,0%. Có 01 nhiệm vụ chưa có báo cáo "
            "của cơ quan chủ trì, được tính là chưa thực hiện (nhiệm vụ 1.3).",
        ),
        (
            some((SOON, AS_OF + DAY), (SOON, AS_OF)),
            "có 01/02 nhiệm vụ hoàn thành (50,0%), đúng hạn; 01 nhiệm vụ đang thực hiện. "
            "Chưa có nhiệm vụ nào đến hạn.",
        ),
    ],
)
def test_summary_leaves_out_what_is_nothing_and_says_what_is_the_whole(found: Figures, words: str) -> None:
    assert unmarked_numbers(summary(found)) == f"Đến ngày 01 tháng 12 năm 2025, {words}"


def test_no_sentence_of_the_worked_example_counts_zero() -> None:
    found = report()
    prose = [found.tong_hop, *(g.nhan_xet for g in found.theo_nhom), *found.kho_khan, *found.phuong_huong]
    assert not [text for text in prose if " 0 " in text or " 00 " in text]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (some((LATE, GOING)), "Nhóm có 01 nhiệm vụ, đang thực hiện, quá hạn."),
        (some((LATE, AS_OF - 6 * DAY)), "Nhóm có 01 nhiệm vụ, hoàn thành đúng hạn."),
        (
            some((LATE, AS_OF - 6 * DAY), (LATE, GOING), (SOON, GOING)),
            "Nhóm có 03 nhiệm vụ: 01 nhiệm vụ hoàn thành, đúng hạn; 02 nhiệm vụ đang thực hiện, "
            "trong đó 01 nhiệm vụ quá hạn.",
        ),
        (
            some((LATE, AS_OF - 6 * DAY), (LATE, AS_OF - 6 * DAY), (LATE, AS_OF)),
            "Nhóm có 03 nhiệm vụ, đều đã hoàn thành, trong đó 02 đúng hạn, 01 trễ hạn.",
        ),
        (
            some((LATE, AS_OF - 6 * DAY), (LATE, AS_OF - 6 * DAY)),
            "Nhóm có 02 nhiệm vụ, đều đã hoàn thành, đúng hạn.",
        ),
        (some((SOON, GOING), (SOON, GOING)), "Nhóm có 02 nhiệm vụ, đều đang thực hiện."),
        (some((LATE, WAITING), (LATE, WAITING)), "Nhóm có 02 nhiệm vụ, đều chưa thực hiện, quá hạn."),
    ],
)
def test_comment_on_a_group(found: Figures, words: str) -> None:
    assert unmarked_numbers(group_comment(found)) == words


def test_a_finished_task_is_reported_with_its_paper_in_full() -> None:
    assert report().theo_nhom[0].chi_tiet[2] == (
        "Nhiệm vụ 1.3 (Việc 1.3): hoàn thành ngày 15/10/2025, trễ hạn 15 ngày. Sản phẩm: Quyết định số "
        "1510/QĐ-UBND ngày 15 tháng 10 năm 2025 của Ủy ban nhân dân Thành phố Hồ Chí Minh ban hành sản phẩm "
        "của t1-3."
    )


def test_table_of_finished_tasks_gives_number_and_day_of_each_paper() -> None:
    rows = {row.so: (row.ngay, row.tre, row.van_ban) for row in report().bang_hoan_thanh}
    assert len(rows) == 12
    assert rows["1.3"] == ("15/10/2025", "trễ 15 ngày", "Quyết định số 1510/QĐ-UBND ngày 15/10/2025")
    assert rows["2.8"] == ("26/9/2025", "đúng hạn", "Quyết định số 269/QĐ-UBND ngày 26/9/2025")


def test_one_reading_of_an_unclear_deadline_changes_the_main_figure() -> None:
    """The sensitivity that the coordinator must know: task 2.6 read as "Trước 30/9/2025"."""
    read = plan()
    read.nhom[1].nhiem_vu[5].thoi_han = until(date(2025, 9, 29))
    found = compose_report(read, progress(), BOOK, as_of=AS_OF)
    assert "07 nhiệm vụ quá hạn" in found.tong_hop
    assert found.tong_hop.endswith("Trong 19 nhiệm vụ đến hạn, tỷ lệ hoàn thành là 63,2%.")
    assert [row.qua for row in found.bang_qua_han if row.so == "2.6"] == ["63"]


def test_a_paper_without_its_number_asks_for_it() -> None:
    states = progress()
    states.tien_do[0].san_pham_dat[0].so_ky_hieu = None
    line = compose_report(plan(), states, BOOK, as_of=AS_OF).theo_nhom[0].chi_tiet[0]
    assert fill("bổ sung số, ký hiệu") in line


def test_a_finished_task_without_paper_or_result_asks_for_them() -> None:
    found = some((LATE, AS_OF - 6 * DAY))
    record = found.cases[0].ban_ghi
    assert record is not None
    record.san_pham_dat = []
    assert FILL_OPEN in task_line(found.cases[0], BOOK)


def test_what_is_reported_of_a_later_day_is_not_told_before_it() -> None:
    found = some((LATE, AS_OF + DAY))
    record = found.cases[0].ban_ghi
    assert record is not None
    record.ket_qua = "Đã ban hành"
    line = unmarked_numbers(task_line(found.cases[0], BOOK))
    assert "Quyết định" not in line
    assert "Đã ban hành" not in line
    assert "100" not in line
    assert "đang thực hiện, quá hạn 05 ngày" in line


def test_overdue_tasks_stand_after_the_finished_ones_in_a_group() -> None:
    order = [line.split()[2] for line in report().theo_nhom[1].chi_tiet]
    assert order == ["2.1", "2.2", "2.5", "2.8", "2.11", "2.6", "2.7", "2.9", "2.10", "2.3", "2.4"]


def test_difficulties_are_gathered_by_label_and_equal_words_stand_once() -> None:
    states = with_words(progress(), "t2-3", ("Thể chế", "Thiếu quy định"), ("khác", "Mưa bão"), asks=None)
    states = with_words(
        states, "t3-2", ("thể chế", "Thiếu quy định."), ("kinh phí", "Chưa bố trí vốn"), asks=None
    )
    lines = compose_report(plan(), states, BOOK, as_of=AS_OF).kho_khan
    assert lines[1:-1] == [
        "Khó khăn về thể chế: Thiếu quy định (nhiệm vụ 2.3, 3.2).",
        "Khó khăn về kinh phí: Chưa bố trí vốn (nhiệm vụ 3.2).",
        "Khó khăn khác: Mưa bão (nhiệm vụ 2.3).",
    ]


def test_shortcomings_and_causes_frame_the_difficulties() -> None:
    lines = report().kho_khan
    assert lines[0] == (
        "Về tiến độ: còn 06 nhiệm vụ quá hạn, chiếm 33,3% số nhiệm vụ đến hạn; 05 nhiệm vụ hoàn thành nhưng "
        "trễ hạn từ 15 đến 59 ngày; 01 nhiệm vụ chưa xác định được thời hạn (nhiệm vụ 2.6)."
    )
    assert lines[-1].startswith("Nguyên nhân: " + FILL_OPEN)


def directing(*below: str) -> AgencyBook:
    """The book of the example, where these agencies stand under the addressee."""
    rows = [one.model_copy(update={"chu_quan": "ubnd"}) if one.id in below else one for one in BOOK.co_quan]
    return AgencyBook(co_quan=rows)


def test_proposals_ask_the_addressee_first_to_decide_then_to_direct() -> None:
    states = with_words(progress(), "t2-3", asks=("Hội đồng thẩm định họp sớm", "stc"))
    states = with_words(states, "t3-2", asks=("giao một đầu mối", "ubnd"))
    lines = compose_report(plan(), states, directing("stc"), as_of=AS_OF).kien_nghi
    assert lines == [
        "Kính đề nghị Ủy ban nhân dân Thành phố Hồ Chí Minh xem xét: Chọn một thời hạn thực hiện, do Kế "
        "hoạch ghi đồng thời “Trước 30/9/2025” và “Quý IV/2025” (nhiệm vụ 2.6). Giao một đầu mối (nhiệm vụ "
        "3.2).",
        "Kính đề nghị Ủy ban nhân dân Thành phố Hồ Chí Minh chỉ đạo Sở Tài chính: Hội đồng thẩm định họp sớm "
        "(nhiệm vụ 2.3).",
        "Sở Khoa học và Công nghệ kính báo cáo Ủy ban nhân dân Thành phố Hồ Chí Minh xem xét, chỉ đạo./.",
    ]


@pytest.mark.parametrize(
    ("decider", "opening"),
    [
        ("skhcn", "Sở Khoa học và Công nghệ xem xét, giải quyết theo thẩm quyền: "),
        ("bql", "Kính đề nghị Ủy ban nhân dân Thành phố Hồ Chí Minh có ý kiến với Ban Quản lý Khu "),
        ("Bộ Tài chính", "Kính đề nghị Ủy ban nhân dân Thành phố Hồ Chí Minh có ý kiến với Bộ Tài chính: "),
    ],
)
def test_nobody_is_asked_to_direct_a_body_that_is_not_below_it(decider: str, opening: str) -> None:
    states = with_words(progress(), "t2-3", asks=("Họp sớm", decider))
    assert compose_report(plan(), states, directing("stc"), as_of=AS_OF).kien_nghi[1].startswith(opening)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Lập đề án", "(Lập đề án)"),
        ("Triển khai “Bình dân học vụ số”", "(Triển khai “Bình dân học vụ số”)"),
        ("Lập đề án (giai đoạn 1)", "“Lập đề án (giai đoạn 1)”"),
        ("Lập “Đề án” (giai đoạn 1)", "‘Lập “Đề án” (giai đoạn 1)’"),
        ("Lập “Đề án ‘một’” (giai đoạn 1)", "– Lập “Đề án ‘một’” (giai đoạn 1)"),
    ],
)
def test_no_mark_around_a_name_stands_inside_it_too(title: str, printed: str) -> None:
    assert set_apart(title) == printed
    named = plan()
    for task in (named.nhom[0].nhiem_vu[0], named.nhom[1].nhiem_vu[9]):
        task.ten = title
    found = compose_report(named, progress(), BOOK, as_of=AS_OF)
    assert f"Nhiệm vụ 1.1 {printed}: " in found.theo_nhom[0].chi_tiet[0]
    assert f"nhiệm vụ 2.10 {printed}" in found.phuong_huong[2]


def printed_lines(lines: list[str]) -> list[str]:
    return [unmarked_numbers(line) for line in lines]


def test_deadlines_with_one_last_day_share_a_paragraph() -> None:
    quarter = Deadline(
        nguyen_van="Quý IV/2025",
        kieu=DeadlineKind.KHOANG,
        tu=date(2025, 10, 1),
        den=date(2025, 12, 31),
    )
    month = quarter.model_copy(update={"nguyen_van": "tháng 12/2025", "tu": date(2025, 12, 1)})
    mixed = printed_lines(outlook(some((quarter, GOING), (month, GOING), (SOON, GOING))))
    assert mixed[1:3] == [
        "Thời hạn đến ngày 06/12/2025 (còn 05 ngày): nhiệm vụ 1.3 (Việc 2).",
        "Thời hạn đến hết ngày 31/12/2025 (còn 30 ngày): nhiệm vụ 1.1 (Việc 0); nhiệm vụ 1.2 (Việc 1).",
    ]
    alike = printed_lines(outlook(some((quarter, GOING), (quarter, GOING))))
    assert len([line for line in alike if line.startswith("Thời hạn")]) == 1
    assert "uý IV" in alike[1]
    assert "(đến hết ngày 31/12/2025, còn 30 ngày)" in alike[1]


def test_outlook_presses_the_overdue_and_lists_what_has_time_left() -> None:
    lines = report().phuong_huong
    assert "(nhiệm vụ 2.3, 2.4, 3.2, 4.1, 6.1, 6.3)" in lines[0]
    assert lines[1].startswith("Bảo đảm tiến độ 06 nhiệm vụ còn trong hạn")
    assert "còn 30 ngày" in lines[2]
    assert "nhiệm vụ 2.10 (Việc 2.10)" in lines[2]
    assert lines[3] == "Xác định lại thời hạn của 01 nhiệm vụ (nhiệm vụ 2.6) để theo dõi, đôn đốc."


def test_frame_of_the_report() -> None:
    found = report()
    assert found.kinh_gui == ["Ủy ban nhân dân Thành phố Hồ Chí Minh"]
    assert found.dau_trang.so_ky_hieu.endswith("/BC-SKHCN")
    assert found.dau_trang.co_quan_ban_hanh == ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]
    assert found.trich_yeu == ("Sơ kết kết quả thực hiện Kế hoạch 100 ngày thực hiện các nhiệm vụ trọng tâm")
    assert "Phụ lục kèm theo" in found.mo_dau
    assert found.noi_nhan[0] == "- Như trên;"
    assert found.noi_nhan[-1] == "- Lưu: VT, QLKH."
    assert not [line for line in found.noi_nhan if "Khoa học và Công nghệ;" in line]
    assert FILL_OPEN in found.mo_dau
    assert found.phu_luc_kem_theo.startswith("(Kèm theo Báo cáo số …/BC-SKHCN ngày … tháng … năm 2025 của")


def test_an_issued_plan_and_an_issued_report_leave_no_blank_in_their_numbers() -> None:
    issued = plan()
    issued.van_ban.so, issued.van_ban.ngay = 5000, date(2025, 6, 27)
    found = compose_report(
        issued, progress(), BOOK, as_of=AS_OF, number=9, day=date(2025, 12, 3), draft=False
    )
    assert "Kế hoạch số 5000/KH-UBND ngày 27 tháng 6 năm 2025 của Ủy ban nhân dân" in found.mo_dau
    assert FILL_CLOSE not in found.mo_dau
    assert found.dau_trang.so_ky_hieu == "Số: 09/BC-SKHCN"
    assert found.phu_luc_kem_theo == (
        "(Kèm theo Báo cáo số 09/BC-SKHCN ngày 03 tháng 12 năm 2025 của Sở Khoa học và Công nghệ)"
    )


def test_figures_of_another_day_than_the_reports_say_so() -> None:
    late = compose_report(plan(), progress(), BOOK, as_of=AS_OF + 3 * DAY)
    assert "theo số liệu các cơ quan báo cáo đến ngày 01 tháng 12 năm 2025" in late.mo_dau
    assert "theo số liệu" not in report().mo_dau


def test_appendix_has_every_task_in_the_order_of_the_plan() -> None:
    rows = report().phu_luc
    assert [r.so for r in rows][9:15] == ["2.7", "2.8", "2.9", "2.10", "2.11", "3.1"]
    assert len(rows) == 25
    assert rows[8].tinh_trang == "Đang thực hiện (45%), chưa xác định thời hạn"


def test_nobody_overdue_is_said_in_words_and_has_no_table() -> None:
    on_time = plan()
    for group in on_time.nhom:
        for task in group.nhiem_vu:
            task.thoi_han = Deadline(nguyen_van="thường xuyên", kieu=DeadlineKind.THUONG_XUYEN)
    found = compose_report(on_time, progress(), BOOK, as_of=AS_OF)
    assert found.qua_han_mo_dau == "Đến ngày 01 tháng 12 năm 2025, không có nhiệm vụ quá hạn."
    assert found.bang_qua_han == []
    assert found.kho_khan[0] == "Không có nhiệm vụ quá hạn hoặc hoàn thành trễ hạn."


def test_a_plan_without_coordinator_has_no_report() -> None:
    with pytest.raises(NoPaperError, match="đầu mối"):
        compose_report(plan().model_copy(update={"dau_moi": None}), progress(), BOOK, as_of=AS_OF)


def test_a_coordinator_outside_the_book_is_named() -> None:
    with pytest.raises(SourceError, match="so-la"):
        compose_report(plan().model_copy(update={"dau_moi": "so-la"}), progress(), BOOK, as_of=AS_OF)


def test_an_issuer_that_follows_its_own_plan_up_reports_to_the_body_above() -> None:
    alone = plan().model_copy(update={"dau_moi": None})
    with pytest.raises(NoPaperError, match="không rõ ai báo cáo"):
        compose_report(alone, progress(), BOOK, as_of=AS_OF)
    above = Agency(id="thanh-uy", ten="Thành ủy")
    found = compose_report(alone, progress(), BOOK, as_of=AS_OF, to=above)
    assert found.kinh_gui == ["Thành ủy"]
    assert found.dau_trang.so_ky_hieu.endswith("/BC-UBND")
