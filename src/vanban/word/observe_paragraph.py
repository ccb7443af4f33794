"""Put one paragraph of the sheet together from what was read of it."""

from typing import Final

from vanban.model.sheet import Paragraph
from vanban.word.observe_blocks import Frame
from vanban.word.observe_inline import Inline
from vanban.word.observe_properties import Props

_AUTO_PT: Final = 14.0
"""What Word takes for the automatic spacing of web pages."""
_FAR_MM: Final = 10_000.0
_ALIGN: Final = {"center": "center", "right": "right", "end": "right"}


def paragraph_of(
    number: int, frame: Frame, label: str, props: Props, inline: Inline,
    page: int | None, page_break_before: bool,
) -> Paragraph:  # fmt: skip
    """The paragraph; `label` is that of its list.

    A frame as wide as its text (`w:framePr` of page numbers) is aligned as the frame is.
    """
    spans = inline.spans()
    return Paragraph(
        number=number,
        zone=frame.zone,
        style=props["style"],
        spans=spans,
        label=label,
        align=props["frame_align"] or props["align"],
        left_mm=props["left_mm"],
        right_mm=props["right_mm"],
        first_line_mm=props["first_line_mm"],
        before_pt=_AUTO_PT if props.get("before_auto") else props["before_pt"],
        after_pt=_AUTO_PT if props.get("after_auto") else props["after_pt"],
        line_rule=props["line_rule"],
        line=props["line"],
        keep_next=props["keep_next"],
        outline_level=props["outline_level"],
        border_top=props.get("border_top") is not None,
        border_bottom=props.get("border_bottom") is not None,
        section=frame.section,
        cell=frame.cell,
        fields=tuple(inline.fields),
        notes=tuple(inline.notes),
        page=page,
        page_break_before=page_break_before,
        loose_marks=inline.loose_marks,
        tab_stops=_tab_stops(inline, props) if props["tabs"] or inline.tab_align else (),
        page_number_format=inline.page_format,
        contextual=bool(props.get("contextual")),
    )


def _tab_stops(inline: Inline, props: Props) -> tuple[tuple[float, str], ...]:
    """The stops that are set; a `w:ptab` at the head of a text needs none, and stands for one far away."""
    if inline.tab_align is not None:
        return ((_FAR_MM, inline.tab_align),)
    return tuple((tab.mm, _ALIGN.get(tab.align, "left")) for tab in props["tabs"])
