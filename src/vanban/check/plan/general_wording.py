"""The rules of wording on the fields of a plan."""

from collections.abc import Iterator

from vanban.check.plan.reading import Passage, Reading
from vanban.check.wording import citations
from vanban.check.wording.checks import check_wording
from vanban.check.wording.passage import Genre
from vanban.check.wording.passage import Passage as Words
from vanban.model.finding import Finding

GENRES: dict[str, Genre] = {
    "can_cu": "can_cu",
    "chu_thich": "chu_thich",
    "trich_yeu": "trich_yeu",
    "nhom": "tieu_de",
    "phu_luc": "o_bang",
}
"""What the words of a part are, where they are no running text."""
_HALF_LINES = ("cau-chu.ngoac-don-le", "cau-chu.ngoac-kep-le")
"""Rules on pairs of marks: reading parts fields at marks, so that a pair may stand in two fields."""


def check(reading: Reading) -> Iterator[Finding]:
    """Findings of the rules "cau-chu"; a base that lacks parts has a rule of its own for plans."""
    words = [_words(one) for one in reading.passages]
    for finding in check_wording(words, day=reading.plan.van_ban.ngay):
        base = (finding.noi.phan or "").startswith("căn cứ")
        if finding.ma in _HALF_LINES or (base and finding.ma == citations.FIRST.ma):
            continue
        yield finding


def _words(one: Passage) -> Words:
    return Words(text=one.text, place=one.place, who=one.who(), genre=GENRES.get(one.key, "loi_van"))
