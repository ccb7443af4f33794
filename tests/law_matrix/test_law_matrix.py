"""The law tests itself: bend it in one place, and exactly that place is found.

The table of bends is made from the law file, so a row that is added is tested, or fails, by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from lawful_paper import cased, cut

from vanban.check.form.checks import check_sheet
from vanban.check.form.parts import find_parts
from vanban.check.form.row_rules import row_rules
from vanban.law.decree import (
    Body,
    Choice,
    Component,
    Decree,
    Line,
    Page,
    PageNumber,
    Range,
    load_decree,
    load_kinds,
)
from vanban.model.finding import Finding
from vanban.model.sheet import Sheet
from vanban.word.observe import observe
from vanban.word.styles import RULE_STYLES

LAW = load_decree()


def found(data: bytes) -> list[Finding]:
    return seen(observe(data))


def seen(sheet: Sheet) -> list[Finding]:
    return check_sheet(sheet, LAW, load_kinds(), where="bản thử.docx")


def ids(findings: list[Finding]) -> set[str]:
    return {finding.ma for finding in findings}


def only(value: float) -> Range:
    return Range.model_construct(min=value, max=value, use=value, cite=None)


# --- nothing bent


def test_a_paper_cut_from_the_law_has_no_finding() -> None:
    assert found(cut(LAW)) == []


def test_the_paper_holds_every_component_of_the_law() -> None:
    parts = find_parts(observe(cut(LAW)), LAW)
    assert [c.ma for c in LAW.components if c.ma not in parts] == []


# --- components


def with_row(row: Component, **changes: Any) -> Decree:
    bent = row.model_copy(update=changes)
    return LAW.model_copy(update={"components": [bent if c.ma == row.ma else c for c in LAW.components]})


def bends_of(row: Component) -> Iterator[tuple[str, Decree]]:
    """Every aspect that the row speaks of, moved outside the law."""
    size = row.co_chu_pt
    yield "co-chu", with_row(row, co_chu_pt=only(size.min - 1))
    yield "co-chu", with_row(row, co_chu_pt=only(size.max + 1))
    if row.in_hoa is not None and row.ma != "so_trang":  # digits have no case
        bent = row.model_copy(update={"in_hoa": not row.in_hoa})
        recased = [cased(bent, text) if bent.in_hoa else text.capitalize() for text in row.mau_chu]
        yield "in-hoa", with_row(row, in_hoa=not row.in_hoa, mau_chu=recased)
    if row.dam is not None:
        yield "dam", with_row(row, dam=not row.dam)
    if row.nghieng is not None:
        yield "nghieng", with_row(row, nghieng=not row.nghieng)
    if row.canh is not None:
        yield "canh", with_row(row, canh="left" if row.canh == "center" else "center")
    if row.mau_chu:
        yield "mau-chu", with_row(row, mau_chu=[row.mau_chu[0].replace("O", "OO").replace("-", "–") + "!"])
    if row.bat_dau:
        yield "bat-dau", with_row(row, bat_dau=["Thưa" + row.bat_dau[0][-1]])


ROWS = [
    pytest.param(row, aspect, decree, id=f"{row.ma}-{aspect}-{number}")
    for row in LAW.components
    for number, (aspect, decree) in enumerate(bends_of(row))
]


@pytest.mark.parametrize(("row", "aspect", "decree"), ROWS)
def test_a_bent_row_is_found_and_nothing_else(row: Component, aspect: str, decree: Decree) -> None:
    findings = found(cut(decree))
    assert ids(findings) == {f"the-thuc.{row.ma.replace('_', '-')}.{aspect}"}
    assert all(finding.can_cu in (row.cite, row.canh_cite) for finding in findings)


def test_every_rule_of_a_row_is_bent_by_some_case() -> None:
    bent = {
        f"the-thuc.{row.ma.replace('_', '-')}.{aspect}"
        for row in LAW.components
        for aspect, _ in bends_of(row)
    }
    rules = {rule.ma for row in LAW.components for rule in row_rules(row)}
    assert bent == rules


# --- page


PAGE = [
    pytest.param(name, value, id=f"{name}-{value:g}")
    for name in Page.model_fields
    if isinstance(law := getattr(LAW.page, name), Range)
    for value in (law.min - 2, law.max + 2)
] + [pytest.param("phong", "Arial", id="phong"), pytest.param("mau", "1F3864", id="mau")]


@pytest.mark.parametrize(("name", "value"), PAGE)
def test_a_bent_page_is_found_and_nothing_else(name: str, value: Any) -> None:
    bent = only(value) if isinstance(value, float) else value
    decree = LAW.model_copy(update={"page": LAW.page.model_copy(update={name: bent})})
    rule = name.removesuffix("_mm").replace("_", "-")
    assert ids(found(cut(decree))) == {f"the-thuc.trang.{rule}"}


# --- body


def bent_body(**changes: Any) -> Decree:
    return LAW.model_copy(update={"body": LAW.body.model_copy(update=changes)})


def indent(mm: float) -> Choice:
    return Choice.model_construct(values=[mm], tolerance=0.0, use=mm, cite="")


BODY = {
    "canh-left": ("canh", bent_body(canh="left")),
    "canh-center": ("canh", bent_body(canh="center")),
    "thut-0": ("thut-dau-dong", bent_body(thut_dau_dong_mm=indent(0))),
    "thut-11": ("thut-dau-dong", bent_body(thut_dau_dong_mm=indent(11.3))),
    "thut-15": ("thut-dau-dong", bent_body(thut_dau_dong_mm=indent(15))),
    "cach-doan": ("cach-doan", bent_body(cach_doan_pt=only(LAW.body.cach_doan_pt.min - 2))),
    "gian-dong-duoi": ("gian-dong", bent_body(gian_dong=only(LAW.body.gian_dong.min - 0.1))),
    "gian-dong-tren": ("gian-dong", bent_body(gian_dong=only(LAW.body.gian_dong.max + 0.2))),
}


@pytest.mark.parametrize(("rule", "decree"), BODY.values(), ids=BODY.keys())
def test_a_bent_body_is_found_and_nothing_else(rule: str, decree: Decree) -> None:
    assert ids(found(cut(decree))) == {f"the-thuc.doan-van.{rule}"}


def test_every_field_of_the_body_is_bent() -> None:
    fields = {name for name in Body.model_fields if not name.endswith("cite")}
    bent = {
        name
        for _, decree in BODY.values()
        for name in fields
        if getattr(decree.body, name) != getattr(LAW.body, name)
    }
    assert bent == fields


@pytest.mark.parametrize("mm", [10.0, 12.5, 12.7], ids=str)
def test_every_lawful_indent_passes(mm: float) -> None:
    assert found(cut(bent_body(thut_dau_dong_mm=indent(mm)))) == []


# --- rule lines


def with_line(line: Line, share: float) -> Decree:
    bent = line.model_copy(update={"ty_le": only(share)})
    return LAW.model_copy(update={"lines": [bent if other.ma == line.ma else other for other in LAW.lines]})


LINES = [
    pytest.param(line, share, id=f"{line.ma}-{share:.2f}")
    for line in LAW.lines
    for share in (line.ty_le.min * 0.85, line.ty_le.max * 1.15)
]


@pytest.mark.parametrize(("line", "share"), LINES)
def test_a_rule_line_of_the_wrong_length_is_found(line: Line, share: float) -> None:
    findings = found(cut(with_line(line, share)))
    assert ids(findings) == {f"the-thuc.ke-{line.ma.replace('_', '-')}.do-dai"}
    assert [finding.can_cu for finding in findings] == [line.cite]


@pytest.mark.parametrize("line", LAW.lines, ids=lambda line: line.ma)
def test_a_rule_line_that_is_missing_is_found(line: Line) -> None:
    findings = found(cut(LAW, without=frozenset({RULE_STYLES[line.ma]})))
    assert ids(findings) == {f"the-thuc.ke-{line.ma.replace('_', '-')}.thieu"}


# --- page numbers: the stationery has no switch for these, so the sheet is bent


def bent_section(index: int, **changes: Any) -> Callable[[Sheet], Sheet]:
    def bend(sheet: Sheet) -> Sheet:
        sections = list(sheet.sections)
        sections[index] = replace(sections[index], **changes)
        return replace(sheet, sections=tuple(sections))

    return bend


PAGE_NUMBER_RULES = {
    "bat_dau": "so-trang.so-dau",
    "hien_trang_dau": "so-trang.trang-dau",
    "cite": "so-trang.thieu",
    "phu_luc_cite": "so-trang.phu-luc",
    "canh": "so-trang.canh",  # said by the row so_trang too, and bent there
}
PAGE_NUMBERS = {
    "so-trang.so-dau": bent_section(0, page_start=3),
    "so-trang.trang-dau": bent_section(0, title_page=False),
    "so-trang.thieu": bent_section(0, default_header=()),
    "so-trang.phu-luc": bent_section(1, page_start=None),
}


@pytest.mark.parametrize(("rule", "bend"), PAGE_NUMBERS.items(), ids=PAGE_NUMBERS.keys())
def test_a_bent_page_number_is_found(rule: str, bend: Callable[[Sheet], Sheet]) -> None:
    assert ids(seen(bend(observe(cut(LAW))))) == {f"the-thuc.{rule}"}


def test_every_field_of_the_page_number_is_bent() -> None:
    assert PAGE_NUMBER_RULES.keys() == PageNumber.model_fields.keys()
    assert {*PAGE_NUMBERS, "so-trang.canh"} == set(PAGE_NUMBER_RULES.values())
    assert LAW.component("so_trang").canh == LAW.page_number.canh
