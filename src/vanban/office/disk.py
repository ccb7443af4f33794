"""Writing results to disk: whole or not at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from vanban.model.errors import OutputError


def write_bytes(path: Path, data: bytes) -> None:
    """Writes to a temporary name beside `path` and renames: a failure leaves what was there before.

    Where `path` is a link, the file that it leads to is written. Raises OutputError if the folder or the
    file cannot be written, or if something that is no file (a folder, a device) has the name already.
    """
    temporary: str | None = None
    try:
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            raise _unwritable(path, "đây là một thư mục" if target.is_dir() else "không phải tệp thường")
        handle, temporary = tempfile.mkstemp(prefix=".vanban-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise _unwritable(path, _reason(error)) from error


def write_new(path: Path, data: bytes) -> None:
    """Like `write_bytes`, but never over what is there: OutputError if the name is taken, even just now."""
    if os.path.lexists(path):
        raise _taken(path)
    temporary = path.with_name(f".vanban-{path.name}-{os.getpid()}")
    write_bytes(temporary, data)
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError:  # a disk without links: less sure against a second program at the same moment
        if os.path.lexists(path):
            raise _taken(path) from None
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes a folder with these files whole or not at all; OutputError if the name is taken."""
    if os.path.lexists(folder):
        raise _taken(folder)
    temporary = folder.with_name(f".vanban-{folder.name}-{os.getpid()}")
    try:
        for name, data in files.items():
            write_bytes(temporary / name, data)
        temporary.rename(folder)
    except OSError as error:
        raise _unwritable(folder, _reason(error)) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _taken(path: Path) -> OutputError:
    return OutputError(
        "đã có tệp hoặc thư mục này, không ghi đè",
        where=str(path),
        next_step="chạy lại; nếu vẫn báo thì có người khác đang ghi cùng lúc",
    )


def write_text(path: Path, text: str) -> None:
    """`write_bytes` of the text in UTF-8."""
    write_bytes(path, text.encode())


def _unwritable(path: Path, reason: str) -> OutputError:
    return OutputError(
        f"không ghi được tệp: {reason}",
        where=str(path),
        next_step="kiểm tra quyền ghi, dung lượng đĩa, hoặc chọn nơi khác bằng -o",
    )


_REASONS: dict[type[OSError], str] = {
    PermissionError: "không có quyền ghi",
    FileNotFoundError: "không tạo được thư mục chứa tệp",
    IsADirectoryError: "đây là một thư mục",
    NotADirectoryError: "một phần của đường dẫn không phải thư mục",
    FileExistsError: "một phần của đường dẫn là tệp, không phải thư mục",
}
_REASONS_BY_NUMBER: dict[int | None, str] = {
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
    errno.ENOSPC: "đĩa đầy",
    errno.EROFS: "thư mục chỉ được đọc",
    errno.ELOOP: "đường dẫn nối vòng vào chính nó",
}


def _reason(error: OSError) -> str:
    known = _REASONS.get(type(error)) or _REASONS_BY_NUMBER.get(error.errno)
    return known or f"lỗi đĩa ({error.strerror})"
