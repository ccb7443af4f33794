"""The plan's own workbook: plan → .xlsx → plan, and what a coordinator changes in it."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from plans_at_random import plans

from vanban.compose.plan_workbook import compose_workbook
from vanban.model.agency import AgencyBook
from vanban.model.deadline import DeadlineKind
from vanban.model.errors import SourceError
from vanban.model.plan import Plan, Task
from vanban.model.plan_form import RECORD_SHEETS, TASK_COLUMNS
from vanban.office.xlsx import write_workbook
from vanban.read.workbook.plan import read_xlsx_plan


def as_file(plan: Plan) -> bytes:
    return write_workbook(compose_workbook(plan))


def read(data: bytes, book: AgencyBook) -> Plan:
    return read_xlsx_plan(data, book, where="kế hoạch.xlsx")


def test_the_sample_plan_comes_back_whole(plan, book):
    assert read(as_file(plan), book) == plan


def test_every_key_of_a_record_has_a_column():
    for sheet in RECORD_SHEETS:
        shape = Plan.model_fields[sheet.key].annotation.__args__[0]
        assert set(shape.model_fields) - {c.key for c in sheet.columns} <= {"dong"}, sheet.name
    shown = {c.key for c in TASK_COLUMNS}
    assert set(Task.model_fields) - shown == {"ten_nguyen_van", "dong", "truong", "chu_thich"}


def test_a_decision_is_added(desk, book):
    desk.file["Quyết định"].append(
        [
            "bỏ qua phát hiện",
            "t1-1",
            "ke-hoach.so-trung",
            None,
            None,
            None,
            "đã biết",
            "Lê Thử",
            date(2025, 7, 1),
        ]
    )
    (decision,) = read(desk.save(), book).quyet_dinh
    assert (decision.loai, decision.ma, decision.ngay) == ("bo_qua", "ke-hoach.so-trung", date(2025, 7, 1))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_any_plan_comes_back_whole(plan):
    assert read(as_file(plan), AgencyBook()) == plan


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_another_program_may_save_it(plan):
    """What is read and written anew by another program, with other ways of storing text, is the same."""
    buffer = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(as_file(plan))).save(buffer)
    assert read(buffer.getvalue(), AgencyBook()) == plan


class Desk:
    """The workbook of the sample plan on a coordinator's desk."""

    def __init__(self, plan: Plan) -> None:
        self.file = openpyxl.load_workbook(io.BytesIO(as_file(plan)))
        self.tasks = self.file["Nhiệm vụ"]

    def column(self, heading: str, sheet: str = "Nhiệm vụ") -> int:
        return next(c.column for c in self.file[sheet][1] if c.value == heading)

    def row(self, task_id: str) -> int:
        return next(c.row for c in self.tasks["B"] if c.value == task_id)

    def put(self, task_id: str, heading: str, value) -> None:
        self.tasks.cell(self.row(task_id), self.column(heading)).value = value

    def save(self) -> bytes:
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()


@pytest.fixture
def desk(plan) -> Desk:
    return Desk(plan)


def task_of(plan: Plan, task_id: str):
    return next(t for g in plan.nhom for t in g.nhiem_vu if t.id == task_id)


def test_changed_words_land_in_their_field(desk, plan, book):
    desk.put("t1-1", "Tên nhiệm vụ", "Tổ chức hội nghị")
    desk.put("t1-1", "Thời hạn", "Trước ngày 01/9/2025")
    desk.put("t1-1", "Cơ quan chủ trì", "Sở KH&CN\nSở Nội vụ")
    desk.put("t1-1", "Sản phẩm", "Kế hoạch\nBáo cáo")
    new = read(desk.save(), book)
    task, old = task_of(new, "t1-1"), task_of(plan, "t1-1")
    assert task.ten == "Tổ chức hội nghị"
    assert (task.thoi_han.kieu, task.thoi_han.den) == (DeadlineKind.TRUOC, date(2025, 8, 31))
    assert [a.co_quan for a in task.chu_tri] == ["so-khcn", "so-noi-vu"]
    assert [p.loai.value for p in task.san_pham] == ["ke_hoach", "bao_cao"]
    assert (task.noi_dung, task.tham_quyen, task.phoi_hop) == (old.noi_dung, old.tham_quyen, old.phoi_hop)
    others = [t for g in new.nhom for t in g.nhiem_vu if t.id != "t1-1"]
    assert others == [t for g in plan.nhom for t in g.nhiem_vu if t.id != "t1-1"]


def test_a_line_that_stays_keeps_what_the_cell_does_not_show(desk, plan, book):
    old = task_of(plan, "t3-2").chu_tri
    assert old[0].pham_vi
    desk.put("t3-2", "Cơ quan chủ trì", "\n".join([old[0].nguyen_van, "Sở Nội vụ"]))
    new = task_of(read(desk.save(), book), "t3-2").chu_tri
    assert new[0] == old[0]
    assert [a.co_quan for a in new[1:]] == ["so-noi-vu"]


def test_days_settle_a_contradictory_deadline(desk, plan, book):
    unclear = next(t for g in plan.nhom for t in g.nhiem_vu if t.thoi_han.kieu is DeadlineKind.MAU_THUAN)
    desk.put(unclear.id, "Đến ngày", date(2025, 9, 30))
    task = task_of(read(desk.save(), book), unclear.id)
    assert (task.thoi_han.kieu, task.thoi_han.den) == (DeadlineKind.DEN, date(2025, 9, 30))
    assert task.thoi_han.nguyen_van == unclear.thoi_han.nguyen_van


def test_rows_are_added_removed_and_moved(desk, plan, book):
    gone, moved = desk.row("t2-3"), desk.row("t1-1")
    cells = [c.value for c in desk.tasks[moved]]
    desk.tasks.delete_rows(gone)
    desk.tasks.delete_rows(moved)
    last = desk.tasks.max_row + 1
    for number, value in enumerate(cells, start=1):
        desk.tasks.cell(last, number).value = value
    desk.tasks.cell(last + 1, desk.column("Tên nhiệm vụ")).value = "Việc mới"
    desk.tasks.cell(last + 1, desk.column("Thời hạn")).value = "tháng 9/2025"
    new = read(desk.save(), book)
    ids = [[t.id for t in g.nhiem_vu] for g in new.nhom]
    assert "t1-1" not in ids[0]
    assert "t2-3" not in ids[1]
    assert ids[-1] == ["t7-1", "t1-1", "t7-2"]
    assert task_of(new, "t1-1") == task_of(plan, "t1-1")
    assert task_of(new, "t7-2").thoi_han.den == date(2025, 9, 30)


def test_an_id_is_never_used_again(desk, book):
    desk.tasks.delete_rows(desk.row("t7-1"))
    desk.tasks.cell(desk.tasks.max_row + 1, desk.column("Tên nhiệm vụ")).value = "Việc mới"
    assert [t.id for t in read(desk.save(), book).nhom[-1].nhiem_vu] == ["t7-2"]


def test_rows_that_were_cleared_are_gone(desk, plan, book):
    row = desk.row("t7-1")
    for number in range(2, desk.column("Khóa")):
        desk.tasks.cell(row, number).value = None
    grounds = desk.file["Căn cứ"]
    for number in range(1, desk.column("Khóa", "Căn cứ")):
        grounds.cell(2, number).value = None
    new = read(desk.save(), book)
    assert new.nhom[-1].nhiem_vu == []
    assert new.can_cu == plan.can_cu[1:]


def test_a_task_that_lost_all_its_words_is_told(desk, book):
    row = desk.row("t7-1")
    for number in range(3, desk.column("Khóa")):
        desk.tasks.cell(row, number).value = None
    with pytest.raises(SourceError, match="t7-1” không còn chữ nào"):
        read(desk.save(), book)


def test_a_new_group(desk, book):
    last = desk.tasks.max_row + 1
    desk.tasks.cell(last, 1).value = "Nhóm"
    desk.tasks.cell(last, desk.column("Tên nhiệm vụ")).value = "Nhóm mới"
    desk.tasks.cell(last + 1, desk.column("Tên nhiệm vụ")).value = "Việc mới"
    group = read(desk.save(), book).nhom[-1]
    assert (group.ten, [t.id for t in group.nhiem_vu]) == ("Nhóm mới", ["t8-1"])


def test_paper_grounds_and_paragraphs(desk, plan, book):
    paper = desk.file["Kế hoạch"]
    for row in paper.iter_rows():
        if row[0].value == "Số":
            row[1].value = 125
        if row[0].value == "Ngày ban hành":
            row[1].value = date(2025, 7, 1)
        if row[0].value == "Họ và tên người ký":
            row[1].value = "Lê Văn Thử"
        if row[0].value == "Nơi nhận":
            row[1].value = "- Như trên;\n- Sở Nội vụ."
    grounds = desk.file["Căn cứ"]
    grounds.delete_rows(2)
    grounds.cell(grounds.max_row + 1, 1).value = "Luật Tổ chức chính quyền địa phương năm 2025"
    aims = desk.file["Mục tiêu, yêu cầu"]
    aims.append(["Yêu cầu", "Rõ người, rõ việc."])
    new = read(desk.save(), book)
    assert (new.van_ban.so, new.van_ban.ngay) == (125, date(2025, 7, 1))
    assert new.van_ban.nguoi_ky is not None
    assert new.van_ban.nguoi_ky.ho_ten == "Lê Văn Thử"
    assert new.van_ban.noi_nhan == ["Như trên", "Sở Nội vụ"]
    assert new.can_cu[:-1] == plan.can_cu[1:]
    assert new.can_cu[-1].nguyen_van.startswith("Luật Tổ chức")
    assert new.yeu_cau == ["Rõ người, rõ việc."]
    assert new.muc_tieu == plan.muc_tieu


def test_all_faults_are_told_at_once_with_sheet_and_cell(desk, book):
    desk.put("t1-1", "Từ ngày", "30/02/2025")
    desk.put("t1-2", "Mã", "t1-3")
    desk.tasks.cell(1, desk.tasks.max_column + 1).value = "Ghi chu"
    desk.file["Kế hoạch"]["B3"].value = "một trăm"
    desk.file["Quyết định"].append(["bỏ quên", "t1-1"])
    desk.file["Quyết định"].append(["chốt thời hạn", "t1-1"])
    with pytest.raises(SourceError) as caught:
        read(desk.save(), book)
    said = str(caught.value)
    for words in (
        "trang “Nhiệm vụ”, ô G3: “30/02/2025” không phải ngày có thật",
        "mã nhiệm vụ “t1-3” trùng với ô B4",
        "cột “Ghi chu” không có trong mẫu; có phải “Ghi chú”?",
        "trang “Kế hoạch”, ô B3: “một trăm” không phải số nguyên",
        "trang “Quyết định”, ô A2: “bỏ quên” không có trong danh sách",
        "trang “Quyết định”, ô A3: quyết định loại han còn thiếu: “Giá trị”",
    ):
        assert words in said, said


def test_days_in_the_wrong_order_are_a_fault(desk, book):
    desk.put("t1-1", "Từ ngày", date(2026, 1, 1))
    with pytest.raises(SourceError, match="ngày đầu 2026-01-01 sau ngày cuối"):
        read(desk.save(), book)


def test_the_visible_sheets_alone_make_a_plan(desk, plan, book):
    del desk.file["_du_lieu"]
    new = read(desk.save(), book)
    old_tasks = [t for g in plan.nhom for t in g.nhiem_vu]
    new_tasks = [t for g in new.nhom for t in g.nhiem_vu]
    assert [t.id for t in new_tasks] == [t.id for t in old_tasks]
    assert [t.ten for t in new_tasks] == [t.ten for t in old_tasks]
    assert [t.thoi_han.den for t in new_tasks] == [t.thoi_han.den for t in old_tasks]
    assert [[a.co_quan for a in t.chu_tri] for t in new_tasks] == [
        [a.co_quan for a in t.chu_tri] for t in old_tasks
    ]


def test_a_damaged_hidden_sheet_is_told(desk, book):
    desk.file["_du_lieu"]["A2"].value = "{"
    with pytest.raises(SourceError, match="_du_lieu"):
        read(desk.save(), book)
