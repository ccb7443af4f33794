"""What a progress workbook was sent with: its hidden sheet, and what people may not have changed."""

from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from vanban.model.errors import SourceError
from vanban.model.hidden_data import seal_of, whole_of
from vanban.model.plan import Plan
from vanban.model.progress_form import HIDDEN, MARK, VERSION, Manifest, SentTask, plain
from vanban.model.workbook import Cell, ReadSheet, cell_name
from vanban.read.progress.cells import quoted, same
from vanban.read.workbook.rows import Row, day_of, text_of
from vanban.viet.text import nfc, tone_key

_EXPORT_AGAIN: Final = "xuất lại bằng vanban progress export rồi chép phần đã điền sang"


def manifest_of(sheets: Mapping[str, ReadSheet], where: str) -> Manifest:
    """What the workbook was sent with; SourceError where that is missing, broken or was changed."""
    sheet = sheets.get(HIDDEN)
    if sheet is None:
        raise SourceError(
            "tệp không phải biểu tiến độ do vanban xuất (thiếu trang ẩn)",
            where=where,
            next_step=_EXPORT_AGAIN,
        )
    cells = [text_of(row[0]) if row else "" for row in sheet.rows]
    pieces = cells[2:]
    if cells[:1] != [MARK] or cells[1:2] != [seal_of(pieces)]:
        raise SourceError(f"trang ẩn “{HIDDEN}” bị sửa hoặc hỏng", where=where, next_step=_EXPORT_AGAIN)
    try:
        manifest = Manifest.model_validate(whole_of(pieces))
    except (ValidationError, ValueError, RecursionError) as error:
        raise SourceError(f"trang ẩn “{HIDDEN}” bị hỏng", where=where, next_step=_EXPORT_AGAIN) from error
    if manifest.phien_ban != VERSION:
        raise SourceError(
            f"biểu tiến độ theo mẫu số {manifest.phien_ban}, chương trình này đọc mẫu số {VERSION}",
            where=where,
            next_step=_EXPORT_AGAIN,
        )
    return manifest


def require_same_plan(manifest: Manifest, plan: Plan, where: str) -> None:
    """SourceError where most tasks have other names than in the plan: the workbook is of another one."""
    names = {task.id: task.display_name for group in plan.nhom for task in group.nhiem_vu}
    other = [
        sent
        for sent in manifest.nhiem_vu
        if tone_key(sent.khoa.get("ten", "")) != tone_key(names.get(sent.id, "\0"))
    ]
    if manifest.nhiem_vu and len(other) * 2 > len(manifest.nhiem_vu):
        raise SourceError(
            f"tệp này xuất từ kế hoạch khác: {quoted(manifest.ke_hoach)}",
            where=where,
            next_step="chọn đúng kế hoạch, hoặc xuất lại biểu từ kế hoạch này",
        )


def head_faults(sheet: ReadSheet, lines: list[str]) -> list[str]:
    """The lines above a table that are not as they were sent."""
    found: list[str] = []
    for number, line in enumerate(lines):
        cells = sheet.rows[number] if number < len(sheet.rows) else []
        now = [cell for cell in cells if text_of(cell)]
        shown_now = " ".join(_plain(cell) for cell in now)
        if nfc(shown_now) != nfc(line):
            found.append(
                f"trang “{sheet.name}”, ô {cell_name(number, 0)}: dòng đầu biểu bị sửa, lúc gửi là “{line}”"
            )
    return found


def _plain(cell: object) -> str:

    return plain(cell)


def locked_faults(row: Row, sent: SentTask, headings: Mapping[str, str]) -> list[str]:
    """The locked cells of a row that are not as they were sent; `headings` are the locked columns."""
    found: list[str] = []
    for key, heading in headings.items():
        cell, before = row.cells.get(key), sent.khoa.get(key, "")
        if not same(cell, before):
            was = _shown(day_of(before) if key == "han" else before)
            said = f"ô khóa (cột “{heading}”) bị sửa: lúc gửi {was}, nay {_shown(cell)}"
            found.append(f"{row.place(key)}: {said}")
    return found


def _shown(cell: Cell) -> str:
    return quoted(cell) if text_of(cell).strip() else "ô trống"
