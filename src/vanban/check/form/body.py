"""Paragraphs of the content: justified, indented, apart, and with the lawful line spacing (II.6.e)."""

import re
from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.parts import ASIDE, body_codes
from vanban.check.form.row_rules import ALIGNMENTS, span
from vanban.check.form.words import BLANK, figure, has_words, visible_spans, words
from vanban.check.rule import Rule
from vanban.law.decree import Decree
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.mend import ParagraphMend
from vanban.model.sheet import Paragraph
from vanban.word.metrics import text_width_mm

_DISTANCE_TOLERANCE_PT: Final = 0.05
_LINE_TOLERANCE: Final = 0.01
_SINGLE_LINE: Final = 1.15
"""A single line of Times New Roman is about 1.15 times its size."""
_EXACT_TOLERANCE_PT: Final = 0.15
_HEADINGS: Final = frozenset({"muc_la_ma", "khoan_co_tieu_de", "khoan_con"})
_DASHED: Final = frozenset({"gach_dau_dong", "dau_cong"})
_FEW_LETTERS: Final = 40
_SHORT_HEADING: Final = 120
_LEAD = re.compile(r"[ \u00a0]*\t|[ \u00a0]{3,}")


def body_rules(decree: Decree) -> dict[str, Rule]:
    """The rules for the content, by the last part of their id."""
    law = decree.body
    values = " hoặc ".join(figure(value) for value in law.thut_dau_dong_mm.values)
    lines = f"{span(law.gian_dong)} lần dòng đơn"
    return {
        "canh": _rule("canh", "canh đều hai lề", law.canh_cite, ALIGNMENTS[law.canh], "chỉ sát lề trái"),
        "thut-dau-dong": _rule(
            "thut-dau-dong",
            "lùi đầu dòng",
            law.thut_dau_dong_mm.cite,
            f"lùi vào {values} mm",
            "lùi vào 15 mm",
        ),
        "cach-doan": _rule(
            "cach-doan",
            "khoảng cách giữa các đoạn",
            law.cach_doan_pt.cite or "",
            f"cách nhau ít nhất {figure(law.cach_doan_pt.min)} pt",
            "các đoạn liền nhau",
        ),
        "gian-dong": _rule("gian-dong", "giãn dòng", law.gian_dong.cite or "", lines, "2 lần dòng đơn"),
        "gian-dong-co-dinh": Rule(
            ma="the-thuc.doan-van.gian-dong-co-dinh",
            muc=Severity.CANH_BAO,
            ten="Nội dung: giãn dòng đặt cố định theo pt",
            vi_sao="Nghị định tính giãn dòng theo dòng đơn; một dòng đơn cao khoảng 1,15 lần cỡ chữ.",
            can_cu=CUSTOM,
            sai="giãn dòng cố định 14 pt cho chữ cỡ 14",
            dung=f"giãn dòng {lines}",
        ),
    }


def _rule(name: str, title: str, cite: str, right: str, wrong: str) -> Rule:
    return Rule(
        ma=f"the-thuc.doan-van.{name}",
        muc=Severity.LOI,
        ten=f"Nội dung: {title}",
        vi_sao="Nghị định định cách trình bày nội dung, để mọi văn bản dễ đọc như nhau.",
        can_cu=cite,
        sai=wrong,
        dung=right,
        sua_duoc=True,
    )


def check_body(paper: Paper) -> Iterator[Finding]:
    """Findings on the paragraphs of the content; what stands in a table is left alone."""
    rules = body_rules(paper.decree)
    content = {
        p.number: p
        for p in paper.of(*body_codes(paper.decree))
        if p.zone == "than" and p.cell is None and has_words(p) and not (paper.foreign and _is_form(p))
    }
    previous: Paragraph | None = None
    for paragraph in (p for p in paper.sheet.paragraphs if p.zone == "than"):
        if paragraph.number in content:
            code = paper.codes.get(paragraph.number, "")
            yield from _position(paper, rules, paragraph, code)
            if code not in ASIDE:
                yield from _line_spacing(paper, rules, paragraph)
                if previous is not None:
                    yield from _distance(paper, rules, previous, paragraph)
        previous = paragraph if paragraph.number in content else None


def _is_form(paragraph: Paragraph) -> bool:
    """Whether it is a line of dots to be filled in, with few words of its own."""
    text = words(paragraph)
    return BLANK in text and sum(map(str.isalpha, text)) < _FEW_LETTERS


def _position(paper: Paper, rules: dict[str, Rule], paragraph: Paragraph, code: str) -> Iterator[Finding]:
    """Alignment and indent. What a foreign paper sets apart on purpose is left alone."""
    if paper.foreign and code in ("dong_khac", "muc_khac"):
        return
    law = paper.decree.body
    mendable = not paper.is_piece(paragraph)
    if paragraph.align != law.canh and not (paper.foreign and _looks_justified(paper, paragraph, code)):
        yield paper.finding(
            rules["canh"],
            f"đoạn {ALIGNMENTS[paragraph.align]}, phải {ALIGNMENTS[law.canh]}",
            at=paragraph,
            fix=ALIGNMENTS[law.canh],
            severity=Severity.CANH_BAO if paper.foreign and code in _HEADINGS | ASIDE else None,
            mends=[ParagraphMend(doan=paper.origin(paragraph)[0], canh=law.canh)] if mendable else [],
        )
    choice = law.thut_dau_dong_mm
    # A hanging list may reach the lawful place by its left indent and a negative first line.
    measured = (paragraph.first_line_mm, paragraph.left_mm + paragraph.first_line_mm)
    if any(abs(found - value) <= choice.tolerance for found in measured for value in choice.values):
        return
    if paper.foreign and _LEAD.match(paragraph.text):
        return  # spaces or a tab move the first words: where they stand cannot be measured
    goes_on = paper.origin(paragraph)[1] > 0  # after a line break within a paragraph
    unsure = paper.foreign and (bool(paragraph.label) or goes_on or code in _HEADINGS | _DASHED | ASIDE)
    asked = " hoặc ".join(figure(value) for value in choice.values)
    mend = ParagraphMend(doan=paper.origin(paragraph)[0], thut_dau_dong_mm=choice.use)
    yield paper.finding(
        rules["thut-dau-dong"],
        f"đầu dòng lùi vào {figure(measured[1])} mm, phải là {asked} mm",
        at=paragraph,
        fix=f"đặt lùi đầu dòng {figure(choice.use)} mm",
        severity=Severity.CANH_BAO if unsure else None,
        mends=[mend] if mendable and not paragraph.left_mm and not paragraph.label else [],
    )


def _looks_justified(paper: Paper, paragraph: Paragraph, code: str) -> bool:
    """A line short of the right margin looks the same either way; a heading may be in the middle."""
    if paragraph.align == "left":
        section = paper.sheet.sections[paragraph.section]
        room = section.width_mm - section.left_mm - section.right_mm - paragraph.left_mm
        size = max((s.size_pt for s in visible_spans(paragraph)), default=14.0)
        return text_width_mm(paragraph.text.strip(), size) + max(paragraph.first_line_mm, 0) < room
    return code in _HEADINGS and paragraph.align == "center" and len(paragraph.text) < _SHORT_HEADING


def _distance(
    paper: Paper, rules: dict[str, Rule], previous: Paragraph, paragraph: Paragraph
) -> Iterator[Finding]:
    least = paper.decree.body.cach_doan_pt.min
    alike = previous.style == paragraph.style
    after = 0.0 if alike and previous.contextual else previous.after_pt
    before = 0.0 if alike and paragraph.contextual else paragraph.before_pt
    distance = after + before
    if distance >= least - _DISTANCE_TOLERANCE_PT or paper.origin(previous)[0] == paper.origin(paragraph)[0]:
        return
    mend = ParagraphMend(doan=paper.origin(paragraph)[0], cach_truoc_pt=max(least - after, 0.0))
    yield paper.finding(
        rules["cach-doan"],
        f"cách đoạn trên {figure(distance)} pt, phải từ {figure(least)} pt trở lên",
        at=paragraph,
        fix=f"đặt khoảng cách trước đoạn {figure(mend.cach_truoc_pt or 0)} pt",
        mends=[] if paper.is_piece(paragraph) or paragraph.contextual else [mend],
    )


def _line_spacing(paper: Paper, rules: dict[str, Rule], paragraph: Paragraph) -> Iterator[Finding]:
    law = paper.decree.body.gian_dong
    if paragraph.line_rule == "auto":
        if not law.min - _LINE_TOLERANCE <= paragraph.line <= law.max + _LINE_TOLERANCE:
            near = law.max if paragraph.line > law.max else law.min
            mend = ParagraphMend(doan=paper.origin(paragraph)[0], gian_dong=near)
            yield paper.finding(
                rules["gian-dong"],
                f"giãn dòng {figure(paragraph.line)} lần dòng đơn, phải {span(law)}",
                at=paragraph,
                fix=f"đặt giãn dòng {figure(near)} lần dòng đơn",
                mends=[] if paper.is_piece(paragraph) else [mend],
            )
        return
    size = max((s.size_pt for s in visible_spans(paragraph)), default=paper.row("noi_dung").co_chu_pt.use)
    low, high = size * _SINGLE_LINE * law.min, size * _SINGLE_LINE * law.max
    tight = paragraph.line_rule == "exact" and paragraph.line < low - _EXACT_TOLERANCE_PT
    if tight or paragraph.line > high + _EXACT_TOLERANCE_PT:
        yield paper.finding(
            rules["gian-dong-co-dinh"],
            f"giãn dòng cố định {figure(paragraph.line)} pt cho chữ cỡ {figure(size)}; "
            f"{span(law)} lần dòng đơn là khoảng {figure(round(low, 1))} đến {figure(round(high, 1))} pt",
            at=paragraph,
        )
