"""LibreOffice: many .docx files to PDF in one call.

What is known to go wrong, and what is done about it:

- The exit code says nothing (0 with a missing input): success is a PDF that opens and has pages.
- Two calls that share a profile disturb each other: each call gets a fresh one.
- The program is a script that starts others: on a timeout the whole process group is ended.
- PDFs are named after the stem of the input: inputs are staged under numbers, so that two files of
  one name do not overwrite each other.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from vanban.model.errors import OutputError, ProgramError, SourceError
from vanban.office.package import fault_of_docx

INSTALL = "sudo apt install --no-install-recommends libreoffice-writer-nogui fonts-liberation2"
"""The command that installs LibreOffice Writer and a font with all Vietnamese letters on Debian."""

_NAMES = ("soffice", "libreoffice")
_FILTER_OPTIONS = {
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
}
"""Headings become the outline, the structure is tagged for screen readers."""
_USUAL_VERSION, _ARCHIVE = "0", "2"
"""Numbers of LibreOffice for the version of a PDF: the usual one, and PDF/A-2b."""


def find_soffice() -> Path | None:
    """The LibreOffice program on the search path, or None."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return Path(found) if found else None


def convert_to_pdf(
    docx_paths: Sequence[Path],
    out_dir: Path,
    *,
    timeout_s: float,
    soffice: str | None = None,
    archive: bool = False,
) -> list[Path]:
    """PDFs of `docx_paths` in `out_dir`, in the same order, by one call of LibreOffice.

    A PDF is named after the stem of its source; a stem that comes again gets "-2", "-3". `timeout_s`
    (seconds) is for the whole call. `soffice` names the program; by default it is looked for.
    `archive`: pages as PDF/A-2b asks, for long keeping. All or nothing: PDFs are put in place, over
    older ones, only when every one of them is good.

    Raises SourceError naming every input that is no .docx, ProgramError when LibreOffice is missing,
    takes too long or leaves out a PDF, OutputError when `out_dir` cannot be written.
    """
    sources = list(docx_paths)
    if not sources:
        return []
    return _convert(sources, out_dir, timeout_s, soffice, archive)


def _convert(
    sources: Sequence[Path], out_dir: Path, timeout_s: float, soffice: str | None, archive: bool
) -> list[Path]:
    _require_docx(sources)
    program = _require_program(soffice)
    targets = [out_dir / name for name in _pdf_names(sources)]
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.TemporaryDirectory(prefix="vanban-") as work,
            tempfile.TemporaryDirectory(prefix=".vanban-", dir=out_dir) as fresh,
        ):
            staged = _stage(sources, Path(work))
            said = _run(_command(program, staged, Path(work), Path(fresh), archive), timeout_s)
            made = [Path(fresh) / f"{path.stem}.pdf" for path in staged]
            _require_pdfs(sources, made, said)
            for pdf, target in zip(made, targets, strict=True):
                pdf.replace(target)
    except OSError as error:
        raise OutputError(
            f"không ghi được tệp PDF: {error}",
            where=str(out_dir),
            next_step="kiểm tra quyền ghi và chỗ trống của thư mục",
        ) from error
    return targets


def _require_docx(sources: Sequence[Path]) -> None:
    faults = [f"{path}: {fault}" for path in sources if (fault := fault_of_docx(path))]
    if faults:
        raise SourceError(
            "không chuyển được sang PDF:\n  " + "\n  ".join(faults),
            next_step="kiểm tra đường dẫn; mở tệp bằng Word rồi lưu lại dạng .docx",
        )


def _require_program(soffice: str | None) -> str:
    program = shutil.which(soffice) if soffice else find_soffice()
    if program is None:
        name = f"“{soffice}”" if soffice else "LibreOffice (soffice)"
        raise ProgramError(f"không tìm thấy chương trình {name}", next_step=f"cài đặt: {INSTALL}")
    return str(program)


def _pdf_names(sources: Sequence[Path]) -> list[str]:
    """One name each; compared without case, since some file systems do not know it."""
    taken: set[str] = set()
    names: list[str] = []
    for source in sources:
        stem, count = source.stem, 1
        while stem.casefold() in taken:
            count += 1
            stem = f"{source.stem}-{count}"
        taken.add(stem.casefold())
        names.append(f"{stem}.pdf")
    return names


def _stage(sources: Sequence[Path], work: Path) -> list[Path]:
    folder = work / "in"
    folder.mkdir()
    staged = [folder / f"{number:05}.docx" for number, _ in enumerate(sources, start=1)]
    for source, copy in zip(sources, staged, strict=True):
        shutil.copyfile(source, copy)
    return staged


def _command(program: str, staged: Sequence[Path], work: Path, fresh: Path, archive: bool) -> list[str]:
    profile = (work / "profile").resolve().as_uri()
    version = {"type": "long", "value": _ARCHIVE if archive else _USUAL_VERSION}
    options = json.dumps({**_FILTER_OPTIONS, "SelectPdfVersion": version}, separators=(",", ":"))
    return [
        program,
        f"-env:UserInstallation={profile}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", f"pdf:writer_pdf_Export:{options}"),
        *("--outdir", str(fresh.resolve())),
        *map(str, staged),
    ]


def _run(command: list[str], timeout_s: float) -> str:
    """Run to the end and return what the program said; its exit code is not to be believed."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise ProgramError(
            f"không chạy được chương trình {command[0]}: {error}", next_step=f"cài đặt lại: {INSTALL}"
        ) from error
    try:
        said, _ = process.communicate(timeout=timeout_s)
    except subprocess.TimeoutExpired as error:
        raise ProgramError(
            f"LibreOffice chạy quá {timeout_s:g} giây mà chưa xong",
            next_step="chạy lại với ít văn bản hơn hoặc cho thời gian dài hơn",
        ) from error
    finally:
        _end_group(process)
    return said.decode("utf-8", errors="replace").strip()


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End whatever is left of the process and its children; nothing happens when all have ended."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout:
        process.stdout.close()


def _require_pdfs(sources: Sequence[Path], made: Sequence[Path], said: str) -> None:
    failed = [source for source, pdf in zip(sources, made, strict=True) if not _has_pages(pdf)]
    if failed:
        reason = f"\nLibreOffice nói: {said.splitlines()[-1]}" if said else ""
        raise ProgramError(
            "LibreOffice không cho ra PDF của:\n  " + "\n  ".join(map(str, failed)) + reason,
            next_step=f"mở các tệp trên bằng Word để xem có hỏng không; nếu không, cài lại: {INSTALL}",
        )


def _has_pages(pdf: Path) -> bool:
    try:
        return len(PdfReader(pdf).pages) > 0
    except (OSError, PyPdfError):
        return False
