"""The last touch on a rendered paper: marks, rule lines, line breaks of names, an unbroken ending.

What depends on the words that were filled in can only be set after they are in: the length of a rule
line follows the text above it, a long agency name is broken evenly, the signature block keeps the end
of the text with it. The result of the same input is the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from xml.sax.saxutils import escape

from lxml import etree

from vanban.law.decree import Decree
from vanban.law.decree import Line as RuleLaw
from vanban.model.errors import TemplateError
from vanban.model.report import Chart
from vanban.word.archive import pack, unpack
from vanban.word.charts import place_charts
from vanban.word.column_widths import fit_columns
from vanban.word.footnotes_part import ensure_footnotes
from vanban.word.holding import close_cells, hold_signature, hold_tables
from vanban.word.list_starts import begin_lists
from vanban.word.marks import resolve_marks
from vanban.word.metrics import balanced, text_width_mm, wrap
from vanban.word.ooxml import TWIPS_PER_MM, printable, twips, w
from vanban.word.package_parts import core_properties
from vanban.word.sections import drop_empty_sections
from vanban.word.style_ids import own_style_ids
from vanban.word.styles import CUSTOM_RULES, RULE_STYLES, style_id

_EVEN = ("co_quan_chu_quan", "co_quan_ban_hanh", "trich_yeu", "ten_phu_luc")
"""Components whose lines are centred and short, so that an uneven break shows."""
_SLACK_MM = 0.6
"""Programs measure a line a hair differently; without it one of them would break it once more."""
NO_CHARTS: Mapping[str, Chart] = MappingProxyType({})
_DOCUMENT, _NOTES, _STYLES, _NUMBERING, _CORE = (
    "word/document.xml",
    "word/footnotes.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "docProps/core.xml",
)


def finish(
    rendered: bytes,
    decree: Decree,
    *,
    title: str,
    language: str,
    day: date,
    charts: Mapping[str, Chart] = NO_CHARTS,
) -> bytes:
    """The finished .docx. `title`, `language` and `day` become properties of the file; `charts` by code.

    Raises TemplateError where the template lacks a part that the words need.
    """
    parts = _sound(unpack(rendered))
    document = _root(parts, _DOCUMENT)
    body = document.find(w("body"))
    if body is None:
        raise _lacking("thân văn bản (w:body)")
    notes = _root(parts, _NOTES)
    if _NUMBERING in parts:
        numbering = _root(parts, _NUMBERING)
        begin_lists(body, _root(parts, _STYLES), numbering)
        parts[_NUMBERING] = _serialised(numbering)
    resolve_marks(body, notes)
    looks = _Looks(_root(parts, _STYLES))
    close_cells(body)
    fit_columns(body)
    drop_empty_sections(body)
    for code in _EVEN:
        _even_lines(body, decree.component(code).style, looks)
    for rule in (*decree.lines, *CUSTOM_RULES):
        _fit_rule(body, rule, decree, looks)
    hold_signature(body, style_id(decree.component("quyen_han").style))
    hold_tables(body)
    place_charts(body, parts, charts, font=decree.page.phong, language=language, room_mm=_room_mm)
    parts[_DOCUMENT] = _serialised(document)
    parts[_NOTES] = _serialised(notes)
    core = core_properties(title=escape(printable(title)), language=language, created=day.isoformat())
    parts[_CORE] = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + core.encode()
    return pack(parts)


def _sound(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts as our own template has them, whatever program saved it."""
    own_style_ids(parts)
    ensure_footnotes(parts)
    return parts


def _root(parts: dict[str, bytes], name: str) -> etree._Element:
    if name not in parts:
        raise _lacking(f"phần {name}")
    return etree.fromstring(parts[name])


def _lacking(what: str) -> TemplateError:
    return TemplateError(f"mẫu thiếu {what}", next_step="lấy lại mẫu gốc của vanban rồi sửa lời văn trong đó")


def rule_length_mm(lines_mm: list[float], law: RuleLaw) -> float:
    """The length of a rule line under text lines of these widths.

    The decree speaks of "the line of text" in the singular. Under several lines the length is taken so
    that it is lawful against the longest and against the last one where both can be met, and
    otherwise against the longest.
    """
    longest, last = max(lines_mm), lines_mm[-1]
    low, high = max(longest, last) * law.ty_le.min, min(longest, last) * law.ty_le.max
    wanted = longest * law.ty_le.use
    return min(max(wanted, low), high) if low <= high else wanted


class _Looks:
    """Size and weight of the paragraph styles of one file."""

    def __init__(self, styles: etree._Element) -> None:
        self._by_id = {s.get(w("styleId")): s for s in styles.findall(w("style"))}

    def size_pt(self, style: str, otherwise: float) -> float:
        """Font size of a style in points."""
        size = self._by_id[style].find(f"{w('rPr')}/{w('sz')}") if style in self._by_id else None
        return float(size.get(w("val"), "0")) / 2 if size is not None else otherwise

    def is_bold(self, style: str) -> bool:
        """Whether a style is bold."""
        return style in self._by_id and self._by_id[style].find(f"{w('rPr')}/{w('b')}") is not None


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style.get(w("val"), "") if style is not None else ""


def _text_of(paragraph: etree._Element) -> str:
    pieces = []
    for node in paragraph.iter(w("t"), w("br")):
        pieces.append("\n" if node.tag == w("br") else node.text or "")
    return "".join(pieces)


def _room_mm(paragraph: etree._Element) -> float:
    """Width between the edges of a paragraph's cell, or between the margins of its page."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == w("tc"):
        width = parent.find(f"{w('tcPr')}/{w('tcW')}")
        if width is not None and width.get(w("type")) == "dxa":
            return int(width.get(w("w"), "0")) / TWIPS_PER_MM
    section = _section_of(paragraph)
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margin is None:
        raise _lacking("khổ giấy và lề trang")
    sides = sum(int(margin.get(w(side), "0")) for side in ("left", "right"))
    return (int(size.get(w("w"), "0")) - sides) / TWIPS_PER_MM


def _section_of(paragraph: etree._Element) -> etree._Element:
    """The page that a paragraph of the body stands on: the next section mark, or the last one."""
    mark = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    for following in paragraph.itersiblings():
        if mark is not None:
            break
        mark = following if following.tag == w("sectPr") else following.find(f"{w('pPr')}/{w('sectPr')}")
    if mark is None:
        raise _lacking("khổ giấy và lề trang")
    return mark


def _even_lines(body: etree._Element, style: str, looks: _Looks) -> None:
    """Lines that need breaking break evenly: the paragraph is drawn in until they do.

    The words stay one run of text, so that they can be found and edited.
    """
    identity = style_id(style)
    for paragraph in [p for p in body.iter(w("p")) if _style_of(p) == identity]:
        room_mm, text = _room_mm(paragraph), _text_of(paragraph)
        lines = balanced(text, room_mm, looks.size_pt(identity, 13), bold=looks.is_bold(identity))
        if len(lines) > 1 and "\n" not in text:
            widest = max(
                text_width_mm(x, looks.size_pt(identity, 13), bold=looks.is_bold(identity)) for x in lines
            )
            _indent_both(paragraph, max(0.0, (room_mm - widest - _SLACK_MM) / 2))


def _fit_rule(body: etree._Element, rule: RuleLaw, decree: Decree, looks: _Looks) -> None:
    """The rule lines of one kind get the length that the text above them asks for.

    "(Kèm theo …)" may stand between a subject and its line (Mẫu 1.3).
    """
    above = style_id(decree.component(rule.duoi).style)
    size_pt, bold = looks.size_pt(above, decree.component(rule.duoi).co_chu_pt.use), looks.is_bold(above)
    between = style_id(decree.component("kem_theo").style)
    for paragraph in [p for p in body.iter(w("p")) if _style_of(p) == style_id(RULE_STYLES[rule.ma])]:
        room_mm = _room_mm(paragraph)
        lines: list[str] = []
        previous = paragraph.getprevious()
        while previous is not None and previous.tag == w("p") and _style_of(previous) == between != above:
            previous = previous.getprevious()
        while previous is not None and previous.tag == w("p") and _style_of(previous) == above:
            inner_mm = room_mm - _indents_mm(previous)
            lines = wrap(_text_of(previous), inner_mm, size_pt, bold=bold) + lines
            previous = previous.getprevious()
        widths = [width for line in lines if (width := text_width_mm(line, size_pt, bold=bold)) > 0]
        if widths:
            _indent_both(paragraph, max(0.0, (room_mm - min(rule_length_mm(widths, rule), room_mm)) / 2))


def _indent_both(paragraph: etree._Element, mm: float) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    for old in properties.findall(w("ind")):
        properties.remove(old)
    indent = etree.Element(w("ind"))
    for name, value in (("left", twips(mm)), ("right", twips(mm)), ("firstLine", 0)):
        indent.set(w(name), str(value))
    before = properties.find(w("jc"))
    if before is not None:
        before.addprevious(indent)
    else:
        properties.append(indent)


def _indents_mm(paragraph: etree._Element) -> float:
    indent = paragraph.find(f"{w('pPr')}/{w('ind')}")
    if indent is None:
        return 0.0
    return sum(int(indent.get(w(side), "0")) for side in ("left", "right")) / TWIPS_PER_MM


def _serialised(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
