"""`vanban template …` as those who edit templates use it."""

import io
import json
import re
import shutil
import struct
import zipfile
from pathlib import Path

import pytest

from vanban.cli.main import main
from vanban.making.paper import cut_plain
from vanban.model.papers import PAPER_KINDS, PaperKind
from vanban.shipped import templates_folder
from vanban.templating.checking import check_template
from vanban.templating.kinds import plain_kinds
from vanban.word.observe import observe
from vanban.word.repack import repacked
from vanban.word.template_filters import FILTERS


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main([str(word) for word in words])
    said = capsys.readouterr()
    return int(stop.value.code or 0), said.out, said.err


def test_fields_tells_path_meaning_and_example(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "template", "fields", "to-trinh")
    assert code == 0
    assert "khoi_ky.ho_ten" in out
    assert "PL I, II.5.a" in out


def test_fields_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "template", "fields", "ke-hoach", "--json")
    assert {"duong_dan", "kieu", "nghia", "vi_du", "dieu_khoan"} == set(json.loads(out)[0])


def test_filters_are_in_the_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "template", "fields", "--filters")
    assert "{{ 1005|bang_chu }} → một nghìn không trăm linh năm" in out
    assert len(json.loads(call(capsys, "template", "fields", "--filters", "--json")[1])) == len(FILTERS)


def test_fields_as_a_page_of_word_that_lies_on_its_side(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "danh-muc.docx"
    code, _, _ = call(capsys, "template", "fields", "to-trinh", "--docx", page, "--as-of", "2025-12-01")
    first = page.read_bytes()
    assert code == 0
    sheet = observe(first)
    cells = [p.text for p in sheet.paragraphs if p.cell]
    for wanted in ("khoi_ky.ho_ten", "trích yếu nội dung", "{{ 5|chu_cai }}", "PL I, II.5.a"):
        assert wanted in cells
    assert [section.landscape for section in sheet.sections] == [True]
    call(capsys, "template", "fields", "to-trinh", "--docx", page, "--as-of", "2025-12-01")
    assert page.read_bytes() == first


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("fields",), "thiếu loại văn bản"),
        (("fields", "to-trinh", "--docx", "a.pdf"), ".docx"),
        (("fields", "to-trin"), "to-trinh"),
        (("fiels", "to-trinh"), "có phải bạn muốn: vanban template fields"),
    ],
)
def test_what_was_typed_wrongly_is_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    code, _, err = call(capsys, "template", *words)
    assert code == 2
    assert told in err


@pytest.mark.parametrize("kind", PAPER_KINDS, ids=lambda kind: kind.ma)
def test_every_shipped_template_passes_without_a_finding(capsys: pytest.CaptureFixture[str], kind) -> None:
    code, out, _ = call(capsys, "template", "check", templates_folder() / kind.mau, "--muc", "goi-y")
    assert (code, out.strip().count("\n")) == (0, 0), out


@pytest.mark.parametrize("kind", plain_kinds(), ids=lambda kind: kind.ma)
def test_every_template_cut_from_the_law_passes_without_a_finding(kind: PaperKind) -> None:
    assert check_template(cut_plain(kind.loai), where=kind.mau, kind=kind).findings == []


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The template of the Tờ trình with three faults."""
    data = (templates_folder() / "to-trinh.docx").read_bytes()
    xml = read_part(data)
    for old, new in (
        ("{{ trich_yeu }}", "{{ trich_iu }}"),
        ("{%p for doan in noi_dung %}", "{%p for doan in noidung %}"),
        ("{{ khoi_ky.ho_ten }}", "{{ khoi_ky.ho_ten }"),
    ):
        assert old in xml
        xml = xml.replace(old, new)
    path = tmp_path / "mau-cua-toi.docx"
    path.write_bytes(repacked(data, {"word/document.xml": xml.encode()}, "mẫu"))
    return path


def read_part(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def test_all_faults_are_told_with_place_words_and_remedy(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    code, out, _ = call(capsys, "template", "check", faulty)
    assert code == 1
    assert "mẫu Tờ trình" in out
    for told in ("“trich_yeu”?", "“noi_dung”?", "thay } ở cuối thẻ bằng }}", "đoạn 18", "[mau.truong-la]"):
        assert told in out


def test_faults_as_data_and_as_notes_at_the_very_tags(
    capsys: pytest.CaptureFixture[str], faulty: Path, tmp_path: Path
) -> None:
    noted = tmp_path / "ghi-chu.docx"
    code, out, _ = call(
        capsys, "template", "check", faulty, "--json", "--comments", noted, "--kind", "to-trinh"
    )
    found = json.loads(out)["phat_hien"]
    assert code == 1
    assert {f["ma"] for f in found} >= {"mau.truong-la", "mau.the-chua-dong"}
    xml = read_part(noted.read_bytes())
    marked = re.findall(r"commentRangeStart[^>]*>(.*?)<w:commentRangeEnd", xml)
    words = {"".join(re.findall(r"<w:t[^>]*>([^<]*)", piece)) for piece in marked}
    assert {"{{ trich_iu }}", "{%p for doan in noidung %}", "{{ khoi_ky.ho_ten }"} <= words
    assert len(observe(noted.read_bytes()).paragraphs) == len(observe(faulty.read_bytes()).paragraphs)


def test_the_kind_is_told_where_it_cannot_be_guessed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, make_docx
) -> None:
    make_docx(tmp_path / "la.docx", "Chữ không có thẻ nào")
    code, _, err = call(capsys, "template", "check", tmp_path / "la.docx")
    assert code == 2
    assert "--kind" in err


def test_list_tells_which_template_wins_its_version_and_whether_it_passes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, faulty: Path
) -> None:
    own = tmp_path / "mau-don-vi"
    own.mkdir()
    shutil.copy(faulty, own / "to-trinh.docx")
    shutil.copy(templates_folder() / "don-doc.docx", own)
    shutil.copy(templates_folder() / "don-doc.docx", own / "giay-moi.docx")
    (own / "ke-hoach.docx").write_bytes(b"hong")
    code, out, _ = call(capsys, "template", "list", "--templates", own, "--json")
    rows = {(row["loai"] or Path(row["tep"]).stem): row for row in json.loads(out)}
    assert code == 1
    told = {name: (row["nguon"], row["dat"]) for name, row in rows.items()}
    expected = {
        "ke_hoach": ("mẫu của đơn vị", False),
        "to_trinh": ("mẫu của đơn vị", False),
        "don_doc": ("mẫu của đơn vị", True),
        "giay-moi": ("không dùng", False),
    }
    assert {name: told[name] for name in expected} == expected
    assert {one for name, one in told.items() if name not in expected} == {("mẫu có sẵn", True)}
    assert "van-ban-giay-moi.docx" in rows["giay-moi"]["loi"]
    assert rows["ke_hoach"]["loi"].startswith("mẫu không dùng được")
    assert rows["don_doc"]["ma_noi_dung"] == rows["giay-moi"]["ma_noi_dung"] != rows["bao_cao"]["ma_noi_dung"]
    assert rows["don_doc"]["luu_ngay"]
    shown = call(capsys, "template", "list", "--templates", own)[1]
    assert str(own / "to-trinh.docx") in shown


def test_list_without_a_folder_shows_that_all_shipped_templates_pass(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = call(capsys, "template", "list")
    assert (code, out.count("đạt")) == (0, len(PAPER_KINDS))


def changed_submission(folder: Path) -> Path:
    """The template of the Tờ trình with one heading, one field and one size changed."""
    data = (templates_folder() / "to-trinh.docx").read_bytes()
    xml = read_part(data)
    for old, new in (
        ("SỰ CẦN THIẾT", "SỰ CẦN THIẾT BAN HÀNH"),
        ("{{ kien_nghi }}", "{{ kien_nghi }} Hết hạn {{ ngay_lap|ngay_ngan }}."),
    ):
        assert xml.count(old) == 1
        xml = xml.replace(old, new)
    path = folder / "to-trinh.docx"
    path.write_bytes(repacked(data, {"word/document.xml": xml.encode()}, "mẫu"))
    return path


def test_diff_tells_words_fields_and_what_it_does_to_a_paper(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    old, new = templates_folder() / "to-trinh.docx", changed_submission(tmp_path)
    code, out, _ = call(capsys, "template", "diff", old, new)
    assert code == 1
    for told in ("THIẾT{+ BAN HÀNH+}", "+ ngay_lap", "Văn bản tạo từ dữ liệu mẫu", "Hết hạn 01/12/2025."):
        assert told in out
    assert call(capsys, "template", "diff", old, old)[0] == 0


def test_diff_with_a_broken_version_still_tells_what_changed(
    capsys: pytest.CaptureFixture[str], faulty: Path
) -> None:
    code, out, err = call(
        capsys, "template", "diff", templates_folder() / "to-trinh.docx", faulty, "--pages", faulty.parent
    )
    assert code == 4
    assert "Lỗi mới của mẫu" in out
    assert "Chưa tạo thử được văn bản" in out
    assert "chưa tạo được văn bản" in err


@pytest.mark.office
def test_diff_draws_the_pages_side_by_side(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pages = tmp_path / "trang"
    old, new = templates_folder() / "to-trinh.docx", changed_submission(tmp_path)
    code, out, _ = call(capsys, "template", "diff", old, new, "--pages", pages)
    assert code == 1
    pictures = sorted(pages.glob("so-sanh-*.png"))
    assert len(pictures) >= 2
    width, height = struct.unpack(">II", pictures[0].read_bytes()[16:24])
    assert width > 1.3 * height
    assert "Trang có chữ khác nhau: 2" in out
