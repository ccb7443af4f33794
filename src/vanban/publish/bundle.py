"""A paper and what goes with it → one PDF, or one PDF each with a list of the files.

The parts stand in the order in which they are given: the paper first, its appendices after it.
Appendices may be PDFs that others made.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.model.errors import OutputError, SourceError, UsageError
from vanban.model.finding import Finding, Place, Severity
from vanban.office.disk import write_text
from vanban.office.package import docx_title, has_headings
from vanban.office.pdf import pdf_facts
from vanban.office.pdf_join import PdfPart, is_archive, is_tagged, join
from vanban.office.pdf_properties import set_properties
from vanban.office.pdf_stamp import stamp
from vanban.office.soffice import convert_to_pdf
from vanban.publish.pdf import (
    LANGUAGE,
    SECONDS_PER_PAPER,
    SECONDS_TO_START,
    Published,
    findings_of,
)
from vanban.word.draft_mark import draft_mark

PDF, DOCX = ".pdf", ".docx"
FILE_LIST = "danh-muc-tep.txt"
_A4_SHORT_MM, _A4_LONG_MM, _SLACK_MM = 210, 297, 1.5


@dataclass(frozen=True, slots=True)
class Bundle:
    """How parts are published: for long keeping (PDF/A-2b), with DỰ THẢO across the pages, the title."""

    archive: bool = False
    draft: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file that was published, for the list of files: pages and SHA-256 tell whether a copy is whole."""

    path: Path
    pages: int
    sha256: str


def publish_as_one(
    parts: Sequence[Path], target: Path, how: Bundle, *, soffice: str | None = None
) -> Published:
    """Writes one PDF of all parts (.docx or .pdf), in order, to `target`.

    With more than one part each is a line of the outline; the pages of each appendix are numbered from 1, as
    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1.đ asks. Nothing is written unless all could be read.

    Raises UsageError for a target that is one of the parts, SourceError for parts that cannot be read or that
    are no PDF/A where one is asked for, ProgramError and OutputError as `convert_to_pdf` does.
    """
    _require(parts, [target])
    with _work() as folder:
        raw, mark = _as_pdfs(parts, Path(folder), how, soffice)
        _require_archive(parts, raw, how)
        titles = [_title(part, pdf) for part, pdf in zip(parts, raw, strict=True)]
        joined = Path(folder) / "joined.pdf"
        named = [PdfPart(pdf, title) for pdf, title in zip(raw, titles, strict=True)]
        join(named, joined)
        _finish(joined, mark, target, how, how.title or titles[0])
        untagged = [part for part, pdf in zip(parts, raw, strict=True) if not is_tagged(pdf)]
    return _look(target, parts, untagged)


def publish_apart(
    parts: Sequence[Path], folder: Path, how: Bundle, *, soffice: str | None = None
) -> list[Published]:
    """Writes one PDF for each part into `folder`, named after the part, and the list of the files."""
    targets = [folder / f"{part.stem}{PDF}" for part in parts]
    _require(parts, targets)
    with _work() as work:
        raw, mark = _as_pdfs(parts, Path(work), how, soffice)
        _require_archive(parts, raw, how)
        untagged = [part for part, pdf in zip(parts, raw, strict=True) if not is_tagged(pdf)]
        for number, (part, pdf, target) in enumerate(zip(parts, raw, targets, strict=True)):
            labelled = Path(work) / f"labelled-{number}.pdf"
            join([PdfPart(pdf, "")], labelled, appendix=number > 0)
            _finish(
                labelled, mark, target, how, how.title if number == 0 and how.title else _title(part, pdf)
            )
    if len(parts) > 1:
        write_text(folder / FILE_LIST, file_list([published_file(target) for target in targets]))
    return [
        _look(target, [part], [part] if part in untagged else [])
        for part, target in zip(parts, targets, strict=True)
    ]


def published_file(path: Path) -> PublishedFile:
    """The line of a published PDF in the list of files."""
    return PublishedFile(path, pdf_facts(path).page_count, hashlib.sha256(path.read_bytes()).hexdigest())


def file_list(files: Sequence[PublishedFile]) -> str:
    """The list of the files that make up one document, as a text to be kept beside them."""
    lines = ["Danh mục tệp của văn bản", "", "STT  Số trang  SHA-256  Tên tệp"]
    for number, file in enumerate(files, start=1):
        lines.append(f"{number:>3}  {file.pages:>8}  {file.sha256}  {file.path.name}")
    return "\n".join([*lines, "", f"Cộng {len(files)} tệp, {sum(f.pages for f in files)} trang.", ""])


def _work() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="vanban-")
    except OSError as error:
        raise OutputError(f"không tạo được thư mục tạm: {error}", next_step="kiểm tra chỗ trống") from error


def _require(parts: Sequence[Path], targets: Sequence[Path]) -> None:
    if not parts:
        raise UsageError(
            "chưa có tệp nào để xuất bản", next_step="ghi tên văn bản, rồi các phụ lục theo thứ tự"
        )
    strange = [str(part) for part in parts if part.suffix.lower() not in (PDF, DOCX)]
    if strange:
        raise SourceError(
            "chỉ xuất bản được tệp .docx và .pdf:\n  " + "\n  ".join(strange),
            next_step="mở tệp bằng chương trình đã tạo ra nó rồi lưu thành .docx hoặc .pdf",
        )
    own = {part.absolute() for part in parts}
    over = sorted(str(target) for target in targets if target.absolute() in own)
    if over:
        raise UsageError(
            "kết quả sẽ đè lên tệp nguồn:\n  " + "\n  ".join(over),
            next_step="đặt tên khác hoặc thư mục khác: -o",
        )
    names = [target.name.casefold() for target in targets]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise UsageError(f"hai tệp cùng thành {', '.join(doubled)}", next_step="đổi tên một trong hai tệp")


def _as_pdfs(
    parts: Sequence[Path], work: Path, how: Bundle, soffice: str | None
) -> tuple[list[Path], Path | None]:
    """The parts as PDFs, and the page with the mark of a draft, all by one call of LibreOffice."""
    papers = [part for part in parts if part.suffix.lower() == DOCX]
    if how.draft:
        mark_source = work / "du-thao.docx"
        mark_source.write_bytes(draft_mark())
        papers.append(mark_source)
    limit_s = SECONDS_TO_START + SECONDS_PER_PAPER * len(papers)
    made = convert_to_pdf(papers, work / "pdf", timeout_s=limit_s, soffice=soffice, archive=how.archive)
    mark = made.pop() if how.draft else None
    converted = iter(made)
    return [next(converted) if part.suffix.lower() == DOCX else part for part in parts], mark


def _require_archive(parts: Sequence[Path], raw: Sequence[Path], how: Bundle) -> None:
    """A PDF that others made cannot become PDF/A by being joined to one."""
    plain = [str(part) for part, pdf in zip(parts, raw, strict=True) if how.archive and not is_archive(pdf)]
    if plain:
        raise SourceError(
            "không thể xuất PDF/A vì có tệp chưa phải PDF/A:\n  " + "\n  ".join(plain),
            next_step="xuất lại các tệp đó ở dạng PDF/A-2b, đưa bản .docx, hoặc bỏ --pdfa",
        )


def _title(part: Path, pdf: Path) -> str:
    """The title that the file gives itself, else its name."""
    own = docx_title(part) if part.suffix.lower() == DOCX else pdf_facts(pdf).title
    return " ".join(own.split()) or part.stem


def _finish(source: Path, mark: Path | None, target: Path, how: Bundle, title: str) -> None:
    if mark is not None:
        stamp(source, mark, source)
    set_properties(source, target, title=title, language=LANGUAGE, archive=how.archive)


def _look(target: Path, parts: Sequence[Path], untagged: Sequence[Path]) -> Published:
    facts = pdf_facts(target)
    papers = [part for part in parts if part.suffix.lower() == DOCX]
    findings = findings_of(facts, headings=any(map(has_headings, papers)), tep=target.name)
    findings += [
        Finding(
            ma="pdf.gan-the",
            muc=Severity.GOI_Y,
            noi=Place(tep=target.name),
            loi_van=f"{part.name} không gắn thẻ cấu trúc; trình đọc màn hình không đọc được phần này",
            cach_sua="xuất tệp đó từ văn bản gốc với PDF gắn thẻ (tagged PDF)",
        )
        for part in untagged
    ]
    for number, (wide, high) in enumerate(facts.page_sizes_mm, start=1):
        short, long = sorted((wide, high))
        if abs(short - _A4_SHORT_MM) > _SLACK_MM or abs(long - _A4_LONG_MM) > _SLACK_MM:
            findings.append(
                Finding(
                    ma="pdf.kho-giay",
                    muc=Severity.CANH_BAO,
                    noi=Place(tep=target.name, trang=number),
                    loi_van=f"trang {number} khổ {wide:g} × {high:g} mm, không phải A4",
                    can_cu="Phụ lục I, Phần I, Mục I.1",
                    cach_sua="đưa trang về khổ A4",
                )
            )
    return Published(target, facts.page_count, tuple(findings))
