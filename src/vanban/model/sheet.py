"""The sheet: what a reader sees on the pages of a .docx, in effective values.

Every value is after the chain of styles, the defaults of the file and the theme. Lengths carry their
unit in the name (mm, pt). A sheet is made by `word.observe` and read by `check.form`.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeVar, dataclass_transform

Align = Literal["left", "center", "right", "both"]
Zone = Literal["than", "dau_trang", "chan_trang", "chu_thich"]
"""Body, page header, page footer, footnote."""
_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def _value(cls: type[_T]) -> type[_T]:
    """A frozen dataclass for the type checker. A guard at run time triples what it costs to make one, and a
    sheet is made of thousands: they took a sixth of all reading."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@_value
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


@_value
class Cell:
    """The innermost table cell that a paragraph stands in; counts from 0."""

    table: int
    row: int
    column: int
    width_mm: float | None
    margin_left_mm: float
    margin_right_mm: float


@_value
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
    page_break_before: bool = False
    """Whether an explicit break puts it on a new page: its own, one right before it, or a new section."""
    loose_marks: bool = False
    """Whether its raw text has marks apart from their letters; `text` has them joined (NFC)."""
    tab_stops: tuple[tuple[float, str], ...] = ()
    """Places (mm from the left edge of the column) and alignment of the tab stops that are set."""
    contextual: bool = False
    """Whether it takes no spacing against a neighbour of its own style."""
    page_number_format: str = ""
    """The format that its PAGE field asks for, as the field says it ("ROMAN", "Arabic"); "" if none."""
    _text: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The words, without the list label; joined once, as every rule asks for them."""
        text = self._text
        if text is None:
            text = "".join([span.text for span in self.spans])
            object.__setattr__(self, "_text", text)
        return text

    @property
    def tab_align(self) -> str | None:
        """How the tabs that the text begins with align what follows ("center" …); None without such tabs."""
        text = self.text
        count = len(text) - len(text.lstrip("\t"))
        start = self.left_mm + self.first_line_mm
        ahead = [align for place, align in self.tab_stops if place > start]
        return None if not count else "left" if count > len(ahead) else ahead[count - 1]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule line: its length, and the paragraph (number) that draws it or that it is anchored in.

    People anchor a drawn line in a neighbour of the paragraph that it belongs to; `offset_mm` helps to tell.
    """

    paragraph: int
    length_mm: float
    how: Literal["ve", "vien", "go"] = "ve"
    """Drawn (a shape), a border (of a paragraph or a table cell), or typed (underscores, dashes, tabs)."""
    offset_mm: float | None = None
    """Of the line under the top of the paragraph, negative above it; 0 for a top border. None: not known,
    or at the paragraph itself, as with a bottom border and a typed line."""
    left_mm: float | None = None
    """From the left edge of the text column (of a cell: of its text) to the line; None: not known."""
    color: str = "auto"
    """Six hex digits, or "auto" for black. White lines are not seen, so there is none."""
    dashed: bool = False
    double: bool = False


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
    even_header: tuple[int, ...] = ()
    """The same for even pages, where they have their own; `default_header` is then that of odd pages."""
    default_footer: tuple[int, ...] = ()
    first_footer: tuple[int, ...] = ()
    even_footer: tuple[int, ...] = ()
    header_distance_mm: float = 12.7
    """From the upper edge of the paper to the header; Word takes half an inch where the file is silent."""
    footer_distance_mm: float = 12.7
    page_format: str = "decimal"
    """How pages are numbered: "decimal", "upperRoman", "lowerLetter" …"""


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
    unread: tuple[str, ...] = ()
    """What the file holds but could not be read, in Vietnamese, each once."""
    has_macros: bool = False
    """Whether the file carries programs (VBA); they are never run."""
