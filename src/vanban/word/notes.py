"""Findings become Word comments at the very words, for those who go on working in Word.

Word allows no comment in headers, footers, notes and text boxes: such a finding is put at the nearest
paragraph of the body, and the comment says where the fault stands.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from lxml import etree

from vanban.model.finding import Finding
from vanban.model.sheet import Paragraph
from vanban.word.comments import MARK_HALF_POINTS, Comments
from vanban.word.locate import Located, locate
from vanban.word.observe_properties import Element
from vanban.word.ooxml import w
from vanban.word.package import open_package
from vanban.word.repack import repacked
from vanban.word.words import Words
from vanban.word.writable import refuse_unwritable

_HOLDERS: Final = frozenset(
    w(name)
    for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple")
) | {w("dir"), w("bdo")}
"""What the ends of a comment may stand in, or what may lie above them in a paragraph."""
_WHOLE_PAPER: Final = "cả văn bản"
_OUTSIDE: Final = {
    "dau_trang": "đầu trang",
    "chan_trang": "chân trang",
    "chu_thich": "chú thích gắn với đoạn này",
}
_IN_BOX: Final = "khung chữ gắn với đoạn này"


@dataclass(frozen=True, slots=True)
class _Note:
    """A finding, the paragraph and the characters that its comment is put at, and where it really is."""

    finding: Finding
    paragraph: int
    start: int
    end: int
    elsewhere: str = ""


def commented(data: bytes, findings: Sequence[Finding], *, where: str = "", author: str, day: date) -> bytes:
    """The .docx in `data` with a comment for each finding; `day` and `author` stand on each comment.

    Text and look stay as they are, as do comments that are there already. Raises SourceError where the
    file cannot be read, or must not be written back (signed, protected against comments, strict).
    """
    package = open_package(data, where)
    refuse_unwritable(package, where, only_comments=True)
    located = locate(package, where)
    notes = _Placing(located).notes(findings)
    if not notes:
        return data
    comments = Comments(located, author, day)
    for number, group in groupby(notes, key=lambda note: note.paragraph):
        _mark_paragraph(located, number, [(note, comments.add(_said(note))) for note in group])
    new = comments.parts()
    return repacked(data, located.changed_parts() | new, where)


class _Placing:
    """Finds the place of the body that a comment on a finding can be put at."""

    def __init__(self, located: Located) -> None:
        self._located = located
        self._sheet = located.sheet
        main = located.package.main
        homes = enumerate(located.homes, start=1)
        self._numbers = {e: number for number, home in homes if home.part == main for e in home.elements}
        self._first = next((number for e, number in self._numbers.items() if not _in_box(e)), 0)

    def notes(self, findings: Sequence[Finding]) -> list[_Note]:
        """The notes in the order of the text; none where the body has no paragraph to hold them."""
        notes = [self._note(finding) for finding in findings] if self._first else []
        return sorted(notes, key=lambda note: (note.paragraph, note.start, note.end))

    def _note(self, finding: Finding) -> _Note:
        number = finding.noi.doan or 0
        home = self._located.home(number)
        if home is None:
            return self._on_whole(finding, self._first, _WHOLE_PAPER)
        paragraph, element = self._sheet.paragraphs[number - 1], home.elements[0]
        if paragraph.zone in ("dau_trang", "chan_trang"):
            return self._on_whole(finding, self._first, _OUTSIDE[paragraph.zone])
        if paragraph.zone == "chu_thich":
            return self._on_whole(finding, self._above(self._call_of(element)), _OUTSIDE["chu_thich"])
        if _in_box(element):
            return self._on_whole(finding, self._above(element), _IN_BOX)
        return _Note(finding, number, *_stretch(finding, paragraph))

    def _on_whole(self, finding: Finding, number: int, elsewhere: str) -> _Note:
        return _Note(finding, number, 0, len(self._sheet.paragraphs[number - 1].text), elsewhere)

    def _call_of(self, element: Element) -> Element | None:
        """The mark in the main part that calls the note that an element stands in."""
        for kind in ("footnote", "endnote"):
            note = next(element.iterancestors(w(kind)), None)
            if note is not None:
                calls = self._located.body.iter(w(f"{kind}Reference"))
                return next((call for call in calls if call.get(w("id")) == note.get(w("id"))), None)
        return None

    def _above(self, element: Element | None) -> int:
        """The number of the outermost paragraph that an element stands in; else that of the first."""
        above = () if element is None else element.iterancestors(w("p"))
        found = [self._numbers[up] for up in above if up in self._numbers]
        return found[-1] if found else self._first


def _in_box(element: Element) -> bool:
    return next(element.iterancestors(w("txbxContent")), None) is not None


def _stretch(finding: Finding, paragraph: Paragraph) -> tuple[int, int]:
    """The characters at fault: as the finding says, else where its quotation stands, else all."""
    length = len(paragraph.text)
    start, end = finding.vi_tri or _found(finding.trich, paragraph.text) or (0, length)
    start, end = min(max(start, 0), length), min(max(end, 0), length)
    if start >= end:  # between two characters: the one after, at the end the one before
        start, end = min(start, max(length - 1, 0)), min(start + 1, length)
    return start, end


def _found(quotation: str, text: str) -> tuple[int, int] | None:
    """Where a quotation stands in a text, whatever the white space and the form of the letters."""
    wanted = " ".join(unicodedata.normalize("NFC", quotation).split()).removesuffix("…").rstrip()
    shown: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if not char.isspace():
            shown.append(char)
            places.append(place)
        elif shown and shown[-1] != " ":
            shown.append(" ")
            places.append(place)
    at = "".join(shown).find(wanted) if wanted else -1
    return None if at < 0 else (places[at], places[at + len(wanted) - 1] + 1)


def _said(note: _Note) -> list[str]:
    """The paragraphs of a comment."""
    finding = note.finding
    said = [f"{finding.muc.value.capitalize()}: {finding.loi_van}"]
    if note.elsewhere:
        quotation = f" – “{finding.trich}”" if finding.trich else ""
        said.append(f"Vị trí: {note.elsewhere}{quotation}")
    if finding.cach_sua:
        said.append(f"Cách sửa: {finding.cach_sua}")
    return [*said, f"Căn cứ: {finding.can_cu}", f"Mã quy tắc: {finding.ma}"]


def _mark_paragraph(located: Located, number: int, notes: list[tuple[_Note, str]]) -> None:
    """Put the ends and the marks of these comments (with their ids) into a paragraph."""
    home = located.home(number)
    assert home is not None
    for element in home.elements:
        located.announce(home.part, element)
    words = Words(home)
    borders = [words.widened(note.start, note.end) for note, _ in notes]
    words.cut(place for border in borders for place in border if 0 < place < words.length)
    ends = [words.runs(*border) for border in borders]
    for (_, comment_id), runs in zip(notes, ends, strict=True):
        if runs:
            _outside(runs[0]).addprevious(_end("RangeStart", comment_id))
        else:
            home.elements[-1].append(_end("RangeStart", comment_id))
    for (_, comment_id), runs in reversed(list(zip(notes, ends, strict=True))):
        end = _end("RangeEnd", comment_id)
        if runs:
            _outside(runs[-1]).addnext(end)
        else:
            home.elements[-1].append(end)
        _top(end).addnext(_mark(comment_id))


def _outside(run: Element) -> Element:
    """The run, or what it stands in, beside which the end of a comment may stand."""
    beside = run
    for up in run.iterancestors():
        if up.tag not in _HOLDERS:
            beside = up
        if up.tag == w("p"):
            break
    return beside


def _top(element: Element) -> Element:
    """What stands right in the paragraph: the element or what holds it."""
    parent = element.getparent()
    while parent is not None and parent.tag != w("p"):
        element, parent = parent, parent.getparent()
    return element


def _end(kind: str, comment_id: str) -> Element:
    element = etree.Element(w(f"comment{kind}"))
    element.set(w("id"), comment_id)
    return element


def _mark(comment_id: str) -> Element:
    run = etree.Element(w("r"))
    look = etree.SubElement(run, w("rPr"))
    for name in ("sz", "szCs"):
        etree.SubElement(look, w(name)).set(w("val"), MARK_HALF_POINTS)
    run.append(_end("Reference", comment_id))
    return run
