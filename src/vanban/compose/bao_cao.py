"""Plan + Progress → Báo cáo sơ kết: the coordinator of a plan reports to the agency that issued it.

Every number is taken from `figures`. Items of lists are printed one paragraph each and carry their own
final mark: full sentences end with ".", the last paragraph of the last section with "./.".
"""

from datetime import date

from vanban.compose.bao_cao_charts import charts
from vanban.compose.bao_cao_outlook import asked, difficulties, outlook, overdue_opening, proposals
from vanban.compose.bao_cao_prose import group_comment, in_order, summary, task_line
from vanban.compose.bao_cao_tables import (
    agency_table,
    detail_table,
    done_table,
    group_table,
    note_on_columns,
    overdue_table,
    summary_table,
)
from vanban.compose.comparison import Comparison, compare
from vanban.compose.comparison_words import comparison_sentences, comparison_table
from vanban.compose.figures import Figures, figures
from vanban.compose.printed import counted, listed, two_digits
from vanban.compose.report_frame import ReportFrame, frame
from vanban.compose.targets import target_rows, target_sentence
from vanban.compose.tidy import tidied
from vanban.compose.tracing import traced
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import fill
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.model.report import GroupReport, ReportDocument, TableNumbers
from vanban.viet.dates import official_date, short_date

KIND = "bao_cao"
ABOUT = "Sơ kết kết quả thực hiện Kế hoạch"


def compose_report(
    plan: Plan,
    progress: Progress,
    book: AgencyBook,
    *,
    as_of: date,
    before: Progress | None = None,
    to: Agency | None = None,
    number: int | None = None,
    day: date | None = None,
    draft: bool = True,
) -> ReportDocument:
    """The Báo cáo sơ kết with the figures at the end of `as_of`; `number` and `day` of the paper may wait.

    `before` is the progress to compare with; `to` an addressee above the agency that issued the plan,
    which then reports itself. Raises NoPaperError where the plan names no coordinator or has no tasks,
    SourceError where the book lacks the coordinator, the progress speaks of unknown tasks, or `before`
    is of no earlier day.
    """
    plan, progress, book = tidied(plan), tidied(progress), tidied(book)
    who = frame(plan, book, as_of, to=to, number=number, day=day, draft=draft)
    found = figures(plan, progress, as_of)
    past = compare(plan, found, tidied(before)) if before else None
    document = _document(who, found, past, book, who.opening(plan, "kết quả thực hiện", progress.ngay_chot))
    return traced(document, _places(document.so_bang))


def _places(numbers: TableNumbers) -> dict[str, str]:
    """Where the template prints each field."""
    return {
        "chi_dao": "mục I",
        "tong_hop": "mục II.1",
        "bang_tong_hop": f"Bảng {numbers.tong_hop}",
        "so_sanh": "mục II.1, so với kỳ trước",
        "bang_so_sanh": f"Bảng {numbers.so_sanh}",
        "bang_nhom": f"Bảng {numbers.nhom}",
        "ghi_chu_nhom": f"ghi chú Bảng {numbers.nhom}",
        "theo_nhom": "mục II.2",
        "bang_co_quan": f"Bảng {numbers.co_quan}",
        "ghi_chu_co_quan": f"ghi chú Bảng {numbers.co_quan}",
        "bang_hoan_thanh": f"Bảng {numbers.hoan_thanh}",
        "chi_tieu": "mục II.5" if numbers.hoan_thanh else "mục II.4",
        "bang_chi_tieu": f"Bảng {numbers.chi_tieu}",
        "kho_khan": "mục III",
        "qua_han_mo_dau": "mục IV",
        "bang_qua_han": f"Bảng {numbers.qua_han}",
        "phuong_huong": "mục V",
        "kien_nghi": "mục VI",
        "phu_luc_ten": "tên Phụ lục",
        "phu_luc": "Phụ lục",
    }


def _document(
    who: ReportFrame, found: Figures, past: Comparison | None, book: AgencyBook, opening: str
) -> ReportDocument:
    drawn = charts(found, book)
    targets = target_rows(found, past.truoc if past else None)
    return ReportDocument(
        **who.document(KIND, ABOUT, found, book),
        mo_dau=opening,
        chi_dao=_direction(found, who.coordinator),
        ngay_chot=short_date(found.as_of),
        tong_hop=summary(found),
        so_bang=_table_numbers(found, past, measured=bool(targets)),
        bang_tong_hop=summary_table(found),
        so_sanh=comparison_sentences(past) if past else [],
        bang_so_sanh=comparison_table(past) if past else [],
        theo_nhom=_groups(found, book),
        bang_nhom=group_table(found),
        ghi_chu_nhom=note_on_columns(found),
        bang_co_quan=agency_table(found, book),
        ghi_chu_co_quan=_note_on_turns(found),
        bieu_do_nhom=drawn.get("nhom"),
        bieu_do_co_quan=drawn.get("co_quan"),
        bieu_do_thang=drawn.get("thang"),
        bang_hoan_thanh=done_table(found, book),
        chi_tieu=target_sentence(found),
        bang_chi_tieu=targets,
        kho_khan=difficulties(found),
        qua_han_mo_dau=overdue_opening(found),
        bang_qua_han=overdue_table(found, book),
        phuong_huong=outlook(found),
        kien_nghi=proposals(asked(found), found, book, who),
        phu_luc_ten=(
            f"Chi tiết tình hình thực hiện {counted(found.tong)} (đến {official_date(found.as_of)})"
        ).upper(),
        phu_luc_kem_theo=who.attached(),
        phu_luc=detail_table(found, book),
    )


def _table_numbers(found: Figures, past: Comparison | None, *, measured: bool) -> TableNumbers:
    there = {
        "tong_hop": True,
        "so_sanh": past is not None,
        "nhom": True,
        "co_quan": True,
        "hoan_thanh": bool(found.hoan_thanh.gia_tri),
        "chi_tieu": measured,
        "qua_han": bool(found.overdue),
    }
    names = [name for name, printed in there.items() if printed]
    return TableNumbers(**{name: str(i) for i, name in enumerate(names, start=1)})


def _direction(found: Figures, coordinator: Agency) -> list[str]:
    """What the plan assigned, and a blank for the papers of direction since."""
    turns = f" ({two_digits(found.luot)} lượt chủ trì)" if found.luot.gia_tri != found.tong.gia_tri else ""
    return [
        f"Kế hoạch giao {counted(found.tong)} thuộc {two_digits(found.so_nhom)} nhóm cho "
        f"{two_digits(found.so_chu_tri)} cơ quan chủ trì{turns}; {coordinator.ten} là đầu mối tổng hợp, "
        f"theo dõi, đôn đốc, báo cáo tiến độ.",
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
