"""See a .docx as a reader does: `observe` turns its bytes into a `Sheet` of effective values.

Reading order is the body with its tables in place, then headers, footers, footnotes and endnotes; a
text box comes after the paragraph that it is anchored in. Headers that no page shows are left out.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from vanban.model.sheet import Paragraph, SectionFacts, Sheet, Zone
from vanban.word.observe_blocks import GONE, Block, Frame, Walker
from vanban.word.observe_bounds import MAX_PARAGRAPHS, body_of, too_deep, too_long
from vanban.word.observe_drawings import Drawn
from vanban.word.observe_inline import FieldState, Inline, read_inline
from vanban.word.observe_numbering import Counter, Numbering
from vanban.word.observe_pages import Pages
from vanban.word.observe_paragraph import paragraph_of
from vanban.word.observe_properties import Element, attr, child, children, is_on, whole
from vanban.word.observe_rules import RuleLines
from vanban.word.observe_sections import Section, read_sections
from vanban.word.observe_styles import Styles
from vanban.word.observe_theme import Theme
from vanban.word.ooxml import w
from vanban.word.package import Package, open_package

_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(slots=True)
class Trace:
    """Where the paragraphs of a sheet came from; filled while reading, for those who write back."""

    roots: dict[str, Element] = field(default_factory=dict)
    """The opened parts by name."""
    sources: list[tuple[Block, Inline]] = field(default_factory=list)
    """The source of each paragraph, in the order of their numbers."""


def observe(data: bytes, where: str = "") -> Sheet:
    """The sheet of a .docx given as bytes; `where` names the file in messages.

    Raises SourceError where the bytes are no readable .docx (see `word.package`).
    """
    return observe_package(open_package(data, where), where)


def observe_package(package: Package, where: str = "", trace: Trace | None = None) -> Sheet:
    """The sheet of an opened .docx; `trace`, where given, learns what each paragraph came from."""
    root = package.xml(package.main)
    body = body_of(package, root, where)
    if trace is not None and root is not None:
        trace.roots[package.main] = root
    try:
        return _Observer(package, body, trace).sheet()
    except RecursionError as error:
        raise too_deep(package, where) from error


@dataclass(slots=True)
class _Story:
    """What goes on from paragraph to paragraph of a story; only the body counts pages."""

    counter: Counter
    state: FieldState = field(default_factory=FieldState)
    pages: Pages | None = None
    page: int | None = None
    """The page of the whole story, where it does not count."""


class _Observer:
    """Reads one file once; numbers its paragraphs as it goes."""

    def __init__(self, package: Package, body: Element, trace: Trace | None) -> None:
        self._package = package
        self._trace = trace
        self._body = body
        self._settings = self._xml("settings")
        styles = self._xml("styles")
        theme = Theme(lambda: self._xml("theme"), self._theme_language)
        self._styles = Styles(styles, Numbering(lambda: self._xml("numbering"), styles), theme)
        self._sections = read_sections(body)
        self._walker = Walker(self._styles)
        self._paragraphs: list[Paragraph] = []
        self._rule_lines = RuleLines(theme)
        self._notes: list[tuple[str, int, int]] = []  # kind, id, section
        self._page_parts: dict[str, tuple[int, ...]] = {}
        self._unread: list[str] = []
        self._pictures = 0

    def sheet(self) -> Sheet:
        self._read_body()
        facts = [self._read_headers(i, section) for i, section in enumerate(self._sections)]
        facts = [self._read_footers(i, section) for i, section in enumerate(facts)]
        self._read_notes()
        self._rule_lines.read_cells(self._walker.edges, self._paragraphs)
        return Sheet(
            paragraphs=tuple(self._paragraphs),
            rule_lines=tuple(sorted(self._rule_lines.found, key=lambda line: line.paragraph)),
            sections=tuple(facts),
            title=self._title(),
            language=self._styles.language,
            by_style=_by_style(self._paragraphs),
            unread=self._remarks(),
            has_macros=self._package.has_macros,
        )

    def _theme_language(self) -> str:
        return attr(child(self._settings, "themeFontLang"), "val") or ""

    def _read_body(self) -> None:
        noted = next(self._body.iter(w("lastRenderedPageBreak")), None) is not None
        story = _Story(Counter(self._styles.numbering), pages=Pages(noted))
        section, begins = 0, False
        base = Frame("than", 0, self._sections[0].text_width_mm)
        known = here = base
        ends = {s.end for s in self._sections} if len(self._sections) > 1 else set()
        self._walker.tracked = next(self._body.iter(*GONE), None) is not None
        for block in self._walker.blocks(self._body, base):
            if block.frame is not known:  # most neighbours share a frame
                known = block.frame
                here = self._placed(known, section, base)
            self._add(block, here, story, new_page=begins and self._sections[section].new_page)
            begins = block.properties is not None and block.properties in ends
            if begins and section < len(self._sections) - 1:
                section += 1
                here = self._placed(known, section, base)
        self._walker.tracked = True

    def _placed(self, frame: Frame, section: int, base: Frame) -> Frame:
        """A frame of the body as it is in this section."""
        if not section:
            return frame
        width = self._sections[section].text_width_mm if frame is base else frame.width_mm
        return Frame(frame.zone, section, width, frame.cell, frame.table)

    def _read_headers(self, index: int, section: Section) -> SectionFacts:
        numbers = {
            kind: self._read_page_part(section.headers.get(kind), "dau_trang", index)
            for kind in self._shown_kinds(section)
        }
        return replace(
            section.facts,
            default_header=numbers.get("default", ()),
            first_header=numbers.get("first", ()),
            even_header=numbers.get("even", ()),
        )

    def _read_footers(self, index: int, facts: SectionFacts) -> SectionFacts:
        section = self._sections[index]
        numbers = {
            kind: self._read_page_part(section.footers.get(kind), "chan_trang", index)
            for kind in self._shown_kinds(section)
        }
        return replace(
            facts,
            default_footer=numbers.get("default", ()),
            first_footer=numbers.get("first", ()),
            even_footer=numbers.get("even", ()),
        )

    def _shown_kinds(self, section: Section) -> list[str]:
        even = is_on(child(self._settings, "evenAndOddHeaders"))
        return ["default", *(["first"] if section.facts.title_page else []), *(["even"] if even else [])]

    def _read_page_part(self, relationship_id: str | None, zone: Zone, section: int) -> tuple[int, ...]:
        """Read a header or footer once, and give the numbers of its paragraphs."""
        name = self._package.target(self._package.main, relationship_id) if relationship_id else None
        if name is None:
            return ()
        if name not in self._page_parts:
            root = self._part(name)
            self._page_parts[name] = () if root is None else self._story(root, zone, section)
        return self._page_parts[name]

    def _read_notes(self) -> None:
        for kind in ("footnote", "endnote"):
            if not any(found == kind for found, _, _ in self._notes):
                continue
            root = self._xml(f"{kind}s")
            notes = {
                whole(attr(note, "id")): note
                for note in children(root, kind)
                if attr(note, "type") in (None, "normal")
            }
            for found, note_id, section in self._notes:
                note = notes.pop(note_id, None) if found == kind else None
                if note is not None:
                    self._story(note, "chu_thich", section)

    def _story(self, root: Element, zone: Zone, section: int) -> tuple[int, ...]:
        frame = Frame(zone, section, self._sections[section].text_width_mm)
        first = len(self._paragraphs) + 1
        self._add_all(self._walker.blocks(root, frame), _Story(Counter(self._styles.numbering)))
        return tuple(range(first, len(self._paragraphs) + 1))

    def _add_all(self, blocks: Iterable[Block], story: _Story) -> None:
        for block in blocks:
            self._add(block, block.frame, story)

    def _add(self, block: Block, frame: Frame, story: _Story, *, new_page: bool = False) -> None:
        """Read one paragraph, then the text boxes anchored in it."""
        number = len(self._paragraphs) + 1
        if number > MAX_PARAGRAPHS:
            raise too_long(self._package.where)
        props = self._styles.paragraph(block.properties, frame.table)
        inline = Inline()
        for element in block.elements:
            read_inline(element, props["look_of"], story.state, inline)
        page, forced = story.page, bool(props["page_break_before"])
        if story.pages is not None:
            page, forced = story.pages.place(inline, frame.cell, new_page=forced or new_page)
        label = story.counter.label(props["list"])
        paragraph = paragraph_of(number, frame, label, props, inline, page, forced)
        self._paragraphs.append(paragraph)
        if self._trace is not None:
            self._trace.sources.append((block, inline))
        if inline.notes or inline.endnotes:
            self._notes += [("footnote", note, frame.section) for note in inline.notes]
            self._notes += [("endnote", note, frame.section) for note in inline.endnotes]
        self._rule_lines.read(paragraph, props, frame.width_mm)
        if inline.drawn is not None:
            self._add_drawn(inline.drawn, paragraph, frame, story)

    def _add_drawn(self, drawn: Drawn, paragraph: Paragraph, frame: Frame, story: _Story) -> None:
        """Add the lines and text boxes that are anchored in a paragraph."""
        self._rule_lines.read_drawn(paragraph, drawn.strokes, frame.width_mm)
        self._unread += drawn.unread
        self._pictures += drawn.pictures
        for box in drawn.boxes:
            inside = Frame(frame.zone, frame.section, box.width_mm)
            blocks = self._walker.blocks(box.content, inside)
            self._add_all(blocks, _Story(story.counter, page=paragraph.page))

    def _remarks(self) -> tuple[str, ...]:
        """What could not be read, each once."""
        remarks = dict.fromkeys([*self._walker.unread, *self._unread])
        has_words = any(not span.text.isspace() for p in self._paragraphs for span in p.spans)
        if self._pictures and not has_words:
            remarks["văn bản là ảnh chụp, không có chữ"] = None
        return tuple(remarks)

    def _xml(self, kind: str) -> Element | None:
        """The part that the main part points to by this kind of relationship."""
        found = self._package.related(self._package.main, kind)
        return self._part(found[0]) if found else None

    def _part(self, name: str) -> Element | None:
        root = self._package.xml(name)
        if self._trace is not None and root is not None:
            self._trace.roots[name] = root
        return root

    def _title(self) -> str:
        found = self._package.related("", "core-properties")
        root = self._package.xml(found[0]) if found else None
        title = "" if root is None else root.findtext(_TITLE) or ""
        return unicodedata.normalize("NFC", title.strip())


def _by_style(paragraphs: list[Paragraph]) -> dict[str, tuple[Paragraph, ...]]:
    found: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.zone == "than":
            found.setdefault(paragraph.style, []).append(paragraph)
    return {style: tuple(members) for style, members in found.items()}
