"""The sheets of a filled progress workbook → statements about tasks; all faults at once, each at its cell."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from vanban.model.agency import AgencyBook
from vanban.model.plan import Plan, numbered
from vanban.model.plan_form import KEY
from vanban.model.progress_form import DETAILS, TASK_COLUMNS, TASKS, Manifest, ReportColumn, SentTask
from vanban.model.progress_report import Statement
from vanban.model.workbook import ReadSheet
from vanban.office.xlsx_formats import Place
from vanban.office.xlsx_oddities import Oddity
from vanban.read.progress.cells import Cells, quoted
from vanban.read.progress.details import Details
from vanban.read.progress.sent import head_faults, locked_faults, manifest_of, require_same_plan
from vanban.read.progress.states import StateRow
from vanban.read.workbook.rows import Row, find_rows, text_of

_LOCKED: Final = {c.key: c.heading for c in TASK_COLUMNS if not (c.filled or c.computed or c.key == KEY)}
Oddities = Mapping[str, Mapping[Place, Oddity]]


def read_progress_workbook(
    sheets: Sequence[ReadSheet],
    oddities: Oddities,
    plan: Plan,
    book: AgencyBook,
    *,
    closing: date | None,
    where: str,
) -> tuple[Manifest, list[Statement], list[str]]:
    """What the workbook was sent with, what it says of each task, and what is wrong, cell by cell.

    `closing` is the closing day; None takes the one that the workbook was sent with. Raises SourceError
    for a file that is no progress workbook of this plan at all. With faults the statements are not whole.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    manifest = manifest_of(by_name, where)
    require_same_plan(manifest, plan, where)
    reader = _Reader(by_name, oddities, plan, manifest)
    day = closing or manifest.ngay_chot or date.max
    statements = reader.statements(Cells(book, day, _earliest(plan)), book)
    return manifest, statements, reader.faults


def _earliest(plan: Plan) -> date:
    """The first day that a report can mean: the beginning of the year before the plan."""
    year = plan.van_ban.ngay.year if plan.van_ban.ngay else plan.van_ban.nam
    return date((year or 2001) - 1, 1, 1)


class _Reader:
    """Holds the sheets against what was sent."""

    def __init__(
        self, sheets: Mapping[str, ReadSheet], oddities: Oddities, plan: Plan, manifest: Manifest
    ) -> None:
        self._sheets, self._odd, self._manifest = sheets, oddities, manifest
        self._tasks = {item.nhiem_vu.id: item for item in numbered(plan)}
        self.faults: list[str] = []

    def statements(self, cells: Cells, book: AgencyBook) -> list[Statement]:
        """What the rows say; faults are gathered on the way."""
        for name, lines in self._manifest.dau.items():
            if name in self._sheets and lines:
                self.faults += head_faults(self._sheets[name], lines)
        details = Details(self._manifest, cells, book, self.faults)
        for form in DETAILS:
            rows = self._rows(form.name, form.columns)
            details.take(form, rows, self._odd.get(form.name, {}))
        found: list[Statement] = []
        for sent, row in self._task_rows():
            item = self._tasks[sent.id]
            told = StateRow(row, sent, item, cells, self._odd.get(TASKS, {}))
            found.append(told.statement(details.of(sent), details.places(sent)))
            self.faults += told.faults
        return found

    def _task_rows(self) -> list[tuple[SentTask, Row]]:
        """Each task with its row; rows that are unknown, doubled or missing are faults."""
        found: dict[str, tuple[SentTask, Row]] = {}
        for row in self._rows(TASKS, TASK_COLUMNS):
            sent = self._sent(row)
            if sent is None:
                continue
            if sent.id in found:
                first = found[sent.id][1].place("so")
                self.faults.append(f"{row.place('so')}: nhiệm vụ {sent.so} có hai dòng (dòng kia: {first})")
                continue
            self.faults += self._locked_faults(row, sent)
            if sent.id not in self._tasks:
                self.faults.append(f"{row.place('so')}: nhiệm vụ {sent.so} không còn trong kế hoạch")
                continue
            found[sent.id] = (sent, row)
        if TASKS in self._sheets:
            gone = [s.so for s in self._manifest.nhiem_vu if s.id not in found and s.id in self._tasks]
            self.faults += [f"trang “{TASKS}”: thiếu dòng của nhiệm vụ {so}" for so in gone]
        return list(found.values())

    def _locked_faults(self, row: Row, sent: SentTask) -> list[str]:
        """Locked cells that were changed; one fault where the row is another task's under this id."""
        faults = locked_faults(row, sent, _LOCKED)
        number = text_of(row.cells.get("so")).strip()
        for other in self._manifest.nhiem_vu:
            if faults and other.so == number != sent.so and not locked_faults(row, other, _LOCKED):
                said = f"dòng của nhiệm vụ {number} mang mã của nhiệm vụ {sent.so}; cột mã không được sửa"
                return [f"{row.place(KEY)}: {said}"]
        return faults

    def _sent(self, row: Row) -> SentTask | None:
        task_id = text_of(row.cells.get(KEY)).strip()
        sent = self._manifest.task(task_id)
        if sent is None and (task_id or any(text_of(row.cells.get(c.key)) for c in TASK_COLUMNS)):
            said = f"mã {quoted(task_id)} không có trong biểu đã gửi" if task_id else "dòng này không có mã"
            self.faults.append(f"{row.place(KEY)}: {said}; không thêm dòng, không sửa cột mã")
        return sent

    def _rows(self, name: str, columns: Sequence[ReportColumn]) -> list[Row]:
        sheet = self._sheets.get(name)
        rows = find_rows(sheet, columns, self.faults) if sheet else None
        if rows is None:
            self.faults.append(f"trang “{name}”: thiếu trang, hoặc mất dòng tên cột")
            return []
        if rows:
            lost = [c.heading for c in columns if c.key not in rows[0].columns]
            self.faults += [f"trang “{name}”: thiếu cột “{heading}”" for heading in lost]
        return rows
