"""Reading a report back from its .docx, and counting anew what it should say.

What is right is counted here from the rules of counting alone (`expected`), not by the project's code.
"""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import NamedTuple

from docx import Document as open_docx
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from worked_example import AS_OF, TABLE

from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.model.report import TracedDocument, TracedNumber

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


def task_id(number: str) -> str:
    return "t" + number.replace(".", "-")


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


NOT_COUNTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|ngày \d{2} tháng \d{1,2} năm \d{4}|[QIV]+/\d{4}"
    r"|\d+/(?:\d{4}/)?[A-ZĐ]+[^\s,;]*"  # numbers of papers
    r"|(?<=[Nn]hiệm vụ )\d+\.\d+|(?<=, )\d+\.\d+|(?<=\()\d+\.\d+|Việc \d+\.\d+|t\d+-\d+"
    r"|(?:Bảng|Biểu đồ|Nhóm) \d+|Nhóm việc thứ \d+|100 ngày|năm \d{4}|Trong \d+ ngày tới",
    re.IGNORECASE,
)
"""Digits that count nothing: days, numbers of papers and tasks, captions, the name of the plan."""


def check_sources(document: TracedDocument, found: Printed) -> None:
    """Every number of every paragraph has a source; what is counted in tasks names as many."""
    sources = {one.in_ra for one in document.truy_vet if "câu" in one.noi or "Phụ lục" in one.noi}
    for text in found.paragraphs:
        left = NOT_COUNTED.sub(lambda match: "x" * len(match[0]), text)
        for number in re.finditer(r"\d+(?:,\d+)?%?", left):
            start = number.start()
            slash = re.search(r"\d+/$", text[:start])
            tail = number[0] if slash else text[start:]
            assert any(re.match(re.escape(source) + r"(?!\d)", tail) for source in sources), (number[0], text)
    for one in document.truy_vet:
        check_source(one)


def check_source(one: TracedNumber) -> None:
    value = re.match(r"[+-]?\d+", one.in_ra)
    assert value
    if "cột tăng, giảm" in one.noi:
        assert abs(int(value[0])) <= len(one.nhiem_vu), one
    elif one.tren:
        share = 100 * len(one.nhiem_vu) / len(one.tren)
        assert abs(float(one.in_ra.partition("%")[0].replace(",", ".")) - share) <= 0.05 + 1e-9
    elif not re.search(r"%|ngày|nhóm|cơ quan|cột %|cột quá", f"{one.in_ra} {one.noi}"):
        assert int(value[0]) == len(one.nhiem_vu), one


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
