"""Finished papers to PDF: convert, give title and language, and look at what came out.

The PDF is the paper as everybody will see it, so it is judged by itself: a font that the machine
lacked, a missing outline or a font that was not embedded is seen only here.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.law.decree import load_decree
from vanban.model.errors import OutputError, UsageError
from vanban.model.finding import Finding, Place, Severity, in_order
from vanban.office.package import has_headings
from vanban.office.pdf import PdfFacts, pdf_facts
from vanban.office.pdf_properties import set_properties
from vanban.office.soffice import INSTALL, convert_to_pdf

LANGUAGE = "vi-VN"
SECONDS_TO_START = 60.0
"""What LibreOffice may take to start, the first time on a slow machine."""
SECONDS_PER_PAPER = 20.0

_SAME_METRICS = frozenset({"Liberation Serif", "Tinos"})
"""Free fonts with the widths of Times New Roman, letter by letter: no line breaks elsewhere."""
_SYMBOLS = frozenset({"OpenSymbol", "Symbol", "Wingdings", "Wingdings2", "Wingdings3", "Webdings"})


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A finished paper, where its PDF goes, and the title that a reader of the PDF shows."""

    docx: Path
    pdf: Path
    title: str


@dataclass(frozen=True, slots=True)
class Published:
    """A PDF that was written, how many pages it has, and what is wrong with it, gravest first."""

    pdf: Path
    pages: int
    findings: tuple[Finding, ...]


def publish(
    papers: Sequence[PaperFile], *, timeout_s: float | None = None, soffice: str | None = None
) -> list[Published]:
    """Write the PDF of every paper, by one call of LibreOffice, and look at each.

    `timeout_s` (seconds, for the whole call) grows with the number of papers by default. No PDF is
    written unless all papers could be converted. Folders of the PDFs are made where needed.

    Raises UsageError when two papers would be written to one file or a paper over its own .docx, and
    what `office.soffice.convert_to_pdf` and `office.pdf_properties.set_properties` raise.
    """
    if not papers:
        return []
    _require_own_files(papers)
    limit_s = timeout_s if timeout_s is not None else SECONDS_TO_START + SECONDS_PER_PAPER * len(papers)
    try:
        work = tempfile.TemporaryDirectory(prefix="vanban-")
    except OSError as error:
        raise OutputError(f"không tạo được thư mục tạm: {error}", next_step="kiểm tra chỗ trống") from error
    with work as folder:
        raw = convert_to_pdf(
            [paper.docx for paper in papers], Path(folder), timeout_s=limit_s, soffice=soffice
        )
        for paper, pdf in zip(papers, raw, strict=True):
            set_properties(pdf, paper.pdf, title=paper.title, language=LANGUAGE, labels=True)
    return [_look(paper) for paper in papers]


def findings_of(facts: PdfFacts, *, headings: bool, tep: str) -> list[Finding]:
    """What is wrong with a PDF named `tep`; `headings` says whether its .docx has any."""
    found = [*_wrong_fonts(facts, tep), *_fonts_left_out(facts, tep)]
    if headings and not facts.outline:
        found.append(
            Finding(
                ma="pdf.muc-luc",
                muc=Severity.CANH_BAO,
                noi=Place(tep=tep),
                loi_van="văn bản có đề mục nhưng PDF không có khung mục lục (bookmark)",
                cach_sua="dùng các kiểu đề mục có cấp (outline level) của mẫu, rồi xuất lại PDF",
            )
        )
    return in_order(found)


def _look(paper: PaperFile) -> Published:
    facts = pdf_facts(paper.pdf)
    findings = findings_of(facts, headings=has_headings(paper.docx), tep=paper.pdf.name)
    return Published(paper.pdf, facts.page_count, tuple(findings))


def _require_own_files(papers: Sequence[PaperFile]) -> None:
    targets = [paper.pdf.absolute() for paper in papers]
    doubled = sorted({str(path) for path in targets if targets.count(path) > 1})
    if doubled:
        raise UsageError(
            "nhiều văn bản cùng ghi vào một tệp PDF:\n  " + "\n  ".join(doubled),
            next_step="đặt cho mỗi văn bản một tên tệp PDF riêng",
        )
    over = sorted(str(paper.pdf) for paper in papers if paper.pdf.absolute() == paper.docx.absolute())
    if over:
        raise UsageError(
            "tệp PDF trùng tên với chính văn bản nguồn:\n  " + "\n  ".join(over),
            next_step="đặt tên tệp PDF khác tên tệp .docx",
        )


def _wrong_fonts(facts: PdfFacts, tep: str) -> list[Finding]:
    """Other letters than Times New Roman are against the decree; bullets drawn from a symbol font are not."""
    page = load_decree().page
    strange = facts.families - _SAME_METRICS - {page.phong}
    found = [
        Finding(
            ma="pdf.phong-ky-hieu",
            muc=Severity.GOI_Y,
            noi=Place(tep=tep),
            loi_van=f"dấu đầu dòng hoặc ký hiệu dùng phông {family}, không phải {page.phong}",
            trich=family,
            cach_sua="dùng dấu gạch (-) hoặc dấu cộng (+) của phông chữ chính",
        )
        for family in sorted(strange & _SYMBOLS)
    ]
    letters = [
        Finding(
            ma="pdf.phong-chu",
            muc=Severity.LOI,
            noi=Place(tep=tep),
            loi_van=f"có chữ hiện ra bằng phông {family} thay vì {page.phong}",
            trich=family,
            can_cu=page.phong_cite,
            cach_sua=f"đặt phông {page.phong} cho chữ đó; nếu văn bản đã đúng thì máy thiếu phông: {INSTALL}",
        )
        for family in sorted(strange - _SYMBOLS)
    ]
    return found + letters


def _fonts_left_out(facts: PdfFacts, tep: str) -> list[Finding]:
    return [
        Finding(
            ma="pdf.nhung-phong",
            muc=Severity.LOI,
            noi=Place(tep=tep),
            loi_van=f"phông {family} không được nhúng trong PDF; máy khác có thể hiện sai chữ",
            trich=family,
            cach_sua="xuất lại PDF bằng lệnh của vanban; không in qua máy in ảo",
        )
        for family in sorted(facts.not_embedded)
    ]
