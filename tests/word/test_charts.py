"""Charts of a paper: where the template has them, as Word takes them, with the figures they were given."""

import io
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from papers import plan_paper, template
from vanban.law.decree import load_decree
from vanban.model.document import PlanDocument
from vanban.model.report import Chart, ChartKind, ChartSeries, Figure, Tone, chart_mark
from vanban.word.finish import finish
from vanban.word.template import render

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def chart(code: str = "nhom", kind: ChartKind = ChartKind.THANH_CHONG) -> Chart:
    def series(name: str, tone: Tone, *values: int) -> ChartSeries:
        return ChartSeries(ten=name, to=tone, gia_tri=[Figure(gia_tri=v) for v in values])

    return Chart(
        ma=code,
        ten="Biểu đồ 1. Thử",
        mo_ta='Nhóm 1: đúng hạn 3 & "trễ" 0',
        kieu=kind,
        hang=["Nhóm 1", "=SUM(A1)", "<Sở & Ban>"],
        chuoi=[
            series("Đúng hạn", Tone.DAM, 3, 0, 12),
            series("Quá hạn", Tone.DEN, 0, 1, 2),
            series("-Khác", Tone.KE, 0, 0, 1),
        ],
        hinh=chart_mark(code),
    )


def made(paper: PlanDocument, *charts: Chart) -> bytes:
    rendered = render(template(), paper.model_dump(mode="json"), where="thử.docx")
    found = {one.ma: one for one in charts}
    day = date(2025, 7, 1)
    return finish(rendered, load_decree(), title="Thử", language="vi-VN", day=day, charts=found)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cached(xml: bytes) -> dict[str, list[tuple[str, int]]]:
    """Series → (row, value), as the chart itself holds them."""
    found = {}
    for series in etree.fromstring(xml).iter(f"{C}ser"):
        name = series.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") or ""
        rows = [v.text or "" for v in series.findall(f"{C}cat//{C}v")]
        found[name] = list(
            zip(rows, [int(v.text or "") for v in series.findall(f"{C}val//{C}v")], strict=True)
        )
    return found


def in_workbook(data: bytes) -> dict[str, list[tuple[str, int]]]:
    head, *lines = load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    return {str(name): [(str(line[0]), line[i]) for line in lines] for i, name in enumerate(head) if i}


@pytest.mark.parametrize("kind", ChartKind)
def test_chart_and_workbook_hold_the_figures_given(kind: ChartKind) -> None:
    one = chart(kind=kind)
    found = parts(made(plan_paper(mo_dau=one.hinh), one))
    wanted = {
        series.ten: list(zip(one.hang, [figure.gia_tri for figure in series.gia_tri], strict=True))
        for series in one.chuoi
    }
    assert cached(found["word/charts/chart1.xml"]) == wanted
    assert in_workbook(found["word/embeddings/bieu-do-1.xlsx"]) == wanted


@pytest.mark.parametrize("kind", ChartKind)
def test_a_paper_with_charts_is_a_valid_word_file_and_the_same_twice(kind: ChartKind, tmp_path: Path) -> None:
    one, two = chart("a", kind), chart("b")
    paper = plan_paper(mo_dau=f"Trước {one.hinh} sau", muc_tieu=[two.hinh, f"{one.hinh}{two.hinh}"])
    path = tmp_path / "thu.docx"
    path.write_bytes(made(paper, one, two))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert path.read_bytes() == made(paper, one, two)
    root = etree.fromstring(parts(path.read_bytes())["word/document.xml"])
    ids = [shape.get("id") for shape in root.iter(f"{WP}docPr")]
    assert len(ids) == len(set(ids)) == 4


def test_a_chart_stands_in_its_paragraph_between_the_words() -> None:
    one = chart()
    root = etree.fromstring(parts(made(plan_paper(mo_dau=f"Trước {one.hinh} sau"), one))["word/document.xml"])
    frame = next(root.iter(f"{WP}inline"))
    paragraph = next(frame.iterancestors(f"{W}p"))
    assert [
        node.text if node.tag == f"{W}t" else "biểu đồ" for node in paragraph.iter(f"{W}t", f"{WP}inline")
    ] == [
        "Trước ",
        "biểu đồ",
        " sau",
    ]
    shape = frame.find(f"{WP}docPr")
    assert shape is not None
    assert shape.get("descr") == one.mo_ta


def test_word_can_edit_a_chart() -> None:
    """What Word asks for and no schema does."""
    one = chart()
    found = parts(made(plan_paper(mo_dau=one.hinh), one))
    space = etree.fromstring(found["word/charts/chart1.xml"])
    link = space.find(f"{C}externalData")
    assert link is not None
    arrows = {
        arrow.get("Id"): (arrow.get("Type"), arrow.get("Target"))
        for arrow in etree.fromstring(found["word/charts/_rels/chart1.xml.rels"])
    }
    kind, target = arrows[next(iter(link.attrib.values()))]
    assert (kind or "").endswith("/package")
    assert target == "../embeddings/bieu-do-1.xlsx"
    assert b'Extension="xlsx"' in found["[Content_Types].xml"]
    assert all(int(axis.get("val") or "-1") > 0 for axis in space.iter(f"{C}axId"))
    assert {axis.get("val") for axis in space.iter(f"{C}delete")} == {"0"}
    assert [lang.get("val") for lang in space.iter(f"{C}lang")] == ["vi-VN"]
    assert {face.get("typeface") for face in space.iter(f"{A}latin", f"{A}cs")} == {"Times New Roman"}
    assert not list(space.iter(f"{A}r"))


def test_a_mark_without_its_chart_leaves_nothing() -> None:
    found = parts(made(plan_paper(mo_dau=f"Trước {chart_mark('la')} sau")))
    assert "Trước  sau" in "".join(etree.fromstring(found["word/document.xml"]).itertext())
    assert not [name for name in found if "chart" in name]


def test_no_two_tones_print_alike() -> None:
    every = Chart(
        ma="a",
        ten="",
        mo_ta="",
        kieu=ChartKind.COT,
        hang=["x"],
        chuoi=[ChartSeries(ten=tone, to=tone, gia_tri=[Figure(gia_tri=1)]) for tone in Tone],
        hinh=chart_mark("a"),
    )
    space = etree.fromstring(parts(made(plan_paper(mo_dau=every.hinh), every))["word/charts/chart1.xml"])
    fills = [look[0] for series in space.iter(f"{C}ser") for look in series.findall(f"{C}spPr")]
    grey = sorted(brightness(fill[0].get("val") or "") for fill in fills if fill.tag == f"{A}solidFill")
    patterns = [fill.get("prst") for fill in fills if fill.tag == f"{A}pattFill"]
    assert all(b - a > 0.1 for a, b in pairwise(grey))
    assert len(set(patterns)) == len(patterns) == len(fills) - len(grey)


def brightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
