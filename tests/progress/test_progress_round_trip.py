"""Export → import of any states gives the same record: nothing is changed, added or lost on the way."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from progress_desk import changed, report
from worked_example import BOOK, plan

from vanban.compose.progress_workbook import Form, compose_progress_workbook, shares
from vanban.model.ledger import Ledger, ProgressImport
from vanban.model.progress import (
    AdjustedDeadline,
    Difficulty,
    ProducedPaper,
    Progress,
    Proposal,
    TargetResult,
    TaskProgress,
    TaskState,
    Update,
)
from vanban.model.progress_form import LABELS, STATES
from vanban.model.progress_report import Report, bare
from vanban.office.xlsx import write_workbook
from vanban.office.xlsx_oddities import odd_cells
from vanban.office.xlsx_reading import read_workbook
from vanban.read.progress.workbook import read_progress_workbook
from vanban.store.merging import Period, merge
from vanban.viet.text import clean, squeeze

DAY = date(2025, 11, 30)
AT = datetime(2025, 12, 2, 8, 30, tzinfo=UTC)
PLAN = plan()
TASKS = [task.id for group in PLAN.nhom for task in group.nhiem_vu]

odd = st.sampled_from(
    ["=1+1", "+84 28", "-1", "@SUM(A1)", "2.10", "30/02/2025", "100%", "a\nb", "  hai  ", "_x000D_"]
)
words = st.one_of(
    odd, st.text(min_size=1, max_size=30).filter(lambda s: clean(s).strip() and "\x00" not in s)
)
optional = st.none() | words
days = st.integers(0, 300).map(lambda n: DAY - timedelta(days=n))
numbers = st.floats(-1e6, 1e6).map(lambda x: round(x, 3))
papers = st.builds(
    ProducedPaper, san_pham=optional, loai=words, so_ky_hieu=optional, ngay=st.none() | days, co_quan=optional
)
targets = st.builds(TargetResult, ten=words, ke_hoach=st.none() | numbers, dat=numbers, don_vi=optional)
troubles = st.builds(Difficulty, nhan=st.sampled_from(LABELS) | words, mo_ta=words)
asks = st.builds(
    Proposal, noi_dung=words, co_quan_giai_quyet=st.sampled_from([a.id for a in BOOK.co_quan]) | words
)
later = st.none() | st.builds(
    AdjustedDeadline, ngay=days.map(lambda d: d + timedelta(days=900)), van_ban=words
)
stamp = st.none() | st.builds(Update, luc=st.just(AT), nguoi=optional)


@st.composite
def states(draw: st.DrawFn, task: str) -> TaskProgress:
    state = draw(st.sampled_from(TaskState))
    percent = {TaskState.HOAN_THANH: 100, TaskState.CHUA_THUC_HIEN: 0}.get(state)
    return TaskProgress(
        nhiem_vu=task,
        trang_thai=state,
        phan_tram=draw(st.integers(0, 99)) if percent is None else percent,
        ngay_hoan_thanh=draw(days) if state is TaskState.HOAN_THANH else None,
        ket_qua=draw(optional),
        san_pham_dat=draw(st.lists(papers, max_size=2)),
        chi_tieu_dat=draw(st.lists(targets, max_size=2)),
        kho_khan=draw(st.lists(troubles, max_size=2)),
        kien_nghi=draw(st.lists(asks, max_size=2)),
        han_dieu_chinh=draw(later),
        cap_nhat=draw(stamp),
    )


progresses = st.lists(st.sampled_from(TASKS), unique=True, max_size=4).flatmap(
    lambda ids: st.tuples(*(states(task) for task in ids)).map(
        lambda found: Progress(ngay_chot=DAY, tien_do=list(found))
    )
)


def read_back(data: bytes) -> tuple[list[TaskProgress], Report]:
    manifest, statements, faults = read_progress_workbook(
        read_workbook(data, "x.xlsx"), odd_cells(data), PLAN, BOOK, closing=DAY, where="x.xlsx"
    )
    assert faults == []
    told = Report("x.xlsx", "0" * 64, manifest.co_quan, manifest.ky, manifest.ngay_chot, statements)
    return [one.state for one in statements if one.state], told


@settings(max_examples=12, deadline=None)
@given(progresses)
def test_what_is_sent_and_not_touched_comes_back_the_same(known: Progress) -> None:
    data = write_workbook(compose_progress_workbook(Form(PLAN, BOOK, known, None, "Kỳ", DAY)))
    found, told = read_back(data)
    wanted = {state.nhiem_vu: bare(state) for state in known.tien_do}
    assert {state.nhiem_vu: bare(state) for state in found} == wanted
    ledger = Ledger(lan_nhap=[ProgressImport(so=1, ky="Kỳ", ngay_chot=DAY, luc=AT, tien_do=known.tien_do)])
    merged = merge(ledger, [told], Period("Kỳ", DAY, AT))
    assert (merged.entry, merged.conflicts) == (None, [])


BQL = next(share for share in shares(PLAN, BOOK) if share.key == "bql")


@settings(max_examples=6, deadline=None)
@given(
    st.sampled_from(list(TaskState)),
    st.integers(1, 99),
    days,
    st.text("aăâđêôơưÁ7 .,;:(-", min_size=1, max_size=20).filter(str.strip),
)
def test_what_a_person_types_is_what_is_recorded(
    state: TaskState, percent: int, day: date, outcome: str
) -> None:
    done, idle = state is TaskState.HOAN_THANH, state is TaskState.CHUA_THUC_HIEN
    number = 100 if done else 0 if idle else percent
    form = write_workbook(compose_progress_workbook(Form(PLAN, BOOK, None, BQL, "Kỳ", DAY)))
    fill = report("3.2", STATES[state], number, day if done else None, ket_qua=outcome)
    (told,), _ = read_back(changed(form, fill))
    assert (told.nhiem_vu, told.trang_thai, told.phan_tram) == ("t3-2", state, number)
    assert (told.ngay_hoan_thanh, told.ket_qua) == (day if done else None, squeeze(outcome))


@pytest.mark.parametrize("leads", [True, False])
def test_the_same_plan_gives_the_same_bytes(leads: bool) -> None:
    form = Form(PLAN, BOOK, None, None, "Kỳ" if leads else None, DAY)
    assert write_workbook(compose_progress_workbook(form)) == write_workbook(compose_progress_workbook(form))
