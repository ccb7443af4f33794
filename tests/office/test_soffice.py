"""A PDF counts only when it is there and opens; whatever goes wrong, older files stay."""

import time
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from vanban.model.errors import ProgramError, SourceError
from vanban.office.pdf import pdf_facts
from vanban.office.soffice import convert_to_pdf, find_soffice

LETTERS = "Ằ ẵ ộ ủ ệ ữ ỵ Đ đ – “Cộng hòa xã hội chủ nghĩa Việt Nam”"


def fake_soffice(folder: Path, body: str) -> str:
    """A program in the place of LibreOffice; in `body`, $out is the folder that the PDFs must go to."""
    program = folder / "fake-soffice"
    find_out = 'while [ $# -gt 0 ]; do [ "$1" = --outdir ] && out=$2; shift; done\n'
    program.write_text(f"#!/bin/sh\n{find_out}{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def blank_pdf(path: Path) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    with path.open("wb") as file:
        writer.write(file)
    return path


def ends_within(pid: int, seconds: float) -> bool:
    """Whether the process is gone (or a zombie that nobody has buried yet) before so many seconds."""
    stat = Path(f"/proc/{pid}/stat")
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.office
def test_files_of_one_name_keep_their_own_words(tmp_path, make_docx):
    sources = [
        make_docx(tmp_path / "a" / "tờ trình.docx", "Của sở thứ nhất"),
        make_docx(tmp_path / "b" / "tờ trình.docx", "Của sở thứ hai"),
    ]
    made = convert_to_pdf(sources, tmp_path / "out", timeout_s=120)
    assert [path.name for path in made] == ["tờ trình.pdf", "tờ trình-2.pdf"]
    assert ["nhất" in pdf_facts(path).texts[0] for path in made] == [True, False]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["tờ trình-2.pdf", "tờ trình.pdf"]


@pytest.mark.office
def test_all_vietnamese_letters_are_in_the_embedded_serif(tmp_path, make_docx):
    source = make_docx(tmp_path / "a.docx", LETTERS, heading="Mục tiêu")
    (made,) = convert_to_pdf([source], tmp_path, timeout_s=120)
    facts = pdf_facts(made)
    assert facts.families == {"Liberation Serif"}
    assert not facts.not_embedded
    assert LETTERS in facts.texts[0]
    assert [(item.level, item.title) for item in facts.outline] == [(1, "Mục tiêu")]


def test_nothing_to_convert_needs_no_program(tmp_path):
    assert convert_to_pdf([], tmp_path / "out", timeout_s=1, soffice="no-such-program") == []


def test_inputs_that_are_no_docx_are_all_named_and_nothing_is_run(tmp_path, make_docx):
    good = make_docx(tmp_path / "good.docx", "Chữ")
    text = tmp_path / "text.docx"
    text.write_text("chỉ là chữ", encoding="utf-8")
    sheet = tmp_path / "sheet.docx"
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types>spreadsheetml.sheet.main+xml</Types>")
    cut = tmp_path / "cut.docx"
    cut.write_bytes(good.read_bytes()[:-200])
    program = fake_soffice(tmp_path, f"touch {tmp_path}/was-run")
    bad = [tmp_path / "missing.docx", text, sheet, cut, tmp_path]
    with pytest.raises(SourceError) as caught:
        convert_to_pdf([good, *bad], tmp_path / "out", timeout_s=5, soffice=program)
    assert all(f"{path}: " in str(caught.value) for path in bad)
    assert f"{good}: " not in str(caught.value)
    assert not (tmp_path / "was-run").exists()
    assert not (tmp_path / "out").exists()


def test_a_missing_program_is_told_with_the_command_to_install_it(tmp_path, make_docx):
    source = make_docx(tmp_path / "a.docx", "Chữ")
    with pytest.raises(ProgramError, match=r"apt install .*libreoffice-writer-nogui"):
        convert_to_pdf([source], tmp_path, timeout_s=5, soffice="no-such-program")


def test_no_program_on_the_path(tmp_path, make_docx, monkeypatch):
    source = make_docx(tmp_path / "a.docx", "Chữ")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_soffice() is None
    with pytest.raises(ProgramError, match="LibreOffice"):
        convert_to_pdf([source], tmp_path, timeout_s=5)


def test_a_program_that_cannot_be_run(tmp_path, make_docx):
    source = make_docx(tmp_path / "a.docx", "Chữ")
    program = tmp_path / "broken"
    program.write_text("#!/no/such/interpreter\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(ProgramError, match="không chạy được"):
        convert_to_pdf([source], tmp_path, timeout_s=5, soffice=str(program))


def test_on_a_timeout_the_children_end_too_and_the_old_pdf_stays(tmp_path, make_docx):
    source = make_docx(tmp_path / "a.docx", "Chữ")
    old = tmp_path / "out" / "a.pdf"
    old.parent.mkdir()
    old.write_bytes(b"old")
    pid = tmp_path / "pid"
    program = fake_soffice(tmp_path, f"sleep 60 & echo $! > {pid}; wait")
    with pytest.raises(ProgramError, match=r"quá 0\.5 giây"):
        convert_to_pdf([source], old.parent, timeout_s=0.5, soffice=program)
    assert old.read_bytes() == b"old"
    assert [path.name for path in old.parent.iterdir()] == ["a.pdf"]
    assert ends_within(int(pid.read_text()), 5)


@pytest.mark.parametrize(
    ("body", "failed"),
    [
        ("exit 0", ["a", "b"]),
        ('cp "{good}" "$out/00001.pdf"', ["b"]),
        ('cp "{good}" "$out/00001.pdf"; echo "%PDF-1.6 rubbish" > "$out/00002.pdf"', ["b"]),
        ('cp "{good}" "$out/00001.pdf"; : > "$out/00002.pdf"; exit 1', ["b"]),
    ],
    ids=["none", "one left out", "one broken", "one empty"],
)
def test_an_exit_code_is_not_believed(tmp_path, make_docx, body, failed):
    sources = [make_docx(tmp_path / f"{name}.docx", "Chữ") for name in "ab"]
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.pdf").write_bytes(b"old")
    program = fake_soffice(tmp_path, body.format(good=blank_pdf(tmp_path / "good.pdf")))
    with pytest.raises(ProgramError) as caught:
        convert_to_pdf(sources, out, timeout_s=20, soffice=program)
    assert [name for name in "ab" if f"{name}.docx" in str(caught.value)] == failed
    assert [(path.name, path.read_bytes()) for path in out.iterdir()] == [("a.pdf", b"old")]


def test_what_the_program_said_is_passed_on(tmp_path, make_docx):
    source = make_docx(tmp_path / "a.docx", "Chữ")
    program = fake_soffice(tmp_path, "echo 'Error: no space left' >&2; exit 0")
    with pytest.raises(ProgramError, match="no space left"):
        convert_to_pdf([source], tmp_path / "out", timeout_s=20, soffice=program)


def test_an_older_pdf_is_replaced_only_by_a_whole_one(tmp_path, make_docx):
    source = make_docx(tmp_path / "a.docx", "Chữ")
    (tmp_path / "a.pdf").write_bytes(b"old")
    program = fake_soffice(tmp_path, f'cp "{blank_pdf(tmp_path / "good.pdf")}" "$out/00001.pdf"')
    (made,) = convert_to_pdf([source], tmp_path, timeout_s=20, soffice=program)
    assert len(PdfReader(made).pages) == 1
