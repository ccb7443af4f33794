"""Every paper of the demo, as it leaves the house: lawful, valid, whole, and right as PDF."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from vanban import workflow
from vanban.model.finding import Severity
from vanban.model.plan import Plan, numbered
from vanban.office.pdf import pdf_facts
from vanban.shipped import data_folder, templates_folder
from vanban.word.observe import observe
from vanban.workflow import Paper

NAMES = (
    "ke-hoach",
    *(f"to-trinh-{n}" for n in ("2.6", "2.7", "2.8", "2.9", "2.10", "3.2")),
    "bao-cao-tien-do",
    "bao-cao-so-ket",
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return workflow.read(data_folder() / "ke-hoach-100-ngay.txt")


@pytest.fixture(scope="module")
def papers(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    out = tmp_path_factory.mktemp("van-ban")
    book = workflow.read_book(None)
    states = workflow.read_progress(data_folder() / "tien-do-mau.yaml")
    before = workflow.read_progress(data_folder() / "tien-do-ky-truoc-mau.yaml")
    day = states.ngay_chot
    made = [
        workflow.make_plan(plan, book, out, day=day),
        *workflow.make_submissions(plan, book, out, day=day).papers,
        workflow.make_period_report(plan, states, book, out, as_of=day, before=before),
        workflow.make_report(plan, states, book, out, as_of=day, before=before),
    ]
    return {paper.name: paper for paper in made}


def test_these_papers_come_out(papers: dict[str, Paper]) -> None:
    assert tuple(papers) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_has_no_fault_of_form(papers: dict[str, Paper], name: str) -> None:
    assert [f for f in papers[name].findings if f.muc is not Severity.GOI_Y] == []


@pytest.mark.parametrize("name", ["ke-hoach", "to-trinh-3.2", "bao-cao-tien-do", "bao-cao-so-ket"])
def test_a_paper_is_a_valid_word_file(papers: dict[str, Paper], name: str) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(papers[name].docx)).errors] == []


@pytest.mark.parametrize("template", ["ke-hoach", "to-trinh", "bao-cao", "bao-cao-tien-do"])
def test_a_template_is_lawful_and_valid(template: str) -> None:
    path = templates_folder() / f"{template}.docx"
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert workflow.check_layout(path.read_bytes(), where=path.name) == []


def words(paper: Paper) -> str:
    return " ".join(" ".join(p.text.split()) for p in observe(paper.docx.read_bytes()).paragraphs)


def test_nothing_of_the_plan_is_lost_in_the_paper(papers: dict[str, Paper], plan: Plan) -> None:
    text = words(papers["ke-hoach"])
    wanted = [t for item in numbered(plan) for t in (item.nhiem_vu.ten or "", *item.nhiem_vu.noi_dung)]
    wanted += [g.ten for g in plan.nhom] + plan.muc_tieu + plan.to_chuc_thuc_hien
    wanted += [p.ten for item in numbered(plan) for p in item.nhiem_vu.san_pham]
    folded = text.casefold()
    lost = [w for w in wanted if " ".join(w.split()).rstrip(" .;:,").casefold() not in folded]
    assert lost == []


def test_word_counts_the_tasks_as_the_plan_does(papers: dict[str, Paper], plan: Plan) -> None:
    sheet = observe(papers["ke-hoach"].docx.read_bytes())
    labels = [p.label for p in sheet.by_style["VB Khoản con"]]
    assert labels == [f"{item.so}." for item in numbered(plan)]


def test_the_footnote_of_the_source_is_a_footnote_of_the_paper(papers: dict[str, Paper]) -> None:
    sheet = observe(papers["ke-hoach"].docx.read_bytes())
    notes = [p.text.strip() for p in sheet.paragraphs if p.zone == "chu_thich"]
    assert notes == ["Tờ trình số 2052/TTr-SKHCN ngày [tháng, năm ban hành]."]


def test_a_contradictory_deadline_waits_for_a_person(papers: dict[str, Paper]) -> None:
    blanks = [
        s.text
        for p in observe(papers["ke-hoach"].docx.read_bytes()).paragraphs
        for s in p.spans
        if s.highlight
    ]
    assert any("30/9/2025" in blank and "IV/2025" in blank for blank in blanks)


@pytest.fixture(scope="module")
def published(papers: dict[str, Paper]) -> dict[str, Path]:
    chosen = [papers[name] for name in ("ke-hoach", "to-trinh-2.8", "bao-cao-so-ket")]
    done = workflow.publish_papers(chosen)
    assert [f for one in done for f in one.findings] == []
    return {paper.name: paper.pdf for paper in chosen}


@pytest.mark.office
def test_only_the_intended_font_is_used(published: dict[str, Path]) -> None:
    for pdf in published.values():
        assert pdf_facts(pdf).families == {"Liberation Serif"}


@pytest.mark.office
def test_the_motto_stands_on_one_line(published: dict[str, Path]) -> None:
    for pdf in published.values():
        first = pdf_facts(pdf).texts[0]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first
        assert "Độc lập - Tự do - Hạnh phúc" in first


@pytest.mark.office
def test_the_date_line_stands_on_one_line(published: dict[str, Path]) -> None:
    for pdf in published.values():
        lines = [
            line for line in pdf_facts(pdf).texts[0].splitlines() if "Thành phố Hồ Chí Minh, ngày" in line
        ]
        assert lines[0].split()[-3:] == ["tháng", "năm", "2025"]


@pytest.mark.office
def test_the_outline_follows_the_headings(published: dict[str, Path], plan: Plan) -> None:
    outline = pdf_facts(published["ke-hoach"]).outline
    titles = [item.title for item in outline]
    assert titles[0].endswith("MỤC TIÊU")
    assert sum(item.level == 3 for item in outline) == len(numbered(plan))


@pytest.mark.office
def test_title_and_language_are_set(published: dict[str, Path]) -> None:
    facts = pdf_facts(published["to-trinh-2.8"])
    assert facts.title.startswith("Tờ trình về việc ban hành Chương trình phát triển kinh tế số")
    assert facts.language == "vi-VN"


@pytest.mark.office
def test_the_first_page_shows_no_number_and_the_second_does(published: dict[str, Path]) -> None:
    first, second, *_ = pdf_facts(published["ke-hoach"]).texts
    assert second.split()[0] == "2"
    assert first.split()[0] != "1"
