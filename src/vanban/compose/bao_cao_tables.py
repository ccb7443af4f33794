"""The tables of a report, from the figures; values are ready to print."""

from collections.abc import Sequence

from vanban.compose.bao_cao_prose import (
    deadline_words,
    name,
    paper,
    papers_by_then,
    result_by_then,
    standing_words,
)
from vanban.compose.count_columns import COLUMNS, total
from vanban.compose.figures import Figures
from vanban.compose.phrases import agency_name, closed
from vanban.compose.printed import counted, digits, listed, of_case, share
from vanban.compose.standing import OTHER, Standing
from vanban.compose.tally import Case, Tally
from vanban.model.agency import AgencyBook
from vanban.model.document import fill
from vanban.model.plan import Assignment
from vanban.model.progress import ProducedPaper
from vanban.model.report import CountRow, DetailRow, DoneRow, Figure, OverdueRow, SummaryRow
from vanban.viet.dates import short_date
from vanban.viet.text import upper_first

NOTHING = "–"
"""In a cell where there is nothing to say."""


def summary_table(figures: Figures) -> list[SummaryRow]:
    """Table 1: each count with its share and the fraction that the share is of."""
    total, done, count = figures.tong, figures.hoan_thanh, figures.count
    return [
        SummaryRow(chi_tieu="Tổng số nhiệm vụ", so=digits(total), ty_le="100%" if total.gia_tri else NOTHING),
        _share("Hoàn thành", done, total),
        _share("- Đúng hạn", figures.dung_han, done),
        _share("- Trễ hạn", figures.tre_han, done),
        *_present("- Chưa rõ thời hạn", count(Standing.HOAN_THANH_CHUA_RO_HAN), done),
        _share("Đang thực hiện", figures.dang, total),
        _share("- Trong hạn", count(Standing.DANG_TRONG_HAN), figures.dang),
        _share("- Quá hạn", count(Standing.DANG_QUA_HAN), figures.dang),
        *_present("- Chưa xác định thời hạn", count(Standing.DANG_CHUA_XAC_DINH_HAN), figures.dang),
        _share("Chưa thực hiện", figures.chua, total),
        *_present("- Quá hạn", count(Standing.CHUA_QUA_HAN), figures.chua),
        *_present("- Chưa xác định thời hạn", count(Standing.CHUA_CHUA_XAC_DINH_HAN), figures.chua),
        *_present("Tạm dừng", figures.tam_dung, total),
        *_present("- Quá hạn", count(Standing.TAM_DUNG_QUA_HAN), figures.tam_dung),
        *_present("Đã hủy", figures.huy, total),
        _share(f"Đến hạn (trước ngày {short_date(figures.as_of)})", figures.den_han, total),
        _share("- Đã hoàn thành", figures.den_han_xong, figures.den_han),
        _share("- Quá hạn", figures.qua_han, figures.den_han),
    ]


def _share(what: str, part: Figure, whole: Figure) -> SummaryRow:
    ratio = NOTHING
    if whole.gia_tri:
        ratio = f"{share(part, whole)} ({digits(part)}/{digits(whole)})"
    return SummaryRow(chi_tieu=what, so=digits(part), ty_le=ratio)


def _present(what: str, part: Figure, whole: Figure) -> list[SummaryRow]:
    return [_share(what, part, whole)] if part.gia_tri else []


def group_table(figures: Figures) -> list[CountRow]:
    """Table 2: a row for each group, then the sum."""
    return [
        *(_counts(f"Nhóm {group.so}", [group]) for group in figures.by_group),
        _counts("Cộng", [figures]),
    ]


def agency_table(figures: Figures, book: AgencyBook) -> list[CountRow]:
    """Table 3: a row for each lead agency, then the sum of turns (not of tasks)."""
    rows = [
        _counts(agency_name(whole_name(row.co_quan), book), [row], digits(row.phoi_hop))
        for row in figures.by_agency
    ]
    return [*rows, _counts("Cộng lượt", figures.by_agency, NOTHING)] if rows else []


def whole_name(assignment: Assignment) -> Assignment:
    """The agency without the scope of one task."""
    return assignment.model_copy(update={"pham_vi": None})


def _counts(title: str, tallies: Sequence[Tally], cooperation: str = "") -> CountRow:
    """The columns are apart from each other: in each row they sum up to `tong`."""
    columns = {column.truong: digits(column.of(tallies)) for column in COLUMNS}
    whole = total([tally.tong for tally in tallies])
    return CountRow(ten=title, tong=digits(whole), **columns, phoi_hop=cooperation)


def note_on_columns(figures: Figures) -> str:
    """What two columns gather that is not in their names: overdue tasks not started, and the rest."""
    waiting = figures.count(Standing.CHUA_QUA_HAN)
    parts = [
        f"{counted(figure)} {standing.label}"
        for standing in OTHER
        if (figure := figures.count(standing)).gia_tri
    ]
    notes = [
        f"cột “Chưa thực hiện” có {counted(waiting)} quá hạn ({listed(waiting)})" if waiting.gia_tri else "",
        f"cột “Khác” gồm {', '.join(parts)}" if parts else "",
    ]
    told = "; ".join(note for note in notes if note)
    return f"Ghi chú: {told}." if told else ""


def done_table(figures: Figures, book: AgencyBook) -> list[DoneRow]:
    """The finished tasks, in the order of the plan, with number and day of each paper."""
    return [
        DoneRow(
            so=case.so,
            ten=name(case),
            ngay=short_date(case.ngay_hoan_thanh),
            tre=_in_time(case),
            van_ban="; ".join(_numbered(one, book) for one in papers_by_then(case)) or NOTHING,
        )
        for case in figures.cases
        if case.ngay_hoan_thanh
    ]


def _in_time(case: Case) -> str:
    if case.tinh_trang is Standing.HOAN_THANH_CHUA_RO_HAN:
        return "chưa rõ thời hạn"
    return f"trễ {digits(of_case(case, case.tre))} ngày" if case.tre else "đúng hạn"


def _numbered(produced: ProducedPaper, book: AgencyBook) -> str:
    """Kind, number and day: "Quyết định số 2174/QĐ-UBND ngày 26/9/2025"."""
    words = paper(produced, book, first=False)
    return f"{words} ngày {short_date(produced.ngay)}" if produced.ngay else words


def overdue_table(figures: Figures, book: AgencyBook) -> list[OverdueRow]:
    """Table 4: overdue tasks, the longest first."""
    return [
        OverdueRow(
            so=case.so,
            ten=name(case),
            chu_tri=leads(case, book),
            han=_last_days(case),
            qua=digits(of_case(case, case.qua)),
            phan_tram=NOTHING if case.phan_tram is None else digits(of_case(case, case.phan_tram)),
        )
        for case in figures.overdue
    ]


def _last_days(case: Case) -> str:
    """The last day by the plan, and the one that was allowed later."""
    planned = short_date(case.den) if case.den else NOTHING
    later = case.dieu_chinh
    return f"{planned} (điều chỉnh: {short_date(later.ngay)})" if later else planned


def leads(case: Case, book: AgencyBook) -> str:
    """The lead agencies, separated by ";" since names contain commas."""
    return "; ".join(agency_name(a, book) for a in case.nhiem_vu.chu_tri) or fill("cơ quan chủ trì")


def detail_table(figures: Figures, book: AgencyBook) -> list[DetailRow]:
    """The appendix: every task, in the order of the plan."""
    return [
        DetailRow(
            so=case.so,
            ten=name(case),
            chu_tri=leads(case, book),
            han=upper_first(deadline_words(case.nhiem_vu.thoi_han)),
            tinh_trang=upper_first(standing_words(case, with_deadline=False)),
            ket_qua=_result(case, book),
        )
        for case in figures.cases
    ]


def _result(case: Case, book: AgencyBook) -> str:
    """The papers in short (the body cites them in full), then the result."""
    papers = "; ".join(paper(p, book, first=False) for p in papers_by_then(case))
    parts = [closed(upper_first(papers)), result_by_then(case)]
    return " ".join(part for part in parts if part) or NOTHING
