"""Plan + Progress → Báo cáo sơ kết: the coordinator of a plan reports to the agency that issued it.

Every number is taken from `figures`. Items of lists are printed one paragraph each and carry their own
final mark: full sentences end with ".", the last paragraph of the last section with "./.".
"""

from dataclasses import dataclass
from datetime import date

from vanban.compose.bao_cao_charts import charts
from vanban.compose.bao_cao_outlook import difficulties, outlook, overdue_opening, proposals
from vanban.compose.bao_cao_prose import group_comment, in_order, summary, task_line
from vanban.compose.bao_cao_tables import (
    agency_table,
    detail_table,
    group_table,
    note_on_columns,
    overdue_table,
    summary_table,
)
from vanban.compose.citing import plan_citation
from vanban.compose.figures import Figures, figures
from vanban.compose.heads import issuing_agency
from vanban.compose.letterhead import keep_line, letterhead, recipients, signature_block, symbol_of
from vanban.compose.phrases import agency_name
from vanban.compose.printed import counted, listed, two_digits
from vanban.compose.tidy import tidied
from vanban.compose.tracing import traced
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import Letterhead, fill
from vanban.model.errors import NoPaperError, SourceError
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.model.report import GroupReport, ReportDocument
from vanban.viet.dates import official_date, short_date
from vanban.viet.numbers import padded
from vanban.viet.text import lower_first

KIND = "bao_cao"
ABOUT = "Sơ kết kết quả thực hiện Kế hoạch"


def compose_report(
    plan: Plan,
    progress: Progress,
    book: AgencyBook,
    *,
    as_of: date,
    number: int | None = None,
    day: date | None = None,
    draft: bool = True,
) -> ReportDocument:
    """The Báo cáo sơ kết with the figures at the end of `as_of`; `number` and `day` of the paper may wait.

    Raises NoPaperError where the plan names no coordinator or has no tasks, SourceError where the
    book lacks an agency that the report needs or the progress speaks of unknown tasks.
    """
    plan, progress, book = tidied(plan), tidied(progress), tidied(book)
    paper = _Paper(
        author=_coordinator(plan, book),
        addressee=issuing_agency(plan, book),
        about=lower_first(plan.van_ban.trich_yeu),
        found=figures(plan, progress, as_of),
        number=number,
        day=day,
        draft=draft,
    )
    if not paper.found.cases:
        raise NoPaperError(
            "kế hoạch chưa có nhiệm vụ nên không có gì để báo cáo",
            where="nhom",
            next_step="ghi các nhóm nhiệm vụ vào khóa nhom của kế hoạch",
        )
    return traced(_document(paper, book, _opening(plan, progress, paper)), _PLACES)


_PLACES = {
    "chi_dao": "mục I",
    "tong_hop": "mục II.1",
    "bang_tong_hop": "Bảng 1",
    "bang_nhom": "Bảng 2",
    "ghi_chu_nhom": "ghi chú Bảng 2",
    "theo_nhom": "mục II.2",
    "bang_co_quan": "Bảng 3",
    "ghi_chu_co_quan": "ghi chú Bảng 3",
    "kho_khan": "mục III",
    "qua_han_mo_dau": "mục IV",
    "bang_qua_han": "Bảng 4",
    "phuong_huong": "mục V",
    "kien_nghi": "mục VI",
    "phu_luc_ten": "tên Phụ lục",
    "phu_luc": "Phụ lục",
}
"""Where the template prints each field."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """Who reports what to whom, and what is known of the paper itself; `about` is the plan's subject."""

    author: Agency
    addressee: Agency
    about: str
    found: Figures
    number: int | None
    day: date | None
    draft: bool

    @property
    def symbol(self) -> str:
        return symbol_of("BC", self.author)

    @property
    def year(self) -> int:
        return (self.day or self.found.as_of).year


def _document(paper: _Paper, book: AgencyBook, opening: str) -> ReportDocument:
    found, author, addressee = paper.found, paper.author, paper.addressee
    drawn = charts(found, book)
    return ReportDocument(
        loai=KIND,
        ten_loai="BÁO CÁO",
        trich_yeu=f"{ABOUT} {paper.about or fill('trích yếu của Kế hoạch')}",
        tieu_de=f"Báo cáo {lower_first(ABOUT)} {paper.about}".strip(),
        ngay_lap=paper.day or found.as_of,
        dau_trang=_head(paper, book),
        kinh_gui=[addressee.ten],
        khoi_ky=signature_block(author),
        noi_nhan=recipients(_receivers(paper, book), keep_line(author), as_above=True),
        mo_dau=opening,
        chi_dao=_direction(found, author),
        ngay_chot=short_date(found.as_of),
        tong_hop=summary(found),
        bang_tong_hop=summary_table(found),
        theo_nhom=_groups(found, book),
        bang_nhom=group_table(found),
        ghi_chu_nhom=note_on_columns(found),
        bang_co_quan=agency_table(found, book),
        ghi_chu_co_quan=_note_on_turns(found),
        bieu_do_nhom=drawn.get("nhom"),
        bieu_do_co_quan=drawn.get("co_quan"),
        bieu_do_thang=drawn.get("thang"),
        kho_khan=difficulties(found),
        qua_han_mo_dau=overdue_opening(found),
        bang_qua_han=overdue_table(found, book),
        phuong_huong=outlook(found),
        kien_nghi=proposals(found, book, author, addressee),
        phu_luc_ten=(
            f"Chi tiết tình hình thực hiện {counted(found.tong)} (đến {official_date(found.as_of)})"
        ).upper(),
        phu_luc_kem_theo=_attached_to(paper),
        phu_luc=detail_table(found, book),
    )


def _head(paper: _Paper, book: AgencyBook) -> Letterhead:
    return letterhead(
        paper.author,
        book,
        symbol=paper.symbol,
        number=paper.number,
        day=paper.day,
        year=paper.year,
        draft=paper.draft,
    )


def _coordinator(plan: Plan, book: AgencyBook) -> Agency:
    if not plan.dau_moi:
        raise NoPaperError(
            "kế hoạch không giao cơ quan nào làm đầu mối nên không rõ ai báo cáo",
            where="dau_moi",
            next_step="ghi mã cơ quan đầu mối vào khóa dau_moi của kế hoạch",
        )
    agency = book.find(plan.dau_moi)
    if agency is None:
        raise SourceError(
            f"cơ quan đầu mối “{plan.dau_moi}” không có trong sổ cơ quan",
            where="dau_moi",
            next_step="thêm cơ quan này vào sổ cơ quan (co-quan.yaml) hoặc sửa mã trong kế hoạch",
        )
    return agency


def _opening(plan: Plan, progress: Progress, paper: _Paper) -> str:
    """The opening, which also points to the appendix (Phụ lục I, Phần I, Mục III.1.a)."""
    as_of = paper.found.as_of
    text = (
        f"Thực hiện {plan_citation(plan, paper.addressee)} (sau đây gọi tắt là Kế hoạch), "
        f"{paper.author.ten} báo cáo kết quả thực hiện đến {official_date(as_of)}"
    )
    if progress.ngay_chot != as_of:
        text += f", theo số liệu các cơ quan báo cáo đến {official_date(progress.ngay_chot)}"
    return f"{text} (chi tiết tại Phụ lục kèm theo), như sau:"


def _direction(found: Figures, author: Agency) -> list[str]:
    """What the plan assigned, and a blank for the papers of direction since."""
    turns = f" ({two_digits(found.luot)} lượt chủ trì)" if found.luot.gia_tri != found.tong.gia_tri else ""
    return [
        f"Kế hoạch giao {counted(found.tong)} thuộc {two_digits(found.so_nhom)} nhóm cho "
        f"{two_digits(found.so_chu_tri)} cơ quan chủ trì{turns}; {author.ten} là đầu mối tổng hợp, theo dõi, "
        f"đôn đốc, báo cáo tiến độ.",
        f"Công tác chỉ đạo, đôn đốc: {fill('số, ngày các văn bản chỉ đạo, đôn đốc, cuộc họp đã tổ chức')}.",
    ]


def _groups(found: Figures, book: AgencyBook) -> list[GroupReport]:
    return [
        GroupReport(
            so=group.so,
            ten=group.ten,
            nhan_xet=group_comment(group),
            chi_tiet=[task_line(case, book) for case in in_order(group.cases)],
        )
        for group in found.by_group
    ]


def _note_on_turns(found: Figures) -> str:
    """Why table 3 does not sum up to the number of tasks, where it does not; "" where it does."""
    several, none = found.nhieu_chu_tri, found.khong_chu_tri
    parts = []
    if several.gia_tri:
        parts.append(
            f"nhiệm vụ có nhiều cơ quan chủ trì ({listed(several)}) được tính đủ cho mỗi cơ quan, "
            f"nên tổng là {two_digits(found.luot)} lượt cho {counted(found.tong)}"
        )
    if none.gia_tri:
        parts.append(f"chưa tính {counted(none)} không ghi cơ quan chủ trì ({listed(none)})")
    return f"Ghi chú: {'; '.join(parts)}." if parts else ""


def _receivers(paper: _Paper, book: AgencyBook) -> list[str]:
    """The lead agencies, which see their own figures; "Như trên" stands for the addressee."""
    frame = (paper.author.id, paper.addressee.id)
    return [agency_name(r.co_quan, book) for r in paper.found.by_agency if r.co_quan.co_quan not in frame]


def _attached_to(paper: _Paper) -> str:
    """The line under the title of the appendix (Phụ lục I, Phần I, Mục III.1.c)."""
    printed = padded(paper.number) if paper.number else "…"
    when = official_date(paper.day) if paper.day else f"ngày … tháng … năm {paper.year}"
    return f"(Kèm theo Báo cáo số {printed}/{paper.symbol} {when} của {paper.author.ten})"
