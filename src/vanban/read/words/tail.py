"""What stands behind the words of a task: "…: Phòng A chủ trì, phối hợp với Phòng B, xong tháng 5/2026".

A tail says who, with whom and by when, and nothing else; a colon, a stop, a dash, brackets or "do"
may open it.
"""

import re
from dataclasses import dataclass, field

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.inline import given_end, joins, leads_end
from vanban.read.words.names import begins_name, names_end
from vanban.viet.deadlines import parse_deadline
from vanban.viet.text import squeeze

_OPENERS = re.compile(
    r"(?P<colon>:\s+)|(?P<dash>\s[-–]\s)|(?P<bracket>\s*\()|(?P<by>,?\s+do\s+)|\.\s+(?=[^\W\d_])"
)
_BRACKETS = re.compile(r"[()]")
_DO = re.compile(r"do\s+", re.IGNORECASE)
_DOES_IT = re.compile(r"[\s,]*(?:(?:tổ chức|để)\s+)?(?:thực hiện|triển khai|tổ chức|đảm nhiệm)(?!\w)")
_LABEL = re.compile(r"(?:thời (?:gian|hạn)|hạn)(?:\s+(?:thực hiện|hoàn thành))?\s*:?\s*", re.IGNORECASE)
_LEADING = re.compile(r"\s+chủ trì(?!\w)")
_NO_TIME = re.compile(r"(?:giai đoạn|khóa|nhiệm kỳ|lần|tầm nhìn)(?!\w)|\d{4}\W*$", re.IGNORECASE)
"""In brackets these belong to the name of the work."""
_SEASON = re.compile(
    r"(?:trong|trước|sau|vào|dịp)\s+(?:[\w ]{0,20}\s)?(?:mùa|dịp|Tết|lễ|hè|năm học|học kỳ)(?!\w)[\w ]{0,30}"
)
"""A time that no calendar names; a person must make it clear."""
_LONGEST_NAME = 14
_LONGEST, _LONGEST_DUE = 300, 90
_EDGES = " ,;."


@dataclass(frozen=True, slots=True)
class Clause:
    """Who, with whom and by when."""

    leads: list[Assignment] = field(default_factory=list)
    partners: list[Assignment] = field(default_factory=list)
    due: Deadline | None = None
    says_doing: bool = False
    """Whether a verb tells that those named do the work."""


def read_tail(text: str, finder: AgencyFinder, year: int | None) -> tuple[str, Clause] | None:
    """The words of a task and the clause behind them; None where no clause ends the text."""
    for opened in _OPENERS.finditer(text):
        if len(text) - opened.end() > _LONGEST:
            continue
        words, tail = text[: opened.start()].strip(), text[opened.end() :].rstrip(_EDGES)
        if not words or (opened["bracket"] and tail.find(")") != len(tail) - 1):
            continue
        clause = read_clause(tail, finder, year)
        if clause is not None and _may_open(opened, tail, clause):
            return words, clause
    return None


def _may_open(opened: re.Match[str], tail: str, clause: Clause) -> bool:
    """Whether a clause is one behind this mark: dashes and brackets also stand within names."""
    if opened["colon"]:
        return True
    told = bool(clause.leads) and (clause.says_doing or clause.due is not None)
    if opened["bracket"] and not clause.leads and not clause.partners:
        return clause.due is not None and not _NO_TIME.match(tail)
    return told


def read_clause(text: str, finder: AgencyFinder, year: int | None) -> Clause | None:
    """What words say of who and when; None where they say anything else, or nothing."""
    words = squeeze(_BRACKETS.sub(";", text)).strip(_EDGES)
    opened = _DO.match(words)
    at = opened.end() if opened else given_end(words)
    end = names_end(words, at)
    found = _clause(words, at, end, finder, year)
    if found is None and (led := _LEADING.search(words, at)) and _may_be_name(words[at : led.start()]):
        found = _clause(words, at, led.start(), finder, year)
    return found


def _may_be_name(words: str) -> bool:
    """Whether words in front of "chủ trì" are one name, though verbs and commas stand in it."""
    return begins_name(words) and not re.search(r"[;:.]", words) and len(words.split()) <= _LONGEST_NAME


def _clause(words: str, at: int, end: int | None, finder: AgencyFinder, year: int | None) -> Clause | None:
    """The clause whose names stand from `at` to `end` (None: it names nobody)."""
    leads = read_assignments(words[at:end], finder) if end is not None else []
    led = leads_end(words, end) if end is not None else None
    rest_at = led or end or at
    partners: list[Assignment] = []
    if (joined := joins(words, rest_at)) is not None:
        partners, rest_at = read_assignments(words[slice(*joined)], finder), joined[1]
    done = _DOES_IT.match(words, rest_at)
    rest = words[done.end() if done else rest_at :].strip(_EDGES)
    if len(rest) > _LONGEST_DUE:
        return None
    rest = _LABEL.sub("", rest, count=1) if _LABEL.match(rest) else rest
    due = parse_deadline(rest, year) if rest else None
    if due is not None and (not due.is_clear or due.du) and not (leads and _SEASON.fullmatch(rest)):
        return None
    if not (leads or partners or due):
        return None
    return Clause(leads, partners, due, says_doing=led is not None or done is not None or joined is not None)
