"""A whole .docx under check: form and words together, each finding at the very words."""

from dataclasses import replace
from datetime import date

from foreign_files import build
from foreign_papers import PAPERS
from foreign_ways import BY_NAME

from vanban.check.document import check_document, day_of
from vanban.check.form.papers import papers_of
from vanban.check.passages import passages_of
from vanban.law.decree import load_decree, load_kinds
from vanban.law.lexicon import load_lexicon
from vanban.model.finding import Finding
from vanban.model.sheet import Sheet
from vanban.word.observe import observe

FAULTY = "Thực hiện Nghị Quyết số 05/NQ-HĐND ngày 09/02/2026 của Hội đồng nhân dân tỉnh ,các sở rà soát./."


def sheet_of(way: str = "bang-mot-hang", *, text: str = FAULTY) -> Sheet:
    paper = PAPERS["thong_bao"]
    body = (*paper.body[:-1], text) if text else paper.body
    return observe(build(replace(paper, body=body), BY_NAME[way]))


def found(sheet: Sheet) -> list[Finding]:
    return check_document(sheet, load_decree(), load_kinds(), where="thong-bao.docx")


def test_words_are_judged_together_with_the_form() -> None:
    rules = [finding.ma for finding in found(sheet_of())]
    assert "cau-chu.viet-hoa-ten-loai" in rules
    assert not [rule for rule in rules if rule.startswith("the-thuc.")]


def test_a_finding_on_words_names_place_and_characters() -> None:
    sheet = sheet_of()
    by_number = {p.number: p for p in sheet.paragraphs}
    for finding in found(sheet):
        assert finding.noi.tep == "thong-bao.docx"
        assert finding.noi.doan is not None
        if finding.vi_tri:
            start, end = finding.vi_tri
            assert finding.trich.rstrip("…") in by_number[finding.noi.doan].text[start:end]


def test_the_same_words_are_found_however_the_head_is_laid_out() -> None:
    rules = {way: {f.ma for f in found(sheet_of(way))} for way in ("bang-mot-hang", "tab", "dau-cach")}
    assert rules["tab"] == rules["dau-cach"] == rules["bang-mot-hang"]


def test_the_head_is_left_to_the_rules_of_form() -> None:
    sheet = sheet_of()
    papers = papers_of(sheet, load_decree(), load_kinds(), "thong-bao.docx")
    words = [passage.text for passage in passages_of(sheet, papers)]
    assert not [text for text in words if "CỘNG HÒA" in text or text.startswith("Số:")]
    assert FAULTY in words


def test_the_day_of_a_paper_is_the_one_in_its_head() -> None:
    papers = papers_of(sheet_of(text=""), load_decree(), load_kinds(), "")
    assert day_of(papers) == date(2026, 1, 5)


def test_a_units_own_words_are_no_typing_errors() -> None:
    sheet = sheet_of(text="Các đơn vị xây dựng phong trảo thi đua năm 2026 theo hướng dẫn của Sở./.")
    assert "cau-chu.go-nham" in {f.ma for f in found(sheet)}
    lexicon = load_lexicon().with_more(known=["phong trảo"])
    own = check_document(sheet, load_decree(), load_kinds(), where="", lexicon=lexicon)
    assert "cau-chu.go-nham" not in {f.ma for f in own}
