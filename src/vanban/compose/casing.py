"""Names of groups and tasks that the source prints in capitals → small letters, as their level asks.

In a source such names head sections, which stand in capitals; in our papers they head khoản and below, which
stand in small letters (Phụ lục I, Phần I, Mục II.6.đ). Which words keep a capital is learned from the plan's
own sentences and the book of agencies: "LÀO CAI" is "Lào Cai" where a sentence says so.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from vanban.model.agency import AgencyBook
from vanban.model.plan import Group, Plan, Task
from vanban.model.record import Record
from vanban.viet.text import strip_marks, upper_first

_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+)*")
_ENDS = re.compile(r"[.!?:;]\s|\n")
_ENOUGH_LETTERS = 6

Pairs = dict[tuple[str, str], Counter[tuple[str, str]]]
_LEAD = "Gồm"
"""Put before a name, so that its first word is not the first of a sentence."""


def recased(plan: Plan, book: AgencyBook) -> Plan:
    """The plan, its subject and the names of groups and tasks in small letters where these are capitals."""
    if not in_capitals(plan):
        return plan
    sentences = [_WORD.findall(sentence) for sentence in _sentences(plan, book)]
    spoken = _pairs(sentences)
    short = {word for words in sentences for word in words if word.isupper() and len(word) > 1}

    def small(record: Group | Task) -> dict[str, str]:
        return {"ten": _small(record.ten, spoken, short)} if record.ten and _is_loud(record.ten) else {}

    groups = [
        group.model_copy(
            update={
                **small(group),
                "nhiem_vu": [task.model_copy(update=small(task)) for task in group.nhiem_vu],
            }
        )
        for group in plan.nhom
    ]
    paper, subject = plan.van_ban, plan.van_ban.trich_yeu
    if _is_loud(subject):
        paper = paper.model_copy(update={"trich_yeu": _small(subject, spoken, short)})
    return plan.model_copy(update={"nhom": groups, "van_ban": paper})


def in_capitals(plan: Plan) -> list[str]:
    """The subject and the names of groups and tasks that stand in capitals."""
    names = [name for group in plan.nhom for name in (group.ten, *(task.ten for task in group.nhiem_vu))]
    names.insert(0, plan.van_ban.trich_yeu)
    return [name for name in names if name and _is_loud(name)]


def _is_loud(name: str) -> bool:
    return name.isupper() and sum(map(str.isalpha, name)) >= _ENOUGH_LETTERS and " " in name.strip()


def _small(name: str, spoken: Pairs, short: Collection[str]) -> str:
    """The name in small letters; a word is written as most sentences write it beside its neighbour."""
    found = list(_WORD.finditer(name))
    words = [match.group() for match in found]
    votes: list[Counter[str]] = [Counter() for _ in words]
    for i, (left, right) in enumerate(pairwise(words)):
        for (first, second), count in spoken.get((left.lower(), right.lower()), Counter()).items():
            votes[i][first] += count
            votes[i + 1][second] += count
    made, at = [], 0
    for match, vote in zip(found, votes, strict=True):
        made += [name[at : match.start()].lower(), _written(match.group(), vote, short)]
        at = match.end()
    return upper_first("".join(made) + name[at:].lower())


def _written(word: str, vote: Counter[str], short: Collection[str]) -> str:
    if vote:
        return vote.most_common(1)[0][0]
    return word if word in short or _is_code(word) else word.lower()


def _is_code(word: str) -> bool:
    """An abbreviation or a code: it has a digit, a joint or no vowel ("5G", "KH&CN", "TP.HCM", "QTSC")."""
    return bool(re.search(r"[\d&.]", word)) or not set(strip_marks(word).lower()) & set("aeiouy")


def _pairs(sentences: Iterable[Sequence[str]]) -> Pairs:
    """How pairs of neighbouring words are written; the first word of a sentence proves nothing."""
    pairs: Pairs = {}
    for words in sentences:
        for left, right in pairwise(words[1:]):
            pairs.setdefault((left.lower(), right.lower()), Counter())[left, right] += 1
    return pairs


def _sentences(plan: Plan, book: AgencyBook) -> Iterator[str]:
    for text in _texts(plan):
        if not text.isupper():
            yield from _ENDS.split(text)
    for agency in book.co_quan:
        yield from (f"{_LEAD} {name}" for name in (agency.ten, *agency.bi_danh))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for _, inner in value:
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
