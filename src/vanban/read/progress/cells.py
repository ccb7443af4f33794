"""A cell of a progress workbook → the value that it stands for, or what is wrong with it.

A cell that was not touched keeps the value it was sent with, however much of it the cell does not show.
"""

from datetime import date, datetime
from typing import Any, Final

from vanban.model.agency import AgencyBook
from vanban.model.progress_form import LABELS, STATES, ReportColumn, plain
from vanban.model.workbook import Cell, Look
from vanban.office.xlsx_oddities import Oddity
from vanban.read.workbook.rows import day_of, text_of
from vanban.viet.dates import short_date
from vanban.viet.text import clean, nfc, squeeze, tone_key

_ODD: Final = {
    Oddity.FORMULA: "ô chứa công thức; xóa công thức rồi ghi giá trị",
    Oddity.ERROR: "ô báo lỗi của Excel (như #REF!); xóa rồi ghi giá trị",
}
_MAX_SHOWN: Final = 60
MAX_TEXT: Final = 5_000
"""Characters of one cell that a report can still print."""


class Wrong(Exception):
    """What is wrong with a cell, in Vietnamese."""


class Cells:
    """Reads cells as of the closing day; `earliest` is the first day that can be meant."""

    def __init__(self, book: AgencyBook, closing: date, earliest: date) -> None:
        self._agencies = {tone_key(one.ten): one.id for one in book.co_quan}
        self._ids = {one.id for one in book.co_quan}
        self._closing, self._earliest = closing, earliest

    def value(self, column: ReportColumn, cell: Cell, old: Any, shown_old: Cell, odd: Oddity | None) -> Any:
        """The value of a filled cell, None where it is empty.

        `old` is the value that was sent and `shown_old` its cell. Raises Wrong for a cell without a value.
        """
        if odd is not None:
            raise Wrong(_ODD[odd])
        if same(cell, shown_old):
            return old
        if not text_of(cell).strip():
            return None
        match column.key:
            case "trang_thai":
                return self._state(cell)
            case "phan_tram":
                return _percent(cell)
            case "nhan":
                return _label(cell)
            case "co_quan_giai_quyet":
                return self._agency(cell)
        if column.look is Look.DATE:
            return self._day(column, cell)
        return _number(cell) if column.look is Look.NUMBER else _words(cell)

    def _day(self, column: ReportColumn, cell: Cell) -> date:
        if isinstance(cell, str):
            what = quoted(cell)
            if day_of(cell) is not None:
                raise Wrong(f"{what} là chữ, không phải ngày; xóa rồi gõ lại ngày (ngày/tháng/năm)")
            raise Wrong(f"{what} không phải ngày có thật; gõ như 15/8/2025")
        day = day_of(cell)
        if day is None:
            raise Wrong(f"{quoted(cell)} không phải ngày; gõ như 15/8/2025")
        if day < self._earliest:
            raise Wrong(f"ngày {short_date(day)} quá xa trước kế hoạch; xem lại năm")
        if column.key != "han_moi" and day > self._closing:
            raise Wrong(f"ngày {short_date(day)} sau ngày chốt số liệu {short_date(self._closing)}")
        return day

    @staticmethod
    def _state(cell: Cell) -> Any:
        wanted = tone_key(squeeze(text_of(cell)))
        for state, label in STATES.items():
            if wanted in (tone_key(label), state.value):
                return state
        raise Wrong(f"{quoted(cell)} không có trong danh sách: {', '.join(STATES.values())}")

    def due(self, day: date | None, deadline: date | None) -> str:
        """What is wrong with an adjusted deadline beside the one of the plan; "" where nothing is."""
        if day and deadline and day <= deadline:
            return f"hạn điều chỉnh {short_date(day)} không sau hạn của kế hoạch {short_date(deadline)}"
        return ""

    def _agency(self, cell: Cell) -> str:
        words = squeeze(text_of(cell))
        found = words if words in self._ids else self._agencies.get(tone_key(words))
        if found is None:
            raise Wrong(f"{quoted(cell)} không có trong sổ cơ quan; chọn trong danh sách")
        return found


def same(cell: Cell, sent: object) -> bool:
    """Whether a cell shows what was sent in it."""
    return nfc(plain(cell)) == nfc(plain(sent))


def quoted(cell: Cell) -> str:
    """The words of a cell in a message; long ones cut."""
    words = squeeze(text_of(cell))
    return f"“{words if len(words) <= _MAX_SHOWN else words[:_MAX_SHOWN] + '…'}”"


def _number(cell: Cell) -> float:
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        raise Wrong(f"{quoted(cell)} không phải số")
    return float(cell)


def _percent(cell: Cell) -> int:
    number = _number(cell)
    if not number.is_integer() or not 0 <= number <= 100:
        raise Wrong(f"{quoted(cell)} không phải số nguyên từ 0 đến 100")
    return int(number)


def _label(cell: Cell) -> str:
    wanted = tone_key(squeeze(text_of(cell)))
    for label in LABELS:
        if wanted == tone_key(label):
            return label
    raise Wrong(f"{quoted(cell)} không có trong danh sách: {', '.join(LABELS)}")


def _words(cell: Cell) -> str:
    if isinstance(cell, datetime):
        raise Wrong(f"{quoted(cell)} là ngày; ô này cần chữ")
    words = squeeze(clean(text_of(cell)))
    if len(words) > MAX_TEXT:
        raise Wrong(f"ô dài {len(words)} chữ cái, quá {MAX_TEXT}; tóm tắt lại")
    return words
