"""When a paper of each kind is due, told from what lies on the desk. The rules stand in `compose/due.py`."""

from collections.abc import Callable

from vanban.compose import due as rules
from vanban.compose.due import Due
from vanban.compose.figures import Figures, figures
from vanban.compose.submission_route import calls_for_submission, no_submission_reason
from vanban.making.desk import Desk
from vanban.model.plan import Numbered, numbered
from vanban.model.progress import Progress


def until_issued(desk: Desk, _: Figures | None) -> Due:
    """What ends with the issue of the plan."""
    return rules.until_issued(desk.plan, desk.day)


def after_issue(desk: Desk, _: Figures | None) -> Due:
    """What follows the issue of the plan."""
    return rules.after_issue(desk.plan, desk.day)


def submissions(desk: Desk, _: Figures | None) -> Due:
    """The Tờ trình of the tasks: whether any is due."""
    told = _told(desk)
    called = {
        item.so: told[item.so]
        for item in numbered(desk.plan)
        if calls_for_submission(item) and no_submission_reason(item, desk.book) is None
    }
    if not called:
        return Due(False, "không nhiệm vụ nào cần Tờ trình")
    now = any(one.now for one in called.values())
    reasons: dict[str, list[str]] = {}
    for so, one in called.items():
        if one.now == now:
            reasons.setdefault(one.why, []).append(so)
    return Due(now, "; ".join(f"nhiệm vụ {', '.join(tasks)} {why}" for why, tasks in reasons.items()))


def waiting(desk: Desk) -> Callable[[Numbered], str | None]:
    """Tells why the Tờ trình of a task is not due on the day of the desk; None where it is."""
    told = _told(desk)
    return lambda item: None if told[item.so].now else told[item.so].why


def _told(desk: Desk) -> dict[str, Due]:
    """Of each task by its number, whether its Tờ trình is due."""
    states = desk.progress or Progress(ngay_chot=desk.day)
    return {case.so: rules.submission(case) for case in figures(desk.plan, states, desk.day).cases}


def reminders(_: Desk, found: Figures | None) -> Due:
    """The công văn đôn đốc."""
    return rules.reminders(found)


def period_report(desk: Desk, _: Figures | None) -> Due:
    """The Báo cáo tiến độ."""
    return rules.period_report(desk.plan, desk.progress.ngay_chot if desk.progress else None, desk.day)


def summary_report(desk: Desk, found: Figures | None) -> Due:
    """The Báo cáo sơ kết."""
    return rules.summary_report(desk.plan, found, desk.day)
