"""The charts of a report: the same figures as its tables, to be seen at one glance."""

from collections.abc import Sequence

from vanban.compose.bao_cao_tables import whole_name
from vanban.compose.count_columns import COLUMNS
from vanban.compose.figures import Figures
from vanban.compose.phrases import agency_name
from vanban.compose.tally import Tally
from vanban.compose.timeline import timeline
from vanban.model.agency import AgencyBook
from vanban.model.plan import Assignment
from vanban.model.report import Chart, ChartKind, ChartSeries, Tone, chart_mark

_MOST_AGENCIES = 20
"""How many bars stand on one page and can still be read."""


CODES = ("thang", "nhom", "co_quan")
"""The order in which the charts stand in a report."""


def charts(found: Figures, book: AgencyBook, *, only: Sequence[str] = CODES) -> dict[str, Chart]:
    """The charts of a report by code, numbered in their order; none of what a table shows as well."""
    drawn = {"thang": _months(found), "nhom": _groups(found), "co_quan": _agencies(found, book)}
    there = {code: drawn[code] for code in only if drawn[code].chuoi and len(drawn[code].hang) > 1}
    return {code: _numbered(code, chart, i) for i, (code, chart) in enumerate(there.items(), start=1)}


def _groups(found: Figures) -> Chart:
    rows = [f"Nhóm {group.so}" for group in found.by_group]
    return _stacked("Tình trạng nhiệm vụ theo nhóm", rows, found.by_group)


def _agencies(found: Figures, book: AgencyBook) -> Chart:
    """Those with most tasks first."""
    shown = found.by_agency[:_MOST_AGENCIES]
    of = "; những cơ quan có nhiều nhiệm vụ nhất" if len(shown) < len(found.by_agency) else ""
    caption = f"Tình trạng nhiệm vụ theo cơ quan chủ trì (lượt{of})"
    return _stacked(caption, [_short(row.co_quan, book) for row in shown], shown)


def _months(found: Figures) -> Chart:
    """Tasks due and tasks finished in each month, or in longer stretches where there are many."""
    stretches = timeline(found.cases)
    return _chart(
        "Số nhiệm vụ đến hạn và hoàn thành theo thời gian",
        ChartKind.COT,
        [stretch.ten for stretch in stretches],
        [
            ChartSeries(ten="Có hạn trong kỳ", to=Tone.NHAT, gia_tri=[s.han for s in stretches]),
            ChartSeries(ten="Hoàn thành trong kỳ", to=Tone.DAM, gia_tri=[s.xong for s in stretches]),
        ],
    )


def _short(agency: Assignment, book: AgencyBook) -> str:
    """The short name, which the axis of a chart has room for."""
    known = book.find(agency.co_quan) if agency.co_quan else None
    return (known.viet_tat if known else None) or agency_name(whole_name(agency), book)


def _stacked(caption: str, rows: list[str], tallies: Sequence[Tally]) -> Chart:
    series = [
        ChartSeries(ten=column.ten, to=column.to, gia_tri=[column.of([tally]) for tally in tallies])
        for column in COLUMNS
    ]
    return _chart(caption, ChartKind.THANH_CHONG, rows, series)


def _chart(caption: str, kind: ChartKind, rows: list[str], series: list[ChartSeries]) -> Chart:
    """The chart, still without number and mark; series that are nothing everywhere are left out."""
    shown = [one for one in series if any(figure.gia_tri for figure in one.gia_tri)]
    return Chart(ma="", ten=caption, mo_ta="", kieu=kind, hang=rows, chuoi=shown, hinh="")


def _numbered(code: str, chart: Chart, number: int) -> Chart:
    caption = f"Biểu đồ {number}. {chart.ten}"
    words = _in_words(caption, chart)
    return chart.model_copy(update={"ma": code, "ten": caption, "mo_ta": words, "hinh": chart_mark(code)})


def _in_words(caption: str, chart: Chart) -> str:
    """What the chart shows, for who hears the paper read."""
    lines = []
    for i, row in enumerate(chart.hang):
        values = [(one.ten[0].lower() + one.ten[1:], one.gia_tri[i]) for one in chart.chuoi]
        parts = [f"{name} {figure}" for name, figure in values if figure.gia_tri]
        lines.append(f"{row}: {', '.join(parts) or 'không có'}")
    return f"{caption}. {'; '.join(lines)}."
