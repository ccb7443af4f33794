"""One figure, one value: what a report prints in sentences, tables and charts, read back from its .docx.

What is right is counted anew here from the rules of counting alone (`expected`), not by the project's code.
"""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from docx import Document as open_docx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from worked_example import AS_OF, BOOK, TABLE, plan, progress

from vanban.compose.bao_cao import compose_report
from vanban.making.paper import build_docx
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.model.report import ReportDocument, TracedNumber

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
COLUMNS = ("dung", "tre", "trong", "qua", "chua", "khong_ro", "khac")


class Row(NamedTuple):
    """One task as the table of the example has it."""

    so: str
    han: date | None
    chu_tri: list[str]


ROWS = [
    Row(number, None if last == "?" else date.fromisoformat(last), leads.split(","))
    for number, last, leads, *_ in (line.split() for line in TABLE.strip().splitlines())
]


def column(row: Row, state: TaskProgress | None, day: date) -> str:
    """The column that a task is counted in: one, whatever its state."""
    kind = TaskState.CHUA_THUC_HIEN if state is None else state.trang_thai
    finished = state.ngay_hoan_thanh if state else None
    if finished and finished > day:
        kind = TaskState.DANG_THUC_HIEN
    if kind is TaskState.HOAN_THANH and finished:
        return "khac" if row.han is None else "dung" if finished <= row.han else "tre"
    if kind in (TaskState.TAM_DUNG, TaskState.HUY):
        return "khac"
    if row.han is None:
        return "khong_ro"
    if kind is TaskState.CHUA_THUC_HIEN:
        return "chua"
    return "trong" if row.han >= day else "qua"


def expected(states: Progress, day: date) -> dict[str, str]:
    """Number of the task → the column that it is counted in."""
    return {row.so: column(row, states.of("t" + row.so.replace(".", "-")), day) for row in ROWS}


class Printed(NamedTuple):
    """What the .docx says: paragraphs, tables by the heading of their first column, charts by caption."""

    paragraphs: list[str]
    tables: dict[str, list[list[str]]]
    charts: list[dict[str, dict[str, int]]]


def read_back(data: bytes) -> Printed:
    opened = open_docx(io.BytesIO(data))
    tables = {}
    for table in opened.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        tables.setdefault(rows[0][0], rows[1:])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = []
        for number in range(1, sum("charts/chart" in n and "_rels" not in n for n in archive.namelist()) + 1):
            drawn = drawn_figures(archive.read(f"word/charts/chart{number}.xml"))
            assert workbook_figures(archive.read(f"word/embeddings/bieu-do-{number}.xlsx")) == drawn
            found.append(drawn)
    return Printed([p.text for p in opened.paragraphs], tables, found)


def drawn_figures(xml: bytes) -> dict[str, dict[str, int]]:
    """Series → row → value, as the chart holds them."""
    found = {}
    for series in etree.fromstring(xml).iter(f"{C}ser"):
        rows = [node.text or "" for node in series.findall(f"{C}cat//{C}v")]
        values = [int(node.text or "") for node in series.findall(f"{C}val//{C}v")]
        found[series.findtext(f"{C}tx//{C}v") or ""] = dict(zip(rows, values, strict=True))
    return found


def workbook_figures(data: bytes) -> dict[str, dict[str, int]]:
    head, *lines = load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    return {str(name): {str(line[0]): line[i] for line in lines} for i, name in enumerate(head) if i}


def counts_of(numbers: list[str], columns: dict[str, str]) -> list[int]:
    return [sum(columns[number] == name for number in numbers) for name in COLUMNS]


def check_tables(found: Printed, columns: dict[str, str]) -> None:
    """Tables 2 and 3: every cell, and that rows and columns sum up."""
    groups = {f"Nhóm {i}": [row.so for row in ROWS if row.so.startswith(f"{i}.")] for i in range(1, 8)}
    shown = {row[0]: [int(cell) for cell in row[1:]] for row in found.tables["Nhóm"]}
    for name, numbers in {**groups, "Cộng": [row.so for row in ROWS]}.items():
        assert shown[name] == [len(numbers), *counts_of(numbers, columns)]
        assert shown[name][0] == sum(shown[name][1:])
    agencies = {row[0]: row[1:] for row in found.tables["Cơ quan"]}
    turns = agencies.pop("Cộng lượt")
    names = {agency.id: agency.ten for agency in BOOK.co_quan}
    for code in {code for row in ROWS for code in row.chu_tri}:
        numbers = [row.so for row in ROWS if code in row.chu_tri]
        assert [int(c) for c in agencies[names[code]][:-1]] == [len(numbers), *counts_of(numbers, columns)]
    assert [int(cell) for cell in turns[:-1]] == [sum(int(r[i]) for r in agencies.values()) for i in range(8)]
    assert int(turns[0]) == sum(len(row.chu_tri) for row in ROWS)


def check_charts(found: Printed, columns: dict[str, str], states: Progress, day: date) -> None:
    """Charts 2 and 3 show tables 2 and 3; chart 1 shows each deadline and each completion once."""
    *over_time, groups, agencies = found.charts
    months = over_time[0] if over_time else {}
    names = dict(zip(SERIES, range(2, 9), strict=True))
    for chart, table in ((groups, found.tables["Nhóm"]), (agencies, found.tables["Cơ quan"])):
        rows = [row for row in table if not row[0].startswith("Cộng")]
        for name, index in names.items():
            drawn = list(chart.get(name, dict.fromkeys(range(len(rows)), 0)).values())
            assert drawn == [int(row[index]) for row in rows]
    cancelled = {r.nhiem_vu for r in states.tien_do if r.trang_thai is TaskState.HUY}
    due = [r for r in ROWS if r.han and "t" + r.so.replace(".", "-") not in cancelled]
    assert sum(months.get("Có hạn trong kỳ", {}).values()) == len(due)
    for month, value in months.get("Có hạn trong kỳ", {}).items():
        assert value == sum(f"{r.han:%-m/%Y}" == month for r in due if r.han)
    done = [r.ngay_hoan_thanh for r in states.tien_do if r.ngay_hoan_thanh and r.ngay_hoan_thanh <= day]
    assert sum(months.get("Hoàn thành trong kỳ", {}).values()) == len(done)


SERIES = (
    "Hoàn thành đúng hạn",
    "Hoàn thành trễ hạn",
    "Đang thực hiện, trong hạn",
    "Đang thực hiện, quá hạn",
    "Chưa thực hiện",
    "Chưa xác định thời hạn",
    "Khác",
)
NOT_COUNTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|ngày \d{2} tháng \d{1,2} năm \d{4}|[QIV]+/\d{4}"
    r"|\d+/(?:\d{4}/)?[A-ZĐ]+[^\s,;]*"  # numbers of papers
    r"|(?<=[Nn]hiệm vụ )\d+\.\d+|(?<=, )\d+\.\d+|(?<=\()\d+\.\d+|Việc \d+\.\d+|t\d+-\d+"
    r"|(?:Bảng|Biểu đồ|Nhóm) \d+|Nhóm việc thứ \d+|100 ngày|năm \d{4}",
    re.IGNORECASE,
)
"""Digits that count nothing: days, numbers of papers and tasks, captions, the name of the plan."""


def check_sources(document: ReportDocument, found: Printed) -> None:
    """Every number of every paragraph has a source; what is counted in tasks names as many."""
    sources = {one.in_ra for one in document.truy_vet}
    for text in found.paragraphs:
        left = NOT_COUNTED.sub(lambda match: "x" * len(match[0]), text)
        for number in re.finditer(r"\d+(?:,\d+)?%?", left):
            start = number.start()
            slash = re.search(r"\d+/$", text[:start])
            tail = number[0] if slash else text[start:]
            assert any(tail.startswith(source) for source in sources), (number[0], text)
    for one in document.truy_vet:
        check_source(one)


def check_source(one: TracedNumber) -> None:
    value = re.match(r"\d+", one.in_ra)
    assert value
    if one.tren:
        share = 100 * len(one.nhiem_vu) / len(one.tren)
        assert abs(float(one.in_ra.partition("%")[0].replace(",", ".")) - share) <= 0.05 + 1e-9
    elif not re.search(r"%|ngày|nhóm|cơ quan|cột %|cột quá", f"{one.in_ra} {one.noi}"):
        assert int(value[0]) == len(one.nhiem_vu), one


def check_summary(document: ReportDocument, columns: dict[str, str], states: Progress, day: date) -> None:
    """The shares that leaders read first: of all tasks, and of those that are due."""
    cancelled = [r.nhiem_vu for r in states.tien_do if r.trang_thai is TaskState.HUY]
    dates = {r.nhiem_vu: r.ngay_hoan_thanh for r in states.tien_do}
    ids = {row.so: "t" + row.so.replace(".", "-") for row in ROWS}
    due = [r for r in ROWS if r.han and r.han < day and ids[r.so] not in cancelled]
    done = [r for r in due if (end := dates.get(ids[r.so])) and end <= day]
    if due:
        assert f"Trong {len(due):02d} nhiệm vụ đến hạn, tỷ lệ hoàn thành là " in document.tong_hop
        said = re.search(r"là (\d+),(\d)%", document.tong_hop)
        assert said
        assert abs(float(f"{said[1]}.{said[2]}") - 100 * len(done) / len(due)) <= 0.05 + 1e-9
    finished = [n for n, end in dates.items() if end and end <= day]
    if finished:
        assert f"có {len(finished):02d}/25 nhiệm vụ hoàn thành" in document.tong_hop
    else:
        assert "chưa có nhiệm vụ nào hoàn thành" in document.tong_hop


def check_all(states: Progress, day: date) -> None:
    document = compose_report(plan(), states, BOOK, as_of=day)
    found, columns = read_back(build_docx(document)), expected(states, day)
    check_tables(found, columns)
    check_charts(found, columns, states, day)
    check_sources(document, found)
    check_summary(document, columns, states, day)


def test_the_worked_example_says_one_thing_everywhere() -> None:
    check_all(progress(), AS_OF)


@st.composite
def states(draw: st.DrawFn) -> Progress:
    """Any states: some tasks without a report, some finished on any day, all kinds of open ones."""
    records = []
    for row in ROWS:
        kind = draw(st.sampled_from([None, *TaskState]))
        if kind is None:
            continue
        done = kind is TaskState.HOAN_THANH
        waiting = kind is TaskState.CHUA_THUC_HIEN
        finished = AS_OF + timedelta(days=draw(st.integers(-150, 10))) if done else None
        records.append(
            TaskProgress(
                nhiem_vu="t" + row.so.replace(".", "-"),
                trang_thai=kind,
                phan_tram=100 if done else 0 if waiting else draw(st.integers(0, 99)),
                ngay_hoan_thanh=finished,
            )
        )
    return Progress(ngay_chot=AS_OF + timedelta(days=10), tien_do=records)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a whole paper takes too long
)
@given(found=states(), days=st.integers(-140, 40))
def test_any_states_say_one_thing_everywhere(found: Progress, days: int) -> None:
    check_all(found, AS_OF + timedelta(days=days))


@pytest.mark.parametrize("kind", [TaskState.TAM_DUNG, TaskState.HUY, TaskState.CHUA_THUC_HIEN])
def test_all_alike_still_sums_up(kind: TaskState) -> None:
    ids = ["t" + row.so.replace(".", "-") for row in ROWS]
    records = [TaskProgress(nhiem_vu=i, trang_thai=kind) for i in ids]
    check_all(Progress(ngay_chot=AS_OF, tien_do=records), AS_OF)
