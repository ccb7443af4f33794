"""The book of agencies (`co-quan.yaml`) → `AgencyBook`."""

from typing import Any

from vanban.model.agency import AgencyBook
from vanban.read.faults import read_record
from vanban.read.words.agency_finder import name_key, names_of
from vanban.yaml_tree import position


def parse_agency_book(text: str, where: str) -> AgencyBook:
    """The book in `text`; `where` names the file in messages.

    Raises SourceError with every fault at once: wrong keys and values with line and column, and names
    that two agencies share, since a text that uses such a name would not say whom it means.
    """
    return read_record(text, where, AgencyBook, _shared_names)


def _shared_names(book: AgencyBook, tree: Any) -> list[str]:
    owner: dict[tuple[str, ...], str] = {}
    faults: list[str] = []
    for i, agency in enumerate(book.co_quan):
        for name in names_of(agency):
            first = owner.setdefault(name_key(name), agency.id)
            if first != agency.id:
                place = position(tree, ("co_quan", i))
                head = f"dòng {place[0]}: " if place else ""
                faults.append(f"{head}tên “{name}” của “{agency.id}” cũng là tên của “{first}”")
    return faults
