"""The last touch on a rendered paper: marks, rule lines, line breaks of names, an unbroken ending.

What depends on the words that were filled in can only be set after they are in: the length of a rule
line follows the text above it, a long agency name is broken evenly, the signature block keeps the end
of the text with it. The result of the same input is the same bytes.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import cast
from xml.sax.saxutils import escape

from lxml import etree

from vanban.law.decree import Decree
from vanban.law.decree import Line as RuleLaw
from vanban.model.document import COUNT_OPEN
from vanban.model.errors import TemplateError
from vanban.model.report import CHART_OPEN, Chart
from vanban.word.archive import pack, unpack
from vanban.word.charts import place_charts
from vanban.word.column_widths import fit_columns
from vanban.word.footnotes_part import ensure_footnotes
from vanban.word.holding import close_cells, hold_signature, hold_tables
from vanban.word.list_starts import begin_lists
from vanban.word.marks import resolve_marks
from vanban.word.metrics import balanced, text_width_mm, wrap
from vanban.word.ooxml import TWIPS_PER_MM, W, printable, twips, w
from vanban.word.package_parts import core_properties
from vanban.word.sections import drop_empty_sections
from vanban.word.style_ids import own_style_ids
from vanban.word.styles import CUSTOM_RULES, RULE_STYLES, style_id

_EVEN = ("co_quan_chu_quan", "co_quan_ban_hanh", "trich_yeu", "ten_phu_luc")
"""Components whose lines are centred and short, so that an uneven break shows."""
_SLACK_MM = 0.6
"""Programs measure a line a hair differently; without it one of them would break it once more."""
_MARKS = "\ufdd0".encode()[:2]
"""How every mark of `model.document` begins in the bytes of a part."""
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
    parts = unpack(rendered)
    return pack(parts | finished(parts, decree, title=title, language=language, day=day, charts=charts))


def finished(
    parts: Mapping[str, bytes],
    decree: Decree,
    *,
    title: str,
    language: str,
    day: date,
    charts: Mapping[str, Chart] = NO_CHARTS,
) -> dict[str, bytes]:
    """The parts of the finished paper that are not as they were in `parts`; as `finish` in all else.

    A step that nothing in the words asks for is not taken: the marks are looked for in the bytes.
    """
    made = dict(parts)
    own_style_ids(made)
    ensure_footnotes(made)
    document, notes, data = _root(made, _DOCUMENT), _root(made, _NOTES), made[_DOCUMENT]
    body = document.find(w("body"))
    if body is None:
        raise _lacking("thân văn bản (w:body)")
    if COUNT_OPEN.encode() in data and _NUMBERING in made:
        numbering = _root(made, _NUMBERING)
        begin_lists(body, _root(made, _STYLES), numbering)
        made[_NUMBERING] = _serialised(numbering)
    if _MARKS in data:
        resolve_marks(body, notes)
        made[_NOTES] = _serialised(notes)
    close_cells(body)
    fit_columns(body, _room_mm)
    drop_empty_sections(body)
    _lay_out(body, decree, _looks(_part(made, _STYLES)))
    if CHART_OPEN.encode() in data:
        place_charts(body, made, charts, font=decree.page.phong, language=language, room_mm=_room_mm)
    made[_DOCUMENT] = _serialised(document)
    core = core_properties(title=escape(printable(title)), language=language, created=day.isoformat())
    made[_CORE] = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + core.encode()
    return {name: content for name, content in made.items() if content is not parts.get(name)}


def _lay_out(body: etree._Element, decree: Decree, looks: "_Looks") -> None:
    """What depends on how long the words are, and what stays together on a page."""
    signers = style_id(decree.component("quyen_han").style)
    rules = (*decree.lines, *CUSTOM_RULES)
    even = [style_id(decree.component(code).style) for code in _EVEN]
    ruled = [style_id(RULE_STYLES[rule.ma]) for rule in rules]
    styled = _styled(body, [*even, *ruled, signers])
    for identity in even:
        _even_lines(styled[identity], identity, looks)
    for rule, identity in zip(rules, ruled, strict=True):
        _fit_rule(styled[identity], rule, decree, looks)
    hold_signature(styled[signers])
    hold_tables(body)


_STYLE_MARKS = etree.XPath(".//w:pStyle[contains($wanted, concat(' ', @w:val, ' '))]", namespaces={"w": W})


def _styled(body: etree._Element, wanted: list[str]) -> dict[str, list[etree._Element]]:
    """The paragraphs in each of these styles, in order."""
    found: dict[str, list[etree._Element]] = {identity: [] for identity in wanted}
    marks = cast(list[etree._Element], _STYLE_MARKS(body, wanted=f" {' '.join(wanted)} "))
    for mark in marks:
        paragraph = next(mark.iterancestors(w("p")))
        if mark is paragraph.find(f"{w('pPr')}/{w('pStyle')}"):  # not one that was tracked as the old style
            found[mark.get(w("val"), "")].append(paragraph)
    return found


def _root(parts: dict[str, bytes], name: str) -> etree._Element:
    return etree.fromstring(_part(parts, name))


def _part(parts: dict[str, bytes], name: str) -> bytes:
    if name not in parts:
        raise _lacking(f"phần {name}")
    return parts[name]


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


@lru_cache(maxsize=16)
def _looks(styles: bytes) -> "_Looks":
    return _Looks(etree.fromstring(styles))


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


def _even_lines(paragraphs: list[etree._Element], identity: str, looks: _Looks) -> None:
    """Lines that need breaking break evenly: the paragraph is drawn in until they do.

    The words stay one run of text, so that they can be found and edited.
    """
    for paragraph in paragraphs:
        room_mm, text = _room_mm(paragraph), _text_of(paragraph)
        lines = balanced(text, room_mm, looks.size_pt(identity, 13), bold=looks.is_bold(identity))
        if len(lines) > 1 and "\n" not in text:
            widest = max(
                text_width_mm(x, looks.size_pt(identity, 13), bold=looks.is_bold(identity)) for x in lines
            )
            _indent_both(paragraph, max(0.0, (room_mm - widest - _SLACK_MM) / 2))


def _fit_rule(paragraphs: list[etree._Element], rule: RuleLaw, decree: Decree, looks: _Looks) -> None:
    """The rule lines of one kind get the length that the text above them asks for.

    "(Kèm theo …)" may stand between a subject and its line (Mẫu 1.3).
    """
    above = style_id(decree.component(rule.duoi).style)
    size_pt, bold = looks.size_pt(above, decree.component(rule.duoi).co_chu_pt.use), looks.is_bold(above)
    between = style_id(decree.component("kem_theo").style)
    for paragraph in paragraphs:
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
