"""Many letters at once: every row one file, stopped and begun again, and an exact list of what failed."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from vanban.letters import LOG, first_letter, make_letters, make_pdfs, read_letters
from vanban.model.errors import TemplateError, UsageError


def a_list(path: Path, rows: list[tuple[object, ...]]) -> Path:
    book = Workbook()
    book.active.append(["STT", "Tên xã", "Ghi chú"])
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def template(tmp_path, make_docx) -> Path:
    return make_docx(
        tmp_path / "mau.docx", "Kính gửi: {{ ten_xa }}.", "{% if ghi_chu %}Ghi chú: {{ ghi_chu }}{% endif %}"
    )


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def log(folder: Path) -> list[list[str]]:
    with (folder / LOG).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_every_row_is_a_letter_with_its_own_words(tmp_path, template):
    rows = a_list(tmp_path / "xa.xlsx", [(1, "Xã A & B <mới>", "gấp"), (2, "Xã C", None)])
    job = read_letters(template, rows, tmp_path / "ra")
    results = sorted(make_letters(job, workers=1), key=lambda r: r.number)
    assert [r.file for r in results] == ["001-xa-a-b-moi.docx", "002-xa-c.docx"]
    assert words(tmp_path / "ra" / results[0].file) == "Kính gửi: Xã A & B <mới>.\nGhi chú: gấp"
    assert words(tmp_path / "ra" / results[1].file).rstrip() == "Kính gửi: Xã C."
    assert [line[2] for line in log(tmp_path / "ra")[1:]] == ["xong", "xong"]


def test_a_cell_that_the_template_prints_may_not_be_empty(tmp_path, make_docx):
    template = make_docx(tmp_path / "mau.docx", "Kính gửi: {{ ten_xa | upper }}, {{ ghi_chu }}.")
    rows = a_list(tmp_path / "xa.xlsx", [(1, "Xã A", "x"), (2, None, "y"), (3, "Xã C", None)])
    results = {r.number: r for r in make_letters(read_letters(template, rows, tmp_path / "ra"), workers=1)}
    assert results[1].reason == ""
    assert results[2].reason == "trang “Sheet”, dòng 3: ô “Tên xã” để trống mà mẫu cần in"
    assert results[3].reason == "trang “Sheet”, dòng 4: ô “Ghi chú” để trống mà mẫu cần in"
    assert [line[2] for line in sorted(log(tmp_path / "ra")[1:])] == ["xong", "lỗi", "lỗi"]
    assert len(list((tmp_path / "ra").glob("*.docx"))) == 1


def test_a_second_run_makes_only_what_is_missing_or_changed(tmp_path, template):
    rows = [(n, f"Xã {n}", None) for n in range(1, 8)]
    folder = tmp_path / "ra"
    job = read_letters(template, a_list(tmp_path / "xa.xlsx", rows), folder)
    list(make_letters(job, workers=1))
    before = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    (folder / "003-xa-3.docx").unlink()
    with (folder / LOG).open("a", encoding="utf-8") as file:
        file.write("4;4-xa-4.docx;xo")  # the power went
    rows[4] = (5, "Xã 5", "mới")
    job = read_letters(template, a_list(tmp_path / "xa.xlsx", rows), folder)
    made = {r.file for r in make_letters(job, workers=1) if not r.kept}
    assert made == {"003-xa-3.docx", "005-xa-5.docx"}
    after = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    assert {name for name in before if after[name] != before[name]} == {"005-xa-5.docx"}
    assert all(r.kept for r in make_letters(job, workers=1))


def test_names_must_tell_rows_apart_and_name_known_columns(tmp_path, template):
    rows = a_list(tmp_path / "xa.xlsx", [(1, "Xã A", None), (2, "Xã  A", None)])
    with pytest.raises(UsageError, match=r"dòng 2 và .*dòng 3"):
        read_letters(template, rows, tmp_path, name="{ten_xa}").files()
    with pytest.raises(UsageError, match=r"ten_huyen.*\n.*ten_xa"):
        read_letters(template, rows, tmp_path, name="{ten_huyen}").files()
    assert list(read_letters(template, rows, tmp_path, name="cv-{Tên xã}-{stt}").files()) == [
        "cv-xa-a-001.docx",
        "cv-xa-a-002.docx",
    ]


def run(*arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "vanban", "letters", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_fault_of_the_template_stops_all_before_the_first_letter(tmp_path, make_docx):
    template = make_docx(tmp_path / "mau.docx", "Kính gửi: {{ ten_huyen }}.")
    rows = a_list(tmp_path / "xa.xlsx", [(1, "Xã A", None)])
    process = run(template, rows, "-o", tmp_path / "ra")
    said, _ = process.communicate(timeout=60)
    assert process.returncode == TemplateError.exit_code
    assert "ten_huyen" in said.decode()
    assert not (tmp_path / "ra").exists()


def test_killed_in_the_middle_it_goes_on_where_it_stopped(tmp_path, template):
    rows = a_list(tmp_path / "xa.xlsx", [(n, f"Xã {n}", None) for n in range(1, 501)])
    folder = tmp_path / "ra"
    process = run(template, rows, "-o", folder, "--workers", 2)
    until = time.monotonic() + 60
    while not ((folder / LOG).exists() and len(log(folder)) > 1) and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    made_before = {line[1] for line in log(folder)[1:] if len(line) == 6}
    assert 0 < len(made_before) < 500, "it was to be killed in the middle"
    again = run(template, rows, "-o", folder, "--workers", 2)
    said, _ = again.communicate(timeout=120)
    assert f"{len(made_before)} tệp đã có" in said.decode()
    assert sorted(path.name for path in folder.glob("*.docx")) == sorted(
        f"{n:03}-xa-{n}.docx" for n in range(1, 501)
    )
    assert words(folder / "500-xa-500.docx").startswith("Kính gửi: Xã 500.")


@pytest.mark.office
def test_one_bad_file_costs_no_other_its_pdf(tmp_path, make_docx):
    template = make_docx(tmp_path / "mau.docx", "Kính gửi: {{ ten_xa }}.")
    rows = a_list(tmp_path / "xa.xlsx", [(n, f"Xã {n}", None) for n in range(1, 4)])
    job = read_letters(template, rows, tmp_path / "ra")
    list(make_letters(job, workers=1))
    (tmp_path / "ra" / "002-xa-2.docx").write_bytes(b"PK hong")
    results = {r.number: r for r in make_pdfs(job, workers=1)}
    assert [results[n].failed for n in (1, 2, 3)] == [False, True, False]
    assert results[1].pages == 1
    assert {path.name for path in (tmp_path / "ra").glob("*.pdf")} == {"001-xa-1.pdf", "003-xa-3.pdf"}
    list(make_letters(job, workers=1))
    again = {r.number: r.kept for r in make_pdfs(job, workers=1)}
    assert again == {1: True, 2: False, 3: True}


SHORT = """---
loai: cong-van
co_quan: so-khcn
trich_yeu: rà soát dữ liệu
kinh_gui: "{{ ten_xa }}"
---
Đề nghị {{ ten_xa }} rà soát; {{ ghi_chu }}.
"""


def test_a_short_file_serves_as_template(tmp_path):
    short = tmp_path / "thu.md"
    short.write_text(SHORT, encoding="utf-8")
    rows = a_list(tmp_path / "xa.xlsx", [(1, "Xã A & B", "báo cáo"), (2, "Xã C", "gấp")])
    job = read_letters(short, rows, tmp_path / "ra")
    results = sorted(make_letters(job, workers=1), key=lambda r: r.number)
    said = words(tmp_path / "ra" / results[0].file)
    assert "Kính gửi: Xã A & B" in said
    assert "Đề nghị Xã A & B rà soát; báo cáo./." in said
    again = read_letters(short, rows, tmp_path / "ra")
    assert all(result.kept for result in make_letters(again, workers=1))


def test_a_short_file_that_names_no_column_is_told_before_any_letter(tmp_path):
    short = tmp_path / "thu.md"
    short.write_text(SHORT.replace("ghi_chu", "ghi_chus"), encoding="utf-8")
    rows = a_list(tmp_path / "xa.xlsx", [(1, "Xã A", "x")])
    with pytest.raises(TemplateError, match="ghi_chus"):
        first_letter(read_letters(short, rows, tmp_path / "ra"))
    assert not (tmp_path / "ra").exists()
