"""What comes out of `vanban check` and `vanban rules`: words, JSON, SARIF, notes, a mended paper."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm, Pt

from vanban import checking
from vanban.cli.main import main
from vanban.model.finding import Finding, Place, Severity
from vanban.model.mend import TextMend
from vanban.model.sheet import Sheet
from vanban.shipped import data_folder

PLAN = data_folder() / "ke-hoach-100-ngay.txt"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*words: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(word) for word in words])
        said = capsys.readouterr()
        return int(stop.value.code or 0), said.out, said.err

    return run


@pytest.fixture(scope="module")
def bent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper of ours, with wrong sizes in the content and a wrong margin."""
    folder = tmp_path_factory.mktemp("giay")
    with pytest.raises(SystemExit):
        main(["make", "to-trinh", str(PLAN), "--task", "2.8", "-o", str(folder)])
    document = Document(str(folder / "to-trinh-2.8" / "to-trinh-2.8.docx"))
    for paragraph in document.paragraphs[-12:]:
        for run in paragraph.runs:
            run.font.size = Pt(15)
    document.sections[0].left_margin = Mm(38)
    path = folder / "bị lệch.docx"
    document.save(str(path))
    return path


@pytest.fixture
def house(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "quy-uoc-rieng.yaml"
        path.write_text(f"ten: Quy ước của Sở Mẫu\n{text}", encoding="utf-8")
        return path

    return write


# --- words ---


def test_the_summary_comes_first_and_one_fault_in_many_paragraphs_is_one_line(call: Call, bent: Path) -> None:
    code, out, _ = call("check", bent)
    lines = out.splitlines()
    assert code == 1
    assert re.match(r"bị lệch\.docx: \d+ lỗi", lines[0])
    folded = [line for line in lines if "cỡ chữ 15, phải từ 13 đến 14" in line and "đoạn:" in line]
    assert folded
    assert len(folded) == len(set(folded))
    assert "  ● lỗi " in out
    assert "[the-thuc.trang.le-trai] Phụ lục I, Phần I, Mục I.3 → đặt lề trái 3" in out


def test_the_whole_paper_comes_before_its_parts(call: Call, bent: Path) -> None:
    out = call("check", bent)[1]
    assert out.index("Cả văn bản") < out.index("lề trái 3") < out.index("cỡ chữ 15")


def test_a_plan_is_told_as_before(call: Call) -> None:
    code, out, _ = call("check", PLAN)
    assert code == 1
    assert "nhiệm vụ" in out


# --- data ---


def test_json_is_a_list_of_findings(call: Call, bent: Path) -> None:
    found = json.loads(call("check", bent, "--json")[1])
    margin = next(f for f in found if f["ma"] == "the-thuc.trang.le-trai")
    assert margin["noi"]["tep"] == bent.name
    assert margin["muc"] == "lỗi"


def test_json_and_sarif_exclude_each_other(call: Call, bent: Path) -> None:
    assert call("check", bent, "--json", "--sarif")[0] == 2


def require(found: dict[str, Any], shape: dict[str, type]) -> None:
    """The keys that SARIF 2.1.0 requires are there, each with a value of its type."""
    assert {key: type(found.get(key)) for key in shape} == shape


def test_sarif_has_the_structure_that_other_programs_ask_for(call: Call, bent: Path) -> None:
    log = json.loads(call("check", bent, PLAN, "--sarif")[1])
    require(log, {"version": str, "runs": list})
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    require(driver, {"name": str, "version": str, "rules": list})
    for rule in driver["rules"]:
        require(rule, {"id": str, "shortDescription": dict, "fullDescription": dict})
        assert rule["shortDescription"]["text"]
        assert rule["properties"]["clause"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for result in run["results"]:
        require(result, {"ruleId": str, "level": str, "message": dict, "locations": list, "ruleIndex": int})
        assert result["level"] in ("error", "warning", "note")
        assert ids[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w.%~-]+", uri, flags=re.ASCII), uri
        region = location["physicalLocation"].get("region", {"startLine": 1})
        assert region["startLine"] >= 1
    names = {one["name"] for r in run["results"] for one in r["locations"][0].get("logicalLocations", ())}
    assert any(re.fullmatch(r"đoạn \d+", name) for name in names)


# --- the unit's own rules ---


def test_what_is_off_is_told_with_its_reason(call: Call, bent: Path, house: Callable[[str], Path]) -> None:
    own = house("quy_tac:\n  the-thuc.trang.*: {muc: tat, ly_do: giấy in sẵn khung}\n")
    out = call("check", bent, "--quy-uoc", own)[1]
    told = "Đã tắt theo quy ước “Quy ước của Sở Mẫu”: the-thuc.trang.* (1 phát hiện): giấy in sẵn khung"
    assert told in out
    assert "[the-thuc.trang.le-trai]" not in out


def test_data_keeps_to_itself_and_the_reasons_go_beside_it(
    call: Call, bent: Path, house: Callable[[str], Path]
) -> None:
    own = house("quy_tac:\n  the-thuc.trang.*: {muc: tat, ly_do: giấy in sẵn}\n")
    _, out, err = call("check", bent, "--quy-uoc", own, "--json")
    assert "the-thuc.trang.le-trai" not in {f["ma"] for f in json.loads(out)}
    assert "giấy in sẵn" in err
    log = json.loads(call("check", bent, "--quy-uoc", own, "--sarif")[1])
    (hidden,) = [r for r in log["runs"][0]["results"] if "suppressions" in r]
    assert hidden["ruleId"] == "the-thuc.trang.le-trai"
    assert hidden["suppressions"] == [{"kind": "external", "justification": "giấy in sẵn"}]


def test_own_numbers_decide_and_are_cited(call: Call, bent: Path, house: Callable[[str], Path]) -> None:
    own = house("nghi_dinh:\n  page: {le_trai_mm: {max: 40, ly_do: đóng quyển}}\n")
    out = call("check", bent, "--quy-uoc", own)[1]
    assert "[the-thuc.trang.le-trai]" not in out
    assert "page.le_trai_mm: 30–40 (Nghị định: 30–35): đóng quyển" in out
    own = house("nghi_dinh:\n  page: {le_phai_mm: {min: 20}}\n")
    assert (
        "(theo quy ước: Quy ước của Sở Mẫu) → đặt lề phải 20 mm" in call("check", bent, "--quy-uoc", own)[1]
    )


def test_rules_beside_the_file_are_found(call: Call, bent: Path, tmp_path: Path) -> None:
    paper = tmp_path / bent.name
    paper.write_bytes(bent.read_bytes())
    (tmp_path / "quy-uoc.yaml").write_text(
        "ten: Sở Mẫu\nquy_tac:\n  the-thuc.trang.le-trai: {muc: goi-y, ly_do: x}\n", encoding="utf-8"
    )
    found = json.loads(call("check", paper, "--json")[1])
    margin = next(f for f in found if f["ma"] == "the-thuc.trang.le-trai")
    assert margin["muc"] == "gợi ý"
    assert margin["can_cu"].endswith("(theo quy ước: Sở Mẫu)")


def test_faulty_rules_stop_the_check_with_their_line(
    call: Call, bent: Path, house: Callable[[str], Path]
) -> None:
    code, _, err = call("check", bent, "--quy-uoc", house("quy_tac:\n  the-thuc.trang: {muc: tat}\n"))
    assert code == 3
    assert "dòng 3" in err
    assert "the-thuc.trang.*" in err


# --- notes and mends ---


def spaces(sheet: Sheet, *_: object, where: str, **__: object) -> list[Finding]:
    """A small checker: every doubled space of a paragraph, the first of three or more at a time."""
    return [
        Finding(
            ma="the-thuc.noi-dung.co-chu",
            muc=Severity.LOI,
            noi=Place(tep=where, doan=p.number),
            loi_van="thừa dấu cách",
            trich=p.text,
            vi_tri=(p.text.index("  "), p.text.index("  ") + 2),
            sua=[TextMend(doan=p.number, tu=p.text.index("  "), den=p.text.index("  ") + 2, moi=" ")],
        )
        for p in sheet.paragraphs
        if "  " in p.text
    ]


@pytest.fixture
def spaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(checking, "check_document", spaces)
    document = Document()
    for words in ("Sở  Mẫu kính  trình", "Không có gì", "Ủy  ban"):
        document.add_paragraph(words)
    document.save(str(tmp_path / "vào.docx"))
    return tmp_path / "vào.docx"


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def test_mends_are_done_told_and_found_no_more(call: Call, spaced: Path, tmp_path: Path) -> None:
    before = spaced.read_bytes()
    code, out, _ = call("check", spaced, "--fix", tmp_path / "ra.docx")
    assert code == 0
    assert texts(tmp_path / "ra.docx") == ["Sở Mẫu kính trình", "Không có gì", "Ủy ban"]
    assert "Đã sửa 3 chỗ" in out
    assert "đoạn 1: chữ “Sở  Mẫu" in out
    assert "không có phát hiện còn lại sau khi sửa" in out
    assert spaced.read_bytes() == before


def test_a_mended_finding_that_comes_again_is_told(
    call: Call, spaced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stubborn(sheet: Sheet, *_: object, where: str, **__: object) -> list[Finding]:
        found = spaces(sheet, where=where)
        same = Finding(ma="the-thuc.x", muc=Severity.LOI, noi=Place(doan=1), loi_van="cứng đầu")
        sua = [mend for finding in found for mend in finding.sua]
        return [*found, same.model_copy(update={"sua": sua})] if found else [same]

    monkeypatch.setattr(checking, "check_document", stubborn)
    monkeypatch.setattr(checking, "_asked", lambda findings: _last_first(findings))
    code, out, _ = call("check", spaced, "--fix", tmp_path / "ra.docx")
    assert code == 1
    assert "Đã sửa mà vẫn còn: đoạn 1: cứng đầu" in out


def _last_first(findings: list[Finding]) -> dict[str, tuple[Finding, Any]]:
    return {m.model_dump_json(): (finding, m) for finding in findings for m in finding.sua}


def test_of_two_mends_of_one_place_the_other_is_no_complaint_once_the_fault_is_gone(
    call: Call, spaced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(sheet: Sheet, *_: object, where: str, **__: object) -> list[Finding]:
        found = spaces(sheet, where=where)
        other = [finding.sua[0].model_copy(update={"moi": "\u00a0"}) for finding in found]
        return [f.model_copy(update={"sua": [*f.sua, o]}) for f, o in zip(found, other, strict=True)]

    monkeypatch.setattr(checking, "check_document", twice)
    code, out, _ = call("check", spaced, "--fix", tmp_path / "ra.docx")
    assert code == 0
    assert "Chưa sửa được" not in out


def test_rules_that_are_off_are_not_mended(
    call: Call, spaced: Path, tmp_path: Path, house: Callable[[str], Path]
) -> None:
    own = house("quy_tac:\n  the-thuc.noi-dung.co-chu: {muc: tat, ly_do: x}\n")
    out = call("check", spaced, "--fix", tmp_path / "ra.docx", "--quy-uoc", own)[1]
    assert "Không có chỗ nào tự sửa được" in out
    assert (tmp_path / "ra.docx").read_bytes() == spaced.read_bytes()


def test_notes_stand_at_the_words_and_the_text_is_untouched(call: Call, spaced: Path, tmp_path: Path) -> None:
    code, out, _ = call("check", spaced, "--comments", tmp_path / "ra.docx", "--as-of", "05/01/2025")
    assert code == 1
    assert "Đã ghi bản có ghi chú" in out
    assert texts(tmp_path / "ra.docx") == texts(spaced)
    notes = [comment.text for comment in Document(str(tmp_path / "ra.docx")).comments]
    assert len(notes) == 2
    assert all("thừa dấu cách" in note for note in notes)


def test_notes_on_the_mended_paper_are_those_that_remain(call: Call, spaced: Path, tmp_path: Path) -> None:
    call("check", spaced, "--fix", tmp_path / "sửa.docx", "--comments", tmp_path / "ghi chú.docx")
    assert texts(tmp_path / "ghi chú.docx") == texts(tmp_path / "sửa.docx") != texts(spaced)
    assert list(Document(str(tmp_path / "ghi chú.docx")).comments) == []


@pytest.mark.parametrize("option", ["--fix", "--comments"])
@pytest.mark.parametrize(
    "words",
    [
        ("vào.docx", "{option}", "vào.docx"),
        ("vào.docx", "{option}", "khác/../vào.docx"),
        ("vào.docx", "{option}", "lối-tắt.docx"),
        ("vào.docx", "{option}", "ra.pdf"),
        ("vào.docx", "vào.docx", "{option}", "ra.docx"),
        (str(PLAN), "{option}", "ra.docx"),
    ],
    ids=lambda words: " ".join(words)[-40:],
)
def test_targets_without_sense_are_refused_and_nothing_is_written(
    call: Call, spaced: Path, monkeypatch: pytest.MonkeyPatch, option: str, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(spaced.parent)
    Path("khác").mkdir()
    Path("lối-tắt.docx").symlink_to(spaced)
    before = {path: path.read_bytes() for path in spaced.parent.iterdir() if path.is_file()}
    code, _, err = call("check", *(word.format(option=option) for word in words))
    assert code == 2
    assert option in err
    assert "→" in err
    assert {path: path.read_bytes() for path in spaced.parent.iterdir() if path.is_file()} == before


def test_the_two_results_need_two_files(call: Call, spaced: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.docx"
    assert call("check", spaced, "--fix", target, "--comments", target)[0] == 2
    assert not target.exists()


# --- the manual ---


def test_a_rule_is_shown_with_all_that_an_official_asks(call: Call) -> None:
    code, out, _ = call("rules", "the-thuc.trang.le-trai")
    assert code == 0
    for words in ("Vì sao:", "Sai:", "Đúng:", "Căn cứ:  Phụ lục I, Phần I, Mục I.3", "Mức:"):
        assert words in out


def test_the_beginning_of_an_id_shows_the_family(call: Call) -> None:
    out = call("rules", "the-thuc.so-trang")[1]
    assert out.count("the-thuc.so-trang.") > 3
    assert "the-thuc.trang.le" not in out


def test_an_unknown_rule_gets_suggestions(call: Call) -> None:
    code, _, err = call("rules", "the-thuc.so-trag")
    assert code == 2
    assert "the-thuc.so-trang" in err


def test_the_markdown_of_all_rules_begins_with_its_heading(call: Call) -> None:
    assert call("rules", "--markdown")[1].startswith("# Quy tắc kiểm tra\n")
