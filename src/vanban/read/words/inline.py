"""Who and with whom, as sentences say it: "Giao Sở A chủ trì, phối hợp với Sở B …".

Used where a task has no labelled fields.
"""

import re
from dataclasses import dataclass, field

from vanban.model.plan import Assignment
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.due import without_due
from vanban.read.words.names import begins_name, find_names, names_end
from vanban.read.words.wording import strip_bullet
from vanban.viet.deadlines import find_deadlines
from vanban.viet.text import LOWER, squeeze

_GIVES = re.compile(
    r"\s*(?:(?:Trách nhiệm của|Nhiệm vụ của|Đối với)\s+"
    r"|(?:Kính )?(?:[Gg]iao(?:\s+cho)?|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu|[Ủủ]y quyền(?:\s+cho)?|[Mm]ời)\s+)"
)
_GIVEN = re.compile(r"(?<!\w)(?:do|giao(?:\s+cho)?)\s+")
_DUTY = r"(?:\s*,)?(?:\s+(?:có trách nhiệm|chịu trách nhiệm|được giao|là (?:cơ quan|đơn vị)|là|làm))*"
_LEADS = re.compile(rf"{_DUTY}\s+(?:đầu mối\s*,?\s*)?chủ trì(?!\w)")
_DOES = re.compile(r"\s+(?:thực hiện|triển khai|chịu trách nhiệm|đảm nhiệm|phụ trách)(?!\w)")
_WITH = re.compile(r"[\s,;]*(?:và\s+)?[Pp]hối hợp(?:\s+(?:chặt chẽ|cùng|với|chặt chẽ với|cùng với))*\s+")
_ANY_WITH = re.compile(
    r"(?<!\w)phối hợp(?:\s+chặt chẽ)?(?:\s+(?:cùng|với))+\s+|(?<!\w)cùng với\s+", re.IGNORECASE
)
_VERB_NEXT = re.compile(rf"(?:\s*[,:])?\s+[{LOWER}]")
_GOES_ON_TO = re.compile(rf",\s+[{LOWER}][^,;:.()]{{2,60}}?(?=\s+(?:chủ trì|phối hợp(?:\s+với)?)(?!\w))")
"""The second half of a name whose second word is small: "Phòng Phổ biến, giáo dục pháp luật chủ trì"."""
_CLAUSE_OF_GIVEN = re.compile(r"[\s,;(]+(?:do|giao(?:\s+cho)?)\s+$")
_DOES_IT = re.compile(r"^[\s,]*(?:(?:tổ chức|để)\s+)?(?:thực hiện|triển khai|đảm nhiệm)(?!\w)[\s,]*")
_ANY_YEAR = 2000
"""Serves to find words of time; their meaning is read elsewhere."""


@dataclass
class Sharing:
    """Who leads and who co-operates by a sentence, and what is left of it: the work itself."""

    leads: list[Assignment] = field(default_factory=list)
    partners: list[Assignment] = field(default_factory=list)
    work: str = ""


def assigns(text: str) -> bool:
    """Whether a sentence gives work to somebody by name."""
    return _lead_span(strip_bullet(text)) is not None


def read_sharing(text: str, finder: AgencyFinder) -> Sharing | None:
    """The shares in a sentence; None if it gives work to nobody."""
    body = strip_bullet(text)
    lead = _lead_span(body)
    if lead is None:
        return None
    start, end, after, opens = lead
    leads = read_assignments(body[start:end], finder)
    partners: list[Assignment] = []
    joined = _WITH.match(body, after) or _ANY_WITH.search(body, after)
    partner_end = names_end(body, joined.end(), awaited=True) if joined else None
    work = body[after:] if opens else body
    rest = body[after:]
    if joined and partner_end is not None:
        partners = read_assignments(body[joined.end() : partner_end], finder)
        rest = body[partner_end:]
        if opens and joined.start() <= after + 2:
            work = rest
    if not opens and (clause := _CLAUSE_OF_GIVEN.search(body[:start])) and _says_no_more(rest):
        work = body[: clause.start()]
    return Sharing(leads, partners, squeeze(work.lstrip(" ,;:")))


def _says_no_more(rest: str) -> bool:
    """Whether behind the names of a clause ("…, do Công an phường thực hiện") only a deadline follows."""
    words = _DOES_IT.sub("", rest)
    dues = find_deadlines(words, _ANY_YEAR)
    if len(dues) == 1:
        words = without_due(words, dues[0][:2])
    return not words.strip(" ,.;)")


def given_end(text: str) -> int:
    """Where the words end that give work to the names behind them ("Giao", "Đề nghị"); 0 without such."""
    given = _GIVES.match(text)
    return given.end() if given else 0


def leads_end(text: str, at: int) -> int | None:
    """Where "chủ trì" or "thực hiện" behind the names at `at` ends; None if it does not stand there."""
    led = _LEADS.match(text, at) or _DOES.match(text, at)
    return led.end() if led else None


def joins(text: str, at: int) -> tuple[int, int] | None:
    """Where the names stand that "phối hợp với …" at `at` brings; None if it does not stand there."""
    joined = _WITH.match(text, at)
    end = names_end(text, joined.end(), awaited=True) if joined else None
    return (joined.end(), end) if joined and end is not None else None


def naming_span(text: str) -> tuple[int, int] | None:
    """Where a sentence or heading names those that it is about, at its start; None if it does not."""
    given = _GIVES.match(text)
    at = given.end() if given else 0
    end = names_end(text, at)
    if end is None:
        return None
    goes_on = given or not text[end:].strip(" .;,:") or text[end:].lstrip().startswith(":")
    return (at, end) if goes_on or _VERB_NEXT.match(text, end) else None


def _lead_span(body: str) -> tuple[int, int, int, bool] | None:
    """(start, end, where the rest begins, whether the names open the sentence) of those who lead."""
    given = _GIVES.match(body)
    at = given.end() if given else 0
    if (given or begins_name(body)) and (end := names_end(body, at)) is not None:
        if longer := _GOES_ON_TO.match(body, end):
            end = longer.end()
        if led := _LEADS.match(body, end):
            return at, end, led.end(), True
        if given or _VERB_NEXT.match(body, end):
            return at, end, end, True
    for opened in _GIVEN.finditer(body):
        end = names_end(body, opened.end())
        if end is not None and (led := _LEADS.match(body, end) or _DOES.match(body, end)):
            return opened.end(), end, led.end(), False
    at = 0
    while span := find_names(body, at):
        if led := _LEADS.match(body, span[1]):
            return span[0], span[1], led.end(), False
        at = max(span[1], span[0] + 1)
    return None
