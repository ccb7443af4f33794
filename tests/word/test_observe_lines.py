"""Drawn rule lines and text boxes."""

import pytest
from raw_docx import BLACK, BORDER, cell, p, r, row, see, table, texts

TEXT_WIDTH_MM = (11906 - 1134 - 1701) / 1440 * 25.4


def drawing(width_mm: float, inner: str, *, hidden: str = "0", height_mm: float = 0) -> str:
    return (
        f'<w:drawing><wp:anchor><wp:extent cx="{round(width_mm * 36000)}" cy="{round(height_mm * 36000)}"/>'
        f'<wp:docPr id="1" hidden="{hidden}"/>'
        f"<a:graphic><a:graphicData><wps:wsp>{inner}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def shape(kind: str, line: str = "") -> str:
    return f'<wps:spPr><a:prstGeom prst="{kind}"/><a:ln>{line}</a:ln></wps:spPr>'


VML_LINE = '<w:pict><v:line from="10pt,2pt" to="152pt,2pt"/></w:pict>'


@pytest.mark.parametrize(
    ("drawn", "lengths"),
    [
        (drawing(60.5, shape("line")), [60.5]),
        (drawing(60.5, shape("straightConnector1")), [60.5]),
        (drawing(60.5, shape("rect"), height_mm=4), []),
        (drawing(60.5, shape("line", "<a:noFill/>")), []),
        (drawing(60.5, shape("line"), hidden="1"), []),
        (drawing(0, shape("line")), []),
        (VML_LINE, [142 / 72 * 25.4]),
        (
            '<w:pict><v:shape type="#_x0000_t32" style="position:absolute;width:72pt;height:0"/></w:pict>',
            [25.4],
        ),
        ('<w:pict><v:shape type="#_x0000_t75" style="width:72pt;height:9pt"/></w:pict>', []),
        (
            f"<mc:AlternateContent><mc:Choice>{drawing(50, shape('line'))}</mc:Choice>"
            f"<mc:Fallback>{VML_LINE}</mc:Fallback></mc:AlternateContent>",
            [50],
        ),
    ],
    ids=[
        "line",
        "connector",
        "rectangle",
        "no ink",
        "hidden",
        "slip",
        "vml",
        "vml shape",
        "vml picture",
        "read once",
    ],
)
def test_drawn_lines(drawn: str, lengths: list[float]) -> None:
    sheet = see(p("trên") + f"<w:p><w:r>{drawn}</w:r></w:p>")
    assert [(line.paragraph, line.length_mm) for line in sheet.rule_lines] == [
        (2, pytest.approx(x)) for x in lengths
    ]


@pytest.mark.parametrize(
    ("text", "properties", "length"),
    [
        ("", BLACK, TEXT_WIDTH_MM),
        ("", BLACK + '<w:ind w:left="567" w:right="1134"/>', TEXT_WIDTH_MM - 30),
        ("", BLACK + '<w:ind w:left="567" w:hanging="567"/>', TEXT_WIDTH_MM),
        ("chữ", BLACK, TEXT_WIDTH_MM),
        ("", BORDER.format(color="FFFFFF"), None),
        ("", "", None),
        ("", '<w:pBdr><w:top w:val="single"/><w:left w:val="single"/></w:pBdr>', None),
    ],
    ids=["full", "indented", "hanging", "under words", "white", "none", "box"],
)
def test_border_lines(text: str, properties: str, length: float | None) -> None:
    lines = see(p(text, properties)).rule_lines
    assert [line.length_mm for line in lines] == ([] if length is None else [pytest.approx(length, abs=0.02)])


def test_border_lines_in_a_cell_take_its_width_less_margins() -> None:
    body = table(row(cell(p("", BLACK + '<w:ind w:left="567"/>'))), grid="5670")
    assert see(body).rule_lines[0].length_mm == pytest.approx(100 - 2 * 1.905 - 10, abs=0.02)


@pytest.mark.parametrize(
    "box",
    [
        drawing(50, f"<wps:txbx><w:txbxContent>{p('trong', BLACK)}{p('', BLACK)}</w:txbxContent></wps:txbx>"),
        "<w:pict><v:shape style='width:50mm'><v:textbox><w:txbxContent>"
        f"{p('trong', BLACK)}{p('', BLACK)}</w:txbxContent></v:textbox></v:shape></w:pict>",
    ],
)
def test_text_boxes_come_after_their_paragraph(box: str) -> None:
    sheet = see(f"<w:p>{r('chủ')}<w:r>{box}</w:r></w:p>{p('sau')}")
    assert texts(sheet) == ["chủ", "trong", "", "sau"]
    assert [(line.paragraph, round(line.length_mm)) for line in sheet.rule_lines] == [(3, 45)]
