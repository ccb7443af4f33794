"""A .docx for those who read its words on: the sheet, how cells are merged, where notes hang."""

from dataclasses import dataclass, field
from typing import Final

from vanban.model.sheet import Cell, Sheet
from vanban.word.observe import Trace, observe_package
from vanban.word.observe_blocks import Block
from vanban.word.observe_inline import Inline
from vanban.word.observe_properties import Element, attr, child
from vanban.word.ooxml import w
from vanban.word.package import open_package

Place = tuple[int, int, int]
"""A cell: table, row, column (of the grid), counted from 0 as in `model.sheet.Cell`."""

_TC: Final = w("tc")
_REFERENCES: Final = {w("footnoteReference"): "", w("endnoteReference"): "e"}
_NOTES: Final = {w("footnote"): "", w("endnote"): "e"}


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note: how many characters of the text stand before it, and which note it calls."""

    offset: int
    note: str


@dataclass
class WordText:
    """The sheet of a file and what the sheet leaves out."""

    sheet: Sheet
    merged_down: set[Place] = field(default_factory=set)
    """Cells that only continue the cell above them."""
    marks: dict[int, list[NoteMark]] = field(default_factory=dict)
    """Marks of notes by the number of their paragraph."""
    notes: dict[str, str] = field(default_factory=dict)
    """Words of the notes."""


def read_word(data: bytes, where: str = "") -> WordText:
    """The words of a .docx given as bytes; `where` names the file in messages.

    Raises SourceError where the bytes are no readable .docx (see `word.package`).
    """
    trace = Trace()
    found = WordText(observe_package(open_package(data, where), where, trace))
    seen: set[Place] = set()
    for paragraph, (block, inline) in zip(found.sheet.paragraphs, trace.sources, strict=True):
        if paragraph.zone == "chu_thich":
            if (note := _note_of(block)) is not None:
                before = found.notes.get(note)
                found.notes[note] = f"{before} {paragraph.text}" if before else paragraph.text
            continue
        if paragraph.cell is not None and (place := _place(paragraph.cell)) not in seen:
            seen.add(place)
            if _continues(block):
                found.merged_down.add(place)
        if inline.notes or inline.endnotes:
            found.marks[paragraph.number] = _marks(block, inline)
    return found


def _place(cell: Cell) -> Place:
    return cell.table, cell.row, cell.column


def _continues(block: Block) -> bool:
    """Whether the cell around a paragraph goes on from the one above (`w:vMerge` without "restart")."""
    cell = next(block.elements[0].iterancestors(_TC), None)
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and attr(merge, "val") != "restart"


def _note_of(block: Block) -> str | None:
    for above in block.elements[0].iterancestors(*_NOTES):
        return f"{_NOTES[str(above.tag)]}{attr(above, 'id')}"
    return None


def _marks(block: Block, inline: Inline) -> list[NoteMark]:
    """The marks of a paragraph with the length of the shown text before each."""
    shown: dict[Element, int] = {element: len(text) for text, _, element in inline.pieces}
    found: list[NoteMark] = []
    at = 0
    for root in block.elements:
        for element in root.iter():
            at += shown.get(element, 0)
            if (prefix := _REFERENCES.get(str(element.tag))) is not None:
                found.append(NoteMark(at, f"{prefix}{attr(element, 'id')}"))
    return found
