"""A log of many files: one line for each file that was made or could not be made, written as it happens.

A work that was stopped in the middle reads it and makes only what is missing. It is a .csv that Excel opens.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban.model.errors import OutputError

DONE: Final = "xong"
FAILED: Final = "lỗi"
_HEADINGS: Final = ("STT", "Tệp", "Kết quả", "Trang", "Lý do", "Dấu vân tay")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One file: what became of it, and the fingerprint of all that it was made from."""

    number: int
    file: str
    fingerprint: str
    pages: int | None = None
    reason: str = ""

    @property
    def done(self) -> bool:
        """Whether the file was made."""
        return not self.reason


class ResultLog:
    """The log at `path`; lines are only ever added."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def last(self) -> dict[str, LogLine]:
        """The newest line of each file; a line that was torn when the power went is passed over."""
        try:
            text = self.path.read_text("utf-8-sig")
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise OutputError(
                f"không đọc được nhật ký kết quả ({error})",
                where=str(self.path),
                next_step="xóa tệp này để làm lại từ đầu, hoặc chọn thư mục khác bằng -o",
            ) from error
        whole = text[: text.rfind("\n") + 1]
        found: dict[str, LogLine] = {}
        for row in csv.reader(io.StringIO(whole), delimiter=";"):
            line = _line(row)
            if line is not None:
                found[line.file] = line
        return found

    def add(self, lines: list[LogLine]) -> None:
        """Adds lines; OutputError where the log cannot be written."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = not self.path.exists() or self.path.stat().st_size == 0
            torn = not new and _last_byte(self.path) != b"\n"
            with self.path.open("a", encoding="utf-8-sig" if new else "utf-8", newline="") as file:
                if torn:
                    file.write("\n")
                writer = csv.writer(file, delimiter=";", lineterminator="\n")
                if new:
                    writer.writerow(_HEADINGS)
                writer.writerows(map(_row, lines))
        except OSError as error:
            raise OutputError(
                f"không ghi được nhật ký kết quả ({error.strerror})",
                where=str(self.path),
                next_step="kiểm tra quyền ghi và dung lượng đĩa",
            ) from error


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, io.SEEK_END)
        return file.read()


def _row(line: LogLine) -> tuple[object, ...]:
    result = DONE if line.done else FAILED
    pages = "" if line.pages is None else line.pages
    return (line.number, line.file, result, pages, " ".join(line.reason.split()), line.fingerprint)


def _line(row: list[str]) -> LogLine | None:
    if len(row) != len(_HEADINGS) or not row[0].isdecimal():
        return None
    number, file, result, pages, reason, fingerprint = row
    if (result == DONE) == bool(reason):
        return None
    return LogLine(int(number), file, fingerprint, int(pages) if pages.isdecimal() else None, reason)
