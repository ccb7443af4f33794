"""The later sections of a report: shortcomings and difficulties, what comes next, proposals.

Counts and deadlines are from the figures; causes and measures, which only a person knows, are marked
blanks.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from vanban.compose.bao_cao_prose import deadline_words, name, set_apart
from vanban.compose.figures import Figures
from vanban.compose.phrases import closed
from vanban.compose.printed import counted, listed, share, two_digits
from vanban.compose.report_frame import ReportFrame
from vanban.compose.standing import NOT_STARTED
from vanban.compose.tally import Case
from vanban.model.agency import Agency, AgencyBook
from vanban.model.deadline import DeadlineKind
from vanban.model.document import fill
from vanban.model.progress import Difficulty, Proposal
from vanban.model.report import Figure
from vanban.viet.dates import official_date, short_date
from vanban.viet.text import upper_first

END = "./."
_LABELS = ("thể chế", "kinh phí", "nhân lực", "phối hợp", "kỹ thuật", "khác")
"""The order of the labels of difficulties; labels of one's own come after."""


def difficulties(figures: Figures) -> list[str]:
    """Shortcomings as the figures show them, difficulties by label, and a blank for the causes."""
    return [
        *_shortcomings(figures),
        *by_label(obstacles(figures)),
        f"Nguyên nhân: {fill('đánh giá nguyên nhân khách quan, chủ quan')}.",
    ]


def _shortcomings(figures: Figures) -> list[str]:
    overdue, late = figures.qua_han, figures.tre_han
    parts = []
    if overdue.gia_tri:
        part = share(overdue, figures.den_han)
        parts.append(f"còn {counted(overdue)} quá hạn, chiếm {part} số nhiệm vụ đến hạn")
    if late.gia_tri:
        parts.append(f"{counted(late)} hoàn thành nhưng trễ hạn {_span(figures)} ngày")
    if figures.chua_ro_han.gia_tri:
        parts.append(
            f"{counted(figures.chua_ro_han)} chưa xác định được thời hạn ({listed(figures.chua_ro_han)})"
        )
    if not parts:
        return ["Không có nhiệm vụ quá hạn hoặc hoàn thành trễ hạn."]
    return [f"Về tiến độ: {'; '.join(parts)}."]


def _span(figures: Figures) -> str:
    """How many days late: "từ 15 đến 59", or "15" where all are alike."""
    late = sorted((case for case in figures.cases if case.tre), key=lambda case: case.tre)
    least, most = _days(late, late[0].tre), _days(late, late[-1].tre)
    return least if least == most else f"từ {least} đến {most}"


def _days(late: Sequence[Case], days: int) -> str:
    return two_digits(Figure(gia_tri=days, nhiem_vu=[case.so for case in late if case.tre == days]))


def obstacles(figures: Figures) -> list[tuple[str, Difficulty]]:
    """Every difficulty that was reported, with the number of its task."""
    return [(c.so, item) for c in figures.cases for item in (c.ban_ghi.kho_khan if c.ban_ghi else [])]


NO_OBSTACLES = "Các cơ quan chủ trì không báo cáo khó khăn, vướng mắc."


def by_label(items: Sequence[tuple[str, Difficulty]], nothing: str = NO_OBSTACLES) -> list[str]:
    """A paragraph for each label; the same words from several tasks stand once. `nothing` where none is."""
    found: dict[str, dict[str, list[str]]] = {}
    for number, item in items:
        words = found.setdefault(item.nhan.strip().lower(), {})
        words.setdefault(item.mo_ta.strip(" .;"), []).append(number)
    if not found:
        return [nothing]
    order = [*(label for label in _LABELS if label in found), *(k for k in found if k not in _LABELS)]
    return [
        f"{'Khó khăn khác' if label == 'khác' else f'Khó khăn về {label}'}: {_with_tasks(found[label])}"
        for label in order
    ]


def _with_tasks(words: dict[str, list[str]]) -> str:
    """Full sentences, each with its tasks. Their first letter is never made small: it may begin a name."""
    return " ".join(
        f"{upper_first(text)} (nhiệm vụ {', '.join(dict.fromkeys(numbers))})."
        for text, numbers in words.items()
    )


def overdue_opening(figures: Figures) -> str:
    """The sentence above table 4."""
    overdue = figures.overdue
    day = official_date(figures.as_of)
    if not overdue:
        return f"Đến {day}, không có nhiệm vụ quá hạn."
    longest = Figure(
        gia_tri=overdue[0].qua, nhiem_vu=[case.so for case in overdue if case.qua == overdue[0].qua]
    )
    how_long = "" if len(overdue) == 1 else ", lâu nhất"
    return (
        f"Đến {day}, có {counted(figures.qua_han)} quá hạn{how_long} {two_digits(longest)} ngày "
        f"({listed(longest)}).{_still_allowed(figures)}"
    )


def _still_allowed(figures: Figures) -> str:
    """The sentence on overdue tasks that were given more time; "" where none was."""
    later = figures.qua_han_da_dieu_chinh
    if not later.gia_tri:
        return ""
    return (
        f" Trong đó {counted(later)} đã được điều chỉnh hạn, còn trong hạn điều chỉnh ({listed(later)}); số "
        f"ngày quá hạn vẫn tính theo thời hạn của Kế hoạch."
    )


def outlook(figures: Figures) -> list[str]:
    """Overdue tasks to be pressed, tasks in time by deadline, unclear ones, and a blank for measures."""
    lines = [*press_overdue(figures), *_in_time(figures), *settle_unclear(figures)]
    if figures.tam_dung.gia_tri:
        paused = figures.tam_dung
        lines.append(f"Rà soát {counted(paused)} đang tạm dừng ({listed(paused)}), đề xuất hướng xử lý.")
    return [*lines, f"Giải pháp: {fill('các giải pháp chủ yếu trong thời gian tới')}."]


def press_overdue(figures: Figures) -> list[str]:
    """The overdue tasks, which the leads have to answer for; nothing where there are none."""
    late = figures.qua_han
    if not late.gia_tri:
        return []
    return [
        f"Tập trung hoàn thành dứt điểm {counted(late)} quá hạn ({listed(late)}); cơ quan chủ trì từng "
        f"nhiệm vụ báo cáo lộ trình và ngày hoàn thành trước {fill('ngày phải báo cáo')}."
    ]


def settle_unclear(figures: Figures) -> list[str]:
    """The open tasks of which nobody can say when they are due; nothing where there are none."""
    unclear = figures.chua_xac_dinh
    if not unclear.gia_tri:
        return []
    return [f"Xác định lại thời hạn của {counted(unclear)} ({listed(unclear)}) để theo dõi, đôn đốc."]


def _in_time(figures: Figures) -> list[str]:
    """One opening sentence, then a paragraph for each last day, the nearest first."""
    in_time = set(figures.trong_han.nhiem_vu)
    cases = [case for case in figures.cases if case.so in in_time]
    if not cases:
        return []
    by_deadline: dict[date | str, list[Case]] = {}
    for case in sorted(cases, key=lambda c: (c.den is None, c.den or figures.as_of)):
        by_deadline.setdefault(case.den or deadline_words(case.nhiem_vu.thoi_han), []).append(case)
    opening = f"Bảo đảm tiến độ {counted(figures.trong_han)} còn trong hạn"
    waiting = [case.so for case in cases if case.tinh_trang in NOT_STARTED]
    if waiting:
        opening += f", trong đó khẩn trương triển khai nhiệm vụ chưa thực hiện ({', '.join(waiting)})"
    return [f"{opening}."] + [
        f"Thời hạn {_time_left(group, figures)}: "
        f"{'; '.join(f'nhiệm vụ {case.so} {set_apart(name(case))}' for case in group)}."
        for group in by_deadline.values()
    ]


def _time_left(group: Sequence[Case], figures: Figures) -> str:
    """The deadline of tasks with one last day: in its own words where all say it alike, else the day."""
    forms = {deadline_words(case.nhiem_vu.thoi_han) for case in group}
    due = group[0].den
    if due is None:
        return forms.pop()
    last = short_date(due)
    words = forms.pop() if len(forms) == 1 else f"đến hết ngày {last}"
    until = "" if last in words else f"đến hết ngày {last}, "
    left = Figure(gia_tri=(due - figures.as_of).days, nhiem_vu=[case.so for case in group])
    if not left.gia_tri:
        return f"{words} (hết hạn trong ngày {last})"
    return f"{words} ({until}còn {two_digits(left)} ngày)"


def asked(figures: Figures) -> list[tuple[str, Proposal]]:
    """Every proposal that was made, with the number of its task."""
    return [(c.so, item) for c in figures.cases for item in (c.ban_ghi.kien_nghi if c.ban_ghi else [])]


def proposals(
    items: Sequence[tuple[str, Proposal]], figures: Figures, book: AgencyBook, who: ReportFrame
) -> list[str]:
    """A paragraph for each agency that decides, the addressee first; the last one ends the report.

    A deadline that says two things is a proposal of itself: only who issued the plan can mend it.
    """
    gathered: dict[str, dict[str, list[str]]] = {who.addressee.id: {}}
    gathered.setdefault(who.issuer.id, {}).update(_undecided(figures))
    for number, item in items:
        agency = book.find(item.co_quan_giai_quyet)
        words = gathered.setdefault(agency.id if agency else item.co_quan_giai_quyet, {})
        words.setdefault(item.noi_dung.strip(" .;"), []).append(number)
    lines = [
        f"{_request(decider, book, who.author, who.addressee)}: {_with_tasks(words)}"
        for decider, words in gathered.items()
        if words
    ]
    if not lines:
        lines = ["Các cơ quan chủ trì không có kiến nghị."]
    return [*lines, closed(f"{who.author.ten} kính báo cáo {who.addressee.ten} xem xét, chỉ đạo", END)]


def _request(who: str, book: AgencyBook, author: Agency, addressee: Agency) -> str:
    """How the addressee is asked for what `who` (id, or words outside the book) decides.

    The author directs the agencies below it, the addressee those below that one; a body above or beside
    it can but be asked in turn.
    """
    if who == addressee.id:
        return f"Kính đề nghị {addressee.ten} xem xét"
    agency = book.find(who)
    if agency is not None and agency.id == author.id:
        return f"{author.ten} xem xét, giải quyết theo thẩm quyền"
    name_of = agency.ten if agency else who
    if agency is not None and _is_below(agency, author, book):
        return f"{author.ten} chỉ đạo {name_of}"
    verb = "chỉ đạo" if agency is not None and _is_below(agency, addressee, book) else "có ý kiến với"
    return f"Kính đề nghị {addressee.ten} {verb} {name_of}"


def _is_below(agency: Agency, above: Agency, book: AgencyBook) -> bool:
    """Whether `above` is among the superiors of the agency; a ring in the book ends the search."""
    seen: set[str] = set()
    step: Agency | None = agency
    while step is not None and step.chu_quan and step.id not in seen:
        seen.add(step.id)
        step = book.find(step.chu_quan)
        if step is not None and step.id == above.id:
            return True
    return False


def _undecided(figures: Figures) -> dict[str, list[str]]:
    return {
        "chọn một thời hạn thực hiện, do Kế hoạch ghi đồng thời "
        + deadline_words(case.nhiem_vu.thoi_han, " và "): [case.so]
        for case in _with_two_deadlines(figures.cases)
    }


def _with_two_deadlines(cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if case.nhiem_vu.thoi_han.kieu is DeadlineKind.MAU_THUAN]
