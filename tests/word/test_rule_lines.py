"""Rule lines however they are made: typed, as borders of words and cells, drawn in all ways; and where."""

import pytest
from raw_docx import BLACK, cell, p, r, row, see, table
from test_observe_lines import TEXT_WIDTH_MM, shape

from vanban.model.sheet import RuleLine
from vanban.word.metrics import text_width_mm
from vanban.word.observe_rules import RAISED_SIZE

EMU = 36000
TOP = '<w:pBdr><w:top w:val="single" w:color="auto"/></w:pBdr>'


def lines(body: str, **parts: str) -> list[RuleLine]:
    return list(see(body, **parts).rule_lines)


def lengths(body: str, **parts: str) -> list[float]:
    return [line.length_mm for line in lines(body, **parts)]


@pytest.mark.parametrize("text", ["____________", "------------", "————————", "──────────", "  ________ "])
def test_a_typed_line_is_as_long_as_its_characters(text: str) -> None:
    (line,) = lines(p("trên") + p(text, run='<w:sz w:val="26"/>'))
    assert (line.paragraph, line.how) == (2, "go")
    assert line.length_mm == pytest.approx(text_width_mm(text.strip(), 13))


def test_a_raised_line_is_shorter() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lengths(p("_" * 20, run=raised)) == [pytest.approx(text_width_mm("_" * 20, 14 * RAISED_SIZE))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "__",
        "....................",
        "Người ký: ________",
        "- Như trên;",
        "_ _ _ _",
        "-----o0o-----",
        "—",
        "---",
    ],
)
def test_what_is_no_typed_line(text: str) -> None:
    assert [length for length in lengths(p(text)) if length > 5] == []


def test_a_typed_line_after_a_line_break_counts() -> None:
    broken = f"<w:p>{r('Độc lập')}<w:r><w:br/></w:r>{r('________')}</w:p>"
    assert lengths(broken) == [pytest.approx(text_width_mm("________", 14))]


def test_tabs_that_leave_a_line_behind() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:leader="{}" w:pos="2835"/></w:tabs>'
    tab = "<w:r>{}<w:tab/></w:r>"
    assert lengths(f"<w:p><w:pPr>{stops.format('underscore')}</w:pPr>{tab.format('')}</w:p>") == [
        pytest.approx(50, abs=0.1)
    ]
    underlined = tab.format('<w:rPr><w:u w:val="single"/></w:rPr>')
    assert lengths(f"<w:p><w:pPr>{stops.format('none')}</w:pPr>{underlined}</w:p>") == [
        pytest.approx(50, abs=0.1)
    ]
    assert lengths(f"<w:p>{underlined * 2}</w:p>") == [pytest.approx(25.4)]
    assert lengths(f"<w:p><w:pPr>{stops.format('dot')}</w:pPr>{tab.format('')}</w:p>") == []
    assert lengths(f"<w:p>{tab.format('')}</w:p>") == []


def test_a_border_under_words_and_one_above() -> None:
    under, above = lines(p("chữ", BLACK) + p("sau", TOP + '<w:ind w:left="567"/>'))
    assert (under.paragraph, under.how, under.offset_mm) == (1, "vien", None)
    assert under.length_mm == pytest.approx(TEXT_WIDTH_MM, abs=0.02)
    assert (above.paragraph, above.offset_mm, above.left_mm) == (2, 0.0, pytest.approx(10, abs=0.02))


def test_paragraphs_with_one_border_share_it() -> None:
    assert [line.paragraph for line in lines(p("một", BLACK) + p("hai", BLACK) + p("ba"))] == [2]
    assert [line.paragraph for line in lines(p("một", TOP) + p("hai", TOP))] == [1]
    indented = BLACK + '<w:ind w:left="567"/>'
    assert [line.paragraph for line in lines(p("một", BLACK) + p("hai", indented))] == [1, 2]


def test_kinds_and_colours_of_borders() -> None:
    (line,) = lines(p("", '<w:pBdr><w:bottom w:val="double" w:color="FF0000"/></w:pBdr>'))
    assert (line.double, line.dashed, line.color) == (True, False, "FF0000")
    (line,) = lines(p("", '<w:pBdr><w:bottom w:val="dashSmallGap" w:color="000000"/></w:pBdr>'))
    assert (line.double, line.dashed, line.color) == (False, True, "auto")


def borders(**sides: str) -> str:
    inner = "".join(f'<w:{side} w:val="{value}"/>' for side, value in sides.items())
    return f"<w:tcBorders>{inner}</w:tcBorders>"


def test_the_border_of_an_empty_narrow_cell() -> None:
    rows = row(cell(p("CỘNG HÒA"), ""), cell(p())) + row(cell(p(), borders(top="single")), cell(p()))
    (line,) = lines(table(rows, grid="2835 5670"))
    assert (line.paragraph, line.how, line.offset_mm) == (3, "vien", 0.0)
    assert line.length_mm == pytest.approx(50, abs=0.1)


def test_one_border_between_two_cells_is_one_line() -> None:
    upper = row(cell(p("UBND XÃ"), borders(bottom="single")))
    lower = row(cell(p(), borders(top="single")))
    assert [line.paragraph for line in lines(table(upper, lower, grid="2835"))] == [1]


@pytest.mark.parametrize(
    "made",
    [
        table(row(cell(p(), borders(top="single", left="single"))), grid="2835"),
        table(row(cell(p(), borders(top="nil"))), grid="2835"),
        table(*[row(cell(p("a"), borders(bottom="single"))) for _ in range(6)], grid="2835"),
        table(
            row(cell(p("a"))),
            properties='<w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders>',
            grid="2835",
        ),
    ],
    ids=["boxed cell", "no border", "ruled table", "grid"],
)
def test_borders_of_tables_that_are_no_lines(made: str) -> None:
    assert lines(made) == []


def anchored(across: str, down: str, inner: str, *, size: str = f'cx="{50 * EMU}" cy="0"') -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:anchor>{across}{down}<wp:extent {size}/><a:graphic><a:graphicData>"
        f"<wps:wsp>{inner}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def position(axis: str, relative: str, mm: float) -> str:
    offset = f"<wp:posOffset>{round(mm * EMU)}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="{relative}">{offset}</wp:position{axis}>'


def test_where_a_drawn_line_stands() -> None:
    (line,) = lines(anchored(position("H", "column", 12), position("V", "paragraph", -3.5), shape("line")))
    assert (line.left_mm, line.offset_mm, line.how) == (12, -3.5, "ve")
    (line,) = lines(anchored(position("H", "page", 12), position("V", "page", 30), shape("line")))
    assert (line.left_mm, line.offset_mm) == (None, None)
    (line,) = lines(
        '<w:p><w:r><w:pict><v:line style="position:absolute" from="72pt,7.2pt" to="0,7.2pt"/>'
        "</w:pict></w:r></w:p>"
    )
    assert (line.left_mm, line.offset_mm) == (0, pytest.approx(2.54))
    (line,) = lines(
        '<w:p><w:r><w:pict><v:shape type="#_x0000_t32" style="margin-left:36pt;margin-top:-7.2pt;'
        'width:72pt;height:0"/></w:pict></w:r></w:p>'
    )
    assert (line.left_mm, line.offset_mm) == (pytest.approx(12.7), pytest.approx(-2.54))


def ink(inner: str, kind: str = "line", after: str = "") -> str:
    return f'<wps:spPr><a:prstGeom prst="{kind}"/>{inner}</wps:spPr>{after}'


def solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


def styled(name: str) -> str:
    return f'<wps:style><a:lnRef idx="1"><a:schemeClr val="{name}"/></a:lnRef></wps:style>'


@pytest.mark.parametrize(
    ("inner", "color"),
    [
        (ink(f"<a:ln>{solid('FF0000')}</a:ln>"), "FF0000"),
        (ink(f"<a:ln>{solid('000000')}</a:ln>"), "auto"),
        (ink("", after=styled("accent1")), "4472C4"),
        (ink("", after=styled("tx1")), "auto"),
        (ink(f"<a:ln>{solid('FFFFFF')}</a:ln>"), None),
        (ink("", after=styled("bg1")), None),
        (ink("<a:ln><a:noFill/></a:ln>"), None),
    ],
)
def test_colours_of_drawn_lines(inner: str, color: str | None) -> None:
    found = lines(anchored("", "", inner), theme1=THEME)
    assert [line.color for line in found] == ([] if color is None else [color])


def test_dashed_and_double_drawn_lines() -> None:
    (line,) = lines(anchored("", "", ink('<a:ln cmpd="dbl"><a:prstDash val="sysDash"/></a:ln>')))
    assert (line.dashed, line.double) == (True, True)
    (line,) = lines(anchored("", "", ink('<a:ln><a:prstDash val="solid"/></a:ln>')))
    assert (line.dashed, line.double) == (False, False)
    (line,) = lines(
        '<w:p><w:r><w:pict><v:line from="0,0" to="72pt,0" strokecolor="#4472c4 [3204]">'
        '<v:stroke dashstyle="dash" linestyle="thinThin"/></v:line></w:pict></w:r></w:p>'
    )
    assert (line.dashed, line.double, line.color) == (True, True, "4472C4")


FREEFORM = f"<wps:spPr><a:custGeom/><a:ln>{solid('000000')}</a:ln></wps:spPr>"
THIN = f'cx="{50 * EMU}" cy="{EMU // 2}"'


@pytest.mark.parametrize(
    ("inner", "size", "seen"),
    [
        (ink(solid("000000"), "rect"), THIN, [50]),
        (FREEFORM, THIN, [50]),
        (ink(solid("FFFFFF"), "rect"), THIN, []),
        (ink(solid("000000"), "rect"), f'cx="{50 * EMU}" cy="{3 * EMU}"', []),
        (shape("line"), f'cx="{50 * EMU}" cy="{30 * EMU}"', []),
        (shape("line"), f'cx="0" cy="{30 * EMU}"', []),
        (shape("line"), f'cx="{50 * EMU}" cy="{EMU}"', [50]),
        (shape("line"), f'cx="{2 * EMU}" cy="0"', []),
        (shape("line"), 'cx="NaN" cy="9999999999999999999"', []),
        (
            '<wps:spPr><a:xfrm rot="5400000"/><a:prstGeom prst="line"/><a:ln/></wps:spPr>',
            f'cx="0" cy="{50 * EMU}"',
            [50],
        ),
    ],
    ids=["thin", "freeform", "white", "box", "slant", "upright", "nearly level", "slip", "absurd", "turned"],
)
def test_shapes_that_are_lines(inner: str, size: str, seen: list[float]) -> None:
    assert lengths(anchored("", "", inner, size=size)) == seen


def test_a_line_in_a_group_is_measured_in_its_units() -> None:
    wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
    group = (
        f'<g:wgp xmlns:g="{wpg}"><g:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{60 * EMU}" cy="{10 * EMU}"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="1000" cy="1000"/></a:xfrm></g:grpSpPr><wps:wsp><wps:spPr>'
        '<a:xfrm><a:off x="100" y="500"/><a:ext cx="500" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"/><a:ln/></wps:spPr></wps:wsp></g:wgp>'
    )
    (line,) = lines(
        f"<w:p><w:r><w:drawing><wp:anchor>{position('H', 'column', 5)}{position('V', 'paragraph', 2)}"
        f'<wp:extent cx="{60 * EMU}" cy="{10 * EMU}"/>{group}</wp:anchor></w:drawing></w:r></w:p>'
    )
    assert (line.length_mm, line.left_mm, line.offset_mm) == (30, 11, 7)


def test_a_line_in_a_group_of_vml() -> None:
    group = (
        '<v:group style="margin-left:0;margin-top:0;width:144pt;height:72pt" coordsize="1000,1000">'
        '<v:line from="0,500" to="500,500"/></v:group>'
    )
    (line,) = lines(f"<w:p><w:r><w:pict>{group}</w:pict></w:r></w:p>")
    assert (line.length_mm, line.offset_mm) == (pytest.approx(25.4), pytest.approx(12.7))


def test_words_line_of_word_is_as_wide_as_the_column() -> None:
    rule = (
        '<w:p><w:r><w:pict><v:rect xmlns:o="urn:schemas-microsoft-com:office:office" '
        'style="width:0;height:1.5pt" o:hr="t" fillcolor="#a0a0a0"/></w:pict></w:r></w:p>'
    )
    (line,) = lines(rule)
    assert (line.length_mm, line.color) == (pytest.approx(TEXT_WIDTH_MM, abs=0.02), "A0A0A0")
