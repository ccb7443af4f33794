"""`vanban make all`: what is due on a day, why each, and why not the others."""

from pathlib import Path

import pytest
from test_make import PLAN, STATES, Call, make, plan

__all__ = ["make", "plan"]
ISSUED = ("du_thao: true", "du_thao: false\n  so: 12\n  ngay: 2025-06-20")


def test_on_the_day_of_the_sơ_kết(make: Call) -> None:
    said = make("all", PLAN, "--progress", STATES, "--as-of", "01/12/2025")
    assert make.made() == [
        "bao-cao-so-ket",
        "bao-cao-tien-do",
        "don-doc-bql-kcnc",
        "don-doc-qtsc",
        "don-doc-so-tai-chinh",
        "giay-moi",
        "ke-hoach",
        "to-trinh-2.10",
        "to-trinh-2.7",
        "to-trinh-2.9",
        "to-trinh-3.2",
        "to-trinh-ke-hoach",
    ]
    assert "nhiệm vụ 3.2 quá hạn 92 ngày (hạn 31/8/2025)" in said
    assert "Không lập Tờ trình cho nhiệm vụ 2.8: hoàn thành đúng hạn" in said
    assert "giao-viec: kế hoạch chưa ban hành" in said


def test_after_the_issue_without_progress(make: Call, plan: Path, tmp_path: Path) -> None:
    own = tmp_path / "ke-hoach.yaml"
    own.write_text(plan.read_text(encoding="utf-8").replace(*ISSUED, 1), encoding="utf-8")
    said = make("all", own, "--as-of", "25/06/2025")
    assert "ke-hoach: đã ban hành" in said
    assert "giao-viec: kế hoạch ban hành ngày 20/6/2025" in said
    assert "bao-cao: chưa có tiến độ" in said
    assert {name.partition("-")[0] for name in make.made()} >= {"giao"}


def test_what_speaks_of_one_task_or_agency_is_refused(make: Call) -> None:
    said = make("all", PLAN, "--task", "2.8", "--don-vi", "so-khcn", code=2)
    assert "--task, --don-vi không dùng với all" in said


def test_a_kind_that_fails_keeps_no_other_from_being_made(make: Call, tmp_path: Path) -> None:
    own = tmp_path / "mau"
    own.mkdir()
    (own / "don-doc.docx").write_bytes(b"khong phai Word")
    said = make("all", PLAN, "--progress", STATES, "--as-of", "01/12/2025", "--templates", own, code=4)
    assert "don-doc.docx" in said
    assert "bao-cao-so-ket" in make.made()


@pytest.mark.parametrize("kind", ["all"])
def test_it_is_told_where_a_kind_is_not_known(make: Call, kind: str) -> None:
    assert kind in make("khong-co", PLAN, code=2)
