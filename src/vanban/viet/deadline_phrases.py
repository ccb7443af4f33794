"""Deadline phrases: words of time with the words that bind them ("trước", "đến", "từ … đến …")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from vanban.model.deadline import DayOfCycle, DeadlineKind
from vanban.viet.deadline_atoms import Atom, atom_at, bare_year, next_atom, resolve
from vanban.viet.periods import Period
from vanban.viet.periods import year as whole_year
from vanban.viet.recurring import recurring_at

_FLAGS = re.IGNORECASE
_VERB = r"(?:(?:phải\s+)?(?:hoàn thành|hoàn tất|xong|thực hiện|triển khai)(?:\s+xong)?\s+)?"
_FILLER = rf"{_VERB}(?:(?:vào|trong)\s+)?(?:(?:khoảng\s+)?thời gian\s+)?"
_BEFORE = re.compile(rf"{_FILLER}(?:(?:chậm nhất|muộn nhất|đến)\s+(?:là\s+)?)?trước\s+", _FLAGS)
_UNTIL = re.compile(
    rf"{_FILLER}(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào|trong|đến|hết))*"
    r"|(?:cho\s+)?đến(?:\s+hết)?|tới|hết)\s+",
    _FLAGS,
)
_FROM = re.compile(rf"{_FILLER}từ\s+", _FLAGS)
_PLAIN = re.compile(_FILLER + r"(?:(?:giai đoạn|cả|suốt)\s+)?", _FLAGS)
_RANGE = re.compile(r"\s*(?:[-–—]|đến hết|đến|tới|sang)\s*(?:đến\s+)?", _FLAGS)
_LIST = re.compile(r"\s*(?:,\s*và|,|\+|&|và)\s*", _FLAGS)
_NEXT_TO = re.compile(r"\s+", _FLAGS)
_PERIODIC = re.compile(
    r"(?<!\w)định kỳ(?:\s+\d{1,2}\s+(?:ngày|tuần|tháng|năm))?(?:\s*[/,]?\s*(?:một|01|1)?\s*lần)?(?!\w)",
    _FLAGS,
)
_ALWAYS = re.compile(r"(?<!\w)thường xuyên(?:\s*,?\s*liên tục)?(?!\w)", _FLAGS)
_LONGEST_LIST = 24
"""No plan lists more months or quarters; without a bound a made-up line takes minutes."""
_STARTS = re.compile(
    r"(?<![\w/.,-])(?:\d|[TQ]\.?\s?[\dIV]|(?:ngày|tháng|quý|quí|năm|nửa|đầu|giữa|cuối|trước|đến|tới|hết|cho|chậm|muộn|từ"
    r"|trong|vào|khoảng|thời|giai|cả|suốt|phải|hoàn|xong|thực|triển|định|hằng|hàng|mỗi|từng|thường|thứ|chủ|tuần|sáng"
    r"|chiều|ba|sáu|chín)(?!\w))",
    _FLAGS,
)
"""Words that a phrase can begin with; most of a sentence is none."""
_ANCHOR = re.compile(
    r"\d|hằng|hàng|mỗi|từng|thường xuyên|định kỳ|qu[ýí]\s|[tq]\.?[IV]|tháng (?:cuối|đầu|giữa)", _FLAGS
)
"""What every phrase holds."""
_NUMBER_OF = re.compile(r"(?<!\w)(?:đợt|lần|kỳ|vòng|khóa|lớp)\s+(?:thứ\s+)?$", _FLAGS)
"""A number behind these words is no day: "đợt 1 tháng 3/2026"."""
_NEAR = 20


@dataclass(frozen=True, slots=True)
class Phrase:
    """An understood phrase: where it stands, and what it means."""

    start: int
    end: int
    kieu: DeadlineKind
    tu: date | None = None
    den: date | None = None
    chu_ky: str | None = None
    moc: DayOfCycle | None = None


def _recurring(text: str, at: int) -> Phrase | None:
    if again := recurring_at(text, at):
        return Phrase(at, again.end, DeadlineKind.DINH_KY, chu_ky=again.cycle, moc=again.day)
    if found := _PERIODIC.match(text, at):
        return Phrase(at, found.end(), DeadlineKind.DINH_KY)
    if found := _ALWAYS.match(text, at):
        return Phrase(at, found.end(), DeadlineKind.THUONG_XUYEN)
    return None


def _with_years(atoms: Sequence[Atom], default_year: int | None) -> list[Atom]:
    """The atoms with the years (and the month of a bare day) that their neighbours on the right give.

    Where nothing stands on the right, the left neighbour gives it; else the default.
    """
    known: list[Atom] = []
    for atom in reversed(atoms):
        right = known[-1] if known else None
        if right and atom.kind == "so_ngay" and right.kind in ("ngay", "so_ngay", "thang"):
            atom = replace(atom, number=right.number, year=right.year)
        known.append(replace(atom, year=atom.year or (right.year if right else None)))
    known.reverse()
    year = default_year
    for i, atom in enumerate(known):
        year = atom.year or year
        known[i] = replace(atom, year=year)
    return known


def _resolved(atoms: Sequence[Atom], default_year: int | None) -> list[Period] | None:
    found = [resolve(atom, atom.year) for atom in _with_years(atoms, default_year)]
    periods = [period for period in found if period is not None]
    return periods if len(periods) == len(found) else None


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    default_year: int | None
    loose: bool

    def first_atom(self, at: int) -> Atom | None:
        return atom_at(self.text, at, self.loose)

    def bound(self, at: int) -> Phrase | None:
        """ "Trước …" or "đến …" with one word of time."""
        before = _BEFORE.match(self.text, at)
        binder = before or _UNTIL.match(self.text, at)
        atom = self.first_atom(binder.end()) if binder else None
        periods = _resolved([atom], self.default_year) if atom else None
        if atom is None or not periods:
            return None
        if not before:
            return Phrase(at, atom.end, DeadlineKind.DEN, den=periods[0].den)
        if atom.part and atom.kind != "nua":
            return None
        if periods[0].tu == date.min:
            return None
        return Phrase(at, atom.end, DeadlineKind.TRUOC, den=periods[0].tu - timedelta(days=1))

    def span(self, at: int, connector: re.Pattern[str], first: Atom) -> Phrase | None:
        """Two words of time as the ends of one period."""
        found = connector.match(self.text, first.end)
        second = next_atom(self.text, found.end(), first, self.loose) if found else None
        periods = _resolved([first, second], self.default_year) if second else None
        if second is None or not periods or periods[0].tu > periods[1].den:
            return None
        return Phrase(at, second.end, DeadlineKind.KHOANG, periods[0].tu, periods[1].den)

    def listed(self, at: int, first: Atom) -> Phrase | None:
        """Words of time of one kind that follow each other without a gap ("Quý I, II/2026")."""
        atoms, best = [first], None
        while len(atoms) < _LONGEST_LIST and (found := self._joint(atoms[-1])):
            atom = next_atom(self.text, found, atoms[-1], self.loose)
            if atom is None or atom.kind != first.kind:
                break
            atoms.append(atom)
            periods = _resolved(atoms, self.default_year)
            if periods and all(b.tu - a.den == timedelta(days=1) for a, b in pairwise(periods)):
                best = Phrase(at, atom.end, DeadlineKind.KHOANG, periods[0].tu, periods[-1].den)
        return best

    def _joint(self, atom: Atom) -> int | None:
        """Where the next of a list begins; without a comma only after "cuối tháng …"."""
        found = _LIST.match(self.text, atom.end)
        if found is None and atom.part == "cuối":
            found = _NEXT_TO.match(self.text, atom.end)
        return found.end() if found else None

    def plain(self, at: int) -> Phrase | None:
        """A range, a list, or one word of time."""
        if opened := _FROM.match(self.text, at):
            begin = self.first_atom(opened.end()) or bare_year(self.text, opened.end())
            return self.span(at, _RANGE, begin) if begin else None
        opened = _PLAIN.match(self.text, at)
        begin_at = opened.end() if opened else at
        atom = self.first_atom(begin_at)
        if atom is None:
            year = bare_year(self.text, begin_at) if self.loose or begin_at > at else None
            return self._from_bare_year(at, year) if year else None
        wider = self.span(at, _RANGE, atom) or self.listed(at, atom)
        if wider:
            return wider
        periods = _resolved([atom], self.default_year)
        if not periods:
            return None
        kind = DeadlineKind.NGAY if atom.kind == "ngay" else DeadlineKind.KHOANG
        return Phrase(at, atom.end, kind, periods[0].tu, periods[0].den)

    def _from_bare_year(self, at: int, first: Atom) -> Phrase | None:
        """ "2025 - 2030", or a year that is the whole text."""
        alone = self.loose and not self.text[:at].strip() and not self.text[first.end :].strip(" .;")
        if alone and first.year:
            whole = whole_year(first.year)
            return Phrase(at, first.end, DeadlineKind.KHOANG, whole.tu, whole.den)
        return self.span(at, _RANGE, first)

    def impossible_end(self, at: int) -> int | None:
        """End of a complete date that does not exist, so that no part of it is taken for another."""
        atom = self.first_atom(at)
        return atom.end if atom and atom.year and resolve(atom, None) is None else None

    def phrase(self, at: int) -> Phrase | None:
        return _recurring(self.text, at) or self.bound(at) or self.plain(at)


def _after_verb(text: str, at: int) -> int:
    """In a sentence the verb before a deadline belongs to the sentence."""
    verb = re.compile(_VERB, _FLAGS).match(text, at)
    return verb.end() if verb else at


@lru_cache(maxsize=2048)
def phrases(text: str, default_year: int | None, *, loose: bool) -> tuple[Phrase, ...]:
    """All deadline phrases in the text, in order, none within another.

    With `loose` (the text is a deadline and nothing else) a month or a year may stand without its noun
    ("6/2025", "2025 - 2030").
    """
    return tuple(_phrases(text, default_year, loose=loose)) if _ANCHOR.search(text) else ()


def _phrases(text: str, default_year: int | None, *, loose: bool) -> Iterator[Phrase]:
    reader = _Reader(text, default_year, loose)
    at = 0
    while start := _STARTS.search(text, at):
        here = start.start()
        named = start.group()[0].isdecimal() and _NUMBER_OF.search(text, max(0, here - _NEAR), here)
        found = None if named else reader.phrase(start.start())
        if found:
            yield found if loose else replace(found, start=_after_verb(text, found.start))
        at = found.end if found else reader.impossible_end(start.start()) or start.end()
