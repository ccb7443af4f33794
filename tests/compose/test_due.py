"""When the papers of a plan's life are due."""

from datetime import date

import pytest
from small_plan import CONTRADICTION, before, plan, task, who

from vanban.compose import due
from vanban.compose.figures import Figures, figures
from vanban.model.duties import ReportCycle, ReportDuty
from vanban.model.meeting import Conclusion, Meeting, PaperNumber
from vanban.model.plan import Plan, Task
from vanban.model.progress import AdjustedDeadline, ProducedPaper, Progress, TaskProgress, TaskState
from vanban.viet.deadlines import parse_deadline

DAY = date(2025, 9, 25)


def issued(on: date | None, number: int | None = 12, *, draft: bool = False) -> Plan:
    made = plan(task("t1-1"))
    paper = made.van_ban.model_copy(update={"so": number, "ngay": on, "du_thao": draft})
    return made.model_copy(update={"van_ban": paper})


@pytest.mark.parametrize(
    ("made", "now", "assign"),
    [
        (issued(None, None, draft=True), True, False),
        (issued(date(2025, 9, 20)), False, True),
        (issued(date(2025, 9, 20), draft=True), True, False),
        (issued(date(2025, 9, 10)), False, True),
        (issued(date(2025, 9, 9)), False, False),
        (issued(date(2025, 9, 26)), True, False),
        (issued(date(2025, 9, 20), None), True, False),
    ],
)
def test_the_plan_until_it_is_issued_then_its_letters(made: Plan, now: bool, assign: bool) -> None:
    assert due.until_issued(made, DAY).now is now
    assert due.after_issue(made, DAY).now is assign


def counted(one: Task, record: TaskProgress | None = None, day: date = DAY) -> Figures:
    return figures(plan(one), Progress(ngay_chot=day, tien_do=[record] if record else []), day)


def state(**more: object) -> TaskProgress:
    return TaskProgress.model_validate({"nhiem_vu": "t1-1", "trang_thai": TaskState.DANG_THUC_HIEN, **more})


OCTOBER = task("t1-1", thoi_han=before(2025, 10, 25))
LATER = AdjustedDeadline(ngay=date(2026, 3, 31), van_ban="Thông báo số 9/TB-VP")


@pytest.mark.parametrize(
    ("one", "record", "day", "now", "why"),
    [
        (OCTOBER, None, date(2025, 9, 25), True, "còn 30 ngày là đến hạn (25/10/2025)"),
        (OCTOBER, None, date(2025, 9, 24), False, "chưa đến lúc"),
        (OCTOBER, None, date(2025, 10, 28), True, "quá hạn 3 ngày"),
        (OCTOBER, state(han_dieu_chinh=LATER), date(2025, 10, 28), False, "chưa đến lúc"),
        (
            OCTOBER,
            state(san_pham_dat=[ProducedPaper(loai="Tờ trình", so_ky_hieu="9/TTr-SKHCN")]),
            DAY,
            False,
            "đã có Tờ trình số 9/TTr-SKHCN",
        ),
        (OCTOBER, state(trang_thai=TaskState.HUY), DAY, False, "đã hủy"),
        (task("t1-1", thoi_han=CONTRADICTION), None, DAY, False, "chưa rõ ngày cuối"),
    ],
)
def test_a_submission_waits_for_the_last_thirty_days(
    one: Task, record: TaskProgress | None, day: date, now: bool, why: str
) -> None:
    told = due.submission(counted(one, record, day).cases[0])
    assert told.now is now
    assert why in told.why


def test_reminders_name_what_is_late_and_what_is_near() -> None:
    assert not due.reminders(None).now
    assert not due.reminders(counted(OCTOBER)).now
    near = due.reminders(counted(OCTOBER, day=date(2025, 10, 20)))
    assert near.now
    assert "01 nhiệm vụ sắp đến hạn (1.1)" in near.why


def reporting(*duties: tuple[str, str]) -> Plan:
    return plan(task("t1-1")).model_copy(
        update={
            "dau_moi": "so-tc",
            "bao_cao": [
                ReportDuty(co_quan=[who(agency)], ky=ReportCycle.HANG_THANG, han=parse_deadline(words))
                for agency, words in duties
            ],
        }
    )


def test_a_report_is_due_in_the_week_before_the_day_that_the_plan_names() -> None:
    monthly = reporting(("so-tc", "trước ngày 25 hằng tháng"), ("so-nv", "ngày 18 hằng tháng"))
    assert due.period_report(monthly, DAY, date(2025, 9, 17)).now
    assert not due.period_report(monthly, DAY, date(2025, 9, 16)).now
    assert "24/9/2025" in due.period_report(monthly, DAY, date(2025, 9, 12)).why
    assert not due.period_report(monthly, None, date(2025, 9, 20)).now


def test_where_the_plan_names_no_day_a_report_follows_its_figures() -> None:
    silent = plan(task("t1-1"))
    assert due.period_report(silent, date(2025, 9, 25), date(2025, 10, 2)).now
    assert not due.period_report(silent, date(2025, 9, 25), date(2025, 10, 3)).now
    assert not due.period_report(silent, date(2025, 9, 26), date(2025, 9, 25)).now


@pytest.mark.parametrize(
    ("day", "now"),
    [
        (date(2025, 11, 20), False),
        (date(2025, 11, 21), True),
        (date(2025, 12, 10), True),
        (date(2025, 12, 11), False),
    ],
)
def test_the_summary_is_due_when_the_plan_sets_it(day: date, now: bool) -> None:
    made = plan(OCTOBER).model_copy(update={"so_ket": parse_deadline("đầu tháng 12 năm 2025")})
    told = due.summary_report(made, counted(OCTOBER, day=day), day)
    assert told.now is now
    assert "đầu tháng 12 năm 2025" in told.why


def test_without_a_day_the_summary_waits_for_the_last_deadline() -> None:
    made = plan(OCTOBER)
    assert not due.summary_report(made, counted(OCTOBER, day=date(2025, 10, 25)), date(2025, 10, 25)).now
    assert due.summary_report(made, counted(OCTOBER, day=date(2025, 10, 26)), date(2025, 10, 26)).now
    unclear = counted(task("t1-1", thoi_han=CONTRADICTION))
    assert not due.summary_report(made, unclear, DAY).now


def paper(kind: str, number: str) -> ProducedPaper:
    return ProducedPaper(loai=kind, so_ky_hieu=number)


@pytest.mark.parametrize(
    ("papers", "now", "why"),
    [
        ([], False, "chưa có Tờ trình nào"),
        ([paper("Tờ trình", "9/TTr-SNV")], True, "đã có Tờ trình số 9/TTr-SNV"),
        ([paper("Tờ trình", "9/TTr-SNV"), paper("Quyết định", "8/QĐ-UBND")], False, "đã có Quyết định số"),
    ],
)
def test_a_decision_follows_its_submission(papers: list[ProducedPaper], now: bool, why: str) -> None:
    told = due.decision(counted(OCTOBER, state(san_pham_dat=papers)).cases[0])
    assert told.now is now
    assert why in told.why


HELD = Meeting(ngay=date(2025, 12, 5), ket_luan=[Conclusion(noi_dung="Chốt thời hạn")])
SPOKEN = PaperNumber(so=3, ngay=date(2025, 12, 6))


@pytest.mark.parametrize(
    ("meeting", "day", "invite", "minutes", "notice"),
    [
        (None, date(2025, 12, 1), True, False, False),
        (None, date(2025, 11, 1), False, False, False),
        (HELD, date(2025, 12, 4), True, False, False),
        (HELD, date(2025, 12, 5), False, True, True),
        (HELD.model_copy(update={"ket_luan": []}), date(2025, 12, 6), False, True, False),
        (
            HELD.model_copy(update={"bien_ban": SPOKEN, "thong_bao": SPOKEN}),
            date(2025, 12, 7),
            False,
            False,
            False,
        ),
        (HELD.model_copy(update={"giay_moi": SPOKEN}), date(2025, 12, 4), False, False, False),
    ],
)
def test_papers_of_a_meeting_before_and_after_it(
    meeting: Meeting | None, day: date, invite: bool, minutes: bool, notice: bool
) -> None:
    made = plan(OCTOBER).model_copy(update={"so_ket": parse_deadline("đầu tháng 12 năm 2025")})
    assert due.invitation(made, meeting, day).now is invite
    assert due.minutes(meeting, day).now is minutes
    assert due.conclusions(meeting, day).now is notice
