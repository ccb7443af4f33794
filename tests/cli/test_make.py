"""`vanban make` as people use it: which papers come, which do not and why."""

from pathlib import Path

import pytest

from vanban.cli.main import main
from vanban.shipped import data_folder

PLAN = data_folder() / "ke-hoach-100-ngay.txt"
STATES = data_folder() / "tien-do-mau.yaml"


class Call:
    def __init__(self, capsys: pytest.CaptureFixture[str], out: Path) -> None:
        self._capsys, self.out = capsys, out

    def __call__(self, *words: object, code: int = 0) -> str:
        """What `vanban make` says, on both streams; it must end with `code`."""
        with pytest.raises(SystemExit) as stop:
            main(["make", *(str(word) for word in words), "-o", str(self.out)])
        said = "\n".join(self._capsys.readouterr())
        assert stop.value.code == code, said
        return said

    def made(self) -> list[str]:
        return sorted(path.name for path in self.out.iterdir())


@pytest.fixture
def make(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Call:
    return Call(capsys, tmp_path / "ra")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ke-hoach") / "ke-hoach.yaml"
    with pytest.raises(SystemExit):
        main(["read", str(PLAN), "-o", str(path)])
    return path


def test_an_option_that_has_no_meaning_for_a_kind_is_refused(make: Call, plan: Path) -> None:
    said = make("ke-hoach", plan, "--task", "2.8", code=2)
    assert "--task không dùng với ke-hoach" in said


def test_a_paper_that_counts_states_asks_for_progress(make: Call, plan: Path) -> None:
    assert "--progress" in make("bao-cao", plan, code=2)


WAIVED = """
quyet_dinh:
  - {loai: bo_qua, ma: ke-hoach.thieu-noi-nhan, ly_do: Có sổ}
"""


@pytest.mark.parametrize(("decisions", "told"), [("", "còn 2 lỗi"), (WAIVED, "còn 1 lỗi")])
def test_a_final_plan_is_reminded_of_faults_that_nobody_waived(
    make: Call, tmp_path: Path, decisions: str, told: str
) -> None:
    source = tmp_path / "kh.yaml"
    source.write_text(
        f"""
van_ban: {{so: 5, ky_hieu: KH-UBND, co_quan_ban_hanh: ubnd-tp, ngay: 2025-07-01, trich_yeu: Số hóa,
  du_thao: false}}
muc_tieu: [Số hóa mọi tài liệu]
to_chuc_thuc_hien: [Các sở thực hiện]
nhom:
  - ten: Nhóm
    nhiem_vu:
      - id: t1
        ten: Số hóa tài liệu
        noi_dung: [Số hóa tài liệu lưu trữ]
        thoi_han: {{nguyen_van: 30/9/2025, kieu: den, den: 2025-09-30}}
        san_pham: [{{ten: Kho tài liệu}}]
        chu_tri: [{{nguyen_van: Sở Nội vụ, co_quan: so-noi-vu}}]
        phoi_hop: [{{nguyen_van: Sở Tài chính, co_quan: so-tai-chinh}}]
        tham_quyen: [{{vai: trien_khai, co_quan: [{{nguyen_van: Sở Nội vụ, co_quan: so-noi-vu}}]}}]
{decisions}""",
        encoding="utf-8",
    )
    assert told in make("ke-hoach", source)


def test_reminders_go_to_lead_agencies_but_not_to_oneself(make: Call, plan: Path) -> None:
    said = make("don-doc", plan, "--progress", STATES, "--as-of", "01/12/2025")
    assert make.made() == ["don-doc-bql-kcnc", "don-doc-qtsc", "don-doc-so-tai-chinh"]
    assert "Sở Khoa học và Công nghệ: là cơ quan đầu mối, không gửi cho chính mình" in said
    assert "nhiệm vụ 2.3, 2.4, 3.2, 4.1, 6.3" in said
    assert "Nhiệm vụ 2.6 chưa rõ thời hạn" in said


def test_one_agency_may_be_asked_for_by_any_of_its_names(make: Call, plan: Path) -> None:
    make("giao-viec", plan, "--don-vi", "BQL KCNC")
    assert make.made() == ["giao-viec-bql-kcnc"]
    assert "vien-ncpt" in make("giao-viec", plan, "--don-vi", "ai đó", code=2)
    assert "không chủ trì nhiệm vụ nào" in make("don-doc", plan, "--progress", STATES, "--don-vi", "mttq")
