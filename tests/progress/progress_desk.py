"""A coordinator's desk for tests: the worked example as a plan file, its workbooks, hands that fill them."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from worked_example import BOOK, plan

from vanban.model.plan import Product, ProductKind
from vanban.progress_exchange import Imported, export_progress, import_progress
from vanban.read.yaml_plan import dump_plan, dump_record

AT = datetime(2025, 12, 2, 1, 30, tzinfo=UTC)
DAY = date(2025, 11, 30)
KY = "Tháng 11/2025"
Fill = Callable[[openpyxl.Workbook], None]
COLUMN = {
    "stt": "A",
    "nhom": "B",
    "so": "C",
    "ten": "D",
    "han": "G",
    "trang_thai": "J",
    "phan_tram": "K",
    "ngay": "L",
    "con_qua": "M",
    "ket_qua": "N",
    "han_moi": "O",
    "van_ban": "P",
    "ma": "V",
}


def new_desk(folder: Path) -> Path:
    """A folder with the plan and its book; gives the plan file."""
    source = folder / "ke-hoach.yaml"
    made = plan()
    made.nhom[1].nhiem_vu[2].san_pham = [
        Product(ten="Quyết định ban hành Đề án", loai=ProductKind.QUYET_DINH)
    ]
    source.write_text(dump_plan(made), encoding="utf-8")
    (folder / "co-quan.yaml").write_text(dump_record(BOOK), encoding="utf-8")
    return source


def sent(source: Path, folder: str = "gui", *, ky: str = KY, day: date = DAY) -> Path:
    """The folder of the workbooks of all lead agencies."""
    out = source.parent / folder
    export_progress(source, out, as_of=day, ky=ky, per_agency=True)
    return out


def filled(path: Path, fill: Fill, to: Path | None = None) -> Path:
    """The workbook after a person filled it."""
    book = openpyxl.load_workbook(path)
    fill(book)
    target = to or path
    book.save(target)
    return target


def changed(data: bytes, fill: Fill) -> bytes:
    """The bytes of a workbook after a person changed it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row_of(sheet: Worksheet, number: str) -> int:
    """The row of a task by its number."""
    return next(cell.row for cell in sheet["C"] if cell.value == number)


def report(number: str, state: str, percent: object = None, day: object = None, **more: object) -> Fill:
    """A hand that fills the row of one task."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book["Tiến độ"]
        row = row_of(sheet, number)
        values = {"trang_thai": state, "phan_tram": percent, "ngay": day, **more}
        for key, value in values.items():
            sheet[f"{COLUMN[key]}{row}"] = value

    return fill


def bring(source: Path, *files: Path, ky: str | None = None, day: date | None = None) -> Imported:
    """Imports files as the coordinator does."""
    return import_progress(source, files, at=AT, ky=ky, as_of=day, who="Trần Văn Mẫu")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
