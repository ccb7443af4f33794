"""The last touch on a rendered paper: marks, rule lines, line breaks of names, an unbroken ending.

What depends on the words that were filled in can only be set after they are in: the length of a rule
line follows the text above it, a long agency name is broken evenly, the signature block keeps the end
of the text with it. The result of the same input is the same bytes.
"""

from datetime import date
from xml.sax.saxutils import escape

from lxml import etree

from vanban.law.decree import Decree
from vanban.law.decree import Line as RuleLaw
from vanban.word.archive import pack, unpack
from vanban.word.marks import resolve_marks
from vanban.word.metrics import balanced, text_width_mm, wrap
from vanban.word.ooxml import TWIPS_PER_MM, twips, w
from vanban.word.package_parts import core_properties
from vanban.word.styles import RULE_STYLES, style_id

_DOCUMENT, _NOTES, _STYLES, _CORE = (
    "word/document.xml",
    "word/footnotes.xml",
    "word/styles.xml",
    "docProps/core.xml",
)


def finish(rendered: bytes, decree: Decree, *, title: str, language: str, day: date) -> bytes:
    """The finished .docx. `title`, `language` and `day` become properties of the file."""
    parts = unpack(rendered)
    document = etree.fromstring(parts[_DOCUMENT])
    body = document.find(w("body"))
    assert body is not None
    notes = etree.fromstring(parts[_NOTES])
    resolve_marks(body, notes)
    looks = _Looks(etree.fromstring(parts[_STYLES]))
    _close_cells(body)
    _break_names(body, decree, looks)
    for rule in decree.lines:
        _fit_rule(body, rule, decree, looks)
    _hold_signature(body, decree)
    parts[_DOCUMENT] = _serialised(document)
    parts[_NOTES] = _serialised(notes)
    core = core_properties(title=escape(title), language=language, created=day.isoformat())
    parts[_CORE] = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + core.encode()
    return pack(parts)


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


def _room_mm(paragraph: etree._Element, decree: Decree) -> float:
    """Width in which a paragraph's lines are set: its cell (without margins), or the page."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == w("tc"):
        width = parent.find(f"{w('tcPr')}/{w('tcW')}")
        if width is not None and width.get(w("type")) == "dxa":
            return int(width.get(w("w"), "0")) / TWIPS_PER_MM
    page = decree.page
    return page.rong_mm.use - page.le_trai_mm.use - page.le_phai_mm.use


def _close_cells(body: etree._Element) -> None:
    """Every cell must end with a paragraph; a loop over nothing may have left it without one."""
    for cell in body.iter(w("tc")):
        if not len(cell) or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))


def _break_names(body: etree._Element, decree: Decree, looks: _Looks) -> None:
    """Names of agencies in the head that need several lines are broken into even ones."""
    styles = {style_id(decree.component(c).style) for c in ("co_quan_chu_quan", "co_quan_ban_hanh")}
    for paragraph in [p for p in body.iter(w("p")) if _style_of(p) in styles]:
        style = _style_of(paragraph)
        texts = list(paragraph.iter(w("t")))
        if len(texts) != 1 or not texts[0].text:
            continue
        lines = balanced(
            texts[0].text, _room_mm(paragraph, decree), looks.size_pt(style, 13), bold=looks.is_bold(style)
        )
        if len(lines) > 1:
            _set_lines(texts[0], lines)


def _set_lines(text: etree._Element, lines: list[str]) -> None:
    text.text = lines[0]
    anchor = text
    for line in lines[1:]:
        for element in (etree.Element(w("br")), etree.Element(w("t"))):
            anchor.addnext(element)
            anchor = element
        anchor.text = line


def _fit_rule(body: etree._Element, rule: RuleLaw, decree: Decree, looks: _Looks) -> None:
    """The rule lines of one kind get the length that the text above them asks for."""
    above = style_id(decree.component(rule.duoi).style)
    size_pt, bold = looks.size_pt(above, decree.component(rule.duoi).co_chu_pt.use), looks.is_bold(above)
    for paragraph in [p for p in body.iter(w("p")) if _style_of(p) == style_id(RULE_STYLES[rule.ma])]:
        room_mm = _room_mm(paragraph, decree)
        lines: list[str] = []
        previous = paragraph.getprevious()
        while previous is not None and previous.tag == w("p") and _style_of(previous) == above:
            lines = wrap(_text_of(previous), room_mm, size_pt, bold=bold) + lines
            previous = previous.getprevious()
        widths = [width for line in lines if (width := text_width_mm(line, size_pt, bold=bold)) > 0]
        if widths:
            _indent_both(paragraph, max(0.0, (room_mm - min(rule_length_mm(widths, rule), room_mm)) / 2))


def _indent_both(paragraph: etree._Element, mm: float) -> None:
    properties = paragraph.find(w("pPr"))
    assert properties is not None
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


def _hold_signature(body: etree._Element, decree: Decree) -> None:
    """The table of the signature takes the end of the text with it to a new page."""
    mark = style_id(decree.component("quyen_han").style)
    for table in [t for t in body.findall(w("tbl")) if any(_style_of(p) == mark for p in t.iter(w("p")))]:
        above = table.getprevious()
        while above is not None and above.tag == w("p"):
            _keep_next(above)
            if _text_of(above).strip():
                break
            above = above.getprevious()


def _keep_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    if properties.find(w("keepNext")) is None:
        keep = etree.Element(w("keepNext"))
        style = properties.find(w("pStyle"))
        if style is not None:
            style.addnext(keep)
        else:
            properties.insert(0, keep)


def _serialised(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
