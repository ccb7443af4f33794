"""Documentation that cannot go stale unseen."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import rules_manual
import schemas
from vanban.cli.main import COMMANDS, main
from vanban.shipped import data_folder, templates_folder

ROOT = Path(__file__).parents[2]
TEMPLATE = "to-trinh.docx"
"""The template that a guide speaks of as the unit's own."""
GUIDES = sorted((ROOT / "docs" / "huong-dan").glob("*.md"))


@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_the_published_schema_is_current(name: str) -> None:
    published = (ROOT / "docs" / "luoc-do" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert published == schemas.schema(name), "chạy: python tools/schemas.py"


def test_the_manual_of_rules_is_current() -> None:
    published = (ROOT / "docs" / "quy-tac.md").read_text(encoding="utf-8")
    assert published == rules_manual.manual(), "chạy: python tools/rules_manual.py"


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [c.name for c in COMMANDS if f"vanban {c.name}" not in readme] == []


def commands(page: Path) -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [
        shlex.split(line)[1:] for block in blocks for line in block.splitlines() if line.startswith("vanban ")
    ]


SHORT = """---
loai: cong-van
co_quan: so-khcn
trich_yeu: rà soát dữ liệu
kinh_gui: "{{ ten_xa }}"
---
Đề nghị {{ ten_xa }} rà soát dữ liệu, báo cáo trước ngày 05 tháng 12 năm 2025.
"""


@pytest.mark.parametrize("page", GUIDES, ids=lambda p: p.stem)
def test_the_commands_of_a_guide_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_docx: Callable[..., Path]
) -> None:
    """In order, in a folder that holds what the guide speaks of; PDF is tried elsewhere."""
    monkeypatch.chdir(tmp_path)
    for name, source in (
        ("ke-hoach-100-ngay.txt", "ke-hoach-100-ngay.txt"),
        ("tien-do.yaml", "tien-do-mau.yaml"),
        ("tien-do-thang-10.yaml", "tien-do-ky-truoc-mau.yaml"),
        ("cuoc-hop.yaml", "cuoc-hop-mau.yaml"),
    ):
        (tmp_path / name).write_bytes((data_folder() / source).read_bytes())
    held = (tmp_path / "cuoc-hop.yaml").read_text(encoding="utf-8")
    issued = f"{held}thong_bao: {{so: 15, ngay: 2025-12-08}}\n"
    (tmp_path / "cuoc-hop-da-ban-hanh.yaml").write_text(issued, encoding="utf-8")
    shutil.copytree(data_folder() / "van-ban-mau", tmp_path / "van-ban-mau")
    (tmp_path / "mau-don-vi").mkdir()
    for copy in (tmp_path / "mau-don-vi" / TEMPLATE, tmp_path / "to-trinh-cu.docx"):
        copy.write_bytes((templates_folder() / TEMPLATE).read_bytes())
    make_docx(tmp_path / "cong-van.docx", "Kính gửi: Sở Mẫu", "Đề nghị  Sở Mẫu phối hợp.", font="Arial")
    make_docx(tmp_path / "mau-thu.docx", "Kính gửi: {{ ten_xa }}")
    (tmp_path / "cong-van-gui-xa.md").write_text(SHORT, encoding="utf-8")
    addresses = Workbook()
    for row in (["STT", "Tên xã"], [1, "Ủy ban nhân dân xã Mẫu"], [2, "Ủy ban nhân dân phường Mẫu"]):
        addresses.active.append(row)
    addresses.save(tmp_path / "danh-sach-xa.xlsx")
    for own in (ROOT / "docs" / "huong-dan").glob("*.yaml"):
        (tmp_path / own.name).write_bytes(own.read_bytes())
    listed = commands(page)
    assert listed
    if listed[0][0] != "read":
        listed.insert(0, ["read", "ke-hoach-100-ngay.txt", "-o", "ke-hoach.yaml"])
    for words in listed:
        with pytest.raises(SystemExit) as stop:
            main([word for word in words if word != "--pdf"])
        assert stop.value.code in (0, 1), f"{page.name}: vanban {' '.join(words)}"
        if words[:2] == ["progress", "export"]:
            fill_forms(tmp_path / words[words.index("-o") + 1], tmp_path / "nhan-thang-11")


def fill_forms(sent: Path, received: Path) -> None:
    """What the agencies do with the forms: the first task of each is under way."""
    received.mkdir()
    for form in sent.glob("*.xlsx"):
        book = load_workbook(form)
        book["Tiến độ"]["J6"], book["Tiến độ"]["K6"] = "Đang thực hiện", 50
        book.save(received / form.name)
