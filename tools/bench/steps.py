"""Times each step of the way on the sample plan, and of a plan of 500 tasks.

    make bench

Each figure is the median of several runs in one process, after one run to warm up. The right column
compares with reading the finished Kế hoạch by python-docx on the same machine in the same run, so that
figures of different machines can be set side by side.
"""

import copy
import io
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from docx import Document as open_docx
from lxml import etree

from vanban import workflow
from vanban.compose.ke_hoach import compose_plan
from vanban.compose.plan_workbook import compose_workbook
from vanban.model.agency import AgencyBook
from vanban.model.plan import Plan, numbered
from vanban.office.xlsx import write_workbook
from vanban.read.docx.plan import read_docx_plan
from vanban.read.files import read_text
from vanban.read.text.plan import read_text_plan
from vanban.read.workbook.plan import read_xlsx_plan
from vanban.read.yaml_plan import dump_plan, parse_plan
from vanban.shipped import data_folder
from vanban.word.archive import pack, unpack
from vanban.word.ooxml import w

RUNS = 5


def median_ms(step: Callable[[], object]) -> float:
    """Median time of a step in milliseconds."""
    step()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        step()
        times.append((perf_counter() - start) * 1000)
    return statistics.median(times)


def once_ms(step: Callable[[], object]) -> float:
    """Time of one run of a long step in milliseconds."""
    start = perf_counter()
    step()
    return (perf_counter() - start) * 1000


def enlarged(plan: Plan, tasks: int) -> Plan:
    """The plan with its groups repeated until it has at least `tasks` tasks."""
    groups = []
    count = 0
    while count < tasks:
        for group in plan.nhom:
            nhiem_vu = [t.model_copy(update={"id": f"{t.id}-{len(groups)}"}) for t in group.nhiem_vu]
            groups.append(group.model_copy(update={"nhiem_vu": nhiem_vu}))
            count += len(nhiem_vu)
    return plan.model_copy(update={"nhom": groups})


def foreign(data: bytes, times: int = 1) -> bytes:
    """The paper as one that others made: no style of this project, its text `times` over."""
    parts = unpack(data)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:val="VB ', b'w:val="Ki\xe1\xbb\x83u ')
    root = etree.fromstring(parts["word/document.xml"])
    body = root[0]
    text = [element for element in body if element.tag == w("p")]
    for _ in range(times - 1):
        for element in text:
            text[-1].addnext(copy.deepcopy(element))
    parts["word/document.xml"] = etree.tostring(root)
    return pack(parts)


def check_table(docx: bytes) -> None:
    """How long checking any .docx takes against opening it by python-docx, and how it grows."""
    print(f"\n{'kiểm tra .docx (thể thức và câu chữ)':<40}{'python-docx':>12}{'vanban':>10}{'tỷ lệ':>8}")
    rows = [("Kế hoạch mẫu, 12 trang", docx), ("như văn bản nơi khác, 12 trang", foreign(docx))]
    rows += [(f"như văn bản nơi khác, {12 * n} trang", foreign(docx, n)) for n in (6, 12, 25)]
    for name, data in rows:
        base = median_ms(lambda data=data: read_by_python_docx(data))
        took = median_ms(lambda data=data: workflow.check_docx(data, where="van-ban.docx"))
        print(f"{name:<40}{base:>9.1f} ms{took:>7.1f} ms{took / base:>7.2f}×")


def plan_table(text: str, book: AgencyBook, docx: bytes) -> None:
    """How long a plan takes to read from Word, and how all steps of a plan grow with its tasks.

    The yardsticks are measured anew beside it: opening the file by python-docx, and reading its runs too.
    """
    opened = median_ms(lambda: open_docx(io.BytesIO(docx)))
    words = median_ms(lambda: read_by_python_docx(docx))
    took = median_ms(lambda: read_docx_plan(docx, book, "ke-hoach.docx"))
    print(f"\n{'python-docx mở .docx 12 trang':<32}{opened:>9.1f} ms")
    print(f"{'python-docx mở và đọc hết chữ':<32}{words:>9.1f} ms")
    print(f"{'đọc kế hoạch từ .docx ấy':<32}{took:>9.1f} ms{took / words:>8.2f} × {took / opened:>7.2f} ×")
    sizes = (250, 500, 1000)
    print(f"\n{'một kế hoạch lớn, ms, một lần':<32}" + "".join(f"{n:>8} nv" for n in sizes))
    plans = [enlarged(read_text_plan(text, book, where="ke-hoach.txt"), n) for n in sizes]
    sheets = [write_workbook(compose_workbook(plan)) for plan in plans]
    files = [dump_plan(plan) for plan in plans]
    steps: list[tuple[str, list[Callable[[], object]]]] = [
        ("kiểm tra", [lambda p=p: workflow.check_plan(p, book) for p in plans]),
        ("ghi .yaml", [lambda p=p: dump_plan(p) for p in plans]),
        ("đọc .yaml", [lambda f=f: parse_plan(f, "ke-hoach.yaml") for f in files]),
        ("ghi .xlsx", [lambda p=p: write_workbook(compose_workbook(p)) for p in plans]),
        ("đọc .xlsx", [lambda s=s: read_xlsx_plan(s, book, where="ke-hoach.xlsx") for s in sheets]),
    ]
    for name, runs in steps:
        print(f"{name:<32}" + "".join(f"{once_ms(run):>11.0f}" for run in runs))


def read_by_python_docx(data: bytes) -> int:
    """What python-docx takes to open a file and read all its runs: the yardstick."""
    return sum(len(run.text) for p in open_docx(io.BytesIO(data)).paragraphs for run in p.runs)


def main() -> None:
    """Runs all steps and prints a table."""
    source = data_folder() / "ke-hoach-100-ngay.txt"
    text = read_text(source)
    book = workflow.read_book(None)
    plan = read_text_plan(text, book, where=source.name)
    states = workflow.read_progress(data_folder() / "tien-do-mau.yaml")
    day = states.ngay_chot
    document = compose_plan(plan, book, day=day, shares=False)
    docx = workflow.build_docx(document)
    big = compose_plan(enlarged(plan, 500), book, day=day, shares=False)
    yardstick = median_ms(lambda: read_by_python_docx(docx))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)

        def all_papers() -> None:
            workflow.make_plan(plan, book, out, day=day)
            workflow.make_submissions(plan, book, out, day=day)
            workflow.make_report(plan, states, book, out, as_of=day)

        steps: list[tuple[str, Callable[[], object]]] = [
            ("đọc kế hoạch (.txt)", lambda: read_text_plan(text, book, where=source.name)),
            ("kiểm tra kế hoạch", lambda: workflow.check_plan(plan, book)),
            ("soạn Kế hoạch", lambda: compose_plan(plan, book, day=day, shares=False)),
            ("dựng Kế hoạch (.docx)", lambda: workflow.build_docx(document)),
            ("kiểm tra thể thức Kế hoạch", lambda: workflow.check_docx(docx, where="ke-hoach.docx")),
            ("mọi văn bản của demo", all_papers),
            ("dựng Kế hoạch 500 nhiệm vụ", lambda: workflow.build_docx(big)),
        ]
        print(
            f"{len(numbered(plan))} nhiệm vụ; trung vị {RUNS} lần; "
            f"python-docx đọc Kế hoạch: {yardstick:.0f} ms\n"
        )
        for name, step in steps:
            took = median_ms(step)
            print(f"{name:<32}{took:>9.1f} ms{took / yardstick:>8.2f} ×")
    check_table(docx)
    plan_table(text, book, docx)


if __name__ == "__main__":
    main()
