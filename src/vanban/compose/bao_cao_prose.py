"""The sentences of a report: figures and tasks in running Vietnamese.

A part that is 0 is left out, a part that is the whole is said as such, and numbers below ten take a
zero in front, as they do in dates.
"""

from collections.abc import Sequence
from datetime import date

from vanban.compose.citing import missing_parts
from vanban.compose.figures import Figures
from vanban.compose.phrases import closed
from vanban.compose.printed import counted, listed, of_case, percentage, share, two_digits
from vanban.compose.standing import DONE, NOT_STARTED, OVERDUE, UNCLEAR, UNDER_WAY, Standing
from vanban.compose.tally import Case, Tally
from vanban.model.agency import AgencyBook
from vanban.model.citation import Citation
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.document import fill
from vanban.model.progress import AdjustedDeadline, ProducedPaper
from vanban.model.report import Figure
from vanban.viet.citations import format_citation
from vanban.viet.dates import official_date, short_date
from vanban.viet.deadlines import format_deadline
from vanban.viet.text import lower_first, upper_first

UNREPORTED = "chưa có báo cáo của cơ quan chủ trì"


def summary(figures: Figures) -> str:
    """The sentences under "Tổng hợp chung": all counts, then the share of the tasks that are due."""
    if not figures.tong.gia_tri:
        return "Kế hoạch chưa có nhiệm vụ."
    parts = [_done_of_all(figures), *_open_parts(figures)]
    return " ".join(
        [f"Đến {official_date(figures.as_of)}, {'; '.join(parts)}.", *_due(figures), *_silent(figures)]
    )


def _done_of_all(tally: Tally) -> str:
    done, total = tally.hoan_thanh, tally.tong
    if not done.gia_tri:
        return f"chưa có nhiệm vụ nào hoàn thành trong tổng số {counted(total)}"
    part = share(done, total)
    how = _breakdown(
        done,
        (tally.dung_han, "đúng hạn"),
        (tally.tre_han, "trễ hạn"),
        (tally.count(Standing.HOAN_THANH_CHUA_RO_HAN), "chưa rõ thời hạn để đối chiếu"),
    )
    return f"có {two_digits(done)}/{counted(total)} hoàn thành ({part}){how}"


def _open_parts(tally: Tally) -> list[str]:
    """What is not finished, with what departs from the deadline; being in time needs no word."""
    late, unclear = "nhiệm vụ quá hạn", "nhiệm vụ chưa xác định thời hạn"
    count = tally.count
    rows = (
        (tally.dang, "đang thực hiện", Standing.DANG_QUA_HAN, Standing.DANG_CHUA_XAC_DINH_HAN),
        (tally.chua, "chưa thực hiện", Standing.CHUA_QUA_HAN, Standing.CHUA_CHUA_XAC_DINH_HAN),
        (tally.tam_dung, "tạm dừng", Standing.TAM_DUNG_QUA_HAN, None),
        (tally.huy, "đã hủy", None, None),
    )
    return [
        f"{counted(figure)} {words}"
        + _breakdown(
            figure,
            (count(overdue) if overdue else None, late),
            (count(open_end) if open_end else None, unclear),
        )
        for figure, words, overdue, open_end in rows
        if figure.gia_tri
    ]


def _breakdown(whole: Figure, *parts: tuple[Figure | None, str]) -> str:
    """ ", trong đó 07 đúng hạn, 05 trễ hạn"; ", đều đúng hạn" where one part is the whole."""
    present = [(figure, words) for figure, words in parts if figure and figure.gia_tri]
    if not present:
        return ""
    figure, words = present[0]
    if figure.gia_tri == whole.gia_tri:
        each = words.removeprefix("nhiệm vụ ")
        return f", đều {each}" if whole.gia_tri > 1 else f", {each}"
    return f", trong đó {', '.join(f'{two_digits(f)} {w}' for f, w in present)}"


def _due(figures: Figures) -> list[str]:
    due = figures.den_han
    if not due.gia_tri:
        return ["Chưa có nhiệm vụ nào đến hạn."]
    return [f"Trong {counted(due)} đến hạn, tỷ lệ hoàn thành là {share(figures.den_han_xong, due)}."]


def _silent(figures: Figures) -> list[str]:
    silent = figures.chua_bao_cao
    if not silent.gia_tri:
        return []
    return [f"Có {counted(silent)} {UNREPORTED}, được tính là chưa thực hiện ({listed(silent)})."]


def group_comment(tally: Tally) -> str:
    """One sentence on the tasks of a group."""
    if len(tally.cases) < 2:
        return (
            "".join(f"Nhóm có {counted(tally.tong)}, {c.tinh_trang.label}." for c in tally.cases)
            or "Nhóm chưa có nhiệm vụ."
        )
    done = tally.hoan_thanh
    parts = _open_parts(tally)
    if done.gia_tri:
        how = _breakdown(
            done,
            (tally.dung_han, "đúng hạn"),
            (tally.tre_han, "trễ hạn"),
            (tally.count(Standing.HOAN_THANH_CHUA_RO_HAN), "chưa rõ thời hạn để đối chiếu"),
        )
        parts.insert(0, f"{counted(done)} {'hoàn thành' if parts else 'đã hoàn thành'}{how}")
    if len(parts) == 1:
        all_alike = parts[0].removeprefix(counted(tally.tong)).replace(", đều ", ", ")
        return f"Nhóm có {counted(tally.tong)}, đều{all_alike}."
    return f"Nhóm có {counted(tally.tong)}: {'; '.join(parts)}."


_ORDER = (DONE, UNDER_WAY, NOT_STARTED)


def in_order(cases: Sequence[Case]) -> list[Case]:
    """Finished ones first, then under way, not started, overdue, and the rest; by number within."""

    def rank(case: Case) -> int:
        if case.tinh_trang in OVERDUE:
            return len(_ORDER)
        return next((i for i, those in enumerate(_ORDER) if case.tinh_trang in those), len(_ORDER) + 1)

    return sorted(cases, key=rank)


def task_line(case: Case, book: AgencyBook) -> str:
    """One task in full sentences: how it stands, by which papers, with which result."""
    lines = [f"Nhiệm vụ {case.so} {set_apart(name(case))}: {standing_words(case)}."]
    later = case.dieu_chinh
    if later:
        lines.append(f"{upper_first(adjusted_words(later))}.")
    done = case.tinh_trang in DONE
    papers = [paper(p, book) for p in papers_by_then(case)]
    result = result_by_then(case)
    if papers:
        lines.append(f"{'Sản phẩm' if done else 'Sản phẩm đã có'}: {'; '.join(papers)}.")
    elif done and not result:
        lines.append(f"Sản phẩm: {fill('số, ngày, trích yếu văn bản hoặc kết quả đạt được')}.")
    return " ".join([*lines, result]).rstrip()


def adjusted_words(later: AdjustedDeadline) -> str:
    """The later deadline that was allowed, and by which paper."""
    return f"hạn được điều chỉnh đến ngày {short_date(later.ngay)} theo {later.van_ban.strip(' .;')}"


def papers_by_then(case: Case) -> list[ProducedPaper]:
    """The papers that the report names, but those dated after the day of the figures."""
    papers = case.ban_ghi.san_pham_dat if case.ban_ghi else []
    return [p for p in papers if p.ngay is None or p.ngay <= case.as_of]


def result_by_then(case: Case) -> str:
    """The words of the report as a sentence; "" where they tell of a completion that was yet to come."""
    record = case.ban_ghi
    if record is None or not record.ket_qua or (record.ngay_hoan_thanh and not case.ngay_hoan_thanh):
        return ""
    return closed(upper_first(record.ket_qua))


def name(case: Case) -> str:
    """The name of the task without a final mark."""
    return case.nhiem_vu.display_name.rstrip(" .;:,")


def set_apart(words: str) -> str:
    """The name as it stands in running text: in brackets, or in a mark that the name does not hold itself.

    A name with brackets goes into “ ”, one with brackets and “ ” into ‘ ’, one with all of them after a dash.
    """
    marks = (("(", ")"), ("“", "”"), ("‘", "’"))
    for opening, closing in marks:
        if opening not in words and closing not in words:
            return f"{opening}{words}{closing}"
    return f"– {words}"


def standing_words(case: Case, *, with_deadline: bool = True) -> str:
    """The standing with day, days and percentage: "đang thực hiện (60%), quá hạn 123 ngày (hạn: …)"."""
    if case.ngay_hoan_thanh:
        return _finished_words(case, case.ngay_hoan_thanh)
    work, _, time = case.tinh_trang.label.partition(", ")
    if case.phan_tram and case.tinh_trang is not Standing.HUY:
        work += f" ({percentage(case)})"
    if case.ban_ghi is None:
        work += f" ({UNREPORTED})"
    if case.qua:
        time = f"quá hạn {two_digits(of_case(case, case.qua))} ngày"
    if time and with_deadline:
        says = "Kế hoạch ghi" if case.tinh_trang in UNCLEAR else "thời hạn"
        time += f" ({says}: {deadline_words(case.nhiem_vu.thoi_han)})"
    return f"{work}, {time}" if time else work


def _finished_words(case: Case, finished: date) -> str:
    day = short_date(finished)
    if case.tinh_trang is Standing.HOAN_THANH_TRE_HAN:
        return f"hoàn thành ngày {day}, trễ hạn {two_digits(of_case(case, case.tre))} ngày"
    if case.tinh_trang is Standing.HOAN_THANH_DUNG_HAN:
        return f"hoàn thành ngày {day}, đúng hạn"
    return f"hoàn thành ngày {day}, chưa xác định được thời hạn để đối chiếu"


def deadline_words(deadline: Deadline, joint: str = " hoặc ") -> str:
    """The deadline in the one form; what is not clear is quoted as the plan says it.

    `joint` stands between the things that a contradictory deadline says.
    """
    if deadline.kieu is DeadlineKind.MAU_THUAN:
        return joint.join(f"“{c.nguyen_van.strip(' .;')}”" for c in deadline.ung_vien)
    if deadline.kieu is DeadlineKind.CHUA_RO:
        raw = deadline.nguyen_van.strip(" .;")
        return f"“{raw}”" if raw else "không ghi thời hạn"
    return lower_first(format_deadline(deadline))


def paper(produced: ProducedPaper, book: AgencyBook, *, first: bool = True) -> str:
    """A paper as cited the first time, in all parts, or later, by kind and number."""
    agency = book.find(produced.co_quan) if produced.co_quan else None
    citation = Citation(
        loai=produced.loai,
        so_ky_hieu=produced.so_ky_hieu,
        ngay=produced.ngay,
        co_quan=agency.ten if agency else produced.co_quan,
        trich_yeu=produced.trich_yeu,
    )
    text = format_citation(citation, first=first).rstrip(" .;")
    missing = missing_parts(citation)
    return f"{text} {fill('bổ sung ' + ', '.join(missing))}" if missing and first else text
