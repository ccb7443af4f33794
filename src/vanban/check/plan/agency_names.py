"""One agency under many names, in the fields for agencies and in all other words of the plan."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.check.plan.assignments import bare_name, everyone, flat_name
from vanban.check.plan.places import at_task, task_list
from vanban.check.plan.reading import Reading
from vanban.check.rule import Rule
from vanban.model.agency import Agency, AgencyBook
from vanban.model.finding import CUSTOM, Finding, Place, Severity
from vanban.model.plan import Numbered

MANY_NAMES = Rule(
    ma="ke-hoach.nhieu-ten-goi",
    muc=Severity.GOI_Y,
    ten="Một cơ quan nhiều tên gọi",
    vi_sao="Người đọc và bảng tổng hợp có thể tưởng là nhiều cơ quan.",
    can_cu=CUSTOM,
    sai="Ban Quản lý Khu Công nghệ cao TP.HCM; BQL KCNC",
    dung="Ban Quản lý Khu Công nghệ cao Thành phố Hồ Chí Minh",
    sua_duoc=True,
)
RULES = (MANY_NAMES,)

_IN_FIELDS = ("chu_tri", "phoi_hop", "tham_quyen")
_COUNCILS = ("Hội đồng nhân dân", "Ủy ban nhân dân")
"""Bodies of every place, which a plan of one place may call without the place."""
_PLACE_AFTER = r"(?! (?:[A-ZĐ]|các|cấp|tỉnh|thành phố|phường|xã|quận|huyện|đặc khu|hai cấp|hoặc))"


@dataclass(frozen=True, slots=True)
class _Use:
    """One name of an agency as printed, and where; `task` is None outside the tasks."""

    words: str
    place: Place
    task: Numbered | None = None


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each agency with more names than its full one and its abbreviation."""
    used: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    for agency_id, use in [*_in_fields(reading), *_in_text(reading)]:
        used[agency_id][flat_name(use.words)].append(use)
    for agency_id, forms in used.items():
        agency = reading.book.find(agency_id)
        if agency is None or agency.loai == "nhom" or len(forms) < 2 or set(forms) <= _lawful(agency):
            continue
        rows = sorted(forms.values(), key=lambda uses: -len(uses))
        rarest = next(uses[0] for uses in rows[::-1] if flat_name(uses[0].words) not in _lawful(agency))
        said = "; ".join(f"“{uses[0].words}” ({_where(uses)})" for uses in rows)
        yield MANY_NAMES.finding(
            rarest.place,
            f"{agency.ten} có {len(rows)} tên gọi trong kế hoạch: {said}.",
            trich=rarest.words,
            cach_sua=f"Dùng một tên; lần đầu ghi đủ “{agency.ten}”"
            + (f" ({agency.viet_tat})." if agency.viet_tat else "."),
        )


def many_named(reading: Reading) -> dict[str, Agency]:
    """The agencies, by id, that the fields of the plan call by several names, not all of them lawful."""
    used: dict[str, set[str]] = defaultdict(set)
    for agency_id, use in _in_fields(reading):
        used[agency_id].add(flat_name(use.words))
    agencies = ((agency_id, reading.book.find(agency_id), forms) for agency_id, forms in used.items())
    return {
        agency_id: agency
        for agency_id, agency, forms in agencies
        if agency and agency.loai != "nhom" and len(forms) > 1 and not forms <= _lawful(agency)
    }


def _in_fields(reading: Reading) -> Iterator[tuple[str, _Use]]:
    for task in reading.tasks:
        for key, one in everyone(task):
            if one.co_quan:
                place = at_task(reading.plan, task, key, bare_name(one.nguyen_van))
                yield one.co_quan, _Use(bare_name(one.nguyen_van), place, task)


def _in_text(reading: Reading) -> Iterator[tuple[str, _Use]]:
    """Names of the book in all other words; a name inside a longer one is not counted."""
    names = _names(reading.book)
    if not names:
        return
    found = _finder(list(names))
    for row in reading.passages:
        if row.key not in _IN_FIELDS:
            for match in found.finditer(row.text):
                yield names[match.group()], _Use(match.group(), row.place, row.task)


def _finder(names: list[str]) -> re.Pattern[str]:
    """Finds the longest of the names at a place; those with one first word are told apart after it."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        first, _, rest = name.partition(" ")
        ending = _PLACE_AFTER if name in _COUNCILS else ""
        by_word[first].append((re.escape(" " + rest) if rest else "") + ending)
    starts = "|".join(
        f"{re.escape(word)}(?:{'|'.join(rests)})(?![\\w&])"
        for word, rests in sorted(by_word.items(), key=lambda one: -len(one[0]))
    )
    return re.compile(rf"(?<![\w&])(?:{starts})")


def _names(book: AgencyBook) -> dict[str, str]:
    """Every name of the book (groups too, which may hold the name of a body), and the id that it means."""
    names = {
        name: agency.id
        for agency in book.co_quan
        for name in (agency.ten, agency.viet_tat or "", *agency.bi_danh)
        if name
    }
    for council in _COUNCILS:
        meant = [one.id for one in book.co_quan if one.loai == "co_quan" and one.ten.startswith(council)]
        if len(meant) == 1:
            names.setdefault(council, meant[0])
    return names


def _where(uses: list[_Use]) -> str:
    """The tasks by their numbers, then the other parts of the plan."""
    tasks = {use.task.so: use.task for use in uses if use.task}
    in_order = sorted(tasks.values(), key=lambda task: (task.nhom, task.thu_tu))
    parts = dict.fromkeys(use.place.phan or "kế hoạch" for use in uses if use.task is None)
    return ", ".join(filter(None, [task_list(in_order), *parts]))


def _lawful(agency: Agency) -> set[str]:
    """The full name, the one abbreviation that goes with it, and a council's name without its place."""
    short = next((council for council in _COUNCILS if agency.ten.startswith(council)), "")
    return {flat_name(one) for one in (agency.ten, agency.viet_tat or "", short) if one}
