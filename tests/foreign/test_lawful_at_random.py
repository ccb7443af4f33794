"""Lawful papers in layouts put together at random: habits meet that no one thought of together."""

from foreign_files import findings
from foreign_layouts import Layout
from foreign_marks import Hand
from foreign_papers import PAPERS
from foreign_variants import VARIANTS
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.model.finding import Severity

WORDS = {**PAPERS, **VARIANTS}
BY_TABLE = ("mot_hang", "mot_doan", "hai_hang", "ba_hang", "ba_cot")
HANDS = st.builds(
    Hand,
    split=st.booleans(),
    nfd=st.booleans(),
    looks_in=st.sampled_from(("direct", "style", "defaults")),
)
HEADS = st.one_of(
    st.tuples(st.sampled_from(BY_TABLE), st.sampled_from(("dml", "vml", "vien", "gach"))),
    st.tuples(st.sampled_from(("tab", "dau_cach")), st.just("gach")),
)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """A lawful layout of any habits."""
    header, drawn = draw(HEADS)
    return Layout(
        "bat-ky",
        header=header,
        drawn=drawn,
        anchor=draw(st.sampled_from(("rieng", "chu", "sau"))),
        breaks=draw(st.booleans()),
        hand=draw(HANDS),
        auto_numbers=draw(st.booleans()),
        indent_mm=draw(st.sampled_from((10, 12.5, 12.7))),
        line=draw(st.sampled_from((("auto", 1.0), ("auto", 1.15), ("auto", 1.5), ("exact", 18.0)))),
        small=draw(st.booleans()),
        heading_style=draw(st.booleans()),
        addressees=draw(st.sampled_from(("dong", "bang"))),
        signature=draw(st.sampled_from(("bang", "tab"))),
        page_number=draw(st.sampled_from(("giua", "giua_sdt"))),
        margins_mm=draw(st.sampled_from(((20, 20, 30, 20), (25, 25, 35, 15), (20, 25, 30, 15)))),
    )


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from(sorted(WORDS)), layout=layouts())
def test_a_lawful_paper_in_any_layout_has_no_fault(name: str, layout: Layout) -> None:
    found = [f for f in findings(WORDS[name], layout) if f.muc is not Severity.GOI_Y]
    assert not [f"{f.ma} [{f.noi}] {f.loi_van} “{f.trich}”" for f in found]
