"""`vanban make bao-cao-tien-do`: progress from files or the record, against a file or a period."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from worked_example import BOOK, plan

from vanban.cli.main import main
from vanban.model.ledger import ProgressImport
from vanban.model.progress import Progress, TaskProgress, TaskState
from vanban.progress_keeping import close_period, progress_folder
from vanban.read.yaml_plan import dump_plan, dump_record

AT = datetime(2025, 12, 2, 1, 30, tzinfo=UTC)
OCTOBER, NOVEMBER = date(2025, 10, 31), date(2025, 11, 30)


def under_way(task: str, percent: int) -> TaskProgress:
    return TaskProgress(nhiem_vu=task, trang_thai=TaskState.DANG_THUC_HIEN, phan_tram=percent)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A plan of which October was closed and November imported."""
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(dump_plan(plan()), encoding="utf-8")
    (tmp_path / "co-quan.yaml").write_text(dump_record(BOOK), encoding="utf-8")
    store = progress_folder(path)
    add(store, "Tháng 10/2025", OCTOBER, under_way("t2-3", 40))
    close_period(path, "Tháng 10/2025", OCTOBER, at=AT)
    add(store, "Tháng 11/2025", NOVEMBER, under_way("t2-3", 60))
    return path


def add(store: Any, ky: str, day: date, *states: TaskProgress) -> None:
    entry = ProgressImport(so=1, ky=ky, ngay_chot=day, luc=AT, tien_do=list(states))
    store.append(store.ledger(), entry)


def made(source: Path, *words: str, code: int = 0) -> dict[str, Any]:
    """The data of the report that a call makes."""
    out = source.parent / "ra"
    with pytest.raises(SystemExit) as stop:
        main(["make", "bao-cao-tien-do", str(source), "-o", str(out), *words])
    assert stop.value.code == code
    path = out / "bao-cao-tien-do" / "du-lieu.json"
    return json.loads(path.read_text(encoding="utf-8")) if code == 0 else {}


def changes(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["so"], row["tien_do"]) for row in report["phu_luc"]]


def test_the_record_is_compared_with_the_last_closed_period(source: Path) -> None:
    found = made(source, "--as-of", "30/11/2025")
    assert found["trich_yeu"].startswith("Tiến độ tháng 11/2025 thực hiện Kế hoạch")
    assert changes(found)[0] == ("2.3", "40% → 60%")
    assert "So với kỳ trước (đến ngày 31 tháng 10 năm 2025)" in found["so_sanh"][0]


def test_a_closed_period_is_printed_again_as_it_was(source: Path) -> None:
    first = made(source, "--ky", "Tháng 10/2025")
    add(progress_folder(source), "Tháng 10/2025", OCTOBER, under_way("t2-3", 99))
    changed = plan()
    changed.nhom[0].ten = "Tên khác"
    source.write_text(dump_plan(changed), encoding="utf-8")
    assert made(source, "--ky", "tháng 10/2025") == first
    assert ("2.3", "– → 40%") in changes(first)


def test_files_may_stand_for_both_periods(source: Path, tmp_path: Path) -> None:
    for name, day, percent in (("nay.yaml", NOVEMBER, 80), ("truoc.yaml", date(2025, 9, 30), 20)):
        states = Progress(ngay_chot=day, tien_do=[under_way("t2-4", percent)])
        (tmp_path / name).write_text(dump_record(states), encoding="utf-8")
    found = made(source, "--progress", str(tmp_path / "nay.yaml"), "--before", str(tmp_path / "truoc.yaml"))
    assert ("2.4", "20% → 80%") in changes(found)


def test_a_period_that_is_not_closed_can_be_compared_with(source: Path) -> None:
    add(progress_folder(source), "Tháng 12/2025", date(2025, 12, 31), under_way("t2-3", 90))
    found = made(source, "--as-of", "31/12/2025", "--before", "Tháng 11/2025")
    assert ("2.3", "60% → 90%") in changes(found)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--before", "Tháng 3/2025"], "các kỳ đã có: Tháng 10/2025, Tháng 11/2025"),
        (["--before", "khong-co.yaml"], "khong-co.yaml"),
        (["--ky", "Tháng 11/2025"], "chưa chốt"),
        (["--as-of", "30/11/2025", "--before", "Tháng 11/2025"], "không trước ngày chốt kỳ này"),
    ],
)
def test_a_period_that_cannot_be_is_told(
    source: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(source, *words, code=3)
    assert message in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("option", ["--before", "--ky", "--kinh-gui"])
def test_options_of_reports_belong_to_reports(
    source: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["make", "ke-hoach", str(source), option, "Tháng 10/2025"])
    assert stop.value.code == 2
    assert f"{option} không dùng với ke-hoach" in capsys.readouterr().err


def test_the_report_to_the_body_above_stands_beside_the_other(source: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["make", "bao-cao", str(source), "-o", str(tmp_path / "ra"), "--kinh-gui", "Thành ủy Mẫu"])
    assert stop.value.code == 0
    path = tmp_path / "ra" / "bao-cao-so-ket-gui-thanh-uy-mau" / "du-lieu.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["kinh_gui"] == ["Thành ủy Mẫu"]
    assert found["dau_trang"]["so_ky_hieu"].endswith("/BC-UBND")
