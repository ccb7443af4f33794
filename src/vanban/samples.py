"""Sample papers: the document of each kind, made from the shipped sample plan.

Editors see by them what a field holds; a kind that the sample plan cannot fill shows the meaning of
each field in its place.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from vanban.beside import read_book
from vanban.compose.assignments import bearers
from vanban.compose.bao_cao import compose_report
from vanban.compose.don_doc import compose_reminder, urged
from vanban.compose.figures import figures
from vanban.compose.giao_viec import compose_assigning
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.submission_route import calls_for_submission
from vanban.compose.tien_do import compose_period_report
from vanban.compose.to_trinh import compose_submission
from vanban.model.agency import AgencyBook
from vanban.model.document import Document, fill
from vanban.model.glossary import Glossary
from vanban.model.papers import PaperKind
from vanban.model.plan import Plan, numbered
from vanban.model.progress import Progress
from vanban.model.record import Record
from vanban.model.shape import Shape, owner_of
from vanban.read.files import read_plan, read_text
from vanban.read.glossary import parse_glossary
from vanban.read.progress_file import parse_progress
from vanban.shipped import data_folder, glossary_page

PLAN, STATES = "ke-hoach-100-ngay.txt", "tien-do-mau.yaml"
"""The sample files."""


def sample_document(kind: PaperKind, *, day: date | None = None) -> Document:
    """A document of this kind from the sample plan; `day` is the day of the sample progress if not given."""
    plan, states, book = _sources()
    made = _MAKERS.get(kind.loai)
    when = day or states.ngay_chot
    if made is not None:
        return made(plan, states, book, when)
    return kind.du_lieu.model_validate({**_filled(kind.du_lieu, read_glossary(), when), "loai": kind.loai})


@lru_cache(maxsize=1)
def read_glossary() -> Glossary:
    """The shipped glossary."""
    return parse_glossary(read_text(glossary_page()))


@lru_cache(maxsize=1)
def _sources() -> tuple[Plan, Progress, AgencyBook]:
    book = read_book(None)
    states = data_folder() / STATES
    return read_plan(data_folder() / PLAN, book), parse_progress(read_text(states), str(states)), book


def _submission(plan: Plan, states: Progress, book: AgencyBook, day: date) -> Document:
    """Of the first task that calls for one."""
    item = next(item for item in numbered(plan) if calls_for_submission(item))
    return compose_submission(plan, item, book, day=day)


def _assigning(plan: Plan, states: Progress, book: AgencyBook, day: date) -> Document:
    """To the first known body that leads a task."""
    bearer = next(one for one in bearers(plan, book) if one.is_body)
    return compose_assigning(plan, bearer, book, day=day)


def _reminder(plan: Plan, states: Progress, book: AgencyBook, day: date) -> Document:
    """To the first lead agency that has a task to be urged."""
    found = figures(plan, states, day)
    row = next(r for r in found.by_agency if urged(r.cases) and book.find(r.co_quan.co_quan or ""))
    return compose_reminder(plan, row, found, book)


_MAKERS: dict[str, Callable[[Plan, Progress, AgencyBook, date], Document]] = {
    "ke_hoach": lambda plan, states, book, day: compose_plan(plan, book, day=day),
    "to_trinh": _submission,
    "giao_viec": _assigning,
    "don_doc": _reminder,
    "bao_cao": lambda plan, states, book, day: compose_report(plan, states, book, as_of=day),
    "bao_cao_tien_do": lambda plan, states, book, day: compose_period_report(plan, states, book, as_of=day),
}


def _filled(record: type[Record], glossary: Glossary, day: date) -> dict[str, Any]:
    """Each field as a blank that says what it means; a list has one item."""
    return {
        name: _value(record, name, shape, glossary, day)
        for name, shape in Shape("ban_ghi", record=record).fields.items()
    }


def _value(record: type[Record], name: str, shape: Shape, glossary: Glossary, day: date) -> Any:
    meaning = glossary.get((owner_of(record, name).__name__, name))
    if shape.kind == "danh_sach":
        inner = shape.item
        return [] if inner is None else [_value(record, name, inner, glossary, day)]
    if shape.record is not None:
        return {} if shape.record is record else _filled(shape.record, glossary, day)
    plain: dict[str, Any] = {"so": 1, "dung_sai": True}
    if shape.is_date:
        return day
    return plain.get(shape.kind, fill(meaning.nghia if meaning else name))
