"""Paragraphs of the content: justified, indented, apart, and with the lawful line spacing (II.6.e)."""

from collections.abc import Iterator
from typing import Final

from vanban.check.form.paper import Paper
from vanban.check.form.parts import body_codes
from vanban.check.form.row_rules import ALIGNMENTS, span
from vanban.check.form.words import figure, has_words, visible_spans
from vanban.check.rule import Rule
from vanban.law.decree import Decree
from vanban.model.finding import CUSTOM, Finding, Severity
from vanban.model.sheet import Paragraph

_DISTANCE_TOLERANCE_PT: Final = 0.05
_LINE_TOLERANCE: Final = 0.01
_SINGLE_LINE: Final = 1.15
"""A single line of Times New Roman is about 1.15 times its size."""
_EXACT_TOLERANCE_PT: Final = 0.15


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
    )


def check_body(paper: Paper) -> Iterator[Finding]:
    """Findings on the paragraphs of the content; what stands in a table is left alone."""
    rules = body_rules(paper.decree)
    content = {
        p.number: p
        for p in paper.of(*body_codes(paper.decree))
        if p.zone == "than" and p.cell is None and has_words(p)
    }
    previous: Paragraph | None = None
    for paragraph in (p for p in paper.sheet.paragraphs if p.zone == "than"):
        if paragraph.number in content:
            yield from _position(paper, rules, paragraph)
            yield from _line_spacing(paper, rules, paragraph)
            if previous is not None:
                yield from _distance(paper, rules, previous, paragraph)
        previous = paragraph if paragraph.number in content else None


def _position(paper: Paper, rules: dict[str, Rule], paragraph: Paragraph) -> Iterator[Finding]:
    law = paper.decree.body
    if paragraph.align != law.canh:
        yield paper.finding(
            rules["canh"],
            f"đoạn {ALIGNMENTS[paragraph.align]}, phải {ALIGNMENTS[law.canh]}",
            at=paragraph,
            fix=ALIGNMENTS[law.canh],
        )
    choice = law.thut_dau_dong_mm
    # A hanging list may reach the lawful place by its left indent and a negative first line.
    measured = (paragraph.first_line_mm, paragraph.left_mm + paragraph.first_line_mm)
    if not any(abs(found - value) <= choice.tolerance for found in measured for value in choice.values):
        asked = " hoặc ".join(figure(value) for value in choice.values)
        yield paper.finding(
            rules["thut-dau-dong"],
            f"đầu dòng lùi vào {figure(measured[1])} mm, phải là {asked} mm",
            at=paragraph,
            fix=f"đặt lùi đầu dòng {figure(choice.use)} mm",
        )


def _distance(
    paper: Paper, rules: dict[str, Rule], previous: Paragraph, paragraph: Paragraph
) -> Iterator[Finding]:
    least = paper.decree.body.cach_doan_pt.min
    distance = previous.after_pt + paragraph.before_pt
    if distance < least - _DISTANCE_TOLERANCE_PT:
        yield paper.finding(
            rules["cach-doan"],
            f"cách đoạn trên {figure(distance)} pt, phải từ {figure(least)} pt trở lên",
            at=paragraph,
            fix=f"đặt khoảng cách trước đoạn {figure(least)} pt",
        )


def _line_spacing(paper: Paper, rules: dict[str, Rule], paragraph: Paragraph) -> Iterator[Finding]:
    law = paper.decree.body.gian_dong
    if paragraph.line_rule == "auto":
        if not law.min - _LINE_TOLERANCE <= paragraph.line <= law.max + _LINE_TOLERANCE:
            yield paper.finding(
                rules["gian-dong"],
                f"giãn dòng {figure(paragraph.line)} lần dòng đơn, phải {span(law)}",
                at=paragraph,
                fix=f"đặt giãn dòng {figure(law.use)} lần dòng đơn",
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
