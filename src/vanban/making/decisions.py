"""Decisions that issue the plan or the paper of a task, each with what it issues in a folder of its own."""

from collections.abc import Callable

from vanban.compose.decision import (
    calls_for_decision,
    issued_draft,
    no_decision_reason,
    plan_decision,
    task_decision,
)
from vanban.compose.heads import unknown_issuer
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.plan_frame import PlanPapers
from vanban.compose.plan_submission import compose_plan_submission
from vanban.making.desk import Desk
from vanban.making.paper import Batch, Paper, Skipped, write_paper
from vanban.making.plan_papers import number_remarks
from vanban.model.plan import Numbered, numbered

DECISION = "Quyết định cho nhiệm vụ"
NOT_ASKED = "kế hoạch không ghi sản phẩm là Quyết định; cần thì gọi --task SỐ"


def make_plan_submission(desk: Desk) -> Batch:
    """The Tờ trình for the plan itself."""
    document = compose_plan_submission(desk.plan, desk.book, day=desk.day)
    remarks = unknown_issuer(desk.plan, desk.book)
    return Batch([write_paper(document, "to-trinh-ke-hoach", desk.out, desk.templates, remarks)])


def make_plan_decision(desk: Desk) -> Batch:
    """The Quyết định that issues the plan, and the plan as it comes with it."""
    decision = plan_decision(desk.plan, desk.book)
    plan = compose_plan(desk.plan, desk.book, day=desk.day, shares=desk.shares, issued_by=decision.cited)
    remarks = unknown_issuer(desk.plan, desk.book)
    papers = [
        write_paper(decision.document(desk.day), "quyet-dinh-ke-hoach", desk.out, desk.templates, remarks),
        write_paper(plan, "ke-hoach-kem-quyet-dinh", desk.out, desk.templates),
    ]
    return Batch(papers, remarks=[_joining(papers)])


def make_decisions(desk: Desk, *, wait: Callable[[Numbered], str | None] | None = None) -> Batch:
    """A Quyết định for the task that the person named, else for every task whose plan names one.

    `wait` gives the reason why that of a task is not made yet, or None. NoPaperError for a task that was
    named and has none.
    """
    if desk.one_task is not None:
        return Batch(_of_task(desk, desk.one_task))
    papers = PlanPapers(desk.plan, desk.book)
    batch = Batch()
    for item in numbered(desk.plan):
        reason = no_decision_reason(papers, item)
        if reason is None and not calls_for_decision(item):
            reason = NOT_ASKED
        if reason is None and wait is not None:
            reason = wait(item)
        if reason is not None:
            batch.skipped.append(Skipped(DECISION, item.so, reason))
            continue
        batch.papers += _of_task(desk, item)
    return batch


def _of_task(desk: Desk, item: Numbered) -> list[Paper]:
    decision = task_decision(desk.plan, item, desk.book)
    remarks = number_remarks(desk.plan, item)
    name = f"quyet-dinh-{item.so}"
    made = [write_paper(decision.document(desk.day), name, desk.out, desk.templates, remarks)]
    draft = issued_draft(decision, item, day=desk.day)
    if draft is not None:
        made.append(write_paper(draft, f"{name}-kem-theo", desk.out, desk.templates))
    return made


def _joining(papers: list[Paper]) -> str:
    files = " ".join(str(paper.docx) for paper in papers)
    return f"Ghép thành một PDF: vanban publish {files} -o {papers[0].pdf}"
