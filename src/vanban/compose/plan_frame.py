"""What the papers of a plan share that have the form of a plain paper: head, sections, the plan as cited.

They go the way of short files (`compose/plain.py`): the forms of the 29 kinds are there already, and a unit
that words a kind anew does so once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vanban.compose.casing import recased
from vanban.compose.heads import issuing_agency, known_book
from vanban.compose.plain import compose_clean
from vanban.compose.tidy import tidied
from vanban.law.decree import load_kinds
from vanban.model.agency import Agency, AgencyBook
from vanban.model.plain import Appendix, Block, Level, PaperAgency, PlainDocument, PlainFile, paper_shape
from vanban.model.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanPapers:
    """A plan and its book, tidied, with the issuer that the book may lack."""

    plan: Plan
    book: AgencyBook
    issuer: Agency = field(init=False)

    def __post_init__(self) -> None:
        plan, book = tidied(self.plan), tidied(self.book)
        plan = recased(plan, book)
        object.__setattr__(self, "plan", plan)
        object.__setattr__(self, "book", known_book(plan, book))
        object.__setattr__(self, "issuer", issuing_agency(plan, book))

    def document(
        self,
        kind: str,
        agency: Agency,
        text: Sequence[Block],
        *,
        day: date,
        appendices: Sequence[Appendix] = (),
        **front: Any,
    ) -> PlainDocument:
        """The paper of this kind (code of the law) by `agency`; `front` are the fields of a short file."""
        found = load_kinds().by_code(kind)
        assert found is not None, f"no kind {kind}"
        paper = paper_shape(kind).model_validate(
            {"loai": kind, "co_quan": PaperAgency(ma=agency.id), "du_thao": True, **front}
        )
        file = PlainFile(paper=paper, than=list(text), phu_luc=list(appendices))
        return compose_clean(file, found, self.book, day=day, year=day.year)


def said(texts: Iterable[str], level: Level = "doan") -> list[Block]:
    """A block for each text."""
    return [Block(cap=level, chu=text) for text in texts if text]


def section(heading: str, texts: Iterable[str], level: Level = "doan") -> list[Block]:
    """A heading in capitals, numbered I, II …, and its paragraphs."""
    return [Block(cap="muc_la_ma", chu=heading), *said(texts, level)]


def articles(texts: Iterable[str]) -> list[Block]:
    """Điều 1, Điều 2 … without titles."""
    return [Block(cap="dieu_khong_tieu_de", chu=text) for text in texts]
