"""`vanban progress` as a person types it: what is shown, and the exit codes."""

from pathlib import Path

import pytest
from progress_desk import bring, filled, new_desk, report, sent, tree

from vanban.cli.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return new_desk(tmp_path)


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main([str(word) for word in words])
    return int(stop.value.code or 0)


def test_a_refused_import_lists_the_cells_and_ends_with_3(source: Path, capsys: Captured) -> None:
    out = sent(source)
    filled(out / "tien-do-stc.xlsx", report("6.1", "Gần xong", 150))
    before = tree(source.parent)
    assert run("progress", "import", source, out) == 3
    said = capsys.readouterr().err
    assert "2 chỗ phải sửa; chưa ghi gì vào sổ tiến độ" in said
    assert "tien-do-stc.xlsx, trang “Tiến độ”, ô J6: “Gần xong” không có trong danh sách" in said
    assert "tien-do-stc.xlsx, trang “Tiến độ”, ô K6: “150” không phải số nguyên từ 0 đến 100" in said
    assert tree(source.parent) == before


def test_an_import_tells_what_changed_and_who_is_silent(source: Path, capsys: Captured) -> None:
    path = filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50))
    assert run("progress", "import", source, path, "--by", "Trần Văn Mẫu") == 0
    said = capsys.readouterr().out
    assert "Đã ghi lần nhập 1, kỳ Tháng 11/2025: 1 nhiệm vụ có thay đổi" in said
    assert "6.1: chưa có báo cáo → đang thực hiện 50%" in said
    assert "Chưa nhận biểu kỳ này của: Sở Khoa học và Công nghệ" in said
    assert run("progress", "import", source, path) == 0
    said = capsys.readouterr().out
    assert "tien-do-stc.xlsx: đã nhập trước đây, bỏ qua" in said
    assert "Không có gì mới; sổ tiến độ giữ nguyên." in said


def test_the_board_shows_tasks_agencies_and_the_summary(source: Path, capsys: Captured) -> None:
    bring(source, filled(sent(source) / "tien-do-stc.xlsx", report("6.1", "Đang thực hiện", 50)))
    assert run("progress", "status", source, "--as-of", "01/12/2025", "--qua-han") == 0
    said = capsys.readouterr().out
    assert "quá 62 ngày" in said
    assert "đang, QUÁ HẠN" in said
    assert "còn 30 ngày" not in said
    assert "chưa có nhiệm vụ nào hoàn thành trong tổng số 25 nhiệm vụ;" in said
    assert "01 nhiệm vụ đang thực hiện" in said


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("progress", "imprt"), 2, "có phải bạn muốn: vanban progress import"),
        (("progress", "close", "SOURCE", "--ky", "Tháng 11/2025"), 2, "chốt kỳ cần tên kỳ và ngày chốt"),
        (("progress", "close", "SOURCE", "--ky", "T", "--as-of", "30/11/2025"), 3, "chưa có sổ tiến độ"),
        (
            ("progress", "import", "SOURCE", "khong-co.xlsx", "--ky", "T", "--as-of", "30/11/2025"),
            3,
            "không có tệp",
        ),
        (("progress", "export", "SOURCE", "--as-of", "30/02/2025"), 2, "không phải một ngày có thật"),
    ],
)
def test_what_makes_no_sense_is_told_with_the_next_step(
    source: Path, capsys: Captured, words: tuple[str, ...], code: int, says: str
) -> None:
    assert run(*(source if word == "SOURCE" else word for word in words)) == code
    assert says in " ".join(capsys.readouterr().err.split())
