"""A PDF with a text layer → its words and where they stand, through poppler's pdftotext.

Lengths are in points, from the top left corner of the page as it is shown. A file may come from anyone: it is
read by a program of its own, for a limited time and with limited output. What cannot be read is a
`SourceError` that says why and what to do.
"""

import html
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from vanban.model.errors import OutputError, ProgramError, SourceError
from vanban.viet.text import nfc

INSTALL: Final = "sudo apt install --no-install-recommends poppler-utils"
"""The command that installs pdftotext on Debian."""
TIMEOUT_S: Final = 60.0
MAX_PAGES: Final = 500
MAX_OUTPUT_BYTES: Final = 100 * 1024 * 1024
"""What the words of a PDF may take: a page of a plan takes 60 kB."""

_PAGE: Final = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD: Final = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.DOTALL
)
_SIGNS: Final = str.maketrans(
    {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "-", "\uf0fc": "-", "\uf0fe": "-"}
)
"""Bullets of the fonts Symbol and Wingdings."""
_ENOUGH_LETTERS: Final = 40
"""A page with fewer letters has a stamp or a page number, no text."""
_NOT_ALLOWED: Final = 3
_WAIT_S: Final = 0.01
_OCR: Final = (
    "dùng tệp Word hoặc Excel gốc; chỉ có bản giấy thì quét bằng phần mềm nhận dạng chữ rồi soát lại"
)
_ASK_AGAIN: Final = "xin lại tệp từ người gửi, hoặc dùng tệp Word gốc"


@dataclass(frozen=True, slots=True)
class PdfWord:
    """A word and its box: left, top, right and bottom edge."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page as it is shown: its size, and its words in the order of the file."""

    width: float
    height: float
    words: tuple[PdfWord, ...]

    @property
    def has_text(self) -> bool:
        """Whether it has enough letters to be more than a picture with a stamp."""
        return sum(len(word.text) for word in self.words) >= _ENOUGH_LETTERS


def pdf_pages(data: bytes, where: str, *, timeout_s: float = TIMEOUT_S) -> list[PdfPage]:
    """The pages of a PDF; `where` names the file in messages.

    Raises SourceError for what is no PDF, is broken, locked, too long, or a scan without text; ProgramError
    where pdftotext is missing or takes longer than `timeout_s` seconds.
    """
    _check_head(data, where)
    program = shutil.which("pdftotext")
    if program is None:
        raise ProgramError(
            "không tìm thấy chương trình pdftotext để đọc PDF", next_step=f"cài đặt: {INSTALL}"
        )
    try:
        with tempfile.TemporaryDirectory(prefix="vanban-") as folder:
            source, target = Path(folder, "in.pdf"), Path(folder, "out.html")
            source.write_bytes(data)
            command = [program, "-bbox", "-enc", "UTF-8", "-l", str(MAX_PAGES + 1), str(source), str(target)]
            _run(command, target, where, timeout_s)
            text = target.read_text(encoding="utf-8", errors="replace") if target.exists() else ""
    except OSError as error:
        raise OutputError(
            f"không ghi được tệp tạm để đọc PDF: {error}",
            where=where,
            next_step="kiểm tra chỗ trống của ổ đĩa",
        ) from error
    pages = [_page(*found.groups()) for found in _PAGE.finditer(text)]
    _check_pages(pages, where)
    return pages


def _check_head(data: bytes, where: str) -> None:
    if not data:
        _refuse("tệp rỗng (0 byte)", where, "kiểm tra lại tệp, có thể tải xuống chưa xong")
    if b"%PDF-" not in data[:1024]:
        _refuse("tệp không phải PDF", where, "chọn đúng tệp PDF")


def _check_pages(pages: list[PdfPage], where: str) -> None:
    if not pages:
        _refuse("không đọc được trang nào của tệp PDF", where, _ASK_AGAIN)
    if len(pages) > MAX_PAGES:
        _refuse(f"tệp PDF dài quá {MAX_PAGES} trang", where, "tách riêng phần kế hoạch rồi chạy lại")
    if not any(page.has_text for page in pages):
        _refuse("PDF là ảnh quét, không có lớp chữ nên không đọc được", where, _OCR)


def _page(width: str, height: str, body: str) -> PdfPage:
    found = (
        PdfWord(
            float(left), float(top), float(right), float(bottom), nfc(html.unescape(text).translate(_SIGNS))
        )
        for left, top, right, bottom, text in _WORD.findall(body)
    )
    words = tuple(word for word in found if word.text.strip())
    across, down = float(width), float(height)
    if any(word.right > across + 1 for word in words):  # the size is told as before the page was turned
        across, down = down, across
    return PdfPage(across, down, words)


def _run(command: list[str], target: Path, where: str, timeout_s: float) -> None:
    """Run to the end, but end the program where it writes or works too much."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
    except OSError as error:
        raise ProgramError(f"không chạy được pdftotext: {error}", next_step=f"cài lại: {INSTALL}") from error
    with process:
        try:
            said = _watch(process, target, where, time.monotonic() + timeout_s)
        finally:
            process.kill()
    if process.returncode:
        _refuse_for(process.returncode, said, where)


def _watch(process: subprocess.Popen[bytes], target: Path, where: str, end: float) -> str:
    while True:
        try:
            _, said = process.communicate(timeout=_WAIT_S)
            return said.decode("utf-8", errors="replace")
        except subprocess.TimeoutExpired:
            if target.exists() and target.stat().st_size > MAX_OUTPUT_BYTES:
                _refuse("tệp PDF có quá nhiều chữ", where, "tách riêng phần kế hoạch rồi chạy lại")
            if time.monotonic() > end:
                _refuse("đọc tệp PDF lâu quá mức cho phép, có thể tệp bị hỏng", where, _ASK_AGAIN)


def _refuse_for(code: int, said: str, where: str) -> NoReturn:
    if "Incorrect password" in said:
        _refuse("tệp PDF có mật khẩu", where, "mở bằng mật khẩu, lưu bản không mật khẩu rồi chạy lại")
    if code == _NOT_ALLOWED or "not allowed" in said:
        _refuse(
            "người làm ra tệp PDF không cho chép chữ", where, "xin bản không khóa, hoặc dùng tệp Word gốc"
        )
    _refuse("tệp PDF bị hỏng", where, _ASK_AGAIN)


def _refuse(what: str, where: str, next_step: str) -> NoReturn:
    raise SourceError(what, where=where, next_step=next_step)
