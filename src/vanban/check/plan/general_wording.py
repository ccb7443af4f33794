"""The rules of wording on the fields of a plan."""

from collections.abc import Iterator

from vanban.check.plan.places import Passage, passages
from vanban.check.wording import citations
from vanban.check.wording.checks import check_wording
from vanban.check.wording.passage import Genre
from vanban.check.wording.passage import Passage as Words
from vanban.model.agency import AgencyBook
from vanban.model.finding import Finding
from vanban.model.plan import Plan

_GENRES: dict[str, Genre] = {"can_cu": "can_cu", "chu_thich": "chu_thich"}
_HALF_LINES = ("cau-chu.ngoac-don-le", "cau-chu.ngoac-kep-le")
"""Rules on pairs of marks: reading parts fields at marks, so that a pair may stand in two fields."""


def check(plan: Plan, book: AgencyBook) -> Iterator[Finding]:
    """Findings of the rules "cau-chu"; a base that lacks parts has a rule of its own for plans."""
    words = [_words(one) for one in passages(plan)]
    for finding in check_wording(words, day=plan.van_ban.ngay):
        base = (finding.noi.phan or "").startswith("căn cứ")
        if finding.ma in _HALF_LINES or (base and finding.ma == citations.FIRST.ma):
            continue
        yield finding


def _words(one: Passage) -> Words:
    return Words(text=one.text, place=one.place, who=one.who(), genre=_GENRES.get(one.key, "loi_van"))
