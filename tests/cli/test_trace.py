"""`--trace`: where a number of a report is from."""

import json
from pathlib import Path

import pytest

from vanban.cli.main import main
from vanban.shipped import data_folder


def test_a_number_of_the_report_names_its_tasks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, states = data_folder() / "ke-hoach-100-ngay.txt", data_folder() / "tien-do-mau.yaml"
    with pytest.raises(SystemExit) as stop:
        main(["make", "bao-cao", str(plan), "--progress", str(states), "-o", str(tmp_path), "--trace"])
    assert stop.value.code == 0
    said = capsys.readouterr().out.splitlines()
    at = said.index("  mục IV, câu 1:")
    assert said[at + 1] == "    06 nhiệm vụ quá hạn: 2.3, 2.4, 3.2, 4.1, 6.1, 6.3"
    assert said[at + 2] == "    123 ngày: 2.3, 2.4"
    kept = json.loads((tmp_path / "bao-cao-so-ket" / "truy-vet.json").read_text(encoding="utf-8"))
    row = "dòng “Ban Quản lý Khu Công nghệ cao Thành phố Hồ Chí Minh”"
    assert {
        "noi": f"Bảng 3, {row}, cột đang thực hiện, quá hạn",
        "in_ra": "2",
        "nhiem_vu": ["2.3", "3.2"],
        "tren": [],
    } in kept
