"""A .docx for those who read its words on: paragraphs in reading order, tables, notes; nothing of their form.

Text, labels of lists and places are told as `word.observe` tells them, by the same walkers, at a third of
the cost: only the properties in `observe_scope.WORDS` are resolved, and page headers are left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from vanban.model.sheet import Cell
from vanban.viet.legacy import encoding_of_font
from vanban.word.observe_blocks import GONE, Block, Frame
from vanban.word.observe_bounds import MAX_PARAGRAPHS, body_of, too_deep, too_long
from vanban.word.observe_drawings import Drawn
from vanban.word.observe_inline import FieldState, Inline, plain_text, read_inline
from vanban.word.observe_numbering import Counter, Numbering
from vanban.word.observe_pages import Breaks
from vanban.word.observe_properties import Element, Props, attr, child, children, whole
from vanban.word.observe_scope import WORDS
from vanban.word.observe_sections import read_sections
from vanban.word.observe_styles import Look, Styles
from vanban.word.observe_theme import Theme
from vanban.word.ooxml import w
from vanban.word.package import Package, open_package
from vanban.word.reading_tables import Place, TableWalker

_REFERENCES: Final = {w("footnoteReference"): "", w("endnoteReference"): "e"}
_NO_WORDS: Final = "văn bản là ảnh chụp, không có chữ"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note: how many characters of the text stand before it, and which note it calls."""

    offset: int
    note: str


@dataclass(slots=True)
class WordParagraph:
    """One paragraph of the body. `number` counts from 1 through the file in reading order."""

    number: int
    text: str
    label: str
    """The number or bullet that Word's list puts before the text, "" if none."""
    section: int
    new_page: bool
    """Whether an explicit break puts it on a new page."""
    centered: bool
    outline: int | None = None
    """The level of a heading, 0 the highest; None for text."""
    cell: Cell | None = None
    """The innermost cell of a table that it stands in."""
    marks: tuple[NoteMark, ...] = ()
    old: tuple[tuple[str, str], ...] = ()
    """Its words by font (words, font), where a font is one of those from before Unicode; else empty."""


@dataclass(slots=True)
class WordText:
    """The words of a file."""

    paragraphs: list[WordParagraph] = field(default_factory=list)
    merged_down: set[Place] = field(default_factory=set)
    """Cells that only continue the cell above them."""
    notes: dict[str, str] = field(default_factory=dict)
    """Words of the notes; the ids of endnotes begin with "e"."""
    unread: tuple[str, ...] = ()
    """What the file holds but could not be read, in Vietnamese, each once."""


def read_word(data: bytes, where: str = "") -> WordText:
    """The words of a .docx given as bytes; `where` names the file in messages.

    Raises SourceError where the bytes are no readable .docx (see `word.package`).
    """
    package = open_package(data, where)
    body = body_of(package, package.xml(package.main), where)
    try:
        return _Reader(package, body).read()
    except RecursionError as error:
        raise too_deep(package, where) from error


@dataclass(slots=True)
class _Story:
    """What goes on from paragraph to paragraph of a story."""

    counter: Counter
    state: FieldState = field(default_factory=FieldState)
    breaks: Breaks = field(default_factory=Breaks)
    note: str | None = None
    """The note whose words these are."""


class _Reader:
    """Reads one file once."""

    def __init__(self, package: Package, body: Element) -> None:
        self._package = package
        self._body = body
        styles = self._xml("styles")
        theme = Theme(lambda: self._xml("theme"), self._theme_language)
        self._styles = Styles(styles, Numbering(lambda: self._xml("numbering"), styles), theme, WORDS)
        self._walker = TableWalker(self._styles)
        self._found = WordText()
        self._count = 0
        self._notes: list[tuple[str, int]] = []
        self._unread: list[str] = []
        self._pictures = 0
        self._old: dict[int, bool] = {}

    def read(self) -> WordText:
        """The words of the body, then those of the notes that it calls."""
        self._read_body()
        self._read_notes()
        found = self._found
        found.merged_down = self._walker.merged_down
        remarks = dict.fromkeys([*self._walker.unread, *self._unread])
        has_words = any(not p.text.isspace() for p in found.paragraphs if p.text)
        if self._pictures and not has_words:
            remarks[_NO_WORDS] = None
        found.unread = tuple(remarks)
        return found

    def _theme_language(self) -> str:
        return attr(child(self._xml("settings"), "themeFontLang"), "val") or ""

    def _read_body(self) -> None:
        story = _Story(Counter(self._styles.numbering))
        sections = read_sections(self._body)
        ends = {s.end for s in sections} if len(sections) > 1 else set()
        section, begins = 0, False
        self._walker.tracked = next(self._body.iter(*GONE), None) is not None
        for block in self._walker.blocks(self._body, Frame("than", 0, None)):
            self._add(block, section, story, new_page=begins and sections[section].new_page)
            begins = block.properties is not None and block.properties in ends
            if begins and section < len(sections) - 1:
                section += 1
        self._walker.tracked = True

    def _read_notes(self) -> None:
        for kind, prefix in (("footnote", ""), ("endnote", "e")):
            if not any(found == kind for found, _ in self._notes):
                continue
            notes = {
                whole(attr(note, "id")): note
                for note in children(self._xml(f"{kind}s"), kind)
                if attr(note, "type") in (None, "normal")
            }
            for found, note_id in self._notes:
                note = notes.pop(note_id, None) if found == kind else None
                if note is not None:
                    story = _Story(Counter(self._styles.numbering), note=f"{prefix}{attr(note, 'id')}")
                    self._add_all(self._walker.blocks(note, Frame("chu_thich", 0, None)), 0, story)

    def _add_all(self, blocks: Iterable[Block], section: int, story: _Story) -> None:
        for block in blocks:
            self._add(block, section, story)

    def _add(self, block: Block, section: int, story: _Story, *, new_page: bool = False) -> None:
        """Read one paragraph, then the text boxes anchored in it."""
        self._count += 1
        if self._count > MAX_PARAGRAPHS:
            raise too_long(self._package.where)
        frame = block.frame
        props = self._styles.paragraph(block.properties, frame.table)
        if story.note is None and not story.state.in_code and len(block.elements) == 1:
            plain = plain_text(block.elements[0], props["look_of"])
            if plain is not None and not any(map(self._is_old_look, plain[1])):
                new_page = story.breaks.pass_by(new_page=new_page or props["page_break_before"])
                label = story.counter.label(props["list"])
                self._found.paragraphs.append(
                    self._paragraph(plain[0], label, section, props, frame.cell, new_page=new_page)
                )
                return
        self._add_rich(block, props, section, story, new_page=new_page)

    def _paragraph(
        self, text: str, label: str, section: int, props: Props, cell: Cell | None, *, new_page: bool
    ) -> WordParagraph:
        centered = (props["frame_align"] or props["align"]) == "center"
        return WordParagraph(
            self._count, text, label, section, new_page, centered, props["outline_level"], cell
        )

    def _is_old_look(self, look: Look) -> bool:
        """Whether a font of a look is one from before Unicode; looks are few, and each is one object."""
        known = self._old.get(id(look))
        if known is None:
            known = self._old[id(look)] = _is_old(look.font) or _is_old(look.font_beyond_ascii)
        return known

    def _add_rich(self, block: Block, props: Props, section: int, story: _Story, *, new_page: bool) -> None:
        """Read a paragraph that may hold anything: fields, notes, breaks, drawings, old fonts."""
        frame = block.frame
        inline = Inline()
        for element in block.elements:
            read_inline(element, props["look_of"], story.state, inline)
        new_page = story.breaks.take(inline, frame.cell, new_page=new_page or props["page_break_before"])
        label = story.counter.label(props["list"])
        text = inline.text
        if story.note is not None:
            before = self._found.notes.get(story.note)
            self._found.notes[story.note] = f"{before} {text}" if before else text
        else:
            paragraph = self._paragraph(text, label, section, props, frame.cell, new_page=new_page)
            if inline.notes or inline.endnotes:
                paragraph.marks = _marks(block, inline)
            if any(self._is_old_look(look) for _, look, _ in inline.pieces):
                paragraph.old = tuple((span.text, span.font) for span in inline.spans())
            self._found.paragraphs.append(paragraph)
        self._notes += [("footnote", note) for note in inline.notes]
        self._notes += [("endnote", note) for note in inline.endnotes]
        if inline.drawn is not None:
            self._add_drawn(inline.drawn, section, story)

    def _add_drawn(self, drawn: Drawn, section: int, story: _Story) -> None:
        """Add the text boxes that are anchored in a paragraph."""
        self._unread += drawn.unread
        self._pictures += drawn.pictures
        for box in drawn.boxes:
            blocks = self._walker.blocks(box.content, Frame("than", section, None))
            self._add_all(blocks, section, _Story(story.counter, note=story.note))

    def _xml(self, kind: str) -> Element | None:
        """The part that the main part points to by this kind of relationship."""
        found = self._package.related(self._package.main, kind)
        return self._package.xml(found[0]) if found else None


@lru_cache(maxsize=512)
def _is_old(font: str) -> bool:
    """Whether a font is one from before Unicode."""
    return encoding_of_font(font) is not None


def _marks(block: Block, inline: Inline) -> tuple[NoteMark, ...]:
    """The marks of a paragraph with the length of the shown text before each."""
    shown: dict[Element, int] = {element: len(text) for text, _, element in inline.pieces}
    found: list[NoteMark] = []
    at = 0
    for root in block.elements:
        for element in root.iter():
            at += shown.get(element, 0)
            if (prefix := _REFERENCES.get(str(element.tag))) is not None:
                found.append(NoteMark(at, f"{prefix}{attr(element, 'id')}"))
    return tuple(found)
