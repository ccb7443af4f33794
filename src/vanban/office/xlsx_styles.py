"""The looks of cells in a written workbook, each a named style that people can change in one place."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from vanban.model.workbook import Column, Look, NewCell, Tone

_FONT: Final = "Times New Roman"
_FORMATS: Final = {
    Look.TEXT: "General",
    Look.LINE: "General",
    Look.CODE: "@",
    Look.DATE: "dd/mm/yyyy",
    Look.NUMBER: "General",
    Look.MOMENT: "dd/mm/yyyy hh:mm",
    Look.SHARE: "0.0%",
    Look.DAYS: '"còn "0" ngày";[Red]"quá "0" ngày";"đến hạn"',
}
_MIDDLE: Final = (Look.DATE, Look.NUMBER, Look.MOMENT, Look.SHARE, Look.DAYS)
_LINE_HEIGHT: Final = 15.75
_MOST_LINES: Final = 25
"""Excel holds no row higher than 409 points."""
WORDS: Final = "vanban TEXT"
ABOVE, ABOVE_DATE, HEADING = "vanban đầu đề", "vanban ngày đầu đề", "vanban tên cột"
LOCKED, STRONG = " khóa", " nhóm"
"""Ends of the names of styles: of a cell that a protected sheet keeps, of a row that heads others."""
_GREY, _BLUE = "FFF2F2F2", "FFD9E2F3"
TONES: Final = {
    Tone.LATE: "FFF8CBAD",
    Tone.SOON: "FFFFE699",
    Tone.DONE: "FFC6E0B4",
    Tone.OFF: "FFD9D9D9",
    Tone.FAULT: "FFFF7C80",
}


def style_of(what: Column | NewCell, protected: bool = False) -> str:
    """The name of the style for the cells of a column, or for a value by itself."""
    if isinstance(what, Column):
        return f"vanban {what.look.name}" + (LOCKED if protected and what.locked else "")
    return f"vanban {(Look.MOMENT if isinstance(what, datetime) else Look.DATE).name}"


def height_of(cells: Sequence[NewCell], columns: Sequence[Column]) -> float:
    """The height of a row in points by the longest of its wrapped texts; some programs do not find it."""
    lines = 1
    for value, column in zip(cells, columns, strict=False):
        if isinstance(value, str) and not column.hidden and column.look is not Look.LINE:
            parts = value.split("\n")
            lines = max(lines, sum(max(1, ceil(len(part) / max(column.width * 1.1, 1))) for part in parts))
    return min(lines, _MOST_LINES) * _LINE_HEIGHT


def add_styles(book: Workbook) -> None:
    """Adds every style to a new workbook."""
    thin = Side(style="thin", color="FFA6A6A6")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)

    def style(name: str, *, bold: bool = False, **rest: Any) -> None:
        book.add_named_style(NamedStyle(name=name, font=Font(name=_FONT, size=12, bold=bold), **rest))

    for look, code in _FORMATS.items():
        place = Alignment(
            vertical="top", wrap_text=look is not Look.LINE, horizontal="center" if look in _MIDDLE else None
        )
        base: dict[str, Any] = {"alignment": place, "border": frame, "number_format": code}
        grey = PatternFill("solid", fgColor=_GREY)
        style(f"vanban {look.name}", protection=Protection(locked=False), **base)
        style(f"vanban {look.name}{LOCKED}", fill=grey, **base)
        for end in ("", LOCKED):
            style(f"vanban {look.name}{end}{STRONG}", bold=True, fill=grey, **base)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    style(HEADING, bold=True, alignment=middle, border=frame, fill=PatternFill("solid", fgColor=_BLUE))
    style(ABOVE, bold=True, alignment=Alignment(vertical="top"))
    style(ABOVE_DATE, bold=True, alignment=Alignment(horizontal="left"), number_format="dd/mm/yyyy")
