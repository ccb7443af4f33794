"""What comes out of `vanban check` and `vanban decide` for a plan: figures, mends, a list, decisions."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from vanban.cli.main import main

Call = Callable[..., tuple[int, str, str]]

BOOK = """\
co_quan:
  - {id: noi-vu, ten: Sở Nội vụ, bi_danh: [SNV]}
  - {id: y-te, ten: Sở Y tế}
  - {id: ubnd, ten: Ủy ban nhân dân tỉnh Mẫu}
"""
PLAN = """\
# Kế hoạch của một sở, ghi tay
van_ban: {ky_hieu: KH-SNV, co_quan_ban_hanh: noi-vu, nam: 2025, trich_yeu: Cải cách hành chính}
muc_tieu:
  - Giảm 30%  thời gian theo Nghị quyết 12/NQ-CP.   # số chưa chốt
nhom:
  - ten: Thủ tục
    nhiem_vu:
      # việc đầu tiên
      - id: ra-soat
        so_in: '1.1'
        ten: Rà soát thủ tục của các phòng
        noi_dung: [Lập danh sách thủ tục]
        thoi_han: {nguyen_van: tháng 9/2025, kieu: khoang, tu: 2025-09-01, den: 2025-09-30}
        san_pham: [{ten: Báo cáo rà soát}]
        chu_tri: [{nguyen_van: Sở Nội vụ, co_quan: noi-vu}]
        phoi_hop: [{nguyen_van: Sở Y tế, co_quan: y-te}]
      - id: quy-che
        so_in: '1.1'
        ten: Sửa quy chế một cửa
        noi_dung: [Soạn quy chế mới]
        thoi_han:
          nguyen_van: Trước 30/9/2025 Quý IV/2025
          kieu: mau_thuan
          ung_vien:
            - {nguyen_van: Trước 30/9/2025, kieu: truoc, den: 2025-09-29}
            - {nguyen_van: Quý IV/2025, kieu: khoang, tu: 2025-10-01, den: 2025-12-31}
        san_pham: [{ten: theo tiến độ}]
        chu_tri: [{nguyen_van: SNV, co_quan: noi-vu}]
        phoi_hop: [{nguyen_van: Phòng Mẫu}]
to_chuc_thuc_hien: [Các phòng báo cáo hằng tháng; có vướng mắc thì hỏi ngay; kinh phí từ ngân sách.]
"""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(stop.value.code or 0), said.out, said.err

    return run


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "co-quan.yaml").write_text(BOOK, encoding="utf-8")
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def found(call: Call, *words: object) -> list[tuple[str, str | None]]:
    rows = json.loads(call("check", *words, "--json")[1])["phat_hien"]
    return [(row["ma"], row["noi"].get("nhiem_vu")) for row in rows]


def test_figures_come_before_the_findings_and_findings_stand_by_task(call: Call, plan: Path) -> None:
    out = call("check", plan)[1]
    assert "Tổng quan: 1 nhóm, 2 nhiệm vụ" in out
    assert "Chủ trì: Sở Nội vụ 2" in out
    assert "Hết hạn theo tháng: 9/2025: 1" in out
    assert "thời hạn không rõ hoặc nói hai điều: 1 nhiệm vụ (1.2)" in out
    assert "sản phẩm không kiểm được: 1 nhiệm vụ (1.2)" in out
    places = [out.index(head) for head in ("Tổng quan", "Cả kế hoạch", "Nhiệm vụ 1.2. Sửa")]
    assert places == sorted(places)


def test_figures_are_data_too(call: Call, plan: Path) -> None:
    (figures,) = json.loads(call("check", plan, "--json")[1])["tong_quan"]
    assert figures["tep"] == "ke-hoach.yaml"
    assert figures["chu_tri"] == [{"ten": "Sở Nội vụ", "nhiem_vu": ["1.1", "1.2"]}]
    assert figures["ten_nhiem_vu"]["1.2"] == "Sửa quy chế một cửa"


def test_mends_change_their_words_alone(call: Call, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "da-sua.yaml"
    out = call("check", plan, "--fix", target)[1]
    before, after = PLAN.splitlines(), target.read_text(encoding="utf-8").splitlines()
    assert len(before) == len(after)
    changed = [(a.strip(), b.strip()) for a, b in zip(before, after, strict=True) if a != b]
    assert changed == [
        (
            "- Giảm 30%  thời gian theo Nghị quyết 12/NQ-CP.   # số chưa chốt",
            "- Giảm 30% thời gian theo Nghị quyết số 12/NQ-CP.   # số chưa chốt",
        ),
        ("so_in: '1.1'", "so_in: '1.2'"),
        (
            "chu_tri: [{nguyen_van: SNV, co_quan: noi-vu}]",
            'chu_tri: [{nguyen_van: "Sở Nội vụ", co_quan: noi-vu}]',
        ),
    ]
    assert (
        "@@ Nhiệm vụ 1.2 (bản gốc in 1.1), cơ quan chủ trì [ke-hoach.nhieu-ten-goi]\n- SNV\n+ Sở Nội vụ"
        in out
    )
    assert "Đã sửa 3 chỗ" in out


def test_what_is_mended_is_found_no_more(call: Call, plan: Path, tmp_path: Path) -> None:
    target, again = tmp_path / "da-sua.yaml", tmp_path / "lan-hai.yaml"
    call("check", plan, "--fix", target)
    assert ("ke-hoach.so-trung", "1.2") in found(call, plan)
    left = {rule for rule, _ in found(call, target)}
    assert not left & {"ke-hoach.so-trung", "ke-hoach.vien-dan-thieu-so", "cau-chu.hai-khoang-trang"}
    assert "Không có chỗ nào tự sửa được" in call("check", target, "--fix", again)[1]
    assert again.read_bytes() == target.read_bytes()


def test_letters_that_are_not_composed_are_put_together_and_told(
    call: Call, plan: Path, tmp_path: Path
) -> None:
    import unicodedata

    plan.write_text(unicodedata.normalize("NFD", PLAN), encoding="utf-8")
    out = call("check", plan, "--fix", tmp_path / "da-sua.yaml")[1]
    assert "Unicode dựng sẵn" in out
    assert unicodedata.is_normalized("NFC", (tmp_path / "da-sua.yaml").read_text(encoding="utf-8"))


def test_the_list_can_be_ticked_off(call: Call, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "viec.xlsx"
    call("check", plan, "--list", target)
    sheet = load_workbook(target).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(i for i, row in enumerate(rows) if row[0] == "STT")
    assert rows[head][:6] == ["STT", "Đã xử lý", "Mức", "Nhiệm vụ", "Trường", "Lời"]
    assert len(rows) - head - 1 == len(found(call, plan))
    assert {row[1] for row in rows[head + 1 :]} == {"☐"}
    assert sheet.data_validations.dataValidation


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fix", "ra.docx"), "ghi ra tệp .yaml"),
        (("--list", "ra.docx"), "ghi ra tệp .xlsx"),
        (("--comments", "ra.docx"), "chỉ dùng được với tệp .docx"),
        (("--fix", "ke-hoach.yaml"), "không ghi đè"),
    ],
)
def test_results_of_the_wrong_kind_are_refused(
    call: Call, plan: Path, words: tuple[str, str], said: str
) -> None:
    option, name = words
    code, _, err = call("check", plan, option, plan.parent / name)
    assert code == 2
    assert said in err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_plan_in_word_gets_notes_at_its_words(call: Call, tmp_path: Path) -> None:
    document = Document()
    for line in (
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2025",
        "I. MỤC TIÊU",
        "Rút ngắn thời gian giải quyết.",
        "II. NHIỆM VỤ",
        "1. Thủ tục",
        "1.1. Rà soát thủ tục",
        "- Nội dung: Phát động phòng trào thi đua.",
        "- Thời gian: tháng 9/2025.",
        "- Sản phẩm: Báo cáo.",
        "- Cơ quan chủ trì: Sở Nội vụ.",
    ):
        document.add_paragraph(line)
    source, target = tmp_path / "ke-hoach.docx", tmp_path / "ghi-chu.docx"
    document.save(str(source))
    call("check", source, "--ke-hoach", "--comments", target)
    notes = [note.text for note in Document(str(target)).comments]
    assert any("phong trào" in note for note in notes)


def test_a_deadline_that_people_chose_is_the_deadline(call: Call, plan: Path, tmp_path: Path) -> None:
    code, out, _ = call(
        "decide", plan, "han", "1.2", "31/12/2025", "--ly-do", "Đã họp", "--ngay", "01/8/2025"
    )
    assert code == 0
    assert "thời hạn của nhiệm vụ quy-che là “31/12/2025”" in out
    assert plan.read_text(encoding="utf-8").startswith(PLAN)
    assert ("ke-hoach.thoi-han-mau-thuan", "1.2") not in found(call, plan)
    call("make", "ke-hoach", plan, "-o", tmp_path)
    paper = Document(str(tmp_path / "ke-hoach" / "ke-hoach.docx"))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "31/12/2025" in text


def test_a_name_that_people_confirmed_is_known(call: Call, plan: Path) -> None:
    assert ("ke-hoach.co-quan-la", "1.2") in found(call, plan)
    call("decide", plan, "bi-danh", "Phòng Mẫu", "y-te")
    assert ("ke-hoach.co-quan-la", "1.2") not in found(call, plan)


def test_a_waived_finding_is_listed_with_its_reason_and_counts_no_more(call: Call, plan: Path) -> None:
    call(
        "decide",
        plan,
        "bo-qua",
        "ke-hoach.san-pham-chung-chung",
        "--nhiem-vu",
        "1.2",
        "--ly-do",
        "Sẽ bổ sung",
    )
    _, out, _ = call("check", plan)
    assert "Đã bỏ qua, lý do: Sẽ bổ sung" in out
    assert ("ke-hoach.san-pham-chung-chung", "1.2") not in found(call, plan)
    assert json.loads(call("check", plan, "--json")[1])["bo_qua"][0]["ly_do"] == "Sẽ bổ sung"
    results = json.loads(call("check", plan, "--sarif")[1])["runs"][0]["results"]
    assert [r["suppressions"][0]["justification"] for r in results if "suppressions" in r] == ["Sẽ bổ sung"]


def test_a_decision_that_settles_nothing_any_more_is_told(call: Call, plan: Path) -> None:
    call("decide", plan, "bo-qua", "ke-hoach.so-trung", "--ly-do", "Giữ số cũ")
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("so_in: '1.1'", "so_in: '1.2'", 2), encoding="utf-8"
    )
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("so_in: '1.2'", "so_in: '1.1'", 1), encoding="utf-8"
    )
    assert "Quyết định không còn dùng tới: bỏ qua ke-hoach.so-trung" in call("check", plan)[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("han", "1.2"), "cần 2 giá trị"),
        (("han", "9.9", "31/12/2025"), "không có nhiệm vụ “9.9”"),
        (("han", "1.2", "sớm"), "không phải một thời hạn rõ"),
        (("han", "1.1", "31/12/2025"), "thời hạn của nhiệm vụ nay đã rõ"),
        (("bi-danh", "Phòng Mẫu", "khong-co"), "sổ cơ quan không có mã"),
        (("bo-qua", "ke-hoach.so-trung"), "còn thiếu: ly_do"),
        (("bo-qua", "ke-hoach.khong-co", "--ly-do", "x"), "không có quy tắc"),
        (("bo-qua", "ke-hoach.khoi-chep", "--ly-do", "x"), "không còn phát hiện nào như vậy"),
        (("xoa", "1"), "không có loại quyết định"),
        (("han", "1.2", "31/12/2025", "--chu", "x"), "chỉ dùng với bo-qua"),
    ],
)
def test_a_decision_without_sense_is_refused_and_nothing_is_written(
    call: Call, plan: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, err = call("decide", plan, *words)
    assert code == 2
    assert said in err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_the_same_is_decided_once(call: Call, plan: Path) -> None:
    call("decide", plan, "han", "1.2", "31/12/2025")
    code, _, err = call("decide", plan, "han", "quy-che", "15/10/2025")
    assert code == 2
    assert "đã có quyết định về điều này" in err


def test_decisions_need_a_plan_file(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "ke-hoach.txt"
    source.write_text("KẾ HOẠCH", encoding="utf-8")
    code, _, err = call("decide", source, "han", "1.2", "31/12/2025")
    assert code == 2
    assert "vanban read ke-hoach.txt -o ke-hoach.yaml" in err
