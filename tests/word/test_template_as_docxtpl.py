"""Whatever a template holds that docxtpl does right, the engine gives the same paper, part by part."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raw_docx import cell as bare_cell
from raw_docx import p, r, row, table
from template_papers import by_docxtpl, canonical, whole_docx

from vanban.word.template import render

WORDS = st.text("abđ ấề&<>\"'{}%\n\t\u200b-“”0", max_size=12)
PLAIN = st.text("abđ ấề,.0", min_size=1, max_size=8)
STATIC = PLAIN.map(lambda s: f"x{s}")
RECORDS = st.lists(st.fixed_dictionaries({"ten": WORDS, "ds": st.lists(WORDS, max_size=2)}), max_size=3)
FIELDS = st.fixed_dictionaries({"ten": WORDS, "so": st.integers(1, 4), "co": st.booleans(), "ds": RECORDS})


def cell(content: str) -> str:
    return bare_cell(content, '<w:tcW w:w="1500" w:type="dxa"/>')


def split(text: str) -> str:
    """A tag as Word leaves it after editing: cut into several runs."""
    return "".join(r(piece, "<w:b/>" * (n % 2)) for n, piece in enumerate((text[:1], text[1:4], text[4:])))


VALUES = st.sampled_from(["ten", "so", "ten|upper", "so + 1", "'a' if co else 'b'", "ds|length"])
IN_LOOP = st.sampled_from(["x.ten", "loop.index", "x.ds|join(', ')", "ten"])
INLINE = st.sampled_from(
    ["{% if co %}có{% endif %}", "{% for y in ds %}{{ y.ten }};{% endfor %}", "{_{ a }_}", "{# ghi chú #}"]
)


def spans(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    value = values.map(lambda v: f"{{{{ {v} }}}}")
    return st.one_of(
        STATIC.map(r),
        value.map(r),
        value.map(lambda v: r(v, "<w:i/>")),
        value.map(split),
        INLINE.map(r),
        values.map(lambda v: r(f"trước {{{{r {v} }}}} sau")),
    )


def paragraphs(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    properties = st.sampled_from(["", '<w:jc w:val="both"/>', '<w:keepNext/><w:jc w:val="left"/>'])
    return st.builds(
        lambda first, rest, look: f"<w:p><w:pPr>{look}</w:pPr>{r(first)}{''.join(rest)}</w:p>",
        *(STATIC, st.lists(spans(values), max_size=3), properties),
    )


def blocks(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(paragraphs(values), min_size=1, max_size=3).map("".join)
    return st.one_of(
        paragraphs(values),
        several.map(lambda b: p("{%p if co %}") + b + p("{%p else %}") + p("không") + p("{%p endif %}")),
        several.map(lambda b: b + p("{#p bỏ #}") + p("x{%- if co %} nối{% endif %}")),
        st.just(p("a") + p("{%p if so > 2 %}") + p("nhiều") + p("{%p elif so == 2 %}") + p("{%p endif %}")),
    )


LOOPS = st.lists(blocks(IN_LOOP), min_size=1, max_size=2).map(
    lambda inner: p("{%p for x in ds %}") + "".join(inner) + p("{%p endfor %}")
)
CELL_TAGS = st.sampled_from(
    ["{% cellbg 'FF0000' %}", "{% cellbg 'DDDDDD' if co else 'FFFFFF' %}", "{% colspan so %}", ""]
)


def tables(columns: int) -> st.SearchStrategy[str]:
    grid = " ".join(["1500"] * columns)
    heading = row(*(cell(p(f"cột {n}")) for n in range(columns)), properties="<w:tblHeader/>")

    def tag(text: str) -> str:
        return row(*(cell(p(text if n == 0 else "")) for n in range(columns)))

    def of(cells: list[str], *, with_heading: bool, merged: bool, across: bool) -> str:
        first = cell(p("{% vm %}gộp {{ ten }}" if merged else "đầu"))
        filled = row(first, *(cell(inner) for inner in cells))
        looped = tag("{%tr for x in ds %}") + filled + tag("{%tr endfor %}")
        wide = ""
        if across:
            ends = cell(p("{%tc for x in ds %}")), cell(p("{%tc endfor %}"))
            wide = row(ends[0], cell(p("{{ x.ten }}")), ends[1])
        return table(heading * with_heading, looped, wide, grid=grid)

    cells = st.lists(
        st.builds(lambda t, para: p(t + "{{ x.ten }}") if t else para, CELL_TAGS, paragraphs(IN_LOOP)),
        min_size=columns - 1,
        max_size=columns - 1,
    )
    flag = st.booleans()
    return st.builds(
        lambda c, a, b, d: of(c, with_heading=a, merged=b, across=d) + p("sau"), cells, flag, flag, flag
    )


BODIES = st.lists(st.one_of(blocks(VALUES), LOOPS, tables(2), tables(3)), min_size=1, max_size=4).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES, blocks(VALUES), blocks(VALUES), FIELDS)
def test_the_same_paper_as_docxtpl(body: str, header: str, note: str, fields: dict[str, Any]) -> None:
    note = note.replace("<w:rPr></w:rPr>", "")  # docxtpl reads notes as they are spelled
    parts = {"header1": header, "footnotes": f'<w:footnote w:id="1">{note}</w:footnote>'}
    template = whole_docx(body, **parts)
    assert canonical(render(template, fields, where="mau.docx")) == canonical(by_docxtpl(template, fields))


@settings(max_examples=20, deadline=None)
@given(BODIES, FIELDS)
def test_the_same_fields_give_the_same_bytes(body: str, fields: dict[str, Any]) -> None:
    template = whole_docx(body)
    assert render(template, fields, where="a.docx") == render(template, fields, where="b.docx")
