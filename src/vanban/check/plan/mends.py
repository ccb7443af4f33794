"""Mends of a plan that are safe without a person: typography, forms of citations and deadlines, names.

A mend changes the words of one value and never what they mean. The words of the source that a plan keeps
beside its values (`truong`, `ten_nguyen_van`, the head) stay as they are: they are what was read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.check.plan.citations import NO_WORD
from vanban.check.plan.consistency import SHORT_DATE, cited_days
from vanban.check.plan.deadlines import MANY_SHAPES, shape
from vanban.check.plan.general_wording import GENRES
from vanban.check.plan.mend_names import names
from vanban.check.plan.mend_numbers import numbers
from vanban.check.plan.mending import FieldMend
from vanban.check.plan.places import capital, due_words
from vanban.check.plan.reading import Passage, Reading
from vanban.check.wording.checks import check_wording
from vanban.check.wording.passage import Passage as Words
from vanban.model.finding import Place
from vanban.model.mend import TextMend
from vanban.viet.citations import find_citations, parse_citation
from vanban.viet.dates import official_date, parse_date
from vanban.viet.deadlines import format_deadline, parse_deadline
from vanban.viet.doc_numbers import STATUTES, doc_numbers

_SHORT_DAY = re.compile(r"(\s*,?\s*(?:ban hành\s+)?)ngày\s+(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})(?!\d)")


@dataclass
class _Draft:
    """Words on their way: as they are now, and the rules that changed them."""

    row: Passage
    text: str
    rules: list[str] = field(default_factory=list)

    def change(self, text: str, rule: str) -> None:
        if text != self.text:
            self.text = text
            self.rules += [rule] if rule not in self.rules else []


def mends(reading: Reading) -> list[FieldMend]:
    """All safe mends of a plan, in reading order; none where the plan is as they would make it."""
    drafts = [_Draft(row, row.text) for row in reading.passages if row.paths]
    _typography(drafts)
    short, full = cited_days(reading)
    days, dues = bool(short and full), _many_shapes(reading)
    for draft in drafts:
        _kinds(draft)
        if days:
            _days(draft)
        if dues:
            _deadline(reading, draft)
    worded = [
        FieldMend(path, capital(draft.row.who()), draft.row.text, draft.text, tuple(draft.rules))
        for draft in drafts
        if draft.text != draft.row.text
        for path in draft.row.paths
    ]
    worded = [part for one in worded for part in _with_parts(reading, one)]
    named = names(reading, {one.path: one for one in worded})
    kept = [named.pop(one.path, one) for one in worded]
    return [*numbers(reading), *kept, *named.values()]


def _typography(drafts: list[_Draft]) -> None:
    """What the rules of wording offer to mend, done in each passage from its end; spaces at the ends go."""
    rows = [
        Words(text=one.text, place=Place(doan=at), genre=GENRES.get(one.row.key, "loi_van"))
        for at, one in enumerate(drafts)
    ]
    offers: dict[int, dict[tuple[int, int], tuple[str, str]]] = defaultdict(dict)
    for finding in check_wording(rows):
        for mend in finding.sua:
            if isinstance(mend, TextMend):
                offers[mend.doan].setdefault((mend.tu, mend.den), (mend.moi, finding.ma))
    for at, places in offers.items():
        begin = len(drafts[at].text) + 1
        for (start, end), (new, rule) in sorted(places.items(), reverse=True):
            if end <= begin:
                text = drafts[at].text
                drafts[at].change(text[:start] + new + text[end:], rule)
                begin = start
    for draft in drafts:
        draft.change(draft.text.strip(), "cau-chu.hai-khoang-trang")


def _many_shapes(reading: Reading) -> bool:
    """Whether the deadlines are written in more than one way: one way needs no other."""
    clear = [task.nhiem_vu.thoi_han for task in reading.tasks if task.nhiem_vu.thoi_han.is_clear]
    return len({shape(due_words(due)) for due in clear}) > 1


def _kinds(draft: _Draft) -> None:
    """The word "số" behind the kind of a cited document."""
    text = draft.text
    for found in reversed(find_citations(text)):
        kind, words = found.citation.loai, text[found.start : found.end]
        if kind is None or kind in STATUTES or not words.startswith(kind) or not found.citation.so_ky_hieu:
            continue
        if not re.match(r"\s+số\b", words[len(kind) :], re.IGNORECASE):
            at = found.start + len(kind)
            text = f"{text[:at]} số{text[at:]}"
    draft.change(text, NO_WORD.ma)


def _days(draft: _Draft) -> None:
    """The day of a cited document in full, where the plan writes others so."""
    text = draft.text
    for number in reversed(list(doc_numbers(text))) if "ngày" in text else ():
        match = _SHORT_DAY.match(text, number.end)
        day = parse_date(match[2].replace(" ", "")) if match else None
        if match and day:
            text = text[: match.start()] + match[1] + official_date(day) + text[match.end() :]
    draft.change(text, SHORT_DATE.ma)


def _deadline(reading: Reading, draft: _Draft) -> None:
    """The one form of papers, where the words say nothing else and it means the same when read again."""
    if draft.row.key != "thoi_han" or draft.row.task is None:
        return
    due = draft.row.task.nhiem_vu.thoi_han
    if not due.is_clear or due.du or due.ghi_chu:
        return
    paper = reading.plan.van_ban
    words = format_deadline(due)
    again = parse_deadline(words, paper.ngay.year if paper.ngay else paper.nam)
    if (again.kieu, again.tu, again.den, again.chu_ky) == (due.kieu, due.tu, due.den, due.chu_ky):
        draft.change(words, MANY_SHAPES.ma)


def _with_parts(reading: Reading, one: FieldMend) -> Iterator[FieldMend]:
    """The mend of a base, with its parts where they were read from those words."""
    yield one
    if one.path[0] != "can_cu" or one.before is None:
        return
    index = int(one.path[1])
    held, old, new = reading.plan.can_cu[index], parse_citation(one.before), parse_citation(one.after)
    for key in ("loai", "so_ky_hieu", "co_quan", "trich_yeu", "ten_ngan"):
        before, after = getattr(old, key), getattr(new, key)
        if before != after and after and getattr(held, key) == before:
            yield FieldMend(("can_cu", index, key), one.where, before, after, one.rules, shown=False)
