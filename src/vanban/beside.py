"""The files that stand by the one a person names: the book of agencies, and the unit's own rules."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from vanban.check.form.checks import form_rules
from vanban.check.plan.checks import all_rules
from vanban.check.rule import Rule
from vanban.check.template.checks import template_rules
from vanban.check.wording.checks import wording_rules
from vanban.law.decree import load_decree
from vanban.model.agency import AgencyBook
from vanban.model.finding import Severity
from vanban.model.house_rules import HouseRules
from vanban.read.agency_book import parse_agency_book
from vanban.read.files import read_text
from vanban.read.house_rules_file import parse_house_rules
from vanban.shipped import data_folder

DEFAULT_BOOK = "co-quan.yaml"
DEFAULT_HOUSE_RULES = "quy-uoc.yaml"


def read_book(path: Path | None, beside: Path | None = None) -> AgencyBook:
    """The book of agencies: the one given, the one that lies beside the plan, or the shipped one."""
    chosen = path or _near(beside, DEFAULT_BOOK) or data_folder() / DEFAULT_BOOK
    return parse_agency_book(read_text(chosen), str(chosen))


def read_house_rules(path: Path | None, beside: Path | None = None) -> HouseRules | None:
    """The unit's own rules: those given, those that lie beside the file to check, or none."""
    chosen = path or _near(beside, DEFAULT_HOUSE_RULES)
    if chosen is None:
        return None
    return parse_house_rules(read_text(chosen), str(chosen), levels=levels(), decree=load_decree())


def every_rule() -> list[Rule]:
    """Every rule of the program: of form, of wording, of plans, of templates."""
    return [*form_rules(load_decree()), *wording_rules(), *all_rules(), *template_rules()]


@lru_cache(maxsize=1)
def levels() -> dict[str, Severity]:
    """How grave each rule is, by its id."""
    return {rule.ma: rule.muc for rule in every_rule()}


def _near(beside: Path | None, name: str) -> Path | None:
    path = beside.parent / name if beside is not None else None
    return path if path is not None and stands(path.is_file) else None


def stands(test: Callable[[], bool]) -> bool:
    """Whether a file or folder is there; not where its path is too long or may not be entered."""
    try:
        return test()
    except OSError:
        return False
