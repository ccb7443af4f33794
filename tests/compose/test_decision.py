"""Decisions that issue a plan or the paper of a task, and the Tờ trình for the plan."""

from datetime import date

import pytest
from small_plan import BOOK, CONTRADICTION, plan, role, task, who

from vanban.compose.decision import issued_draft, no_decision_reason, plan_decision, task_decision
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.plan_frame import PlanPapers
from vanban.compose.plan_submission import compose_plan_submission
from vanban.model.document import unmarked
from vanban.model.errors import NoPaperError
from vanban.model.plain import PlainDocument
from vanban.model.plan import Plan, RoleKind, numbered

DAY = date(2025, 12, 1)


def words(document: PlainDocument) -> list[str]:
    return [unmarked(block.chu) for block in document.than]


def first(made: Plan) -> PlainDocument:
    return task_decision(made, numbered(made)[0], BOOK).document(DAY)


def test_the_articles_name_the_paper_its_day_and_who_carries_it_out() -> None:
    made = first(plan(task("t1-1", chu_tri=[who("so-nv")], phoi_hop=[who("so-tc"), who("nhom")])))
    assert made.tham_quyen == "ỦY BAN NHÂN DÂN TỈNH MẪU"
    one, two, three = words(made)
    assert one == "Ban hành kèm theo Quyết định này Kế hoạch số hóa tài liệu lưu trữ đến năm 2030."
    assert two == "Quyết định này có hiệu lực kể từ ngày ký."
    assert three == (
        "Chánh Văn phòng Ủy ban nhân dân tỉnh Mẫu; Thủ trưởng các cơ quan: Sở Nội vụ, Sở Tài chính và các cơ "
        "quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."
    )
    assert made.noi_nhan[0] == "- Như Điều 3;"


def test_the_decision_rests_on_the_submission_whose_number_nobody_knows_yet() -> None:
    made = first(plan(task("t1-1", chu_tri=[who("so-nv")])))
    assert unmarked(made.can_cu[-1]).endswith("tại Tờ trình số [số]/TTr-SNV ngày [ngày, tháng, năm].")


def test_what_is_replaced_is_said_only_where_the_plan_says_it() -> None:
    old = "Quyết định số 9/QĐ-UBND ngày 01 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh Mẫu"
    content = [f"Ban hành Kế hoạch số hóa (thay thế {old})."]
    assert f"thay thế {old}" in words(first(plan(task("t1-1", noi_dung=content))))[1]


def test_no_decision_where_another_body_decides() -> None:
    roles = [role(RoleKind.BAN_HANH, who("hdnd"), of="Kế hoạch")]
    made = plan(task("t1-1", tham_quyen=roles))
    reason = no_decision_reason(PlanPapers(made, BOOK), numbered(made)[0])
    assert reason is not None
    with pytest.raises(NoPaperError, match="không lập Quyết định"):
        task_decision(made, numbered(made)[0], BOOK)


def test_the_draft_that_comes_with_it_says_what_issues_it_and_has_no_number() -> None:
    made = plan(task("t1-1"))
    item = numbered(made)[0]
    draft = issued_draft(task_decision(made, item, BOOK), item, day=DAY)
    assert draft is not None
    assert unmarked(draft.kem_theo).startswith("(Kèm theo Quyết định số [số]/QĐ-UBND ngày [ngày, tháng, năm]")
    assert any("số hóa tài liệu" in text for text in words(draft))


def test_the_plan_that_a_decision_issues_says_so_above_every_appendix() -> None:
    made = plan(task("t1-1"))
    decision = plan_decision(made, BOOK)
    issued = compose_plan(made, BOOK, day=DAY, issued_by=decision.cited)
    assert issued.kem_theo == f"(Kèm theo {decision.cited})"
    assert issued.phan_cong is not None
    assert issued.phan_cong.kem_theo == issued.kem_theo


def test_the_submission_asks_about_what_the_plan_leaves_open() -> None:
    made = plan(task("t1-1"), task("t1-2", ten="Kho số", thoi_han=CONTRADICTION), task("t1-3", chu_tri=[]))
    text = "\n".join(words(compose_plan_submission(made, BOOK, day=DAY)))
    assert "gồm 01 nhóm với 03 nhiệm vụ" in text
    assert "Nhiệm vụ 1.2 “Kho số”: thời hạn là" in text
    assert "Nhiệm vụ 1.3" in text
    assert "Nhiệm vụ 1.1 “" not in text


def test_a_plan_that_only_its_issuer_follows_up_is_submitted_by_nobody() -> None:
    alone = plan(task("t1-1")).model_copy(update={"dau_moi": None})
    with pytest.raises(NoPaperError):
        compose_plan_submission(alone, BOOK, day=DAY)
