"""Several words of time that make one deadline: rounds of work, and standing work within a period.

"Quý II và quý IV/2026" are two rounds, not a contradiction; "thường xuyên trong năm 2026" is standing work.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from vanban.model.deadline import Deadline, DeadlineCandidate, DeadlineKind
from vanban.viet.deadline_phrases import Phrase

_COUNT = r"(?:\(?(?:\d{1,2}|hai|ba|bốn|tư|năm|sáu)\)?\s+(?:đợt|lần|kỳ|vòng)(?:\s*/\s*năm)?)"
_ROUNDS = re.compile(rf"(?:chia làm |tổ chức |thành )*{_COUNT}", re.IGNORECASE)
_ROUND_NAME = re.compile(
    r"(?:đợt|lần|kỳ|vòng)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]+|nhất|hai|ba|tư)(?!\w)\s*:?", re.IGNORECASE
)
_SPREAD = re.compile(
    r"(?<!\w)(?P<noun>tháng|quý|quí)\s+(?P<items>(?:\d{1,2}|[IV]{1,3})(?:\s*(?:,\s*và|,|và)\s*(?:\d{1,2}|[IV]{1,3}))+)(?!\w)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?<!\w)(\d{1,2}|[IV]{1,3})(?!\w)", re.IGNORECASE)
_SURE = 3
"""So many words of one kind, in order, are a list: a contradiction has two sides."""
_AND = re.compile(r"\s*(?:,\s*)?(?:và|&)\s*", re.IGNORECASE)
_MARK = re.compile(r"\s*[,;]\s*")
_WITHIN = re.compile(r"(?:trong|từ|cả|suốt|năm|đến|cho đến)\s", re.IGNORECASE)
_GAP = re.compile(r"\s*,?\s*")
_PERIODS = (DeadlineKind.NGAY, DeadlineKind.KHOANG)
_BOUNDS = (DeadlineKind.TRUOC, DeadlineKind.DEN)
_ENDLESS = (DeadlineKind.THUONG_XUYEN, DeadlineKind.DINH_KY)


def rounds_of(
    text: str,
    found: Sequence[Phrase],
    rest: str | None,
    again: Callable[[int], list[Phrase]],
    *,
    listed: bool,
) -> list[DeadlineCandidate] | None:
    """The rounds that the phrases of a text are, in order; None where they are something else.

    Their order must be that of the calendar; "và" joins the last two, or a word tells how many there are.
    `rest` are the words that no phrase took; `again` reads the text with another year for words without one;
    `listed` tells that the phrases are known to be one list.
    """
    last = found[-1].den
    if last is None or not _is_list(text, found, rest or "", listed=listed):
        return None
    same_year = _bound_alike(again(last.year))
    if len(same_year) != len(found):
        return None
    days = [day for phrase in same_year for day in (phrase.tu, phrase.den) if day is not None]
    if days != sorted(days) or any(
        a.den is not None and b.den is not None and a.den >= (b.tu or b.den) for a, b in pairwise(same_year)
    ):
        return None
    return [
        DeadlineCandidate(nguyen_van=text[p.start : p.end].strip(" ,;:"), kieu=p.kieu, tu=p.tu, den=p.den)
        for p in same_year
    ]


def _bound_alike(found: Sequence[Phrase]) -> list[Phrase]:
    """Rounds of one kind; "trước ngày 20/6 và 20/12" binds both. Empty where they are of several kinds."""
    bound, kinds = found[0].kieu, {p.kieu for p in found[1:]}
    if bound in _BOUNDS and kinds == {DeadlineKind.NGAY}:
        back = timedelta(days=bound is DeadlineKind.TRUOC)
        rest = [replace(p, kieu=bound, tu=None, den=p.den - back) for p in found[1:] if p.den]
        return [found[0], *rest]
    return list(found) if kinds == {bound} and bound in (*_PERIODS, *_BOUNDS) else []


def _is_list(text: str, found: Sequence[Phrase], rest: str, *, listed: bool) -> bool:
    """Whether the words between and beside the phrases only list them or tell how many they are."""
    bare, names = _ROUND_NAME.subn(" ", rest)
    bare = " ".join(_AND.sub(" ", f" {bare} ").split()).strip(" ,;:")
    if bare:
        return bool(_ROUNDS.fullmatch(bare))
    gaps = [_ROUND_NAME.sub(" ", text[a.end : b.start]) for a, b in pairwise(found)]
    alike = all("," in gap for gap in gaps) and found[0].kieu in _PERIODS
    joined = listed or alike or bool(_AND.fullmatch(gaps[-1])) or len(found) >= _SURE or names > 1
    return joined and all(_MARK.fullmatch(gap) or _AND.fullmatch(gap) for gap in gaps)


def spread(text: str) -> str:
    """The text with the noun before each number of a list: "tháng 3, 6, 9" → "tháng 3, tháng 6, tháng 9"."""

    def with_nouns(found: re.Match[str]) -> str:
        noun = found["noun"]
        return f"{noun} " + _ITEM.sub(rf"{noun} \1", found["items"])[len(noun) + 1 :]

    return _SPREAD.sub(with_nouns, text)


def within_a_period(text: str, found: Sequence[Phrase]) -> tuple[Phrase, Phrase] | None:
    """Standing or recurring work and the period that bounds it ("Thường xuyên trong năm 2026"); or None."""
    if len(found) != 2:
        return None
    always, period = found
    if always.kieu not in _ENDLESS or period.kieu is not DeadlineKind.KHOANG:
        return None
    gap, words = text[always.end : period.start], text[period.start : period.end]
    return (always, period) if _GAP.fullmatch(gap) and _WITHIN.match(words) else None


def rounds_deadline(words: str, rounds: list[DeadlineCandidate], remark: str | None) -> Deadline:
    """A deadline of several rounds: from the first day of the first to the last day of the last."""
    kind = rounds[-1].kieu
    return Deadline(
        nguyen_van=words,
        kieu=kind if kind in _BOUNDS else DeadlineKind.KHOANG,
        tu=rounds[0].tu,
        den=rounds[-1].den,
        ung_vien=rounds,
        ghi_chu=remark,
    )
