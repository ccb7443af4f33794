"""A plan of another place than that of the book: there "UBND Thành phố" is another city's.

Bodies of the book whose full name holds the book's place are then known only by names that hold it too.
"""

import re
from collections.abc import Iterable

from vanban.model.agency import Agency, AgencyBook
from vanban.model.plan import PlanPaper
from vanban.read.words.agency_finder import AgencyFinder, names_of

_KIND_OF_PLACE = re.compile(r"^(?:Thành phố|tỉnh|Tỉnh|phường|Phường|xã|Xã|đặc khu|Đặc khu)\s+")


def away_from(book: AgencyBook, paper: PlanPaper, texts: Iterable[str]) -> AgencyBook | None:
    """The book for a plan of another place; None where the plan is from the place of the book.

    It is from elsewhere if the head names an issuer or a superior that the book lacks, and no name with the
    book's place stands in its `texts`.
    """
    places = sorted({agency.dia_danh for agency in book.co_quan if agency.dia_danh})
    ids = {agency.id for agency in book.co_quan}
    named = [name for name in (paper.co_quan_ban_hanh, paper.co_quan_chu_quan) if name]
    if not places or not named or all(name in ids for name in named):
        return None
    away = AgencyBook.model_construct(co_quan=[_named_in_full(agency, places) for agency in book.co_quan])
    marks = {mark for place in places for mark in _marks_of(place)}
    marked = [text for text in texts if any(mark in text for mark in marks)]
    if marked:
        local = [one for one in away.co_quan if any(place in one.ten for place in places)]
        finder = AgencyFinder(AgencyBook.model_construct(co_quan=local))
        if any(finder.find_all(text) for text in marked):
            return None
    return away


def _named_in_full(agency: Agency, places: Iterable[str]) -> Agency:
    """An agency without those of its names that leave out the place in its full name."""
    place = next((place for place in places if place in agency.ten), None)
    if place is None:
        return agency
    marks = _marks_of(place)
    kept = [name for name in names_of(agency) if any(mark in name for mark in marks)]
    return agency.model_copy(
        update={"viet_tat": None, "bi_danh": [name for name in kept if name != agency.ten], "chu_quan": None}
    )


def _marks_of(place: str) -> tuple[str, str]:
    """What names with a place hold of it: its own name, or its initials ("HCM")."""
    own = _KIND_OF_PLACE.sub("", place)
    return own, "".join(word[0] for word in own.split())
