"""What changed since the period before, in sentences and tables."""

from collections.abc import Callable, Sequence

from vanban.compose.bao_cao_prose import adjusted_words, name, paper, standing_words
from vanban.compose.bao_cao_tables import NOTHING
from vanban.compose.comparison import Change, Comparison
from vanban.compose.figures import Figures
from vanban.compose.phrases import closed
from vanban.compose.printed import counted, listed, marked, of_case, percentage, share, two_digits
from vanban.compose.standing import DONE, OVERDUE, Standing
from vanban.compose.tally import Tally
from vanban.model.agency import AgencyBook
from vanban.model.report import ChangeRow, CompareRow, Figure
from vanban.viet.dates import official_date, short_date
from vanban.viet.numbers import padded, signed
from vanban.viet.text import lower_first, upper_first


def comparison_table(found: Comparison) -> list[CompareRow]:
    """Each count before and now, with what was added or lost."""
    rows: tuple[tuple[str, Callable[[Tally], Figure]], ...] = (
        ("Hoàn thành", lambda t: t.hoan_thanh),
        ("- Đúng hạn", lambda t: t.dung_han),
        ("- Trễ hạn", lambda t: t.tre_han),
        ("Đang thực hiện", lambda t: t.dang),
        ("Chưa thực hiện", lambda t: t.chua),
        ("Tạm dừng", lambda t: t.tam_dung),
        ("Đã hủy", lambda t: t.huy),
        ("Đến hạn", lambda t: t.den_han),
        ("Quá hạn", lambda t: t.qua_han),
        ("Chưa xác định thời hạn", lambda t: t.chua_xac_dinh),
    )
    counts = [(words, of(found.truoc), of(found.nay)) for words, of in rows]
    optional = ("Tạm dừng", "Đã hủy", "Chưa xác định thời hạn")
    return [
        *(_row(words, old, new) for words, old, new in counts if _shown(words, old, new, optional)),
        _shares("Tỷ lệ hoàn thành trên tổng số", found, "tong"),
        _shares("Tỷ lệ hoàn thành trên số đến hạn", found, "den_han"),
    ]


def _shown(words: str, old: Figure, new: Figure, optional: Sequence[str]) -> bool:
    return words not in optional or bool(old.gia_tri or new.gia_tri)


def _row(words: str, old: Figure, new: Figure) -> CompareRow:
    return CompareRow(
        chi_tieu=words,
        truoc=marked(str(old), old),
        nay=marked(str(new), new),
        tang_giam=marked(signed(new.gia_tri - old.gia_tri), _between(old, new)),
    )


def _between(old: Figure, new: Figure) -> Figure:
    """The tasks that came and those that went."""
    moved = [n for n in new.nhiem_vu if n not in old.nhiem_vu]
    moved += [n for n in old.nhiem_vu if n not in new.nhiem_vu]
    return Figure(gia_tri=new.gia_tri - old.gia_tri, nhiem_vu=moved)


def _shares(words: str, found: Comparison, whole: str) -> CompareRow:
    """A share before and now; what it gained is left to the reader, who sees both with their fractions."""
    return CompareRow(
        chi_tieu=words, truoc=_of(found.truoc, whole), nay=_of(found.nay, whole), tang_giam=NOTHING
    )


def _of(tally: Tally, whole: str) -> str:
    part = tally.hoan_thanh if whole == "tong" else tally.den_han_xong
    total = tally.tong if whole == "tong" else tally.den_han
    return share(part, total) if total.gia_tri else NOTHING


def comparison_sentences(found: Comparison) -> list[str]:
    """What happened since the period before, the good and the bad, each as a sentence."""
    lines = [
        f"So với kỳ trước (đến {official_date(found.truoc.as_of)}), {_finished(found)}; {_fell_due(found)}.",
        *_progressed(found),
    ]
    if found.mo_lai.gia_tri:
        lines.append(
            f"Có {counted(found.mo_lai)} kỳ trước báo hoàn thành, kỳ này chưa hoàn thành "
            f"({listed(found.mo_lai)}); số liệu kỳ này là số liệu đã sửa."
        )
    return lines


def _finished(found: Comparison) -> str:
    old, new, more = found.truoc.hoan_thanh, found.nay.hoan_thanh, found.moi_xong
    if not more.gia_tri:
        return "không có nhiệm vụ nào hoàn thành thêm"
    change = f", {_moved(old, new, 'đưa số nhiệm vụ hoàn thành')}" if new.gia_tri != old.gia_tri else ""
    return f"có thêm {counted(more)} hoàn thành ({listed(more)}){change}"


def _moved(old: Figure, new: Figure, words: str) -> str:
    way = "lên" if new.gia_tri > old.gia_tri else "xuống"
    return f"{words} từ {two_digits(old)} {way} {two_digits(new)}"


def _fell_due(found: Comparison) -> str:
    more, cleared = found.moi_qua_han, found.qua_han_da_xong
    parts = [
        f"{counted(more)} mới quá hạn ({listed(more)})"
        if more.gia_tri
        else "không có nhiệm vụ nào mới quá hạn"
    ]
    if cleared.gia_tri:
        parts.append(f"{counted(cleared)} quá hạn của kỳ trước đã hoàn thành ({listed(cleared)})")
    old, new = found.truoc.qua_han, found.nay.qua_han
    if old.gia_tri != new.gia_tri:
        verb = "tăng" if new.gia_tri > old.gia_tri else "giảm"
        parts.append(_moved(old, new, f"số nhiệm vụ quá hạn {verb}"))
    elif new.gia_tri:
        parts.append(f"số nhiệm vụ quá hạn vẫn là {two_digits(new)}")
    return ", ".join(parts)


def _progressed(found: Comparison) -> list[str]:
    further, less = found.tang, found.giam
    lines = []
    if further.gia_tri:
        lines.append(f"Có {counted(further)} chưa hoàn thành nhưng có tiến triển ({listed(further)}).")
    if less.gia_tri:
        lines.append(f"Có {counted(less)} báo tỷ lệ thấp hơn kỳ trước ({listed(less)}), cần giải trình.")
    return lines


def standing_still(found: Comparison) -> str:
    """The open tasks of which nothing new was reported, and whether any."""
    still = found.dung_yen
    if not still.gia_tri:
        return "Mọi nhiệm vụ chưa hoàn thành đều có thay đổi trong kỳ."
    return f"Có {counted(still)} chưa hoàn thành, không có thay đổi trong kỳ ({listed(still)})."


def change_rows(found: Comparison, book: AgencyBook) -> list[ChangeRow]:
    """The tasks that changed, in the order of the plan."""
    return [
        ChangeRow(
            so=change.nay.so,
            ten=name(change.nay),
            tien_do=f"{percentage(change.truoc) or NOTHING} → {percentage(change.nay) or NOTHING}",
            viec=_work(change, book),
            vuong_mac=_sentences([item.mo_ta for item in change.new_difficulties]),
            kien_nghi=_sentences([item.noi_dung for item in change.new_proposals]),
        )
        for change in found.changes
        if change.happened
    ]


def _sentences(texts: Sequence[str]) -> str:
    return " ".join(closed(upper_first(text)) for text in texts) or NOTHING


def _work(change: Change, book: AgencyBook) -> str:
    """How the task stands now if it stands otherwise than before, then new papers and the new result."""
    case = change.nay
    parts = []
    if change.truoc.tinh_trang is not case.tinh_trang:
        parts.append(_new_standing(change))
    later = case.dieu_chinh
    if later and later != change.truoc.dieu_chinh:
        parts.append(adjusted_words(later))
    parts += [paper(one, book, first=False) for one in change.new_papers]
    result = change.new_result
    told = "; ".join(parts)
    return " ".join(closed(upper_first(text)) for text in (told, result) if text) or NOTHING


def _new_standing(change: Change) -> str:
    case, old = change.nay, change.truoc.tinh_trang
    if case.tinh_trang in DONE:
        return standing_words(case, with_deadline=False)
    if case.tinh_trang in OVERDUE and old not in OVERDUE:
        return f"mới quá hạn {two_digits(of_case(case, case.qua))} ngày"
    if old in DONE:
        return f"chưa hoàn thành (kỳ trước báo {lower_first(old.label)})"
    return case.tinh_trang.label if case.tinh_trang is not Standing.HUY else "đã hủy"


def due_soon(found: Figures, days: int) -> str:
    """The sentence that lists the open tasks whose last day is at most `days` away, the nearest first."""
    soon = [
        (case, case.den)
        for case in found.cases
        if case.so in found.trong_han.nhiem_vu and case.den and (case.den - found.as_of).days <= days
    ]
    if not soon:
        return f"Trong {padded(days)} ngày tới không có nhiệm vụ nào đến hạn."
    figure = Figure(gia_tri=len(soon), nhiem_vu=[case.so for case, _ in soon])
    ordered = sorted(soon, key=lambda pair: pair[1])
    listed_days = "; ".join(f"nhiệm vụ {case.so} (hạn {short_date(day)})" for case, day in ordered)
    return f"Trong {padded(days)} ngày tới có {counted(figure)} đến hạn: {listed_days}."
