"""Numbers of headings and articles: those of the source are kept, in Word's lists and on the page."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_papers import document, docx, lines

from vanban.office.soffice import convert_to_pdf
from vanban.viet.numbering import roman

NUMBERS = st.integers(1, 12)
HEADINGS = st.one_of(
    st.tuples(st.just("I"), NUMBERS),
    st.tuples(st.just("1"), NUMBERS),
    st.tuples(st.just("1.1"), NUMBERS),
    st.tuples(st.just("Điều"), NUMBERS),
    st.tuples(st.just("Chương"), NUMBERS),
)
FORMS = {
    "I": "# {r}. {w}",
    "1": "## {n}. {w}",
    "1.1": "### 1.{n}. {w}",
    "Điều": "Điều {n}. {w}.",
    "Chương": "# Chương {r}. {w}",
}
SHOWN = {"I": r"{r}\.", "1": r"{n}\.", "1.1": r"\d+\.{n}\.", "Điều": r"Điều {n}\.", "Chương": r""}


def body_of(headings: list[tuple[str, int]]) -> str:
    return "\n\n".join(FORMS[k].format(r=roman(n), n=n, w=f"việc{i}x") for i, (k, n) in enumerate(headings))


@settings(max_examples=25, deadline=None)
@given(st.lists(HEADINGS, min_size=1, max_size=12))
def test_a_number_of_the_source_is_printed_whatever_stood_before(headings: list[tuple[str, int]]) -> None:
    said = lines(docx(document("de_an", body_of(headings))))
    for index, (kind, number) in enumerate(headings):
        line = next(x for x in said if f"việc{index}x" in x.casefold())
        assert re.match(SHOWN[kind].format(r=roman(number), n=number), line)


def test_without_numbers_the_count_begins_anew_under_each_chapter() -> None:
    body = "# Chương I. A\n\n## Một\n\n### Hai\n\n## Ba\n\n# Chương II. B\n\n## Bốn\n\n### Năm\n\nLời."
    said = lines(docx(document("de_an", body)))
    assert [x for x in said if re.match(r"[IVX]+\. |\d+\. ", x)] == [
        "I. MỘT",
        "1. Hai",
        "II. BA",
        "I. BỐN",
        "1. Năm",
    ]


@pytest.mark.office
def test_libreoffice_counts_as_the_checker_does(tmp_path: Path) -> None:
    """Also where a deeper level comes before the one that it stands in."""
    kinds = [
        ("1.1", 9),
        ("1", 1),
        ("I", 3),
        ("1.1", 2),
        ("1", 4),
        ("Điều", 7),
        ("Điều", 8),
        ("Chương", 2),
        ("I", 1),
    ]
    (tmp_path / "vb.docx").write_bytes(docx(document("de_an", body_of([*kinds, ("1", 1), ("1", 2)]))))
    (pdf,) = convert_to_pdf([tmp_path / "vb.docx"], tmp_path, timeout_s=120)
    shown = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    printed = [
        " ".join(x.split()) for x in shown.stdout.splitlines() if re.search(r"việc\d+x", x, re.IGNORECASE)
    ]
    counted = [
        x for x in lines((tmp_path / "vb.docx").read_bytes()) if re.search(r"việc\d+x", x, re.IGNORECASE)
    ]
    assert printed == counted
