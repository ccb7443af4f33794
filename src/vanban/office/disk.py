"""Writing results to disk: whole or not at all."""

import os
import tempfile
from pathlib import Path

from vanban.model.errors import OutputError


def write_bytes(path: Path, data: bytes) -> None:
    """Writes to a temporary name beside `path` and renames: a failure leaves what was there before.

    Raises OutputError if the folder or the file cannot be written.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".vanban-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(
            f"không ghi được tệp: {_reason(error)}",
            where=str(path),
            next_step="kiểm tra quyền ghi, dung lượng đĩa, hoặc chọn thư mục khác bằng -o",
        ) from error


def write_text(path: Path, text: str) -> None:
    """`write_bytes` of the text in UTF-8."""
    write_bytes(path, text.encode())


_REASONS: dict[type[OSError], str] = {
    PermissionError: "không có quyền ghi",
    FileNotFoundError: "không tạo được thư mục chứa tệp",
    IsADirectoryError: "đây là một thư mục",
    NotADirectoryError: "một phần của đường dẫn không phải thư mục",
    FileExistsError: "một phần của đường dẫn là tệp, không phải thư mục",
}


def _reason(error: OSError) -> str:
    return _REASONS.get(type(error), error.strerror or "lỗi đĩa")
