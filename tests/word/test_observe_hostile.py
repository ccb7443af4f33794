"""Files made to break a reader: numbers beyond all measure, endless chains, names that are empty."""

import io
import zipfile
from time import perf_counter

import pytest
from raw_docx import docx, first, see

from vanban.word.package import open_package

ENOUGH_S = 10.0
"""Far above what a sound reader needs, far below what one of squared cost takes."""


@pytest.mark.parametrize("number", ["9" * 400, "9" * 308 + "in", "1" * 5000, "NaN", "INF", "1e400", "-", ""])
def test_a_number_beyond_all_measure_is_no_number(number: str) -> None:
    properties = f'<w:pPr><w:ind w:left="{number}"/><w:outlineLvl w:val="{number}"/></w:pPr>'
    run = f'<w:r><w:rPr><w:sz w:val="{number}"/></w:rPr><w:t>chữ</w:t></w:r>'
    paragraph = first(f"<w:p>{properties}{run}</w:p>")
    assert (paragraph.left_mm, paragraph.outline_level, paragraph.spans[0].size_pt) == (0.0, None, 14.0)


def test_an_endless_chain_of_styles_ends() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>'
        for i in range(4000)
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{i}"/></w:pPr></w:p>' for i in range(4000))
    start = perf_counter()
    assert len(see(body, styles=styles).paragraphs) == 4000
    assert perf_counter() - start < ENOUGH_S


def test_paragraphs_without_an_end_are_joined_in_time() -> None:
    one = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    start = perf_counter()
    assert [p.text for p in see(one * 20_000).paragraphs] == ["a" * 20_000]
    assert perf_counter() - start < ENOUGH_S


def test_an_entry_without_a_name_is_passed_over() -> None:
    buffer = io.BytesIO(docx("<w:p/>"))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("x.xml", "")
    nameless = buffer.getvalue().replace(b"x.xml", b"\x00.xml")  # zip names end at the first zero byte
    assert "" not in open_package(nameless, "").names
