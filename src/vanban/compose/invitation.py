"""Meeting + Plan + Progress → giấy mời (Mẫu 1.7): to every agency with a task that is not finished.

Due from the day that the figures are gathered until the meeting.
"""

from datetime import date

from vanban.compose.assignments import Share
from vanban.compose.meeting_parts import Concerned, MeetingPapers, front
from vanban.compose.phrases import deadline
from vanban.compose.tally import Case
from vanban.model.blocks import Appendix, Block, Cell, Row
from vanban.model.document import fill
from vanban.model.plain import PlainDocument
from vanban.viet.dates import official_date
from vanban.viet.text import upper_first

_FEW = 2
"""So many agencies are named in the invitation itself; more stand in an appendix."""


def compose_invitation(papers: MeetingPapers, *, day: date) -> PlainDocument:
    """The giấy mời. `day` dates the file."""
    meeting, rows = papers.meeting, papers.concerned()
    few = len(rows) <= _FEW
    names = [row.bearer.name for row in rows]
    invited = (
        f"lãnh đạo {', '.join(names)}"
        if names and few
        else "lãnh đạo các cơ quan có tên tại Phụ lục kèm theo"
        if names
        else fill("cơ quan, người được mời")
    )
    return papers.papers.document(
        "giay_moi",
        papers.issuer(meeting.giay_moi),
        _text(papers),
        day=day,
        appendices=[] if few else [_appendix(papers, rows)],
        trich_yeu=upper_first(papers.name),
        kinh_moi=invited,
        toi_du=papers.occasion,
        chu_tri=meeting.chu_tri or fill("người chủ trì"),
        thoi_gian=papers.time,
        dia_diem=meeting.dia_diem or fill("địa điểm"),
        noi_nhan=["Như trên", *names],
        **front(meeting.giay_moi),
    )


def _text(papers: MeetingPapers) -> list[Block]:
    host, meeting = papers.host, papers.meeting
    by = official_date(meeting.han_gui) if meeting.han_gui else f"ngày {fill('hạn gửi báo cáo')}"
    agenda = [
        f"{host.ten} báo cáo kết quả thực hiện Kế hoạch đến {official_date(papers.found.as_of)};",
        "Các cơ quan báo cáo nhiệm vụ chưa hoàn thành: nguyên nhân, giải pháp, thời gian hoàn thành;",
        "Thảo luận, kết luận.",
    ]
    return [
        Block(cap="doan", chu="Nội dung:"),
        *(Block(cap="gach", chu=text) for text in agenda),
        Block(
            cap="doan",
            chu=f"Đề nghị các cơ quan gửi báo cáo phần việc của mình về {host.ten} trước {by} và cử đại biểu "
            "dự họp đúng thành phần.",
        ),
    ]


def _appendix(papers: MeetingPapers, rows: list[Concerned]) -> Appendix:
    heads = ("TT", "Cơ quan", "Nhiệm vụ chưa hoàn thành", "Vai", "Thời hạn", "Tình trạng")
    body: list[Row] = []
    for place, row in enumerate(rows, start=1):
        shares = {share.item.so: share for share in row.bearer.shares}
        for i, case in enumerate(row.cases):
            first = (str(place), row.bearer.name) if i == 0 else ("", "")
            body.append(_row(first, case, shares[case.so]))
    table = Block(cap="bang", cot=[Cell(chu=words, can="giua") for words in heads], hang=body)
    return Appendix(ten="CÁC CƠ QUAN ĐƯỢC MỜI VÀ NHIỆM VỤ CHƯA HOÀN THÀNH", ngang=True, than=[table])


def _row(first: tuple[str, str], case: Case, share: Share) -> Row:
    due = deadline(case.nhiem_vu.thoi_han.model_copy(update={"ghi_chu": None}))
    late = f", {case.qua} ngày" if case.qua else ""
    words = [
        *first,
        f"{case.so}. {case.nhiem_vu.display_name.rstrip(' .;:,')}",
        "Chủ trì" if share.leads else "Phối hợp",
        due,
        f"{upper_first(case.tinh_trang.label)}{late}",
    ]
    return Row(o=[Cell(chu=text, can="giua" if i == 0 else "trai") for i, text in enumerate(words)])
