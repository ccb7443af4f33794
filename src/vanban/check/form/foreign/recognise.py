"""Recognise the papers in a sheet that others made: one for each letterhead, in order."""

import re
from dataclasses import dataclass, field
from typing import Final

from vanban.check.form.foreign.appendix import is_heading, read_appendices
from vanban.check.form.foreign.body import read_body
from vanban.check.form.foreign.head import Found, Head, is_nation, is_party, read_head
from vanban.check.form.foreign.lines import Line
from vanban.check.form.foreign.tail import read_tail
from vanban.check.form.foreign.title import Front, read_front
from vanban.check.form.words import BLANK
from vanban.law.decree import Kind, Kinds
from vanban.model.sheet import Paragraph, Sheet

_FIRST_LETTERS: Final = ("C", "c")
_LONGEST: Final = 90
_NAMED_FORM = re.compile(r"(?:mau|bieu|bieu mau|mau bieu)(?: so)? ?:? ?\d{1,2}[a-z]?\b.{0,40}$")


@dataclass
class Recognised:
    """One paper: which lines are which component.

    `first` and `last` are the numbers of its first and last paragraphs. `found` maps codes to lines,
    `marks` numbers of paragraphs to what they are though no row of the law speaks of them.
    """

    first: int
    last: int
    found: Found = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    kind: Kind | None = None
    head: Head | None = None
    front: Front | None = None
    signed: bool = False
    """Whether its end was found."""


@dataclass
class Recognition:
    """All papers of a sheet; `party` if it is a paper of the Party, whose form has rules of its own."""

    papers: list[Recognised]
    party: bool = False


def recognise(sheet: Sheet, kinds: Kinds) -> Recognition:
    """The papers that a sheet shows; none where there is no Quốc hiệu."""
    body = [p for p in sheet.paragraphs if p.zone == "than"]
    lines = [Line(index, p) for index, p in enumerate(body)]
    nations = _nations(lines)
    if not nations and (above := _letterhead_in_header(sheet)):
        lines = [Line(index, p) for index, p in enumerate([*above, *body])]
        nations = _nations(lines)
    if not nations:
        return Recognition([], party=any(is_party(line) for line in lines[:40] if line.has_words))
    heads: list[Head] = []
    for nation in nations:
        floor = heads[-1].end if heads else 0
        if nation.index < floor:
            continue  # printed twice in one letterhead
        head = read_head(lines, nation, kinds, floor)
        if not heads or not _is_form(lines, head, floor):
            heads.append(head)
    papers = []
    for index, head in enumerate(heads):
        start = 0 if index == 0 else head.start
        end = heads[index + 1].start if index + 1 < len(heads) else len(lines)
        papers.append(_paper(lines, head, start, end, kinds))
    return Recognition(papers)


def _is_form(lines: list[Line], head: Head, floor: int) -> bool:
    """Whether a further letterhead is that of a form to be filled in, which an appendix holds."""
    number = head.first("so_ky_hieu")
    figures, _, symbol = number.text.partition("/") if number else ("", "", "")
    blank = any(BLANK in line.text for line in head.found.get("co_quan_ban_hanh", []))
    if any(map(str.isdigit, figures)) or (symbol and BLANK not in symbol and not blank):
        return False
    before = (line for line in lines[floor : head.end] if line.has_words)
    return blank or any(is_heading(line) or _NAMED_FORM.match(line.key) for line in before)


def _letterhead_in_header(sheet: Sheet) -> list[Paragraph]:
    """The header of the first page, if the letterhead was put there."""
    first = sheet.sections[0] if sheet.sections else None
    numbers = set(first.first_header or first.default_header) if first else set()
    header = [p for p in sheet.paragraphs if p.number in numbers]
    return header if _nations([Line(index, p) for index, p in enumerate(header)]) else []


def _nations(lines: list[Line]) -> list[Line]:
    """Each line that is a Quốc hiệu; long paragraphs are not even looked at."""
    found = []
    for line in lines:
        first = next((span.text.lstrip() for span in line.paragraph.spans if span.text.strip()), "")
        if first[:1] in _FIRST_LETTERS and len(line.paragraph.text) < _LONGEST and is_nation(line):
            found.append(line)
    return found


def _paper(lines: list[Line], head: Head, start: int, end: int, kinds: Kinds) -> Recognised:
    numbered = "so_ky_hieu" in head.found
    front = read_front(lines, head.end, end, kinds, numbered=numbered)
    tail = read_tail(lines, front.body_start, end)
    back = next((i for i in range(tail.end, end) if is_heading(lines[i])), end)
    if not tail.sure:
        back = next((i for i in range(front.body_start, end) if _opens_appendix(lines, i)), end)
    body = read_body(lines[front.body_start : min(tail.start, back)])
    of_body = [line.paragraph.number for line in lines[start:end] if line.paragraph.zone == "than"]
    paper = Recognised(min(of_body, default=0), max(of_body, default=0))
    paper.head, paper.front, paper.signed = head, front, tail.sure
    for found in (head.found, front.found, body, tail.found, read_appendices(lines[back:end])):
        for code, members in found.items():
            paper.found.setdefault(code, []).extend(members)
    paper.marks = {lines[index].paragraph.number: mark for index, mark in front.marks.items()}
    paper.kind = front.kind or _kind_without_title(paper, kinds)
    if paper.kind is not None and paper.kind.ma == "cong_van":
        paper.found.pop("trich_yeu", None)
    return paper


def _opens_appendix(lines: list[Line], index: int) -> bool:
    """Without a signature only a heading at the top of a page opens an appendix."""
    line = lines[index]
    return is_heading(line) and line.centered and line.bold


def _kind_without_title(paper: Recognised, kinds: Kinds) -> Kind | None:
    """A paper with "V/v" and no title is a công văn."""
    titled = "ten_loai" in paper.found
    return kinds.by_code("cong_van") if "trich_yeu_cong_van" in paper.found and not titled else None
