"""What all tests share: the rule about LibreOffice, and small .docx files."""

import os
from pathlib import Path
from typing import Protocol

import pytest
from docx import Document
from docx.oxml.ns import qn

from vanban.office.soffice import find_soffice


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without LibreOffice its tests are skipped, but never on a build machine (CI): there they fail."""
    if find_soffice() or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("office"):
            item.add_marker(pytest.mark.skip(reason="no LibreOffice on this machine"))


class MakeDocx(Protocol):
    def __call__(self, path: Path, *words: str, heading: str = "", font: str = "Times New Roman") -> Path: ...


@pytest.fixture(scope="session")
def make_docx() -> MakeDocx:
    """Writes a .docx with one paragraph for each of `words`, all in one font."""

    def make(path: Path, *words: str, heading: str = "", font: str = "Times New Roman") -> Path:
        document = Document()
        if heading:
            document.add_heading(heading, 1)
        for line in words:
            document.add_paragraph(line)
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
                for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                    fonts.set(qn(script), font)
        path.parent.mkdir(parents=True, exist_ok=True)
        document.save(str(path))
        return path

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` takes what comes out today as right; read the difference before committing."""
    parser.addoption("--update-golden", action="store_true", help="accept the papers that come out today")
