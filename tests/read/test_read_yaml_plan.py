"""The plan file: the same plan comes back, and a person can read and edit what is written."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.model.agency import Signer
from vanban.model.citation import Citation
from vanban.model.deadline import DayOfCycle, Deadline, DeadlineCandidate, DeadlineKind
from vanban.model.decision import Decision, DecisionKind
from vanban.model.duties import AgencyDuties, Duty, ReportCycle, ReportDuty
from vanban.model.errors import SourceError
from vanban.model.plan import (
    Assignment,
    Footnote,
    Group,
    Line,
    NotUnderstood,
    OtherField,
    OtherSection,
    Plan,
    PlanAppendix,
    PlanPaper,
    Product,
    ProductKind,
    RawField,
    Role,
    RoleKind,
    Section,
    Source,
    Task,
)
from vanban.read.yaml_plan import dump_plan, parse_plan
from vanban.viet.text import clean

AWKWARD = st.sampled_from(
    [
        "2.10", "1", "no", "on", "null", "~", "true", "2025-02-30", "12:30", "a: b", "- a", "#x", "x #y", "'",
        '"', "“”", "{a}", "[b]", "*", "&", "!", "|", ">", "%", "@", "`", "\t", " x", "x ",
        "a\nb", "a \n b\n", "\n",
        "…", "0x1F", "1e3", "=", "<<", "?", "-", "1_000", "007",
    ]
)  # fmt: skip
TEXT = AWKWARD | st.text(max_size=40).map(clean)
SOME = st.none() | TEXT
DAY = st.dates(date(1900, 1, 1), date(2200, 1, 1))
NUMBER = st.integers(0, 10**6)


def few(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[list[object]]:
    return st.lists(strategy, max_size=2)


CANDIDATE = st.builds(
    DeadlineCandidate, nguyen_van=TEXT, kieu=st.sampled_from(DeadlineKind), tu=st.none() | DAY
)
CLEAR = st.sampled_from([kind for kind in DeadlineKind if kind is not DeadlineKind.MAU_THUAN])
MARK = st.builds(
    DayOfCycle, ngay=st.integers(1, 31), thang=st.none() | st.integers(1, 12), truoc=st.booleans()
)
DEADLINE = st.builds(
    Deadline,
    nguyen_van=TEXT,
    kieu=CLEAR,
    den=st.none() | DAY,
    moc=st.none() | MARK,
    ghi_chu=SOME,
    du=SOME,
) | st.builds(
    Deadline,
    nguyen_van=TEXT,
    kieu=st.just(DeadlineKind.MAU_THUAN),
    ung_vien=st.lists(CANDIDATE, min_size=2, max_size=2),
)
ASSIGNMENT = st.builds(Assignment, nguyen_van=TEXT, co_quan=SOME, pham_vi=SOME)
TASK = st.builds(
    Task,
    id=TEXT,
    so_in=SOME,
    ten=SOME,
    ten_nguyen_van=SOME,
    noi_dung=few(TEXT),
    thoi_han=DEADLINE,
    san_pham=few(st.builds(Product, ten=TEXT, loai=st.sampled_from(ProductKind))),
    chu_tri=few(ASSIGNMENT),
    tham_quyen=few(
        st.builds(
            Role,
            vai=st.sampled_from(RoleKind),
            co_quan=few(ASSIGNMENT),
            doi_tuong=SOME,
            lua_chon=st.booleans(),
            nguyen_van=TEXT,
        )
    ),
    phu_trach=few(TEXT),
    kinh_phi=SOME,
    ghi_chu=SOME,
    truong_khac=few(st.builds(OtherField, nhan=TEXT, gia_tri=TEXT)),
    chu_thich=few(st.builds(Footnote, so=TEXT, noi_dung=TEXT, o=TEXT, sau=TEXT)),
    dong=st.none() | NUMBER,
    truong=few(st.builds(RawField, khoa=TEXT, nhan=TEXT, gia_tri=few(TEXT), dong=NUMBER)),
)
PAPER = st.builds(
    PlanPaper,
    so=st.none() | NUMBER,
    ky_hieu=TEXT,
    ngay=st.none() | DAY,
    du_thao=st.booleans(),
    nguoi_ky=st.none() | st.builds(Signer, quyen_han=few(TEXT), ho_ten=SOME),
    nguyen_van=few(st.builds(Line, dong=NUMBER, chu=TEXT)),
)
DUTIES = st.builds(
    AgencyDuties,
    co_quan=few(ASSIGNMENT),
    viec=few(st.builds(Duty, noi_dung=TEXT, thoi_han=st.none() | DEADLINE)),
    so_in=SOME,
    nguyen_van=TEXT,
)
REPORT = st.builds(
    ReportDuty,
    co_quan=few(ASSIGNMENT),
    ky=st.none() | st.sampled_from(ReportCycle),
    han=DEADLINE,
    noi_nhan=SOME,
    nguyen_van=TEXT,
)
APPENDIX = st.builds(
    PlanAppendix, ten=TEXT, doan=few(TEXT), bang=few(few(few(TEXT))), dong=st.none() | NUMBER
)
SAID = TEXT.map(lambda words: f"nêu {words}")
"""Words that are never blank: a decision must say what it settles."""
WHO_AND_WHEN = {"nguoi": TEXT, "ngay": st.none() | DAY}
DECISION = st.one_of(
    st.builds(
        Decision, loai=st.just(DecisionKind.HAN), nhiem_vu=SAID, gia_tri=SAID, ly_do=TEXT, **WHO_AND_WHEN
    ),
    st.builds(
        Decision, loai=st.just(DecisionKind.BI_DANH), chu=SAID, gia_tri=SAID, ly_do=TEXT, **WHO_AND_WHEN
    ),
    st.builds(
        Decision,
        loai=st.just(DecisionKind.BO_QUA),
        ma=SAID,
        ly_do=SAID,
        nhiem_vu=SOME,
        truong=SOME,
        chu=SOME,
        **WHO_AND_WHEN,
    ),
)
PLAN = st.builds(
    Plan,
    van_ban=PAPER,
    can_cu=few(st.builds(Citation, loai=SOME, ngay=st.none() | DAY, nguyen_van=TEXT)),
    mo_dau=few(TEXT),
    muc_dich=few(TEXT),
    yeu_cau=few(TEXT),
    muc_tieu=few(TEXT),
    nhom=few(
        st.builds(
            Group,
            ten=TEXT,
            so_in=SOME,
            dong=st.none() | NUMBER,
            noi_dung=few(TEXT),
            nhiem_vu=few(TASK),
        )
    ),
    kinh_phi=few(TEXT),
    phan_cong=few(DUTIES),
    che_do_bao_cao=few(TEXT),
    bao_cao=few(REPORT),
    muc_khac=few(st.builds(OtherSection, so_in=TEXT, ten=TEXT, doan=few(TEXT), dong=st.none() | NUMBER)),
    loi_ket=few(TEXT),
    phu_luc=few(APPENDIX),
    quyet_dinh=few(DECISION),
    dau_moi=SOME,
    so_ket=st.none() | DEADLINE,
    muc=few(st.builds(Section, khoa=TEXT, so_in=TEXT, ten=TEXT, dong=NUMBER)),
    chua_hieu=few(st.builds(NotUnderstood, dong=NUMBER, chu=TEXT, ly_do=TEXT)),
    nguon=st.none() | st.builds(Source, tep=TEXT, so_dong=NUMBER, sha256=TEXT),
)


def with_own_ids(plan: Plan) -> Plan:
    for g, group in enumerate(plan.nhom):
        for i, task in enumerate(group.nhiem_vu):
            task.id = f"t{g}-{i}"
    return plan


@settings(deadline=None)
@given(PLAN.map(with_own_ids))
def test_any_plan_comes_back_the_same(plan: Plan) -> None:
    assert parse_plan(dump_plan(plan), "ke-hoach.yaml") == plan


def test_the_sample_plan_comes_back_the_same(plan: Plan) -> None:
    text = dump_plan(plan)
    assert parse_plan(text, "ke-hoach.yaml") == plan
    assert dump_plan(parse_plan(text, "ke-hoach.yaml")) == text


def test_what_is_written_can_be_read_by_a_person(plan: Plan) -> None:
    lines = dump_plan(plan).splitlines()
    assert "        so_in: '2.10'" in lines
    assert "          den: 2025-08-14" in lines
    assert "          - van_ban_khac" not in lines
    assert not any(line.strip() in ("chu_thich: []", "pham_vi: null", "lua_chon: false") for line in lines)
    tops = [line.split(":")[0] for line in lines if line[:1].isalpha()]
    assert tops == [
        "van_ban",
        "can_cu",
        "muc_tieu",
        "nhom",
        "to_chuc_thuc_hien",
        "phan_cong",
        "dau_moi",
        "so_ket",
        "muc",
        "nguon",
    ]


def test_a_long_text_stays_on_one_line(plan: Plan) -> None:
    goal = plan.muc_tieu[0]
    assert f"  - {goal}" in dump_plan(plan).splitlines()


@pytest.mark.parametrize("number", ["2.10", "'2.10'", '"2.10"'])
def test_a_task_number_stays_text_with_or_without_quotes(number: str) -> None:
    text = f"nhom:\n  - ten: A\n    nhiem_vu:\n      - id: t1-1\n        so_in: {number}\n"
    assert parse_plan(text, "x").nhom[0].nhiem_vu[0].so_in == "2.10"


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(SourceError, match="không có khóa nào"):
        parse_plan("# chỉ có chú thích\n", "x.yaml")
