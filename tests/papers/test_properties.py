"""Any plan, with any words: what goes in comes out whole, lawful and the same twice."""

import io
import zipfile
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vanban import workflow
from vanban.check.form.checks import check_sheet
from vanban.compose.bao_cao import compose_report
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.tien_do import compose_period_report
from vanban.compose.to_trinh import compose_submission
from vanban.law.decree import load_decree, load_kinds
from vanban.model.agency import Agency, AgencyBook, Signer
from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.model.document import Document
from vanban.model.finding import Severity
from vanban.model.plan import Assignment, Group, Plan, PlanPaper, Product, Role, RoleKind, Task, numbered
from vanban.model.progress import Difficulty, Progress, Proposal, TaskProgress, TaskState
from vanban.model.sheet import Sheet
from vanban.viet.text import clean, squeeze
from vanban.word.observe import observe

DAY = date(2025, 12, 1)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạấậềểỗổờợừữýỹ"
AWKWARD = " \t\n\r\x00\x1b\u00a0\u200b\u2028\ufdd0\ufdd1\ufdd2\ufdd3\ufffe&<>\"'{}%#/\\()[]-“”…–😀"
TAGS = ("{{ tieu_de }}", "{% for x in y %}", "{#", "]]>", "&amp;", "</w:t>", "{%p if x %}")

words = st.text(LETTERS, min_size=1, max_size=9)
junk = st.one_of(
    st.text(AWKWARD + LETTERS + LETTERS.upper() + "0123456789", max_size=25), st.sampled_from(TAGS)
)
texts = st.builds(
    " ".join, st.tuples(words, junk, words).map(list) | st.lists(words, min_size=40, max_size=90)
)
"""Words with something awkward among them, or many words; never shouted, never only marks."""
names = st.builds(
    lambda head, tail: f"Sở {head} {tail}", words, st.text(LETTERS + " &<>\"'{}\n\t,", max_size=30)
)
dates = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def books(draw: st.DrawFn) -> AgencyBook:
    """An issuer, a coordinator under it, and a third body, each with as much or little as is known."""
    known = [
        Agency(
            id=code,
            ten=draw(names),
            chu_quan="tinh" if code != "tinh" else None,
            ky_hieu=draw(st.sampled_from([None, "UBND", "SKHCN"])),
            dia_danh=draw(st.sampled_from([None, "Mẫu", "Thành phố Mẫu\n"])),
            dau_trang=draw(st.lists(names, max_size=3)),
            nguoi_ky=draw(
                st.none() | st.builds(Signer, quyen_han=st.lists(names, max_size=2), ho_ten=st.none())
            ),
        )
        for code in ("tinh", "so-a", "so-b")
    ]
    return AgencyBook(co_quan=known)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    kind = draw(st.sampled_from(DeadlineKind))
    first, last = sorted(draw(st.tuples(dates, dates)))
    if kind is DeadlineKind.MAU_THUAN:
        said = [
            DeadlineCandidate(nguyen_van=draw(texts), kieu=DeadlineKind.DEN, den=day) for day in (first, last)
        ]
        return Deadline(kieu=kind, ung_vien=said)
    if draw(st.booleans()):
        return Deadline(kieu=kind, nguyen_van=draw(texts))
    return Deadline(kieu=kind, nguyen_van="x", tu=first, den=last)


@st.composite
def shares(draw: st.DrawFn) -> list[Assignment]:
    return draw(
        st.lists(
            st.builds(
                Assignment,
                nguyen_van=names,
                co_quan=st.sampled_from(["so-a", "so-b", "khong-co", None]),
                pham_vi=st.none() | texts,
            ),
            max_size=3,
        )
    )


@st.composite
def tasks(draw: st.DrawFn, number: int) -> Task:
    return Task(
        id=f"t{number}",
        ten=draw(st.none() | texts),
        noi_dung=draw(st.lists(texts, max_size=2)),
        thoi_han=draw(deadlines()),
        san_pham=draw(st.lists(st.builds(Product, ten=texts), max_size=2)),
        chu_tri=draw(shares()),
        phoi_hop=draw(shares()),
        tham_quyen=[
            Role(
                vai=draw(st.sampled_from(RoleKind)),
                co_quan=[Assignment(nguyen_van="Tỉnh", co_quan="tinh")],
                doi_tuong=draw(st.none() | texts),
            )
        ],
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    counter = iter(range(100))
    groups = [
        Group(ten=draw(texts), nhiem_vu=[draw(tasks(next(counter))) for _ in range(draw(st.integers(0, 2)))])
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Plan(
        van_ban=PlanPaper(
            so=draw(st.none() | st.integers(1, 9999)),
            ky_hieu="KH-UBND",
            co_quan_ban_hanh="tinh",
            ngay=draw(st.none() | dates),
            nam=2025,
            trich_yeu=draw(texts),
            noi_nhan=draw(st.lists(names, max_size=2)),
        ),
        muc_tieu=draw(st.lists(texts, max_size=2)),
        nhom=groups,
        to_chuc_thuc_hien=draw(st.lists(texts, max_size=2)),
        dau_moi="so-a",
    )


@st.composite
def reported(draw: st.DrawFn, plan: Plan) -> Progress:
    records = [
        TaskProgress(
            nhiem_vu=item.nhiem_vu.id,
            trang_thai=(state := draw(st.sampled_from(TaskState))),
            phan_tram=100 if state is TaskState.HOAN_THANH else 0,
            ngay_hoan_thanh=date(2025, 11, 1) if state is TaskState.HOAN_THANH else None,
            ket_qua=draw(st.none() | texts),
            kho_khan=draw(st.lists(st.builds(Difficulty, nhan=words, mo_ta=texts), max_size=1)),
            kien_nghi=draw(
                st.lists(st.builds(Proposal, noi_dung=texts, co_quan_giai_quyet=st.just("tinh")), max_size=1)
            ),
        )
        for item in numbered(plan)
        if draw(st.booleans())
    ]
    return Progress(ngay_chot=DAY, tien_do=records)


def made(document: Document) -> Sheet:
    """The sheet of a paper, after the promises that hold for every paper."""
    data = workflow.build_docx(document)
    assert workflow.build_docx(document) == data
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    sheet = observe(data)
    wrong = [
        f for f in check_sheet(sheet, load_decree(), load_kinds(), where="thử.docx") if f.muc is Severity.LOI
    ]
    assert [(f.ma, f.loi_van, f.trich) for f in wrong] == []
    return sheet


def lost(texts_in: list[str | None], sheet: Sheet) -> list[str]:
    """The texts that do not stand whole in the sheet, whatever their capitals and final marks."""
    page = "\n".join(squeeze(p.text) for p in sheet.paragraphs).casefold()
    wanted = (squeeze(clean(text or "")).rstrip(" .;:,").casefold() for text in texts_in)
    return [text for text in wanted if text not in page]


@FEW
@given(plan=plans(), book=books())
def test_every_word_of_a_plan_stands_in_its_paper(plan: Plan, book: AgencyBook) -> None:
    sheet = made(compose_plan(plan, book, day=DAY))
    said = [plan.van_ban.trich_yeu, *plan.muc_tieu, *plan.to_chuc_thuc_hien, *plan.van_ban.noi_nhan]
    said += [group.ten for group in plan.nhom]
    for task in (item.nhiem_vu for item in numbered(plan)):
        said += [task.ten or "", *task.noi_dung, *(product.ten for product in task.san_pham)]
        said += [share.pham_vi or "" for share in (*task.chu_tri, *task.phoi_hop)]
    assert lost(said, sheet) == []


@FEW
@given(st.data())
def test_every_word_that_agencies_report_stands_in_the_report(data: st.DataObject) -> None:
    plan = data.draw(plans().filter(lambda p: bool(numbered(p))))
    progress = data.draw(reported(plan))
    book = data.draw(books())
    sheet = made(compose_report(plan, progress, book, as_of=DAY))
    told = [item.mo_ta for record in progress.tien_do for item in record.kho_khan]
    told += [item.noi_dung for record in progress.tien_do for item in record.kien_nghi]
    assert lost([*told, *(group.ten for group in plan.nhom)], sheet) == []
    assert lost([*told], made(compose_period_report(plan, progress, book, as_of=DAY))) == []


@FEW
@given(
    plan=plans(), task=tasks(99), book=books(), verb=st.sampled_from([RoleKind.BAN_HANH, RoleKind.PHE_DUYET])
)
def test_a_submission_carries_the_content_of_its_task(
    plan: Plan, task: Task, book: AgencyBook, verb: RoleKind
) -> None:
    task.chu_tri.insert(0, Assignment(nguyen_van="Sở A", co_quan="so-a"))
    task.tham_quyen[0].vai = verb
    plan.nhom.append(Group(ten="cuối", nhiem_vu=[task]))
    sheet = made(compose_submission(plan, numbered(plan)[-1], book, day=DAY))
    assert lost(task.noi_dung, sheet) == []
