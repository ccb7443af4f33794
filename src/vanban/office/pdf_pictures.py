"""Pages of a PDF as pictures, through poppler's pdftoppm."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from vanban.model.errors import ProgramError, SourceError
from vanban.office.disk import write_bytes
from vanban.office.pdf_text import INSTALL

TIMEOUT_S: Final = 120.0
DPI: Final = 80
"""Sharp enough to read on a screen."""
MAX_PAGES: Final = 200


def page_pictures(pdf: Path, folder: Path, *, dpi: int = DPI, timeout_s: float = TIMEOUT_S) -> list[Path]:
    """PNGs of the pages of `pdf` in `folder`, named after it: "van-ban-01.png", … in their order.

    Raises ProgramError where pdftoppm is missing or takes longer than `timeout_s` seconds, SourceError where
    the file is no PDF, OutputError where the folder cannot be written.
    """
    program = shutil.which("pdftoppm")
    if program is None:
        raise ProgramError(
            "không tìm thấy chương trình pdftoppm để vẽ trang PDF", next_step=f"cài đặt: {INSTALL}"
        )
    with tempfile.TemporaryDirectory(prefix="vanban-") as work:
        command = [program, "-r", str(dpi), "-l", str(MAX_PAGES), "-png", str(pdf), str(Path(work, "t"))]
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout_s, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise ProgramError(
                f"vẽ trang PDF quá {timeout_s:g} giây mà chưa xong", where=str(pdf), next_step="chạy lại"
            ) from error
        except OSError as error:
            raise ProgramError(
                f"không chạy được pdftoppm: {error}", next_step=f"cài lại: {INSTALL}"
            ) from error
        drawn = sorted(Path(work).glob("t-*.png"))
        if done.returncode or not drawn:
            raise SourceError(
                "không vẽ được trang nào của tệp PDF", where=str(pdf), next_step="tạo lại tệp PDF"
            )
        targets = [folder / f"{pdf.stem}-{number:02}.png" for number in range(1, len(drawn) + 1)]
        for picture, target in zip(drawn, targets, strict=True):
            write_bytes(target, picture.read_bytes())
    return targets
