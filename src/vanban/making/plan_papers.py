"""Papers of the plan itself and of its tasks."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from vanban.compose.casing import in_capitals
from vanban.compose.heads import unknown_issuer
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.submission_route import calls_for_submission, no_submission_reason, route
from vanban.compose.to_trinh import compose_submission
from vanban.making.paper import Batch, Paper, Skipped, write_paper
from vanban.model.agency import AgencyBook
from vanban.model.errors import UsageError
from vanban.model.finding import Severity
from vanban.model.plan import Numbered, Plan, numbered
from vanban.plan_checking import judge

NOT_ASKED = "có văn bản phải ban hành nhưng kế hoạch không ghi Tờ trình; cần thì gọi --task SỐ"
"""Why a task with an issuing document still gets no Tờ trình unless a person asks."""


def make_plan(
    plan: Plan,
    book: AgencyBook,
    out: Path,
    *,
    day: date,
    templates: Path | None = None,
    shares: bool = True,
) -> Paper:
    """Makes the Kế hoạch; a final one is reminded of the faults that the plan still has.

    `shares` adds the appendix of tasks by agency.
    """
    document = compose_plan(plan, book, day=day, shares=shares)
    judged = [] if plan.van_ban.du_thao else judge(plan, book).findings
    faults = [finding for finding in judged if finding.muc is Severity.LOI]
    remarks = [f"Bản chính thức mà kế hoạch còn {len(faults)} lỗi: chạy vanban check để xem"] * bool(faults)
    remarks += [
        f"“{name}” viết hoa trong kế hoạch, ở bậc này phải viết thường; đọc lại tên riêng trong đó"
        for name in in_capitals(plan)
    ]
    return write_paper(document, "ke-hoach", out, templates, [*remarks, *unknown_issuer(plan, book)])


def make_submission(
    plan: Plan, item: Numbered, book: AgencyBook, out: Path, *, day: date, templates: Path | None = None
) -> Paper:
    """Makes the Tờ trình of one task; NoPaperError if the task calls for none."""
    document = compose_submission(plan, item, book, day=day)
    remarks = number_remarks(plan, item) + [
        f"Thẩm quyền còn ghi “{words}”, Tờ trình này chưa đưa vào" for words in route(item, book).left_out
    ]
    return write_paper(document, f"to-trinh-{item.so}", out, templates, remarks)


def make_submissions(
    plan: Plan,
    book: AgencyBook,
    out: Path,
    *,
    day: date,
    templates: Path | None = None,
    done: Callable[[Paper], None] = lambda _: None,
    wait: Callable[[Numbered], str | None] | None = None,
) -> Batch:
    """Makes a Tờ trình for every task that calls for one, and says why the others get none.

    `wait` gives the reason why that of a task is not made yet, or None.
    """
    batch = Batch()
    for item in numbered(plan):
        reason = no_submission_reason(item, book)
        if reason is None and not calls_for_submission(item):
            reason = NOT_ASKED
        if reason is None and wait is not None:
            reason = wait(item)
        if reason is not None:
            batch.skipped.append(Skipped("Tờ trình cho nhiệm vụ", item.so, reason))
            continue
        paper = make_submission(plan, item, book, out, day=day, templates=templates)
        batch.papers.append(paper)
        done(paper)
    return batch


def find_task(plan: Plan, key: str) -> Numbered:
    """The task with this number (as counted anew) or this id; UsageError names what there is."""
    tasks = numbered(plan)
    found = next((t for t in tasks if key in (t.so, t.nhiem_vu.id)), None)
    if found is not None:
        return found
    printed = [t for t in tasks if key and (t.nhiem_vu.so_in or "").rstrip(".") == key]
    hint = f"; số {key} in trong bản gốc nay là {', '.join(t.so for t in printed)}" if printed else ""
    raise UsageError(
        f"không có nhiệm vụ “{key}” trong kế hoạch{hint}",
        next_step=f"dùng một trong các số: {', '.join(t.so for t in tasks)}",
    )


def renumbering(item: Numbered) -> str:
    """The sentence that tells which number the source printed for a task."""
    return f"Nhiệm vụ {item.so} (đếm lại) trong bản gốc in số: {item.renumbered_from}"


def number_remarks(plan: Plan, item: Numbered) -> list[str]:
    """What a person must know who took the number from the source: it may mean another task there."""
    others = [t for t in numbered(plan) if t.renumbered_from == item.so]
    return [renumbering(item)] * bool(item.renumbered_from) + [
        f"Số {item.so} in trong bản gốc là nhiệm vụ khác, nay đếm lại là {other.so}" for other in others
    ]
