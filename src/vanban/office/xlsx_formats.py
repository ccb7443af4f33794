"""Days in an .xlsx that people see as a month: "8/2025" typed into a cell becomes the 1st of August.

Only the form of the cell tells it, and calamine does not give forms; so they are looked up in the package.
"""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Final

from lxml import etree

from vanban.model.workbook import Cell

_BUILT_IN: Final = {17: "mmm-yy"}
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_MAIN: Final = "{*}"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_CELL: Final = re.compile(rb"""<(?:\w+:)?c\s([^<>]*)>""")
_PLACE: Final = re.compile(rb"""(?<![\w:])r=["']([A-Z]{1,3})(\d{1,7})["']""")
_STYLE: Final = re.compile(rb"""(?<![\w:])s=["'](\d{1,6})["']""")

Place = tuple[int, int]


def shown_dates(data: bytes) -> dict[str, dict[Place, str]]:
    """By sheet: row and column (from 0) of the days whose form shows no day, and what the form does show.

    That is "m/yyyy" for a month and "yyyy" for a year. Empty where there are none or they cannot be told.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            forms = _forms(archive)
            if not forms:
                return {}
            return {name: _cells(archive.read(part), forms) for name, part in sheet_parts(archive)}
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, etree.XMLSyntaxError):
        return {}


def as_shown(cell: Cell, form: str) -> Cell:
    """A day as its form shows it: "8/2025" or "2025"."""
    day = cell.date() if isinstance(cell, datetime) else cell
    if not isinstance(day, date):
        return cell
    return f"{day.month}/{day.year}" if form == "m/yyyy" else str(day.year)


def _forms(archive: zipfile.ZipFile) -> dict[int, str]:
    """Numbers of the looks of cells that show a month or a year without a day."""
    root = part_root(archive, "xl/styles.xml")
    codes = dict(_BUILT_IN)
    for form in root.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt"):
        codes[int(form.get("numFmtId", "0"))] = form.get("formatCode", "")
    found: dict[int, str] = {}
    for number, look in enumerate(root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")):
        code = _NOT_SHOWN.sub("", codes.get(int(look.get("numFmtId", "0")), "")).lower()
        if "y" in code and "d" not in code and "h" not in code:
            found[number] = "m/yyyy" if "m" in code else "yyyy"
    return found


def sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The name of each sheet of a workbook, and of its part in the package."""
    arrows = {
        arrow.get("Id", ""): arrow.get("Target", "")
        for arrow in part_root(archive, "xl/_rels/workbook.xml.rels")
    }
    found = []
    for sheet in part_root(archive, "xl/workbook.xml").iterfind(f"{_MAIN}sheets/{_MAIN}sheet"):
        target = arrows.get(sheet.get(_ID) or sheet.get(_STRICT_ID) or "", "")
        if target:
            found.append((sheet.get("name", ""), target.lstrip("/") if target[0] == "/" else f"xl/{target}"))
    return found


def _cells(part: bytes, forms: dict[int, str]) -> dict[Place, str]:
    found: dict[Place, str] = {}
    for attributes in _CELL.findall(part):
        style, place = _STYLE.search(attributes), _PLACE.search(attributes)
        if style and place and int(style[1]) in forms:
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - ord("A") + 1
            found[int(place[2]) - 1, column - 1] = forms[int(style[1])]
    return found


def part_root(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part of a package as XML; nothing outside it is ever loaded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(name), parser)
