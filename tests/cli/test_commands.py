"""The command line as people use it: what comes out, and what is said when it can't."""

import json
import zipfile
from pathlib import Path

import pytest

from vanban.cli.main import main
from vanban.shipped import data_folder

PLAN = data_folder() / "ke-hoach-100-ngay.txt"
STATES = data_folder() / "tien-do-mau.yaml"


class Run:
    """One call of the program."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.code = 0
        self.out = self.err = ""

    def __call__(self, *words: object) -> "Run":
        with pytest.raises(SystemExit) as stop:
            main([str(word) for word in words])
        self.code = int(stop.value.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return self


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


def test_read_writes_a_plan_that_can_be_read_again(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    assert run("read", PLAN, "-o", first).code == 0
    assert run("read", first, "-o", second).code == 0
    assert second.read_text() == first.read_text()


def test_read_without_target_prints_the_plan(run: Run) -> None:
    assert run("read", PLAN).out.lstrip().splitlines()[0].startswith(("#", "van_ban:"))


def test_check_of_the_plan_finds_its_faults_with_clause_or_custom(run: Run) -> None:
    result = run("check", PLAN, "--json")
    found = json.loads(result.out)["phat_hien"]
    assert result.code == 1
    assert all(f["can_cu"].startswith(("Phụ lục", "Điều", "thông lệ")) for f in found)
    assert {"ke-hoach.so-trung", "ke-hoach.thoi-han-mau-thuan", "ke-hoach.khoi-chep"} <= {
        f["ma"] for f in found
    }


def test_the_asked_severity_decides_the_exit_code(run: Run, tmp_path: Path) -> None:
    run("make", "to-trinh", PLAN, "--task", "2.8", "-o", tmp_path)
    paper = tmp_path / "to-trinh-2.8" / "to-trinh-2.8.docx"
    assert run("check", paper).code == 0
    assert run("check", paper, "--muc", "goi-y").code == 1


def test_each_paper_lies_in_a_folder_with_its_data_and_its_check(run: Run, tmp_path: Path) -> None:
    assert run("make", "ke-hoach", PLAN, "-o", tmp_path, "--as-of", "01/12/2025").code == 0
    names = sorted(path.name for path in (tmp_path / "ke-hoach").iterdir())
    assert names == ["du-lieu.json", "ke-hoach.docx", "kiem-tra.json"]


def test_the_same_input_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        run("make", "bao-cao", PLAN, "--progress", STATES, "-o", tmp_path / folder)
    name = Path("bao-cao-so-ket") / "bao-cao-so-ket.docx"
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_task_may_be_named_by_number_or_by_id(run: Run, tmp_path: Path) -> None:
    run("make", "to-trinh", PLAN, "--task", "2.8", "-o", tmp_path / "a", "--as-of", "2025-12-01")
    run("make", "to-trinh", PLAN, "--task", "t2-8", "-o", tmp_path / "b", "--as-of", "2025-12-01")
    name = Path("to-trinh-2.8") / "to-trinh-2.8.docx"
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_number_that_means_another_task_in_the_source_is_told(run: Run, tmp_path: Path) -> None:
    said = run("make", "to-trinh", PLAN, "--task", "2.7", "-o", tmp_path).out
    assert "in số: 2.6" in said
    assert "nay đếm lại là 2.8" in said


def test_all_submissions_are_made_and_the_others_explained(run: Run, tmp_path: Path) -> None:
    said = run("make", "to-trinh", PLAN, "-o", tmp_path).out
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {f"to-trinh-{number}" for number in ("2.6", "2.7", "2.8", "2.9", "2.10", "3.2")}
    assert "Không lập Tờ trình cho nhiệm vụ 2.3:" in said


REFUSED = [
    (("read", "khong-co.txt"), 3, "khong-co.txt"),
    (("read", "rong.txt"), 3, "tệp rỗng"),
    (("read", "thu-muc.txt"), 3, "thư mục"),
    (("read", "nhi-phan.txt"), 3, "nhi-phan.txt"),
    (("read", "sai.yaml"), 3, "sai_khoa"),
    (("read", "sai.yaml"), 3, "2025-02-30"),
    (("read", "ke-hoach.pdf"), 3, "PDF bị hỏng"),
    (("check", "gia.docx"), 3, "gia.docx"),
    (("make", "to-trinh", PLAN, "--task", "9.9"), 2, "9.9"),
    (("make", "to-trinh", PLAN, "--task", "2.3"), 3, "không lập Tờ trình"),
    (("make", "ke-hoach", PLAN, "--task", "2.3"), 2, "--task"),
    (("make", "bao-cao", PLAN), 2, "--progress"),
    (("make", "bao-cao", PLAN, "--progress", STATES, "--as-of", "31/02/2025"), 2, "31/02/2025"),
    (("make", "bao-cao", PLAN, "--progress", "tien-do-sai.yaml"), 3, "xong_roi"),
    (("make", "cong-van", PLAN), 2, "cong-van"),
    (("make", "ke-hoach", PLAN, "-o", "la-tep/ra"), 3, "la-tep"),
    (("make", "ke-hoach", PLAN, "--templates", "khong-co"), 4, "khong-co"),
    (("make", "ke-hoach", PLAN, "--templates", "mau-hong"), 4, "ke-hoach.docx"),
    (("make", "ke-hoach", PLAN, "--co-quan", "co-quan-sai.yaml"), 3, "cơ quan chủ quản"),
    (("make", "ke-hoach"), 2, "KẾ_HOẠCH"),
    (("chek", PLAN), 2, "check"),
    (("read", "--sai"), 2, "--sai"),
    (("check", PLAN, "--muc", "nang"), 2, "nang"),
]


@pytest.fixture
def bad_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rong.txt").touch()
    (tmp_path / "thu-muc.txt").mkdir()
    (tmp_path / "nhi-phan.txt").write_bytes(b"PK\x03\x04\x00\xff\xfe\x00\x01")
    (tmp_path / "ke-hoach.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "gia.docx").write_text("không phải Word")
    (tmp_path / "la-tep").write_text("một tệp, không phải thư mục")
    (tmp_path / "sai.yaml").write_text("van_ban:\n  sai_khoa: 1\n  ngay: 2025-02-30\n")
    (tmp_path / "tien-do-sai.yaml").write_text(
        "ngay_chot: 2025-12-01\ntien_do:\n  - nhiem_vu: t1-1\n    trang_thai: xong_roi\n"
    )
    (tmp_path / "co-quan-sai.yaml").write_text("co_quan:\n  - id: a\n    ten: A\n    chu_quan: b\n")
    (tmp_path / "mau-hong").mkdir()
    with zipfile.ZipFile(tmp_path / "mau-hong" / "ke-hoach.docx", "w") as broken:
        broken.writestr("khong-phai-word.txt", "x")
    return tmp_path


@pytest.mark.parametrize(("words", "code", "told"), REFUSED, ids=lambda value: str(value)[:60])
def test_bad_input_gets_a_sentence_and_an_exit_code(
    run: Run, bad_files: Path, words: tuple[object, ...], code: int, told: str
) -> None:
    before = sorted(bad_files.rglob("*"))
    result = run(*words)
    assert result.code == code
    assert told in result.err
    assert "→" in result.err
    assert "Traceback" not in result.err
    assert sorted(bad_files.rglob("*")) == before


def test_a_second_file_is_checked_though_the_first_is_missing(run: Run, tmp_path: Path) -> None:
    result = run("check", tmp_path / "khong-co.txt", PLAN)
    assert result.code == 3
    assert PLAN.name in result.out


def test_every_command_and_option_has_vietnamese_help(run: Run) -> None:
    for command in ("demo", "read", "check", "decide", "make"):
        said = run(command, "--help").out
        assert "Xem hướng dẫn này." in said
        assert "Show this message" not in said


def test_the_commands_stand_in_the_readme() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    assert all(f"vanban {command}" in readme for command in ("demo", "read", "check", "make"))
