"""Letters about a plan: who gets one, with which tasks."""

from datetime import date

from small_plan import BOOK, CONTRADICTION, before, plan, task, who

from vanban.compose.assignments import Bearer, assignments_of, bearers
from vanban.compose.don_doc import compose_reminder, urged
from vanban.compose.figures import Figures, figures
from vanban.compose.giao_viec import compose_assigning
from vanban.model.agency import AgencyBook
from vanban.model.deadline import Deadline
from vanban.model.follow_up import ReminderLetter
from vanban.model.plan import Plan, Task
from vanban.model.progress import (
    AdjustedDeadline,
    Difficulty,
    Progress,
    TaskProgress,
    TaskState,
)

DAY = date(2025, 9, 25)


def led_by(identity: str, *agencies: str, due: Deadline | None = None, helpers: tuple[str, ...] = ()) -> Task:
    return task(
        identity,
        chu_tri=[who(one) for one in agencies],
        phoi_hop=[who(one) for one in helpers],
        thoi_han=due or before(2025, 9, 30),
    )


PLAN = plan(
    led_by("t1-1", "so-tc", due=before(2025, 12, 31), helpers=("hdnd", "nhom")),
    led_by("t1-2", "so-nv", "so-tc", due=before(2025, 9, 1)),
    led_by("t1-3", "so-nv", helpers=("so-tc",)),
    led_by("t1-4", "so-tc", due=CONTRADICTION),
)


def named(made: Plan = PLAN, book: AgencyBook = BOOK) -> dict[str, Bearer]:
    return {one.key: one for one in bearers(made, book)}


def test_leads_come_first_and_general_groups_last() -> None:
    assert list(named()) == ["so-tc", "so-nv", "hdnd", "nhom"]


def test_the_tasks_of_an_agency_go_by_role_then_by_deadline() -> None:
    rows = assignments_of(named()["so-tc"], BOOK).nhiem_vu
    assert [(row.stt, row.so, row.vai) for row in rows] == [
        ("1", "1.2", "Chủ trì"),
        ("2", "1.1", "Chủ trì"),
        ("3", "1.4", "Chủ trì"),
        ("4", "1.3", "Phối hợp"),
    ]


def test_a_row_says_with_whom() -> None:
    rows = {row.so: row.phoi_hop for row in assignments_of(named()["so-tc"], BOOK).nhiem_vu}
    assert rows == {
        "1.2": "Cùng chủ trì: Sở Nội vụ",
        "1.1": "Hội đồng nhân dân tỉnh Mẫu; các sở, ban, ngành có liên quan",
        "1.4": "–",
        "1.3": "Chủ trì: Sở Nội vụ",
    }


def test_the_assigning_letter_counts_roles_and_asks_for_what_is_unclear() -> None:
    letter = compose_assigning(PLAN, named()["so-tc"], BOOK, day=DAY, before=date(2025, 10, 5))
    assert letter.dau_trang.co_quan_ban_hanh == ["SỞ NỘI VỤ"]
    assert letter.kinh_gui == ["Sở Tài chính"]
    assert "chủ trì 03 nhiệm vụ, phối hợp 01 nhiệm vụ; chi tiết tại Phụ lục" in letter.mo_dau
    assert "Sở Nội vụ trước ngày 05 tháng 10 năm 2025." in letter.yeu_cau[0]
    assert any("nhiệm vụ 1.4" in text for text in letter.yeu_cau)
    assert letter.noi_nhan[1] == "- Ủy ban nhân dân tỉnh Mẫu (để báo cáo);"


def test_a_superior_demands_and_reports_to_nobody() -> None:
    own = PLAN.model_copy(update={"dau_moi": "ubnd"})
    letter = compose_assigning(own, named()["so-tc"], BOOK, day=DAY)
    assert "yêu cầu Sở Tài chính triển khai" in letter.mo_dau
    assert len(letter.noi_nhan) == 2


def states(*records: TaskProgress) -> Progress:
    return Progress(ngay_chot=DAY, tien_do=list(records))


def at_work(identity: str, **changes: object) -> TaskProgress:
    fields = {"nhiem_vu": identity, "trang_thai": TaskState.DANG_THUC_HIEN, "phan_tram": 40}
    return TaskProgress.model_validate(fields | changes)


def counted(*records: TaskProgress) -> Figures:
    return figures(PLAN, states(*records), DAY)


def urged_now(*records: TaskProgress) -> list[tuple[str, int]]:
    return [(one.case.so, one.left) for one in urged(counted(*records).cases)]


def test_what_is_overdue_or_soon_due_is_urged_and_what_is_unclear_is_not() -> None:
    assert urged_now() == [("1.2", -24), ("1.3", 5)]


def test_finished_and_cancelled_tasks_are_not_urged() -> None:
    done = at_work("t1-2", trang_thai=TaskState.HOAN_THANH, phan_tram=100, ngay_hoan_thanh=DAY)
    gone = at_work("t1-3", trang_thai=TaskState.HUY)
    assert urged_now(done, gone) == []


def test_a_paused_task_past_its_day_is_urged() -> None:
    assert ("1.2", -24) in urged_now(at_work("t1-2", trang_thai=TaskState.TAM_DUNG))


def test_an_adjusted_deadline_holds_and_the_old_one_is_shown() -> None:
    later = at_work(
        "t1-2", han_dieu_chinh=AdjustedDeadline(ngay=date(2025, 9, 20), van_ban="Thông báo số 9/TB-VP")
    )
    assert urged_now(later)[0] == ("1.2", -5)
    assert reminder(later).phu_luc.nhiem_vu[0].han == "20/9/2025 (điều chỉnh; Kế hoạch ghi 01/9/2025)"


def reminder(*records: TaskProgress) -> ReminderLetter:
    found = counted(*records)
    row = next(one for one in found.by_agency if one.co_quan.co_quan == "so-tc")
    return compose_reminder(PLAN, row, found, BOOK)


def test_the_table_of_a_reminder_holds_what_was_reported_last() -> None:
    told = at_work("t1-2", kho_khan=[Difficulty(nhan="kinh phí", mo_ta="Chưa bố trí kinh phí.")])
    rows = reminder(told).phu_luc.nhiem_vu
    assert [(r.so, r.han, r.qua, r.phan_tram, r.vuong_mac) for r in rows] == [
        ("1.2", "01/9/2025", "24", "40", "Chưa bố trí kinh phí")
    ]


def test_a_task_without_a_report_says_so() -> None:
    (row,) = reminder().phu_luc.nhiem_vu
    assert (row.phan_tram, row.vuong_mac) == ("–", "Chưa có báo cáo")


def test_joint_leads_are_asked_to_report_together() -> None:
    letter = reminder()
    assert "còn 01 nhiệm vụ quá hạn (chi tiết tại Phụ lục kèm theo)" in letter.mo_dau
    assert any("nhiệm vụ 1.2 (Sở Nội vụ)" in text for text in letter.yeu_cau)
