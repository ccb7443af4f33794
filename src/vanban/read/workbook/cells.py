"""A cell of the plan's own workbook → the value that it stands for.

A line whose words have not changed keeps its old value; a changed one is read as any plan is.
"""

from datetime import date
from enum import StrEnum
from typing import Any

from vanban.model.assignment import Assignment
from vanban.model.deadline import Deadline, DeadlineKind
from vanban.model.duties import Duty
from vanban.model.plan import OtherField
from vanban.model.plan_form import NO, YES, FormColumn, Kind, cell_of, line_of
from vanban.model.workbook import Cell, shown
from vanban.read.words.agencies import read_assignments
from vanban.read.words.agency_finder import AgencyFinder
from vanban.read.words.authority import read_authority
from vanban.read.words.products import read_products
from vanban.read.words.wording import strip_bullet, trim_end
from vanban.read.workbook.rows import day_of, text_of
from vanban.viet.deadline_format import format_deadline
from vanban.viet.deadlines import find_deadlines, parse_deadline
from vanban.viet.text import squeeze, tone_key

_TRUE = ("có", "x", "true", "1", "đúng")
_FALSE = ("không", "", "false", "0", "sai")
_DATED = (DeadlineKind.TRUOC, DeadlineKind.DEN, DeadlineKind.NGAY, DeadlineKind.KHOANG)


class CellFault(Exception):
    """What is wrong with a cell, in Vietnamese."""


class CellReader:
    """Reads cells; needs the agencies, and the year that plain months belong to."""

    def __init__(self, finder: AgencyFinder, year: int | None) -> None:
        self._finder = finder
        self._year = year

    def has_changed(self, record: Any, column: FormColumn, cell: Cell) -> bool:
        """Whether a cell shows something else than the record says."""
        old = cell_of(record, column)
        if column.kind is Kind.DATE:
            return (day_of(cell) or text_of(cell)) != (old or "")
        return text_of(cell) != text_of(old)

    def value(self, column: FormColumn, cell: Cell, old: Any) -> Any:
        """The value of a cell, None where it is empty; CellFault where it has none.

        `old` is the value that the column had: of its parts those stay whose words are unchanged.
        """
        text = text_of(cell)
        match column.kind:
            case Kind.DATE:
                return _day(cell, text)
            case Kind.NUMBER:
                return _number(text)
            case Kind.CHOICE:
                return _choice(column, text)
            case Kind.YES_NO:
                return _truth(text)
            case Kind.DEADLINE:
                return parse_deadline(squeeze(text), self._year) if text.strip() else None
            case Kind.TEXT:
                return squeeze(text) or None
        return self._values(column, text, old or [])

    def _values(self, column: FormColumn, text: str, old: list[Any]) -> list[Any]:
        kept: dict[str, list[Any]] = {}
        for value in old:
            kept.setdefault(shown(line_of(value)), []).append(value)
        found: list[Any] = []
        for line in filter(str.strip, text.split("\n")):
            found += kept.pop(line, []) or self._line(column, line)
        return found

    def _line(self, column: FormColumn, raw: str) -> list[Any]:
        line = squeeze(strip_bullet(raw))
        match column.kind:
            case Kind.AGENCIES:
                return read_assignments(line, self._finder) or [Assignment(nguyen_van=line)]
            case Kind.PRODUCTS:
                return list(read_products([line]))
            case Kind.ROLES:
                authority = read_authority([line], self._finder)
                if not authority.roles:
                    raise CellFault(f"“{line}” không nói ai có thẩm quyền gì (cần “cơ quan … ban hành …”)")
                return list(authority.roles)
            case Kind.DUTIES:
                deadlines = find_deadlines(line)
                return [Duty(noi_dung=line, thoi_han=deadlines[0][2] if deadlines else None)]
            case Kind.OTHER_FIELDS:
                label, colon, value = line.partition(":")
                if not colon:
                    raise CellFault(f"“{line}” thiếu nhãn; viết “Nhãn: nội dung”")
                return [OtherField(nhan=label.strip(), gia_tri=value.strip())]
        return [line if column.key == "doan" else trim_end(line)] if line else []

    def deadline(self, old: Deadline, changed: dict[str, Any]) -> Deadline:
        """A task's deadline after its cells were changed; days and kind of their own go before the words.

        CellFault where the days cannot be one deadline.
        """
        made = changed.get("thoi_han", old) or Deadline()
        parts = {
            key: changed[f"thoi_han.{key}"] for key in ("tu", "den", "kieu") if f"thoi_han.{key}" in changed
        }
        if not parts:
            return made
        tu, den = parts.get("tu", made.tu), parts.get("den", made.den)
        kind = parts.get("kieu") or _kind(made.kieu, tu, den)
        try:
            new = Deadline(
                nguyen_van=made.nguyen_van,
                kieu=kind,
                tu=tu,
                den=den,
                chu_ky=made.chu_ky if kind is DeadlineKind.DINH_KY else None,
                ung_vien=made.ung_vien if kind is DeadlineKind.MAU_THUAN else [],
                ghi_chu=made.ghi_chu,
                du=made.du if kind is DeadlineKind.CHUA_RO else None,
            )
        except ValueError as error:
            raise CellFault(str(error.errors()[0]["ctx"]["error"])) from error  # type: ignore[attr-defined]
        return new if new.nguyen_van else new.model_copy(update={"nguyen_van": format_deadline(new)})


def _kind(old: DeadlineKind, tu: date | None, den: date | None) -> DeadlineKind:
    """The kind of a deadline whose days a person gave."""
    if old in _DATED and den and (tu or old is not DeadlineKind.KHOANG):
        return old
    if tu and den:
        return DeadlineKind.NGAY if tu == den else DeadlineKind.KHOANG
    return DeadlineKind.DEN if den else DeadlineKind.CHUA_RO


def _day(cell: Cell, text: str) -> date | None:
    if not text.strip():
        return None
    day = day_of(cell)
    if day is None:
        raise CellFault(f"“{squeeze(text)}” không phải ngày có thật; viết như 15/8/2025")
    return day


def _number(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal():
        raise CellFault(f"“{squeeze(text)}” không phải số nguyên")
    return int(text)


def _truth(text: str) -> bool:
    word = text.strip().casefold()
    if word not in (*_TRUE, *_FALSE):
        raise CellFault(f"“{squeeze(text)}” không rõ nghĩa; viết “{YES}” hoặc “{NO}”")
    return word in _TRUE


def _choice(column: FormColumn, text: str) -> StrEnum | None:
    if not text.strip():
        return None
    wanted = tone_key(squeeze(text))
    for value, label in column.labels:
        if wanted in (tone_key(label), value.value):
            return value
    raise CellFault(
        f"“{squeeze(text)}” không có trong danh sách: {', '.join(label for _, label in column.labels)}"
    )
