"""Plan → Kế hoạch as .docx → plan: the same plan.

Not compared: what a paper does not hold (ids, lines of the source, words as first typed, footnote
numbers), the first letter and the last mark of a text, and receivers and signer, which
the paper takes from the book of agencies.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_plan import BOOK, CONTRADICTION, plan, role, task, who

from vanban import workflow
from vanban.compose.ke_hoach import compose_plan
from vanban.model.agency import AgencyBook
from vanban.model.deadline import Deadline
from vanban.model.plan import Assignment, Group, OtherField, OtherSection, Plan, RoleKind, Task
from vanban.read.agency_book import parse_agency_book
from vanban.read.docx.plan import read_docx_plan
from vanban.read.files import read_plan, read_text
from vanban.read.words.products import read_products
from vanban.viet.deadlines import parse_deadline

DATA = Path(__file__).parents[2] / "data"
DAY = date(2025, 7, 1)


def again(source: Plan, book: AgencyBook) -> Plan:
    """The plan read back from its paper."""
    return read_docx_plan(workflow.build_docx(compose_plan(source, book, day=DAY)), book, "ke-hoach.docx")


def said(text: str | None) -> str:
    """A text without its last mark, with a small first letter."""
    bare = (text or "").strip(" .;:,")
    return bare[:1].lower() + bare[1:]


def texts(found: Iterable[str]) -> list[str]:
    return [said(text) for text in found if said(text)]


def parties(found: Iterable[Assignment], book: AgencyBook) -> list[object]:
    shown = [(a, book.find(a.co_quan) if a.co_quan else None) for a in found]
    return [(agency.id if agency else said(a.nguyen_van), a.pham_vi) for a, agency in shown]


def when(deadline: Deadline | None) -> object:
    if deadline is None:
        return None
    choices = [(c.kieu, c.tu, c.den) for c in deadline.ung_vien]
    day = deadline.moc.model_dump() if deadline.moc else None
    return (deadline.kieu, deadline.tu, deadline.den, deadline.chu_ky, day, choices, said(deadline.ghi_chu))


def of_task(found: Task, book: AgencyBook) -> dict[str, object]:
    roles = [(r.vai, parties(r.co_quan, book), said(r.doi_tuong), r.lua_chon) for r in found.tham_quyen]
    return {
        "ten": said(found.ten),
        "noi_dung": texts(found.noi_dung),
        "thoi_han": when(found.thoi_han),
        "san_pham": [(said(p.ten), p.loai) for p in found.san_pham],
        "chu_tri": parties(found.chu_tri, book),
        "phoi_hop": parties(found.phoi_hop, book),
        "tham_quyen": roles,
        "chu_thich": [(said(n.noi_dung), n.o, said(n.sau)) for n in found.chu_thich],
        "phu_trach": texts(found.phu_trach),
        "kinh_phi": said(found.kinh_phi),
        "ghi_chu": said(found.ghi_chu),
        "truong_khac": [(said(f.nhan), said(f.gia_tri)) for f in found.truong_khac],
    }


def of_plan(found: Plan, book: AgencyBook) -> dict[str, object]:
    """All that a paper holds of a plan, in a form that can be compared."""
    paper = found.van_ban
    keys = ("ten_loai", "so", "ky_hieu", "co_quan_ban_hanh", "dia_danh", "ngay", "nam", "du_thao")
    record: dict[str, object] = {key: getattr(paper, key) for key in keys}
    record["trich_yeu"] = said(paper.trich_yeu)
    record["can_cu"] = [
        (c.loai, c.so_ky_hieu, c.ngay, c.co_quan, said(c.trich_yeu), c.ten_ngan) for c in found.can_cu
    ]
    for key in ("mo_dau", "muc_dich", "yeu_cau", "muc_tieu", "kinh_phi", "che_do_bao_cao", "loi_ket"):
        record[key] = texts(getattr(found, key))
    record["to_chuc_thuc_hien"] = texts(found.to_chuc_thuc_hien)
    record["muc_khac"] = [(said(m.ten).upper(), texts(m.doan)) for m in found.muc_khac]
    record["nhom"] = [
        (said(g.ten), texts(g.noi_dung), [of_task(t, book) for t in g.nhiem_vu]) for g in found.nhom
    ]
    record["chua_hieu"] = [(lost.chu, lost.ly_do) for lost in found.chua_hieu]
    return record


@pytest.fixture(scope="module")
def sample_book() -> AgencyBook:
    return parse_agency_book(read_text(DATA / "co-quan.yaml"), "co-quan.yaml")


def test_the_sample_plan_comes_back(sample_book: AgencyBook) -> None:
    source = read_plan(DATA / "ke-hoach-100-ngay.txt", sample_book)
    found = again(source, sample_book)
    assert of_plan(found, sample_book) == of_plan(source, sample_book)
    assert (found.dau_moi, when(found.so_ket)) == (source.dau_moi, when(source.so_ket))
    duties = [(d.nguyen_van, [said(v.noi_dung) for v in d.viec]) for d in source.phan_cong]
    assert [(d.nguyen_van, [said(v.noi_dung) for v in d.viec]) for d in found.phan_cong] == duties


WORK = (
    "Rà soát danh mục",
    "Xây dựng kế hoạch tập huấn",
    "Cập nhật cơ sở dữ liệu",
    "Lắp đặt máy chủ",
    "Khảo sát",
)
OBJECTS = ("hồ sơ điện tử", "tài liệu lưu trữ", "5 điểm phát sóng", "dịch vụ công (mức 4)", "“Sổ tay số”")
TITLE = st.builds("{} {}".format, st.sampled_from(WORK), st.sampled_from(OBJECTS))
SENTENCE = st.builds("{} cho {}, bảo đảm đúng quy định".format, TITLE, st.sampled_from(OBJECTS))
WHEN = st.sampled_from(
    ["trước 15/8/2025", "đến 30/9/2025", "Quý IV/2025", "tháng 6 - 8/2025", "05/9/2025", "thường xuyên",
     "hằng quý", "trước ngày 25 hằng tháng", "6 tháng đầu năm 2025", "cuối tháng 11/2025",
     "khi có kinh phí", ""]
)  # fmt: skip
DEADLINE = WHEN.map(lambda words: parse_deadline(words, 2025) if words else Deadline()) | st.just(
    CONTRADICTION
)
KNOWN = st.sampled_from(["so-nv", "so-tc", "ubnd", "nhom"]).map(who)
STRANGER = st.sampled_from(
    ["Sở Văn hóa, Thể thao và Du lịch", "Văn phòng HĐND và UBND xã", "Phòng Kế hoạch - Tổng hợp", "Báo Mẫu"]
).map(lambda name: Assignment(nguyen_van=name))
PARTIES = st.lists(KNOWN | STRANGER, max_size=3, unique_by=lambda a: a.nguyen_van)
PRODUCTS = st.sampled_from(
    ["Tờ trình; Kế hoạch", "Báo cáo", "Hệ thống vận hành ổn định; danh sách học viên", ""]
).map(lambda words: read_products([words]))
AUTHORITY = st.sampled_from(
    [
        [],
        [
            role(
                RoleKind.BAN_HANH,
                who("ubnd"),
                of="Kế hoạch",
                words="Ủy ban nhân dân tỉnh Mẫu ban hành Kế hoạch",
            )
        ],
    ]
)
OPTIONAL = st.none() | SENTENCE
TASK = st.builds(
    lambda **fields: task(**{"so_in": None, **fields}),
    ten=TITLE,
    noi_dung=st.lists(SENTENCE, max_size=3, unique=True),
    thoi_han=DEADLINE,
    san_pham=PRODUCTS,
    chu_tri=PARTIES,
    phoi_hop=PARTIES,
    tham_quyen=AUTHORITY,
    phu_trach=st.lists(st.sampled_from(["Ông Nguyễn Văn Mẫu", "Bà Lê Thị Thử"]), max_size=2, unique=True),
    kinh_phi=st.none() | st.sampled_from(["200 triệu đồng", "Ngân sách tỉnh năm 2025"]),
    ghi_chu=OPTIONAL,
    truong_khac=st.lists(st.just(OtherField(nhan="Địa điểm", gia_tri="Hội trường lớn")), max_size=1),
)
GROUP = st.builds(
    Group,
    ten=SENTENCE,
    noi_dung=st.lists(SENTENCE, max_size=1),
    nhiem_vu=st.lists(TASK, min_size=1, max_size=4),
)
SOME = st.lists(SENTENCE, max_size=2, unique=True)
DUTIES = st.lists(
    st.sampled_from(
        ["Giao Sở Nội vụ làm đầu mối theo dõi", "1. Sở Tài chính", "Bố trí kinh phí trước ngày 20/12/2025",
         "2. Phòng Văn hóa: Tuyên truyền đến người dân",
         "Các sở, ban, ngành báo cáo trước ngày 25 hằng tháng"]
    ),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    made = plan()
    made.nhom = draw(st.lists(GROUP, min_size=1, max_size=3))
    for g, group in enumerate(made.nhom, start=1):
        for i, item in enumerate(group.nhiem_vu, start=1):
            item.id = f"t{g}-{i}"
    made.can_cu = made.can_cu[: draw(st.integers(0, 1))]
    made.muc_dich, made.yeu_cau = draw(SOME), draw(SOME)
    made.muc_tieu, made.kinh_phi = draw(SOME), draw(SOME)
    made.to_chuc_thuc_hien = draw(DUTIES)
    made.che_do_bao_cao = draw(
        st.lists(st.just("Các phòng báo cáo về Văn phòng trước ngày 15 hằng tháng"), max_size=1)
    )
    made.loi_ket = draw(st.lists(st.just("Trên đây là Kế hoạch số hóa tài liệu"), max_size=1))
    made.muc_khac = draw(
        st.lists(st.builds(OtherSection, ten=st.just("THỜI GIAN, ĐỊA ĐIỂM"), doan=SOME), max_size=1)
    )
    made.mo_dau = draw(
        st.sampled_from([[], ["Thực hiện chủ trương chung, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"]])
    )
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=plans())
def test_any_plan_comes_back(source: Plan) -> None:
    assert of_plan(again(source, BOOK), BOOK) == of_plan(source, BOOK)
