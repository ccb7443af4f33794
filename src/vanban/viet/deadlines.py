"""Deadlines: what the words of a plan mean, and where they do not say it.

A deadline that is not sure gets no date. What contradicts itself becomes `MAU_THUAN` with each reading
as a candidate; words that may turn the meaning ("sau", "từ … trở đi", a day that does not exist) make
the whole `CHUA_RO`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.viet.citations import find_citations
from vanban.viet.deadline_format import format_deadline
from vanban.viet.deadline_phrases import Phrase, phrases
from vanban.viet.deadline_sets import rounds_deadline, rounds_of, spread, within_a_period
from vanban.viet.periods import year as whole_year
from vanban.viet.text import clean, squeeze

__all__ = ["find_deadlines", "format_deadline", "parse_deadline"]

_TURNING = re.compile(
    r"(?<!\w)(?:trước|sau|từ|đến|tới|không|chưa|trừ|ngoại trừ|kể|quá|hết|trở đi|năm học|học kỳ|tuần)(?!\w)"
    r"|\d\s?[/.-]\s?\d"
    r"|(?<!\w)(?:ngày|tháng|quý|quí|năm)\s+[\dIVXivx]+(?!\w)"
    r"|(?<!\w)(?:19|20|21)\d\d(?!\w)",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"(?:cả|trong|suốt|trong cả)\s+năm", re.IGNORECASE)
_THAT_YEAR = re.compile(
    r"((?:hằng|hàng|thường xuyên)\b.*\b(?:trong|cả|suốt|trong cả) năm)(?=\s*[.;,]*$)", re.IGNORECASE
)
"""A year that only the plan gives: "hằng tháng trong năm"."""
_CLOCK = (
    r"(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2}(?:\s?phút)?)?(?:\s*,)?(?:\s+(?:sáng|chiều|tối))?"
    r"|(?:buổi )?(?:sáng|chiều|tối))"
)
_HOUR = re.compile(
    r"(?:(?P<before>(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+)?)?trước|(?:chậm|muộn) nhất(?:\s+là)?|đến)\s+"
    rf"|(?:(?:lúc|vào|từ|bắt đầu)\s+)*){_CLOCK}",
    re.IGNORECASE,
)
"""The hour of a day: the deadline keeps it as a remark."""
_HOUR_BEFORE = re.compile(rf"(?<!\w){_HOUR.pattern}\s+$", re.IGNORECASE)
_LONGEST_HOUR = 60
_LONGEST_REMARK = 60
"""No day in brackets takes more."""
_OF_A_DAY = (DeadlineKind.NGAY, DeadlineKind.DINH_KY)
_EDGES = " .,;:–—-\n\t"


@dataclass(frozen=True, slots=True)
class _Split:
    """The words outside brackets, and the remarks in brackets."""

    main: str
    remark: str | None


def _split_remarks(text: str) -> _Split:
    """Take the words in brackets out; an unclosed bracket reaches to the end."""
    depth, main, inside = 0, "", ""
    for char in text:
        if char == "(":
            depth += 1
            main, inside = (main + " ", inside) if depth == 1 else (main, inside + char)
        elif char == ")" and depth:
            depth -= 1
            inside += char if depth else "; "
        elif depth:
            inside += char
        else:
            main += char
    return _Split(squeeze(main), squeeze(inside).strip(" ;") or None)


def _rest(text: str, found: Sequence[Phrase]) -> str | None:
    """The words that no phrase took."""
    pieces, end = [], 0
    for phrase in found:
        pieces.append(text[end : phrase.start].strip(_EDGES))
        end = phrase.end
    pieces.append(text[end:].strip(_EDGES))
    return " ".join(piece for piece in pieces if piece) or None


def _key(phrase: Phrase) -> tuple[int, int | None, bool] | None:
    """The day of a cycle in a form that can be compared."""
    day = phrase.moc
    return (day.ngay, day.thang, day.truoc) if day else None


def _unclear(words: str, main: str, remark: str | None) -> Deadline:
    return Deadline(nguyen_van=words, ghi_chu=remark, du=main.strip(_EDGES) or None)


def _candidates(main: str, found: Sequence[Phrase]) -> list[DeadlineCandidate]:
    return [
        DeadlineCandidate(nguyen_van=main[p.start : p.end].strip(_EDGES), kieu=p.kieu, tu=p.tu, den=p.den)
        for p in found
    ]


def parse_deadline(text: str, default_year: int | None = None) -> Deadline:
    """The meaning of a deadline field; every word of it is understood, in `ghi_chu`, or in `du`.

    `default_year` serves words that give no year; without it they stay unclear. Phrases that say the
    same twice count once. A period "trước …" ends the day before the period begins.
    """
    split = _split_remarks(clean(text))
    if default_year:
        split = _Split(_THAT_YEAR.sub(rf"\1 {default_year}", split.main), split.remark)
    if default_year and _WHOLE_YEAR.fullmatch(split.main.strip(_EDGES)):
        whole = whole_year(default_year)
        return Deadline(
            nguyen_van=text, kieu=DeadlineKind.KHOANG, tu=whole.tu, den=whole.den, ghi_chu=split.remark
        )
    found = list(phrases(split.main, default_year, loose=True))
    rest = _rest(split.main, found)
    meanings = {(p.kieu, p.tu, p.den, p.chu_ky, _key(p)) for p in found}
    several = len(meanings) > 1 or (rest is not None and bool(found))
    if several and (together := _together(text, split, found, rest, default_year)):
        return together
    hour = _HOUR.fullmatch(rest) if rest else None
    if not found and split.main and split.remark and len(split.remark) <= _LONGEST_REMARK:
        dated = parse_deadline(split.remark, default_year)
        if dated.is_clear and not dated.du and not dated.ghi_chu:
            return dated.model_copy(update={"nguyen_van": text, "ghi_chu": split.main.strip(_EDGES)})
    if not found or (rest and not hour and _TURNING.search(rest)):
        return _unclear(text, split.main, split.remark)
    if len(meanings) > 1:
        return Deadline(
            nguyen_van=text,
            kieu=DeadlineKind.MAU_THUAN,
            ung_vien=_candidates(split.main, found),
            ghi_chu=split.remark,
            du=rest,
        )
    if hour and found[0].kieu not in _OF_A_DAY:
        return _unclear(text, split.main, split.remark)
    return _one(text, found[0], split.remark, rest, hour)


def _one(
    text: str, phrase: Phrase, remark: str | None, rest: str | None, hour: re.Match[str] | None
) -> Deadline:
    """The deadline that one phrase means; "trước 16 giờ ngày …" is in time on that day."""
    until = hour is not None and hour["before"] is not None and phrase.kieu is DeadlineKind.NGAY
    if hour:
        in_words = phrase.kieu is DeadlineKind.DINH_KY  # papers print those of recurring work
        rest, remark = None, remark if in_words else "; ".join(filter(None, (rest, remark)))
    return Deadline(
        nguyen_van=text,
        kieu=DeadlineKind.DEN if until else phrase.kieu,
        tu=None if until else phrase.tu,
        den=phrase.den,
        chu_ky=phrase.chu_ky,
        moc=phrase.moc,
        ghi_chu=remark,
        du=rest,
    )


def _together(
    text: str, split: _Split, found: Sequence[Phrase], rest: str | None, default_year: int | None
) -> Deadline | None:
    """Several phrases that make one deadline (see `deadline_sets`); None where they do not."""

    main = spread(split.main)

    def again(year: int | None) -> list[Phrase]:
        return list(phrases(main, year, loose=True))

    last = found[-1].den if found else None
    listed = again(default_year or (last.year if last else None))  # the last of a list names the year
    one_noun = main != split.main
    if len(listed) > 1 and (rounds := rounds_of(main, listed, _rest(main, listed), again, listed=one_noun)):
        return rounds_deadline(text, rounds, split.remark)
    if not rest and (pair := within_a_period(split.main, found)):
        always, period = pair
        return Deadline(
            nguyen_van=text,
            kieu=always.kieu,
            tu=period.tu,
            den=period.den,
            chu_ky=always.chu_ky,
            moc=always.moc,
            ghi_chu=split.remark,
        )
    return None


def find_deadlines(sentence: str, default_year: int | None = None) -> list[tuple[int, int, Deadline]]:
    """The deadlines inside a sentence (composed, NFC) as (start, end, deadline), in order.

    Days and periods within the citation of a document are not deadlines. Only words with a noun count
    ("tháng 8/2025", not "8/2025"). `default_year` serves words that give no year.
    """
    found = list(phrases(sentence, default_year, loose=False))
    cited = [(one.start, one.end) for one in find_citations(sentence)] if found else []
    return [
        _found(sentence, p, default_year)
        for p in found
        if not any(start < p.end and p.start < end for start, end in cited)
    ]


def _found(sentence: str, phrase: Phrase, default_year: int | None) -> tuple[int, int, Deadline]:
    """A phrase in its place, with the hour that stands before its day."""
    near = max(0, phrase.start - _LONGEST_HOUR)
    is_day = phrase.kieu is DeadlineKind.NGAY
    hour = _HOUR_BEFORE.search(sentence, near, phrase.start) if is_day else None
    if hour:
        return hour.start(), phrase.end, parse_deadline(sentence[hour.start() : phrase.end], default_year)
    deadline = Deadline(
        nguyen_van=sentence[phrase.start : phrase.end],
        kieu=phrase.kieu,
        tu=phrase.tu,
        den=phrase.den,
        chu_ky=phrase.chu_ky,
        moc=phrase.moc,
    )
    return phrase.start, phrase.end, deadline
