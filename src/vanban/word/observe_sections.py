"""Sections: page, margins, and which parts are their headers and footers."""

from typing import Final, NamedTuple

from vanban.model.sheet import SectionFacts
from vanban.word.observe_properties import Element, attr, child, children, is_on, mm, whole
from vanban.word.ooxml import R, w

_LETTER_MM: Final = (215.9, 279.4)
_INCH_MM: Final = 25.4
"""What Word takes where a section gives no page and no margins."""


class Section(NamedTuple):
    """The facts of a section (headers still empty), the width of its text, and its header and footer ids."""

    facts: SectionFacts
    text_width_mm: float
    headers: dict[str, str]
    """Relationship id of the header by kind: "default", "first", "even"."""
    footers: dict[str, str]
    new_page: bool
    """Whether it begins on a new page."""
    end: Element | None
    """What holds its `w:sectPr`: the `w:pPr` of its last paragraph, or the body."""


def read_sections(body: Element) -> list[Section]:
    """The sections of a body in order, at least one; headers not named come from the section before."""
    sections: list[Section] = []
    for element in section_elements(body):
        before = sections[-1] if sections else None
        sections.append(_section(element, before))
    return sections or [_section(None, None)]


def section_elements(body: Element) -> list[Element]:
    """The `w:sectPr` of a body in order, without the old ones that tracked changes keep."""
    homes = (w("pPr"), w("body"))
    return [e for e in body.iter(w("sectPr")) if (up := e.getparent()) is not None and up.tag in homes]


def _section(element: Element | None, before: Section | None) -> Section:
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    width, height = mm(attr(size, "w")), mm(attr(size, "h"))
    width = _LETTER_MM[0] if width is None else width
    height = _LETTER_MM[1] if height is None else height
    sides = {name: mm(attr(margins, name)) for name in ("top", "bottom", "left", "right")}
    top, bottom, left, right = (_INCH_MM if v is None else v for v in sides.values())
    left += mm(attr(margins, "gutter")) or 0.0
    facts = SectionFacts(
        width_mm=width,
        height_mm=height,
        landscape=width > height or (attr(size, "orient") == "landscape" and width >= height),
        top_mm=abs(top),  # negative: fixed, whatever the header needs
        bottom_mm=abs(bottom),
        left_mm=left,
        right_mm=right,
        title_page=is_on(child(element, "titlePg")),
        page_start=whole(attr(child(element, "pgNumType"), "start")),
        header_distance_mm=_distance(margins, "header"),
        footer_distance_mm=_distance(margins, "footer"),
        page_format=attr(child(element, "pgNumType"), "fmt") or "decimal",
    )
    return Section(
        facts,
        _column_width(width - left - right, child(element, "cols")),
        {**(before.headers if before else {}), **_references(element, "headerReference")},
        {**(before.footers if before else {}), **_references(element, "footerReference")},
        attr(child(element, "type"), "val") not in ("continuous", "nextColumn"),
        None if element is None else element.getparent(),
    )


def _distance(margins: Element | None, name: str) -> float:
    distance = mm(attr(margins, name))
    return _INCH_MM / 2 if distance is None else distance


def _column_width(text_width: float, columns: Element | None) -> float:
    count = whole(attr(columns, "num")) or 1
    if count < 2:
        return text_width
    space = mm(attr(columns, "space"))
    return (text_width - (12.7 if space is None else space) * (count - 1)) / count


def _references(element: Element | None, name: str) -> dict[str, str]:
    return {
        attr(reference, "type") or "default": str(reference.get(f"{{{R}}}id", ""))
        for reference in children(element, name)
    }
