"""Plan → Tờ trình that asks the issuer for the plan: by the body that drafted it and follows it up.

Due until the plan is issued. What only a person knows (need, opinions gathered, funds) is a marked blank.
"""

from datetime import date

from vanban.compose.citing import grounds, missing_parts
from vanban.compose.figures import agency_key
from vanban.compose.heads import submitting_agency
from vanban.compose.phrases import agency_name, closed
from vanban.compose.plan_frame import PlanPapers, section
from vanban.model.agency import AgencyBook
from vanban.model.deadline import DeadlineKind
from vanban.model.document import fill
from vanban.model.plain import Block, PlainDocument
from vanban.model.plan import Numbered, Plan, numbered
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first

_NEED = "thực trạng và sự cần thiết, do người soạn viết"
_OPINIONS = "các cơ quan đã lấy ý kiến; số ý kiến; nội dung tiếp thu, giải trình"


def compose_plan_submission(plan: Plan, book: AgencyBook, *, day: date) -> PlainDocument:
    """The Tờ trình for the plan itself. `day` dates the file; number and day of the paper stay blank.

    Raises NoPaperError where nobody below the issuer coordinates the plan.
    """
    papers = PlanPapers(plan, book)
    plan, submitter, issuer = papers.plan, submitting_agency(papers.plan, papers.book), papers.issuer
    subject = plan.van_ban.trich_yeu or fill("trích yếu của Kế hoạch")
    request = f"{submitter.ten} kính trình {issuer.ten} xem xét, ban hành Kế hoạch {lower_first(subject)}"
    complete = [citation for citation in plan.can_cu if not missing_parts(citation)]
    drafted = [*_needs(plan), *_history(), *_contents(papers), *_open_questions(plan)]
    text = [
        Block(cap="doan", chu=f"{request}, cụ thể như sau:"),
        *drafted,
        *section("KIẾN NGHỊ", [closed(request)]),
        Block(cap="doan", chu=f"(Hồ sơ kèm theo: Dự thảo Kế hoạch {lower_first(subject)})"),
    ]
    return papers.document(
        "to_trinh",
        submitter,
        text,
        day=day,
        trich_yeu=f"Về việc ban hành Kế hoạch {lower_first(subject)}",
        kinh_gui=[issuer.ten],
        can_cu=grounds(complete),
    )


def _needs(plan: Plan) -> list[Block]:
    aims = plan.muc_dich or plan.muc_tieu
    return section("SỰ CẦN THIẾT BAN HÀNH KẾ HOẠCH", [*map(closed, aims), fill(_NEED)])


def _history() -> list[Block]:
    return section("QUÁ TRÌNH XÂY DỰNG", [f"Kết quả lấy ý kiến: {fill(_OPINIONS)}."])


def _contents(papers: PlanPapers) -> list[Block]:
    plan = papers.plan
    tasks = numbered(plan)
    leads = {agency_key(a): a for item in tasks for a in item.nhiem_vu.chu_tri}
    names = [agency_name(one, papers.book) for one in leads.values()]
    told = f"Dự thảo Kế hoạch gồm {padded(len(plan.nhom))} nhóm với {padded(len(tasks))} nhiệm vụ:"
    groups = [f"{group.ten.rstrip(' .;:')}: {padded(len(group.nhiem_vu))} nhiệm vụ" for group in plan.nhom]
    lines = [
        Block(cap="gach", chu=f"{text}{'.' if i == len(groups) else ';'}")
        for i, text in enumerate(groups, start=1)
    ]
    after = [f"Cơ quan chủ trì ({padded(len(names))}): {'; '.join(names)}."] if names else []
    funds = [closed(text) for text in plan.kinh_phi] or [f"Kinh phí: {fill('nguồn và dự toán kinh phí')}."]
    return [
        *section("NỘI DUNG CHỦ YẾU", [told]),
        *lines,
        *(Block(cap="doan", chu=text) for text in (*after, *funds)),
    ]


def _open_questions(plan: Plan) -> list[Block]:
    """What the plan says in two ways or not at all: the issuer is asked before it signs."""
    lines = [line for item in numbered(plan) if (line := _question(item))]
    if not lines:
        return []
    return section("NỘI DUNG XIN Ý KIẾN", lines, "gach")


def _question(item: Numbered) -> str:
    task, asked = item.nhiem_vu, []
    if task.thoi_han.kieu is DeadlineKind.MAU_THUAN:
        ways = " hay ".join(f"“{one.nguyen_van}”" for one in task.thoi_han.ung_vien)
        asked.append(f"thời hạn là {ways}")
    elif not task.thoi_han.is_clear:
        asked.append("thời hạn")
    if not task.chu_tri:
        asked.append("cơ quan chủ trì")
    return f"Nhiệm vụ {item.so} “{task.display_name}”: {'; '.join(asked)}." if asked else ""
