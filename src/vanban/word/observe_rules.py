"""Rule lines of a sheet, however they are made: drawn, as a border, or typed."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from vanban.model.sheet import Paragraph, RuleLine, Span
from vanban.word.metrics import text_width_mm
from vanban.word.observe_properties import Edge, Props, Tab
from vanban.word.observe_strokes import THEMED, Stroke
from vanban.word.observe_tables import CellEdge
from vanban.word.observe_theme import Theme

SHORTEST_MM: Final = 3.0
"""A line shorter than this is a slip."""
RAISED_SIZE: Final = 0.6
"""Raised and lowered text prints smaller: at 58 % of the size in LibreOffice, at about two thirds in Word.
With this share the raised underscores in the sample forms of Phụ lục III are as long as Tiêu ngữ."""

_INKED: Final = frozenset("_-‐‑‒–—―─━‗¯")
_TYPED: Final = re.compile(r"[_\-‐‑‒–—―─━‗¯]{3,}")
_LEADERS: Final = frozenset({"underscore", "hyphen", "heavy"})
_DEFAULT_TAB_MM: Final = 12.7


class RuleLines:
    """Collects the rule lines of one file."""

    def __init__(self, theme: Theme) -> None:
        self.found: list[RuleLine] = []
        self._theme = theme
        self._last: tuple[int, tuple[object, ...]] | None = None

    def read_drawn(self, paragraph: Paragraph, strokes: list[Stroke], room_mm: float | None) -> None:
        """Add the drawn lines that are anchored in a paragraph."""
        for stroke in strokes:
            self._add_stroke(paragraph, stroke, room_mm)

    def read(self, paragraph: Paragraph, props: Props, room_mm: float | None) -> None:
        """Add the borders and typed lines of a paragraph with `room_mm` between the edges of its column."""
        if paragraph.border_top or paragraph.border_bottom:
            self._add_border(paragraph, props, room_mm)
        spans = paragraph.spans
        if spans:
            last = spans[-1].text.rstrip(" \t\n")[-1:]
            if last in _INKED or (last == "" and (spans[-1].underline or props["tabs"])):
                self._add_typed(paragraph, props["tabs"])

    def read_cells(self, edges: list[CellEdge], paragraphs: list[Paragraph]) -> None:
        """Add the borders of single cells: a top one to the first paragraph of the cell, else to the last."""
        cells: dict[int, list[Paragraph]] = {id(edge.cell): [] for edge in edges}
        for paragraph in paragraphs if cells else ():
            if paragraph.cell is not None and id(paragraph.cell) in cells:
                cells[id(paragraph.cell)].append(paragraph)
        for cell, below, edge in edges:
            inside = cells[id(cell)]
            if inside and cell.width_mm is not None and cell.width_mm >= SHORTEST_MM:
                owner = inside[-1 if below else 0]
                offset = None if below else 0.0
                self._add_edge(owner, cell.width_mm, edge, offset, -cell.margin_left_mm)

    def _add_stroke(self, paragraph: Paragraph, stroke: Stroke, room_mm: float | None) -> None:
        length = room_mm if stroke.length_mm is None else stroke.length_mm
        color = stroke.color
        if color.startswith(THEMED):
            color = self._theme.color(color.removeprefix(THEMED))
        if length is None or color == "FFFFFF":
            return
        self.found.append(
            RuleLine(
                paragraph.number,
                length,
                "ve",
                stroke.top_mm,
                stroke.left_mm,
                "auto" if color == "000000" else color,
                stroke.dashed,
                stroke.double,
            )
        )

    def _add_border(self, paragraph: Paragraph, props: Props, room_mm: float | None) -> None:
        """Of paragraphs in a row with the same borders and indents only the outer borders are drawn."""
        top, bottom = props.get("border_top"), props.get("border_bottom")
        if props.get("border_left") or props.get("border_right") or room_mm is None:
            return
        left = paragraph.left_mm + min(paragraph.first_line_mm, 0.0)
        length = room_mm - left - paragraph.right_mm
        alike = (top, bottom, left, paragraph.right_mm, id(paragraph.cell), paragraph.zone)
        if self._last == (paragraph.number - 1, alike):
            if bottom is not None and self.found and self.found[-1].paragraph == paragraph.number - 1:
                self.found.pop()
            top = None
        self._last = (paragraph.number, alike)
        edge, offset = (bottom, None) if bottom is not None else (top, 0.0)
        if edge is not None and length > 0:  # a border never is a slip of the mouse
            self._add_edge(paragraph, length, edge, offset, left)

    def _add_edge(
        self, paragraph: Paragraph, length: float, edge: Edge, offset: float | None, left: float
    ) -> None:
        line = RuleLine(paragraph.number, length, "vien", offset, left, edge.color, edge.dashed, edge.double)
        self.found.append(line)

    def _add_typed(self, paragraph: Paragraph, tabs: tuple[Tab, ...]) -> None:
        """A line of the text that is nothing but underscores or dashes, or tabs that leave a line behind."""
        for spans in _lines(paragraph.spans):
            text = "".join(span.text for span in spans).strip()
            if _TYPED.fullmatch(text):
                length = sum(_width_mm(span) for span in spans)
            elif not text:
                length = _tabbed_mm(spans, tabs, paragraph.left_mm + paragraph.first_line_mm)
            else:
                continue
            if length >= SHORTEST_MM:
                color = next((s.color for s in spans if s.color not in ("auto", "000000")), "auto")
                self.found.append(RuleLine(paragraph.number, length, "go", color=color))


def _lines(spans: tuple[Span, ...]) -> list[list[Span]]:
    """The spans cut at line breaks, without empty ones."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        parts = span.text.split("\n")
        for i, part in enumerate(parts):
            if i:
                lines.append([])
            if part:
                lines[-1].append(span if len(parts) == 1 else replace(span, text=part))
    return lines


def _width_mm(span: Span) -> float:
    size = span.size_pt * (RAISED_SIZE if span.raised else 1.0)
    return text_width_mm(span.text.strip(" \t\u00a0"), size, bold=span.bold, italic=span.italic)


def _tabbed_mm(spans: list[Span], tabs: tuple[Tab, ...], start_mm: float) -> float:
    """The length of the line that tabs draw: those underlined, and those with a leader."""
    here, length = start_mm, 0.0
    places = [tab.mm for tab in tabs]
    for span in spans:
        for char in span.text:
            if char == "\t":
                ahead = bisect_right(places, here + 0.1)
                stop = tabs[ahead] if ahead < len(tabs) else None
                after = stop.mm if stop else (here // _DEFAULT_TAB_MM + 1) * _DEFAULT_TAB_MM
                leads = stop is not None and stop.leader in _LEADERS
                length += after - here if span.underline or leads else 0.0
                here = after
    return length
