"""The sheet: what a reader sees on the pages of a .docx, in effective values.

Every value is after the chain of styles, the defaults of the file and the theme. Lengths carry their
unit in the name (mm, pt). A sheet is made by `word.observe` and read by `check.form`.
"""

from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "both"]
Zone = Literal["than", "dau_trang", "chan_trang", "chu_thich"]
"""Body, page header, page footer, footnote."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look."""

    text: str
    font: str
    size_pt: float
    bold: bool
    italic: bool
    caps: bool
    underline: bool
    color: str
    """Six hex digits, or "auto"."""
    highlight: bool
    raised: Literal["", "superscript", "subscript"] = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The innermost table cell that a paragraph stands in; counts from 0."""

    table: int
    row: int
    column: int
    width_mm: float | None
    margin_left_mm: float
    margin_right_mm: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `number` counts from 1 through the whole file in reading order."""

    number: int
    zone: Zone
    style: str
    spans: tuple[Span, ...]
    label: str
    """The number or bullet that Word's list puts before the text, "" if none."""
    align: Align
    left_mm: float
    right_mm: float
    first_line_mm: float
    """Indent of the first line against the others; negative for a hanging indent."""
    before_pt: float
    after_pt: float
    line_rule: Literal["auto", "exact", "atLeast"]
    line: float
    """Multiple of a single line for "auto", points otherwise."""
    keep_next: bool
    outline_level: int | None
    """0 for a heading of the first level; None for body text."""
    border_top: bool
    border_bottom: bool
    section: int
    """Index of the section that it stands in."""
    cell: Cell | None = None
    fields: tuple[str, ...] = ()
    """Field codes in it, such as "PAGE"."""
    notes: tuple[int, ...] = ()
    """Ids of the footnotes that hang on it."""
    page: int | None = None
    """The page it begins on, as Word counted when it last saved the file; None where it left no trace."""

    @property
    def text(self) -> str:
        """The words, without the list label."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A drawn line: its length, and the paragraph (number) that draws it."""

    paragraph: int
    length_mm: float


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """Page and margins of one section."""

    width_mm: float
    height_mm: float
    landscape: bool
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    title_page: bool
    """Whether the first page has its own header."""
    page_start: int | None
    default_header: tuple[int, ...] = ()
    """Numbers of the paragraphs in the header of ordinary pages."""
    first_header: tuple[int, ...] = ()
    """Numbers of the paragraphs in the header of the first page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document as seen."""

    paragraphs: tuple[Paragraph, ...]
    rule_lines: tuple[RuleLine, ...]
    sections: tuple[SectionFacts, ...]
    title: str = ""
    language: str = ""
    by_style: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    """Paragraphs of the body by the name of their style."""
