"""A chart as the XML that Word, LibreOffice and other programs draw (DrawingML charts, ISO/IEC 29500).

Papers are copied in black and white: series differ by how dark they are and by pattern, and each has a
black edge. Figures stand on the bars; a figure of nothing is left out there.
"""

from copy import deepcopy

from lxml import etree
from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.fill import ColorChoice, PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.drawing.text import Font as TextFont
from openpyxl.xml.functions import tostring

from vanban.model.report import Chart, ChartKind, ChartSeries, Tone
from vanban.word.chart_data import row_names, series_name, series_values
from vanban.word.ooxml import R, printable

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NOTHING_UNSEEN = "#,##0;-#,##0;;"
"""The number format in which 0 is not shown."""
_SOLID = {
    Tone.DEN: "1A1A1A",
    Tone.DAM: "2F5597",
    Tone.VUA: "8FAADC",
    Tone.NHAT: "DAE3F3",
    Tone.TRANG: "FFFFFF",
}
_PATTERNS = {Tone.CHAM: "pct25", Tone.KE: "narHorz"}
_STROKES = "8C8C8C"
"""Light enough that a black figure can be read on the pattern, dark enough for a copy."""
_EDGE = 6350
"""Half a point, in EMU."""
_SIZE = 1100
"""11 pt, in hundredths of a point."""


def chart_xml(chart: Chart, font: str, language: str, data: str) -> bytes:
    """The part of one chart; `data` is the id of the relationship to its workbook."""
    drawn = BarChart()
    lying = chart.kieu is ChartKind.THANH_CHONG
    drawn.type = "bar" if lying else "col"
    drawn.grouping = "stacked" if lying else "clustered"
    drawn.overlap = 100 if lying else None
    drawn.varyColors = False
    drawn.gapWidth = 45 if lying else 60
    drawn.series = [_series(chart, i, one, font) for i, one in enumerate(chart.chuoi)]
    _axes(drawn, font, lying)
    drawn.legend = Legend(legendPos="b")
    drawn.legend.overlay = False
    drawn.legend.txPr = _letters(font)
    drawn.layout = Layout()
    drawn.roundedCorners = False
    drawn.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(noFill=True))
    return _mended(etree.fromstring(tostring(drawn._write())), language, data)


def _axes(drawn: BarChart, font: str, lying: bool) -> None:
    names, counts = drawn.x_axis, drawn.y_axis
    for axis in (names, counts):
        axis.delete = False
        axis.txPr = _letters(font)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill="000000", w=_EDGE))
    names.axPos, counts.axPos = ("l", "b") if lying else ("b", "l")
    names.crosses = "autoZero"
    names.scaling.orientation = "maxMin" if lying else "minMax"  # the first row on top
    counts.crosses = "max" if lying else "autoZero"  # which puts the scale at the foot
    counts.scaling.min = 0
    counts.number_format = "#,##0"
    counts.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="BFBFBF", w=_EDGE))


def _series(chart: Chart, column: int, one: ChartSeries, font: str) -> Series:
    rows = len(chart.hang)
    names = [StrVal(idx=i, v=printable(name)) for i, name in enumerate(chart.hang)]
    values = [NumVal(idx=i, v=figure.gia_tri) for i, figure in enumerate(one.gia_tri)]
    title = StrData(ptCount=1, pt=[StrVal(idx=0, v=printable(one.ten))])
    series = Series(
        idx=column,
        order=column,
        tx=SeriesLabel(strRef=StrRef(f=series_name(column), strCache=title)),
        cat=AxDataSource(strRef=StrRef(f=row_names(rows), strCache=StrData(ptCount=rows, pt=names))),
        val=NumDataSource(
            numRef=NumRef(
                f=series_values(column, rows),
                numCache=NumData(formatCode="General", ptCount=rows, pt=values),
            )
        ),
        spPr=_fill(one.to),
        invertIfNegative=False,
    )
    series.dLbls = _labels(chart, one, font)
    return series


def _labels(chart: Chart, one: ChartSeries, font: str) -> DataLabelList:
    inside = chart.kieu is ChartKind.THANH_CHONG
    white = inside and one.to in (Tone.DEN, Tone.DAM)
    return DataLabelList(
        numFmt=_NOTHING_UNSEEN,
        txPr=_letters(font, "FFFFFF" if white else "000000", bold=inside),
        dLblPos="ctr" if inside else "outEnd",
        showLegendKey=False,
        showVal=True,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        showBubbleSize=False,
    )


def _fill(tone: Tone) -> GraphicalProperties:
    edge = LineProperties(solidFill="000000", w=_EDGE)
    if tone in _SOLID:
        return GraphicalProperties(solidFill=_SOLID[tone], ln=edge)
    look = GraphicalProperties(ln=edge)
    look.pattFill = PatternFillProperties(
        prst=_PATTERNS[tone], fgClr=ColorChoice(srgbClr=_STROKES), bgClr=ColorChoice(srgbClr="FFFFFF")
    )
    return look


def _letters(font: str, colour: str = "000000", *, bold: bool = False) -> RichText:
    look = CharacterProperties(
        sz=_SIZE, b=bold, solidFill=colour, latin=TextFont(typeface=font), cs=TextFont(typeface=font)
    )
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=CharacterProperties())])


def _mended(space: etree._Element, language: str, data: str) -> bytes:
    """The language, the link to the workbook, whole numbers: what the library does not write for Word."""
    tag = f"{{{C}}}"
    for value in space.iter(f"{tag}v"):
        if value.text and value.text.endswith(".0"):
            value.text = value.text[:-2]
    for look in space.iter(f"{tag}txPr"):
        for run in list(look.iter(f"{{{A}}}r")):  # looks hold no words
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
    for label in space.iter(f"{tag}numFmt"):
        label.set("sourceLinked", "0")
    spoken = etree.Element(f"{tag}lang")
    spoken.set("val", language)
    rounded = space.find(f"{tag}roundedCorners")
    assert rounded is not None
    rounded.addprevious(spoken)
    chart = space.find(f"{tag}chart")
    assert chart is not None
    deleted = etree.Element(f"{tag}autoTitleDeleted")
    deleted.set("val", "1")
    chart.insert(0, deleted)
    legend_look = chart.find(f"{tag}legend/{tag}txPr")
    assert legend_look is not None
    space.append(deepcopy(legend_look))  # for what an editor adds later
    outside = etree.SubElement(space, f"{tag}externalData")
    outside.set(f"{{{R}}}id", data)
    etree.SubElement(outside, f"{tag}autoUpdate").set("val", "0")
    etree.cleanup_namespaces(space, top_nsmap={"a": A, "r": R})
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
