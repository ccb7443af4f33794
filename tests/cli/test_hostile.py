"""The program against files and folders that mean no good: a sentence, an exit code, nothing broken."""

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban import checking
from vanban.cli.main import TRACE, main
from vanban.shipped import data_folder, templates_folder

PLAN = data_folder() / "ke-hoach-100-ngay.txt"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Call = Callable[..., tuple[int, str]]
Parts = dict[str, bytes]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """One call of the program: its exit code and all that it said."""

    def run(*words: object) -> tuple[int, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(word) for word in words])
        return int(stop.value.code or 0), "".join(capsys.readouterr())

    return run


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def saying(words: str) -> Callable[[Parts], None]:
    """Adds a paragraph with these words to the end of a template."""

    def change(parts: Parts) -> None:
        text = parts["word/document.xml"].decode()
        at = text.rindex("<w:sectPr")
        parts["word/document.xml"] = (
            f"{text[:at]}<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{text[at:]}".encode()
        )

    return change


def linking(kind: str) -> Callable[[Parts], None]:
    """Lets the document point to something outside."""

    def change(parts: Parts) -> None:
        name = "word/_rels/document.xml.rels"
        arrow = (
            f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="http://a.example/b" TargetMode="External"/>'
        )
        parts[name] = parts[name].replace(b"</Relationships>", f"{arrow}</Relationships>".encode())

    return change


def without(name: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


def instead(name: str, data: bytes) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[name] = data

    return change


def paged(parts: Parts) -> None:
    """Takes the page from a template."""
    name = "word/document.xml"
    parts[name] = re.sub(rb"<w:sectPr.*?</w:sectPr>", b"", parts[name], flags=re.DOTALL)


TEMPLATES = [
    (saying("{{ khong_co }}"), "khong_co"),
    (saying("{{ dau_trang.khong_co }}"), "khong_co"),
    (saying("{% for x in can_cu %}"), "thẻ trong mẫu viết sai"),
    (saying("{{ ''.__class__ }}"), "chạy mã"),
    (saying("{{ can_cu.append(1) }}"), "chạy mã"),
    (saying("{{ cycler.__init__ }}"), "chạy mã"),
    (saying("{{ 9**9**9**9 }}"), "chạy mã"),
    (saying("{{ 'a' * 9999999999 }}"), "chạy mã"),
    (saying("{{ lipsum(n=9999999) }}"), "lipsum"),
    (saying("{{ 1 / 0 }}"), "không tính được"),
    (saying("{{ tieu_de() }}"), "không tính được"),
    (saying("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"), "không tính được"),
    (saying("{% include '/etc/passwd' %}"), "không tính được"),
    (linking("attachedTemplate"), "http://a.example/b"),
    (linking("image"), "http://a.example/b"),
    (instead("word/vbaProject.bin", b"\xd0\xcf"), "macro"),
    (instead("word/header1.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "DOCTYPE"),
    (instead("word/theme/theme1.xml", b""), "theme1.xml"),
    (instead("_rels/.rels", b"<a/>"), "hỏng"),
    (without("[Content_Types].xml"), "hỏng"),
    (without("word/_rels/document.xml.rels"), "footnotes.xml"),
    (paged, "lề trang"),
]


@pytest.mark.parametrize(("change", "told"), TEMPLATES)
def test_a_template_from_elsewhere_does_no_harm(
    call: Call, tmp_path: Path, change: Callable[[Parts], None], told: str
) -> None:
    parts = parts_of((templates_folder() / "ke-hoach.docx").read_bytes())
    change(parts)
    own = tmp_path / "mau"
    own.mkdir()
    (own / "ke-hoach.docx").write_bytes(packed(parts))
    code, said = call("make", "ke-hoach", PLAN, "--templates", own, "-o", tmp_path / "ra")
    assert code == 4
    assert told in said
    assert "ke-hoach.docx" in said
    assert "→" in said
    assert not (tmp_path / "ra").exists()


def test_an_empty_template_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.docx").touch()
    assert call("make", "ke-hoach", PLAN, "--templates", tmp_path, "-o", tmp_path / "ra")[0] == 4


def test_a_link_that_waits_for_a_click_is_allowed(call: Call, tmp_path: Path) -> None:
    parts = parts_of((templates_folder() / "ke-hoach.docx").read_bytes())
    linking("hyperlink")(parts)
    (tmp_path / "ke-hoach.docx").write_bytes(packed(parts))
    assert call("make", "ke-hoach", PLAN, "--templates", tmp_path, "-o", tmp_path / "ra")[0] == 0


TOO_LONG = "a" * 300
UNREACHABLE = [
    ("read", PLAN, "-o", TOO_LONG),
    ("make", "ke-hoach", PLAN, "-o", TOO_LONG),
    ("make", "ke-hoach", PLAN, "-o", "x/" * 3000),
    ("read", f"{TOO_LONG}.txt"),
    ("check", f"{'x/' * 3000}a.txt"),
    ("read", PLAN, "-o", "ong-dan"),
    ("read", PLAN, "-o", "thu-muc"),
    ("read", PLAN, "-o", ""),
    ("check", PLAN, "--co-quan", "thu-muc"),
    ("make", "bao-cao", PLAN, "--progress", "thu-muc"),
]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
@pytest.mark.parametrize("command", UNREACHABLE, ids=lambda words: " ".join(map(str, words))[-40:])
def test_what_cannot_be_reached_is_told(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[object, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("ong-dan")
    Path("thu-muc").mkdir()
    code, said = call(*command)
    assert code == 3
    assert "→" in said
    assert Path("ong-dan").is_fifo()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ong-dan", "thu-muc"]


def test_a_template_folder_that_cannot_be_reached_is_told(call: Call, tmp_path: Path) -> None:
    code, said = call("make", "ke-hoach", PLAN, "--templates", TOO_LONG, "-o", tmp_path)
    assert (code, "không có thư mục mẫu này" in said) == (4, True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(call: Call, tmp_path: Path) -> None:
    locked = tmp_path / "khoa.txt"
    locked.write_text("1.1. Việc")
    locked.chmod(0)
    code, said = call("read", locked)
    assert code == 3
    assert "khoa.txt" in said


def test_a_link_keeps_leading_to_its_file(call: Call, tmp_path: Path) -> None:
    real, link = tmp_path / "that.yaml", tmp_path / "noi.yaml"
    real.write_text("cũ")
    link.symlink_to(real)
    assert call("read", PLAN, "-o", link)[0] == 0
    assert link.is_symlink()
    assert "van_ban:" in real.read_text()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no full disk to write to")
def test_a_full_disk_behind_the_output_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vanban", "read", str(PLAN)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = done.stderr.decode()
    assert done.returncode == 3
    assert "→" in said
    assert "Traceback" not in said


def test_text_that_no_terminal_can_show_does_not_stop_the_check(tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.yaml"
    plan.write_text('muc_tieu: ["\\ud800 dở dang"]\n')
    done = subprocess.run(
        [sys.executable, "-m", "vanban", "check", str(plan)], capture_output=True, check=False
    )
    assert done.returncode in (0, 1, 3)
    assert "Traceback" not in done.stderr.decode()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("khóa lạ")

    monkeypatch.setattr(checking, "check_file", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_the_program_is_a_sentence_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TRACE, raising=False)
    code, said = call("check", PLAN)
    assert code == 5
    assert "KeyError" in said
    assert "→" in said
    assert "Traceback" not in said


@pytest.mark.usefixtures("broken")
def test_a_programmer_gets_the_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRACE, "1")
    with pytest.raises(KeyError):
        main(["check", str(PLAN)])


def test_an_empty_day_is_no_day(call: Call, tmp_path: Path) -> None:
    assert call("make", "ke-hoach", PLAN, "--as-of", "", "-o", tmp_path)[0] == 2
