"""Plan + Progress of two periods → Báo cáo tiến độ: what changed in the period, and what comes next.

Every number is taken from `figures` of the two days; what did not change is told in one sentence.
"""

from datetime import date

from vanban.compose.bao_cao_charts import charts
from vanban.compose.bao_cao_outlook import by_label, overdue_opening, press_overdue, proposals, settle_unclear
from vanban.compose.bao_cao_prose import summary, task_line
from vanban.compose.bao_cao_tables import overdue_table
from vanban.compose.comparison import Comparison, compare
from vanban.compose.comparison_words import (
    change_rows,
    comparison_sentences,
    comparison_table,
    due_soon,
    standing_still,
)
from vanban.compose.figures import figures
from vanban.compose.printed import counted
from vanban.compose.report_frame import ReportFrame, frame
from vanban.compose.targets import target_rows, target_sentence
from vanban.compose.tidy import tidied
from vanban.compose.tracing import traced
from vanban.model.agency import Agency, AgencyBook
from vanban.model.document import fill
from vanban.model.period_report import PeriodReportDocument
from vanban.model.plan import Plan
from vanban.model.progress import Progress
from vanban.model.report import Figure, TableNumbers
from vanban.viet.dates import official_date, short_date
from vanban.viet.text import lower_first

KIND = "bao_cao_tien_do"
_FIRST = "Đây là kỳ báo cáo đầu tiên, chưa có số liệu kỳ trước để so sánh."
_NO_OBSTACLES = "Trong kỳ, các cơ quan chủ trì không báo cáo thêm khó khăn, vướng mắc."
_NEXT_DAYS = (7, 31)
"""The shortest and the longest stretch that counts as the next period."""


def compose_period_report(
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
) -> PeriodReportDocument:
    """The Báo cáo tiến độ of the period that ends on `as_of`, compared with `before`.

    Without `before` it is the first one: all that was reported is new. Errors as `compose_report`.
    """
    plan, progress, book = tidied(plan), tidied(progress), tidied(book)
    who = frame(plan, book, as_of, to=to, number=number, day=day, draft=draft)
    found = compare(
        plan, figures(plan, progress, as_of), tidied(before) if before else Progress(ngay_chot=date.min)
    )
    period = f" {lower_first(progress.ky)}" if progress.ky else ""
    document = PeriodReportDocument(
        **who.document(KIND, f"Tiến độ{period} thực hiện Kế hoạch", found.nay, book),
        mo_dau=who.opening(plan, "tiến độ thực hiện", progress.ngay_chot),
        **_fields(who, found, book, first=before is None),
    )
    return traced(document, _places(document.so_bang))


def _fields(who: ReportFrame, found: Comparison, book: AgencyBook, *, first: bool) -> dict[str, object]:
    now = found.nay
    changed = found.where(lambda change: change.happened)
    targets = target_rows(now, None if first else found.truoc)
    obstacles = [(c.nay.so, item) for c in found.changes for item in c.new_difficulties]
    asked = [(c.nay.so, item) for c in found.changes for item in c.new_proposals]
    return {
        "ngay_chot": short_date(now.as_of),
        "tong_hop": summary(now),
        "so_sanh": [_FIRST] if first else comparison_sentences(found),
        "so_bang": _table_numbers(found, first=first, measured=bool(targets)),
        "bang_so_sanh": [] if first else comparison_table(found),
        "bieu_do_nhom": charts(now, book, only=("nhom",)).get("nhom"),
        "moi_xong": _lines(found, found.moi_xong, book),
        "moi_qua_han": _lines(found, found.moi_qua_han, book),
        "khong_doi": standing_still(found),
        "chi_tieu": target_sentence(now),
        "bang_chi_tieu": targets,
        "qua_han_mo_dau": overdue_opening(now),
        "bang_qua_han": overdue_table(now, book),
        "kho_khan": by_label(obstacles, _NO_OBSTACLES),
        "ky_toi": _next(found, first=first),
        "kien_nghi": proposals(asked, now, book, who),
        "phu_luc_ten": (f"{counted(changed)} có thay đổi trong kỳ (đến {official_date(now.as_of)})").upper(),
        "phu_luc_kem_theo": who.attached(),
        "phu_luc": change_rows(found, book),
    }


def _lines(found: Comparison, figure: Figure, book: AgencyBook) -> list[str]:
    return [task_line(case, book) for case in found.nay.cases if case.so in figure.nhiem_vu]


def _next(found: Comparison, *, first: bool) -> list[str]:
    """Overdue tasks to be pressed, what falls due in a period as long as this one, unclear deadlines."""
    now = found.nay
    least, most = _NEXT_DAYS
    days = most if first else min(max((now.as_of - found.truoc.as_of).days, least), most)
    return [
        *press_overdue(now),
        due_soon(now, days),
        *settle_unclear(now),
        f"Giải pháp: {fill('các giải pháp chủ yếu trong kỳ tới')}.",
    ]


def _table_numbers(found: Comparison, *, first: bool, measured: bool) -> TableNumbers:
    there = {"so_sanh": not first, "chi_tieu": measured, "qua_han": bool(found.nay.overdue)}
    names = [name for name, printed in there.items() if printed]
    return TableNumbers(**{name: str(i) for i, name in enumerate(names, start=1)})


def _places(numbers: TableNumbers) -> dict[str, str]:
    """Where the template prints each field."""
    return {
        "tong_hop": "mục I.1",
        "so_sanh": "mục I.1, so với kỳ trước",
        "bang_so_sanh": f"Bảng {numbers.so_sanh}",
        "moi_xong": "mục I.2",
        "moi_qua_han": "mục I.3",
        "khong_doi": "mục I.4",
        "chi_tieu": "mục I.5",
        "bang_chi_tieu": f"Bảng {numbers.chi_tieu}",
        "qua_han_mo_dau": "mục II",
        "bang_qua_han": f"Bảng {numbers.qua_han}",
        "kho_khan": "mục III",
        "ky_toi": "mục IV",
        "kien_nghi": "mục V",
        "phu_luc_ten": "tên Phụ lục",
        "phu_luc": "Phụ lục",
    }
