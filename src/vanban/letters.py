"""One paper for each row of a list: spread over the cores, begun again where it stopped.

Every file that is made, or could not be made, has a line in the log of the folder (`ket-qua.csv`) with a
fingerprint of all that it was made from. A second run with the same list makes only what is missing; a row
that was changed is made anew.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from vanban import __version__
from vanban.beside import read_book
from vanban.checking import check_layout
from vanban.making.paper import build_docx
from vanban.making.plain import SUFFIXES, plain_document
from vanban.model.errors import TemplateError, UsageError, VanbanError
from vanban.model.finding import Finding
from vanban.model.letters import Addressee, AddressList, LetterResult
from vanban.office.disk import write_bytes
from vanban.office.package import docx_title
from vanban.office.result_log import LogLine, ResultLog
from vanban.office.workers import spread
from vanban.publish.pdf import PaperFile, publish
from vanban.read.files import read_bytes
from vanban.read.workbook.address_list import field_of, read_address_list
from vanban.word.template import CompiledTemplate, compile_template

Item = TypeVar("Item")
LOG = "ket-qua.csv"
_ROWS_A_JOB, _PDFS_A_JOB = 50, 25
_PLACE = re.compile(r"\{([^{}]*)\}")
_LONGEST_NAME = 60
_DIGITS = 3
"""Digits of a number in a file name: a list that grows a little keeps the names of its files."""
NUMBER = "stt"
"""The field that counts the rows, where the list has no column of this name."""


class BlankCellError(ValueError):
    """A template prints a cell that is empty."""


class _BlankCell:
    """A cell without words: false in a condition, never printed as nothing."""

    def __init__(self, heading: str) -> None:
        self.heading = heading

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        raise BlankCellError(self.heading)


@dataclass(frozen=True, slots=True)
class LetterJob:
    """What a run makes: the template, the list, where to, the names of the files.

    `name` is a pattern such as "{stt}-{ten_xa}"; empty: number and first column.
    """

    template: bytes
    template_name: str
    addressees: AddressList
    folder: Path
    name: str = ""

    def files(self) -> dict[str, Addressee]:
        """The rows by the name of their file; UsageError for a pattern that does not tell them apart."""
        return _files(self)


def read_letters(template: Path, addresses: Path, folder: Path, *, name: str = "") -> LetterJob:
    """The job of a template (.docx, or a short file with the names of columns as tags) and a list."""
    rows = read_address_list(read_bytes(addresses), str(addresses))
    short = template.suffix.lower() in SUFFIXES
    data = _template_of(template) if short else read_bytes(template)
    return LetterJob(data, template.name, rows, folder, name)


def _template_of(source: Path) -> bytes:
    """The paper of a short file, in which tags stand as they were typed.

    It is dated by the file, not by the run: a second run must find the same letters.
    """
    read_bytes(source)  # says what is wrong with a file that is not there
    day = datetime.fromtimestamp(source.stat().st_mtime, tz=UTC).date()
    return build_docx(plain_document(source, read_book(None, source), day=day))


def first_letter(job: LetterJob) -> tuple[bytes, list[Finding]]:
    """The letter of the first row and the findings on its form, before any is made.

    Raises TemplateError for a fault that every letter would have.
    """
    row = job.addressees.rows[0]
    made = compile_template(job.template, where=job.template_name).render(
        _fields(row, job.addressees.headings)
    )
    return made, check_layout(made, where=f"{job.template_name}, dòng đầu")


def make_letters(job: LetterJob, *, workers: int) -> Iterator[LetterResult]:
    """Makes the .docx of every row that has none yet; gives every row's result, the kept ones first."""
    files = job.files()
    log, known = ResultLog(job.folder / LOG), ResultLog(job.folder / LOG).last()
    prints = {file: _fingerprint(job, row) for file, row in files.items()}
    missing = []
    for file, row in files.items():
        line = known.get(file)
        if line and line.done and line.fingerprint == prints[file] and (job.folder / file).is_file():
            yield LetterResult(row.number, file, kept=True)
        else:
            missing.append((file, row))
    given = (job.template, job.template_name, job.addressees.headings, job.folder)
    jobs = _batches(missing, _ROWS_A_JOB)
    for results in spread(_write_letters, jobs, workers=workers, prepare=_prepare, given=given):
        log.add([LogLine(r.number, r.file, prints[r.file], reason=r.reason) for r in results])
        yield from results


def make_pdfs(job: LetterJob, *, workers: int) -> Iterator[LetterResult]:
    """Makes the PDF of every letter that is there and has none yet, in batches, one LibreOffice a core."""
    log, known = ResultLog(job.folder / LOG), ResultLog(job.folder / LOG).last()
    prints, missing = {}, []
    for file, row in job.files().items():
        docx, name = job.folder / file, str(Path(file).with_suffix(".pdf"))
        if not docx.is_file():
            continue
        prints[name] = hashlib.sha256(docx.read_bytes()).hexdigest()
        line = known.get(name)
        if line and line.done and line.fingerprint == prints[name] and (job.folder / name).is_file():
            yield LetterResult(row.number, name, kept=True, pages=line.pages)
        else:
            missing.append((row.number, docx))
    size = max(1, min(_PDFS_A_JOB, -(-len(missing) // max(workers, 1))))
    for results in spread(_write_pdfs, _batches(missing, size), workers=workers, prepare=_nothing):
        log.add([LogLine(r.number, r.file, prints[r.file], r.pages, r.reason) for r in results])
        yield from results


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _files(job: LetterJob) -> dict[str, Addressee]:
    width = max(_DIGITS, len(str(len(job.addressees.rows))))
    first = next((key for key in job.addressees.headings if key != NUMBER), NUMBER)
    pattern = job.name or f"{{{NUMBER}}}-{{{first}}}"
    files: dict[str, Addressee] = {}
    for row in job.addressees.rows:
        values = {**row.values, NUMBER: f"{row.number:0{width}}"}
        file = f"{_filled(pattern, values, job)}.docx"
        if file in files:
            raise UsageError(
                f"hai dòng cùng thành tệp “{file}”: {files[file].place} và {row.place}",
                next_step=f"thêm {{{NUMBER}}} vào --name để mỗi dòng một tên",
            )
        files[file] = row
    return files


def _filled(pattern: str, values: Mapping[str, str], job: LetterJob) -> str:
    """The pattern with the values of a row, in letters that every file system takes."""
    return _PLACE.sub(lambda found: _part_of_name(field_of(found[1]), values, job), pattern)


def _part_of_name(key: str, values: Mapping[str, str], job: LetterJob) -> str:
    if key != NUMBER and key not in job.addressees.headings:
        known = ", ".join([NUMBER, *job.addressees.headings])
        raise UsageError(f"--name hỏi cột “{key}” mà danh sách không có", next_step=f"dùng: {known}")
    return field_of(values.get(key, "")).replace("_", "-")[:_LONGEST_NAME].strip("-") or "trong"


def _fields(row: Addressee, headings: Mapping[str, str]) -> dict[str, object]:
    blank = {key: _BlankCell(heading) for key, heading in headings.items()}
    return {NUMBER: str(row.number), **blank, **row.values}


def _fingerprint(job: LetterJob, row: Addressee) -> str:
    said = json.dumps([__version__, job.template_name, row.number, row.values], ensure_ascii=False)
    return hashlib.sha256(hashlib.sha256(job.template).digest() + said.encode()).hexdigest()


@dataclass
class _Desk:
    """What a worker holds: the compiled template and where letters go."""

    template: CompiledTemplate
    headings: dict[str, str]
    folder: Path


_desk: list[_Desk] = []
"""Set once in each worker process."""


def _prepare(template: bytes, name: str, headings: dict[str, str], folder: Path) -> None:
    _desk[:] = [_Desk(compile_template(template, where=name), headings, folder)]


def _nothing() -> None:
    """LibreOffice is started anew for each batch."""


def _write_letters(rows: Sequence[tuple[str, Addressee]]) -> list[LetterResult]:
    desk = _desk[0]
    return [_write_letter(desk, file, row) for file, row in rows]


def _write_letter(desk: _Desk, file: str, row: Addressee) -> LetterResult:
    try:
        write_bytes(desk.folder / file, desk.template.render(_fields(row, desk.headings)))
    except TemplateError as error:
        return LetterResult(row.number, file, reason=f"{row.place}: {_why(error)}")
    except VanbanError as error:
        return LetterResult(row.number, file, reason=str(error))
    return LetterResult(row.number, file)


def _why(error: TemplateError) -> str:
    if isinstance(error.__cause__, BlankCellError):
        return f"ô “{error.__cause__}” để trống mà mẫu cần in"
    return error.what


def _write_pdfs(papers: Sequence[tuple[int, Path]]) -> list[LetterResult]:
    """The PDFs of a batch; where it fails, of each half, so that one bad file costs no other."""
    files = [PaperFile(docx, docx.with_suffix(".pdf"), docx_title(docx) or docx.stem) for _, docx in papers]
    try:
        made = publish(files)
    except VanbanError as error:
        if len(papers) == 1:
            number, docx = papers[0]
            return [LetterResult(number, docx.with_suffix(".pdf").name, reason=str(error))]
        half = len(papers) // 2
        return _write_pdfs(papers[:half]) + _write_pdfs(papers[half:])
    return [
        LetterResult(number, published.pdf.name, pages=published.pages)
        for (number, _), published in zip(papers, made, strict=True)
    ]
