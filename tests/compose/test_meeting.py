"""The papers of a meeting: who is invited, what is concluded, and blanks for what nobody knows yet."""

from datetime import date

from small_plan import BOOK, CONTRADICTION, before, plan, task, who

from vanban.compose.conclusions import compose_conclusions, compose_minutes
from vanban.compose.figures import figures
from vanban.compose.invitation import compose_invitation
from vanban.compose.meeting_parts import MeetingPapers
from vanban.compose.plan_frame import PlanPapers
from vanban.model.document import blanks, unmarked
from vanban.model.meeting import Conclusion, Meeting, PaperNumber
from vanban.model.plain import InvitationDocument, PlainDocument
from vanban.model.progress import Progress, TaskProgress, TaskState

DAY = date(2025, 12, 1)
PLAN = plan(
    task("t1-1", chu_tri=[who("so-nv")], phoi_hop=[who("nhom")]),
    task("t1-2", ten="Kho số", chu_tri=[who("so-tc")], phoi_hop=[], thoi_han=CONTRADICTION),
    task("t1-3", ten="Tập huấn", chu_tri=[who("hdnd")], phoi_hop=[]),
    task(
        "t1-4",
        ten="Lưu trữ",
        chu_tri=[who("so-tc"), who("thu-tuong")],
        phoi_hop=[],
        thoi_han=before(2026, 1, 1),
    ),
)
DONE = TaskProgress(
    nhiem_vu="t1-3", trang_thai=TaskState.HOAN_THANH, phan_tram=100, ngay_hoan_thanh=date(2025, 9, 5)
)
STATES = Progress(ngay_chot=DAY, tien_do=[DONE])
HELD = Meeting(
    ngay=date(2025, 12, 5),
    gio="08 giờ 30",
    dia_diem="phòng họp số 1",
    chu_tri="Ông Trần Văn Mẫu, Phó Chủ tịch",
    thu_ky="Bà Vũ Thị Mẫu",
    ket_luan=[
        Conclusion(noi_dung="Chốt thời hạn kho số", nhiem_vu="1.2", han=date(2025, 12, 31)),
        Conclusion(noi_dung="Bố trí kinh phí", co_quan=["so-nv", "Kho bạc"]),
    ],
)


def papers(meeting: Meeting = HELD) -> MeetingPapers:
    return MeetingPapers(PlanPapers(PLAN, BOOK), meeting, figures(PLAN, STATES, DAY))


def words(document: PlainDocument) -> str:
    return "\n".join(unmarked(block.chu) for block in document.than)


def test_who_has_a_task_that_is_not_finished_is_invited_once() -> None:
    rows = papers().concerned()
    assert [row.bearer.key for row in rows] == ["so-nv", "so-tc", "thu-tuong"]
    assert [case.so for case in rows[1].cases] == ["1.4", "1.2"]
    assert papers().left_out() == ["Các sở, ban, ngành có liên quan"]


def test_many_stand_in_an_appendix_with_their_tasks_and_how_these_stand() -> None:
    made = compose_invitation(papers(), day=DAY)
    assert isinstance(made, InvitationDocument)
    assert made.kinh_moi == "lãnh đạo các cơ quan có tên tại Phụ lục kèm theo"
    rows = [[cell.chu for cell in row.o] for row in made.phu_luc[0].than[0].hang]
    assert rows[0][:4] == ["1", "Sở Nội vụ", "1.1. Kế hoạch số hóa tài liệu", "Chủ trì"]
    assert rows[0][5] == "Chưa thực hiện, quá hạn, 62 ngày"
    assert rows[2][:2] == ["", ""]
    assert rows[2][5] == "Chưa thực hiện, chưa xác định thời hạn"


def test_what_is_not_known_before_the_meeting_is_blank() -> None:
    made = compose_invitation(papers(Meeting()), day=DAY)
    for hint in ("giờ họp", "ngày, tháng, năm họp", "địa điểm", "người chủ trì", "hạn gửi báo cáo"):
        assert hint in blanks(made)


def test_a_conclusion_says_who_by_when_and_about_which_task() -> None:
    said = words(compose_conclusions(papers(), day=DAY))
    assert (
        "1. Chốt thời hạn kho số (nhiệm vụ 1.2); cơ quan thực hiện: Sở Tài chính; hoàn thành chậm nhất "
        "ngày 31 tháng 12 năm 2025."
    ) in said
    assert "2. Bố trí kinh phí; cơ quan thực hiện: Sở Nội vụ, Kho bạc." in said
    assert "ông Trần Văn Mẫu, Phó Chủ tịch chủ trì" in said


def test_all_papers_give_the_figures_of_the_report() -> None:
    for compose in (compose_minutes, compose_conclusions):
        said = words(compose(papers(), day=DAY))
        assert "có 01/04 nhiệm vụ hoàn thành (25,0%)" in said


def test_everyone_with_a_conclusion_receives_the_notice() -> None:
    receivers = compose_conclusions(papers(), day=DAY).noi_nhan
    assert receivers[:3] == ["- Sở Tài chính;", "- Sở Nội vụ;", "- Kho bạc;"]


def test_a_notice_that_has_number_and_day_is_no_draft() -> None:
    number = PaperNumber(so=15, ngay=date(2025, 12, 8), co_quan="ubnd")
    made = compose_conclusions(papers(HELD.model_copy(update={"thong_bao": number})), day=DAY)
    assert made.dau_trang.so_ky_hieu == "Số: 15/TB-UBND"
    assert not made.dau_trang.du_thao
