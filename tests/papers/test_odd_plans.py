"""Plans that nobody would write on purpose: each still makes a paper, or is refused with a next step."""

from datetime import date

import pytest
from small_plan import BOOK, plan, role, task, who

from vanban import workflow
from vanban.compose.bao_cao import compose_report
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.submission_route import no_submission_reason
from vanban.compose.to_trinh import compose_submission
from vanban.model.agency import AgencyBook, Signer
from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.model.errors import NoPaperError
from vanban.model.finding import Finding, Severity
from vanban.model.plan import Group, Plan, RoleKind, Task, numbered
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.viet.deadlines import parse_deadline
from vanban.word.observe import observe

DAY = date(2025, 12, 1)


def paper_of(made: Plan, book: AgencyBook = BOOK) -> tuple[str, list[Finding]]:
    """All words of the Kế hoạch, and the faults that its own check finds."""
    data = workflow.build_docx(compose_plan(made, book, day=DAY))
    said = "\n".join(p.text for p in observe(data).paragraphs)
    return said, [f for f in workflow.check_layout(data, where="") if f.muc is Severity.LOI]


def having(agency: str, **changes: object) -> AgencyBook:
    """The book with one agency changed."""
    agencies = [a.model_copy(update=changes) if a.id == agency else a for a in BOOK.co_quan]
    return AgencyBook(co_quan=agencies)


ODD = {
    "no groups": plan().model_copy(update={"nhom": []}),
    "an empty group": plan().model_copy(update={"nhom": [Group(ten="Nhóm rỗng")]}),
    "a bare task": plan(Task(id="t1")),
    "no texts": plan(trich_yeu="").model_copy(update={"muc_tieu": [""], "to_chuc_thuc_hien": ["", "..."]}),
    "a deadline without words": plan(task(thoi_han=Deadline(kieu=DeadlineKind.DEN))),
    "the last day there is": plan(task(thoi_han=Deadline(kieu=DeadlineKind.TRUOC, den=date.max))),
    "the first day there is": plan(task(thoi_han=Deadline(kieu=DeadlineKind.TRUOC, den=date.min))),
    "a number of six digits": plan(so=100_000),
    "sixty groups": plan().model_copy(
        update={"nhom": [Group(ten=f"nhóm {i}", nhiem_vu=[task(f"t{i}-1")]) for i in range(60)]}
    ),
}


@pytest.mark.parametrize("made", ODD.values(), ids=ODD.keys())
def test_an_odd_plan_makes_a_lawful_paper(made: Plan) -> None:
    said, wrong = paper_of(made)
    assert wrong == []
    assert "KẾ HOẠCH" in said


def test_a_field_without_words_is_a_blank_not_nothing() -> None:
    block = compose_plan(plan(Task(id="t1")), BOOK, day=DAY).nhom[0].nhiem_vu[0]
    assert all([block.ten, block.thoi_han, block.san_pham, block.chu_tri, block.phoi_hop, block.tham_quyen])


def test_candidates_that_contradict_themselves_are_shown_as_written() -> None:
    backwards = DeadlineCandidate(
        nguyen_van="từ tháng 5 về tháng 1",
        kieu=DeadlineKind.KHOANG,
        tu=date(2025, 5, 1),
        den=date(2025, 1, 1),
    )
    within = DeadlineCandidate(nguyen_van="vừa A vừa B", kieu=DeadlineKind.MAU_THUAN)
    due = Deadline(kieu=DeadlineKind.MAU_THUAN, ung_vien=[backwards, within])
    said, _ = paper_of(plan(task(thoi_han=due)))
    assert "từ tháng 5 về tháng 1 hoặc vừa A vừa B" in said


@pytest.mark.parametrize("name", ["Ủy ban nhân dân\ntỉnh Mẫu\n", "Ủy ban \t nhân dân\u2028tỉnh  Mẫu\u200b"])
def test_a_name_on_several_lines_is_one_name(name: str) -> None:
    said, wrong = paper_of(plan(), having("ubnd", ten=name, dau_trang=[]))
    assert wrong == []
    assert "Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch" in said


def test_marks_of_the_program_in_a_text_are_not_obeyed() -> None:
    said, _ = paper_of(plan(task(ten="giả \ufdd0chỗ trống\ufdd1 và \ufdd2chú thích\ufdd3")))
    assert "giả chỗ trống và chú thích" in said


def test_the_office_of_the_signer_is_printed_in_capitals() -> None:
    book = having("ubnd", nguoi_ky=Signer(quyen_han=["TM. Ủy ban nhân dân", "Chủ tịch"], ho_ten="Lê Văn Mẫu"))
    said, wrong = paper_of(plan(), book)
    assert wrong == []
    assert "TM. ỦY BAN NHÂN DÂN" in said


@pytest.mark.parametrize("subject", ["\u0301\u0323", "\U0003fffe", "."])
def test_a_subject_that_prints_nothing_does_not_stop_the_check(subject: str) -> None:
    paper_of(plan(trich_yeu=subject))


def test_no_tasks_no_report() -> None:
    empty = plan().model_copy(update={"nhom": []})
    with pytest.raises(NoPaperError) as refused:
        compose_report(empty, Progress(ngay_chot=DAY), BOOK, as_of=DAY)
    assert "→" in str(refused.value)


@pytest.mark.parametrize("state", TaskState)
@pytest.mark.parametrize("as_of", [date(1990, 1, 1), DAY, date(2100, 1, 1), date.max])
def test_a_report_may_be_long_before_or_after_the_deadlines(state: TaskState, as_of: date) -> None:
    done = state is TaskState.HOAN_THANH
    record = TaskProgress(
        nhiem_vu="t1-1",
        trang_thai=state,
        phan_tram=100 if done else 0,
        ngay_hoan_thanh=date(2025, 11, 1) if done else None,
    )
    report = compose_report(plan(), Progress(ngay_chot=DAY, tien_do=[record]), BOOK, as_of=as_of)
    assert report.tong_hop


@pytest.mark.parametrize("kind", RoleKind)
@pytest.mark.parametrize("agencies", [(), ("ubnd",), ("so-nv",), ("nhom",), ("thu-tuong", "hdnd"), ("la",)])
def test_any_authority_gives_a_submission_or_a_reason(kind: RoleKind, agencies: tuple[str, ...]) -> None:
    made = plan(task(tham_quyen=[role(kind, *(who(agency) for agency in agencies))]))
    item = numbered(made)[0]
    reason = no_submission_reason(item, BOOK)
    assert reason or workflow.build_docx(compose_submission(made, item, BOOK, day=DAY))


@pytest.mark.parametrize("year", [-5, 0, 10_000, None])
@pytest.mark.parametrize("words", ["Tháng 6", "Trước quý I", "quý I, " * 100, "Trước ngày 01/01/0001"])
def test_impossible_years_and_endless_lists_are_not_understood(words: str, year: int | None) -> None:
    assert parse_deadline(words, year).den is None
