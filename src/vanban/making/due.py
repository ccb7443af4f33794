"""When a paper of each kind is due, told from what lies on the desk. The rules stand in `compose/due.py`."""

from collections.abc import Callable

from vanban.compose import due as rules
from vanban.compose.decision import calls_for_decision, no_decision_reason
from vanban.compose.due import Due
from vanban.compose.figures import Figures, figures
from vanban.compose.plan_frame import PlanPapers
from vanban.compose.submission_route import calls_for_submission, no_submission_reason
from vanban.compose.tally import Case
from vanban.making.desk import Desk
from vanban.model.plan import Numbered, numbered
from vanban.model.progress import Progress


def until_issued(desk: Desk, _: Figures | None) -> Due:
    """What ends with the issue of the plan."""
    return rules.until_issued(desk.plan, desk.day)


def after_issue(desk: Desk, _: Figures | None) -> Due:
    """What follows the issue of the plan."""
    return rules.after_issue(desk.plan, desk.day)


def plan_decision(desk: Desk, _: Figures | None) -> Due:
    """The Quyết định that issues the plan: only where the plan has no symbol of its own."""
    symbol = desk.plan.van_ban.ky_hieu
    if symbol:
        return Due(False, f"Kế hoạch có ký hiệu riêng ({symbol}), không ban hành bằng Quyết định")
    return rules.until_issued(desk.plan, desk.day)


def submissions(desk: Desk, _: Figures | None) -> Due:
    """The Tờ trình of the tasks: whether any is due."""

    def called(item: Numbered) -> bool:
        return calls_for_submission(item) and no_submission_reason(item, desk.book) is None

    return _any(desk, rules.submission, called, "không nhiệm vụ nào cần Tờ trình")


def decisions(desk: Desk, _: Figures | None) -> Due:
    """The Quyết định of the tasks: whether any is due."""
    papers = PlanPapers(desk.plan, desk.book)

    def called(item: Numbered) -> bool:
        return calls_for_decision(item) and no_decision_reason(papers, item) is None

    return _any(desk, rules.decision, called, "kế hoạch không ghi sản phẩm nào là Quyết định")


def submission_waits(desk: Desk) -> Callable[[Numbered], str | None]:
    """Tells why the Tờ trình of a task is not due on the day of the desk; None where it is."""
    return _waits(desk, rules.submission)


def decision_waits(desk: Desk) -> Callable[[Numbered], str | None]:
    """The same for its Quyết định."""
    return _waits(desk, rules.decision)


def _waits(desk: Desk, rule: Callable[[Case], Due]) -> Callable[[Numbered], str | None]:
    told = _told(desk, rule)
    return lambda item: None if told[item.so].now else told[item.so].why


def _any(desk: Desk, rule: Callable[[Case], Due], called: Callable[[Numbered], bool], none: str) -> Due:
    """Whether the paper of any task that calls for it is due; each reason once, with its tasks."""
    told = _told(desk, rule)
    asked = {item.so: told[item.so] for item in numbered(desk.plan) if called(item)}
    if not asked:
        return Due(False, none)
    now = any(one.now for one in asked.values())
    reasons: dict[str, list[str]] = {}
    for so, one in asked.items():
        if one.now == now:
            reasons.setdefault(one.why, []).append(so)
    return Due(now, "; ".join(f"nhiệm vụ {', '.join(tasks)} {why}" for why, tasks in reasons.items()))


def _told(desk: Desk, rule: Callable[[Case], Due]) -> dict[str, Due]:
    """Of each task by its number, whether its paper is due."""
    states = desk.progress or Progress(ngay_chot=desk.day)
    return {case.so: rule(case) for case in figures(desk.plan, states, desk.day).cases}


def reminders(_: Desk, found: Figures | None) -> Due:
    """The công văn đôn đốc."""
    return rules.reminders(found)


def period_report(desk: Desk, _: Figures | None) -> Due:
    """The Báo cáo tiến độ."""
    return rules.period_report(desk.plan, desk.progress.ngay_chot if desk.progress else None, desk.day)


def summary_report(desk: Desk, found: Figures | None) -> Due:
    """The Báo cáo sơ kết."""
    return rules.summary_report(desk.plan, found, desk.day)


def invitation(desk: Desk, found: Figures | None) -> Due:
    """The giấy mời."""
    return rules.invitation(desk.plan, desk.meeting, desk.day) if found else Due(False, rules.NO_STATES)


def minutes(desk: Desk, found: Figures | None) -> Due:
    """The biên bản."""
    return rules.minutes(desk.meeting, desk.day) if found else Due(False, rules.NO_STATES)


def conclusions(desk: Desk, found: Figures | None) -> Due:
    """The thông báo kết luận."""
    return rules.conclusions(desk.meeting, desk.day) if found else Due(False, rules.NO_STATES)
