"""The PDF of a paper: what is written, and what is found in it."""

import pytest

from vanban.model.errors import SourceError, UsageError
from vanban.model.finding import CUSTOM
from vanban.office.pdf import OutlineItem, PdfFacts, PdfFont, family_of, pdf_facts
from vanban.publish.pdf import PaperFile, findings_of, publish

SERIF = PdfFont("LiberationSerif", "Liberation Serif", True)


def facts(*fonts: PdfFont, outline: tuple[OutlineItem, ...] = ()) -> PdfFacts:
    return PdfFacts(1, ((210.0, 297.0),), frozenset(fonts), outline, "T", "vi-VN", ("",))


def embedded(name: str) -> PdfFont:
    return PdfFont(name, family_of(name), True)


CLEAN: list[tuple[str, str, str]] = []
FONT_CLAUSE = "Phụ lục I, Phần I, Mục I.4"


@pytest.mark.parametrize(
    ("seen", "headings", "expected"),
    [
        (facts(SERIF, embedded("LiberationSerif-Bold")), False, CLEAN),
        (facts(embedded("TimesNewRomanPSMT"), embedded("TimesNewRomanPS-BoldMT")), False, CLEAN),
        (facts(), False, CLEAN),
        (facts(SERIF, embedded("DejaVuSerif")), False, [("pdf.phong-chu", "DejaVu Serif", FONT_CLAUSE)]),
        (facts(SERIF, embedded("OpenSymbol")), False, [("pdf.phong-ky-hieu", "OpenSymbol", CUSTOM)]),
        (
            facts(PdfFont("TimesNewRomanPSMT", "Times New Roman", False)),
            False,
            [("pdf.nhung-phong", "Times New Roman", CUSTOM)],
        ),
        (facts(SERIF), True, [("pdf.muc-luc", "", CUSTOM)]),
        (facts(SERIF, outline=(OutlineItem(1, "I"),)), True, CLEAN),
    ],
)
def test_findings_of(seen, headings, expected):
    found = findings_of(seen, headings=headings, tep="a.pdf")
    assert [(f.ma, f.trich, f.can_cu) for f in found] == expected
    assert {f.noi.tep for f in found} <= {"a.pdf"}


def test_the_gravest_stands_first():
    found = findings_of(facts(embedded("OpenSymbol"), embedded("Calibri")), headings=True, tep="a.pdf")
    assert [f.ma for f in found] == ["pdf.phong-chu", "pdf.muc-luc", "pdf.phong-ky-hieu"]


@pytest.mark.office
def test_publish(tmp_path, make_docx):
    good = make_docx(tmp_path / "in" / "vb.docx", "Đủ chữ: ộ ủ ệ ữ ỵ", heading="Nhiệm vụ")
    strange = make_docx(tmp_path / "in2" / "vb.docx", "Không đúng phông", font="Liberation Sans")
    papers = [
        PaperFile(good, tmp_path / "out" / "to-trinh" / "vb.pdf", "Tờ trình “A & B”"),
        PaperFile(strange, tmp_path / "out" / "cong-van" / "vb.pdf", "Công văn"),
    ]
    first, second = publish(papers, timeout_s=120)
    assert (first.pdf, first.pages, first.findings) == (papers[0].pdf, 1, ())
    assert [(f.ma, f.trich) for f in second.findings] == [("pdf.phong-chu", "Liberation Sans")]
    seen = pdf_facts(papers[0].pdf)
    assert (seen.title, seen.language) == ("Tờ trình “A & B”", "vi-VN")
    assert [item.title for item in seen.outline] == ["Nhiệm vụ"]
    bytes_before = papers[0].pdf.read_bytes()
    publish(papers[:1], timeout_s=120)
    assert papers[0].pdf.read_bytes() == bytes_before


def test_no_papers_need_no_program():
    assert publish([], soffice="no-such-program") == []


def test_two_papers_never_share_a_pdf(tmp_path):
    papers = [PaperFile(tmp_path / f"{name}.docx", tmp_path / "x.pdf", "T") for name in "ab"]
    with pytest.raises(UsageError, match=r"x\.pdf"):
        publish(papers)


def test_a_paper_is_not_written_over_its_source(tmp_path):
    with pytest.raises(UsageError, match=r"a\.docx"):
        publish([PaperFile(tmp_path / "a.docx", tmp_path / "a.docx", "T")])


def test_one_bad_source_leaves_all_older_pdfs(tmp_path, make_docx):
    good = make_docx(tmp_path / "a.docx", "Chữ")
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    papers = [PaperFile(good, old, "T"), PaperFile(tmp_path / "missing.docx", tmp_path / "b.pdf", "T")]
    with pytest.raises(SourceError, match=r"missing\.docx"):
        publish(papers)
    assert old.read_bytes() == b"old"
