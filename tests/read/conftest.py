from pathlib import Path

import pytest

from vanban.model.agency import AgencyBook
from vanban.model.plan import Plan
from vanban.read.agency_book import parse_agency_book
from vanban.read.files import read_text
from vanban.read.text.plan import read_text_plan
from vanban.read.words.agency_finder import AgencyFinder

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def book() -> AgencyBook:
    return parse_agency_book(read_text(DATA / "co-quan.yaml"), "co-quan.yaml")


@pytest.fixture(scope="session")
def finder(book: AgencyBook) -> AgencyFinder:
    return AgencyFinder(book)


@pytest.fixture(scope="session")
def source() -> str:
    return read_text(DATA / "ke-hoach-100-ngay.txt")


@pytest.fixture(scope="session")
def plan(source: str, book: AgencyBook) -> Plan:
    return read_text_plan(source, book, where="ke-hoach-100-ngay.txt")
