"""Meeting + Plan + Progress → biên bản (Mẫu 1.9) and thông báo kết luận (Mẫu 1.4).

The figures are those of the report (`figures.py`); the conclusions are those of the file, with the agencies
of the task where the file names none.
"""

from datetime import date

from vanban.compose.bao_cao_prose import summary
from vanban.compose.meeting_parts import MeetingPapers, front, listed
from vanban.compose.phrases import agency_name, closed
from vanban.compose.printed import unmarked_numbers
from vanban.model.agency import AgencyBook
from vanban.model.blocks import Block
from vanban.model.document import fill
from vanban.model.meeting import Conclusion
from vanban.model.plain import PlainDocument
from vanban.model.plan import Numbered, Plan, numbered
from vanban.viet.dates import official_date
from vanban.viet.text import lower_first, upper_first


def compose_minutes(papers: MeetingPapers, *, day: date) -> PlainDocument:
    """The biên bản of the meeting. `day` dates the file."""
    meeting = papers.meeting
    said = [closed(text) for text in meeting.y_kien] or [f"{fill('ý kiến của các đại biểu')}."]
    present = list(meeting.thanh_phan) or [fill("họ tên, chức vụ từng người hoặc từng cơ quan")]
    text = [
        Block(cap="khoan", chu=f"1. {papers.host.ten} báo cáo: {unmarked_numbers(summary(papers.found))}"),
        Block(cap="khoan", chu="2. Ý kiến của các đại biểu:"),
        *(Block(cap="gach", chu=words) for words in said),
        Block(cap="khoan", chu="3. Chủ tọa kết luận:"),
        *(Block(cap="gach", chu=words) for words in _conclusions(papers)),
    ]
    end = (
        f"{meeting.ket_thuc}, {papers.day}" if meeting.ket_thuc else fill("giờ kết thúc") + f", {papers.day}"
    )
    return papers.papers.document(
        "bien_ban",
        papers.issuer(meeting.bien_ban),
        text,
        day=day,
        trich_yeu=upper_first(papers.name),
        bat_dau=papers.time,
        dia_diem=meeting.dia_diem or fill("địa điểm"),
        thanh_phan=[*present, *(f"vắng mặt: {name}" for name in meeting.vang_mat)],
        chu_toa=meeting.chu_tri or fill("họ tên, chức vụ người chủ trì"),
        thu_ky=meeting.thu_ky or fill("họ tên người ghi biên bản"),
        ket_thuc=end,
        noi_nhan=["Thành phần dự họp"],
        **front(meeting.bien_ban),
    )


def compose_conclusions(papers: MeetingPapers, *, day: date) -> PlainDocument:
    """The thông báo kết luận of the meeting. `day` dates the file."""
    meeting = papers.meeting
    chair = _in_sentence(meeting.chu_tri) or fill("người chủ trì")
    when = upper_first(papers.day)
    place = f" tại {meeting.dia_diem}" if meeting.dia_diem else ""
    present = f" Tham dự có {listed(meeting.thanh_phan)}." if meeting.thanh_phan else ""
    heard = f"Sau khi nghe {papers.host.ten} báo cáo và ý kiến của các đại biểu"
    text = [
        Block(cap="doan", chu=f"{when}{place}, {chair} chủ trì {papers.occasion}.{present}"),
        Block(cap="doan", chu=f"{heard}, {chair} kết luận như sau:"),
        Block(cap="muc_la_ma", chu="ĐÁNH GIÁ CHUNG"),
        Block(cap="doan", chu=unmarked_numbers(summary(papers.found))),
        Block(cap="muc_la_ma", chu="NHIỆM VỤ TRONG THỜI GIAN TỚI"),
        *(Block(cap="khoan", chu=f"{i}. {words}") for i, words in enumerate(_conclusions(papers), start=1)),
        Block(
            cap="doan",
            chu=f"{papers.host.ten} theo dõi, đôn đốc, tổng hợp kết quả thực hiện các kết luận nêu trên.",
        ),
    ]
    return papers.papers.document(
        "thong_bao",
        papers.issuer(meeting.thong_bao),
        text,
        day=day,
        trich_yeu=f"Kết luận của {chair} tại {papers.occasion}",
        noi_nhan=_receivers(papers),
        **front(meeting.thong_bao),
    )


def _in_sentence(person: str) -> str:
    """ "Ông Nguyễn Văn A, …" within a sentence: only the courtesy loses its capital."""
    return lower_first(person) if person.startswith(("Ông ", "Bà ", "Đồng chí ")) else person


def _conclusions(papers: MeetingPapers) -> list[str]:
    plan, book = papers.papers.plan, papers.papers.book
    lines = [_sentence(one, plan, book) for one in papers.meeting.ket_luan]
    return lines or [f"{fill('kết luận: nội dung, cơ quan, thời hạn')}."]


def _sentence(one: Conclusion, plan: Plan, book: AgencyBook) -> str:
    """What, who, by when, about which task: the parts that a conclusion needs to be followed up."""
    item = task_named(plan, one.nhiem_vu)
    who = [_name(name, book) for name in one.co_quan]
    if not who and item is not None:
        who = [agency_name(a, book) for a in item.nhiem_vu.chu_tri]
    parts = [one.noi_dung.strip(" .;")]
    parts += [f"cơ quan thực hiện: {', '.join(who)}"] if who else []
    parts += [f"hoàn thành chậm nhất {official_date(one.han)}"] if one.han else []
    about = f" (nhiệm vụ {item.so})" if item is not None else ""
    return f"{parts[0]}{about}{''.join(f'; {part}' for part in parts[1:])}."


def task_named(plan: Plan, key: str | None) -> Numbered | None:
    """The task with this number (as counted anew) or id."""
    if key is None:
        return None
    return next((item for item in numbered(plan) if key.strip() in (item.so, item.nhiem_vu.id)), None)


def _name(words: str, book: AgencyBook) -> str:
    found = book.find(words)
    return found.ten if found else words


def _receivers(papers: MeetingPapers) -> list[str]:
    """Everyone with a conclusion to carry out, then all others concerned."""
    plan, book = papers.papers.plan, papers.papers.book
    named: list[str] = []
    for one in papers.meeting.ket_luan:
        item = task_named(plan, one.nhiem_vu)
        named += [_name(words, book) for words in one.co_quan]
        if item is not None and not one.co_quan:
            named += [agency_name(a, book) for a in item.nhiem_vu.chu_tri]
    named += [row.bearer.name for row in papers.concerned()]
    return list(dict.fromkeys(named)) or [fill("nơi nhận")]
