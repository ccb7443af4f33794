"""Cells of an .xlsx that hold no plain value: formulas, and errors such as #REF!.

calamine gives the last result of a formula, and nothing for an error; so they are looked up in the package.
"""

import io
import zipfile
from enum import Enum

from lxml import etree

from vanban.office.xlsx_formats import Place, part_root, sheet_parts


class Oddity(Enum):
    """What a cell holds instead of a value."""

    FORMULA = "formula"
    ERROR = "error"


def odd_cells(data: bytes) -> dict[str, dict[Place, Oddity]]:
    """By sheet: row and column (from 0) of formulas and errors; empty where the package cannot be told.

    Meant for a package that `read_workbook` has opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: _odd(part_root(archive, part)) for name, part in sheet_parts(archive)}
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, etree.XMLSyntaxError):
        return {}


def _odd(root: etree._Element) -> dict[Place, Oddity]:
    found: dict[Place, Oddity] = {}
    row = -1
    for line in root.iterfind("{*}sheetData/{*}row"):
        row, column = int(line.get("r", row + 2)) - 1, -1
        for cell in line.iterfind("{*}c"):
            row, column = _place(cell.get("r", "")) or (row, column + 1)
            if cell.get("t") == "e":
                found[row, column] = Oddity.ERROR
            elif cell.find("{*}f") is not None:
                found[row, column] = Oddity.FORMULA
    return found


def _place(name: str) -> Place | None:
    letters = name.rstrip("0123456789")
    if not letters.isalpha() or len(letters) == len(name):
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1
