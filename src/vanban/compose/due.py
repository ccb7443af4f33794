"""Which papers of a plan's life are due on a day, and why.

The decree is silent on this: the days here are custom, and a person may make any paper on any day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vanban.compose.attached import plan_name
from vanban.compose.don_doc import SOON_DAYS, urged
from vanban.compose.figures import Figures
from vanban.compose.standing import DONE, Standing
from vanban.compose.tally import Case
from vanban.model.duties import ReportDuty
from vanban.model.meeting import Meeting, PaperNumber
from vanban.model.plan import Plan
from vanban.viet.cycles import next_due
from vanban.viet.dates import short_date
from vanban.viet.numbers import padded

ASSIGN_DAYS: Final = 15
"""For how many days after the plan was issued its tasks are given out."""
SUBMIT_DAYS: Final = 30
"""How many days before the last day of a task its Tờ trình is drafted."""
REPORT_DAYS: Final = 7
"""How many days before a report is due it is drafted; as many after figures were gathered where none is."""
SUMMARY_DAYS: Final = 10
"""How many days before the sơ kết its report is drafted: the figures are gathered then."""
NO_STATES: Final = "chưa có tiến độ: thêm --progress TỆP.yaml, hoặc nhập vào sổ tiến độ"


@dataclass(frozen=True, slots=True)
class Due:
    """Whether a paper is to be made now, and why (or why not), in words for people."""

    now: bool
    why: str


def until_issued(plan: Plan, day: date) -> Due:
    """Papers that end with the issue of the plan: the plan itself and what submits it."""
    issued = _issued(plan, day)
    if issued is not None:
        return Due(False, f"đã ban hành {plan_name(plan.van_ban)} ngày {short_date(issued)}")
    number = "" if plan.van_ban.so else ", chưa có số"
    return Due(True, f"kế hoạch chưa ban hành{number}")


def after_issue(plan: Plan, day: date) -> Due:
    """Letters that give the tasks out, once the plan has its number."""
    issued = _issued(plan, day)
    if issued is None:
        return Due(False, "kế hoạch chưa ban hành, chưa có số, ngày để viện dẫn")
    if day - issued > timedelta(days=ASSIGN_DAYS):
        return Due(False, f"đã quá {ASSIGN_DAYS} ngày từ ngày ban hành ({short_date(issued)})")
    return Due(True, f"kế hoạch ban hành ngày {short_date(issued)}, giao việc ngay sau đó")


def _issued(plan: Plan, day: date) -> date | None:
    """The day of issue of a plan that was issued by `day`."""
    paper = plan.van_ban
    return paper.ngay if not paper.du_thao and paper.so and paper.ngay and paper.ngay <= day else None


def submission(case: Case) -> Due:
    """The Tờ trình of a task that calls for one."""
    if (ended := _ended(case)) is not None:
        return ended
    if (made := _produced(case, "Tờ trình")) is not None:
        return Due(False, f"đã có {made}")
    last = case.hieu_luc
    if last is None:
        return Due(False, "chưa rõ ngày cuối của thời hạn; chọn: vanban decide KẾ_HOẠCH han SỐ …")
    left = (last - case.as_of).days
    if left > SUBMIT_DAYS:
        return Due(False, f"chưa đến lúc: lập khi còn {SUBMIT_DAYS} ngày là đến hạn")
    if left < 0:
        return Due(True, f"quá hạn {-left} ngày (hạn {short_date(last)})")
    return Due(True, f"còn {left} ngày là đến hạn ({short_date(last)})")


def decision(case: Case) -> Due:
    """The Quyết định on a task: once its Tờ trình is there."""
    if (ended := _ended(case)) is not None:
        return ended
    if (made := _produced(case, "Quyết định")) is not None:
        return Due(False, f"đã có {made}")
    submitted = _produced(case, "Tờ trình")
    if submitted is None:
        return Due(False, "chưa có Tờ trình nào ghi ở tiến độ")
    return Due(True, f"đã có {submitted}")


def _ended(case: Case) -> Due | None:
    if case.tinh_trang in (*DONE, Standing.HUY):
        return Due(False, case.tinh_trang.label)
    return None


def _produced(case: Case, kind: str) -> str | None:
    """The last paper of this kind that the progress of a task tells of: "Tờ trình số 9/TTr-SKHCN"."""
    papers = case.ban_ghi.san_pham_dat if case.ban_ghi else []
    made = [paper for paper in papers if paper.loai.casefold() == kind.casefold()]
    return f"{kind} số {made[-1].so_ky_hieu or '(chưa ghi số)'}" if made else None


def reminders(found: Figures | None) -> Due:
    """The công văn đôn đốc; each agency then has its own reasons."""
    if found is None:
        return Due(False, NO_STATES)
    tasks = urged(found.cases)
    if not tasks:
        return Due(False, f"không có nhiệm vụ nào quá hạn hoặc đến hạn trong {SOON_DAYS} ngày tới")
    late = [one.case.so for one in tasks if one.left < 0]
    soon = [one.case.so for one in tasks if one.left >= 0]
    parts = [f"{padded(len(late))} nhiệm vụ quá hạn ({', '.join(late)})"] * bool(late)
    parts += [f"{padded(len(soon))} nhiệm vụ sắp đến hạn ({', '.join(soon)})"] * bool(soon)
    return Due(True, ", ".join(parts))


def period_report(plan: Plan, gathered: date | None, day: date) -> Due:
    """The Báo cáo tiến độ; `gathered` is the day of the figures, None where there are none."""
    if gathered is None:
        return Due(False, NO_STATES)
    coming = [(last, duty) for duty in _own_reports(plan) if (last := next_due(duty.han, day))]
    if coming:
        last, duty = min(coming, key=lambda one: one[0])
        words = f"hạn báo cáo tới là {short_date(last)} (“{duty.han.nguyen_van}”)"
        return Due((last - day).days <= REPORT_DAYS, words)
    silent = "kế hoạch không ghi ngày báo cáo định kỳ"
    if 0 <= (day - gathered).days <= REPORT_DAYS:
        return Due(True, f"{silent}; số liệu vừa chốt ngày {short_date(gathered)}")
    return Due(
        False, f"{silent}; số liệu chốt ngày {short_date(gathered)} đã cũ hoặc sau ngày {short_date(day)}"
    )


def _own_reports(plan: Plan) -> list[ReportDuty]:
    """The duties of the body that follows the plan up; all of them where none names it."""
    own = [duty for duty in plan.bao_cao if any(a.co_quan == plan.dau_moi for a in duty.co_quan)]
    return own or plan.bao_cao


def summary_report(plan: Plan, found: Figures | None, day: date) -> Due:
    """The Báo cáo sơ kết, by the day that the plan sets for it, else when every deadline has passed."""
    if found is None:
        return Due(False, NO_STATES)
    meeting = plan.so_ket
    if meeting is None or meeting.last_day is None:
        return _at_the_end(found, day)
    first = meeting.tu or meeting.last_day
    words = f"kế hoạch hẹn sơ kết “{meeting.nguyen_van}”"
    if day > meeting.last_day:
        return Due(False, f"{words}, đã qua; chưa báo cáo thì gọi vanban make bao-cao")
    return Due((first - day).days <= SUMMARY_DAYS, words)


def _at_the_end(found: Figures, day: date) -> Due:
    silent = "kế hoạch không hẹn ngày sơ kết"
    waiting = [case.so for case in found.cases if case.hieu_luc and case.hieu_luc >= day]
    if waiting:
        return Due(False, f"{silent}; {padded(len(waiting))} nhiệm vụ chưa đến hạn")
    if not any(case.hieu_luc for case in found.cases):
        return Due(False, f"{silent}; không nhiệm vụ nào có ngày cuối")
    return Due(True, f"{silent}; mọi thời hạn đã qua")


def invitation(plan: Plan, meeting: Meeting | None, day: date) -> Due:
    """The giấy mời: until the meeting; before its day is set, when the sơ kết draws near."""
    if meeting is not None and meeting.giay_moi.ngay is not None:
        return Due(False, f"giấy mời đã gửi ngày {short_date(meeting.giay_moi.ngay)}")
    held = meeting.ngay if meeting is not None else None
    if held is not None:
        words = f"họp ngày {short_date(held)}"
        return Due(day < held, words if day < held else f"{words}, đã qua hoặc trong ngày")
    planned = plan.so_ket
    if planned is None or planned.last_day is None:
        return Due(False, "kế hoạch không hẹn ngày sơ kết, chưa có tệp cuộc họp (--cuoc-hop)")
    first = planned.tu or planned.last_day
    now = (first - day).days <= SUMMARY_DAYS and day <= planned.last_day
    return Due(now, f"kế hoạch hẹn sơ kết “{planned.nguyen_van}”")


def minutes(meeting: Meeting | None, day: date) -> Due:
    """The biên bản: from the day of the meeting until it has its number."""
    return _held(meeting, day) or _once(meeting.bien_ban if meeting else None, "biên bản", meeting)


def conclusions(meeting: Meeting | None, day: date) -> Due:
    """The thông báo kết luận: after the meeting, once there are conclusions."""
    waiting = _held(meeting, day)
    if waiting is None and meeting is not None and not meeting.ket_luan:
        waiting = Due(False, "tệp cuộc họp chưa ghi kết luận (ket_luan)")
    return waiting or _once(meeting.thong_bao if meeting else None, "thông báo", meeting)


def _held(meeting: Meeting | None, day: date) -> Due | None:
    """Why there is nothing to write about the meeting yet; None once it was held."""
    if meeting is None:
        return Due(False, "chưa có tệp cuộc họp: thêm --cuoc-hop TỆP.yaml")
    if meeting.ngay is None:
        return Due(False, "tệp cuộc họp chưa ghi ngày họp")
    return Due(False, f"chưa họp (ngày {short_date(meeting.ngay)})") if day < meeting.ngay else None


def _once(number: PaperNumber | None, what: str, meeting: Meeting | None) -> Due:
    if number is not None and number.ngay is not None:
        return Due(False, f"{what} đã ban hành ngày {short_date(number.ngay)}")
    held = f" ngày {short_date(meeting.ngay)}" if meeting and meeting.ngay else ""
    return Due(True, f"đã họp{held}")
