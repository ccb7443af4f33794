"""The record of progress as a folder of files: one for each import, one folder for each closed period.

    tien-do/<plan>/0001.json, 0002.json …       imports in their order, never changed
    tien-do/<plan>/ky/thang-11-2025/ky.json     what was closed, and when
                                    …           the files that the report of the period was made from

Every import holds the fingerprint of the one before, so a past that was changed is told at once. Another
store (a database) has to give the same six functions.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from vanban.model.errors import SourceError, UsageError
from vanban.model.ledger import ClosedPeriod, Ledger, ProgressImport
from vanban.model.record import Record
from vanban.office.disk import write_new, write_new_folder
from vanban.viet.text import squeeze, strip_marks

_IMPORT: Final = re.compile(r"(\d{4,})\.json")
_CLOSED: Final = "ky.json"
_GET_BACK: Final = "lấy lại bản sao lưu của thư mục tiến độ; đừng sửa tay các tệp trong đó"

T = TypeVar("T", bound=Record)


class ProgressFolder:
    """The record of one plan, kept in a folder that need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ledger(self) -> Ledger:
        """All imports; SourceError if one is missing, broken, or was changed after it was written."""
        imports: list[ProgressImport] = []
        for number, path in enumerate(self._import_files(), start=1):
            one = _parsed(path, ProgressImport)
            before = fingerprint(imports[-1]) if imports else None
            if one.so != number or one.truoc != before:
                what = "thiếu một lần nhập, hoặc lần nhập trước đã bị sửa sau khi ghi"
                raise SourceError(what, where=str(path), next_step=_GET_BACK)
            imports.append(one)
        return Ledger(lan_nhap=imports)

    def append(self, ledger: Ledger, entry: ProgressImport) -> ProgressImport:
        """Writes `entry` as the next import after `ledger`; gives it back as it was written.

        Raises OutputError if it cannot be written, or if another import was written since `ledger` was read.
        """
        last = ledger.lan_nhap[-1] if ledger.lan_nhap else None
        entry = entry.model_copy(
            update={"so": len(ledger.lan_nhap) + 1, "truoc": fingerprint(last) if last else None}
        )
        write_new(self.folder / f"{entry.so:04d}.json", _written(entry))
        return entry

    def closed(self) -> list[ClosedPeriod]:
        """The closed periods, in the order of their last days."""
        found = [_parsed(path, ClosedPeriod) for path in _files(self.folder / "ky", f"*/{_CLOSED}")]
        return sorted(found, key=lambda period: period.ngay_chot)

    def close(self, period: ClosedPeriod, files: Mapping[str, bytes]) -> ClosedPeriod:
        """Keeps `files` as they are for a period; UsageError if it is closed already."""
        if self.period(period.ky) is not None:
            raise UsageError(
                f"kỳ “{period.ky}” đã chốt, không chốt lại được",
                where=str(self.files_of(period.ky)),
                next_step="dùng tên kỳ khác",
            )
        period = period.model_copy(update={"tep": {name: _sha(data) for name, data in files.items()}})
        write_new_folder(self.files_of(period.ky), {**files, _CLOSED: _written(period)})
        return period

    def period(self, ky: str) -> ClosedPeriod | None:
        """The closed period of this name, however its letters are written; else None."""
        return next((one for one in self.closed() if slug(one.ky) == slug(ky)), None)

    def kept(self, period: ClosedPeriod, name: str) -> Path:
        """A file kept for a period; SourceError if it is gone or was changed."""
        path = self.files_of(period.ky) / name
        try:
            same = _sha(path.read_bytes()) == period.tep.get(name)
        except OSError:
            same = False
        if not same:
            raise SourceError("tệp của kỳ đã chốt bị mất hoặc bị sửa", where=str(path), next_step=_GET_BACK)
        return path

    def files_of(self, ky: str) -> Path:
        """The folder of a period."""
        return self.folder / "ky" / slug(ky)

    def _import_files(self) -> list[Path]:
        found = [path for path in _files(self.folder, "*.json") if _IMPORT.fullmatch(path.name)]
        return sorted(found, key=lambda path: int(path.stem))


def slug(ky: str) -> str:
    """The name of a period as a folder: "Tháng 11/2025" is "thang-11-2025"; UsageError if nothing is left."""
    made = re.sub(r"[^a-z0-9]+", "-", strip_marks(squeeze(ky)).casefold()).strip("-")[:80]
    if not made:
        raise UsageError(f"tên kỳ “{ky}” không có chữ hay số nào", next_step="ghi như --ky “Tháng 11/2025”")
    return made


def fingerprint(entry: ProgressImport) -> str:
    """What changes as soon as anything in an import changes, however its file is laid out."""
    return _sha(entry.model_dump_json(exclude_defaults=True).encode())


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _written(record: Record) -> bytes:
    return (record.model_dump_json(exclude_defaults=True, indent=2) + "\n").encode()


def _files(folder: Path, pattern: str) -> Iterable[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.glob(pattern) if not path.parent.name.startswith(".vanban-"))


def _parsed(path: Path, shape: type[T]) -> T:
    try:
        return shape.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise SourceError(
            "tệp tiến độ bị hỏng, không đọc được", where=str(path), next_step=_GET_BACK
        ) from error
