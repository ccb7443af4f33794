"""See a .docx as a reader does: `observe` turns its bytes into a `Sheet` of effective values.

Reading order is the body with its tables in place, then headers, footers, footnotes and endnotes; a
text box comes after the paragraph that it is anchored in. Headers that no page shows are left out.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from vanban.model.errors import SourceError
from vanban.model.sheet import Paragraph, RuleLine, SectionFacts, Sheet, Zone
from vanban.word.observe_blocks import Block, Frame, Walker
from vanban.word.observe_inline import FieldState, Inline, read_inline
from vanban.word.observe_numbering import Counter, Numbering
from vanban.word.observe_properties import Element, Props, attr, child, children, is_on, whole
from vanban.word.observe_sections import Section, read_sections
from vanban.word.observe_styles import Styles
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
    body = child(root, "body")
    if body is None:
        raise SourceError(
            f"phần {package.main} không có thân văn bản (w:body)",
            where=where,
            next_step="mở tệp bằng Word rồi lưu lại thành .docx",
        )
    if trace is not None and root is not None:
        trace.roots[package.main] = root
    return _Observer(package, body, trace).sheet()


class _Observer:
    """Reads one file once; numbers its paragraphs as it goes."""

    def __init__(self, package: Package, body: Element, trace: Trace | None) -> None:
        self._package = package
        self._trace = trace
        self._body = body
        self._settings = self._xml("settings")
        styles = self._xml("styles")
        numbering = Numbering(self._xml("numbering"), styles)
        self._styles = Styles(styles, numbering, self._xml("theme"), self._settings)
        self._sections = read_sections(body)
        self._walker = Walker(self._styles)
        self._paragraphs: list[Paragraph] = []
        self._rule_lines: list[RuleLine] = []
        self._notes: list[tuple[str, int, int]] = []  # kind, id, section
        self._page_parts: dict[str, tuple[int, ...]] = {}

    def sheet(self) -> Sheet:
        self._read_body()
        facts = [self._read_headers(i, section) for i, section in enumerate(self._sections)]
        self._read_footers()
        self._read_notes()
        return Sheet(
            paragraphs=tuple(self._paragraphs),
            rule_lines=tuple(self._rule_lines),
            sections=tuple(facts),
            title=self._title(),
            language=self._styles.language,
            by_style=_by_style(self._paragraphs),
        )

    def _read_body(self) -> None:
        state, counter = FieldState(), Counter(self._styles.numbering)
        section = 0
        last = len(self._sections) - 1
        for block in self._walker.blocks(self._body, Frame("than", 0, None)):
            frame = block.frame if block.frame.section == section else replace(block.frame, section=section)
            if frame.cell is None:
                frame = replace(frame, width_mm=self._sections[section].text_width_mm)
            self._add(replace(block, frame=frame), state, counter)
            if child(block.properties, "sectPr") is not None:
                section = min(section + 1, last)

    def _read_headers(self, index: int, section: Section) -> SectionFacts:
        numbers = {
            kind: self._read_page_part(section.headers.get(kind), "dau_trang", index)
            for kind in self._shown_kinds(section)
        }
        return replace(
            section.facts,
            default_header=numbers.get("default", ()),
            first_header=numbers.get("first", ()),
        )

    def _read_footers(self) -> None:
        for index, section in enumerate(self._sections):
            for kind in self._shown_kinds(section):
                self._read_page_part(section.footers.get(kind), "chan_trang", index)

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
        self._add_all(self._walker.blocks(root, frame), Counter(self._styles.numbering))
        return tuple(range(first, len(self._paragraphs) + 1))

    def _add_all(self, blocks: Iterable[Block], counter: Counter) -> None:
        state = FieldState()
        for block in blocks:
            self._add(block, state, counter)

    def _add(self, block: Block, state: FieldState, counter: Counter) -> None:
        """Read one paragraph, then the text boxes anchored in it."""
        frame, properties = block.frame, block.properties
        style = self._styles.paragraph_style(attr(child(properties, "pStyle"), "val"))
        props = self._styles.paragraph(properties, frame.table_style)
        inline = Inline()
        look_of = partial(self._styles.run, table_style=frame.table_style, paragraph_style=style)
        for element in block.elements:
            read_inline(element, look_of, state, inline)
        number = len(self._paragraphs) + 1
        paragraph = _paragraph(number, frame, self._styles.name(style), props, inline, counter)
        self._paragraphs.append(paragraph)
        if self._trace is not None:
            self._trace.sources.append((block, inline))
        self._notes += [("footnote", note, frame.section) for note in inline.notes]
        self._notes += [("endnote", note, frame.section) for note in inline.endnotes]
        self._add_lines(paragraph, props, inline, frame)
        for box in inline.drawn.boxes:
            inside = Frame(frame.zone, frame.section, box.width_mm)
            self._add_all(self._walker.blocks(box.content, inside), counter)

    def _add_lines(self, paragraph: Paragraph, props: Props, inline: Inline, frame: Frame) -> None:
        lengths = list(inline.drawn.lines_mm)
        boxed = props.get("border_left") or props.get("border_right")
        bordered = (paragraph.border_top or paragraph.border_bottom) and not boxed
        if bordered and not paragraph.text.strip() and frame.width_mm is not None:
            left = paragraph.left_mm + min(paragraph.first_line_mm, 0.0)
            lengths.append(max(frame.width_mm - left - paragraph.right_mm, 0.0))
        self._rule_lines += [RuleLine(paragraph.number, length) for length in lengths]

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


def _paragraph(
    number: int, frame: Frame, style: str, props: Props, inline: Inline, counter: Counter
) -> Paragraph:
    return Paragraph(
        number=number,
        zone=frame.zone,
        style=style,
        spans=inline.spans(),
        label=counter.label(props["list"]),
        align=props["align"],
        left_mm=props["left_mm"],
        right_mm=props["right_mm"],
        first_line_mm=props["first_line_mm"],
        before_pt=props["before_pt"],
        after_pt=props["after_pt"],
        line_rule=props["line_rule"],
        line=props["line"],
        keep_next=props["keep_next"],
        outline_level=props["outline_level"],
        border_top=bool(props.get("border_top")),
        border_bottom=bool(props.get("border_bottom")),
        section=frame.section,
        cell=frame.cell,
        fields=tuple(inline.fields),
        notes=tuple(inline.notes),
    )


def _by_style(paragraphs: list[Paragraph]) -> dict[str, tuple[Paragraph, ...]]:
    found: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.zone == "than":
            found.setdefault(paragraph.style, []).append(paragraph)
    return {style: tuple(members) for style, members in found.items()}
