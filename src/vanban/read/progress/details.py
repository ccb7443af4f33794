"""The sheets of papers, targets, difficulties and proposals → lists for each task; faults at their cells."""

from collections.abc import Mapping
from typing import Any

from vanban.model.agency import AgencyBook
from vanban.model.progress_form import DetailSheet, Manifest, ReportColumn, SentTask, detail_cells, plain
from vanban.model.record import Record
from vanban.model.workbook import Cell
from vanban.office.xlsx_formats import Place
from vanban.office.xlsx_oddities import Oddity
from vanban.read.progress.cells import Cells, Wrong, quoted
from vanban.read.workbook.rows import Row, text_of
from vanban.viet.text import nfc

_ABOUT = ("so", "ten_nhiem_vu")


class Details:
    """Gathers the rows of all detail sheets; a row is known by the number of its task in this workbook."""

    def __init__(self, manifest: Manifest, cells: Cells, book: AgencyBook, faults: list[str]) -> None:
        self._by_number = {sent.so: sent for sent in manifest.nhiem_vu}
        self._names = {agency.id: agency.ten for agency in book.co_quan}
        self._cells, self._faults = cells, faults
        self._lists: dict[tuple[str, str], list[Any]] = {}
        self._places: dict[tuple[str, str], str] = {}
        self._keys: list[tuple[str, str]] = []

    def of(self, sent: SentTask) -> dict[str, list[Any]]:
        """The lists of a task by the key of its state."""
        return {key: self._lists.get((sent.id, key), []) for key, _ in self._keys}

    def places(self, sent: SentTask) -> dict[str, str]:
        """Where the lists of a task stand: the first row of each, or the sheet where there is no row."""
        return {key: self._places.get((sent.id, key), f"trang “{name}”") for key, name in self._keys}

    def take(self, form: DetailSheet, rows: list[Row], odd: Mapping[Place, Oddity]) -> None:
        """Reads the rows of one sheet."""
        self._keys.append((form.key, form.name))
        seen: dict[tuple[str, ...], list[Row]] = {}
        for row in rows:
            sent = self._task(form, row, odd)
            if sent is None:
                continue
            key = (sent.id, *(nfc(plain(row.cells.get(c.key))) for c in form.columns[2:]))
            seen.setdefault(key, []).append(row)
            if len(seen[key]) > max(1, self._sent_times(form, sent, key[1:])):
                self._faults.append(f"{row.place('so')}: dòng này lặp lại dòng ở {seen[key][0].place('so')}")
                continue
            record = self._record(form, row, sent, odd)
            self._places.setdefault((sent.id, form.key), row.place("so"))
            if record is not None:
                self._lists.setdefault((sent.id, form.key), []).append(record)

    def _sent_times(self, form: DetailSheet, sent: SentTask, words: tuple[str, ...]) -> int:
        """How often a row with these words was sent."""
        return sum(words == self._words(form, old) for old in getattr(sent.tien_do, form.key, []))

    def _words(self, form: DetailSheet, record: Record) -> tuple[str, ...]:
        cells = detail_cells(form, record, lambda key: self._names.get(key, key))
        return tuple(nfc(plain(cells[column.key])) for column in form.columns[2:])

    def _task(self, form: DetailSheet, row: Row, odd: Mapping[Place, Oddity]) -> SentTask | None:
        """The task that a row speaks of; None for a row that says nothing or is at fault."""
        told = [c for c in form.columns[2:] if self._said(row, c, odd)]
        if not told:
            return None
        number = row.cells.get("so")
        if self._odd(row, "so", odd):
            self._faults.append(
                f"{row.place('so')}: ô chứa công thức hoặc lỗi; chọn số nhiệm vụ trong danh sách"
            )
            return None
        sent = self._numbered(number)
        if sent is not None:
            only_name = [c.key for c in told] == ["san_pham"]
            return None if only_name and text_of(row.cells.get("san_pham")) in sent.san_pham else sent
        if not text_of(number).strip():
            said = "chưa chọn số nhiệm vụ"
        elif isinstance(number, float):
            said = f"{quoted(number)} là số, không rõ nhiệm vụ nào (2.10 khác 2.1); chọn trong danh sách"
        else:
            said = f"{quoted(number)} không phải nhiệm vụ của biểu này: {', '.join(self._by_number)}"
        self._faults.append(f"{row.place('so')}: {said}")
        return None

    def _numbered(self, number: Cell) -> SentTask | None:
        if not isinstance(number, float):
            return self._by_number.get(text_of(number).strip())
        alike = [sent for so, sent in self._by_number.items() if _is(so, number)]
        return alike[0] if len(alike) == 1 else None

    @staticmethod
    def _odd(row: Row, key: str, odd: Mapping[Place, Oddity]) -> Oddity | None:
        return odd.get((row.number, row.columns.get(key, -1)))

    def _said(self, row: Row, column: ReportColumn, odd: Mapping[Place, Oddity]) -> bool:
        return bool(text_of(row.cells.get(column.key)).strip() or self._odd(row, column.key, odd))

    def _record(
        self, form: DetailSheet, row: Row, sent: SentTask, odd: Mapping[Place, Oddity]
    ) -> Record | None:
        """The record of a row: as it was sent where nothing changed; None where cells are at fault."""
        filled = form.columns[2:]
        if not any(self._odd(row, c.key, odd) for c in filled):
            now = tuple(nfc(plain(row.cells.get(column.key))) for column in filled)
            for old in getattr(sent.tien_do, form.key, []):
                if self._words(form, old) == now:
                    return old  # type: ignore[no-any-return]
        values: dict[str, Any] = {}
        wrong = False
        for column in filled:
            try:
                cell = row.cells.get(column.key)
                value = self._cells.value(column, cell, None, None, self._odd(row, column.key, odd))
                if value is None and column.required:
                    raise Wrong(f"cột “{column.heading}” không được để trống")
                values[column.key] = value
            except Wrong as fault:
                self._faults.append(f"{row.place(column.key)}: {fault}")
                wrong = True
        return None if wrong else form.shape(**values)


def _is(number: str, value: float) -> bool:
    try:
        return float(number) == value
    except ValueError:
        return False
