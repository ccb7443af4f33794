"""What the engine does beyond docxtpl: no blank line of a false condition, lists anew in each turn."""

import io
import re
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from raw_docx import cell, p, r, row, table
from template_papers import by_docxtpl, canonical, whole_docx

from vanban.word.template import compile_template, render

LEVEL = '<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVEL.format(n=0, f="decimal", t="%1.")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(n=0, f="bullet", t="-")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
)
FIELDS: dict[str, Any] = {"ds": [{"ten": "A", "con": ["a", "b"]}, {"ten": "B", "con": ["c"]}], "co": False}


def item(text: str, number: int = 1) -> str:
    list_ = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{list_}</w:pPr>{r(text)}</w:p>"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def made(body: str, fields: dict[str, Any] = FIELDS) -> bytes:
    return render(whole_docx(body, numbering=NUMBERING), fields, where="mau.docx")


def lines(data: bytes) -> list[str]:
    """The paragraphs as a reader sees them, with the numbers that Word counts."""
    numbering = part(data, "word/numbering.xml")
    ns = {"w": numbering.nsmap["w"]}
    w = f"{{{ns['w']}}}"
    abstract = {
        n.get(f"{w}numId"): n.find("w:abstractNumId", ns).get(f"{w}val")
        for n in numbering.findall("w:num", ns)
    }
    started = {
        n.get(f"{w}numId") for n in numbering.findall("w:num", ns) if n.find("w:lvlOverride", ns) is not None
    }
    counts: dict[str, int] = {}
    seen: set[str] = set()
    found = []
    for paragraph in part(data).iter(f"{w}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{w}t"))
        named = paragraph.find("w:pPr/w:numPr/w:numId", ns)
        if named is None:
            found.append(text)
            continue
        number = named.get(f"{w}val")
        list_ = abstract[number]
        if number in started and number not in seen:
            counts[list_] = 0
        seen.add(number)
        counts[list_] = counts.get(list_, 0) + 1
        found.append(f"{counts[list_]}. {text}" if list_ == "0" else f"- {text}")
    return found


def test_a_list_in_a_loop_within_a_loop_begins_anew_in_each_turn() -> None:
    body = (
        p("{%p for x in ds %}")
        + p("{{ x.ten }}")
        + p("{%p for y in x.con %}")
        + item("{{ y }}")
        + p("{%p endfor %}")
        + p("{%p endfor %}")
    )
    assert lines(made(body)) == ["A", "1. a", "2. b", "B", "1. c"]


def test_two_items_in_each_turn_are_a_list_of_that_turn() -> None:
    body = p("{%p for x in ds %}") + item("{{ x.ten }}") + item("hai") + p("{%p endfor %}")
    assert lines(made(body)) == ["1. A", "2. hai", "1. B", "2. hai"]


def test_one_item_in_each_turn_runs_on() -> None:
    body = p("{%p for x in ds %}") + item("{{ x.ten }}") + p("lời") + p("{%p endfor %}")
    assert lines(made(body)) == ["1. A", "lời", "2. B", "lời"]


def test_a_list_that_goes_on_outside_of_the_loop_runs_on() -> None:
    inside = p("{%p for x in ds %}") + item("{{ x.ten }}") + item("hai") + p("{%p endfor %}")
    assert lines(made(item("mở đầu") + inside)) == ["1. mở đầu", "2. A", "3. hai", "4. B", "5. hai"]


def test_bullets_are_left_alone() -> None:
    body = p("{%p for x in ds %}") + item("{{ x.ten }}", 2) + item("hai", 2) + p("{%p endfor %}")
    assert lines(made(body)) == ["- A", "- hai", "- B", "- hai"]


def test_a_list_in_the_cells_of_rows_begins_anew_in_each_row() -> None:
    def tag(text: str) -> str:
        return row(cell(p(text)))

    body = table(
        tag("{%tr for x in ds %}"),
        row(cell(p("{%p for y in x.con %}") + item("{{ y }}") + p("{%p endfor %}"))),
        tag("{%tr endfor %}"),
        grid="1500",
    )
    assert lines(made(body + p("sau"))) == ["1. a", "2. b", "1. c", "sau"]


def test_a_false_condition_leaves_no_blank_line_and_a_true_one_its_words() -> None:
    body = p("trước") + p("{% if co %}Ghi chú{% endif %}") + p("") + p("sau")
    assert lines(made(body)) == ["trước", "", "sau"]
    assert lines(made(body, FIELDS | {"co": True})) == ["trước", "Ghi chú", "", "sau"]


@pytest.mark.parametrize(
    "text",
    ["{% if co %}a{% endif %} và", "x{% if co %}a{% endif %}", "{{ '' }}", "{% if co %}a{% endif %}{{ '' }}"],
)
def test_a_paragraph_with_other_words_or_tags_stays(text: str) -> None:
    assert len(lines(made(p(text) + p("sau")))) == 2


def test_several_conditions_and_loops_in_one_paragraph_are_one_line_or_none() -> None:
    text = "{% if co %}a{% endif %} {% for y in rong %}{{ y }}{% if co %}!{% endif %}{% endfor %}"
    assert lines(made(p(text) + p("sau"), FIELDS | {"rong": []})) == ["sau"]
    assert lines(made(p(text) + p("sau"), FIELDS | {"rong": ["b"]}))[0].strip() == "b"


def test_a_cell_keeps_a_paragraph() -> None:
    empty = p("{% if co %}a{% endif %}")
    body = table(row(cell(empty), cell(p("đầu") + empty)), grid="1500 1500") + p("sau")
    assert lines(made(body)) == ["", "đầu", "sau"]


def test_no_mark_is_left_in_any_part() -> None:
    body = (
        p("{%p for x in ds %}") + item("{{ x.ten }}") + item("{% if co %}a{% endif %}") + p("{%p endfor %}")
    )
    data = made(body)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [n for n in archive.namelist() if re.search("[\ufdd0-\ufdef]", archive.read(n).decode())]


@given(st.booleans(), st.lists(st.sampled_from(["a", "b"]), max_size=3))
def test_exactly_as_docxtpl_where_that_is_asked(co: bool, names: list[str]) -> None:
    fields = {"co": co, "ds": [{"ten": name, "con": names} for name in names]}
    body = (
        p("{%p for x in ds %}")
        + item("{{ x.ten }}")
        + item("hai")
        + p("{%p endfor %}")
        + p("{% if co %}a{% endif %}")
    )
    template = whole_docx(body, numbering=NUMBERING)
    ours = compile_template(template, exact=True).render(fields)
    assert canonical(ours) == canonical(by_docxtpl(template, fields))
